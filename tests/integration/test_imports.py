"""Invoice files imported by a real node: what is added, what is there already, what a person has to look at."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, found

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.signing import SigningKey

pytestmark = pytest.mark.timeout(240)

BUYER = SigningKey(b"\x09" * 32).member.hex()
OTHER_BUYER = SigningKey(b"\x0a" * 32).member.hex()
HEADER = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount\n"


@pytest.fixture(scope="module")
def firm(node_folder: Path) -> Iterator[Firm]:
    (firm,) = found(node_folder, 1, absent=(BUYER, OTHER_BUYER))
    yield firm
    firm.stop()


@pytest.fixture(autouse=True)
def without_drafts(firm: Firm) -> None:
    """Each test begins with an empty Book."""
    firm.ask("drafts.remove")


def imported(firm: Firm, path: Path, **values: object) -> Any:
    """Import a file and return how that ended."""
    values = {"currency": "HKD", "deal_to": [BUYER], **values}
    started = firm.ask("import.invoices", path=os.fspath(path), **values)
    eventually(lambda: firm.ask("import.status", id=started.id).state != "reading", "the import to end")
    return firm.ask("import.status", id=started.id)


def summary(status: Any) -> dict[str, int]:
    names = ("rows", "added", "already", "duplicates", "bad", "void")
    return {name: getattr(status, name) for name in names if getattr(status, name)}


def written(path: Path, *rows: str) -> Path:
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows))
    return path


def test_a_number_without_its_zeros_is_told_apart_from_a_new_one(firm: Firm, tmp_path: Path) -> None:
    first = written(
        tmp_path / "first.csv",
        "A,0611365,2026-01-05,2026-02-04,10",
        "A,0077,2026-01-05,2026-02-04,20",
        "A,0055,2026-01-05,2026-02-04,20",
    )
    assert summary(imported(firm, first)) == {"rows": 3, "added": 3}
    second = written(
        tmp_path / "second.csv",
        "A,0611365,2026-01-05,2026-02-04,10.00",
        "A,611365,2026-01-05,2026-02-04,10",
        "A,77,2026-01-05,2026-02-04,20.50",
        "A,077,2026-01-06,2026-02-04,20",
        "A,0055,2026-01-05,2026-02-04,21",
        "A,78,2026-01-05,2026-02-04,20",
        "B,078,2026-01-05,2026-02-04,20",  # another customer, dealt to the same member
    )
    status = imported(firm, second)
    assert summary(status) == {"rows": 7, "added": 1, "already": 1, "bad": 5}
    assert [(problem["line"], problem["reason"], problem["other"]) for problem in status.problems] == [
        (3, "number_lacks_zeros", "0611365"),
        (4, "zeros_and_terms_differ", "0077"),
        (5, "zeros_and_terms_differ", "77"),
        (6, "conflicts_with_record", ""),
        (8, "number_lacks_zeros", "78"),
    ]


def test_the_dirty_ledger_after_the_clean_one_adds_only_what_is_new(firm: Firm, shared_data: Path) -> None:
    clean = imported(firm, shared_data / "ibm_accounts_receivable.csv")
    assert summary(clean) == {"rows": 2466, "added": 2466}
    dirty = imported(firm, shared_data / "ibm_accounts_receivable_dirty.csv")
    assert summary(dirty) == {"rows": 2586, "added": 120, "already": 2200, "bad": 266}
    assert {problem["reason"] for problem in dirty.problems} == {"number_lacks_zeros"}
    again = imported(firm, shared_data / "ibm_accounts_receivable_dirty.csv")
    assert summary(again) == {"rows": 2586, "already": 2320, "bad": 266}


ROWS_OF_LARGE = 120_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = (f"C{number % 50},{number:07},2026-01-05,2026-02-04,{number}.50" for number in range(1, ROWS_OF_LARGE + 1))
    return written(tmp_path_factory.mktemp("large") / "large.csv", *rows)


def begun(firm: Firm, path: Path, **values: object) -> str:
    """Begin an import, wait until some of it is kept, and return its id."""
    started = firm.ask("import.invoices", path=os.fspath(path), currency="HKD", deal_to=[BUYER], **values)
    eventually(lambda: firm.ask("import.status", id=started.id).added > 0, "the first rows")
    return str(started.id)


def drafts(firm: Firm) -> int:
    return int(firm.ask("book.counts").by_filter["drafts"])


def test_cancelling_an_import_is_answered_at_once_and_leaves_nothing(firm: Firm, large: Path) -> None:
    import_id = begun(firm, large)
    before = time.monotonic()
    answer = firm.ask("import.cancel", id=import_id)
    took_s = time.monotonic() - before
    assert answer.state == "cancelling"
    assert took_s < 0.2
    eventually(lambda: firm.ask("import.status", id=import_id).state == "undone", "the import to be removed")
    print(f"answered in {took_s * 1000:.0f} ms, {answer.added} drafts removed in {time.monotonic() - before:.2f} s")
    status = firm.ask("import.status", id=import_id)
    assert (summary(status), status.problems, drafts(firm)) == ({}, [], 0)
    assert firm.ask("import.cancel", id=import_id).state == "undone"


def test_an_import_is_cancelled_while_its_file_is_looked_at(firm: Firm, large: Path) -> None:
    import_id = os.urandom(16).hex()
    with ThreadPoolExecutor() as other_client:
        asked = other_client.submit(firm.ask, "import.invoices", id=import_id, path=os.fspath(large), currency="HKD")
        answers: list[str] = []
        eventually(lambda: was_cancelled(firm, import_id, answers), "the import to be under way")
        assert asked.result().state == "undone"
    assert answers == ["cancelling"]
    assert firm.ask("import.status", id=import_id).state == "undone"


def was_cancelled(firm: Firm, import_id: str, answers: list[str]) -> bool:
    with suppress(ApiError):
        answers.append(firm.ask("import.cancel", id=import_id).state)
    return bool(answers)


def test_an_id_that_is_taken_or_none_is_refused(firm: Firm, tmp_path: Path) -> None:
    path = written(tmp_path / "one.csv", "A,1,2026-01-05,2026-02-04,10")
    known = imported(firm, path).id
    for import_id in (known, "abcd", "no hex"):
        with pytest.raises(ApiError) as refused:
            firm.ask("import.invoices", path=os.fspath(path), currency="HKD", id=import_id)
        assert (refused.value.code, refused.value.detail) == (ApiErrorCode.BAD_REQUEST, "id")


def test_sending_stops_between_two_batches_and_goes_on_later(firm: Firm, tmp_path: Path) -> None:
    rows = [f"A,S{number},2026-01-05,2026-02-04,10" for number in range(1500)]
    status = imported(firm, written(tmp_path / "send.csv", *rows))
    firm.ask("import.send", id=status.id)
    assert firm.ask("import.cancel", id=status.id).state == "sending"
    eventually(lambda: firm.ask("import.status", id=status.id).state == "ready", "the sending to stop")
    left = drafts(firm)
    assert 0 < left <= 1500
    assert left % 100 == 0
    firm.ask("import.send", id=status.id)
    eventually(lambda: firm.ask("import.status", id=status.id).state == "sent", "all to be sent")
    assert drafts(firm) == 0


def test_ctrl_c_stops_an_import_in_the_node(firm: Firm, large: Path) -> None:
    command = [sys.executable, "-m", "cohong", "import", "invoices", os.fspath(large), "--currency", "HKD"]
    shell = subprocess.Popen(
        [*command, "--deal-to", BUYER, "--json", "--profile", os.fspath(firm.profile)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    eventually(lambda: any(one.state == "reading" for one in firm.ask("import.list")), "the import to begin")
    shell.send_signal(signal.SIGINT)
    out, said = shell.communicate(timeout=30)
    assert shell.returncode == 130, said
    answer = json.loads(out)
    assert (answer["state"], answer["added"], drafts(firm)) == ("undone", 0, 0)


def test_an_import_that_a_crash_cut_off_is_completed(firm: Firm, large: Path) -> None:
    import_id = begun(firm, large)
    firm.kill()
    firm.start(unlock=True)
    eventually(lambda: firm.ask("import.status", id=import_id).state == "ready", "the import to be completed")
    status = firm.ask("import.status", id=import_id)
    assert summary(status) == {"rows": ROWS_OF_LARGE, "added": ROWS_OF_LARGE}
    assert drafts(firm) == ROWS_OF_LARGE
    firm.ask("import.undo", id=import_id)


def test_what_was_chosen_is_remembered_for_the_next_file_with_these_columns(firm: Firm, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("wer,was,wann,wieviel\nA,1,2026-01-05,5.00\n")
    columns = {"customer": "#1", "number": "#2", "issued": "#3", "amount": "#4"}
    headers = ["wer", "was", "wann", "wieviel"]
    assert not firm.ask("import.remembered", headers=headers).known
    imported(firm, path, columns=columns, terms_days=45, counterparties={"A": OTHER_BUYER}, deal_to=[])
    found = firm.ask("import.remembered", headers=headers)
    assert (found.known, found.file, found.currency, found.terms_days) == (True, "odd.csv", "HKD", 45)
    assert (found.columns, found.counterparties["A"]) == (columns, OTHER_BUYER)
    other = firm.ask("import.remembered", headers=headers[::-1])
    assert (other.known, other.columns, other.counterparties["A"]) == (False, {}, OTHER_BUYER)
