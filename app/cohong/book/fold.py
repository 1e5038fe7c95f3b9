"""What a record makes of the object it is about. Only records that stand and break no rule come here."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from cohong.book.objects import (
    BookObject,
    Claim,
    Endorsement,
    Limit,
    Obligation,
    ObligationState,
    Profile,
    Terms,
    natural_id,
)
from cohong.book.transitions import ABOUT_OBLIGATION, MOVERS, TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_CLAIM, CREDIT_PROPOSE, CREDIT_RECEIPT, ENDORSE_SET, LIMIT_SET, PROFILE_SET
from cohong.primitives.standing import EntryFact, Record


def object_of(fact: EntryFact, body: dict[str, Value], first_named: EntryFact | None) -> ObjectId | None:
    """Return the id of the object that a well-formed record is about; None if it names no obligation it could be about.

    `first_named` is the fact of the first of its names, for the kinds about an obligation.
    """
    if fact.kind in ABOUT_OBLIGATION:
        return first_named.object if first_named is not None else None
    if fact.kind == PROFILE_SET:
        return natural_id("profile", fact.author)
    if fact.kind == LIMIT_SET:
        return natural_id("limit", fact.author, body["counterparty"], body["side"], body["currency"])
    if fact.kind == ENDORSE_SET:
        return natural_id("endorse", fact.author, body["member"])
    return ObjectId(fact.id)


def version_moved(fact: EntryFact, names: tuple[EntryId, ...]) -> EntryId | None:
    """Return the version that the record moves to its next one, if its kind moves any."""
    return names[0] if fact.kind in MOVERS and names else None


def terms_of(body: Mapping[str, Value]) -> Terms:
    """Return the terms in a well-formed body of a proposal."""
    return Terms(
        debtor=MemberId(cast(bytes, body["debtor"])),
        creditor=MemberId(cast(bytes, body["creditor"])),
        amount_minor=cast(int, body["amount"]),
        currency=cast(str, body["currency"]),
        issued=cast(str, body["issued"]),
        due=cast(str, body["due"]),
        grace_days=cast(int, body["grace_days"]),
        reference=cast(str, body["reference"]),
        description=cast(str, body["description"]),
        evidence=tuple(cast("list[bytes]", body["evidence"])),
        assignable=cast(bool, body["assignable"]),
        nettable=cast(bool, body["nettable"]),
        valid_until=cast(str, body["valid_until"]),
    )


def propose(record: Record) -> Obligation:
    """Return the obligation that a `credit.propose` opens."""
    fact, terms = record.fact, terms_of(_body(record))
    return Obligation(ObjectId(fact.id), fact.id, terms, fact.author, terms.creditor, ObligationState.PROPOSED)


def move(obligation: Obligation, record: Record) -> Obligation:
    """Return the obligation's next version: accepted, declined, or with a payment received."""
    fact, body = record.fact, _body(record)
    state = TRANSITIONS[obligation.state, fact.kind]
    if fact.kind != CREDIT_RECEIPT:
        return replace(obligation, version=fact.id, state=state)
    received = obligation.received_minor + cast(int, body["amount"])
    assert received <= obligation.terms.amount_minor, "the rules refuse a receipt above what is outstanding"
    value_date = cast(str, body["value_date"])
    return replace(
        obligation,
        version=fact.id,
        state=ObligationState.SETTLED if received == obligation.terms.amount_minor else state,
        received_minor=received,
        last_received_on=max(value_date, obligation.last_received_on or value_date),
    )


def claim(record: Record) -> Claim:
    """Return the claim that a `credit.claim` makes."""
    fact, body = record.fact, _body(record)
    assert fact.object is not None, "a claim that stands is about an obligation"
    return Claim(
        ObjectId(fact.id),
        fact.id,
        fact.object,
        fact.author,
        cast(int, body["amount"]),
        cast(str, body["value_date"]),
        cast(str, body["method"]),
        cast(str, body["reference"]),
    )


def latest(record: Record) -> Profile | Limit | Endorsement:
    """Return what a `….set` record says; whether it is the latest of its feed is for the caller to see."""
    fact, body = record.fact, _body(record)
    assert fact.object is not None, "a record of these kinds always has an object"
    if fact.kind == PROFILE_SET:
        names, identifiers = cast("dict[str, str]", body["name"]), cast("dict[str, str]", body["identifiers"])
        return Profile(
            fact.object, fact.id, fact.author, fact.seq, cast(str, body["kind"]),
            tuple(sorted(names.items())), cast(str, body["place"]), tuple(sorted(identifiers.items())),
        )  # fmt: skip
    if fact.kind == LIMIT_SET:
        return Limit(
            fact.object, fact.id, fact.author, fact.seq, MemberId(cast(bytes, body["counterparty"])),
            cast(str, body["side"]), cast(str, body["currency"]), cast(int, body["amount"]),
            cast(int, body["terms_days"]), cast(str, body["until"]), cast(bool, body["auto_accept"]),
        )  # fmt: skip
    return Endorsement(
        fact.object, fact.id, fact.author, fact.seq, MemberId(cast(bytes, body["member"])),
        cast(int, body["score"]), cast(str, body["comment"]),
    )  # fmt: skip


def apply(record: Record, current: BookObject | None) -> BookObject | None:
    """Return the object after `record`, or None if the record changes nothing (an older `….set`).

    `current` is the object that the record is about as it stands: the obligation for the kinds that move one, the
    latest for the `….set` kinds, None for what is new.
    """
    kind = record.fact.kind
    if kind == CREDIT_PROPOSE:
        return propose(record)
    if kind == CREDIT_CLAIM:
        return claim(record)
    if kind in MOVERS:
        assert isinstance(current, Obligation), "a version that stands has an obligation"
        return move(current, record)
    if isinstance(current, Profile | Limit | Endorsement) and current.seq > record.fact.seq:
        return None
    return latest(record)


def fold_all(records: Iterable[Record]) -> dict[ObjectId, BookObject]:
    """Return the objects of records that are all part of the book, in whatever order these come."""
    objects: dict[ObjectId, BookObject] = {}
    waiting: dict[EntryId, list[Record]] = {}
    for record in records:
        ready = [record]
        while ready:
            item = ready.pop()
            current, moved = objects.get(_subject(item)), item.fact.moves
            if moved is not None and (current is None or current.version != moved):
                waiting.setdefault(moved, []).append(item)
            elif (folded := apply(item, current)) is not None:
                objects[folded.id] = folded
                ready += waiting.pop(folded.version, ())
    assert not waiting, "what is part of the book rests on what is part of it"
    return objects


def _subject(record: Record) -> ObjectId:
    assert record.fact.object is not None, "a record of a known kind is about an object"
    return record.fact.object


def _body(record: Record) -> dict[str, Value]:
    assert record.body is not None, "a record that stands has a body"
    return record.body
