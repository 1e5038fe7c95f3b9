"""Which feeds two replicas hold differently, found at a cost that grows with how many these are (protocol.md 14).

Theory of operation. A replica is a table: reference of a feed -> mark of how far it is held, 0 for not at all. Both are
short keyed digests, so nobody can choose keys or entries that collide. One side sends *symbols* of its table, an
endless row of sums. Every feed is part of symbol 0, and of symbol n with a likelihood of 1 / (1 + n/2); which ones
follows from its reference. That is the row of a rateless invertible Bloom lookup table (Yang, Gilad, Alizadeh 2024,
arXiv 2402.02668): from the first 1.35 to 1.7 d symbols of a difference of d items the items can be read off one after
another, whatever the tables hold, and nobody has to know d before.

What is summed differs from the paper. There a set's items are combined by exclusive or, with a check of each, and a
feed of which one side holds more would be two items, the old end and the new one. Here a symbol is two sums modulo a
prime P, of the marks and of reference x mark. The other side subtracts its own. A feed that is the only one in a
symbol to differ leaves (x, r x), and the quotient names it: one item a feed. A quotient of several feeds is any number
below P, and is taken for a reference, of 40 bits, once in 2^24 times, less often yet if it has to belong into the
symbol and to give a mark. Even that does no lasting harm: sums are linear, so what was taken out wrongly turns up again
as a difference of its own, and comes out once more with the opposite sign.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import isqrt
from typing import Final, TypeAlias

Symbol: TypeAlias = tuple[int, int]
"""Sum of the marks, sum of reference x mark, both modulo PRIME."""

PRIME: Final = 2**64 - 59
REFERENCE_BITS: Final = 40
DIGEST_BITS: Final = 31
FORKED: Final = 1 << DIGEST_BITS
SEQ_SHIFT: Final = DIGEST_BITS + 1
MARK_LIMIT: Final = 1 << 63

FIRST_SYMBOLS: Final = 2
"""Enough for tables that are equal or differ in one feed, as most do when a link comes up again."""

SYMBOLS_MAX: Final = 32_768
"""Symbols that go into one frame."""

TOTAL_MAX: Final = 65_536
GROWTH: Final = ((18, 4), (45, 3), (135, 4), (TOTAL_MAX, 6))
"""(below how many symbols, how many halves of them more) while not one empty symbol tells how many are lacking: 2, 6,
18, 45, 135, 540, 2,160, 8,640. Eighteen prove little, hence the smaller step after them."""

PATIENT_FOR: Final = 7
"""From this request on as many again are asked for at least: better some too many than one round trip more."""

_STEP: Final = 0xDA942042E4DD58B5
_MASK: Final = 2**64 - 1


def mark(seq: int, digest: int, *, is_forked: bool) -> int:
    """Return the mark of a feed: never 0, and different for different ends but once in 2^31 times."""
    return (seq + 1) << SEQ_SHIFT | (FORKED if is_forked else 0) | digest


def mark_parts(value: int) -> tuple[int, int, bool]:
    """Return seq, -1 for none, digest, and whether the feed is forked."""
    return (value >> SEQ_SHIFT) - 1, value & (FORKED - 1), bool(value & FORKED)


def is_mark(value: int) -> bool:
    """Return whether a number is the mark of a feed, or 0."""
    return value == 0 or 1 << SEQ_SHIFT <= value < MARK_LIMIT


class _Walk:
    """The symbols that one feed is part of, in ascending order: where it stands, and what it adds there."""

    __slots__ = ("_state", "at", "value", "weighted")

    def __init__(self, reference: int, value: int) -> None:
        self.at = 0
        self.value, self.weighted = value, reference * value % PRIME
        self._state = reference << 1 | 1

    def advance(self) -> None:
        """Go to the next symbol: beyond n + k with a likelihood of ((n + 1.5) / (n + 1.5 + k))^2, as in the paper."""
        self._state = self._state * _STEP & _MASK
        root = isqrt((self._state + 1) << 32)
        self.at += max(1, -((2 * self.at + 3) * (root - 2**48) // (2 * root)))

    def add_to(self, sums: list[list[int]], start: int, sign: int) -> None:
        """Add the feed to the symbols that begin at `start`, up to the end of them."""
        end = start + len(sums)
        while self.at < end:
            cell = sums[self.at - start]
            cell[0] += sign * self.value
            cell[1] += sign * self.weighted
            self.advance()


class Encoder:
    """The symbols of a table, one stretch after the other."""

    def __init__(self, marks: Mapping[int, int]) -> None:
        self._walks = [_Walk(reference, value) for reference, value in marks.items()]
        self.made = 0

    def take(self, count: int) -> tuple[Symbol, ...]:
        """Return the next `count` symbols."""
        sums = [[0, 0] for _ in range(count)]
        for walk in self._walks:
            walk.add_to(sums, self.made, 1)
        self.made += count
        return tuple((values % PRIME, weighted % PRIME) for values, weighted in sums)


class Decoder:
    """Finds out from another table's symbols in which feeds it differs from this one.

    Attributes:
        batches: how often symbols have been added.
    """

    def __init__(self, marks: Mapping[int, int]) -> None:
        self._marks = marks
        self._own = Encoder(marks)
        self.batches = 0
        self._cells: list[list[int]] = []
        self._found: dict[int, int] = {}
        self._walks: list[_Walk] = []

    def add(self, symbols: Sequence[Symbol]) -> bool:
        """Take in the next symbols; returns whether they explain all that was added so far."""
        start = len(self._cells)
        self.batches += 1
        pairs = zip(symbols, self._own.take(len(symbols)), strict=True)
        fresh = [[theirs[0] - ours[0], theirs[1] - ours[1]] for theirs, ours in pairs]
        for walk in self._walks:
            walk.add_to(fresh, start, -1)
        self._cells += [[values % PRIME, weighted % PRIME] for values, weighted in fresh]
        self._peel(range(start, len(self._cells)))
        return not any(values or weighted for values, weighted in self._cells)

    @property
    def made(self) -> int:
        """How many symbols have been added."""
        return len(self._cells)

    def differing(self) -> dict[int, int]:
        """Return reference -> the other table's mark of every feed that differs, 0 where it has none."""
        return {
            reference: (self._marks.get(reference, 0) + change) % PRIME
            for reference, change in sorted(self._found.items())
        }

    def _peel(self, places: Iterable[int]) -> None:
        """Take out whatever stands alone in a symbol, and look again where it was taken out.

        Made-up symbols can contradict one another without end: hence the bound, which honest ones never reach.
        """
        left, budget = list(places), 2 * len(self._cells) + 16
        while left and budget:
            place = left.pop()
            reference = self._alone_in(place)
            if reference is not None:
                budget -= 1
                left += self._take_out(reference, self._cells[place][0])

    def _alone_in(self, place: int) -> int | None:
        """Return whose feed is the only one in a symbol to differ, as far as one can tell; None if there is none."""
        value, weighted = self._cells[place]
        if value == 0:
            return None
        reference = weighted * pow(value, -1, PRIME) % PRIME
        if reference >> REFERENCE_BITS:
            return None
        change = self._found.get(reference, 0) + value
        return reference if self._gives_mark(reference, change) and _belongs(reference, place) else None

    def _gives_mark(self, reference: int, change: int) -> bool:
        return is_mark((self._marks.get(reference, 0) + change) % PRIME)

    def _take_out(self, reference: int, change: int) -> list[int]:
        """Add a change to what was found, and take it out of all symbols; returns the places of these."""
        total = (self._found.pop(reference, 0) + change) % PRIME
        if total:
            self._found[reference] = total
        walk, touched = _Walk(reference, change), []
        while walk.at < len(self._cells):
            cell = self._cells[walk.at]
            cell[0] = (cell[0] - walk.value) % PRIME
            cell[1] = (cell[1] - walk.weighted) % PRIME
            touched.append(walk.at)
            walk.advance()
        self._walks.append(walk)
        return touched

    def lacking(self) -> int:
        """Return how many more symbols to ask for: a third of those made, or more if few of the newest are empty.

        A symbol n is empty with a likelihood of about e^(-2d/n). Of the half that ends at m, 2^-k are empty where
        d is about 0.26 k m, so that 0.37 k m symbols will do.
        """
        made = len(self._cells)
        newest = self._cells[made // 2 :]
        empty = sum(not (values or weighted) for values, weighted in newest)
        if not empty:
            return made * next(halves for below, halves in GROWTH if made < below) // 2
        k = (len(newest) // empty).bit_length() - 1
        least = made if self.batches >= PATIENT_FOR else (made + 2) // 3
        return max(least, made * (3 * k - 6) // 8)


def _belongs(reference: int, place: int) -> bool:
    walk = _Walk(reference, 0)
    while walk.at < place:
        walk.advance()
    return walk.at == place
