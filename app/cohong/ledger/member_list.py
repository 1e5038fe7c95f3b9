"""The list of members: who is meant and in which order, and what each owes this one, beside the marks of one's own.

Marks are settings that never leave the machine. What the names of these begin with is the caller's to say: before a
member's id in hex, and for a limit a slash and a currency after it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, Literal

from cohong.ledger.connection import Connection
from cohong.ledger.days import day_no
from cohong.ledger.owed import OWED, OWED_BY_ALL
from cohong.ledger.reader import Reader
from cohong.ledger.search import MemberSearch
from cohong.primitives.ids import MemberId

MemberFilter = Literal["everybody", "owing", "watched", "over-limit"]
MemberSort = Literal["name", "owed"]

TEXT_MEMBERS_MAX: Final = 1_000
"""Members that a text in the filter may mean."""

_ALL_OWED: Final = f"WITH owed (debtor, currency, open, asked) AS MATERIALIZED ({OWED_BY_ALL})"
_CURRENCIES: Final = (
    f"{_ALL_OWED} SELECT currency FROM owed WHERE open > 0 GROUP BY currency ORDER BY count(*) DESC, currency"
)
_OVER: Final = (
    "SELECT o.debtor FROM owed o JOIN members d ON d.no = o.debtor"
    " JOIN settings s ON s.name = :limits || lower(hex(d.id)) || '/' || o.currency"
    " WHERE o.open + o.asked > CAST(CAST(s.value AS TEXT) AS INTEGER)"
)
# Digits and small letters sort before the tilde.
_WATCHED: Final = (
    "SELECT unhex(substr(name, length(:watches) + 1)) FROM settings WHERE name > :watches AND name < :watches || '~'"
)
_FILTERS: Final[dict[MemberFilter, str]] = {
    "everybody": "1",
    "owing": "m.no IN (SELECT debtor FROM owed WHERE open > 0)",
    "watched": f"m.id IN ({_WATCHED})",
    "over-limit": f"m.no IN ({_OVER})",
}
_TEXT: Final = "m.no IN (SELECT value FROM json_each(:members))"
# Whoever has no name, or owes nothing, comes last either way.
_BY_NAME: Final = "coalesce(p.shown, '') = '', p.shown COLLATE NOCASE{way}, m.no"
_SORTS: Final[dict[MemberSort, str]] = {
    "name": _BY_NAME,
    "owed": "coalesce(o.open, 0) = 0, coalesce(o.open, 0){way}, " + _BY_NAME.format(way=""),
}
_LIMITS: Final = (
    "SELECT substr(name, length(:limits) + 1), value FROM settings WHERE name > :limits AND name < :limits || '~'"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the names of the settings begin with under which it is kept whom one watches, and one's limits."""

    watches: str
    limits: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Which members a list has.

    Attributes:
        text: must fit a name, an identifier or the beginning of the id; empty for no matter.
        currency: in which `owed` sorts; empty for the one in which most of them owe something.
    """

    filter: MemberFilter = "everybody"
    sort: MemberSort = "name"
    descending: bool = False
    text: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class MemberOrder:
    """Members in order.

    Attributes:
        currencies: in which anybody owes something, first that of the most; empty where the list does not depend on it.
        currency: in which it is sorted; empty by name.
    """

    members: list[MemberId]
    currencies: tuple[str, ...] = ()
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Exposure:
    """In one currency: what is owed, what is proposed and may still be accepted, and the limit for both, if any."""

    currency: str
    open_minor: int
    asked_minor: int
    limit_minor: int | None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member; `name` is empty without a profile."""

    member: MemberId
    name: str
    exposures: tuple[Exposure, ...]
    is_watched: bool


class MemberList:
    """The questions behind the list, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers
        self._search = MemberSearch(reader.connection, reader.numbers)

    def order(
        self, listed: Listed, people: AbstractSet[MemberId], *, me: MemberId, today: str, marks: Marks
    ) -> MemberOrder:
        """Return those of `people` that are meant, in order; whoever the book does not know of comes last.

        Who owes something, is watched or has a limit is meant even if it is none of them any more.

        Args:
            today: an ISO day.
        """
        values: dict[str, object] = {"watches": marks.watches, "limits": marks.limits, "today": day_no(today)}
        text, needs_owed = listed.text.strip(), listed.sort == "owed" or listed.filter in ("owing", "over-limit")
        with self._reader.snapshot() as connection:
            values["holder"] = self._numbers.member_no(me)
            currencies = tuple(row[0] for row in connection.rows(_CURRENCIES, values)) if needs_owed else ()
            currency = (listed.currency or next(iter(currencies), "")) if listed.sort == "owed" else ""
            values["currency"] = currency
            if text:
                found, _ = self._search.search(text, TEXT_MEMBERS_MAX)
                values["members"] = json.dumps(list(map(self._numbers.member_no, found)))
            rows = connection.rows(_order_query(listed, has_text=bool(text), needs_owed=needs_owed), values)
        # The ids in memory are taken: an order is kept, and has one place for each of them.
        known, is_everybody = {member: member for member in people}, listed.filter == "everybody"
        ids = (MemberId(row[0]) for row in rows)
        members = [known.get(member, member) for member in ids if member in known or not is_everybody]
        if is_everybody and not text:
            members += sorted(known.keys() - set(members))
        return MemberOrder(members, currencies, currency)

    def lines(self, members: Sequence[MemberId], *, me: MemberId, today: str, marks: Marks) -> list[MemberLine]:
        """Return a line for each of these, in their order."""
        with self._reader.snapshot() as connection:
            values = {"holder": self._numbers.member_no(me), "today": day_no(today)}
            return [self._line(connection, member, values, marks) for member in members]

    def _line(self, connection: Connection, member: MemberId, values: Mapping[str, object], marks: Marks) -> MemberLine:
        number = self._numbers.member_no(member)
        profile = connection.row("SELECT shown FROM profiles WHERE member = ?", (number,))
        watch = connection.row("SELECT 1 FROM settings WHERE name = ?", (marks.watches + member.hex(),))
        kept = connection.rows(_LIMITS, {"limits": f"{marks.limits}{member.hex()}/"})
        limits = {currency: int(value) for currency, value in kept}
        rows = connection.rows(OWED, {**values, "debtor": number})
        owed = {currency: (open_minor, asked_minor) for currency, open_minor, asked_minor in rows}
        exposures = []
        for currency in sorted({*owed, *limits}):
            open_minor, asked_minor = owed.get(currency, (0, 0))
            exposures.append(Exposure(currency, open_minor, asked_minor, limits.get(currency)))
        return MemberLine(member, profile[0] if profile is not None else "", tuple(exposures), watch is not None)


def _order_query(listed: Listed, *, has_text: bool, needs_owed: bool) -> str:
    by_owed = "LEFT JOIN owed o ON o.debtor = m.no AND o.currency = :currency" if listed.sort == "owed" else ""
    where = f"{_FILTERS[listed.filter]} AND {_TEXT}" if has_text else _FILTERS[listed.filter]
    order = _SORTS[listed.sort].format(way=" DESC" if listed.descending else "")
    owed = _ALL_OWED if needs_owed else ""
    joined = f"members m LEFT JOIN profiles p ON p.member = m.no {by_owed}"
    return f"{owed} SELECT m.id FROM {joined} WHERE {where} ORDER BY {order}"
