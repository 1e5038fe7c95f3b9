"""Invariant 19: each version was moved by the one party that controlled it, told from what the records name alone."""

from __future__ import annotations

from tests.simulation.checkers.checker import Broken
from tests.simulation.checkers.past import Past, counted_past
from tests.simulation.recount import Recount

from cohong.book.transitions import MOVERS
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import (
    CONSENT_GRANT,
    CORRECT_PROPOSE,
    CREDIT_ACCEPT,
    CREDIT_DECLINE,
    DISPUTE_OPEN,
    GUARANTEE_PAY,
    NETTING_ANNOUNCE,
    POOL_DRAW,
)
from cohong.primitives.standing import EntryFact

OF_COVERS = (GUARANTEE_PAY, POOL_DRAW)
"""Kinds that move a guarantee or a pool."""

OPENED_BY = (DISPUTE_OPEN, NETTING_ANNOUNCE, CONSENT_GRANT)
"""Kinds whose author controls what they open."""


def check_controllers(expected: Recount) -> None:
    """Check every record that is applied and moves something.

    Raises:
        Broken: 19.
    """
    past = counted_past(expected)
    for fact in past.of(*MOVERS):
        if fact.author != past.acting(_controller(fact, past), fact):
            raise Broken("19", f"{fact.id.hex()[:8]} moves what its author does not control")


def _controller(mover: EntryFact, past: Past) -> MemberId:
    """Return who controls the version that a record moves."""
    version = past.names(mover.id)
    opener = past.fact(version[0])
    if mover.kind in OF_COVERS:
        return past.fact(list(past.earlier(mover.id))[-1]).author
    if opener.kind in OPENED_BY:
        return opener.author
    if opener.kind == CORRECT_PROPOSE:
        return past.member(opener.id, "asked")
    owed = past.owed(version)
    if mover.kind not in (CREDIT_ACCEPT, CREDIT_DECLINE):
        return owed.holder
    return owed.holder if owed.debtor == opener.author else owed.debtor
