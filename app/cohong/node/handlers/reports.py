"""The report about a member, its grade, how sure that is; the same signed; how late a debt of it will be paid."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import decode_result
from cohong.api.requests import GradesOf, MakeReport, OfMember, OfObject
from cohong.api.views import CardGrade, PaymentForetold, PaymentReport, ReportMade
from cohong.crypto.signing import SigningKey
from cohong.exporting.credential import canonical
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.card_grade import card_grade
from cohong.node.child import found_by_child
from cohong.node.credit_report import LINES_MAX, credit_report
from cohong.node.days_late import days_late_of
from cohong.node.engine import now_ms
from cohong.node.handlers.book import subject_of, today
from cohong.node.handlers.check import member_of
from cohong.node.payment_report import payment_report, since_of
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId
from cohong.protocol.chain.lineage import Lineage

REPORTER: Final = "cohong.node.reporter"
LINES_HERE: Final = 300
"""Obligations up to which a report is made in this process, on a thread: less than a process takes to start."""
GRADES_MAX: Final = 20
"""Members whose grades are told at once."""
_DAY_MS: Final = 86_400_000


def report_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `check.grades`, `check.report`, `check.days_late` and `report.make`."""

    async def report(params: OfMember) -> PaymentReport:
        session = service.in_network()
        found = await _report(session, _known_member(session, params.member))
        largest = {MemberId(bytes.fromhex(each["creditor"])): each for each in found["facts"]["largest"]}
        names = await trio.to_thread.run_sync(session.profile.ledger.names_of, list(largest))
        for creditor, each in largest.items():
            each["name"] = names.get(creditor, "")
        found["voters"], found["voters_in_touch"] = _voters(session)
        view: PaymentReport = decode_result("check.report", json.dumps(found).encode())
        return view

    async def make(params: MakeReport) -> ReportMade:
        session = service.in_network()
        key, member = session.profile.key, _known_member(session, params.member)
        found = await _report(session, member, lines_max=LINES_MAX)
        found["voters"], found["voters_in_touch"] = _voters(session)
        return await trio.to_thread.run_sync(
            lambda: _made(found, session.profile.ledger, session.lineage, key, with_records=params.with_records)
        )

    async def days_late(params: OfObject) -> PaymentForetold:
        session = service.in_network()
        subject, ledger = subject_of(params.object), session.profile.ledger
        found = await trio.to_thread.run_sync(lambda: days_late_of(subject, ledger, me=session.me, today=today()))
        if found is None:
            raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.object)
        return found

    async def grades(params: GradesOf) -> list[CardGrade]:
        session = service.in_network()
        members = [member_of(text) for text in params.members[:GRADES_MAX]]
        lines, day, synced_days = session.profile.ledger.debtor_lines, today(), _synced_days(session)
        if params.large:
            return await _large_grades(session, members, {"today": day, "synced_days": synced_days})
        return [
            await trio.to_thread.run_sync(
                partial(card_grade, lines, member, today=day, synced_days=synced_days, lines_max=LINES_HERE)
            )
            for member in members
        ]

    return {"check.grades": grades, "check.report": report, "check.days_late": days_late, "report.make": make}


def _known_member(session: Session, identity: str) -> MemberId:
    member = member_of(identity)
    if not session.lineage.was_member(member):
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, identity)
    return member


def _made(
    found: dict[str, Any], ledger: Ledger, lineage: Lineage, key: SigningKey, *, with_records: bool
) -> ReportMade:
    """On a worker thread: records and paths are read from the disk."""
    credential = credit_report(found, ledger, lineage, key, now_ms=now_ms(), with_records=with_records)
    report_bytes = canonical(credential)
    return ReportMade(
        member=found["member"],
        network=lineage.genesis.network.hex(),
        report=report_bytes.decode(),
        sha256=sha256(report_bytes).hexdigest(),
        lines=len(found["lines"]),
        left_out=found["lines_left_out"],
        records=sum(len(each["records"]) for each in credential.get("evidence", ())),
    )


async def _report(session: Session, member: MemberId, *, lines_max: int = 0) -> dict[str, Any]:
    lines, day, synced_days = session.profile.ledger.debtor_lines, today(), _synced_days(session)
    count = await trio.to_thread.run_sync(lambda: lines.count_debtor_lines(member, since=since_of(day)))
    if count <= LINES_HERE:
        return await trio.to_thread.run_sync(
            lambda: payment_report(lines, member, today=day, synced_days=synced_days, lines_max=lines_max)
        )
    return await by_reporter(session, member, day, {"synced_days": synced_days, "lines_max": lines_max})


async def by_reporter(session: Session, member: MemberId, day: str, question: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the process for long reports finds about a member on a day."""
    asked = {
        "ledger": str(session.profile.files.ledger),
        "key": session.profile.data_key.hex(),
        "member": member.hex(),
        "today": day,
        **question,
    }
    said = await found_by_child(REPORTER, asked, lambda _: None)
    found: dict[str, Any] = said["found"]
    return found


async def _large_grades(session: Session, members: Sequence[MemberId], how: Mapping[str, Any]) -> list[CardGrade]:
    """Return the grades as the process at low priority counts them, which holds nothing up here."""
    asked = {"ask": "grades", "members": [member.hex() for member in members], **how}
    found = await session.analysis.found(asked)
    grades: list[CardGrade] = decode_result("check.grades", json.dumps(found["grades"]).encode())
    return grades


def _voters(session: Session) -> tuple[int, int]:
    """Return how many voters there are, and how many of them are connected now or are this member."""
    voters = session.lineage.charter.roster
    here = {MemberId(peer.member) for peer in session.network.peers() if peer.connected} | {session.me}
    return len(voters), sum(voter in here for voter in voters)


def _synced_days(session: Session) -> float:
    """Return for how many days nobody else was connected; without end if nobody ever was."""
    now, since = now_ms(), [now_ms() if peer.connected else peer.since_ms for peer in session.network.peers()]
    return (now - max(since)) / _DAY_MS if any(since) else math.inf
