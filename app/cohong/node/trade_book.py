"""All trade of the book in memory, for questions that look further than one member's obligations.

Reading it takes a second for every 300,000 obligations, so it is kept, and read again when the file has changed: not
before ten times as long has passed as the last reading took, so that a busy book costs a tenth of a core at most. What
is answered is as of `read_ms`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cohong.insight.book_ratings import Endorsements, book_ratings, endorsements_of, outcomes_of, word_ratings
from cohong.insight.evaluation import plain_fit
from cohong.insight.plain_experience import ExperienceBook, experience_book, plain_experience
from cohong.insight.plain_trust import plain_trust
from cohong.insight.repaid_book import Owed, Repaid, RepaidIn, SetOff, owed_of, receipts_of, repaid_of
from cohong.insight.ring_check import comes_back
from cohong.ledger.reader import StillReader
from cohong.ledger.trade_columns import TradeColumns
from cohong.primitives.ids import MemberId

REST: Final = 10
"""After so many times the time that a reading has taken the next one may follow."""
_OWED: Final = (
    "numbers", "currencies", "debtors", "holders", "received", "received_on", "set_off", "outstanding", "issued", "due",
    "grace", "is_lost", "is_defaulted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trade:
    """What was read at one moment."""

    read_ms: int
    names: tuple[str, ...]
    owed: Owed
    repaid: Repaid
    words: Endorsements
    disputed: set[int]


class TradeBook:
    """Answers from all trade of one ledger, each as plain values."""

    def __init__(self, reader: StillReader) -> None:
        self._reader = reader
        self._columns = TradeColumns(reader)
        self._revision = -1
        self._again_at = 0.0
        self._replaced: Mapping[str, str] = {}
        self._trade: Trade | None = None
        self._graphs: dict[tuple[str, int], RepaidIn] = {}
        self._ratings: dict[int, ExperienceBook] = {}

    def trust(self, *, viewer: str, subject: str, currency: str, today: str, replaced: Mapping[str, str]) -> Any:
        """Return the trust of one member in another, by currency or in one of them, as `check.trust` answers it.

        Args:
            currency: empty for every one in which the subject has repaid something.
            today: an ISO day.
            replaced: an old key of a member -> the one that it has today.
        """
        trade, day = self._read(replaced), date.fromisoformat(today).toordinal()
        currencies = [currency] if currency else trade.repaid.currencies_repaid_by(subject)
        found = [plain_trust(self._graph(trade, each, day), viewer, subject) for each in currencies]
        numbers = [number for each in found for arc in each["arcs"] for number in arc["objects"]]
        ids = self._columns.ids(numbers)
        for each in found:
            for arc in each["arcs"]:
                arc["newest"] = date.fromordinal(arc["newest"]).isoformat()
                arc["objects"] = [ids[number].hex() for number in arc["objects"] if number in ids]
        return {"member": subject, "viewer": viewer, "as_of": today, "read_ms": trade.read_ms, "currencies": found}

    def experience(self, *, viewer: str, subject: str, today: str, replaced: Mapping[str, str]) -> Any:
        """Return what one member may expect of another, as `check.experience` answers it; parameters as of `trust`."""
        trade, day = self._read(replaced), date.fromisoformat(today).toordinal()
        if day not in self._ratings:
            outcomes = outcomes_of(trade.owed, trade.disputed, day)
            self._ratings = {day: experience_book(book_ratings(trade.names, outcomes, trade.words, day))}
        found = plain_experience(self._ratings[day], viewer, subject, time.time())
        return {"member": subject, "viewer": viewer, "as_of": today, "read_ms": trade.read_ms, **found}

    def fit(self, *, words_only: bool, today: str, replaced: Mapping[str, str], labels: Mapping[str, bool]) -> Any:
        """Return how well ratings of the book are foretold that were not seen, as `check.fit` answers it.

        Args:
            words_only: endorsements alone, not how trade turned out.
            labels: by id in hex, who is an honest rater.
        """
        trade, day = self._read(replaced), date.fromisoformat(today).toordinal()
        if words_only:
            return plain_fit(word_ratings(trade.names, trade.words), labels)
        outcomes = outcomes_of(trade.owed, trade.disputed, day)
        return plain_fit(book_ratings(trade.names, outcomes, trade.words, day).ratings, labels)

    def rings(self, *, subject: str, today: str, replaced: Mapping[str, str]) -> Any:
        """Return what of its payments comes back to a member, as `check.rings` answers it; parameters as of `trust`."""
        trade, day = self._read(replaced), date.fromisoformat(today).toordinal()
        graphs = [self._graph(trade, each, day) for each in trade.repaid.currencies_repaid_by(subject)]
        found = [(graph, comes_back(graph.trade, subject)) for graph in graphs]
        shares = [
            {
                "currency": graph.currency,
                "paid_minor": each.paid_minor * graph.unit,
                "back_minor": each.back_minor * graph.unit,
            }
            for graph, each in found
        ]
        return {"member": subject, "as_of": today, "read_ms": trade.read_ms, "currencies": shares}

    def _graph(self, trade: Trade, currency: str, day: int) -> RepaidIn:
        if any(made_on != day for _, made_on in self._graphs):
            self._graphs.clear()
        if (currency, day) not in self._graphs:
            self._graphs[currency, day] = trade.repaid.in_currency(currency, day)
        return self._graphs[currency, day]

    def _read(self, replaced: Mapping[str, str]) -> Trade:
        """Return what is in memory, read anew if it is no more what is in the book, and time for that."""
        revision = self._columns.revision()
        is_old = revision != self._revision and time.monotonic() >= self._again_at
        if self._trade is None or is_old or replaced != self._replaced:
            began, self._revision, self._replaced = time.monotonic(), revision, replaced
            with self._reader.connection.snapshot():
                self._trade = self._trade_of(replaced)
            self._graphs.clear()
            self._ratings.clear()
            self._again_at = time.monotonic() + REST * (time.monotonic() - began)
        return self._trade

    def _trade_of(self, replaced: Mapping[str, str]) -> Trade:
        columns, read_ms = self._columns, time.time_ns() // 1_000_000
        names, places = _named(columns.members(), replaced)
        read = columns.obligations()
        owed = owed_of(read.codes, {name: getattr(read, name) for name in _OWED}, places)
        found = columns.receipts()
        receipts = receipts_of(found.entries, found.receivers, found.obligations, places)
        set_offs = [
            SetOff(each.obligation, places[each.debtor], places[each.holder], each.currency, each.minor, each.day)
            for each in columns.set_offs()
        ]
        payments, disputed = columns.payments(receipts.untold(owed)), columns.disputed()
        repaid = repaid_of(names, owed, receipts, payments, set_offs, disputed)
        said = columns.endorsements()
        words = endorsements_of(said.raters, said.subjects, said.scores, said.times_ms, places)
        return Trade(read_ms, names, owed, repaid, words, disputed)


def _named(members: Mapping[int, MemberId], replaced: Mapping[str, str]) -> tuple[tuple[str, ...], list[int]]:
    """Return everybody's id in hex, in order, and the place in it of each number of the ledger."""
    of = {number: replaced.get(member.hex(), member.hex()) for number, member in members.items()}
    names = tuple(sorted(set(of.values())))
    place_of = {name: place for place, name in enumerate(names)}
    places = [0] * (max(of, default=0) + 1)
    for number, name in of.items():
        places[number] = place_of[name]
    return names, places
