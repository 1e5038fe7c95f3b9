"""Consents: whom a member lets read the report about it, what for and until when.

A consent withholds nothing: whoever is a member holds what is open in the book. It is the subject's word that a reader
may look, and every reading under it is a record that the subject has.
"""

from dataclasses import dataclass
from enum import StrEnum

from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId


class ConsentState(StrEnum):
    """Where a consent stands. `expired` is no state of the book: it depends on the day asked about."""

    GIVEN = "given"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Consent:
    """A member's word that another may read about it.

    Attributes:
        subject: whom the reading is about, and who alone gives and takes back the consent.
        scope: `report`, the report about the subject, or `records`, what is private of its records.
        purpose: one of `PURPOSES` of `cohong.book.bodies`.
        until: the last day on which it may be read under it.
    """

    id: ObjectId
    version: EntryId
    subject: MemberId
    reader: MemberId
    scope: str
    purpose: str
    until: str
    says: str
    state: ConsentState = ConsentState.GIVEN

    @property
    def controller(self) -> MemberId:
        """The subject, who alone may take it back."""
        return self.subject

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.state.value]
