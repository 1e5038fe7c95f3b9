"""`cohong netting`: rounds in which circles of debts are cleared, as a participant and as their coordinator."""

from typing import Annotated, TypeAlias

import typer

from cohong.api.views import NettingPreview, RoundView, SetOff, SetOffStatement, WhatIfCleared, Written
from cohong.cli.arguments import parse_amount, parse_day, parse_id
from cohong.cli.output import moment, money, print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of

app = typer.Typer(
    help="Clear circles of debts: nobody's net position changes, everybody owes less.", no_args_is_help=True
)

RoundArgument: TypeAlias = Annotated[str, typer.Argument(metavar="ROUND", help="The round's id, or how it begins.")]

STATES = {
    "open": "open",
    "applied": "applied",
    "aborted": "aborted",
    "lapsed": "lapsed: nobody ended it in time",
}


@app.command("list")
def list_rounds(context: typer.Context) -> None:
    """List the rounds, the newest first: what has joined, and what of mine could."""
    session = session_of(context)
    found: list[RoundView] = session.ask("netting.rounds")
    session.answer(found, lambda: _tell_rounds(found))


@app.command("announce")
def announce(
    context: typer.Context,
    currency: Annotated[str, typer.Option(help="ISO 4217 code of what may take part.")],
    due_until: Annotated[str, typer.Option(help="Obligations due by this day may take part.")],
    ends: Annotated[str, typer.Option(help="The last day on which the result may be written.")],
    says: Annotated[str, typer.Option(help="What everybody should know of it.")] = "",
) -> None:
    """Announce a round, as its coordinator."""
    fields = {"currency": currency, "due_until": parse_day(due_until), "ends": parse_day(ends), "says": says}
    _write(context, "netting.announce", "", fields, "Announced")


@app.command("preview")
def preview(context: typer.Context, round_: RoundArgument) -> None:
    """Compute what the round could clear if everybody took part. Nothing is written."""
    session = session_of(context)
    found: NettingPreview = session.ask("netting.preview", round=_whole_id(context, round_))
    session.answer(found, lambda: _tell_preview(found))


@app.command("what-if")
def what_if(
    context: typer.Context,
    round_: RoundArgument,
    liquidity: Annotated[str, typer.Argument(metavar="AMOUNT", help="The liquidity, such as 50000.00.")],
) -> None:
    """Compute how much more would be cleared with some liquidity, lent or through a pool. Nothing is written."""
    session = session_of(context)
    meant = _round(context, round_)
    if meant is None:
        raise typer.BadParameter(f"{round_!r} is no round; `cohong netting list` lists them")
    amount = parse_amount(liquidity, meant.currency)
    found: WhatIfCleared = session.ask("netting.what_if", round=meant.id, liquidity=amount)
    session.answer(found, lambda: _tell_what_if(found))


@app.command("join")
def join(context: typer.Context, round_: RoundArgument) -> None:
    """Take part with all that is in scope: what I owe now, what I am owed as soon as its debtor takes part."""
    session = session_of(context)
    written: list[Written] = session.ask("netting.join", round=_whole_id(context, round_))
    session.answer(written, lambda: print_line("Joined. What you are owed joins by itself as its debtors take part."))


@app.command("settle")
def settle(context: typer.Context, round_: RoundArgument) -> None:
    """Compute the result and write it, as the coordinator. It takes effect for all at once when it is final."""
    session = session_of(context)
    written: Written = session.ask("netting.settle", round=_whole_id(context, round_))
    session.answer(written, lambda: print_line(f"Result {written.entry} is written; it takes effect once it is final."))


@app.command("abort")
def abort(
    context: typer.Context,
    round_: RoundArgument,
    reason: Annotated[str, typer.Option(help="Why; everybody reads it.")] = "",
) -> None:
    """End a round without a result, as its coordinator. Everybody has back control of what had joined."""
    _write(context, "netting.abort", _whole_id(context, round_), {"reason": reason}, "Aborted")


@app.command("statement")
def statement(context: typer.Context, round_: RoundArgument) -> None:
    """Tell what a round has set off for this member, obligation by obligation."""
    session = session_of(context)
    found: SetOffStatement = session.ask("netting.statement", round=_whole_id(context, round_))
    session.answer(found, lambda: _tell_statement(found))


@app.command("debts")
def debts(context: typer.Context, round_: RoundArgument) -> None:
    """List everybody's obligations that have joined a round, with what it has set off of each."""
    session = session_of(context)
    subject = _whole_id(context, round_)
    found: list[SetOff] = session.ask("netting.debts", round=subject)
    session.answer(found, lambda: _tell_lines(found))


def _write(context: typer.Context, kind: str, subject: str, fields: dict[str, str], done: str) -> None:
    session = session_of(context)
    written: Written = session.ask("record.write", kind=kind, object=subject, fields=fields)
    session.answer(written, lambda: print_line(f"{done}: {written.entry}"))


def _whole_id(context: typer.Context, begins: str) -> str:
    found = _round(context, begins)
    return found.id if found is not None else parse_id(begins)


def _round(context: typer.Context, begins: str) -> RoundView | None:
    """Return the one round whose id begins so."""
    rounds: list[RoundView] = session_of(context).ask("netting.rounds")
    found = [item for item in rounds if item.id.startswith(begins.lower())]
    return found[0] if len(found) == 1 else None


def _tell_rounds(found: list[RoundView]) -> None:
    if not found:
        print_line("No netting rounds have been announced.")
        return
    print_table(
        ["Round", "Coordinator", "Currency", "Due by", "Ends", "State", "Joined", "I owe", "I am owed", "Cleared"],
        [
            [
                short_id(item.id),
                item.coordinator_name or short_id(item.coordinator),
                item.currency,
                item.due_until,
                item.ends,
                STATES[item.state],
                f"{item.obligations} of {item.participants} members",
                money(item.owe_minor, item.currency),
                money(item.owed_minor, item.currency),
                money(item.cleared_minor, item.currency),
            ]
            for item in found
        ],
        right=("I owe", "I am owed", "Cleared"),
    )


def _tell_preview(found: NettingPreview) -> None:
    code = found.currency
    print_facts(
        [
            ("You owe", money(found.owe_minor, code)),
            ("You are owed", money(found.owed_minor, code)),
            ("About so much of both could disappear", money(found.mine_minor, code)),
            ("In all", f"{money(found.all_minor, code)} of {money(found.gross_minor, code)}"),
        ]
    )


def _tell_what_if(found: WhatIfCleared) -> None:
    code = found.currency
    amount = money(found.liquidity_minor, code)
    print_facts(
        [
            ("Without any", f"{money(found.cleared_minor, code)} of {money(found.gross_minor, code)} cleared"),
            (f"With {amount} lent", f"{money(found.lent_minor, code)} more would be cleared"),
            (f"With a pool, each down {amount}", f"{money(found.pooled_minor, code)} more would be cleared"),
        ]
    )


def _tell_statement(found: SetOffStatement) -> None:
    code = found.currency
    print_facts(
        [
            ("Round", found.round),
            ("Coordinator", found.coordinator_name or short_id(found.coordinator)),
            ("Result", found.entry),
            ("Written", moment(found.time_ms)),
            ("You owe less by", money(found.as_debtor_minor, code)),
            ("You are owed less by", money(found.as_holder_minor, code)),
            ("Set off in all", money(found.cleared_minor, code)),
            ("Check", "recomputed on this machine: fair to all, and the most there is" if found.verified else "FAILED"),
        ]
    )
    _tell_lines(found.lines)


def _tell_lines(lines: list[SetOff]) -> None:
    print_table(
        ["Reference", "Debtor", "Holder", "Before", "Set off", "Left"],
        [
            [
                line.reference,
                line.debtor_name or short_id(line.debtor),
                line.holder_name or short_id(line.holder),
                money(line.before_minor, line.currency),
                money(line.set_off_minor, line.currency),
                money(line.left_minor, line.currency),
            ]
            for line in lines
        ],
        right=("Before", "Set off", "Left"),
    )
