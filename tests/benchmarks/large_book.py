"""A large book in a real encrypted ledger: members with profiles in three scripts, and obligations with their lives.

The tables have the rows that a node would have written: signed feeds, obligations, profiles with their search tables,
endorsements, disputes. What no question about reputation reads is left out, which is votes and blocks, so that a
million obligations take minutes to make and not days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from tests.benchmarks.signed_feeds import ANCHORED, SignedFeeds

from cohong.book.objects import Profile, natural_id
from cohong.crypto.signing import SigningKey
from cohong.ledger.connection import Connection
from cohong.ledger.days import day_text
from cohong.ledger.ledger import Ledger
from cohong.ledger.numbers import Numbers
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, NetworkId
from cohong.primitives.standing import Commit

YEARS: Final = 4
TRADE_OF_FIRST: Final = (0.99, 1.0, 0.98, 0.9, 0.5)
"""How many members trade less than each of the first ones; one of them is the busiest."""
CURRENCIES: Final = ("HKD", "CNY", "USD")
_PROFILES_AT_ONCE: Final = 1_000
_ROWS_AT_ONCE: Final = 50_000
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


def fill(
    ledger: Ledger, writer: Connection, network: NetworkId, size: Size, *, first: Sequence[SigningKey], today: date,
    seed: int,
) -> None:  # fmt: skip
    """Fill a ledger that has no entries yet.

    Args:
        first: keys of members beside those that are made up, the ledger's own before all.
    """
    random = np.random.default_rng(seed)
    keys = [*first, *(key_of(at) for at in range(size.members - len(first)))]
    members = [MemberId(key.member) for key in keys]
    numbers = Numbers(writer)
    with writer.transaction():
        places = [numbers.intern_member(member) for member in members]
    for start in range(0, len(members), _PROFILES_AT_ONCE):
        some = list(enumerate(members))[start : start + _PROFILES_AT_ONCE]
        ledger.commit(Commit(objects=[profile_of(random, place, member) for place, member in some]))
    row = writer.row("SELECT coalesce(max(no), 0) FROM ids")
    assert row is not None
    weights = np.sort(random.pareto(1.5, len(members)) + 1)
    ranks = [round(share * (len(members) - 1)) for share in TRADE_OF_FIRST[: len(first)]]
    weights = np.concatenate([weights[ranks], np.delete(weights, ranks)])
    feeds = SignedFeeds(writer, numbers, network, dict(zip(places, keys, strict=True)), int(row[0]) + 1)
    lives = _Lives(random, np.array(places), weights / weights.sum(), members, feeds, today)
    for start in range(0, size.obligations, _ROWS_AT_ONCE):
        lives.write(writer, min(_ROWS_AT_ONCE, size.obligations - start))
    lives.endorse(writer, size.endorsements)
    own = feeds.last.get(places[0])
    if own is not None:
        # What the node writes next follows upon it.
        writer.run("INSERT INTO tips VALUES (?)", (own.no,))


def key_of(at: int) -> SigningKey:
    """Return the key of a member that is made up."""
    return SigningKey(hashlib.sha256(b"member %d" % at).digest())


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
    places: np.ndarray[tuple[int], np.dtype[np.int64]]
    chances: np.ndarray[tuple[int], np.dtype[np.float64]]
    members: Sequence[MemberId]
    feeds: SignedFeeds
    today: date

    def write(self, writer: Connection, count: int) -> None:
        """Write so many obligations, each with proposal and answer, and one or two receipts where it is paid."""
        obligations = list(map(self._life, self._terms(count)))
        with writer.transaction():
            self.feeds.put()
            writer.run_many(_OBLIGATION, obligations)

    def _terms(self, count: int) -> Iterator[tuple[int, ...]]:
        random, last = self.random, self.today.toordinal()
        parties = random.choice(len(self.places), (3, count), p=self.chances)
        amounts = (np.exp(random.normal(12.5, 1.2, count))).astype(np.int64) + 1
        issued = last - random.integers(0, YEARS * 365, count)
        due = issued + random.choice([14, 30, 60, 90], count, p=[0.1, 0.5, 0.3, 0.1])
        # How well a member pays is its own.
        care = 0.25 + 0.7 * ((self.places[parties[1]] * 2_654_435_761) % 1_000) / 1_000
        late = np.where(random.random(count) < care, -random.integers(0, 8, count), random.geometric(0.05, count))
        fate, currency = random.random(count), random.choice(3, count, p=[0.7, 0.2, 0.1])
        columns = (*parties, amounts, issued, due, due + late, (fate * 1_000).astype(np.int64), currency)
        for row in zip(*(column.tolist() for column in columns), strict=True):
            if row[0] != row[1]:
                yield row

    def _life(self, terms: tuple[int, ...]) -> tuple[object, ...]:
        creditor_at, debtor_at, buyer_at, amount, issued, due, paid_on, fate, currency = terms
        creditor, debtor, buyer = (int(self.places[at]) for at in (creditor_at, debtor_at, buyer_at))
        write, last = self.feeds.write, self.today.toordinal()
        reference = f"INV-{self.feeds.next_no:08}"
        said: dict[str, Value] = {
            "debtor": self.members[debtor_at], "creditor": self.members[creditor_at], "amount": amount,
            "currency": CURRENCIES[currency], "issued": day_text(issued), "due": day_text(due), "grace_days": 0,
            "reference": reference, "description": "", "evidence": [], "assignable": True, "nettable": True,
            "valid_until": day_text(due + 365),
        }  # fmt: skip
        proposal = write(creditor, "credit.propose", said, _ms(issued))
        number = proposal.no
        newest = write(debtor, "credit.accept", {}, _ms(issued), about=number, names=[proposal], moves=proposal)
        is_lost, is_paid = fate < 15 and due < last - 90, paid_on <= last and fate >= 40
        holder = buyer if fate > 990 and buyer != debtor else creditor
        if is_paid:
            parts = [(amount // 2, max(issued, paid_on - 10))] if fate > 960 else []
            parts.append((amount - sum(part for part, _ in parts), paid_on))
            for part, day in parts:
                paid: dict[str, Value] = {"amount": part, "value_date": day_text(day), "method": "", "reference": ""}
                newest = write(holder, "credit.receipt", paid, _ms(day), about=number, names=[newest], moves=newest)
        if fate in (40, 41):
            write(debtor, "dispute.open", {"says": "not as agreed", "evidence": []}, _ms(due), names=[newest])
        state = 2 if is_paid else 6 if is_lost else 1
        return (
            number, newest.no, state, debtor, creditor, creditor, holder, amount, amount if is_paid else 0, issued, due,
            0, paid_on if is_paid else None, newest.no, ANCHORED, _ms(max(issued, paid_on if is_paid else 0)),
            CURRENCIES[currency], reference, due + 365, amount if state == 6 else 0,
        )  # fmt: skip

    def endorse(self, writer: Connection, count: int) -> None:
        """Write so many words of members on each other."""
        pairs = set(zip(*self.random.choice(len(self.places), (2, count), p=self.chances).tolist(), strict=True))
        said = []
        for author_at, member_at in sorted(pair for pair in pairs if pair[0] != pair[1]):
            author, member = int(self.places[author_at]), int(self.places[member_at])
            day = self.today.toordinal() - int(self.random.integers(0, YEARS * 365))
            score = int(self.random.integers(-4, 11))
            fields: dict[str, Value] = {"member": self.members[member_at], "score": score, "comment": "as agreed"}
            number = self.feeds.write(author, "endorse.set", fields, _ms(day)).no
            said.append((number, number, author, 0, member, score, "as agreed"))
        with writer.transaction():
            self.feeds.put()
            writer.run_many("INSERT INTO endorsements VALUES (?, ?, ?, ?, ?, ?, ?)", said)


def _ms(day: int) -> int:
    return (day - 719_163) * 86_400_000
