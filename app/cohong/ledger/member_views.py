"""What Check shows: members found by text, and how a member has paid.

Facts are over the obligations of the book that were accepted, with the member as debtor. Nothing here is a judgement:
each figure is a count or a sum that the records give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cohong.book.objects import OWED, Endorsement, ObligationState, Profile
from cohong.ledger.book_lines import ACCEPTED, PAID
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.guesses import Guesses
from cohong.ledger.keys import holder_of, keys_of
from cohong.ledger.look_alikes import LookAlikes
from cohong.ledger.objects import Objects, shown_name
from cohong.ledger.obligations import STATES
from cohong.ledger.reader import Reader
from cohong.ledger.search import MemberSearch
from cohong.ledger.search_tables import next_to_learn
from cohong.primitives.ids import MemberId

FEW: Final = 5
"""Members found below which typing errors are allowed for."""
GUESSES_MAX: Final = 5
COMPARED_MAX: Final = 500
"""Members asked for together up to which each is compared with names like its own."""

_KEYS: Final = keys_of(":debtor")
_CARD: Final = (
    f"SELECT count(*), coalesce(sum({PAID}), 0), coalesce(sum({PAID} AND received_on <= due + grace), 0)"
    f" FROM obligations WHERE debtor IN {_KEYS} AND {ACCEPTED}"
)
_OWED: Final = (
    f"SELECT {holder_of('creditor')}, currency, amount - assigned, received + set_off, written_off, issued, due, grace,"
    " state, received_on, EXISTS (SELECT 1 FROM open_disputes d WHERE d.about = obligations.no) FROM obligations"
    f" WHERE debtor IN {_KEYS} AND {ACCEPTED}"
)
_RECENT: Final = (
    f"SELECT no FROM obligations WHERE debtor IN {_KEYS} AND {ACCEPTED} ORDER BY changed_ms DESC, no DESC LIMIT :limit"
)
_FORKED: Final = f"SELECT 1 FROM proofs WHERE author IN {_KEYS} LIMIT 1"


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Who a member says it is, and how it has paid, in brief.

    Attributes:
        name: for lists: the English one, else the first there is; empty without a profile.
        profile: None if it has set none that stands.
        like: another member whose name could be taken for this one's, and its name, where that was looked for.
        is_guess: found only by allowing for typing errors.
        invoices, settled, paid_within_terms: see MemberFacts.
    """

    member: MemberId
    name: str
    profile: Profile | None
    invoices: int
    settled: int
    paid_within_terms: int
    like: tuple[MemberId, str] | None = None
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class CurrencySums:
    """A member's debts in one currency, in minor units.

    Attributes:
        highest_minor: the most that was open at the end of any day.
    """

    currency: str
    open_minor: int
    overdue_minor: int
    settled_minor: int
    highest_minor: int


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """How a member pays.

    Attributes:
        invoices: obligations accepted, as debtor.
        settled: of these, paid in full.
        paid_within_terms: settled with the last payment no later than due + grace days.
        late: settled later than that, or open and overdue.
        days_late_sum: days beyond the due date of the settled ones, early counted as 0.
        worst_days_late: the most of one obligation, open ones up to today.
        counterparties: different creditors.
        first_day, last_day: span of the issue dates; empty without invoices.
        recent: numbers of the rows changed last, for `book_rows`.
        forked: caught writing two entries at one place of its feed.
        defaulted: in default, or paid in full after one.
        written_off: given up by their holder, in part or as a whole, come back later or not.
        disputed: an open dispute is about them.
    """

    card: MemberCard
    invoices: int
    settled: int
    paid_within_terms: int
    late: int
    days_late_sum: int
    worst_days_late: int
    counterparties: int
    first_day: str
    last_day: str
    currencies: tuple[CurrencySums, ...]
    endorsements: tuple[Endorsement, ...]
    recent: tuple[int, ...]
    forked: bool
    defaulted: int
    written_off: int
    disputed: int


@dataclass(frozen=True, slots=True)
class _Debt:
    """One obligation as debtor, days as numbers."""

    creditor: int
    currency: str
    amount: int
    received: int
    written_off: int
    issued: int
    due: int
    grace: int
    state: ObligationState
    received_on: int | None
    disputed: int

    @property
    def settled(self) -> bool:
        return self.state in (ObligationState.SETTLED, ObligationState.CURED)

    @property
    def owed(self) -> int:
        """What is owed now; nothing of what the creditor has given up."""
        return self.amount - self.received - self.written_off

    @property
    def defaulted(self) -> bool:
        return self.state in (ObligationState.DEFAULTED, ObligationState.CURED)

    @property
    def given_up(self) -> bool:
        """Whether the holder has given something up; what has come back since was given up too."""
        return self.written_off > 0 or self.state in (ObligationState.WRITTEN_OFF, ObligationState.RECOVERED)

    def days_late(self, today: int) -> int:
        """Return the days from the due day to the payment, or to today; 0 for what was given up, as in the Book."""
        if not self.settled and self.state not in OWED:
            return 0
        end = self.received_on if self.settled and self.received_on is not None else today
        return max(0, end - self.due)

    def is_overdue(self, today: int) -> bool:
        return self.state in OWED and today > self.due + self.grace

    def is_within_terms(self) -> bool:
        return self.settled and self.received_on is not None and self.received_on <= self.due + self.grace


class MemberViews:
    """Questions about members, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers
        self._objects = Objects(reader.connection, reader.numbers)
        self._search = MemberSearch(reader.connection, reader.numbers)
        self._guesses = Guesses(reader.connection, reader.numbers)
        self._look_alikes = LookAlikes(reader.connection)

    def search_members(self, text: str, limit: int) -> list[MemberCard]:
        """Return the members whose name, identifier or id fits `text`, the best fit first.

        Where these are few, and nobody is called just so, some follow that fit if `text` has a typing error.
        """
        with self._reader.snapshot() as connection:
            found, is_sure = self._search.search(text, limit)
            room = 0 if is_sure or len(found) >= FEW else min(limit - len(found), GUESSES_MAX)
            guesses = self._guesses.guess(text, room + len(found)) if room > 0 else []
            guessed = [member for member in guesses if member not in found][:room]
            cards = [self._card(connection, member, with_like=True) for member in [*found, *guessed]]
            return [*cards[: len(found)], *(replace(card, is_guess=True) for card in cards[len(found) :])]

    def findable(self) -> tuple[int, int] | None:
        """Return how many members the search knows, of how many, while its tables are made anew; else None."""
        with self._reader.snapshot() as connection:
            begin = next_to_learn(connection)
            if begin is None:
                return None
            row = connection.row("SELECT count(*) FILTER (WHERE member < ?), count(*) FROM profiles", (begin,))
            assert row is not None, "an aggregate always has a row"
            return int(row[0]), int(row[1])

    def member_cards(self, members: Sequence[MemberId]) -> list[MemberCard]:
        """Return a card for each of these members, with or without a profile."""
        with_like = len(members) <= COMPARED_MAX
        with self._reader.snapshot() as connection:
            return [self._card(connection, member, with_like=with_like) for member in members]

    def names_of(self, members: Iterable[MemberId]) -> dict[MemberId, str]:
        """Return the name for lists of each of these members that has a profile."""
        with self._reader.snapshot():
            found = {member: self._objects.name_of(member) for member in members}
            return {member: name for member, name in found.items() if name}

    def members_with_profiles(self) -> list[Profile]:
        """Return all profiles that stand."""
        with self._reader.snapshot():
            return self._objects.profiles()

    def member_facts(self, member: MemberId, *, today: str, recent: int = 20) -> MemberFacts:
        """Return how a member has paid, as of an ISO day; all zero for a member without invoices."""
        with self._reader.snapshot() as connection:
            number = self._numbers.member_no(member)
            debts = [_debt(row) for row in connection.rows(_OWED, {"debtor": number})]
            forked = connection.row(_FORKED, {"debtor": number}) is not None
            numbers = tuple(int(row[0]) for row in connection.rows(_RECENT, {"debtor": number, "limit": recent}))
            card = self._card(connection, member, with_like=True)
            return _facts(card, debts, day_no(today), self._objects.endorsements_of(member), numbers, forked=forked)

    def _card(self, connection: Connection, member: MemberId, *, with_like: bool) -> MemberCard:
        profile = self._objects.profile_of(member)
        number = self._numbers.member_no(member)
        sums = connection.row(_CARD, {"debtor": number})
        assert sums is not None, "an aggregate always has a row"
        like = self._like(connection, number) if with_like and number is not None else None
        invoices, settled, within = sums
        name = shown_name(profile) if profile is not None else ""
        return MemberCard(member, name, profile, invoices, settled, within, like)

    def _like(self, connection: Connection, number: int) -> tuple[MemberId, str] | None:
        other = self._look_alikes.like(number)
        row = connection.row("SELECT shown FROM profiles WHERE member = ?", (other,)) if other is not None else None
        return None if other is None or row is None else (self._numbers.member(other), str(row[0]))


def _debt(row: Row) -> _Debt:
    creditor, currency, amount, received, written_off, issued, due, grace, state, *rest = row
    return _Debt(creditor, currency, amount, received, written_off, issued, due, grace, STATES[state], *rest)


def _facts(
    card: MemberCard,
    debts: Sequence[_Debt],
    today: int,
    endorsements: Sequence[Endorsement],
    recent: tuple[int, ...],
    *,
    forked: bool,
) -> MemberFacts:
    settled = [debt for debt in debts if debt.settled]
    within = sum(debt.is_within_terms() for debt in settled)
    return MemberFacts(
        card=card,
        invoices=len(debts),
        settled=len(settled),
        paid_within_terms=within,
        late=len(settled) - within + sum(debt.is_overdue(today) for debt in debts),
        days_late_sum=sum(debt.days_late(today) for debt in settled),
        worst_days_late=max((debt.days_late(today) for debt in debts), default=0),
        counterparties=len({debt.creditor for debt in debts}),
        first_day=day_text(min(debt.issued for debt in debts)) if debts else "",
        last_day=day_text(max(debt.issued for debt in debts)) if debts else "",
        currencies=tuple(
            _sums(currency, [debt for debt in debts if debt.currency == currency], today)
            for currency in sorted({debt.currency for debt in debts})
        ),
        endorsements=tuple(endorsements),
        recent=recent,
        forked=forked,
        defaulted=sum(debt.defaulted for debt in debts),
        written_off=sum(debt.given_up for debt in debts),
        disputed=sum(debt.disputed for debt in debts),
    )


def _sums(currency: str, debts: Sequence[_Debt], today: int) -> CurrencySums:
    return CurrencySums(
        currency,
        sum(debt.owed for debt in debts),
        sum(debt.owed for debt in debts if debt.is_overdue(today)),
        sum(debt.amount for debt in debts if debt.settled),
        _highest(debts),
    )


def _highest(debts: Sequence[_Debt]) -> int:
    """Return the most that was open at the end of any day.

    Several receipts of one obligation count on the day of the last one: the book keeps no more of them.
    """
    changes: dict[int, int] = {}
    for debt in debts:
        changes[debt.issued] = changes.get(debt.issued, 0) + debt.amount
        if debt.received_on is not None:
            day = max(debt.received_on, debt.issued)
            changes[day] = changes.get(day, 0) - debt.received
    highest = running = 0
    for day in sorted(changes):
        running += changes[day]
        highest = max(highest, running)
    return highest
