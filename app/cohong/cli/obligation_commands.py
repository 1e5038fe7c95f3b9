"""`cohong record …` for what happens to an obligation once it is accepted: other terms, notice, default, write-off."""

from typing import Annotated

import typer

from cohong.api.views import HistoryItem
from cohong.cli.arguments import parse_day, parse_id
from cohong.cli.node_client import NodeClient
from cohong.cli.record_writing import (
    Key,
    Method,
    ObjectArgument,
    Reference,
    details_of,
    minor_of,
    tell,
    write,
    write_payment,
    written,
)
from cohong.cli.session import session_of

app = typer.Typer()


@app.command("agree")
def agree_record(
    context: typer.Context,
    obligation: ObjectArgument,
    valid_until: Annotated[str, typer.Option(help="The last day on which the holder may make use of it.")],
    amount: Annotated[str, typer.Option(help="The new amount; left out: as it is.")] = "",
    due: Annotated[str, typer.Option(help="The new due day; left out: as it is.")] = "",
    key: Key = "",
) -> None:
    """Agree, as the debtor, to a lower amount or another due day; it holds once the holder restructures."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        row = details_of(node, parse_id(obligation)).row
        fields = {
            "amount": minor_of(amount, row, row.amount_minor),
            "due": parse_day(due) if due else row.due,
            "valid_until": parse_day(valid_until),
        }
        answer = written(node, "credit.agree", fields, obligation=row.object, key=key)
    session.answer(answer, lambda: tell(answer))


@app.command("restructure")
def restructure_record(
    context: typer.Context,
    obligation: ObjectArgument,
    consent: Annotated[str, typer.Option(help="The debtor's consent: the entry's id; left out: the newest.")] = "",
    key: Key = "",
) -> None:
    """Change amount and due day, as the holder, to what the debtor has agreed to."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        details = details_of(node, parse_id(obligation))
        agreed = _agreed(details.history, parse_id(consent) if consent else "")
        fields = {"amount": agreed.fields["amount"], "due": agreed.fields["due"], "consent": agreed.entry}
        answer = written(node, "credit.restructure", fields, obligation=details.row.object, key=key)
    session.answer(answer, lambda: tell(answer))


def _agreed(history: list[HistoryItem], consent: str) -> HistoryItem:
    found = [item for item in history if item.kind == "credit.agree" and consent in ("", item.entry)]
    if not found:
        raise typer.BadParameter("the debtor has agreed to no new terms: see `cohong book show`")
    return found[-1]


@app.command("notice")
def notice_record(
    context: typer.Context,
    obligation: ObjectArgument,
    says: Annotated[str, typer.Option(help="What the debtor is told.")],
    key: Key = "",
) -> None:
    """Give the debtor, as the holder, notice that a default will be recorded."""
    write(session_of(context), "credit.notice", {"says": says}, obligation=parse_id(obligation), key=key)


@app.command("default")
def default_record(context: typer.Context, obligation: ObjectArgument, key: Key = "") -> None:
    """Record a default, as the holder: 60 days past due and grace, and 14 days after the notice."""
    write(session_of(context), "credit.default", {}, obligation=parse_id(obligation), key=key)


@app.command("write-off")
def write_off_record(
    context: typer.Context,
    obligation: ObjectArgument,
    amount: Annotated[str, typer.Option(help="What is given up; left out: all that is outstanding.")] = "",
    reason: Annotated[str, typer.Option(help="Why, for everybody to read.")] = "",
    key: Key = "",
) -> None:
    """Give up, as the holder, some of what is outstanding, or all of it."""
    write_payment(session_of(context), "credit.write_off", parse_id(obligation), amount, {"reason": reason}, key)


@app.command("recover")
def recover_record(
    context: typer.Context,
    obligation: ObjectArgument,
    value_date: Annotated[str, typer.Option(help="The day the payment counts.")],
    amount: Annotated[str, typer.Option(help="What came back; left out: all that was written off.")] = "",
    method: Method = "",
    reference: Reference = "",
    key: Key = "",
) -> None:
    """Say, as the holder, that something of what was written off has been paid after all."""
    session = session_of(context)
    fields = {"value_date": parse_day(value_date), "method": method, "reference": reference}
    with NodeClient.connect(session.profile_dir) as node:
        details = details_of(node, parse_id(obligation))
        minor = minor_of(amount, details.row, details.written_off_minor)
        answer = written(node, "credit.recover", {"amount": minor, **fields}, obligation=details.row.object, key=key)
    session.answer(answer, lambda: tell(answer))
