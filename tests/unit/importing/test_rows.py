"""Rows: the good one, and every reason for a bad or a skipped one."""

from __future__ import annotations

import pytest
from tests.unit.importing.conftest import MakeFile

from cohong.importing.file_format import AssumptionCode, Confidence, EvidenceCode, Field
from cohong.importing.invoices import (
    ImportOptions,
    InvoiceRow,
    ProblemRow,
    Row,
    RowReason,
    SkippedRow,
    SkipReason,
    inspect,
    read_invoices,
)

HEADER = "customerID,customerName,invoiceNumber,InvoiceDate,DueDate,SettledDate,InvoiceAmount,Currency,Description"
GOOD = ["C1", "Acme Ltd", "00123", "2013-01-02", "2013-02-01", "2013-02-05", "1234.50", "HKD", "goods"]
NAMES = HEADER.split(",")


def _line(**changed: str) -> str:
    cells = dict(zip(NAMES, GOOD, strict=True)) | changed
    return ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells.values())


def _rows(make_file: MakeFile, *lines: str, header: str = HEADER, options: ImportOptions | None = None) -> list[Row]:
    path = make_file("\n".join((header, *lines)) + "\n")
    return list(read_invoices(path, options or ImportOptions()))


def _only(make_file: MakeFile, **changed: str) -> Row:
    (row,) = _rows(make_file, _line(**changed), options=ImportOptions(decimal_mark="."))
    return row


def test_a_good_row_is_read_whole_and_keeps_its_leading_zeros(make_file: MakeFile) -> None:
    assert _only(make_file) == InvoiceRow(
        2, "C1", "Acme Ltd", "00123", "2013-01-02", "2013-02-01", 123450, "HKD", "2013-02-05", "goods"
    )


def test_an_unpaid_invoice_has_no_settlement_date(make_file: MakeFile) -> None:
    for blank in ("", "-", "N/A", "0000-00-00"):
        row = _only(make_file, SettledDate=blank)
        assert isinstance(row, InvoiceRow)
        assert row.settled is None


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("customerID", "", RowReason.MISSING_VALUE),
        ("customerID", " \u3000", RowReason.MISSING_VALUE),
        ("invoiceNumber", "", RowReason.MISSING_VALUE),
        ("InvoiceDate", "", RowReason.MISSING_VALUE),
        ("InvoiceAmount", "", RowReason.MISSING_VALUE),
        ("customerID", "x" * 129, RowReason.TOO_LONG),
        ("customerName", "x" * 129, RowReason.TOO_LONG),
        ("invoiceNumber", "1" * 65, RowReason.TOO_LONG),
        ("Description", "x" * 501, RowReason.TOO_LONG),
        ("customerID", "a\0b", RowReason.CONTROL_CHARACTER),
        ("customerName", "a\x1bb", RowReason.CONTROL_CHARACTER),
        ("invoiceNumber", "1\n2", RowReason.CONTROL_CHARACTER),
        ("invoiceNumber", "12\u202e34", RowReason.CONTROL_CHARACTER),
        ("invoiceNumber", "12\u200b34", RowReason.CONTROL_CHARACTER),
        ("Description", "a\x85b", RowReason.CONTROL_CHARACTER),
        ("customerName", "a\ufffdb", RowReason.UNREADABLE_TEXT),
        ("InvoiceDate", "soon", RowReason.NOT_A_DATE),
        ("InvoiceDate", "2013-02-30", RowReason.IMPOSSIBLE_DATE),
        ("InvoiceDate", "1969-12-31", RowReason.DATE_OUT_OF_RANGE),
        ("DueDate", "41276", RowReason.NOT_A_DATE),
        ("DueDate", "2013-01-01", RowReason.DUE_BEFORE_ISSUED),
        ("SettledDate", "later", RowReason.NOT_A_DATE),
        ("SettledDate", "2013-01-01", RowReason.SETTLED_BEFORE_ISSUED),
        ("InvoiceAmount", "1e9", RowReason.NOT_PLAIN_NUMBER),
        ("InvoiceAmount", "NaN", RowReason.NOT_PLAIN_NUMBER),
        ("InvoiceAmount", "(12.00)", RowReason.NEGATIVE_AMOUNT),
        ("InvoiceAmount", "-12.00", RowReason.NEGATIVE_AMOUNT),
        ("InvoiceAmount", "0.00", RowReason.ZERO_AMOUNT),
        ("InvoiceAmount", "1" + "0" * 30, RowReason.TOO_LARGE),
        ("InvoiceAmount", "1.001", RowReason.TOO_MANY_DECIMALS),
        ("InvoiceAmount", "¥12.00", RowReason.CURRENCY_MISMATCH),
        ("InvoiceAmount", "USD 12.00", RowReason.CURRENCY_MISMATCH),
        ("Currency", "Taler", RowReason.UNKNOWN_CURRENCY),
        ("Currency", "¥", RowReason.AMBIGUOUS_CURRENCY),
    ],
)
def test_a_bad_cell_is_named_with_its_line_column_and_reason(
    make_file: MakeFile, column: str, value: str, reason: RowReason
) -> None:
    good = _line(invoiceNumber="1", InvoiceAmount="1.50")  # so that the column as a whole has a decimal point
    _, row = _rows(make_file, good, _line(**{column: value}))
    assert isinstance(row, ProblemRow)
    assert (row.line, row.column, row.value, row.reason) == (3, column, value[:80], reason)
    assert row.raw == tuple((dict(zip(NAMES, GOOD, strict=True)) | {column: value[:500]}).values())


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("customerID", "x" * 128),
        ("customerName", "永" * 128),
        ("invoiceNumber", "1" * 64),
        ("Description", "x" * 500),
        ("Description", "two\nlines\tand a tab"),
        ("DueDate", "2013-01-02"),
        ("SettledDate", "2013-01-02"),
        ("InvoiceAmount", "0.01"),
        ("InvoiceAmount", "10000000000000.00"),
        ("InvoiceAmount", "HK$12.00"),
        ("InvoiceAmount", "$12.00"),
        ("Currency", "港幣"),
    ],
)
def test_the_last_value_that_is_allowed_is_good(make_file: MakeFile, column: str, value: str) -> None:
    assert isinstance(_only(make_file, **{column: value}), InvoiceRow)


@pytest.mark.parametrize(
    ("currency", "amount", "minor"),
    [("JPY", "1200", 1200), ("JPY", "1200.00", 1200), ("KWD", "1.234", 1234), ("人民币", "5", 500)],
)
def test_minor_units_follow_the_currency(make_file: MakeFile, currency: str, amount: str, minor: int) -> None:
    row = _only(make_file, Currency=currency, InvoiceAmount=amount)
    assert isinstance(row, InvoiceRow)
    assert row.amount_minor == minor


def test_half_a_yen_is_too_many_decimals(make_file: MakeFile) -> None:
    row = _only(make_file, Currency="JPY", InvoiceAmount="12.50")
    assert isinstance(row, ProblemRow)
    assert (row.column, row.reason) == ("InvoiceAmount", RowReason.TOO_MANY_DECIMALS)


SHORT = "customerID,invoiceNumber,InvoiceDate,InvoiceAmount"


@pytest.mark.parametrize(
    ("amount", "option", "currency"),
    [
        ("12.00", None, None),
        ("12.00", "HKD", "HKD"),
        ("HK$12.00", None, "HKD"),
        ("12.00 RMB", None, "CNY"),
        ("¥12.00", "CNY", "CNY"),
        ("¥1200", "JPY", "JPY"),
        ("US$12.00", "HKD", "USD"),
    ],
)
def test_the_currency_comes_from_the_cell_or_the_option(
    make_file: MakeFile, amount: str, option: str | None, currency: str | None
) -> None:
    (row,) = _rows(make_file, f"A,1,2013-01-02,{amount}", header=SHORT, options=ImportOptions(currency=option))
    assert isinstance(row, InvoiceRow)
    assert row.currency == currency


def test_a_yen_or_yuan_sign_without_anything_that_tells_which_is_a_problem(make_file: MakeFile) -> None:
    (row,) = _rows(make_file, "A,1,2013-01-02,¥12.00", header=SHORT)
    assert isinstance(row, ProblemRow)
    assert row.reason is RowReason.AMBIGUOUS_CURRENCY


def test_the_header_of_the_amounts_may_name_the_currency(make_file: MakeFile) -> None:
    header = SHORT.replace("InvoiceAmount", "Amount (HKD)")
    good, bad = _rows(make_file, "A,1,2013-01-02,12.00", "A,2,2013-01-02,USD 12.00", header=header)
    assert isinstance(good, InvoiceRow)
    assert good.currency == "HKD"
    assert isinstance(bad, ProblemRow)
    assert bad.reason is RowReason.CURRENCY_MISMATCH


def test_an_unknown_currency_is_an_assumption_that_the_real_import_asks_about(make_file: MakeFile) -> None:
    path = make_file(SHORT + "\nA,1,2013-01-02,12.00\n")
    found = inspect(path, ImportOptions())
    assert found.needs_currency
    assert (found.currency.value, found.currency.evidence[0].code) == ("", EvidenceCode.NO_CURRENCY)
    given = inspect(path, ImportOptions(currency="HKD"))
    assert not given.needs_currency
    assert (given.currency.value, given.currency.confidence) == ("HKD", Confidence.GIVEN)


@pytest.mark.parametrize(
    ("terms", "option", "due"),
    [
        ("30", None, "2013-02-01"),
        ("Net 60", None, "2013-03-03"),
        ("45 days", 10, "2013-02-16"),
        ("30天", None, "2013-02-01"),
        ("0", 10, "2013-01-02"),
        ("COD", 10, "2013-01-02"),
        ("", 10, "2013-01-12"),
        ("", None, "2013-02-01"),
    ],
)
def test_a_missing_due_date_comes_from_the_terms(make_file: MakeFile, terms: str, option: int | None, due: str) -> None:
    options = ImportOptions(terms_days=option)
    (row,) = _rows(make_file, f"A,1,2013-01-02,5,{terms}", header=SHORT + ",Payment Terms", options=options)
    assert isinstance(row, InvoiceRow)
    assert row.due == due


def test_terms_that_are_no_days_are_a_problem_only_where_they_are_needed(make_file: MakeFile) -> None:
    header = SHORT + ",Terms,DueDate"
    needed, unneeded = _rows(make_file, "A,1,2013-01-02,5,EOM,", "A,2,2013-01-02,5,EOM,2013-02-01", header=header)
    assert isinstance(needed, ProblemRow)
    assert (needed.column, needed.reason) == ("Terms", RowReason.BAD_TERMS)
    assert isinstance(unneeded, InvoiceRow)


def test_thirty_days_by_default_are_said_as_an_assumption_with_the_rows_concerned(make_file: MakeFile) -> None:
    path = make_file(SHORT + ",DueDate\nA,1,2013-01-02,5,\nA,2,2013-01-02,5,2013-01-09\n")
    said = {one.code: one.values for one in inspect(path, ImportOptions()).assumptions}
    assert said[AssumptionCode.DUE_BY_DEFAULT_TERMS] == {"terms_days": 30, "rows": 1}
    said = {one.code: one.values for one in inspect(path, ImportOptions(terms_days=7)).assumptions}
    assert said[AssumptionCode.DUE_BY_TERMS] == {"rows": 1, "source": "option"}


def test_the_same_row_again_is_a_duplicate_and_another_one_with_its_number_conflicts(make_file: MakeFile) -> None:
    rows = _rows(
        make_file,
        "A,1,2013-01-02,5",
        "A,1,2013-01-02,5.00",
        "A,1,2013-01-02,6",
        "A,1,2013-01-03,5",
        "B,1,2013-01-02,5",
        "A,1A,2013-01-02,5",
        " A , 1 ,2013-01-02,5",
        header=SHORT,
    )
    assert [(type(row).__name__, getattr(row, "reason", None), getattr(row, "of_line", None)) for row in rows] == [
        ("InvoiceRow", None, None),
        ("SkippedRow", SkipReason.DUPLICATE, 2),
        ("ProblemRow", RowReason.CONFLICTS_WITH_LINE, 2),
        ("ProblemRow", RowReason.CONFLICTS_WITH_LINE, 2),
        ("InvoiceRow", None, None),
        ("InvoiceRow", None, None),
        ("SkippedRow", SkipReason.DUPLICATE, 2),
    ]


def test_a_bad_row_does_not_make_its_mended_repetition_a_duplicate(make_file: MakeFile) -> None:
    bad, good = _rows(make_file, "A,1,2013-01-02,-5", "A,1,2013-01-02,5", header=SHORT)
    assert isinstance(bad, ProblemRow)
    assert isinstance(good, InvoiceRow)


@pytest.mark.parametrize("word", ["作废发票", " 作废发票", "作廢", "VOID", "Cancelled", "已作废"])
def test_a_void_row_is_skipped_whatever_else_is_wrong_with_it(make_file: MakeFile, word: str) -> None:
    rows = _rows(make_file, "A,1,2013-01-02,5,ok", f"A,1,,-5,{word}", f"B,2,,,{word}", header=SHORT + ",Status")
    assert rows[1:] == [SkippedRow(3, SkipReason.VOID, 2), SkippedRow(4, SkipReason.VOID)]


@pytest.mark.parametrize(("word", "void"), [("Yes", True), ("1", True), ("是", True), ("No", False), ("", False)])
def test_a_column_that_asks_whether_a_row_is_void_is_understood(make_file: MakeFile, word: str, void: bool) -> None:
    (row,) = _rows(make_file, f"A,1,2013-01-02,5,{word}", header=SHORT + ",Voided")
    assert isinstance(row, SkippedRow) == void


def test_blank_lines_are_apart_from_rows(make_file: MakeFile) -> None:
    rows = _rows(make_file, "", "A,1,2013-01-02,5", " ", ",,,", ",,,,,,", header=SHORT)
    assert [(row.line, getattr(row, "reason", None)) for row in rows] == [
        (2, SkipReason.BLANK_LINE),
        (3, None),
        (4, SkipReason.BLANK_LINE),
        (5, SkipReason.BLANK_LINE),
        (6, SkipReason.BLANK_LINE),
    ]


def test_a_row_with_too_many_or_too_few_cells_is_a_problem_unless_they_are_blank(make_file: MakeFile) -> None:
    rows = _rows(
        make_file, "A,1,2013-01-02,5,,", "A,2,2013-01-02,5,x", "A,3,2013-01-02", "A,4,2013-01-02,5", header=SHORT
    )
    assert [getattr(row, "reason", None) for row in rows] == [
        None,
        RowReason.WRONG_CELL_COUNT,
        RowReason.WRONG_CELL_COUNT,
        None,
    ]
    assert isinstance(rows[1], ProblemRow)
    assert (rows[1].column, rows[1].value) == ("", "5")


def test_an_unclosed_quote_is_one_problem_and_swallows_nothing(make_file: MakeFile) -> None:
    rows = _rows(make_file, '"A,1,2013-01-02,5', "B,2,2013-01-02,5", '"C",3,2013-01-02,5', header=SHORT)
    assert [getattr(row, "reason", None) for row in rows] == [RowReason.UNCLOSED_QUOTE, None, None]


def test_a_minority_of_dates_the_other_way_round_becomes_problems_and_is_said(make_file: MakeFile) -> None:
    lines = ["A,1,23/1/2013,5", "A,2,24/1/2013,5", "A,3,1/25/2013,5"]
    rows = _rows(make_file, *lines, header=SHORT)
    assert [getattr(row, "reason", None) for row in rows] == [None, None, RowReason.IMPOSSIBLE_DATE]
    said = inspect(make_file("\n".join((SHORT, *lines))), ImportOptions()).assumptions
    assert [one.values["line"] for one in said if one.code is AssumptionCode.DATE_ORDER_CONFLICT] == [4]


def test_one_line_far_down_decides_the_order_of_all_dates(make_file: MakeFile) -> None:
    lines = [f"A,{number},2/1/2013,5" for number in range(3000)]
    early = _rows(make_file, *lines, "A,x,1/23/2013,5", header=SHORT)[0]
    late = _rows(make_file, *lines, "A,x,23/1/2013,5", header=SHORT)[0]
    assert isinstance(early, InvoiceRow)
    assert isinstance(late, InvoiceRow)
    assert (early.issued, late.issued) == ("2013-02-01", "2013-01-02")


def test_an_open_column_of_dates_follows_a_proven_one(make_file: MakeFile) -> None:
    path = make_file(SHORT + ",DueDate\nA,1,1/2/2013,5,1/31/2013\n")
    orders = inspect(path, ImportOptions()).date_orders
    assert (orders[Field.ISSUED].value, orders[Field.ISSUED].confidence) == ("mdy", Confidence.LIKELY)
    assert orders[Field.ISSUED].evidence[-1].code is EvidenceCode.SAME_AS_COLUMN


def test_ambiguous_dates_are_read_day_first_and_the_assumption_names_one(make_file: MakeFile) -> None:
    path = make_file(SHORT + "\nA,1,1/2/2013,5\n")
    (said,) = [one for one in inspect(path, ImportOptions()).assumptions if one.code is AssumptionCode.DATE_ORDER]
    assert said.values == {"header": "InvoiceDate", "order": "dmy", "value": "1/2/2013", "line": 2, "count": 1}


def test_european_amounts_are_read_and_english_ones_among_them_are_problems(make_file: MakeFile) -> None:
    lines = ["A;1;2013-01-02;1.234,56", "A;2;2013-01-02;12,5", "A;3;2013-01-02;1,234.56"]
    rows = _rows(make_file, *lines, header=SHORT.replace(",", ";"))
    assert [row.amount_minor for row in rows if isinstance(row, InvoiceRow)] == [123456, 1250]
    assert isinstance(rows[2], ProblemRow)
    assert rows[2].reason is RowReason.NOT_PLAIN_NUMBER


def test_a_purchase_ledger_and_a_customer_by_name_are_said(make_file: MakeFile) -> None:
    seller = inspect(make_file("供应商名称,发票号码,开票日期,价税合计\n甲,1,2013-01-02,5\n"), ImportOptions())
    assert {one.code for one in seller.assumptions} >= {
        AssumptionCode.COUNTERPARTY_IS_SELLER,
        AssumptionCode.CUSTOMER_BY_NAME,
    }
    buyer = inspect(make_file(SHORT + "\nA,1,2013-01-02,5\n"), ImportOptions())
    assert not {one.code for one in buyer.assumptions} & {
        AssumptionCode.COUNTERPARTY_IS_SELLER,
        AssumptionCode.CUSTOMER_BY_NAME,
    }


def _lacks_zeros(make_file: MakeFile, numbers: list[str]) -> bool:
    path = make_file(SHORT + "\n" + "".join(f"A,{number},2013-01-02,5\n" for number in numbers))
    said = {one.code for one in inspect(path, ImportOptions()).assumptions}
    return AssumptionCode.NUMBERS_MAY_LACK_ZEROS in said


def test_numbers_that_lost_leading_zeros_are_pointed_out_and_counters_are_not(make_file: MakeFile) -> None:
    sparse = [f"{number * 7_654_321:010d}" for number in range(1, 1300)]
    assert not _lacks_zeros(make_file, sparse)
    assert _lacks_zeros(make_file, [number.lstrip("0") for number in sparse])
    assert not _lacks_zeros(make_file, [str(number) for number in range(900, 2200)])


def test_a_number_that_lost_its_zeros_is_a_problem_that_names_the_invoice(make_file: MakeFile) -> None:
    rows = _rows(
        make_file,
        "A,0611365,2013-01-02,5",
        "A,611365,2013-01-02,5",
        "A,000611365,2013-01-02,6",
        "B,611365,2013-01-02,5",
        "A,0611365,2013-01-02,5",
        "A,X7,2013-01-02,5",
        "A,0X7,2013-01-02,5",
        header=SHORT,
    )
    assert [(row.line, getattr(row, "reason", None), getattr(row, "of_line", None)) for row in rows] == [
        (2, None, None),
        (3, RowReason.NUMBER_LACKS_ZEROS, 2),
        (4, RowReason.ZEROS_AND_TERMS_DIFFER, 2),
        (5, None, None),
        (6, SkipReason.DUPLICATE, 2),
        (7, None, None),
        (8, None, None),
    ]
    assert {row.of_number for row in rows if isinstance(row, ProblemRow)} == {"0611365"}
