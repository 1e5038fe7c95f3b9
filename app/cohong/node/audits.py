"""Having the book counted again: one audit at a time, in a process of its own (`cohong.node.auditor`)."""

import json
import logging
import subprocess
import sys
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import plain
from cohong.api.views import AuditDifference, AuditStatus
from cohong.node.engine import now_ms
from cohong.node.notifier import Notifier
from cohong.node.profile import OpenProfile
from cohong.primitives.charter import Genesis, encode_lineage
from cohong.primitives.ids import MemberId

logger = logging.getLogger(__name__)

AUDITOR: Final = "cohong.node.auditor"
LINE_BYTES_MAX: Final = 4 * 1024 * 1024


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
        process = await trio.lowlevel.open_process(
            [sys.executable, "-m", AUDITOR], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        try:
            assert process.stdin is not None and process.stdout is not None, "both are pipes"
            async with process.stdin:
                await process.stdin.send_all(json.dumps(asked).encode())
            async with process.stdout:
                found = await self._followed(process.stdout)
            await process.wait()
            return found
        except trio.BrokenResourceError as error:
            raise ApiError(ApiErrorCode.INTERNAL, "auditor") from error
        finally:
            process.kill()
            with trio.CancelScope(shield=True):
                await process.wait()

    async def _followed(self, output: trio.abc.ReceiveStream) -> dict[str, Any]:
        unread = b""
        async for chunk in output:
            *lines, unread = (unread + chunk).split(b"\n")
            for line in lines:
                said = json.loads(line)
                if "failed" in said:
                    raise ApiError(ApiErrorCode.PROFILE_DAMAGED, said["failed"])
                if "found" in said:
                    return {**said["found"], "memory": said["memory"]}
                self._progress(said["doing"], said["done"], said["total"])
            if len(unread) > LINE_BYTES_MAX:
                break
        raise ApiError(ApiErrorCode.INTERNAL, "auditor")

    def _progress(self, doing: str, done: int, total: int) -> None:
        self._status = AuditStatus(
            state="running", started_ms=self._status.started_ms, doing=doing, done=done, total=total
        )
        self._notifier.publish("audit", value=plain(self._status))

    async def _ended(self, found: dict[str, Any], started_ms: int) -> AuditStatus:
        names = await trio.to_thread.run_sync(self._profile.ledger.member_names)
        differences = [
            AuditDifference(**item, author_name=names.get(MemberId(bytes.fromhex(item["author"])), ""))
            for item in found.pop("differences")
        ]
        done = found["entries"]
        return AuditStatus(
            state="done", started_ms=started_ms, took_ms=now_ms() - started_ms, done=done, total=done,
            differences=differences, **found,
        )  # fmt: skip
