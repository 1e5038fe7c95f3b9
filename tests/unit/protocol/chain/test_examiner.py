"""When a voter votes for a block: each rule of protocol.md broken once, in a block that is good otherwise."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from tests.simulation.feeds import START_MS, Scribe, genesis_of, member, verify

from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.block import Block, BlockLists, Change, Cut, ForkPlace, new_block
from cohong.primitives.charter import charter_hash
from cohong.primitives.entry import Entry
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.primitives.merkle import EMPTY_ROOT, Frontier
from cohong.primitives.motion import (
    Amend,
    Expel,
    Motion,
    MotionVote,
    Question,
    RuleBranch,
    SetFinal,
    SetVoter,
    motion_body,
    motion_vote_body,
)
from cohong.protocol.chain.agreement import Verdict
from cohong.protocol.chain.composer import Composer
from cohong.protocol.chain.examiner import AHEAD_MS_MAX, Examiner
from cohong.protocol.replica import Pen, Replica

A, B, C, D = (member(number) for number in range(4))
NOW_MS = START_MS + 60_000
NEVER, WAIT, GOOD = Verdict.INVALID, Verdict.WAIT, Verdict.VALID
Make = Callable[["Table"], Block]


@dataclass
class Table:
    """D, one of four voters, and what it holds: a proposal of A that B and C have acked, and one that they refuse."""

    scribe: Scribe = field(default_factory=lambda: Scribe(genesis_of(4)))
    replica: Replica = field(init=False)

    def __post_init__(self) -> None:
        pen = Pen(D, lambda signed: bytes(64), lambda: bytes(16), verify)
        self.replica = Replica(self.scribe.genesis, pen, MemoryLedger())
        self.good = self.scribe.propose(A, B)
        self.bad = self.scribe.propose(A, B)
        for voter in (B, C):
            self.scribe.ballot(voter, self.bad, no=(self.bad,))
        self.scribe.write(C, "chain.ask", {"after": START_MS})
        self.read()

    def read(self) -> "Table":
        """Take in what has been written since."""
        self.replica.receive(self.scribe.written, A, NOW_MS)
        self.replica.settle()
        return self

    def pass_motion(self, question: Question) -> EntryId:
        """Put a motion, and have three voters say yes."""
        body = motion_body(Motion(question, "", NOW_MS + AHEAD_MS_MAX), bytes(16))
        motion = self.scribe.write(A, "motion.put", {name: body[name] for name in body if name != "salt"})
        for voter in (A, B, C):
            vote = motion_vote_body(MotionVote(motion.id, True), bytes(16))
            self.scribe.write(voter, "motion.vote", {name: vote[name] for name in vote if name != "salt"})
        self.read()
        return motion.id

    def block(self, *, now_ms: int = NOW_MS) -> Block:
        """Return the block that D would make itself."""
        return Composer(self.replica.chain.view).compose(now_ms, Frontier())

    def verdict(self, block: Block, *, is_notarized: bool = False) -> Verdict:
        return Examiner(self.replica.chain.view).verdict(block, NOW_MS, Frontier(), is_notarized=is_notarized)

    def cut(self, author: MemberId, entry: Entry | None = None, lists: BlockLists | None = None) -> tuple[Cut, ...]:
        """Return the block's cuts, that of a feed replaced, or left out."""
        cuts = (lists or self.block().lists).cut
        mine = () if entry is None else (Cut(author, entry.header.seq, entry.id),)
        return tuple(sorted((*(cut for cut in cuts if cut.author != author), *mine), key=lambda cut: cut.author))


def head(block: Block, **changes: object) -> Block:
    return new_block(replace(block.head, **changes), block.lists)  # type: ignore[arg-type]  # fields by name


def lists(block: Block, **changes: object) -> Block:
    return new_block(block.head, replace(block.lists, **changes))  # type: ignore[arg-type]  # fields by name


def test_a_voter_votes_for_what_it_would_put_itself() -> None:
    table = Table()
    block = table.block()
    assert (block.lists.anchored, block.lists.void) == ((table.good.id,), (table.bad.id,))
    assert table.verdict(block) is GOOD


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"height": 2}, NEVER), ({"prev": BlockId(bytes(32))}, NEVER), ({"epoch": 1}, NEVER),
        ({"time_ms": START_MS - 1}, NEVER), ({"time_ms": START_MS}, GOOD),
        ({"time_ms": NOW_MS + AHEAD_MS_MAX}, GOOD), ({"time_ms": NOW_MS + AHEAD_MS_MAX + 1}, WAIT),
        ({"charter": bytes(32)}, NEVER), ({"change": Change("remove", A)}, NEVER),
        ({"anchored_root": EMPTY_ROOT}, NEVER), ({"anchored_count": 2}, NEVER),
    ],
)  # fmt: skip
def test_a_head_follows_the_last_block_and_is_right(change: dict[str, object], verdict: Verdict) -> None:
    table = Table()
    assert table.verdict(head(table.block(), **change)) is verdict


def test_a_cut_is_held_and_names_what_is_there() -> None:
    table = Table()
    block = table.block()
    unknown, misplaced = Cut(A, 1, EntryId(bytes(32))), Cut(A, 0, table.bad.id)
    assert table.verdict(lists(block, cut=(unknown, *table.cut(A)))) is WAIT
    assert table.verdict(lists(block, cut=(misplaced, *table.cut(A)))) is NEVER


def test_a_fork_is_listed_once_and_only_if_it_is_known() -> None:
    table = Table()
    assert table.verdict(lists(table.block(), forks=(ForkPlace(A, 1),))) is WAIT
    table.scribe.propose(A, B, after=table.good)
    block = table.read().block()
    assert (block.lists.forks, table.verdict(block)) == ((ForkPlace(A, 1),), GOOD)


def test_the_cut_passes_an_open_fork_only_along_a_branch_with_a_record_that_stands() -> None:
    table = Table()
    other = table.scribe.propose(A, B, after=table.good)
    block = table.read().block()
    assert table.verdict(lists(block, cut=table.cut(A, other), void=())) is WAIT
    for voter in (B, C):
        table.scribe.ballot(voter, yes=(other,))
    block = table.read().block()
    assert [cut.id for cut in block.lists.cut if cut.author == A] == [other.id]
    assert table.verdict(block) is GOOD


def test_a_ruling_is_kept_by_the_cut() -> None:
    table = Table()
    other = table.scribe.propose(A, B, after=table.good)
    table.scribe.write(B, "chain.ask", {"after": START_MS})
    ruling = RuleBranch(A, 1, other.id)
    body = motion_body(Motion(ruling, "", NOW_MS), bytes(16))
    motion = table.scribe.write(B, "motion.put", {name: body[name] for name in body if name != "salt"})
    for voter in (B, C, D):
        vote = motion_vote_body(MotionVote(motion.id, True), bytes(16))
        table.scribe.write(voter, "motion.vote", {name: vote[name] for name in vote if name != "salt"})
    block = table.read().block()
    assert block.lists.motions == (motion.id,)
    assert table.verdict(block) is GOOD
    assert table.verdict(lists(block, cut=table.cut(A, table.good, block.lists), void=())) is NEVER


def test_motions_are_held_and_have_passed_under_the_cut() -> None:
    table = Table()
    block = table.block()
    assert table.verdict(lists(block, motions=(EntryId(bytes(32)),))) is WAIT
    motion = table.pass_motion(Amend((), 9, 1, 2))
    passed = table.block()
    assert (passed.lists.motions, table.verdict(passed)) == ((motion,), GOOD)
    uncut = new_block(passed.head, replace(passed.lists, cut=block.lists.cut))
    assert table.verdict(uncut) is NEVER


def test_there_is_one_change_and_it_is_what_the_motion_asks() -> None:
    table = Table()
    table.pass_motion(SetFinal("majority"))
    block = table.block()
    assert (block.head.change, table.verdict(block)) == (Change("final", "majority"), GOOD)
    assert table.verdict(head(block, change=None)) is NEVER
    assert table.verdict(head(block, change=None, charter=charter_hash(table.scribe.genesis.charter))) is NEVER


def test_a_removal_is_alone_and_goes_before_everything_else() -> None:
    table = Table()
    amendment = table.pass_motion(Amend((), 9, 1, 2))
    before = table.block()
    removal = table.pass_motion(SetVoter(B, False))
    block = table.block()
    assert (block.lists.motions, block.head.change, table.verdict(block)) == ((removal,), Change("remove", B), GOOD)
    assert table.verdict(lists(block, motions=tuple(sorted((removal, amendment))))) is NEVER
    assert table.verdict(new_block(before.head, replace(before.lists, cut=block.lists.cut))) is NEVER


def test_nothing_that_this_voter_has_acked_is_left_on_another_branch() -> None:
    table = Table()
    table.scribe.ballot(D, table.bad)
    other = table.scribe.propose(A, B, after=table.good)
    for voter in (B, C):
        table.scribe.ballot(voter, yes=(other,))
    block = table.read().block()
    assert table.verdict(block) is GOOD
    assert table.verdict(lists(block, forks=())) is NEVER


def test_nothing_that_this_voter_has_acked_becomes_late() -> None:
    table = Table()
    table.pass_motion(Expel(A))
    table.scribe.ballot(D, table.good)
    block = table.read().block()
    assert table.verdict(block) is GOOD
    left = lists(block, cut=table.cut(A, None, block.lists), anchored=(), void=())
    assert table.verdict(head(left, anchored_root=EMPTY_ROOT, anchored_count=0)) is NEVER


def test_what_is_anchored_stands_under_the_cut_in_order() -> None:
    table = Table()
    block = table.block()
    ask = next(entry for entry in table.scribe.written if entry.header.kind == "chain.ask")
    waiting = table.scribe.propose(B, A)
    table.read()
    cut = table.cut(B, waiting)
    cases = [(EntryId(bytes(32)), WAIT), (waiting.id, WAIT), (table.bad.id, WAIT), (ask.id, NEVER)]
    assert [table.verdict(lists(block, anchored=(entry,), void=(), cut=cut)) for entry, _ in cases] == [
        verdict for _, verdict in cases
    ]
    assert table.verdict(lists(block, cut=table.cut(A), void=())) is NEVER
    two = tuple(sorted((table.good.id, waiting.id), key=lambda entry: entry == table.good.id))
    assert table.verdict(lists(block, anchored=two, void=(), cut=cut)) is NEVER


def test_what_is_made_void_is_rejected_under_the_cut() -> None:
    table = Table()
    block = table.block()
    ask = next(entry for entry in table.scribe.written if entry.header.kind == "chain.ask")
    free = lists(block, anchored=())
    free = head(free, anchored_root=EMPTY_ROOT, anchored_count=0)
    cases = [(EntryId(bytes(32)), WAIT), (table.good.id, WAIT), (ask.id, NEVER), (table.bad.id, GOOD)]
    assert [table.verdict(lists(free, void=(entry,))) for entry, _ in cases] == [verdict for _, verdict in cases]
    assert table.verdict(lists(free, cut=table.cut(A, table.good))) is NEVER


def test_of_a_notarized_block_only_what_it_cuts_is_asked() -> None:
    table = Table()
    block = head(table.block(), charter=bytes(32))
    assert (table.verdict(block), table.verdict(block, is_notarized=True)) == (NEVER, GOOD)
    assert table.verdict(head(block, height=2), is_notarized=True) is NEVER
    unknown = lists(block, cut=(Cut(A, 1, EntryId(bytes(32))), *table.cut(A)))
    assert table.verdict(unknown, is_notarized=True) is WAIT
