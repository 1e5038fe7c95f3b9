"""Invariants 9, 10 and 28 in part: a node that gets the same entries in any order, at any pace, shows the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker

from cohong.crypto.signing import verify
from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.protocol.replica import Pen, Replica

if TYPE_CHECKING:
    from tests.simulation.machine import Machine

BATCH_MAX = 40


class Replaying(Checker):
    """Lets a reader take in a machine's entries, shuffled."""

    def look(self, machine: Machine) -> None:
        chance = self.run.side_chance
        if chance.random() > self.run.shape.replay_share or not machine.disk.has_words_of_blocks():
            return
        if machine.disk.without_body:
            # Such a ballot waits for the block that cuts it, the words of which may lie above it: blocks came first.
            return
        ledger = MemoryLedger()
        pen = Pen(MemberId(bytes(32)), lambda message: message, lambda: bytes(16), verify)
        replica = Replica(self.run.genesis, pen, ledger, takes_all=True)
        # Whatever has found its place once is not ahead of the clock any more.
        now_ms = max([self.run.timeline.now_ms, *(entry.header.time_ms for entry in machine.disk.entries.values())])
        while missing := [entry for entry in machine.disk.told() if entry.id not in ledger.entries]:
            held = len(ledger.entries)
            chance.shuffle(missing)
            while missing:
                size = chance.randint(1, BATCH_MAX)
                batch, missing = missing[:size], missing[size:]
                replica.receive(batch, machine.id, now_ms)
                ledger.commit(replica.flush().commit)
                if chance.random() < 0.1:
                    replica = Replica(self.run.genesis, pen, ledger, takes_all=True)
            if len(ledger.entries) == held:
                raise Broken("9", f"{machine.name} holds what a reader of the same entries finds no place for")
        self._compare(machine, ledger)

    def _compare(self, machine: Machine, ledger: MemoryLedger) -> None:
        shown, replayed = machine.disk.standing(), ledger.standing()
        for entry, standing in replayed.items():
            if shown[entry] != standing:
                raise Broken("9", f"{machine.name} shows {_text(self.run.writings[entry], shown[entry], standing)}")
        if machine.disk.objects != ledger.objects:
            raise Broken("9", f"{machine.name} has another book than a reader of the same entries")
        if [final.block.id for final in machine.disk.final] != [final.block.id for final in ledger.final]:
            raise Broken("9", f"{machine.name} has other final blocks than a reader of the same entries")


def _text(entry: Entry, shown: object, replayed: object) -> str:
    return f"{entry.id.hex()[:8]} ({entry.header.kind}) as {shown}, a reader of the same entries as {replayed}"
