"""The rules of the steps of an obligation: who may take which, in which state, and how much it may move."""

from collections.abc import Callable
from typing import Final, cast

from cohong.book.guarantee_rules import against_subrogation
from cohong.book.netting_rules import against_joining, names_fit_joining
from cohong.book.objects import Obligation, ObligationState
from cohong.book.question import DAY_MS, Lock, Question, Rules, day_of, end_of_day_ms, last_day_anywhere
from cohong.book.reasons import NoReason
from cohong.book.references import reference_size
from cohong.book.transitions import CONSENTS, HEADED, MOVERS, TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_AGREE,
    CREDIT_CLAIM,
    CREDIT_DEFAULT,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_SUBROGATE,
    CREDIT_WRITE_OFF,
    NETTING_JOIN,
    OFFER_BUY,
    OFFER_SELL,
)

DEFAULT_AFTER_MS: Final = 60 * DAY_MS
"""From the end of the due day and the days of grace until a default may be recorded."""

NOTICE_MS: Final = 14 * DAY_MS
"""From the block that includes the holder's notice until then."""

_BY_DEBTOR: Final = (CREDIT_CLAIM, CREDIT_AGREE)
_BY_HOLDER: Final = MOVERS | {OFFER_SELL}
_NOT_WHILE_LOCKED: Final = MOVERS | {OFFER_SELL, OFFER_BUY}


def against_step(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a step of an obligation breaks, None if it breaks none."""
    fact, obligation = question.record.fact, question.version
    if not isinstance(obligation, Obligation) or not _names_fit(question, obligation):
        return NoReason.WRONG_NAMES
    reason = _against_author(question, obligation, rules)
    if reason is not None:
        return reason
    if (obligation.state, fact.kind) not in TRANSITIONS:
        return NoReason.WRONG_STATE
    if obligation.locked_in is not None and fact.kind in _NOT_WHILE_LOCKED and _is_locked(question):
        return NoReason.LOCKED
    if fact.kind == CREDIT_SUBROGATE:
        return against_subrogation(question, obligation)
    if fact.kind == NETTING_JOIN:
        return against_joining(question, obligation, rules) or _against_circumstances(question, obligation)
    reason = _against_consent(question, obligation) if fact.kind in CONSENTS else None
    reason = reason or _AMOUNT_RULES.get(fact.kind, _against_nothing)(question, body, obligation)
    return reason or (_against_circumstances(question, obligation) if fact.kind in HEADED else None)


def _names_fit(question: Question, obligation: Obligation) -> bool:
    """Whether what follows the version among the names is what the kind allows: its consent; a claim, for a receipt."""
    kind, rest = question.record.fact.kind, question.named[reference_size(question.named) :]
    if kind == NETTING_JOIN:
        return names_fit_joining(question)
    if kind in CONSENTS:
        return len(rest) == 1 and rest[0].kind in CONSENTS[kind]
    if kind != CREDIT_RECEIPT:
        return not rest
    return len(rest) <= 1 and all(claim.kind == CREDIT_CLAIM and claim.object == obligation.id for claim in rest)


def _against_author(question: Question, obligation: Obligation, rules: Rules) -> NoReason | None:
    fact = question.record.fact
    # A round's coordinator moves what has joined it by ending the round, never by a step.
    is_proposed = obligation.state is ObligationState.PROPOSED
    holder = rules.holder_of(obligation.controller if is_proposed else obligation.holder)
    debtor = rules.holder_of(obligation.terms.debtor)
    if fact.kind in _BY_HOLDER:
        return None if fact.author == holder else NoReason.NOT_CONTROLLER
    if fact.kind in _BY_DEBTOR:
        return None if fact.author == debtor else NoReason.NOT_DEBTOR
    return NoReason.SAME_PARTY if fact.author in (holder, debtor) else None


def _is_locked(question: Question) -> bool:
    return question.circumstances is None or question.circumstances.lock is not Lock.FREE


def _against_consent(question: Question, obligation: Obligation) -> NoReason | None:
    """Return what is wrong with the consent that a step names: it is for one version, and good up to a day."""
    consent = question.consent
    if consent is None or consent.body is None:
        return NoReason.NOT_AGREED
    names = names_of(consent.body)
    named = question.named
    if consent.fact.object != obligation.id or names[: reference_size(named)] != tuple(
        item.id for item in named[: reference_size(named)]
    ):
        return NoReason.NOT_AGREED
    is_over = day_of(question.record.fact.time_ms) > cast(str, consent.body["valid_until"])
    return NoReason.EXPIRED if is_over else None


def _against_nothing(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    return None


def _against_acceptance(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    is_over = day_of(question.record.fact.time_ms) > obligation.terms.valid_until
    return NoReason.EXPIRED if is_over else None


def _against_payment(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    if cast(int, body["amount"]) > obligation.outstanding_minor:
        return NoReason.EXCEEDS_OUTSTANDING
    is_ahead = cast(str, body["value_date"]) > last_day_anywhere(question.record.fact.time_ms)
    return NoReason.IN_FUTURE if is_ahead else None


def _against_recovery(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    if cast(int, body["amount"]) > obligation.written_off_minor:
        return NoReason.EXCEEDS_WRITTEN_OFF
    is_ahead = cast(str, body["value_date"]) > last_day_anywhere(question.record.fact.time_ms)
    return NoReason.IN_FUTURE if is_ahead else None


def _against_writing_off(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    return NoReason.EXCEEDS_OUTSTANDING if cast(int, body["amount"]) > obligation.outstanding_minor else None


def _against_revision(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    amount, due = cast(int, body["amount"]), cast(str, body["due"])
    if (amount, due) == (obligation.amount_minor, obligation.due):
        return NoReason.NOTHING_NEW
    if amount > obligation.amount_minor or amount <= obligation.cleared_minor:
        return NoReason.AMOUNT
    return NoReason.DATES if due < obligation.terms.issued else None


def _against_agreed_revision(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    assert question.consent is not None and question.consent.body is not None, "it has been looked at"
    agreed = question.consent.body
    if (agreed["amount"], agreed["due"]) != (body["amount"], body["due"]):
        return NoReason.NOT_AGREED
    return _against_revision(question, body, obligation)


def _against_offer(question: Question, body: dict[str, Value], obligation: Obligation) -> NoReason | None:
    if not obligation.terms.assignable:
        return NoReason.NOT_ASSIGNABLE
    if cast(int, body["amount"]) > obligation.outstanding_minor:
        return NoReason.EXCEEDS_OUTSTANDING
    is_over = day_of(question.record.fact.time_ms) > cast(str, body["valid_until"])
    return NoReason.DATES if is_over else None


_AMOUNT_RULES: Final[dict[str, Callable[[Question, dict[str, Value], Obligation], NoReason | None]]] = {
    CREDIT_ACCEPT: _against_acceptance,
    CREDIT_CLAIM: _against_payment,
    CREDIT_RECEIPT: _against_payment,
    CREDIT_RECOVER: _against_recovery,
    CREDIT_WRITE_OFF: _against_writing_off,
    CREDIT_AGREE: _against_revision,
    CREDIT_RESTRUCTURE: _against_agreed_revision,
    OFFER_SELL: _against_offer,
    OFFER_BUY: _against_offer,
}


def _against_circumstances(question: Question, obligation: Obligation) -> NoReason | None:
    found = question.circumstances
    if found is None or not found.is_read:
        return NoReason.WRONG_HEAD
    if question.record.fact.kind == CREDIT_DEFAULT:
        if found.notice_ms is None or found.block_ms < found.notice_ms + NOTICE_MS:
            return NoReason.NO_NOTICE
        if found.block_ms < default_from_ms(obligation):
            return NoReason.TOO_EARLY
    return NoReason.DISPUTED if found.is_disputed else None


def default_from_ms(obligation: Obligation) -> int:
    """Return the earliest date of a block at whose height a default may be recorded, notice aside."""
    return end_of_day_ms(obligation.due) + obligation.terms.grace_days * DAY_MS + DEFAULT_AFTER_MS
