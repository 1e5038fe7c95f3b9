"""`cohong limit`: how much a member may owe you: what the book speaks for, and the limit that you keep."""

from collections.abc import Iterable
from typing import Annotated

import typer

from cohong.api.views import Done, LimitInCurrency, LimitReason, LimitReport, OwnLimit
from cohong.cli.arguments import parse_amount
from cohong.cli.member_argument import MEMBER_HELP, MemberArgument, member_meant
from cohong.cli.node_client import NodeClient
from cohong.cli.output import money, print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of

app = typer.Typer(
    help="How much a member may owe you. Limits kept here never leave this machine; `cohong record limit` signs one.",
    no_args_is_help=True,
)


@app.command("suggest")
def suggest(context: typer.Context, member: MemberArgument) -> None:
    """Suggest a limit by currency, with the reason for each step, beside what the member owes you."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        found: LimitReport = node.ask("limit.suggest", member=member_meant(node, member))
    session.answer(found, lambda: _tell(found))


@app.command("set")
def set_limit(
    context: typer.Context,
    member: MemberArgument,
    currency: Annotated[str, typer.Option(help="ISO 4217 code.")],
    amount: Annotated[str, typer.Option(help="The most that it may owe you; left out: forget the limit.")] = "",
) -> None:
    """Keep a limit of your own for a member, or forget it. What exceeds it is warned of, not refused."""
    session = session_of(context)
    minor = parse_amount(amount, currency) if amount else None
    with NodeClient.connect(session.profile_dir) as node:
        who = member_meant(node, member)
        done: Done = node.ask("limit.set", member=who, currency=currency, amount_minor=minor)
    session.answer(done, lambda: print_line("Kept." if amount else "There is no limit any more."))


@app.command("list")
def list_limits(
    context: typer.Context,
    member: Annotated[str, typer.Argument(metavar="[MEMBER]", help=f"{MEMBER_HELP} Left out: all.")] = "",
) -> None:
    """List the limits that you keep, beside what is owed to you and what is proposed."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        found: list[OwnLimit] = node.ask("limit.list", member=member_meant(node, member) if member else "")
    session.answer(found, lambda: _tell_own(found))


def _tell(found: LimitReport) -> None:
    print_facts([("Member", found.name or short_id(found.member)), ("Grade", found.grade or "none: thin file")])
    if not found.currencies:
        print_line("It has owed nothing that is in the book, and you keep no limit: the book has no answer.")
    for each in found.currencies:
        print_line("")
        print_facts(_told(each))


def _told(of: LimitInCurrency) -> Iterable[tuple[str, str]]:
    suggested = "the book has no answer" if of.suggested_minor is None else money(of.suggested_minor, of.currency)
    yield f"Suggested in {of.currency}", suggested
    for reason in of.reasons:
        yield money(reason.after_minor, of.currency), _reason_told(reason, of.currency)
    yield "Your limit", "none" if of.own_minor is None else money(of.own_minor, of.currency)
    yield "Owes you", f"{money(of.open_minor, of.currency)}, {money(of.asked_minor, of.currency)} more is proposed"


def _reason_told(reason: LimitReason, currency: str) -> str:
    figure = reason.figure
    return {
        "repaid-to-me": f"the most that you were owed at once and paid within terms, {figure:,} obligations",
        "repaid-to-all": f"likewise of everybody, {figure:,} obligations",
        "believed": f"of that, as far as your trust of {money(figure, currency)} goes",
        "grade": f"{figure} % of it, by the grade",
        "thin": "thin file: half of what you have seen yourself",
        "overdue": f"less {money(figure, currency)} that is overdue to anybody",
        "rounded": "in two leading digits",
    }[reason.step]


def _tell_own(found: list[OwnLimit]) -> None:
    if not found:
        print_line("You keep no limit. `cohong limit set MEMBER --currency HKD --amount 10000` begins.")
        return
    print_table(
        ["Member", "Limit", "Owes you", "Proposed", "Left"],
        [[each.name or short_id(each.member), *_amounts(each)] for each in found],
        right=("Limit", "Owes you", "Proposed", "Left"),
    )


def _amounts(of: OwnLimit) -> list[str]:
    left = of.amount_minor - of.open_minor - of.asked_minor
    return [money(minor, of.currency) for minor in (of.amount_minor, of.open_minor, of.asked_minor, left)]
