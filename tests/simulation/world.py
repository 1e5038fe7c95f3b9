"""A network of replicas in one process: the real protocol and book, a virtual clock, and a network that we deal out.

Nothing here decides anything: the world only moves entries about, in whatever order a test asks for.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.simulation.feeds import START_MS, terms

from cohong.crypto.signing import SigningKey, verify
from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.ballot import Ack, ballot_from_body
from cohong.primitives.charter import FINAL_TWO_THIRDS, Charter, Genesis, new_genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT, CREDIT_PROPOSE
from cohong.protocol.replica import Outcome, Pen, Replica


class Salts:
    """Salts that are the same in every run of one seed."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def __call__(self) -> bytes:
        self._count += 1
        return hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()[:16]


def key_of(name: str) -> SigningKey:
    """Return a member's key made from a name."""
    return SigningKey(hashlib.sha256(name.encode()).digest())


def genesis_of(
    keys: Sequence[SigningKey], *, final: str = FINAL_TWO_THIRDS, entries_per_day: int = 50_000, grace_days: int = 7
) -> Genesis:
    """Return the genesis that these keys found."""
    roster = tuple(sorted(MemberId(key.member) for key in keys))
    charter = Charter(roster, final=final, entries_per_day=entries_per_day, grace_days=grace_days)
    return new_genesis("Simulated", charter, bytes(32), START_MS)


@dataclass
class Node:
    """One member's replica with its ledger and everything that it has written.

    Attributes:
        clock_ms: how far its clock is ahead of the true time.
        above_fork: acks that it wrote at or above a fork that it knew of: an honest node has none.
    """

    key: SigningKey
    genesis: Genesis
    clock_ms: int = 0
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    sent: list[Entry] = field(default_factory=list)
    above_fork: list[Ack] = field(default_factory=list)
    replica: Replica = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    @property
    def id(self) -> MemberId:
        return MemberId(self.key.member)

    def restart(self) -> None:
        """Lose the memory, keep the ledger."""
        salts = Salts(f"{self.id.hex()}/{len(self.ledger.entries)}")
        self.replica = Replica(self.genesis, Pen(self.id, self.key.sign, salts, verify), self.ledger)

    def flush(self) -> Outcome:
        outcome = self.replica.flush()
        self.ledger.commit(outcome.commit)
        self.sent.extend(outcome.own)
        self._look_for_forks(outcome.own)
        return outcome

    def _look_for_forks(self, written: Sequence[Entry]) -> None:
        for entry in written:
            if entry.header.kind == BALLOT:
                for ack in ballot_from_body(decode_body(entry.body_bytes or b"")).ack:
                    fork_seq = self.replica.heads.fork_seq(ack.author)
                    if fork_seq is not None and ack.seq >= fork_seq:
                        self.above_fork.append(ack)

    def write(self, kind: str, now_ms: int, /, **fields: Value) -> EntryId:
        entry = self.replica.write(kind, dict(fields), now_ms + self.clock_ms)
        self.flush()
        return entry.id

    def receive(self, entries: Sequence[Entry], source: MemberId, now_ms: int) -> Outcome:
        self.replica.wake(now_ms + self.clock_ms)
        self.replica.receive(entries, source, now_ms + self.clock_ms)
        return self.flush()

    def vote(self, now_ms: int) -> None:
        self.replica.wake(now_ms + self.clock_ms)
        self.replica.vote(now_ms + self.clock_ms)
        self.flush()


class World:
    """Nodes, a clock, and everything that was ever written.

    Attributes:
        outside: entries of members that have no node here, to be delivered like all others.
    """

    def __init__(self, voters: int, *, final: str = FINAL_TWO_THIRDS, seed: int = 0, hostile: int = 0) -> None:
        keys = [key_of(f"voter {number}") for number in range(voters)]
        self.genesis = genesis_of(keys, final=final)
        self.nodes = [Node(key, self.genesis) for key in keys[hostile:]]
        self.hostile = [MemberId(key.member) for key in keys[:hostile]]
        self.random = random.Random(seed)
        self.now_ms = START_MS + 1_000
        self.outside: list[Entry] = []

    def written(self) -> list[Entry]:
        """Return every entry there is."""
        return [*self.outside, *(entry for node in self.nodes for entry in node.sent)]

    def missing(self, receiver: Node) -> list[Entry]:
        """Return what a node does not hold."""
        return [entry for entry in self.written() if entry.id not in receiver.ledger.entries]

    def deliver(self, receiver: Node, entries: Sequence[Entry]) -> None:
        """Give a node some entries."""
        sender = self.nodes[0] if receiver is not self.nodes[0] else self.nodes[-1]
        outcome = receiver.receive(entries, sender.id, self.now_ms)
        assert not outcome.refused, outcome.refused

    def deliver_all(self) -> None:
        """Give everything to everybody."""
        for node in self.nodes:
            while missing := self.missing(node):
                self.deliver(node, missing)
                if len(self.missing(node)) == len(missing):
                    break

    def settle(self, rounds: int = 12, *, step_ms: int = 6_000) -> None:
        """Deliver everything to everybody and let everyone vote until nothing is new."""
        for _ in range(rounds):
            self.now_ms += step_ms
            self.deliver_all()
            for node in self.nodes:
                node.vote(self.now_ms)

    def step(self) -> None:
        """Do one random thing: deliver a little, or let somebody vote, or restart somebody."""
        self.now_ms += self.random.randrange(1, 900)
        node, choice = self.random.choice(self.nodes), self.random.random()
        if choice < 0.55:
            missing = self.missing(node)
            start = self.random.randrange(len(missing) + 1)
            self.deliver(node, missing[start : start + self.random.randrange(1, 6)])
        elif choice < 0.95:
            node.vote(self.now_ms)
        else:
            node.restart()


def propose(node: Node, debtor: MemberId, now_ms: int, *, amount: int = 10_000, reference: str = "INV-1") -> EntryId:
    """Let a creditor propose an obligation."""
    return node.write(CREDIT_PROPOSE, now_ms, **terms(debtor, node.id, amount, reference))
