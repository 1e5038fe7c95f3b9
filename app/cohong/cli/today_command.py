"""`cohong today`: what asks for you."""

from collections.abc import Iterator

import typer

from cohong.api.views import Today
from cohong.cli.output import moment, print_facts, print_line
from cohong.cli.session import session_of


def today(context: typer.Context) -> None:
    """Count what asks for you today, with the command that shows each."""
    session = session_of(context)
    found: Today = session.ask("today.show")
    lines = [(name, told) for count, name, told in _parts(found) if count]
    session.answer(found, lambda: print_facts(lines) if lines else print_line("Nothing needs you."))


def _parts(found: Today) -> Iterator[tuple[int, str, str]]:
    """Yield how many there are, what they are, and the same in words."""
    by = f", the first by {moment(found.corrections_by_ms)}" if found.corrections_by_ms else ""
    yield found.changed, "Changed", f"{found.changed} whom you watch: `cohong watch list`"
    yield found.due, "To be reviewed", f"{found.due}: `cohong watch list`"
    yield found.motions, "Motions", f"{found.motions} to vote on: `cohong motion list`"
    yield found.proposals, "Proposals", f"{found.proposals} to answer: `cohong book list --filter to-answer`"
    yield found.disputes, "Disputes", f"{found.disputes} to answer: `cohong book list --filter disputes-to-answer`"
    corrections = f"{found.corrections} to answer{by}: `cohong book list --filter corrections-to-answer`"
    yield found.corrections, "Corrections", corrections
    yield found.drafts, "Drafts", f"{found.drafts} to sign: `cohong drafts send`"
    yield found.to_send, "To send", f"{found.to_send}: `cohong sync`"
