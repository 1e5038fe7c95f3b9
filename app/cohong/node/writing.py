"""From a client's wish to the body of a record: which version it moves, and whether the rules allow it now.

Everything is checked before anything is written, so that several records are written all or none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NoReturn, cast

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.book.bodies import FIELDS, malformed_field
from cohong.book.fold import object_of, version_moved
from cohong.book.objects import Obligation, Subject
from cohong.book.question import day_of
from cohong.book.reasons import NoReason
from cohong.book.rules import is_known, reason_against
from cohong.book.transitions import ABOUT_VERSION, HEADED, level_needed
from cohong.node.block_wishes import default_ms
from cohong.node.covers import named_and_said, payments_for
from cohong.node.words import body_of_word
from cohong.primitives.encoding import Value
from cohong.primitives.entry import NAMES_MAX
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_ASSIGN,
    CREDIT_RECEIPT,
    CREDIT_RESTRUCTURE,
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_PAY,
    NETTING_AGREE,
    NETTING_APPLY,
    NETTING_JOIN,
    POOL_CLAIM,
    POOL_DRAW,
)
from cohong.primitives.standing import EntryFact, Level, Record
from cohong.protocol.replica import Replica

NOT_YET = "not-yet"
"""The record it rests on has not been confirmed yet."""

PENDING = "pending"
"""An own record that moves the same version is still being voted on."""

BROUGHT: Final = "obligations"
COVERED: Final = "obligation"
PAID: Final = "paid"
NAMED_BESIDES: Final[dict[str, tuple[str, ...]]] = {
    CREDIT_RECEIPT: ("claim",),
    CREDIT_RESTRUCTURE: ("consent",),
    CREDIT_ASSIGN: ("consent",),
    CREDIT_SUBROGATE: (PAID,),
    GUARANTEE_CALL: (COVERED,),
    GUARANTEE_PAY: ("call",),
    POOL_CLAIM: (COVERED,),
    POOL_DRAW: ("claim",),
    NETTING_AGREE: (BROUGHT,),
    NETTING_JOIN: ("round", "consent"),
    NETTING_APPLY: ("joins",),
}
"""Kind -> fields of a request that become names, in their order: ids of entries, or of the obligations brought."""

_BY_DATE_OF_BLOCK: Final = (NoReason.NO_NOTICE, NoReason.TOO_EARLY)
"""Reasons against a default that a newer block may do away with."""

LISTS: Final = (BROUGHT, "joins", "set_offs")
HEX_FIELDS = ("debtor", "creditor", "beneficiary", "counterparty", "member", "asked", "reader")


@dataclass(frozen=True, slots=True)
class Intent:
    """A record that may be written.

    Attributes:
        about: the object it is about; None for records that stand alone.
    """

    kind: str
    body: dict[str, Value]
    about: ObjectId | None = None


def intents_of(requests: Sequence[WriteRecord], replica: Replica, me: MemberId, now_ms: int) -> list[Intent]:
    """Return what to write for these requests.

    Raises:
        ApiError: one of them is refused; nothing has been written.
    """
    intents, moved = [], set[EntryId]()
    for request in requests:
        word = body_of_word(request, replica, me, now_ms)
        if word is not None:
            intents.append(Intent(request.kind, word))
            continue
        intent = _intent_of(request, replica, now_ms)
        refusal = reason_not_to_write(intent, replica, me, now_ms, moved)
        if refusal is not None:
            _refuse(intent, refusal, replica, now_ms)
        intents.append(intent)
    return intents


def _refuse(intent: Intent, refusal: str, replica: Replica, now_ms: int) -> NoReturn:
    """Raise why a record is not written: a rule, or that it takes a newer block than there is."""
    obligation = replica.workspace.object(intent.about) if intent.about is not None else None
    if refusal in _BY_DATE_OF_BLOCK and isinstance(obligation, Obligation):
        from_ms = default_ms(obligation, replica)
        if from_ms is not None and replica.lineage.time_ms < from_ms < now_ms:
            raise ApiError(ApiErrorCode.WAITS_FOR_BLOCK, str(from_ms - 1))
    raise ApiError(ApiErrorCode.RULE, refusal)


def _intent_of(request: WriteRecord, replica: Replica, now_ms: int) -> Intent:
    body = {name: _value(name, value) for name, value in request.fields.items()}
    if not is_known(request.kind):
        raise ApiError(ApiErrorCode.BAD_REQUEST, f"kind {request.kind}")
    if "evidence" in FIELDS[request.kind]:
        body.setdefault("evidence", [])
    if request.kind not in ABOUT_VERSION:
        return Intent(request.kind, body)
    subject = ObjectId(_id(request.object, "object"))
    found = replica.workspace.object(subject)
    if not isinstance(found, Subject):
        if replica.workspace.fact(EntryId(subject)) is None:
            raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, request.object)
        raise ApiError(ApiErrorCode.RULE, NOT_YET)
    if request.kind == CREDIT_SUBROGATE and isinstance(found, Obligation) and not body.get(PAID):
        body[PAID] = _oldest_payment(found, replica)
    besides = _named_besides(request.kind, body, replica)
    more, said = named_and_said(request.kind, found, besides, replica.workspace, day_of(now_ms))
    names = [*reference_to(found), *besides, *more]
    if request.kind in HEADED and isinstance(found, Obligation):
        body["heads"] = _head_of_debtor(found, replica)
    return Intent(request.kind, {**body, **said, "names": names}, subject)


def _oldest_payment(obligation: Obligation, replica: Replica) -> Value:
    paid = payments_for(obligation, replica.workspace)
    return paid[0].fact.id.hex() if paid else None


def reference_to(found: Subject) -> list[Value]:
    """Return the names by which a record refers to an object as it stands."""
    if isinstance(found, Obligation) and found.named_by:
        return list[Value](found.named_by)
    return [found.version]


def _named_besides(kind: str, body: dict[str, Value], replica: Replica) -> list[Value]:
    """Return what a record names beside its version, taken out of the fields of the request."""
    found = list[Value]()
    for field in NAMED_BESIDES.get(kind, ()):
        value = body.pop(field, None)
        items = value if isinstance(value, list) else [value] if value else []
        found += (
            [_id(item, field) for item in items] if field not in (BROUGHT, COVERED) else _references(items, replica)
        )
    return found


def _references(obligations: Sequence[Value], replica: Replica) -> list[Value]:
    found = [replica.workspace.object(ObjectId(_id(item, BROUGHT))) for item in obligations]
    if not all(isinstance(item, Obligation) for item in found):
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, BROUGHT)
    return [name for item in found if isinstance(item, Obligation) for name in reference_to(item)]


def _head_of_debtor(obligation: Obligation, replica: Replica) -> Value:
    debtor = replica.lineage.rules.holder_of(obligation.terms.debtor)
    end = replica.end_to_name(debtor)
    return [[debtor, end.seq, end.id]] if end is not None else []


def _value(name: str, value: object) -> Value:
    """Return a field of a request as it stands in a body: ids in hex become bytes."""
    if name in HEX_FIELDS:
        return _id(value, name)
    if name == "evidence" and isinstance(value, list):
        return [_id(item, name) for item in value]
    if name in LISTS and isinstance(value, list) and all(type(item) in (int, str) for item in value):
        return cast("list[Value]", value)
    if isinstance(value, float) or (isinstance(value, list) and name != "evidence"):
        raise ApiError(ApiErrorCode.BAD_REQUEST, name)
    if isinstance(value, dict):
        return {str(key): _value(str(key), item) for key, item in value.items()}
    if value is None or isinstance(value, int | str):
        return value
    raise ApiError(ApiErrorCode.BAD_REQUEST, name)


def _id(value: object, name: str) -> bytes:
    try:
        return bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, name) from error


def reason_not_to_write(intent: Intent, replica: Replica, me: MemberId, now_ms: int, moved: set[EntryId]) -> str | None:
    """Return the code of what stands against writing this record now, having noted the version that it moves."""
    field = malformed_field(intent.kind, {**intent.body, "salt": b""})
    if field is not None:
        return f"{NoReason.MALFORMED.value}:{field}"
    names = intent.body.get("names", [])
    named: list[EntryFact] = []
    for name in names if isinstance(names, list) and len(names) <= NAMES_MAX else ():
        fact = replica.workspace.fact(EntryId(name)) if isinstance(name, bytes) else None
        if fact is None:
            raise ApiError(ApiErrorCode.UNKNOWN_ENTRY, name.hex() if isinstance(name, bytes) else "")
        if not fact.applied:
            return NOT_YET
        named.append(fact)
    record = _draft_record(intent, replica, me, now_ms, named)
    if record.fact.moves is not None:
        if record.fact.moves in moved or _is_pending(record.fact.moves, replica, me):
            return PENDING
        moved.add(record.fact.moves)
    reason = reason_against(replica.standings.question(record), replica.lineage.rules)
    return reason.value if reason is not None else None


def _draft_record(intent: Intent, replica: Replica, me: MemberId, now_ms: int, named: Sequence[EntryFact]) -> Record:
    """Return the record as it would be, so that the voters' own rules can be asked about it."""
    head = replica.heads.head(me)
    height = replica.lineage.height
    bare = EntryFact(
        EntryId(bytes(32)), me, head.seq + 1 if head else 0, EntryId(bytes(32)), now_ms, height, intent.kind
    )
    fact = EntryFact(
        bare.id, me, bare.seq, bare.prev, now_ms, height, intent.kind,
        object=object_of(bare, intent.body, named),
        moves=version_moved(bare, named),
    )  # fmt: skip
    return Record(fact, intent.body)


def _is_pending(version: EntryId, replica: Replica, me: MemberId) -> bool:
    own = [fact for fact in replica.workspace.movers(version) if fact.author == me]
    is_below = any(fact.level.stands and fact.level < level_needed(fact.kind) for fact in own)
    return is_below or any(fact.level in (Level.WAITING, Level.CONTESTED) for fact in own)
