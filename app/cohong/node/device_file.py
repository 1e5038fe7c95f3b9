"""A file that makes a device read along: it has a key of its own, and not the member's.

So it can do nothing in its member's name, whatever its program does and whoever finds it. Its key only opens links: the
member has said in its feed that it is to be let in (`device.set`), and can take that back. Records are not in the file:
the device fetches them from the members.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cohong.node.carried_file import Carried, peers_of, peers_value
from cohong.primitives.encoding import Value
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId

DEVICE_SETTING: Final = "device-seed"
"""Where a profile keeps the seed of its device's key."""


@dataclass(frozen=True, slots=True)
class DeviceFile:
    """What a device gets that is to read along.

    Attributes:
        seed: of the device's key.
        member: whose device it is; `name` is what the member calls itself.
        contacts: members of today, whom it may link with before it knows the charter chain.
        peers: where members were found last.
    """

    seed: bytes
    member: MemberId
    name: str
    genesis: bytes
    contacts: bytes
    peers: Mapping[MemberId, list[str]]

    def value(self) -> Value:
        """Return it as it stands in the file."""
        return {
            "seed": self.seed, "member": self.member, "name": self.name, "genesis": self.genesis,
            "contacts": self.contacts, "peers": peers_value(self.peers),
        }  # fmt: skip


def device_of(carried: Carried) -> DeviceFile:
    """Return what a file brings.

    Raises:
        RemoteProtocolError: it has another form.
    """
    match carried.what:
        case {
            "seed": bytes() as seed, "member": bytes() as member, "name": str() as name, "genesis": bytes() as genesis,
            "contacts": bytes() as contacts, "peers": list() as peers,
        }:  # fmt: skip
            return DeviceFile(seed, MemberId(member), name, genesis, contacts, peers_of(peers))
        case _:
            raise RemoteProtocolError("device-form")
