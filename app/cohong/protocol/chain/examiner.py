"""Whether a voter may vote for a block (protocol.md 5, rules a to f): by what it holds, and never against its own acks.

WAIT is said where more entries, or more time, may make the block good; INVALID where nothing can.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cohong.primitives.block import Block, Cut
from cohong.primitives.charter import charter_hash
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import is_record
from cohong.primitives.merkle import Frontier
from cohong.primitives.motion import join_of
from cohong.primitives.standing import EntryFact, Level
from cohong.protocol.chain.agreement import Verdict
from cohong.protocol.chain.lateness import would_be_late
from cohong.protocol.chain.plan import Plan, change_of, plan_of
from cohong.protocol.chain.view import View

AHEAD_MS_MAX: Final = 120_000

VALID, INVALID, WAIT = Verdict.VALID, Verdict.INVALID, Verdict.WAIT


@dataclass(slots=True)
class Examiner:
    """Judges blocks out of one node's view."""

    view: View

    def verdict(self, block: Block, now_ms: int, frontier: Frontier, *, is_notarized: bool) -> Verdict:
        """Return what this voter makes of a block.

        A block that has been notarized need only be held as far as its cut (rules a and b): whatever has become known
        since, a quorum of voters has found the rest of it right, and it may be final already for somebody else. If a
        fork that turned up later could keep it from being voted for again, the height might never end.

        Args:
            frontier: that of all anchored so far.
            is_notarized: whether enough votes for it in an earlier iteration are held.
        """
        verdict = VALID
        for found in self._tests(block, now_ms, frontier, is_notarized=is_notarized):
            if found is INVALID:
                return INVALID
            if found is WAIT:
                # What follows can only be asked of what is held.
                verdict = WAIT
                break
        return verdict

    def _tests(self, block: Block, now_ms: int, frontier: Frontier, *, is_notarized: bool) -> Iterator[Verdict]:
        yield self._of_head(block, now_ms)
        yield self._of_cuts(block)
        if is_notarized:
            return
        yield self._of_forks(block)
        plan = self._plan(block)
        if plan is None:
            yield WAIT
            return
        yield self._of_motions(block, plan)
        yield self._of_passed_forks(block, plan)
        yield self._of_own_word(block, plan)
        yield self._of_anchored(block)
        yield self._of_void(block)
        yield self._of_root(block, frontier)

    # a, b: it follows the last block, and what it cuts is held.

    def _of_head(self, block: Block, now_ms: int) -> Verdict:
        head, lineage = block.head, self.view.lineage
        if (head.height, head.prev, head.epoch) != (lineage.height + 1, lineage.id, lineage.epoch):
            return INVALID
        if head.time_ms < lineage.time_ms:
            return INVALID
        return WAIT if head.time_ms > now_ms + AHEAD_MS_MAX else VALID

    def _of_cuts(self, block: Block) -> Verdict:
        verdicts = {self._of_cut(cut) for cut in block.lists.cut}
        return INVALID if INVALID in verdicts else WAIT if WAIT in verdicts else VALID

    def _of_cut(self, cut: Cut) -> Verdict:
        view = self.view
        if view.lineage.removed_at(cut.author) is not None or view.lineage.dead_from(cut.author) is not None:
            return INVALID
        fact = view.workspace.fact(cut.id)
        if fact is None:
            return WAIT
        if (fact.author, fact.seq) != (cut.author, cut.seq):
            return INVALID
        last = view.lineage.cut(cut.author)
        if last is None:
            return VALID
        before = view.workspace.fact(last.id)
        if before is None:
            return WAIT
        extends = cut.seq > last.seq and view.is_below(before, cut.seq, cut.id)
        return VALID if extends else INVALID

    # d: forks.

    def _of_forks(self, block: Block) -> Verdict:
        view = self.view
        for fork in block.lists.forks:
            if view.lineage.is_listed(fork.author, fork.seq):
                return INVALID
            if not view.heads.has_fork(fork.author, fork.seq):
                return WAIT
        return VALID

    def _of_passed_forks(self, block: Block, plan: Plan) -> Verdict:
        """Whether the cut passes each open fork only along a branch with a record that stands, or by a ruling."""
        view = self.view
        ruled = {(ruling.author, ruling.seq): ruling.branch for ruling in plan.decisions.ruled}
        if not all(view.heads.fork_seq(author) == seq for author, seq in ruled):
            return WAIT
        cuts = {cut.author: cut for cut in block.lists.cut}
        for cut in cuts.values():
            fork_seq = view.heads.fork_seq(cut.author)
            if fork_seq is None or cut.seq < fork_seq or (cut.author, fork_seq) in ruled:
                continue
            if view.standing_on(cut.author, fork_seq, cut.seq, cut.id) is None:
                return WAIT
        return VALID if all(self._keeps_ruling(*key, branch, cuts) for key, branch in ruled.items()) else INVALID

    def _keeps_ruling(self, author: MemberId, seq: int, branch: EntryId | None, cuts: dict[MemberId, Cut]) -> bool:
        cut = cuts.get(author) or self.view.lineage.cut(author)
        if branch is None:
            return cut is None or cut.seq < seq
        fact = self.view.workspace.fact(branch)
        return (
            cut is not None and fact is not None and (fact.author, fact.seq) == (author, seq)
            and self.view.is_below(fact, cut.seq, cut.id)
        )  # fmt: skip

    # f: motions, charter and change.

    def _plan(self, block: Block) -> Plan | None:
        people, workspace = self.view.people, self.view.workspace
        if any(motion not in people.motions for motion in block.lists.motions):
            return None
        joins = [join_of(people.motions[motion][1].question) for motion in block.lists.motions]
        if any(join is not None and workspace.fact(join) is None for join in joins):
            return None
        return plan_of(block.lists.motions, people, self.view.lineage)

    def _of_motions(self, block: Block, plan: Plan) -> Verdict:
        view, head = self.view, block.head
        passed = view.people.passed(view.lineage.charter.roster, head.time_ms, lambda *at: self._is_under(block, *at))
        changes = [
            change for motion in passed
            if (change := change_of(view.people.motions[motion][1].question, view.people, view.lineage)) is not None
        ]  # fmt: skip
        is_removal = head.change is not None and head.change.verb == "remove"
        listed = [
            motion for motion in block.lists.motions
            if change_of(view.people.motions[motion][1].question, view.people, view.lineage) is not None
        ]  # fmt: skip
        good = (
            set(block.lists.motions) <= set(passed)
            and head.change == plan.change
            and head.charter == charter_hash(plan.charter)
            and len(listed) <= 1
            and is_removal == any(change.verb == "remove" for change in changes)
            and (not is_removal or len(block.lists.motions) == 1)
        )
        return VALID if good else INVALID

    # c: nothing of what this voter wrote or acked is left behind.

    def _of_own_word(self, block: Block, plan: Plan) -> Verdict:
        view = self.view
        exempt = {
            author: seq for author in view.heads.authors() if (seq := self._listed_fork(author, block)) is not None
        }
        before = view.lineage.epoch - 1
        own_end = view.tally.end_of(view.me, before) if before >= 0 and view.heads.head(view.me) is not None else -1
        if not self._is_reached(block, view.me, own_end, exempt):
            return INVALID
        for author in view.heads.authors():
            if view.lineage.removed_at(author) is not None:
                # No block can cut this feed any further: what was acked beyond is late, and must not bind for ever.
                continue
            # What a final cut has left out binds nobody any more.
            for seq, entry in self._standing_tips(author, view.lineage.epoch):
                if not self._is_on_branch(block, author, seq, entry, exempt):
                    return INVALID
            acked = max((seq for seq, _ in self._standing_tips(author, before)), default=-1) if before >= 0 else -1
            if not self._is_reached(block, author, acked, exempt):
                return INVALID
            if self._leaves_late(block, plan, author, exempt.get(author)):
                return INVALID
        return VALID

    def _standing_tips(self, author: MemberId, epoch: int) -> list[tuple[int, EntryId]]:
        tips = self.view.tally.tips(author, self.view.me, epoch)
        return [(seq, entry) for seq, entry in tips if not self.view.heads.is_dead(entry)]

    def _listed_fork(self, author: MemberId, block: Block) -> int | None:
        """Return the lowest open fork of a feed that this block or an earlier one lists."""
        lowest = self.view.heads.fork_seq(author)
        if lowest is None:
            return None
        here = any((fork.author, fork.seq) == (author, lowest) for fork in block.lists.forks)
        return lowest if here or self.view.lineage.is_listed(author, lowest) else None

    def _cut_of(self, block: Block, author: MemberId) -> Cut | None:
        return next((cut for cut in block.lists.cut if cut.author == author), self.view.lineage.cut(author))

    def _is_reached(self, block: Block, author: MemberId, seq: int, exempt: dict[MemberId, int]) -> bool:
        cut = self._cut_of(block, author)
        until = min(seq, exempt[author] - 1) if author in exempt else seq
        return until <= (cut.seq if cut is not None else -1)

    def _is_on_branch(
        self, block: Block, author: MemberId, seq: int, entry: EntryId, exempt: dict[MemberId, int]
    ) -> bool:
        cut = self._cut_of(block, author)
        if cut is None or (author in exempt and seq >= exempt[author]):
            return True
        if not any(item.author == author for item in block.lists.cut):
            return True
        lower, upper = sorted([(seq, entry), (cut.seq, cut.id)])
        return self.view.is_below(self.view.workspace.known(lower[1]), *upper)

    def _leaves_late(self, block: Block, plan: Plan, author: MemberId, listed_fork: int | None) -> bool:
        """Whether this voter has acked something of a feed that the block would make late.

        From a listed fork on nothing is late, and nothing holds up a block: else who forks could not be expelled.
        """
        view = self.view
        cut = self._cut_of(block, author)
        first = cut.seq + 1 if cut is not None else 0
        reach = view.heads.seq(author) if author == view.me else view.tally.reach(author, view.me)
        if listed_fork is not None:
            reach = min(reach, listed_fork - 1)
        if reach < first:
            return False
        return any(
            not record.fact.level.is_settled
            and would_be_late(record, view.standings.end_relied_on(record), block.head, plan.decisions, view.lineage)
            for record in view.workspace.records(author, first, reach)
        )

    # e: what is anchored stands, what is void does not.

    def _is_under(self, block: Block, author: MemberId, seq: int, entry: EntryId) -> bool:
        cut = self._cut_of(block, author)
        if cut is None or seq > cut.seq:
            return False
        return self.view.is_below(self.view.workspace.known(entry), cut.seq, cut.id)

    def _of_anchored(self, block: Block) -> Verdict:
        workspace, listed = self.view.workspace, set(block.lists.anchored)
        facts = [workspace.fact(entry) for entry in block.lists.anchored]
        held = [fact for fact in facts if fact is not None]
        if len(held) < len(facts):
            return WAIT
        if [fact.id for fact in sorted(held, key=lambda fact: (fact.author, fact.seq))] != list(block.lists.anchored):
            return INVALID
        verdicts = {self._of_one_anchored(fact, block, listed) for fact in held}
        return INVALID if INVALID in verdicts else WAIT if WAIT in verdicts else VALID

    def _of_one_anchored(self, fact: EntryFact, block: Block, listed: set[EntryId]) -> Verdict:
        if fact.level.is_settled or not self._is_record_under(block, fact):
            return INVALID
        if not (fact.level.stands and fact.applied):
            return WAIT
        read = self.view.read_upto(fact)
        if read is not None and not self._is_under(block, read.author, read.seq, read.id):
            return INVALID
        body = self.view.workspace.record(fact.id).body
        names = names_of(body) if body is not None else ()
        known = self.view.workspace.known
        return VALID if all(n in listed or known(n).level is Level.ANCHORED for n in names) else INVALID

    def _of_void(self, block: Block) -> Verdict:
        found = [self.view.workspace.fact(entry) for entry in block.lists.void]
        facts = [fact for fact in found if fact is not None]
        if len(facts) < len(found):
            return WAIT
        if facts != sorted(facts, key=lambda fact: (fact.author, fact.seq)):
            return INVALID
        if any(fact.level.is_settled or not self._is_record_under(block, fact) for fact in facts):
            return INVALID
        return VALID if all(fact.level is Level.REJECTED for fact in facts) else WAIT

    def _is_record_under(self, block: Block, fact: EntryFact) -> bool:
        return is_record(fact.kind) and self._is_under(block, fact.author, fact.seq, fact.id)

    def _of_root(self, block: Block, frontier: Frontier) -> Verdict:
        after = frontier.copy()
        for entry in block.lists.anchored:
            after.add(entry)
        is_right = (block.head.anchored_root, block.head.anchored_count) == (after.root(), after.count)
        return VALID if is_right else INVALID
