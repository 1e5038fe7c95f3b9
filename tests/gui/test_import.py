"""The import wizard: a file from its choice to its drafts and back, on a real node."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, pair, press, says
from tests.unit.importing import ubl

from cohong.api import requests
from cohong.api.views import MemberCard
from cohong.desktop.pages.import_wizard import CHECK, COLUMNS, FILE, PARTIES, RUN, ImportWizard
from cohong.desktop.pages.import_wizard_messages import CustomerFound, ReadRefused, ReadRequest
from cohong.desktop.pages.import_wizard_parties import known_names
from cohong.desktop.pages.import_wizard_reader import customers_of
from cohong.desktop.pages.import_wizard_study import FileStudy
from cohong.desktop.pages.import_wizard_words import refusal_code
from cohong.importing.invoices import DryRun, ImportOptions

__all__ = ["pair"]

HEADER = "customer,customer name,invoice no,invoice date,due date,amount,paid on\n"
ROWS = (
    "C1,Pearl Components Ltd,00017,2026-01-05,2026-02-04,1200.50,2026-02-10\n"
    "C1,Pearl Components Ltd,00018,2026-01-06,2026-02-05,99.00,\n"
    "C2,Nobody & Sons,00019,2026-01-07,2026-02-06,10.00,\n"
    "C1,Pearl Components Ltd,00020,2026-01-08,2026-02-07,NaN,\n"
)


@pytest.fixture
def invoices(tmp_path: Path) -> Path:
    """A file with three good rows, of which two are a member's, and one bad one."""
    path = tmp_path / "invoices.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


def test_a_file_goes_from_its_choice_to_drafts_and_is_undone(pair: Pair, run: Run[Any], invoices: Path) -> None:
    run(_import_and_undo(pair, invoices))


async def _to_check(page: ImportWizard, path: Path) -> None:
    page.take_file(str(path))
    await until(lambda: page.step == COLUMNS, what="the file to be read")
    await until(lambda: says(page, "Choose the currency of the invoices."))
    box = page._columns._settings["currency"].box
    box.setCurrentIndex(box.findData("HKD"))
    box.activated.emit(box.currentIndex())
    await until(page._next.isEnabled, what="the file to be read again")
    press(page, "Continue")
    assert page.step == PARTIES
    await until(lambda: says(page, "1 of 2 customers are assigned to members."))
    press(page, "Continue")
    assert page.step == CHECK
    await until(page._next.isEnabled, what="the customers to be read")


async def _import_and_undo(pair: Pair, path: Path) -> None:
    page: ImportWizard = await pair.go("import")
    await _to_check(page, path)
    assert says(page, "Left out: 1 invoice of customers that stand for no member.")
    assert "5\tamount\tNaN\tNot a plain amount" in page._check._table.as_text()
    press(page, "Import 2 invoices")
    await until(lambda: page.step == RUN and says(page, "invoices.csv is imported. Nothing is signed yet."))
    assert says(page, "2 added, 0 already there, 2 to look at.")
    assert "C2\tNo member stands for this customer" in page._run._table.as_text()
    counts = await pair.desk.client.call("book.counts")
    assert counts.by_filter["drafts"] == 2
    press(page, "Undo this import")
    await until(lambda: says(page, "The import of invoices.csv is undone."))
    counts = await pair.desk.client.call("book.counts")
    assert counts.by_filter["drafts"] == 0


def test_drafts_of_an_import_are_signed_and_a_second_import_adds_nothing(
    pair: Pair, run: Run[Any], invoices: Path
) -> None:
    run(_send_and_again(pair, invoices))


async def _send_and_again(pair: Pair, path: Path) -> None:
    page: ImportWizard = await pair.go("import")
    await _to_check(page, path)
    press(page, "Import 2 invoices")
    await until(lambda: says(page, "is imported. Nothing is signed yet."))
    press(page, "Sign and send now")
    await until(lambda: says(page, "The invoices of invoices.csv are signed and on the way."))
    press(page, "Import another file")
    await until(lambda: page.step == FILE and page._file._table.rowCount() == 1)
    await _to_check(page, path)
    press(page, "Import 2 invoices")
    await until(lambda: says(page, "0 added, 2 already there, 2 to look at."))


def test_the_choices_for_the_last_file_with_these_columns_are_offered(
    pair: Pair, run: Run[Any], tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("wer,was,wann,wieviel\nKunde 9,1,2026-01-05,5.00\n", encoding="utf-8")
    like = tmp_path / "like.csv"
    like.write_text("wer,was,wann,wieviel\nKunde 9,2,2026-02-05,6.00\n", encoding="utf-8")
    columns = {"customer": "#1", "number": "#2", "issued": "#3", "amount": "#4"}

    async def offered() -> None:
        chosen = requests.ImportFile(
            path=str(path), currency="JPY", columns=columns, counterparties={"Kunde 9": pair.other_member}
        )
        await pair.desk.client.call("import.invoices", chosen)
        page: ImportWizard = await pair.go("import")
        page.take_file(str(like))
        await until(lambda: page.step == COLUMNS and says(page, "A file with these columns was imported before: odd"))
        press(page, "Use the same choices")
        await until(page._next.isEnabled, what="the file to be read again")
        assert page._columns.currency == "JPY"
        assert page._columns.options().columns == columns
        press(page, "Continue")
        await until(lambda: says(page, "1 of 1 customers are assigned to members. As in an earlier import: 1."))
        assert page._parties.counterparties() == {"Kunde 9": pair.other_member}

    run(offered())


def test_a_running_import_is_cancelled_and_leaves_nothing(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    rows = (f"C1,Pearl Components Ltd,N{number},2026-01-05,2026-02-04,5.00,\n" for number in range(40_000))
    path.write_text(HEADER + "".join(rows), encoding="utf-8")

    async def cancelled() -> None:
        page: ImportWizard = await pair.go("import")
        page.take_file(str(path))
        await until(lambda: says(page, "Choose the currency of the invoices."))
        page._columns._settings["currency"].give("HKD")
        page._columns.changed.emit()
        await until(page._next.isEnabled, what="the file to be read again")
        press(page, "Continue")
        press(page, "Continue")
        await until(page._next.isEnabled, what="the customers to be read")
        press(page, "Import 40,000 invoices")
        await until(page._run._cancel.isVisible, what="the import to begin")
        press(page, "Cancel")
        await until(lambda: not page._run._cancel.isVisible(), what="the wish to be heard")
        await until(lambda: says(page, "The import of large.csv is undone."))
        counts = await pair.desk.client.call("book.counts")
        assert counts.by_filter["drafts"] == 0

    run(cancelled())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "The file is empty."),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(64), "This is neither a CSV file nor a UBL invoice."),
        ("cut.csv.gz", gzip.compress(HEADER.encode() * 50, mtime=0)[:40], "The compressed file is damaged."),
    ],
    ids=["empty", "picture", "cut"],
)
def test_a_file_that_is_no_invoice_list_is_refused_in_words(
    pair: Pair, run: Run[Any], tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    async def refused() -> None:
        page: ImportWizard = await pair.go("import")
        page.take_file(str(path))
        await until(lambda: says(page, words))
        assert page.step == FILE

    run(refused())


def test_a_file_with_unknown_headers_asks_which_column_is_what(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("wer,was,wann,wieviel\n" + "A,1,2026-01-05,5.00\nB,2,2026-01-06,6.00\n", encoding="utf-8")

    async def mapped() -> None:
        page: ImportWizard = await pair.go("import")
        page.take_file(str(path))
        await until(lambda: page.step == COLUMNS and says(page, "Say which column has"))
        for name, column in (("customer", 0), ("number", 1), ("issued", 2), ("amount", 3)):
            box: QComboBox = next(line.box for field, line in page._columns._fields.items() if str(field) == name)
            box.setCurrentIndex(box.findData(column))
            box.activated.emit(box.currentIndex())
        await until(lambda: says(page, "Choose the currency of the invoices."))
        assert says(page, "5.00   ·   6.00")

    run(mapped())


def test_ubl_documents_are_read_as_they_are_and_go_in_together(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    names = ("a.xml", "b.xml", "c.xml", "d.xml")
    documents = (
        ubl.invoice("1", customer=ubl.party("Pearl Components Ltd")),
        ubl.invoice("2", customer=ubl.party("Pearl Components Ltd"), amount="7.25"),
        ubl.invoice("3", kind="381"),
        ubl.invoice("4", customer=ubl.party("Nobody and Sons")),
    )
    for name, document in zip(names, documents, strict=True):
        (tmp_path / name).write_text(document)

    async def imported() -> None:
        page: ImportWizard = await pair.go("import")
        page._file.chosen.emit([str(tmp_path / name) for name in names])
        await until(lambda: page.step == COLUMNS, what="the documents to be read")
        await until(lambda: says(page, "What was found: 4 UBL documents"))
        assert says(page, "Invoices by Harbour Trading Ltd. They go in as owed to you.")
        assert not any(box.isVisible() for box in (line.box for line in page._columns._fields.values()))
        assert not page._columns._settings["encoding"].box.isVisible()
        press(page, "Continue")
        await until(lambda: says(page, "1 of 2 customers are assigned to members."))
        press(page, "Continue")
        assert "3\tc.xml: cbc:InvoiceTypeCode\t381\tA credit note is no new claim" in page._check._table.as_text()
        press(page, "Import 2 invoices")
        await until(lambda: says(page, "2 added, 0 already there, 2 to look at."))
        assert says(page, "a.xml (+3) is imported. Nothing is signed yet.")

    run(imported())


def _read(run: Run[Any], path: Path) -> list[object]:
    """Return what the reader's process finds, progress left out."""
    study, found = FileStudy(), list[object]()
    for signal in (study.found, study.customers_found, study.refused, study.failed):
        signal.connect(found.append)
    run(study.read([path], ImportOptions()))
    return found


def test_the_reader_finds_rows_and_customers_in_a_process_of_its_own(run: Run[Any], invoices: Path) -> None:
    dry_run, customers = _read(run, invoices)
    assert isinstance(dry_run, DryRun)
    assert (dry_run.good, dry_run.bad) == (3, 1)
    assert customers == (CustomerFound("C1", "Pearl Components Ltd", 2), CustomerFound("C2", "Nobody & Sons", 1))
    assert customers == customers_of(ReadRequest((invoices,), ImportOptions()))


def test_a_file_that_is_not_there_is_refused_by_its_code(run: Run[Any], tmp_path: Path) -> None:
    (refusal,) = _read(run, tmp_path / "gone.csv")
    assert isinstance(refusal, ReadRefused)
    assert refusal.code == "not_found"


def test_stopping_the_reader_takes_no_longer_than_a_fifth_of_a_second(run: Run[Any], tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text(HEADER + ROWS * 100_000, encoding="utf-8")
    study, found = FileStudy(), list[object]()
    study.found.connect(found.append)

    async def stopped() -> float:
        reading = asyncio.ensure_future(study.read([path], ImportOptions()))
        await until(lambda: study.is_reading)
        loop = asyncio.get_running_loop()
        before = loop.time()
        study.stop()
        await reading
        return loop.time() - before

    assert run(stopped()) < 0.2
    assert found == []


def test_a_name_that_two_members_have_stands_for_neither() -> None:
    members = [
        MemberCard(member="a", name="Pearl  Ltd", identifiers={"hkbr": "12345678"}),
        MemberCard(member="b", name="PEARL LTD"),
        MemberCard(member="c", name="Ｌotus"),
    ]
    assert known_names(members) == {"a": "a", "b": "b", "c": "c", "12345678": "a", "lotus": "c"}


@pytest.mark.parametrize(("detail", "code"), [('{"code": "empty", "bytes": 0}', "empty"), ("not_csv", "not_csv")])
def test_the_code_of_a_refusal_is_read_from_either_form(detail: str, code: str) -> None:
    assert refusal_code(detail) == code
