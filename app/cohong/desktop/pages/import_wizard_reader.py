"""Reads an invoice file in a process of its own, for the wizard; imports no Qt.

A file of 400,000 rows keeps a core busy for seconds. In a thread of the window that would make every frame wait for
the interpreter's lock; in another process it costs the window nothing, and stopping it is ending the process.

The request comes as a pickle on standard input, answers go as length-prefixed pickles to standard output: progress,
then what an import would do, then the customers; or a refusal.
"""

from __future__ import annotations

import pickle
import sys
from typing import BinaryIO, Final

from cohong.desktop.pages.import_wizard_messages import (
    HEAD,
    Answer,
    CustomerFound,
    CustomersFound,
    ReadProgress,
    ReadRefused,
    ReadRequest,
)
from cohong.importing.invoices import ImportRefused, InvoiceRow, dry_run, read_invoices

CUSTOMERS_MAX: Final = 20_000


def main() -> None:
    """Answer the request on standard input."""
    request = pickle.load(sys.stdin.buffer)
    assert isinstance(request, ReadRequest)
    out = sys.stdout.buffer
    try:
        path, *also = request.paths
        _send(out, dry_run(path, request.options, also=also, progress=_Reporter(out)))
        _send(out, CustomersFound(customers_of(request)))
    except ImportRefused as error:
        _send(out, ReadRefused(str(error.code), dict(error.detail)))


def customers_of(request: ReadRequest) -> tuple[CustomerFound, ...]:
    """Return the customers of the file's good rows, those with the most invoices first, at most CUSTOMERS_MAX."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    path, *also = request.paths
    for row in read_invoices(path, request.options, also=also):
        if isinstance(row, InvoiceRow):
            counts[row.customer] = counts.get(row.customer, 0) + 1
            if not names.get(row.customer):
                names[row.customer] = row.customer_name
    ordered = sorted(counts, key=lambda customer: (-counts[customer], customer))[:CUSTOMERS_MAX]
    return tuple(CustomerFound(customer, names[customer], counts[customer]) for customer in ordered)


class _Reporter:
    """Tells progress a hundred times over the file, not every ten milliseconds."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._told = -1

    def __call__(self, done: int, whole: int) -> None:
        permille = min(1000, 1000 * done // max(1, whole))
        if permille // 10 != self._told // 10:
            self._told = permille
            _send(self._out, ReadProgress(permille))


def _send(out: BinaryIO, answer: Answer) -> None:
    answer_bytes = pickle.dumps(answer)
    out.write(HEAD.pack(len(answer_bytes)) + answer_bytes)
    out.flush()


if __name__ == "__main__":
    main()
