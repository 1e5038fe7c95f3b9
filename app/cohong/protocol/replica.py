"""One node's replica of the network's feeds and book: inputs in, one batch of changes out.

Theory of operation. The engine hands in entries whose signatures it has verified, own records to write, and the time.
Each input changes the working memory only; `flush` returns the whole batch, to be made durable in one transaction
before a byte of it is sent and before anybody is told. If that fails, the replica no longer matches the disk: it must
be thrown away and built anew from the ledger.

Everything here is a function of the entries held, the inputs and the time given. The clock decides only what waits
and when a ballot is written, never how anything stands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cohong.book.rules import Rules
from cohong.primitives.ballot import Ballot, ballot_body, ballot_from_body
from cohong.primitives.charter import Genesis
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, Header, body_hash, decode_body, encode_header, entry_id, signed_bytes
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof, prove_fork
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT
from cohong.primitives.standing import Commit, EntryFact, Placed
from cohong.protocol.ballots import FRESH_MS, Secretary
from cohong.protocol.feed_tree import build_tree, chains
from cohong.protocol.heads import Heads
from cohong.protocol.judge import Judge
from cohong.protocol.placement import Opened, Refused, Waits, open_entry, place, record_of
from cohong.protocol.standings import Standings
from cohong.protocol.tally import Tally
from cohong.protocol.waiting_room import Waiting, WaitingRoom
from cohong.protocol.workspace import Facts, Workspace


@dataclass(frozen=True, slots=True)
class Pen:
    """What it takes to write entries of one's own.

    Attributes:
        sign: signature of the member key over some bytes.
        salt: 16 new random bytes at each call.
    """

    member: MemberId
    sign: Callable[[bytes], bytes]
    salt: Callable[[], bytes]


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
    """

    commit: Commit
    own: list[Entry] = field(default_factory=list)
    objects: set[ObjectId] = field(default_factory=set)
    forks: list[ForkProof] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    offences: list[tuple[MemberId, str]] = field(default_factory=list)


class Replica:
    """The feeds, the votes and the book of one network, as one member holds them."""

    def __init__(self, genesis: Genesis, pen: Pen, facts: Facts) -> None:
        charter = genesis.charter
        self.genesis = genesis
        self.workspace = Workspace(facts)
        self.heads = Heads()
        self.tally = Tally(charter, self.workspace)
        self.rules = Rules(frozenset(charter.roster), charter.currencies)
        self.standings = Standings(charter, self.rules, self.workspace, self.tally, self.heads)
        self.judge = Judge(self.workspace, self.standings, self.rules)
        self.waiting = WaitingRoom()
        self._pen = pen
        self._secretary = Secretary(pen.member, len(charter.roster), self.judge, self.tally, self.heads, self.workspace)
        self._touched: set[MemberId] = set()
        self._to_recount: set[MemberId] = set()
        self._outcome = Outcome(self.workspace.commit)
        self._load(facts)

    def _load(self, facts: Facts) -> None:
        """Take up where the ledger stands: heads, reach and what is undecided, not the history."""
        self.heads.load(facts.tips(), [proof for proof, _ in facts.proofs()])
        self.tally.load(facts.reach(), facts.unsettled_said())
        self.standings.load(facts.unapplied())
        for author in self.heads.authors():
            if self.heads.seq(author) > self.tally.reach(author, self._pen.member):
                self._secretary.note(author, fresh=False)

    @property
    def is_voter(self) -> bool:
        """Whether this member has a vote."""
        return self._pen.member in self.genesis.charter.roster

    # Inputs.

    def receive(self, entries: Sequence[Entry], source: MemberId, now_ms: int) -> None:
        """Take in entries whose signatures are good, in the order in which the peer `source` sent them."""
        for entry in entries:
            self._take_in([Waiting(entry, source)], now_ms)

    def receive_proof(self, proof: ForkProof, now_ms: int) -> None:
        """Take in a proof of a fork whose two signatures are good; one of a stranger or another network is ignored."""
        header = proof.first.header
        if header.network != self.genesis.network or header.author not in self.rules.members:
            return
        if self.heads.note_fork(proof.author, proof.seq):
            self._note_fork(proof, now_ms)

    def wake(self, now_ms: int) -> None:
        """Take in what was waiting for the clock."""
        self._take_in(self.waiting.due(now_ms), now_ms)

    def write(self, kind: str, body: dict[str, Value], now_ms: int) -> Entry:
        """Write an entry of one's own; `body` lacks only its salt. The caller has asked `reason_not_to_write`."""
        return self._write(kind, {**body, "salt": self._pen.salt()}, now_ms)

    def vote(self, now_ms: int) -> None:
        """Bring levels up to date and write a ballot if one is due."""
        self.settle()
        if not self.is_voter:
            return
        ballot = self._secretary.ballot(now_ms)
        if ballot is not None:
            self._write(BALLOT, ballot_body(ballot, self._pen.salt()), now_ms)
            self.settle()

    def next_vote_ms(self) -> int | None:
        """Return when `vote` should be called again at the latest, None if only a new entry can make it necessary."""
        return self._secretary.due_ms() if self.is_voter else None

    def settle(self) -> None:
        """Bring the level of every record up to date with the votes counted so far."""
        for voter in sorted(self._to_recount):
            self._recount(voter)
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
        pending = arrived
        while pending:
            waiting = pending.pop(0)
            entry = waiting.entry
            if self._is_held(entry):
                continue
            opened = open_entry(entry)
            match place(opened, self.workspace, self.genesis, now_ms):
                case Refused(code):
                    self._refuse(code, waiting.source)
                case Waits(missing, until_ms):
                    self.waiting.hold(waiting, missing=missing, until_ms=until_ms)
                case Placed(_, fact) if self._is_one_too_many(fact):
                    # No offence: the peer may keep eight other branches than we do.
                    self._count_refused("too-many-branches")
                case Placed() as placed:
                    self._add(placed, opened)
                    pending.extend(self.waiting.release(entry.id))

    def _is_held(self, entry: Entry) -> bool:
        # Beyond the end of the feed there is nothing: the common case needs no look-up.
        return entry.header.seq <= self.heads.seq(entry.header.author) and self.workspace.fact(entry.id) is not None

    def _is_one_too_many(self, fact: EntryFact) -> bool:
        return self.heads.is_one_too_many(fact) and not self.waiting.is_awaited(fact.id, fact.author)

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
        self.heads.extend(fact)
        forks = [self.workspace.known(other) for other in siblings]
        for other in forks:
            if other.prev == fact.prev:
                self._found_fork(placed.entry, other.id, placed.received_ms)
                break
        if record is not None:
            self._touched.add(fact.author)
            self._secretary.note(fact.author, fresh=placed.received_ms - fact.time_ms < FRESH_MS)
        fork_seq = self.heads.fork_seq(fact.author)
        if fork_seq is not None and fact.seq >= fork_seq:
            self._to_recount.add(fact.author)
        elif opened.ballot is not None:
            self._touched |= self.tally.count(opened.ballot, fact.author)

    # Forks.

    def _found_fork(self, entry: Entry, other: EntryId, now_ms: int) -> None:
        held = self.workspace.entry(other)
        assert held is not None, "an entry that is held has its bytes"
        proof = prove_fork(entry, held)
        self.heads.note_fork(proof.author, proof.seq)
        self._note_fork(proof, now_ms)

    def _note_fork(self, proof: ForkProof, now_ms: int) -> None:
        self.workspace.commit.proofs.append((proof, now_ms))
        self._outcome.forks.append(proof)
        self._to_recount.add(proof.author)

    def _recount(self, voter: MemberId) -> None:
        """Count a forked voter's ballots branch by branch."""
        fork_seq = self.heads.fork_seq(voter)
        assert fork_seq is not None, "asked only for a forked feed"
        self._touched.add(voter)
        trunk, above = list[Ballot](), dict[EntryId, Ballot]()
        for entry in self.workspace.ballots(voter):
            ballot = _ballot_of(entry)
            if ballot is not None and entry.header.seq < fork_seq:
                trunk.append(ballot)
            elif ballot is not None:
                above[entry.id] = ballot
        branches = chains(build_tree(self.workspace.tree(voter, fork_seq)))
        said = [[above[entry] for entry in chain if entry in above] for chain in branches]
        self._touched |= self.tally.recount(voter, trunk, said)

    # Writing.

    def _write(self, kind: str, body: dict[str, Value], now_ms: int) -> Entry:
        body_bytes = encode(body)
        head = self.heads.head(self._pen.member)
        names = [self.workspace.known(name) for name in _names(body)]
        earliest_ms = max([self.genesis.time_ms, *(fact.time_ms for fact in names), head.time_ms if head else 0])
        header = Header(
            self.genesis.network,
            self._pen.member,
            head.seq + 1 if head else 0,
            head.id if head else NO_ENTRY,
            0,
            max(now_ms, earliest_ms),
            kind,
            body_hash(body_bytes),
            len(body_bytes),
        )
        header_bytes = encode_header(header)
        identity = entry_id(header_bytes)
        entry = Entry(header, header_bytes, identity, self._pen.sign(signed_bytes(identity)), body_bytes)
        opened = open_entry(entry)
        # Nobody would ever take what follows upon an entry out of form: better to stop than to lose the feed.
        assert opened.body is not None, "an own entry is well-formed and not too large"
        placed = place(opened, self.workspace, self.genesis, header.time_ms)
        assert isinstance(placed, Placed), "an own entry keeps the feed rules"
        self._add(placed, opened)
        self._outcome.own.append(entry)
        return entry


def _ballot_of(entry: Entry) -> Ballot | None:
    assert entry.body_bytes is not None, "an entry that is held has its body"
    try:
        return ballot_from_body(decode_body(entry.body_bytes))
    except RemoteProtocolError:
        return None


def _names(body: dict[str, Value]) -> list[EntryId]:
    names = body.get("names", [])
    assert isinstance(names, list), "the names of a body are a list"
    return [EntryId(name) for name in names if isinstance(name, bytes)]
