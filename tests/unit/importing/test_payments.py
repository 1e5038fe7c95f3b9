"""Payments out of statements: which way the money went, and every reason for a row that is not taken."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.importing.conftest import MakeFile

from cohong.importing import payments
from cohong.importing.invoices import ImportOptions, ImportRefused, ProblemRow, RefusalCode, RowReason
from cohong.importing.payments import PaymentRow, Way, read_payments

HKD = ImportOptions(currency="HKD")


def _rows(
    make_file: MakeFile, text: str, options: ImportOptions = HKD, way: Way = "signed", **how: Any
) -> list[PaymentRow | ProblemRow]:
    return list(read_payments(make_file(text, **how), options, way).rows)


def _says(row: PaymentRow | ProblemRow) -> tuple[object, ...]:
    if isinstance(row, ProblemRow):
        return row.line, row.column, row.value, row.reason
    return row.line, row.day, row.amount_minor, row.is_received, row.currency


def test_a_row_is_read_whole(make_file: MakeFile) -> None:
    text = (
        "Value Date,Description,Reference,Counterparty,Counterparty Account,Amount,Currency,Balance\n"
        '03/02/2026,"FPS transfer, thanks",INV-17,Pearl Components Ltd,012-345,"1,200.50",HKD,9\n'
        "13/02/2026,Rent,,,,-70,HKD,8\n"
    )
    raw = ("03/02/2026", "FPS transfer, thanks", "INV-17", "Pearl Components Ltd", "012-345", "1,200.50", "HKD", "9")
    first, second = _rows(make_file, text, ImportOptions())
    assert first == PaymentRow(
        2, "2026-02-03", 120050, True, "HKD", "INV-17", "FPS transfer, thanks", "Pearl Components Ltd", "012-345", raw
    )
    assert _says(second) == (3, "2026-02-13", 7000, False, "HKD")


def test_a_column_for_each_way(make_file: MakeFile) -> None:
    text = (
        "Transaction Date,Details,Withdrawal,Deposit,Balance\n"
        "2026-02-03,in,,500.00,1\n"
        "2026-02-04,out,300.00,,1\n"
        "2026-02-05,out,-20.00,0.00,1\n"
        "2026-02-06,both,1.00,2.00,1\n"
        "2026-02-07,none,,,1\n"
    )
    assert [_says(row) for row in _rows(make_file, text)] == [
        (2, "2026-02-03", 50000, True, "HKD"),
        (3, "2026-02-04", 30000, False, "HKD"),
        (4, "2026-02-05", 2000, False, "HKD"),
        (5, "Deposit", "2.00", RowReason.SEVERAL_VALUES),
        (6, "Deposit", "", RowReason.MISSING_VALUE),
    ]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("signed", [(True, 500), (False, 500)]),
        ("in", [(True, 500), RowReason.NEGATIVE_AMOUNT]),
        ("out", [(False, 500), (False, 500)]),
    ],
)
def test_what_a_sign_means_may_be_said(make_file: MakeFile, way: Way, expected: list[object]) -> None:
    rows = _rows(make_file, "date,amount\n2026-02-03,5.00\n2026-02-04,-5.00\n", way=way)
    found = [row.reason if isinstance(row, ProblemRow) else (row.is_received, row.amount_minor) for row in rows]
    assert found == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("31/02/2026,5,HKD", ("date", "31/02/2026", RowReason.IMPOSSIBLE_DATE)),
        ("soon,5,HKD", ("date", "soon", RowReason.NOT_A_DATE)),
        (",5,HKD", ("date", "", RowReason.MISSING_VALUE)),
        ("2026-02-03,five,HKD", ("amount", "five", RowReason.NOT_PLAIN_NUMBER)),
        ("2026-02-03,1e9,HKD", ("amount", "1e9", RowReason.NOT_PLAIN_NUMBER)),
        ("2026-02-03,5.005,HKD", ("amount", "5.005", RowReason.TOO_MANY_DECIMALS)),
        ("2026-02-03,0.00,HKD", ("amount", "0.00", RowReason.MISSING_VALUE)),
        ("2026-02-03,5,XXQ", ("currency", "XXQ", RowReason.UNKNOWN_CURRENCY)),
        ("2026-02-03,USD 5,HKD", ("currency", "HKD", RowReason.CURRENCY_MISMATCH)),
        ("2026-02-03,5,HKD,more", ("", "4", RowReason.WRONG_CELL_COUNT)),
        ('2026-02-03,"5,HKD', ("", '2026-02-03,"5,HKD', RowReason.UNCLOSED_QUOTE)),
    ],
)
def test_a_bad_row_says_what_is_wrong_and_where(make_file: MakeFile, cells: str, expected: tuple[object, ...]) -> None:
    options = ImportOptions(decimal_mark=".", date_order="dmy")
    good, bad, last = _rows(make_file, f"date,amount,currency\n2026-02-01,1,HKD\n{cells}\n2026-02-04,2,HKD\n", options)
    assert isinstance(good, PaymentRow) and isinstance(last, PaymentRow)
    assert _says(bad) == (3, *expected)


def test_a_chinese_statement_in_gb18030(make_file: MakeFile) -> None:
    text = "交易日期,摘要,借方发生额,贷方发生额,对方户名,对方账号\n2026-02-03,货款 INV-17,,500.00,珠江贸易,6222\n"
    (row,) = _rows(make_file, text, ImportOptions(currency="CNY"), encoding="gb18030")
    assert isinstance(row, PaymentRow)
    assert (row.is_received, row.amount_minor, row.description) == (True, 50000, "货款 INV-17")
    assert (row.party, row.account) == ("珠江贸易", "6222")


def test_columns_may_be_named_and_a_missing_one_is_asked_for(
    make_file: MakeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "wann,wieviel,wer\n2026-02-03,5,Pearl\n"
    for columns, missing in (({}, ["settled"]), ({"settled": "wann"}, ["amount"])):
        with pytest.raises(ImportRefused) as refused:
            _rows(make_file, text, ImportOptions(currency="HKD", columns=columns))
        assert (refused.value.code, refused.value.detail["fields"]) == (RefusalCode.NO_COLUMN, missing)
    chosen = {"settled": "wann", "amount": "wieviel", "customer_name": "wer"}
    (row,) = _rows(make_file, text, ImportOptions(currency="HKD", columns=chosen))
    assert isinstance(row, PaymentRow)
    assert row.party == "Pearl"
    monkeypatch.setattr(payments, "PAYMENTS_MAX", 0)
    with pytest.raises(ImportRefused) as refused:
        _rows(make_file, text, ImportOptions(columns=chosen))
    assert refused.value.code is RefusalCode.TOO_MANY_ROWS


def test_a_currency_is_asked_for_where_a_row_names_none(make_file: MakeFile) -> None:
    path = make_file("date,amount\n2026-02-03,5\n")
    assert read_payments(path, ImportOptions()).needs_currency
    assert not read_payments(path, HKD).needs_currency
