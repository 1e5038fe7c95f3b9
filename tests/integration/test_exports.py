"""The Book and statements written to files by real nodes, through the command line."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, everywhere, found

from cohong.api.errors import ApiError, ApiErrorCode

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    """Two firms; the second owes the first three invoices, one paid, one in part, and is owed one itself."""
    firms = found(node_folder, 2)
    seller, buyer = firms
    for firm, name in ((seller, "Harbour Trading Ltd"), (buyer, "=Pearl, Components")):
        fields = {"kind": "firm", "name": {"en": name}, "place": "", "identifiers": {}}
        firm.ask("record.write", kind="profile.set", fields=fields)
    paid, part, _ = (
        accepted(seller, buyer, reference, amount, issued=issued)
        for reference, amount, issued in (
            ("=1+1", 100_00, "2026-01-05"),
            ("00017", 250_50, "2026-02-05"),
            ("X-3", 7_00, "2026-03-05"),
        )
    )
    accepted(buyer, seller, "P-1", 40_00, issued="2026-02-20")
    receive(seller, paid, 100_00, "2026-02-01")
    receive(seller, part, 50_50, "2026-03-10")
    eventually(lambda: (buyer.state(paid), buyer.details(part).received_minor) == ("settled", 50_50), "the receipts")
    yield firms
    for firm in firms:
        firm.stop()


def accepted(creditor: Firm, debtor: Firm, reference: str, amount: int, *, issued: str) -> str:
    subject = creditor.propose(debtor.member, reference, amount, issued=issued, due="2026-04-05")
    eventually(lambda: debtor_knows(debtor, subject), "the proposal")
    debtor.ask("record.write", kind="credit.accept", object=subject)
    everywhere([creditor, debtor], lambda firm: firm.state(subject) in ("active", "overdue"), "the acceptance")
    return subject


def debtor_knows(debtor: Firm, subject: str) -> bool:
    try:
        return debtor.level(subject) in ("majority", "final")
    except ApiError:
        return False


def receive(holder: Firm, subject: str, amount: int, day: str) -> None:
    fields = {"amount": amount, "value_date": day, "method": "FPS", "reference": f"R-{amount}"}
    holder.ask("record.write", kind="credit.receipt", object=subject, fields=fields)
    eventually(lambda: holder.level(subject) in ("majority", "final"), "the receipt")


def cohong(firm: Firm, *arguments: object, code: int = 0) -> Any:
    """Run the command line and return its answer."""
    done = subprocess.run(
        [sys.executable, "-m", "cohong", *map(str, arguments), "--json", "--profile", os.fspath(firm.profile)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_book_is_written_as_it_is_filtered_and_sorted(firms: list[Firm], tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    status = cohong(firms[0], "book", "export", path, "--filter", "mine", "--sort", "reference", "--ascending")
    assert (status["state"], status["rows"], status["size"]) == ("done", 4, path.stat().st_size)
    rows = rows_of(path)
    assert [
        (row["reference"], row["side"], row["currency"], row["amount"], row["outstanding"], row["issued"], row["state"])
        for row in rows
    ] == [
        ("00017", "owed to me", "HKD", "250.50", "200.00", "2026-02-05", "overdue"),
        ("'=1+1", "owed to me", "HKD", "100.00", "0.00", "2026-01-05", "settled"),
        ("P-1", "I owe", "HKD", "40.00", "40.00", "2026-02-20", "overdue"),
        ("X-3", "owed to me", "HKD", "7.00", "7.00", "2026-03-05", "overdue"),
    ]
    assert (rows[0]["debtor name"], rows[0]["debtor id"]) == ("'=Pearl, Components", firms[1].member)
    assert (path.stat().st_mode & 0o777, [entry.name for entry in tmp_path.iterdir()]) == (0o600, ["book.csv"])
    only = cohong(firms[0], "book", "export", tmp_path / "x.xlsx", "--filter", "overdue", "--debtor", firms[1].member)
    assert only["rows"] == 2
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "200" in sheet


def test_an_exported_book_is_imported_again_and_adds_nothing(firms: list[Firm], tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    cohong(firms[0], "book", "export", path, "--filter", "owed-to-me")
    again = cohong(firms[0], "import", "invoices", path)
    assert (again["rows"], again["already"], again["bad"]) == (2, 2, 0)


def test_a_statement_adds_up_from_the_opening_to_the_closing_balance(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer = firms
    path = tmp_path / "account.csv"
    period = ("--from", "2026-02-01", "--to", "2026-02-28")
    status = cohong(seller, "book", "statement", path, "--with", buyer.member, "--currency", "HKD", *period)
    assert status["balances"] == [{"currency": "HKD", "opening_minor": 100_00, "closing_minor": 210_50}]
    assert [
        (row["date"], row["entry"], row["reference"], row["change"], row["balance"], row["side"])
        for row in rows_of(path)
    ] == [
        ("2026-02-01", "opening balance", "", "", "100.00", "owed to me"),
        ("2026-02-01", "receipt", "R-10000", "-100.00", "0.00", ""),
        ("2026-02-05", "invoice", "00017", "250.50", "250.50", "owed to me"),
        ("2026-02-20", "invoice", "P-1", "-40.00", "210.50", "owed to me"),
        ("2026-02-28", "closing balance", "", "", "210.50", "owed to me"),
    ]
    assert {row["other party"] for row in rows_of(path)} == {"'=Pearl, Components"}
    whole = cohong(seller, "book", "statement", tmp_path / "whole.xlsx", "--with", buyer.member)
    other = cohong(buyer, "book", "statement", tmp_path / "other.csv", "--with", seller.member)
    counts = seller.ask("book.counts")
    net = counts.owed_to_me[0].minor - counts.i_owe[0].minor
    assert (whole["balances"][0]["closing_minor"], other["balances"][0]["closing_minor"]) == (net, -net)
    assert net == 167_00
    assert cohong(seller, "book", "statement", tmp_path / "no.csv", "--with", buyer.member, "--currency", "JPY")[
        "balances"
    ] == [{"currency": "JPY", "opening_minor": 0, "closing_minor": 0}]


def test_what_can_not_be_written_is_refused_and_leaves_nothing(firms: list[Firm], tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("mine")
    assert cohong(firms[0], "book", "export", there, code=1)["detail"] == "exists"
    assert there.read_text() == "mine"
    assert cohong(firms[0], "book", "export", there, "--replace")["state"] == "done"
    assert there.read_text() != "mine"
    assert cohong(firms[0], "book", "export", tmp_path / "no" / "book.csv", code=1)["detail"] == "not_found"
    for values in ({"path": "relative.csv"}, {"path": str(tmp_path / "book.ods")}):
        with pytest.raises(ApiError) as refused:
            firms[0].ask("export.book", **values)
        assert (refused.value.code, refused.value.detail) == (ApiErrorCode.BAD_REQUEST, "path")
    with pytest.raises(ApiError):
        firms[0].ask("export.status", id="none")


def test_an_export_that_is_stopped_leaves_nothing(firms: list[Firm], tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    job = firms[0].ask("export.book", path=str(path)).id
    firms[0].ask("export.cancel", id=job)
    eventually(lambda: firms[0].ask("export.status", id=job).state != "running", "the end of it")
    if firms[0].ask("export.status", id=job).state == "cancelled":
        eventually(lambda: not list(tmp_path.iterdir()), "an empty folder")
