"""Ratings out of the columns of a book: as trade lines have it, a voice a month, and what they let expect."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.insight.book_ratings import BookRatings, Endorsements, book_ratings, outcomes_of
from cohong.insight.experience import expected, terms_left_out
from cohong.insight.plain_experience import ExperienceBook, experience_book, plain_experience
from cohong.insight.ratings import Numbers
from cohong.insight.repaid_book import Owed
from cohong.insight.trade_lines import KEPT_DAYS, Mark, Outcome, Payment, TradeLine, standing_of

AS_OF = date(2026, 3, 1).toordinal()
NAMES = ("a", "b", "c", "d")
MS = 86_400_000
NO_WORDS = Endorsements(*(np.zeros(0, dtype=np.int64) for _ in range(4)))
FIELDS = (
    "numbers", "currencies", "debtors", "holders", "received", "received_on", "set_off", "outstanding", "issued", "due",
    "grace", "is_lost", "is_defaulted",
)  # fmt: skip


def owed(*rows: dict[str, int]) -> Owed:
    """Return obligations of 1,000 issued 60 days ago and due 30 days ago, paid on that day where not said otherwise."""
    plain = dict.fromkeys(FIELDS, 0) | {
        "debtors": 1, "received": 1_000, "received_on": AS_OF - 30, "issued": AS_OF - 60, "due": AS_OF - 30,
    }  # fmt: skip
    every = [plain | {"numbers": number} | row for number, row in enumerate(rows)]
    return Owed(("HKD",), **{name: np.array([row[name] for row in every], dtype=np.int64) for name in FIELDS})


def rated(*rows: dict[str, int], words: Endorsements = NO_WORDS, disputed: tuple[int, ...] = ()) -> BookRatings:
    return book_ratings(NAMES, outcomes_of(owed(*rows), disputed, AS_OF), words, AS_OF)


def words(*rows: tuple[int, int, int, int]) -> Endorsements:
    """Return endorsements: who, on whom, the score, days ago."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Endorsements(columns[0], columns[1], columns[2], (AS_OF - 719_163 - columns[3]) * MS)


def values(found: BookRatings) -> dict[tuple[str, str], Any]:
    ratings = found.ratings
    pairs = zip(ratings.raters.tolist(), ratings.subjects.tolist(), ratings.values.tolist(), strict=True)
    return {(NAMES[rater], NAMES[subject]): pytest.approx(value) for rater, subject, value in pairs}


@given(
    st.builds(
        dict,
        received=st.sampled_from([0, 400, 1_000]),
        paid_ago=st.integers(0, 3_000),
        due_ago=st.integers(-40, 2_500),
        grace=st.sampled_from([0, 10]),
        given_up=st.sampled_from([0, 0, 0, 300]),
        is_defaulted=st.booleans(),
    )
)
def test_outcomes_are_those_of_trade_lines(drawn: dict[str, Any]) -> None:
    issued = AS_OF - 3_000
    paid_on, given_up = AS_OF - drawn["paid_ago"], min(drawn["given_up"], 1_000 - drawn["received"])
    line = TradeLine(
        "a", "HKD", 1_000, issued, AS_OF - drawn["due_ago"], drawn["grace"],
        (Payment(paid_on, drawn["received"]),) if drawn["received"] else (), given_up,
        frozenset([Mark.DEFAULTED] if drawn["is_defaulted"] else []),
    )  # fmt: skip
    standing = standing_of(line, AS_OF)
    found = outcomes_of(
        owed({
            "received": drawn["received"], "received_on": paid_on if drawn["received"] else -1, "issued": issued,
            "outstanding": 1_000 - drawn["received"] - given_up, "due": line.due, "grace": line.grace_days,
            "is_lost": int(given_up > 0), "is_defaulted": int(drawn["is_defaulted"]),
        }), (), AS_OF,
    )  # fmt: skip
    is_counted = standing.outcome is not Outcome.PENDING and standing.outcome_day >= AS_OF - KEPT_DAYS
    assert len(found.days) == is_counted
    if is_counted:
        assert (found.outcomes[0], found.days[0]) == (standing.outcome.value, standing.outcome_day)
        if standing.outcome is Outcome.LATE:
            assert found.days_late[0] == standing.days_late


def test_what_an_outcome_is_worth_falls_with_the_days() -> None:
    late = [{"received_on": AS_OF - 30 + days, "holders": 2} for days in (0, 1, 30)]
    far = {"due": AS_OF - 300, "issued": AS_OF - 400}
    far_late = [{"received_on": AS_OF - 300 + days, **far} for days in (31, 90, 91)]
    found = outcomes_of(owed(*late, *far_late, {"is_lost": 1}, {"received": 0, "outstanding": 1_000}), (), AS_OF)
    assert found.worth().tolist() == [1.0, 0.0, 0.0, -0.5, -0.5, -1.0, -1.0, 0.0]


def test_a_flood_of_invoices_is_one_voice_a_month_and_so_is_a_word() -> None:
    flood = [{"received_on": AS_OF - 1, "due": AS_OF}] * 50
    assert values(rated(*flood, {"received_on": AS_OF - 1, "is_lost": 1, "due": AS_OF - 1})) == {("a", "b"): 49 / 51}
    once = rated({"received_on": AS_OF, "due": AS_OF}, words=words((0, 1, -10, 0), (2, 1, 5, 0)))
    weights = 1 - 0.5 ** (1 / 180)  # a word of this morning is a day old tonight, as is a payment of today
    assert values(once)["a", "b"] == pytest.approx(0.0, abs=weights)
    assert values(once)["c", "b"] == 0.5
    assert (once.months.tolist(), once.on_time.tolist()) == ([1, 0], [1, 0])
    assert sorted(once.scores.tolist()) == [-10, 5]


def test_an_old_voice_weighs_half_after_180_days() -> None:
    found = rated(words=words((0, 1, 10, 0)))
    assert values(found) == {("a", "b"): 1.0}
    old = {"received_on": AS_OF - 180, "due": AS_OF - 180, "is_lost": 1}
    assert values(rated(old, words=words((0, 1, 10, 0))))["a", "b"] == pytest.approx(1 / 3)


def test_disputed_and_own_obligations_say_nothing() -> None:
    assert values(rated({}, {"holders": 1}, disputed=(0,))) == {}
    assert len(rated().ratings) == 0


def drawn_book(size: int) -> BookRatings:
    random = np.random.default_rng(size)
    raters, subjects = random.integers(0, 4, (2, size))
    some: Numbers = np.flatnonzero(raters != subjects)
    pairs = [(int(raters[at]), int(subjects[at])) for at in some]
    said = {pair: (*pair, int(random.integers(-10, 11)), int(random.integers(0, 300))) for pair in pairs}
    return book_ratings(NAMES, outcomes_of(owed(), (), AS_OF), words(*said.values()), AS_OF)


@pytest.mark.parametrize("size", [0, 1, 3, 8, 30])
def test_what_is_expected_is_the_same_from_all_ratings_as_from_those_that_it_rests_on(size: int) -> None:
    known = experience_book(drawn_book(size))
    ratings, now_s = known.book.ratings, (AS_OF - 719_163 + 1) * 86_400.0
    for viewer in range(4):
        for subject in range(4):
            others = ratings.chosen(~((ratings.raters == viewer) & (ratings.subjects == subject)))
            asked = type(ratings)(
                NAMES, np.append(others.raters, viewer), np.append(others.subjects, subject),
                np.append(others.values, 0.3), np.append(others.times_s, now_s),
            )  # fmt: skip
            terms = terms_left_out(asked)[-1:]
            if viewer != subject:
                found = plain_experience(known, NAMES[viewer], NAMES[subject], now_s)
                assert [term["value"] for term in found["terms"]] == pytest.approx(terms[0].tolist(), abs=1e-4)
                assert found["expected"] == pytest.approx(float(expected(terms, known.weights)[0]), abs=1e-4)


def test_a_few_ratings_keep_to_the_formula_and_each_term_says_what_it_adds() -> None:
    book = rated(words=words((2, 1, 10, 5), (3, 1, 4, 5), (0, 2, -6, 5)))
    known = ExperienceBook(book, np.array([0.0, 1.0, 1.0, 0, 0, 0, 0, 0, 0]))
    found = plain_experience(known, "a", "b", (AS_OF - 719_163) * 86_400.0)
    goodness, leaning = (1.0 + 0.4) / 4, -0.6 / 4
    assert found["expected"] == pytest.approx(goodness + leaning)
    assert {term["term"]: term["adds"] for term in found["terms"] if term["adds"]} == {
        "goodness": pytest.approx(goodness), "leaning": pytest.approx(leaning),
    }  # fmt: skip
    assert (found["ratings"], found["learned_from"], found["own"]) == (2, 3, None)
    assert {each["member"]: each["score"] for each in found["raters"]} == {"c": 10, "d": 4}


def test_ones_own_word_is_shown_and_is_no_part_of_what_is_expected() -> None:
    known = experience_book(rated(words=words((2, 1, 10, 5), (0, 1, -10, 5))))
    found = plain_experience(known, "a", "b", (AS_OF - 719_163) * 86_400.0)
    assert (found["own"]["value"], found["ratings"]) == (-1.0, 1)
    assert found["expected"] > 0
    stranger = plain_experience(known, "nobody", "somebody", (AS_OF - 719_163) * 86_400.0)
    assert (stranger["ratings"], stranger["raters"]) == (0, [])
