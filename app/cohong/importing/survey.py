"""How a file is to be read, decided over all of it.

The pass over the rows also finds which of them may repeat an earlier one, without remembering them: a table
of one byte a slot counts how often a hash of customer and number was seen. Only rows in a slot that was seen
twice are remembered by the next pass, and compared there as they are, so a shared slot costs memory and
never a wrong verdict. At 400,000 rows that is one row in a hundred; remembering all of them would take some
100 MB.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cohong.importing.assumptions import (
    amount_assumptions,
    currency_assumptions,
    date_assumptions,
    encoding_assumptions,
    number_assumptions,
    party_assumptions,
    terms_assumptions,
)
from cohong.importing.columns import map_columns
from cohong.importing.currencies import currency_in_header
from cohong.importing.encodings import detect_encoding
from cohong.importing.file_format import (
    Confidence,
    Detection,
    Evidence,
    EvidenceCode,
    Field,
    FileFormat,
)
from cohong.importing.layout import SAMPLE_CHARACTERS, Layout, detect_layout
from cohong.importing.limits import TERMS_DAYS_DEFAULT
from cohong.importing.options import ImportOptions, check_options
from cohong.importing.records import Record, decoded
from cohong.importing.row_evidence import RowEvidence, data_records
from cohong.importing.stored_file import StoredFile, look_at, open_unpacked
from cohong.primitives.money import minor_digits


@dataclass(frozen=True, slots=True)
class Survey:
    """What the next pass over the rows needs.

    Attributes:
        terms_days: From issue to due where the row says nothing.
        default_currency: Of the rows that name none themselves, None if not known.
        header_currency: Named by the header of the amounts; a cell that names another contradicts it.
        slot_counts: As in RowEvidence.
        documents: Of UBL: the records themselves, which are read once.
    """

    stored: StoredFile
    layout: Layout
    format: FileFormat
    terms_days: int
    default_currency: str | None
    header_currency: str | None
    slot_counts: bytearray
    documents: tuple[Record, ...] = ()


def survey_file(
    path: Path, options: ImportOptions, report: Callable[[int, int], None] = lambda _done, _stored: None
) -> Survey:
    """Go through the file's bytes and its rows and return how it is to be read.

    Args:
        report: Called with the stored bytes read so far in both passes, and the size of one; may raise to
        stop.

    Raises:
        ImportRefused: Any of its codes.
    """
    check_options(options)
    stored = look_at(path)
    with open_unpacked(stored) as source:
        found = detect_encoding(source, options.encoding, lambda done: report(done, stored.stored_bytes))
    encoding = found.encoding.value
    with open_unpacked(stored) as source:
        layout = detect_layout(decoded(source.unpacked, encoding).read(SAMPLE_CHARACTERS), options)
    columns = map_columns(layout, options.columns)
    evidence = RowEvidence(columns, found.unpacked_bytes)
    with open_unpacked(stored) as source:
        evidence.take_all(
            data_records(source, encoding, layout),
            lambda: report(stored.stored_bytes + source.stored_read(), stored.stored_bytes),
        )
    header_currency = currency_in_header(columns[Field.AMOUNT].header)
    default_currency = header_currency or options.currency
    currency = _currency(evidence, options, header_currency)
    date_orders = _date_orders(evidence, options)
    decimal_mark = evidence.amounts.decide(
        options.decimal_mark, digits=minor_digits(currency.value) if currency.value else 2
    )
    file_format = FileFormat(
        stored_bytes=stored.stored_bytes,
        unpacked_bytes=found.unpacked_bytes,
        gzip=stored.gzip,
        encoding=found.encoding,
        delimiter=layout.delimiter,
        header=layout.header,
        header_line=layout.header_line,
        headers=layout.headers,
        columns=columns,
        date_orders=date_orders,
        decimal_mark=decimal_mark,
        currency=currency,
        assumptions=(
            *currency_assumptions(evidence.rows_without_currency, default_currency),
            *party_assumptions(evidence),
            *terms_assumptions(evidence, options),
            *date_assumptions(evidence, date_orders),
            *amount_assumptions(evidence, decimal_mark),
            *encoding_assumptions(found),
            *number_assumptions(evidence),
        ),
        rows=evidence.rows,
        sample=tuple(evidence.sample),
    )
    terms_days = TERMS_DAYS_DEFAULT if options.terms_days is None else options.terms_days
    return Survey(stored, layout, file_format, terms_days, default_currency, header_currency, evidence.slot_counts)


def _date_orders(evidence: RowEvidence, options: ImportOptions) -> dict[Field, Detection]:
    """Decide each column by its own cells, or by another column of the file if they leave it open."""
    orders: dict[Field, Detection] = {
        field: dates.decide(options.date_order) for field, dates in evidence.dates.items()
    }
    proven = [field for field, found in orders.items() if evidence.dates[field].proven]
    for field, found in orders.items():
        if proven and found.confidence is Confidence.ASSUMED and evidence.dates[field].either.count:
            other = proven[0]
            same = Evidence(EvidenceCode.SAME_AS_COLUMN, {"header": evidence.columns[other].header})
            orders[field] = Detection(orders[other].value, Confidence.LIKELY, (*found.evidence, same))
    return orders


def _currency(evidence: RowEvidence, options: ImportOptions, header_currency: str | None) -> Detection:
    """Return the one currency of all rows, or an empty value where they differ or some have none."""
    said: list[Evidence] = []
    codes = {code for code in evidence.currency_cells.values() if isinstance(code, str)}
    column = evidence.columns.get(Field.CURRENCY)
    if column is not None:
        values: dict[str, str | int | list[str]] = {"header": column.header, "currencies": sorted(codes)}
        said.append(Evidence(EvidenceCode.CURRENCY_COLUMN, values))
    if header_currency is not None:
        header = evidence.columns[Field.AMOUNT].header
        said.append(Evidence(EvidenceCode.CURRENCY_IN_HEADER, {"header": header}))
    if evidence.amount_currencies:
        values = {
            "value": evidence.amount_currency.value,
            "line": evidence.amount_currency.line,
            "currencies": sorted(evidence.amount_currencies),
        }
        said.append(Evidence(EvidenceCode.CURRENCY_IN_CELLS, values))
    if not said and options.currency is not None:
        return Detection(options.currency, Confidence.GIVEN, (Evidence(EvidenceCode.OPTION, {}),))
    codes |= evidence.amount_currencies
    if evidence.rows_without_currency:
        codes |= {header_currency or options.currency or ""}
    if not said:
        return Detection("", Confidence.ASSUMED, (Evidence(EvidenceCode.NO_CURRENCY, {}),))
    return Detection(codes.pop() if len(codes) == 1 else "", Confidence.CERTAIN, tuple(said))
