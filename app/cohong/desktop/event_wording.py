"""The records about an obligation as events: what each did in one sentence, and what was outstanding after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.api.views import HistoryItem, ObligationRow
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.sale_wording import recourse_text
from cohong.desktop.translatable import QT_TRANSLATE_NOOP
from cohong.desktop.wording import kind_text

STANDS: Final = ("majority", "final")
"""Levels at which a record counts."""

MOVERS: Final = frozenset({
    "credit.propose", "credit.accept", "credit.decline", "credit.receipt", "credit.restructure", "credit.notice",
    "credit.default", "credit.write_off", "credit.recover", "credit.assign", "credit.subrogate", "netting.join",
    "netting.apply", "netting.abort",
})  # fmt: skip
"""Kinds after which an obligation is another than before: what was offered or agreed to before is void then."""

_TRANSFERS: Final = ("credit.assign", "credit.subrogate")
_QUOTE_CHARS_MAX: Final = 500
_ID_SHOWN: Final = 8

SENTENCES: Final[dict[str, str]] = {
    "credit.propose": QT_TRANSLATE_NOOP("Events", "{who} proposed {amount}, due {day}"),
    "credit.accept": QT_TRANSLATE_NOOP("Events", "{who} accepted"),
    "credit.decline": QT_TRANSLATE_NOOP("Events", "{who} declined"),
    "credit.claim": QT_TRANSLATE_NOOP("Events", "{who} says it has paid {amount}, value date {day}"),
    "credit.receipt": QT_TRANSLATE_NOOP("Events", "{who} received {amount}, value date {day}"),
    "credit.agree": QT_TRANSLATE_NOOP("Events", "{who} consents to {amount}, due {day}, until {until}"),
    "credit.notice": QT_TRANSLATE_NOOP("Events", "{who} gave notice of default"),
    "credit.default": QT_TRANSLATE_NOOP("Events", "{who} recorded a default"),
    "credit.write_off": QT_TRANSLATE_NOOP("Events", "{who} wrote off {amount}"),
    "credit.recover": QT_TRANSLATE_NOOP("Events", "{who} recovered {amount} that was written off, value date {day}"),
    "offer.sell": QT_TRANSLATE_NOOP("Events", "{who} offers {amount} of it for {price}, {recourse}, until {until}"),
    "offer.buy": QT_TRANSLATE_NOOP("Events", "{who} would buy {amount} of it for {price}, {recourse}, until {until}"),
    "credit.assign": QT_TRANSLATE_NOOP("Events", "{buyer} bought {amount} of it from {who} for {price}, {recourse}"),
    "credit.subrogate": QT_TRANSLATE_NOOP("Events", "{who} passed {amount} of it on to {buyer}, for what was paid"),
    "guarantee.call": QT_TRANSLATE_NOOP("Events", "{who} called a guarantee for {amount}"),
    "guarantee.pay": QT_TRANSLATE_NOOP("Events", "{who} paid {amount} on a guarantee, value date {day}"),
    "pool.pledge": QT_TRANSLATE_NOOP("Events", "{who} pledged to a guarantee pool"),
    "pool.claim": QT_TRANSLATE_NOOP("Events", "{who} claimed {amount} from a guarantee pool"),
    "pool.draw": QT_TRANSLATE_NOOP("Events", "{who} drew {amount} on a guarantee pool"),
    "netting.join": QT_TRANSLATE_NOOP("Events", "{who} put it into a netting round"),
    "netting.apply": QT_TRANSLATE_NOOP("Events", "Netting set off {amount}"),
    "netting.abort": QT_TRANSLATE_NOOP("Events", "The netting round ended without a result"),
    "dispute.open": QT_TRANSLATE_NOOP("Events", "{who} disputes it"),
    "dispute.answer": QT_TRANSLATE_NOOP("Events", "{who} answered the dispute"),
    "dispute.close": QT_TRANSLATE_NOOP("Events", "{who} closed the dispute"),
    "correct.propose": QT_TRANSLATE_NOOP("Events", "{who} asks {asked} for a correction"),
    "correct.accept": QT_TRANSLATE_NOOP("Events", "{who} accepted the correction"),
    "correct.decline": QT_TRANSLATE_NOOP("Events", "{who} declined the correction"),
}
"""Kind -> the sentence. What a restructuring or the end of a dispute was is told by the sentences below."""

_RESTRUCTURED: Final[dict[tuple[bool, bool], str]] = {
    (True, True): QT_TRANSLATE_NOOP("Events", "Restructured: {amount} instead of {amount_before}, due {day}"),
    (True, False): QT_TRANSLATE_NOOP("Events", "Restructured: {amount} instead of {amount_before}"),
    (False, True): QT_TRANSLATE_NOOP("Events", "Restructured: due {day} instead of {day_before}"),
    (False, False): QT_TRANSLATE_NOOP("Events", "Restructured: due {day}"),
}
"""(another amount, another due day) -> the sentence."""

_CLOSED: Final[dict[str, str]] = {
    "resolved": QT_TRANSLATE_NOOP("Events", "{who} closed the dispute: resolved"),
    "withdrawn": QT_TRANSLATE_NOOP("Events", "{who} withdrew the dispute"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """A record as the timeline shows it.

    Attributes:
        outstanding_minor: what was outstanding after it; None where it changed nothing, or does not count.
        quotes: what its author wrote, safe to show.
    """

    sentence: str
    outstanding_minor: int | None = None
    quotes: tuple[str, ...] = ()


def events_of(items: Sequence[HistoryItem], row: ObligationRow, formats: Formats) -> list[Event]:
    """Return an event for each record of an obligation's history, which begins with the oldest."""
    telling = _Telling(items, row, formats)
    return [telling.tell(item) for item in items]


class _Telling:
    """Goes through a history with the amount, the due day and what is outstanding at each point of it."""

    def __init__(self, items: Sequence[HistoryItem], row: ObligationRow, formats: Formats) -> None:
        self._row = row
        self._formats = formats
        self._items = {item.entry: item for item in items}
        self._names = {item.author: item.author_name for item in items}
        self._names |= {row.debtor: row.debtor_name, row.creditor: row.creditor_name}
        self._names |= {row.counterparty: row.counterparty_name}
        self._amount = self._outstanding = row.amount_minor
        self._due = row.due

    def tell(self, item: HistoryItem) -> Event:
        sentence = self._sentence(item)
        change = _CHANGES.get(item.kind)
        if change is None or item.level not in STANDS:
            return Event(sentence, None, _quotes(item))
        change(self, item)
        # What is proposed is not owed yet.
        return Event(sentence, None if item.kind == "credit.propose" else self._outstanding, _quotes(item))

    def _sentence(self, item: HistoryItem) -> str:
        fields = item.fields
        source = SENTENCES.get(item.kind, "")
        if item.kind == "credit.restructure":
            source = _RESTRUCTURED[fields.get("amount") != self._amount, fields.get("due") != self._due]
        elif item.kind == "dispute.close":
            source = _CLOSED.get(str(fields.get("outcome")), source)
        if not source:
            return kind_text(item.kind)  # of a newer node
        return QCoreApplication.translate("Events", source).format(**self._words(item))

    def _words(self, item: HistoryItem) -> Mapping[str, str]:
        offer = self._offer_of(item)
        said = item.fields if offer is None else offer.fields
        return {
            "who": self._name(item.author),
            "buyer": self._name(self._row.counterparty if offer is None else offer.author),
            "asked": self._name(str(said.get("asked", ""))),
            "amount": self._money(said.get("amount") if item.kind != "netting.apply" else self._set_off(item)),
            "amount_before": self._money(self._amount),
            "price": self._money(said.get("price")),
            "day": self._formats.day(str(said.get("value_date") or said.get("due", ""))),
            "day_before": self._formats.day(self._due),
            "until": self._formats.day(str(said.get("valid_until", ""))),
            "recourse": recourse_text(bool(said.get("recourse"))),
        }

    def _offer_of(self, item: HistoryItem) -> HistoryItem | None:
        """The offer that a sale makes use of, or what was paid in the debtor's place: the last record that it names."""
        return self._items.get(item.names[-1]) if item.kind in _TRANSFERS and item.names else None

    def _set_off(self, item: HistoryItem) -> int:
        """What a netting round has cleared here: its end names the round first, then what has joined it, in order."""
        sums = item.fields.get("set_offs", [])
        joined = [name in self._items for name in item.names[1:]]
        return sum(minor for minor, is_here in zip(sums, joined, strict=False) if is_here)

    def _name(self, member: str) -> str:
        return peer_text(self._names.get(member, "")) or member[:_ID_SHOWN]

    def _money(self, minor: object) -> str:
        return self._formats.money(self._row.currency, minor) if isinstance(minor, int) else "–"

    def begin(self, item: HistoryItem) -> None:
        self._amount = self._outstanding = _minor(item)
        self._due = str(item.fields.get("due", ""))

    def keep(self, item: HistoryItem) -> None:
        """From here on it is owed."""

    def clear(self, item: HistoryItem) -> None:
        self._outstanding -= _minor(item)

    def restructure(self, item: HistoryItem) -> None:
        self._outstanding += _minor(item) - self._amount
        self._amount, self._due = _minor(item), str(item.fields.get("due", ""))

    def net(self, item: HistoryItem) -> None:
        self._outstanding -= self._set_off(item)

    def sell(self, item: HistoryItem) -> None:
        """A part leaves, or begins here; what is sold as a whole is owed to somebody else, as much as before."""
        offer = self._offer_of(item)
        if offer is None:
            return
        if offer.entry == self._row.object:
            self._amount = self._outstanding = _minor(offer)
        elif _minor(offer) < self._outstanding:
            self._outstanding -= _minor(offer)


_CHANGES: Final[dict[str, Callable[[_Telling, HistoryItem], None]]] = {
    "credit.propose": _Telling.begin,
    "credit.accept": _Telling.keep,
    "credit.receipt": _Telling.clear,
    "credit.write_off": _Telling.clear,
    "credit.restructure": _Telling.restructure,
    "credit.assign": _Telling.sell,
    "credit.subrogate": _Telling.sell,
    "netting.apply": _Telling.net,
}
"""Kinds that say how much is outstanding."""


def _minor(item: HistoryItem) -> int:
    amount = item.fields.get("amount", 0)
    return amount if isinstance(amount, int) else 0


def _quotes(item: HistoryItem) -> tuple[str, ...]:
    """What the author wrote; the reference of a proposal stands above it, and its description with the terms."""
    if item.kind == "credit.propose":
        return ()
    said = [item.fields.get(name) for name in ("says", "reason")]
    how = [item.fields.get(name) for name in ("method", "reference")]
    texts = [text for text in said if isinstance(text, str)]
    texts.append(listed(text for text in how if isinstance(text, str) and text))
    return tuple(peer_text(text, _QUOTE_CHARS_MAX) for text in texts if text)
