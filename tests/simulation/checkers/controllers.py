"""Invariant 19: each version was moved by the one party that controlled it, told from what the records name alone."""

from __future__ import annotations

from tests.simulation.checkers.checker import Broken
from tests.simulation.recount import Recount

from cohong.book.transitions import ENDS, MOVERS, PARTS_CALLED_BY, TRANSFERS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    CORRECT_PROPOSE,
    CREDIT_ACCEPT,
    CREDIT_DECLINE,
    CREDIT_PROPOSE,
    DISPUTE_OPEN,
    GUARANTEE_PAY,
    NETTING_ANNOUNCE,
    POOL_DRAW,
)

OF_COVERS = (GUARANTEE_PAY, POOL_DRAW)
"""Kinds that move a guarantee or a pool."""

OPENED_BY = (DISPUTE_OPEN, NETTING_ANNOUNCE)
"""Kinds whose author controls what they open."""


def check_controllers(expected: Recount) -> None:
    """Check every record that is applied and moves something.

    Raises:
        Broken: 19.
    """
    for entry in expected.applied:
        fact = expected.facts[entry]
        if fact.kind not in MOVERS or fact.kind in OF_COVERS:
            continue
        controller = _controller(entry, expected)
        age = expected.chain.ages[fact.height]
        if fact.author != age.replaced.get(controller, controller):
            raise Broken("19", f"{entry.hex()[:8]} moves what its author does not control")


def _controller(entry: EntryId, expected: Recount) -> MemberId:
    """Return who controls the version that a record moves."""
    version = _names(entry, expected)
    opener = expected.facts[version[0]]
    if opener.kind in OPENED_BY:
        return opener.author
    if opener.kind == CORRECT_PROPOSE:
        return _member(_body(opener.id, expected)["asked"])
    if expected.facts[entry].kind not in (CREDIT_ACCEPT, CREDIT_DECLINE):
        return _holder(version, expected)
    terms = _body(opener.id, expected)
    return _member(terms["creditor"] if terms["debtor"] == opener.author else terms["debtor"])


def _holder(version: tuple[EntryId, ...], expected: Recount) -> MemberId:
    """Return to whom it is owed, by the version that some names begin with."""
    while True:
        made = expected.facts[version[0]]
        names = _names(made.id, expected)
        if made.kind == CREDIT_PROPOSE:
            return _member(_body(made.id, expected)["creditor"])
        if made.kind in PARTS_CALLED_BY:
            return made.author
        if made.kind in TRANSFERS and ObjectId(names[-1]) not in expected.objects:
            return expected.facts[names[-1]].author  # all of it went over
        version = _names(version[1], expected) if made.kind in ENDS else names


def _names(entry: EntryId, expected: Recount) -> tuple[EntryId, ...]:
    return names_of(_body(entry, expected))


def _body(entry: EntryId, expected: Recount) -> dict[str, Value]:
    body = expected.bodies[entry]
    assert body is not None, "what is applied is in form"
    return body


def _member(value: Value) -> MemberId:
    assert isinstance(value, bytes), "a party is a key"
    return MemberId(value)
