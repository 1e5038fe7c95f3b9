"""How neighbours come to know what feeds each other holds, when a link comes up (protocol.md 14).

One with few feeds tells all tips in its greeting. One with more says how many these are. Where both have many, they
compare them, and only what differs is told; where one has few, or the comparison fails, all tips are told in as many
frames as it takes, and `AllTold` after them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.comparison import Comparison, Found, is_lopsided, salt_of
from cohong.protocol.frames import (
    HEADS_MAX,
    AllTold,
    Comparing,
    Differing,
    Frame,
    HeadsGrown,
    Hello,
    More,
    Symbols,
    Tip,
)
from cohong.protocol.heads import Heads

TELL_ALL_MAX: Final = 64
"""Feeds of which a greeting tells all tips: 5 KB, and no further round trip."""


@dataclass(slots=True)
class Neighbour:
    """What a connected peer has told.

    Attributes:
        tips: author -> ends of the feed that it holds durably, with the highest seq first. From a comparison the id of
            an end may be known in short only (`Exchange.holds`).
        greeted: whether its `Hello` has come.
        is_told: whether it has told of all feeds that it holds: of those without tips it holds nothing.
        untold: how many feeds our own greeting has left untold.
        strangers: how many of the feeds are of nobody known here.
        comparison: what is under way to find out in which feeds it differs.
        salt: the key of short ids.
        height: of the newest final block that it has shown to hold.
        clock_offset_ms: its clock less ours.
    """

    tips: dict[MemberId, tuple[Tip, ...]] = field(default_factory=dict)
    greeted: bool = False
    is_told: bool = False
    untold: int = 0
    comparison: Comparison | None = None
    salt: bytes = b""
    height: int = 0
    clock_offset_ms: int = 0
    clock_told_ms: int = 0
    strangers: int = 0

    def seq(self, author: MemberId) -> int:
        """Return how far this peer holds a feed, -1 for not at all."""
        tips = self.tips.get(author)
        return tips[0].seq if tips else -1


class Greeter:
    """Greets neighbours, and goes on until they know each other's feeds. What it returns is to be sent in this order.

    Args:
        tips_of: ends of a feed, as far as it may be told of.
        tell_all_max: up to how many feeds a greeting tells all tips.
    """

    def __init__(
        self,
        me: MemberId,
        lineage: Lineage,
        heads: Heads,
        tips_of: Callable[[MemberId], list[Tip]],
        tell_all_max: int,
    ) -> None:
        self._me = me
        self._lineage = lineage
        self._heads = heads
        self._tips_of = tips_of
        self._tell_all_max = tell_all_max

    def greet(self, neighbour: Neighbour) -> Hello:
        """Return what is said to a new neighbour first."""
        authors = self._heads.authors()
        neighbour.untold = len(authors) if len(authors) > self._tell_all_max else 0
        tips = () if neighbour.untold else tuple(tip for author in authors for tip in self._tips_of(author))
        network, height = self._lineage.genesis.network, self._lineage.height
        return Hello(network, neighbour.clock_told_ms, height, tips, neighbour.untold)

    def answer(self, peer: MemberId, neighbour: Neighbour, hello: Hello) -> list[Frame]:
        """Answer a greeting, whose tips have been taken in: tell all, where either side has few feeds; else compare."""
        neighbour.is_told = not hello.untold
        if neighbour.is_told or not neighbour.untold or is_lopsided(neighbour.untold, hello.untold):
            return self._tell_all(neighbour)
        mine, its = (self._me, neighbour.clock_told_ms), (peer, hello.time_ms)
        neighbour.salt = salt_of(*max(mine, its), *min(mine, its))
        # Oneself is always among them: how far the other holds one's own feed must come out, even if all of it is lost.
        ends = {author: in_order(self._tips_of(author)) for author in {*self._heads.authors(), self._me}}
        neighbour.comparison = Comparison(neighbour.salt, ends, neighbour.untold, hello.untold)
        if self._me < peer:
            return []
        return self._tell_all(neighbour) if neighbour.comparison.is_ambiguous else [neighbour.comparison.begin()]

    def go_on(self, neighbour: Neighbour, frame: Comparing) -> list[Frame]:
        """Take the next step.

        Raises:
            RemoteProtocolError: `out-of-turn`, or what `Comparison` raises.
        """
        if isinstance(frame, AllTold):
            neighbour.is_told, neighbour.comparison = True, None
            return self._tell_all(neighbour)
        comparison = neighbour.comparison
        if comparison is None:
            raise RemoteProtocolError("out-of-turn")
        match frame:
            case More():
                return [comparison.answer(frame)]
            case Differing():
                return self._conclude(neighbour, comparison.hear(frame))
            case Symbols():
                return self._decode(neighbour, comparison, frame)

    def _decode(self, neighbour: Neighbour, comparison: Comparison, frame: Symbols) -> list[Frame]:
        answer = comparison.decode(frame)
        if isinstance(answer, Differing):
            # The authors that the other side does not know come first: it takes what it was told for complete then.
            return [*self._conclude(neighbour, comparison.found()), answer]
        if answer is not None:
            return [answer]
        neighbour.comparison = None
        return self._tell_all(neighbour)

    def _conclude(self, neighbour: Neighbour, found: Found) -> list[Frame]:
        for author, tips in found.ends.items():
            # What has been told since the greeting is newer.
            neighbour.tips.setdefault(author, tips)
        neighbour.is_told, neighbour.comparison, neighbour.untold = True, None, 0
        return list(self.heads_of(found.to_tell))

    def _tell_all(self, neighbour: Neighbour) -> list[Frame]:
        """Tell all tips, unless they have been told."""
        if not neighbour.untold:
            return []
        neighbour.untold = 0
        return [*self.heads_of(self._heads.authors()), AllTold()]

    def heads_of(self, authors: Iterable[MemberId]) -> list[HeadsGrown]:
        """Return frames that tell all ends of some feeds, as many as a reader takes at once; those of a feed in one."""
        parts = [list[Tip]()]
        for author in authors:
            ends = self._tips_of(author)
            if len(parts[-1]) + len(ends) > HEADS_MAX:
                parts.append([])
            parts[-1] += ends
        return [HeadsGrown(tuple(part)) for part in parts if part]


def in_order(tips: Iterable[Tip]) -> tuple[Tip, ...]:
    """Return ends of a feed, the longest first."""
    return tuple(sorted(tips, key=lambda tip: (-tip.seq, tip.id)))
