"""UBL documents: what is read of a good one, and how each bad one becomes one problem."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.importing.ubl import invoice, party

from cohong.importing import ubl_document, ubl_files
from cohong.importing.file_format import AssumptionCode, Field
from cohong.importing.invoices import (
    ImportOptions,
    ImportRefused,
    InvoiceRow,
    ProblemRow,
    RefusalCode,
    Row,
    RowReason,
    SkippedRow,
    dry_run,
    inspect,
    read_invoices,
    write_problems_csv,
)
from cohong.importing.ubl_document import DocumentFault, cells_of


def _write(folder: Path, **documents: str | bytes) -> Path:
    for name, content in documents.items():
        stored = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.xml").write_bytes(stored)
    return folder


def _rows(folder: Path, options: ImportOptions | None = None, **documents: str | bytes) -> list[Row]:
    return list(read_invoices(_write(folder, **documents), options or ImportOptions()))


def _row(folder: Path, document: str | bytes, options: ImportOptions | None = None) -> Row:
    (row,) = _rows(folder, options, only=document)
    return row


def _problem(folder: Path, document: str | bytes) -> tuple[RowReason, str, str]:
    row = _row(folder, document)
    assert isinstance(row, ProblemRow)
    return row.reason, row.column, row.value


GOOD = InvoiceRow(
    1, "C1", "Pearl Components Ltd", "00017", "2026-01-05", "2026-02-04", 120050, "HKD", None, "Ten crates",
    "Harbour Trading Ltd", "only.xml",
)  # fmt: skip


def test_an_invoice_is_read_whole(tmp_path: Path) -> None:
    assert _row(tmp_path, invoice()) == GOOD


@pytest.mark.parametrize("prolog", ["", '\ufeff<?xml version="1.0"?>', "<!-- exported -->\n"])
def test_a_single_file_is_known_by_what_it_is(tmp_path: Path, prolog: str) -> None:
    path = tmp_path / "only.xml"
    path.write_text(invoice(prolog=prolog))
    assert list(read_invoices(path, ImportOptions())) == [GOOD]
    assert inspect(path, ImportOptions()).kind == "ubl"


def test_other_prefixes_and_another_encoding(tmp_path: Path) -> None:
    document = invoice(prolog='<?xml version="1.0" encoding="UTF-16"?>')
    for prefix, other in (("cac", "a"), ("cbc", "b")):
        document = document.replace(f"{prefix}:", f"{other}:").replace(f"xmlns:{prefix}", f"xmlns:{other}")
    path = tmp_path / "only.xml"
    path.write_text(document, encoding="utf-16")
    assert list(read_invoices(path, ImportOptions())) == [GOOD]


def _means(element: str, day: str) -> str:
    return f"<cac:{element}><cbc:PaymentDueDate>{day}</cbc:PaymentDueDate></cac:{element}>"


_TERMS = (
    "<cac:PaymentTerms><cac:SettlementPeriod>"
    '<cbc:DurationMeasure unitCode="{unit}">45</cbc:DurationMeasure>'
    "</cac:SettlementPeriod></cac:PaymentTerms>"
)


@pytest.mark.parametrize(
    ("due", "more", "expected"),
    [
        ("<cbc:DueDate>2026-02-04+08:00</cbc:DueDate>", "", "2026-02-04"),
        ("<cbc:DueDate>2026-02-04</cbc:DueDate>", _means("PaymentMeans", "2026-03-01"), "2026-02-04"),
        ("", _means("PaymentMeans", "2026-03-01"), "2026-03-01"),
        ("", _means("PaymentTerms", "2026-03-02"), "2026-03-02"),
        ("", _means("PaymentTerms", "2026-03-02") * 2, "2026-03-02"),
        ("", _TERMS.format(unit="DAY"), "2026-02-19"),
        ("", _TERMS.format(unit="MON"), "2026-02-04"),
        ("", "", "2026-02-04"),
    ],
)
def test_the_due_day_is_the_invoices_own_or_that_of_its_payment(
    tmp_path: Path, due: str, more: str, expected: str
) -> None:
    row = _row(tmp_path, invoice(due=due, more=more))
    assert isinstance(row, InvoiceRow)
    assert row.due == expected


def test_the_days_of_credit_may_be_said(tmp_path: Path) -> None:
    row = _row(tmp_path, invoice(due=""), ImportOptions(terms_days=10))
    assert isinstance(row, InvoiceRow)
    assert row.due == "2026-01-15"


LEI, USCC = "984500DEMO00SGLION25", "91440300MA5DEMX01X"


@pytest.mark.parametrize(
    ("customer", "expected"),
    [
        (party("Pearl", legal="C1", endpoint=LEI), LEI),
        (party("Pearl", legal=f"0199:{LEI.lower()}", endpoint="123"), LEI),
        (party("Pearl", legal=USCC, endpoint="5790000435975"), USCC),
        (party("Pearl", legal="39481726", scheme="HK:BR"), "39481726"),
        (party("Pearl", legal="39481726-000-06-25-9", country="HK"), "39481726"),
        (party("Pearl", legal="39481726", endpoint="E9"), "39481726"),
        (party("Pearl", legal=LEI[:-1] + "6", endpoint="E9"), LEI[:-1] + "6"),
        (party("Pearl", endpoint="E9"), "E9"),
        (party("Pearl"), "Pearl"),
    ],
)
def test_a_party_is_named_as_members_name_themselves(tmp_path: Path, customer: str, expected: str) -> None:
    row = _row(tmp_path, invoice(customer=customer))
    assert isinstance(row, InvoiceRow)
    assert (row.customer, row.customer_name) == (expected, "Pearl")


LAUGHS = (
    '<!DOCTYPE Invoice [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (invoice(root="CreditNote"), (RowReason.CREDIT_NOTE, "CreditNote", "")),
        (invoice(kind="381"), (RowReason.CREDIT_NOTE, "cbc:InvoiceTypeCode", "381")),
        (invoice(kind="384"), (RowReason.CORRECTED_INVOICE, "cbc:InvoiceTypeCode", "384")),
        (invoice(kind="325"), (RowReason.PRO_FORMA, "cbc:InvoiceTypeCode", "325")),
        (invoice(prolog=LAUGHS, note="&c;"), (RowReason.XML_FORBIDDEN, "", "DOCTYPE")),
        (invoice(prolog='<!DOCTYPE x SYSTEM "file:///etc/passwd">'), (RowReason.XML_FORBIDDEN, "", "DOCTYPE")),
        (invoice(note="&xxe;"), (RowReason.XML_DAMAGED, "", "2")),
        (invoice()[:-30], (RowReason.XML_DAMAGED, "", "2")),
        (invoice(issued=""), (RowReason.MISSING_VALUE, "cbc:IssueDate", "")),
        (invoice(issued="05/01/2026"), (RowReason.NOT_A_DATE, "cbc:IssueDate", "05/01/2026")),
        (invoice(issued="2026-02-30"), (RowReason.IMPOSSIBLE_DATE, "cbc:IssueDate", "2026-02-30")),
        (invoice(number=""), (RowReason.MISSING_VALUE, "cbc:ID", "")),
        (invoice(customer=""), (RowReason.MISSING_VALUE, "cac:AccountingCustomerParty", "")),
        (invoice(amount="1,200.50"), (RowReason.NOT_PLAIN_NUMBER, "cbc:PayableAmount", "1,200.50")),
        (invoice(amount="1200.505"), (RowReason.TOO_MANY_DECIMALS, "cbc:PayableAmount", "1200.505")),
        (invoice(amount="-5"), (RowReason.NEGATIVE_AMOUNT, "cbc:PayableAmount", "-5")),
        (invoice(amount="0.00"), (RowReason.ZERO_AMOUNT, "cbc:PayableAmount", "0.00")),
        (invoice(amount=""), (RowReason.MISSING_VALUE, "cbc:PayableAmount", "")),
        (invoice(currency="XXQ"), (RowReason.UNKNOWN_CURRENCY, "cbc:DocumentCurrencyCode", "XXQ")),
        (invoice(amount_currency="EUR"), (RowReason.CURRENCY_MISMATCH, "cbc:PayableAmount", "EUR 1200.50")),
        (invoice(number="x" * 65), (RowReason.TOO_LONG, "cbc:ID", "x" * 65)),
        (invoice(more="<cbc:ID>18</cbc:ID>"), (RowReason.SEVERAL_VALUES, "cbc:ID", "00017 · 18")),
        (
            invoice(due="", more=_means("PaymentTerms", "2026-03-02") + _means("PaymentTerms", "2026-04-02")),
            (RowReason.SEVERAL_VALUES, "cbc:PaymentDueDate", "2026-03-02 · 2026-04-02"),
        ),
        (invoice(more="<a>" * 80 + "</a>" * 80), (RowReason.DOCUMENT_TOO_LARGE, "a", "64")),
    ],
)  # fmt: skip
def test_a_bad_document_is_one_problem_with_its_element(
    tmp_path: Path, document: str, expected: tuple[RowReason, str, str]
) -> None:
    assert _problem(tmp_path, document) == expected


def test_amounts_as_the_standard_writes_them(tmp_path: Path) -> None:
    for amount, minor in (("1200.5000", 120050), ("+7.", 700), (".5", 50), ("1.234", None)):
        row = _row(tmp_path, invoice(amount=amount))
        assert (row.amount_minor if isinstance(row, InvoiceRow) else None) == minor
    yen = _row(tmp_path, invoice(amount="1500.00", currency="JPY"))
    assert isinstance(yen, InvoiceRow)
    assert yen.amount_minor == 1500


def test_a_currency_is_asked_for_only_where_a_document_names_none(tmp_path: Path) -> None:
    document = invoice().replace("<cbc:DocumentCurrencyCode>HKD</cbc:DocumentCurrencyCode>", "")
    without = document.replace(' currencyID="HKD"', "")
    for text, needs in ((invoice(), False), (document, False), (without, True)):
        assert inspect(_write(tmp_path, only=text), ImportOptions()).needs_currency is needs
    row = _row(tmp_path, without, ImportOptions(currency="EUR"))
    assert isinstance(row, InvoiceRow)
    assert row.currency == "EUR"


def test_an_attachment_larger_than_a_document_may_be_ends_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ubl_document, "DOCUMENT_BYTES_MAX", 100_000)
    fits, larger = (
        f"<cac:Attachment><cbc:Embedded>{'A' * size}</cbc:Embedded></cac:Attachment>" for size in (90_000, 110_000)
    )
    assert _row(tmp_path, invoice(more=fits)) == GOOD
    assert _problem(tmp_path, invoice(more=larger)) == (RowReason.DOCUMENT_TOO_LARGE, "", "100000")


def test_a_set_goes_in_but_for_its_bad_documents(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        a=invoice("1"),
        b=invoice("1"),
        c=invoice("1", amount="7"),
        d="<html>no</html>",
        e=invoice("2"),
        f=b"\x00\x01",
    )
    assert [type(row) for row in rows] == [InvoiceRow, SkippedRow, ProblemRow, ProblemRow, InvoiceRow, ProblemRow]
    problems = [row for row in rows if isinstance(row, ProblemRow)]
    assert [(row.line, row.where, row.reason, row.of_line) for row in problems] == [
        (3, "c.xml: cbc:ID", RowReason.CONFLICTS_WITH_LINE, 1),
        (4, "d.xml: html", RowReason.NOT_UBL, None),
        (6, "f.xml", RowReason.NOT_UBL, None),
    ]


def test_the_dry_run_adds_up_and_says_whose_invoices_these_are(tmp_path: Path) -> None:
    found = dry_run(
        _write(tmp_path, a=invoice("1"), b=invoice("2", currency="EUR"), c=invoice("3", kind="381")), ImportOptions()
    )
    assert (found.rows, found.good, found.bad, found.customers) == (3, 2, 1, 1)
    assert [(total.currency, total.amount_minor) for total in found.totals] == [("EUR", 120050), ("HKD", 120050)]
    (assumption,) = found.format.assumptions
    assert assumption.code is AssumptionCode.SELLERS
    assert assumption.values == {"sellers": "Harbour Trading Ltd", "count": 1}
    assert found.format.columns[Field.NUMBER].header == "cbc:ID"


def _zip(path: Path, **documents: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in documents.items():
            archive.writestr(f"june/{name}.xml", content)
        archive.writestr("__MACOSX/june/._a.xml", "junk")
        archive.writestr("readme.txt", "not looked at")
    return path


def test_an_archive_and_several_files_are_one_import(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "june.zip", a=invoice("1"), b=invoice("2"))
    single = tmp_path / "july.xml"
    single.write_text(invoice("3"))
    csv = tmp_path / "other.csv"
    csv.write_text("customerID,invoiceNumber\n")
    rows = list(read_invoices(archive, ImportOptions(), also=[single, csv]))
    numbers = [row.number if isinstance(row, InvoiceRow) else getattr(row, "reason", None) for row in rows]
    assert numbers == ["1", "2", "3", RowReason.NOT_UBL]
    assert [getattr(row, "file", "") for row in rows] == ["june/a.xml", "june/b.xml", "july.xml", "other.csv"]


def test_a_damaged_member_of_an_archive_is_one_problem(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "june.zip", a=invoice("1"), b=invoice("2"))
    stored = bytearray(archive.read_bytes())
    place = stored.index(b"june/a.xml") + len("june/a.xml") + 20
    stored[place : place + 8] = bytes(8)
    archive.write_bytes(stored)
    rows = list(read_invoices(archive, ImportOptions()))
    assert [type(row) for row in rows] == [ProblemRow, InvoiceRow]


def test_a_member_with_a_password_is_one_problem(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "june.zip", a=invoice("1"), b=invoice("2"))
    stored = bytearray(archive.read_bytes())
    stored[6] |= 1
    stored[stored.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(stored)
    first, second = read_invoices(archive, ImportOptions())
    assert isinstance(first, ProblemRow)
    assert first.reason is RowReason.FILE_UNREADABLE
    assert isinstance(second, InvoiceRow)


def _refusal(path: Path, *also: Path) -> tuple[RefusalCode, dict[str, object]]:
    with pytest.raises(ImportRefused) as refusal:
        dry_run(path, ImportOptions(), also=also)
    return refusal.value.code, refusal.value.detail


def test_what_has_no_invoice_in_it_is_refused_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = tmp_path / "one.xml"
    one.write_text('<?xml version="1.0"?><Document/>')
    assert _refusal(one) == (RefusalCode.NOT_CSV, {"kind": "xml"})
    assert _refusal(tmp_path) == (RefusalCode.NOT_CSV, {"kind": "xml"})
    two = tmp_path / "two.csv"
    two.write_text("a,b\n")
    assert _refusal(one, two) == (RefusalCode.NO_DOCUMENTS, {"path": str(one), "files": 2})
    assert _refusal(one, tmp_path / "gone.xml")[0] is RefusalCode.NOT_FOUND
    _write(tmp_path, a=invoice("1"), b=invoice("2"))
    monkeypatch.setattr(ubl_files, "DOCUMENTS_MAX", 2)
    assert _refusal(tmp_path) == (RefusalCode.TOO_MANY_ROWS, {"limit": 2})


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    _write(tmp_path, **{f"d{number:03}": invoice(str(number)) for number in range(40)})

    class Stopped(Exception):
        pass

    def stop(done: int, whole: int) -> None:
        assert 0 < done < whole
        raise Stopped

    with pytest.raises(Stopped):
        dry_run(tmp_path, ImportOptions(), progress=stop)


def test_the_list_of_problems_names_the_document_and_is_no_formula(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    rows = _rows(documents, a=invoice("=1+1", kind="380", amount="0"), b=invoice())
    problems = [row for row in rows if isinstance(row, ProblemRow)]
    headers = inspect(documents, ImportOptions()).headers
    write_problems_csv(tmp_path / "out.csv", problems, headers)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith("1,a.xml: cbc:PayableAmount,zero_amount,,,a.xml,C1,Pearl Components Ltd,'=1+1,")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_damage_to_a_document_is_a_fault_and_nothing_else(data: st.DataObject) -> None:
    stored = bytearray(invoice().encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(stored) - 1))
        stored[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    try:
        cells = cells_of(io.BytesIO(bytes(stored)), "a.xml")
    except DocumentFault:
        return
    assert all(len(cell) <= 2 * 500 + 4 for cell in cells)
