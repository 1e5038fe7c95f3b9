"""Amounts: the table of minor digits, the plain form, and what Money refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.primitives.money import (
    AMOUNT_MINOR_MAX,
    MINOR_DIGITS,
    AmountOutOfRange,
    Money,
    UnknownCurrency,
    format_plain,
    minor_digits,
)


@pytest.mark.parametrize(
    ("currency", "digits"),
    [
        ("HKD", 2),
        ("CNY", 2),
        ("EUR", 2),
        ("SGD", 2),
        ("JPY", 0),
        ("KRW", 0),
        ("KWD", 3),
        ("IQD", 3),
        ("CLF", 4),
    ],
)
def test_minor_digits_are_those_of_iso_4217(currency: str, digits: int) -> None:
    assert minor_digits(currency) == digits


@pytest.mark.parametrize("currency", ["", "hkd", "RMB", "XAU", "HK$", "HRK", "ANG"])
def test_codes_that_are_not_active_currencies_are_refused(currency: str) -> None:
    with pytest.raises(UnknownCurrency, match=None) as refusal:
        minor_digits(currency)
    assert refusal.value.args == (currency,)


def test_the_table_holds_three_upper_case_letters_and_zero_to_four_digits() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in MINOR_DIGITS)
    assert set(MINOR_DIGITS.values()) == {0, 2, 3, 4}
    assert list(MINOR_DIGITS) == sorted(MINOR_DIGITS)


@pytest.mark.parametrize(
    ("amount_minor", "currency", "text"),
    [
        (14770318, "HKD", "147703.18"),
        (0, "HKD", "0.00"),
        (5, "HKD", "0.05"),
        (-5, "HKD", "-0.05"),
        (1200, "JPY", "1200"),
        (1, "KWD", "0.001"),
        (10**30, "EUR", "1" + "0" * 28 + ".00"),
    ],
)
def test_plain_form_has_a_point_and_no_grouping(amount_minor: int, currency: str, text: str) -> None:
    assert format_plain(amount_minor, currency) == text


@given(st.integers(-(10**20), 10**20), st.sampled_from(sorted(MINOR_DIGITS)))
def test_plain_form_loses_nothing(amount_minor: int, currency: str) -> None:
    text = format_plain(amount_minor, currency)
    assert int(text.replace(".", "")) == amount_minor
    assert len(text.partition(".")[2]) == MINOR_DIGITS[currency]


def test_plain_form_of_an_unknown_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrency):
        format_plain(1, "ABC")


def test_money_holds_zero_up_to_the_largest_amount() -> None:
    assert Money(0, "HKD").amount_minor == 0
    assert Money(AMOUNT_MINOR_MAX, "HKD").amount_minor == 10**15


@pytest.mark.parametrize("amount_minor", [-1, AMOUNT_MINOR_MAX + 1])
def test_money_outside_the_range_is_refused(amount_minor: int) -> None:
    with pytest.raises(AmountOutOfRange):
        Money(amount_minor, "HKD")


def test_money_of_an_unknown_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrency):
        Money(1, "RMB")


@pytest.mark.parametrize("amount", [1.0, True, "1"])
def test_money_is_made_of_whole_numbers_only(amount: object) -> None:
    with pytest.raises(AssertionError):
        Money(amount, "HKD")  # type: ignore[arg-type]  # the point of the test
