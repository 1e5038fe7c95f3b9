"""Invoice files imported by a real node: what is added, what is there already, what a person has to look at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, found

from cohong.crypto.signing import SigningKey

pytestmark = pytest.mark.timeout(240)

BUYER = SigningKey(b"\x09" * 32).member.hex()
OTHER_BUYER = SigningKey(b"\x0a" * 32).member.hex()
HEADER = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount\n"


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firm]:
    folder = tmp_path_factory.mktemp("imports")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            (folder / variable).mkdir(mode=0o700)
            patch.setenv(variable, os.fspath(folder / variable))
        (firm,) = found(folder, 1, absent=(BUYER, OTHER_BUYER))
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
