"""`cohong check report`: the grade of a member, why, and how sure it is."""

from typing import Annotated, Any

import typer

from cohong.api.framing import plain
from cohong.api.views import PaymentReport, ReadingNoted
from cohong.cli.arguments import parse_id
from cohong.cli.consent_words import reading_sentence
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_facts, print_line
from cohong.cli.payment_facts_words import confidence_told, facts_told, score_told
from cohong.cli.session import session_of


def payment_report(context: typer.Context, member: Annotated[str, typer.Argument(help="The member's id.")]) -> None:
    """Show what grade a member's payments give, why, what would change it, and how sure that is.

    Where it has given you consent to read this, that you have read it is recorded.
    """
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        report: PaymentReport = node.ask("check.report", member=parse_id(member))
        noted: ReadingNoted = node.ask("consent.read", member=parse_id(member))
    session.answer(report, lambda: _tell(plain(report), reading_sentence(noted)))


def _tell(report: dict[str, Any], read: str) -> None:
    if read:
        print_line(read)
    sure = ("How sure", confidence_told(report["confidence"]))
    print_facts([("Member", report["member"]), ("As of", report["as_of"]), sure])
    print_line("")
    print_facts(score_told(report["score"]))
    print_line("")
    print_facts(facts_told(report["facts"]))
