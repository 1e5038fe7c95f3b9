"""What the measures of reputation say of one member of a world, and of raters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, median

from tests.benchmarks.gaming_world import TODAY, World, as_of_today

from cohong.insight.experience import expected, learned, terms_before, terms_left_out
from cohong.insight.payment_facts import payment_facts
from cohong.insight.raters import reliability
from cohong.insight.ratings import ratings_of
from cohong.insight.repaid_trade import RepaidTrade, Repayment, repaid_trade
from cohong.insight.scorecard import Grade, score_of
from cohong.insight.trust_flow import trust_flow

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Measures:
    """What honest members see.

    Attributes:
        trust_median_minor, trust_most_minor: over all honest viewers.
        on_time: probability of paying within terms, not to be shown if `is_thin`.
        on_time_low: below it lies 5 %.
        effective: number of counterparties.
        grade: None for a thin file.
        experience: what honest raters are expected to say on average, -1 … +1.
    """

    trust_median_minor: int
    trust_most_minor: int
    on_time: float
    on_time_low: float
    is_thin: bool
    effective: float
    grade: Grade | None
    experience: float


def measures_of(world: World, subject: str) -> Measures:
    """Return what is seen of a member at the end of the last day."""
    trade = trade_of(world)
    trusts = [trust_flow(trade, viewer, subject).minor for viewer in world.honest if viewer != subject]
    facts = payment_facts((deal.line() for deal in world.deals if deal.debtor == subject), as_of_today())
    on_time = facts.on_time
    return Measures(
        int(median(trusts)),
        max(trusts),
        on_time.mean,
        on_time.low,
        on_time.is_thin,
        on_time.effective_counterparties,
        score_of(facts).grade,
        _experience(world, subject),
    )


def reliability_of(world: World, raters: Iterable[str]) -> float:
    """Return the mean reliability of some raters."""
    ratings = ratings_of(_rows(world))
    numbers = {name: number for number, name in enumerate(ratings.names)}
    found = reliability(ratings)
    return fmean(float(found[numbers[rater]]) if rater in numbers else 0.0 for rater in raters)


def trade_of(world: World) -> RepaidTrade:
    """Return the graph of what is repaid by the last day."""
    return repaid_trade(
        [
            Repayment(deal.creditor, deal.debtor, deal.amount_minor, TODAY - deal.paid)
            for deal in world.deals
            if deal.paid is not None and deal.paid <= TODAY
        ]
    )


def _experience(world: World, subject: str) -> float:
    """Ask every honest member that has not spoken of the subject, all at once, so that none sees the others' answer."""
    rows = _rows(world)
    known = ratings_of(rows)
    weights = learned(terms_left_out(known), known.values)
    spoken = {word.rater for word in world.words if word.subject == subject}
    asked = [rater for rater in world.honest if rater != subject and rater not in spoken]
    ratings = ratings_of(rows + [(rater, subject, 0.0, (TODAY + 1) * _DAY_S) for rater in asked])
    return float(expected(terms_before(ratings)[-len(asked) :], weights).mean())


def _rows(world: World) -> list[tuple[str, str, float, float]]:
    return [(word.rater, word.subject, word.value, word.day * _DAY_S) for word in world.words]
