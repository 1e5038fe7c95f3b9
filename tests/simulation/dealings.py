"""Records of every kind as somebody might write them about what stands: mostly what the rules allow, at its edges."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from cohong.book.consents import Consent
from cohong.book.disputes import Dispute
from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.objects import BookObject, Endorsement, Obligation, Subject
from cohong.book.rounds import Round
from cohong.book.transitions import ABOUT_VERSION, CONSENTS, HEADED, TRANSITIONS
from cohong.node.writing import reference_to
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_REVOKE,
    CORRECT_PROPOSE,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_CLAIM,
    CREDIT_DEFAULT,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    DISPUTE_ANSWER,
    DISPUTE_OPEN,
    OFFER_BUY,
    OFFER_SELL,
)
from cohong.protocol.replica import Replica

BY_DEBTOR = (CREDIT_CLAIM, CREDIT_AGREE)
BY_CONSENT = (CREDIT_ASSIGN, CREDIT_RESTRUCTURE)
OBJECTIONS = (DISPUTE_OPEN, CORRECT_PROPOSE)
LIKELIER = {CREDIT_ASSIGN: 4, CREDIT_RESTRUCTURE: 4, CREDIT_DEFAULT: 4, OFFER_BUY: 2, CREDIT_AGREE: 2}
"""How much likelier than others what rests on something else: it would else be drawn mostly in vain."""

TOLD_ELSEWHERE = frozenset({CONSENT_REVOKE, ACCESS_RECEIPT})
"""Kinds of which no record is drawn here: those of consents are in `undertakings`."""

TOGETHER = (Round, Guarantee, Pool, Pledge, Consent)
"""What `undertakings` draws records about."""

Names = Sequence[EntryId]


class Shelf(Protocol):
    """The book as somebody knows it who writes."""

    def objects(self) -> list[BookObject]:
        """Return all objects, in an order that does not depend on hashes."""

    def said(self, kind: str, subject: ObjectId) -> list[tuple[EntryId, dict[str, Value]]]:
        """Return the records of a kind about an object that stand, with their bodies."""

    def head(self, member: MemberId) -> list[Value]:
        """Return the end of a feed as a body names it."""


class Ledger(Protocol):
    """Where the objects of a book are."""

    objects: dict[ObjectId, BookObject]


@dataclass(frozen=True)
class Held:
    """The book as a node holds it."""

    ledger: Ledger
    replica: Replica

    def objects(self) -> list[BookObject]:
        return [item for _, item in sorted(self.ledger.objects.items())]

    def said(self, kind: str, subject: ObjectId) -> list[tuple[EntryId, dict[str, Value]]]:
        records = self.replica.workspace.about(subject)
        return [
            (record.fact.id, record.body) for record in records
            if record.fact.kind == kind and record.fact.applied and record.body is not None
        ]  # fmt: skip

    def head(self, member: MemberId) -> list[Value]:
        end = self.replica.end_to_name(member)
        return [[member, end.seq, end.id]] if end is not None else []


@dataclass(frozen=True)
class Dealing:
    """A record that somebody might write."""

    author: MemberId
    kind: str
    body: dict[str, Value]


def dealing(
    chance: random.Random, shelf: Shelf, members: Sequence[MemberId], today: str, *, author: MemberId | None = None
) -> Dealing | None:
    """Return a record about something that stands, mostly by whom the rules allow it; None where there is nothing.

    Args:
        author: who writes it; whoever may, if it is None.
    """
    subjects = [item for item in shelf.objects() if isinstance(item, Subject) and not isinstance(item, TOGETHER)]
    if not subjects:
        return None
    agreed = [(item, kind) for item in subjects for kind in BY_CONSENT if _fresh(shelf, kind, item)]
    if agreed and chance.random() < 0.4:
        found, kind = chance.choice(agreed)
    else:
        parts = [item for item in subjects if isinstance(item, Obligation) and item.part_of is not None]
        found = chance.choice(parts if parts and chance.random() < 0.4 else subjects)
        kind = _kind(chance, found, shelf)
    allowed = _who_may(kind, found, members) if chance.random() < 0.9 else members
    writer = author or chance.choice(allowed)
    body = fields_of(chance, kind, found, members, today)
    names = [*reference_to(found), *_named_besides(chance, kind, found, shelf, body)]
    if kind in HEADED:
        debtor = found.terms.debtor if isinstance(found, Obligation) and chance.random() < 0.95 else writer
        body["heads"] = shelf.head(debtor)
    return Dealing(writer, kind, {**body, "names": list[Value](names)})


def default_of(found: Obligation, shelf: Shelf) -> Dealing:
    """Return the default that the holder records, whether it may yet or not."""
    names = list[Value](reference_to(found))
    return Dealing(found.holder, CREDIT_DEFAULT, {"names": names, "heads": shelf.head(found.terms.debtor)})


def _kind(chance: random.Random, found: Subject, shelf: Shelf) -> str:
    if chance.random() < 0.05:
        return chance.choice(sorted(ABOUT_VERSION - TOLD_ELSEWHERE))
    if isinstance(found, Endorsement):
        return chance.choice(OBJECTIONS)
    possible = [kind for state, kind in TRANSITIONS if state is found.state]
    if isinstance(found, Obligation):
        possible = [kind for kind in possible if kind not in CONSENTS or _consents(shelf, kind, found)]
        possible = [kind for kind in possible if kind != CREDIT_DEFAULT or found.notice is not None]
        possible += OBJECTIONS if chance.random() < 0.3 else ()
    if not possible:
        return chance.choice(OBJECTIONS)
    possible.sort()
    return chance.choices(possible, [LIKELIER.get(kind, 1) for kind in possible])[0]


def _who_may(kind: str, found: Subject, members: Sequence[MemberId]) -> list[MemberId]:
    if isinstance(found, Endorsement):
        return [found.member]
    if kind in OBJECTIONS:
        return sorted(found.parties) if isinstance(found, Obligation) else [found.controller]
    if isinstance(found, Dispute) and kind == DISPUTE_ANSWER:
        return [key for key in found.concerned if key != found.opener] or [found.opener]
    if isinstance(found, Obligation) and kind in BY_DEBTOR:
        return [found.terms.debtor]
    if isinstance(found, Obligation) and kind == OFFER_BUY:
        return [key for key in members if key not in (found.holder, found.terms.debtor)] or list(members)
    return [found.controller]


def fields_of(
    chance: random.Random, kind: str, found: Subject, members: Sequence[MemberId], today: str
) -> dict[str, Value]:
    """Return the fields of a record about something, without its names and heads."""
    other = chance.choice(members)
    said: dict[str, Value] = {"says": "so"}
    match kind:
        case "dispute.open":
            return {**said, "evidence": []}
        case "correct.propose":
            return {**said, "evidence": [], "asked": _asked(chance, found, other)}
        case "dispute.answer" | "credit.notice":
            return said
        case "dispute.close":
            return {**said, "outcome": chance.choice(["resolved", "withdrawn"])}
        case "credit.decline" | "correct.decline":
            return {"reason": ""}
        case _:
            return _money(chance, kind, found, today) if isinstance(found, Obligation) else _anything(kind, today)


def _asked(chance: random.Random, found: Subject, other: MemberId) -> MemberId:
    if chance.random() < 0.1 or not isinstance(found, Obligation | Endorsement):
        return other
    return chance.choice(sorted(found.parties) if isinstance(found, Obligation) else [found.author, found.member])


def _money(chance: random.Random, kind: str, found: Obligation, today: str) -> dict[str, Value]:
    amount: Value = _around(chance, found.written_off_minor if kind == CREDIT_RECOVER else found.outstanding_minor)
    soon = (date.fromisoformat(today) + timedelta(days=chance.choice([-1, 0, 0, 3, 30]))).isoformat()
    if kind in (CREDIT_CLAIM, CREDIT_RECEIPT, CREDIT_RECOVER):
        return {"amount": amount, "value_date": chance.choice([found.due, today, soon]), "method": "", "reference": ""}
    if kind in (CREDIT_AGREE, CREDIT_RESTRUCTURE):
        agreed = chance.choice([found.amount_minor, found.cleared_minor + 1, max(1, found.cleared_minor)])
        due = chance.choice([found.due, found.due, soon, found.terms.issued])
        return {"amount": agreed, "due": due, **({"valid_until": soon} if kind == CREDIT_AGREE else {})}
    if kind == CREDIT_WRITE_OFF:
        return {"amount": amount, "reason": ""}
    if kind in (OFFER_SELL, OFFER_BUY):
        return {"amount": amount, "price": amount, "recourse": chance.random() < 0.5, "valid_until": soon}
    return {}


def _anything(kind: str, today: str) -> dict[str, Value]:
    """Return fields of a kind that cannot be about what it names."""
    if kind in (CREDIT_CLAIM, CREDIT_RECEIPT, CREDIT_RECOVER):
        return {"amount": 1, "value_date": today, "method": "", "reference": ""}
    if kind in (OFFER_SELL, OFFER_BUY):
        return {"amount": 1, "price": 1, "recourse": False, "valid_until": today}
    if kind in (CREDIT_AGREE, CREDIT_RESTRUCTURE):
        return {"amount": 1, "due": today, **({"valid_until": today} if kind == CREDIT_AGREE else {})}
    return {"amount": 1, "reason": ""} if kind == CREDIT_WRITE_OFF else {}


def _around(chance: random.Random, top: int) -> int:
    return max(1, chance.choice([1, top // 2, top // 2, top - 1, top, top, top + 1]))


def _named_besides(
    chance: random.Random, kind: str, found: Subject, shelf: Shelf, body: dict[str, Value]
) -> list[EntryId]:
    """Return what a record names beside the version, and take over what a consent says: mostly one for this version."""
    if kind == CREDIT_RECEIPT and isinstance(found, Obligation):
        claims = shelf.said(CREDIT_CLAIM, found.id)
        return [chance.choice(claims)[0]] if claims and chance.random() < 0.5 else []
    if kind not in CONSENTS:
        return []
    consents, fresh = _consents(shelf, kind, found), _fresh(shelf, kind, found)
    if not consents:
        return []
    consent, says = chance.choice(fresh if fresh and chance.random() < 0.9 else consents)
    if kind == CREDIT_RESTRUCTURE and chance.random() < 0.95:
        body |= {"amount": says["amount"], "due": says["due"]}
    return [consent]


def _consents(shelf: Shelf, kind: str, found: Subject) -> list[tuple[EntryId, dict[str, Value]]]:
    return [item for consent in sorted(CONSENTS[kind]) for item in shelf.said(consent, found.id)]


def _fresh(shelf: Shelf, kind: str, found: Subject) -> list[tuple[EntryId, dict[str, Value]]]:
    """Return the consents for just the version of something that there is."""
    version = reference_to(found)
    return [item for item in _consents(shelf, kind, found) if _names(item[1])[: len(version)] == version]


def _names(body: dict[str, Value]) -> list[Value]:
    names = body["names"]
    assert isinstance(names, list), "what stands is well-formed"
    return names


def misled(dealt: Dealing, others: Sequence[EntryId], chance: random.Random) -> Dealing:
    """Return a record that names another entry in the place of one of its names, or beside them, or leaves one out."""
    names, other = _names(dealt.body), chance.choice(others)
    at = chance.randrange(len(names))
    before, after = names[:at], names[at + 1 :]
    changed: list[Value] = chance.choice([[*before, other, *after], [*names, other], [*before, *after]])
    return replace(dealt, body={**dealt.body, "names": list(dict.fromkeys(changed))})
