"""One record into one row: an invoice, a problem, or a row left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from cohong.importing.amounts import amount_parts, plain_minor_units, read_amount
from cohong.importing.currencies import currency_of
from cohong.importing.dates import DEFAULT_ORDER, day_after, is_blank, read_date
from cohong.importing.file_format import Field
from cohong.importing.limits import (
    CUSTOMER_CHARACTERS_MAX,
    DESCRIPTION_CHARACTERS_MAX,
    NUMBER_CHARACTERS_MAX,
    RAW_CELL_CHARACTERS_KEPT,
    TERMS_DAYS_MAX,
    VALUE_CHARACTERS_SHOWN,
)
from cohong.importing.memo import Memo
from cohong.importing.records import BrokenDocument, BrokenRecord, Record
from cohong.importing.rows_found import InvoiceRow, ProblemRow, Row, RowReason, SkippedRow, SkipReason
from cohong.importing.survey import Survey
from cohong.primitives.invoice_number import without_leading_zeros
from cohong.primitives.money import minor_digits

VOID_WORDS: Final = frozenset(
    "void voided cancelled canceled cancel deleted 作废 作廢 作废发票 作廢發票 已作废 已作廢 作废票 作廢票 "
    "取消 已取消 红冲 紅沖 已红冲 已紅沖 全额红冲 全額紅沖".split()
)
_TRUE_WORDS: Final = frozenset(("y", "yes", "true", "1", "是", "x"))
_VOID_FLAG: Final = re.compile(r"void|cancel|作废|作廢", re.IGNORECASE)
"""A column such as `Voided` or 是否作废 says yes or no."""

# Besides control characters: line and paragraph separators, what reorders text, and what nobody can see.
# Two invoice numbers that look alike must be alike.
_FORBIDDEN: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\ud800-\udfff"
_NOT_IN_LINE: Final = re.compile(f"[{_FORBIDDEN}\ufffd]")
_NOT_IN_TEXT: Final = re.compile(f"(?![\t\r\n])[{_FORBIDDEN}\ufffd]")
_TERMS: Final = re.compile(r"(?:net|n)?[ -]?(\d{1,5})\s*(?:days?|d|天|日)?\.?", re.ASCII | re.IGNORECASE)
_FIGURES_ONLY: Final = re.compile(r"[0-9.,]+", re.ASCII)
_AT_ONCE: Final = frozenset(
    "cod|cash|cash on delivery|due on receipt|due upon receipt|on receipt|immediate|immediately|"
    "货到付款|貨到付款|见票即付|見票即付|现金|現金|现结|現結|即付".split("|")
)
_Terms = tuple[str, str, int, str | None, str | None]
"""What makes two rows of one number the same: issued, due, amount, currency, settled."""


@dataclass(frozen=True, slots=True)
class _Fault:
    field: Field
    reason: RowReason


class RowReader:
    """Turns the records of one surveyed file, in order, into rows.

    A field without a column is read from an empty cell that is put behind the last one of every row, so that
    there is one way to read a row and not one for each set of columns.
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._layout = survey.layout
        self._columns = survey.format.columns
        place = {
            field: self._columns[field].index if field in self._columns else survey.layout.columns for field in Field
        }
        self._key_places = place[Field.CUSTOMER], place[Field.NUMBER], place[Field.STATUS]
        self._date_places = place[Field.ISSUED], place[Field.DUE], place[Field.SETTLED]
        self._money_places = place[Field.AMOUNT], place[Field.CURRENCY], place[Field.TERMS_DAYS]
        self._text_places = place[Field.CUSTOMER_NAME], place[Field.DESCRIPTION]
        self._document_places = place[Field.SELLER], place[Field.FILE]
        self._mark = survey.format.decimal_mark.value
        self._issued = self._dates_of(Field.ISSUED)
        self._due = self._dates_of(Field.DUE)
        self._settled = self._dates_of(Field.SETTLED)
        self._due_by_default = Memo(partial(day_after, days=survey.terms_days))
        self._currencies = Memo(currency_of)
        self._blank = Memo(is_blank)
        self._void = Memo(self._is_void)
        # The amounts of most files: no currency beside them, two decimals at most.
        self._default_currency = default = survey.default_currency
        self._plain_amounts = (
            Field.CURRENCY not in self._columns
            and self._mark == "."
            and (default is None or minor_digits(default) == 2)
        )
        # Good lines that the survey found may come again: customer and number without its zeros -> line, number, terms.
        self._earlier: dict[tuple[str, str], tuple[int, str, _Terms]] = {}

    def rows(self, records: Iterator[Record]) -> Iterator[Row]:
        """Yield one row a record."""
        invoice = self._invoice
        columns = self._layout.columns
        customer_at, number_at, status_at = self._key_places
        void, slot_counts = self._void, self._survey.slot_counts
        slot_mask = len(slot_counts) - 1
        for line, cells in records:
            if not isinstance(cells, list):
                yield _broken(line, cells)
                continue
            if len(cells) != columns:
                uneven = self._uneven(line, cells)
                if uneven is not None:
                    yield uneven
                    continue
            cells.append("")
            customer, number = cells[customer_at].strip(), cells[number_at].strip()
            if not number and not any(map(str.strip, cells)):
                yield SkippedRow(line, SkipReason.BLANK_LINE)
                continue
            if void[cells[status_at]]:
                earlier = self._earlier.get((customer, without_leading_zeros(number)))
                yield SkippedRow(line, SkipReason.VOID, earlier and earlier[0])
                continue
            row = invoice(line, cells, customer, number)
            if isinstance(row, _Fault):
                yield self._problem(line, cells, row)
            elif slot_counts[hash((customer, number.lstrip("0"))) & slot_mask] > 1:
                yield self._unless_repeated(row, cells)
            else:
                yield row

    def _dates_of(self, field: Field) -> Memo[str | RowReason]:
        order = self._survey.format.date_orders.get(field)
        # Without a column every cell is empty, and an order is not needed.
        return Memo(partial(read_date, order=order.value if order is not None else DEFAULT_ORDER))

    def _uneven(self, line: int, cells: list[str]) -> Row | None:
        """Make the row as wide as the header if only blank cells are too many or missing, or refuse it."""
        columns = self._layout.columns
        if not any(map(str.strip, cells)):
            return SkippedRow(line, SkipReason.BLANK_LINE)
        if len(cells) < self._layout.columns_min or any(map(str.strip, cells[columns:])):
            return ProblemRow(line, "", str(len(cells)), RowReason.WRONG_CELL_COUNT, _kept(cells))
        del cells[columns:]
        cells.extend([""] * (columns - len(cells)))
        return None

    def _invoice(self, line: int, cells: list[str], customer: str, number: str) -> InvoiceRow | _Fault:
        """Return the good row, or the first fault in the order of RowReason."""
        issued_at, due_at, settled_at = self._date_places
        amount_at, currency_at, terms_at = self._money_places
        name_at, description_at = self._text_places
        seller_at, file_at = self._document_places
        name, description = cells[name_at].strip(), cells[description_at].strip()
        together = customer + number + name + description
        # By far the most rows are short and plain; the others are looked at closely.
        if not (together.isascii() and together.isprintable() and len(together) <= NUMBER_CHARACTERS_MAX):
            fault = _text_fault(customer, number, name, description)
            if fault is not None:
                return fault
        elif not customer or not number:
            return _Fault(Field.NUMBER if customer else Field.CUSTOMER, RowReason.MISSING_VALUE)
        issued = self._issued[cells[issued_at]]
        due = self._due[cells[due_at]]
        settled = self._settled[cells[settled_at]]
        if not issued:
            return _Fault(Field.ISSUED, RowReason.MISSING_VALUE)
        if isinstance(issued, RowReason):
            return _Fault(Field.ISSUED, issued)
        if not due:
            by_terms = self._due_by_terms(issued, cells[terms_at])
            if isinstance(by_terms, _Fault):
                return by_terms
            due = by_terms
        if isinstance(due, RowReason):
            return _Fault(Field.DUE, due)
        if isinstance(settled, RowReason):
            return _Fault(Field.SETTLED, settled)
        if due < issued:
            return _Fault(Field.DUE, RowReason.DUE_BEFORE_ISSUED)
        if settled and settled < issued:
            return _Fault(Field.SETTLED, RowReason.SETTLED_BEFORE_ISSUED)
        amount = cells[amount_at]
        currency = self._default_currency
        amount_minor = plain_minor_units(amount) if self._plain_amounts else None
        if amount_minor is None:
            named = self._currency(cells[currency_at], amount)
            if isinstance(named, _Fault):
                return named
            currency = named
            digits = minor_digits(currency) if currency else 2
            if not amount.strip():
                return _Fault(Field.AMOUNT, RowReason.MISSING_VALUE)
            read = read_amount(amount, mark=self._mark, digits=digits)
            if isinstance(read, RowReason):
                return _Fault(Field.AMOUNT, read)
            amount_minor = read
        return InvoiceRow(
            line, customer, name, number, issued, due, amount_minor, currency, settled or None, description,
            cells[seller_at], cells[file_at],
        )  # fmt: skip

    def _due_by_terms(self, issued: str, terms: str) -> str | _Fault:
        """Return the due date by the row's own terms, or by those of the whole file."""
        if self._blank[terms]:
            due = self._due_by_default[issued]
        else:
            days = _terms_days(terms)
            if days is None:
                return _Fault(Field.TERMS_DAYS, RowReason.BAD_TERMS)
            due = day_after(issued, days)
        return _Fault(Field.DUE, due) if isinstance(due, RowReason) else due

    def _currency(self, named: str, amount: str) -> str | _Fault | None:
        """Return the currency that the row's column names, else the header, the amount, the option."""
        currency, fixed = self._default_currency, self._survey.header_currency is not None
        if not is_blank(named):
            found = self._currencies[named]
            if found is None:
                return _Fault(Field.CURRENCY, RowReason.UNKNOWN_CURRENCY)
            if isinstance(found, str):
                currency, fixed = found, True
            elif currency not in found:
                return _Fault(Field.CURRENCY, RowReason.AMBIGUOUS_CURRENCY)
        if _FIGURES_ONLY.fullmatch(amount):
            return currency
        parts = amount_parts(amount)
        if parts is None or parts.named is None:
            return currency
        if isinstance(parts.named, str) and (not fixed or parts.named == currency):
            return parts.named
        if currency is None:
            return _Fault(Field.AMOUNT, RowReason.AMBIGUOUS_CURRENCY)
        if isinstance(parts.named, str) or currency not in parts.named:
            return _Fault(Field.AMOUNT, RowReason.CURRENCY_MISMATCH)
        return currency

    def _unless_repeated(self, row: InvoiceRow, cells: list[str]) -> Row:
        key = row.customer, without_leading_zeros(row.number)
        terms = (row.issued, row.due, row.amount_minor, row.currency, row.settled)
        line, number, earlier = self._earlier.setdefault(key, (row.line, row.number, terms))
        if line == row.line:
            return row
        if number != row.number:
            reason = RowReason.NUMBER_LACKS_ZEROS if earlier == terms else RowReason.ZEROS_AND_TERMS_DIFFER
            return self._problem(row.line, cells, _Fault(Field.NUMBER, reason), of_line=line, of_number=number)
        if earlier == terms:
            return SkippedRow(row.line, SkipReason.DUPLICATE, line)
        return self._problem(row.line, cells, _Fault(Field.NUMBER, RowReason.CONFLICTS_WITH_LINE), of_line=line)

    def _problem(
        self, line: int, cells: list[str], fault: _Fault, of_line: int | None = None, of_number: str = ""
    ) -> ProblemRow:
        choice = self._columns.get(fault.field)
        header, value = (choice.header, cells[choice.index]) if choice is not None else ("", "")
        raw = _kept(cells[: self._layout.columns])
        file = cells[self._document_places[1]]
        return ProblemRow(line, header, value[:VALUE_CHARACTERS_SHOWN], fault.reason, raw, of_line, of_number, file)

    def _is_void(self, status: str) -> bool:
        word = status.strip().casefold()
        if not word:
            return False
        says_yes_or_no = _VOID_FLAG.search(self._columns[Field.STATUS].header) is not None
        return word in VOID_WORDS or (says_yes_or_no and word in _TRUE_WORDS)


def _kept(cells: list[str]) -> tuple[str, ...]:
    return tuple(cell[:RAW_CELL_CHARACTERS_KEPT] for cell in cells)


def _broken(line: int, record: BrokenRecord | BrokenDocument) -> ProblemRow:
    if isinstance(record, BrokenDocument):
        return ProblemRow(line, record.element, record.value, record.reason, (record.file,), file=record.file)
    reason = RowReason.UNCLOSED_QUOTE if record.unclosed else RowReason.STRAY_QUOTE
    text = record.text.rstrip("\r\n")
    return ProblemRow(line, "", text[:VALUE_CHARACTERS_SHOWN], reason, (text[:RAW_CELL_CHARACTERS_KEPT],))


def _text_fault(customer: str, number: str, name: str, description: str) -> _Fault | None:
    if not customer:
        return _Fault(Field.CUSTOMER, RowReason.MISSING_VALUE)
    if not number:
        return _Fault(Field.NUMBER, RowReason.MISSING_VALUE)
    for field, text, limit, forbidden in (
        (Field.CUSTOMER, customer, CUSTOMER_CHARACTERS_MAX, _NOT_IN_LINE),
        (Field.NUMBER, number, NUMBER_CHARACTERS_MAX, _NOT_IN_LINE),
        (Field.CUSTOMER_NAME, name, CUSTOMER_CHARACTERS_MAX, _NOT_IN_LINE),
        (Field.DESCRIPTION, description, DESCRIPTION_CHARACTERS_MAX, _NOT_IN_TEXT),
    ):
        found = forbidden.search(text)
        if found is not None:
            unreadable = found[0] == "\ufffd"
            reason = RowReason.UNREADABLE_TEXT if unreadable else RowReason.CONTROL_CHARACTER
            return _Fault(field, reason)
        if len(text) > limit:
            return _Fault(field, RowReason.TOO_LONG)
    return None


def _terms_days(cell: str) -> int | None:
    """Return the days in `30`, `Net 30`, `30 days`, `30天`, `COD`; None if it is something else."""
    text = cell.strip()
    if text.casefold() in _AT_ONCE:
        return 0
    found = _TERMS.fullmatch(text)
    days = int(found[1]) if found else None
    return days if days is not None and days <= TERMS_DAYS_MAX else None
