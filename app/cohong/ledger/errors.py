"""What can go wrong with the ledger's file, each with what to do about it."""

from __future__ import annotations

from typing import Literal

from cohong.primitives.ids import EntryId, MemberId, short


class LedgerDamaged(Exception):
    """The file is no ledger, the key does not fit, or a page fails its MAC. Restore a backup, or refetch
    from peers.

    SQLCipher cannot tell a wrong key from a damaged first page. The key slots can: they have said before
    whether the passphrase is right.
    """


class LedgerTooNew(Exception):
    """A newer version of the program wrote the file. `args[0]` is its schema version. Update the program."""


class LedgerUnavailable(Exception):
    """The machine cannot write or read the file just now. What was asked for is undone as a whole; try
    again later.

    Attributes:
        code: `disk-full`, `read-only` (also: no permission), `missing` (no such file), `exists` (a file is
            in the way of a new ledger), `locked` (another process holds it), or `io`.
    """

    def __init__(self, code: Literal["disk-full", "read-only", "missing", "exists", "locked", "io"]) -> None:
        super().__init__(code)
        self.code = code


class EntryDamaged(Exception):
    """A stored entry is not what was signed. Ask a peer for it and `heal` it; do not send it.

    Attributes:
        id: what it should hash to.
    """

    def __init__(self, author: MemberId, seq: int, identity: EntryId) -> None:
        super().__init__(f"{short(author)} {seq}")
        self.author = author
        self.seq = seq
        self.id = identity
