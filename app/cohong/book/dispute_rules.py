"""The rules of disputes and corrections: whom a record concerns may object to it, and whom it is put to answers."""

from typing import Final, cast

from cohong.book.disputes import Correction, Dispute
from cohong.book.objects import Endorsement, Obligation, ObligationState, Subject
from cohong.book.question import Question, Rules
from cohong.book.reasons import NoReason
from cohong.book.references import reference_size
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import CORRECT_PROPOSE
from cohong.primitives.standing import EntryFact

_NEVER_OWED: Final = (ObligationState.PROPOSED, ObligationState.DECLINED)


def concerned(subject: Subject) -> tuple[MemberId, ...]:
    """Return whom something concerns, sorted: nobody for what can't be objected to."""
    if isinstance(subject, Obligation) and subject.state not in _NEVER_OWED:
        return tuple(sorted(subject.parties))
    return tuple(sorted((subject.author, subject.member))) if isinstance(subject, Endorsement) else ()


def against_objection(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `dispute.open` or `correct.propose` breaks, None if it breaks none."""
    fact, subject = question.record.fact, question.version
    if subject is None or len(question.named) != reference_size(question.named):
        return NoReason.WRONG_NAMES
    parties = {rules.holder_of(key) for key in concerned(subject)}
    if not parties:
        return NoReason.WRONG_STATE if isinstance(subject, Obligation) else NoReason.WRONG_NAMES
    if fact.author not in parties:
        return NoReason.NOT_A_PARTY
    # Who has said something takes it back by saying it anew: only the other has reason to object.
    if isinstance(subject, Endorsement) and rules.holder_of(subject.author) == fact.author:
        return NoReason.SAME_PARTY
    return _against_asked(fact, body, concerned(subject), rules) if fact.kind == CORRECT_PROPOSE else None


def _against_asked(
    fact: EntryFact, body: dict[str, Value], parties: tuple[MemberId, ...], rules: Rules
) -> NoReason | None:
    asked = MemberId(cast(bytes, body["asked"]))
    if asked not in parties:
        return NoReason.NOT_A_PARTY
    return NoReason.SAME_PARTY if rules.holder_of(asked) == fact.author else None


def against_answer(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `dispute.answer` breaks, None if it breaks none."""
    fact, dispute = question.record.fact, question.version
    if not isinstance(dispute, Dispute) or len(question.named) != 1:
        return NoReason.WRONG_NAMES
    others = {rules.holder_of(key) for key in dispute.concerned} - {rules.holder_of(dispute.opener)}
    if fact.author not in others:
        return NoReason.NOT_A_PARTY
    return None if (dispute.state, fact.kind) in TRANSITIONS else NoReason.WRONG_STATE


def against_closing(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `dispute.close` breaks, None if it breaks none."""
    return _against_move(question, rules, Dispute)


def against_correction_step(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `correct.accept` or `correct.decline` breaks, None if it breaks none."""
    return _against_move(question, rules, Correction)


def _against_move(question: Question, rules: Rules, what: type[Dispute] | type[Correction]) -> NoReason | None:
    fact, version = question.record.fact, question.version
    if not isinstance(version, what) or len(question.named) != 1:
        return NoReason.WRONG_NAMES
    assert isinstance(version, Dispute | Correction), "one of the two was asked for"
    if fact.author != rules.holder_of(version.controller):
        return NoReason.NOT_CONTROLLER
    return None if (version.state, fact.kind) in TRANSITIONS else NoReason.WRONG_STATE
