"""`cohong lookups`: the persons whose reports you have opened, when and what for; it stays on this machine."""

from typing import Annotated

import typer

from cohong.api.requests import DAYS_KEPT_MAX, DAYS_KEPT_MIN
from cohong.api.views import Done, LookUpPage
from cohong.cli.consent_words import purpose_words
from cohong.cli.export_commands import Replace, TableFile, absolute, export
from cohong.cli.output import moment, print_line, print_table, short_id
from cohong.cli.session import session_of

app = typer.Typer(
    help="The log of the persons whose reports you have opened. It stays on this machine.", no_args_is_help=True
)


@app.command("list")
def list_lookups(
    context: typer.Context,
    first: Annotated[int, typer.Option(help="How many of the newest to leave out.", min=0)] = 0,
    count: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 50,
) -> None:
    """List whom you have looked up, when and what for, the newest first."""
    session = session_of(context)
    found: LookUpPage = session.ask("lookup.list", first=first, count=count)
    session.answer(found, lambda: _tell(found, first))


@app.command("export")
def export_lookups(context: typer.Context, file: TableFile, replace: Replace = False) -> None:
    """Write the log to a file for a spreadsheet."""
    export(session_of(context), "export.lookups", path=absolute(file), replace=replace)


@app.command("keep")
def keep_lookups(
    context: typer.Context,
    days: Annotated[int, typer.Argument(help="For so many days.", min=DAYS_KEPT_MIN, max=DAYS_KEPT_MAX)],
) -> None:
    """Say for how long look-ups are kept. What is older is forgotten at once."""
    session = session_of(context)
    done: Done = session.ask("lookup.keep", days=days)
    session.answer(done, lambda: print_line(f"Kept for {days:,} days; {done.done:,} older look-ups are forgotten."))


@app.command("clear")
def clear_lookups(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Yes, all of them, for good.")] = False,
) -> None:
    """Forget all look-ups. What was recorded under a consent stays in the book."""
    if not everything:
        raise typer.BadParameter("give --all: it cannot be undone")
    session = session_of(context)
    done: Done = session.ask("lookup.clear")
    session.answer(done, lambda: print_line(f"{done.done:,} look-ups are forgotten."))


def _tell(found: LookUpPage, first: int) -> None:
    if not found.rows:
        print_line(f"Nobody: no report about a person was opened. Look-ups are kept for {found.days_kept:,} days.")
        return
    print_table(
        ["Looked up at", "Who", "What for", "Consent"],
        [
            [moment(row.time_ms), row.name or short_id(row.member), purpose_words(row.purpose), row.consent or "none"]
            for row in found.rows
        ],
    )
    shown = f"{first + 1:,} to {first + len(found.rows):,} of {found.total:,}"
    print_line(f"{shown}, kept for {found.days_kept:,} days on this machine only.")
