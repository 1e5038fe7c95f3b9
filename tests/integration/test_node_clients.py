"""Two clients of one node that ask for the same thing at the same moment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, found

pytestmark = pytest.mark.timeout(180)

DRAFTS = 120
CLIENTS = 4


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    made = found(folders, 2)
    yield made
    for firm in made:
        firm.stop()


def at_once(ask: Callable[[], object]) -> list[object]:
    with ThreadPoolExecutor(CLIENTS) as clients:
        return [item.result() for item in [clients.submit(ask) for _ in range(CLIENTS)]]


def test_drafts_sent_by_several_clients_at_once_become_one_record_each(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer = firms
    file = tmp_path / "invoices.csv"
    rows = [f"{buyer.member},INV-{number},2026-01-05,2026-02-04,{number + 1}.00,HKD" for number in range(DRAFTS)]
    file.write_text("\n".join(["Customer,Invoice Number,Invoice Date,Due Date,Amount,Currency", *rows]) + "\n")
    seller.ask("import.invoices", path=os.fspath(file), currency="HKD")
    eventually(lambda: seller.ask("node.status").drafts == DRAFTS, "all rows are drafts")
    before = seller.ask("book.digest").records
    sent = at_once(lambda: seller.ask("drafts.send").done)
    assert sum(int(str(count)) for count in sent) == DRAFTS
    assert seller.ask("book.digest").records - before == DRAFTS
    assert seller.ask("node.status").drafts == 0


def test_same_key_from_several_clients_at_once_is_one_record(firms: list[Firm]) -> None:
    seller, buyer = firms
    before = seller.ask("book.digest").records
    fields = {"member": buyer.member, "score": 5, "comment": ""}
    written = at_once(lambda: seller.ask("record.write", kind="endorse.set", fields=fields, key="once").entry)
    assert len(set(written)) == 1
    assert seller.ask("book.digest").records - before == 1
