"""The watch list: whom this profile keeps an eye on, and what it saw at its last look. It never leaves the machine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Final, Self

from cohong.insight.payment_facts import payment_facts
from cohong.insight.trade_lines import TradeLine
from cohong.insight.watching import Look, look_at
from cohong.ledger.debtor_lines import DebtorLines
from cohong.ledger.ledger import Ledger
from cohong.ledger.news import NewsLine
from cohong.node.payment_report import trade_lines
from cohong.primitives.ids import MemberId

SETTING: Final = "watch/"
"""Before a member's id in hex: a name of the ledger's settings."""
WATCHED_MAX: Final = 500
RECORDS_MAX: Final = 50
"""Records that are listed of one member."""
NOTE_CHARS_MAX: Final = 500


@dataclass(frozen=True, slots=True)
class Now:
    """A member at one moment.

    Attributes:
        news: what has come since an earlier look, and how much that is in all (`cohong.ledger.news`).
        number: of what had come to this machine by then.
    """

    look: Look
    news: tuple[list[NewsLine], int]
    number: int


@dataclass(frozen=True, slots=True)
class Watch:
    """One member that is watched.

    Attributes:
        review_on: ISO day on which to look again, empty for none.
        seen: the figures at the last look.
        seen_ms: when that was.
        seen_number: of what had come to this machine by then (`cohong.ledger.news`).
    """

    member: MemberId
    review_on: str
    note: str
    seen: Look
    seen_ms: int
    seen_number: int

    @classmethod
    def of(cls, member: MemberId, now: Now, now_ms: int) -> Self:
        """Return a member that is watched from now on."""
        return cls(member, "", "", now.look, now_ms, now.number)

    def looked_at(self, now: Now, now_ms: int) -> Watch:
        """Return the same with a look of now."""
        return replace(self, seen=now.look, seen_ms=now_ms, seen_number=now.number)

    @property
    def setting(self) -> tuple[str, bytes]:
        """Name and value under which it is kept."""
        kept = {
            "review_on": self.review_on,
            "note": self.note,
            "seen": asdict(self.seen),
            "seen_ms": self.seen_ms,
            "seen_number": self.seen_number,
        }
        return setting_of(self.member), json.dumps(kept).encode()


def setting_of(member: MemberId) -> str:
    """Return the name under which a member is watched."""
    return SETTING + member.hex()


def watches_in(settings: Sequence[tuple[str, bytes]]) -> list[Watch]:
    """Return what is kept under names that begin with SETTING, by member."""
    return [_watch(name, value) for name, value in sorted(settings)]


def look_at_member(ledger: DebtorLines, member: MemberId, *, today: str) -> Look:
    """Return the watched figures of a member on an ISO day."""
    return _look(trade_lines(ledger, member, today=today), today)


def look_now(ledger: Ledger, member: MemberId, after: int, *, today: str) -> Now:
    """Return a member on an ISO day with what has come after a number, of one state: else the one belies the other."""
    with ledger.one_state():
        lines, (news, number) = trade_lines(ledger.debtor_lines, member, today=today), news_now(ledger, member, after)
    return Now(_look(lines, today), news, number)


def news_now(ledger: Ledger, member: MemberId, after: int) -> tuple[tuple[list[NewsLine], int], int]:
    """Return what has come about a member after a number, and the newest number by then."""
    with ledger.one_state():
        return ledger.news.since(member, after, limit=RECORDS_MAX), ledger.news.newest_number()


def keep_looks(ledger: Ledger, found: Mapping[MemberId, Now], now_ms: int) -> int:
    """Keep these looks of members that are watched still, and return how many that are. It is the writer's call.

    To look at all takes a while, in which one may have been taken off the list, or got another note.
    """
    watches = [watch for watch in watches_in(ledger.settings_under(SETTING)) if watch.member in found]
    with ledger.together():
        for watch in watches:
            ledger.set_setting(*watch.looked_at(found[watch.member], now_ms).setting)
    return len(watches)


def _look(lines: Sequence[TradeLine], today: str) -> Look:
    return look_at(payment_facts(lines, date.fromisoformat(today).toordinal()))


def _watch(name: str, value: bytes) -> Watch:
    kept = json.loads(value)
    return Watch(
        MemberId(bytes.fromhex(name.removeprefix(SETTING))),
        kept["review_on"],
        kept["note"],
        Look(**kept["seen"]),
        kept["seen_ms"],
        kept["seen_number"],
    )
