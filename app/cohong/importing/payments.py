"""Payments out of a bank statement or an accounting export: CSV, read like invoices, each row one payment.

What a row says is read here; what it pays for is for the node to find, which has the book. A statement is a file of
days or months, so its rows are kept, and the file is gone through once for its bytes and once for its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from cohong.importing.amounts import AmountEvidence, AmountParts, amount_parts, minor_units_of
from cohong.importing.columns import map_columns
from cohong.importing.currencies import currency_in_header, currency_of
from cohong.importing.dates import DEFAULT_ORDER, DateEvidence, is_blank, read_date
from cohong.importing.encodings import detect_encoding
from cohong.importing.file_format import ColumnChoice, Detection, Field
from cohong.importing.layout import SAMPLE_CHARACTERS, Layout, detect_layout
from cohong.importing.limits import DESCRIPTION_CHARACTERS_MAX, RAW_CELL_CHARACTERS_KEPT, VALUE_CHARACTERS_SHOWN
from cohong.importing.options import ImportOptions, check_options
from cohong.importing.payment_names import PAYMENT_COLUMNS
from cohong.importing.records import decoded
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.row_evidence import data_records
from cohong.importing.rows_found import ProblemRow, RowReason
from cohong.importing.stored_file import look_at, open_unpacked
from cohong.primitives.money import minor_digits

PAYMENTS_MAX: Final = 100_000

Way = Literal["signed", "in", "out"]
"""What an amount in the one column means: above 0 came in and below 0 went out; or all came in; or all went out."""

_Cells = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment.

    Attributes:
        line: Where the row begins in the unpacked file, from 1.
        day: 'YYYY-MM-DD'.
        is_received: It came in; otherwise it went out.
        currency: ISO 4217, None if neither the row, nor the file, nor the options name one.
        reference, description, party, account: As in the file; empty if it has none.
        raw: The row's cells, each cut to 500 characters.
    """

    line: int
    day: str
    amount_minor: int
    is_received: bool
    currency: str | None
    reference: str
    description: str
    party: str
    account: str
    raw: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """A statement that was read.

    Attributes:
        rows: In file order, good and bad.
        needs_currency: Some row's currency is not known.
    """

    headers: tuple[str, ...]
    columns: dict[Field, ColumnChoice]
    date_order: Detection
    rows: tuple[PaymentRow | ProblemRow, ...]
    needs_currency: bool


def read_payments(path: Path, options: ImportOptions, way: Way = "signed") -> PaymentFile:
    """Read the file.

    Raises:
        ImportRefused: It can't be read as a whole; NO_COLUMN also where there is no amount.
    """
    check_options(options)
    stored = look_at(path)
    with open_unpacked(stored) as source:
        encoding = detect_encoding(source, options.encoding).encoding.value
    with open_unpacked(stored) as source:
        sample = decoded(source.unpacked, encoding).read(SAMPLE_CHARACTERS)
        layout = detect_layout(sample, options, PAYMENT_COLUMNS)
    columns = map_columns(layout, options.columns, PAYMENT_COLUMNS)
    amounts = _amount_columns(columns, layout)
    found: list[_Cells | ProblemRow] = []
    with open_unpacked(stored) as source:
        for line, cells in data_records(source, encoding, layout):
            if isinstance(cells, list):
                if any(map(str.strip, cells)):
                    found.append(_fitted(line, cells, layout))
            else:
                text = getattr(cells, "text", "").rstrip("\r\n")
                found.append(_problem(line, "", text, RowReason.UNCLOSED_QUOTE, [text]))
            if len(found) > PAYMENTS_MAX:
                raise ImportRefused(RefusalCode.TOO_MANY_ROWS, limit=PAYMENTS_MAX)
    reader = _Reader(columns, amounts, options, way, [item for item in found if isinstance(item, tuple)])
    rows = tuple(reader.row(*item) if isinstance(item, tuple) else item for item in found)
    needs_currency = any(isinstance(row, PaymentRow) and row.currency is None for row in rows)
    return PaymentFile(layout.headers, columns, reader.date_order, rows, needs_currency)


def _amount_columns(columns: dict[Field, ColumnChoice], layout: Layout) -> tuple[Field, ...]:
    """Return where the amounts are: in a column for each way if there is one, else in the one for both."""
    split = tuple(field for field in (Field.MONEY_IN, Field.MONEY_OUT) if field in columns)
    if split:
        return split
    if Field.AMOUNT not in columns:
        headers = [header[:VALUE_CHARACTERS_SHOWN] for header in layout.headers]
        raise ImportRefused(
            RefusalCode.NO_COLUMN,
            fields=[Field.AMOUNT.value],
            headers=headers,
            header_present=bool(layout.header_line),
        )
    return (Field.AMOUNT,)


def _fitted(line: int, cells: list[str], layout: Layout) -> _Cells | ProblemRow:
    """Return the row as wide as the header if only blank cells are too many or missing."""
    if len(cells) < layout.columns_min or any(map(str.strip, cells[layout.columns :])):
        return _problem(line, "", str(len(cells)), RowReason.WRONG_CELL_COUNT, cells)
    return line, [*cells[: layout.columns], *[""] * (layout.columns - len(cells))]


def _problem(line: int, column: str, value: str, reason: RowReason, cells: Sequence[str]) -> ProblemRow:
    raw = tuple(cell[:RAW_CELL_CHARACTERS_KEPT] for cell in cells)
    return ProblemRow(line, column, value[:VALUE_CHARACTERS_SHOWN], reason, raw)


class _Reader:
    """Reads rows by what all of them together show about dates and amounts."""

    def __init__(
        self,
        columns: dict[Field, ColumnChoice],
        amounts: tuple[Field, ...],
        options: ImportOptions,
        way: Way,
        rows: Sequence[_Cells],
    ) -> None:
        self._columns = columns
        self._amounts = amounts
        self._way = way
        dates, marks = DateEvidence(), AmountEvidence()
        for line, cells in rows:
            dates.add(self._cell(cells, Field.SETTLED), line)
            for field in amounts:
                marks.add(self._cell(cells, field), line)
        header = currency_in_header(columns[amounts[0]].header)
        self._currency = header or options.currency
        self.date_order = dates.decide(options.date_order)
        digits = minor_digits(self._currency) if self._currency else 2
        self._mark = marks.decide(options.decimal_mark, digits=digits).value

    def _cell(self, cells: list[str], field: Field) -> str:
        choice = self._columns.get(field)
        return cells[choice.index].strip() if choice is not None else ""

    def row(self, line: int, cells: list[str]) -> PaymentRow | ProblemRow:
        """Return the payment, or the first thing that is wrong with it."""
        day = read_date(self._cell(cells, Field.SETTLED), self.date_order.value or DEFAULT_ORDER)
        if not day or isinstance(day, RowReason):
            return self._bad(line, cells, Field.SETTLED, day or RowReason.MISSING_VALUE)
        stated = [field for field in self._amounts if not _is_nothing(self._cell(cells, field))]
        if len(stated) != 1:
            reason = RowReason.SEVERAL_VALUES if stated else RowReason.MISSING_VALUE
            return self._bad(line, cells, self._amounts[0], reason)
        field = stated[0]
        parts = amount_parts(self._cell(cells, field))
        if parts is None or parts.unknown:
            return self._bad(line, cells, field, RowReason.NOT_PLAIN_NUMBER)
        currency = self._currency_of(cells, parts)
        if isinstance(currency, RowReason):
            return self._bad(line, cells, Field.CURRENCY, currency)
        digits = minor_digits(currency) if currency else 2
        minor = minor_units_of(replace(parts, negative=False), self._mark, digits)
        if isinstance(minor, RowReason):
            return self._bad(line, cells, field, minor)
        is_received = self._is_received(field, parts)
        if is_received is None:
            return self._bad(line, cells, field, RowReason.NEGATIVE_AMOUNT)
        return PaymentRow(
            line,
            day,
            minor,
            is_received,
            currency,
            self._cell(cells, Field.NUMBER)[:DESCRIPTION_CHARACTERS_MAX],
            self._cell(cells, Field.DESCRIPTION)[:DESCRIPTION_CHARACTERS_MAX],
            self._cell(cells, Field.CUSTOMER_NAME)[:VALUE_CHARACTERS_SHOWN],
            self._cell(cells, Field.CUSTOMER)[:VALUE_CHARACTERS_SHOWN],
            tuple(cell[:RAW_CELL_CHARACTERS_KEPT] for cell in cells),
        )

    def _is_received(self, field: Field, parts: AmountParts) -> bool | None:
        """Return whether the money came in; None for a sign that takes a payment back."""
        if field is Field.MONEY_OUT:
            return False  # written with a minus by some
        if field is Field.MONEY_IN or self._way == "in":
            return None if parts.negative else True
        if self._way == "out":
            return False
        return not parts.negative

    def _currency_of(self, cells: list[str], parts: AmountParts) -> str | RowReason | None:
        cell, currency = self._cell(cells, Field.CURRENCY), self._currency
        if not is_blank(cell):
            named = currency_of(cell)
            if named is None:
                return RowReason.UNKNOWN_CURRENCY
            if not isinstance(named, str) and currency not in named:
                return RowReason.AMBIGUOUS_CURRENCY
            currency = named if isinstance(named, str) else currency
        if isinstance(parts.named, str) and currency is not None and parts.named != currency:
            return RowReason.CURRENCY_MISMATCH
        return parts.named if isinstance(parts.named, str) else currency

    def _bad(self, line: int, cells: list[str], field: Field, reason: RowReason) -> ProblemRow:
        choice = self._columns.get(field)
        return _problem(line, choice.header if choice else "", self._cell(cells, field), reason, cells)


def _is_nothing(cell: str) -> bool:
    """Whether an amount's cell says that the money went the other way: blank, or a zero beside the other column."""
    return is_blank(cell) or not cell.strip("0.,- ")
