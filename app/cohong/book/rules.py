"""The rules of the book: why a record must not stand, judged only by what the record itself names.

A voter asks `reason_against` with the record and the state that it names, never with what else the voter happens to
know. So honest voters cannot disagree, whatever order things reached them in (protocol.md 3).
"""

from collections.abc import Callable
from typing import Final, cast

from cohong.book.bodies import FIELDS, malformed_field
from cohong.book.consent_rules import against_access, against_consent, against_revocation
from cohong.book.dispute_rules import against_answer, against_closing, against_correction_step, against_objection
from cohong.book.guarantee_rules import (
    against_call,
    against_claim,
    against_draw,
    against_grant,
    against_guarantors_payment,
    against_pledge,
    against_pool,
)
from cohong.book.netting_rules import against_agreement, against_announcement, against_ending, against_result
from cohong.book.obligation_rules import against_step
from cohong.book.question import Question, Rules, day_of
from cohong.book.reasons import NoReason
from cohong.book.transitions import ABOUT_VERSION, ENDS, RELIES_ON
from cohong.primitives.encoding import Value
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_GRANT,
    CONSENT_REVOKE,
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CORRECT_PROPOSE,
    CREDIT_PROPOSE,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
    ENDORSE_SET,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    LIMIT_SET,
    NETTING_ABORT,
    NETTING_AGREE,
    NETTING_ANNOUNCE,
    NETTING_APPLY,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
    PROFILE_SET,
)
from cohong.primitives.standing import EntryFact, Record


def is_known(kind: str) -> bool:
    """Return whether this version of the program knows the kind's rules; a record of any other kind is held."""
    return kind in FIELDS


def reason_against(question: Question, rules: Rules) -> NoReason | None:
    """Return the first rule that the record breaks, or None. The kind is a known one.

    That no earlier entry moved the same version is for the caller to see: it depends on how that entry stands.
    """
    fact, body = question.record.fact, question.record.body
    # A record is about an object only if its body was well-formed when it was placed: no need to look again.
    if body is None or (fact.object is None and malformed_field(fact.kind, body) is not None):
        return NoReason.MALFORMED
    if fact.author not in rules.members:
        return NoReason.NOT_A_MEMBER
    if fact.kind in ABOUT_VERSION:
        return _ABOUT_VERSION.get(fact.kind, against_step)(question, body, rules)
    if question.named:
        return NoReason.WRONG_NAMES
    return _STANDALONE[fact.kind](fact, body, rules)


_ABOUT_VERSION: Final[dict[str, Callable[[Question, dict[str, Value], Rules], NoReason | None]]] = {
    DISPUTE_OPEN: against_objection,
    DISPUTE_ANSWER: against_answer,
    DISPUTE_CLOSE: against_closing,
    CORRECT_PROPOSE: against_objection,
    CORRECT_ACCEPT: against_correction_step,
    CORRECT_DECLINE: against_correction_step,
    GUARANTEE_CALL: against_call,
    GUARANTEE_PAY: against_guarantors_payment,
    POOL_PLEDGE: against_pledge,
    POOL_CLAIM: against_claim,
    POOL_DRAW: against_draw,
    NETTING_AGREE: against_agreement,
    NETTING_APPLY: against_result,
    NETTING_ABORT: against_ending,
    CONSENT_REVOKE: against_revocation,
    ACCESS_RECEIPT: against_access,
}
"""Every other kind about a version is a step of an obligation."""


def _against_profile(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    return None


def _against_limit(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    if body["counterparty"] not in rules.members:
        return NoReason.NOT_A_MEMBER
    return NoReason.SAME_PARTY if body["counterparty"] == fact.author else None


def _against_endorsement(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    if body["member"] not in rules.members:
        return NoReason.NOT_A_MEMBER
    return NoReason.SAME_PARTY if body["member"] == fact.author else None


def _against_proposal(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    debtor, creditor = body["debtor"], body["creditor"]
    if debtor not in rules.members or creditor not in rules.members:
        return NoReason.NOT_A_MEMBER
    if debtor == creditor:
        return NoReason.SAME_PARTY
    if fact.author not in (debtor, creditor):
        return NoReason.NOT_A_PARTY
    if rules.currencies and body["currency"] not in rules.currencies:
        return NoReason.CURRENCY
    if cast(str, body["issued"]) > cast(str, body["due"]) or cast(str, body["valid_until"]) < day_of(fact.time_ms):
        return NoReason.DATES
    return None


_STANDALONE: Final[dict[str, Callable[[EntryFact, dict[str, Value], Rules], NoReason | None]]] = {
    PROFILE_SET: _against_profile,
    LIMIT_SET: _against_limit,
    ENDORSE_SET: _against_endorsement,
    CREDIT_PROPOSE: _against_proposal,
    GUARANTEE_GRANT: against_grant,
    POOL_CREATE: against_pool,
    NETTING_ANNOUNCE: against_announcement,
    CONSENT_GRANT: against_consent,
}


def end_relied_on(record: Record, relied_on: Record) -> str | None:
    """Return the last day on which a record may be written that relies on another: a proposal, a consent, a round.

    A block dated well after that day, whose cut does not reach the record, makes it late (protocol.md 4). Whether what
    it relies on stands is not asked: that may change after the block, and what is late is late for good.
    """
    body = relied_on.body
    if RELIES_ON.get(record.fact.kind) != relied_on.fact.kind or body is None:
        return None
    if malformed_field(relied_on.fact.kind, body) is not None:
        return None
    return cast(str, body["ends" if record.fact.kind in ENDS else "valid_until"])
