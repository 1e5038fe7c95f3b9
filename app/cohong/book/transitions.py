"""What may happen to an object of the book in which state. What is missing from the table is refused."""

from itertools import product
from typing import Final, TypeAlias

from cohong.book.consents import ConsentState
from cohong.book.disputes import CorrectionState, DisputeState
from cohong.book.guarantees import CoverState
from cohong.book.objects import OWED, ObligationState
from cohong.book.rounds import RoundState
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_GRANT,
    CONSENT_REVOKE,
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CORRECT_PROPOSE,
    CREDIT_ACCEPT,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_DEFAULT,
    CREDIT_NOTICE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_SUBROGATE,
    CREDIT_WRITE_OFF,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    NETTING_ABORT,
    NETTING_AGREE,
    NETTING_ANNOUNCE,
    NETTING_APPLY,
    NETTING_JOIN,
    OFFER_BUY,
    OFFER_SELL,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
)
from cohong.primitives.standing import Level

State: TypeAlias = ObligationState | DisputeState | CorrectionState | RoundState | CoverState | ConsentState

_GIVEN_UP: Final = (ObligationState.WRITTEN_OFF, ObligationState.RECOVERED)
_PAID: Final = (ObligationState.SETTLED, ObligationState.CURED)
_WHILE_OPEN: Final = (
    CREDIT_CLAIM, CREDIT_RECEIPT, CREDIT_AGREE, CREDIT_RESTRUCTURE, CREDIT_NOTICE, CREDIT_WRITE_OFF, OFFER_SELL,
    OFFER_BUY, CREDIT_ASSIGN, CREDIT_SUBROGATE, NETTING_JOIN,
)  # fmt: skip

TRANSITIONS: Final[dict[tuple[State, str], State]] = {
    (ObligationState.PROPOSED, CREDIT_ACCEPT): ObligationState.ACTIVE,
    (ObligationState.PROPOSED, CREDIT_DECLINE): ObligationState.DECLINED,
    **{(state, kind): state for state, kind in product(OWED, _WHILE_OPEN)},
    (ObligationState.ACTIVE, CREDIT_DEFAULT): ObligationState.DEFAULTED,
    **dict.fromkeys(product(_GIVEN_UP, (CREDIT_RECOVER,)), ObligationState.RECOVERED),
    **{(state, CREDIT_RECOVER): state for state in _PAID},
    **{(CoverState.STANDS, kind): CoverState.STANDS for kind in (GUARANTEE_CALL, GUARANTEE_PAY, POOL_CLAIM, POOL_DRAW)},
    (RoundState.OPEN, NETTING_AGREE): RoundState.OPEN,
    (RoundState.OPEN, NETTING_APPLY): RoundState.APPLIED,
    (RoundState.OPEN, NETTING_ABORT): RoundState.ABORTED,
    (DisputeState.OPEN, DISPUTE_ANSWER): DisputeState.OPEN,
    (DisputeState.OPEN, DISPUTE_CLOSE): DisputeState.CLOSED,
    (CorrectionState.PROPOSED, CORRECT_ACCEPT): CorrectionState.ACCEPTED,
    (CorrectionState.PROPOSED, CORRECT_DECLINE): CorrectionState.DECLINED,
    (ConsentState.GIVEN, ACCESS_RECEIPT): ConsentState.GIVEN,
    (ConsentState.GIVEN, CONSENT_REVOKE): ConsentState.REVOKED,
}
"""(state, kind) -> next state. Where nothing is outstanding afterwards, COMPLETED says which it is instead."""

COMPLETED: Final[dict[tuple[ObligationState, str], ObligationState]] = {
    (ObligationState.ACTIVE, CREDIT_RECEIPT): ObligationState.SETTLED,
    (ObligationState.DEFAULTED, CREDIT_RECEIPT): ObligationState.CURED,
    **dict.fromkeys(product(OWED, (CREDIT_WRITE_OFF,)), ObligationState.WRITTEN_OFF),
}

OPENERS: Final = frozenset({
    CREDIT_PROPOSE, GUARANTEE_GRANT, POOL_CREATE, POOL_PLEDGE, NETTING_ANNOUNCE, DISPUTE_OPEN, CORRECT_PROPOSE,
    CONSENT_GRANT,
})  # fmt: skip
"""Kinds that begin an object which later records move."""

MOVERS: Final = frozenset({
    CREDIT_ACCEPT, CREDIT_DECLINE, CREDIT_RECEIPT, CREDIT_RESTRUCTURE, CREDIT_NOTICE, CREDIT_DEFAULT, CREDIT_WRITE_OFF,
    CREDIT_RECOVER, CREDIT_ASSIGN, CREDIT_SUBROGATE, GUARANTEE_PAY, POOL_DRAW, NETTING_JOIN, NETTING_APPLY,
    NETTING_ABORT, DISPUTE_CLOSE, CORRECT_ACCEPT, CORRECT_DECLINE, CONSENT_REVOKE,
})  # fmt: skip
"""Kinds that move the version they name to its next one; only its controller may write them."""

WORDS: Final = frozenset({
    CREDIT_CLAIM, CREDIT_AGREE, OFFER_SELL, OFFER_BUY, GUARANTEE_CALL, POOL_CLAIM, NETTING_AGREE, DISPUTE_ANSWER,
    ACCESS_RECEIPT,
})  # fmt: skip
"""Kinds that say something about the version they name and leave it as it is."""

DEMANDS: Final = frozenset({GUARANTEE_CALL, POOL_CLAIM})
"""Kinds that ask of a guarantee or pool what an obligation in default has not brought."""

STEPS: Final = MOVERS | WORDS
"""Kinds that belong to the object of which their first name is a version."""

ABOUT_VERSION: Final = STEPS | {POOL_PLEDGE, DISPUTE_OPEN, CORRECT_PROPOSE}
"""Kinds whose first name is what they are about."""

CONSENTS: Final[dict[str, frozenset[str]]] = {
    CREDIT_RESTRUCTURE: frozenset({CREDIT_AGREE}),
    CREDIT_ASSIGN: frozenset({OFFER_BUY}),
    CREDIT_SUBROGATE: frozenset({GUARANTEE_PAY, POOL_DRAW}),
    GUARANTEE_PAY: frozenset({GUARANTEE_CALL}),
    POOL_DRAW: frozenset({POOL_CLAIM}),
    NETTING_JOIN: frozenset({NETTING_AGREE}),
}
"""Kinds that rest on somebody else's word -> the kinds of it: the first of these that is named after the version."""

TRANSFERS: Final = frozenset({CREDIT_ASSIGN, CREDIT_SUBROGATE})
"""Kinds that put whoever wrote the consent in the holder's place, for all that is outstanding or a part of it."""

PARTS_CALLED_BY: Final = CONSENTS[CREDIT_ASSIGN] | CONSENTS[CREDIT_SUBROGATE]
"""Kinds of the consents by whose ids parts are called."""

JUDGED_BY_OTHERS: Final = frozenset({
    GUARANTEE_CALL, POOL_CLAIM, POOL_DRAW, NETTING_AGREE, NETTING_JOIN, NETTING_APPLY,
})  # fmt: skip
"""Kinds that are judged by all the versions which they name, not by the first alone."""

RELIES_ON: Final[dict[str, str]] = {
    CREDIT_ACCEPT: CREDIT_PROPOSE,
    CREDIT_RESTRUCTURE: CREDIT_AGREE,
    CREDIT_ASSIGN: OFFER_BUY,
    NETTING_APPLY: NETTING_ANNOUNCE,
    NETTING_ABORT: NETTING_ANNOUNCE,
}
"""Kinds that may be written up to a day which another record names -> the kind of that one."""

ENDS: Final = frozenset({NETTING_APPLY, NETTING_ABORT})
"""Kinds that end a netting round, and move every obligation that has joined it."""

FAR_REACHING: Final = ENDS | TRANSFERS | {NETTING_JOIN}
"""Kinds that move or make more than the object that they are about, or whose object may have been moved on already."""

HEADED: Final = frozenset({CREDIT_DEFAULT, CREDIT_ASSIGN, NETTING_JOIN})
"""Kinds that an open dispute stops: they name how far the author has read the debtor's feed."""

LEVEL_NEEDED: Final[dict[str, Level]] = dict.fromkeys(
    (CREDIT_DEFAULT, CREDIT_ASSIGN, CREDIT_SUBROGATE, GUARANTEE_PAY, POOL_DRAW, NETTING_APPLY), Level.FINAL
)
"""Kinds that must be final before anything builds on them; every other kind needs confirmed."""


def level_needed(kind: str) -> Level:
    """Return the level that a record of this kind must have before anything may build on it."""
    return LEVEL_NEEDED.get(kind, Level.CONFIRMED)
