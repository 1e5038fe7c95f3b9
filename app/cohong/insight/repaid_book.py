"""What was repaid, out of the columns of a book: payment by payment, and the graph of it in one currency on a day.

Repaid is what whoever it was owed to has signed as received, each receipt with its own day, and what a netting round
has set off: who was set off against gave up a claim of that amount, which is as good as money. What was given up is
not, nor what a guarantor or a pool has paid: that bought the claim, and what the debtor pays on it later is. What an
open dispute is about counts for nothing while it is open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cohong.insight.ratings import Numbers
from cohong.insight.repaid_trade import TOTAL_MINOR_MAX, RepaidTrade, decayed_minor, trade_of_columns

_UNITS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Owed:
    """Whatever has been owed, a row each, in order of `numbers`: int64, all of one length.

    Attributes:
        codes: currencies; `currencies` has places in it.
        debtors, holders: places in the names of whoever reads the book.
        received_on: of the last receipt or set-off, below 0 before there is any.
        outstanding: what is owed or was to be paid besides what was received, set off and written off.
        is_lost: 1 where something was given up by its holder, come back later or not.
        is_defaulted: 1 where it is or was in default.
    """

    codes: tuple[str, ...]
    numbers: Numbers
    currencies: Numbers
    debtors: Numbers
    holders: Numbers
    received: Numbers
    received_on: Numbers
    set_off: Numbers
    outstanding: Numbers
    issued: Numbers
    due: Numbers
    grace: Numbers
    is_lost: Numbers
    is_defaulted: Numbers

    def places(self, numbers: Numbers) -> Numbers:
        """Return in which row each of these is; -1 for those that are in none."""
        if not len(self.numbers):
            return np.full(len(numbers), -1)
        near = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
        return np.where(self.numbers[near] == numbers, near, -1)


@dataclass(frozen=True, slots=True)
class Receipts:
    """Receipts, a row each: their entries, who received something, and of which obligation by its number."""

    entries: Numbers
    receivers: Numbers
    obligations: Numbers

    def known(self, owed: Owed) -> tuple[Receipts, Numbers]:
        """Return those of what is owed here, and in which row of it each is."""
        places = owed.places(self.obligations)
        here = np.flatnonzero(places >= 0)
        return Receipts(self.entries[here], self.receivers[here], self.obligations[here]), places[here]

    def untold(self, owed: Owed) -> list[int]:
        """Return the entries of which the obligation's row does not say what was paid when: it is not the only one."""
        receipts, places = self.known(owed)
        entries: list[int] = receipts.entries[~_is_alone(owed, places)].tolist()
        return entries


@dataclass(frozen=True, slots=True)
class SetOff:
    """What was set off of one obligation, to whom it was owed then, and on which day."""

    obligation: int
    debtor: int
    holder: int
    currency: str
    minor: int
    day: int


@dataclass(frozen=True, slots=True)
class Repaid:
    """What was repaid, a row each payment: int64, all of one length.

    Attributes:
        names: whoever is in the book, in order, none twice; creditors and debtors are places in it.
        codes: currencies, likewise.
        objects: numbers of the obligations.
    """

    names: tuple[str, ...]
    codes: tuple[str, ...]
    currencies: Numbers
    creditors: Numbers
    debtors: Numbers
    minor: Numbers
    days: Numbers
    objects: Numbers

    def in_currency(self, currency: str, as_of: int) -> RepaidIn:
        """Return what was repaid in one currency, as a graph on a day."""
        here = np.flatnonzero(self.currencies == (self.codes.index(currency) if currency in self.codes else -1))
        left = decayed_minor(self.minor[here], as_of - self.days[here])
        unit = 1
        while left.sum(dtype=np.float64) / unit > TOTAL_MINOR_MAX / 2:
            unit *= _UNITS
        trade = trade_of_columns(self.names, self.creditors[here], self.debtors[here], left // unit)
        keys = self.creditors[here] * len(self.names) + self.debtors[here]
        order = np.argsort(keys, kind="stable")
        return RepaidIn(currency, trade, unit, self, here[order], keys[order])

    def currencies_repaid_by(self, member: str) -> list[str]:
        """Return the currencies in which a member has repaid something."""
        place = bisect_left(self.names, member)
        if place == len(self.names) or self.names[place] != member:
            return []
        return sorted(self.codes[code] for code in np.unique(self.currencies[self.debtors == place]).tolist())


@dataclass(frozen=True, slots=True)
class ArcRecords:
    """What an arc is made of: payments, their sum as paid, the day of the newest, obligations newest first."""

    payments: int
    paid_minor: int
    newest: int
    objects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RepaidIn:
    """What was repaid in one currency.

    Attributes:
        unit: in how many minor units the graph counts; 1 unless it would hold too many.
        rows: of `repaid`, in order of `keys`, which are of creditor and debtor.
    """

    currency: str
    trade: RepaidTrade
    unit: int
    repaid: Repaid
    rows: Numbers
    keys: Numbers

    def records(self, creditor: str, debtor: str) -> ArcRecords:
        """Return what one has repaid to the other, payment by payment."""
        numbers = self.trade.numbers
        key = numbers[creditor] * len(self.repaid.names) + numbers[debtor]
        begin, end = np.searchsorted(self.keys, [key, key + 1])
        rows = self.rows[begin:end]
        newest_first = rows[np.argsort(-self.repaid.days[rows], kind="stable")]
        return ArcRecords(
            len(rows),
            int(self.repaid.minor[rows].sum()),
            int(self.repaid.days[rows].max(initial=0)),
            tuple(dict.fromkeys(self.repaid.objects[newest_first].tolist())),
        )


def owed_of(codes: tuple[str, ...], columns: Mapping[str, Sequence[int]], members: Sequence[int]) -> Owed:
    """Return columns of whole numbers as they are computed with.

    Args:
        columns: by the names of `Owed`, in any order of rows; debtors and holders by the book's own numbers.
        members: the place in the names of each of the book's numbers.
    """
    owed = {field.name: np.asarray(columns[field.name], dtype=np.int64) for field in fields(Owed)[1:]}
    order = np.argsort(owed["numbers"], kind="stable")
    of = np.asarray(members, dtype=np.int64)
    owed["debtors"], owed["holders"] = of[owed["debtors"]], of[owed["holders"]]
    return Owed(codes, **{name: column[order] for name, column in owed.items()})


def receipts_of(
    entries: Sequence[int], receivers: Sequence[int], obligations: Sequence[int], members: Sequence[int]
) -> Receipts:
    """Return columns of whole numbers as they are computed with; `members` as of `owed_of`."""
    of = np.asarray(members, dtype=np.int64)
    return Receipts(
        np.asarray(entries, dtype=np.int64),
        of[np.asarray(receivers, dtype=np.int64)],
        np.asarray(obligations, dtype=np.int64),
    )


def repaid_of(
    names: tuple[str, ...],
    owed: Owed,
    receipts: Receipts,
    payments: Iterable[tuple[int, int, int]],
    set_offs: Sequence[SetOff],
    disputed: Collection[int],
) -> Repaid:
    """Return what was repaid.

    Args:
        payments: (entry, amount, day) of the receipts that are `Receipts.untold`; one that is missing is left out.
        disputed: numbers of the obligations that an open dispute is about.
    """
    receipts, places = receipts.known(owed)
    minor, days = np.where(_is_alone(owed, places), owed.received[places], 0), owed.received_on[places]
    entries, amounts, told_on = _columns(payments, 3)
    order = np.argsort(receipts.entries)
    told = order[np.searchsorted(receipts.entries, entries, sorter=order)]
    minor[told], days[told] = amounts, told_on
    cleared = [
        (owed.codes.index(each.currency), each.holder, each.debtor, each.minor, each.day, each.obligation)
        for each in set_offs
    ]
    columns = [
        np.concatenate([column, more])
        for column, more in zip(
            (owed.currencies[places], receipts.receivers, owed.debtors[places], minor, days, receipts.obligations),
            _columns(cleared, 6),
            strict=True,
        )
    ]
    counted = (columns[3] > 0) & ~np.isin(columns[5], list(disputed))
    return Repaid(names, owed.codes, *(column[counted] for column in columns))


def _is_alone(owed: Owed, places: Numbers) -> NDArray[np.bool_]:
    """Return whether each receipt, by its obligation's row, is all that this has received."""
    is_told = (np.bincount(places, minlength=len(owed.numbers)) == 1) & (owed.set_off == 0)
    return np.asarray(is_told[places], dtype=np.bool_)


def _columns(rows: Iterable[tuple[int, ...]], width: int) -> list[Numbers]:
    return list(np.array(list(rows), dtype=np.int64).reshape(-1, width).T)
