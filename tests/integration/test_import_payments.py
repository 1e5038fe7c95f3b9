"""A bank statement into real nodes, through the command line: receipts and claims, and what stays out."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, found
from tests.integration.test_exports import accepted

from cohong.api.errors import ApiError, ApiErrorCode

pytestmark = pytest.mark.timeout(240)

BUYER = "Pearl Components Ltd"
HEADER = "Date,Description,Reference,Counterparty,Amount\n"


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    firms = found(node_folder, 2)
    fields = {"kind": "firm", "name": {"en": BUYER}, "place": "", "identifiers": {}}
    firms[1].ask("record.write", kind="profile.set", fields=fields)
    eventually(lambda: BUYER in {card.name for card in firms[0].ask("members.list")}, "the buyer's name")
    yield firms
    for firm in firms:
        firm.stop()


def cohong(firm: Firm, *arguments: object, code: int = 0) -> Any:
    """Run the command line and return its answer."""
    done = subprocess.run(
        [sys.executable, "-m", "cohong", *map(str, arguments), "--json", "--profile", os.fspath(firm.profile)],
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def outstanding(firm: Firm) -> dict[str, int]:
    rows = firm.ask("book.rows", filter="owed-to-me").rows
    return {row.reference: row.outstanding_minor for row in rows}


def test_a_statement_becomes_receipts_and_claims_once(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer = firms
    for reference, amount in (("PAY-1", 100_00), ("PAY-2", 200_00), ("PAY-3", 300_00), ("PAY-4", 400_00)):
        accepted(seller, buyer, reference, amount, issued="2026-01-05")
    accepted(buyer, seller, "OWE-1", 50_00, issued="2026-01-05")
    statement = tmp_path / "february.csv"
    statement.write_text(
        HEADER + "2026-02-03,FPS PAY-1,,,100.00\n"  # settles it
        "2026-02-04,,PAY-2,,80.00\n"  # a part
        "2026-02-05,,PAY-2,,20.00\n"  # another one
        f"2026-02-06,,,{BUYER},300.00\n"  # PAY-3 by its amount
        "2026-02-07,,PAY-4,,400.01\n"  # too much
        "2026-02-08,rent,,Landlord,-70.00\n"  # nothing of the book
        "2026-02-09,,OWE-1,,-50.00\n"  # what the seller owes
        "2026-02-10,,PAY-4,,ten\n"
    )
    looked = cohong(seller, "import", "payments", statement, "--currency", "HKD", "--dry-run")
    figures = ("rows", "matched", "receipts", "claims", "partial", "already", "bad")
    assert [looked[name] for name in figures] == [8, 5, 4, 1, 2, 0, 3]
    assert looked["totals_in"] == [{"currency": "HKD", "minor": 500_00}]
    assert looked["totals_out"] == [{"currency": "HKD", "minor": 50_00}]
    assert [(item["line"], item["reference"], item["left_minor"]) for item in looked["matches"]] == [
        (2, "PAY-1", 0), (3, "PAY-2", 120_00), (4, "PAY-2", 100_00), (5, "PAY-3", 0), (8, "OWE-1", 0),
    ]  # fmt: skip
    reasons = [(6, "overpayment", "PAY-4"), (7, "payment_unmatched", ""), (9, "not_plain_number", "")]
    assert sorted((item["line"], item["reason"], item["other"]) for item in looked["problems"]) == reasons
    assert outstanding(seller)["PAY-1"] == 100_00, "nothing was recorded"

    listed = tmp_path / "problems.csv"
    first = cohong(
        seller, "import", "payments", statement, "--currency", "HKD", "--method", "FPS", "--problems", listed
    )
    assert [first[name] for name in ("state", "rows", "added", "already", "bad", "error")] == ["sent", 8, 5, 0, 3, ""]
    assert first["totals"] == [{"currency": "HKD", "minor": 550_00}]
    assert not first["undoable"]
    eventually(lambda: outstanding(seller) == {"PAY-2": 100_00, "PAY-4": 400_00}, "the receipts")
    with listed.open(encoding="utf-8-sig", newline="") as file:
        assert [row["reason"] for row in csv.DictReader(file)] == [reason for _, reason, _ in reasons]
    claimed = buyer.ask("book.rows", filter="owed-to-me").rows
    eventually(lambda: buyer.ask("book.rows", filter="owed-to-me").rows[0].open_claim_minor == 50_00, "the claim")
    assert [row.reference for row in claimed] == ["OWE-1"]
    assert cohong(seller, "import", "undo", first["id"], code=1)["error"] == "not-undoable"

    # The same statement, and one that overlaps with it: what is new goes in.
    later = tmp_path / "march.csv"
    later.write_text(statement.read_text() + "2026-03-01,,PAY-2,,100.00\n2026-02-04,,PAY-2,,80.00\n")
    again = cohong(seller, "import", "payments", statement, "--currency", "HKD")
    assert [again[name] for name in ("added", "already", "bad")] == [0, 5, 3]
    more = cohong(seller, "import", "payments", later, "--currency", "HKD")
    assert [more[name] for name in ("added", "already", "bad")] == [1, 5, 4]
    assert ("invoice_not_open", "PAY-2") in [(item["reason"], item["other"]) for item in more["problems"]]
    eventually(lambda: outstanding(seller) == {"PAY-4": 400_00}, "the last part")
    names = [item.file for item in seller.ask("import.list")]
    assert names == ["march.csv", "february.csv", "february.csv"]


def test_what_was_recorded_by_hand_is_pointed_out_and_names_are_remembered(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer = firms
    by_hand = accepted(seller, buyer, "HAND-1", 90_00, issued="2026-01-05")
    fields = {"amount": 30_00, "value_date": "2026-02-20", "method": "", "reference": ""}
    seller.ask("record.write", kind="credit.receipt", object=by_hand, fields=fields)
    eventually(lambda: outstanding(seller).get("HAND-1") == 60_00, "the receipt")
    statement = tmp_path / "hand.csv"
    statement.write_text(HEADER + "2026-02-20,,HAND-1,,30.00\n2026-02-21,,,P. Comp.,60.00\n")
    known = ("--counterparty", f"P. Comp.={buyer.member}")
    unknown = cohong(seller, "import", "payments", statement, "--currency", "HKD", "--dry-run")
    assert [item["reason"] for item in unknown["problems"]] == ["payment_recorded", "payment_unmatched"]
    done = cohong(seller, "import", "payments", statement, "--currency", "HKD", *known)
    assert [done[name] for name in ("added", "bad")] == [1, 1]
    eventually(lambda: "HAND-1" not in outstanding(seller), "the rest")
    other = tmp_path / "other.csv"
    other.write_text(HEADER + "2026-02-22,,,P. Comp.,400.00\n")
    looked = cohong(seller, "import", "payments", other, "--currency", "HKD", "--dry-run")
    assert [item["reference"] for item in looked["matches"]] == ["PAY-4"]


def test_what_was_stopped_goes_on_with_the_same_file(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer = firms
    accepted(seller, buyer, "MANY-1", 33_00, issued="2026-01-05")
    statement = tmp_path / "many.csv"
    # All alike, and each rests on the one before: the rows are told apart by their count.
    statement.write_text(HEADER + "2026-02-20,,MANY-1,,1.00\n" * 33)
    import_id = os.urandom(16).hex()
    seller.ask("import.payments", id=import_id, path=str(statement), currency="HKD")
    seller.ask("import.cancel", id=import_id)
    eventually(lambda: seller.ask("import.status", id=import_id).state == "sent", "the import to stop")
    stopped = seller.ask("import.status", id=import_id)
    assert (stopped.error, stopped.holds, stopped.undoable) == ("cancelled", "payments", False)
    assert stopped.added in (0, 16)
    rest = cohong(seller, "import", "payments", statement, "--currency", "HKD")
    assert (rest["added"], rest["already"], rest["bad"]) == (33 - stopped.added, stopped.added, 0)
    eventually(lambda: "MANY-1" not in outstanding(seller), "all of it")


def test_a_file_that_is_no_statement_is_refused(firms: list[Firm], tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("wann,wieviel\n2026-01-05,5.00\n")
    refused = cohong(firms[0], "import", "payments", path, "--currency", "HKD", code=1)
    assert refused["error"] == "file-refused"
    path.write_text(HEADER + "2026-02-22,,,X,400.00\n")
    with pytest.raises(ApiError) as error:
        firms[0].ask("import.match", path=str(path))
    assert (error.value.code, error.value.detail) == (ApiErrorCode.BAD_REQUEST, "currency")
