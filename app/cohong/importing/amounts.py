"""Amounts: the decimal mark that a whole column shows, and whole minor units out of a cell.

Never a float, never a guess in a single cell: `1,234` is a thousand or one and a bit, and only other cells
of the column tell. Grouping must be even (`1,234,567`), so that a cell written the other way round is a
problem and not another amount.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from cohong.importing.currencies import currency_of
from cohong.importing.file_format import Confidence, Detection, Evidence, EvidenceCode
from cohong.importing.limits import VALUE_CHARACTERS_SHOWN
from cohong.importing.rows_found import RowReason
from cohong.importing.sightings import Sightings
from cohong.primitives.money import AMOUNT_MINOR_MAX

_DIGITS_MAX: Final = 40
_MINUS: Final = "-\u2212\u2010\u2011\u2012\u2013"
_APOSTROPHES: Final = str.maketrans({"\u2019": "'", "\u02bc": "'", "`": "'"})
_FIGURES: Final = re.compile(r"[0-9.,' ]*[0-9][0-9.,' ]*", re.ASCII)
_BODY: Final = {
    ".": re.compile(r"(\d{1,3}(?:([,' ])\d{3})(?:\2\d{3})*|\d*)(?:\.(\d+))?", re.ASCII),
    ",": re.compile(r"(\d{1,3}(?:([.' ])\d{3})(?:\2\d{3})*|\d*)(?:,(\d+))?", re.ASCII),
}
_PLAIN_POINT: Final = re.compile(r"\d{1,13}(?:\.\d\d?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class AmountParts:
    """A cell taken apart.

    Attributes:
        figures: Digits with their marks, no sign, no currency.
        named: The currency in the cell: a code, the codes it could be, or None.
        unknown: Something stands beside the figures that is neither sign nor currency.
    """

    figures: str
    negative: bool
    named: str | frozenset[str] | None
    unknown: str


def amount_parts(cell: str) -> AmountParts | None:
    """Return the parts of an amount, or None if there is not exactly one run of figures in the cell."""
    text = cell.strip()
    if len(text) > VALUE_CHARACTERS_SHOWN:
        # Long figures are still figures, and a better message than "not a number".
        text = text if text.isascii() and text.isdigit() else ""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    negative = text.startswith("(") and text.endswith(")")
    if negative:
        text = text[1:-1]
    found = _FIGURES.search(text)
    if found is None or _FIGURES.search(text, found.end()):
        return None
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    for mark in _MINUS:
        if mark in (before[:1], before[-1:], after):
            negative = True
            before, after = before.replace(mark, "", 1), "" if after == mark else after
    if before[:1] == "+":
        before = before[1:]
    beside = [piece for piece in (before.strip(), after.strip()) if piece]
    named = [currency_of(piece) for piece in beside]
    unknown = next((piece for piece, code in zip(beside, named, strict=True) if code is None), "")
    return AmountParts(found[0].strip(), negative, _narrowest(named), unknown)


def _narrowest(named: list[str | frozenset[str] | None]) -> str | frozenset[str] | None:
    """`¥100 CNY` names one currency twice; the code says more than the symbol."""
    return next((code for code in named if isinstance(code, str)), named[0] if named else None)


def plain_minor_units(cell: str) -> int | None:
    """Return the amount of a cell such as `1234.5` in minor units of two digits; None if zero or not plain.

    By far the most cells are; `read_amount` says the same of them and knows all the others.
    """
    if not _PLAIN_POINT.fullmatch(cell):
        return None
    whole, _, decimals = cell.partition(".")
    return (int(whole) * 100 + (int(decimals.ljust(2, "0")) if decimals else 0)) or None


def read_amount(cell: str, *, mark: str, digits: int) -> int | RowReason:
    """Return the minor units in the cell, or what is wrong with it; its currency is not looked at.

    Args:
        mark: The decimal mark, `.` or `,`.
        digits: Decimal digits of the currency's minor unit.
    """
    parts = amount_parts(cell)
    if parts is None or (parts.unknown and not (parts.unknown.isalpha() and len(parts.unknown) == 3)):
        return RowReason.NOT_PLAIN_NUMBER
    if parts.unknown:
        return RowReason.UNKNOWN_CURRENCY
    return minor_units_of(parts, mark, digits)


def minor_units_of(parts: AmountParts, mark: str, digits: int) -> int | RowReason:
    """Return the minor units of an amount that was taken apart, or what is wrong with its figures or its sign."""
    found = _BODY[mark].fullmatch(parts.figures)
    if found is None:
        return RowReason.NOT_PLAIN_NUMBER
    whole = "".join(character for character in found[1] if character.isdigit()).lstrip("0")
    # Databases write 12.5000 for 12.50: zeros beyond the minor unit change nothing.
    decimals = (found[3] or "").rstrip("0")
    if not whole and not decimals:
        return RowReason.ZERO_AMOUNT
    if parts.negative:
        return RowReason.NEGATIVE_AMOUNT
    if len(decimals) > digits:
        return RowReason.TOO_MANY_DECIMALS
    if len(whole) > _DIGITS_MAX:
        return RowReason.TOO_LARGE
    minor = int(whole + decimals.ljust(digits, "0"))
    return minor if minor <= AMOUNT_MINOR_MAX else RowReason.TOO_LARGE


@dataclass(slots=True)
class AmountEvidence:
    """What the cells of the amount column show about the decimal mark."""

    point: Sightings = field(default_factory=Sightings)
    comma: Sightings = field(default_factory=Sightings)
    either_point: Sightings = field(default_factory=Sightings)
    either_comma: Sightings = field(default_factory=Sightings)

    def add(self, cell: str, line: int) -> None:
        """Take one cell into account. Cells of digits alone say nothing and need not be given."""
        parts = amount_parts(cell)
        if parts is None:
            return
        mark, proven = _mark_shown(parts.figures)
        if mark == ".":
            (self.point if proven else self.either_point).add(cell, line)
        elif mark == ",":
            (self.comma if proven else self.either_comma).add(cell, line)

    def decide(self, given: str | None, *, digits: int) -> Detection:
        """Return the decimal mark.

        Args:
            digits: Of the file's currency. Where all that is seen is `1.234`, the mark can divide only if the
                currency has three decimals; otherwise it groups.
        """
        if given is not None:
            return Detection(given, Confidence.GIVEN, (Evidence(EvidenceCode.OPTION, {}),))
        point = self.point.as_evidence(EvidenceCode.POINT_BEFORE_DECIMALS)
        comma = self.comma.as_evidence(EvidenceCode.COMMA_BEFORE_DECIMALS)
        if self.point.count and self.comma.count:
            mark = "." if self.point.count >= self.comma.count else ","
            return Detection(mark, Confidence.CONFLICTING, (point, comma))
        if self.point.count:
            return Detection(".", Confidence.CERTAIN, (point,))
        if self.comma.count:
            return Detection(",", Confidence.CERTAIN, (comma,))
        if self.either_point.count or self.either_comma.count:
            return self._ambiguous(digits)
        return Detection(".", Confidence.ASSUMED, (Evidence(EvidenceCode.WHOLE_NUMBERS, {}),))

    def _ambiguous(self, digits: int) -> Detection:
        code = EvidenceCode.THREE_DIGITS_AFTER_MARK
        evidence = [
            seen.as_evidence(code, mark=mark)
            for seen, mark in ((self.either_point, "."), (self.either_comma, ","))
            if seen.count
        ]
        groups = "," if digits >= 3 or self.either_comma.count >= self.either_point.count else "."
        return Detection("." if groups == "," else ",", Confidence.ASSUMED, tuple(evidence))


def _mark_shown(figures: str) -> tuple[str, bool]:
    """Return the decimal mark that the figures show and whether they prove it.

    For figures that may be read both ways the mark that is there, unproven; empty if there is none.
    """
    points, commas = figures.count("."), figures.count(",")
    if points and commas:
        # The last one divides, if it is alone: 1,234.56 but not 1,234.567.890.
        last = "." if figures.rfind(".") > figures.rfind(",") else ","
        return (last, True) if figures.count(last) == 1 else ("", False)
    if points > 1 or commas > 1:
        return (",", True) if points else (".", True)
    if not points and not commas:
        return "", False
    mark = "." if points else ","
    whole, _, decimals = figures.rpartition(mark)
    may_group = len(decimals) == 3 and whole.isdigit() and len(whole) <= 3 and not whole.startswith("0")
    return mark, not may_group
