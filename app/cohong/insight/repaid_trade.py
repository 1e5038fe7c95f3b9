"""Who has repaid whom how much of one currency, older repayments counting less: the graph that trust flows through.

An arc u → v holds what v has repaid to u: u has seen v pay, so u can trust v so far. Each repayment is halved every
`HALVES_DAYS` and rounded down to whole minor units; an arc holds their sum. The graph is of a day: make it anew when
the day changes, and during the day `with_more` merges in what is repaid, in a pass over sorted columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from cohong.insight.ratings import Numbers
from cohong.primitives.money import AMOUNT_MINOR_MAX, AmountOutOfRange

HALVES_DAYS: Final = 180
TOTAL_MINOR_MAX: Final = 2**60
"""What all arcs may add up to: the solver adds up, in 63 bits, up to four times what can pass one member."""
_HALVINGS_MAX: Final = 64
_WITHIN: Final = np.array([0.5 ** (day / HALVES_DAYS) for day in range(HALVES_DAYS)])


class TradeTooLarge(ValueError):
    """The amounts add up to more than `TOTAL_MINOR_MAX`. Count in larger units."""

    def __init__(self, total_minor: int) -> None:
        super().__init__(f"the repayments add up to {total_minor}; at most {TOTAL_MINOR_MAX} can be counted")


@dataclass(frozen=True, slots=True)
class Repayment:
    """Something that was repaid.

    Attributes:
        amount_minor: 0 to AMOUNT_MINOR_MAX, as of any obligation.
        days_ago: how long before the day that is asked about; what is dated later counts as of that day.
    """

    creditor: str
    debtor: str
    amount_minor: int
    days_ago: int


@dataclass(frozen=True, slots=True)
class Arcs:
    """Arcs in order of their owner, then of the other member.

    Attributes:
        begins: int64, shape (members + 1,): where each owner's arcs begin.
        others: int64, shape (arcs,): the other member's number.
        minor: int64, shape (arcs,): what each holds, at least 1.
    """

    begins: Numbers
    others: Numbers
    minor: Numbers

    def of(self, owner: int) -> tuple[Numbers, Numbers]:
        """Return the other members of one owner's arcs and what these hold."""
        here = slice(self.begins[owner], self.begins[owner + 1])
        return self.others[here], self.minor[here]

    def of_each(self, owners: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Return the arcs of several owners: whose they are, as a place in `owners`, the other members, the amounts."""
        counts = self.begins[owners + 1] - self.begins[owners]
        whose = np.repeat(np.arange(len(owners)), counts)
        before = np.cumsum(counts) - counts
        arcs = np.arange(len(whose)) + (self.begins[owners] - before)[whose]
        return whose, self.others[arcs], self.minor[arcs]


@dataclass(frozen=True, slots=True)
class RepaidTrade:
    """The graph, as arcs from both sides.

    Attributes:
        names: who takes part, in order; a member's number is its place here.
        numbers: the other way round.
        to_debtors: the owner was repaid by the other.
        to_creditors: the owner has repaid the other.
    """

    names: tuple[str, ...]
    numbers: dict[str, int]
    to_debtors: Arcs
    to_creditors: Arcs

    def with_more(self, repayments: Sequence[Repayment]) -> RepaidTrade:
        """Return the graph with further repayments of the same currency, as of the same day.

        Raises:
            AmountOutOfRange: one of them is negative or too large.
            TradeTooLarge: it would hold more than can be counted.
        """
        names = tuple(sorted({*self.names, *_named(repayments)}))
        numbers = {name: number for number, name in enumerate(names)}
        anew = np.array([numbers[name] for name in self.names], dtype=np.int64)
        arcs = self.to_debtors
        owners = np.repeat(np.arange(len(self.names)), np.diff(arcs.begins))
        more = _columns(repayments, numbers)
        old = (anew[owners], anew[arcs.others], arcs.minor)
        creditors, debtors, minor = (np.concatenate(pair) for pair in zip(old, more, strict=True))
        return trade_of_columns(names, creditors, debtors, minor)


def repaid_trade(repayments: Sequence[Repayment]) -> RepaidTrade:
    """Return the graph of repayments, all of one currency, as of the day that they are counted back from.

    Raises:
        AmountOutOfRange: one of them is negative or too large.
        TradeTooLarge: they add up to more than can be counted.
    """
    nothing = np.zeros(0, dtype=np.int64)
    return trade_of_columns((), nothing, nothing, nothing).with_more(repayments)


def trade_of_columns(names: tuple[str, ...], creditors: Numbers, debtors: Numbers, minor: Numbers) -> RepaidTrade:
    """Return the graph of amounts that count whole; several between the same two add up, what one owes oneself is none.

    Args:
        names: in order, none of them twice.
        creditors: int64, shape (n,): by number.
        debtors: likewise.
        minor: int64, shape (n,): at least 0.

    Raises:
        TradeTooLarge: they add up to more than can be counted.
    """
    # In floats first: a sum of integers could come round to where it seems small.
    if minor.sum(dtype=np.float64) > 2 * TOTAL_MINOR_MAX or int(minor.sum()) > TOTAL_MINOR_MAX:
        raise TradeTooLarge(sum(minor.tolist()))
    counted = (creditors != debtors) & (minor > 0)
    creditors, debtors, minor = creditors[counted], debtors[counted], minor[counted]
    return RepaidTrade(
        names,
        {name: number for number, name in enumerate(names)},
        _arcs(len(names), creditors, debtors, minor),
        _arcs(len(names), debtors, creditors, minor),
    )


def decayed_minor(amounts_minor: Numbers, days_ago: Numbers) -> Numbers:
    """Return what is left of amounts, halved every `HALVES_DAYS`, rounded down.

    Amounts up to AMOUNT_MINOR_MAX are exact in a float; one product is rounded, the rest is a shift of its bits.
    """
    days = np.maximum(days_ago, 0)
    halvings = np.minimum(days // HALVES_DAYS, _HALVINGS_MAX)
    left: Numbers = np.floor(np.ldexp(amounts_minor * _WITHIN[days % HALVES_DAYS], -halvings)).astype(np.int64)
    return left


def _named(repayments: Iterable[Repayment]) -> set[str]:
    return {name for repayment in repayments for name in (repayment.creditor, repayment.debtor)}


def _columns(repayments: Sequence[Repayment], numbers: dict[str, int]) -> tuple[Numbers, Numbers, Numbers]:
    refused = next((each.amount_minor for each in repayments if not 0 <= each.amount_minor <= AMOUNT_MINOR_MAX), None)
    if refused is not None:
        raise AmountOutOfRange(refused)
    creditors, debtors, amounts, days = (
        np.array(column, dtype=np.int64)
        for column in (
            [numbers[repayment.creditor] for repayment in repayments],
            [numbers[repayment.debtor] for repayment in repayments],
            [repayment.amount_minor for repayment in repayments],
            [repayment.days_ago for repayment in repayments],
        )
    )
    return creditors, debtors, decayed_minor(amounts, days)


def _arcs(members: int, owners: Numbers, others: Numbers, minor: Numbers) -> Arcs:
    keys = owners * members + others
    # A stable sort takes what is in order already, such as all of a graph that a little is added to, in one pass.
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    begins = np.searchsorted(keys[first], np.arange(members + 1) * members)
    total = np.add.reduceat(minor[order], first) if len(first) else minor
    return Arcs(begins, others[order][first], total)
