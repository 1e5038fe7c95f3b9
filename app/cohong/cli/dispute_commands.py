"""`cohong dispute` and `correct`: object to what stands in the book, ask for it to be put right, and answer."""

from typing import Annotated, TypeAlias

import typer

from cohong.api.views import Objections
from cohong.cli.arguments import parse_id
from cohong.cli.life_words import tell_objections
from cohong.cli.output import print_line
from cohong.cli.record_writing import Key, write
from cohong.cli.session import session_of

app = typer.Typer(help="Dispute an obligation, or what a member says of you.", no_args_is_help=True)
correct_app = typer.Typer(help="Ask for something to be put right, and answer.", no_args_is_help=True)

Subject: TypeAlias = Annotated[str, typer.Argument(metavar="OBJECT", help="The obligation's or endorsement's id.")]
DisputeArgument: TypeAlias = Annotated[str, typer.Argument(metavar="DISPUTE", help="The dispute's id.")]
CorrectionArgument: TypeAlias = Annotated[str, typer.Argument(metavar="CORRECTION", help="The correction's id.")]
Evidence: TypeAlias = Annotated[list[str] | None, typer.Option(help="SHA-256 of a document; once for each.")]


@app.command("list")
def list_disputes(
    context: typer.Context,
    about: Annotated[str, typer.Option(help="Of one obligation or endorsement: its id; left out: all.")] = "",
) -> None:
    """List disputes and corrections, the newest 1,000."""
    session = session_of(context)
    found: Objections = session.ask("dispute.list", object=parse_id(about) if about else "")
    nothing = "Nothing is disputed, and no correction is asked for."
    is_empty = not (found.disputes or found.corrections)
    session.answer(
        found, lambda: print_line(nothing) if is_empty else tell_objections(found.disputes, found.corrections)
    )


@app.command("open")
def open_dispute(
    context: typer.Context,
    subject: Subject,
    says: Annotated[str, typer.Option(help="What is wrong with it, for everybody to read.")],
    evidence: Evidence = None,
    key: Key = "",
) -> None:
    """Dispute something that concerns you. Until that is over it can't be sold, nor a default recorded."""
    fields = {"says": says, "evidence": [parse_id(document) for document in evidence or ()]}
    write(session_of(context), "dispute.open", fields, obligation=parse_id(subject), key=key)


@app.command("answer")
def answer_dispute(
    context: typer.Context,
    dispute: DisputeArgument,
    says: Annotated[str, typer.Option(help="The answer, for everybody to read.")],
    key: Key = "",
) -> None:
    """Answer a dispute as the other side."""
    write(session_of(context), "dispute.answer", {"says": says}, obligation=parse_id(dispute), key=key)


@app.command("close")
def close_dispute(
    context: typer.Context,
    dispute: DisputeArgument,
    withdrawn: Annotated[
        bool, typer.Option("--withdrawn/--resolved", help="There was nothing to it, or it is settled between you.")
    ] = False,
    says: Annotated[str, typer.Option(help="How it ended.")] = "",
    key: Key = "",
) -> None:
    """Close a dispute that you have opened."""
    fields = {"outcome": "withdrawn" if withdrawn else "resolved", "says": says}
    write(session_of(context), "dispute.close", fields, obligation=parse_id(dispute), key=key)


@correct_app.command("propose")
def propose_correction(
    context: typer.Context,
    subject: Subject,
    asked: Annotated[str, typer.Option(help="Who has to answer, within 40 days: the member's id.")],
    says: Annotated[str, typer.Option(help="What is to be put right, and how.")],
    evidence: Evidence = None,
    key: Key = "",
) -> None:
    """Ask another member to put something right; if it does not answer in 40 days, that is marked."""
    documents = [parse_id(document) for document in evidence or ()]
    fields = {"asked": parse_id(asked), "says": says, "evidence": documents}
    write(session_of(context), "correct.propose", fields, obligation=parse_id(subject), key=key)


@correct_app.command("accept")
def accept_correction(context: typer.Context, correction: CorrectionArgument, key: Key = "") -> None:
    """Accept a correction that you were asked for."""
    write(session_of(context), "correct.accept", {}, obligation=parse_id(correction), key=key)


@correct_app.command("decline")
def decline_correction(
    context: typer.Context,
    correction: CorrectionArgument,
    reason: Annotated[str, typer.Option(help="Why, for everybody to read.")] = "",
    key: Key = "",
) -> None:
    """Decline a correction that you were asked for."""
    write(session_of(context), "correct.decline", {"reason": reason}, obligation=parse_id(correction), key=key)
