"""`cohong netting`: the largest set-off of obligations in a file, and the check of one, without profile and node."""

import time
from pathlib import Path
from typing import Annotated, Any

import typer

from cohong.api.errors import ExitCode
from cohong.cli.arguments import files_at_hand
from cohong.cli.netting_words import fault_sentence
from cohong.cli.output import print_facts
from cohong.cli.session import session_of
from cohong.insight.debts_file import read_debts, read_set_offs, write_set_offs
from cohong.insight.netting import TOTAL_MINOR_MAX, WhatIf, largest_set_offs, what_if
from cohong.insight.verdict import Verdict, verdict_on

app = typer.Typer(help="Set debts off against each other.", no_args_is_help=True)

Debts = Annotated[
    Path, typer.Argument(metavar="FILE.csv", help="Obligations: debtor,creditor,amount in whole minor units.")
]


@app.command("solve")
def solve(
    context: typer.Context,
    file: Debts,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="SETOFFS.csv", help="Write what is set off of each to this new file."),
    ] = None,
    liquidity: Annotated[
        int | None,
        typer.Option(
            metavar="AMOUNT",
            min=0,
            max=TOTAL_MINOR_MAX,
            help="Say also what so many minor units would clear in addition.",
        ),
    ] = None,
) -> None:
    """Find the largest set-off that leaves everybody's net position as it is, and check it.

    Exit codes: 0 found and checked, 1 refused or not as it must be, 2 used wrongly.
    """
    if out is not None and out.exists():
        raise typer.BadParameter(f"{out} exists already; name a new file")
    with files_at_hand():
        debts = read_debts(file)
    began = time.perf_counter()
    set_offs = largest_set_offs(debts)
    verdict = verdict_on(debts, set_offs)
    seconds = round(time.perf_counter() - began, 3)
    more = what_if(debts, liquidity) if liquidity is not None else None
    if out is not None and verdict.fault is None:
        with files_at_hand():
            write_set_offs(out, debts, set_offs)
    shown = _values(verdict, len(debts)) | {"seconds": seconds}
    if more is not None:
        told = {"liquidity": more.liquidity_minor, "if_lent": more.lent_minor, "if_pooled": more.pooled_minor}
        shown["what_if"] = told
    session_of(context).answer(shown, lambda: _tell(verdict, len(debts), seconds, more))
    _end(verdict)


@app.command("check")
def check(
    context: typer.Context,
    file: Debts,
    set_offs_file: Annotated[
        Path, typer.Argument(metavar="SETOFFS.csv", help="The same lines with a fourth cell: set_off.")
    ],
) -> None:
    """Check what somebody says can be set off: within what is owed, fair to everybody, and the most there is.

    No solver is asked or trusted. Exit codes: 0 it stands, 1 it does not, 2 used wrongly.
    """
    with files_at_hand():
        debts = read_debts(file)
        set_offs = read_set_offs(set_offs_file, debts)
    began = time.perf_counter()
    verdict = verdict_on(debts, set_offs)
    seconds = round(time.perf_counter() - began, 3)
    shown = _values(verdict, len(debts)) | {"seconds": seconds, "fault": verdict.fault and verdict.fault.value}
    shown["message"] = fault_sentence(verdict)
    session_of(context).answer(shown, lambda: _tell(verdict, len(debts), seconds, None))
    _end(verdict)


def _values(verdict: Verdict, obligations: int) -> dict[str, Any]:
    return {
        "obligations": obligations,
        "participants": verdict.participants,
        "gross": verdict.gross_minor,
        "cleared": verdict.cleared_minor,
        "verified": verdict.fault is None,
    }


def _tell(verdict: Verdict, obligations: int, seconds: float, more: WhatIf | None) -> None:
    share = f" ({verdict.cleared_minor / verdict.gross_minor:.3%})" if verdict.gross_minor else ""
    facts = [
        ("Obligations", f"{obligations:,} among {verdict.participants:,}"),
        ("Owed in all", f"{verdict.gross_minor:,}"),
        ("Set off", f"{verdict.cleared_minor:,}{share}"),
        ("Checked", fault_sentence(verdict) or "within what is owed, fair to everybody, and the most there is"),
        ("Seconds", f"{seconds:.2f}"),
    ]
    if more is not None:
        facts.append((f"With {more.liquidity_minor:,} lent", f"{more.lent_minor:,} more would be cleared"))
        facts.append(
            (f"With a pool, each down {more.liquidity_minor:,}", f"{more.pooled_minor:,} more would be cleared")
        )
    print_facts(facts)


def _end(verdict: Verdict) -> None:
    if verdict.fault is not None:
        raise typer.Exit(ExitCode.REFUSED)
