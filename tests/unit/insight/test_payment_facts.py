"""Facts of lines whose figures can be counted on the fingers, and what holds for all lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line

from cohong.insight.payment_facts import CurrencyFacts, Quarter, payment_facts
from cohong.insight.trade_lines import KEPT_DAYS, Mark, Outcome, Payment, TradeLine, standing_of


def test_facts_of_four_obligations() -> None:
    lines = [
        line(due_ago=100, late=0, amount_minor=30_000),
        line(due_ago=100, late=12, amount_minor=10_000),
        line(creditor="c2", due_ago=45, late=None, amount_minor=5_000),
        line(creditor="c2", due_ago=-20, late=None, amount_minor=7_000),
    ]
    facts = payment_facts(lines, AS_OF, guarantees_honoured=2)
    (hkd,) = facts.currencies
    assert hkd == CurrencyFacts(
        "HKD",
        open_minor=12_000,
        overdue_minor=5_000,
        settled_minor=40_000,
        # Both of the first two were open until the due day of the first; the third was issued later.
        highest_minor=40_000,
        ageing_minor=(7_000, 0, 5_000, 0, 0),
        paid_minor=40_000,
        paid_minor_days=10_000 * 12,
        past_due_minor=5_000,
        past_due_minor_days=5_000 * 45,
    )
    assert hkd.days_beyond_terms == (10_000 * 12 + 5_000 * 45) / 45_000
    assert hkd.paid_days_beyond_terms == 3
    assert (facts.invoices, facts.settled, facts.paid_within_terms, facts.late, facts.lost) == (4, 2, 1, 2, 0)
    assert (facts.days_late_sum, facts.worst_days_late, facts.counterparties) == (12, 45, 2)
    assert facts.quarters == (Quarter("2026-Q1", 1, 1, 0, 2, 12), Quarter("2026-Q2", 0, 1, 0, 0, 0))
    assert (facts.months_on_file, facts.guarantees_honoured, facts.final) == (4, 2, 4)
    assert facts.newest_day == AS_OF - 10  # the last is issued then


def test_without_obligations_everything_is_nothing() -> None:
    facts = payment_facts([], AS_OF)
    assert (facts.invoices, facts.currencies, facts.quarters, facts.newest_day) == (0, (), (), None)
    assert (facts.on_time.effective_counterparties, facts.on_time.mean) == (0, 0.5)
    assert (facts.on_time.low, facts.on_time.high) == pytest.approx((0.05, 0.95))


@pytest.mark.parametrize(("late", "outcome"), [(3, Outcome.ON_TIME), (4, Outcome.LATE)])
def test_grace_days_are_within_terms_and_still_days_late(late: int, outcome: Outcome) -> None:
    standing = standing_of(line(late=late, grace_days=3), AS_OF)
    assert (standing.outcome, standing.days_late, standing.outcome_day) == (outcome, late, AS_OF - 60 + late)


@pytest.mark.parametrize(
    ("due_ago", "outcome", "band"), [(0, Outcome.PENDING, 0), (3, Outcome.PENDING, 1), (4, Outcome.LATE, 1)]
)
def test_what_is_open_is_overdue_after_the_grace_days(due_ago: int, outcome: Outcome, band: int) -> None:
    facts = payment_facts([line(due_ago=due_ago, late=None, grace_days=3)], AS_OF)
    assert standing_of(line(due_ago=due_ago, late=None, grace_days=3), AS_OF).outcome is outcome
    assert facts.currencies[0].ageing_minor[band] == 10_000
    assert facts.currencies[0].overdue_minor == (10_000 if outcome is Outcome.LATE else 0)


@pytest.mark.parametrize(("due_ago", "band"), [(30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (500, 4)])
def test_bands_of_age_end_where_they_say(due_ago: int, band: int) -> None:
    ageing = payment_facts([line(due_ago=due_ago, late=None)], AS_OF).currencies[0].ageing_minor
    assert ageing == tuple(10_000 * (number == band) for number in range(5))


def test_parts_weigh_with_their_own_days() -> None:
    due = AS_OF - 40
    parts = TradeLine("c", "HKD", 100, due - 30, due, 0, (Payment(due - 5, 20), Payment(due + 10, 30)))
    (hkd,) = payment_facts([parts], AS_OF).currencies
    assert (hkd.paid_minor, hkd.paid_minor_days, hkd.past_due_minor, hkd.past_due_minor_days) == (50, 300, 50, 2_000)
    assert hkd.days_beyond_terms == 23


def test_what_comes_after_the_day_is_not_known_on_it() -> None:
    later = [line(due_ago=10, late=5), line(due_ago=-100, late=None)]
    early = payment_facts(later, AS_OF - 8)
    assert (early.invoices, early.settled, early.late, early.currencies[0].open_minor) == (1, 0, 1, 10_000)


def test_an_open_dispute_takes_an_obligation_out_and_is_told() -> None:
    marks = frozenset({Mark.DISPUTED})
    facts = payment_facts([line(), line(late=90, marks=marks), line(marks=frozenset({Mark.DISPUTE_LOST}))], AS_OF)
    assert (facts.invoices, facts.disputed, facts.disputes_opened, facts.disputes_lost) == (2, 1, 2, 1)
    assert facts.worst_days_late == 0


def test_defaults_cures_and_what_was_given_up() -> None:
    given_up = replace(line(due_ago=400, late=None, marks=frozenset({Mark.WRITTEN_OFF})), given_up_minor=10_000)
    cured = line(due_ago=300, late=100, marks=frozenset({Mark.CURED}))
    defaulted = line(due_ago=200, late=None, marks=frozenset({Mark.DEFAULTED}))
    facts = payment_facts([given_up, cured, defaulted], AS_OF)
    assert (facts.defaults, facts.cures, facts.lost, facts.late, facts.settled) == (2, 1, 1, 2, 1)
    assert facts.currencies[0].open_minor == 10_000


def test_five_years_after_its_end_an_obligation_counts_no_more_and_an_open_one_always_does() -> None:
    ended = line(due_ago=KEPT_DAYS, late=0)
    assert payment_facts([ended], AS_OF).invoices == 1
    assert payment_facts([ended], AS_OF + 1).invoices == 0
    assert payment_facts([line(due_ago=3 * KEPT_DAYS, late=None)], AS_OF).invoices == 1


def test_months_on_file_are_whole_ones() -> None:
    first = TradeLine("c", "HKD", 1, date(2026, 1, 31).toordinal(), date(2026, 3, 2).toordinal())
    for day, months in ((date(2026, 6, 30), 4), (date(2026, 7, 31), 6), (date(2026, 1, 31), 0)):
        assert payment_facts([first], day.toordinal()).months_on_file == months


@given(st.lists(any_lines(), max_size=12), st.randoms())
def test_the_order_of_the_lines_is_nothing(lines: list[TradeLine], random: object) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    assert payment_facts(shuffled, AS_OF) == payment_facts(lines, AS_OF)


@given(st.lists(any_lines(), max_size=12), st.integers(2, 1_000))
def test_larger_amounts_of_a_currency_change_its_sums_alone(lines: list[TradeLine], factor: int) -> None:
    def scaled(of: TradeLine) -> TradeLine:
        payments = tuple(Payment(payment.day, payment.minor * factor) for payment in of.payments)
        amount_minor, given_up_minor = of.amount_minor * factor, of.given_up_minor * factor
        return replace(of, amount_minor=amount_minor, payments=payments, given_up_minor=given_up_minor)

    once = payment_facts(lines, AS_OF)
    larger = payment_facts([scaled(each) if each.currency == "CNY" else each for each in lines], AS_OF)
    assert replace(once, currencies=()) == replace(larger, currencies=())
    for one, other in zip(once.currencies, larger.currencies, strict=True):
        by = factor if one.currency == "CNY" else 1
        assert other.ageing_minor == tuple(minor * by for minor in one.ageing_minor)
        assert other.highest_minor == one.highest_minor * by
        assert other.days_beyond_terms == pytest.approx(one.days_beyond_terms)


@given(st.lists(any_lines(), max_size=20), st.integers(0, 800))
def test_figures_add_up(lines: list[TradeLine], back: int) -> None:
    facts = payment_facts(lines, AS_OF - back)
    assert facts.settled + facts.lost <= facts.invoices >= facts.paid_within_terms + facts.late + facts.lost
    assert facts.cures <= facts.defaults
    for currency in facts.currencies:
        assert sum(currency.ageing_minor) == currency.open_minor >= currency.overdue_minor >= 0
        assert currency.overdue_minor <= currency.past_due_minor <= currency.open_minor
        assert min(currency.paid_minor_days, currency.past_due_minor_days) >= 0
