"""Points and grades: the edges of the table, what one more payment does, and what would change a grade."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line, paid_lines

from cohong.insight.confidence import Ground, Sureness, confidence_of
from cohong.insight.payment_facts import PaymentFacts, payment_facts
from cohong.insight.score_changes import ChangeKind, changes_of
from cohong.insight.scorecard import SCORECARD, Grade, Score, Term, grade_of, score_of
from cohong.insight.trade_lines import Mark, Outcome, Payment, TradeLine, standing_of


def score(lines: list[TradeLine]) -> Score:
    return score_of(payment_facts(lines, AS_OF))


def points(lines: list[TradeLine]) -> dict[Term, int]:
    return {each.term: each.points for each in score(lines).terms}


def good(creditors: int, each: int = 10) -> list[TradeLine]:
    """A file of payments within terms over three years."""
    return [line(creditor=f"c{one}", due_ago=1 + 120 * number) for one in range(creditors) for number in range(each)]


@pytest.mark.parametrize(
    ("points", "grade"),
    [(100, "A"), (85, "A"), (84, "B"), (70, "B"), (69, "C"), (55, "C"), (54, "D"), (35, "D"), (34, "E"), (0, "E")],
)
def test_grades_begin_where_they_say(points: int, grade: str) -> None:
    assert grade_of(points) == grade


@pytest.mark.parametrize("term", Term)
def test_steps_fall_and_their_limits_are_kept(term: Term) -> None:
    steps = SCORECARD[term]
    limits, given_points = zip(*steps.steps, strict=True)
    assert list(given_points) == sorted(given_points, reverse=True)
    assert list(limits) == sorted(limits, reverse=steps.more_is_better)
    for limit, given_now in steps.steps:
        assert steps.points(limit) == given_now
        assert steps.points(limit + (-1e-9 if steps.more_is_better else 1e-9)) < given_now


def test_a_good_file_has_every_point_and_a_bad_one_few() -> None:
    assert (score(good(12)).grade, score(good(12)).points) == (Grade.A, 100)
    bad = [line(creditor=f"c{number % 5}", due_ago=200, late=150) for number in range(40)]
    bad += [line(creditor="c1", due_ago=100, late=None), line(marks=frozenset({Mark.DISPUTE_LOST}), late=99)] * 2
    assert score(bad).grade is Grade.E
    assert [each.missing for each in score(bad).terms] == sorted(each.missing for each in score(bad).terms)[::-1]


def test_a_thin_file_has_no_grade() -> None:
    thin = score(good(2))
    assert thin.grade is None
    assert score(good(4)).grade is Grade.A


def test_each_term_costs_its_points() -> None:
    file = good(8)
    assert points(file) == {term: steps.points_max for term, steps in SCORECARD.items()} | {Term.BREADTH: 4}
    cured = line(creditor="c1", due_ago=150, late=70, marks=frozenset({Mark.CURED}))
    given_up = replace(line(creditor="c1", late=None, marks=frozenset({Mark.WRITTEN_OFF})), given_up_minor=10_000)
    assert points([*file, cured])[Term.LOSSES] == 5
    assert points([*file, given_up])[Term.LOSSES] == 2
    assert points([*file, cured, given_up])[Term.LOSSES] == 0
    assert points([*file, line(marks=frozenset({Mark.DISPUTE_LOST}))])[Term.DISPUTES] == 2
    overdue = [
        line(creditor="c1", late=None, due_ago=9),
        line(creditor="c1", late=None, due_ago=-9, amount_minor=90_000),
    ]
    assert points([*file, *overdue])[Term.OVERDUE] == 4  # a tenth
    assert points([*file, overdue[0]])[Term.OVERDUE] == 0


def test_the_worst_currency_decides() -> None:
    file = [*good(8), line(creditor="c1", currency="CNY", late=25, due_ago=40, amount_minor=1)]
    found = {each.term: each for each in score(file).terms}
    assert found[Term.BEYOND_TERMS].figures == {"currency": "CNY", "days": 25}
    assert found[Term.BEYOND_TERMS].points == 4


@given(st.lists(any_lines(), max_size=12), paid_lines(on_time=True))
def test_one_more_within_terms_costs_no_point(lines: list[TradeLine], more: TradeLine) -> None:
    before, after = points(lines), points([*lines, more])
    assert {term: after[term] >= before[term] for term in Term} == dict.fromkeys(Term, True)


@given(st.lists(any_lines(), max_size=12), paid_lines(on_time=False))
def test_one_more_that_is_as_late_as_any_earns_no_point(lines: list[TradeLine], more: TradeLine) -> None:
    worst = max((standing_of(each, AS_OF).days_late for each in lines), default=0)
    days = max(worst, standing_of(more, AS_OF).days_late)
    due = more.payments[0].day - days
    more = replace(more, due=due, issued=min(more.issued, due))
    assert standing_of(more, AS_OF).outcome is Outcome.LATE
    # Payments in parts count with their own days, which are no more than those of the last.
    before, after = points(lines), points([*lines, more])
    assert {term: after[term] <= before[term] for term in Term} == dict.fromkeys(Term, True)


def test_by_design_a_payment_that_is_less_late_than_usual_can_earn_points() -> None:
    late = [line(creditor=f"c{number}", due_ago=70, late=65) for number in range(4)]
    more = [line(creditor=f"c{number}", due_ago=5, late=1, amount_minor=90_000) for number in range(4)]
    assert points([*late, *more])[Term.BEYOND_TERMS] > points(late)[Term.BEYOND_TERMS]


def test_by_design_one_more_to_the_same_counterparty_can_make_a_file_thin() -> None:
    even = [line(creditor=f"c{number}", due_ago=0) for number in range(3)]
    assert score(even).grade is not None
    assert score([*even, line(creditor="c0", due_ago=0)]).grade is None


@given(st.lists(any_lines(), max_size=12), st.randoms(), st.integers(2, 99))
def test_order_and_scale_are_nothing(lines: list[TradeLine], random: object, factor: int) -> None:
    def scaled(of: TradeLine) -> TradeLine:
        payments = tuple(Payment(payment.day, payment.minor * factor) for payment in of.payments)
        amount_minor, given_up_minor = of.amount_minor * factor, of.given_up_minor * factor
        return replace(of, amount_minor=amount_minor, payments=payments, given_up_minor=given_up_minor)

    other = [scaled(each) if each.currency == "HKD" else each for each in lines]
    random.shuffle(other)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    assert (points(other), score(other).grade) == (points(lines), score(lines).grade)


def test_what_would_change_a_grade_does_change_it() -> None:
    file = good(5, 3) + [line(creditor=f"c{number}", due_ago=30, late=12) for number in range(3)]
    file += [line(creditor="c4", due_ago=20, late=None)]
    before = score(file)
    changes = {change.kind: change for change in changes_of(file, AS_OF)}
    assert before.grade is not None
    better, worse = changes[ChangeKind.ON_TIME], changes[ChangeKind.LATE]
    assert better.grade is not None and worse.grade is not None
    assert better.grade < before.grade < worse.grade  # by letter
    assert changes[ChangeKind.PAY_OVERDUE].count == 1
    assert changes[ChangeKind.PAY_OVERDUE].points > before.points


def test_nothing_would_change_an_empty_file_and_the_best_gets_no_better() -> None:
    assert changes_of([], AS_OF) == []
    assert ChangeKind.ON_TIME not in {change.kind for change in changes_of(good(12), AS_OF)}


def facts_of(creditors: int, *, newest_ago: int, final: int) -> PaymentFacts:
    lines = [
        replace(line(creditor=f"c{number}", due_ago=newest_ago), is_final=number < final) for number in range(creditors)
    ]
    return payment_facts(lines, AS_OF)


@pytest.mark.parametrize(
    ("creditors", "newest_ago", "final", "synced_days", "sureness", "because"),
    [
        (10, 90, 9, 2.0, Sureness.HIGH, Ground.COUNTERPARTIES),
        (7, 90, 7, 2.0, Sureness.MEDIUM, Ground.COUNTERPARTIES),
        (2, 90, 2, 2.0, Sureness.LOW, Ground.COUNTERPARTIES),
        (10, 91, 10, 2.0, Sureness.MEDIUM, Ground.AGE),
        (10, 366, 10, 2.0, Sureness.LOW, Ground.AGE),
        (10, 90, 8, 2.0, Sureness.MEDIUM, Ground.FINAL),
        (10, 90, 4, 2.0, Sureness.LOW, Ground.FINAL),
        (10, 90, 10, 2.1, Sureness.MEDIUM, Ground.SYNC),
        (10, 90, 10, 15.0, Sureness.LOW, Ground.SYNC),
    ],
)
def test_the_weakest_ground_decides(
    creditors: int, newest_ago: int, final: int, synced_days: float, sureness: Sureness, because: Ground
) -> None:
    found = confidence_of(facts_of(creditors, newest_ago=newest_ago, final=final), synced_days=synced_days)
    assert (found.sureness, found.because) == (sureness, because)


def test_of_nothing_nobody_is_sure() -> None:
    assert confidence_of(payment_facts([], AS_OF), synced_days=0).sureness is Sureness.LOW
