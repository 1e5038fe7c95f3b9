"""A suggested limit: every step by hand, and what can never raise or lower it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line, paid_lines

from cohong.insight.limit import CEILING, SHARES, Experience, Reason, Step, Suggestion, experience_of, suggested
from cohong.insight.trade_lines import Mark, TradeLine, standings_at

EXPERIENCE = Experience(
    own_minor=100_000, own_count=4, all_minor=900_000, all_count=20, overdue_minor=0, trust_minor=400_000
)
GRADES = [*SHARES, None]


def experience(*lines: TradeLine, trust_minor: int | None = None) -> Experience:
    return experience_of(standings_at(lines, AS_OF), mine={"me"}, currency="HKD", trust_minor=trust_minor)


def test_others_count_as_far_as_trust_goes_and_the_grade_takes_its_share() -> None:
    assert suggested(EXPERIENCE, "C") == Suggestion(
        240_000,
        (
            Reason(Step.REPAID_TO_ME, 4, 100_000),
            Reason(Step.REPAID_TO_ALL, 20, 900_000),
            Reason(Step.BELIEVED, 400_000, 400_000),
            Reason(Step.GRADE, 60, 240_000),
        ),
    )
    assert suggested(replace(EXPERIENCE, trust_minor=2_000_000), "B").limit_minor == 900_000
    assert suggested(replace(EXPERIENCE, trust_minor=50_000), "B").limit_minor == 100_000
    assert suggested(replace(EXPERIENCE, trust_minor=None), "B").limit_minor == 100_000


def test_what_is_overdue_comes_off_and_the_rest_is_two_digits() -> None:
    found = suggested(replace(EXPERIENCE, overdue_minor=123_456), "B")
    assert found.limit_minor == 270_000
    assert found.reasons[-2:] == (Reason(Step.OVERDUE, 123_456, 276_544), Reason(Step.ROUNDED, 2, 270_000))
    assert suggested(replace(EXPERIENCE, overdue_minor=10**9), "A").limit_minor == 0
    assert suggested(EXPERIENCE, "E").limit_minor == 0


def test_a_thin_file_has_half_of_what_it_has_repaid_to_the_viewer_or_no_answer() -> None:
    assert suggested(EXPERIENCE, None).limit_minor == 50_000
    stranger = suggested(replace(EXPERIENCE, own_minor=0, own_count=0), None)
    assert stranger.limit_minor is None
    assert [reason.step for reason in stranger.reasons] == [Step.REPAID_TO_ME, Step.THIN]


def test_experience_is_what_was_owed_at_once_and_paid_within_terms() -> None:
    at_once = [line(creditor="me", amount_minor=100, due_ago=60), line(creditor="me", amount_minor=70, due_ago=50)]
    later = line(creditor="me", amount_minor=90, due_ago=400)
    others = line(creditor="c2", amount_minor=500, due_ago=60)
    late = line(creditor="me", amount_minor=9_000, due_ago=60, late=9)
    unpaid = line(creditor="c3", amount_minor=40, due_ago=10, late=None)
    disputed = line(creditor="c3", amount_minor=41, due_ago=10, late=None, marks=frozenset({Mark.DISPUTED}))
    yuan = line(creditor="me", amount_minor=7_000, currency="CNY")
    found = experience(*at_once, later, others, late, unpaid, disputed, yuan, trust_minor=3)
    assert found == Experience(170, 3, 670, 4, 40, 3)


inputs = st.builds(
    Experience,
    own_minor=st.integers(0, 10**9),
    own_count=st.integers(0, 9),
    all_minor=st.integers(0, 10**9),
    all_count=st.integers(0, 9),
    overdue_minor=st.integers(0, 10**9),
    trust_minor=st.none() | st.integers(0, 10**9),
)


def limit_of(of: Experience, grade: str | None) -> int:
    return suggested(of, grade).limit_minor or 0


@given(inputs, st.sampled_from(GRADES), st.integers(0, 10**9))
def test_more_repaid_and_more_trust_never_lower_it_and_more_overdue_never_raises_it(
    of: Experience, grade: str | None, more: int
) -> None:
    limit = limit_of(of, grade)
    assert limit_of(replace(of, own_minor=of.own_minor + more), grade) >= limit
    assert limit_of(replace(of, all_minor=of.all_minor + more), grade) >= limit
    assert limit_of(replace(of, trust_minor=(of.trust_minor or 0) + more), grade) >= limit
    assert limit_of(replace(of, overdue_minor=of.overdue_minor + more), grade) <= limit


@given(inputs)
def test_a_worse_grade_never_raises_it(of: Experience) -> None:
    limits = [limit_of(of, grade) for grade in SHARES]
    assert limits == sorted(limits, reverse=True)


@given(inputs, st.sampled_from(GRADES))
def test_it_never_exceeds_what_was_repaid_times_the_ceiling(of: Experience, grade: str | None) -> None:
    assert limit_of(of, grade) <= CEILING * max(of.own_minor, of.all_minor)


@given(st.lists(any_lines(), max_size=10), paid_lines(on_time=False), st.sampled_from(GRADES))
def test_one_more_late_payment_never_raises_it(lines: list[TradeLine], late: TradeLine, grade: str | None) -> None:
    before, after = experience(*lines, trust_minor=10**9), experience(*lines, late, trust_minor=10**9)
    assert limit_of(after, grade) <= limit_of(before, grade)


@given(st.lists(any_lines(), max_size=10), paid_lines(on_time=True), st.sampled_from(GRADES))
def test_one_more_payment_within_terms_never_lowers_it(
    lines: list[TradeLine], paid: TradeLine, grade: str | None
) -> None:
    before, after = experience(*lines, trust_minor=10**9), experience(*lines, paid, trust_minor=10**9)
    assert limit_of(after, grade) >= limit_of(before, grade)


@pytest.mark.parametrize("minor", [0, 1, 99, 100, 101, 12_999])
def test_rounding_never_adds(minor: int) -> None:
    of = Experience(minor, 1, minor, 1, 0, minor)
    assert 0.9 * minor <= limit_of(of, "B") <= minor
