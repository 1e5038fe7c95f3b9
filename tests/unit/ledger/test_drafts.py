"""Drafts, imports and planned receipts: what stays on this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY, Feed, applied, obligation, standing

from cohong.ledger.drafts import ZEROS_MAX, Draft, LocalMarks, PlannedReceipt, Receipts
from cohong.ledger.imports import ImportRecord, Problem
from cohong.ledger.ledger import Ledger
from cohong.primitives.ids import ObjectId
from cohong.primitives.standing import Commit, Level

IMPORT = ImportRecord(b"i" * 16, "invoices.csv", "ready", b"options", {"added": 3, "bad": 1}, {"HKD": 700}, 5)


def draft(
    number: int, *, reference: str = "INV-1", import_id: bytes | None = None, receipts: Receipts = "none"
) -> Draft:
    terms = obligation(Feed("a").propose(Feed("b"), 700, reference)).terms
    settled_on = None if receipts == "none" else "2026-02-20"
    return Draft(number.to_bytes(16, "big"), import_id, number, terms, settled_on, receipts, 1_000 + number)


def sent(ledger: Ledger, *drafts: Draft) -> list[ObjectId]:
    """Sign drafts as the node does: the records and what becomes of the drafts go into one commit."""
    a, b = Feed("a"), Feed("b")
    proposals = [a.propose(b, item.terms.amount_minor, item.terms.reference) for item in drafts]
    objects = [ObjectId(item.fact.id) for item in proposals]
    marks = LocalMarks(sent=[(item.id, subject) for item, subject in zip(drafts, objects, strict=True)])
    ledger.commit(applied(*proposals), marks)
    return objects


def test_drafts_come_back_in_order_and_by_name(ledger: Ledger, path: Path) -> None:
    ledger.new_import(IMPORT)
    drafts = [draft(1), draft(2, import_id=IMPORT.id, receipts="at-once"), draft(3, import_id=IMPORT.id)]
    ledger.add_drafts(drafts)
    ledger.close()
    again = Ledger.open(path, KEY)
    assert again.drafts() == drafts
    assert again.drafts(limit=1) == drafts[:1]
    assert again.drafts(import_id=IMPORT.id) == drafts[1:]
    assert again.drafts([drafts[2].id, b"unknown", drafts[0].id]) == [drafts[0], drafts[2]]
    assert again.drafts([]) == []
    assert again.remove_drafts([drafts[0].id, b"unknown"]) == 1
    assert again.count_drafts() == 2
    again.close()


def test_sent_drafts_go_and_their_receipts_are_planned(ledger: Ledger) -> None:
    ledger.new_import(IMPORT)
    drafts = [draft(1, receipts="at-once"), draft(2, import_id=IMPORT.id, receipts="after-claim"), draft(3)]
    ledger.add_drafts(drafts)
    objects = sent(ledger, *drafts)
    first = PlannedReceipt(objects[0], 700, "2026-02-20", after_claim=False, import_id=None)
    second = PlannedReceipt(objects[1], 700, "2026-02-20", after_claim=True, import_id=IMPORT.id)
    assert ledger.count_drafts() == 0
    assert ledger.planned_receipts(None, 10) == [first, second]
    assert ledger.planned_receipts(None, 1) == [first]
    assert ledger.planned_receipts([objects[1], objects[2], ObjectId(bytes(32))], 10) == [second]
    ledger.commit(Commit(), LocalMarks(receipts=[objects[0]]))
    assert ledger.planned_receipts(None, 10) == [second]


def test_import_is_undone_until_something_of_it_was_sent(ledger: Ledger) -> None:
    ledger.new_import(IMPORT)
    drafts = [draft(1, import_id=IMPORT.id), draft(2, import_id=IMPORT.id), draft(3)]
    ledger.add_drafts(drafts)
    assert ledger.undo_import(IMPORT.id)
    assert ledger.drafts() == [drafts[2]]
    assert ledger.imports() == [replace(IMPORT, state="undone")]
    second = replace(IMPORT, id=b"j" * 16)
    ledger.new_import(second)
    more = [draft(4, import_id=second.id), draft(5, import_id=second.id)]
    ledger.add_drafts(more)
    sent(ledger, more[0])
    assert not ledger.undo_import(second.id)
    assert not ledger.undo_import(b"unknown")
    assert ledger.drafts() == [drafts[2], more[1]]
    assert ledger.import_record(second.id) == replace(second, sent=1)


def test_import_record_changes_and_comes_back(ledger: Ledger) -> None:
    ledger.new_import(IMPORT)
    changed = replace(IMPORT, state="failed", counts={"added": 1}, totals={}, error="io", detail="line 7")
    ledger.update_import(changed)
    assert ledger.import_record(IMPORT.id) == changed
    assert ledger.import_record(b"unknown") is None


def test_problems_are_listed_by_line(ledger: Ledger) -> None:
    ledger.new_import(IMPORT)
    problems = [Problem(9, "amount", "1e9", "form", "[]"), Problem(2, "due", "31.02.", "date", "[]", "0007")]
    ledger.add_problems(IMPORT.id, problems)
    assert ledger.problems(IMPORT.id, 10) == problems[::-1]
    assert ledger.problems(IMPORT.id, 1) == problems[1:]


def test_known_references_are_drafts_and_what_stands_or_may_yet_stand(ledger: Ledger) -> None:
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    ledger.add_drafts([draft(1, reference="0001")])
    accepted, waiting, declined, refused = (
        a.propose(b, 9, reference) for reference in ("0002", "0003", "0004", "0005")
    )
    decline = b.write("credit.decline", {"reason": ""}, names=[declined])
    ledger.commit(applied(accepted, b.accept(accepted), declined, decline))
    ledger.commit(Commit(append=[waiting, refused]))
    ledger.commit(Commit(standings=[standing(refused, Level.REJECTED, applied=False)]))
    asked = [(b.member, f"000{number}") for number in range(1, 7)] + [(c.member, "0001"), (b.member, "1")]
    known = ledger.known_references(a.member, asked)
    assert {pair: found for pair, found in known.items() if found} == {
        (b.member, "1"): [("0001", (700, "HKD", "2026-01-05", "2026-02-04"))],
        (b.member, "2"): [("0002", (9, "HKD", "2026-01-05", "2026-02-04"))],
        (b.member, "3"): [("0003", (9, "HKD", "2026-01-05", "2026-02-04"))],
    }
    for stranger in (b.member, Feed("stranger").member):
        assert not any(ledger.known_references(stranger, asked).values())


@pytest.mark.parametrize(
    ("there", "asked", "is_found"),
    [
        ("0000611365", "611365", True),
        ("611365", "0000611365", True),
        ("0" * (ZEROS_MAX + 1) + "7", "7", False),
        ("000", "0", True),
        ("0A1", "A1", False),
        ("A1", "A1", True),
    ],
)
def test_a_reference_of_digits_is_known_whatever_zeros_are_in_front(
    ledger: Ledger, there: str, asked: str, is_found: bool
) -> None:
    ledger.add_drafts([draft(1, reference=there)])
    (found,) = ledger.known_references(Feed("a").member, [(Feed("b").member, asked)]).values()
    assert [reference for reference, _ in found] == ([there] if is_found else [])


def test_counterparties_and_peers_and_settings_are_remembered(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    ledger.remember_counterparties({"0187-ERLSR": a.member, "貿易": b.member})
    ledger.remember_counterparties({"0187-ERLSR": b.member})
    ledger.put_peer(a.member, ("127.0.0.1:4001",), 5)
    ledger.put_peer(a.member, ("127.0.0.1:4002", "[::1]:4002"), 9)
    ledger.set_setting("genesis", b"one")
    ledger.set_setting("genesis", b"two")
    ledger.close()
    again = Ledger.open(path, KEY)
    assert again.remembered_counterparties() == {"0187-ERLSR": b.member, "貿易": b.member}
    peers = [(peer.member, peer.addresses, peer.last_seen_ms) for peer in again.peers()]
    assert peers == [(a.member, ("127.0.0.1:4002", "[::1]:4002"), 9)]
    assert (again.get_setting("genesis"), again.get_setting("other")) == (b"two", None)
    again.close()
