"""How far the own feed may have left this machine, as the ledger itself notes it.

The head file says so too (`cohong.node.head_file`), but lies outside the profile and can be put back by itself. What is
above both, and held by nobody else, has never left: only that may be taken back (`cohong.node.dated_ahead`).
"""

from dataclasses import dataclass
from typing import Final, Self

from cohong.ledger.ledger import Ledger
from cohong.node.head_file import EMPTY_SEQ

LEFT_SETTING: Final = "own-left"
COPIED_SETTING: Final = "own-copied"


@dataclass(slots=True)
class LeftMark:
    """The marks of one ledger.

    Attributes:
        seq: the last own place that may have left from here; durable before anything up to it does.
        copied: the last one that another copy of this profile may hold, and may have let out since.
    """

    seq: int
    copied: int
    _ledger: Ledger
    _noted: int | None

    @classmethod
    def of_ledger(cls, ledger: Ledger, held_seq: int) -> Self:
        """Return the marks as noted; where none is, all that is held may have left."""
        kept, copied = ledger.get_setting(LEFT_SETTING), ledger.get_setting(COPIED_SETTING)
        noted = int(kept) if kept else None
        return cls(held_seq if noted is None else noted, int(copied) if copied else EMPTY_SEQ, ledger, noted)

    @property
    def gone(self) -> int:
        """How far the feed may have left, from wherever."""
        return max(self.seq, self.copied)

    def raise_to(self, seq: int) -> None:
        """Let more of the feed count as having left from the next commit on."""
        self.seq = max(self.seq, seq)

    def settings(self) -> list[tuple[str, bytes]]:
        """Return what is to be noted with the next commit."""
        return [] if self._noted == self.seq else [(LEFT_SETTING, str(self.seq).encode())]

    def is_noted(self) -> None:
        """Take note that what `settings` returned is durable."""
        self._noted = self.seq

    def note(self, seq: int) -> None:
        """Let the feed count as having left up to `seq`; durable when it returns.

        Raises:
            LedgerUnavailable: nothing of it may leave.
        """
        self.raise_to(seq)
        for name, value in self.settings():
            self._ledger.set_setting(name, value)
        self.is_noted()

    def note_copied(self, seq: int) -> None:
        """Let the feed up to `seq` count as held by another copy; durable when it returns.

        Raises:
            LedgerUnavailable: it is not noted.
        """
        if seq > self.gone:
            self._ledger.set_setting(COPIED_SETTING, str(seq).encode())
            self.copied = seq
