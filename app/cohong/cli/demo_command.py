"""`cohong demo`: the options of the demonstration."""

import os
from pathlib import Path
from typing import Annotated, Final

import typer

from cohong.cli.arguments import currency_digits
from cohong.cli.demo.firms import FIRMS
from cohong.cli.file_check import refusal_error
from cohong.cli.output import say
from cohong.cli.session import session_of
from cohong.importing.refusals import ImportRefused

PEERS_MIN: Final = 2


def demo(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    headless: Annotated[bool, typer.Option("--headless", help="Without a window; ends by itself.")] = False,
    peers: Annotated[int, typer.Option(help="How many firms.", min=PEERS_MIN, max=len(FIRMS))] = 5,
    invoices: Annotated[
        Path | None, typer.Option(help="Invoices of the first firm; its customers are dealt to the others.")
    ] = None,
    currency: Annotated[str, typer.Option(help="Of the file's invoices.")] = "HKD",
    kill_one: Annotated[
        bool, typer.Option("--kill-one", help="Kill a node with -9 in the middle and start it again.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="An empty folder for the profiles; else a temporary one.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the profiles at the end.")] = False,
    seed: Annotated[int, typer.Option(help="Another seed, other sample trade.")] = 1,
) -> None:
    """Show several firms in one network on this machine, each a real node, and trade flowing between them."""
    # The scenario is loaded for this command alone: every other one starts faster without it.
    from cohong.cli.demo.scenario import run_demo
    from cohong.cli.demo.surroundings import DemoOptions

    session = session_of(context)
    currency_digits(currency)
    if folder is not None and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise typer.BadParameter(f"{folder} is not an empty folder")
    if not headless and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        say("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): running headless.")
        headless = True
    options = DemoOptions(
        peers=peers,
        headless=headless,
        invoices=invoices,
        currency=currency,
        as_json=session.as_json,
        kill_one=kill_one,
        folder=folder,
        keep=keep,
        seed=seed,
    )
    try:
        code = run_demo(options)
    except ImportRefused as refused:
        raise refusal_error(refused) from refused
    raise typer.Exit(code)
