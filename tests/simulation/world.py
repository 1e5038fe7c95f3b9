"""A network of replicas in one process: the real protocol and book, a virtual clock, and a network that we deal out.

Nothing here decides anything: the world only moves entries about, in whatever order a test asks for.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from cohong.crypto.signing import SigningKey
from cohong.primitives.charter import FINAL_TWO_THIRDS, Charter, Genesis, new_genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CREDIT_PROPOSE
from cohong.protocol.replica import Outcome, Pen, Replica
from tests.simulation.memory_ledger import MemoryLedger

START_MS = 1_760_000_000_000


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


def genesis_of(keys: Sequence[SigningKey], *, final: str = FINAL_TWO_THIRDS) -> Genesis:
    """Return the genesis that these keys found."""
    roster = tuple(sorted(MemberId(key.member) for key in keys))
    return new_genesis("Simulated", Charter(roster, final=final), bytes(32), START_MS)


@dataclass
class Node:
    """One member's replica with its ledger and everything that it has written."""

    key: SigningKey
    genesis: Genesis
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    sent: list[Entry] = field(default_factory=list)
    replica: Replica = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    @property
    def id(self) -> MemberId:
        return MemberId(self.key.member)

    def restart(self) -> None:
        """Lose the memory, keep the ledger."""
        salts = Salts(f"{self.id.hex()}/{len(self.ledger.entries)}")
        self.replica = Replica(self.genesis, Pen(self.id, self.key.sign, salts), self.ledger)

    def flush(self) -> Outcome:
        outcome = self.replica.flush()
        self.ledger.commit(outcome.commit)
        self.sent.extend(outcome.own)
        return outcome

    def write(self, kind: str, now_ms: int, **fields: Value) -> EntryId:
        entry = self.replica.write(kind, dict(fields), now_ms)
        self.flush()
        return entry.id

    def receive(self, entries: Sequence[Entry], source: MemberId, now_ms: int) -> Outcome:
        self.replica.receive(entries, source, now_ms)
        return self.flush()

    def vote(self, now_ms: int) -> None:
        self.replica.vote(now_ms)
        self.flush()


class World:
    """Nodes, a clock, and what each node has been given so far."""

    def __init__(self, voters: int, *, final: str = FINAL_TWO_THIRDS, seed: int = 0) -> None:
        keys = [key_of(f"voter {number}") for number in range(voters)]
        self.genesis = genesis_of(keys, final=final)
        self.nodes = [Node(key, self.genesis) for key in keys]
        self.random = random.Random(seed)
        self.now_ms = START_MS + 1_000
        self._given: dict[tuple[int, int], int] = {}

    def deliver(self, sender: int, receiver: int, count: int | None = None) -> None:
        """Give a node the next entries of another's own feed, in feed order."""
        start = self._given.get((sender, receiver), 0)
        sent = self.nodes[sender].sent
        end = len(sent) if count is None else min(len(sent), start + count)
        self._given[sender, receiver] = end
        self.nodes[receiver].receive(sent[start:end], self.nodes[sender].id, self.now_ms)

    def settle(self, rounds: int = 12) -> None:
        """Deliver everything to everybody and let everyone vote until nothing is new."""
        for _ in range(rounds):
            self.now_ms += 6_000
            for receiver, node in enumerate(self.nodes):
                for sender in range(len(self.nodes)):
                    if sender != receiver:
                        self.deliver(sender, receiver)
                node.vote(self.now_ms)

    def step(self) -> None:
        """Do one random thing: deliver a little, or let somebody vote, or restart somebody."""
        self.now_ms += self.random.randrange(1, 400)
        sender, receiver = self.random.sample(range(len(self.nodes)), 2)
        choice = self.random.random()
        if choice < 0.6:
            self.deliver(sender, receiver, self.random.randrange(1, 5))
        elif choice < 0.95:
            self.nodes[sender].vote(self.now_ms)
        else:
            self.nodes[sender].restart()

    def everything(self) -> list[Entry]:
        """Return every entry that any node holds, by id."""
        return [
            entry for _, entry in sorted({e.id: e for node in self.nodes for e in node.ledger.entries.values()}.items())
        ]


def terms(debtor: MemberId, creditor: MemberId, amount: int = 10_000, reference: str = "INV-1") -> dict[str, Value]:
    """Return the fields of a proposal."""
    return {
        "debtor": debtor, "creditor": creditor, "amount": amount, "currency": "HKD", "issued": "2025-09-01",
        "due": "2025-10-01", "grace_days": 0, "reference": reference, "description": "", "evidence": [],
        "assignable": True, "nettable": True, "valid_until": "2026-12-31",
    }  # fmt: skip


def propose(node: Node, debtor: MemberId, now_ms: int, *, amount: int = 10_000, reference: str = "INV-1") -> EntryId:
    """Let a creditor propose an obligation."""
    return node.write(CREDIT_PROPOSE, now_ms, **terms(debtor, node.id, amount, reference))
