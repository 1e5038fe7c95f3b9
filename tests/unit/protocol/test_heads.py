"""Which forks are open: those beyond the final cut, on the branch that stands."""

from tests.simulation.feeds import START_MS, Scribe, genesis_of, member

from cohong.primitives.block import BlockHead, BlockLists, Cut, new_block
from cohong.primitives.charter import charter_hash
from cohong.primitives.decisions import Decisions
from cohong.primitives.ids import NO_ENTRY
from cohong.primitives.merkle import Frontier
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.heads import Heads

A, B = member(0), member(1)


def cut_along(lineage: Lineage, cut: Cut) -> None:
    """Add a final block that does nothing but include a feed so far."""
    charter = charter_hash(lineage.charter)
    head = BlockHead(lineage.height + 1, lineage.id, 0, START_MS, None, charter, b"", Frontier().root(), 0)
    lineage.extend(new_block(head, BlockLists((), (cut,), (), (), ())), Decisions())


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
