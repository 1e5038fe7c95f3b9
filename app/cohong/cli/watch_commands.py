"""`cohong watch`: whom you keep an eye on, and what has changed about them since you last looked."""

from collections.abc import Iterable
from typing import Annotated, Final

import typer

from cohong.api.views import Done, WatchChange, WatchedMember, WatchList, WatchRecord
from cohong.cli.arguments import parse_day
from cohong.cli.member_argument import MemberArgument, member_meant
from cohong.cli.node_client import NodeClient
from cohong.cli.output import moment, money, print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of

app = typer.Typer(
    help="Watch members: what has changed since you last looked. The list never leaves this machine.",
    no_args_is_help=True,
)

_FIGURES: Final = {
    "grade": "Grade",
    "defaults": "Defaults",
    "lost": "Given up by the creditor",
    "disputed": "In dispute",
    "overdue": "Overdue",
    "on-time": "Will pay within terms",
    "points": "Points",
    "confidence": "How sure",
}


@app.command("list")
def list_watched(context: typer.Context) -> None:
    """List whom you watch, those that have changed first, with the records that have come since you looked."""
    session = session_of(context)
    found: WatchList = session.ask("watch.list")
    session.answer(found, lambda: _tell(found))


@app.command("add")
def add(
    context: typer.Context,
    member: MemberArgument,
    review: Annotated[str, typer.Option(metavar="DAY", help="The day on which to look again.")] = "",
    note: Annotated[str, typer.Option(help="For yourself.")] = "",
) -> None:
    """Watch a member; of one that you watch already, change the review day and the note."""
    session = session_of(context)
    day = parse_day(review) if review else ""
    with NodeClient.connect(session.profile_dir) as node:
        done: Done = node.ask("watch.set", member=member_meant(node, member), review_on=day, note=note)
    session.answer(done, lambda: print_line("Watched from here on: `cohong watch list` says what has changed since."))


@app.command("remove")
def remove(context: typer.Context, member: MemberArgument) -> None:
    """Watch a member no more."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        done: Done = node.ask("watch.remove", member=member_meant(node, member))
    session.answer(done, lambda: print_line("Not watched any more."))


@app.command("seen")
def seen(
    context: typer.Context,
    members: Annotated[
        list[str] | None, typer.Argument(help="Ids, beginnings of ids or names; none: all whom you watch.")
    ] = None,
) -> None:
    """Have seen what has changed: from here on, changes are told against how things stand now."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        whom = [member_meant(node, member) for member in members or ()]
        done: Done = node.ask("watch.seen", members=whom)
    session.answer(done, lambda: print_line(f"Seen: {done.done}."))


def _tell(found: WatchList) -> None:
    if not found.members:
        print_line("You watch nobody. `cohong watch add MEMBER` begins.")
        return
    print_line(f"{found.changed} of {len(found.members)} changed, {found.due} to be reviewed.")
    for each in found.members:
        print_line("")
        print_facts(_member_told(each))
        if each.records:
            print_table(["When", "Record", "By", "Reference", "Amount", "Level", "Obligation"], _records_told(each))


def _member_told(of: WatchedMember) -> Iterable[tuple[str, str]]:
    yield of.name or "–", short_id(of.member)
    yield "Last look", moment(of.seen_ms)
    if of.review_on:
        yield "Review", f"{of.review_on}{', due' if of.review_due else ''}"
    if of.note:
        yield "Note", of.note
    for change in of.changes:
        yield _FIGURES[change.figure], _change_told(change)
    if not of.changes:
        yield "Grade", f"{of.now.grade or 'none: thin file'}, unchanged"
    if of.records_in_all > len(of.records):
        yield "Records", f"the newest {len(of.records)} of {of.records_in_all:,}"


def _change_told(change: WatchChange) -> str:
    ways = {True: ", worse", False: ", better", None: ""}
    return f"{_value(change, change.before)} → {_value(change, change.after)}{ways[change.worse]}"


def _value(change: WatchChange, value: str | float | None) -> str:
    if value is None:
        return "thin file"
    if change.figure == "overdue":
        return money(int(value), change.currency)
    return f"{100 * float(value):.0f} %" if change.figure == "on-time" else str(value)


def _records_told(of: WatchedMember) -> Iterable[list[str]]:
    for record in of.records:
        yield [moment(record.time_ms), record.kind, _author(record), record.reference,
               money(record.amount_minor, record.currency), record.level, record.object]  # fmt: skip


def _author(record: WatchRecord) -> str:
    return record.author_name or short_id(record.author)
