"""From the figures of one obligation to the entries that they rest on, down to signatures, and who voted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import OfObject
from cohong.api.views import Trace, TraceEntry, TraceVote, Vote
from cohong.book.adding import added_by
from cohong.crypto.signing import verify
from cohong.ledger.book_views import ObligationView
from cohong.ledger.tracing import Traced
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.handlers.book import subject_of, today
from cohong.node.handlers.rows import shown_fields, vote_of, votes_on
from cohong.node.levels import LEVELS
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.entry import Entry, names_of, signed_bytes
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.standing import EntryFact, Said


@dataclass(frozen=True, slots=True)
class _Vote:
    vote: Vote
    reason: str


_Votes = dict[MemberId, _Vote]

NOT_OWED: Final = ("draft", "proposed", "declined")
"""States of what has not been accepted, or was declined: nothing is owed."""


def trace_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `book.trace`."""

    async def trace(params: OfObject) -> Trace:
        session, subject = service.in_network(), subject_of(params.object)
        ledger = session.profile.ledger
        told, votes = await _told(session, subject)
        if told is None:
            raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.object)
        view, found = told
        names = await trio.to_thread.run_sync(ledger.names_of, _shown(found, votes))
        is_owed = view.row.state not in NOT_OWED
        applied = [item.record for item in found if item.record.fact.applied]
        added = added_by(applied, subject) if is_owed else {}
        entries = await trio.to_thread.run_sync(
            lambda: [_entry(item, votes, names, added.get(item.record.fact.id, 0)) for item in found]
        )
        return Trace(
            object=params.object,
            reference=view.row.reference,
            currency=view.row.currency,
            amount_minor=view.row.amount_minor,
            received_minor=view.received_minor,
            outstanding_minor=view.row.outstanding_minor,
            state=view.row.state,
            entries=entries,
        )

    return {"book.trace": trace}


async def _told(
    session: Session, subject: ObjectId
) -> tuple[tuple[ObligationView, list[Traced]] | None, dict[EntryId, _Votes]]:
    """Return the figures of an obligation with what they rest on, and the votes on each record of that."""
    tracer, votes = session.profile.ledger.tracer, dict[EntryId, _Votes]()
    facts = await trio.to_thread.run_sync(tracer.records_behind, subject)
    while True:
        votes.update(await session.engine.call(partial(_votes_on, facts)))
        told = await trio.to_thread.run_sync(
            lambda: tracer.view_and_trace(subject, votes, me=session.me, today=today())
        )
        # What has come meanwhile has votes too.
        facts = [item.record.fact for item in told[1] if item.record.fact.id not in votes] if told is not None else []
        if not facts:
            return told, votes


def _shown(found: Sequence[Traced], votes: Mapping[EntryId, _Votes]) -> set[MemberId]:
    return {item.record.fact.author for item in found}.union(*votes.values())


def _votes_on(facts: Sequence[EntryFact], desk: Desk) -> dict[EntryId, _Votes]:
    return {fact.id: _votes(desk, fact) for fact in facts}


def _votes(desk: Desk, fact: EntryFact) -> _Votes:
    """Return what every voter says of a record. On the engine's thread."""
    charter, yes, no = votes_on(desk, fact.id)
    said = desk.ledger.said_with_reasons(fact.id)
    found: _Votes = {}
    for voter in charter.roster:
        word, reason = said.get(voter, (Said.NOTHING, ""))
        found[voter] = _Vote(vote_of(voter, yes, no, word), reason)
    return found


def _entry(item: Traced, votes: Mapping[EntryId, _Votes], names: Mapping[MemberId, str], adds_minor: int) -> TraceEntry:
    fact, body = item.record.fact, item.record.body
    return TraceEntry(
        entry=fact.id.hex(),
        kind=fact.kind,
        author=fact.author.hex(),
        author_name=names.get(fact.author, ""),
        seq=fact.seq,
        time_ms=fact.time_ms,
        level=LEVELS[fact.level],
        applied=fact.applied,
        adds_minor=adds_minor,
        rests_on=[name.hex() for name in names_of(body)] if body is not None else [],
        fields=shown_fields(body),
        signature=item.entry.signature.hex() if item.entry is not None else "",
        good=item.entry is not None and _is_signed(item.entry),
        votes=[_vote(voter, vote, item, names) for voter, vote in votes.get(fact.id, {}).items()],
    )


def _vote(voter: MemberId, vote: _Vote, item: Traced, names: Mapping[MemberId, str]) -> TraceVote:
    # What a voter writes itself it approves by writing it.
    is_own = voter == item.record.fact.author and voter not in item.ballots
    carrier = item.entry if is_own else item.ballots.get(voter)
    return TraceVote(
        voter=voter.hex(),
        name=names.get(voter, ""),
        vote=vote.vote,
        reason=vote.reason,
        entry=carrier.id.hex() if carrier is not None and vote.vote != "none" else "",
        seq=carrier.header.seq if carrier is not None and vote.vote != "none" else -1,
        time_ms=carrier.header.time_ms if carrier is not None and vote.vote != "none" else 0,
        good=carrier is not None and vote.vote != "none" and _is_signed(carrier),
    )


def _is_signed(entry: Entry) -> bool:
    return verify(entry.header.author, signed_bytes(entry.id), entry.signature)
