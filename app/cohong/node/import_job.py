"""An import under way, and how an import stands in the words of the API."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from cohong.api.requests import ImportFile
from cohong.api.views import Amount, ImportStatus
from cohong.ledger.imports import ImportRecord, Problem

COUNTED: Final = ("rows", "added", "already", "duplicates", "bad", "void")
INTERRUPTED: Final = "interrupted"
PAYMENTS: Final = "payments"
"""The one key of the options of an import of payments."""


class ImportCancelled(Exception):
    """Whoever asked for the import has changed their mind."""


@dataclass(slots=True)
class ImportJob:
    """An import under way.

    Attributes:
        cancelled: it is to stop, at the next batch of rows at the latest. Read by the reading thread.
    """

    record: ImportRecord
    request: ImportFile
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    totals: dict[str, int] = field(default_factory=dict)
    cancelled: bool = False

    def go_on(self, _done: int = 0, _whole: int = 0) -> None:
        """Do nothing, or stop what is under way; fits as the progress of reading a file.

        Raises:
            ImportCancelled: it is cancelled.
        """
        if self.cancelled:
            raise ImportCancelled


def shown_problem(item: Problem) -> dict[str, str | int]:
    """Return a problem as the API has it."""
    return {
        "line": item.line,
        "column": item.column,
        "value": item.value,
        "reason": item.reason,
        "other": item.other,
    }


def status_view(
    record: ImportRecord, job: ImportJob | None, problems: Sequence[Problem] = (), receipts_left: int = 0
) -> ImportStatus:
    """Return how an import stands; one that was being read or sent and has no job was interrupted."""
    counts = job.counts if job is not None else record.counts
    totals = job.totals if job is not None else record.totals
    is_cut_off = job is None and record.state in ("reading", "sending")
    return ImportStatus(
        id=record.id.hex(),
        file=record.file,
        holds=_holds(record),
        state="failed" if is_cut_off else record.state,  # type: ignore[arg-type]  # only this module writes states
        rows=counts.get("rows", 0),
        done=counts.get("rows", 0),
        added=counts.get("added", 0),
        already=counts.get("already", 0),
        duplicates=counts.get("duplicates", 0),
        bad=counts.get("bad", 0),
        void=counts.get("void", 0),
        receipts_left=receipts_left,
        started_ms=record.started_ms,
        undoable=job is None and record.sent == 0 and record.state in ("ready", "failed", "reading"),
        totals=[Amount(currency=code, minor=minor) for code, minor in sorted(totals.items())],
        problems=[shown_problem(item) for item in problems],
        error=INTERRUPTED if is_cut_off else record.error,
        detail=record.detail,
    )


def _holds(record: ImportRecord) -> Literal["invoices", "payments"]:
    return "payments" if record.options.startswith(f'{{"{PAYMENTS}"'.encode()) else "invoices"
