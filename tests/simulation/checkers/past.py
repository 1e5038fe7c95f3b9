"""What the records of a book say of one another, told from their bodies alone: who was owed how much at each version.

Written to be obviously right. It shares nothing with the book but the tables of kinds, and how versions are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from tests.simulation.checkers.checker import Broken
from tests.simulation.recount import Recount

from cohong.book.objects import BookObject, Obligation
from cohong.book.transitions import ENDS, PARTS_CALLED_BY, TRANSFERS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_DEFAULT,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    NETTING_APPLY,
    NETTING_JOIN,
)
from cohong.primitives.standing import EntryFact, Record


@dataclass(frozen=True, slots=True)
class Owed:
    """An obligation as one version left it."""

    id: ObjectId
    debtor: MemberId
    holder: MemberId
    amount: int
    outstanding: int
    is_in_default: bool = False


def himself(key: MemberId, fact: EntryFact) -> MemberId:
    """Return who acts for a key where none has been replaced."""
    return key


@dataclass
class Past:
    """Records that are all part of one book.

    Attributes:
        acting: who acts for a key, as of a record.
    """

    records: dict[EntryId, Record]
    acting: Callable[[MemberId, EntryFact], MemberId] = himself
    _owed: dict[tuple[EntryId, ...], Owed] = field(default_factory=dict)

    def of(self, *kinds: str) -> Iterable[EntryFact]:
        """Yield the records of some kinds."""
        return (item.fact for item in self.records.values() if item.fact.kind in kinds)

    def fact(self, entry: EntryId) -> EntryFact:
        """Return what is known of a record."""
        return self.records[entry].fact

    def body(self, entry: EntryId) -> dict[str, Value]:
        """Return what a record says."""
        body = self.records[entry].body
        assert body is not None, "what is applied is in form"
        return body

    def names(self, entry: EntryId) -> tuple[EntryId, ...]:
        """Return what a record names."""
        return names_of(self.body(entry))

    def amount(self, entry: EntryId, what: str = "amount") -> int:
        """Return a sum that a record says."""
        minor = self.body(entry)[what]
        assert isinstance(minor, int), "sums are whole"
        return minor

    def sums(self, entry: EntryId, what: str) -> list[int]:
        """Return the sums that a record says."""
        found = self.body(entry)[what]
        assert isinstance(found, list), "there is a list of them"
        return [minor for minor in found if isinstance(minor, int)]

    def member(self, entry: EntryId, what: str) -> MemberId:
        """Return a member that a record names."""
        key = self.body(entry)[what]
        assert isinstance(key, bytes), "a party is a key"
        return MemberId(key)

    def set_off(self, end: EntryId, join: EntryId) -> int:
        """Return what the end of a round takes off what had joined by an entry."""
        named = self.names(end)[1:]
        is_counted = self.fact(end).kind == NETTING_APPLY and join in named
        return self.sums(end, "set_offs")[named.index(join)] if is_counted else 0

    def earlier(self, entry: EntryId) -> Iterable[EntryId]:
        """Yield what has moved the same guarantee or pool before a record, the last one first, then what began it."""
        while names := self.names(entry):
            entry = names[0]
            yield entry

    def owed(self, version: Sequence[EntryId]) -> Owed:
        """Return an obligation as it stood by the version that some names begin with."""
        first = self.fact(version[0])
        key = tuple(version[: 2 if first.kind in ENDS | PARTS_CALLED_BY else 1])
        if key not in self._owed:
            self._owed[key] = self._counted(first, key)
        return self._owed[key]

    def _counted(self, made: EntryFact, version: tuple[EntryId, ...]) -> Owed:
        if made.kind == CREDIT_PROPOSE:
            amount = self.amount(made.id)
            debtor, creditor = self.member(made.id, "debtor"), self.member(made.id, "creditor")
            return Owed(ObjectId(made.id), debtor, creditor, amount, amount)
        if made.kind in ENDS:
            before = self.owed(version[1:])
            return replace(before, outstanding=before.outstanding - self.set_off(made.id, version[1]))
        if made.kind in PARTS_CALLED_BY:
            before, amount = self.owed(self.names(version[1])), self.amount(made.id)
            return replace(before, id=ObjectId(made.id), holder=made.author, amount=amount, outstanding=amount)
        return self._stepped(made, self.owed(self.names(made.id)))

    def _stepped(self, made: EntryFact, before: Owed) -> Owed:
        if made.kind in (CREDIT_RECEIPT, CREDIT_WRITE_OFF):
            return replace(before, outstanding=before.outstanding - self.amount(made.id))
        if made.kind == CREDIT_RESTRUCTURE:
            amount = self.amount(made.id)
            return replace(before, amount=amount, outstanding=before.outstanding - before.amount + amount)
        if made.kind in TRANSFERS:
            consent = self.names(made.id)[-1]
            gone, author = self.amount(consent), self.fact(consent).author
            if gone < before.outstanding:
                return replace(before, outstanding=before.outstanding - gone)
            return replace(before, holder=author)
        return replace(before, is_in_default=before.is_in_default or made.kind == CREDIT_DEFAULT)

    def joined_round(self, join: EntryId) -> EntryId:
        """Return the announcement of the round that an obligation has joined by an entry."""
        assert self.fact(join).kind == NETTING_JOIN, "nothing else joins"
        return self.names(join)[-2]


def check_owed(past: Past, objects: Iterable[BookObject]) -> None:
    """Check that every obligation is owed to whom, and as much, as its records come to one after the other.

    Raises:
        Broken: 20.
    """
    for item in objects:
        if isinstance(item, Obligation):
            counted = past.owed(item.named_by or (item.version,))
            shown = Owed(
                item.id,
                item.terms.debtor,
                item.holder,
                item.amount_minor,
                item.outstanding_minor,
                counted.is_in_default,
            )
            if shown != counted:
                raise Broken("20", f"obligation {item.id.hex()[:8]} is not what its records come to")


def past_of(records: Iterable[Record], acting: Callable[[MemberId, EntryFact], MemberId] = himself) -> Past:
    """Return the past that some records make."""
    return Past({item.fact.id: item for item in records}, acting)


def counted_past(expected: Recount) -> Past:
    """Return the past that the records make which a recount has applied."""
    applied = (Record(expected.facts[entry], expected.bodies[entry]) for entry in expected.applied)
    return past_of(applied, lambda key, fact: expected.chain.ages[fact.height].replaced.get(key, key))
