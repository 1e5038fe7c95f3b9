"""Lineages grown by hand, block by block."""

from dataclasses import replace

from tests.simulation.feeds import START_MS, genesis_of, verify

from cohong.primitives.block import BlockHead, BlockLists, Change, Cut, ForkPlace, new_block
from cohong.primitives.decisions import Decisions
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.motion import Motion, Question
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.chain.people import People, Written

DAY_MS = 86_400_000


def lineage_of(voters: int, *, grace_days: int = 7, stale_days: int = 90) -> Lineage:
    """Return the lineage of a new network of members 0 … voters - 1."""
    genesis = genesis_of(voters)
    charter = replace(genesis.charter, grace_days=grace_days, stale_days=stale_days)
    return Lineage(replace(genesis, charter=charter))


def grow(
    lineage: Lineage, change: Change | None = None, decisions: Decisions | None = None, *,
    cut: tuple[tuple[MemberId, int], ...] = (), forks: tuple[tuple[MemberId, int], ...] = (), days: int = 0,
) -> int:  # fmt: skip
    """Add a block dated so many days after the last one; returns its height. Ids of cuts are made from their places."""
    head = BlockHead(
        lineage.height + 1, lineage.id, lineage.epoch, lineage.time_ms + days * DAY_MS, change, *(bytes(32),) * 3, 0
    )
    lists = BlockLists(
        cut=tuple(Cut(author, seq, id_at(author, seq)) for author, seq in sorted(cut)),
        forks=tuple(ForkPlace(author, seq) for author, seq in sorted(forks)),
    )
    lineage.extend(new_block(head, lists), decisions or Decisions())
    return lineage.height


def id_at(author: MemberId, seq: int) -> EntryId:
    """Return an id for a place of a feed."""
    return EntryId(author[:16] + seq.to_bytes(16, "big"))


def people_with(*entries: Entry) -> People:
    """Return what people have said in these entries."""
    people = People(verify)
    for entry in entries:
        people.take(entry)
    return people


def motion_id(number: int) -> EntryId:
    """Return an id; they sort by number."""
    return EntryId(number.to_bytes(32, "big"))


def asked(*questions: Question) -> tuple[People, list[EntryId]]:
    """Return motions with these questions, in the order of their ids."""
    people = People(verify)
    ids = [motion_id(number + 1) for number in range(len(questions))]
    for identity, question in zip(ids, questions, strict=True):
        written = Written(identity, MemberId(bytes(32)), 0, START_MS)
        people.motions[identity] = written, Motion(question, "", START_MS)
    return people, ids
