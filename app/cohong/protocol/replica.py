"""One node's replica of the network's feeds and book: inputs in, one batch of changes out.

Theory of operation. The engine hands in entries whose signatures it has verified, own records to write, and the time.
Each input changes the working memory only; `flush` returns the whole batch, to be made durable in one transaction
before a byte of it is sent and before anybody is told. If that fails, the replica no longer matches the disk: it must
be thrown away and built anew from the ledger.

Everything here is a function of the entries held, the inputs and the time given. The clock decides only what waits
and when a ballot is written, never how anything stands.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.primitives.ballot import Ballot, ballot_body, ballot_from_body
from cohong.primitives.block import Block, Cut
from cohong.primitives.chain_messages import Certificate, chain_message_body
from cohong.primitives.charter import Genesis
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, Header, body_hash, decode_body, encode_header, entry_id, signed_bytes
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof, prove_fork
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, MOTION_PUT
from cohong.primitives.merkle import Frontier, decode_frontier
from cohong.primitives.motion import join_of
from cohong.primitives.standing import Commit, EntryFact, FinalBlock, Placed
from cohong.protocol.ballots import FRESH_MS, Secretary
from cohong.protocol.branched_votes import Dated
from cohong.protocol.chain.chain import CHAIN_KINDS, PRESENT_MS, Chain
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.chain.people import PEOPLE_KINDS, People
from cohong.protocol.chain.view import View
from cohong.protocol.feed_tree import build_tree, chains
from cohong.protocol.frames import Blocks
from cohong.protocol.heads import Heads
from cohong.protocol.judge import Judge
from cohong.protocol.placement import (
    Opened,
    Refused,
    Waits,
    head_read,
    height_mark,
    left_behind,
    open_entry,
    place,
    record_of,
)
from cohong.protocol.quotas import Quotas, Share
from cohong.protocol.standings import Standings
from cohong.protocol.tally import Tally
from cohong.protocol.waiting_room import Waiting, WaitingRoom
from cohong.protocol.workspace import Facts, Workspace

FORKS_AHEAD_MAX: Final = 8
"""Known forks of a feed up to which a proof is taken though the entry from which the branches part is not held."""

OWN_WORD_MS: Final = 60_000
"""How long a voter whose own ballots have come back without their bodies waits for these before it votes again."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What it takes to write entries of one's own.

    Attributes:
        sign: signature of the member key over some bytes.
        salt: 16 new random bytes at each call.
        verify: whether a member's signature of some bytes is good.
    """

    member: MemberId
    sign: Callable[[bytes], bytes]
    salt: Callable[[], bytes]
    verify: Callable[[MemberId, bytes, bytes], bool]


@dataclass(slots=True)
class Outcome:
    """What a batch has come to.

    Attributes:
        commit: to be made durable first.
        own: entries written in this batch, to be sent once durable.
        objects: objects of the book that a reader may want to look at again.
        forks: forks found in this batch.
        refused: code -> how many entries were dropped for it.
        offences: (peer, code) of entries that no honest peer would have sent.
        blocks: charter blocks that have become final.
    """

    commit: Commit
    own: list[Entry] = field(default_factory=list)
    objects: set[ObjectId] = field(default_factory=set)
    forks: list[ForkProof] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    offences: list[tuple[MemberId, str]] = field(default_factory=list)
    blocks: list[FinalBlock] = field(default_factory=list)


class Replica:
    """The feeds, the votes and the book of one network, as one member holds them.

    Args:
        takes_all: whether there are no quotas: for whoever reads again what has been taken in.
    """

    def __init__(self, genesis: Genesis, pen: Pen, facts: Facts, *, takes_all: bool = False) -> None:
        self.genesis = genesis
        self.workspace = Workspace(facts)
        self.lineage = Lineage(genesis)
        self.people = People(pen.verify)
        self.heads = Heads(self.lineage)
        self.tally = Tally(self.lineage, self.heads, self.workspace)
        self.standings = Standings(self.lineage, self.workspace, self.tally, self.heads)
        self.judge = Judge(self.workspace, self.standings, self.lineage)
        self.waiting = WaitingRoom()
        self.quotas = Quotas(pen.member, self.lineage, self.workspace)
        self._takes_all = takes_all
        self.pen = pen
        view = View(
            pen.member, self.lineage, self.people, self.heads, self.tally, self.standings, self.workspace
        )  # fmt: skip
        self._load_chain(facts)
        self.chain = Chain(view, pen.sign, pen.verify, self._frontier(facts))
        self._secretary = Secretary(
            pen.member, self.lineage, self.judge, self.tally, self.heads, self.workspace, self.chain.shuts_out
        )
        self._touched: set[MemberId] = set()
        self._to_recount: dict[MemberId, list[tuple[EntryFact, Ballot | None]] | None] = {}
        self._unheard: EntryFact | None = None
        self._doubt_since_ms: int | None = None
        self._mute_until_ms: int | None = None
        self._outcome = Outcome(self.workspace.commit)
        self._load(facts)

    def _load(self, facts: Facts) -> None:
        """Take up where the ledger stands: heads, reach and what is undecided, not the history."""
        self.heads.load(facts.tips(), [proof for proof, _ in facts.proofs()])
        self.tally.load(facts.reach(), facts.unsettled_said())
        self.standings.load(facts.unapplied())
        self.chain.load(facts.of_kinds(CHAIN_KINDS, self.chain.first_watched - 1))
        for author in self.heads.authors():
            if self.heads.seq(author) > self.tally.reach(author, self.pen.member):
                self._secretary.note(author, fresh=False)

    @property
    def me(self) -> MemberId:
        """Whose replica it is."""
        return self.pen.member

    def _load_chain(self, facts: Facts) -> None:
        for final in facts.blocks():
            self.lineage.extend(final.block, final.decisions)
            self.people.done.update(final.block.lists.motions)
        for entry in facts.of_kinds(PEOPLE_KINDS, 0):
            if not self._is_left_open(entry):
                self.people.take(entry)

    def _is_left_open(self, entry: Entry) -> bool:
        """Whether it is a motion that an earlier network has not carried out: it is no question to this one."""
        is_earlier = entry.header.height < self.lineage.begun
        return entry.header.kind == MOTION_PUT and is_earlier and entry.id not in self.people.done

    @staticmethod
    def _frontier(facts: Facts) -> Frontier:
        newest = facts.newest_frontier()
        return decode_frontier(newest) if newest else Frontier()

    @property
    def is_voter(self) -> bool:
        """Whether this member has a vote."""
        return self.lineage.is_voter(self.pen.member)

    # Inputs.

    def receive(self, entries: Sequence[Entry], source: MemberId, now_ms: int) -> None:
        """Take in entries whose signatures are good, in the order in which the peer `source` sent them."""
        for entry in entries:
            self._take_in([Waiting(entry, source)], now_ms)

    def receive_proof(self, proof: ForkProof, now_ms: int) -> None:
        """Take in a proof of a fork whose two signatures are good; one of a stranger or another network is ignored.

        So are further ones of a feed that part from nothing held: anybody could sign them for his own by the million.
        """
        header = proof.first.header
        if not self.lineage.is_whole or not self.lineage.was_member(header.author):
            return
        if not self.lineage.has_place(header.network, header.author, header.seq, header.height):
            return
        if not self._parts_from_held(header) and self.heads.count_forks(header.author) >= FORKS_AHEAD_MAX:
            return
        if self.heads.note_fork(proof.author, proof.seq, proof.first.header.prev):
            self._note_fork(proof, now_ms)

    def _parts_from_held(self, header: Header) -> bool:
        if header.seq == 0:
            return header.prev == NO_ENTRY
        prev = self.workspace.fact(header.prev)
        return prev is not None and (prev.author, prev.seq) == (header.author, header.seq - 1)

    def wake(self, now_ms: int) -> None:
        """Take in what was waiting for the clock."""
        if self.quotas.put_off:
            self._rest_on_proposals()
        self._take_in(self.waiting.due(now_ms), now_ms)

    def write(self, kind: str, body: dict[str, Value], now_ms: int) -> Entry:
        """Write an entry of one's own; `body` lacks only its salt. The caller has asked `reason_not_to_write`."""
        return self._write(kind, {**body, "salt": self.pen.salt()}, now_ms)

    def vote(self, now_ms: int) -> None:
        """Bring levels up to date, write a ballot if one is due, and say what the charter chain waits for."""
        self.settle()
        if not self.is_voter or self._awaits_own_word(now_ms):
            return
        self._secretary.unheard = self._unheard
        if self.quotas.may_write(Share.BALLOTS, now_ms) and (ballot := self._secretary.ballot(now_ms)) is not None:
            self._write_ballot(ballot, now_ms)
        while self.quotas.may_write(Share.CHAIN, now_ms):
            message = self.chain.next_message(now_ms)
            if message is None:
                break
            self._write(*chain_message_body(message, self.pen.salt()), now_ms)
            self.settle()

    def vote_at_once(self, now_ms: int) -> None:
        """Write, whatever the pace, all ballots that are ready: in the place of such that were taken back."""
        self.settle()
        if not self.is_voter or self._awaits_own_word(now_ms):
            return
        self._secretary.unheard = self._unheard
        while self.quotas.may_write(Share.BALLOTS, now_ms):
            ballot = self._secretary.ballot(now_ms, at_once=True)
            if ballot is None:
                break
            self._write_ballot(ballot, now_ms)

    def _write_ballot(self, ballot: Ballot, now_ms: int) -> None:
        self._write(BALLOT, ballot_body(ballot, self.pen.salt()), now_ms)
        self.settle()

    def next_vote_ms(self, now_ms: int) -> int | None:
        """Return when `vote` should be called again at the latest, None if only a new entry can make it necessary."""
        if not self.is_voter:
            return None
        if self._mute_until_ms is not None:
            return self._mute_until_ms
        ballot_ms = self._secretary.due_ms() if self.quotas.may_write(Share.BALLOTS, now_ms) else None
        chain_ms = self.chain.due_ms() if self.quotas.may_write(Share.CHAIN, now_ms) else None
        return min((item for item in (ballot_ms, chain_ms) if item is not None), default=None)

    def _awaits_own_word(self, now_ms: int) -> bool:
        """Whether own ballots that came back without their bodies may speak of what is undecided: it is asked for them.

        For a while nothing is said then. After that it is taken that nobody has them, and what they may speak of is
        held, which contradicts nothing.
        """
        last = self.workspace.last_unheard(self.pen.member)
        if last is None or self._unheard is None or last.seq > self._unheard.seq:
            self._doubt_since_ms = now_ms if last is not None else None
        self._unheard = last
        until_ms = None if self._doubt_since_ms is None else self._doubt_since_ms + OWN_WORD_MS
        self._mute_until_ms = until_ms if until_ms is not None and now_ms < until_ms else None
        return self._mute_until_ms is not None

    def end_to_name(self, author: MemberId) -> EntryFact | Cut | None:
        """Return the end of a feed that a record may say it has read; None if there is none.

        Of who is no member any more it is where the last cut ended: nobody need hold what lies beyond.
        """
        is_member = author in self.lineage.rules.members
        return self.heads.head(author) if is_member else self.lineage.cut(author)

    def hear(self, members: Iterable[MemberId], now_ms: int) -> None:
        """Take note that these members are there now."""
        self.chain.hear(members, now_ms)

    def settle(self) -> None:
        """Bring the level of every record up to date with the votes counted so far."""
        for voter, added in sorted(self._to_recount.items(), key=lambda item: item[0]):
            touched = self.tally.count_on(voter, added) if added is not None else None
            self._touched |= touched if touched is not None else self._recount(voter)
        self._to_recount.clear()
        for author in sorted(self._touched):
            self.standings.advance(author)
        self._touched.clear()

    def flush(self) -> Outcome:
        """Return all that has changed since the last flush."""
        self.settle()
        outcome = self._outcome
        outcome.objects = set(self.workspace.touched)
        outcome.commit = self.workspace.flush()
        self._outcome = Outcome(self.workspace.commit)
        return outcome

    # How an entry gets its place.

    def _take_in(self, arrived: list[Waiting], now_ms: int) -> None:
        self.quotas.begin(now_ms)
        pending = arrived
        while pending:
            waiting = pending.pop(0)
            entry = waiting.entry
            is_held = self._is_held(entry)
            if not self.lacks_body(entry) if is_held else self._is_put_off(entry):
                continue
            opened = left_behind(open_entry(entry), self.workspace, self.lineage)
            match place(opened, self.workspace, self.lineage, self.people, now_ms):
                case Refused(code):
                    self._refuse(code, waiting.source)
                case Waits(missing, until_ms):
                    self._rest_on_acked(opened)
                    self.waiting.hold(waiting, missing=missing, until_ms=until_ms)
                case Placed() if is_held:
                    self._supply(entry)
                case Placed(_, fact) if self._is_one_too_many(fact):
                    # No offence: the peer may keep eight other branches than we do.
                    self._count_refused("too-many-branches")
                case Placed() as placed:
                    # What is put off whoever sent it has still: it is asked for again once there is room.
                    if self._takes(entry, now_ms):
                        self._add(placed, opened)
                        pending.extend(self.waiting.release(entry.id))
                        pending.extend(self._take_blocks())

    def _is_held(self, entry: Entry) -> bool:
        # Beyond the end of the feed there is nothing: the common case needs no look-up.
        return entry.header.seq <= self.heads.seq(entry.header.author) and self.workspace.fact(entry.id) is not None

    def is_news(self, entry: Entry) -> bool:
        """Return whether an entry, its signature being good, would tell anything that is not held here or waits."""
        if not self.lacks_body(entry) if self._is_held(entry) else self._is_put_off(entry):
            return False
        return not self.waiting.has(entry)

    def _is_put_off(self, entry: Entry) -> bool:
        return self.quotas.puts_off(entry.header.author, entry.header.seq)

    def lacks_body(self, entry: Entry) -> bool:
        """Return whether an entry has a body that is lacking here: it came without."""
        return entry.body_bytes is not None and self.workspace.is_bodiless(entry.id)

    def _supply(self, entry: Entry) -> None:
        """Add the body of a ballot that came without, and count its author's ballots as if it had been there."""
        self.workspace.supply(entry)
        self.waiting.forget(entry.id)
        self._to_recount[entry.header.author] = None

    def _is_one_too_many(self, fact: EntryFact) -> bool:
        return self.heads.is_one_too_many(fact) and not self.waiting.is_awaited(fact.id, fact.author)

    def _takes(self, entry: Entry, now_ms: int) -> bool:
        body_size = len(entry.body_bytes or b"")
        return self._takes_all or self.quotas.takes(entry.header.author, entry.header.seq, body_size, now_ms)

    def _rest_on_acked(self, opened: Opened) -> None:
        """Take note of what another voter's ballot, which waits, rests on: its own feed stands still without that."""
        voter = opened.entry.header.author
        if opened.ballot is not None and self.lineage.is_voter(voter):
            for ack in opened.ballot.ack:
                if ack.author != voter and ack.seq > self.heads.seq(ack.author):
                    self.quotas.rest_on(ack.author, ack.seq)

    def _rest_on_proposals(self) -> None:
        """Take note of what blocks would include that are proposed now: nobody votes for one before it is held."""
        for cut in self.chain.proposed_cuts():
            if cut.seq > self.heads.seq(cut.author):
                self.quotas.rest_on(cut.author, cut.seq)

    def _refuse(self, code: str, source: MemberId) -> None:
        self._count_refused(code)
        self._outcome.offences.append((source, code))

    def _count_refused(self, code: str) -> None:
        refused = self._outcome.refused
        refused[code] = refused.get(code, 0) + 1

    def _add(self, placed: Placed, opened: Opened) -> None:
        fact, record = placed.fact, record_of(placed, opened)
        siblings = self.workspace.ids_at(fact.author, fact.seq)
        self.workspace.append(placed, record)
        self.waiting.forget(fact.id)
        self.heads.extend(fact)
        forks = [self.workspace.known(other) for other in siblings]
        for other in forks:
            if other.prev == fact.prev:
                self._found_fork(placed.entry, other.id, placed.received_ms)
                break
        if record is None:
            self._note_wordless(placed)
        elif not self.standings.settle_new(record):
            self.standings.note_added(fact)
            self._touched.add(fact.author)
            self._secretary.note(fact.author, fresh=placed.received_ms - fact.time_ms < FRESH_MS)
        first_fork = self.heads.first_fork(fact.author)
        if first_fork is not None and fact.seq >= first_fork:
            added = self._to_recount.setdefault(fact.author, [])
            if added is not None:
                added.append((fact, opened.ballot))
            self.standings.look_at_branches(fact)
        elif opened.ballot is not None:
            self._touched |= self.tally.count(opened.ballot, fact.author, fact.height)

    def _note_wordless(self, placed: Placed) -> None:
        """Take in what needs no votes: words of people, and of voters on the next block."""
        entry = placed.entry
        if abs(placed.received_ms - entry.header.time_ms) <= PRESENT_MS:
            self.chain.hear([entry.header.author], placed.received_ms, speaks=True)
        if self._is_left_open(entry):
            return
        if not self.people.take(entry) and entry.header.kind in CHAIN_KINDS:
            self.chain.take(entry)

    # Blocks.

    def _take_blocks(self) -> list[Waiting]:
        """Carry out the blocks that have become final; returns the entries that waited for them."""
        released: list[Waiting] = []
        while (final := self.chain.take_final()) is not None:
            released += self._extend(final)
        return released

    def receive_blocks(self, frame: Blocks, now_ms: int) -> bool:
        """Take in final blocks that a peer hands over; returns whether each that is news is certified.

        So a newcomer, or one that was away for long, knows who was a member when before it reads the feeds, and need
        not count what a block has decided.
        """
        words = {entry.id: entry for entry in frame.words}
        for block, certificate in frame.blocks:
            if block.head.height != self.lineage.height + 1:
                continue
            counted = self.chain.certified(block, certificate)
            if counted is None:
                return False
            # Whoever signed for the block has seen these, and their ids fix what they say.
            self.people.take_listed(block.lists.motions, words)
            final = self.chain.taking_effect(block, counted)
            if final is None:
                return False
            self._take_in(self._extend(final), now_ms)
        return True

    def to_hand_over(self, finals: Iterable[FinalBlock]) -> Blocks | None:
        """Return blocks for somebody who has not seen them, None for none.

        With them go the motions that they list and the joins that these name. A block whose words have not come here
        yet is left to others, and so is what follows upon it: nobody could take it.
        """
        found, words = list[tuple[Block, Certificate]](), dict[EntryId, Entry]()
        for final in finals:
            listed = self._words_of(final)
            if listed is None:
                break
            found.append((final.block, final.certificate))
            words |= {entry.id: entry for entry in listed}
        return Blocks(tuple(found), tuple(words.values())) if found else None

    def _words_of(self, final: FinalBlock) -> list[Entry] | None:
        found = list[Entry]()
        for motion in final.block.lists.motions:
            known = self.people.motions.get(motion)
            join = join_of(known[1].question) if known is not None else None
            for identity in (motion,) if join is None else (join, motion):
                entry = self.workspace.entry(identity)
                if entry is None:
                    return None
                found.append(entry)
        return found

    def _extend(self, final: FinalBlock) -> list[Waiting]:
        """Carry out a final block; returns the entries that waited for it."""
        self.settle()
        height, epoch, was_voter = self.lineage.height, self.lineage.epoch, self.is_voter
        self.lineage.extend(final.block, final.decisions)
        self.workspace.add_block(final)
        self.chain.follow(final)
        self.quotas.follow(final.block.lists.cut)
        self.standings.follow(final, epoch)
        for author in self.heads.authors():
            if final.block.lists.cut and self.heads.first_fork(author) is not None:
                self._look_for_forks(author)
                self._secretary.begin_again(author)
            if self.is_voter and not was_voter:
                self._secretary.note(author, fresh=True)
        self._touched.update(self.heads.authors())
        self._outcome.blocks.append(final)
        # The genesis of a network that takes over here is a block too.
        marks = map(height_mark, range(height + 1, self.lineage.height + 1))
        return [waiting for mark in marks for waiting in self.waiting.release(mark)]

    def _look_for_forks(self, author: MemberId) -> None:
        """Look for forks above a final cut: while one below was open, they were of no interest."""
        cut = self.lineage.cut(author)
        facts = self.workspace.tree(author, cut.seq + 1 if cut is not None else 0)
        tree = build_tree([fact for fact in facts if not self.heads.is_dead(fact.id)])
        siblings = [group for group in (tree.roots, *tree.children.values()) if len(group) > 1]
        for group in sorted(siblings, key=lambda group: tree.facts[group[0]].seq):
            entry = self.workspace.entry(group[0])
            if entry is not None and not self.heads.is_known_fork(author, entry.header.seq, entry.header.prev):
                self._found_fork(entry, group[1], self.lineage.time_ms)

    # Forks.

    def _found_fork(self, entry: Entry, other: EntryId, now_ms: int) -> None:
        held = self.workspace.entry(other)
        assert held is not None, "an entry that is held has its bytes"
        proof = prove_fork(entry, held)
        if self.heads.note_fork(proof.author, proof.seq, proof.first.header.prev):
            self._note_fork(proof, now_ms)

    def _note_fork(self, proof: ForkProof, now_ms: int) -> None:
        self.workspace.commit.proofs.append((proof, now_ms))
        self._outcome.forks.append(proof)
        self._to_recount[proof.author] = None
        self._touched.add(proof.author)

    def _recount(self, voter: MemberId) -> set[MemberId]:
        """Count all ballots of a voter again, branch by branch if its feed is forked."""
        fork_seq = self.heads.first_fork(voter)
        trunk, above = list[Dated](), dict[EntryId, Dated]()
        for entry in self.workspace.ballots(voter):
            ballot = ballot_of(entry) if entry.header.height >= self.lineage.begun else None
            if ballot is None:
                continue
            if fork_seq is None or entry.header.seq < fork_seq:
                trunk.append((entry.header.height, ballot))
            else:
                above[entry.id] = entry.header.height, ballot
        branches = chains(build_tree(self.workspace.tree(voter, fork_seq))) if fork_seq is not None else []
        said = [(chain[-1], [above[entry] for entry in chain if entry in above]) for chain in branches]
        return self.tally.recount(voter, trunk, said)

    # Writing.

    def _write(self, kind: str, body: dict[str, Value], now_ms: int) -> Entry:
        body_bytes = encode(body)
        head = self.heads.head(self.pen.member)
        read = head_read(kind, body)
        named = [self.workspace.known(name) for name in (*_names(body), *([read] if read is not None else []))]
        earliest_ms = max([self.lineage.time_ms, *(fact.time_ms for fact in named), head.time_ms if head else 0])
        header = Header(
            self.genesis.network,
            self.pen.member,
            head.seq + 1 if head else 0,
            head.id if head else NO_ENTRY,
            self.lineage.height,
            max(now_ms, earliest_ms),
            kind,
            body_hash(body_bytes),
            len(body_bytes),
        )
        header_bytes = encode_header(header)
        identity = entry_id(header_bytes)
        entry = Entry(header, header_bytes, identity, self.pen.sign(signed_bytes(identity)), body_bytes)
        opened = open_entry(entry)
        # Nobody would ever take what follows upon an entry out of form: better to stop than to lose the feed.
        assert opened.body is not None, "an own entry is well-formed and not too large"
        placed = place(opened, self.workspace, self.lineage, self.people, header.time_ms)
        assert isinstance(placed, Placed), "an own entry keeps the feed rules"
        self._takes(entry, now_ms)
        self._add(placed, opened)
        self._outcome.own.append(entry)
        self._take_in(self._take_blocks(), now_ms)
        return entry


def ballot_of(entry: Entry) -> Ballot | None:
    """Return what a ballot entry says; None if it is out of form, or its body has been dropped."""
    if entry.body_bytes is None:
        return None  # dropped under a final cut: what it voted on has been decided
    try:
        return ballot_from_body(decode_body(entry.body_bytes))
    except RemoteProtocolError:
        return None


def _names(body: dict[str, Value]) -> list[EntryId]:
    names = body.get("names", [])
    assert isinstance(names, list), "the names of a body are a list"
    return [EntryId(name) for name in names if isinstance(name, bytes)]
