"""`cohong members`: who is in, or what each of them owes you beside your limit for it."""

from typing import Annotated, get_args

import typer

from cohong.api.requests.members import MemberFilter, MemberSort
from cohong.api.views import MemberCard, MemberExposure, MemberPage, MemberRow
from cohong.cli.arguments import ROWS_MAX, currency_digits, parse_choice
from cohong.cli.output import moment, money, print_line, print_table, short_id
from cohong.cli.session import session_of


def members(
    context: typer.Context,
    only: Annotated[
        str, typer.Option(help="everybody, owing, watched or over-limit: what they owe you, beside your limits.")
    ] = "",
    by: Annotated[str, typer.Option(help="name, or owed, the most first.")] = "name",
    currency: Annotated[str, typer.Option(help="With --by owed: in which; left out: that of the most members.")] = "",
    first: Annotated[int, typer.Option(min=0, help="How many to leave out.")] = 0,
    count: Annotated[int, typer.Option(min=1, max=ROWS_MAX, help="How many to list.")] = ROWS_MAX,
) -> None:
    """List the members of the network; with any option what they owe you, beside your limits and whom you watch."""
    session = session_of(context)
    if not only and (by, currency, first, count) == ("name", "", 0, ROWS_MAX):
        cards: list[MemberCard] = session.ask("members.list")
        session.answer(cards, lambda: print_members(cards))
        return
    if currency:
        currency_digits(currency)
    page: MemberPage = session.ask(
        "members.rows",
        filter=parse_choice(only or "everybody", get_args(MemberFilter)),
        sort=parse_choice(by, get_args(MemberSort)),
        descending=by == "owed",
        currency=currency,
        first=first,
        count=count,
    )
    session.answer(page, lambda: _tell(page))


def print_members(cards: list[MemberCard]) -> None:
    """Print members as a table."""
    print_table(
        ["Name", "Names", "Place", "Kind", "Invoices", "In terms", "Seen", "Id"],
        [_card_cells(card) for card in cards],
        right=("Invoices", "In terms"),
    )


def words_told(card: MemberCard) -> str:
    """Return the words for a member's id, and what they are for."""
    return f"{card.id_words} (to compare over the telephone; the id decides)"


def _card_cells(card: MemberCard) -> list[str]:
    names = " / ".join(name for name in dict.fromkeys((card.name_hant, card.name_hans)) if name)
    mark = " (you)" if card.me else f" (looks like {card.like_name}, {short_id(card.like)})" if card.look_alike else ""
    seen = "now" if card.connected or card.me else moment(card.last_seen_ms)
    in_terms = f"{card.paid_within_terms} of {card.settled}"
    kind = f"{card.kind}{', voter' if card.voter else ''}"
    return [
        card.name + mark,
        names,
        card.place,
        kind,
        str(card.invoices),
        in_terms,
        seen,
        f"{short_id(card.member)} {card.id_words}",
    ]


def _tell(page: MemberPage) -> None:
    if not page.rows:
        print_line("Nobody.")
        return
    right = ("Owes you", "Proposed", "Limit", "Left")
    print_table(
        ["Name", "Part", *right, "Watched", "Id"],
        [cells for row in page.rows for cells in _row_cells(row)],
        right=right,
    )
    if page.total > len(page.rows):
        print_line(f"{page.first + 1:,} to {page.first + len(page.rows):,} of {page.total:,}.")


def _row_cells(row: MemberRow) -> list[list[str]]:
    """Return a line for each currency, the name on all of them; one without amounts where there are none."""
    name = (row.name or short_id(row.member)) + (" (you)" if row.me else "")
    amounts = [_amounts(each) for each in row.exposures] or [[""] * 4]
    watched = "yes" if row.watched else ""
    return [[name, row.part, *cells, watched, f"{short_id(row.member)} {row.id_words}"] for cells in amounts]


def _amounts(of: MemberExposure) -> list[str]:
    known = [money(minor, of.currency) if minor else "" for minor in (of.open_minor, of.asked_minor)]
    if of.limit_minor is None:
        return [*known, "", ""]
    left = of.limit_minor - of.open_minor - of.asked_minor
    return [*known, money(of.limit_minor, of.currency), money(left, of.currency)]
