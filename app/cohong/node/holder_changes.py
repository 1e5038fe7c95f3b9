"""What has changed of an obligation, for each of its holders: what came to them, what they received, what left them.

It is gone through holder by holder, in the order of each holder's own feed. Only who holds it can change what is owed
or pass it on, so this is the order in which it happened, while the times in several feeds can be the same.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, cast

from cohong.book.objects import Obligation
from cohong.book.transitions import TRANSFERS
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import (
    CREDIT_ASSIGN,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    NETTING_APPLY,
    NETTING_JOIN,
)
from cohong.primitives.standing import Record

INVOICE: Final = "invoice"
RECEIPT: Final = "receipt"
WRITTEN_OFF: Final = "written off"
WRITTEN_BACK: Final = "written back"
RESTRUCTURED: Final = "restructured"
BOUGHT: Final = "bought"
SOLD: Final = "sold"
TAKEN_OVER: Final = "taken over"
PAID_FOR: Final = "paid for by cover"
SET_OFF: Final = "set off"

_STEPS: Final = TRANSFERS | {CREDIT_RECEIPT, CREDIT_RECOVER, CREDIT_RESTRUCTURE, CREDIT_WRITE_OFF, NETTING_JOIN}
"""What a holder writes that changes how much is owed to it. What a round sets off stands where it was joined."""


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed for one holder.

    Attributes:
        minor: above 0 for more that is owed to it.
        reference: of a payment; may be empty.
        party: who sold, bought, paid in the debtor's place, or coordinated the netting round; None for the debtor.
    """

    holder: MemberId
    day: str
    kind: str
    minor: int
    reference: str = ""
    party: MemberId | None = None


def changes_of(obligation: Obligation, records: Sequence[Record]) -> Iterator[Change]:
    """Yield what has changed, holder by holder; up to a record that rests on one which is not there.

    Args:
        records: those that are part of the book and about it, about the sale that made it, or about netting rounds.
    """
    return _Life(obligation, records).changes()


def utc_day_of(record: Record) -> str:
    """Return the day of a record."""
    return datetime.fromtimestamp(record.fact.time_ms / 1000, UTC).date().isoformat()


class _Life:
    def __init__(self, obligation: Obligation, records: Sequence[Record]) -> None:
        self._terms = obligation.terms
        self._records = {record.fact.id: record for record in records}
        self._rounds = _set_offs(records)
        self._is_part = obligation.part_of is not None
        self._begun_by = self._sale_of(EntryId(obligation.id)) if self._is_part else None
        self._amount = self._left = self._terms.amount_minor
        self._holder = self._terms.creditor

    def changes(self) -> Iterator[Change]:
        if not self._is_part:
            yield Change(self._holder, self._terms.issued, INVOICE, self._left)
        elif self._begun_by is not None:
            yield from self._arrive(self._begun_by)
        else:
            return
        steps: dict[MemberId, deque[Record]] = defaultdict(deque)
        for record in sorted(self._records.values(), key=lambda record: record.fact.seq):
            if record.fact.kind in _STEPS and record is not self._begun_by:
                steps[record.fact.author].append(record)
        while steps[self._holder]:
            yield from self._step(steps[self._holder].popleft())

    def _sale_of(self, part: EntryId) -> Record | None:
        """Return the record by which a part went over to whoever holds it first."""
        transfers = (record for record in self._records.values() if record.fact.kind in TRANSFERS)
        return next((record for record in transfers if _names(record)[-1:] == (part,)), None)

    def _step(self, record: Record) -> Iterator[Change]:
        holder, body = self._holder, record.body or {}
        said = cast(int, body.get("amount", 0))
        day, reference = str(body.get("value_date") or utc_day_of(record)), str(body.get("reference", ""))
        if record.fact.kind in TRANSFERS:
            yield from self._pass_on(record)
            return
        found: list[Change] = []
        if record.fact.kind == CREDIT_RESTRUCTURE:
            found.append(Change(holder, day, RESTRUCTURED, said - self._amount))
            self._amount = said
        elif record.fact.kind == CREDIT_RECEIPT:
            found.append(Change(holder, day, RECEIPT, -said, reference))
        elif record.fact.kind == CREDIT_WRITE_OFF:
            found.append(Change(holder, day, WRITTEN_OFF, -said))
        elif record.fact.kind == CREDIT_RECOVER:
            # What had been given up is owed again for as long as it takes to receive it.
            found.append(Change(holder, day, WRITTEN_BACK, said, reference))
            found.append(Change(holder, day, RECEIPT, -said, reference))
        elif record.fact.id in self._rounds:
            end, minor = self._rounds[record.fact.id]
            found.append(Change(holder, utc_day_of(end), SET_OFF, -minor, party=end.fact.author))
        self._left += sum(change.minor for change in found)
        yield from (change for change in found if change.minor)

    def _pass_on(self, record: Record) -> Iterator[Change]:
        """A part leaves, and is an obligation of its own; or all that is left is owed to somebody else from here on."""
        consent = self._consent_of(record)
        if consent is None:
            return
        minor = min(cast(int, (consent.body or {}).get("amount", 0)), self._left)
        left = SOLD if record.fact.kind == CREDIT_ASSIGN else PAID_FOR
        yield Change(self._holder, utc_day_of(record), left, -minor, party=consent.fact.author)
        if minor < self._left:
            self._left -= minor
        else:
            yield from self._arrive(record)

    def _arrive(self, record: Record) -> Iterator[Change]:
        """What is left comes to its next holder."""
        consent = self._consent_of(record)
        if consent is not None:
            self._holder = consent.fact.author
            kind = BOUGHT if record.fact.kind == CREDIT_ASSIGN else TAKEN_OVER
            yield Change(self._holder, utc_day_of(record), kind, self._left, party=record.fact.author)

    def _consent_of(self, record: Record) -> Record | None:
        """Return the offer that a sale takes, or what was paid in the debtor's place: the last record that it names."""
        return next((self._records[name] for name in _names(record)[-1:] if name in self._records), None)


def _set_offs(records: Sequence[Record]) -> dict[EntryId, tuple[Record, int]]:
    """Return what netting rounds have set off, by the record by which each was joined, with the round's end."""
    found: dict[EntryId, tuple[Record, int]] = {}
    for record in records:
        if record.fact.kind == NETTING_APPLY:
            sums = cast("list[int]", (record.body or {}).get("set_offs", []))
            found.update({join: (record, minor) for join, minor in zip(_names(record)[1:], sums, strict=False)})
    return found


def _names(record: Record) -> tuple[EntryId, ...]:
    return names_of(record.body or {})
