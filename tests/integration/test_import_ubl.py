"""UBL invoices through the command line into real nodes: dry run, drafts, sending, a second time, problems, undo."""

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
from tests.integration.firms import Firm, eventually, found
from tests.unit.importing.ubl import invoice, party

pytestmark = pytest.mark.timeout(240)

SELLER, BUYER = "Harbour Trading Ltd", "Pearl Components Ltd"
USCC = "91440300MA5DEMX01X"


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    firms = found(node_folder, 2)
    for firm, name, identifiers in ((firms[0], SELLER, {}), (firms[1], BUYER, {"uscc": USCC})):
        fields = {"kind": "firm", "name": {"en": name}, "place": "", "identifiers": identifiers}
        firm.ask("record.write", kind="profile.set", fields=fields)
    eventually(lambda: known_names(firms[0]) == {SELLER, BUYER}, "both names at the seller")
    yield firms
    for firm in firms:
        firm.stop()


def known_names(firm: Firm) -> set[str]:
    return {card.name for card in firm.ask("members.list")}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "june"
    folder.mkdir()
    buyer = party("Pearl (another spelling)", legal=USCC)
    for name, document in {
        "a": invoice("U-1", customer=buyer),
        "b": invoice("U-2", customer=party(BUYER), currency="EUR", amount="7.25"),
        "c": invoice("U-3", customer=party("Nobody and Sons")),
        "d": invoice("U-4", customer=buyer, kind="381"),
        "e": invoice("P-1", seller=party(BUYER), customer=party(SELLER)),
        "f": invoice("P-2", seller=party("A stranger"), customer=party(SELLER)),
        "g": invoice("U-5", customer=buyer, prolog='<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:9/x">'),
    }.items():
        (folder / f"{name}.xml").write_text(document)
    return folder


def waiting(firm: Firm) -> list[Any]:
    """Return the proposals that may be answered."""
    rows = firm.ask("book.rows", filter="all").rows
    return [row for row in rows if row.state == "proposed" and row.level in ("majority", "final")]


def cohong(firm: Firm, *arguments: object) -> Any:
    """Run the command line and return its answer."""
    done = subprocess.run(
        [sys.executable, "-m", "cohong", *map(str, arguments), "--json", "--profile", os.fspath(firm.profile)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


PROBLEMS = [
    ("c.xml: customer", "unknown_counterparty"),
    ("d.xml: cbc:InvoiceTypeCode", "credit_note"),
    ("e.xml: seller", "other_seller"),
    ("f.xml: customer", "own_purchase"),
    ("g.xml", "xml_forbidden"),
]


def told(answer: Any) -> list[tuple[str, str]]:
    return [(problem["column"], problem["reason"]) for problem in answer["problems"]]


def test_a_folder_goes_from_the_dry_run_to_accepted_debts(firms: list[Firm], documents: Path, tmp_path: Path) -> None:
    seller, buyer = firms
    looked = cohong(seller, "import", "invoices", documents, "--dry-run")
    assert (looked["kind"], looked["rows"], looked["good"], looked["bad"]) == ("ubl", 7, 5, 2)
    first = cohong(seller, "import", "invoices", documents, "--problems", tmp_path / "problems.csv")
    assert (first["state"], first["rows"], first["added"], first["bad"]) == ("ready", 7, 2, 5)
    assert told(first) == PROBLEMS
    assert first["totals"] == [{"currency": "EUR", "minor": 725}, {"currency": "HKD", "minor": 120050}]
    with (tmp_path / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["column"], row["reason"]) for row in csv.DictReader(file)] == PROBLEMS
    assert cohong(seller, "import", "undo", first["id"])["state"] == "undone"

    sent = cohong(seller, "import", "invoices", documents, "--send")
    eventually(lambda: seller.ask("import.status", id=sent["id"]).state == "sent", "the proposals to be sent")
    eventually(lambda: len(waiting(buyer)) == 2, "the proposals at the buyer")
    for row in waiting(buyer):
        cohong(buyer, "record", "accept", row.object)
    eventually(lambda: buyer.ask("book.counts").by_filter["i-owe"] == 2, "the debts")
    rows = buyer.ask("book.rows", filter="i-owe", sort="reference", descending=False).rows
    assert [(row.reference, row.amount_minor, row.currency, row.due) for row in rows] == [
        ("U-1", 120050, "HKD", "2026-02-04"),
        ("U-2", 725, "EUR", "2026-02-04"),
    ]

    again = cohong(seller, "import", "invoices", documents)
    assert (again["added"], again["already"], again["bad"]) == (0, 2, 5)


def test_an_archive_and_a_file_beside_it_are_one_import(firms: list[Firm], tmp_path: Path) -> None:
    archive, single = tmp_path / "july.zip", tmp_path / "single.xml"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.xml", invoice("J-1", customer=party(BUYER)))
        packed.writestr("b.xml", invoice("J-2", customer=party("New Customer")))
    single.write_text(invoice("J-3", customer=party(BUYER)))
    status = cohong(
        firms[0], "import", "invoices", archive, single, "--counterparty", f"New Customer={firms[1].member}"
    )
    assert (status["file"], status["added"], status["bad"]) == ("july.zip (+1)", 3, 0)
    assert firms[0].ask("import.undo", id=status["id"]).state == "undone"
