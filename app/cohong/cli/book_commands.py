"""`cohong book`, `check` and `drafts`: read the Book, judge a member, decide about drafts."""

from typing import Annotated, Final

import typer

from cohong.api.views import (
    Ageing,
    AgeingLine,
    AgeingSum,
    Amount,
    AnchoredDigest,
    BookCounts,
    BookPage,
    BookSummary,
    Digest,
    Done,
    MemberCard,
    MemberFacts,
    NodeStatus,
    ObligationRow,
    ReadingNoted,
    RecordDetails,
    VotesBar,
)
from cohong.cli.arguments import LookUpPurpose, parse_id, parse_purpose
from cohong.cli.consent_words import reading_sentence
from cohong.cli.life_words import life_facts, tell_life
from cohong.cli.member_commands import print_members, words_told
from cohong.cli.node_client import NodeClient
from cohong.cli.output import moment, money, print_facts, print_line, print_table, short_id
from cohong.cli.session import Session, session_of

app = typer.Typer(help="Read the Book.", no_args_is_help=True)
check_app = typer.Typer(help="Look members up and see how they pay.", no_args_is_help=True)
drafts_app = typer.Typer(help="Send or remove drafts.", no_args_is_help=True)


@app.command("list")
def list_rows(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    filter_by: Annotated[str, typer.Option("--filter", help="all, mine, owed-to-me, i-owe, overdue, …")] = "all",
    sort: Annotated[str, typer.Option(help="changed, reference, counterparty, amount, due, …")] = "changed",
    ascending: Annotated[bool, typer.Option(help="Smallest or oldest first.")] = False,
    text: Annotated[str, typer.Option(help="Only what has this in its reference or name.")] = "",
    debtor: Annotated[str, typer.Option(help="Only what the member with this id owes.")] = "",
    counterparty: Annotated[str, typer.Option(help="Only between you and the member with this id.")] = "",
    currency: Annotated[str, typer.Option(help="Only this currency.")] = "",
    first: Annotated[int, typer.Option(help="The first row to show, from 0.", min=0)] = 0,
    count: Annotated[int, typer.Option(help="How many rows.", min=1, max=5000)] = 50,
) -> None:
    """List obligations."""
    session = session_of(context)
    page: BookPage = session.ask(
        "book.rows",
        filter=filter_by,
        sort=sort,
        descending=not ascending,
        text=text,
        debtor=parse_id(debtor) if debtor else "",
        counterparty=parse_id(counterparty) if counterparty else "",
        currency=currency,
        first=first,
        count=count,
    )
    session.answer(page, lambda: _tell_page(page))


@app.command("ageing")
def show_ageing(
    context: typer.Context,
    i_owe: Annotated[bool, typer.Option("--i-owe", help="What you owe, not what is owed to you.")] = False,
) -> None:
    """Sum up what is open by counterparty, currency and days past due."""
    session = session_of(context)
    ageing: Ageing = session.ask("book.ageing", side="i-owe" if i_owe else "owed-to-me")
    session.answer(ageing, lambda: _tell_ageing(ageing))


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


@app.command("counts")
def show_counts(context: typer.Context) -> None:
    """Count the rows of each filter and sum up what is open."""
    session = session_of(context)
    counts: BookCounts = session.ask("book.counts")
    facts = [
        *((name, str(number)) for name, number in counts.by_filter.items()),
        ("Owed to you", _amounts(counts.owed_to_me)),
        ("You owe", _amounts(counts.i_owe)),
    ]
    session.answer(counts, lambda: print_facts(facts))


@app.command("digest")
def show_digest(
    context: typer.Context,
    at: Annotated[int | None, typer.Option(help="Of the book as this block has fixed it; -1 for the newest.")] = None,
) -> None:
    """Show the state digest: the same on every node that holds the same records."""
    session = session_of(context)
    if at is not None:
        _show_anchored_digest(session, at)
        return
    digest: Digest = session.ask("book.digest")
    facts = [
        ("Digest", digest.digest),
        ("Obligations", str(digest.objects)),
        ("Entries", str(digest.entries)),
        ("Records", str(digest.records)),
        ("Waiting", str(digest.waiting)),
        ("Confirmed", str(digest.confirmed)),
        ("Final", str(digest.final)),
        ("Rejected", str(digest.rejected)),
        ("Contested", str(digest.contested)),
        ("Forks", str(digest.forks)),
    ]
    session.answer(digest, lambda: print_facts(facts))


def _show_anchored_digest(session: Session, height: int) -> None:
    found: AnchoredDigest = session.ask("book.anchored_digest", height=height)
    facts = [
        ("Digest", found.digest),
        ("Block", f"{found.height}, {found.block}"),
        ("Objects", str(found.objects)),
        ("Anchored records", str(found.records)),
    ]
    session.answer(found, lambda: print_facts(facts))


@app.command("summary")
def show_summary(context: typer.Context) -> None:
    """Sum up all obligations held."""
    session = session_of(context)
    summary: BookSummary = session.ask("book.summary")
    facts = [
        ("Invoices", str(summary.invoices)),
        ("Settled", str(summary.settled)),
        ("Late", str(summary.late)),
        ("Average days late", _thousandths(summary.mean_days_late_milli)),
        ("Total", _amounts(summary.totals)),
        ("Outstanding", _amounts(summary.outstanding)),
    ]
    session.answer(summary, lambda: print_facts(facts))


@check_app.command("search")
def search_members(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="A name in any script, an id, or a company number.")],
    count: Annotated[int, typer.Option(help="How many results at most.", min=1, max=200)] = 20,
) -> None:
    """Look members up."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        cards: list[MemberCard] = node.ask("check.search", text=text, count=count)
        status: NodeStatus = node.ask("node.status")
    session.answer(cards, lambda: _tell_found(cards, status))


def _tell_found(cards: list[MemberCard], status: NodeStatus) -> None:
    found = [card for card in cards if not card.guessed]
    guessed = [card for card in cards if card.guessed]
    if found:
        print_members(found)
    if guessed:
        print_line("Did you mean:" if not found else "\nOr, with a typing error:")
        print_members(guessed)
    if not cards:
        print_line("Nobody found. Either the name is unknown here, or it has not arrived yet: see `cohong sync`.")
    if status.findable_of:
        known = f"{status.findable:,} of {status.findable_of:,} members"
        print_line(f"\nThe index of names is being made anew after an update and has {known} so far.")


@check_app.command("member")
def member_facts(
    context: typer.Context,
    member: Annotated[str, typer.Argument(help="The member's id.")],
    purpose: LookUpPurpose = "",
) -> None:
    """Show how a member pays, over the confirmed obligations that this node holds.

    What you look a person up for is noted on this machine (`cohong lookups list`). Where the member has given you
    consent to read this, that you have read it is recorded for it to see.
    """
    session = session_of(context)
    who = parse_id(member)
    with NodeClient.connect(session.profile_dir) as node:
        noted: ReadingNoted = node.ask("consent.read", member=who, purpose=purpose and parse_purpose(purpose))
        facts: MemberFacts = node.ask("check.member", member=who)
    session.answer(facts, lambda: _tell_member(facts, reading_sentence(noted)))


@drafts_app.command("send")
def send_drafts(
    context: typer.Context,
    drafts: Annotated[list[str] | None, typer.Argument(help="Their ids; none: all.")] = None,
) -> None:
    """Sign drafts and send them."""
    session = session_of(context)
    done: Done = session.ask("drafts.send", ids=drafts or [])
    session.answer(done, lambda: print_line(f"{done.done} sent."))


@drafts_app.command("recall")
def recall_drafts(context: typer.Context) -> None:
    """Take back drafts that the desktop holds before they are sent."""
    session = session_of(context)
    done: Done = session.ask("drafts.recall")
    session.answer(done, lambda: print_line(f"{done.done} taken back; they are drafts again."))


@drafts_app.command("restore")
def restore_drafts(context: typer.Context, drafts: Annotated[list[str], typer.Argument(help="Their ids.")]) -> None:
    """Put back drafts that were removed since the node was started."""
    session = session_of(context)
    done: Done = session.ask("drafts.restore", ids=drafts)
    session.answer(done, lambda: print_line(f"{done.done} put back."))


@drafts_app.command("remove")
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


_BANDS: Final = ("Not due", "1-30", "31-60", "61-90", "91+")


def _tell_ageing(ageing: Ageing) -> None:
    if not ageing.sums:
        print_line("Nothing is open.")
        return
    figures = (*_BANDS, "Total")
    lines = [[line.counterparty_name or short_id(line.counterparty), *_aged(line)] for line in ageing.lines]
    print_table(["Counterparty", "Records", *figures], lines, right=("Records", *figures))
    if ageing.left_out:
        print_line(f"{ageing.left_out} more lines are left out here and counted below.")
    print_line("")
    print_table(
        ["All", "Records", *figures],
        [[item.currency, *_aged(item)] for item in ageing.sums],
        right=("Records", *figures),
    )
    print_line(f"Days past due as of {ageing.day}.")


def _aged(item: AgeingLine | AgeingSum) -> list[str]:
    return [str(item.records), *(money(minor, item.currency) for minor in (*item.bands, item.total_minor))]


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


def _tell_member(facts: MemberFacts, read: str) -> None:
    print_members([facts.card])
    if read:
        print_line(read)
    print_line("")
    print_facts(
        [
            ("Member", facts.card.member),
            ("In words", words_told(facts.card)),
            ("Invoices", f"{facts.invoices} from {facts.counterparties} creditors"),
            ("Settled", str(facts.settled)),
            ("Paid within terms", f"{facts.paid_within_terms} of {facts.settled}"),
            ("Late", str(facts.late)),
            ("Average days late", _thousandths(facts.mean_days_late_milli)),
            ("Worst", f"{facts.worst_days_late} days late"),
            ("In default", str(facts.defaulted)),
            ("Written off", str(facts.written_off)),
            ("Disputed", str(facts.disputed)),
            ("Between", f"{facts.first_day or '–'} and {facts.last_day or '–'}"),
            ("Forked", "yes: see `cohong forks`" if facts.forked else "no"),
            *([("Same hands", ", ".join(facts.linked))] if facts.linked else []),
        ]
    )
    if facts.currencies:
        print_line("")
        print_table(
            ["Currency", "Open", "Overdue", "Settled", "Highest"],
            [
                [
                    each.currency,
                    *(
                        money(minor, each.currency)
                        for minor in (each.open_minor, each.overdue_minor, each.settled_minor, each.highest_minor)
                    ),
                ]
                for each in facts.currencies
            ],
            right=("Open", "Overdue", "Settled", "Highest"),
        )

    if facts.endorsements:
        print_line("")
        print_table(["Said by", "Score", "Comment", "Id"], [list(map(str, item)) for item in facts.endorsements])


def _amounts(amounts: list[Amount]) -> str:
    return ", ".join(money(amount.minor, amount.currency) for amount in amounts) or "–"


def _thousandths(milli: int) -> str:
    return "–" if milli < 0 else f"{milli // 1000}.{milli % 1000:03}"
