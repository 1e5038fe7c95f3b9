"""A voter's votes (protocol.md 3): one small ack speaks for a whole stretch of a feed."""

from dataclasses import dataclass
from typing import Final, cast

from cohong.primitives.encoding import Value
from cohong.primitives.entry import is_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId

ACKS_MAX: Final = 900
VOTES_MAX: Final = 900
REASON_CHARS_MAX: Final = 32


@dataclass(frozen=True, slots=True)
class Ack:
    """The voter holds `author`'s feed up to `seq`, where its entry is `id`, and approves what it has not refused."""

    author: MemberId
    seq: int
    id: EntryId


@dataclass(frozen=True, slots=True)
class Ballot:
    """All that one voter says in one entry.

    Attributes:
        ack: at most one for a feed.
        no: records refused, each with a reason code of `cohong.book.reasons`.
        hold: records under an ack of this ballot that are to be decided later.
        yes: records held earlier and approved now.
    """

    ack: tuple[Ack, ...] = ()
    no: tuple[tuple[EntryId, str], ...] = ()
    hold: tuple[EntryId, ...] = ()
    yes: tuple[EntryId, ...] = ()


def ballot_body(ballot: Ballot, salt: bytes) -> dict[str, Value]:
    """Return the body of the entry that carries `ballot`; `salt` is 16 random bytes."""
    return {
        "salt": salt,
        "ack": [[ack.author, ack.seq, ack.id] for ack in ballot.ack],
        "no": [[identity, reason] for identity, reason in ballot.no],
        "hold": list(ballot.hold),
        "yes": list(ballot.yes),
    }


def ballot_from_body(body: dict[str, Value]) -> Ballot:
    """Return the ballot in a decoded body.

    Raises:
        RemoteProtocolError: `ballot-form`: fields missing or out of form, or more votes than allowed. The entry stays
            part of the feed and says nothing.
    """
    parts = [body.get(field) for field in ("ack", "no", "hold", "yes")]
    if len(body) != len(parts) + 1 or not all(type(part) is list for part in parts):
        raise RemoteProtocolError("ballot-form")
    ack, no, hold, yes = cast("list[list[Value]]", parts)
    if not (all(map(_is_ack, ack)) and all(map(_is_no, no)) and all(map(is_id, hold)) and all(map(is_id, yes))):
        raise RemoteProtocolError("ballot-form")
    if len(ack) > ACKS_MAX or len(no) + len(hold) + len(yes) > VOTES_MAX:
        raise RemoteProtocolError("ballot-form", "too many votes")
    acks = tuple(Ack(*cast("tuple[MemberId, int, EntryId]", item)) for item in ack)
    if len({item.author for item in acks}) != len(acks):
        raise RemoteProtocolError("ballot-form", "two acks of one feed")
    return Ballot(
        acks,
        tuple((cast(EntryId, item[0]), cast(str, item[1])) for item in cast("list[list[Value]]", no)),
        tuple(cast("list[EntryId]", hold)),
        tuple(cast("list[EntryId]", yes)),
    )


def _is_ack(item: Value) -> bool:
    if type(item) is not list or len(item) != 3:
        return False
    author, seq, identity = item
    return is_id(author) and type(seq) is int and seq >= 0 and is_id(identity)


def _is_no(item: Value) -> bool:
    if type(item) is not list or len(item) != 2:
        return False
    identity, reason = item
    return is_id(identity) and type(reason) is str and 0 < len(reason) <= REASON_CHARS_MAX
