"""What a record makes: the first version of an object, the next one, or a word about it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, cast

from cohong.book.consents import Consent, ConsentState
from cohong.book.dispute_rules import concerned
from cohong.book.disputes import Correction, CorrectionState, Dispute, DisputeState
from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.objects import (
    Claim,
    Endorsement,
    LatestObject,
    Limit,
    MovedObject,
    Obligation,
    ObligationState,
    Offer,
    Profile,
    Revision,
    Terms,
    WordObject,
    natural_id,
)
from cohong.book.question import Question, day_of
from cohong.book.references import part_version, released_version
from cohong.book.rounds import Round, RoundState
from cohong.book.transitions import COMPLETED, TRANSFERS, TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import (
    CONSENT_GRANT,
    CORRECT_PROPOSE,
    CREDIT_CLAIM,
    CREDIT_NOTICE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    GUARANTEE_GRANT,
    LIMIT_SET,
    NETTING_ANNOUNCE,
    NETTING_APPLY,
    NETTING_JOIN,
    OFFER_BUY,
    OFFER_SELL,
    POOL_CREATE,
    POOL_PLEDGE,
    PROFILE_SET,
)
from cohong.primitives.standing import EntryFact, Record


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
        evidence=_evidence(body),
        assignable=cast(bool, body["assignable"]),
        nettable=cast(bool, body["nettable"]),
        valid_until=cast(str, body["valid_until"]),
    )


def _evidence(body: Mapping[str, Value]) -> tuple[bytes, ...]:
    return tuple(cast("list[bytes]", body["evidence"]))


def propose(record: Record) -> Obligation:
    """Return the obligation that a `credit.propose` opens."""
    fact, terms = record.fact, terms_of(_body(record))
    return Obligation(ObjectId(fact.id), fact.id, terms, fact.author, terms.creditor, ObligationState.PROPOSED)


def open_object(question: Question) -> MovedObject:
    """Return the object that a record of one of `OPENERS` begins."""
    record, fact, body, subject = question.record, question.record.fact, _body(question.record), question.version
    if fact.kind == CREDIT_PROPOSE:
        return propose(record)
    if fact.kind == NETTING_ANNOUNCE:
        return Round(
            ObjectId(fact.id), fact.id, fact.author, cast(str, body["currency"]), cast(str, body["due_until"]),
            cast(str, body["ends"]), cast(str, body["says"]),
        )  # fmt: skip
    if fact.kind in (GUARANTEE_GRANT, POOL_CREATE):
        return _cover(record)
    if fact.kind == CONSENT_GRANT:
        return Consent(
            ObjectId(fact.id), fact.id, fact.author, MemberId(cast(bytes, body["reader"])), cast(str, body["scope"]),
            cast(str, body["purpose"]), cast(str, body["until"]), cast(str, body["says"]),
        )  # fmt: skip
    assert subject is not None, "what stands is about something"
    if fact.kind == POOL_PLEDGE:
        return Pledge(
            ObjectId(fact.id), fact.id, subject.id, fact.author, cast(int, body["cap"]), cast(str, body["until"])
        )  # fmt: skip
    about, version, says = subject.id, subject.version, cast(str, body["says"])
    if fact.kind == CORRECT_PROPOSE:
        return Correction(
            ObjectId(fact.id), fact.id, about, version, fact.author, MemberId(cast(bytes, body["asked"])), says,
            _evidence(body), fact.time_ms,
        )  # fmt: skip
    return Dispute(
        ObjectId(fact.id), fact.id, about, version, fact.author, concerned(subject), says, _evidence(body)
    )  # fmt: skip


def _cover(record: Record) -> Guarantee | Pool:
    fact, body = record.fact, _body(record)
    if fact.kind == POOL_CREATE:
        return Pool(ObjectId(fact.id), fact.id, fact.author, cast(str, body["name"]), cast(str, body["currency"]))
    return Guarantee(
        ObjectId(fact.id), fact.id, fact.author, MemberId(cast(bytes, body["debtor"])),
        MemberId(cast(bytes, body["beneficiary"])), cast(str, body["currency"]), cast(int, body["cap"]),
        cast(str, body["until"]), cast(str, body["says"]),
    )  # fmt: skip


def move(version: MovedObject, question: Question) -> MovedObject:
    """Return an object's next version, as the record of a question makes it."""
    record, consent = question.record, question.consent
    fact, body = record.fact, _body(record)
    if isinstance(version, Guarantee | Pool | Pledge):
        return _cover_used(version, question)
    if isinstance(version, Round):
        return replace(version, version=fact.id, state=cast(RoundState, TRANSITIONS[version.state, fact.kind]))
    if isinstance(version, Dispute):
        return replace(version, version=fact.id, state=DisputeState.CLOSED, outcome=cast(str, body["outcome"]))
    if isinstance(version, Correction):
        return replace(version, version=fact.id, state=cast(CorrectionState, TRANSITIONS[version.state, fact.kind]))
    if isinstance(version, Consent):
        return replace(version, version=fact.id, state=cast(ConsentState, TRANSITIONS[version.state, fact.kind]))
    state = cast(ObligationState, TRANSITIONS[version.state, fact.kind])
    # Whatever moves it makes a version of one name, and one that is bound to a round no more.
    moved = replace(version, version=fact.id, state=state, named_by=(), locked_in=None, locked_by=None)
    change = _CHANGES.get(fact.kind)
    moved = moved if change is None else change(moved, fact, body)
    if fact.kind in TRANSFERS:
        assert consent is not None, "a transfer that stands names the consent of whom it is to"
        moved = _transferred(moved, consent)
    if fact.kind == NETTING_JOIN:
        moved = _joined(moved, question)
    assert moved.outstanding_minor >= 0, "the rules refuse whatever is above what is outstanding"
    completed = COMPLETED.get((version.state, fact.kind))
    return replace(moved, state=completed) if completed is not None and moved.outstanding_minor == 0 else moved


def _received(version: Obligation, fact: EntryFact, body: dict[str, Value]) -> Obligation:
    value_date = cast(str, body["value_date"])
    received = version.received_minor + cast(int, body["amount"])
    last = max(value_date, version.last_received_on or value_date)
    return replace(version, received_minor=received, last_received_on=last)


def _recovered(version: Obligation, fact: EntryFact, body: dict[str, Value]) -> Obligation:
    given_up = version.written_off_minor - cast(int, body["amount"])
    return replace(_received(version, fact, body), written_off_minor=given_up)


def _written_off(version: Obligation, fact: EntryFact, body: dict[str, Value]) -> Obligation:
    return replace(version, written_off_minor=version.written_off_minor + cast(int, body["amount"]))


def _restructured(version: Obligation, fact: EntryFact, body: dict[str, Value]) -> Obligation:
    revision = Revision(cast(int, body["amount"]), cast(str, body["due"]))
    # A notice was of the terms that it was given for.
    return replace(version, revision=revision, notice=None)


def _noticed(version: Obligation, fact: EntryFact, body: dict[str, Value]) -> Obligation:
    return replace(version, notice=fact.id)


_CHANGES: Final[dict[str, Callable[[Obligation, EntryFact, dict[str, Value]], Obligation]]] = {
    CREDIT_RECEIPT: _received,
    CREDIT_RECOVER: _recovered,
    CREDIT_WRITE_OFF: _written_off,
    CREDIT_RESTRUCTURE: _restructured,
    CREDIT_NOTICE: _noticed,
}
"""What a kind changes beside the state; a kind that is missing changes nothing else."""


def _transferred(version: Obligation, consent: Record) -> Obligation:
    amount = cast(int, _body(consent)["amount"])
    if amount < version.outstanding_minor:
        return replace(version, assigned_minor=version.assigned_minor + amount)
    return replace(version, holder=consent.fact.author, recourse_to=_recourse_to(version, consent))


def _recourse_to(version: Obligation, consent: Record) -> MemberId | None:
    # Who has paid on a guarantee can turn to nobody but the debtor.
    return version.holder if _body(consent).get("recourse", False) else None


def _cover_used(version: Guarantee | Pool | Pledge, question: Question) -> Guarantee | Pool | Pledge:
    """Return a guarantee after a payment on it, or a pool after a draw."""
    fact, body, consent = question.record.fact, _body(question.record), question.consent
    assert consent is not None and not isinstance(version, Pledge), "what uses cover up answers a call or a claim"
    answered = (*version.answered, consent.fact.id)
    if isinstance(version, Guarantee):
        paid = version.paid_minor + cast(int, body["amount"])
        return replace(version, version=fact.id, paid_minor=paid, answered=answered)
    obligation = next(item for item in question.others if isinstance(item, Obligation))
    pledges = [item for item in question.others if isinstance(item, Pledge)]
    drawn = version.drawn_on(pledges, cast("list[int]", body["shares"]), obligation.terms.debtor)
    return replace(drawn, version=fact.id, answered=answered)


def _joined(version: Obligation, question: Question) -> Obligation:
    round_ = question.others[0]
    assert isinstance(round_, Round), "what joins a round names it"
    return replace(version, locked_in=round_.id, locked_by=round_.coordinator)


def released(joined: Obligation, end: Record) -> Obligation:
    """Return what the end of a netting round makes of an obligation that had joined it: less, or just free again."""
    fact, body, join = end.fact, _body(end), joined.version
    set_off = 0
    if fact.kind == NETTING_APPLY and join in (names := names_of(body)):
        set_off = cast("list[int]", body["set_offs"])[names.index(join) - 1]
    day = day_of(fact.time_ms)
    free = replace(
        joined,
        version=released_version(fact.id, join),
        named_by=(fact.id, join),
        locked_in=None,
        locked_by=None,
        set_off_minor=joined.set_off_minor + set_off,
        last_received_on=max(day, joined.last_received_on or day) if set_off else joined.last_received_on,
    )
    completed = COMPLETED.get((joined.state, CREDIT_RECEIPT))
    return replace(free, state=completed) if completed is not None and free.outstanding_minor == 0 else free


def part_of(before: Obligation, transfer: Record, consent: Record) -> Obligation | None:
    """Return the obligation that a part begins as, None where all that was outstanding goes over.

    It is called by the consent: the offer by which it was bought, or what was paid for it. It begins as what it is a
    part of stood, without its history.

    Args:
        before: the version that it was taken from.
        transfer: the assignment, or what puts a guarantor in the holder's place.
        consent: of whom it goes to.
    """
    body = _body(consent)
    amount = cast(int, body["amount"])
    if amount >= before.outstanding_minor:
        return None
    return Obligation(
        id=ObjectId(consent.fact.id),
        version=part_version(consent.fact, transfer.fact.id),
        terms=replace(before.terms, amount_minor=amount, due=before.due),
        proposer=before.proposer,
        holder=consent.fact.author,
        state=before.state,
        recourse_to=_recourse_to(before, consent),
        part_of=before.id,
        named_by=(consent.fact.id, transfer.fact.id),
    )


def word_of(record: Record, version: MovedObject) -> WordObject | None:
    """Return the object that a record of one of `WORDS` makes, None where the record itself says all."""
    fact, body = record.fact, _body(record)
    if fact.kind == CREDIT_CLAIM:
        return Claim(
            word_id(fact), fact.id, version.id, fact.author, cast(int, body["amount"]), cast(str, body["value_date"]),
            cast(str, body["method"]), cast(str, body["reference"]),
        )  # fmt: skip
    if fact.kind not in (OFFER_SELL, OFFER_BUY):
        return None
    return Offer(
        word_id(fact), fact.id, version.id, version.version, fact.author, fact.kind.removeprefix("offer."),
        cast(int, body["amount"]), cast(int, body["price"]), cast(bool, body["recourse"]),
        cast(str, body["valid_until"]),
    )  # fmt: skip


def word_id(fact: EntryFact) -> ObjectId:
    """Return the id of the object that a record of one of `WORDS` makes, if it makes any.

    By the id of an offer to buy the part is called that is bought by it.
    """
    return natural_id("offer", fact.id) if fact.kind == OFFER_BUY else ObjectId(fact.id)


def latest(record: Record) -> LatestObject:
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
    return endorsement(record)


def endorsement(record: Record) -> Endorsement:
    """Return what an `endorse.set` says: also one that is not the latest may be objected to."""
    fact, body = record.fact, _body(record)
    assert fact.object is not None, "a well-formed endorsement is about somebody"
    return Endorsement(
        fact.object, fact.id, fact.author, fact.seq, MemberId(cast(bytes, body["member"])),
        cast(int, body["score"]), cast(str, body["comment"]),
    )  # fmt: skip


def _body(record: Record) -> dict[str, Value]:
    assert record.body is not None, "a record that stands has a body"
    return record.body
