"""Own entries that nobody else has ever seen, taken back: what follows if they had never been written.

A feed only grows; who takes back an entry that has left the machine, and writes another in its place, has forked its
feed. So this is for the end of the own feed that is known to have stayed here (`cohong.node.dated_ahead`), while that
feed has no fork. Whoever calls it makes all that it changes durable at once, or none of it.

Nobody else's entries can rest on what they have not seen. What the entries have brought about here is their own place
in the book, and what their ballots added to the levels of others' records.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Protocol

from cohong.primitives.ballot import Ballot
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT, is_record
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.chain import CHAIN_KINDS
from cohong.protocol.clocks import CLOCK_OFF_MS
from cohong.protocol.placement import open_entry
from cohong.protocol.replica import Replica, ballot_of
from cohong.protocol.workspace import Facts


class Withdrawable(Facts, Protocol):
    """A ledger that entries can be taken out of."""

    def withdraw(self, gone: Sequence[Entry], voted_on: Collection[MemberId]) -> None:
        """Take out the end of one unforked feed, and with it all votes of its author on the feeds of `voted_on`."""


def first_ahead(replica: Replica, now_ms: int) -> int | None:
    """Return the first own place dated further ahead of this machine's clock than others take; None for none."""
    head = replica.heads.head(replica.me)
    if head is None or head.time_ms <= now_ms + CLOCK_OFF_MS or replica.heads.first_fork(replica.me) is not None:
        return None
    return bisect_right(range(head.seq + 1), now_ms + CLOCK_OFF_MS, key=lambda seq: _own_at(replica, seq).time_ms)


def _own_at(replica: Replica, seq: int) -> EntryFact:
    return replica.workspace.known(replica.workspace.ids_at(replica.me, seq)[0])


def withdrawable(replica: Replica, left_seq: int, now_ms: int) -> list[EntryFact]:
    """Return the own entries dated too far ahead, if all of them lie above `left_seq` and may be taken back.

    A block may have become final by a message of the charter chain: such a one stays. So do all where the newest block
    is dated ahead too, or an entry of somebody else's that the first one names, since it could not be dated before
    that; and where somebody else speaks of one of them, which is a sign that it has left.
    """
    first = first_ahead(replica, now_ms)
    if first is None or first <= left_seq or replica.lineage.time_ms > now_ms + CLOCK_OFF_MS:
        return []
    facts = replica.workspace.tree(replica.me, first)
    if _names_what_is_ahead(facts[0], replica, now_ms):
        return []
    is_bound = any(fact.kind in CHAIN_KINDS or _is_spoken_of(fact, replica) for fact in facts)
    others = (author for author in replica.heads.authors() if author != replica.me)
    is_acked = any(replica.tally.reach(replica.me, voter) >= first for voter in others)
    return [] if is_bound or is_acked else facts


def _names_what_is_ahead(fact: EntryFact, replica: Replica, now_ms: int) -> bool:
    """Whether an entry names another member's that is dated too far ahead: it came in by a clock that was fast too."""
    entry = replica.workspace.entry(fact.id)
    if entry is None or entry.body_bytes is None:
        return False
    opened = open_entry(entry)
    named = map(replica.workspace.known, (*opened.names, *([opened.head] if opened.head is not None else [])))
    return any(item.author != replica.me and item.time_ms > now_ms + CLOCK_OFF_MS for item in named)


def _is_spoken_of(fact: EntryFact, replica: Replica) -> bool:
    """Whether somebody else's vote or record names an entry, or a newcomer's join: the text of an invitation is out."""
    if not is_record(fact.kind):
        is_used = replica.people.others_asking(fact.id, replica.me) > 0
        return is_used or any(voter != replica.me for voter in replica.people.votes.get(fact.id, ()))
    named_by = (replica.workspace.known(entry).author for entry in replica.workspace.dependents(fact.id))
    return any(member != replica.me for member in (*replica.workspace.said(fact.id), *named_by))


def without(replica: Replica, gone: Sequence[Entry], ledger: Withdrawable) -> Replica:
    """Return a new replica after the last own entries have been taken out of the ledger.

    What they had brought about is undone in its working memory, and goes with its next flush.
    """
    records = [replica.workspace.known(entry.id) for entry in gone if is_record(entry.header.kind)]
    resting = [item for fact in records if fact.applied for item in replica.standings.resting_on(fact)]
    voted_on = {author for entry in gone for author in _voted_on(entry, replica)}
    ledger.withdraw(gone, voted_on)
    fresh = Replica(replica.genesis, replica.pen, ledger)
    _count_again(fresh, voted_on)
    fresh.standings.take_back(reversed(records), resting)
    return fresh


def _voted_on(entry: Entry, replica: Replica) -> set[MemberId]:
    ballot = ballot_of(entry) if entry.header.kind == BALLOT else None
    if ballot is None:
        return set()
    spoken_of = [*ballot.yes, *ballot.hold, *(refused for refused, _ in ballot.no)]
    return {ack.author for ack in ballot.ack} | {replica.workspace.known(item).author for item in spoken_of}


def _count_again(replica: Replica, authors: Collection[MemberId]) -> None:
    """Count the own ballots that are left, as far as they speak of these feeds, and weigh what they speak of."""
    for entry in replica.workspace.ballots(replica.me) if authors else ():
        ballot = ballot_of(entry) if entry.header.height >= replica.lineage.begun else None
        if ballot is not None:
            replica.tally.count(_narrowed(ballot, authors, replica), replica.me, entry.header.height)
    for author in sorted(authors):
        replica.standings.weigh_all(author)
        replica.standings.advance(author)


def _narrowed(ballot: Ballot, authors: Collection[MemberId], replica: Replica) -> Ballot:
    def is_spoken_of(entry: EntryId) -> bool:
        return replica.workspace.known(entry).author in authors

    return Ballot(
        ack=tuple(ack for ack in ballot.ack if ack.author in authors),
        no=tuple(item for item in ballot.no if is_spoken_of(item[0])),
        hold=tuple(filter(is_spoken_of, ballot.hold)),
        yes=tuple(filter(is_spoken_of, ballot.yes)),
    )
