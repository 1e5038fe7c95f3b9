"""Final blocks of the charter chain, and what each has anchored or made void."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cohong.ledger.connection import Connection, Row
from cohong.ledger.numbers import Numbers
from cohong.primitives.block import Block, BlockLists, decode_block, decode_head, decode_lists, encode_lists
from cohong.primitives.chain_messages import decode_certificate, encode_certificate
from cohong.primitives.decisions import decode_decisions, encode_decisions
from cohong.primitives.ids import BlockId, EntryId
from cohong.primitives.standing import FinalBlock, Level

_DECIDED: Final = "SELECT place < 0 FROM decided WHERE entry = ?"
_BLOCKS: Final = "SELECT head, lists, certificate, decisions, frontier FROM blocks"
_OF_HEIGHT: Final = "SELECT i.id FROM decided d JOIN ids i ON i.no = d.entry WHERE d.height = ?"
_OF_HEIGHT_ANCHORED: Final = f"{_OF_HEIGHT} AND d.place >= 0 ORDER BY d.place"
_OF_HEIGHT_VOID: Final = f"{_OF_HEIGHT} AND d.place < 0 ORDER BY d.place DESC"
BLOCKS_AT_ONCE: Final = 64
_PLACE: Final = "SELECT place, height FROM decided WHERE entry = ? AND place >= 0"
# The index by place has none below 0. That no such place is meant has to be said for SQLite to use it, and to be said
# last for it to begin where the stretch does.
STRETCH: Final = "d.place >= ? AND d.place < ? AND d.place >= 0"
_ANCHORED: Final = f"SELECT i.id FROM decided d JOIN ids i ON i.no = d.entry WHERE {STRETCH} ORDER BY d.place"


class Blocks:
    """Reads and writes of final blocks on one connection.

    What a block anchors is kept apart from its other lists: a start reads the blocks, but not the history.
    """

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def put(self, blocks: Sequence[FinalBlock], ids: dict[bytes, int]) -> None:
        """Add blocks, in order; `ids` has the numbers of all that they list."""
        for final in blocks:
            block, lists = final.block, final.block.lists
            short = encode_lists(replace(lists, anchored=(), void=()))
            self._connection.run(
                "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    block.head.height, block.id, block.head_bytes, short,
                    encode_certificate(final.certificate), encode_decisions(final.decisions), final.frontier,
                ),
            )  # fmt: skip
            self._put_decided(lists, block.head.height, block.head.anchored_count - len(lists.anchored), ids)

    def _put_decided(self, lists: BlockLists, height: int, first_place: int, ids: dict[bytes, int]) -> None:
        self._connection.run_many(
            "INSERT INTO decided VALUES (?, ?, ?)",
            [(ids[entry], height, first_place + index) for index, entry in enumerate(lists.anchored)],
        )
        self._connection.run_many(
            "INSERT INTO decided VALUES (?, ?, ?)",
            [(ids[entry], height, -1 - index) for index, entry in enumerate(lists.void)],
        )

    def blocks(self) -> list[FinalBlock]:
        """Return all blocks in order, their lists without what they anchor and make void."""
        rows = self._connection.rows(f"{_BLOCKS} ORDER BY height")
        return [_final(row) for row in rows]

    def blocks_after(self, height: int, bytes_max: int) -> list[FinalBlock]:
        """Return whole blocks above a height, of about `bytes_max` together but at least one, if there is any."""
        found, size = list[FinalBlock](), 0
        sql = f"{_BLOCKS} WHERE height > ? ORDER BY height LIMIT {BLOCKS_AT_ONCE}"
        for final in map(_final, self._connection.rows(sql, (height,))):
            whole = self._whole(final.block)
            size += len(whole.head_bytes) + len(whole.lists_bytes)
            if found and size > bytes_max:
                break
            found.append(replace(final, block=whole))
        return found

    def _whole(self, block: Block) -> Block:
        """Return a block with its lists in full, held against their hash."""
        anchored = self._listed(block.head.height, _OF_HEIGHT_ANCHORED)
        void = self._listed(block.head.height, _OF_HEIGHT_VOID)
        return decode_block(block.head_bytes, encode_lists(replace(block.lists, anchored=anchored, void=void)))

    def _listed(self, height: int, sql: str) -> tuple[EntryId, ...]:
        return tuple(EntryId(row[0]) for row in self._connection.rows(sql, (height,)))

    def newest_frontier(self) -> bytes:
        """Return the Merkle frontier of all that is anchored, as the newest block left it; empty if there is none."""
        row = self._connection.row("SELECT frontier FROM blocks ORDER BY height DESC LIMIT 1")
        return b"" if row is None else bytes(row[0])

    def decided_by_block(self, entry: EntryId) -> Level | None:
        """Return ANCHORED or VOID if a block lists the record as that, held or not; else None."""
        number = self._numbers.id_no(entry)
        row = self._connection.row(_DECIDED, (number,)) if number is not None else None
        return None if row is None else Level.VOID if row[0] else Level.ANCHORED

    def final_block(self, height: int) -> FinalBlock | None:
        """Return the block of a height, its lists as `blocks` gives them."""
        row = self._connection.row(f"{_BLOCKS} WHERE height = ?", (height,))
        return None if row is None else _final(row)

    def height_of(self, block: BlockId) -> int | None:
        """Return the height of a block, None if there is none with this id."""
        row = self._connection.row("SELECT height FROM blocks WHERE id = ?", (block,))
        return None if row is None else int(row[0])

    def anchored_at(self, entry: EntryId) -> tuple[int, int] | None:
        """Return the place of a record among all that is anchored and the height that anchored it, None if none did."""
        number = self._numbers.id_no(entry)
        row = self._connection.row(_PLACE, (number,)) if number is not None else None
        return None if row is None else (int(row[0]), int(row[1]))

    def anchored(self, first: int, count: int) -> list[EntryId]:
        """Return so many anchored records from a place on, in their order."""
        return [EntryId(row[0]) for row in self._connection.rows(_ANCHORED, (first, first + count))]


def _final(row: Row) -> FinalBlock:
    head, lists, certificate, decisions, frontier = row
    block = Block(decode_head(head), decode_lists(lists), head, lists)
    return FinalBlock(block, decode_certificate(certificate), decode_decisions(decisions), frontier)
