"""A large book in a real encrypted ledger: members with profiles in three scripts, and obligations with their lives.

The tables have the rows that a node would have written: ids, facts, entries with the bodies of receipts, obligations,
profiles with their search tables, endorsements, disputes. What no question about reputation reads is left out, which is
signatures, votes and blocks, so that a million obligations take minutes to make and not days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from cohong.book.objects import Profile, natural_id
from cohong.ledger.connection import Connection
from cohong.ledger.ledger import Ledger
from cohong.ledger.numbers import Numbers
from cohong.primitives.encoding import Value, encode
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Commit

YEARS: Final = 4
KINDS: Final = ("credit.propose", "credit.accept", "credit.receipt", "dispute.open", "endorse.set")
TRADE_OF_FIRST: Final = (0.99, 1.0, 0.98, 0.9, 0.5)
"""How many members trade less than each of the first ones; one of them is the busiest."""
CURRENCIES: Final = ("HKD", "CNY", "USD")
_PROFILES_AT_ONCE: Final = 1_000
_ROWS_AT_ONCE: Final = 50_000
_ANCHORED: Final = 6
_FACT: Final = "INSERT INTO facts VALUES (?, ?, ?, NULL, ?, 0, ?, ?, 1, ?, ?)"
_OBLIGATION: Final = (
    "INSERT INTO obligations (no, version, state, debtor, creditor, proposer, holder, amount, received, claimed,"
    " issued, due, grace, received_on, newest, level, changed_ms, currency, reference, valid_until, flags, description,"
    " evidence, written_off) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 3, '', x'', ?)"
)
_ENGLISH: Final = (
    (
        "Harbour",
        "Lotus",
        "Pearl",
        "Golden",
        "Victoria",
        "Lantau",
        "Kowloon",
        "Jade",
        "Orient",
        "Silver",
        "Dragon",
        "Sun",
    ),
    (
        "Trading",
        "Electronics",
        "Freight",
        "Textile",
        "Foods",
        "Metals",
        "Paper",
        "Toys",
        "Optical",
        "Garment",
        "Plastics",
    ),
    ("Ltd", "Limited", "Co. Ltd", "Holdings", "(Hong Kong) Ltd", "International"),
)
_HANT: Final = (
    "海港明珠金龍銀華東方興永盛富寶利泰",
    ("貿易", "電子", "貨運", "紡織", "食品", "五金", "紙業", "玩具", "光學", "塑膠"),
)
_HANS: Final = (
    "海港明珠金龙银华东方兴永盛富宝利泰",
    ("贸易", "电子", "货运", "纺织", "食品", "五金", "纸业", "玩具", "光学", "塑胶"),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many members, obligations, and words of members on each other."""

    members: int
    obligations: int
    endorsements: int


def fill(ledger: Ledger, writer: Connection, size: Size, *, first: Sequence[MemberId], today: date, seed: int) -> None:
    """Fill a ledger that has no obligations yet; `first` are members beside those that are made up."""
    random = np.random.default_rng(seed)
    members = [
        *first,
        *(MemberId(hashlib.sha256(b"member %d" % at).digest()) for at in range(size.members - len(first))),
    ]
    numbers = Numbers(writer)
    with writer.transaction():
        places = [numbers.intern_member(member) for member in members]
        kinds = [numbers.intern_kind(kind) for kind in KINDS]
    for start in range(0, len(members), _PROFILES_AT_ONCE):
        some = list(enumerate(members))[start : start + _PROFILES_AT_ONCE]
        ledger.commit(Commit(objects=[profile_of(random, place, member) for place, member in some]))
    row = writer.row("SELECT coalesce(max(no), 0) FROM ids")
    assert row is not None
    weights = np.sort(random.pareto(1.5, len(members)) + 1)
    ranks = [round(share * (len(members) - 1)) for share in TRADE_OF_FIRST[: len(first)]]
    weights = np.concatenate([weights[ranks], np.delete(weights, ranks)])
    lives = _Lives(random, np.array(places), weights / weights.sum(), kinds, int(row[0]) + 1, today)
    for start in range(0, size.obligations, _ROWS_AT_ONCE):
        lives.write(writer, min(_ROWS_AT_ONCE, size.obligations - start))
    lives.endorse(writer, size.endorsements)


def profile_of(random: np.random.Generator, place: int, member: MemberId) -> Profile:
    """Return a profile with names in three scripts; a few of them are the same."""
    english = " ".join(str(random.choice(words)) for words in _ENGLISH)
    at, kind = random.integers(0, len(_HANT[0]), 3), int(random.integers(0, len(_HANT[1])))
    hant, hans = ("".join(names[0][part] for part in at) + names[1][kind] for names in (_HANT, _HANS))
    names = (("en", f"{english} {place:05}"), ("zh_hans", f"{hans}有限公司"), ("zh_hant", f"{hant}有限公司"))
    version = EntryId(hashlib.sha256(b"profile %d" % place).digest())
    return Profile(
        natural_id("profile", member), version, member, 0, "firm", names, "Hong Kong", (("hkbr", f"{place:08}"),)
    )


@dataclass(slots=True)
class _Lives:
    random: np.random.Generator
    members: np.ndarray[tuple[int], np.dtype[np.int64]]
    chances: np.ndarray[tuple[int], np.dtype[np.float64]]
    kinds: Sequence[int]
    next_no: int
    today: date
    seq: int = 1_000_000

    def write(self, writer: Connection, count: int) -> None:
        """Write so many obligations, each with proposal and answer, and one or two receipts where it is paid."""
        facts: list[tuple[object, ...]] = []
        bodies: list[tuple[object, ...]] = []
        obligations = [self._life(terms, facts, bodies) for terms in self._terms(count)]
        with writer.transaction():
            identities = self.random.bytes(32 * len(facts))
            writer.run_many(
                "INSERT INTO ids VALUES (?, ?)",
                [(fact[0], identities[32 * at : 32 * at + 32]) for at, fact in enumerate(facts)],
            )
            writer.run_many(_FACT, facts)
            writer.run_many("INSERT INTO entries VALUES (?, 0, x'', NULL, ?)", bodies)
            writer.run_many(_OBLIGATION, obligations)

    def _terms(self, count: int) -> Iterator[tuple[int, ...]]:
        random, last = self.random, self.today.toordinal()
        parties = random.choice(self.members, (3, count), p=self.chances)
        amounts = (np.exp(random.normal(12.5, 1.2, count))).astype(np.int64) + 1
        issued = last - random.integers(0, YEARS * 365, count)
        due = issued + random.choice([14, 30, 60, 90], count, p=[0.1, 0.5, 0.3, 0.1])
        # How well a member pays is its own.
        care = 0.25 + 0.7 * ((parties[1] * 2_654_435_761) % 1_000) / 1_000
        late = np.where(random.random(count) < care, -random.integers(0, 8, count), random.geometric(0.05, count))
        fate, currency = random.random(count), random.choice(3, count, p=[0.7, 0.2, 0.1])
        columns = (*parties, amounts, issued, due, due + late, (fate * 1_000).astype(np.int64), currency)
        for row in zip(*(column.tolist() for column in columns), strict=True):
            if row[0] != row[1]:
                yield row

    def _life(
        self, terms: tuple[int, ...], facts: list[tuple[object, ...]], bodies: list[tuple[object, ...]]
    ) -> tuple[object, ...]:
        creditor, debtor, buyer, amount, issued, due, paid_on, fate, currency = terms
        number, last = self.next_no, self.today.toordinal()
        self._add(facts, bodies, 0, creditor, issued, number, None)
        self._add(facts, bodies, 1, debtor, issued, number, number)
        is_lost, is_paid = fate < 15 and due < last - 90, paid_on <= last and fate >= 40
        holder = buyer if fate > 990 and buyer != debtor else creditor
        if is_paid:
            parts = [(amount // 2, max(issued, paid_on - 10))] if fate > 960 else []
            parts.append((amount - sum(part for part, _ in parts), paid_on))
            for part, day in parts:
                body: dict[str, Value] = {
                    "amount": part,
                    "value_date": date.fromordinal(day).isoformat(),
                    "method": "",
                    "reference": "",
                }
                self._add(facts, bodies, 2, holder, day, number, self.next_no - 1, encode(body))
        if fate in (40, 41):
            self._add(facts, bodies, 3, debtor, due, self.next_no, None)
        newest, changed_ms = self.next_no - 1, (max(issued, paid_on if is_paid else 0) - 719_163) * 86_400_000
        state = 2 if is_paid else 6 if is_lost else 1
        return (
            number, newest, state, debtor, creditor, creditor, holder, amount, amount if is_paid else 0, issued, due, 0,
            paid_on if is_paid else None, newest, _ANCHORED, changed_ms, CURRENCIES[currency], f"INV-{number:08}",
            due + 365, amount if state == 6 else 0,
        )  # fmt: skip

    def _add(
        self, facts: list[tuple[object, ...]], bodies: list[tuple[object, ...]], kind: int, author: int, day: int,
        about: int, moves: int | None, body: bytes | None = None,
    ) -> None:  # fmt: skip
        self.seq += 1
        time_ms = (day - 719_163) * 86_400_000
        facts.append((self.next_no, author, self.seq, time_ms, self.kinds[kind], _ANCHORED, about, moves))
        bodies.append((self.next_no, body))
        self.next_no += 1

    def endorse(self, writer: Connection, count: int) -> None:
        """Write so many words of members on each other."""
        pairs = set(zip(*self.random.choice(self.members, (2, count), p=self.chances).tolist(), strict=True))
        facts: list[tuple[object, ...]] = []
        bodies: list[tuple[object, ...]] = []
        said = []
        for author, member in sorted(pair for pair in pairs if pair[0] != pair[1]):
            number = self.next_no
            day = self.today - timedelta(days=int(self.random.integers(0, YEARS * 365)))
            self._add(facts, bodies, 4, author, day.toordinal(), number, None)
            said.append((number, number, author, 0, member, int(self.random.integers(-4, 11)), "as agreed"))
        with writer.transaction():
            identities = self.random.bytes(32 * len(facts))
            ids = [(fact[0], identities[32 * at : 32 * at + 32]) for at, fact in enumerate(facts)]
            writer.run_many("INSERT INTO ids VALUES (?, ?)", ids)
            writer.run_many(_FACT, facts)
            writer.run_many("INSERT INTO endorsements VALUES (?, ?, ?, ?, ?, ?, ?)", said)
