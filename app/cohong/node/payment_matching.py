"""Which obligation a payment is for: by the invoice numbers in its text, by who paid, by the amount; never by a guess.

A payment that names an invoice is for that invoice. One that names several is for all of them, if it is their sum. One
that names none is for the one open invoice of that member which has exactly this amount outstanding. Whatever else
there is goes to a person, with the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cohong.importing.payments import PaymentRow
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.invoice_number import without_leading_zeros

UNMATCHED: Final = "payment_unmatched"
AMBIGUOUS: Final = "payment_ambiguous"
OVERPAID: Final = "overpayment"
NOT_OPEN: Final = "invoice_not_open"
OTHER_CURRENCY: Final = "invoice_in_other_currency"
OTHER_PARTY: Final = "invoice_of_other_party"
RECORDED: Final = "payment_recorded"

FREE_TEXT_MIN: Final = 4
"""A number shorter than this may stand in any text by chance: it counts only where it is all of the reference."""
_TOKEN: Final = re.compile(r"[^\s,;|()\[\]<>\"']+")
_TRIM: Final = ".:#*/\\-_"


@dataclass(slots=True)
class OpenItem:
    """An obligation between this member and another one.

    Attributes:
        is_mine: it is owed to this member; otherwise this member owes it.
        party: the other one.
        left_minor: what a payment may still be for: what is outstanding, less what was claimed already of a debt. It
            goes down with the payments of the file. 0 where nothing is.
    """

    id: ObjectId
    is_mine: bool
    party: MemberId
    reference: str
    currency: str
    left_minor: int


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a payment is for this obligation."""

    item: OpenItem
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a payment is for a person to decide, and the number or numbers that it is about."""

    reason: str
    other: str = ""


class Matcher:
    """Finds obligations for payments, one after the other; each takes its part of what is left.

    Args:
        is_recorded: whether a payment of this obligation, day and amount has been recorded otherwise.
    """

    def __init__(
        self,
        items: Iterable[OpenItem],
        names: Mapping[str, MemberId],
        is_recorded: Callable[[ObjectId, str, int], bool] = lambda _item, _day, _amount: False,
    ) -> None:
        self._names = names
        self._is_recorded = is_recorded
        self._by_reference: dict[tuple[bool, str], list[OpenItem]] = defaultdict(list)
        self._by_amount: dict[tuple[bool, MemberId, str], list[OpenItem]] = defaultdict(list)
        for item in items:
            self._by_reference[item.is_mine, _folded(item.reference)].append(item)
            self._by_amount[item.is_mine, item.party, item.currency].append(item)

    def match(self, row: PaymentRow, currency: str) -> tuple[Part, ...] | Unclear:
        """Return what a payment is for, and take that from what is left; or why that is unclear."""
        party = self._names.get(row.account) or self._names.get(row.party)
        named = self._named(row)
        found = self._by_numbers(named, row, currency, party) if named else self._by_sum(row, currency, party)
        if isinstance(found, Unclear):
            return found
        for part in found:
            if self._is_recorded(part.item.id, row.day, part.amount_minor):
                return Unclear(RECORDED, part.item.reference)
        for part in found:
            part.item.left_minor -= part.amount_minor
        return found

    def _named(self, row: PaymentRow) -> list[OpenItem]:
        """Return the obligations whose number stands in the payment, each once."""
        whole = _folded(row.reference)
        tokens = {_folded(token) for text in (row.reference, row.description) for token in _tokens(text)}
        wanted = {token for token in tokens if len(token) >= FREE_TEXT_MIN} | ({whole} if whole else set())
        found = [item for text in sorted(wanted) for item in self._by_reference.get((row.is_received, text), ())]
        return list({item.id: item for item in found}.values())

    def _by_numbers(
        self, named: Sequence[OpenItem], row: PaymentRow, currency: str, party: MemberId | None
    ) -> tuple[Part, ...] | Unclear:
        numbers = ", ".join(dict.fromkeys(item.reference for item in named))
        of_party = [item for item in named if party is None or item.party == party]
        if not of_party:
            return Unclear(OTHER_PARTY, numbers)
        of_currency = [item for item in of_party if item.currency == currency]
        if not of_currency:
            return Unclear(OTHER_CURRENCY, numbers)
        is_open = [item for item in of_currency if item.left_minor > 0]
        if not is_open:
            return Unclear(NOT_OPEN, numbers)
        if len(of_currency) == 1:
            return self._part_of(is_open[0], row)
        if sum(item.left_minor for item in is_open) == row.amount_minor and len({item.party for item in is_open}) == 1:
            return tuple(Part(item, item.left_minor) for item in is_open)
        return Unclear(AMBIGUOUS, numbers)

    @staticmethod
    def _part_of(item: OpenItem, row: PaymentRow) -> tuple[Part, ...] | Unclear:
        if row.amount_minor > item.left_minor:
            return Unclear(OVERPAID, item.reference)
        return (Part(item, row.amount_minor),)

    def _by_sum(self, row: PaymentRow, currency: str, party: MemberId | None) -> tuple[Part, ...] | Unclear:
        if party is None:
            return Unclear(UNMATCHED)
        items = self._by_amount.get((row.is_received, party, currency), ())
        alike = [item for item in items if item.left_minor == row.amount_minor]
        if len(alike) == 1:
            return (Part(alike[0], row.amount_minor),)
        return Unclear(AMBIGUOUS, ", ".join(item.reference for item in alike)) if alike else Unclear(UNMATCHED)


def _tokens(text: str) -> list[str]:
    """Return the words of a text, and each piece of one that is put together by a slash or a plus."""
    words = _TOKEN.findall(text)
    return words + [piece for word in words for piece in re.split(r"[/+&:#]", word) if piece]


def _folded(text: str) -> str:
    """Return a number as it is compared: case and what stands around it do not count, nor do zeros in front."""
    return without_leading_zeros(text.strip().strip(_TRIM).casefold())
