"""What comes too late (protocol.md 4, Late): an author can date an entry back, so time stamps alone close nothing.

A final block does: what lies beyond its cut, although it should have been there by then, is void. No late entry was
ever confirmed, since a block's voters ack nothing that it makes late and demand that its cut reaches what they acked.
"""

from cohong.book.question import DAY_MS, end_of_day_ms
from cohong.primitives.block import BlockHead
from cohong.primitives.decisions import Decisions
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.chain.lineage import Lineage


def closing_heights(fact: EntryFact, end: str | None, lineage: Lineage) -> list[int]:
    """Return the heights of the first blocks that close the book to an entry which their cuts do not reach.

    Args:
        end: the last day of what the entry relies on, None if nothing that it relies on ends.
    """
    heights = [lineage.removed_at(fact.author)]
    charter = lineage.era(fact.height).charter
    if end is not None:
        heights.append(lineage.first_after(end_of_day_ms(end) + charter.grace_days * DAY_MS))
    ended_ms = lineage.charter_ended(fact.height)
    if ended_ms is not None:
        heights.append(lineage.first_after(ended_ms + charter.stale_days * DAY_MS - 1))
    # The genesis cuts nothing: what ended before it is closed by the first block.
    return [max(height, 1) for height in heights if height is not None]


def is_late(fact: EntryFact, end: str | None, lineage: Lineage) -> bool:
    """Return whether an entry is late by one of the final blocks."""
    return any(_is_shut_out(fact.author, fact.seq, height, lineage) for height in closing_heights(fact, end, lineage))


def _is_shut_out(author: MemberId, seq: int, first: int, lineage: Lineage) -> bool:
    """Whether a place lies beyond the cut of a block from `first` on, with no open listed fork at or below it."""
    for height in range(first, lineage.height + 1):
        if lineage.cut_seq(author, height) >= seq:
            return False
        if not lineage.has_open_listed(author, seq, height):
            return True
    return False


def would_be_late(record: Record, end: str | None, head: BlockHead, decisions: Decisions, lineage: Lineage) -> bool:
    """Return whether a block that is not final yet, and whose cut does not reach a record, would make it late."""
    fact = record.fact
    if fact.author in decisions.expelled:
        return True
    charter = lineage.era(fact.height).charter
    if end is not None and head.time_ms > end_of_day_ms(end) + charter.grace_days * DAY_MS:
        return True
    ended_ms = lineage.charter_ended(fact.height)
    return ended_ms is not None and head.time_ms >= ended_ms + charter.stale_days * DAY_MS
