"""The pen moves to another device, by a file: the old device never signs again, the new one starts at its last entry.

The old device closes first, durably, in its ledger and in its head file; the file is made after that. So however it
goes, at most one of the two signs. Records are not in the file: the new device fetches them from the members, or holds
them already if it has read along. It signs once it holds its own feed up to the entry that the file names. Finds it
more than that, another device has taken the pen with the same file before: then it does not sign. For that, it has to
hear as many voters as a restored profile; and all that the old device has written must be with some other member before
it closes. A file for one device of the member is refused by every other one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cohong.ledger.ledger import Ledger
from cohong.node.carried_file import FILE_BYTES_MAX, Carried, peers_of, peers_value
from cohong.node.head_file import OwnHead
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId


@dataclass(frozen=True, slots=True)
class HandOver:
    """What the new device gets.

    Attributes:
        seed: of the member key.
        head: the last entry of the old device.
        device: key of the one device that may use it; empty for any that has no profile yet.
        peers: where members were found last.
    """

    seed: bytes
    name: str
    genesis: bytes
    head: OwnHead
    device: bytes
    peers: Mapping[MemberId, list[str]]

    def value(self) -> Value:
        """Return it as it stands in the file."""
        return {
            "seed": self.seed, "name": self.name, "genesis": self.genesis, "seq": self.head.seq, "id": self.head.id,
            "device": self.device, "peers": peers_value(self.peers),
        }  # fmt: skip


def hand_over_of(carried: Carried) -> HandOver:
    """Return what a file hands over.

    Raises:
        RemoteProtocolError: it has another form.
    """
    match carried.what:
        case {
            "seed": bytes() as seed, "name": str() as name, "genesis": bytes() as genesis, "seq": int() as seq,
            "id": bytes() as entry, "device": bytes() as device, "peers": list() as peers,
        }:  # fmt: skip
            return HandOver(seed, name, genesis, OwnHead(seq, EntryId(entry)), device, peers_of(peers))
        case _:
            raise RemoteProtocolError("hand-over-form")


# What is remembered in the ledger of who has the pen.

CLOSED_SETTING: Final = "pen-closed"
"""Head at which it was handed over."""

TO_SETTING: Final = "pen-to"
"""Key of the device that it was handed over to, empty for a new one: a file that is made again is for the same one."""

TAKEN_SETTING: Final = "pen-taken"
"""Head at which it was taken, until this device has got there."""

TWICE_SETTING: Final = "pen-taken-twice"
"""Whether another device had taken it with the same file before."""

READS_SETTING: Final = "reads-along"
"""Id of the member, on a device that has never had its key; empty elsewhere."""

OTHER_DEVICE: Final = "other-device"
"""The pen was handed to another device of the member than this one."""

HANDED_OVER: Final = "handed-over"
"""The pen was given to another device: nothing is written here until it comes back."""

TAKEN_TWICE: Final = "taken-twice"
"""The pen was taken with a file that another device had taken it with before."""

READS_ALONG: Final = "reads-along"
"""This device has never had the member's key."""


def why_closed(ledger: Ledger, remembered: OwnHead | None) -> str:
    """Return the code of why a device does not have the pen, empty where it does.

    Either note is enough, the ledger's or that of the head file: one of them may have been put back from a backup.
    """
    if ledger.get_setting(TWICE_SETTING):
        return TAKEN_TWICE
    if ledger.get_setting(CLOSED_SETTING) or (remembered is not None and remembered.is_closed):
        return HANDED_OVER
    return READS_ALONG if ledger.get_setting(READS_SETTING) else ""


def head_setting(head: OwnHead) -> bytes:
    """Return a head as it is kept among the settings."""
    return encode([head.seq, head.id])


def head_of_setting(kept: bytes | None) -> OwnHead | None:
    """Return the head that was kept, None where none is."""
    match decode(kept, bytes_max=FILE_BYTES_MAX) if kept else None:
        case [int() as seq, bytes() as entry]:
            return OwnHead(seq, EntryId(entry))
        case _:
            return None
