"""The book's objects other than obligations, and all of them together."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, cast

from cohong.book.consents import Consent
from cohong.book.disputes import Correction, Dispute
from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.objects import BookObject, Claim, Endorsement, Limit, Obligation, Offer, Profile
from cohong.book.rounds import Round
from cohong.ledger.connection import Connection, Row
from cohong.ledger.consents import CONSENT, Consents
from cohong.ledger.covers import GUARANTEE, PLEDGE, POOL, Covers
from cohong.ledger.days import day_no, day_text
from cohong.ledger.numbers import Numbers
from cohong.ledger.objections import CORRECTION, DISPUTE, Objections
from cohong.ledger.obligations import OBLIGATION, Obligations
from cohong.ledger.offers import OFFER, Offers
from cohong.ledger.rounds import ROUND, Rounds
from cohong.ledger.search_tables import SearchTables
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.standing import Placed

_TABLES: Final = (
    "claims", "profiles", "limits", "endorsements", "offers", "rounds", "guarantees", "pools", "pledges", "consents",
)  # fmt: skip
_COUNT: Final = (
    "SELECT (SELECT count(*) FROM obligations) - (SELECT count(*) FROM obligations WHERE version IS NULL)"
    " + (SELECT count(*) FROM disputes WHERE version IS NOT NULL)"
) + "".join(f" + (SELECT count(*) FROM {table})" for table in (*_TABLES, "corrections"))
_CLAIM: Final = (
    "SELECT i.id, v.id, o.id, c.author, c.amount, c.value_date, c.method, c.reference FROM claims c"
    " JOIN ids i ON i.no = c.no JOIN ids v ON v.no = c.version JOIN ids o ON o.no = c.obligation"
)
_PROFILE: Final = (
    "SELECT i.id, v.id, p.member, p.seq, p.kind, p.names, p.place, p.identifiers FROM profiles p"
    " JOIN ids i ON i.no = p.no JOIN ids v ON v.no = p.version"
)
_LIMIT: Final = (
    "SELECT i.id, v.id, l.member, l.seq, l.counterparty, l.side, l.currency, l.amount, l.terms_days, l.until,"
    " l.auto_accept FROM limits l JOIN ids i ON i.no = l.no JOIN ids v ON v.no = l.version"
)
_ENDORSEMENT: Final = (
    "SELECT i.id, v.id, e.author, e.seq, e.member, e.score, e.comment FROM endorsements e"
    " JOIN ids i ON i.no = e.no JOIN ids v ON v.no = e.version"
)
_CLAIMED: Final = (
    "UPDATE obligations SET claimed = (SELECT coalesce(sum(amount), 0) FROM claims WHERE obligation = ?1) WHERE no = ?1"
)


class Objects:
    """Reads and writes of the book's objects on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self.search = SearchTables(connection)
        self.obligations = Obligations(connection, numbers)
        self.offers = Offers(connection, numbers)
        self.objections = Objections(connection, numbers)
        self.rounds = Rounds(connection, numbers)
        self.covers = Covers(connection, numbers)
        self.consents = Consents(connection, numbers)

    def note_appended(self, placed: Sequence[Placed], ids: Mapping[bytes, int]) -> None:
        """Make rows for what has to be shown before it stands: proposals and disputes."""
        self.obligations.note_appended(placed, ids)
        self.objections.note_appended(placed, ids)

    def put(self, objects: Sequence[BookObject], ids: Mapping[bytes, int]) -> None:
        """Replace objects, each by its id; the last one for an id holds."""
        last = {ids[item.id]: item for item in objects}
        self.obligations.put({no: item for no, item in last.items() if isinstance(item, Obligation)}, ids)
        self._put_claims([item for item in last.values() if isinstance(item, Claim)], ids)
        self.offers.put([item for item in last.values() if isinstance(item, Offer)], ids)
        for item in last.values():
            match item:
                case Profile():
                    self._put_profile(item, ids)
                case Limit():
                    self._put_limit(item, ids)
                case Endorsement():
                    self._put_endorsement(item, ids)
                case Dispute():
                    self.objections.put_dispute(item, ids)
                case Correction():
                    self.objections.put_correction(item, ids)
                case Round():
                    self.rounds.put(item, ids)
                case Guarantee() | Pool() | Pledge():
                    self.covers.put(item, ids)
                case Consent():
                    self.consents.put(item, ids)
                case Obligation() | Claim() | Offer():
                    pass

    def remove(self, removed: Sequence[ObjectId], ids: Mapping[bytes, int]) -> None:
        """Take objects out of the book."""
        numbers = [ids[subject] for subject in removed]
        for number in numbers:
            self.search.forget_profile(number)
        claimed = [row for number in numbers for row in self._obligation_of_claim(number)]
        self.obligations.remove(numbers)
        self.objections.remove(numbers)
        for table in _TABLES:
            self._connection.run_many(f"DELETE FROM {table} WHERE no = ?", [(number,) for number in numbers])
        self._connection.run_many(_CLAIMED, claimed)

    def _obligation_of_claim(self, number: int) -> list[tuple[int]]:
        return cast("list[tuple[int]]", self._connection.rows("SELECT obligation FROM claims WHERE no = ?", (number,)))

    def _put_claims(self, claims: Sequence[Claim], ids: Mapping[bytes, int]) -> None:
        self._connection.run_many(
            "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (ids[item.id], ids[item.version], ids[item.obligation],
                self._numbers.intern_member(item.author),
                 item.amount_minor, day_no(item.value_date), item.method, item.reference)
                for item in claims
            ],
        )  # fmt: skip
        self._connection.run_many(_CLAIMED, {(ids[item.obligation],) for item in claims})

    def _put_profile(self, item: Profile, ids: Mapping[bytes, int]) -> None:
        number, member = ids[item.id], self._numbers.intern_member(item.member)
        self.search.forget_profile(number)
        self._connection.run(
            "INSERT OR REPLACE INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, ids[item.version], member, item.seq, item.kind, _json(item.names), item.place,
             _json(item.identifiers), shown_name(item)),
        )  # fmt: skip
        self.search.learn_profile(member, item)

    def _put_limit(self, item: Limit, ids: Mapping[bytes, int]) -> None:
        member, counterparty = map(self._numbers.intern_member, (item.member, item.counterparty))
        self._connection.run(
            "INSERT OR REPLACE INTO limits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (ids[item.id], ids[item.version], member, item.seq, counterparty, item.side, item.currency,
             item.amount_minor, item.terms_days, day_no(item.until), int(item.auto_accept)),
        )  # fmt: skip

    def _put_endorsement(self, item: Endorsement, ids: Mapping[bytes, int]) -> None:
        author, member = map(self._numbers.intern_member, (item.author, item.member))
        self._connection.run(
            "INSERT OR REPLACE INTO endorsements VALUES (?, ?, ?, ?, ?, ?, ?)",
            (ids[item.id], ids[item.version], author, item.seq, member, item.score, item.comment),
        )

    def load(self, subject: ObjectId) -> BookObject | None:
        """Return an object as it stands in the book, None if it is no part of it."""
        number = self._numbers.id_no(subject)
        if number is None:
            return None
        for select, number_column, of_row in self._kinds():
            row = self._connection.row(f"{select} WHERE {number_column} = ?", (number,))
            if row is not None:
                return of_row(row)
        return None

    def in_id_order(self) -> Iterator[BookObject]:
        """Yield every object of the book, by id: what the state digest runs over."""
        streams = [self._of_kind(select, of_row) for select, _, of_row in self._kinds()]
        return heapq.merge(*streams, key=lambda item: item.id)

    def _of_kind(self, select: str, of_row: Callable[[Row], BookObject]) -> Iterator[BookObject]:
        # Obligations are too many to sort: with them it pays to go through the ids of all entries. Of the other kinds
        # there are few, and the plus keeps SQLite from doing so.
        order = "i.id" if select == OBLIGATION else "+i.id"
        return map(of_row, self._connection.each(f"{select} ORDER BY {order}"))

    def count(self) -> int:
        """Return how many objects the book has."""
        row = self._connection.row(_COUNT)
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def limits(self, member: MemberId) -> list[Limit]:
        """Return the limits that a member has set, by id."""
        values = (self._numbers.member_no(member),)
        return [self._limit(row) for row in self._connection.rows(f"{_LIMIT} WHERE l.member = ? ORDER BY i.id", values)]

    def claims_of(self, obligation: ObjectId) -> list[Claim]:
        """Return the claims that stand on an obligation, by id."""
        values = (self._numbers.id_no(obligation),)
        rows = self._connection.rows(f"{_CLAIM} WHERE c.obligation = ? ORDER BY i.id", values)
        return [self._claim(row) for row in rows]

    def profiles(self) -> list[Profile]:
        """Return all profiles, by id."""
        return [self._profile(row) for row in self._connection.rows(f"{_PROFILE} ORDER BY +i.id")]

    def profile_of(self, member: MemberId) -> Profile | None:
        """Return a member's profile, None if it has set none that stands."""
        row = self._connection.row(f"{_PROFILE} WHERE p.member = ?", (self._numbers.member_no(member),))
        return None if row is None else self._profile(row)

    def name_of(self, member: MemberId) -> str:
        """Return the name for lists of a member, empty if it has no profile that stands."""
        row = self._connection.row("SELECT shown FROM profiles WHERE member = ?", (self._numbers.member_no(member),))
        return "" if row is None else str(row[0])

    def endorsements_of(self, member: MemberId) -> list[Endorsement]:
        """Return the latest word of each member on this one, by id."""
        values = (self._numbers.member_no(member),)
        rows = self._connection.rows(f"{_ENDORSEMENT} WHERE e.member = ? ORDER BY i.id", values)
        return [self._endorsement(row) for row in rows]

    def _kinds(self) -> tuple[tuple[str, str, Callable[[Row], BookObject]], ...]:
        return (
            (OBLIGATION, "b.no", self.obligations.of_row),
            (_CLAIM, "c.no", self._claim),
            (_PROFILE, "p.no", self._profile),
            (_LIMIT, "l.no", self._limit),
            (_ENDORSEMENT, "e.no", self._endorsement),
            (OFFER, "f.no", self.offers.of_row),
            (DISPUTE, "d.no", self.objections.dispute_of_row),
            (CORRECTION, "c.no", self.objections.correction_of_row),
            (ROUND, "r.no", self.rounds.of_row),
            (GUARANTEE, "g.no", self.covers.guarantee_of_row),
            (POOL, "p.no", self.covers.pool_of_row),
            (PLEDGE, "l.no", self.covers.pledge_of_row),
            (CONSENT, "s.no", self.consents.of_row),
        )

    def _claim(self, row: Row) -> Claim:
        identity, version, obligation, author, amount, value_date, method, reference = row
        return Claim(
            ObjectId(identity), EntryId(version), ObjectId(obligation), self._numbers.member(author), amount,
            day_text(value_date), method, reference,
        )  # fmt: skip

    def _profile(self, row: Row) -> Profile:
        identity, version, member, seq, kind, names, place, identifiers = row
        return Profile(
            ObjectId(identity), EntryId(version), self._numbers.member(member), seq, kind, _pairs(names), place,
            _pairs(identifiers),
        )  # fmt: skip

    def _limit(self, row: Row) -> Limit:
        identity, version, member, seq, counterparty, side, currency, amount, terms_days, until, auto_accept = row
        return Limit(
            ObjectId(identity), EntryId(version), self._numbers.member(member), seq,
            self._numbers.member(counterparty), side, currency, amount, terms_days, day_text(until), bool(auto_accept),
        )  # fmt: skip

    def _endorsement(self, row: Row) -> Endorsement:
        identity, version, author, seq, member, score, comment = row
        return Endorsement(
            ObjectId(identity), EntryId(version), self._numbers.member(author), seq, self._numbers.member(member),
            score, comment,
        )  # fmt: skip


def shown_name(profile: Profile) -> str:
    """Return the name for lists in one script: the English one, else the first there is."""
    names = dict(profile.names)
    return names.get("en") or next(iter(names.values()), "")


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs in a JSON array of them."""
    return tuple((key, value) for key, value in json.loads(text))


def _json(pairs_: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(pairs_, ensure_ascii=False, separators=(",", ":"))
