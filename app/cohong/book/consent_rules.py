"""The rules of consents: who lets whom read, who takes that back, and who records that it has read."""

from typing import cast

from cohong.book.consents import Consent
from cohong.book.question import Question, Rules, day_of
from cohong.book.reasons import NoReason
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.standing import EntryFact


def against_consent(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `consent.grant` breaks, None if it breaks none."""
    if body["reader"] not in rules.members:
        return NoReason.NOT_A_MEMBER
    if body["reader"] == fact.author:
        return NoReason.SAME_PARTY
    return NoReason.DATES if cast(str, body["until"]) < day_of(fact.time_ms) else None


def against_revocation(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `consent.revoke` breaks: the subject takes back what it has given, at any time."""
    consent = question.version
    if not isinstance(consent, Consent) or len(question.named) != 1:
        return NoReason.WRONG_NAMES
    if question.record.fact.author != rules.holder_of(consent.subject):
        return NoReason.NOT_CONTROLLER
    return _against_state(question, consent)


def against_access(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that an `access.receipt` breaks: the reader has read under a consent that had not ended.

    It names the consent as it was given. Whether it has been taken back since, the reader need not have known.
    """
    fact, consent = question.record.fact, question.version
    if not isinstance(consent, Consent) or len(question.named) != 1:
        return NoReason.WRONG_NAMES
    if fact.author != rules.holder_of(consent.reader):
        return NoReason.NOT_A_PARTY
    reason = _against_state(question, consent)
    return reason or (NoReason.EXPIRED if day_of(fact.time_ms) > consent.until else None)


def _against_state(question: Question, consent: Consent) -> NoReason | None:
    return None if (consent.state, question.record.fact.kind) in TRANSITIONS else NoReason.WRONG_STATE
