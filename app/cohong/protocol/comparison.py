"""Two replicas with many feeds find out in which they differ: one side of it (protocol.md 14).

    greater member id            smaller member id
          Symbols ──────────────►  decodes
                  ◄────────────── More, until it has decoded, at most 7 times
          Symbols ──────────────►
                  ◄────────────── [Heads] Differing      now both know
          [Heads] ──────────────►

What a mark cannot say is told by Heads: the author of a feed that the other side does not know, the branches of a
forked one. Whatever cannot be settled like this ends with all tips told, as between replicas with few feeds.

Both sides compare what they held when they were greeted. What grows meanwhile is told by Heads as ever, and holds
against what a mark says.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.frames import Differing, More, Symbols, Tip
from cohong.protocol.reconcile import (
    DIGEST_BITS,
    FIRST_SYMBOLS,
    REFERENCE_BITS,
    SYMBOLS_MAX,
    TOTAL_MAX,
    Decoder,
    Encoder,
    mark,
    mark_parts,
)

Ends: TypeAlias = Mapping[MemberId, tuple[Tip, ...]]

REQUESTS_MAX: Final = 7
SALT_BYTES: Final = 16
SHORT_ID_BYTES: Final = 4
"""Of the id of an entry of which only a mark is known: a keyed digest, shorter than any id."""


def salt_of(sender: MemberId, sender_ms: int, reader: MemberId, reader_ms: int) -> bytes:
    """Return the key of all digests between two neighbours: another one for each greeting, so none can be prepared."""
    greeting = b"cohong/compare/1\0" + sender + reader + b"%d %d" % (sender_ms, reader_ms)
    return hashlib.sha256(greeting).digest()[:SALT_BYTES]


def short_id(salt: bytes, *ids: EntryId) -> EntryId:
    """Return what a mark tells of the ends of a feed, 31 bits."""
    digest = hashlib.blake2b(b"".join(sorted(ids)), key=salt, digest_size=SHORT_ID_BYTES).digest()
    return _short(int.from_bytes(digest, "big") >> (8 * SHORT_ID_BYTES - DIGEST_BITS))


def _short(digest: int) -> EntryId:
    return EntryId(digest.to_bytes(SHORT_ID_BYTES, "big"))


def is_lopsided(here: int, there: int) -> bool:
    """Return whether one side holds more than twice as many feeds: then all tips cost little more, and are simpler."""
    return max(here, there) > 2 * min(here, there)


@dataclass(frozen=True, slots=True)
class Found:
    """What a comparison has found.

    Attributes:
        ends: author -> ends of the feed as the neighbour holds it; one that differs has one end, known by its short id.
        to_tell: feeds of which the neighbour needs the tips themselves.
    """

    ends: dict[MemberId, tuple[Tip, ...]]
    to_tell: list[MemberId]


class Comparison:
    """One side of a comparison.

    Attributes:
        is_ambiguous: whether two feeds have one reference, so that it cannot be carried out.
    """

    def __init__(self, salt: bytes, ends: Ends, here: int, there: int) -> None:
        self._salt = salt
        self._ends = ends
        self._authors = {self._reference(author): author for author in ends}
        self._marks = {reference: self._mark(author) for reference, author in self._authors.items() if ends[author]}
        self._first = min(FIRST_SYMBOLS + 2 * abs(here - there), SYMBOLS_MAX)
        self._asked = self._first
        self._requests = 0
        self._encoder: Encoder | None = None
        self._decoder: Decoder | None = None
        self.is_ambiguous = len(self._authors) < len(ends)

    def _reference(self, author: MemberId) -> int:
        digest = hashlib.blake2b(author, key=self._salt, digest_size=REFERENCE_BITS // 8).digest()
        return int.from_bytes(digest, "big")

    def _mark(self, author: MemberId) -> int:
        tips = self._ends[author]
        digest = int.from_bytes(short_id(self._salt, *(tip.id for tip in tips)), "big")
        return mark(max(tip.seq for tip in tips), digest, is_forked=len(tips) > 1)

    # The side that sends symbols.

    def begin(self) -> Symbols:
        """Return the first symbols."""
        self._encoder = Encoder(self._marks)
        return Symbols(self._encoder.take(self._first))

    def answer(self, wish: More) -> Symbols:
        """Return more symbols.

        Raises:
            RemoteProtocolError: `out-of-turn`, or `endless`.
        """
        if self._encoder is None:
            raise RemoteProtocolError("out-of-turn")
        self._requests += 1
        if self._requests > REQUESTS_MAX or not 0 < wish.count <= min(SYMBOLS_MAX, TOTAL_MAX - self._encoder.made):
            raise RemoteProtocolError("endless")
        return Symbols(self._encoder.take(wish.count))

    def hear(self, said: Differing) -> Found:
        """Return what the neighbour has found.

        Raises:
            RemoteProtocolError: `out-of-turn`.
        """
        if self._encoder is None:
            raise RemoteProtocolError("out-of-turn")
        return self._found(dict(said.marks))

    # The side that decodes.

    def decode(self, frame: Symbols) -> More | Differing | None:
        """Return what to say to more symbols: a wish for more, what differs, or None where it is given up.

        Raises:
            RemoteProtocolError: `out-of-turn`, or `not-as-asked`.
        """
        if self._encoder is not None:
            raise RemoteProtocolError("out-of-turn")
        if len(frame.symbols) != self._asked:
            raise RemoteProtocolError("not-as-asked")
        if self.is_ambiguous:
            return None
        if self._decoder is None:
            self._decoder = Decoder(self._marks)
        if self._decoder.add(frame.symbols):
            return Differing(tuple((item, self._marks.get(item, 0)) for item in self._decoder.differing()))
        self._requests += 1
        lacking, self._asked = self._decoder.lacking(), 0
        if self._requests > REQUESTS_MAX or lacking > min(SYMBOLS_MAX, TOTAL_MAX - self._decoder.made):
            return None
        self._asked = lacking
        return More(lacking)

    def found(self) -> Found:
        """Return what was decoded."""
        assert self._decoder is not None, "asked once it is decoded"
        return self._found(self._decoder.differing())

    def _found(self, differing: Mapping[int, int]) -> Found:
        ends, to_tell = dict[MemberId, tuple[Tip, ...]](), list[MemberId]()
        for reference, author in self._authors.items():
            own = self._ends[author]
            if reference not in differing:
                if own:
                    ends[author] = own
                continue
            seq, digest, is_forked = mark_parts(differing[reference])
            if seq >= 0:
                ends[author] = (Tip(author, seq, _short(digest)),)
            if own and (seq < 0 or is_forked or len(own) > 1):
                to_tell.append(author)
        return Found(ends, sorted(to_tell))
