"""Importing an invoice file into the book: rows become drafts, drafts become proposals, paid ones get their receipts.

Reading goes on a worker thread, a thousand rows at a time; what has been read is kept as drafts at once. An import
that is cancelled while it is read leaves nothing. One that was cut off begins again when the profile is opened again,
without what it had kept. A second import of the same file adds nothing.
"""

import json
import logging
import os
from collections.abc import Awaitable, Callable, Container, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import json_text, params_from_plain
from cohong.api.requests import ImportFile, WriteRecord
from cohong.api.views import ImportStatus, RememberedImport
from cohong.importing.invoices import ImportRefused
from cohong.ledger.drafts import Draft
from cohong.ledger.imports import ImportRecord, Problem
from cohong.node.desk import Desk
from cohong.node.engine import Engine, now_ms
from cohong.node.import_file import InvoiceFile, customers_of, open_file, shown_name
from cohong.node.import_job import COUNTED, ImportCancelled, ImportJob, status_view
from cohong.node.import_memory import remember, remembered
from cohong.node.import_rows import keep_rows
from cohong.node.notifier import Notifier
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import CREDIT_PROPOSE

logger = logging.getLogger(__name__)

SEND_AT_ONCE: Final = 200
ID_BYTES: Final = 16
READ_FAILED: Final = "read_failed"
PROBLEMS_SHOWN: Final = 500
PLANNED_MAX: Final = 1_000_000

Names = Mapping[str, MemberId]
"""Customer of a file -> the member that it stands for."""


class InvoiceImports:
    """Starts imports, stops them, and tells how they stand."""

    def __init__(
        self, engine: Engine, notifier: Notifier, nursery: trio.Nursery, jobs: dict[bytes, ImportJob] | None = None
    ) -> None:
        self._engine = engine
        self._notifier = notifier
        self._nursery = nursery
        self._jobs = jobs if jobs is not None else {}

    async def start(self, request: ImportFile) -> ImportStatus:
        """Survey the file, begin an import of it and return.

        Raises:
            ApiError: the options are wrong or the file is refused as a whole.
        """
        options, import_id = json_text(request).encode(), new_import_id(request.id, self._jobs)
        job = ImportJob(ImportRecord(import_id, shown_name(request), "reading", options, {}, {}, now_ms()), request)
        with ExitStack() as unless_begun:
            # Under way already: the survey of a large file takes seconds, and can be cancelled too.
            self._jobs[import_id] = job
            unless_begun.callback(self._jobs.pop, import_id)
            if await self._engine.call(lambda desk: desk.ledger.import_record(import_id)) is not None:
                raise ApiError(ApiErrorCode.BAD_REQUEST, "id")
            try:
                file, names = await self._open(job)
                if file.needs_currency:
                    raise ApiError(ApiErrorCode.BAD_REQUEST, "currency")
                await self._engine.call(lambda desk: _begin(desk, job, file))
            except ImportRefused as error:
                raise ApiError(ApiErrorCode.FILE_REFUSED, refusal_detail(error)) from error
            except ImportCancelled:
                undone = replace(job.record, state="undone")
                await self._engine.call(lambda desk: desk.ledger.new_import(undone))
                return status_view(undone, None)
            unless_begun.pop_all()
        self._nursery.start_soon(self._follow, job, self._run, file, names)
        return status_view(job.record, job)

    async def resume(self) -> None:
        """Begin again with what was being read when the node stopped."""
        for record in await self._engine.call(lambda desk: desk.ledger.imports()):
            if record.state == "reading" and record.options:
                logger.info("import begins again import=%s", record.id.hex())
                request = params_from_plain("import.invoices", json.loads(record.options))
                assert isinstance(request, ImportFile)
                job = ImportJob(record, request)
                self._nursery.start_soon(self._follow, job, self._run_again)

    async def _run_again(self, job: ImportJob) -> None:
        await self._engine.call(lambda desk: desk.ledger.clear_import(job.record.id))
        await self._run(job, *await self._open(job))

    async def _open(self, job: ImportJob) -> tuple[InvoiceFile, Names]:
        """Survey the file of an import and find out which customers stand for which members.

        Raises:
            ImportRefused: the file is refused as a whole.
            ImportCancelled: the import was cancelled meanwhile.
        """
        request = job.request
        file = await trio.to_thread.run_sync(open_file, request, job.go_on)
        names = await self._engine.call(known_names)
        names.update({name: member_of(identity) for name, identity in request.counterparties.items()})
        if request.deal_to:
            customers = await trio.to_thread.run_sync(customers_of, request, job.go_on)
            left = sorted(customer for customer in customers if customer not in names)
            dealt = {name: member_of(request.deal_to[i % len(request.deal_to)]) for i, name in enumerate(left)}
            names.update(dealt)
        return file, names

    async def _follow(self, job: ImportJob, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        """Do some work on an import, and count it among those under way as long as that lasts."""
        self._jobs[job.record.id] = job
        try:
            await work(job, *arguments)
        except ImportCancelled:
            await self._take_back(job)
        except ImportRefused as error:
            await self._give_up(job, str(error.code), json.dumps(error.detail))
        except ApiError as error:
            # Locked in the middle, say, or the disk is full: what is done is done, and the rest can be sent later.
            logger.warning("import stopped import=%s why=%s", job.record.id.hex(), error)
            await self._give_up(job, str(error.code), error.detail)
        except OSError as error:
            logger.warning("import stopped import=%s why=%s", job.record.id.hex(), error.strerror)
            await self._give_up(job, READ_FAILED, error.strerror or "")
        finally:
            del self._jobs[job.record.id]
        self._notifier.publish("drafts")

    async def _give_up(self, job: ImportJob, code: str, detail: str) -> None:
        try:
            await self._change(job, state="failed", error=code, detail=detail)
        except ApiError:
            # Nor can that be kept: without a job under way it shows as interrupted.
            logger.warning("that an import stopped could not be kept import=%s", job.record.id.hex())

    async def _take_back(self, job: ImportJob) -> None:
        """Remove what a cancelled import has added, unless some of it was sent by itself meanwhile."""
        try:
            undone = await self._engine.call(lambda desk: desk.ledger.undo_import(job.record.id))
            if undone:
                job.counts, job.totals = dict.fromkeys(COUNTED, 0), {}
                await self._engine.call(lambda desk: desk.ledger.clear_import(job.record.id))
            await self._change(job, state="undone" if undone else "ready")
        except ApiError:
            logger.warning("a cancelled import could not be removed import=%s", job.record.id.hex())

    async def _run(self, job: ImportJob, file: InvoiceFile, names: Names) -> None:
        while chunk := await trio.to_thread.run_sync(file.take):
            job.go_on()
            await self._engine.call(lambda desk, chunk=chunk: keep_rows(desk, job, chunk, names))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
            self._tell(job)
        job.go_on()
        await self._change(job, state="ready")
        if job.request.send:
            await self._send(job)

    async def _change(self, job: ImportJob, **changes: str) -> None:
        job.record = replace(job.record, counts=dict(job.counts), totals=dict(job.totals), **changes)  # type: ignore[arg-type]  # only text fields are given
        await self._engine.call(lambda desk: desk.ledger.update_import(job.record))
        self._tell(job)
        self._notifier.publish("drafts")

    def _tell(self, job: ImportJob) -> None:
        status = {"id": job.record.id.hex(), "state": job.record.state, "done": job.counts["rows"]}
        self._notifier.publish("import", value={**status, **job.counts})

    async def _send(self, job: ImportJob) -> None:
        await self._change(job, state="sending")
        drafts = await self._engine.call(lambda desk: desk.ledger.drafts(import_id=job.record.id))
        for start in range(0, len(drafts), SEND_AT_ONCE):
            if job.cancelled:
                # What is sent is sent; the rest stays as drafts.
                await self._change(job, state="ready")
                return
            await self.send_drafts(drafts[start : start + SEND_AT_ONCE])
        await self._change(job, state="sent")

    async def send_drafts(self, drafts: Sequence[Draft]) -> int:
        """Sign and send drafts; returns how many. One that the rules refuse stays a draft."""
        sent = 0
        for start in range(0, len(drafts), SEND_AT_ONCE):
            sent += await self._send_some(drafts[start : start + SEND_AT_ONCE])
        self._notifier.publish("drafts")
        return sent

    async def _send_some(self, drafts: Sequence[Draft]) -> int:
        records = [proposal(draft) for draft in drafts]
        try:
            return len(await self._engine.write(records, drafts=[draft.id for draft in drafts]))
        except ApiError as error:
            if error.code is not ApiErrorCode.RULE or len(drafts) == 1:
                if error.code is ApiErrorCode.RULE:
                    return 0
                raise
        return sum([await self._send_some([draft]) for draft in drafts])

    async def send(self, import_id: bytes) -> ImportStatus:
        """Sign and send the drafts of an import, in the background."""
        record = await self._record(import_id)
        if record.state in ("sent", "undone") or import_id in self._jobs:
            return await self.status(import_id)
        counts = {**dict.fromkeys(COUNTED, 0), **record.counts}
        job = ImportJob(record, ImportFile(path=record.file), counts, dict(record.totals))
        self._nursery.start_soon(self._follow, job, self._send)
        return await self.status(import_id)

    async def cancel(self, import_id: bytes) -> ImportStatus:
        """Have an import under way stop, and return at once.

        One that is being read leaves nothing, one that is being sent stops before the next batch. What is done
        already stays as it is.
        """
        job = self._jobs.get(import_id)
        if job is None:
            return await self.status(import_id)
        job.cancelled = True
        if job.record.state == "reading":
            job.record = replace(job.record, state="cancelling")
            self._tell(job)
        return status_view(job.record, job)

    async def undo(self, import_id: bytes) -> ImportStatus:
        """Remove everything that an import has added.

        Raises:
            ApiError: something of it was sent, or it is still under way.
        """
        record = await self._record(import_id)
        is_out = import_id in self._jobs or record.state in ("sending", "sent")
        if is_out or not await self._engine.call(lambda desk: desk.ledger.undo_import(import_id)):
            raise ApiError(ApiErrorCode.NOT_UNDOABLE)
        self._notifier.publish("drafts")
        return await self.status(import_id)

    async def _record(self, import_id: bytes) -> ImportRecord:
        record = await self._engine.call(lambda desk: desk.ledger.import_record(import_id))
        if record is None:
            raise ApiError(ApiErrorCode.UNKNOWN_IMPORT, import_id.hex())
        return record

    async def status(self, import_id: bytes) -> ImportStatus:
        """Return how an import stands."""
        job = self._jobs.get(import_id)
        record = await self._record(import_id) if job is None else job.record
        problems = await self._engine.call(lambda desk: desk.ledger.problems(import_id, PROBLEMS_SHOWN))
        planned = await self._engine.call(lambda desk: desk.ledger.planned_receipts(None, PLANNED_MAX))
        receipts_left = sum(item.import_id == import_id for item in planned)
        return status_view(record, job, problems, receipts_left)

    async def all(self) -> list[ImportStatus]:
        """Return all imports, the newest first, without their problems."""
        jobs = dict(self._jobs)
        records = await self._engine.call(lambda desk: desk.ledger.imports())
        return [status_view(record, jobs.get(record.id)) for record in records]

    async def problems(self, import_id: bytes) -> list[Problem]:
        """Return all problem rows of an import."""
        await self._record(import_id)
        return await self._engine.call(lambda desk: desk.ledger.problems(import_id, PLANNED_MAX))

    async def remembered(self, headers: Sequence[str]) -> RememberedImport:
        """Return what was chosen for the last file with these columns."""
        return await self._engine.call(lambda desk: remembered(desk, headers))


def new_import_id(asked: str, jobs: Container[bytes]) -> bytes:
    """Return the id of a new import: the one that a client has made, or another.

    Raises:
        ApiError: it is out of form, or that of a job under way.
    """
    if not asked:
        return os.urandom(ID_BYTES)
    try:
        import_id = bytes.fromhex(asked)
    except ValueError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "id") from error
    if len(import_id) != ID_BYTES or import_id in jobs:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "id")
    return import_id


def _begin(desk: Desk, job: ImportJob, file: InvoiceFile) -> None:
    """Keep the new import, and what was chosen for it for the next file like it."""
    desk.ledger.new_import(job.record)
    chosen = {name: member_of(identity) for name, identity in job.request.counterparties.items()}
    if chosen:
        desk.ledger.remember_counterparties(chosen)
    remember(desk, file.headers, job.request, file=job.record.file, now_ms=job.record.started_ms)


def refusal_detail(error: ImportRefused) -> str:
    """Return a file's refusal as the detail of an error: its code and figures as JSON."""
    return json.dumps({"code": str(error.code), **error.detail})


def known_names(desk: Desk) -> dict[str, MemberId]:
    """Return the names under which members are known: their own, their identifiers, and what was remembered.

    Whoever imports is known too, so that an invoice to them is told from one to nobody; others of that name come first.
    """
    names: dict[str, MemberId] = {}
    for profile in sorted(desk.ledger.profiles(), key=lambda profile: profile.member != desk.me):
        names.update({name: profile.member for _, name in (*profile.names, *profile.identifiers)})
    names.update({member.hex(): member for member in desk.members if member != desk.me})
    names.update(desk.ledger.remembered_counterparties())
    return names


def member_of(identity: str) -> MemberId:
    """Return the member with an id in hex.

    Raises:
        ApiError: it is none.
    """
    try:
        return MemberId(bytes.fromhex(identity))
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, identity) from error


def proposal(draft: Draft) -> WriteRecord:
    """Return the record that a draft becomes."""
    terms = draft.terms
    fields: dict[str, Value] = {
        "debtor": terms.debtor.hex(),
        "creditor": terms.creditor.hex(),
        "amount": terms.amount_minor,
        "currency": terms.currency,
        "issued": terms.issued,
        "due": terms.due,
        "grace_days": terms.grace_days,
        "reference": terms.reference,
        "description": terms.description,
        "assignable": terms.assignable,
        "nettable": terms.nettable,
        "valid_until": terms.valid_until,
    }
    return WriteRecord(kind=CREDIT_PROPOSE, fields=dict(fields))
