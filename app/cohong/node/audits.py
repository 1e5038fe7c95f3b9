"""Having the book counted again: one audit at a time, in a process of its own (`cohong.node.auditor`)."""

import logging
from typing import Any, Final

import trio

from cohong.api.errors import ApiError
from cohong.api.framing import plain
from cohong.api.views import AuditDifference, AuditStatus
from cohong.node.child import found_by_child
from cohong.node.engine import now_ms
from cohong.node.notifier import Notifier
from cohong.node.profile import OpenProfile
from cohong.primitives.charter import Genesis, encode_lineage
from cohong.primitives.ids import MemberId

logger = logging.getLogger(__name__)

AUDITOR: Final = "cohong.node.auditor"


class Audits:
    """Starts audits and remembers how the last one ended."""

    def __init__(self, profile: OpenProfile, genesis: Genesis, notifier: Notifier, nursery: trio.Nursery) -> None:
        self._profile = profile
        self._genesis = genesis
        self._notifier = notifier
        self._nursery = nursery
        self._scope: trio.CancelScope | None = None
        self._status = AuditStatus()

    def start(self) -> AuditStatus:
        """Begin an audit, unless one is under way, and return how it stands."""
        if self._scope is None:
            self._scope = trio.CancelScope()
            self._status = AuditStatus(state="running", started_ms=now_ms())
            self._nursery.start_soon(self._run, self._scope)
        return self._status

    def status(self) -> AuditStatus:
        """Return how the last audit stands or has ended."""
        return self._status

    def cancel(self) -> AuditStatus:
        """Stop the audit that is under way."""
        if self._scope is not None:
            self._scope.cancel()
        return self._status

    async def _run(self, scope: trio.CancelScope) -> None:
        started_ms = self._status.started_ms
        try:
            with scope:
                found = await self._counted()
                self._status = await self._ended(found, started_ms)
            if scope.cancelled_caught:
                self._status = AuditStatus(state="cancelled", started_ms=started_ms)
        except ApiError as error:
            logger.error("the audit failed why=%s", error.detail)
            self._status = AuditStatus(
                state="failed", started_ms=started_ms, error=str(error.code), detail=error.detail
            )
        finally:
            self._scope = None
        logger.info("audit %s different=%d", self._status.state, self._status.different)
        self._notifier.publish("audit", value=plain(self._status))

    async def _counted(self) -> dict[str, Any]:
        """Return what the auditor has found."""
        asked = {
            "ledger": str(self._profile.files.ledger),
            "key": self._profile.data_key.hex(),
            "genesis": encode_lineage(self._genesis).hex(),
            "me": self._profile.member.hex(),
        }
        said = await found_by_child(AUDITOR, asked, self._progress)
        return {**said["found"], "memory": said["memory"]}

    def _progress(self, said: dict[str, Any]) -> None:
        self._status = AuditStatus(
            state="running",
            started_ms=self._status.started_ms,
            doing=said["doing"],
            done=said["done"],
            total=said["total"],
        )
        self._notifier.publish("audit", value=plain(self._status))

    async def _ended(self, found: dict[str, Any], started_ms: int) -> AuditStatus:
        differing = found.pop("differences")
        authors = {item["author"]: MemberId(bytes.fromhex(item["author"])) for item in differing}
        names = await trio.to_thread.run_sync(self._profile.ledger.names_of, list(authors.values()))
        differences = [
            AuditDifference(**item, author_name=names.get(authors[item["author"]], "")) for item in differing
        ]
        done = found["entries"]
        return AuditStatus(
            state="done", started_ms=started_ms, took_ms=now_ms() - started_ms, done=done, total=done,
            differences=differences, **found,
        )  # fmt: skip
