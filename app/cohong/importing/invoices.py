"""What other packages call and get: inspect, dry_run, read_invoices, write_problems_csv and their values."""

from cohong.importing.dry_run import dry_run
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
from cohong.importing.options import ImportOptions
from cohong.importing.problems_csv import write_problems_csv
from cohong.importing.reading import Progress, inspect, open_invoices, read_invoices
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.rows_found import (
    CurrencyTotal,
    DryRun,
    InvoiceRow,
    ProblemRow,
    Row,
    RowReason,
    SkippedRow,
    SkipReason,
)

__all__ = [
    "Assumption",
    "AssumptionCode",
    "ColumnChoice",
    "Confidence",
    "CurrencyTotal",
    "Detection",
    "DryRun",
    "Evidence",
    "EvidenceCode",
    "Field",
    "FileFormat",
    "ImportOptions",
    "ImportRefused",
    "InvoiceRow",
    "ProblemRow",
    "Progress",
    "RefusalCode",
    "Row",
    "RowReason",
    "SkipReason",
    "SkippedRow",
    "dry_run",
    "inspect",
    "open_invoices",
    "read_invoices",
    "write_problems_csv",
]
