"""A bank statement in the window: what its payments are for, and what becomes of them, on a real node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.gui.circle import holds
from tests.gui.conftest import Run, until
from tests.gui.pair import OTHER_NAME, Pair, day, pair, press, says

from cohong.api import requests, views
from cohong.desktop.pages.import_wizard import RUN, ImportWizard
from cohong.desktop.pages.payment_columns import PaymentColumns
from cohong.desktop.pages.payments import PaymentsPage
from cohong.importing.invoices import Field

__all__ = ["pair"]

HEADER = "Date,Description,Counterparty,Amount\n"


async def _owed(pair: Pair, reference: str) -> str:
    """Have the other member owe the window's member HKD 48,200.00."""
    owed = await pair.propose(pair.desk.client, reference, debtor=pair.other_member, creditor=pair.me, due=day(10))
    await pair.at_level(owed, "proposed", "final")
    await pair.write(pair.other, "credit.accept", owed)
    await pair.at_level(owed, "active", "final")
    return owed


def test_a_statement_goes_from_its_choice_to_receipts_and_adds_nothing_again(
    pair: Pair, run: Run[Any], tmp_path: Path
) -> None:
    path = tmp_path / "february.csv"
    rows = (
        f"{day(-3)},FPS PAY-1 thanks,,100.00",
        f"{day(-2)},,{OTHER_NAME},48200.00",
        f"{day(-1)},rent,Landlord,-70.00",
    )
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")

    async def recorded() -> None:
        part, whole = await _owed(pair, "PAY-1"), await _owed(pair, "PAY-2")
        await _choose(pair, path)
        page: PaymentsPage = pair.page
        await until(page._record.isEnabled, what="what the payments are for")
        assert says(page, "Columns: day from “Date”")
        matches = page._match_table.as_text()
        assert "PAY-1\tHKD 100.00\tHKD 48,100.00" in matches.replace("\xa0", " ")
        assert "PAY-2\tHKD 48,200.00\t–" in matches.replace("\xa0", " ")
        assert "rent\tNo invoice number, and no one open invoice" in page._problem_table.as_text()
        press(page, "Record 2 payments")
        await until(lambda: pair.desk.window.workspace.place == "import")
        wizard: ImportWizard = pair.page
        await until(lambda: wizard.step == RUN and says(wizard, "The payments of february.csv are recorded"))
        assert says(wizard, "2 added, 0 already there, 1 to look at.")
        await pair.at_level(whole, "settled", "final")
        await holds(lambda: _has_received(pair, part, 100_00), "the other receipt")

        press(wizard, "Import another file")
        await _choose(pair, path)
        page = pair.page
        await until(lambda: page._figures["already"].text() == "2", what="the same file again")
        assert not page._record.isEnabled()
        press(page, "Back")
        await until(lambda: pair.desk.window.workspace.place == "import")

    run(recorded())


async def _has_received(pair: Pair, obligation: str, minor: int) -> bool:
    details: views.RecordDetails = await pair.desk.client.call("book.record", requests.OfObject(object=obligation))
    return details.received_minor == minor


async def _choose(pair: Pair, path: Path) -> None:
    """Say that the file has payments, and choose it."""
    wizard: ImportWizard = await pair.go("import")
    press(wizard._file, "Payments")
    assert says(wizard, "Drop a bank statement here")
    wizard._file.chosen.emit([str(path)])
    await until(lambda: pair.desk.window.workspace.place == "payments")


def _take(columns: PaymentColumns, field: Field, place: int) -> None:
    """Choose a column, as the user does."""
    box = columns.lines[field].box
    box.setCurrentIndex(box.findData(place))
    box.activated.emit(box.currentIndex())


def test_a_file_without_the_columns_says_what_to_do(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("wann,wieviel,wieviel,wer\n2026-01-05,7,5.00,Nobody\n")

    async def refused() -> None:
        await _choose(pair, path)
        page: PaymentsPage = pair.page
        await until(lambda: says(page, "Say which column has: Day."))
        assert not page._record.isEnabled()
        columns = page._columns
        _take(columns, Field.SETTLED, 0)
        await until(lambda: says(page, "Say which column has: Amount."))
        assert columns.lines[Field.SETTLED].box.currentText() == "wann", "what was chosen stays"
        _take(columns, Field.AMOUNT, 2)
        await until(lambda: page._figures["rows"].text() == "1", what="that the file is read")
        assert says(page, "Columns: day from “wann”, amount from “wieviel”.")
        assert says(page, "5.00") and not says(page, "Say which column"), "the second of the same name"
        press(page, "Hide columns")
        assert not columns.lines[Field.AMOUNT].box.isVisible()
        press(page, "Choose columns")
        _take(columns, Field.CUSTOMER_NAME, 3)
        await until(lambda: says(page, "counterparty from “wer”"))
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
        page._way.activated.emit(1)
        await until(lambda: says(page, "This is neither a CSV file nor a UBL invoice."))

    run(refused())
