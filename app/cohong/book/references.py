"""How a record refers to the version that it is about.

A version is named by the id of the entry that made it. A part of a receivable begins as an entry of the seller that
also leaves the rest to it. So a part is called by the offer by which it was bought: until it has been moved itself, its
version is referred to by two names, that offer and the assignment. Everywhere else one name is enough.
"""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_ASSIGN, OFFER_BUY
from cohong.primitives.standing import EntryFact

_PART: Final = (OFFER_BUY, CREDIT_ASSIGN)


def reference_size(named: Sequence[EntryFact]) -> int:
    """Return how many of the names, from the first, say which version a record is about."""
    return 2 if is_of_part(named) else 1


def is_of_part(named: Sequence[EntryFact]) -> bool:
    """Return whether the names begin with a part of a receivable, as it was bought."""
    return tuple(fact.kind for fact in named[:2]) == _PART


def object_referred_to(named: Sequence[EntryFact]) -> ObjectId | None:
    """Return what the version that the names begin with is one of; None if they name nothing of that kind."""
    if not named:
        return None
    return ObjectId(named[0].id) if is_of_part(named) else named[0].object


def head_named(body: Mapping[str, Value]) -> tuple[MemberId, int, EntryId]:
    """Return the end of a feed that a well-formed body names: author, place and id."""
    author, seq, entry = cast("list[tuple[bytes, int, bytes]]", body["heads"])[0]
    return MemberId(author), seq, EntryId(entry)


def version_referred_to(named: Sequence[EntryFact]) -> EntryId | None:
    """Return the version that the names begin with."""
    return named[0].id if named else None
