"""Consents given and received, and noting that a report is read under one."""

from collections.abc import Mapping
from dataclasses import dataclass

import trio

from cohong.api.errors import ApiError
from cohong.api.requests import NoParams, OfMember, WriteRecord
from cohong.api.views import ConsentList, ConsentView, ReadingNoted, ReadingView
from cohong.book.consents import ConsentState
from cohong.book.question import Rules, day_of
from cohong.ledger.consents import ConsentLine
from cohong.node.api_server import Handler
from cohong.node.consents import consent_to_read, is_usable, key_of_reading, keys_of
from cohong.node.handlers.check import member_of
from cohong.node.levels import LEVELS
from cohong.node.service import NodeService
from cohong.primitives.ids import MemberId
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

    async def read(params: OfMember) -> ReadingNoted:
        session, subject = service.in_network(), member_of(params.member)
        teller, lines = await _told(service)
        line = consent_to_read(lines, subject, teller.me, teller.rules, teller.day)
        if line is None:
            return ReadingNoted(consent=None, entry="", refused="")
        consent = line.consent.id
        record = WriteRecord(kind=ACCESS_RECEIPT, object=consent.hex(), fields={})
        try:
            [written] = await session.engine.write([record], key=key_of_reading(consent, teller.day))
        except ApiError as error:
            # What is open may be read all the same, by an observer or while nothing can be signed.
            return ReadingNoted(consent=teller.view(line), entry="", refused=error.code.value)
        return ReadingNoted(consent=teller.view(line), entry=written.entry, refused="")

    return {"consent.list": consents, "consent.read": read}


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
