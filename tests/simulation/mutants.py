"""Safety rules taken out of the program one at a time, to see that the simulator notices.

A mutant replaces the function that keeps one rule, for as long as a schedule runs, and counts how often that made a
difference. A checker that never fails proves nothing; each of these must make one fail, and soon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any, Final

from cohong.ledger.drafts import LocalMarks
from cohong.node import batch, desk
from cohong.node.desk import Desk
from cohong.node.head_file import OwnHead
from cohong.node.inputs import Output
from cohong.primitives.ballot import Ack
from cohong.primitives.block import Block, Change
from cohong.primitives.chain_messages import Propose
from cohong.primitives.charter import Charter, charter_hash
from cohong.primitives.decisions import Decisions
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.ballots import Secretary
from cohong.protocol.chain import chain, composer, examiner, plan
from cohong.protocol.chain.agreement import Verdict
from cohong.protocol.chain.cheats import Cheat, Said
from cohong.protocol.chain.examiner import Examiner
from cohong.protocol.chain.iteration import Iteration
from cohong.protocol.chain.lineage import Lineage, charter_after
from cohong.protocol.chain.people import People
from cohong.protocol.chain.plan import Plan, change_of
from cohong.protocol.heads import Heads


@dataclass
class Patches:
    """Functions that are replaced for a while.

    Attributes:
        overruled: how often the rule would have said otherwise.
    """

    overruled: int = 0
    _undo: list[Callable[[], None]] = field(default_factory=list)

    def replace(self, owner: type | ModuleType, name: str, make: Callable[[Any], Callable[..., Any]]) -> None:
        """Put what `make` makes of a function in its place.

        Raises:
            LookupError: it is not there any more: the rule is kept elsewhere, and this mutant removes nothing.
        """
        original = vars(owner).get(name)
        if not callable(original):
            raise LookupError(f"{owner.__name__} has no {name}: which function keeps this rule?")
        setattr(owner, name, make(original))
        self._undo.append(lambda: setattr(owner, name, original))

    def undo(self) -> None:
        """Put everything back."""
        for put_back in reversed(self._undo):
            put_back()
        self._undo.clear()


@dataclass(frozen=True, slots=True)
class Mutant:
    """The program without one rule.

    Attributes:
        rule: what docs/protocol.md says that is not kept any more.
        remove: takes the rule out.
    """

    rule: str
    remove: Callable[[Patches], None]

    @contextmanager
    def applied(self) -> Iterator[Patches]:
        """Take the rule out for a while."""
        patches = Patches()
        try:
            self.remove(patches)
            yield patches
        finally:
            patches.undo()


# One vote a branch, one vote an iteration.


class _Unforked:
    """The heads as a voter would see them that knew of no fork."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads

    def fork_seq(self, author: MemberId) -> None:
        return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._heads, name)


def _ack_past_forks(patches: Patches) -> None:
    def make(original: Callable[..., None]) -> Callable[..., None]:
        def read_on(secretary: Any, author: MemberId, draft: Any, now_ms: int) -> None:
            heads, fork_seq = secretary.heads, secretary.heads.fork_seq(author)
            secretary.heads = _Unforked(heads)
            try:
                original(secretary, author, draft, now_ms)
            finally:
                secretary.heads = heads
            ack: Ack | None = draft.ack.get(author)
            patches.overruled += fork_seq is not None and ack is not None and ack.seq >= fork_seq

        return read_on

    patches.replace(Secretary, "_read_on", make)


def _vote_for_every_proposal(patches: Patches) -> None:
    def take_newest(original: Callable[..., Cheat | None]) -> Callable[..., Cheat | None]:
        def take(iteration: Iteration, voter: MemberId, said: Said) -> Cheat | None:
            found = original(iteration, voter, said)
            if isinstance(said.message, Propose):
                iteration.proposal = said.message
            return found

        return take

    def for_this_one(original: Callable[[Iteration, MemberId], bool]) -> Callable[[Iteration, MemberId], bool]:
        def has_voted(iteration: Iteration, voter: MemberId) -> bool:
            proposed = iteration.proposal.block.id if iteration.proposal is not None else None
            has = any(voter in voters for block, voters in iteration.votes.items() if block == proposed)
            patches.overruled += original(iteration, voter) and not has
            return has

        return has_voted

    patches.replace(Iteration, "take", take_newest)
    patches.replace(Iteration, "has_voted", for_this_one)


# The cut.


def _leave_behind(patches: Patches) -> None:
    def make(original: Callable[..., bool]) -> Callable[..., bool]:
        def is_reached(*args: Any) -> bool:
            patches.overruled += not original(*args)
            return True

        return is_reached

    patches.replace(Examiner, "_is_reached", make)


# Durable before sent.


def _send_first(patches: Patches) -> None:
    waiting: set[int] = set()

    def make(original: Callable[..., None]) -> Callable[..., None]:
        def settle_and_commit(desk: Desk, now_ms: int, output: Output, marks: LocalMarks) -> None:
            if marks != LocalMarks() or id(desk) in waiting:
                waiting.discard(id(desk))
                original(desk, now_ms, output, marks)
                return
            # Handed out now, and made durable with the next batch.
            if desk.may_write_unasked:
                desk.replica.vote(now_ms)
            placed = [item.entry for item in desk.replica.workspace.commit.append]
            output.fresh.extend(placed)
            patches.overruled += bool(placed)
            if placed:
                waiting.add(id(desk))

        return settle_and_commit

    patches.replace(batch, "_settle_and_commit", make)


def _send_before_head(patches: Patches) -> None:
    def make(original: Callable[..., None]) -> Callable[..., None]:
        def note_head(desk: Desk, *, for_file: bool = False) -> None:
            head = desk.replica.heads.head(desk.me)
            if head is not None and desk.may_send and not desk.catch_up.active:
                own = OwnHead(head.seq, head.id)
                patches.overruled += own != desk.noted
                desk.noted = own
            original(desk, for_file=for_file)

        return note_head

    patches.replace(Desk, "note_head", make)


# One change a block.


def _change_all_at_once(patches: Patches) -> None:
    charters: dict[bytes, Charter] = {}

    def with_all(original: Callable[..., Plan]) -> Callable[..., Plan]:
        def plan_of(motions: Iterable[EntryId], people: People, lineage: Lineage) -> Plan:
            one = original(motions, people, lineage)
            charter, questions = one.charter, [people.motions[motion][1].question for motion in one.motions]
            for question in questions:
                change = change_of(question, people, lineage)
                if change is not None and _is_new(change, charter, one.decisions):
                    charter = charter_after(charter, change)
            charters[charter_hash(charter)] = charter
            return replace(one, charter=charter)

        return plan_of

    def of_all(original: Callable[..., Plan]) -> Callable[..., Plan]:
        def plan_block(passed: Sequence[EntryId], people: People, lineage: Lineage) -> Plan:
            return plan.plan_of(passed, people, lineage)

        return plan_block

    def as_planned(original: Callable[..., Verdict]) -> Callable[..., Verdict]:
        def of_motions(voter: Any, block: Block, found: Plan) -> Verdict:
            head = block.head
            is_right = (head.change, head.charter) == (found.change, charter_hash(found.charter))
            return Verdict.VALID if is_right else Verdict.INVALID

        return of_motions

    def carrying_out_all(original: Callable[..., None]) -> Callable[..., None]:
        def extend(lineage: Any, block: Block, decisions: Decisions) -> None:
            original(lineage, block, decisions)
            wanted = charters.get(block.head.charter, lineage.charter)
            for voter in sorted(set(wanted.roster) ^ set(lineage.charter.roster)):
                patches.overruled += 1
                lineage._note_stint(Change("add" if voter in wanted.roster else "remove", voter))
            if wanted != lineage.charter:
                lineage._eras[-1] = replace(lineage._eras[-1], charter=wanted)

        return extend

    for module in (plan, examiner, chain):
        patches.replace(module, "plan_of", with_all)
    patches.replace(composer, "plan_block", of_all)
    patches.replace(Examiner, "_of_motions", as_planned)
    patches.replace(Lineage, "extend", carrying_out_all)


def _is_new(change: Change, charter: Charter, decisions: Decisions) -> bool:
    """Whether a change does something beside the others of its block."""
    match change.verb:
        case "add":
            return change.subject not in charter.roster and change.subject not in decisions.expelled
        case "remove":
            return change.subject in charter.roster and len(charter.roster) > 1
        case _:
            return charter.final != change.subject


# Catching up.


def _trust_any_profile(patches: Patches) -> None:
    def make(original: Callable[..., bool]) -> Callable[..., bool]:
        def is_restored(*args: Any) -> bool:
            patches.overruled += original(*args)
            return False

        return is_restored

    patches.replace(desk, "is_restored", make)


MUTANTS: Final = {
    "one-vote-a-branch": Mutant("A voter acks no entry of a feed at or above its lowest open fork.", _ack_past_forks),
    "one-vote-an-iteration": Mutant(
        "`chain.vote`: in the iteration it is in, once, for the leader's first proposal.", _vote_for_every_proposal
    ),
    "epoch-cut": Mutant("The cut reaches all that this voter wrote or acked in earlier epochs.", _leave_behind),
    "durable-before-sent": Mutant("A batch is committed to the ledger before a byte of it is sent.", _send_first),
    "head-before-sent": Mutant("The head file is replaced durably before sending.", _send_before_head),
    "one-change-a-block": Mutant("A block has at most one motion with a change.", _change_all_at_once),
    "catch-up": Mutant("A profile that does not match its head file catches up before it writes.", _trust_any_profile),
}
