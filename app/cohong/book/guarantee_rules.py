"""The rules of guarantees and pools: who may promise, call, pay and draw, and for how much."""

from typing import cast

from cohong.book.guarantees import Guarantee, Pledge, Pool, draw_of
from cohong.book.objects import Obligation, ObligationState
from cohong.book.question import Question, Rules, day_of, last_day_anywhere
from cohong.book.reasons import NoReason
from cohong.primitives.encoding import Value
from cohong.primitives.standing import EntryFact


def against_grant(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `guarantee.grant` breaks, None if it breaks none."""
    debtor, beneficiary = body["debtor"], body["beneficiary"]
    if debtor not in rules.members or beneficiary not in rules.members:
        return NoReason.NOT_A_MEMBER
    if len({debtor, beneficiary, fact.author}) < 3:
        return NoReason.SAME_PARTY
    if rules.currencies and body["currency"] not in rules.currencies:
        return NoReason.CURRENCY
    return NoReason.DATES if cast(str, body["until"]) < day_of(fact.time_ms) else None


def against_pool(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `pool.create` breaks, None if it breaks none."""
    return NoReason.CURRENCY if rules.currencies and body["currency"] not in rules.currencies else None


def against_pledge(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `pool.pledge` breaks, None if it breaks none."""
    if not isinstance(question.version, Pool) or len(question.named) != 1:
        return NoReason.WRONG_NAMES
    is_over = cast(str, body["until"]) < day_of(question.record.fact.time_ms)
    return NoReason.DATES if is_over else None


def against_call(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `guarantee.call` breaks: it is for an obligation in default that is covered."""
    fact, guarantee, obligation = question.record.fact, question.version, _only_obligation(question)
    if not isinstance(guarantee, Guarantee) or obligation is None:
        return NoReason.WRONG_NAMES
    reason = _against_demand(fact, body, obligation, rules)
    if reason is not None:
        return reason
    if fact.author != rules.holder_of(guarantee.beneficiary):
        return NoReason.NOT_A_PARTY
    if (obligation.terms.debtor, obligation.terms.currency) != (guarantee.debtor, guarantee.currency):
        return NoReason.OUT_OF_SCOPE
    if day_of(fact.time_ms) > guarantee.until:
        return NoReason.EXPIRED
    return NoReason.EXCEEDS_COVER if cast(int, body["amount"]) > guarantee.left_minor else None


def against_claim(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `pool.claim` breaks, None if it breaks none."""
    fact, pool, obligation = question.record.fact, question.version, _only_obligation(question)
    if not isinstance(pool, Pool) or obligation is None:
        return NoReason.WRONG_NAMES
    reason = _against_demand(fact, body, obligation, rules)
    if reason is not None:
        return reason
    if obligation.terms.currency != pool.currency:
        return NoReason.OUT_OF_SCOPE
    # The keeper comes into the holder's place, and nobody owes itself.
    is_of_keeper = rules.holder_of(obligation.terms.debtor) == rules.keeper_of(pool.id, pool.keeper)
    return NoReason.SAME_PARTY if is_of_keeper else None


def _only_obligation(question: Question) -> Obligation | None:
    """Return the obligation that a demand names after the guarantee or pool."""
    others = question.others
    return others[0] if len(others) == 1 and isinstance(others[0], Obligation) else None


def _against_demand(fact: EntryFact, body: dict[str, Value], obligation: Obligation, rules: Rules) -> NoReason | None:
    if body["version"] != obligation.version:
        return NoReason.WRONG_NAMES
    if fact.author != rules.holder_of(obligation.holder):
        return NoReason.NOT_CONTROLLER
    if obligation.state is not ObligationState.DEFAULTED:
        return NoReason.WRONG_STATE
    return NoReason.EXCEEDS_OUTSTANDING if cast(int, body["amount"]) > obligation.outstanding_minor else None


def against_guarantors_payment(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `guarantee.pay` breaks: it answers a call, once, and uses up the cap."""
    fact, guarantee, call = question.record.fact, question.version, question.consent
    is_of_call = call is not None and call.body is not None and isinstance(guarantee, Guarantee)
    if not is_of_call or len(question.named) != 2:
        return NoReason.WRONG_NAMES
    assert isinstance(guarantee, Guarantee) and call is not None and call.body is not None, "as was just seen"
    if call.fact.object != guarantee.id or call.body["version"] != body["version"]:
        return NoReason.WRONG_NAMES
    if fact.author != rules.holder_of(guarantee.guarantor):
        return NoReason.NOT_CONTROLLER
    if call.fact.id in guarantee.answered:
        return NoReason.ANSWERED
    if cast(int, body["amount"]) > min(guarantee.left_minor, cast(int, call.body["amount"])):
        return NoReason.EXCEEDS_COVER
    is_ahead = cast(str, body["value_date"]) > last_day_anywhere(fact.time_ms)
    return NoReason.IN_FUTURE if is_ahead else None


def against_draw(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    """Return the first rule that a `pool.draw` breaks: it answers a claim, once, by the pool's rule alone.

    It names the pool, the claim, the obligation as it was claimed for, and the pledges that are drawn on.
    """
    fact, pool, claim = question.record.fact, question.version, question.consent
    pledges = [item for item in question.others if isinstance(item, Pledge)]
    obligations = [item for item in question.others if isinstance(item, Obligation)]
    if not isinstance(pool, Pool) or claim is None or claim.body is None or len(obligations) != 1:
        return NoReason.WRONG_NAMES
    # The claim is a word, of which no version is left.
    if len(pledges) + 2 != len(question.others) or len({item.id for item in pledges}) != len(pledges):
        return NoReason.WRONG_NAMES
    is_of_claim = claim.fact.object == pool.id and claim.body["version"] == body["version"] == obligations[0].version
    if not is_of_claim or any(item.pool != pool.id for item in pledges):
        return NoReason.WRONG_NAMES
    if fact.author != rules.keeper_of(pool.id, pool.keeper):
        return NoReason.NOT_CONTROLLER
    # Whoever has been named since the claim may be the debtor.
    if fact.author == rules.holder_of(obligations[0].terms.debtor):
        return NoReason.SAME_PARTY
    if claim.fact.id in pool.answered:
        return NoReason.ANSWERED
    if any(item.until < day_of(fact.time_ms) for item in pledges):
        return NoReason.EXPIRED
    due = draw_of(pool, pledges, cast(int, claim.body["amount"]), obligations[0].terms.debtor)
    return None if due == (body["amount"], body["shares"]) else NoReason.NOT_THE_RULE


def against_subrogation(question: Question, obligation: Obligation) -> NoReason | None:
    """Return what is wrong with putting whoever has paid in the holder's place: it has paid for this version.

    Since a version is moved once, what was paid is used once.
    """
    paid = question.consent
    if paid is None or paid.body is None or paid.body["version"] != obligation.version:
        return NoReason.NOT_AGREED
    return NoReason.EXCEEDS_OUTSTANDING if cast(int, paid.body["amount"]) > obligation.outstanding_minor else None
