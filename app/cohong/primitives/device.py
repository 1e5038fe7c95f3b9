"""Devices of a member that read along (protocol.md 17): each has a key of its own for its links, and nothing else."""

from dataclasses import dataclass
from typing import Final

from cohong.primitives.encoding import Value
from cohong.primitives.fields import Fields
from cohong.primitives.ids import ID_BYTES, MemberId

NAME_CHARS_MAX: Final = 40
CODE: Final = "device-form"


@dataclass(frozen=True, slots=True)
class Device:
    """What a member says of one device.

    Attributes:
        key: public half of the device's key.
        name: what its member calls it; all members can read it.
        is_let: whether it is to be let in from now on.
    """

    key: MemberId
    name: str
    is_let: bool


def device_body(device: Device, salt: bytes) -> dict[str, Value]:
    """Return the body of a `device.set`; `salt` is 16 random bytes."""
    return {"salt": salt, "key": device.key, "name": device.name, "let": device.is_let}


def device_from_body(body: dict[str, Value]) -> Device:
    """Return what a decoded body says of a device.

    Raises:
        RemoteProtocolError: `device-form`. The entry stays part of the feed and says nothing.
    """
    fields = Fields(body, ("salt", "key", "name", "let"), CODE)
    name = fields.text("name", NAME_CHARS_MAX, least=1)
    return Device(MemberId(fields.blob("key", ID_BYTES)), name, fields.flag("let"))
