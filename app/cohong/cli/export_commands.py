"""`cohong book export` and `cohong book statement`: the Book and an account as files for a spreadsheet."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import ExportStatus
from cohong.cli.arguments import (
    BOOK_FILTERS,
    BOOK_SORTS,
    BookFilterOption,
    BookSortOption,
    currency_digits,
    parse_choice,
)
from cohong.cli.following import followed
from cohong.cli.member_argument import member_filter
from cohong.cli.node_client import NodeClient
from cohong.cli.output import money, print_line, print_table
from cohong.cli.session import Session, session_of

FIRST_DAY: Final = "1970-01-01"
SUFFIXES: Final = (".csv", ".xlsx")

TableFile: TypeAlias = Annotated[Path, typer.Argument(metavar="FILE", help="Ends with .csv or .xlsx.")]
Replace: TypeAlias = Annotated[bool, typer.Option("--replace", help="Replace a file that is there already.")]


def export_book(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    file: TableFile,
    filter_by: BookFilterOption = "all",
    sort: BookSortOption = "changed",
    ascending: Annotated[bool, typer.Option(help="Smallest or oldest first.")] = False,
    text: Annotated[str, typer.Option(help="Only what has this in its reference or name.")] = "",
    debtor: Annotated[str, typer.Option(help="Only what this member owes, by id or name.")] = "",
    counterparty: Annotated[str, typer.Option(help="Only between you and this member, by id or name.")] = "",
    currency: Annotated[str, typer.Option(help="Only this currency.")] = "",
    replace: Replace = False,
) -> None:
    """Write the Book to a file for a spreadsheet, filtered and sorted as `cohong book list`."""
    session = session_of(context)
    export(
        session,
        "export.book",
        path=absolute(file),
        filter=parse_choice(filter_by, BOOK_FILTERS),
        sort=parse_choice(sort, BOOK_SORTS),
        descending=not ascending,
        text=text,
        debtor=member_filter(session, debtor),
        counterparty=member_filter(session, counterparty),
        currency=currency,
        replace=replace,
    )


def export_statement(
    context: typer.Context,
    file: TableFile,
    member: Annotated[str, typer.Option("--with", metavar="MEMBER", help="Whose account it is, by id or name.")],
    currency: Annotated[str, typer.Option(help="One currency only: ISO 4217 code.")] = "",
    first_day: Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD; from the beginning without.")] = "",
    last_day: Annotated[str, typer.Option("--to", help="Last day, YYYY-MM-DD; today without.")] = "",
    replace: Replace = False,
) -> None:
    """Write the account with a member to a file: opening balance, invoices, receipts, closing balance."""
    if currency:
        currency_digits(currency)
    session = session_of(context)
    export(
        session,
        "export.statement",
        path=absolute(file),
        member=member_filter(session, member),
        currency=currency,
        first_day=first_day or FIRST_DAY,
        last_day=last_day or date.today().isoformat(),  # noqa: DTZ011  # a day of business is a local one
        replace=replace,
    )


def absolute(file: Path) -> str:
    """Return the path of a table that is to be written."""
    if file.suffix.lower() not in SUFFIXES:
        raise typer.BadParameter(f"{file} ends neither with .csv nor with .xlsx")
    return str(file.absolute())


def export(session: Session, method: str, **values: object) -> None:
    """Have the node write a table, follow that, and tell what it came to."""
    with NodeClient.connect(session.profile_dir) as node:
        begun: ExportStatus = node.ask(method, **values)
        status = followed(node, begun, _words, job="export", stopped="Stopped. Nothing was written.", id=begun.id)
    if status.state == "failed":
        raise ApiError(ApiErrorCode(status.error), status.detail)
    session.answer(status, lambda: _tell(status))


def _words(status: ExportStatus) -> str:
    return f"Writing: {status.done:,} of {status.total:,}" if status.total else ""


def _tell(status: ExportStatus) -> None:
    if status.state != "done":
        print_line("The export was stopped. Nothing was written.")
        return
    print_line(f"{status.rows:,} rows written to {status.file}.")
    if status.balances:
        print_table(
            ["Currency", "Opening", "Closing"],
            [
                [item.currency, money(item.opening_minor, item.currency), money(item.closing_minor, item.currency)]
                for item in status.balances
            ],
            right=("Opening", "Closing"),
        )
        print_line("Above 0 is owed to you, below 0 by you.")
