"""The real ledger under histories in which anybody does anything and the people change: its book is the right one."""

import random
from pathlib import Path

import pytest
from tests.simulation.all_kinds import history_of_all_kinds
from tests.simulation.charter_histories import ALWAYS_MS, DatedScribe, chartered_history
from tests.simulation.feeds import member, verify
from tests.simulation.recount import recount

from cohong.ledger.ledger import Ledger
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Level
from cohong.protocol.replica import Pen, Replica

KEY = b"k" * 32
PEN = Pen(MemberId(bytes(32)), lambda signed: signed, lambda: bytes(16), verify)


@pytest.mark.parametrize("seed", range(25))
def test_levels_are_those_of_a_recount_whatever_the_order_and_wherever_it_restarts(seed: int, tmp_path: Path) -> None:
    check(chartered_history(seed), seed, tmp_path)


@pytest.mark.parametrize("seed", range(4))
def test_objects_of_all_kinds_come_back_as_they_were(seed: int, tmp_path: Path) -> None:
    check(history_of_all_kinds(seed), seed, tmp_path)


def check(scribe: DatedScribe, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    ledger = Ledger.create(tmp_path / "ledger.db", KEY)
    replica = Replica(scribe.genesis, PEN, ledger)
    while missing := [entry for entry in scribe.written if ledger.fact(entry.id) is None]:
        chance.shuffle(missing)
        while missing:
            size = chance.randrange(1, 25)
            batch, missing = missing[:size], missing[size:]
            replica.receive(batch, member(0), ALWAYS_MS)
            ledger.commit(replica.flush().commit)
            if chance.random() < 0.2:
                replica = Replica(scribe.genesis, PEN, ledger)
    expected = recount(scribe.genesis, scribe.written)
    assert standing(ledger, list(expected.levels)) == expected.standing()
    assert {item: ledger.object(item) for item in expected.objects} == expected.objects
    assert ledger.digest()[0] == expected.digest()
    ledger.close()


def standing(ledger: Ledger, records: list[EntryId]) -> dict[EntryId, tuple[Level, bool]]:
    facts = [ledger.fact(record) for record in records]
    return {fact.id: (fact.level, fact.applied) for fact in facts if fact is not None}
