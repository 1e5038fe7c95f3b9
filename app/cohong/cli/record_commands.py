"""`cohong record`: sign one record. Amounts are plain decimals, days are 2026-01-31, ids are hex."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from cohong.api.views import ProfileStatus, Trace
from cohong.cli.arguments import parse_amount, parse_day, parse_id, parse_pairs
from cohong.cli.node_client import NodeClient
from cohong.cli.record_trace import tell_trace
from cohong.cli.record_writing import Key, Method, ObjectArgument, Reference, tell, write, write_payment, written
from cohong.cli.session import session_of

app = typer.Typer(help="Sign a record and send it to the network.", no_args_is_help=True)


ANSWER_DAYS = 90


def _in_90_days() -> str:
    """Return the last day to accept a proposal for which none is given: an old invoice may be proposed as well."""
    return (datetime.now(UTC) + timedelta(days=ANSWER_DAYS)).date().isoformat()


@app.command("profile")
def profile_record(
    context: typer.Context,
    name_en: Annotated[str, typer.Option(help="Name in English.")] = "",
    name_hant: Annotated[str, typer.Option(help="Name in traditional Chinese.")] = "",
    name_hans: Annotated[str, typer.Option(help="Name in simplified Chinese.")] = "",
    kind: Annotated[str, typer.Option(help="firm, person or auditor.")] = "firm",
    place: Annotated[str, typer.Option(help="Where it is.")] = "",
    identifier: Annotated[
        list[str] | None, typer.Option(help="SCHEME=NUMBER, for instance lei=…; once for each.")
    ] = None,
    key: Key = "",
) -> None:
    """Say who this member is."""
    names = {"en": name_en, "zh_hant": name_hant, "zh_hans": name_hans}
    given = {language: name for language, name in names.items() if name}
    if not given:
        raise typer.BadParameter("give at least one of --name-en, --name-hant, --name-hans")
    fields = {
        "kind": kind,
        "name": given,
        "place": place,
        "identifiers": parse_pairs(identifier or [], "identifier"),
    }
    write(session_of(context), "profile.set", fields, key=key)


@app.command("limit")
def limit_record(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    counterparty: Annotated[str, typer.Option(help="The other member's id.")],
    side: Annotated[str, typer.Option(help="Which side you are on: debtor or creditor.")],
    currency: Annotated[str, typer.Option(help="ISO 4217 code.")],
    amount: Annotated[str, typer.Option(help="The most that may be open.")],
    until: Annotated[str, typer.Option(help="The limit's last day.")],
    terms_days: Annotated[int, typer.Option(help="The longest terms, in days.", min=0, max=3650)] = 30,
    auto_accept: Annotated[bool, typer.Option(help="Accept proposals within it by themselves.")] = False,
    key: Key = "",
) -> None:
    """Set a credit limit for one counterparty and currency."""
    fields = {
        "counterparty": parse_id(counterparty),
        "side": side,
        "currency": currency,
        "amount": parse_amount(amount, currency),
        "terms_days": terms_days,
        "until": parse_day(until),
        "auto_accept": auto_accept,
    }
    write(session_of(context), "limit.set", fields, key=key)


@app.command("propose")
def propose_record(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    amount: Annotated[str, typer.Option(help="What is owed.")],
    currency: Annotated[str, typer.Option(help="ISO 4217 code.")],
    issued: Annotated[str, typer.Option(help="The invoice's day.")],
    due: Annotated[str, typer.Option(help="The day it is due.")],
    reference: Annotated[str, typer.Option(help="The invoice's number.")],
    debtor: Annotated[str, typer.Option(help="Who owes; left out: you.")] = "",
    creditor: Annotated[str, typer.Option(help="Who is owed; left out: you.")] = "",
    valid_until: Annotated[str, typer.Option(help="Last day to accept it; left out: 90 days from today.")] = "",
    grace_days: Annotated[int, typer.Option(help="Days after the due day that are not late.", min=0)] = 0,
    description: Annotated[str, typer.Option(help="What it is for.")] = "",
    assignable: Annotated[bool, typer.Option(help="Whether it may be sold.")] = True,
    nettable: Annotated[bool, typer.Option(help="Whether it may be set off.")] = True,
    key: Key = "",
) -> None:
    """Propose an obligation between you and another member; it stands once the other accepts."""
    session = session_of(context)
    if not debtor and not creditor:
        raise typer.BadParameter("give --debtor or --creditor: the other side is you")
    minor = parse_amount(amount, currency)
    days = {"issued": parse_day(issued), "due": parse_day(due), "valid_until": parse_day(valid_until or _in_90_days())}
    parties = [parse_id(party) if party else "" for party in (debtor, creditor)]
    with NodeClient.connect(session.profile_dir) as node:
        status: ProfileStatus = node.ask("profile.status")
        fields = {
            "debtor": parties[0] or status.member,
            "creditor": parties[1] or status.member,
            "amount": minor,
            "currency": currency,
            **days,
            "grace_days": grace_days,
            "reference": reference,
            "description": description,
            "assignable": assignable,
            "nettable": nettable,
        }
        answer = written(node, "credit.propose", fields, key=key)
    session.answer(answer, lambda: tell(answer))


@app.command("accept")
def accept_record(context: typer.Context, obligation: ObjectArgument, key: Key = "") -> None:
    """Accept a proposal."""
    write(session_of(context), "credit.accept", {}, obligation=parse_id(obligation), key=key)


@app.command("decline")
def decline_record(
    context: typer.Context,
    obligation: ObjectArgument,
    reason: Annotated[str, typer.Option(help="Why, for the other side to read.")] = "",
    key: Key = "",
) -> None:
    """Decline a proposal."""
    write(session_of(context), "credit.decline", {"reason": reason}, obligation=parse_id(obligation), key=key)


@app.command("claim")
def claim_record(
    context: typer.Context,
    obligation: ObjectArgument,
    value_date: Annotated[str, typer.Option(help="The day the payment counts.")],
    amount: Annotated[str, typer.Option(help="What was paid; left out: all that is outstanding.")] = "",
    method: Method = "",
    reference: Reference = "",
    key: Key = "",
) -> None:
    """Say, as the debtor, that you have paid."""
    fields = {"value_date": parse_day(value_date), "method": method, "reference": reference}
    write_payment(session_of(context), "credit.claim", parse_id(obligation), amount, fields, key)


@app.command("receipt")
def receipt_record(
    context: typer.Context,
    obligation: ObjectArgument,
    value_date: Annotated[str, typer.Option(help="The day the payment counts.")],
    amount: Annotated[str, typer.Option(help="What was received; left out: all that is outstanding.")] = "",
    method: Method = "",
    reference: Reference = "",
    claim: Annotated[str, typer.Option(help="The debtor's claim that it answers: the entry's id.")] = "",
    key: Key = "",
) -> None:
    """Say, as the holder, that you have been paid."""
    fields = {"value_date": parse_day(value_date), "method": method, "reference": reference}
    if claim:
        fields["claim"] = parse_id(claim)
    write_payment(session_of(context), "credit.receipt", parse_id(obligation), amount, fields, key)


@app.command("trace")
def trace_record(context: typer.Context, obligation: ObjectArgument) -> None:
    """Show which signed entries an obligation's figures rest on, and who voted for each by which ballot."""
    session = session_of(context)
    found: Trace = session.ask("book.trace", object=parse_id(obligation))
    session.answer(found, lambda: tell_trace(found))


@app.command("endorse")
def endorse_record(
    context: typer.Context,
    member: Annotated[str, typer.Argument(help="The member's id.")],
    score: Annotated[int, typer.Option(help="From -10 to 10.", min=-10, max=10)],
    comment: Annotated[str, typer.Option(help="Why.")] = "",
    key: Key = "",
) -> None:
    """Say what you think of a member; your latest word counts."""
    fields = {"member": parse_id(member), "score": score, "comment": comment}
    write(session_of(context), "endorse.set", fields, key=key)
