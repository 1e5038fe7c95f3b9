"""`cohong api`: the API's own description, and any request by its name."""

import json
import sys
from typing import Annotated, Any

import typer

from cohong.api.framing import DISCOVER_METHOD
from cohong.api.requests import NoParams
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_json, print_table
from cohong.cli.session import session_of

app = typer.Typer(help="The node's API as it is.", no_args_is_help=True)


@app.command()
def discover(context: typer.Context) -> None:
    """Describe the API; with --json as an OpenRPC document."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        document: dict[str, Any] = node.ask_with(DISCOVER_METHOD, NoParams())
    session.answer(document, lambda: _tell(document))


@app.command("call")
def call_method(
    context: typer.Context,
    method: Annotated[str, typer.Argument(help="For instance book.rows.")],
    params: Annotated[str, typer.Argument(help="A JSON object, or - for standard input.")] = "{}",
) -> None:
    """Make any request and print the answer as JSON."""
    session = session_of(context)
    values = _object(sys.stdin.read() if params == "-" else params)
    print_json(session.ask(method, **values))


def _object(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except ValueError as error:
        raise typer.BadParameter(f"the parameters are not JSON: {error}") from error
    if not isinstance(values, dict):
        raise typer.BadParameter("the parameters must be a JSON object")
    return values


def _tell(document: dict[str, Any]) -> None:
    print_table(
        ["Method", "What it does", "Parameters"],
        [
            [
                method["name"],
                method["summary"],
                ", ".join(param["name"] if param["required"] else f"[{param['name']}]" for param in method["params"]),
            ]
            for method in document["methods"]
        ],
    )
