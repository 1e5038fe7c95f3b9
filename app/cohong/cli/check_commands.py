"""`cohong check search` and `member`: look members up, and how one pays."""

from typing import Annotated

import typer

from cohong.api.views import (
    MemberCard,
    MemberFacts,
    NodeStatus,
    ReadingNoted,
)
from cohong.cli.arguments import FOUND_MAX, LookUpPurpose, parse_purpose
from cohong.cli.consent_words import reading_sentence
from cohong.cli.member_argument import MemberArgument, member_meant
from cohong.cli.member_commands import print_members, words_told
from cohong.cli.node_client import NodeClient
from cohong.cli.output import money, print_facts, print_line, print_table, thousandths
from cohong.cli.session import session_of

app = typer.Typer(help="Look members up and see how they pay.", no_args_is_help=True)


@app.command("search")
def search_members(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(help="A name in any script, an id or all the words beside it, or a company number.")
    ],
    count: Annotated[int, typer.Option(help="How many results at most.", min=1, max=FOUND_MAX)] = 20,
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


@app.command("member")
def member_facts(
    context: typer.Context,
    member: MemberArgument,
    purpose: LookUpPurpose = "",
) -> None:
    """Show how a member pays, over the confirmed obligations that this node holds.

    What you look a person up for is noted on this machine (`cohong lookups list`). Where the member has given you
    consent to read this, that you have read it is recorded for it to see.
    """
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        who = member_meant(node, member)
        noted: ReadingNoted = node.ask("consent.read", member=who, purpose=purpose and parse_purpose(purpose))
        facts: MemberFacts = node.ask("check.member", member=who)
    session.answer(facts, lambda: _tell_member(facts, reading_sentence(noted)))


def _tell_member(facts: MemberFacts, read: str) -> None:
    print_members([facts.card])
    if read:
        print_line(read)
    print_line("")
    print_facts(
        [
            ("Member", facts.card.member),
            ("In words", words_told(facts.card)),
        ]
    )
    print_line("")
    print_facts(
        [
            ("Invoices", f"{facts.invoices} from {facts.counterparties} creditors"),
            ("Settled", str(facts.settled)),
            ("Paid within terms", f"{facts.paid_within_terms} of {facts.settled}"),
            ("Late", str(facts.late)),
            ("Average days late", f"{thousandths(facts.mean_days_late_milli)} of what is settled"),
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
