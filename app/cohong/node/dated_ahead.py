"""Own entries dated by a clock that was far ahead, and what becomes of them.

Others let an entry wait until their own clocks have come within two minutes of its time, and own times never go back.
So what a member has written with a clock that was a year ahead, and all that it writes afterwards, is seen by nobody
for a year. While such entries are known never to have left this machine, they are taken back and written again, in one
transaction, before anything of the own feed leaves: with the times that there are now, and with names that follow.

What may have left is the greatest of what the ledger notes of it (`LEFT_SETTING`), the head file, and what anybody is
known to hold. The ledger's note is raised together with an entry that is written while it may leave at once, and
otherwise before the head file is. So neither a ledger nor a head file that has been put back alone makes what has left
look as if it had not. A profile put back as a whole, or moved here, counts everything that it holds as having left.

Taken back is only what is due by a clock that most neighbours share, once enough of the other voters have been heard,
while this node may write. Messages of the charter chain are never taken back: a block may have become final by them.
"""

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.book.making import terms_of
from cohong.book.rules import is_known
from cohong.ledger.drafts import Draft
from cohong.node.desk import Desk, WrittenAgain
from cohong.node.inputs import Output
from cohong.node.words import body_of_word, refuse_again
from cohong.node.writing import Intent, reason_not_to_write
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body, names_of
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import (
    BALLOT,
    CHAIN_ASK,
    CREDIT_PROPOSE,
    MEMBER_INVITE,
    MOTION_PUT,
    MOTION_VOTE,
    is_record,
)
from cohong.protocol.replica import Replica
from cohong.protocol.withdrawal import first_ahead, withdrawable, without

logger = logging.getLogger(__name__)

DRAFT_ID_BYTES: Final = 16

INVITATION: Final = "invitation"
"""The text of an invitation names the entry that made it, and may be in somebody's hands: a new one is to be made."""


def dated_ahead(desk: Desk, now_ms: int) -> tuple[int, int]:
    """Return how many own entries others let wait for their time, and until when; (0, 0) where all is mended yet."""
    first = first_ahead(desk.replica, now_ms)
    head = desk.replica.heads.head(desk.me)
    if first is None or head is None or withdrawable(desk.replica, desk.gone, now_ms):
        return 0, 0
    return head.seq - first + 1, head.time_ms


def to_write_again(desk: Desk, now_ms: int) -> list[Entry]:
    """Return what is to be written again now, before anything of the own feed leaves; nothing, almost always."""
    if not desk.may_send or not desk.may_write:
        return []
    facts = withdrawable(desk.replica, desk.gone, now_ms)
    return [entry for fact in facts if (entry := desk.replica.workspace.entry(fact.id)) is not None]


def write_again(desk: Desk, gone: Sequence[Entry], now_ms: int, output: Output) -> None:
    """Take entries back and write them again; durable, all of it, when it returns. The desk is to be set up anew.

    Notes in `output` what is there now, and which objects readers want to look at again.

    Raises:
        LedgerUnavailable, EntryDamaged: nothing has changed.
    """
    if not gone:
        return
    about = [desk.replica.workspace.known(entry.id).object for entry in gone]
    with desk.ledger.together():
        replica = without(desk.replica, gone, desk.ledger)
        if any(entry.header.kind == BALLOT for entry in gone):
            # What rests on others' records may rest on the own vote for them.
            replica.vote_at_once(now_ms)
        writer = _Writer(replica, now_ms)
        for entry in gone:
            writer.write(entry)
        outcome = replica.flush()
        desk.ledger.commit(outcome.commit)
        desk.ledger.put_in_place(writer.ids)
        if writer.drafts:
            desk.ledger.add_drafts(writer.drafts)
    logger.info("own entries dated ahead are written again count=%d dropped=%s", len(gone), writer.dropped)
    output.objects |= outcome.objects | {item for item in about if item is not None}
    output.fresh.extend(outcome.own)
    desk.again = WrittenAgain(
        desk.again.written + len(writer.ids),
        desk.again.drafted + len(writer.drafts),
        (*desk.again.dropped, *writer.dropped),
    )


@dataclass(slots=True)
class _Writer:
    """Writes again, one by one, what has been taken back.

    Attributes:
        ids: of each entry taken back, the one in its place.
    """

    replica: Replica
    now_ms: int
    ids: dict[EntryId, EntryId] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    _moved: set[EntryId] = field(default_factory=set)

    def write(self, entry: Entry) -> None:
        kind = entry.header.kind
        if kind == BALLOT:
            return  # done, all of them, before the records
        body = self._body(entry)
        try:
            written = self._refused_or_written(kind, body)
        except ApiError as error:
            self._give_up(kind, body, error.detail or str(error.code))
            return
        self.ids[entry.id] = written.id

    def _body(self, entry: Entry) -> dict[str, Value]:
        body = decode_body(entry.body_bytes or b"", entry.header.kind)
        del body["salt"]
        names = body.get("names")
        if isinstance(names, list):
            body["names"] = [self.ids.get(EntryId(name), name) if isinstance(name, bytes) else name for name in names]
        return body

    def _refused_or_written(self, kind: str, body: dict[str, Value]) -> Entry:
        replica, me = self.replica, self.replica.me
        if kind == MEMBER_INVITE:
            # Its text, which may be in somebody's hands, names the entry that was taken back.
            raise ApiError(ApiErrorCode.RULE, INVITATION)
        if kind == CHAIN_ASK:
            body = body_of_word(WriteRecord(kind=CHAIN_ASK, fields={}), replica, me, self.now_ms) or body
        elif is_record(kind) and not is_known(kind):
            # From a newer version of this program; nobody here can judge it.
            self._refuse_names(body)
        elif kind in (MOTION_PUT, MOTION_VOTE):
            refuse_again(kind, body, replica, me, self.now_ms)
        elif is_record(kind):
            self._refuse_record(kind, body)
        written = replica.write(kind, body, self.now_ms)
        replica.settle()
        return written

    def _refuse_names(self, body: dict[str, Value]) -> None:
        for name in names_of(body):
            if self.replica.workspace.fact(name) is None:
                raise ApiError(ApiErrorCode.UNKNOWN_ENTRY, name.hex())

    def _refuse_record(self, kind: str, body: dict[str, Value]) -> None:
        reason = reason_not_to_write(Intent(kind, body), self.replica, self.replica.me, self.now_ms, self._moved)
        if reason is not None:
            raise ApiError(ApiErrorCode.RULE, reason)

    def _give_up(self, kind: str, body: dict[str, Value], why: str) -> None:
        if kind != CREDIT_PROPOSE:
            self.dropped.append((kind, why))
            return
        identity = os.urandom(DRAFT_ID_BYTES)
        self.drafts.append(Draft(identity, None, 0, terms_of(body), None, "none", self.now_ms))
