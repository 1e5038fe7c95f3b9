"""What people say to one another: motions, votes on them, invitations, the wish for a block. No voter's node judges it.

From a client's wish to the body of an entry, and why it is not written: mostly because it would change nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.book.disputes import Dispute, DisputeState
from cohong.book.guarantees import Pool
from cohong.primitives.device import Device, device_body, device_from_body
from cohong.primitives.encoding import Value
from cohong.primitives.entry import TIME_MS_MAX
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CHAIN_ASK, DEVICE_SET, DISPUTE_OPEN, MEMBER_INVITE, MOTION_PUT, MOTION_VOTE
from cohong.primitives.membership import Invite, invite_body, invite_from_body
from cohong.primitives.motion import (
    Admit,
    Amend,
    Ask,
    Expel,
    Motion,
    MotionVote,
    NameKeeper,
    Question,
    Replace,
    RuleBranch,
    RuleDispute,
    SetFinal,
    SetVoter,
    ask_body,
    motion_body,
    motion_from_body,
    motion_vote_body,
    motion_vote_from_body,
)
from cohong.protocol.chain.plan import plan_of_question
from cohong.protocol.replica import Replica

NO_EFFECT: Final = "no-effect"
"""The motion would change nothing: the member has its vote already, the join is not known, …"""

NO_REASON: Final = "no-reason"
"""The voters decide by why it is put."""

ALREADY_PUT: Final = "already-put"
NOT_A_VOTER: Final = "not-a-voter"
ALREADY_VOTED: Final = "already-voted"
MOTION_ENDED: Final = "motion-ended"

_NO_SALT: Final = bytes(16)
"""In the place of the salt, which is added when the entry is written."""


def body_of_word(request: WriteRecord, replica: Replica, me: MemberId, now_ms: int) -> dict[str, Value] | None:
    """Return the body of an entry of a kind for people, without its salt; None if the kind is no such kind.

    Raises:
        ApiError: it is out of form, or refused.
    """
    make = _MAKERS.get(request.kind)
    if make is None:
        return None
    body = make(request.fields, replica, me, now_ms)
    del body["salt"]
    return body


def motion_of(fields: Mapping[str, Any], replica: Replica, now_ms: int) -> Motion:
    """Return the motion that `fields` ask for.

    Raises:
        ApiError: it is out of form, over before it begins, would change nothing, or is put already.
    """
    question = _question(fields, replica)
    until_ms = _number(fields, "valid_until", TIME_MS_MAX)
    try:
        motion = motion_from_body(motion_body(Motion(question, str(fields.get("reason", "")), until_ms), _NO_SALT))
    except RemoteProtocolError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, str(error)) from error
    _refuse_motion(motion, replica, now_ms)
    return motion


def _refuse_motion(motion: Motion, replica: Replica, now_ms: int) -> None:
    """Say why a motion is not put; nothing if it may be.

    Raises:
        ApiError: the reason.
    """
    if motion.valid_until_ms <= now_ms:
        raise ApiError(ApiErrorCode.RULE, MOTION_ENDED)
    if plan_of_question(motion.question, replica.people, replica.lineage).is_idle or _is_about_nothing(
        motion.question, replica
    ):
        raise ApiError(ApiErrorCode.RULE, NO_EFFECT)
    for identity, (_, put) in replica.people.motions.items():
        if put.question == motion.question and identity not in replica.people.done and put.valid_until_ms > now_ms:
            raise ApiError(ApiErrorCode.RULE, ALREADY_PUT)


def _is_about_nothing(question: Question, replica: Replica) -> bool:
    """Whether whoever is to be expelled is not here, the dispute is over, or the pool has another keeper."""
    members = replica.lineage.members
    if isinstance(question, RuleDispute):
        return not _is_open_dispute(question.dispute, replica)
    if isinstance(question, NameKeeper):
        return _keeper(question.pool, replica) != question.old
    return isinstance(question, Expel) and question.member not in {*members, *replica.people.observers(members)}


def _keeper(pool: EntryId, replica: Replica) -> MemberId | None:
    """Return the key that keeps a pool, None if there is no such pool."""
    found = replica.workspace.object(ObjectId(pool))
    return replica.lineage.rules.keeper_of(found.id, found.keeper) if isinstance(found, Pool) else None


def _name_keeper(fields: Mapping[str, Any], replica: Replica) -> NameKeeper:
    pool = EntryId(_id(fields, "pool"))
    old = _keeper(pool, replica)
    if old is None:
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, pool.hex())
    return NameKeeper(pool, old, MemberId(_id(fields, "member")))


def _is_open_dispute(entry: EntryId, replica: Replica) -> bool:
    """Whether an entry is a dispute that its opener has not closed. It counts from its form alone."""
    fact = replica.workspace.fact(entry)
    if fact is None or fact.kind != DISPUTE_OPEN or fact.object is None:
        return False
    dispute = replica.workspace.object(fact.object)
    return not isinstance(dispute, Dispute) or dispute.state is DisputeState.OPEN


def _motion(fields: Mapping[str, Any], replica: Replica, me: MemberId, now_ms: int) -> dict[str, Value]:
    motion = motion_of(fields, replica, now_ms)
    if not motion.reason.strip():
        raise ApiError(ApiErrorCode.RULE, NO_REASON)
    return motion_body(motion, _NO_SALT)


def _question(fields: Mapping[str, Any], replica: Replica) -> Question:
    match fields.get("ask"):
        case "admit":
            return Admit(EntryId(_id(fields, "join")))
        case "voter":
            return SetVoter(MemberId(_id(fields, "member")), bool(fields.get("vote")))
        case "expel":
            return Expel(MemberId(_id(fields, "member")))
        case "replace":
            return Replace(MemberId(_id(fields, "member")), EntryId(_id(fields, "join")))
        case "charter":
            return Amend(
                tuple(sorted(set(fields.get("currencies", ())))),
                _number(fields, "entries_per_day"), _number(fields, "grace_days"), _number(fields, "stale_days"),
            )  # fmt: skip
        case "final":
            return SetFinal(str(fields.get("rule", "")))
        case "branch":
            branch = EntryId(_id(fields, "branch")) if fields.get("branch") else None
            return RuleBranch(MemberId(_id(fields, "member")), _number(fields, "seq"), branch)
        case "dispute":
            return RuleDispute(EntryId(_id(fields, "dispute")), bool(fields.get("upheld")))
        case "keeper":
            return _name_keeper(fields, replica)
        case other:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"ask {other}")


def _vote(fields: Mapping[str, Any], replica: Replica, me: MemberId, now_ms: int) -> dict[str, Value]:
    vote = MotionVote(EntryId(_id(fields, "motion")), bool(fields.get("yes")))
    _refuse_vote(vote.motion, replica, me, now_ms)
    return motion_vote_body(vote, _NO_SALT)


def _refuse_vote(motion: EntryId, replica: Replica, me: MemberId, now_ms: int) -> None:
    found = replica.people.motions.get(motion)
    if found is None:
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, motion.hex())
    if motion in replica.people.done or found[1].valid_until_ms <= now_ms:
        raise ApiError(ApiErrorCode.RULE, MOTION_ENDED)
    if not replica.is_voter:
        raise ApiError(ApiErrorCode.RULE, NOT_A_VOTER)
    if replica.people.votes.get(motion, {}).get(me):
        raise ApiError(ApiErrorCode.RULE, ALREADY_VOTED)


def refuse_again(kind: str, body: dict[str, Value], replica: Replica, me: MemberId, now_ms: int) -> None:
    """Say why a motion, or a vote on one, is not written a second time; nothing if it may be.

    Raises:
        ApiError: the reason.
    """
    if kind == MOTION_PUT:
        _refuse_motion(motion_from_body({**body, "salt": _NO_SALT}), replica, now_ms)
    else:
        _refuse_vote(motion_vote_from_body({**body, "salt": _NO_SALT}).motion, replica, me, now_ms)


def _invite(fields: Mapping[str, Any], replica: Replica, me: MemberId, now_ms: int) -> dict[str, Value]:
    until_ms = _number(fields, "valid_until", TIME_MS_MAX)
    body = invite_body(Invite(_id(fields, "key"), str(fields.get("role", "")), until_ms), _NO_SALT)
    try:
        invite_from_body(body)
    except RemoteProtocolError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, str(error)) from error
    return body


def _device(fields: Mapping[str, Any], replica: Replica, me: MemberId, now_ms: int) -> dict[str, Value]:
    device = Device(MemberId(_id(fields, "key")), str(fields.get("name", "")).strip(), bool(fields.get("let")))
    body = device_body(device, _NO_SALT)
    try:
        device_from_body(body)
    except RemoteProtocolError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, str(error)) from error
    if device.key not in {item.key for item in replica.people.devices.of(me)} and not device.is_let:
        raise ApiError(ApiErrorCode.RULE, NO_EFFECT)
    if device.key == me or (replica.lineage.was_member(device.key) and device.key not in replica.lineage.members):
        raise ApiError(ApiErrorCode.BAD_REQUEST, "key")
    return body


def _ask(fields: Mapping[str, Any], replica: Replica, me: MemberId, now_ms: int) -> dict[str, Value]:
    return ask_body(Ask(max(now_ms, replica.lineage.time_ms)), _NO_SALT)


_MAKERS: Final[dict[str, Callable[[Mapping[str, Any], Replica, MemberId, int], dict[str, Value]]]] = {
    MOTION_PUT: _motion,
    MOTION_VOTE: _vote,
    MEMBER_INVITE: _invite,
    DEVICE_SET: _device,
    CHAIN_ASK: _ask,
}


def _id(fields: Mapping[str, Any], name: str) -> bytes:
    try:
        identity = bytes.fromhex(fields.get(name, ""))
    except (TypeError, ValueError) as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, name) from error
    if len(identity) != ID_BYTES:
        raise ApiError(ApiErrorCode.BAD_REQUEST, name)
    return identity


def _number(fields: Mapping[str, Any], name: str, most: int = 2**53) -> int:
    value = fields.get(name, 0)
    if type(value) is not int or not 0 <= value <= most:
        raise ApiError(ApiErrorCode.BAD_REQUEST, name)
    return value
