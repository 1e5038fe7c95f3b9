"""What a receipt is made of comes out of the ledger as the blocks put it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY, Feed, some_id

from cohong.ledger import blocks, facts
from cohong.ledger.anchored_views import AnchoredRecord
from cohong.ledger.connection import Connection
from cohong.ledger.ledger import Ledger
from cohong.primitives.block import BlockHead, BlockLists, new_block
from cohong.primitives.chain_messages import Certificate
from cohong.primitives.decisions import Decisions
from cohong.primitives.ids import BlockId, EntryId
from cohong.primitives.standing import Commit, FinalBlock


def final_block(height: int, count: int, lists: BlockLists) -> FinalBlock:
    head = BlockHead(height, BlockId(bytes(32)), 0, height, None, bytes(32), bytes(32), bytes(32), count)
    block = new_block(head, lists)
    return FinalBlock(block, Certificate(height, 0, block.id, ()), Decisions(), b"")


def test_a_record_is_found_where_a_block_anchored_it(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    placed = [a.propose(b, reference=f"INV-{number}") for number in range(4)]
    ids = [item.fact.id for item in placed]
    first = final_block(1, 2, BlockLists(anchored=tuple(ids[:2])))
    second = final_block(2, 3, BlockLists(anchored=(ids[2],), void=(ids[3],)))
    ledger.commit(Commit(append=placed, blocks=[first, second]))
    found = [ledger.anchored_record(identity) for identity in (*ids, EntryId(some_id("nobody's")))]
    assert found == [
        AnchoredRecord(placed[0].entry, 0, 1),
        AnchoredRecord(placed[1].entry, 1, 1),
        AnchoredRecord(placed[2].entry, 2, 2),
        None,
        None,
    ]
    assert [item.block.id for item in ledger.final_blocks([1, 2])] == [first.block.id, second.block.id]
    assert [ledger.height_of_block(block) for block in (second.block.id, BlockId(bytes(32)))] == [2, None]


@pytest.mark.parametrize("sql", [blocks._ANCHORED, facts._ANCHORED])  # how it is found is what is tested
def test_a_stretch_in_the_middle_is_found_by_its_places(ledger: Ledger, path: Path, sql: str) -> None:
    connection = Connection(path, KEY, writer=False)
    plan = [row[3] for row in connection.rows(f"EXPLAIN QUERY PLAN {sql}", (10_000, 20_000))]
    connection.close()
    assert any("decided_by_place (place>? AND place<?)" in line for line in plan), plan
