"""Invoices being read for an import, a batch of rows at a time. Runs on worker threads."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from cohong.api.requests import ImportFile
from cohong.importing.invoices import FileFormat, ImportOptions, InvoiceRow, Progress, Row, open_invoices

ROWS_AT_ONCE: Final = 1_000


class InvoiceFile:
    """The rows of a surveyed file.

    Attributes:
        headers: of its columns.
        needs_currency: some of its rows name none.
    """

    def __init__(self, found: FileFormat, rows: Iterator[Row]) -> None:
        self.headers = found.headers
        self.needs_currency = found.needs_currency
        self._rows = rows
        self._first: list[Row] | None = list(islice(rows, ROWS_AT_ONCE))

    def take(self) -> list[Row]:
        """Return the next rows, none at the end."""
        if self._first is not None:
            first, self._first = self._first, None
            return first
        return list(islice(self._rows, ROWS_AT_ONCE))


def open_file(request: ImportFile, progress: Progress) -> InvoiceFile:
    """Survey the file, so that one that cannot be read is refused before anything is kept.

    Raises:
        ImportRefused: the file is refused; also by `take`, if it changes meanwhile.
    """
    return InvoiceFile(*_opened(request, progress))


def customers_of(request: ImportFile, progress: Progress) -> set[str]:
    """Return the customers of all good rows."""
    return {row.customer for row in _opened(request, progress)[1] if isinstance(row, InvoiceRow)}


def shown_name(request: ImportFile) -> str:
    """Return what the import is called: its file, and how many come with it."""
    name = Path(request.path).name
    return f"{name} (+{len(request.also)})" if request.also else name


def _opened(request: ImportFile, progress: Progress) -> tuple[FileFormat, Iterator[Row]]:
    also = [Path(path) for path in request.also]
    return open_invoices(Path(request.path), _options(request), also=also, progress=progress)


def _options(request: ImportFile) -> ImportOptions:
    return ImportOptions(
        currency=request.currency or None,
        terms_days=request.terms_days or None,
        encoding=request.encoding or None,
        delimiter=request.delimiter or None,
        date_order=request.date_order or None,
        decimal_mark=request.decimal_mark or None,
        columns=request.columns or None,
    )
