"""`cohong book list`, `show` and `votes`: its obligations, and one of them with all that is about it."""

from typing import Annotated

import typer

from cohong.api.views import (
    BookPage,
    ObligationRow,
    RecordDetails,
    VotesBar,
)
from cohong.cli.arguments import (
    BOOK_FILTERS,
    BOOK_SORTS,
    ROWS_MAX,
    BookFilterOption,
    BookSortOption,
    parse_choice,
    parse_id,
)
from cohong.cli.life_words import life_facts, tell_life
from cohong.cli.member_argument import member_filter
from cohong.cli.output import moment, money, print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of

app = typer.Typer(help="Read the Book.", no_args_is_help=True)


@app.command("list")
def list_rows(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    filter_by: BookFilterOption = "all",
    sort: BookSortOption = "changed",
    ascending: Annotated[bool, typer.Option(help="Smallest or oldest first.")] = False,
    text: Annotated[str, typer.Option(help="Only what has this in its reference or name.")] = "",
    debtor: Annotated[str, typer.Option(help="Only what this member owes, by id or name.")] = "",
    counterparty: Annotated[str, typer.Option(help="Only between you and this member, by id or name.")] = "",
    currency: Annotated[str, typer.Option(help="Only this currency.")] = "",
    first: Annotated[int, typer.Option(help="The first row to show, from 0.", min=0)] = 0,
    count: Annotated[int, typer.Option(help="How many rows.", min=1, max=ROWS_MAX)] = 50,
) -> None:
    """List obligations."""
    session = session_of(context)
    page: BookPage = session.ask(
        "book.rows",
        filter=parse_choice(filter_by, BOOK_FILTERS),
        sort=parse_choice(sort, BOOK_SORTS),
        descending=not ascending,
        text=text,
        debtor=member_filter(session, debtor),
        counterparty=member_filter(session, counterparty),
        currency=currency,
        first=first,
        count=count,
    )
    session.answer(page, lambda: _tell_page(page))


@app.command("show")
def show_record(context: typer.Context, obligation: Annotated[str, typer.Argument(metavar="OBJECT")]) -> None:
    """Show everything about one obligation: terms, history, votes."""
    session = session_of(context)
    details: RecordDetails = session.ask("book.record", object=obligation)
    session.answer(details, lambda: _tell_record(details))


@app.command("votes")
def show_votes(context: typer.Context, entry: Annotated[str, typer.Argument(help="The entry's id.")]) -> None:
    """Show who has signed for an entry and who has not."""
    session = session_of(context)
    votes: VotesBar = session.ask("book.votes", entry=parse_id(entry))
    session.answer(votes, lambda: _tell_votes(votes))


def print_obligations(rows: list[ObligationRow]) -> None:
    """Print obligations as a table."""
    print_table(
        ["Reference", "Side", "Counterparty", "Amount", "Outstanding", "Due", "Days late", "State", "Level", "Id"],
        [
            [
                row.reference,
                row.side,
                row.counterparty_name or short_id(row.counterparty),
                money(row.amount_minor, row.currency),
                money(row.outstanding_minor, row.currency),
                row.due,
                str(row.days_late),
                row.state,
                f"{row.level} {row.signed}/{row.voters}",
                row.object,
            ]
            for row in rows
        ],
        right=("Amount", "Outstanding", "Days late"),
    )


def _tell_page(page: BookPage) -> None:
    print_obligations(page.rows)
    if page.rows:
        print_line(f"{page.first + 1} to {page.first + len(page.rows)} of {page.total}.")
    else:
        print_line("No obligations here.")


def _tell_record(details: RecordDetails) -> None:
    row = details.row
    print_facts(
        [
            ("Reference", row.reference),
            ("Debtor", f"{row.debtor_name}  {row.debtor}"),
            ("Creditor", f"{row.creditor_name}  {row.creditor}"),
            ("Amount", money(row.amount_minor, row.currency)),
            ("Received", money(details.received_minor, row.currency)),
            ("Outstanding", money(row.outstanding_minor, row.currency)),
            ("Issued, due", f"{row.issued}, {row.due} (grace {details.grace_days} days)"),
            ("Days late", str(row.days_late)),
            ("State", ", ".join([row.state, *row.marks])),
            ("Level", f"{row.level}, {row.signed} of {row.voters} voters have signed"),
            *life_facts(details),
            ("Description", details.description or "–"),
            ("You may write", ", ".join(details.actions) or "–"),
        ]
    )
    print_line("")
    print_table(
        ["Entry", "Kind", "Author", "Time", "Level", "Yes", "No"],
        [
            [
                item.entry,
                item.kind,
                item.author_name or short_id(item.author),
                moment(item.time_ms),
                item.level,
                str(item.yes),
                ", ".join(item.no_reasons) or str(item.no),
            ]
            for item in details.history
        ],
    )
    tell_life(details)


def _tell_votes(votes: VotesBar) -> None:
    print_line(
        f"{votes.yes} of {votes.voters} signed, {votes.no} against, {votes.hold} hold; majority at "
        f"{votes.majority_at}, final at {votes.final_at}: {votes.level}."
    )
    print_table(
        ["Voter", "Vote", "Reason", "Connected", "Seen"],
        [
            [
                (line.name or short_id(line.voter)) + (" (you)" if line.me else ""),
                line.vote,
                line.reason,
                "yes" if line.connected or line.me else "no",
                moment(line.last_seen_ms),
            ]
            for line in votes.lines
        ],
    )
