"""Amounts: what a cell is worth, and which mark divides in a column."""

from __future__ import annotations

import pytest

from cohong.importing.amounts import AmountEvidence, amount_parts, plain_minor_units, read_amount
from cohong.importing.file_format import Confidence, EvidenceCode
from cohong.importing.rows_found import RowReason
from cohong.primitives.money import AMOUNT_MINOR_MAX


@pytest.mark.parametrize(
    ("cell", "mark", "digits", "minor"),
    [
        ("1234.56", ".", 2, 123456),
        (" 1234.5 ", ".", 2, 123450),
        ("1234", ".", 2, 123400),
        (".5", ".", 2, 50),
        ("0.01", ".", 2, 1),
        ("000123.00", ".", 2, 12300),
        ("1,234.56", ".", 2, 123456),
        ("1,234,567.89", ".", 2, 123456789),
        ("1 234.56", ".", 2, 123456),
        ("1'234.56", ".", 2, 123456),
        ("1’234.56", ".", 2, 123456),
        ("1.234,56", ",", 2, 123456),
        ("1 234,56", ",", 2, 123456),
        ("1\u00a0234,56", ",", 2, 123456),
        ("1\u202f234,56", ",", 2, 123456),
        ("1.234", ",", 2, 123400),
        ("1,234", ".", 2, 123400),
        ("12.5000", ".", 2, 1250),
        ("+5.00", ".", 2, 500),
        ("１，２３４．５６", ".", 2, 123456),
        ("HK$1,234.56", ".", 2, 123456),
        ("HKD 1,234.56", ".", 2, 123456),
        ("1,234.56 HKD", ".", 2, 123456),
        ("¥1,234.56", ".", 2, 123456),
        ("￥100", ".", 2, 10000),
        ("人民币100.50元", ".", 2, 10050),
        ("1200", ".", 0, 1200),
        ("1200.00", ".", 0, 1200),
        ("1.234", ".", 3, 1234),
        ("10000000000000.00", ".", 2, AMOUNT_MINOR_MAX),
    ],
)
def test_an_amount_is_read_exactly(cell: str, mark: str, digits: int, minor: int) -> None:
    assert read_amount(cell, mark=mark, digits=digits) == minor


@pytest.mark.parametrize(
    ("cell", "digits", "reason"),
    [
        ("1e9", 2, RowReason.NOT_PLAIN_NUMBER),
        ("1E+5", 2, RowReason.NOT_PLAIN_NUMBER),
        ("NaN", 2, RowReason.NOT_PLAIN_NUMBER),
        ("inf", 2, RowReason.NOT_PLAIN_NUMBER),
        ("0x10", 2, RowReason.NOT_PLAIN_NUMBER),
        ("abc", 2, RowReason.NOT_PLAIN_NUMBER),
        ("12%", 2, RowReason.NOT_PLAIN_NUMBER),
        ("=1+1", 2, RowReason.NOT_PLAIN_NUMBER),
        ("5.", 2, RowReason.NOT_PLAIN_NUMBER),
        ("1.2.3", 2, RowReason.NOT_PLAIN_NUMBER),
        ("1,23,456.00", 2, RowReason.NOT_PLAIN_NUMBER),
        ("12,34", 2, RowReason.NOT_PLAIN_NUMBER),
        ("1.234,56", 2, RowReason.NOT_PLAIN_NUMBER),
        ("1,234 567.00", 2, RowReason.NOT_PLAIN_NUMBER),
        ("2013-01-02", 2, RowReason.NOT_PLAIN_NUMBER),
        ("٣٤", 2, RowReason.NOT_PLAIN_NUMBER),
        ("5" * 60 + "." + "5" * 30, 2, RowReason.NOT_PLAIN_NUMBER),
        ("0", 2, RowReason.ZERO_AMOUNT),
        ("0.00", 2, RowReason.ZERO_AMOUNT),
        ("-0.00", 2, RowReason.ZERO_AMOUNT),
        ("(0)", 2, RowReason.ZERO_AMOUNT),
        ("(12.00)", 2, RowReason.NEGATIVE_AMOUNT),
        ("-12.00", 2, RowReason.NEGATIVE_AMOUNT),
        ("−12.00", 2, RowReason.NEGATIVE_AMOUNT),
        ("12.00-", 2, RowReason.NEGATIVE_AMOUNT),
        ("HK$-12.00", 2, RowReason.NEGATIVE_AMOUNT),
        ("-HK$12.00", 2, RowReason.NEGATIVE_AMOUNT),
        ("(HK$12.00)", 2, RowReason.NEGATIVE_AMOUNT),
        ("12.50", 0, RowReason.TOO_MANY_DECIMALS),
        ("12.345", 2, RowReason.TOO_MANY_DECIMALS),
        ("10000000000000.01", 2, RowReason.TOO_LARGE),
        ("1" + "0" * 30, 2, RowReason.TOO_LARGE),
        ("9" * 5000, 2, RowReason.TOO_LARGE),
        ("XYZ 12.00", 2, RowReason.UNKNOWN_CURRENCY),
    ],
)
def test_what_is_no_payable_amount_is_refused_with_its_reason(cell: str, digits: int, reason: RowReason) -> None:
    assert read_amount(cell, mark=".", digits=digits) is reason


@pytest.mark.parametrize("cell", ["1234.56", "7", "0.05", "12.3", "9999999999999.99", "0", "-1", "1,234.56", "1e9", ""])
def test_the_short_way_agrees_with_the_long_one(cell: str) -> None:
    short = plain_minor_units(cell)
    assert short is None or short == read_amount(cell, mark=".", digits=2)


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("HK$5", "HKD"),
        ("RMB 5", "CNY"),
        ("5 CNY", "CNY"),
        ("¥5 CNY", "CNY"),
        ("¥5", frozenset(("CNY", "JPY"))),
        ("5", None),
    ],
)
def test_the_currency_in_a_cell_is_named(cell: str, named: object) -> None:
    parts = amount_parts(cell)
    assert parts is not None
    assert parts.named == named


@pytest.mark.parametrize(
    ("cells", "mark", "confidence", "codes"),
    [
        (["12.34", "7"], ".", Confidence.CERTAIN, [EvidenceCode.POINT_BEFORE_DECIMALS]),
        (["12,34", "1.234"], ",", Confidence.CERTAIN, [EvidenceCode.COMMA_BEFORE_DECIMALS]),
        (["1,234.56"], ".", Confidence.CERTAIN, [EvidenceCode.POINT_BEFORE_DECIMALS]),
        (["1.234,56"], ",", Confidence.CERTAIN, [EvidenceCode.COMMA_BEFORE_DECIMALS]),
        (["1,234,567"], ".", Confidence.CERTAIN, [EvidenceCode.POINT_BEFORE_DECIMALS]),
        (["1.234.567"], ",", Confidence.CERTAIN, [EvidenceCode.COMMA_BEFORE_DECIMALS]),
        (["1 234,5"], ",", Confidence.CERTAIN, [EvidenceCode.COMMA_BEFORE_DECIMALS]),
        (["1234,567"], ",", Confidence.CERTAIN, [EvidenceCode.COMMA_BEFORE_DECIMALS]),
        (["0.125"], ".", Confidence.CERTAIN, [EvidenceCode.POINT_BEFORE_DECIMALS]),
        (["1,234", "500"], ".", Confidence.ASSUMED, [EvidenceCode.THREE_DIGITS_AFTER_MARK]),
        (["1.234", "500"], ",", Confidence.ASSUMED, [EvidenceCode.THREE_DIGITS_AFTER_MARK]),
        (["500", "20"], ".", Confidence.ASSUMED, [EvidenceCode.WHOLE_NUMBERS]),
        (
            ["1,50", "12.34", "12.35"],
            ".",
            Confidence.CONFLICTING,
            [EvidenceCode.POINT_BEFORE_DECIMALS, EvidenceCode.COMMA_BEFORE_DECIMALS],
        ),
    ],
)
def test_the_decimal_mark_is_decided_over_the_column(
    cells: list[str], mark: str, confidence: Confidence, codes: list[EvidenceCode]
) -> None:
    evidence = AmountEvidence()
    for line, cell in enumerate(cells, 2):
        evidence.add(cell, line)
    found = evidence.decide(None, digits=2)
    assert (found.value, found.confidence, [one.code for one in found.evidence]) == (mark, confidence, codes)


def test_three_digits_after_a_point_are_decimals_where_the_currency_has_three() -> None:
    evidence = AmountEvidence()
    evidence.add("1.234", 2)
    assert evidence.decide(None, digits=3).value == "."
    assert evidence.decide(None, digits=2).value == ","
    assert evidence.decide(".", digits=2).confidence is Confidence.GIVEN
