"""Consents: each reading was by whom it had been allowed to, in time; only who has given one takes it back."""

from __future__ import annotations

from collections.abc import Iterable

from tests.simulation.checkers.checker import Broken
from tests.simulation.checkers.past import Past

from cohong.book.consents import Consent, ConsentState
from cohong.book.objects import BookObject
from cohong.book.question import day_of
from cohong.primitives.ids import ObjectId
from cohong.primitives.kinds import ACCESS_RECEIPT, CONSENT_REVOKE


def check_consents(past: Past, objects: Iterable[BookObject]) -> None:
    """Check every reading and every consent.

    Raises:
        Broken: 19.
    """
    for reading in past.of(ACCESS_RECEIPT):
        (given,) = past.names(reading.id)
        if reading.author != past.acting(past.member(given, "reader"), reading):
            raise Broken("19", f"{reading.id.hex()[:8]} is by somebody who was not allowed to read")
        if day_of(reading.time_ms) > str(past.body(given)["until"]):
            raise Broken("19", f"{reading.id.hex()[:8]} is of a time at which nobody was allowed to read")
    revoked = set()
    for fact in past.of(CONSENT_REVOKE):
        (given,) = past.names(fact.id)
        revoked.add(ObjectId(given))
        if fact.author != past.acting(past.fact(given).author, fact):
            raise Broken("19", f"{fact.id.hex()[:8]} takes back what somebody else has given")
    for item in objects:
        if isinstance(item, Consent) and (item.id in revoked) != (item.state is ConsentState.REVOKED):
            raise Broken("19", f"consent {item.id.hex()[:8]} is not what its records come to")
