"""The passes over a file in their order, with progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from cohong.importing.file_format import FileFormat
from cohong.importing.options import ImportOptions
from cohong.importing.row_evidence import REPORT_EVERY_ROWS, data_records
from cohong.importing.rows import RowReader
from cohong.importing.rows_found import Row
from cohong.importing.stored_file import open_unpacked
from cohong.importing.survey import Survey, survey_file
from cohong.importing.ubl_files import is_ubl
from cohong.importing.ubl_survey import survey_documents

Progress = Callable[[int, int], object]
"""Called with (done, all), in bytes read and to be read over all passes; may raise to stop the reading.
It comes every 2,048 rows or 1 MiB of bytes, which is some ten milliseconds."""

PASSES: Final = 3
"""Over a CSV file; UBL documents are read once."""


def inspect(
    path: Path, options: ImportOptions, *, also: Sequence[Path] = (), progress: Progress | None = None
) -> FileFormat:
    """Return what was detected about the file, over all its rows; `also` names further UBL documents.

    Raises:
        ImportRefused: The file as a whole cannot be read; any code.
    """
    return survey_of(path, options, progress, also=also, passes=2).format


def read_invoices(
    path: Path, options: ImportOptions, *, also: Sequence[Path] = (), progress: Progress | None = None
) -> Iterator[Row]:
    """Yield every row of the file, in file order and constant memory; blank lines as skipped rows.

    Every row below the header is exactly one of: InvoiceRow, ProblemRow, SkippedRow. The file is surveyed
    before the first row comes, so whatever makes the whole file unreadable is raised before any row was
    taken, save for a file that changes meanwhile.

    Raises:
        ImportRefused: Any code; CHANGED_WHILE_READING also at the end.
    """
    yield from open_invoices(path, options, also=also, progress=progress)[1]


def open_invoices(
    path: Path, options: ImportOptions, *, also: Sequence[Path] = (), progress: Progress | None = None
) -> tuple[FileFormat, Iterator[Row]]:
    """Survey the file and return what was detected about it, and its rows as `read_invoices` yields them.

    Raises:
        ImportRefused: Any code; CHANGED_WHILE_READING also by the rows, at their end.
    """
    survey = survey_of(path, options, progress, also=also)
    return survey.format, rows_of(survey, progress)


def survey_of(
    path: Path,
    options: ImportOptions,
    progress: Progress | None,
    *,
    also: Sequence[Path] = (),
    passes: int = PASSES,
) -> Survey:
    """Return the survey of a file, reporting it as the first two of all passes over it, or of UBL documents."""
    if is_ubl(path, also=also):
        return survey_documents((path, *also), options, progress)
    if progress is None:
        return survey_file(path, options)

    def report(done: int, stored_bytes: int) -> None:
        progress(done, passes * stored_bytes)

    return survey_file(path, options, report)


def rows_of(survey: Survey, progress: Progress | None) -> Iterator[Row]:
    """Yield the rows of a surveyed file, reporting them as the last pass over it."""
    if survey.format.kind == "ubl":
        yield from RowReader(survey).rows(iter(survey.documents))
        return
    stored_bytes = survey.stored.stored_bytes
    with open_unpacked(survey.stored) as source:
        records = data_records(source, survey.format.encoding.value, survey.layout)
        rows = RowReader(survey).rows(records)
        if progress is None:
            yield from rows
            return
        for count, row in enumerate(rows, 1):
            yield row
            if not count % REPORT_EVERY_ROWS:
                progress((PASSES - 1) * stored_bytes + source.stored_read(), PASSES * stored_bytes)
