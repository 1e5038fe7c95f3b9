"""What every command knows: whose profile it is about, and for whom the answer is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_json


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the program.

    Attributes:
        as_json: one line of JSON on stdout instead of tables.
    """

    profile_dir: Path
    as_json: bool

    def ask(self, method: str, **values: object) -> Any:
        """Ask the profile's node one thing. Raises as NodeClient does."""
        with NodeClient.connect(self.profile_dir) as node:
            return node.ask(method, **values)

    def answer(self, view: object, in_words: Callable[[], None]) -> None:
        """Print the answer as JSON, or have it put in words."""
        if self.as_json:
            print_json(view)
        else:
            in_words()


def session_of(context: typer.Context) -> Session:
    """Return the session that the program's entry made."""
    session = context.find_root().obj
    assert isinstance(session, Session)
    return session
