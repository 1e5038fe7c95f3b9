"""Blocks that a node asks for by itself: something of its member's waits for one that is dated after a moment.

Where little happens blocks are far apart, and some rules go by their dates alone. A wish is a `chain.ask`, written
once: as long as one is open, nobody needs another.
"""

from dataclasses import dataclass, field

from cohong.book.disputes import Correction, CorrectionState
from cohong.book.objects import Obligation
from cohong.book.obligation_rules import NOTICE_MS, default_from_ms
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.protocol.corrections import decided_ms
from cohong.protocol.replica import Replica


def is_block_wanting(moment_ms: int, replica: Replica, now_ms: int) -> bool:
    """Return whether a block is to be asked for: the moment is over, none is dated after it, and nobody has asked."""
    if now_ms <= moment_ms or replica.lineage.time_ms > moment_ms:
        return False
    asked_ms = replica.people.first_asked_ms(moment_ms)
    return asked_ms is None or asked_ms > now_ms


def default_ms(obligation: Obligation, replica: Replica) -> int | None:
    """Return how a block must be dated at least for a default at its height, None while none includes a notice."""
    lineage = replica.lineage
    fact = replica.workspace.fact(obligation.notice) if obligation.notice is not None else None
    included = lineage.cut_height(fact.author, fact.seq) if fact is not None else None
    return None if included is None else max(lineage.time_at(included) + NOTICE_MS, default_from_ms(obligation))


@dataclass(slots=True)
class BlockWishes:
    """Corrections that a member has asked for and that nobody has answered: a block tells when it is too late."""

    me: MemberId
    replica: Replica
    _open: set[ObjectId] = field(default_factory=set)

    def note(self, correction: Correction) -> None:
        """Take note of a correction as it stands."""
        if correction.author == self.me and correction.state is CorrectionState.PROPOSED:
            self._open.add(correction.id)
        else:
            self._open.discard(correction.id)

    def is_due(self, now_ms: int) -> bool:
        """Return whether a block is to be asked for now."""
        is_member = self.me in self.replica.lineage.members
        return is_member and any(is_block_wanting(moment, self.replica, now_ms) for moment in self._moments())

    def next_ms(self, now_ms: int) -> int | None:
        """Return when to look again at the latest."""
        return min((moment + 1 for moment in self._moments() if moment >= now_ms), default=None)

    def _moments(self) -> list[int]:
        known = [self.replica.workspace.fact(EntryId(item)) for item in sorted(self._open)]
        moments = [decided_ms(fact, self.replica.lineage) for fact in known if fact is not None]
        return [moment for moment in moments if moment is not None]
