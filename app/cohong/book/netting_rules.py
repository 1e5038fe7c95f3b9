"""The rules of netting rounds: who may join with what, and that a result is fair to all and the largest possible."""

from typing import Final, cast

from cohong.book.circulation import CirculationFault, Debt, fault_of
from cohong.book.objects import OWED, Obligation
from cohong.book.question import Question, Rules, day_of
from cohong.book.reasons import NoReason
from cohong.book.references import reference_size
from cohong.book.rounds import Round
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import NETTING_AGREE, NETTING_ANNOUNCE, NETTING_JOIN
from cohong.primitives.standing import EntryFact


def against_announcement(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `netting.announce` breaks, None if it breaks none."""
    if rules.currencies and body["currency"] not in rules.currencies:
        return NoReason.CURRENCY
    return NoReason.DATES if cast(str, body["ends"]) < day_of(fact.time_ms) else None


def against_agreement(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `netting.agree` breaks, None if it breaks none.

    By it a participant brings what it owes, as debtor of all that it names after the announcement: perhaps nothing.
    """
    fact, round_ = question.record.fact, question.version
    if not isinstance(round_, Round):
        return NoReason.WRONG_NAMES
    if (round_.state, fact.kind) not in TRANSITIONS:
        return NoReason.WRONG_STATE
    if day_of(fact.time_ms) > round_.ends:
        return NoReason.EXPIRED
    for obligation in question.others:
        if not isinstance(obligation, Obligation):
            return NoReason.WRONG_NAMES
        if fact.author != rules.holder_of(obligation.terms.debtor):
            return NoReason.NOT_DEBTOR
        reason = _against_taking_part(obligation, round_)
        if reason is not None:
            return reason
    return None


def against_joining(question: Question, obligation: Obligation, rules: Rules) -> NoReason | None:
    """Return the first rule that a `netting.join` breaks beside those of every step of an obligation.

    It names the version, the announcement, and the debtor's consent.
    """
    fact, consent = question.record.fact, question.consent
    round_ = question.others[0] if question.others else None
    if not isinstance(round_, Round) or consent is None or consent.body is None:
        return NoReason.WRONG_NAMES
    agreed = names_of(consent.body)
    own = [item.id for item in question.named[: reference_size(question.named)]]
    if agreed[0] != EntryId(round_.id) or consent.fact.author != rules.holder_of(obligation.terms.debtor):
        return NoReason.NOT_AGREED
    if not any(list(agreed[start : start + len(own)]) == own for start in range(1, len(agreed))):
        return NoReason.NOT_AGREED
    if day_of(fact.time_ms) > round_.ends:
        return NoReason.EXPIRED
    return _against_taking_part(obligation, round_)


def names_fit_joining(question: Question) -> bool:
    """Return whether a `netting.join` names, after the version, an announcement and a debtor's consent."""
    rest = question.named[reference_size(question.named) :]
    return tuple(fact.kind for fact in rest) == (NETTING_ANNOUNCE, NETTING_AGREE)


def _against_taking_part(obligation: Obligation, round_: Round) -> NoReason | None:
    if obligation.state not in OWED:
        return NoReason.WRONG_STATE
    if not obligation.terms.nettable:
        return NoReason.NOT_NETTABLE
    if obligation.terms.currency != round_.currency or obligation.due > round_.due_until:
        return NoReason.OUT_OF_SCOPE
    return None


def against_ending(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `netting.abort` breaks, None if it breaks none."""
    fact, round_ = question.record.fact, question.version
    if not isinstance(round_, Round) or len(question.named) != 1:
        return NoReason.WRONG_NAMES
    return _against_coordinator(fact, round_, rules)


def against_result(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `netting.apply` breaks, None if it breaks none.

    It names the announcement and the entries by which obligations have joined, and says how much of each is set off:
    no net position changes, nothing is set off beyond what is owed, and no more could be set off among these.
    """
    fact, round_ = question.record.fact, question.version
    if not isinstance(round_, Round):
        return NoReason.WRONG_NAMES
    joined = _joined(question, round_)
    set_offs = cast("list[int]", body["set_offs"])
    if joined is None or len(joined) != len(set_offs):
        return NoReason.WRONG_NAMES
    reason = _against_coordinator(fact, round_, rules)
    if reason is not None:
        return reason
    debts = [
        Debt(rules.holder_of(item.terms.debtor), rules.holder_of(item.holder), item.outstanding_minor)
        for item in joined
    ]
    fault = fault_of(debts, set_offs)
    return _FAULTS[fault] if fault is not None else None


def _joined(question: Question, round_: Round) -> list[Obligation] | None:
    """Return the obligations that the names after the announcement have brought in, None if one has not."""
    found = []
    for fact, version in zip(question.named[1:], question.others, strict=True):
        is_joined = isinstance(version, Obligation) and version.locked_in == round_.id
        if fact.kind != NETTING_JOIN or not is_joined:
            return None
        assert isinstance(version, Obligation), "as was just seen"
        found.append(version)
    return found if found and len({item.id for item in found}) == len(found) else None


def _against_coordinator(fact: EntryFact, round_: Round, rules: Rules) -> NoReason | None:
    if fact.author != rules.holder_of(round_.coordinator):
        return NoReason.NOT_CONTROLLER
    if (round_.state, fact.kind) not in TRANSITIONS:
        return NoReason.WRONG_STATE
    return NoReason.EXPIRED if day_of(fact.time_ms) > round_.ends else None


_FAULTS: Final = {
    CirculationFault.BOUNDS: NoReason.EXCEEDS_OUTSTANDING,
    CirculationFault.CONSERVATION: NoReason.NOT_BALANCED,
    CirculationFault.NOT_OPTIMAL: NoReason.NOT_OPTIMAL,
}
