"""The Book's columns, and how a record becomes a line of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from cohong.api.views import ObligationRow
from cohong.desktop import wording
from cohong.desktop.formatting import PEER_CHARS_MAX, Formats, listed, peer_text
from cohong.desktop.widgets.page_model import Column, ShownRow
from cohong.primitives.money import MINOR_DIGITS


def book_columns() -> tuple[Column, ...]:
    """Return the columns in the language of the moment."""
    translate = QCoreApplication.translate
    return (
        Column("state", translate("BookColumns", "State"), "state", width=10, weight=2),
        Column("reference", translate("BookColumns", "Reference"), "reference", width=10),
        Column("counterparty", translate("BookColumns", "Counterparty"), "counterparty", width=0),
        Column("issued", translate("BookColumns", "Issued"), "issued", width=12, weight=5),
        Column("due", translate("BookColumns", "Due"), "due", width=12, weight=3),
        Column("days_late", translate("BookColumns", "Days late"), "days_late", figures=True, width=9, weight=4),
        Column("amount", translate("BookColumns", "Amount"), "amount", figures=True, width=13),
        Column("outstanding", translate("BookColumns", "Outstanding"), "outstanding", figures=True, width=13, weight=6),
        Column("level", translate("BookColumns", "Signed"), "level", width=13, weight=1),
    )


class RowPresenter:
    """Turns the node's rows into ready-made strings.

    A jump in the table needs a window full of rows at once, and Babel takes a tenth of a millisecond a row. So days are
    remembered, and amounts are grouped here where the language does it as Python does; a test compares the two.
    """

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._day = lru_cache(maxsize=4_000)(formats.table_day)
        self._groups_plainly = formats.amount("HKD", 123_456_789) == "1,234,567.89"

    def __call__(self, row: Any) -> ShownRow:
        assert isinstance(row, ObligationRow)
        texts = (
            wording.state_text(row.state),
            row.reference if _is_harmless(row.reference) else peer_text(row.reference),
            parties(row),
            self._day(row.issued),
            self._day(row.due),
            self._formats.count(row.days_late) if row.days_late > 0 else "",
            self.money(row.currency, row.amount_minor),
            self.money(row.currency, row.outstanding_minor) if row.outstanding_minor else "",
            signed_text(row),
        )
        return ShownRow(row.object, texts, row, spoken(row, texts))

    def money(self, currency: str, minor: int) -> str:
        """Return the same as `Formats.money`."""
        digits = MINOR_DIGITS.get(currency, 2)
        if not self._groups_plainly or minor < 0:
            return self._formats.money(currency, minor)
        whole, rest = divmod(minor, 10**digits)
        return f"{currency}\u00a0{whole:,}.{rest:0{digits}d}" if digits else f"{currency}\u00a0{whole:,}"


def _is_harmless(text: str) -> bool:
    return text.isascii() and text.isprintable() and len(text) <= PEER_CHARS_MAX


def parties(row: ObligationRow) -> str:
    """Return who the row is about: the other party, or both where this member is neither."""
    if row.side == "other":
        both = QCoreApplication.translate("BookColumns", "{debtor} owes {creditor}")
        return both.format(
            debtor=member_text(row.debtor_name, row.debtor), creditor=member_text(row.creditor_name, row.creditor)
        )
    return member_text(row.counterparty_name, row.counterparty)


def member_text(name: str, member: str) -> str:
    """Return a member's name as plain text, or the start of its id where it has given none."""
    if not name.strip():
        return member[:8]
    return name if _is_harmless(name) else peer_text(name)


def signed_text(row: ObligationRow) -> str:
    """Return the level in a word and the count of signatures with its denominator."""
    level = wording.level_text(row.level)
    if row.level == "draft" or row.voters == 0:
        return level
    return f"{level} {row.signed}/{row.voters}"


def spoken(row: ObligationRow, texts: tuple[str, ...]) -> str:
    """Return the row as one sentence, for a screen reader."""
    if row.side == "holder":
        sentence = QCoreApplication.translate("BookColumns", "{who} owes me {amount}")
    elif row.side == "debtor":
        sentence = QCoreApplication.translate("BookColumns", "I owe {who} {amount}")
    else:
        sentence = QCoreApplication.translate("BookColumns", "{who}, {amount}")
    said = (texts[1], sentence.format(who=texts[2], amount=texts[6]), state_text(row), texts[8])
    return listed(said)


def state_text(row: ObligationRow) -> str:
    """Return the state in a word, with the marks that are said wherever a record is shown."""
    marks = wording.marks_text(row.marks)
    return listed((wording.state_text(row.state), marks)) if marks else wording.state_text(row.state)
