"""What a member may write about an obligation as it stands: the kinds that its place in it and the state allow."""

from collections.abc import Sequence
from typing import Final

from cohong.book.dispute_rules import concerned
from cohong.book.objects import Obligation
from cohong.book.question import Rules
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import (
    CORRECT_PROPOSE,
    CREDIT_ACCEPT,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_DEFAULT,
    CREDIT_NOTICE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    DISPUTE_OPEN,
    OFFER_BUY,
    OFFER_SELL,
)

# The usual one first: what opens by a double click.
_BY_CONTROLLER: Final = (
    CREDIT_ACCEPT, CREDIT_DECLINE, CREDIT_RECEIPT, CREDIT_NOTICE, CREDIT_RESTRUCTURE, CREDIT_DEFAULT, CREDIT_WRITE_OFF,
    CREDIT_RECOVER, OFFER_SELL, CREDIT_ASSIGN,
)  # fmt: skip
_BY_DEBTOR: Final = (CREDIT_CLAIM, CREDIT_AGREE)
_OF_SALES: Final = (OFFER_SELL, OFFER_BUY, CREDIT_ASSIGN)


def actions_on(obligation: Obligation, me: MemberId, rules: Rules, by_covers: Sequence[str] = ()) -> list[str]:
    """Return the kinds of records that a member may write about an obligation, the usual one first.

    What a record needs besides (a consent, a notice given two weeks ago) is for the rules to say when it is written.

    Args:
        by_covers: the kinds that a guarantee, a pool or a payment on one allows besides.
    """
    controller, debtor = rules.holder_of(obligation.controller), rules.holder_of(obligation.terms.debtor)
    kinds = _BY_CONTROLLER if me == controller else _BY_DEBTOR if me == debtor else (OFFER_BUY,)
    allowed = [kind for kind in kinds if _is_possible(kind, obligation)]
    allowed += by_covers
    if me in {rules.holder_of(key) for key in concerned(obligation)}:
        allowed += [DISPUTE_OPEN, CORRECT_PROPOSE]
    return allowed


def _is_possible(kind: str, obligation: Obligation) -> bool:
    if kind in _OF_SALES and not obligation.terms.assignable:
        return False
    if kind == CREDIT_RECOVER and obligation.written_off_minor == 0:
        return False
    if kind == CREDIT_DEFAULT and obligation.notice is None:
        return False
    return (obligation.state, kind) in TRANSITIONS
