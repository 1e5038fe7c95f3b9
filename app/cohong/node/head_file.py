"""How far the own feed had come when this machine last wrote to it, kept outside the profile.

A profile that was restored from an old backup, or copied from another machine, does not match this file. It must not
write before it has caught up, or it would fork its own feed (protocol.md 2). The file is authenticated with a key of
the profile, so that nobody else can make a restored profile look like a current one.

The order of work is: the entry durable in the ledger, then its writer answered, then this machine's clock compared with
a neighbour's (what turns out to be dated far ahead is written again: `cohong.node.dated_ahead`), then the head in this
file, then the entry sent. So whatever has left the machine is in this file, and an older copy of the profile is always
noticed. The file never names what the ledger does not have: a node that ends between the two finds its profile ahead of
the file, which is none that was restored, and notes the head before it sends anything. While the file cannot be written
(the disk is full, say) the old one stays in its place, the entry is kept in the ledger and shown as here only, there
are no neighbours, and the node tries again until the head is noted.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cohong.crypto.seal import is_mac, mac
from cohong.node.profile_files import write_durably
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import NO_ENTRY, EntryId

EMPTY_SEQ: Final = -1
FILE_BYTES_MAX: Final = 512


@dataclass(frozen=True, slots=True)
class OwnHead:
    """The last own entry written here: its place, -1 before the first, and its id.

    Attributes:
        is_closed: whether the pen was handed over after it: nothing is ever written here again.
    """

    seq: int = EMPTY_SEQ
    id: EntryId = NO_ENTRY
    is_closed: bool = False

    def fields(self) -> list[Value]:
        """Return what is authenticated."""
        return [self.seq, self.id, True] if self.is_closed else [self.seq, self.id]


@dataclass(frozen=True, slots=True)
class HeadFile:
    """One member's head file, with the key that authenticates it."""

    path: Path
    key: bytes

    def read(self) -> OwnHead | None:
        """Return the head, or None if the file is missing, damaged, or of another profile."""
        try:
            value = decode(self.path.read_bytes(), bytes_max=FILE_BYTES_MAX)
        except (OSError, RemoteProtocolError):
            return None
        match value:
            case [int() as seq, bytes() as entry, bytes() as tag]:
                head = OwnHead(seq, EntryId(entry))
            case [int() as seq, bytes() as entry, True, bytes() as tag]:
                head = OwnHead(seq, EntryId(entry), is_closed=True)
            case _:
                return None
        return head if is_mac(self.key, encode(head.fields()), tag) else None

    def write(self, head: OwnHead) -> None:
        """Remember the head; the entry itself is durable already.

        Raises:
            OSError: the file is as it was; nothing beyond what it names may be sent.
        """
        fields = head.fields()
        write_durably(self.path, encode([*fields, mac(self.key, encode(fields))]))

    def remove(self) -> None:
        """Forget the head: the profile is one that was restored, from now on."""
        self.path.unlink(missing_ok=True)


def is_restored(remembered: OwnHead | None, held_seq: int, held_at_remembered: tuple[EntryId, ...]) -> bool:
    """Return whether the profile is older than, or another than, what this machine has written.

    A profile that is ahead of the file is none: the node was stopped between the ledger's commit and the file.
    """
    if remembered is None:
        return True
    if remembered.seq == EMPTY_SEQ:
        return False
    return remembered.seq > held_seq or remembered.id not in held_at_remembered
