"""The charter chain worked out from nothing but the set of entries, by the letter of docs/protocol.md.

One age a block, each with everything that holds from that block on: no index, no cache, nothing kept up to date.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cohong.book.question import Rules
from cohong.primitives.block import Block, Cut, ForkPlace
from cohong.primitives.chain_messages import ChainMessage, Final, Propose, chain_message_from_body
from cohong.primitives.charter import FINAL_MAJORITY, Charter, Genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, names_of
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CHAIN_FINAL, CHAIN_PROPOSE, CHAIN_SKIP, CHAIN_VOTE, MEMBER_JOIN, MOTION_PUT
from cohong.primitives.motion import (
    Admit,
    Amend,
    Expel,
    NameKeeper,
    Question,
    Replace,
    RuleBranch,
    RuleDispute,
    motion_from_body,
)

DAY_MS = 86_400_000

Bodies = Mapping[EntryId, dict[str, Value] | None]


@dataclass(frozen=True)
class Age:
    """What holds once a block is final, until the next one.

    Attributes:
        epoch: how many blocks so far have changed the roster or what is final.
        opened: heights of the blocks that opened each epoch.
        seated: voter -> height of the block that made it one; 0 for a founder.
        since: the height from which charter, members, replaced keys and keepers have been what they are.
        listed: forks that blocks list, with the height of each.
        ruled: forks on which the people have decided.
        dead_from: author -> place from which on no branch stands.
        expelled: whom this very block expels, old keys included.
        gone: everybody who was expelled so far.
        disputes_ruled: disputes on which the people have decided.
        keepers: a pool and its keeper that is gone -> who was named instead.
    """

    height: int
    time_ms: int
    charter: Charter
    members: frozenset[MemberId]
    replaced: Mapping[MemberId, MemberId]
    epoch: int
    opened: tuple[int, ...]
    seated: Mapping[MemberId, int]
    since: int
    cuts: Mapping[MemberId, Cut]
    listed: tuple[tuple[ForkPlace, int], ...]
    ruled: frozenset[tuple[MemberId, int]]
    dead_from: Mapping[MemberId, int]
    anchored: frozenset[EntryId]
    void: frozenset[EntryId]
    expelled: frozenset[MemberId]
    gone: frozenset[MemberId]
    disputes_ruled: frozenset[EntryId] = frozenset()
    keepers: Mapping[tuple[ObjectId, MemberId], MemberId] = field(default_factory=dict)

    @property
    def roster(self) -> tuple[MemberId, ...]:
        return self.charter.roster

    @property
    def rules(self) -> Rules:
        return Rules(self.members, self.charter.currencies, self.replaced, self.keepers)

    @property
    def confirmed_size(self) -> int:
        return len(self.roster) // 2 + 1

    @property
    def final_size(self) -> int:
        return self.confirmed_size if self.charter.final == FINAL_MAJORITY else 2 * len(self.roster) // 3 + 1

    def cut_seq(self, author: MemberId) -> int:
        return self.cuts[author].seq if author in self.cuts else -1

    def has_open_fork(self, author: MemberId, seq: int) -> bool:
        """Whether a listed fork at or below a place has not been passed by a cut."""
        return any(
            fork.author == author and self.cut_seq(author) < fork.seq <= seq for fork, _ in self.listed
        )  # fmt: skip


class Chronicle:
    """All ages, the genesis first."""

    def __init__(self, genesis: Genesis, entries: Mapping[EntryId, Entry], bodies: Bodies) -> None:
        self._entries, self._bodies = entries, bodies
        charter = genesis.charter
        self._seats = set[EntryId]()
        self.ages = [
            Age(
                0, genesis.time_ms, charter, frozenset(charter.roster), {}, 0, (0,), dict.fromkeys(charter.roster, 0),
                0, {}, (), frozenset(), {}, frozenset(), frozenset(), frozenset(), frozenset(),
            )
        ]  # fmt: skip
        prev: bytes = genesis.network
        while (block := _final_block(self.ages[-1], prev, genesis, self._said())) is not None:
            self.ages.append(self._after(self.ages[-1], block))
            prev = block.id

    @property
    def newest(self) -> Age:
        return self.ages[-1]

    def _said(self) -> list[tuple[Entry, ChainMessage]]:
        found = []
        for entry in self._entries.values():
            body = self._bodies[entry.id]
            if entry.header.kind in (CHAIN_PROPOSE, CHAIN_VOTE, CHAIN_SKIP, CHAIN_FINAL) and body is not None:
                try:
                    found.append((entry, chain_message_from_body(entry.header.kind, body)))
                except RemoteProtocolError:
                    continue
        return found

    # Ages.

    def _after(self, age: Age, block: Block) -> Age:
        after = replace(
            age,
            height=age.height + 1,
            time_ms=block.head.time_ms,
            cuts={**age.cuts, **{cut.author: cut for cut in block.lists.cut}},
            listed=(*age.listed, *((fork, age.height + 1) for fork in block.lists.forks)),
            anchored=age.anchored | set(block.lists.anchored),
            void=age.void | set(block.lists.void),
            expelled=frozenset(),
        )
        for motion in block.lists.motions:
            after = self._carry_out(self._question(motion), after, before=age)
        after = replace(after, members=after.members - after.expelled)  # whoever is admitted by the same block too
        after = _changed(after, block)
        is_new = (after.charter, after.rules) != (age.charter, age.rules)
        return replace(after, since=after.height) if is_new else after

    def _question(self, motion: EntryId) -> Question:
        body = self._bodies[motion]
        assert body is not None and self._entries[motion].header.kind == MOTION_PUT
        return motion_from_body(body).question

    def _carry_out(self, question: Question, after: Age, before: Age) -> Age:
        match question:
            case Admit(join) if self._lets_in(join, before):
                newcomer = self._entries[join].header.author
                return replace(after, members=after.members | {newcomer})
            case Expel(member) if (member,) != before.roster and member not in before.gone:
                return _without(after, member)
            case Replace(old, join) if old in before.members and before.roster != (old,):
                newcomer = self._entries[join].header.author
                if not self._lets_in(join, before):
                    return after
                moved = {key: newcomer if value == old else value for key, value in after.replaced.items()}
                replaced = {**moved, old: newcomer}
                return _without(replace(after, members=after.members | {newcomer}, replaced=replaced), old)
            case Amend(currencies, entries_per_day, grace_days, stale_days):
                rules = replace(
                    after.charter, currencies=currencies, entries_per_day=entries_per_day, grace_days=grace_days,
                    stale_days=stale_days,
                )  # fmt: skip
                return replace(after, charter=rules)
            case RuleBranch(author, seq, branch) if seq > before.cut_seq(author) and (author, seq) not in after.ruled:
                after = replace(after, ruled=after.ruled | {(author, seq)})
                return replace(after, dead_from={**after.dead_from, author: seq}) if branch is None else after
            case RuleDispute(dispute, _):
                return replace(after, disputes_ruled=after.disputes_ruled | {dispute})
            case NameKeeper(pool, old, member) if old in before.gone and member in before.members:
                return replace(after, keepers={(ObjectId(pool), old): member, **after.keepers})
            case _:
                return after

    def _lets_in(self, join: EntryId, before: Age) -> bool:
        """Whether a motion to let in whoever wrote a join has an effect; its invitation has none for others then."""
        body = self._bodies[join]
        assert body is not None and self._entries[join].header.kind == MEMBER_JOIN
        [invite] = names_of(body)
        if _was_member(self._entries[join].header.author, before) or invite in self._seats:
            return False
        self._seats.add(invite)
        return True

    # Questions.

    def epoch_at(self, height: int) -> int:
        return self.ages[height].epoch

    def in_epoch(self, epoch: int) -> Age:
        """Return the age with which an epoch began; its roster is that of the epoch."""
        return self.ages[self.newest.opened[epoch]]

    def counts(self, epoch: int, author: MemberId, seq: int) -> bool:
        """Whether the votes of an epoch decide on an entry."""
        if epoch + 2 <= self.newest.epoch:
            opener = self.in_epoch(epoch + 2)
            if opener.cut_seq(author) < seq and not opener.has_open_fork(author, seq):
                return False
        for fork, height in self.newest.listed:
            if fork.author == author and self.newest.cut_seq(author) < fork.seq <= seq:
                agreed_in = self.epoch_at(height - 1)
                if agreed_in < epoch:
                    return False
        return True

    def late_at(self, author: MemberId, seq: int, height: int, valid_until_ms: int | None) -> int | None:
        """Return the height of the first block that makes an entry late, None if there is none.

        Args:
            height: the entry's.
            valid_until_ms: the end of the last day of what it relies on, None if nothing of it ends.
        """
        charter = self.ages[height].charter
        ended = next((age.time_ms for age in self.ages if age.since > self.ages[height].since), None)
        for age in self.ages[1:]:
            is_closed = (
                author in age.expelled
                or (valid_until_ms is not None and age.time_ms > valid_until_ms + charter.grace_days * DAY_MS)
                or (ended is not None and age.time_ms >= ended + charter.stale_days * DAY_MS)
            )
            if is_closed and age.cut_seq(author) < seq and not age.has_open_fork(author, seq):
                return age.height
        return None


def _was_member(member: MemberId, age: Age) -> bool:
    return member in age.members or member in age.gone


def _without(age: Age, member: MemberId) -> Age:
    return replace(
        age, members=age.members - {member}, expelled=age.expelled | {member}, gone=age.gone | {member}
    )  # fmt: skip


def _changed(age: Age, block: Block) -> Age:
    change = block.head.change
    if change is None:
        return age
    age = replace(age, epoch=age.epoch + 1, opened=(*age.opened, age.height))
    if isinstance(change.subject, str):
        return replace(age, charter=replace(age.charter, final=change.subject))
    if change.verb == "remove":
        roster = [voter for voter in age.roster if voter != change.subject]
        return replace(age, charter=replace(age.charter, roster=tuple(roster)))
    roster = sorted([*age.roster, change.subject])
    seated = {**age.seated, change.subject: age.height}
    return replace(age, charter=replace(age.charter, roster=tuple(roster)), seated=seated)


def _final_block(age: Age, prev: bytes, genesis: Genesis, said: Iterable[tuple[Entry, ChainMessage]]) -> Block | None:
    """Return the block after an age: proposed by a leader, with enough finals of one iteration."""
    here = [
        (entry.header.author, message) for entry, message in said
        if message.height == age.height + 1 and entry.header.height == age.height and entry.header.author in age.roster
    ]  # fmt: skip
    seed = int.from_bytes(hashlib.sha256(genesis.network + (age.height + 1).to_bytes(8, "big")).digest(), "big")
    proposed = [
        message.block for voter, message in here
        if isinstance(message, Propose) and voter == age.roster[(seed + message.iteration) % len(age.roster)]
    ]  # fmt: skip
    for block in sorted(proposed, key=lambda block: block.id):
        is_removal = block.head.change is not None and block.head.change.verb == "remove"
        finals: dict[int, set[MemberId]] = {}
        for voter, message in here:
            if isinstance(message, Final) and message.block == block.id:
                finals.setdefault(message.iteration, set()).add(voter)
        if max(map(len, finals.values()), default=0) >= (age.confirmed_size if is_removal else age.final_size):
            assert block.head.prev == prev, "a final block follows the last one"
            return block
    return None
