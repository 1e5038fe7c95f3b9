"""Currencies by code, symbol and name."""

from __future__ import annotations

import pytest

from cohong.importing.currencies import AMBIGUOUS, currency_in_header, currency_of
from cohong.primitives.money import MINOR_DIGITS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HKD", "HKD"),
        ("hkd", "HKD"),
        ("HK$", "HKD"),
        ("港幣", "HKD"),
        ("RMB", "CNY"),
        ("人民币", "CNY"),
        ("CN¥", "CNY"),
        ("US$", "USD"),
        ("€", "EUR"),
        ("S$", "SGD"),
        ("ＨＫＤ", "HKD"),
        ("JPY", "JPY"),
    ],
)
def test_one_currency_is_named(text: str, code: str) -> None:
    assert currency_of(text) == code


@pytest.mark.parametrize("text", ["¥", "￥", "$", "元"])
def test_a_symbol_of_several_currencies_names_none_of_them(text: str) -> None:
    found = currency_of(text)
    assert isinstance(found, frozenset)
    assert len(found) > 1


@pytest.mark.parametrize("text", ["", "XXX", "money", "XAU", "12"])
def test_what_is_no_currency_is_none(text: str) -> None:
    assert currency_of(text) is None


def test_every_currency_that_a_symbol_may_mean_is_in_the_table() -> None:
    assert all(codes <= MINOR_DIGITS.keys() for codes in AMBIGUOUS.values())


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Amount (HKD)", "HKD"),
        ("Invoice amount HK$", "HKD"),
        ("金额（人民币）", "CNY"),
        ("amount_EUR", "EUR"),
        ("InvoiceAmount", None),
        ("金额(元)", None),
        ("Total try all", None),
        ("HKD or USD", None),
    ],
)
def test_a_header_may_name_the_currency_of_its_column(header: str, code: str | None) -> None:
    assert currency_in_header(header) == code
