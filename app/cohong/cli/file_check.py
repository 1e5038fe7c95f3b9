"""Look at an invoice file without profile and node: what was detected, what would be imported, what would not."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import typer

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import json_text
from cohong.cli.output import money, print_facts, print_json, print_line, print_table, say
from cohong.cli.session import Session
from cohong.cli.wording import ASSUMPTIONS, problem_words, worded
from cohong.importing.dry_run import dry_run
from cohong.importing.file_format import Detection, FileFormat
from cohong.importing.invoices import read_invoices
from cohong.importing.options import ImportOptions
from cohong.importing.problems_csv import write_problems_csv
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.rows_found import DryRun, ProblemRow
from cohong.primitives.money import format_plain

DIGITS_UNKNOWN: Final = 2
"""What importing counts minor units by where a currency is not known."""

_PROBLEMS_SHOWN: Final = 20


def check_file(session: Session, files: Sequence[Path], options: ImportOptions, problems: Path | None) -> None:
    """Read the file, or several UBL documents, and print what an import of it would do.

    Raises:
        ApiError: `file-refused`, as the node would say it.
        typer.Exit: used wrongly, where an option fits no file.
    """
    progress = _show_progress if sys.stderr.isatty() else None
    file, *also = files
    try:
        found = dry_run(file, options, also=also, progress=progress)
        if problems is not None:
            write_problems_csv(
                problems,
                _problem_rows(file, also, options),
                found.format.headers,
                word=lambda problem: problem_words(problem.reason, problem.of_number),
            )
    except ImportRefused as refused:
        raise _refusal(refused, session) from refused
    except OSError as error:
        raise typer.BadParameter(f"{problems} can't be written: {error}") from error
    finally:
        if progress is not None:
            sys.stderr.write("\r" + " " * 20 + "\r")
    if session.as_json:
        print_json(as_plain(file, found))
    else:
        _tell(file, found)


def refusal_error(refused: ImportRefused) -> ApiError:
    """Return the refusal as the node says it: the importer's code and its figures as JSON."""
    return ApiError(ApiErrorCode.FILE_REFUSED, json_text({"code": str(refused.code), **refused.detail}))


def as_plain(file: Path, found: DryRun) -> dict[str, Any]:
    """Return the dry run as plain values: everything but the sample of rows."""
    return {
        "file": str(file),
        "kind": found.format.kind,
        "rows": found.rows,
        "good": found.good,
        "bad": found.bad,
        "duplicates": found.duplicates,
        "void": found.void,
        "blank": found.blank,
        "void_contradictions": found.void_contradictions,
        "customers": found.customers,
        "settled": found.settled,
        "late": found.late,
        "late_days": found.late_days,
        "first_issued": found.first_issued,
        "last_issued": found.last_issued,
        "totals": [
            {
                "currency": total.currency,
                "invoices": total.invoices,
                "amount_minor": total.amount_minor,
                "amount": _plain_amount(total.amount_minor, total.currency),
            }
            for total in found.totals
        ],
        "format": {
            "gzip": found.format.gzip,
            "encoding": _plain_detection(found.format.encoding),
            "delimiter": _plain_detection(found.format.delimiter),
            "header": _plain_detection(found.format.header),
            "decimal_mark": _plain_detection(found.format.decimal_mark),
            "currency": _plain_detection(found.format.currency),
            "date_orders": {str(field): _plain_detection(order) for field, order in found.format.date_orders.items()},
            "columns": {str(field): choice.header for field, choice in found.format.columns.items()},
        },
        "assumptions": [{"code": str(said.code), **said.values} for said in found.format.assumptions],
        "needs_currency": found.format.needs_currency,
        "problems_by_reason": {str(reason): count for reason, count in found.problems_by_reason.items()},
        "problems": [_plain_problem(problem) for problem in found.problems],
    }


def _plain_detection(detection: Detection) -> dict[str, str]:
    return {"value": detection.value, "confidence": str(detection.confidence)}


def _plain_problem(problem: ProblemRow) -> dict[str, Any]:
    return {
        "line": problem.line,
        "file": problem.file,
        "column": problem.column,
        "value": problem.value,
        "reason": str(problem.reason),
        "of_line": problem.of_line,
        "of_number": problem.of_number,
    }


def _plain_amount(minor: int, currency: str | None) -> str:
    if currency is not None:
        return format_plain(minor, currency)
    return f"{minor // 10**DIGITS_UNKNOWN}.{minor % 10**DIGITS_UNKNOWN:0{DIGITS_UNKNOWN}}"


def _problem_rows(file: Path, also: Sequence[Path], options: ImportOptions) -> Iterator[ProblemRow]:
    """All of them: the dry run keeps the first thousand only."""
    return (row for row in read_invoices(file, options, also=also) if isinstance(row, ProblemRow))


def _refusal(refused: ImportRefused, session: Session) -> Exception:
    particulars = ", ".join(f"{name} {value}" for name, value in refused.detail.items())
    if refused.code is RefusalCode.BAD_OPTION:
        return typer.BadParameter(f"no file fits this: {particulars}")
    if particulars and not session.as_json:
        say(particulars)
    return refusal_error(refused)


def _show_progress(done: int, everything: int) -> None:
    sys.stderr.write(f"\rreading: {done * 100 // max(1, everything)} % ")
    sys.stderr.flush()


def _format_facts(form: FileFormat) -> list[tuple[str, str]]:
    orders = {order.value for order in form.date_orders.values()}
    return [
        ("Encoding", f"{form.encoding.value} ({form.encoding.confidence})"),
        ("Delimiter", f"{form.delimiter.value!r} ({form.delimiter.confidence})"),
        ("Dates", ", ".join(sorted(orders)) or "–"),
        ("Decimal mark", f"{form.decimal_mark.value} ({form.decimal_mark.confidence})"),
        ("Columns", ", ".join(f"{field}: {choice.header}" for field, choice in form.columns.items())),
    ]


def _tell(file: Path, found: DryRun) -> None:
    form = found.format
    print_facts(
        [
            ("File", str(file)),
            *(_format_facts(form) if form.kind == "csv" else [("Format", "UBL 2.1, one row a document")]),
            ("Rows", str(found.rows)),
            ("Good", f"{found.good} of {found.customers} customers"),
            ("Bad", str(found.bad)),
            ("Duplicates", str(found.duplicates)),
            ("Void", str(found.void)),
            ("Settled", f"{found.settled}, of these {found.late} late"),
            ("Issued", f"{found.first_issued or '–'} to {found.last_issued or '–'}"),
        ]
    )
    for total in found.totals:
        amount = _plain_amount(total.amount_minor, None)
        shown = money(total.amount_minor, total.currency) if total.currency else f"{amount} (currency not known)"
        print_line(f"{total.invoices} invoices, {shown}")
    for said in form.assumptions:
        values = ", ".join(f"{name} {value}" for name, value in said.values.items())
        print_line(f"Assumed: {worded(ASSUMPTIONS, str(said.code))} ({values})")
    if found.problems:
        print_table(
            ["Line", "Column", "Value", "Problem"],
            [
                [str(problem.line), problem.where, problem.value, problem_words(problem.reason, problem.of_number)]
                for problem in found.problems[:_PROBLEMS_SHOWN]
            ],
            right=("Line",),
        )
    if found.bad > _PROBLEMS_SHOWN:
        print_line(f"… and {found.bad - _PROBLEMS_SHOWN} more; --problems OUT.csv writes them all.")
