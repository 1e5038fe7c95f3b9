"""A trace in words: the sum behind a figure, then each entry in it with its signature and votes."""

from typing import Final

from cohong.api.views import Trace, TraceEntry, TraceVote
from cohong.cli.output import moment, money, print_line, print_table, short_id

_GOOD: Final = {True: "good", False: "NOT GOOD"}


def tell_trace(found: Trace) -> None:
    """Print what an obligation's figures rest on."""
    parts = [item for item in found.entries if item.adds_minor]
    terms = [f"{money(item.adds_minor, found.currency)} ({short_id(item.entry)})" for item in parts]
    print_line(f"Obligation {found.object}, {found.reference or 'without a reference'}: {found.state}.")
    print_line(f"Outstanding {money(found.outstanding_minor, found.currency)} = {' + '.join(terms) or 'nothing yet'}")
    if sum(item.adds_minor for item in parts) != found.outstanding_minor:
        print_line("THE SUM DIFFERS from what the Book shows: run `cohong audit`.")
    for item in found.entries:
        print_line("")
        _tell_entry(item)


def _tell_entry(item: TraceEntry) -> None:
    author = item.author_name or short_id(item.author)
    part = "part of the book" if item.applied else "no part of the book"
    print_line(f"{item.kind} {item.entry}")
    print_line(f"  by {author}, place {item.seq} of its feed, {moment(item.time_ms)}: {item.level}, {part}")
    print_line(f"  hash and signature {_GOOD[item.good]}: {item.signature or '–'}")
    if item.rests_on:
        print_line(f"  rests on {', '.join(map(short_id, item.rests_on))}")
    print_table(
        ["  Voter", "Vote", "Said in", "Place", "When", "Signature"],
        [_vote(vote) for vote in item.votes],
        right=("Place",),
    )


def _vote(vote: TraceVote) -> list[str]:
    word = f"{vote.vote}: {vote.reason}" if vote.reason else vote.vote
    return [
        f"  {vote.name or short_id(vote.voter)}",
        word,
        short_id(vote.entry) or "–",
        str(vote.seq) if vote.entry else "–",
        moment(vote.time_ms),
        _GOOD[vote.good] if vote.entry else "–",
    ]
