"""Why a record is refused: the codes that a `no` carries, in the order in which they are tested."""

from enum import StrEnum


class NoReason(StrEnum):
    """A broken rule. The desktop and the command line word it."""

    MALFORMED = "malformed"
    """A field is missing, unknown, or out of form."""
    NAMES_REFUSED = "names-refused"
    """It rests on a record that was rejected."""
    WRONG_NAMES = "wrong-names"
    """It names too few, too many, or the wrong kind of records."""
    NOT_A_MEMBER = "not-a-member"
    NOT_A_PARTY = "not-a-party"
    """The author is neither debtor nor creditor."""
    SAME_PARTY = "same-party"
    CURRENCY = "currency"
    """Not one that the charter allows."""
    DATES = "dates"
    """Days in an impossible order."""
    ALREADY_MOVED = "already-moved"
    """An earlier entry of the author moved the same version."""
    NOT_CONTROLLER = "not-controller"
    """Only the controller of a version may move it."""
    WRONG_STATE = "wrong-state"
    """Nothing of this kind can happen in that state."""
    NOT_DEBTOR = "not-debtor"
    EXPIRED = "expired"
    """The proposal's last day has passed."""
    EXCEEDS_OUTSTANDING = "exceeds-outstanding"
    IN_FUTURE = "in-future"
    """A value date after the day of the entry itself."""
