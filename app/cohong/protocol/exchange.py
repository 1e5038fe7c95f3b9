"""Who is asked for which feed: how replicas come to hold the same entries (protocol.md 8).

Theory of operation. Inside a feed nothing needs reconciling: (author, seq) names the whole prefix. So neighbours tell
each other the ends of the feeds that they hold durably, first all (`Greeter`), then those that have grown
(`HeadsGrown`), and each asks for what it lacks (`Want`). A feed is *followed* at one neighbour: at its author, if that
is a neighbour, else at whoever first showed more of it. The followed neighbour pushes new entries as they come; so an
entry crosses each link once. A neighbour that for a while shows more of a feed than the followed one has sent is asked
for that stretch (repair), so no silent or lying neighbour can keep a feed from us while an honest one is connected.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cohong.primitives.entry import Entry
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import ID_BYTES, MemberId
from cohong.protocol.bodies import BodyHunt
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.comparison import short_id
from cohong.protocol.frames import (
    FOLLOW,
    FOLLOWS_MAX,
    STEM_BYTES,
    STOP,
    AllTold,
    Clock,
    Comparing,
    Differing,
    Entries,
    FollowMany,
    Frame,
    HeadsGrown,
    Hello,
    More,
    Proof,
    Symbols,
    Tip,
    Want,
    WantBlocks,
)
from cohong.protocol.greeting import TELL_ALL_MAX, Greeter, Neighbour, in_order
from cohong.protocol.heads import Heads
from cohong.protocol.workspace import Workspace

HEADS_EVERY_MS: Final = 400
CLOCK_EVERY_MS: Final = 300_000
"""How often a neighbour is told our clock after the greeting: for one that drifts. One that is set greets anew."""

REPAIR_AFTER_MS: Final = 1_500
"""How long a neighbour may show more of a feed than the followed one has sent, before it is asked itself.

Doubled each time that the feed does not grow by it, up to 32 times as long: what we cannot take in (it waits for the
clock, or is a branch too many) is not sent to us again every other second."""

TIPS_A_FEED: Final = 40
"""Ends of one feed that a neighbour is told of, the longest first: a forked feed may have more."""

JOINS_A_FRAME: Final = 100
STRANGERS_MAX: Final = 8_192
"""Feeds not known here of which a neighbour's tips are remembered."""

STEP_BACK: Final = 64
"""How far below an unknown tip a branch is asked for first; doubled each time that it does not connect."""


@dataclass(slots=True)
class _Repair:
    """A stretch that some neighbour has and we do not.

    Attributes:
        since_ms: when this was last looked at.
        seq: how far the feed was held then.
        tries: how often it has been asked for without the feed growing.
    """

    since_ms: int
    seq: int
    tries: int = 0

    def due_ms(self) -> int:
        """Return when to look at it again."""
        return self.since_ms + (REPAIR_AFTER_MS << min(self.tries, 5))


class Exchange:
    """The neighbours, at whom each feed is followed, and the frames that follow from what happens.

    Attributes:
        outgoing: (peer, frame) pairs, to be sent after the batch has become durable.
        asked: (peer, wish) pairs: what neighbours want to be sent, from now on.
        released: how far the own feed may be told of, None for as far as it is held.
    """

    def __init__(
        self,
        me: MemberId,
        lineage: Lineage,
        is_author: Callable[[MemberId], bool],
        workspace: Workspace,
        heads: Heads,
        tell_all_max: int = TELL_ALL_MAX,
        is_put_off: Callable[[MemberId], bool] = lambda _: False,
    ) -> None:
        self._me = me
        self._network = lineage.genesis.network
        self._lineage = lineage
        self._is_author = is_author
        self._is_put_off = is_put_off
        self._workspace = workspace
        self._heads = heads
        self._greeter = Greeter(me, lineage, heads, self._tips_of, tell_all_max)
        self._followed: dict[MemberId, MemberId] = {}
        self._repairs: dict[tuple[MemberId, MemberId], _Repair] = {}
        self._grown: set[MemberId] = set()
        self._bodies = BodyHunt(workspace)
        self._told_ms = 0
        self.neighbours: dict[MemberId, Neighbour] = {}
        self.outgoing: list[tuple[MemberId, Frame]] = []
        self.asked: list[tuple[MemberId, Want]] = []
        self.released: int | None = None

    def link_up(self, peer: MemberId, proofs: Iterable[ForkProof], now_ms: int) -> None:
        """Greet a new neighbour, tell it of every known fork, and follow its own feed at it.

        A link that takes the place of another one is a new beginning for both sides.
        """
        self.link_down(peer, now_ms)
        self.neighbours[peer] = neighbour = Neighbour(clock_told_ms=now_ms)
        self.outgoing.append((peer, self._greeter.greet(neighbour)))
        self.outgoing.extend((peer, Proof(proof)) for proof in proofs)
        if self._is_author(peer) and not self._is_put_off(peer):
            self._follow(peer, peer)

    def link_down(self, peer: MemberId, now_ms: int) -> None:
        """Forget a neighbour, and follow elsewhere what was followed at it."""
        if self.neighbours.pop(peer, None) is None:
            return
        for author in sorted(author for author, source in self._followed.items() if source == peer):
            del self._followed[author]
        for key in [key for key in self._repairs if key[0] == peer]:
            del self._repairs[key]
        for other in sorted(self.neighbours):
            self._consider_all(other, now_ms)

    def take(
        self, peer: MemberId, frame: Hello | HeadsGrown | Want | FollowMany | Clock | Comparing, now_ms: int
    ) -> None:
        """Take in what a neighbour says.

        Raises:
            RemoteProtocolError: `foreign-network`, `greeted-twice`, `no-greeting`, or what `Comparison` raises.
        """
        neighbour = self.neighbours.get(peer)
        if neighbour is None:
            return
        if isinstance(frame, Hello) == neighbour.greeted:
            raise RemoteProtocolError("greeted-twice" if neighbour.greeted else "no-greeting")
        match frame:
            case Hello(network, time_ms, height, tips):
                if network != self._network and network in self._lineage.networks:
                    # It has not gone over yet. It ends the link itself, and may come again at once when it has.
                    self.link_down(peer, now_ms)
                    return
                if network != self._network:
                    raise RemoteProtocolError("foreign-network")
                neighbour.greeted, neighbour.clock_offset_ms = True, time_ms - now_ms
                neighbour.height = height
                self.ask_for_blocks(peer)
                self._take_tips(peer, neighbour, tips, now_ms)
                self._send(peer, self._greeter.answer(peer, neighbour, frame))
            case HeadsGrown(tips):
                self._take_tips(peer, neighbour, tips, now_ms)
            case Clock(time_ms):
                neighbour.clock_offset_ms = time_ms - now_ms
            case Want():
                self.asked.append((peer, frame))
            case FollowMany(feeds):
                self.asked.extend((peer, Want(author, seq, FOLLOW)) for author, seq in self._authors_of(feeds))
            case Symbols() | More() | Differing() | AllTold():
                self._send(peer, self._greeter.go_on(neighbour, frame))
                self._consider_all(peer, now_ms)

    def is_told(self, peer: MemberId) -> bool:
        """Return whether a neighbour has told of all feeds that it holds."""
        neighbour = self.neighbours.get(peer)
        return neighbour is not None and neighbour.is_told

    def _send(self, peer: MemberId, frames: Iterable[Frame]) -> None:
        self.outgoing.extend((peer, frame) for frame in frames)

    def _authors_of(self, feeds: Iterable[tuple[bytes, int]]) -> list[tuple[MemberId, int]]:
        by_stem = {author[:STEM_BYTES]: author for author in self._heads.authors()}
        return [(by_stem[stem], seq) for stem, seq in feeds if stem in by_stem]

    def _take_tips(self, peer: MemberId, neighbour: Neighbour, tips: Iterable[Tip], now_ms: int) -> None:
        by_author: dict[MemberId, list[Tip]] = {}
        for tip in tips:
            by_author.setdefault(tip.author, []).append(tip)
        for author, ends in by_author.items():
            # Who is a stranger here may turn out to be a member: a newcomer knows the founders only.
            if author in neighbour.tips or self._is_author(author) or neighbour.strangers < STRANGERS_MAX:
                neighbour.strangers += author not in neighbour.tips and not self._is_author(author)
                neighbour.tips[author] = in_order(ends)
        self._consider_all(peer, now_ms)

    def consider_again(self, now_ms: int) -> None:
        """Look again at what the neighbours have told: somebody has become a member, or is put off no longer."""
        for peer in sorted(self.neighbours):
            self._consider_all(peer, now_ms)

    def _consider_all(self, peer: MemberId, now_ms: int) -> None:
        fresh = list[MemberId]()
        for author, tips in sorted(self.neighbours[peer].tips.items()):
            if not self._is_author(author) or self._is_put_off(author):
                continue
            if all(self.holds(peer, tip) for tip in tips):
                self._repairs.pop((peer, author), None)
            elif author not in self._followed:
                fresh.append(author)
                self._repairs[peer, author] = _Repair(now_ms, self._heads.seq(author))
            else:
                self._repairs.setdefault((peer, author), _Repair(now_ms, self._heads.seq(author)))
        self._follow_many(fresh, peer)

    def holds(self, peer: MemberId, tip: Tip) -> bool:
        """Return whether an end that a neighbour has shown is held here."""
        if tip.seq > self._heads.seq(tip.author):
            return False
        if len(tip.id) == ID_BYTES:
            return self._workspace.fact(tip.id) is not None
        salt = self.neighbours[peer].salt
        return any(short_id(salt, held) == tip.id for held in self._workspace.ids_at(tip.author, tip.seq))

    def _follow_many(self, authors: Sequence[MemberId], peer: MemberId) -> None:
        """Follow feeds at a peer that are followed nowhere yet; several by one frame, a third as large."""
        if len(authors) == 1:
            self._follow(authors[0], peer)
            return
        self._followed |= dict.fromkeys(authors, peer)
        feeds = [(author[:STEM_BYTES], self._heads.seq(author) + 1) for author in authors]
        for start in range(0, len(feeds), FOLLOWS_MAX):
            self.outgoing.append((peer, FollowMany(tuple(feeds[start : start + FOLLOWS_MAX]))))

    def _follow(self, author: MemberId, peer: MemberId) -> None:
        before = self._followed.get(author)
        if before is not None and before != peer:
            self.outgoing.append((before, Want(author, STOP, STOP)))
        self._followed[author] = peer
        self.outgoing.append((peer, Want(author, self._heads.seq(author) + 1, FOLLOW)))

    def put_off(self, author: MemberId) -> None:
        """Ask nobody for a feed, until `consider_again`."""
        source = self._followed.pop(author, None)
        if source is not None:
            self.outgoing.append((source, Want(author, STOP, STOP)))
        for key in [key for key in self._repairs if key[1] == author]:
            del self._repairs[key]

    def note_grown(self, authors: Iterable[MemberId]) -> None:
        """Take note that feeds have grown, durably."""
        self._grown.update(authors)

    def tell(self, proof: ForkProof) -> None:
        """Tell every neighbour of a fork."""
        self.outgoing.extend((peer, Proof(proof)) for peer in sorted(self.neighbours))

    def ask_for_blocks(self, peer: MemberId) -> None:
        """Ask a neighbour for the blocks that it holds beyond ours."""
        neighbour = self.neighbours.get(peer)
        if neighbour is not None and neighbour.height > self._lineage.height:
            self.outgoing.append((peer, WantBlocks(self._lineage.height)))

    def pass_on(self, joins: Iterable[Entry]) -> None:
        """Hand joins to the neighbours that have not shown the newcomers' feeds: nobody follows a stranger's feed."""
        found = list(joins)
        for peer in sorted(self.neighbours) if found else ():
            self.hand_over(peer, found)

    def hand_over(self, peer: MemberId, joins: Iterable[Entry]) -> None:
        """Hand a neighbour those of the joins whose authors' feeds it has not shown."""
        neighbour = self.neighbours.get(peer)
        if neighbour is not None and neighbour.is_told:
            missing = tuple(entry for entry in joins if entry.header.author not in neighbour.tips)
            self.outgoing.extend((peer, Entries(missing[at : at + JOINS_A_FRAME])) for at in _steps(len(missing)))

    def tick(self, now_ms: int) -> None:
        """Tell the neighbours what has grown, if it is time, and ask again for what has not come."""
        if self._grown and now_ms - self._told_ms >= HEADS_EVERY_MS:
            for peer in sorted(self.neighbours):
                self._send(peer, self._greeter.heads_of(sorted(self._grown)))
            self._grown.clear()
            self._told_ms = now_ms
        for peer, neighbour in sorted(self.neighbours.items()):
            if neighbour.greeted and now_ms - neighbour.clock_told_ms >= CLOCK_EVERY_MS:
                neighbour.clock_told_ms = now_ms
                self.outgoing.append((peer, Clock(now_ms)))
        self.outgoing.extend(self._bodies.tick(now_ms, self.neighbours))
        for (peer, author), repair in sorted(self._repairs.items()):
            if now_ms >= repair.due_ms():
                self._repair(peer, author, repair, now_ms)

    def next_ms(self) -> int | None:
        """Return when `tick` should be called again, None if nothing waits for the time."""
        times = [repair.due_ms() for repair in self._repairs.values()]
        if self._grown and self.neighbours:
            times.append(self._told_ms + HEADS_EVERY_MS)
        times += [item.clock_told_ms + CLOCK_EVERY_MS for item in self.neighbours.values() if item.greeted]
        return min((item for item in (*times, self._bodies.next_ms()) if item is not None), default=None)

    def _repair(self, peer: MemberId, author: MemberId, repair: _Repair, now_ms: int) -> None:
        missing = [tip for tip in self.neighbours[peer].tips.get(author, ()) if not self.holds(peer, tip)]
        if not missing:
            del self._repairs[peer, author]
            return
        seq = self._heads.seq(author)
        repair.since_ms = now_ms
        if seq > repair.seq:
            repair.seq, repair.tries = seq, 0
            return
        if repair.tries == 0 and missing[0].seq > seq:
            first = seq + 1
        else:
            first = max(0, min(seq, missing[-1].seq) - STEP_BACK * 2 ** min(repair.tries, 20))
        repair.tries += 1
        self.outgoing.append((peer, Want(author, first, missing[0].seq)))

    def want_again(self, author: MemberId, seq: int) -> None:
        """Ask every neighbour that holds it for the one entry at a place of a feed: ours has been damaged."""
        for peer, neighbour in sorted(self.neighbours.items()):
            if neighbour.seq(author) >= seq:
                self.outgoing.append((peer, Want(author, seq, seq)))

    def _tips_of(self, author: MemberId) -> list[Tip]:
        if author == self._me and self.released is not None and self.released < self._heads.seq(author):
            # What may not leave the machine yet is not told of either: neighbours would ask for it in vain.
            return [Tip(author, self.released, held) for held in self._workspace.ids_at(author, self.released)]
        return [Tip(author, fact.seq, fact.id) for fact in self._heads.tips(author)[:TIPS_A_FEED]]

    def holders(self, author: MemberId, seq: int) -> int:
        """Return how many connected neighbours are known to hold a feed up to a place, durably."""
        return sum(neighbour.seq(author) >= seq for neighbour in self.neighbours.values())


def _steps(count: int) -> range:
    return range(0, count, JOINS_A_FRAME)
