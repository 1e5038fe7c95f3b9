"""What becomes of a correction that nobody answers (protocol.md 11): after 40 days it takes effect, as a mark.

An author can date an entry back and hold it back, so neither its time nor anybody's clock is a measure. Blocks are: the
time to answer begins with the first block that includes the correction, and that it went by without an answer shows in
the cut of the first block after its end.
"""

from collections.abc import Iterable
from typing import Final

from cohong.book.question import DAY_MS
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.lineage import Lineage

ANSWER_DAYS: Final = 40


def deadline_ms(correction: EntryFact, lineage: Lineage) -> int | None:
    """Return until when a correction is to be answered, None while no block includes it."""
    included = lineage.cut_height(correction.author, correction.seq)
    if included is None:
        return None
    return max(correction.time_ms, lineage.time_at(included)) + ANSWER_DAYS * DAY_MS


def decided_ms(correction: EntryFact, lineage: Lineage) -> int | None:
    """Return the moment after which a block decides whether it was answered in time: the deadline, and the grace."""
    end = deadline_ms(correction, lineage)
    return None if end is None else end + lineage.era(correction.height).charter.grace_days * DAY_MS


def unanswered_since(correction: EntryFact, answers: Iterable[EntryFact], lineage: Lineage) -> int | None:
    """Return the height of the block that shows that a correction was not answered in time, None if none shows it.

    Args:
        answers: what answers it, of those who may.
    """
    moment = decided_ms(correction, lineage)
    height = lineage.first_after(moment) if moment is not None else None
    if height is None or any(lineage.cut_seq(answer.author, height) >= answer.seq for answer in answers):
        return None
    return height
