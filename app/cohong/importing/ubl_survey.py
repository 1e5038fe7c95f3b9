"""How UBL documents are to be read: most of it is said by the standard, and not detected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from cohong.importing.assumptions import currency_assumptions, number_assumptions, terms_assumptions
from cohong.importing.file_format import (
    Assumption,
    AssumptionCode,
    ColumnChoice,
    Confidence,
    Detection,
    Evidence,
    EvidenceCode,
    Field,
    FileFormat,
)
from cohong.importing.layout import Layout
from cohong.importing.limits import TERMS_DAYS_DEFAULT
from cohong.importing.options import ImportOptions, check_options
from cohong.importing.records import Record
from cohong.importing.row_evidence import RowEvidence
from cohong.importing.stored_file import StoredFile
from cohong.importing.survey import Survey
from cohong.importing.ubl_document import COLUMNS
from cohong.importing.ubl_files import read_ubl

_SELLERS_NAMED: Final = 3


def survey_documents(
    paths: Sequence[Path], options: ImportOptions, report: Callable[[int, int], object] | None
) -> Survey:
    """Read UBL documents and return how their records are to be taken.

    Raises:
        ImportRefused: As `read_ubl`; BAD_OPTION.
    """
    check_options(options)
    found = read_ubl(paths, report or (lambda _done, _whole: None))
    columns = {
        field: ColumnChoice(field, index, header, given=False, others=())
        for index, (field, header) in enumerate(COLUMNS.items())
    }
    evidence = RowEvidence(columns, found.stored_bytes)
    evidence.take_all(iter(found.records), lambda: None)
    layout = Layout(
        delimiter=_by_standard(""),
        header=_by_standard("present"),
        header_line=1,
        headers=tuple(COLUMNS.values()),
        first_line=1,
        columns=len(COLUMNS),
        columns_min=len(COLUMNS),
    )
    file_format = FileFormat(
        stored_bytes=found.stored_bytes,
        unpacked_bytes=found.stored_bytes,
        gzip=False,
        encoding=_by_standard("xml"),
        delimiter=layout.delimiter,
        header=layout.header,
        header_line=layout.header_line,
        headers=layout.headers,
        columns=columns,
        date_orders={field: _by_standard("ymd") for field in (Field.ISSUED, Field.DUE)},
        decimal_mark=_by_standard("."),
        currency=_currency(evidence),
        assumptions=(
            *currency_assumptions(evidence.rows_without_currency, options.currency),
            *_sellers(found.records),
            *terms_assumptions(evidence, options),
            *number_assumptions(evidence),
        ),
        rows=evidence.rows,
        sample=tuple(evidence.sample),
        kind="ubl",
    )
    terms_days = TERMS_DAYS_DEFAULT if options.terms_days is None else options.terms_days
    stored = StoredFile(paths[0], found.stored_bytes, 0, gzip=False)
    return Survey(stored, layout, file_format, terms_days, options.currency, None, evidence.slot_counts, found.records)


def _by_standard(value: str) -> Detection:
    return Detection(value, Confidence.CERTAIN, (Evidence(EvidenceCode.STANDARD, {}),))


def _currency(evidence: RowEvidence) -> Detection:
    """Return the one currency of all documents, or an empty value where they differ."""
    codes = sorted({code for code in evidence.currency_cells.values() if isinstance(code, str)})
    header = evidence.columns[Field.CURRENCY].header
    said = Evidence(EvidenceCode.CURRENCY_COLUMN, {"header": header, "currencies": codes})
    alone = len(codes) == 1 and not evidence.rows_without_currency
    return Detection(codes[0] if alone else "", Confidence.CERTAIN, (said,))


def _sellers(records: Sequence[Record]) -> Iterator[Assumption]:
    """Yield whose invoices these are: a person sees at once when they are bills of somebody else."""
    place = list(COLUMNS).index(Field.SELLER)
    sellers = list(dict.fromkeys(cells[place] for _, cells in records if isinstance(cells, list) and cells[place]))
    if sellers:
        named = "; ".join(sellers[:_SELLERS_NAMED])
        yield Assumption(AssumptionCode.SELLERS, {"sellers": named, "count": len(sellers)})
