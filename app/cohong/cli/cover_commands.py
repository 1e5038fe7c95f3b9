"""`cohong cover`: guarantees and pools, as one who stands for others, as whom they stand for, as a pool's keeper."""

from typing import Annotated, TypeAlias

import typer

from cohong.api.views import CoverList, ExposureLine, GuaranteeView, PoolView
from cohong.cli.arguments import currency_digits, parse_amount, parse_day, parse_id
from cohong.cli.cover_words import tell_covers, tell_exposure
from cohong.cli.node_client import NodeClient
from cohong.cli.record_writing import Key, Method, ObjectArgument, Reference, details_of, minor_of, tell, write, written
from cohong.cli.session import Session, session_of

app = typer.Typer(help="Stand for others: guarantees up to a cap, and pools that pay by a rule.", no_args_is_help=True)

GuaranteeArgument: TypeAlias = Annotated[str, typer.Argument(metavar="GUARANTEE", help="The guarantee's id.")]
PoolArgument: TypeAlias = Annotated[str, typer.Argument(metavar="POOL", help="The pool's id.")]
Cap: TypeAlias = Annotated[str, typer.Option(help="The most that you pay.")]
Until: TypeAlias = Annotated[str, typer.Option(help="The last day on which it may be called or drawn on.")]
Says: TypeAlias = Annotated[str, typer.Option(help="What everybody should know of it.")]
Demanded: TypeAlias = Annotated[str, typer.Option(help="How much; left out: all that is outstanding.")]


@app.command("list")
def list_covers(context: typer.Context) -> None:
    """List guarantees given and got, pools with what is left of the pledges, and the calls and claims that are open."""
    session = session_of(context)
    found: CoverList = session.ask("cover.list")
    session.answer(found, lambda: tell_covers(found))


@app.command("exposure")
def exposure(
    context: typer.Context,
    cap: Annotated[str, typer.Option(help="Of a guarantee or pledge that you think of signing.")] = "",
    currency: Annotated[str, typer.Option(help="The guarantee's currency.")] = "",
    pool: Annotated[str, typer.Option(help="The pool, if it would be a pledge.")] = "",
) -> None:
    """Tell what you stand for: what has been called and not been paid, and what it may come to at worst."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        code = _pool(node, pool).currency if pool else currency
        found: list[ExposureLine] = node.ask(
            "cover.exposure",
            cap=parse_amount(cap, code) if cap else 0,
            currency=code if cap else "",
            pool=parse_id(pool) if pool else "",
        )
    session.answer(found, lambda: tell_exposure(found))


@app.command("grant")
def grant(
    context: typer.Context,
    debtor: Annotated[str, typer.Option(help="Whose debts you stand for: the member's id.")],
    beneficiary: Annotated[str, typer.Option(help="Towards whom: the member's id.")],
    currency: Annotated[str, typer.Option(help="ISO 4217 code of what is covered.")],
    cap: Cap,
    until: Until,
    says: Says = "",
    key: Key = "",
) -> None:
    """Stand for what a member owes another, up to a cap. It cannot be taken back before its last day."""
    currency_digits(currency)
    fields = {
        "debtor": parse_id(debtor), "beneficiary": parse_id(beneficiary), "currency": currency,
        "cap": parse_amount(cap, currency), "until": parse_day(until), "says": says,
    }  # fmt: skip
    write(session_of(context), "guarantee.grant", fields, key=key)


@app.command("call")
def call(
    context: typer.Context,
    guarantee: GuaranteeArgument,
    obligation: ObjectArgument,
    amount: Demanded = "",
    says: Says = "",
    key: Key = "",
) -> None:
    """Call a guarantee, as the holder of an obligation that is in default."""
    _demand(session_of(context), "guarantee.call", guarantee, obligation, amount, says, key)


@app.command("pay")
def pay(
    context: typer.Context,
    guarantee: GuaranteeArgument,
    demand: Annotated[str, typer.Argument(metavar="CALL", help="The call that you have paid: its id.")],
    value_date: Annotated[str, typer.Option(help="The day on which the money arrives.")],
    amount: Annotated[str, typer.Option(help="How much; left out: all that is due.")] = "",
    method: Method = "",
    reference: Reference = "",
    key: Key = "",
) -> None:
    """Record, as the guarantor, what you have paid for a call. The holder then puts you into its place for it."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        found = _guarantee(node, guarantee)
        due = next((item.due_minor for item in found.calls if item.entry == parse_id(demand)), 0)
        if not amount and not due:
            raise typer.BadParameter("no such call is open")
        fields = {
            "call": parse_id(demand), "amount": parse_amount(amount, found.currency) if amount else due,
            "value_date": parse_day(value_date), "method": method, "reference": reference,
        }  # fmt: skip
        answer = written(node, "guarantee.pay", fields, obligation=found.id, key=key)
    session.answer(answer, lambda: tell(answer))


@app.command("pool-create")
def create_pool(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="What everybody calls it.")],
    currency: Annotated[str, typer.Option(help="ISO 4217 code of what it covers.")],
    key: Key = "",
) -> None:
    """Found a pool, as its keeper: you draw on it for claims, by its rule alone."""
    currency_digits(currency)
    write(session_of(context), "pool.create", {"name": name, "currency": currency}, key=key)


@app.command("pledge")
def pledge(context: typer.Context, pool: PoolArgument, cap: Cap, until: Until, key: Key = "") -> None:
    """Pledge to a pool, up to a cap. It cannot be taken back before its last day."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        found = _pool(node, pool)
        fields = {"cap": parse_amount(cap, found.currency), "until": parse_day(until)}
        answer = written(node, "pool.pledge", fields, obligation=found.id, key=key)
    session.answer(answer, lambda: tell(answer))


@app.command("claim")
def claim(
    context: typer.Context,
    pool: PoolArgument,
    obligation: ObjectArgument,
    amount: Demanded = "",
    says: Says = "",
    key: Key = "",
) -> None:
    """Claim from a pool, as the holder of an obligation that is in default."""
    _demand(session_of(context), "pool.claim", pool, obligation, amount, says, key)


@app.command("draw")
def draw(
    context: typer.Context,
    pool: PoolArgument,
    demand: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim that is answered: its id.")],
    key: Key = "",
) -> None:
    """Draw on a pool for a claim, as its keeper; how much, and from whom, the pool's rule says."""
    write(session_of(context), "pool.draw", {"claim": parse_id(demand)}, obligation=parse_id(pool), key=key)


@app.command("subrogate")
def subrogate(
    context: typer.Context,
    obligation: ObjectArgument,
    paid: Annotated[str, typer.Option(help="The payment or draw; left out: the oldest for it.")] = "",
    key: Key = "",
) -> None:
    """Put whoever has paid you in the debtor's place into yours, as the holder, for as much as was paid."""
    fields = {"paid": parse_id(paid)} if paid else {}
    write(session_of(context), "credit.subrogate", fields, obligation=parse_id(obligation), key=key)


def _demand(session: Session, kind: str, cover: str, obligation: str, amount: str, says: str, key: str) -> None:
    with NodeClient.connect(session.profile_dir) as node:
        row = details_of(node, parse_id(obligation)).row
        fields = {"obligation": row.object, "amount": minor_of(amount, row, row.outstanding_minor), "says": says}
        answer = written(node, kind, fields, obligation=parse_id(cover), key=key)
    session.answer(answer, lambda: tell(answer))


def _guarantee(node: NodeClient, guarantee: str) -> GuaranteeView:
    found: CoverList = node.ask("cover.list")
    wanted = parse_id(guarantee)
    for item in found.given:
        if item.id == wanted:
            return item
    raise typer.BadParameter("you have given no such guarantee")


def _pool(node: NodeClient, pool: str) -> PoolView:
    found: CoverList = node.ask("cover.list")
    wanted = parse_id(pool)
    for item in found.pools:
        if item.id == wanted:
            return item
    raise typer.BadParameter("there is no such pool")
