"""What has come over a debtor's obligations beside payments, each with its day: disputes, corrections, defaults.

Days are those of the signed times, of a ruling that of the block which has it. A dispute that was ruled on is over by
the ruling, whatever its opener says later.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from cohong.book.question import day_of
from cohong.ledger.connection import Connection
from cohong.ledger.days import day_no
from cohong.ledger.keys import keys_of
from cohong.primitives.block import decode_head
from cohong.primitives.ids import ObjectId

EventKind = Literal["dispute-opened", "dispute-settled", "dispute-lost", "correction", "defaulted"]

_KEYS: Final = keys_of(":debtor")
# Not refused, beaten or void, as the view `open_disputes` has it.
_COUNTS: Final = "level NOT IN (3, 5, 7)"
_OF_DEBTOR: Final = f"JOIN obligations o ON o.no = d.about JOIN ids i ON i.no = o.no WHERE o.debtor IN {_KEYS}"
_OPENED: Final = f"SELECT i.id, f.time_ms FROM disputes d JOIN facts f ON f.n = d.no {_OF_DEBTOR} AND f.{_COUNTS}"
_CLOSED: Final = (
    "SELECT i.id, min(c.time_ms) FROM disputes d JOIN facts f ON f.n = d.no JOIN facts c ON c.object = d.no"
    f" JOIN kinds k ON k.no = c.kind {_OF_DEBTOR} AND f.{_COUNTS} AND k.name = 'dispute.close'"
    f" AND c.author = d.opener AND c.{_COUNTS}"
    " AND NOT EXISTS (SELECT 1 FROM dispute_rulings r WHERE r.dispute = d.no) GROUP BY d.no"
)
_RULED: Final = (
    f"SELECT i.id, (d.opener IN {_KEYS}) <> r.upheld, b.head FROM dispute_rulings r JOIN disputes d ON d.no = r.dispute"
    f" JOIN blocks b ON b.height = r.height {_OF_DEBTOR}"
)
_CORRECTIONS: Final = f"SELECT i.id, d.proposed_ms FROM corrections d {_OF_DEBTOR}"
# Whatever was in default is so still, or was paid or given up after it.
_DEFAULTED: Final = (
    "SELECT i.id, f.time_ms FROM obligations o JOIN ids i ON i.no = o.no JOIN facts f ON f.object = o.no"
    f" JOIN kinds k ON k.no = f.kind WHERE o.debtor IN {_KEYS} AND o.state BETWEEN 4 AND 7 AND f.applied = 1"
    " AND k.name = 'credit.default'"
)
_DATED: Final[tuple[tuple[EventKind, str], ...]] = (
    ("dispute-opened", _OPENED),
    ("dispute-settled", _CLOSED),
    ("correction", _CORRECTIONS),
    ("defaulted", _DEFAULTED),
)


@dataclass(frozen=True, slots=True)
class DebtorEvent:
    """Something that came over an obligation; the day is the ledger's number, which is an ordinal.

    `dispute-lost` was ruled on against the debtor; `dispute-settled` closed by its opener, or ruled on for the debtor.
    """

    kind: EventKind
    day: int


def debtor_events(connection: Connection, debtor: int | None) -> dict[ObjectId, list[DebtorEvent]]:
    """Return the events of each obligation of a debtor, told by its number, that has any."""
    values = {"debtor": debtor}
    found = defaultdict[ObjectId, list[DebtorEvent]](list)
    for kind, sql in _DATED:
        for identity, time_ms in connection.rows(sql, values):
            found[ObjectId(identity)].append(DebtorEvent(kind, _day(time_ms)))
    for identity, lost, head in connection.rows(_RULED, values):
        ruling = DebtorEvent("dispute-lost" if lost else "dispute-settled", _day(decode_head(head).time_ms))
        found[ObjectId(identity)].append(ruling)
    return dict(found)


def _day(time_ms: int) -> int:
    return day_no(day_of(time_ms))
