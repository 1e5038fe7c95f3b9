"""Invariant 26: every receipt made verifies from the network's id alone, and from any block that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker

from cohong.primitives.ids import EntryId
from cohong.primitives.merkle import inclusion_path
from cohong.primitives.receipt import encode_receipt
from cohong.protocol.chain.receipts import heights_to, receipt_of
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.receipt import verify_receipt

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run


class Receipts(Checker):
    """Makes receipts of the first and last record that each block anchors, at the end, with the longest chain."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self.made = 0

    def end(self) -> None:
        machine = max(self.run.machines, key=lambda machine: len(machine.disk.final))
        place = 0
        for final in machine.disk.final:
            anchored, height = final.block.lists.anchored, final.block.head.height
            for index in sorted({0, len(anchored) - 1}) if anchored else ():
                for start in (0, height // 2, height):
                    self._check(machine, anchored[index], place + index, height, start)
            place += len(anchored)

    def _check(self, machine: Machine, identity: EntryId, place: int, height: int, start: int) -> None:
        desk, chain = machine.desk, machine.disk.final
        entry = machine.disk.entries.get(identity)
        assert desk is not None, "all have been switched on"
        if entry is None:
            return
        blocks = [chain[at - 1] for at in heights_to(height, desk.replica.lineage, start=start)]
        known = chain[start - 1] if start else None
        count = (blocks or [chain[start - 1]])[-1].block.head.anchored_count
        leaves = (leaf for final in chain for leaf in final.block.lists.anchored)
        path = inclusion_path(leaves, place, count)
        receipt = receipt_of(entry, place, path, blocks, desk.replica.lineage, start=known)
        try:
            verify_receipt(encode_receipt(receipt), self.run.genesis.network, known.block.id if known else None)
        except ReceiptRefused as refused:
            where = f"anchored at {height}, from block {start}"
            raise Broken("26", f"{machine.name}: {identity.hex()[:8]}, {where}: {refused}") from refused
        self.made += 1
