"""Consents given and received, and noting that a report is read under one."""

from collections.abc import Mapping
from dataclasses import dataclass

import trio

from cohong.api.errors import ApiError
from cohong.api.requests import NoParams, ReadReport, WriteRecord
from cohong.api.views import ConsentList, ConsentView, ReadingNoted, ReadingView
from cohong.book.consents import ConsentState
from cohong.book.question import Rules, day_of
from cohong.ledger.consents import ConsentLine
from cohong.node.api_server import Handler
from cohong.node.consents import consent_to_read, is_usable, key_of_reading, keys_of
from cohong.node.handlers.check import member_of
from cohong.node.handlers.lookups import is_looked_up, note, purpose_said
from cohong.node.levels import LEVELS
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import ACCESS_RECEIPT


def consent_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `consent.*`."""

    async def consents(_: NoParams) -> ConsentList:
        teller, lines = await _told(service)
        found = [(line, teller.view(line)) for line in lines]
        is_mine = {line.consent.id: teller.rules.holder_of(line.consent.subject) == teller.me for line, _ in found}
        return ConsentList(
            given=[view for line, view in found if is_mine[line.consent.id]],
            received=[view for line, view in found if not is_mine[line.consent.id]],
        )

    async def read(params: ReadReport) -> ReadingNoted:
        session, member = service.in_network(), member_of(params.member)
        is_person, purpose = await is_looked_up(session, member), params.purpose
        if is_person:
            purpose = purpose or await purpose_said(session, member)
        teller, lines = await _told(service)
        subject = teller.rules.holder_of(member)
        line = consent_to_read(lines, subject, teller.me, teller.rules, teller.day, purpose)
        # What was said before today is noted, but for a consent that has come since.
        if is_person and (params.purpose or line is not None):
            await note(session, subject, purpose, line.consent.id if line is not None else None)
        entry, refused = ("", "") if line is None else await _record(session, line.consent.id, teller.day)
        return ReadingNoted(
            consent=None if line is None else teller.view(line),
            entry=entry,
            refused=refused,
            purpose=purpose if is_person else "",
        )

    return {"consent.list": consents, "consent.read": read}


async def _record(session: Session, consent: ObjectId, day: str) -> tuple[str, str]:
    """Record the reading under a consent, once a day; return the entry, or the code of why it could not be signed."""
    record = WriteRecord(kind=ACCESS_RECEIPT, object=consent.hex(), fields={})
    try:
        [written] = await session.engine.write([record], key=key_of_reading(consent, day))
    except ApiError as error:
        # What is open may be read all the same, by an observer or while nothing can be signed.
        return "", error.code.value
    return written.entry, ""


async def _told(service: NodeService) -> tuple["_Teller", list[ConsentLine]]:
    """Return the consents that concern this member, and what makes views of them."""
    session = service.in_network()
    rules, day = await session.engine.call(lambda desk: (desk.replica.lineage.rules, day_of(desk.now_ms)))
    ledger, keys = session.profile.ledger, keys_of(session.me, rules)

    def read() -> tuple[_Teller, list[ConsentLine]]:
        with ledger.one_state():
            lines = ledger.consents_of(keys)
            shown = {key for line in lines for key in (line.consent.subject, line.consent.reader)}
            return _Teller(ledger.names_of(shown), rules, session.me, day), lines

    return await trio.to_thread.run_sync(read)


@dataclass(frozen=True, slots=True)
class _Teller:
    names: Mapping[MemberId, str]
    rules: Rules
    me: MemberId
    day: str

    def view(self, line: ConsentLine) -> ConsentView:
        consent = line.consent
        is_given = consent.state is ConsentState.GIVEN
        return ConsentView(
            id=consent.id.hex(),
            subject=consent.subject.hex(),
            subject_name=self.names.get(consent.subject, ""),
            reader=consent.reader.hex(),
            reader_name=self.names.get(consent.reader, ""),
            scope=consent.scope,  # type: ignore[arg-type]  # the form of the record allows no other
            purpose=consent.purpose,  # type: ignore[arg-type]  # likewise
            until=consent.until,
            says=consent.says,
            state="ended" if is_given and not is_usable(consent, self.day) else consent.state.value,
            given_ms=line.given_ms,
            revoked_ms=line.revoked_ms or 0,
            reason=line.reason,
            readings=[
                ReadingView(
                    entry=item.entry.hex(),
                    time_ms=item.time_ms,
                    level=LEVELS[item.level],
                    late=line.revoked_ms is not None and item.time_ms > line.revoked_ms,
                )
                for item in line.readings
            ],
            count=line.count,
        )
