"""Invariant 28, and 25 of a joining node: who gets the entries out of a file has the state of whoever wrote them there.

What reads them is a node of its own, from the parts of a bundle on, as a newcomer would begin: with the blocks first.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, cast

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.disk import Disk, Faults, HeadNote
from tests.simulation.operations.carrying import frames_of, no_answer
from tests.simulation.world import key_of

from cohong.crypto.signing import verify
from cohong.ledger.ledger import Ledger
from cohong.node.batch import work_off
from cohong.node.desk import Desk, set_up_desk
from cohong.node.head_file import HeadFile
from cohong.node.inputs import PartIn
from cohong.primitives.ids import MemberId
from cohong.protocol.replica import Pen

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

LOOKS_SHARE = 0.3
PARTS_AT_ONCE = 3


class Carrying(Checker):
    """Lets a stranger's node take in a machine's entries as the parts of a bundle."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._chance = random.Random(f"cohong {run.seed} carried")

    def look(self, machine: Machine) -> None:
        # Of a feed beyond its quota a newcomer takes the rest on the next day.
        if machine.desk is None or self.run.shape.has_low_quota or self._chance.random() > LOOKS_SHARE:
            return
        entries = list(machine.disk.entries.values())
        now_ms = max([self.run.timeline.now_ms, *(entry.header.time_ms for entry in entries)])
        disk = Disk(Faults(), lambda commit, gone: None)
        desk = _reader(self.run, disk)
        frames = frames_of(machine.desk, entries)
        for at in range(0, len(frames), PARTS_AT_ONCE):
            parts = [PartIn(machine.id, frame, no_answer) for frame in frames[at : at + PARTS_AT_ONCE]]
            work_off(desk, parts, now_ms)
        self._compare(machine, disk)

    def _compare(self, machine: Machine, disk: Disk) -> None:
        here, there = machine.disk, disk
        if set(here.entries) != set(there.entries):
            missing = len(set(here.entries) - set(there.entries))
            raise Broken("28", f"a reader of {machine.name}'s bundle lacks {missing} of its entries")
        if here.standing() != there.standing() or here.digest() != there.digest():
            raise Broken("28", f"a reader of {machine.name}'s bundle has another book")
        blocks, read = ([final.block.id for final in disk.final] for disk in (here, there))
        # A block that was handed over may list motions of feeds not held yet: it can't be handed on before they are.
        if blocks[: len(read)] != read or (len(read) < len(blocks) and here.has_words_of_blocks()):
            raise Broken("28", f"a reader of {machine.name}'s bundle has other final blocks")


def _reader(run: Run, disk: Disk) -> Desk:
    key = key_of("a reader of bundles")
    pen = Pen(MemberId(key.member), key.sign, lambda: bytes(16), verify)
    return set_up_desk(run.genesis, pen, cast(Ledger, disk), cast(HeadFile, HeadNote(Faults())))
