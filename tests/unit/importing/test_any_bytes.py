"""Whatever a file holds, it is read or refused; nothing else happens, and no row is lost."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from cohong.importing.invoices import DryRun, ImportOptions, ImportRefused, RefusalCode, dry_run

HEADER = "customerID,invoiceNumber,InvoiceDate,InvoiceAmount,DueDate,Currency,Status,Terms,SettledDate"
CELLS = st.sampled_from(
    "|A|1|0|-1|1.5|1,5|1.234|¥1|HKD|$|2013-01-02|1/2/2013|23/1/13|void|2100-12-31|3650|COD".split("|")
) | st.sampled_from(
    ['"', '""', '"a', 'a"b', "\n", "\r", "a\0" + "b" * 40, "\ufeff", "\ufffd", " ", "陳", "ß", "9" * 90]
)
ROWS = st.lists(st.lists(CELLS, max_size=11).map(",".join), max_size=30).map("\n".join)


def _outcome(stored: bytes, options: ImportOptions) -> DryRun | RefusalCode:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "invoices.csv"
        path.write_bytes(stored)
        try:
            return dry_run(path, options)
        except ImportRefused as refusal:
            return refusal.code


@example(b"\x88\xa3")  # two characters in Hong Kong's Big5, the second of which it cannot write alone
@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda content: gzip.compress(content, mtime=0)))
def test_any_bytes_are_read_or_refused(stored: bytes) -> None:
    assert isinstance(_outcome(stored, ImportOptions()), DryRun | RefusalCode)


@given(ROWS, st.sampled_from(["utf-8", "utf-16", "utf-16-be", "gb18030"]), st.sampled_from([None, "HKD", "JPY"]))
def test_any_cells_below_a_good_header_are_read_and_every_row_is_counted_once(
    rows: str, encoding: str, currency: str | None
) -> None:
    stored = f"{HEADER}\n{rows}\n".encode(encoding, "replace")
    run = _outcome(stored, ImportOptions(currency=currency, encoding="gb18030" if encoding == "gb18030" else None))
    assert isinstance(run, DryRun)
    assert run.rows == run.good + run.bad + run.duplicates + run.void
    assert sum(run.problems_by_reason.values()) == run.bad == len(run.problems)
    assert sum(total.invoices for total in run.totals) == run.good


@given(ROWS)
def test_any_cells_without_a_header_are_read_or_refused(rows: str) -> None:
    columns = {"customer": "1", "number": "2", "issued": "3", "amount": "4"}
    assert isinstance(_outcome(rows.encode(), ImportOptions(columns=columns)), DryRun | RefusalCode)
