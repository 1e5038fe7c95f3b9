"""`cohong consent`: whom you let read about you, what for and until when, and who has read."""

from typing import Annotated, Final

import typer

from cohong.api.views import ConsentList
from cohong.cli.arguments import PURPOSES, parse_day, parse_id, parse_purpose
from cohong.cli.consent_words import tell_consents, tell_readings
from cohong.cli.output import print_line
from cohong.cli.record_writing import Key, write
from cohong.cli.session import session_of

app = typer.Typer(
    help="Say who may read the report about you, what for and until when. It withholds nothing from other members: "
    "what is open in the book, each of them holds.",
    no_args_is_help=True,
)

SCOPES: Final = ("report", "records")


@app.command("list")
def list_consents(context: typer.Context) -> None:
    """List the consents that you have given and those that you may use."""
    session = session_of(context)
    found: ConsentList = session.ask("consent.list")
    nothing = "You have given nobody consent to read about you, and nobody has given you any."
    is_empty = not (found.given or found.received)
    session.answer(found, lambda: print_line(nothing) if is_empty else tell_consents(found))


@app.command("grant")
def grant(
    context: typer.Context,
    reader: Annotated[str, typer.Argument(help="Who may read: the member's id.")],
    purpose: Annotated[str, typer.Option(help=f"What for: {', '.join(PURPOSES)}.")],
    until: Annotated[str, typer.Option(help="The last day on which it may be used.")],
    scope: Annotated[
        str, typer.Option(help="report: the report about you; records: what is private of yours, which nothing is yet.")
    ] = "report",
    says: Annotated[str, typer.Option(help="What everybody may know of it.")] = "",
    key: Key = "",
) -> None:
    """Let a member read the report about you. Everybody sees that you do; you can take it back at any time."""
    if scope not in SCOPES:
        raise typer.BadParameter(f"a scope is one of {', '.join(SCOPES)}")
    fields = {
        "reader": parse_id(reader), "scope": scope, "purpose": parse_purpose(purpose), "until": parse_day(until),
        "says": says,
    }  # fmt: skip
    write(session_of(context), "consent.grant", fields, key=key)


@app.command("revoke")
def revoke(
    context: typer.Context,
    consent: Annotated[str, typer.Argument(metavar="CONSENT", help="The consent's id.")],
    reason: Annotated[str, typer.Option(help="Why, for everybody to read.")] = "",
    key: Key = "",
) -> None:
    """Take a consent back that you have given. What was read under it stays recorded."""
    write(session_of(context), "consent.revoke", {"reason": reason}, obligation=parse_id(consent), key=key)


@app.command("receipts")
def receipts(context: typer.Context) -> None:
    """List who has read about you, when and under which consent, and what you have read of others."""
    session = session_of(context)
    found: ConsentList = session.ask("consent.list")
    is_empty = not any(item.readings for item in (*found.given, *found.received))
    session.answer(found, lambda: print_line("Nothing was read.") if is_empty else tell_readings(found))
