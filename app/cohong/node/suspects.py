"""Who may have signed both ways: for two branches of a feed, for and against one record, or for two blocks.

It follows from the counts at any time; the two entries that prove it are looked for by whoever shows them.
"""

from dataclasses import dataclass
from typing import Literal

from cohong.node.chain_cheats import Caught
from cohong.node.desk import Desk
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact
from cohong.protocol.double_votes import SplitAck, split_acks

How = Literal["branches", "record", "block"]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A voter that has signed both ways, before the two entries are found.

    Attributes:
        about: the record, or one of the forked feed's two entries; None for a block.
        first, second: of `branches` what was acked, of `block` the two messages.
        decided: as in `SplitAck`.
    """

    voter: MemberId
    how: How
    about: EntryFact | None
    first: EntryId | None = None
    second: EntryId | None = None
    decided: int | None = None


def double_voters(desk: Desk, contradicted: list[tuple[EntryId, MemberId]]) -> set[MemberId]:
    """Return whose ballots may be proof. On the engine's thread."""
    return {suspect.voter for suspect in suspects_of(desk, contradicted)}


def suspects_of(desk: Desk, contradicted: list[tuple[EntryId, MemberId]]) -> list[Suspect]:
    """Return all of them, on the engine's thread; `contradicted` is (record, voter) where one has said yes and no."""
    replica, known = desk.replica, desk.replica.workspace.known
    splits = split_acks(replica.tally, replica.lineage, replica.workspace)
    return [
        *(_of_split(split, known(split.first)) for split in splits),
        *(Suspect(voter, "record", known(entry)) for entry, voter in contradicted),
        *(_of_chain(caught) for caught in sorted(desk.caught)),
    ]


def _of_split(split: SplitAck, about: EntryFact) -> Suspect:
    return Suspect(split.voter, "branches", about, split.first, split.second, split.decided)


def _of_chain(caught: Caught) -> Suspect:
    return Suspect(caught.voter, "block", None, caught.first, caught.second)
