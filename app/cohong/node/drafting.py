"""Drafts between being typed in and being signed: kept, changed, removed and put back, held for a while before they go.

What is held is still a draft: nothing of it is signed, so taking it back leaves no trace anywhere. Which drafts are
held and until when is kept in the ledger; a node that was stopped meanwhile sends them when it is opened again.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.book.making import terms_of
from cohong.ledger.book_views import DRAFT_ID_BYTES
from cohong.ledger.drafts import Draft
from cohong.ledger.ledger import Ledger
from cohong.node.desk import Desk
from cohong.node.engine import Engine, now_ms
from cohong.node.invoice_import import InvoiceImports, proposal
from cohong.node.notifier import Notifier
from cohong.node.writing import intents_of
from cohong.primitives.encoding import Value
from cohong.primitives.kinds import CREDIT_PROPOSE

logger = logging.getLogger(__name__)

HELD_SETTING: Final = "drafts-held"
HOLD_S_MAX: Final = 3_600
RETRY_S: Final = 5.0
REMOVED_MAX: Final = 10_000
"""Removed drafts that can be put back, as long as the node runs."""


@dataclass(slots=True)
class Drafting:
    """All that is done with drafts of one profile.

    Attributes:
        held: drafts that go at `until_ms`, UTC milliseconds.
    """

    engine: Engine
    imports: InvoiceImports
    notifier: Notifier
    held: list[bytes] = field(default_factory=list)
    until_ms: int = 0
    _removed: dict[bytes, Draft] = field(default_factory=dict)
    _changed: trio.Event = field(default_factory=trio.Event)

    def recall(self, ledger: Ledger) -> None:
        """Take up what was held when the node ended."""
        kept = ledger.get_setting(HELD_SETTING)
        if kept:
            values = json.loads(kept)
            self.held = [bytes.fromhex(item) for item in values["ids"]]
            # A clock that was put back must not hold them for years.
            self.until_ms = min(values["until_ms"], now_ms() + HOLD_S_MAX * 1000)

    async def run(self) -> None:
        """Send what is held when its time has come."""
        while True:
            self._changed = trio.Event()
            wait_s = max(0.0, (self.until_ms - now_ms()) / 1000) if self.held else float("inf")
            with trio.move_on_after(wait_s):
                await self._changed.wait()
            if self.held and now_ms() >= self.until_ms:
                await self._send_held()

    def wake(self) -> None:
        """Look again at what is held: the node may sign now."""
        self._changed.set()

    async def _send_held(self) -> None:
        ids, self.held = self.held, []
        try:
            drafts = await self.engine.call(lambda desk: desk.ledger.drafts(ids))
            sent = await self.imports.send_drafts(drafts)
            await self._keep_held()
        except ApiError as error:
            logger.info("what is held cannot go yet why=%s", error)
            self.held = list(dict.fromkeys([*ids, *self.held]))
            if error.code is not ApiErrorCode.LOCKED:
                self.until_ms = now_ms() + int(RETRY_S * 1000)
                return
            await self._changed.wait()
            return
        self.notifier.publish("drafts", value={"sent": sent, "left": len(drafts) - sent})

    # Asked for.

    async def put(self, identity: bytes, fields: Mapping[str, Any], *, is_new: bool) -> None:
        """Keep a draft's terms, those of a new one under the id that the client has made for it.

        Raises:
            ApiError: the rules would refuse it as a record, or there is no such draft (any more).
        """
        if len(identity) != DRAFT_ID_BYTES:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "id")
        record = WriteRecord(kind=CREDIT_PROPOSE, fields=dict(fields))
        await self.engine.call(lambda desk: _put(desk, identity, record, is_new=is_new))
        self.notifier.publish("drafts")

    async def remove(self, ids: Sequence[bytes]) -> int:
        """Remove drafts, all of them if none is named; returns how many there were."""
        drafts = await self.engine.call(lambda desk: desk.ledger.drafts(ids or None))
        removed = await self.engine.call(lambda desk: desk.ledger.remove_drafts([draft.id for draft in drafts]))
        self._removed |= {draft.id: draft for draft in drafts}
        for identity in list(self._removed)[:-REMOVED_MAX]:
            del self._removed[identity]
        self.notifier.publish("drafts")
        return removed

    async def restore(self, ids: Sequence[bytes]) -> int:
        """Put removed drafts back; returns how many."""
        drafts = [self._removed[identity] for identity in ids if identity in self._removed]
        await self.engine.call(lambda desk: _restore(desk, drafts))
        for draft in drafts:
            del self._removed[draft.id]
        self.notifier.publish("drafts")
        return len(drafts)

    async def send(self, ids: Sequence[bytes], *, hold_s: int) -> int:
        """Sign and send drafts, all if none is named, or hold them so long before that; returns how many.

        Raises:
            ApiError: there is only one, and the rules refuse it.
        """
        if not 0 <= hold_s <= HOLD_S_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"hold_s: 0 to {HOLD_S_MAX}")
        drafts = await self.engine.call(lambda desk: desk.ledger.drafts(ids or None))
        if len(drafts) == 1:
            await self.engine.call(lambda desk: _require_allowed(desk, proposal(drafts[0])))
        if hold_s == 0:
            return await self.imports.send_drafts(drafts)
        self.held = list(dict.fromkeys([*self.held, *(draft.id for draft in drafts)]))
        self.until_ms = now_ms() + hold_s * 1000
        await self._hold_changed()
        return len(drafts)

    async def take_back(self) -> int:
        """Leave what is held a draft; returns how many."""
        count, self.held = len(self.held), []
        await self._hold_changed()
        return count

    async def _hold_changed(self) -> None:
        await self._keep_held()
        self._changed.set()
        self.notifier.publish("drafts")

    async def _keep_held(self) -> None:
        values = {"ids": [identity.hex() for identity in self.held], "until_ms": self.until_ms} if self.held else {}
        kept = json.dumps(values).encode() if values else b""
        await self.engine.call(lambda desk: desk.ledger.set_setting(HELD_SETTING, kept))


# On the engine's thread.


def _put(desk: Desk, identity: bytes, record: WriteRecord, *, is_new: bool) -> None:
    terms = terms_of(_require_allowed(desk, record))
    before = desk.ledger.drafts([identity])
    if before:
        desk.ledger.edit_draft(replace(before[0], terms=terms))
    elif is_new:
        desk.ledger.add_drafts([Draft(identity, None, 0, terms, None, "none", now_ms())])
    else:
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, identity.hex())


def _restore(desk: Desk, drafts: Sequence[Draft]) -> None:
    there = {draft.id for draft in desk.ledger.drafts([draft.id for draft in drafts])}
    desk.ledger.add_drafts([draft for draft in drafts if draft.id not in there])


def _require_allowed(desk: Desk, record: WriteRecord) -> Mapping[str, Value]:
    """Return the body of a record that might be signed now.

    Raises:
        ApiError: the rules refuse it.
    """
    [intent] = intents_of([record], desk.replica, desk.me, now_ms())
    return intent.body
