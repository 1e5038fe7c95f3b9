"""Entries come back byte for byte, in feed order, and never damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY, Feed, some_id

from cohong.ledger.errors import EntryDamaged
from cohong.ledger.ledger import Ledger
from cohong.primitives.ids import NetworkId
from cohong.primitives.standing import Commit, Said, SaidOn


def test_entry_comes_back_byte_for_byte(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    written = [a.propose(b), a.write("ballot"), a.write("future.kind", with_body=False), a.write("credit.décline")]
    ledger.commit(Commit(append=written))
    ledger.close()
    again = Ledger.open(path, KEY)
    assert [again.entry(item.fact.id) for item in written] == [item.entry for item in written]
    assert again.entry(some_id("unknown")) is None
    again.close()


def test_entries_come_in_feed_order_up_to_the_size(ledger: Ledger) -> None:
    a = Feed("a")
    written = [a.write("ballot", {"pad": bytes(100)}) for _ in range(5)]
    ledger.commit(Commit(append=written))
    size = written[0].entry.size
    entries = [item.entry for item in written]
    assert ledger.entries_from(a.member, 1, bytes_max=3 * size + 10) == entries[1:4]
    assert ledger.entries_from(a.member, 1, bytes_max=1) == entries[1:2]
    assert ledger.entries_from(a.member, 1, bytes_max=10**6, last_seq=2) == entries[1:3]
    assert ledger.entries_from(a.member, 5, bytes_max=10**6) == []


def test_branches_come_by_seq_then_id(ledger: Ledger) -> None:
    a = Feed("a")
    first = a.write("ballot")
    rest = [a.write("ballot"), *(a.write("ballot", after=first.entry) for _ in range(3))]
    ledger.commit(Commit(append=[first, *rest]))
    ordered = sorted((item.entry for item in rest), key=lambda entry: entry.id)
    assert ledger.entries_from(a.member, 0, bytes_max=10**6) == [first.entry, *ordered]


def test_ballots_are_a_voters_ballots_only(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    written = [a.write("ballot"), a.propose(b), a.write("ballot"), b.write("ballot")]
    ledger.commit(Commit(append=written))
    assert list(ledger.ballots(a.member)) == [written[0].entry, written[2].entry]
    assert list(ledger.ballots(Feed("c").member)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET body = CAST(substr(body, 1, 20) || x'ff' || substr(body, 22) AS BLOB) WHERE n = ?",
        "UPDATE entries SET body = NULL WHERE n = ?",
        "UPDATE entries SET signature = x'00' WHERE n = ?",
        "DELETE FROM entries WHERE n = ?",
        "UPDATE facts SET time_ms = time_ms + 1 WHERE n = ?",
        "UPDATE facts SET height = 7 WHERE n = ?",
        "UPDATE facts SET kind = 99 WHERE n = ?",
        "UPDATE facts SET prev = NULL WHERE n = ?",
        "UPDATE ids SET id = CAST(x'00' || substr(id, 2) AS BLOB) WHERE no = ?",
    ],
)
def test_damaged_entry_is_never_returned(ledger: Ledger, change: str) -> None:
    a = Feed("a")
    written = [a.write("ballot") for _ in range(3)]
    ledger.commit(Commit(append=written))
    number = ledger._numbers.id_no(written[1].fact.id)
    ledger._writer.run(change, (number,))
    with pytest.raises(EntryDamaged) as caught:
        ledger.entry(written[1].fact.id)
    assert (caught.value.author, caught.value.seq) == (a.member, 1)
    with pytest.raises(EntryDamaged):
        ledger.entries_from(a.member, 1, bytes_max=10**6)
    assert ledger.entries_from(a.member, 0, bytes_max=10**6) == [written[0].entry]


def test_an_entry_of_a_network_that_was_never_here_is_damaged(ledger: Ledger) -> None:
    a = Feed("a")
    first = a.write("ballot")
    ledger.commit(Commit(append=[first]))
    ledger._writer.run("UPDATE settings SET value = ? WHERE name = 'ledger.network'", (bytes(32),))
    ledger._entries.forget()
    with pytest.raises(EntryDamaged):
        ledger.entry(first.fact.id)


def test_what_came_without_its_body_is_remembered_until_that_has_come(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    whole = [a.propose(b), *(a.write("ballot") for _ in range(3))]
    bare = [replace(item, entry=replace(item.entry, body_bytes=None)) for item in whole[2:]]
    ledger.commit(Commit(append=[*whole[:2], *bare]))
    # What was dropped here is not lacking.
    ledger.drop_bodies([whole[1].entry])
    ledger.close()
    again = Ledger.open(path, KEY)
    ids = [item.fact.id for item in whole]
    assert [again.is_bodiless(entry) for entry in ids] == [False, False, True, True]
    assert [fact.id for fact in again.bodiless(0, 9)] == ids[2:]
    assert (again.bodiless(1, 9), again.count_bodiless()) == ([], 2)
    last = again.last_bodiless(a.member)
    assert last is not None and last.id == ids[3]
    assert again.last_bodiless(b.member) is None
    assert again.lowest_open_height() == 0
    again.commit(Commit(bodies=[whole[3].entry]))
    assert [fact.id for fact in again.bodiless(0, 9)] == ids[2:3]
    assert again.entry(ids[3]) == whole[3].entry
    again.close()


def test_words_that_turn_out_to_say_nothing_go(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    record = a.propose(b)
    held = SaidOn(record.fact.id, b.member, 0, Said.HOLD, "")
    ledger.commit(Commit(append=[record], said=[held]))
    assert ledger.said(record.fact.id) == {b.member: ((0, Said.HOLD),)}
    ledger.commit(Commit(said=[held, replace(held, said=Said.NOTHING)]))
    assert ledger.said(record.fact.id) == {}
    ledger.commit(Commit(said=[replace(held, said=Said.NOTHING), held]))
    assert ledger.said(record.fact.id) == {b.member: ((0, Said.HOLD),)}


def test_entries_of_networks_that_follow_upon_one_another_are_told_apart_on_every_connection(ledger: Ledger) -> None:
    a = Feed("a")
    first = a.write("ballot")
    ledger.commit(Commit(append=[first]))
    assert ledger.read_from(a.member, 0, bytes_max=10**6) == [first.entry]
    a.network = NetworkId(b"m" * 32)
    second = a.write("ballot")
    ledger.commit(Commit(append=[second]))
    assert second.entry.header.network != first.entry.header.network
    for read in (ledger.read_from, ledger.entries_from):
        assert read(a.member, 0, bytes_max=10**6) == [first.entry, second.entry]
