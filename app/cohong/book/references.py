"""How a record refers to the version that it is about.

A version is named by the id of the entry that made it. Some entries make versions of several objects at once, and then
it takes two names to say which: a part of a receivable is referred to by the offer by which it was bought, or by what
was paid for it, and the transfer; an obligation that took part in a netting round by the entry that ended the round and
the one by which it had joined. That is so until it has been moved itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from cohong.book.objects import Obligation, Subject, natural_id
from cohong.book.transitions import DEMANDS, ENDS, PARTS_CALLED_BY, TRANSFERS
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import NETTING_JOIN, OFFER_BUY
from cohong.primitives.standing import EntryFact


def own_reference(kind: str, named: Sequence[EntryFact]) -> Sequence[EntryFact]:
    """Return the names of a record in which to look for what it is about.

    Of a call or claim that is the first alone: what was paid on a guarantee last, and the transfer that the obligation
    stands by, side by side, would read as a part of a receivable.
    """
    return named[:1] if kind in DEMANDS else named


def is_of_part(named: Sequence[EntryFact]) -> bool:
    """Return whether the names begin with a part of a receivable, as it was bought."""
    return len(named) > 1 and named[0].kind in PARTS_CALLED_BY and named[1].kind in TRANSFERS


def is_released(named: Sequence[EntryFact]) -> bool:
    """Return whether the names begin with an obligation as the end of a netting round left it."""
    return len(named) > 1 and named[0].kind in ENDS and named[1].kind == NETTING_JOIN


def reference_size(named: Sequence[EntryFact]) -> int:
    """Return how many of the names, from the first, say which version a record is about."""
    return 2 if is_of_part(named) or is_released(named) else 1


def refers_to(named: Sequence[EntryFact], version: Subject) -> bool:
    """Return whether the names begin with the version as it is called: a part with its own sale, and no other."""
    called = version.named_by if isinstance(version, Obligation) else ()
    return tuple(fact.id for fact in named[: len(called)]) == called


def references(named: Sequence[EntryFact]) -> Iterator[Sequence[EntryFact]]:
    """Yield the references that a list of names is made of."""
    start = 0
    while start < len(named):
        size = reference_size(named[start:])
        yield named[start : start + size]
        start += size


def object_referred_to(named: Sequence[EntryFact]) -> ObjectId | None:
    """Return what the version that the names begin with is one of; None if they name nothing of that kind."""
    if not named:
        return None
    if is_of_part(named):
        return ObjectId(named[0].id)
    return named[1].object if is_released(named) else named[0].object


def version_referred_to(named: Sequence[EntryFact]) -> EntryId | None:
    """Return the version that the names begin with."""
    if not named:
        return None
    if is_released(named):
        return released_version(named[0].id, named[1].id)
    return part_version(named[0], named[1].id) if is_of_part(named) else named[0].id


def released_version(end: EntryId, join: EntryId) -> EntryId:
    """Return the version of an obligation that the end of a netting round makes, given by which entry it had joined."""
    return EntryId(natural_id("version", end, join))


def part_version(consent: EntryFact, transfer: EntryId) -> EntryId:
    """Return the first version of a part of a receivable.

    By an offer it is called itself. What was paid on a guarantee or drawn on a pool is a version of that already.
    """
    return consent.id if consent.kind == OFFER_BUY else EntryId(natural_id("version", consent.id, transfer))


def head_named(body: Mapping[str, Value]) -> tuple[MemberId, int, EntryId]:
    """Return the end of a feed that a well-formed body names: author, place and id."""
    author, seq, entry = cast("list[tuple[bytes, int, bytes]]", body["heads"])[0]
    return MemberId(author), seq, EntryId(entry)
