"""An invoice file being read for an import, a batch of rows at a time. Runs on worker threads."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from cohong.api.requests import ImportFile
from cohong.importing.invoices import ImportOptions, InvoiceRow, Progress, Row, open_invoices

ROWS_AT_ONCE: Final = 1_000


class InvoiceFile:
    """The rows of a surveyed file.

    Attributes:
        headers: of its columns.
    """

    def __init__(self, headers: tuple[str, ...], rows: Iterator[Row]) -> None:
        self.headers = headers
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
    found, rows = open_invoices(Path(request.path), _options(request), progress=progress)
    return InvoiceFile(found.headers, rows)


def customers_of(request: ImportFile, progress: Progress) -> set[str]:
    """Return the customers of all good rows."""
    rows = open_invoices(Path(request.path), _options(request), progress=progress)[1]
    return {row.customer for row in rows if isinstance(row, InvoiceRow)}


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
