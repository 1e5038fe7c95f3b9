"""Delimiter, header and title lines."""

from __future__ import annotations

import pytest
from tests.unit.importing.conftest import MakeFile

from cohong.importing.file_format import Confidence, EvidenceCode
from cohong.importing.invoices import (
    ImportOptions,
    ImportRefused,
    InvoiceRow,
    RefusalCode,
    dry_run,
    inspect,
    read_invoices,
)
from cohong.importing.layout import detect_layout

HEADERS = ["customerID", "invoiceNumber", "InvoiceDate", "InvoiceAmount"]
BY_NUMBER = {"customer": "1", "number": "2", "issued": "3", "amount": "4"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_detected(make_file: MakeFile, delimiter: str) -> None:
    text = delimiter.join(HEADERS) + "\n" + delimiter.join(["A", "1", "2013-01-02", "12.50"]) + "\n"
    found = inspect(make_file(text), ImportOptions())
    assert (found.delimiter.value, found.delimiter.confidence) == (delimiter, Confidence.CERTAIN)
    assert found.headers == tuple(HEADERS)


def test_decimal_commas_do_not_pass_for_delimiters() -> None:
    layout = detect_layout("A1;X;1,50\nA2;Y;2,75\n", ImportOptions())
    assert (layout.delimiter.value, layout.columns) == (";", 3)


def test_commas_in_names_do_not_pass_for_delimiters() -> None:
    layout = detect_layout("customer;invoice no;date\nA, Ltd;1;x\nB, C, D;2;y\n", ImportOptions())
    assert layout.delimiter.value == ";"


def test_the_line_that_excel_writes_first_is_believed_and_is_no_row(make_file: MakeFile) -> None:
    text = "sep=;\r\n" + ";".join(HEADERS) + "\r\nA;1;2013-01-02;12,50\r\n"
    found = inspect(make_file(text), ImportOptions())
    assert found.delimiter.evidence[0].code is EvidenceCode.SEP_LINE
    assert (found.header_line, found.rows) == (2, 1)


def test_title_lines_above_the_header_are_no_rows(make_file: MakeFile) -> None:
    text = "Invoice list\n\nAs of,31 Dec 2013\n" + ",".join(HEADERS) + "\nA,1,2013-01-02,12.50\n"
    run = dry_run(make_file(text), ImportOptions())
    assert (run.format.header_line, run.rows, run.good, run.blank) == (4, 1, 1, 0)


def test_a_header_alone_is_a_file_without_rows(make_file: MakeFile) -> None:
    run = dry_run(make_file(",".join(HEADERS)), ImportOptions())
    assert (run.rows, run.good, run.first_issued, run.totals) == (0, 0, None, ())


def test_a_file_without_a_header_is_read_by_the_numbers_of_its_columns(make_file: MakeFile) -> None:
    path = make_file("A,0001,2013-01-02,12.50\nB,0002,2013-01-03,7\n")
    found = inspect(path, ImportOptions(columns=BY_NUMBER))
    assert (found.header.value, found.header_line, found.headers) == ("absent", 0, ("1", "2", "3", "4"))
    rows = list(read_invoices(path, ImportOptions(columns=BY_NUMBER)))
    assert [(row.line, row.number) for row in rows if isinstance(row, InvoiceRow)] == [(1, "0001"), (2, "0002")]


def test_a_file_without_a_header_and_without_column_numbers_is_refused(make_file: MakeFile) -> None:
    with pytest.raises(ImportRefused) as refusal:
        inspect(make_file("A,0001,2013-01-02,12.50\n"), ImportOptions())
    assert refusal.value.code is RefusalCode.NO_COLUMN
    assert refusal.value.detail["header_present"] is False


def test_the_caller_may_say_whether_there_is_a_header(make_file: MakeFile) -> None:
    path = make_file(",".join(HEADERS) + "\nA,1,2013-01-02,12.50\n")
    assert inspect(path, ImportOptions(header=False, columns=BY_NUMBER)).rows == 2
    assert inspect(path, ImportOptions(header=True)).rows == 1


def test_unknown_headers_are_told_from_rows_by_having_no_digits(make_file: MakeFile) -> None:
    found = inspect(make_file("wer,was,wann,wieviel\nA,1,2013-01-02,3\n"), ImportOptions(columns=BY_NUMBER))
    assert (found.header.value, found.header.confidence, found.rows) == ("present", Confidence.LIKELY, 1)


def test_fifty_rows_are_shown_as_they_stand_in_the_file(make_file: MakeFile) -> None:
    text = ",".join(HEADERS) + "\n" + "".join(f"A, {row:03d} ,2013-01-02,5\n" for row in range(60))
    found = inspect(make_file(text), ImportOptions())
    assert (len(found.sample), found.rows) == (50, 60)
    assert found.sample[7] == ("A", " 007 ", "2013-01-02", "5")
