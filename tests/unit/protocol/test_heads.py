"""Which forks are open: those beyond the final cut, on the branch that stands."""

from tests.simulation.feeds import START_MS, Scribe, genesis_of, member

from cohong.primitives.block import BlockHead, BlockLists, Cut, new_block
from cohong.primitives.charter import charter_hash
from cohong.primitives.decisions import Decisions, Ruling
from cohong.primitives.ids import NO_ENTRY
from cohong.primitives.merkle import Frontier
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.heads import Heads

A, B = member(0), member(1)


def cut_along(lineage: Lineage, *cuts: Cut, decisions: Decisions | None = None) -> None:
    """Add a final block that includes feeds so far, and what the people have decided."""
    charter = charter_hash(lineage.charter)
    head = BlockHead(lineage.height + 1, lineage.id, 0, START_MS, None, charter, b"", Frontier().root(), 0)
    lineage.extend(new_block(head, BlockLists((), cuts, (), (), ())), decisions or Decisions())


def test_a_fork_is_open_until_a_cut_passes_it() -> None:
    scribe = Scribe(genesis_of(3))
    lineage = Lineage(scribe.genesis)
    heads = Heads(lineage)
    entry = scribe.propose(A, B)
    assert heads.note_fork(A, 0, NO_ENTRY)
    assert (heads.fork_seq(A), heads.note_fork(A, 3, entry.id)) == (0, False)
    cut_along(lineage, Cut(A, 0, entry.id))
    assert heads.fork_seq(A) is None


def test_a_fork_of_a_branch_that_a_cut_has_left_out_is_none_of_the_branch_that_stands() -> None:
    scribe = Scribe(genesis_of(3))
    lineage = Lineage(scribe.genesis)
    heads = Heads(lineage)
    standing, dead = scribe.propose(A, B), scribe.write(A, "a", {"n": 1}, from_start=True)
    beyond = scribe.write(A, "a", {"n": 2})
    assert heads.note_fork(A, 2, beyond.id)
    assert heads.note_fork(A, 1, dead.id)
    assert heads.note_fork(A, 0, NO_ENTRY)
    cut_along(lineage, Cut(A, 0, standing.id))
    heads.bury([dead.id, beyond.id])
    assert heads.fork_seq(A) is None
    assert heads.note_fork(A, 1, standing.id)
    assert heads.fork_seq(A) == 1


def test_what_comes_after_a_ruling_that_no_branch_stands_is_dead_though_no_fork_is_known_yet() -> None:
    scribe = Scribe(genesis_of(3))
    lineage = Lineage(scribe.genesis)
    heads = Heads(lineage)
    cut_along(lineage, decisions=Decisions(ruled=(Ruling(A, 0, None),)))
    late, other = scribe.propose(A, B), scribe.propose(B, A)
    for entry in (late, other):
        header = entry.header
        heads.extend(EntryFact(entry.id, header.author, header.seq, header.prev, header.time_ms, 0, header.kind))
    assert (heads.is_dead(late.id), heads.is_dead(other.id)) == (True, False)


def test_below_a_ruling_that_no_branch_stands_the_feed_stands() -> None:
    scribe = Scribe(genesis_of(3))
    lineage = Lineage(scribe.genesis)
    heads = Heads(lineage)
    for entry in (scribe.propose(A, B), scribe.propose(A, B)):
        header = entry.header
        heads.extend(EntryFact(entry.id, header.author, header.seq, header.prev, header.time_ms, 0, header.kind))
    assert heads.standing_seq(A) == 1
    cut_along(lineage, decisions=Decisions(ruled=(Ruling(A, 1, None),)))
    heads.bury(fact.id for fact in heads.tips(A))
    assert (heads.standing_seq(A), heads.standing_seq(B)) == (0, -1)
