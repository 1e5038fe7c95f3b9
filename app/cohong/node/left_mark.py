"""How far the own feed may have left this machine, as the ledger itself notes it.

The head file says so too (`cohong.node.head_file`), but lies outside the profile and can be put back by itself. What is
above both, and held by nobody else, has never left: only that may be taken back (`cohong.node.dated_ahead`).
"""

from dataclasses import dataclass
from typing import Final, Self

from cohong.ledger.ledger import Ledger

LEFT_SETTING: Final = "own-left"


@dataclass(slots=True)
class LeftMark:
    """The mark of one ledger.

    Attributes:
        seq: the last own place that may have left; durable before anything up to it does.
    """

    seq: int
    _ledger: Ledger
    _noted: int | None

    @classmethod
    def of_ledger(cls, ledger: Ledger, held_seq: int) -> Self:
        """Return the mark as noted; where none is, all that is held may have left."""
        kept = ledger.get_setting(LEFT_SETTING)
        noted = int(kept) if kept else None
        return cls(held_seq if noted is None else noted, ledger, noted)

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
