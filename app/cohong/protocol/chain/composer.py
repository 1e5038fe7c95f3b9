"""A new block, as its leader makes it from what it holds: the motions that have passed, the cut, what is anchored."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cohong.primitives.block import LISTS_BYTES_MAX, Block, BlockHead, BlockLists, Cut, ForkPlace, new_block
from cohong.primitives.charter import charter_hash
from cohong.primitives.decisions import Ruling
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.merkle import Frontier
from cohong.primitives.standing import EntryFact, Level
from cohong.protocol.chain.plan import Plan, plan_block
from cohong.protocol.chain.view import View

ANCHORED_A_BLOCK: Final = 10_000
VOID_A_BLOCK: Final = 1_000
CUT_BYTES: Final = 80
ID_BYTES_ENCODED: Final = 34
OTHER_BYTES: Final = 100_000
"""Bytes that one cut and one id take among a block's lists, at most, and what is kept free for motions and forks."""


@dataclass(slots=True)
class Composer:
    """Makes blocks out of one node's view."""

    view: View

    def compose(self, now_ms: int, frontier: Frontier) -> Block:
        """Return the block that this node would put next; `frontier` is that of all anchored so far."""
        view = self.view
        time_ms = max(now_ms, view.lineage.time_ms)
        cut = self._cut({})
        plan = plan_block(self._passed(cut, time_ms), view.people, view.lineage)
        if plan.decisions.ruled:
            cut = self._cut({(ruling.author, ruling.seq): ruling for ruling in plan.decisions.ruled})
        return self._block(plan, cut, time_ms, frontier)

    def passed(self, time_ms: int) -> list[EntryId]:
        """Return the motions that have passed for a block of this time, and that it could carry out."""
        return self._passed(self._cut({}), time_ms)

    def _passed(self, cut: Mapping[MemberId, Cut], time_ms: int) -> list[EntryId]:
        view = self.view
        passed = view.people.passed(view.lineage.charter.roster, time_ms, lambda a, s, e: self._is_under(cut, a, s, e))
        return view.ripe(passed)

    def _block(self, plan: Plan, cut: Mapping[MemberId, Cut], time_ms: int, frontier: Frontier) -> Block:
        lineage = self.view.lineage
        grown = tuple(item for author, item in sorted(cut.items()) if lineage.cut(author) != item)
        room = (LISTS_BYTES_MAX - CUT_BYTES * len(grown) - OTHER_BYTES) // ID_BYTES_ENCODED
        anchored = [fact.id for fact in self._anchored(cut, min(ANCHORED_A_BLOCK, room))]
        void = [fact.id for fact in self._rejected(cut, min(VOID_A_BLOCK, room - len(anchored)))]
        after = frontier.copy()
        for entry in anchored:
            after.add(entry)
        lists = BlockLists(plan.motions, grown, self._forks(), tuple(anchored), tuple(void))
        head = BlockHead(
            lineage.height + 1, lineage.id, lineage.epoch, time_ms, plan.change, charter_hash(plan.charter), b"",
            after.root(), after.count,
        )  # fmt: skip
        return new_block(head, lists)

    def _cut(self, ruled: Mapping[tuple[MemberId, int], Ruling]) -> dict[MemberId, Cut]:
        """Return how far each feed is included: as far as it is held, but no further than where branches part.

        A stranger's join is in no cut: anybody with an invitation could make more of them than a block has room for.
        """
        members = filter(self.view.lineage.was_member, self.view.heads.authors())
        cuts = ((author, self._cut_of(author, ruled)) for author in members)
        return {author: cut for author, cut in cuts if cut is not None}

    def _cut_of(self, author: MemberId, ruled: Mapping[tuple[MemberId, int], Ruling]) -> Cut | None:
        view = self.view
        last = view.lineage.cut(author)
        if view.lineage.removed_at(author) is not None or view.lineage.dead_from(author) is not None:
            return last
        if last is not None and view.workspace.fact(last.id) is None:
            return last  # the block came before the feed
        fork_seq = view.heads.fork_seq(author)
        head = view.heads.head(author)
        assert head is not None, "a feed that is held has an end"
        if fork_seq is None:
            return Cut(author, head.seq, head.id)
        ruling = ruled.get((author, fork_seq))
        if ruling is not None and ruling.branch is not None:
            return Cut(author, fork_seq, ruling.branch)
        if ruling is None and (standing := self._leading(author, fork_seq)) is not None:
            return Cut(author, standing.seq, standing.id)
        below = self._below_fork(author, fork_seq)
        return Cut(author, below.seq, below.id) if below is not None else last

    def _leading(self, author: MemberId, fork_seq: int) -> EntryFact | None:
        """Return the highest record above a fork that stands: at most one branch has any."""
        tips = self.view.heads.tips(author)
        found = (self.view.standing_on(author, fork_seq, tip.seq, tip.id) for tip in tips)
        return max((fact for fact in found if fact is not None), key=lambda fact: fact.seq, default=None)

    def _below_fork(self, author: MemberId, fork_seq: int) -> EntryFact | None:
        """Return the last entry held below a fork; None if there is none, as where a feed parts at its beginning.

        Of the branches, and of what they lie on, nothing need be held: of who keeps them back there is only the proof.
        """
        ids = self.view.workspace.ids_at(author, fork_seq)
        at_fork = [entry for entry in ids if not self.view.heads.is_dead(entry)]
        if at_fork:
            return self.view.workspace.fact(self.view.workspace.known(at_fork[0]).prev)
        head = self.view.heads.head(author)
        is_below = head is not None and head.seq < fork_seq and not self.view.heads.is_dead(head.id)
        return head if is_below else None

    def _forks(self) -> tuple[ForkPlace, ...]:
        """Return the open forks that no block has listed."""
        lineage, heads = self.view.lineage, self.view.heads
        opens = ((author, heads.fork_seq(author)) for author in heads.authors())
        return tuple(
            ForkPlace(author, seq) for author, seq in opens if seq is not None and not lineage.is_listed(author, seq)
        )

    def _is_under(self, cut: Mapping[MemberId, Cut], author: MemberId, seq: int, entry: EntryId) -> bool:
        reached = cut.get(author)
        if reached is None or seq > reached.seq:
            return False
        return self.view.is_below(self.view.workspace.known(entry), reached.seq, reached.id)

    def _anchored(self, cut: Mapping[MemberId, Cut], most: int) -> list[EntryFact]:
        """Return what can be anchored: it stands under the cut, and so does, anchored, all that it rests on.

        Each record comes with what it rests on, so that however much waits, something always goes in.
        """
        chosen: dict[EntryId, EntryFact] = {}
        unfit: set[EntryId] = set()
        for fact in self.view.workspace.to_anchor(most):
            group = self._with_past(fact, cut, chosen, unfit)
            if len(chosen) + len(group) > most:
                break
            chosen |= group
        return sorted(chosen.values(), key=lambda fact: (fact.author, fact.seq))

    def count_fit(self, most: int) -> int:
        """Return how many records can be anchored, counted up to about `most`.

        What lies beyond the end of a feed that is cut no further, and what rests on that, stands and never can be.
        """
        cut, chosen, unfit = self._cut({}), dict[EntryId, EntryFact](), set[EntryId]()
        for fact in self.view.workspace.to_anchor(ANCHORED_A_BLOCK):
            chosen |= self._with_past(fact, cut, chosen, unfit)
            if len(chosen) >= most:
                break
        return len(chosen)

    def _with_past(
        self, fact: EntryFact, cut: Mapping[MemberId, Cut], chosen: Mapping[EntryId, EntryFact], unfit: set[EntryId]
    ) -> dict[EntryId, EntryFact]:
        """Return a record and what it rests on that is neither anchored nor chosen; nothing if any of it is unfit."""
        group: dict[EntryId, EntryFact] = {}
        pending = [fact]
        while pending:
            item = pending.pop()
            if item.level is Level.ANCHORED or item.id in chosen or item.id in group:
                continue
            is_fit = item.level.stands and item.applied and all(
                self._is_under(cut, entry.author, entry.seq, entry.id) for entry in self._to_be_reached(item)
            )  # fmt: skip
            if not is_fit or item.id in unfit:
                unfit.update((item.id, fact.id))
                return {}
            group[item.id] = item
            pending += map(self.view.workspace.known, self._names(item.id))
        return group

    def _to_be_reached(self, fact: EntryFact) -> list[EntryFact]:
        """Return what the cut has to reach for a record to be anchored: itself, and the feed that it has read."""
        read = self.view.read_upto(fact)
        return [fact] if read is None else [fact, read]

    def _names(self, entry: EntryId) -> tuple[EntryId, ...]:
        body = self.view.workspace.record(entry).body
        return names_of(body) if body is not None else ()

    def _rejected(self, cut: Mapping[MemberId, Cut], most: int) -> list[EntryFact]:
        rejected = self.view.workspace.rejected(most)
        return [fact for fact in rejected if self._is_under(cut, fact.author, fact.seq, fact.id)]
