"""Where an entry belongs in its feed: the feed rules of protocol.md 2, to which every node gives the same answer.

An entry is *placed* once everything that it points to is held. Until then it *waits*, unjudged. One that breaks a rule
is no part of the feed, whoever signed it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cohong.book.bodies import malformed_field
from cohong.book.fold import object_of, version_moved
from cohong.book.references import head_named
from cohong.book.rules import is_known
from cohong.book.transitions import HEADED
from cohong.primitives.ballot import Ballot, ballot_from_body
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body, names_of
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, NO_ENTRY, EntryId
from cohong.primitives.kinds import BALLOT, MEMBER_JOIN, is_record
from cohong.primitives.standing import EntryFact, Level, Placed, Record
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.chain.people import People
from cohong.protocol.workspace import Workspace

AHEAD_MS_MAX: Final = 120_000
"""How far an entry may be ahead of the reader's clock before it has to wait."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry with its body decoded once.

    Attributes:
        body: None where the body is missing, or is signed but out of form.
        ballot: what a well-formed ballot says; None for every other entry.
        head: the end of a feed up to which the author has read it, for kinds that have to say so.
    """

    entry: Entry
    body: dict[str, Value] | None
    names: tuple[EntryId, ...]
    ballot: Ballot | None
    head: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The entry breaks a feed rule, named by `code`."""

    code: str


@dataclass(frozen=True, slots=True)
class Waits:
    """The entry waits for the entry `missing`, or for the reader's clock to reach `until_ms`."""

    missing: EntryId | None = None
    until_ms: int = 0


def open_entry(entry: Entry) -> Opened:
    """Return the entry with its body decoded.

    A body out of form says nothing: the entry stays part of its feed, a record of it is refused by the voters.
    """
    body: dict[str, Value] | None = None
    ballot: Ballot | None = None
    if entry.body_bytes is not None:
        try:
            body = decode_body(entry.body_bytes, entry.header.kind)
            ballot = ballot_from_body(body) if entry.header.kind == BALLOT else None
        except RemoteProtocolError:
            body = None
    return Opened(entry, body, names_of(body) if body is not None else (), ballot, head_read(entry.header.kind, body))


def head_read(kind: str, body: dict[str, Value] | None) -> EntryId | None:
    """Return the end of a feed up to which the author of a record says it has read, None where it says so of none."""
    if body is None or kind not in HEADED or malformed_field(kind, body) is not None:
        return None
    return head_named(body)[2]


def left_behind(opened: Opened, workspace: Workspace, lineage: Lineage) -> Opened:
    """Return an entry as it is read: one of an earlier network, unless a block of that has anchored it, says nothing.

    It keeps its place in its feed. What it points to may lie beyond the last cut, where nobody holds it any more, so
    nothing may depend on it: else two nodes could count differently.
    """
    if opened.entry.header.height >= lineage.begun or workspace.decided_by_block(opened.entry.id) is Level.ANCHORED:
        return opened
    return Opened(opened.entry, opened.body, (), None)


def height_mark(height: int) -> EntryId:
    """Return what entries wait for that were written at a height whose block is not held yet."""
    return EntryId(height.to_bytes(ID_BYTES, "big"))


def place(
    opened: Opened, workspace: Workspace, lineage: Lineage, people: People, now_ms: int
) -> Placed | Refused | Waits:
    """Return the entry's place in its feed, or why it has none (yet)."""
    header, entry = opened.entry.header, opened.entry
    if header.network not in lineage.networks:
        return Refused("foreign-network")
    if not lineage.is_whole:
        return Waits(missing=height_mark(lineage.height + 1))
    if header.height > lineage.height:
        return Waits(missing=height_mark(header.height))
    if not lineage.has_place(header.network, header.author, header.seq, header.height):
        return Refused("left-behind")
    if entry.body_bytes is None and header.kind != BALLOT:
        # Without it, what a record rests on is not known: two nodes would count differently.
        return Refused("body-missing")
    if entry.body_bytes is None and lineage.cut_seq(header.author) < header.seq:
        # Others may have dropped a ballot under a final cut, once all that it votes on was decided. Until we hold
        # that block, we can't know that it needs no counting.
        return Waits(missing=height_mark(lineage.height + 1))
    if not lineage.is_member(header.author, header.height) and not (header.seq == 0 and header.kind == MEMBER_JOIN):
        return Refused("not-a-member")
    if header.time_ms > now_ms + AHEAD_MS_MAX:
        return Waits(until_ms=header.time_ms - AHEAD_MS_MAX)
    missing = next((item for item in _points_to(opened) if workspace.fact(item) is None), None)
    if missing is not None:
        return Waits(missing=missing)
    broken = _broken_rule(opened, workspace, lineage) or _broken_join(opened, lineage, people)
    if broken is not None:
        return Refused(broken)
    return Placed(entry, _fact_of(opened, workspace), opened.names, now_ms)


def _points_to(opened: Opened) -> Iterator[EntryId]:
    """Yield the ids of the entries that must be held first."""
    if opened.entry.header.seq > 0:
        yield opened.entry.header.prev
    yield from opened.names
    if opened.head is not None:
        yield opened.head
    ballot = opened.ballot
    if ballot is not None:
        yield from (ack.id for ack in ballot.ack)
        yield from (identity for identity, _ in ballot.no)
        yield from ballot.hold
        yield from ballot.yes


def _broken_rule(opened: Opened, workspace: Workspace, lineage: Lineage) -> str | None:
    header = opened.entry.header
    if header.seq == 0:
        if header.prev != NO_ENTRY:
            return "prev"
    else:
        prev = workspace.known(header.prev)
        if prev.author != header.author or prev.seq != header.seq - 1:
            return "prev"
        if header.time_ms < prev.time_ms or header.height < prev.height:
            return "runs-backward"
    if header.time_ms < lineage.time_at(header.height):
        return "before-block"
    named = [workspace.known(name) for name in opened.names]
    named += [workspace.known(opened.head)] if opened.head is not None else []
    if any(header.time_ms < fact.time_ms or header.height < fact.height for fact in named):
        return "before-named"
    # Else a vote would count in an epoch before that of what it is about.
    if opened.ballot is not None and any(header.height < workspace.known(item).height for item in _points_to(opened)):
        return "before-named"
    return None


def _broken_join(opened: Opened, lineage: Lineage, people: People) -> str | None:
    header = opened.entry.header
    if header.kind != MEMBER_JOIN or header.height < lineage.begun:
        return None
    return people.fault_of_join(header.author, header.time_ms, opened.body)


def _fact_of(opened: Opened, workspace: Workspace) -> EntryFact:
    header, body = opened.entry.header, opened.body
    fact = EntryFact(
        opened.entry.id, header.author, header.seq, header.prev, header.time_ms, header.height, header.kind
    )
    if body is None or not is_known(header.kind) or malformed_field(header.kind, body) is not None:
        return fact
    named = [workspace.known(name) for name in opened.names]
    return EntryFact(
        fact.id, fact.author, fact.seq, fact.prev, fact.time_ms, fact.height, fact.kind,
        object=object_of(fact, body, named), moves=version_moved(fact, named),
    )  # fmt: skip


def record_of(placed: Placed, opened: Opened) -> Record | None:
    """Return the record that the entry is, None for kinds that need no votes."""
    return Record(placed.fact, opened.body) if is_record(placed.fact.kind) else None
