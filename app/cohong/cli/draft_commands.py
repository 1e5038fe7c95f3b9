"""`cohong drafts`: sign what waits here, or remove it."""

from typing import Annotated

import typer

from cohong.api.views import (
    Done,
)
from cohong.cli.output import print_line
from cohong.cli.session import session_of

app = typer.Typer(help="Send or remove drafts.", no_args_is_help=True)


@app.command("send")
def send_drafts(
    context: typer.Context,
    drafts: Annotated[list[str] | None, typer.Argument(help="Their ids; none: all.")] = None,
) -> None:
    """Sign drafts and send them."""
    session = session_of(context)
    done: Done = session.ask("drafts.send", ids=drafts or [])
    session.answer(done, lambda: print_line(f"{done.done} sent."))


@app.command("recall")
def recall_drafts(context: typer.Context) -> None:
    """Take back drafts that the desktop holds before they are sent."""
    session = session_of(context)
    done: Done = session.ask("drafts.recall")
    session.answer(done, lambda: print_line(f"{done.done} taken back; they are drafts again."))


@app.command("restore")
def restore_drafts(context: typer.Context, drafts: Annotated[list[str], typer.Argument(help="Their ids.")]) -> None:
    """Put back drafts that were removed since the node was started."""
    session = session_of(context)
    done: Done = session.ask("drafts.restore", ids=drafts)
    session.answer(done, lambda: print_line(f"{done.done} put back."))


@app.command("remove")
def remove_drafts(
    context: typer.Context,
    drafts: Annotated[list[str] | None, typer.Argument(help="Their ids.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Remove all of them.")] = False,
) -> None:
    """Remove drafts."""
    if bool(drafts) == every:
        raise typer.BadParameter("give the drafts' ids, or --all for all of them")
    session = session_of(context)
    done: Done = session.ask("drafts.remove", ids=drafts or [])
    session.answer(done, lambda: print_line(f"{done.done} removed."))
