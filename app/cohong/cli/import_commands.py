"""`cohong import`: invoices out of a file, looked at first or imported; and what became of earlier imports."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import Done, ImportStatus
from cohong.cli.arguments import currency_digits, parse_id, parse_pairs
from cohong.cli.file_check import check_file
from cohong.cli.following import INTERRUPTED, watched
from cohong.cli.node_client import NodeClient
from cohong.cli.output import moment, money, print_facts, print_line, print_table, say
from cohong.cli.problem_table import print_problems
from cohong.cli.session import Session, session_of
from cohong.cli.wording import stop_words
from cohong.importing.options import ImportOptions

app = typer.Typer(help="Import invoices or payments from a file.", no_args_is_help=True)

WAITED_FOR: Final = ("reading", "cancelling", "sending")
"""Exit code after Ctrl-C."""

_PROBLEMS_SHOWN: Final = 20

ImportId: TypeAlias = Annotated[str, typer.Argument(metavar="IMPORT", help="The import's id.")]
Wait: TypeAlias = Annotated[bool, typer.Option(help="Wait until the node is done with it.")]


@app.command("invoices")
def import_invoices(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(help="A CSV file, plain or gzip; or UBL invoices: XML files, folders, ZIP archives of them."),
    ],
    currency: Annotated[str, typer.Option(help="For rows that name none: ISO 4217 code.")] = "",
    terms_days: Annotated[
        int | None, typer.Option(help="From issue to due, for rows without a due date.", min=0, max=3650)
    ] = None,
    encoding: Annotated[str, typer.Option(help="Instead of detecting it: utf-8, gb18030, big5, …")] = "",
    delimiter: Annotated[str, typer.Option(help="Instead of detecting it: , ; | or tab.")] = "",
    date_order: Annotated[str, typer.Option(help="Instead of detecting it: dmy, mdy or ymd.")] = "",
    decimal_mark: Annotated[str, typer.Option(help="Instead of detecting it: . or ,")] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="FIELD=HEADER, for instance number=Belegnr; once for each.")
    ] = None,
    counterparty: Annotated[
        list[str] | None, typer.Option(help="NAME=ID: who a customer of the file is; once for each.")
    ] = None,
    deal_to: Annotated[
        list[str] | None, typer.Option(help="Member who takes its turn for customers not known; once for each.")
    ] = None,
    receipts: Annotated[
        str, typer.Option(help="For paid rows: none, at-once, or after-claim of the debtor.")
    ] = "at-once",
    send: Annotated[bool, typer.Option("--send", help="Sign and send without a stop at the drafts.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only look; needs no profile and no node.")] = False,
    problems: Annotated[Path | None, typer.Option(help="Write the problem rows to this new CSV file.")] = None,
    wait: Wait = True,
) -> None:
    """Import invoices as drafts, or look at them with --dry-run."""
    session = session_of(context)
    if currency:
        currency_digits(currency)
    columns = parse_pairs(column or [], "column")
    delimiter = "\t" if delimiter in ("tab", "\\t") else delimiter
    if problems is not None and problems.exists():
        raise typer.BadParameter(f"{problems} exists already; name a new file")
    if dry_run:
        options = ImportOptions(
            currency=currency or None,
            terms_days=terms_days,
            encoding=encoding or None,
            delimiter=delimiter or None,
            date_order=date_order or None,
            decimal_mark=decimal_mark or None,
            columns=columns or None,
        )
        check_file(session, files, options, problems)
        return
    people = {name: parse_id(member) for name, member in parse_pairs(counterparty or [], "counterparty").items()}
    import_id = os.urandom(16).hex()
    with cancelled_by_ctrl_c(session, import_id), NodeClient.connect(session.profile_dir) as node:
        status: ImportStatus = node.ask(
            "import.invoices",
            id=import_id,
            path=str(files[0].absolute()),
            also=[str(file.absolute()) for file in files[1:]],
            currency=currency,
            terms_days=terms_days or 0,
            encoding=encoding,
            delimiter=delimiter,
            date_order=date_order,
            decimal_mark=decimal_mark,
            columns=columns,
            counterparties=people,
            deal_to=[parse_id(member) for member in deal_to or ()],
            receipts=receipts,
            send=send,
        )
        status = wait_for(node, status) if wait else status
        if problems is not None and wait and status.state != "failed":
            node.ask("import.problems", id=status.id, path=str(problems.absolute()))
    finish(session, status)


@app.command("list")
def list_imports(context: typer.Context) -> None:
    """List the imports of this profile."""
    session = session_of(context)
    found: list[ImportStatus] = session.ask("import.list")
    session.answer(found, lambda: _tell_list(found))


@app.command("status")
def import_status(context: typer.Context, import_id: ImportId) -> None:
    """Show how far an import is."""
    session = session_of(context)
    status: ImportStatus = session.ask("import.status", id=import_id)
    session.answer(status, lambda: _tell(status))


@app.command("send")
def send_import(context: typer.Context, import_id: ImportId, wait: Wait = True) -> None:
    """Sign and send an import's drafts."""
    session = session_of(context)
    with cancelled_by_ctrl_c(session, import_id), NodeClient.connect(session.profile_dir) as node:
        status: ImportStatus = node.ask("import.send", id=import_id)
        status = wait_for(node, status) if wait else status
    finish(session, status)


@app.command("cancel")
def cancel_import(context: typer.Context, import_id: ImportId, wait: Wait = True) -> None:
    """Stop an import: one that is being read leaves nothing, one that is being sent keeps what is sent."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        status: ImportStatus = node.ask("import.cancel", id=import_id)
        status = wait_for(node, status) if wait else status
    session.answer(status, lambda: _tell(status))


@app.command("undo")
def undo_import(context: typer.Context, import_id: ImportId) -> None:
    """Take a whole import back; possible until something of it was sent."""
    session = session_of(context)
    status: ImportStatus = session.ask("import.undo", id=import_id)
    session.answer(status, lambda: _tell(status))


@app.command("problems")
def write_problems(
    context: typer.Context,
    import_id: ImportId,
    file: Annotated[Path, typer.Argument(help="A new CSV file.")],
) -> None:
    """Write the rows that were not taken to a CSV file, to be mended and imported again."""
    session = session_of(context)
    done: Done = session.ask("import.problems", id=import_id, path=str(file.absolute()))
    session.answer(done, lambda: print_line(f"{done.done} rows written to {file}."))


@contextmanager
def cancelled_by_ctrl_c(session: Session, import_id: str) -> Iterator[None]:
    """Have the node stop an import when whoever waits for it presses Ctrl-C, and tell how that ended."""
    try:
        yield
    except KeyboardInterrupt:
        say("\nStopping the import …")
        # The connection may be in the middle of an answer; the node takes this on another one at the same time.
        with NodeClient.connect(session.profile_dir) as node:
            try:
                status = wait_for(node, node.ask("import.cancel", id=import_id))
            except ApiError as error:
                if error.code is not ApiErrorCode.UNKNOWN_IMPORT:
                    raise
                say("It had not begun.")
            else:
                session.answer(status, lambda: _tell(status))
        raise typer.Exit(INTERRUPTED) from None


def wait_for(node: NodeClient, status: ImportStatus) -> ImportStatus:
    """Follow an import on a terminal until the node is done with it."""
    asked = status.id
    return watched(
        lambda: node.ask("import.status", id=asked),
        status,
        lambda now: f"{now.state}: {now.done} of {now.rows} rows",
        WAITED_FOR,
    )


def finish(session: Session, status: ImportStatus) -> None:
    """An import that failed is a refusal, whatever rows it had read."""
    if status.state == "failed":
        known = {code.value for code in ApiErrorCode}
        if status.error in known:
            raise ApiError(ApiErrorCode(status.error), status.detail)
        raise ApiError(ApiErrorCode.FILE_REFUSED, status.error or status.detail)
    session.answer(status, lambda: _tell(status))


def _tell(status: ImportStatus) -> None:
    totals = ", ".join(money(total.minor, total.currency) for total in status.totals)
    print_facts(
        [
            ("Import", status.id),
            ("File", status.file),
            ("State", status.state),
            ("Rows", str(status.rows)),
            ("Added", str(status.added)),
            ("Already there", str(status.already)),
            ("Duplicates in the file", str(status.duplicates)),
            ("Void", str(status.void)),
            ("Bad", str(status.bad)),
            ("Receipts left", str(status.receipts_left)),
            ("Total", totals or "–"),
            *([("Stopped", stop_words(status.error, status.detail))] if status.error else []),
            ("Can be undone", "yes" if status.undoable else "no"),
        ]
    )
    print_problems(status.problems[:_PROBLEMS_SHOWN])
    if status.bad > _PROBLEMS_SHOWN:
        print_line(f"… and {status.bad - _PROBLEMS_SHOWN} more: `cohong import problems {status.id} FILE`.")


def _tell_list(found: list[ImportStatus]) -> None:
    if not found:
        print_line("No imports yet.")
        return
    print_table(
        ["Import", "File", "Begun", "State", "Rows", "Added", "Bad"],
        [
            [
                status.id,
                Path(status.file).name,
                moment(status.started_ms),
                status.state,
                str(status.rows),
                str(status.added),
                str(status.bad),
            ]
            for status in found
        ],
        right=("Rows", "Added", "Bad"),
    )
