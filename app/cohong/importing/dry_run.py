"""What an import of a file would do: counts, totals and problems."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import assert_never

from cohong.importing.limits import PROBLEMS_KEPT
from cohong.importing.options import ImportOptions
from cohong.importing.reading import Progress, rows_of, survey_of
from cohong.importing.rows_found import (
    CurrencyTotal,
    DryRun,
    InvoiceRow,
    ProblemRow,
    RowReason,
    SkippedRow,
    SkipReason,
)
from cohong.importing.survey import Survey


def dry_run(
    path: Path, options: ImportOptions, *, also: Sequence[Path] = (), progress: Progress | None = None
) -> DryRun:
    """Read the whole file and return what an import of it would do; nothing is stored.

    Memory grows with the number of different customers only.

    Raises:
        ImportRefused: The file as a whole cannot be read; any code.
    """
    survey = survey_of(path, options, progress, also=also)
    tally = _Tally()
    for row in rows_of(survey, progress):
        match row:
            case InvoiceRow():
                tally.add_invoice(row)
            case ProblemRow():
                tally.add_problem(row)
            case SkippedRow():
                tally.skipped[row.reason] += 1
                tally.void_contradictions += row.reason is SkipReason.VOID and row.of_line is not None
            case _:
                assert_never(row)
    return tally.result(survey)


@dataclass(slots=True)
class _Sum:
    invoices: int = 0
    amount_minor: int = 0


class _Tally:
    def __init__(self) -> None:
        self.skipped: Counter[SkipReason] = Counter()
        self.void_contradictions = 0
        self._reasons: Counter[RowReason] = Counter()
        self._problems: list[ProblemRow] = []
        self._sums: defaultdict[str | None, _Sum] = defaultdict(_Sum)
        self._customers: set[str] = set()
        self._issued: set[str] = set()  # days, of which there are few
        self._settled = 0
        self._late = 0
        self._late_days = 0

    def add_invoice(self, row: InvoiceRow) -> None:
        total = self._sums[row.currency]
        total.invoices += 1
        total.amount_minor += row.amount_minor
        self._customers.add(row.customer)
        self._issued.add(row.issued)
        if row.settled is not None:
            self._settled += 1
            if row.settled > row.due:
                self._late += 1
                self._late_days += _day_number(row.settled) - _day_number(row.due)

    def add_problem(self, row: ProblemRow) -> None:
        self._reasons[row.reason] += 1
        if len(self._problems) < PROBLEMS_KEPT:
            self._problems.append(row)

    def result(self, survey: Survey) -> DryRun:
        good, bad = sum(total.invoices for total in self._sums.values()), self._reasons.total()
        duplicates, void = self.skipped[SkipReason.DUPLICATE], self.skipped[SkipReason.VOID]
        assert good + bad + duplicates + void == survey.format.rows, "every row is in exactly one class"
        return DryRun(
            rows=survey.format.rows,
            good=good,
            bad=bad,
            duplicates=duplicates,
            void=void,
            blank=self.skipped[SkipReason.BLANK_LINE],
            totals=tuple(
                CurrencyTotal(code, self._sums[code].invoices, self._sums[code].amount_minor)
                for code in sorted(self._sums, key=lambda code: code or "")
            ),
            first_issued=min(self._issued, default=None),
            last_issued=max(self._issued, default=None),
            customers=len(self._customers),
            settled=self._settled,
            late=self._late,
            late_days=self._late_days,
            problems=tuple(self._problems),
            problems_by_reason=dict(sorted(self._reasons.items())),
            void_contradictions=self.void_contradictions,
            format=survey.format,
        )


@lru_cache(maxsize=65_536)
def _day_number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
