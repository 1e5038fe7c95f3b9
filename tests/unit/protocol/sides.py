"""Two exchanges that talk to each other over a lossless wire, about feeds of which only the ends exist."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.simulation.feeds import craft, genesis_of

from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.ids import NO_ENTRY, MemberId
from cohong.primitives.standing import Commit, EntryFact, Placed
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.exchange import Exchange
from cohong.protocol.frames import Frame, Proof, decode_frame, encode_frame
from cohong.protocol.greeting import TELL_ALL_MAX
from cohong.protocol.heads import Heads
from cohong.protocol.workspace import Workspace

GENESIS = genesis_of(2)
ROUNDS_MAX = 40


def author(number: int) -> MemberId:
    """Return a member id, as uniform as a public key."""
    return MemberId(hashlib.sha256(b"author %d" % number).digest())


class Side:
    """An exchange over ends of feeds."""

    def __init__(self, me: MemberId, tell_all_max: int = TELL_ALL_MAX) -> None:
        self.me = me
        self.ledger = MemoryLedger()
        self.heads = Heads(Lineage(GENESIS))
        workspace = Workspace(self.ledger)
        self.exchange = Exchange(me, Lineage(GENESIS), lambda _: True, workspace, self.heads, tell_all_max)

    def hold(self, feed: MemberId, seq: int, branch: int = 0) -> None:
        """Hold a feed up to a place; another branch beside what is held of it."""
        head = self.heads.head(feed)
        prev = head.id if head is not None and not branch else NO_ENTRY
        entry = craft(GENESIS, feed, None, "some.kind", {"seq": seq, "branch": branch})
        fact = EntryFact(entry.id, feed, seq, prev, 0, 0, "some.kind")
        self.ledger.commit(Commit(append=[Placed(entry, fact, (), 0)]))
        self.heads.extend(fact)

    def seqs(self) -> dict[MemberId, int]:
        """Return how far it holds each feed."""
        return {feed: self.heads.seq(feed) for feed in self.heads.authors()}

    def seen(self, other: "Side") -> dict[MemberId, int]:
        """Return how far it takes the other one to hold each feed."""
        neighbour = self.exchange.neighbours[other.me]
        return {feed: tips[0].seq for feed, tips in neighbour.tips.items()}


@dataclass
class Talk:
    """What went over the wire between two sides.

    Attributes:
        trips: how often each side had to wait for the other one, two of which are a round trip.
        sizes: kind of frame -> bytes.
        frames: kind of frame -> how many.
    """

    trips: int = 0
    sizes: Counter[str] = field(default_factory=Counter)
    frames: Counter[str] = field(default_factory=Counter)

    def add(self, frame: Frame, size: int) -> None:
        """Take note of a frame."""
        self.sizes[type(frame).__name__] += size
        self.frames[type(frame).__name__] += 1

    def bytes_of(self, *kinds: str) -> int:
        """Return how many bytes frames of some kinds have taken."""
        return sum(self.sizes[kind] for kind in kinds)


def talk(one: Side, other: Side, now_ms: int = 0) -> Talk:
    """Link two sides, and carry frames between them until neither has anything to say."""
    told = Talk()
    one.exchange.link_up(other.me, [], now_ms)
    other.exchange.link_up(one.me, [], now_ms)
    for _ in range(ROUNDS_MAX):
        here, there = _said(one, told), _said(other, told)
        if not here and not there:
            return told
        told.trips += 1
        _hear(one, other.me, there, now_ms)
        _hear(other, one.me, here, now_ms)
    raise AssertionError("they go on without end")


def _said(side: Side, told: Talk) -> list[bytes]:
    frames, side.exchange.outgoing = [frame for _, frame in side.exchange.outgoing], []
    found = [encode_frame(frame) for frame in frames]
    for frame, frame_bytes in zip(frames, found, strict=True):
        told.add(frame, len(frame_bytes))
    return found


def _hear(side: Side, peer: MemberId, said: Iterable[bytes], now_ms: int) -> None:
    for frame_bytes in said:
        frame = decode_frame(frame_bytes)
        assert not isinstance(frame, Proof), "there are no forks to prove"
        side.exchange.take(peer, frame, now_ms)  # type: ignore[arg-type]  # the kinds that an exchange sends itself


def pair(feeds: int, tell_all_max: int = TELL_ALL_MAX) -> tuple[Side, Side]:
    """Return two sides that hold the same feeds, their own ones first."""
    sides = Side(author(0), tell_all_max), Side(author(1), tell_all_max)
    for side in sides:
        for number in range(feeds):
            side.hold(author(number), number % 50)
    return sides
