"""What all the rows of a file show together, gathered in one walk over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from cohong.importing.amounts import AmountEvidence, amount_parts
from cohong.importing.currencies import currency_of
from cohong.importing.dates import DateEvidence, is_blank, is_blank_date
from cohong.importing.file_format import ColumnChoice, Field
from cohong.importing.layout import Layout
from cohong.importing.limits import NUMBER_CHARACTERS_MAX, RAW_CELL_CHARACTERS_KEPT, ROWS_MAX, SAMPLE_ROWS
from cohong.importing.memo import KEPT_MAX
from cohong.importing.records import Record, decoded, read_records
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.sightings import Sightings
from cohong.importing.stored_file import OpenFile

_SLOTS_MAX: Final = 1 << 25
_SLOTS_MIN: Final = 1 << 12
REPORT_EVERY_ROWS: Final = 2048
_CURRENCIES_KEPT: Final = 64
_DATE_FIELDS: Final = (Field.ISSUED, Field.DUE, Field.SETTLED)
_PLAIN: Final = re.compile(r"\d+(?:\.\d\d?)?", re.ASCII)


def data_records(source: OpenFile, encoding: str, layout: Layout) -> Iterator[Record]:
    """Return the records below the header, blank ones included."""
    records = read_records(decoded(source.unpacked, encoding), layout.delimiter.value, columns=layout.columns)
    for record in records:
        if record[0] >= layout.first_line:
            return chain((record,), records)
    return iter(())


class RowEvidence:
    """The counts and first sightings.

    Attributes:
        rows: Blank ones not counted.
        slot_counts: How often, up to twice, a slot was seen: the hash of customer and number, without zeros in
            front, modulo the length, which is a power of two.
        rows_without_terms: Neither a due date nor terms of their own.
        rows_without_due: No due date, but terms.
        currency_cells: The different cells of the currency column and what they name.
        number_lengths: How many invoice numbers of digits alone have this length.
        numbers_with_zero: How many of them begin with 0.
    """

    def __init__(self, columns: dict[Field, ColumnChoice], unpacked_bytes: int) -> None:
        self.columns = columns
        self.rows = 0
        self.sample: list[tuple[str, ...]] = []
        self.dates: dict[Field, DateEvidence] = {field: DateEvidence() for field in _DATE_FIELDS if field in columns}
        self.amounts = AmountEvidence()
        self.slot_counts = bytearray(_slots_for(unpacked_bytes))
        self.rows_without_due = 0
        self.rows_without_terms = 0
        self.currency_cells: dict[str, str | frozenset[str] | None] = {}
        self.rows_without_currency = 0
        self.amount_currencies: set[str] = set()
        self.amount_currency = Sightings()
        self.number_lengths = [0] * (NUMBER_CHARACTERS_MAX + 1)
        self.numbers_with_zero = 0

    def take_all(self, records: Iterator[Record], report: Callable[[], None]) -> None:
        """Walk over the records: one long loop, since it is a good third of the time that an import takes.

        Args:
            report: Called every 2,048 rows; may raise to stop.

        Raises:
            ImportRefused: TOO_MANY_ROWS.
        """
        columns = self.columns
        customer_index, number_index = columns[Field.CUSTOMER].index, columns[Field.NUMBER].index
        amount_index = columns[Field.AMOUNT].index
        dates = [(columns[field].index, evidence, set[str]()) for field, evidence in self.dates.items()]
        needed = 1 + max(choice.index for choice in columns.values())
        slot_mask = len(self.slot_counts) - 1
        slot_counts, lengths, is_plain = self.slot_counts, self.number_lengths, _PLAIN.fullmatch
        has_due_or_terms = Field.DUE in columns or Field.TERMS_DAYS in columns
        has_currency = Field.CURRENCY in columns
        rows = points = 0
        for line, cells in records:
            if not isinstance(cells, list):
                rows += 1
                continue
            if len(cells) < needed:
                rows += any(map(str.strip, cells))
                continue
            number = cells[number_index].strip()
            if not number and not any(map(str.strip, cells)):
                continue
            rows += 1
            if rows <= SAMPLE_ROWS:
                self.sample.append(tuple(cell[:RAW_CELL_CHARACTERS_KEPT] for cell in cells))
            if not rows % REPORT_EVERY_ROWS:
                report()
                _refuse_rows(rows)
            slot = hash((cells[customer_index].strip(), number.lstrip("0"))) & slot_mask
            if slot_counts[slot] < 2:
                slot_counts[slot] += 1
            if number.isdigit() and len(number) <= NUMBER_CHARACTERS_MAX:
                lengths[len(number)] += 1
                self.numbers_with_zero += number[0] == "0"
            for index, evidence, seen in dates:
                cell = cells[index]
                if cell not in seen:
                    evidence.add(cell, line)
                    if len(seen) < KEPT_MAX:
                        seen.add(cell)
            amount = cells[amount_index]
            if not is_plain(amount):
                self._take_amount(amount, line)
            elif "." in amount:
                points += 1
                if points == 1:
                    self.amounts.point.add(amount, line)
            if has_due_or_terms:
                self._take_terms(cells)
            if has_currency:
                self._take_currency(cells, amount)
        _refuse_rows(rows)
        self.rows = rows
        self.amounts.point.count += max(0, points - 1)
        if not has_due_or_terms:
            self.rows_without_terms = rows
        if not has_currency:
            self.rows_without_currency = rows - self.amount_currency.count

    def _take_amount(self, amount: str, line: int) -> None:
        self.amounts.add(amount, line)
        parts = amount_parts(amount)
        if parts is not None and isinstance(parts.named, str):
            self.amount_currency.add(amount, line)
            self.amount_currencies.add(parts.named)

    def _take_terms(self, cells: list[str]) -> None:
        due = self.columns.get(Field.DUE)
        if due is not None and not is_blank_date(cells[due.index]):
            return
        terms = self.columns.get(Field.TERMS_DAYS)
        if terms is None or is_blank(cells[terms.index]):
            self.rows_without_terms += 1
        else:
            self.rows_without_due += 1

    def _take_currency(self, cells: list[str], amount: str) -> None:
        cell = cells[self.columns[Field.CURRENCY].index]
        if cell not in self.currency_cells and len(self.currency_cells) < _CURRENCIES_KEPT:
            self.currency_cells[cell] = currency_of(cell)
        if is_blank(cell):
            parts = amount_parts(amount)
            self.rows_without_currency += parts is None or not isinstance(parts.named, str)


def _slots_for(unpacked_bytes: int) -> int:
    """Return a power of two with a slot a byte of the file, so some twenty a row, within bounds."""
    return min(_SLOTS_MAX, max(_SLOTS_MIN, 1 << unpacked_bytes.bit_length()))


def _refuse_rows(rows: int) -> None:
    if rows > ROWS_MAX:
        raise ImportRefused(RefusalCode.TOO_MANY_ROWS, limit=ROWS_MAX)
