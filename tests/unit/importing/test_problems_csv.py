"""The listing of bad rows, which people open in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.unit.importing.conftest import MakeFile

from cohong.importing.invoices import ImportOptions, ProblemRow, RowReason, read_invoices, write_problems_csv


def test_bad_rows_are_written_with_line_column_reason_and_their_cells(make_file: MakeFile, tmp_path: Path) -> None:
    source = make_file(
        "customerID,invoiceNumber,InvoiceDate,InvoiceAmount\n"
        '=HYPERLINK("x"),1,2013-01-02,-5\n'
        "陳,2,2013-01-02,5\n"
        '陳,2,2013-01-02,"6"\n'
    )
    rows = list(read_invoices(source, ImportOptions()))
    headers = ("customerID", "invoiceNumber", "InvoiceDate", "InvoiceAmount")
    destination = tmp_path / "problems.csv"
    count = write_problems_csv(destination, (row for row in rows if isinstance(row, ProblemRow)), headers)
    assert destination.read_bytes().startswith(b"\xef\xbb\xbf")
    with destination.open(encoding="utf-8-sig", newline="") as written:
        assert list(csv.reader(written)) == [
            ["line", "column", "reason", "of line", "of number", *headers],
            ["2", "InvoiceAmount", "negative_amount", "", "", '\'=HYPERLINK("x")', "1", "2013-01-02", "-5"],
            ["4", "invoiceNumber", "conflicts_with_line", "3", "", "陳", "2", "2013-01-02", "6"],
        ]
    assert count == 2


def test_the_reason_may_be_worded(tmp_path: Path) -> None:
    problem = ProblemRow(7, "Amount", "-5", RowReason.NEGATIVE_AMOUNT, ("-5", "bad \ud800"))
    destination = tmp_path / "problems.csv"
    assert write_problems_csv(destination, [problem], ["Amount"], word=lambda problem: f"({problem.reason})") == 1
    assert destination.read_text("utf-8-sig").splitlines()[1] == "7,Amount,(negative_amount),,,-5,bad ?"
