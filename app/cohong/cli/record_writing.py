"""What the commands that sign one record share: their arguments, asking the node, and telling what came of it."""

import secrets
from typing import Annotated, Any, TypeAlias

import typer

from cohong.api.views import ObligationRow, RecordDetails, Written
from cohong.cli.arguments import parse_amount
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_facts
from cohong.cli.session import Session

Key: TypeAlias = Annotated[
    str, typer.Option(help="The same key is never carried out twice: give one to be able to try again.")
]
ObjectArgument: TypeAlias = Annotated[str, typer.Argument(metavar="OBJECT", help="The obligation's id.")]
Method: TypeAlias = Annotated[str, typer.Option(help="How it was paid, for instance FPS or cheque.")]
Reference: TypeAlias = Annotated[str, typer.Option(help="The payment's reference.")]


def write(session: Session, kind: str, fields: dict[str, Any], *, obligation: str = "", key: str) -> None:
    """Have the node sign one record, and tell."""
    with NodeClient.connect(session.profile_dir) as node:
        answer = written(node, kind, fields, obligation=obligation, key=key)
    session.answer(answer, lambda: tell(answer))


def write_payment(session: Session, kind: str, obligation: str, amount: str, fields: dict[str, Any], key: str) -> None:
    """Have the node sign a record with an amount: all that is outstanding, unless said.

    The obligation's currency says how many decimals the amount may have.
    """
    with NodeClient.connect(session.profile_dir) as node:
        row = details_of(node, obligation).row
        minor = minor_of(amount, row, row.outstanding_minor)
        answer = written(node, kind, {"amount": minor, **fields}, obligation=obligation, key=key)
    session.answer(answer, lambda: tell(answer))


def details_of(node: NodeClient, obligation: str) -> RecordDetails:
    """Return everything about one obligation."""
    details: RecordDetails = node.ask("book.record", object=obligation)
    return details


def minor_of(amount: str, row: ObligationRow, otherwise: int) -> int:
    """Return an amount of an obligation's currency, `otherwise` if none is given."""
    minor = parse_amount(amount, row.currency) if amount else otherwise
    if minor == 0:
        raise typer.BadParameter("nothing is outstanding; give --amount if you mean it all the same")
    return minor


def written(node: NodeClient, kind: str, fields: dict[str, Any], *, obligation: str = "", key: str) -> Written:
    """Return what the node has signed."""
    answer: Written = node.ask(
        "record.write", kind=kind, object=obligation, fields=fields, key=key or secrets.token_hex(16)
    )
    return answer


def tell(answer: Written) -> None:
    """Print what was signed."""
    held = f"{answer.peers} other nodes" if answer.peers else "this machine only, so far"
    print_facts([("Signed", answer.entry), ("Object", answer.object or "–"), ("Held by", held)])
