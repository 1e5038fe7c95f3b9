"""Netting rounds: circles of debts are cleared at once, and nobody owes or is owed more or less on balance."""

from dataclasses import dataclass
from enum import StrEnum

from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId


class RoundState(StrEnum):
    """Where a round stands. One that nobody ends in time lapses by a block; that is no state of the book."""

    OPEN = "open"
    APPLIED = "applied"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class Round:
    """What a coordinator has announced, and how it ended.

    Attributes:
        due_until: obligations due by this day may take part.
        ends: the last day on which its result may be written.
    """

    id: ObjectId
    version: EntryId
    coordinator: MemberId
    currency: str
    due_until: str
    ends: str
    says: str
    state: RoundState = RoundState.OPEN

    @property
    def controller(self) -> MemberId:
        """The coordinator, who alone may end it."""
        return self.coordinator

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.state.value]
