"""`cohong market`: offer a receivable for sale, bid for one, sell it."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, TypeAlias

import typer

from cohong.api.views import BidRow, BoardPage, BoardRow
from cohong.cli.arguments import currency_digits, parse_amount, parse_day, parse_id
from cohong.cli.node_client import NodeClient
from cohong.cli.output import money, print_line, print_table, short_id
from cohong.cli.record_writing import Key, ObjectArgument, details_of, minor_of, tell, write, written
from cohong.cli.session import Session, session_of

app = typer.Typer(help="Buy and sell receivables.", no_args_is_help=True)

OFFER_DAYS = 14

Price: TypeAlias = Annotated[str, typer.Option(help="What is paid for it, in the obligation's currency.")]
Amount: TypeAlias = Annotated[str, typer.Option(help="How much of what is owed; left out: all that is outstanding.")]
Recourse: TypeAlias = Annotated[bool, typer.Option(help="Whether the seller makes good if the debtor does not pay.")]
Until: TypeAlias = Annotated[str, typer.Option(help="The offer's last day; left out: 14 days from today.")]


@app.command("board")
def board(
    context: typer.Context,
    filter_by: Annotated[str, typer.Option("--filter", help="all, own or others.")] = "all",
    currency: Annotated[str, typer.Option(help="Only what is owed in this one.")] = "",
    sort: Annotated[str, typer.Option(help="newest, due, amount or discount.")] = "newest",
    first: Annotated[int, typer.Option(help="The first row to show, from 0.", min=0)] = 0,
    count: Annotated[int, typer.Option(help="How many rows.", min=1, max=1000)] = 50,
) -> None:
    """List what is for sale."""
    if currency:
        currency_digits(currency)
    session = session_of(context)
    page: BoardPage = session.ask(
        "market.board", filter=filter_by, currency=currency, sort=sort, first=first, count=count
    )
    session.answer(page, lambda: _tell_page(page))


@app.command("bids")
def bids(context: typer.Context) -> None:
    """List the offers to buy that you have made or got, and that are good today."""
    session = session_of(context)
    found: list[BidRow] = session.ask("market.bids")
    session.answer(found, lambda: _tell_bids(found))


@app.command("sell")
def sell(
    context: typer.Context,
    obligation: ObjectArgument,
    price: Price,
    amount: Amount = "",
    recourse: Recourse = False,
    valid_until: Until = "",
    key: Key = "",
) -> None:
    """Put what is owed to you on the board, or a part of it."""
    _offer(session_of(context), "offer.sell", obligation, price, amount, recourse, valid_until, key)


@app.command("buy")
def buy(
    context: typer.Context,
    obligation: ObjectArgument,
    price: Price,
    amount: Amount = "",
    recourse: Recourse = False,
    valid_until: Until = "",
    key: Key = "",
) -> None:
    """Offer to buy what is owed to another. It binds you until its last day, for the obligation as it stands now."""
    _offer(session_of(context), "offer.buy", obligation, price, amount, recourse, valid_until, key)


@app.command("assign")
def assign(
    context: typer.Context,
    obligation: ObjectArgument,
    offer: Annotated[str, typer.Option(help="The offer to buy: its id.")],
    key: Key = "",
) -> None:
    """Sell what is owed to you to whoever has made this offer."""
    write(session_of(context), "credit.assign", {"consent": parse_id(offer)}, obligation=parse_id(obligation), key=key)


def _offer(
    session: Session, kind: str, obligation: str, price: str, amount: str, recourse: bool, valid_until: str, key: str
) -> None:
    until = parse_day(valid_until) if valid_until else _in_some_days()
    with NodeClient.connect(session.profile_dir) as node:
        row = details_of(node, parse_id(obligation)).row
        fields = {
            "amount": minor_of(amount, row, row.outstanding_minor),
            "price": parse_amount(price, row.currency),
            "recourse": recourse,
            "valid_until": until,
        }
        answer = written(node, kind, fields, obligation=row.object, key=key)
    session.answer(answer, lambda: tell(answer))


def _in_some_days() -> str:
    return (datetime.now(UTC) + timedelta(days=OFFER_DAYS)).date().isoformat()


def _tell_page(page: BoardPage) -> None:
    if not page.rows:
        print_line("Nothing is for sale here.")
        return
    print_table(
        ["Reference", "Holder", "Debtor", "Amount", "Price", "A year", "Recourse", "Due", "Until", "Bids", "Id"],
        [_cells(row) for row in page.rows],
        right=("Amount", "Price", "A year", "Bids"),
    )
    print_line(f"{page.first + 1} to {page.first + len(page.rows)} of {page.total}.")


def _cells(row: BoardRow) -> list[str]:
    return [
        row.reference, "you" if row.own else row.holder_name or short_id(row.holder),
        row.debtor_name or short_id(row.debtor), money(row.amount_minor, row.currency),
        money(row.price_minor, row.currency), percent(row.discount_bp), "yes" if row.recourse else "no",
        f"{row.due}{', disputed' if row.disputed else ''}", row.valid_until, str(row.bids), row.object,
    ]  # fmt: skip


def _tell_bids(found: list[BidRow]) -> None:
    if not found:
        print_line("No offers to buy: you have made none, and got none.")
        return
    print_table(
        ["Reference", "Buyer", "Holder", "Debtor", "Amount", "Price", "A year", "Recourse", "Until", "Offer", "Id"],
        [
            [
                f"{bid.reference}{' (disputed)' if bid.disputed else ''}",
                "you" if bid.own else bid.buyer_name or short_id(bid.buyer),
                bid.holder_name or short_id(bid.holder) if bid.own else "you",
                bid.debtor_name or short_id(bid.debtor),
                money(bid.amount_minor, bid.currency),
                money(bid.price_minor, bid.currency),
                percent(bid.discount_bp),
                "yes" if bid.recourse else "no",
                bid.valid_until,
                bid.offer,
                bid.object,
            ]
            for bid in found
        ],
        right=("Amount", "Price", "A year"),
    )


def percent(basis_points: int | None) -> str:
    """Return basis points as percent, a dash for none."""
    if basis_points is None:
        return "–"
    sign = "-" if basis_points < 0 else ""
    return f"{sign}{abs(basis_points) // 100}.{abs(basis_points) % 100:02} %"
