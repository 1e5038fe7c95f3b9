"""Invariants 18 to 20, of a book that has been counted by the letter."""

from collections import Counter
from collections.abc import Iterator

from tests.simulation.checkers.checker import Broken
from tests.simulation.recount import Recount

from cohong.book.objects import Claim, Obligation
from cohong.book.transitions import level_needed
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import (
    CREDIT_ASSIGN,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    NETTING_APPLY,
)

USE_UP = (CREDIT_ASSIGN, CREDIT_RESTRUCTURE)
"""Kinds of which each uses up the consent that it names last."""


def check_book(expected: Recount) -> None:
    """Check what the book never shows.

    Raises:
        Broken: 18, 19 or 20.
    """
    for entry in expected.applied:
        level = expected.levels[entry]
        if not level.stands or level < level_needed(expected.facts[entry].kind):
            raise Broken("18", f"{entry.hex()[:8]} is applied at {level.name}")
        if not expected.applied.issuperset(_names(entry, expected)):
            raise Broken("18", f"{entry.hex()[:8]} is applied on what is not")
    _check_once(expected)
    for item in expected.objects.values():
        if isinstance(item, Obligation):
            _check_sums(item, expected)
        if isinstance(item, Claim) and not isinstance(expected.objects[item.obligation], Obligation):
            raise Broken("20", f"claim {item.id.hex()[:8]} is on nothing")


def _check_once(expected: Recount) -> None:
    moved = [expected.facts[entry].moves for entry in expected.applied if expected.facts[entry].moves is not None]
    if len(moved) != len(set(moved)):
        raise Broken("19", "a version has been moved twice")
    used = [_names(entry, expected)[-1] for entry in expected.applied if expected.facts[entry].kind in USE_UP]
    if len(used) != len(set(used)):
        raise Broken("19", "a consent has been used twice")


def _check_sums(item: Obligation, expected: Recount) -> None:
    """Check that an obligation says what its records say, that nothing is negative, and that its parts add up."""
    moved, parts = _moved(item, expected), expected.parts_of(item.id)
    shown = (item.received_minor, item.written_off_minor, item.assigned_minor, item.set_off_minor)
    counted = (
        moved[CREDIT_RECEIPT] + moved[CREDIT_RECOVER],
        moved[CREDIT_WRITE_OFF] - moved[CREDIT_RECOVER],
        sum(part.terms.amount_minor for part in parts),
        moved[NETTING_APPLY],
    )
    if shown != counted or item.amount_minor != sum(shown) + item.outstanding_minor:
        raise Broken("20", f"obligation {item.id.hex()[:8]} does not add up")
    if min(*shown, item.outstanding_minor) < 0:
        raise Broken("20", f"obligation {item.id.hex()[:8]} is below zero")
    if any(part.terms.currency != item.terms.currency for part in parts):
        raise Broken("20", f"parts of {item.id.hex()[:8]} are in another currency")
    begun = {item.part_of} if item.part_of is not None else set()
    if not expected.objects.keys() >= begun or not expected.applied.issuperset(item.named_by or (item.version,)):
        raise Broken("20", f"obligation {item.id.hex()[:8]} rests on nothing")


def _moved(item: Obligation, expected: Recount) -> Counter[str]:
    """Return by how much each kind of record has moved an obligation."""
    moved = Counter[str]()
    for entry in expected.applied:
        fact, body = expected.facts[entry], expected.bodies[entry]
        if fact.object == item.id and body is not None and isinstance(body.get("amount"), int):
            moved[fact.kind] += _whole(body["amount"])
        if fact.kind == NETTING_APPLY:
            moved[NETTING_APPLY] += sum(amount for of, amount in _set_off(entry, expected) if of == item.id)
    return moved


def _set_off(result: EntryId, expected: Recount) -> Iterator[tuple[bytes | None, int]]:
    """Yield what the result of a netting round takes off, and off what."""
    body = expected.bodies[result]
    amounts = body["set_offs"] if body is not None else []
    assert isinstance(amounts, list), "what stands is well-formed"
    for join, amount in zip(_names(result, expected)[1:], amounts, strict=True):
        yield expected.facts[join].object, _whole(amount)


def _whole(value: Value) -> int:
    assert isinstance(value, int), "amounts are whole"
    return value


def _names(entry: EntryId, expected: Recount) -> tuple[EntryId, ...]:
    return names_of(expected.bodies[entry] or {})
