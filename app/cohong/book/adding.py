"""What each record adds to what is outstanding, so that a figure can be followed down to the records behind it."""

from collections.abc import Container, Iterable, Mapping
from typing import Final, cast

from cohong.book.transitions import PARTS_CALLED_BY, TRANSFERS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    NETTING_APPLY,
    NETTING_JOIN,
)
from cohong.primitives.standing import Record

_TAKES_OFF: Final = (CREDIT_RECEIPT, CREDIT_WRITE_OFF)


def added_by(records: Iterable[Record], subject: ObjectId) -> dict[EntryId, int]:
    """Return what each record adds to what is outstanding of an obligation, in minor units; 0s are left out.

    Recovered money adds nothing: it was not outstanding any more.

    Args:
        records: those that are applied, each after what it names; of a part also the transfer by which it came about,
            what was paid for it by others, and the results of the netting rounds that it took part in.
    """
    added: dict[EntryId, int] = {}
    consents: dict[EntryId, Mapping[str, Value]] = {}
    joins: set[EntryId] = set()
    amount = 0
    for record in records:
        fact, body = record.fact, _body(record)
        if fact.kind == CREDIT_PROPOSE or (fact.kind in PARTS_CALLED_BY and bytes(fact.id) == subject):
            amount = added[fact.id] = cast(int, body["amount"])
        elif fact.kind == NETTING_APPLY:
            added[fact.id] = -_set_off(body, joins)
        elif fact.kind in PARTS_CALLED_BY:
            consents[fact.id] = body
        elif fact.object != subject:
            continue
        elif fact.kind == NETTING_JOIN:
            joins.add(fact.id)
        elif fact.kind in _TAKES_OFF:
            added[fact.id] = -cast(int, body["amount"])
        elif fact.kind == CREDIT_RESTRUCTURE:
            added[fact.id], amount = cast(int, body["amount"]) - amount, cast(int, body["amount"])
        elif fact.kind in TRANSFERS:
            gone = next((cast(int, consents[name]["amount"]) for name in names_of(body) if name in consents), 0)
            added[fact.id] = -gone if gone < sum(added.values()) else 0
    return {entry: minor for entry, minor in added.items() if minor}


def _set_off(body: dict[str, Value], joins: Container[EntryId]) -> int:
    """Return how much the result of a netting round takes off an obligation, by the entries by which it has joined."""
    _, *named = names_of(body)
    set_offs = cast("list[int]", body["set_offs"])
    return sum(minor for join, minor in zip(named, set_offs, strict=True) if join in joins)


def _body(record: Record) -> dict[str, Value]:
    assert record.body is not None, "a record that stands has a body"
    return record.body
