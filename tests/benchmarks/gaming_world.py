"""Members that trade honestly for two years, for attacks to be tried on: deals between them and what they say.

Days are counted from the first. Everything is drawn from one seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from cohong.insight.trade_lines import Payment, TradeLine

MEMBERS: Final = 200
DEALS: Final = 6_000
TODAY: Final = 730
TERMS_DAYS: Final = 30
CURRENCY: Final = "HKD"
# Trade lines count days from the year 1: this is in 1999.
_ORIGIN: Final = 730_000


@dataclass(frozen=True, slots=True)
class Deal:
    """An obligation, paid as a whole on a day or not at all."""

    creditor: str
    debtor: str
    amount_minor: int
    issued: int
    paid: int | None

    def line(self) -> TradeLine:
        """Return it as payment facts see it."""
        due = _ORIGIN + self.issued + TERMS_DAYS
        payments = () if self.paid is None else (Payment(_ORIGIN + self.paid, self.amount_minor),)
        return TradeLine(self.creditor, CURRENCY, self.amount_minor, due - TERMS_DAYS, due, payments=payments)


@dataclass(frozen=True, slots=True)
class Word:
    """What a rater says of a subject, from -1 to +1."""

    rater: str
    subject: str
    value: float
    day: int


@dataclass(frozen=True, slots=True)
class World:
    """All that is on the book. `honest` are those who were there before any attack."""

    honest: tuple[str, ...]
    deals: tuple[Deal, ...]
    words: tuple[Word, ...]

    def with_more(self, deals: Sequence[Deal] = (), words: Sequence[Word] = ()) -> World:
        """Return it after more has happened. Of several words of one about another the latest counts."""
        return replace(self, deals=(*self.deals, *deals), words=_latest((*self.words, *words)))

    def repaid_by(self, members: Iterable[str]) -> int:
        """Return what these have repaid to others than themselves, in minor units: what an attack has cost."""
        inside = set(members)
        return sum(
            deal.amount_minor
            for deal in self.deals
            if deal.debtor in inside and deal.creditor not in inside and deal.paid is not None
        )


def as_of_today() -> int:
    """Return the last day as trade lines count days."""
    return _ORIGIN + TODAY


def honest_world(random: Random) -> World:
    """Return members of different size and punctuality, and what creditors say of how they were paid."""
    names = tuple(f"firm {number:03}" for number in range(MEMBERS))
    sizes = [random.paretovariate(1.5) for _ in names]
    punctual = {name: random.betavariate(8, 2) for name in names}
    deals: list[Deal] = []
    words: list[Word] = []
    while len(deals) < DEALS:
        creditor, debtor = random.choices(names, sizes, k=2)
        if creditor != debtor:
            is_on_time = random.random() < punctual[debtor]
            issued = random.randrange(TODAY - 2 * TERMS_DAYS)
            paid = issued + (random.randint(10, TERMS_DAYS) if is_on_time else TERMS_DAYS + random.randint(1, 30))
            deals.append(Deal(creditor, debtor, int(random.paretovariate(1.2) * 500_000), issued, paid))
            words.append(Word(creditor, debtor, random.choice((0.3, 0.5, 1.0) if is_on_time else (-0.5, -0.1)), paid))
    return World(names, tuple(deals), _latest(words))


def _latest(words: Iterable[Word]) -> tuple[Word, ...]:
    by_pair = {(word.rater, word.subject): word for word in sorted(words, key=lambda word: word.day)}
    return tuple(sorted(by_pair.values(), key=lambda word: (word.day, word.rater, word.subject)))
