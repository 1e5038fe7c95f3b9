"""The watch list: whom this profile keeps an eye on, and what it saw at its last look. It never leaves the machine."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from cohong.insight.payment_facts import payment_facts
from cohong.insight.watching import Look, look_at
from cohong.ledger.debtor_lines import DebtorLines
from cohong.node.payment_report import trade_lines
from cohong.primitives.ids import MemberId

SETTING: Final = "watch/"
"""Before a member's id in hex: a name of the ledger's settings."""
WATCHED_MAX: Final = 500
NOTE_CHARS_MAX: Final = 500


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
    return look_at(payment_facts(trade_lines(ledger, member, today=today), date.fromisoformat(today).toordinal()))


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
