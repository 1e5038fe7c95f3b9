"""Predictions of days late: what they rest on, and that they see nothing of what comes after."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.insight.days_late import DAYS_MAX, Invoice, Payments, evaluate

DAY = 700_000


def paid(customer: str, late: int, day: int = DAY) -> Invoice:
    """An invoice settled on a day, so many days late."""
    return Invoice(customer, day - late - 30, day - late, day)


def told(*invoices: Invoice) -> Payments:
    payments = Payments()
    for invoice in sorted(invoices, key=lambda each: each.settled or 0):
        payments.tell(invoice)
    return payments


def drawn(count: int) -> list[Invoice]:
    rng = np.random.default_rng(1)
    usual = {f"c{number}": number for number in range(12)}
    invoices = []
    for number in range(count):
        customer = f"c{rng.integers(12)}"
        issued = DAY + number
        late = max(0, round(rng.normal(usual[customer], 3)))
        invoices.append(Invoice(customer, issued, issued + 30, issued + 30 + late))
    return invoices


def test_a_stranger_is_one_of_many_and_who_paid_often_is_itself() -> None:
    payments = told(*[paid("a", 10) for _ in range(30)], *[paid("b", 0) for _ in range(30)])
    often, stranger = payments.prediction("a", DAY + 1), payments.prediction("c", DAY + 1)
    assert often is not None and stranger is not None
    assert (often.own, often.own_mean, often.others_mean) == pytest.approx((30, 10, 5))
    assert 9 < often.days <= 10
    assert (stranger.own, stranger.own_mean) == (0, None)
    assert 0 < stranger.days < 10
    assert (stranger.low, stranger.high) == (0, 10)


def test_what_was_paid_lately_weighs_more() -> None:
    mended = told(*[paid("a", 20, DAY - 720) for _ in range(4)], *[paid("a", 0) for _ in range(4)])
    let_go = told(*[paid("a", 0, DAY - 720) for _ in range(4)], *[paid("a", 20) for _ in range(4)])
    better, worse = mended.prediction("a", DAY + 1), let_go.prediction("a", DAY + 1)
    assert better is not None and worse is not None
    assert better.days < 2
    assert worse.days > 18


def test_an_invoice_that_is_late_already_will_not_be_less_late() -> None:
    payments = told(*[paid("a", late) for late in (0, 0, 0, 5, 40)])
    for at_least in (0, 1, 6, 41, DAYS_MAX, DAYS_MAX + 9):
        prediction = payments.prediction("a", DAY + 1, at_least=at_least)
        assert prediction is not None
        assert min(prediction.days, prediction.low) >= min(at_least, DAYS_MAX)


def test_nothing_is_foretold_from_nothing() -> None:
    assert Payments().prediction("a", DAY) is None
    assert evaluate([paid("a", 3)], DAY + 100, frozen=False) is None
    assert evaluate([paid("a", 3)], DAY - 100, frozen=True) is None


def test_what_follows_a_law_is_foretold() -> None:
    found = evaluate(drawn(1_000), DAY + 500, frozen=False)
    assert found is not None
    assert found.model.mae < 2.9
    assert found.model.mae < found.global_mean.mae * 0.85
    assert found.covered >= 0.8


@given(st.integers(0, 299), st.integers(1, 300), st.booleans())
def test_what_is_paid_on_the_day_or_later_changes_no_prediction_before(place: int, later: int, frozen: bool) -> None:
    invoices = drawn(300)
    cutoff = DAY + 200
    changed = invoices[place]
    assert changed.settled is not None
    seen_from = cutoff if frozen else DAY + 299
    if changed.settled < seen_from:
        return
    late = [replace(each, settled=(each.settled or 0) + later) if each is changed else each for each in invoices]
    before, after = evaluate(invoices, cutoff, frozen=frozen), evaluate(late, cutoff, frozen=frozen)
    assert before is not None and after is not None
    assert (before.stated_error, before.model == after.model) == (after.stated_error, changed.issued < cutoff)
