"""The charter chain."""

from cohong.api.views.base import View
from cohong.api.views.motions import JoinView


class ChainStatus(View, frozen=True):
    """The charter chain: who votes, under which rules, and how far the book is anchored.

    Attributes:
        block: id of the newest final block; the network's id before the first.
        epoch: how many blocks so far changed who votes or what is final.
        anchored: records that nothing can change any more; `to_anchor` stand and wait for a block.
        next_ms: when the next block is due by itself; 0 if there is nothing to put into one.
        iteration: of the agreement on the next block, -1 while there is none under way.
        joins: of very many those of whoever was never a member, and the newest; `joins_in_all` is how many there are.
        present: voters heard from in the last minute, this one included.
    """

    height: int
    block: str
    time_ms: int
    epoch: int
    voters: list[str]
    members: int
    majority_at: int
    final_at: int
    final: str
    currencies: list[str]
    entries_per_day: int
    grace_days: int
    stale_days: int
    anchored: int
    to_anchor: int
    next_ms: int
    iteration: int
    present: int
    is_member: bool
    is_voter: bool
    joins: list[JoinView] = []
    joins_in_all: int = 0
