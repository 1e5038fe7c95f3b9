"""Disputes of what stands in the book, and corrections that somebody asks for.

A dispute counts from the moment its opener has signed it, voted on or not, and stands beside the record that it is
about wherever that is shown. A correction is a record of its own; what it corrects stays.
"""

from dataclasses import dataclass
from enum import StrEnum

from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId


class DisputeState(StrEnum):
    """Where a dispute stands. A ruling by motion is no state of the book: the charter chain has it."""

    OPEN = "open"
    CLOSED = "closed"


class CorrectionState(StrEnum):
    """Where a correction stands. One that nobody answers in time takes effect by a block, as a mark."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A party's objection to an obligation, or a member's to what another says of it.

    Attributes:
        about: the obligation or endorsement.
        about_version: the version of it that is disputed.
        concerned: debtor, creditor and holder, or rater and rated, as of then: all but the opener may answer.
        evidence: SHA-256 hashes of documents.
        outcome: `resolved` or `withdrawn` once its opener has closed it.
    """

    id: ObjectId
    version: EntryId
    about: ObjectId
    about_version: EntryId
    opener: MemberId
    concerned: tuple[MemberId, ...]
    says: str
    evidence: tuple[bytes, ...]
    state: DisputeState = DisputeState.OPEN
    outcome: str = ""

    @property
    def controller(self) -> MemberId:
        """The opener, who alone may close it."""
        return self.opener

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.state.value, self.about, self.outcome]


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody asks to be put right, and how.

    Attributes:
        about, about_version, evidence: as of a dispute.
        asked: who has to answer, within 40 days.
        proposed_ms: the time of the entry.
    """

    id: ObjectId
    version: EntryId
    about: ObjectId
    about_version: EntryId
    author: MemberId
    asked: MemberId
    says: str
    evidence: tuple[bytes, ...]
    proposed_ms: int
    state: CorrectionState = CorrectionState.PROPOSED

    @property
    def controller(self) -> MemberId:
        """Who was asked, and accepts or declines."""
        return self.asked

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.state.value, self.about]
