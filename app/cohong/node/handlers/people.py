"""Motions, invitations, and the charter chain, as people see them."""

import heapq
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any, Final, TypeVar

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.invitation import SEED_BYTES, Seat, invitation_text
from cohong.api.requests import MakeInvite, NoParams, OfInvite, PutMotion, VoteOnMotion, WriteRecord
from cohong.api.views import (
    ChainStatus,
    InviteMade,
    InviteView,
    JoinView,
    MotionView,
    MotionVoter,
    Thresholds,
    Written,
)
from cohong.book.guarantees import Pool
from cohong.crypto.signing import SigningKey
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.engine import now_ms
from cohong.node.service import NodeService
from cohong.node.words import NO_EFFECT, motion_of
from cohong.primitives.charter import Charter
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CHAIN_ASK, MEMBER_INVITE, MOTION_PUT, MOTION_VOTE
from cohong.primitives.membership import Invite
from cohong.primitives.motion import (
    Admit,
    Amend,
    Expel,
    Motion,
    NameKeeper,
    Question,
    Replace,
    RuleBranch,
    RuleDispute,
    SetFinal,
    SetVoter,
    join_of,
)
from cohong.primitives.standing import Level
from cohong.protocol.chain.chain import PRESENT_MS
from cohong.protocol.chain.people import People, is_withdrawal
from cohong.protocol.chain.people import Written as Place
from cohong.protocol.chain.plan import plan_of_question
from cohong.protocol.quorum import confirmed_size, level_size

DAY_MS: Final = 86_400_000
DAYS_MAX: Final = 365
TOLD_MAX: Final = 1_000
"""Joins, invitations, and motions, in an answer: with 100,000 of them it would be larger than an answer may be."""

Given = TypeVar("Given", bound=tuple[Place, Any])
"""Something that people have written, behind where they did."""


def people_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `motion.*`, `invite.*` and `chain.*`."""

    async def write(kind: str, fields: dict[str, Any], key: str = "") -> Written:
        written = await service.in_network().engine.write([WriteRecord(kind=kind, fields=fields)], key=key)
        return written[0]

    async def preview(params: PutMotion) -> MotionView:
        return await service.in_network().engine.call(lambda desk: _preview(_fields_of(params), desk))

    async def put(params: PutMotion) -> Written:
        return await write(MOTION_PUT, _fields_of(params), params.key)

    async def vote(params: VoteOnMotion) -> Written:
        return await write(MOTION_VOTE, {"motion": params.motion, "yes": params.yes}, params.key)

    async def ask(_: NoParams) -> Written:
        return await write(CHAIN_ASK, {})

    async def motions(_: NoParams) -> list[MotionView]:
        return await service.in_network().engine.call(_motions)

    async def status(_: NoParams) -> ChainStatus:
        return await service.in_network().engine.call(_status)

    async def invites(_: NoParams) -> list[InviteView]:
        return await service.in_network().engine.call(_invites)

    async def invite(params: MakeInvite) -> InviteMade:
        session = service.in_network()
        seed = os.urandom(SEED_BYTES)
        until_ms = now_ms() + _days(params.days) * DAY_MS
        fields = {"key": SigningKey(seed).member.hex(), "role": params.role, "valid_until": until_ms}
        written = await write(MEMBER_INVITE, fields, params.key)
        seat = await session.engine.call(lambda desk: _seat(desk, written.entry, seed, params.role, until_ms))
        text = invitation_text(session.genesis, session.addresses.all(), seat)
        return InviteMade(invite=written.entry, text=text, role=params.role, valid_until_ms=until_ms)

    async def withdraw(params: OfInvite) -> Written:
        fields = await service.in_network().engine.call(lambda desk: _withdrawal(params.invite, desk))
        return await write(MEMBER_INVITE, fields)

    return {
        "motion.list": motions,
        "motion.preview": preview,
        "motion.put": put,
        "motion.vote": vote,
        "chain.status": status,
        "chain.ask": ask,
        "invite.make": invite,
        "invite.withdraw": withdraw,
        "invite.list": invites,
    }


def _fields_of(params: PutMotion) -> dict[str, Any]:
    asked = {name: getattr(params, name) for name in params.__struct_fields__ if name not in ("days", "key")}
    return asked | {"valid_until": now_ms() + _days(params.days) * DAY_MS}


def _days(days: int) -> int:
    if not 1 <= days <= DAYS_MAX:
        raise ApiError(ApiErrorCode.BAD_REQUEST, f"days: 1 to {DAYS_MAX}")
    return days


def _seat(desk: Desk, invite: str, seed: bytes, role: str, until_ms: int) -> Seat:
    fact = desk.replica.workspace.known(EntryId(bytes.fromhex(invite)))
    return Seat(fact.id, seed, role, fact.height, fact.time_ms, until_ms, desk.block_at(fact.height))


def _name(member: MemberId, desk: Desk) -> str:
    """Return how a member calls itself in its profile, or else in its join."""
    joined = (join.name for written, join in desk.replica.people.joins.values() if written.author == member)
    return desk.ledger.name_of(member) or next(joined, "")


def _motions(desk: Desk) -> list[MotionView]:
    name = cache(lambda member: _name(member, desk))
    return [_motion(written, motion, desk, name) for written, motion in motions_told(desk.replica.people, now_ms())]


def motions_told(people: People, time_ms: int, count_max: int = TOLD_MAX) -> list[tuple[Place, Motion]]:
    """Return the motions, the newest first; of very many those that can be voted on, and of the rest the newest."""

    def is_open(written: Place) -> bool:
        return written.id not in people.done and people.motions[written.id][1].valid_until_ms > time_ms

    return told(people.motions.values(), is_open, count_max)


def _preview(fields: Mapping[str, Any], desk: Desk) -> MotionView:
    """Return a motion that is not written yet as the voters would see it."""
    time_ms = now_ms()
    nowhere = Place(EntryId(NO_ENTRY), desk.me, 0, time_ms)
    return _motion(nowhere, motion_of(fields, desk.replica, time_ms), desk, lambda member: _name(member, desk))


def _motion(written: Place, motion: Motion, desk: Desk, name: Callable[[MemberId], str]) -> MotionView:
    replica = desk.replica
    roster = replica.lineage.charter.roster
    tally = replica.people.tally(written.id, roster)
    votes = dict.fromkeys(tally.yes, "yes") | dict.fromkeys(tally.no, "no")
    plan = plan_of_question(motion.question, replica.people, replica.lineage)
    is_done = written.id in replica.people.done
    is_over = is_done or motion.valid_until_ms <= now_ms()
    about, join = _about(motion.question, desk), join_of(motion.question)
    mine = votes.get(desk.me, "none")
    return MotionView(
        motion=written.id.hex(),
        ask=_asks(motion.question),
        member=about.hex() if about is not None else "",
        member_name=name(about) if about is not None else "",
        join=join.hex() if join is not None else "",
        fields=_shown(motion.question) | _named(motion.question, desk),
        reason=motion.reason,
        put_by=written.author.hex(),
        put_by_name=name(written.author),
        put_ms=written.time_ms,
        valid_until_ms=motion.valid_until_ms,
        state="done" if is_done else "ended" if is_over else "passed" if tally.has_passed else "open",
        idle=not is_done and plan.is_idle,
        yes=len(tally.yes),
        no=len(tally.no),
        needed=confirmed_size(len(roster)),
        voters=len(roster),
        my_vote=mine,  # type: ignore[arg-type]  # one of the three words above
        may_vote=not is_over and mine == "none" and replica.is_voter,
        after=_thresholds(plan.charter),
        lines=[
            MotionVoter(
                voter=voter.hex(),
                name=name(voter),
                vote=votes.get(voter, "none"),  # type: ignore[arg-type]  # likewise
                me=voter == desk.me,
            )
            for voter in roster
        ],
    )


def count_to_vote(desk: Desk, time_ms: int) -> int:
    """Return how many open motions wait for this member's vote: what has passed, or changes nothing, does not."""
    people, lineage, roster = desk.replica.people, desk.replica.lineage, desk.replica.lineage.charter.roster
    if not desk.replica.is_voter:
        return 0
    count = 0
    for motion, (_, put) in people.motions.items():
        if motion in people.done or put.valid_until_ms <= time_ms or people.votes.get(motion, {}).get(desk.me):
            continue
        tally = people.tally(motion, roster)
        is_lost = len(tally.no) > len(roster) - confirmed_size(len(roster))
        idle = plan_of_question(put.question, people, lineage).is_idle
        count += not (tally.has_passed or is_lost or idle)
    return count


def count_to_admit(desk: Desk) -> int:
    """Return how many have asked to join without that anybody has put it to the vote."""
    joins, state = (written for written, _ in desk.replica.people.joins.values()), _state_of_joins(desk)
    return sum(state(written) == "waiting" for written in joins)


def _thresholds(charter: Charter) -> Thresholds:
    return Thresholds(
        voters=len(charter.roster),
        majority_at=level_size(Level.CONFIRMED, charter),
        final_at=level_size(Level.FINAL, charter),
    )


_ASKS: Final[dict[type[Question], str]] = {
    Admit: "admit",
    SetVoter: "voter",
    Expel: "expel",
    Replace: "replace",
    Amend: "charter",
    SetFinal: "final",
    RuleBranch: "branch",
    RuleDispute: "dispute",
    NameKeeper: "keeper",
}


def _asks(question: Question) -> str:
    return _ASKS[type(question)]


def _about(question: Question, desk: Desk) -> MemberId | None:
    match question:
        case Admit(join):
            return desk.replica.people.newcomer(join)
        case (
            SetVoter(member, _)
            | Expel(member)
            | Replace(member, _)
            | RuleBranch(member, _, _)
            | NameKeeper(_, _, member)
        ):
            return member
        case RuleDispute(dispute, _):
            return desk.replica.workspace.known(dispute).author
        case _:
            return None


def _shown(question: Question) -> dict[str, Any]:
    fields = asdict(question)
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in fields.items()}


def _named(question: Question, desk: Desk) -> dict[str, Any]:
    """Return what a pool and its keeper so far are called."""
    if not isinstance(question, NameKeeper):
        return {}
    found = desk.replica.workspace.object(ObjectId(question.pool))
    return {"pool_name": found.name if isinstance(found, Pool) else "", "old_name": _name(question.old, desk)}


def _status(desk: Desk) -> ChainStatus:
    replica, lineage = desk.replica, desk.replica.lineage
    charter, chain = lineage.charter, desk.replica.chain
    to_anchor = replica.workspace.count_to_anchor()
    return ChainStatus(
        height=lineage.height,
        block=lineage.id.hex(),
        time_ms=lineage.time_ms,
        epoch=lineage.epoch,
        voters=[voter.hex() for voter in charter.roster],
        members=len(lineage.members),
        majority_at=level_size(Level.CONFIRMED, charter),
        final_at=level_size(Level.FINAL, charter),
        final=charter.final,
        currencies=list(charter.currencies),
        entries_per_day=charter.entries_per_day,
        grace_days=charter.grace_days,
        stale_days=charter.stale_days,
        anchored=lineage.anchored_count,
        to_anchor=to_anchor,
        next_ms=desk.replica.chain.next_block_ms() or 0,
        iteration=chain.agreement.height.iteration if chain.is_begun else -1,
        present=chain.heard(now_ms(), PRESENT_MS),
        is_member=desk.me in lineage.members,
        is_voter=replica.is_voter,
        joins=_joins(desk),
        joins_in_all=len(replica.people.joins),
    )


def told(found: Iterable[Given], is_pending: Callable[[Place], bool], count_max: int = TOLD_MAX) -> list[Given]:
    """Return what was given, the newest first; of very much whatever is pending, and of the rest the newest."""
    by_need = heapq.nsmallest(
        count_max, found, key=lambda item: (not is_pending(item[0]), -item[0].time_ms, item[0].id)
    )
    return sorted(by_need, key=lambda item: (-item[0].time_ms, item[0].id))


def _joins(desk: Desk) -> list[JoinView]:
    people, lineage = desk.replica.people, desk.replica.lineage
    found = told(people.joins.values(), lambda written: not lineage.was_member(written.author))
    name, state = cache(lambda member: _name(member, desk)), _state_of_joins(desk)
    return [
        JoinView(
            join=written.id.hex(),
            member=written.author.hex(),
            name=join.name,
            # A join that came with a block may be here before the feed that has its invitation.
            invited_by=name(people.invites[join.invite][0].author) if join.invite in people.invites else "",
            time_ms=written.time_ms,
            state=state(written),  # type: ignore[arg-type]  # one of the words of the view
            rivals=people.others_asking(join.invite, written.author),
        )
        for written, join in found
    ]


def _state_of_joins(desk: Desk) -> Callable[[Place], str]:
    """Return what says how it stands with a join; who observes is found once for all of them, and only if need be."""
    people, lineage = desk.replica.people, desk.replica.lineage
    observers = cache(lambda: people.observers(lineage.members))

    def state(written: Place) -> str:
        if written.author in lineage.members:
            return "member"
        if lineage.was_member(written.author):
            return "gone"
        if written.author in observers():
            return "observer"
        if people.seat(written.id) in lineage.seats or desk.is_shut_out(written.author):
            return "refused"
        asked = (
            motion.valid_until_ms > now_ms()
            for place, motion in people.motions.values()
            if join_of(motion.question) == written.id and place.id not in people.done
        )
        return "voting" if any(asked) else "waiting"

    return state


def _withdrawal(invite: str, desk: Desk) -> dict[str, Any]:
    """Return the fields of a `member.invite` that takes back another one: the same, ended before it is written."""
    people = desk.replica.people
    found = {entry.hex(): (entry, given) for entry, given in people.invites.items()}.get(invite)
    if found is None:
        raise ApiError(ApiErrorCode.UNKNOWN_ENTRY, invite)
    entry, (written, offer) = found
    is_used = any(join.invite == entry for _, join in people.joins.values())
    if written.author != desk.me or is_used or people.withdrawn_ms(entry) is not None or is_withdrawal(written, offer):
        raise ApiError(ApiErrorCode.RULE, NO_EFFECT)
    return {"key": offer.key.hex(), "role": offer.role, "valid_until": 0}


def _invites(desk: Desk) -> list[InviteView]:
    people = desk.replica.people
    used = {join.invite: (written.id.hex(), join.name) for written, join in people.joins.values()}
    given = (item for item in people.invites.values() if not is_withdrawal(*item))
    found = told(given, lambda written: written.author == desk.me and written.id not in used)
    withdrawals = last_withdrawals(people.invites.values())
    name = cache(lambda member: _name(member, desk))
    return [
        InviteView(
            invite=written.id.hex(),
            author=written.author.hex(),
            author_name=name(written.author),
            role=invite.role,
            valid_until_ms=invite.valid_until_ms,
            used_by=used.get(written.id, ("", ""))[0],
            used_by_name=used.get(written.id, ("", ""))[1],
            withdrawn=withdrawals.get((written.author, invite.key), -1) > written.seq,
        )
        for written, invite in found
    ]


def last_withdrawals(invites: Iterable[tuple[Place, Invite]]) -> dict[tuple[MemberId, bytes], int]:
    """Return where in its author's feed each key was last withdrawn: in one go, for as many as are told."""
    last: dict[tuple[MemberId, bytes], int] = {}
    for written, invite in invites:
        if is_withdrawal(written, invite):
            place = written.author, invite.key
            last[place] = max(written.seq, last.get(place, -1))
    return last
