"""What may happen to an obligation in which state. What is missing from the table is refused."""

from typing import Final

from cohong.book.objects import ObligationState
from cohong.primitives.kinds import CREDIT_ACCEPT, CREDIT_CLAIM, CREDIT_DECLINE, CREDIT_RECEIPT
from cohong.primitives.standing import Level

ACTIVE, DECLINED, PROPOSED, SETTLED = (
    ObligationState.ACTIVE,
    ObligationState.DECLINED,
    ObligationState.PROPOSED,
    ObligationState.SETTLED,
)

TRANSITIONS: Final[dict[tuple[ObligationState, str], ObligationState]] = {
    (PROPOSED, CREDIT_ACCEPT): ACTIVE,
    (PROPOSED, CREDIT_DECLINE): DECLINED,
    (ACTIVE, CREDIT_CLAIM): ACTIVE,
    (ACTIVE, CREDIT_RECEIPT): ACTIVE,
}
"""(state, kind) -> next state. A receipt of all that is outstanding goes on to SETTLED."""

MOVERS: Final = frozenset({CREDIT_ACCEPT, CREDIT_DECLINE, CREDIT_RECEIPT})
"""Kinds that move the version they name to its next one."""

ABOUT_OBLIGATION: Final = MOVERS | {CREDIT_CLAIM}
"""Kinds whose first name is a version of an obligation."""

LEVEL_NEEDED: Final[dict[str, Level]] = {}
"""Kinds that must be final before anything builds on them; every other kind needs confirmed."""


def level_needed(kind: str) -> Level:
    """Return the level that a record of this kind must have before anything may build on it."""
    return LEVEL_NEEDED.get(kind, Level.CONFIRMED)
