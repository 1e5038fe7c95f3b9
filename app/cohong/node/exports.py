"""Tables written to files, each by a process of its own (`cohong.node.exporter`).

A file is made in a new folder beside its place, and moved there once it is whole: an export that was stopped or failed
leaves nothing, and a file that was to be replaced stays until then.
"""

import json
import logging
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import json_text, plain
from cohong.api.requests import ExportBook, ExportLookUps, ExportStatement
from cohong.api.views import AccountBalance, ExportStatus
from cohong.exporting.tables import SUFFIXES
from cohong.node.child import found_by_child
from cohong.node.engine import now_ms
from cohong.node.notifier import Notifier
from cohong.node.profile import OpenProfile
from cohong.primitives.days import is_day
from cohong.primitives.ids import ID_BYTES
from cohong.primitives.money import MINOR_DIGITS

logger = logging.getLogger(__name__)

EXPORTER: Final = "cohong.node.exporter"
JOBS_KEPT: Final = 50


@dataclass(slots=True)
class _Job:
    status: ExportStatus
    scope: trio.CancelScope = field(default_factory=trio.CancelScope)


class Exports:
    """Starts exports, stops them, and tells how they stand."""

    def __init__(self, profile: OpenProfile, notifier: Notifier, nursery: trio.Nursery) -> None:
        self._profile = profile
        self._notifier = notifier
        self._nursery = nursery
        self._jobs: dict[str, _Job] = {}

    async def start_book(self, request: ExportBook) -> ExportStatus:
        """Begin to write the Book, and return.

        Raises:
            ApiError: the file can't be made, or a parameter is none.
        """
        for identity in (request.debtor, request.counterparty):
            if identity:
                _require_member(identity)
        today = date.today().isoformat()  # noqa: DTZ011  # a day of business is a local one
        return await self._start("book", request, today)

    async def start_statement(self, request: ExportStatement) -> ExportStatus:
        """Begin to write a statement, and return. Raises as `start_book`."""
        _require_member(request.member)
        if not (is_day(request.first_day) and is_day(request.last_day) and request.first_day <= request.last_day):
            raise ApiError(ApiErrorCode.BAD_REQUEST, "first_day")
        if request.currency and request.currency not in MINOR_DIGITS:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "currency")
        return await self._start("statement", request, "")

    async def start_lookups(self, request: ExportLookUps) -> ExportStatus:
        """Begin to write the log of look-ups, and return. Raises as `start_book`."""
        return await self._start("lookups", request, "")

    async def _start(
        self, doing: Any, request: ExportBook | ExportStatement | ExportLookUps, today: str
    ) -> ExportStatus:
        path = Path(request.path)
        if path.suffix.lower() not in SUFFIXES or not path.is_absolute():
            raise ApiError(ApiErrorCode.BAD_REQUEST, "path")
        folder = await trio.to_thread.run_sync(partial(_new_folder, path, replace=request.replace))
        status = ExportStatus(
            id=os.urandom(16).hex(), doing=doing, state="running", file=str(path), started_ms=now_ms()
        )
        job = self._jobs[status.id] = _Job(status)
        while len(self._jobs) > JOBS_KEPT:
            del self._jobs[next(iter(self._jobs))]
        asked = {**json.loads(json_text(request)), "doing": doing, "today": today, "path": str(folder / path.name)}
        self._nursery.start_soon(self._run, job, asked, path, request.replace)
        return status

    def status(self, job_id: str) -> ExportStatus:
        """Return how an export stands.

        Raises:
            ApiError: there is none of this id.
        """
        return self._job(job_id).status

    def cancel(self, job_id: str) -> ExportStatus:
        """Stop an export."""
        job = self._job(job_id)
        job.scope.cancel()
        return job.status

    def _job(self, job_id: str) -> _Job:
        job = self._jobs.get(job_id)
        if job is None:
            raise ApiError(ApiErrorCode.UNKNOWN_JOB, job_id)
        return job

    async def _run(self, job: _Job, asked: dict[str, Any], path: Path, replace: bool) -> None:
        part = Path(asked["path"])
        secrets = {
            "ledger": str(self._profile.files.ledger),
            "key": self._profile.data_key.hex(),
            "me": self._profile.member.hex(),
        }
        try:
            with job.scope:
                said = await found_by_child(EXPORTER, {**asked, **secrets}, partial(self._tell, job))
                size = await trio.to_thread.run_sync(partial(_put_in_place, part, path, replace=replace))
                found = {**said["found"], "size": size}
                found["balances"] = [AccountBalance(**item) for item in found.get("balances", ())]
                self._change(job, state="done", **found)
            if job.scope.cancelled_caught:
                self._change(job, state="cancelled")
        except ApiError as error:
            logger.warning("an export failed why=%s", error.detail)
            self._change(job, state="failed", error=str(error.code), detail=error.detail)
        finally:
            with trio.CancelScope(shield=True):
                await trio.to_thread.run_sync(partial(shutil.rmtree, part.parent, ignore_errors=True))

    def _tell(self, job: _Job, said: dict[str, Any]) -> None:
        self._change(job, done=said["done"], total=said["total"])

    def _change(self, job: _Job, **changes: Any) -> None:
        now = {name: getattr(job.status, name) for name in job.status.__struct_fields__}
        took_ms = now_ms() - job.status.started_ms
        job.status = ExportStatus(**{**now, "took_ms": took_ms, **changes})
        self._notifier.publish("export", value=plain(job.status))


def _require_member(identity: str) -> None:
    try:
        is_id = len(bytes.fromhex(identity)) == ID_BYTES
    except ValueError:
        is_id = False
    if not is_id:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, identity)


def _new_folder(path: Path, *, replace: bool) -> Path:
    """Make the folder in which the file grows.

    Raises:
        ApiError: there is a file of that name already, or none can be made there.
    """
    if path.exists() and not (replace and path.is_file()):
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "exists")
    try:
        return Path(tempfile.mkdtemp(prefix=".cohong-", dir=path.parent))
    except OSError as error:
        detail = "permission" if path.parent.is_dir() else "not_found"
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, detail) from error


def _put_in_place(part: Path, path: Path, *, replace: bool) -> int:
    """Move the file to its place and return its size."""
    try:
        size = part.stat().st_size
        if replace:
            part.replace(path)
        else:
            os.link(part, path)  # unlike a move, never over one that has come there meanwhile
        return size
    except FileExistsError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "exists") from error
    except OSError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "io_failed") from error
