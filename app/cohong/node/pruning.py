"""Dropping ballots that have nothing to say any more (protocol.md, Audit).

A ballot under a final cut whose every record a block has decided changes no status. Its header and signature stay, so
that the feed can still be checked and handed on; what it said goes. One's own ballots stay as they are: they are what a
voter must never contradict.
"""

from dataclasses import dataclass
from typing import Final

from cohong.node.desk import Desk
from cohong.node.suspects import double_voters
from cohong.primitives.ballot import Ballot, ballot_from_body
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId

BALLOTS_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Pruned:
    """What has been dropped.

    Attributes:
        size: bytes of the bodies.
    """

    ballots: int
    size: int


def prune(desk: Desk) -> Pruned:
    """Drop what can be dropped; the ledger uses the room again for what comes."""
    ballots = size = 0
    # What proves that its voter has signed both ways is kept for good.
    kept = {desk.me, *double_voters(desk, desk.ledger.double_votes.contradicted())}
    for author in desk.replica.heads.authors():
        if author not in kept:
            for entry in _prune_feed(desk, author):
                ballots, size = ballots + 1, size + len(entry.body_bytes or b"")
    return Pruned(ballots, size)


def _prune_feed(desk: Desk, author: MemberId) -> list[Entry]:
    """Drop the bodies of a feed's first ballots, up to one that still speaks of something undecided."""
    dropped: list[Entry] = []
    last = desk.replica.lineage.cut_seq(author)
    while True:
        held = desk.ledger.whole_ballots(author, last, BALLOTS_AT_ONCE)
        mute = [entry for entry in held if _is_mute(desk, entry)]
        desk.ledger.drop_bodies(mute)
        dropped += mute
        if len(mute) < BALLOTS_AT_ONCE:
            return dropped


def _is_mute(desk: Desk, entry: Entry) -> bool:
    try:
        ballot = ballot_from_body(decode_body(entry.body_bytes or b""))
    except RemoteProtocolError:
        return True  # out of form, it never said anything
    return all(_is_decided_upto(desk, ack.author, ack.seq) for ack in ballot.ack) and _has_decided_words(desk, ballot)


def _is_decided_upto(desk: Desk, author: MemberId, seq: int) -> bool:
    first = desk.ledger.first_unsettled(author)
    return first is None or first > seq


def _has_decided_words(desk: Desk, ballot: Ballot) -> bool:
    words = [*(entry for entry, _ in ballot.no), *ballot.hold, *ballot.yes]
    facts = [desk.replica.workspace.fact(entry) for entry in words]
    return all(fact is not None and fact.level.is_settled for fact in facts)
