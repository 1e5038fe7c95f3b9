"""A hostile member: it knows all that has ever left a machine, signs and shows each neighbour what it likes.

It speaks the sync protocol well enough to be heard, and breaks it only on purpose.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from tests.simulation.feeds import craft
from tests.simulation.timeline import Timeline
from tests.simulation.wires import Host, Network, Wire

from cohong.crypto.signing import SigningKey
from cohong.primitives.charter import Genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, signed_bytes
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT
from cohong.protocol.frames import (
    FOLLOW,
    STEM_BYTES,
    STOP,
    AllTold,
    Blocks,
    Differing,
    FollowMany,
    Frame,
    HeadsGrown,
    Hello,
    More,
    Symbols,
    Tip,
    Want,
    decode_frame,
    encode_entries,
    encode_frame,
)
from cohong.protocol.reconcile import FIRST_SYMBOLS, PRIME, mark

ENTRIES_A_FRAME = 50


def lie(said: Hello | Symbols | More, chance: random.Random) -> Frame:
    """Return what is made up in a comparison of feeds, in form as often as not."""

    def symbols(count: int) -> Symbols:
        return Symbols(tuple((chance.randrange(PRIME), chance.randrange(PRIME)) for _ in range(count)))

    marks = [(chance.getrandbits(40), mark(chance.randrange(9), chance.getrandbits(31), is_forked=False)) for _ in "12"]
    made_up: list[Frame]
    match said:
        case Hello():
            made_up = [symbols(FIRST_SYMBOLS), symbols(2 * chance.randrange(9) + FIRST_SYMBOLS)]
        case Symbols():
            made_up = [More(4), More(200_000), Differing(()), Differing(tuple(marks)), AllTold()]
        case More(count):
            made_up = [symbols(count), symbols(count), symbols(3), AllTold()]
    return chance.choice(made_up)


class Record(Protocol):
    """Where all that has ever left a machine is found."""

    def seen(self, author: MemberId) -> list[Entry]: ...
    def shown_to(self, peer: MemberId) -> list[Entry]: ...
    def blocks(self) -> Blocks | None: ...


@dataclass(eq=False)
class Adversary:
    """A hostile member.

    Attributes:
        written: its entries, on whatever branch, in the order in which it wrote them.
        hidden: entry -> the neighbours from whom it is kept.
        lies: where the lies come from that it tells when neighbours compare feeds; None if it has none.
        serves: whether it passes on other members' feeds to those who ask.
        strips: whether it leaves out what ballots say, in all feeds, which it tells of as if it held them.
    """

    name: str
    key: SigningKey
    genesis: Genesis
    timeline: Timeline
    network: Network
    record: Record
    chance: random.Random
    serves: bool
    is_up: bool = True
    lies: random.Random | None = None
    strips: bool = False
    written: list[Entry] = field(default_factory=list)
    wires: dict[MemberId, Wire] = field(default_factory=dict)
    hidden: dict[EntryId, frozenset[MemberId]] = field(default_factory=dict)
    _count: int = 0

    @property
    def id(self) -> MemberId:
        return MemberId(self.key.member)

    # Links.

    def admits(self, key: MemberId) -> bool:
        return True

    def wire_up(self, wire: Wire) -> None:
        peer = wire.other(self).id
        self.wires[peer] = wire
        tips, untold = self._tips(peer), 0
        if self.lies is not None:
            tips, untold = (), self.lies.randint(1, 2 * len(self.genesis.charter.roster))
        self.say(peer, Hello(self.genesis.network, self.timeline.now_ms, 0, tips, untold))

    def wire_down(self, wire: Wire) -> None:
        peer = wire.other(self).id
        if self.wires.get(peer) is wire:
            del self.wires[peer]

    def has_room(self, wire: Wire) -> None:
        """Send without regard to what is on its way."""

    def take(self, wire: Wire, frame: bytes) -> None:
        peer = wire.other(self).id
        try:
            said = decode_frame(frame)
        except RemoteProtocolError as error:
            raise AssertionError("an honest node sends no frame out of form") from error
        if self.wires.get(peer) is not wire:
            return
        if isinstance(said, Want):
            self._serve(peer, said)
        elif isinstance(said, FollowMany):
            for author in [item for item in self.genesis.charter.roster if item[:STEM_BYTES] in dict(said.feeds)]:
                self._serve(peer, Want(author, dict(said.feeds)[author[:STEM_BYTES]], FOLLOW))
        elif self.lies is not None and isinstance(said, Hello | Symbols | More):
            self.say(peer, lie(said, self.lies))

    def _serve(self, peer: MemberId, want: Want) -> None:
        feed = self._shown(peer) if want.author == self.id else self.record.seen(want.author) if self.serves else []
        last = want.last_seq if want.last_seq != FOLLOW else 2**62
        if want.first_seq != STOP:
            wanted = [entry for entry in feed if want.first_seq <= entry.header.seq <= last]
            wanted = list(map(stripped, wanted)) if self.strips else wanted
            self.send(peer, sorted(wanted, key=lambda entry: (entry.header.seq, entry.id)))

    def _shown(self, peer: MemberId) -> list[Entry]:
        return [entry for entry in self.written if peer not in self.hidden.get(entry.id, ())]

    def _tips(self, peer: MemberId) -> tuple[Tip, ...]:
        shown = self.record.shown_to(peer) if self.strips else self._shown(peer)
        followed = {entry.header.prev for entry in shown}
        return tuple(
            Tip(entry.header.author, entry.header.seq, entry.id) for entry in shown if entry.id not in followed
        )

    def say(self, peer: MemberId, frame: Frame) -> None:
        """Send a frame to a neighbour, if it is one now."""
        self.say_bytes(peer, encode_frame(frame))

    def say_bytes(self, peer: MemberId, frame: bytes) -> None:
        """Send whatever bytes."""
        wire = self.wires.get(peer)
        if wire is not None:
            wire.send(self, frame)

    def send(self, peer: MemberId, entries: Sequence[Entry]) -> None:
        """Send entries to a neighbour."""
        for start in range(0, len(entries), ENTRIES_A_FRAME):
            self.say_bytes(peer, encode_entries(entries[start : start + ENTRIES_A_FRAME]))

    def push_stripped(self, peer: MemberId) -> None:
        """Send a neighbour all blocks, and all feeds, what the ballots say left out."""
        blocks = self.record.blocks()
        if blocks is not None:
            self.say(peer, blocks)
        self.send(peer, [stripped(entry) for entry in self.record.shown_to(peer)])

    def peers(self) -> list[MemberId]:
        """Return who is a neighbour now, sorted."""
        return sorted(self.wires)

    # Writing.

    def tips(self) -> list[Entry]:
        """Return the ends of its own feed."""
        followed = {entry.header.prev for entry in self.written}
        return [entry for entry in self.written if entry.id not in followed]

    def write(
        self,
        kind: str,
        body: dict[str, Value] | bytes,
        *,
        after: Entry | None,
        hidden: frozenset[MemberId] = frozenset(),
        time_ms: int | None = None,
        height: int | None = None,
    ) -> Entry:
        """Write an entry after another one of its own (None: at the start), and push it to those who may see it."""
        self._count += 1
        salt = self._count.to_bytes(16, "big")
        time_ms = self.timeline.now_ms if time_ms is None else time_ms
        if height is None:
            height = after.header.height if after is not None else 0
        bare = craft(self.genesis, self.id, after, kind, body, time_ms=time_ms, salt=salt, height=height)
        entry = self.sign(bare)
        self.written.append(entry)
        self.hidden[entry.id] = hidden | (self.hidden.get(after.id, frozenset()) if after is not None else frozenset())
        self.push([entry])
        return entry

    def sign(self, entry: Entry) -> Entry:
        """Return the entry with a good signature."""
        return replace(entry, signature=self.key.sign(signed_bytes(entry.id)))

    def push(self, entries: Iterable[Entry]) -> None:
        """Send entries of its own to all who may see them, and tell the ends of the feed as these know it."""
        for peer in self.peers():
            seen = [entry for entry in entries if peer not in self.hidden.get(entry.id, ())]
            if seen:
                self.send(peer, seen)
                self.say(peer, HeadsGrown(self._tips(peer)))


def stripped(entry: Entry) -> Entry:
    """Return a ballot without what it says, any other entry as it is."""
    return replace(entry, body_bytes=None) if entry.header.kind == BALLOT else entry


def part_of(hosts: Sequence[Host], chance: random.Random) -> frozenset[MemberId]:
    """Return some of the hosts' ids, drawn."""
    return frozenset(host.id for host in hosts if chance.random() < 0.5)
