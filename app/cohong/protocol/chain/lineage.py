"""The final blocks of the charter chain, and all that follows from them alone.

Theory of operation. A block fixes for good how far each feed is included (its *cut*), which forks were known, who is a
member and who votes. Everything here is derived from the blocks in their order, so two nodes at one height answer
alike. An *epoch* lasts from one change of the roster or of the `final` rule to the next; votes are counted epoch by
epoch, since neighbouring rosters share a majority and distant ones need not.

A network may follow upon an earlier one (`from` in its genesis). Then the chain begins with that one's blocks up to the
one that the genesis names, and the genesis itself is the block after it: heights, epochs, cuts and feeds go on from
there, and the founders are the roster. Until all of it is held, the chain is not *whole*.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from cohong.book.question import Rules
from cohong.primitives.block import Block, Change, Cut
from cohong.primitives.charter import Charter, Genesis
from cohong.primitives.decisions import Decisions, amended
from cohong.primitives.ids import BlockId, EntryId, MemberId, NetworkId

DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class Era:
    """What holds from one block until the next that changes any of it.

    Attributes:
        height: of the block that began it.
        replaced: old key -> the key that took over, as of this era.
    """

    height: int
    epoch: int
    charter: Charter
    rules: Rules
    time_ms: int


@dataclass(frozen=True, slots=True)
class Stint:
    """One stretch of epochs in which a member was a voter.

    Attributes:
        height: of the block that made it a voter; 0 for a founder. It speaks only of what lies above that block's cut.
        last_epoch: None while it still is one.
    """

    height: int
    first_epoch: int
    last_epoch: int | None = None

    def last_by(self, epoch: int) -> int:
        """Return the last epoch of the stretch that is not after another one."""
        return epoch if self.last_epoch is None else min(epoch, self.last_epoch)


@dataclass(slots=True)
class Lineage:
    """The chain up to its newest final block.

    Attributes:
        genesis: of the network whose chain it is, with those of the networks that it follows upon.
        height, id, time_ms: of that block; of the genesis while there is no other.
        epoch: number of blocks so far that changed the roster or the `final` rule.
        anchored_count: how many records all blocks have anchored.
        last_added: height of the newest block that made somebody a voter.
        owed_votes: keys that took the place of a voter's key and get its vote in a block of their own.
        seats: invitations by which somebody has become a member.
    """

    genesis: Genesis
    height: int = 0
    id: BlockId = field(init=False)
    time_ms: int = field(init=False)
    epoch: int = 0
    anchored_count: int = 0
    last_added: int = 0
    owed_votes: tuple[MemberId, ...] = ()
    seats: set[EntryId] = field(default_factory=set)
    _eras: list[Era] = field(default_factory=list)
    _opened: list[int] = field(default_factory=lambda: [0])
    _times: list[int] = field(default_factory=list)
    _stints: dict[MemberId, list[Stint]] = field(default_factory=dict)
    _cuts: dict[MemberId, list[tuple[int, Cut]]] = field(default_factory=dict)
    _listed: dict[MemberId, list[tuple[int, int]]] = field(default_factory=dict)
    _ruled: dict[MemberId, dict[int, EntryId | None]] = field(default_factory=dict)
    _disputes: dict[EntryId, tuple[int, bool]] = field(default_factory=dict)
    _removed: dict[MemberId, int] = field(default_factory=dict)
    _begun: list[tuple[int, Genesis]] = field(default_factory=list)
    _coming: list[Genesis] = field(default_factory=list)
    _networks: frozenset[NetworkId] = frozenset()

    def __post_init__(self) -> None:
        first, *self._coming = geneses = self.genesis.with_earlier()
        self._networks = frozenset(genesis.network for genesis in geneses)
        charter = first.charter
        self._begun.append((0, first))
        self.id, self.time_ms = BlockId(first.network), first.time_ms
        self._times.append(self.time_ms)
        self._eras.append(Era(0, 0, charter, Rules(frozenset(charter.roster), charter.currencies), self.time_ms))
        for voter in charter.roster:
            self._stints[voter] = [Stint(0, 0)]

    # Which network.

    @property
    def is_whole(self) -> bool:
        """Whether the chain has come to its network: until then it is an earlier one's, which must not go on here."""
        return not self._coming

    @property
    def begun(self) -> int:
        """Return the height of the genesis: 0, or the one after the last block of the network that it follows upon."""
        return self._begun[-1][0]

    def begun_by(self, height: int) -> int:
        """Return, likewise, the height of the genesis of the network that an entry or block of this height is of."""
        return self._begun[self._index_at(height)][0]

    @property
    def networks(self) -> frozenset[NetworkId]:
        """The network and those that it follows upon."""
        return self._networks

    def genesis_at(self, height: int) -> Genesis:
        """Return the genesis of the network that an entry or block of this height is of."""
        return self._begun[self._index_at(height)][1]

    def _index_at(self, height: int) -> int:
        return bisect_right(self._begun, height, key=lambda item: item[0]) - 1

    def has_place(self, network: NetworkId, author: MemberId, seq: int, height: int) -> bool:
        """Return whether a network's entry may stand at a place of a feed.

        What the last block of a network has not cut is left behind: the next one's entries follow right upon the cut.
        """
        index = self._index_at(height)
        first, genesis = self._begun[index]
        if network != genesis.network or (first and seq <= self.cut_seq(author, first)):
            return False
        return index + 1 == len(self._begun) or seq <= self.cut_seq(author, self._begun[index + 1][0])

    # Who and under which rules.

    @property
    def charter(self) -> Charter:
        """The charter in force, with the roster of today."""
        return self._eras[-1].charter

    @property
    def rules(self) -> Rules:
        """The book's rules in force."""
        return self._eras[-1].rules

    @property
    def members(self) -> frozenset[MemberId]:
        """Whoever is a member today."""
        return frozenset(self._eras[-1].rules.members)

    def era(self, height: int) -> Era:
        """Return what held at a height not beyond the newest block's."""
        index = bisect_right(self._eras, height, key=lambda era: era.height)
        return self._eras[index - 1]

    def rules_at(self, height: int) -> Rules:
        """Return the book's rules for a record of this height."""
        return self._eras[-1].rules if height >= self._eras[-1].height else self.era(height).rules

    def epoch_at(self, height: int) -> int:
        """Return in which epoch an entry of this height was written."""
        return self.epoch if height >= self._opened[-1] else bisect_right(self._opened, height) - 1

    def electorate(self, epoch: int) -> Charter:
        """Return the charter with the roster and the `final` rule of an epoch."""
        return self.charter if epoch == self.epoch else self.era(self._opened[epoch]).charter

    def is_member(self, member: MemberId, height: int) -> bool:
        """Return whether somebody was a member at a height."""
        return member in self.rules_at(height).members

    def is_voter(self, member: MemberId, height: int | None = None) -> bool:
        """Return whether somebody was on the roster at a height, or is today."""
        return member in (self.charter if height is None else self.era(height).charter).roster

    def was_member(self, member: MemberId) -> bool:
        """Return whether somebody is a member or has been one."""
        return member in self._removed or member in self._eras[-1].rules.members

    def removed_at(self, member: MemberId) -> int | None:
        """Return the height of the block that ended somebody's membership for good."""
        return self._removed.get(member)

    def stints(self, voter: MemberId, epoch: int) -> list[Stint]:
        """Return the stretches that a voter had begun by an epoch, the oldest first."""
        return [stint for stint in self._stints.get(voter, ()) if stint.first_epoch <= epoch]

    def opened(self, epoch: int) -> int:
        """Return the height of the block that opened an epoch."""
        return self._opened[epoch]

    def time_at(self, height: int) -> int:
        """Return the time of the block at a height."""
        return self._times[height]

    def first_after(self, time_ms: int) -> int | None:
        """Return the height of the first block dated after a moment, None if there is none."""
        height = bisect_right(self._times, time_ms)
        return height if height < len(self._times) else None

    def charter_ended(self, height: int) -> int | None:
        """Return when the charter of a height was replaced by another, None if it is in force."""
        index = bisect_right(self._eras, height, key=lambda era: era.height)
        return self._eras[index].time_ms if index < len(self._eras) else None

    # Cuts and forks.

    def cut(self, author: MemberId, height: int | None = None) -> Cut | None:
        """Return how far a feed is included, today or as of a height; None if not at all."""
        cuts = self._cuts.get(author)
        if not cuts:
            return None
        if height is None or height >= cuts[-1][0]:
            return cuts[-1][1]
        index = bisect_right(cuts, height, key=lambda item: item[0])
        return cuts[index - 1][1] if index else None

    def cut_seq(self, author: MemberId, height: int | None = None) -> int:
        """Return the last place of a feed that is included, -1 for none."""
        cut = self.cut(author, height)
        return cut.seq if cut is not None else -1

    def cut_height(self, author: MemberId, seq: int) -> int | None:
        """Return the height of the first block whose cut reaches a place of a feed."""
        return next((height for height, cut in self._cuts.get(author, ()) if cut.seq >= seq), None)

    def is_ruled(self, author: MemberId, seq: int) -> bool:
        """Return whether the people have said which branch of a fork stands."""
        return seq in self._ruled.get(author, {})

    def ruling(self, author: MemberId, seq: int) -> EntryId | None:
        """Return the branch that stands by a ruling, None for no branch."""
        return self._ruled[author][seq]

    def dead_from(self, author: MemberId) -> int | None:
        """Return from where on no branch of a feed stands, by a ruling."""
        return min((seq for seq, branch in self._ruled.get(author, {}).items() if branch is None), default=None)

    def is_dispute_ruled(self, dispute: EntryId, height: int | None = None) -> bool:
        """Return whether the people have ruled on a dispute, today or as of a height."""
        ruled = self._disputes.get(dispute)
        return ruled is not None and (height is None or ruled[0] <= height)

    def is_listed(self, author: MemberId, seq: int) -> bool:
        """Return whether a block lists the fork at this place."""
        return any(place == seq for place, _ in self._listed.get(author, ()))

    def has_open_listed(self, author: MemberId, seq: int, height: int) -> bool:
        """Return whether, as of a block, a listed fork at or below a place had not been passed by a cut."""
        cut = self.cut_seq(author, height)
        return any(cut < place <= seq and at <= height for place, at in self._listed.get(author, ()))

    def open_listed(self, author: MemberId) -> int | None:
        """Return the lowest place of a listed fork that no cut has passed, None if there is none."""
        cut = self.cut_seq(author)
        return min((place for place, _ in self._listed.get(author, ()) if place > cut), default=None)

    def counts(self, epoch: int, author: MemberId, seq: int) -> bool:
        """Return whether the votes of an epoch decide on an entry.

        They do until the block that opened the epoch after the next: what its cut does not reach had no majority of
        that epoch that anybody knew of. An open fork that a block lists is decided by its cut, not by later votes.
        """
        if epoch + 2 <= self.epoch:
            opener = self._opened[epoch + 2]
            if self.cut_seq(author, opener) < seq and not self.has_open_listed(author, seq, opener):
                return False
        cut = self.cut_seq(author)
        return not any(
            cut < place <= seq and self.epoch_at(at - 1) < epoch for place, at in self._listed.get(author, ())
        )

    # Growing.

    def extend(self, block: Block, decisions: Decisions) -> None:
        """Add the next final block."""
        head, lists = block.head, block.lists
        assert head.height == self.height + 1 and head.prev == self.id, "blocks come in their order"
        self.height, self.id, self.time_ms = head.height, block.id, head.time_ms
        self.anchored_count = head.anchored_count
        self.seats.update(decisions.seats)
        self._times.append(head.time_ms)
        for cut in lists.cut:
            self._cuts.setdefault(cut.author, []).append((head.height, cut))
        for fork in lists.forks:
            self._listed.setdefault(fork.author, []).append((fork.seq, head.height))
        for ruling in decisions.ruled:
            self._ruled.setdefault(ruling.author, {})[ruling.seq] = ruling.branch
        for dispute in decisions.disputes:
            self._disputes.setdefault(dispute.dispute, (head.height, dispute.upheld))
        self._begin_era(head.change, decisions)
        if self._coming and self._is_followed_by(self._coming[0]):
            self._go_over(self._coming.pop(0))

    def _is_followed_by(self, genesis: Genesis) -> bool:
        """Whether a network takes over from here: its founders were members, and it is not dated before."""
        named = genesis.successor_of is not None and genesis.successor_of[1] == self.id
        return named and self.members.issuperset(genesis.charter.roster) and genesis.time_ms >= self.time_ms

    def _go_over(self, genesis: Genesis) -> None:
        """Add the genesis of a network that takes over from here: members stay, its founders are the voters."""
        before, charter = self._eras[-1], genesis.charter
        self.height, self.id, self.time_ms = self.height + 1, BlockId(genesis.network), genesis.time_ms
        self.epoch += 1
        self.owed_votes, self.last_added = (), self.height
        self._times.append(self.time_ms)
        self._opened.append(self.height)
        self._begun.append((self.height, genesis))
        rules = replace(before.rules, currencies=charter.currencies)
        self._eras.append(Era(self.height, self.epoch, charter, rules, self.time_ms))
        for voter in before.charter.roster:
            self._end_stint(voter)
        for voter in charter.roster:
            self._stints.setdefault(voter, []).append(Stint(self.height, self.epoch))
        # Forks that no cut has reached, and what was said of them, are left behind with their branches.
        for author, listed in self._listed.items():
            listed[:] = [item for item in listed if item[0] <= self.cut_seq(author)]
        for author, ruled in self._ruled.items():
            self._ruled[author] = {seq: branch for seq, branch in ruled.items() if seq <= self.cut_seq(author)}

    def _begin_era(self, change: Change | None, decisions: Decisions) -> None:
        before = self._eras[-1]
        self._note_owed(before, change, decisions)
        charter = charter_after(amended(before.charter, decisions.amendment), change)
        members = (before.rules.members | set(decisions.admitted)) - set(decisions.expelled)
        replaced = _replaced(before.rules.replaced, decisions.replaced)
        keepers = {**before.rules.keepers, **{(item.pool, item.old): item.member for item in decisions.keepers}}
        rules = Rules(frozenset(members), charter.currencies, replaced, keepers)
        if change is not None:
            self.epoch += 1
            self._opened.append(self.height)
            self._note_stint(change)
        for member in decisions.expelled:
            self._removed[member] = self.height
        if charter != before.charter or rules != before.rules:
            self._eras.append(Era(self.height, self.epoch, charter, rules, self.time_ms))

    def _note_owed(self, before: Era, change: Change | None, decisions: Decisions) -> None:
        owed = [*self.owed_votes, *(new for old, new in decisions.replaced if old in before.charter.roster)]
        added = change.subject if change is not None and change.verb == "add" else None
        self.owed_votes = tuple(key for key in owed if key != added and key not in decisions.expelled)

    def _note_stint(self, change: Change) -> None:
        if change.verb == "add":
            self.last_added = self.height
            self._stints.setdefault(MemberId(_key(change)), []).append(Stint(self.height, self.epoch))
        elif change.verb == "remove":
            self._end_stint(MemberId(_key(change)))

    def _end_stint(self, voter: MemberId) -> None:
        stints = self._stints[voter]
        stints[-1] = replace(stints[-1], last_epoch=self.epoch - 1)


def charter_after(charter: Charter, change: Change | None) -> Charter:
    """Return the charter that a change leads to."""
    if change is None:
        return charter
    if change.verb == "final":
        assert isinstance(change.subject, str), "a rule is a word"
        return replace(charter, final=change.subject)
    voter = MemberId(_key(change))
    rest = [member for member in charter.roster if member != voter]
    return replace(charter, roster=tuple(sorted([*rest, voter] if change.verb == "add" else rest)))


def _key(change: Change) -> bytes:
    assert isinstance(change.subject, bytes), "a voter is a key"
    return change.subject


def _replaced(
    before: Mapping[MemberId, MemberId], pairs: tuple[tuple[MemberId, MemberId], ...]
) -> Mapping[MemberId, MemberId]:
    """Return old key -> newest key, so that what a key held twice removed is found in one step."""
    after = dict(before)
    for old, new in pairs:
        after = {key: new if value == old else value for key, value in after.items()} | {old: new}
    return after
