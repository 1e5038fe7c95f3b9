"""Whatever order entries come in, and wherever a node restarts in between, the book is the same: and the right one."""

import os
import random
from dataclasses import replace

import pytest
from tests.simulation.charter_histories import ALWAYS_MS, DatedScribe, chartered_history
from tests.simulation.feeds import Scribe, member, verify
from tests.simulation.histories import lawless_history
from tests.simulation.recount import Recount, recount

from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import BALLOT, MEMBER_JOIN, MOTION_PUT
from cohong.primitives.standing import Level
from cohong.protocol.frames import Blocks
from cohong.protocol.replica import Pen, Replica

HISTORIES = int(os.environ.get("COHONG_HISTORIES", "200"))
KEPT = (196, 276, 446, 498, 999)
"""Histories that once found something, and that the first ones do not include."""


class Reader:
    """A replica that only takes in what it is given.

    Attributes:
        came_later: bodies that came after their entries.
    """

    def __init__(self, scribe: Scribe) -> None:
        self._genesis = scribe.genesis
        self.came_later = 0
        self.ledger = MemoryLedger()
        self.restart()

    def restart(self) -> None:
        """Lose the memory, keep the ledger."""
        pen = Pen(MemberId(bytes(32)), lambda message: message, lambda: bytes(16), verify)
        self.replica = Replica(self._genesis, pen, self.ledger)

    def holds(self, entry: Entry) -> bool:
        """Return whether it holds an entry, body and all."""
        return entry.id in self.ledger.entries and entry.id not in self.ledger.without_body

    def take(self, entries: list[Entry]) -> None:
        self.replica.receive(entries, member(0), ALWAYS_MS)

    def flush(self) -> None:
        outcome = self.replica.flush()
        assert not outcome.refused
        self.came_later += len(outcome.commit.bodies)
        self.ledger.commit(outcome.commit)


def read_in_order(scribe: Scribe) -> Reader:
    reader = Reader(scribe)
    for entry in scribe.written:
        reader.take([entry])
        reader.flush()
    return reader


def read_at_random(scribe: Scribe, chance: random.Random, reader: Reader | None = None) -> Reader:
    """Give the entries in any order, in batches of any size, with restarts that forget what waits."""
    reader, written = reader or Reader(scribe), list(scribe.written)
    while missing := [entry for entry in written if not reader.holds(entry)]:
        chance.shuffle(missing)
        while missing:
            size = chance.randrange(1, 12)
            batch, missing = missing[:size], missing[size:]
            reader.take(batch)
            if chance.random() < 0.7:
                reader.flush()
            if chance.random() < 0.1:
                reader.flush()
                reader.restart()
        reader.flush()
    return reader


def given_blocks(scribe: DatedScribe, chance: random.Random) -> Reader:
    """Return a reader that has been handed all final blocks, or the first of them, before any feed."""
    reader, final = Reader(scribe), scribe.clerk.ledger.final
    for at in range(chance.randrange(len(final) + 1)):
        words = tuple(entry for entry in scribe.written if entry.header.kind in (MOTION_PUT, MEMBER_JOIN))
        assert reader.replica.receive_blocks(Blocks(((final[at].block, final[at].certificate),), words), ALWAYS_MS)
        reader.flush()
    return reader


def compare(reader: Reader, expected: Recount) -> None:
    assert reader.ledger.standing() == expected.standing()
    assert reader.ledger.objects == expected.objects
    assert reader.ledger.digest() == expected.digest()
    assert len(reader.replica.waiting) == 0
    compare_chain(reader, expected)
    compare_votes(reader, expected)


def compare_chain(reader: Reader, expected: Recount) -> None:
    lineage, newest = reader.replica.lineage, expected.chain.newest
    assert (lineage.height, lineage.epoch, lineage.charter) == (newest.height, newest.epoch, newest.charter)
    assert lineage.rules == newest.rules
    assert set(newest.anchored) == {entry for entry, level in reader.ledger.decided.items() if level is Level.ANCHORED}


def compare_votes(reader: Reader, expected: Recount) -> None:
    """Compare who has approved and who has refused each record by the end of each epoch."""
    for record, level in expected.levels.items():
        for epoch in expected.epochs(record):
            voted = reader.replica.tally.voted(reader.replica.workspace.known(record), epoch)
            assert voted == expected.voted(record, epoch) or level.is_settled


def check(scribe: Scribe, seed: int) -> None:
    expected = recount(scribe.genesis, scribe.written)
    compare(read_in_order(scribe), expected)
    for turn in range(3):
        compare(read_at_random(scribe, random.Random(seed * 10 + turn)), expected)


@pytest.mark.parametrize("block", range(10))
def test_any_order_of_arrival_gives_the_book_that_a_recount_gives(block: int) -> None:
    for seed in range(block, HISTORIES, 10):
        check(lawless_history(seed), seed)


@pytest.mark.parametrize("block", range(10))
def test_any_order_of_arrival_gives_the_same_when_the_people_change(block: int) -> None:
    for seed in range(block, HISTORIES, 10):
        check_chartered(seed)


@pytest.mark.parametrize("seed", KEPT)
def test_what_was_once_different_is_the_same(seed: int) -> None:
    check_chartered(seed, drawings=6)


def check_chartered(seed: int, drawings: int = 1) -> None:
    scribe, chance = chartered_history(seed), random.Random(seed)
    check(scribe, seed)
    expected = recount(scribe.genesis, scribe.written)
    for _ in range(drawings):
        compare(read_at_random(scribe, chance, given_blocks(scribe, chance)), expected)


def read_stripped(scribe: DatedScribe, chance: random.Random) -> Reader:
    """Give blocks and then the entries in any order, most ballots at first without their bodies, and these later."""
    reader, bare = (
        given_blocks(scribe, chance),
        [_stripped(entry) if chance.random() < 0.7 else entry for entry in scribe.written],
    )
    for given in (chance.sample(bare, len(bare)), [*bare, *scribe.written], scribe.written):
        left = list(given)
        chance.shuffle(left)
        while left:
            size = chance.randrange(1, 12)
            reader.take(left[:size])
            left = left[size:]
            if chance.random() < 0.7:
                reader.flush()
            if chance.random() < 0.1:
                reader.flush()
                reader.restart()
        reader.flush()
    return read_at_random(scribe, chance, reader)


def _stripped(entry: Entry) -> Entry:
    return replace(entry, body_bytes=None) if entry.header.kind == BALLOT else entry


@pytest.mark.parametrize("block", range(10))
def test_ballots_that_come_without_their_bodies_and_later_with_them_give_the_same(block: int) -> None:
    came = 0
    for seed in range(block, HISTORIES, 10):
        scribe = chartered_history(seed)
        reader = read_stripped(scribe, random.Random(seed))
        came += reader.came_later
        assert not reader.ledger.without_body
        compare(reader, recount(scribe.genesis, scribe.written))
    assert came
