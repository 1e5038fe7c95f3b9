"""Lawless histories in which the people change: motions, joins, expulsions, replaced keys, and the blocks for them.

The blocks are made by a node that holds all or a part of what has been written, as an honest leader makes them; what
is written before, beside and after them, dated back too, obeys only what placement demands.
"""

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from tests.simulation.feeds import START_MS, Scribe, signature, verify
from tests.simulation.feeds import member as member_of
from tests.simulation.histories import Lawless

from cohong.book.bodies import malformed_field
from cohong.book.references import head_named
from cohong.book.transitions import HEADED
from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.ballot import Ballot, ballot_from_body
from cohong.primitives.block import Block
from cohong.primitives.chain_messages import ChainMessage, Propose, Skip, Vote, chain_message_body, final_signed_bytes
from cohong.primitives.chain_messages import Final as FinalMessage
from cohong.primitives.charter import Charter, Genesis, new_genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT, CREDIT_PROPOSE, MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE
from cohong.primitives.membership import Invite, Join, invite_body, join_body, join_signed_bytes
from cohong.primitives.motion import (
    Admit,
    Amend,
    Expel,
    Motion,
    MotionVote,
    Question,
    Replace,
    RuleBranch,
    SetFinal,
    SetVoter,
    motion_body,
    motion_vote_body,
)
from cohong.protocol.chain.chain import Chain
from cohong.protocol.chain.composer import Composer
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.quorum import block_size
from cohong.protocol.replica import Pen, Replica

DAY_MS = 86_400_000
ALWAYS_MS = START_MS + 20 * 365 * DAY_MS
"""So late a clock that nothing waits for it."""


class NotAllowed(Exception):
    """There is no height at which the author could write this."""


class Clerk:
    """A node without a pen that takes in what it is given."""

    def __init__(self, genesis: Genesis, entries: Iterable[Entry] = ()) -> None:
        self.ledger = MemoryLedger()
        pen = Pen(MemberId(bytes(32)), lambda message: message, lambda: bytes(16), verify)
        self.replica = Replica(genesis, pen, self.ledger)
        for entry in entries:
            self.take(entry)

    @property
    def lineage(self) -> Lineage:
        return self.replica.lineage

    @property
    def chain(self) -> Chain:
        return self.replica.chain

    def take(self, entry: Entry) -> None:
        self.replica.receive([entry], member_of(0), ALWAYS_MS)
        self.ledger.commit(self.replica.flush().commit)


class DatedScribe(Scribe):
    """Writes at some height and time that the feed rules allow: mostly now, sometimes as early as can be."""

    def __init__(self, genesis: Genesis, chance: random.Random) -> None:
        super().__init__(genesis)
        self.clerk = Clerk(genesis)
        self.now_ms = START_MS + 1
        self._chance = chance
        self._by_id: dict[EntryId, Entry] = {}

    def write(
        self, author: MemberId, kind: str, body: dict[str, Value] | bytes, *, after: Entry | None = None,
        from_start: bool = False, time_ms: int | None = None, height: int = 0,
    ) -> Entry:  # fmt: skip
        prev = None if from_start else after or self._ends.get(author)
        named = (
            [self._by_id[item] for item in _ids(body.get("names")) if item in self._by_id]
            if isinstance(body, dict)
            else []
        )
        pointed = [*named, *_pointed(kind, body, self._by_id), *([prev] if prev is not None else [])]
        height = self._height(author, kind, max([height, *(entry.header.height for entry in pointed)]))
        earliest_ms = max([self.clerk.lineage.time_at(height), *(entry.header.time_ms for entry in pointed)])
        self.now_ms += 1
        time_ms = earliest_ms if self._chance.random() < 0.3 else max(self.now_ms, earliest_ms)
        entry = super().write(author, kind, body, after=prev, from_start=prev is None, time_ms=time_ms, height=height)
        self._by_id[entry.id] = entry
        self.clerk.take(entry)
        return entry

    def _height(self, author: MemberId, kind: str, least: int) -> int:
        lineage = self.clerk.lineage
        allowed = [
            height for height in range(least, lineage.height + 1)
            if kind == MEMBER_JOIN or lineage.is_member(author, height)
        ]  # fmt: skip
        if not allowed:
            raise NotAllowed
        return self._chance.choice(allowed) if self._chance.random() < 0.2 else allowed[-1]


def _ids(value: object) -> list[EntryId]:
    return [EntryId(item) for item in value if isinstance(item, bytes)] if isinstance(value, list) else []


def _pointed(kind: str, body: dict[str, Value] | bytes, held: dict[EntryId, Entry]) -> Iterator[Entry]:
    if kind == BALLOT and isinstance(body, dict):
        ballot: Ballot = ballot_from_body({"salt": bytes(16), **body})
        ids = [ack.id for ack in ballot.ack] + [entry for entry, _ in ballot.no] + [*ballot.hold, *ballot.yes]
        yield from (held[entry] for entry in ids)
    if kind in HEADED and isinstance(body, dict) and malformed_field(kind, body) is None:
        yield held[head_named(body)[2]]


class Chartered(Lawless):
    """Writes a history with blocks.

    Attributes:
        scribe: who writes it.
    """

    def __init__(self, seed: int, *, voters_min: int = 1) -> None:
        chance = random.Random(seed)
        roster = tuple(member_of(number) for number in range(chance.randrange(voters_min, 6)))
        charter = Charter(
            roster, (), chance.choice(["two-thirds", "majority"]), 50_000, chance.choice([0, 7]), chance.choice([1, 90])
        )
        self.scribe = DatedScribe(new_genesis("Chartered", charter, bytes(32), START_MS), chance)
        super().__init__(chance, self.scribe)
        self._jump_share = chance.choice([0.0, 0.02, 0.1])
        self._people_share = chance.choice([0.05, 0.15, 0.3])
        self._block_share = chance.choice([0.1, 0.35])
        self._partial_share = chance.choice([0.0, 0.3, 0.8])
        self._strangers = [member_of(number) for number in range(10, 15)]
        self._joins: list[Entry] = []
        self._invites: list[tuple[bytes, Entry]] = []
        self._invite_chance = random.Random(f"invitations {seed}")
        self._block: tuple[Block, int, list[MemberId]] | None = None
        self._block_from = 0

    def write(self) -> DatedScribe:
        for _ in range(self._chance.randrange(20, 180)):
            try:
                self._step()
            except NotAllowed:
                continue
        return self.scribe

    @property
    def _lineage(self) -> Lineage:
        return self.scribe.clerk.lineage

    def _step(self) -> None:
        chance = self._chance
        if chance.random() < self._jump_share:
            self.scribe.now_ms += chance.choice([2, 8, 100]) * DAY_MS
        draw = chance.random()
        if draw < self._block_share:
            self._go_on_with_the_block()
        elif draw < self._block_share + self._people_share:
            self._people()
        else:
            author = chance.choice(self._members)
            (self._vote if chance.random() < self._vote_share else self._record)(author)

    def _body(self, kind: str, author: MemberId) -> dict[str, Value]:
        body = super()._body(kind, author)
        if kind == CREDIT_PROPOSE:
            today = datetime.fromtimestamp(self.scribe.now_ms / 1000, UTC).date()
            body["valid_until"] = (today + timedelta(days=self._chance.choice([0, 3, 300]))).isoformat()
        return body

    # People.

    def _people(self) -> None:
        if self._strangers and self._chance.random() < 0.3:
            self._join(self._strangers.pop())
        else:
            self._motion()

    def _someone(self) -> MemberId:
        return self._chance.choice(sorted(self._lineage.members))

    def _join(self, newcomer: MemberId) -> None:
        key = b"key of" + newcomer[6:]
        if self._invites and self._invite_chance.random() < 0.4:
            # Two have the text of one invitation, and leave their joins with two members.
            key, invite = self._invite_chance.choice(self._invites)
        else:
            invite = self._put(self._someone(), MEMBER_INVITE, invite_body(Invite(key, "join", ALWAYS_MS), bytes(16)))
            self._invites.append((key, invite))
        proof = signature(MemberId(key), join_signed_bytes(newcomer, invite.id))
        self._joins.append(self._put(newcomer, MEMBER_JOIN, join_body(Join(invite.id, "N", proof), bytes(16))))
        self._members = (*self._members, newcomer)

    def _motion(self) -> None:
        question = self._question()
        ends_ms = ALWAYS_MS if self._chance.random() < 0.9 else self.scribe.now_ms + DAY_MS
        motion = self._put(self._someone(), MOTION_PUT, motion_body(Motion(question, "", ends_ms), bytes(16)))
        for voter in self._lineage.charter.roster:
            if self._chance.random() < 0.85:
                vote = MotionVote(motion.id, self._chance.random() < 0.9)
                self._put(voter, MOTION_VOTE, motion_vote_body(vote, bytes(16)))

    def _question(self) -> Question:
        chance, roster = self._chance, self._lineage.charter.roster
        others = sorted(self._lineage.members - set(roster))
        forks = [(author, seq) for author in self._members if (seq := self._fork_seq(author)) is not None]
        if forks and chance.random() < 0.5:
            author, seq = chance.choice(forks)
            branches = [entry.id for entry in self._feed(author) if entry.header.seq == seq]
            return RuleBranch(author, seq, chance.choice([None, *branches]))
        choices: list[Question] = [
            Amend(chance.choice([(), ("HKD",), ("USD",)]), 1_000, chance.choice([0, 7]), chance.choice([1, 90])),
            SetFinal(chance.choice(["two-thirds", "majority"])),
            SetVoter(chance.choice(roster), False),
            Expel(self._someone()),
        ]
        choices += [SetVoter(other, True) for other in others] * 2
        if self._joins:
            join = chance.choice(self._joins).id
            choices += [Admit(join)] * 3 + [Replace(self._someone(), join)] * 2
        return chance.choice(choices)

    def _fork_seq(self, author: MemberId) -> int | None:
        return self.scribe.clerk.replica.heads.fork_seq(author)

    def _put(self, author: MemberId, kind: str, body: dict[str, Value]) -> Entry:
        del body["salt"]
        tips = self._tips(author)
        after = self._chance.choice(tips) if tips else None
        return self.scribe.write(author, kind, body, after=after)

    # Blocks.

    def _go_on_with_the_block(self) -> None:
        if self._block is None:
            self._propose()
            return
        block, iteration, voters = self._block
        height = self._lineage.height
        if self._chance.random() < 0.1:
            noise: list[ChainMessage] = [Skip(height + 1, 0), Vote(height + 1, 1, block.id)]
            self._say(self._chance.choice(self._lineage.charter.roster), self._chance.choice(noise))
        voter = voters.pop()
        signed = final_signed_bytes(height + 1, iteration, block.id)
        self._say(voter, FinalMessage(height + 1, iteration, block.id, signature(voter, signed)))
        if self._lineage.height > height:
            self._block, self._block_from = None, len(self.scribe.written)
        elif not voters:
            self._block = None

    def _propose(self) -> None:
        clerk = self._leader_node()
        assert clerk.lineage.height == self._lineage.height
        block = Composer(clerk.chain.view).compose(self.scribe.now_ms, clerk.chain.frontier)
        iteration = self._chance.randrange(0, 3)
        leader = clerk.chain.agreement.height.leader(iteration)
        self._say(leader, Propose(block.head.height, iteration, None, block))
        voters = list(self._lineage.charter.roster)
        self._chance.shuffle(voters)
        enough = block_size(block, self._lineage.charter)
        is_given_up = self._chance.random() < 0.1
        self._block = (block, iteration, voters[: enough - 1]) if is_given_up else (block, iteration, voters)
        if is_given_up and enough == 1:
            self._block = None

    def _leader_node(self) -> Clerk:
        """Return a node that holds everything up to the last block, and of the rest everything or a part."""
        if self._chance.random() >= self._partial_share:
            return self.scribe.clerk
        share = self._chance.random()
        known, rest = self.scribe.written[: self._block_from], self.scribe.written[self._block_from :]
        return Clerk(self.scribe.genesis, [*known, *(entry for entry in rest if self._chance.random() < share)])

    def _say(self, voter: MemberId, message: ChainMessage) -> None:
        kind, body = chain_message_body(message, bytes(16))
        del body["salt"]
        tips = self._tips(voter)
        after = self._chance.choice(tips) if tips else None
        self.scribe.write(voter, kind, body, after=after, height=self._lineage.height)


def chartered_history(seed: int) -> DatedScribe:
    """Return what the people of a changing network have written, none of them to be trusted."""
    return Chartered(seed).write()
