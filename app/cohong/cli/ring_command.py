"""`cohong check rings`: how much of what a member has paid comes back to it."""

import typer

from cohong.api.views import ReadingNoted, RingCheck
from cohong.cli.consent_words import reading_sentence
from cohong.cli.member_argument import MemberArgument, member_meant
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_line
from cohong.cli.payment_facts_words import amount_words
from cohong.cli.session import session_of


def ring_check(context: typer.Context, member: MemberArgument) -> None:
    """Show how much of what a member has paid came back to it within two hops, newer payments weighing more.

    Where it has given you consent to read about it, that you have is recorded.
    """
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        who = member_meant(node, member)
        found: RingCheck = node.ask("check.rings", member=who)
        noted: ReadingNoted = node.ask("consent.read", member=who)
    session.answer(found, lambda: _tell(found, reading_sentence(noted)))


def _tell(found: RingCheck, read: str) -> None:
    if read:
        print_line(read)
    if not found.currencies:
        print_line("Nothing that it has paid is in the book.")
    for each in found.currencies:
        back, paid = (amount_words(minor, each.currency) for minor in (each.back_minor, each.paid_minor))
        print_line(f"{each.currency}: {back} of {paid} came back within two hops")
