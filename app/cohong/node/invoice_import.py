"""Importing an invoice file into the book: rows become drafts, drafts become proposals, paid ones get their receipts.

Reading goes on a worker thread, a thousand rows at a time; what has been read is kept as drafts at once, so that a
crash loses nothing and a second import of the same file adds nothing.
"""

import json
import logging
import os
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import ImportFile, WriteRecord
from cohong.api.views import Amount, ImportStatus
from cohong.book.objects import Terms
from cohong.importing.invoices import (
    ImportOptions,
    ImportRefused,
    InvoiceRow,
    ProblemRow,
    Row,
    RowReason,
    SkipReason,
    read_invoices,
)
from cohong.ledger.drafts import Draft, KnownReference
from cohong.ledger.imports import ImportRecord, Problem
from cohong.node.desk import Desk
from cohong.node.engine import Engine, now_ms
from cohong.node.notifier import Notifier
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId
from cohong.primitives.invoice_number import without_leading_zeros
from cohong.primitives.kinds import CREDIT_PROPOSE

logger = logging.getLogger(__name__)

ROWS_AT_ONCE: Final = 1_000
SEND_AT_ONCE: Final = 200
VALID_DAYS: Final = 90
"""How long a proposal made from an imported invoice may be accepted."""

UNKNOWN_COUNTERPARTY: Final = "unknown_counterparty"
CONFLICTS_WITH_RECORD: Final = "conflicts_with_record"
CURRENCY_NOT_ALLOWED: Final = "currency_not_allowed"
REFUSED_BY_RULES: Final = "refused_by_rules"
INTERRUPTED: Final = "interrupted"
READ_FAILED: Final = "read_failed"
PROBLEMS_SHOWN: Final = 500
PLANNED_MAX: Final = 1_000_000


_COUNTED: Final = ("rows", "added", "already", "duplicates", "bad", "void")


@dataclass(slots=True)
class _Job:
    """An import under way."""

    record: ImportRecord
    request: ImportFile
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED, 0))
    totals: dict[str, int] = field(default_factory=dict)


class InvoiceImports:
    """Starts imports and tells how they stand."""

    def __init__(self, engine: Engine, notifier: Notifier, nursery: trio.Nursery) -> None:
        self._engine = engine
        self._notifier = notifier
        self._nursery = nursery
        self._jobs: dict[bytes, _Job] = {}

    async def start(self, request: ImportFile) -> ImportStatus:
        """Begin an import and return at once.

        Raises:
            ApiError: the options are wrong or the file is refused as a whole.
        """
        path = Path(request.path)
        if not request.currency:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "currency")
        rows = await trio.to_thread.run_sync(_first_chunk, path, _options(request))
        names = await self._counterparties(path, request)
        record = ImportRecord(os.urandom(16), path.name, "reading", b"", {}, {}, now_ms())
        await self._engine.call(lambda desk: desk.ledger.new_import(record))
        job = self._jobs[record.id] = _Job(record, request)
        self._nursery.start_soon(self._follow, job, self._run, rows, names)
        return await self.status(record.id)

    async def _counterparties(self, path: Path, request: ImportFile) -> dict[str, MemberId]:
        """Return which customers of the file stand for which members, as far as that is known."""
        names = await self._engine.call(_known_names)
        names.update({name: _member(identity) for name, identity in request.counterparties.items()})
        if request.deal_to:
            customers = await trio.to_thread.run_sync(_customers, path, _options(request))
            left = sorted(customer for customer in customers if customer not in names)
            dealt = {name: _member(request.deal_to[i % len(request.deal_to)]) for i, name in enumerate(left)}
            names.update(dealt)
        chosen = {name: names[name] for name in request.counterparties}
        if chosen:
            await self._engine.call(lambda desk: desk.ledger.remember_counterparties(chosen))
        return names

    async def _follow(self, job: _Job, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        """Do some work on an import, and count it among those under way as long as that lasts."""
        self._jobs[job.record.id] = job
        try:
            await work(job, *arguments)
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

    async def _give_up(self, job: _Job, code: str, detail: str) -> None:
        try:
            await self._change(job, state="failed", error=code, detail=detail)
        except ApiError:
            # Nor can that be kept: without a job under way it shows as interrupted.
            logger.warning("that an import stopped could not be kept import=%s", job.record.id.hex())

    async def _run(self, job: _Job, rows: "_Chunks", names: Mapping[str, MemberId]) -> None:
        try:
            while True:
                chunk = await trio.to_thread.run_sync(rows.take)
                if not chunk:
                    break
                await self._engine.call(lambda desk, chunk=chunk: _keep(desk, job, chunk, names))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
                self._tell(job)
        except ImportRefused as error:
            await self._change(job, state="failed", error=str(error.code), detail=json.dumps(error.detail))
            return
        await self._change(job, state="ready")
        if job.request.send:
            await self._send(job)

    async def _change(self, job: _Job, **changes: str) -> None:
        job.record = replace(job.record, counts=dict(job.counts), totals=dict(job.totals), **changes)  # type: ignore[arg-type]  # only text fields are given
        await self._engine.call(lambda desk: desk.ledger.update_import(job.record))
        self._tell(job)
        self._notifier.publish("drafts")

    def _tell(self, job: _Job) -> None:
        status = {"id": job.record.id.hex(), "state": job.record.state, "done": job.counts["rows"]}
        self._notifier.publish("import", value={**status, **job.counts})

    async def _send(self, job: _Job) -> None:
        await self._change(job, state="sending")
        drafts = await self._engine.call(lambda desk: desk.ledger.drafts(import_id=job.record.id))
        await self.send_drafts(drafts)
        await self._change(job, state="sent")

    async def send_drafts(self, drafts: Sequence[Draft]) -> int:
        """Sign and send drafts; returns how many. One that the rules refuse stays a draft."""
        sent = 0
        for start in range(0, len(drafts), SEND_AT_ONCE):
            sent += await self._send_some(drafts[start : start + SEND_AT_ONCE])
        self._notifier.publish("drafts")
        return sent

    async def _send_some(self, drafts: Sequence[Draft]) -> int:
        records = [_proposal(draft) for draft in drafts]
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
        counts = {**dict.fromkeys(_COUNTED, 0), **record.counts}
        job = _Job(record, ImportFile(path=record.file), counts, dict(record.totals))
        self._nursery.start_soon(self._follow, job, self._send)
        return await self.status(import_id)

    async def undo(self, import_id: bytes) -> ImportStatus:
        """Remove everything that an import has added.

        Raises:
            ApiError: something of it was sent, or it is still under way.
        """
        await self._record(import_id)
        if import_id in self._jobs or not await self._engine.call(lambda desk: desk.ledger.undo_import(import_id)):
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
        return _view(record, job, problems, receipts_left)

    async def all(self) -> list[ImportStatus]:
        """Return all imports, the newest first, without their problems."""
        jobs = dict(self._jobs)
        records = await self._engine.call(lambda desk: desk.ledger.imports())
        return [_view(record, jobs.get(record.id), (), 0) for record in records]

    async def problems(self, import_id: bytes) -> list[Problem]:
        """Return all problem rows of an import."""
        await self._record(import_id)
        return await self._engine.call(lambda desk: desk.ledger.problems(import_id, PLANNED_MAX))


def _view(record: ImportRecord, job: _Job | None, problems: Sequence[Problem], receipts_left: int) -> ImportStatus:
    counts = job.counts if job is not None else record.counts
    totals = job.totals if job is not None else record.totals
    is_cut_off = job is None and record.state in ("reading", "sending")
    return ImportStatus(
        id=record.id.hex(),
        file=record.file,
        state="failed" if is_cut_off else record.state,  # type: ignore[arg-type]  # only this module writes states
        rows=counts.get("rows", 0),
        done=counts.get("rows", 0),
        added=counts.get("added", 0),
        already=counts.get("already", 0),
        duplicates=counts.get("duplicates", 0),
        bad=counts.get("bad", 0),
        void=counts.get("void", 0),
        receipts_left=receipts_left,
        started_ms=record.started_ms,
        undoable=job is None and record.sent == 0 and record.state in ("ready", "failed", "reading"),
        totals=[Amount(currency=code, minor=minor) for code, minor in sorted(totals.items())],
        problems=[
            {
                "line": item.line,
                "column": item.column,
                "value": item.value,
                "reason": item.reason,
                "other": item.other,
            }
            for item in problems
        ],
        error=INTERRUPTED if is_cut_off else record.error,
        detail=record.detail,
    )


# Reading.


class _Chunks:
    """The rows of a file, a thousand at a time."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._first: list[Row] | None = list(islice(rows, ROWS_AT_ONCE))

    def take(self) -> list[Row]:
        """Return the next rows, none at the end."""
        if self._first is not None:
            first, self._first = self._first, None
            return first
        return list(islice(self._rows, ROWS_AT_ONCE))


def _first_chunk(path: Path, options: ImportOptions) -> _Chunks:
    """Survey the file, so that one that cannot be read is refused before anything is kept."""
    try:
        return _Chunks(read_invoices(path, options))
    except ImportRefused as error:
        raise ApiError(ApiErrorCode.FILE_REFUSED, json.dumps({"code": str(error.code), **error.detail})) from error


def _customers(path: Path, options: ImportOptions) -> set[str]:
    return {row.customer for row in read_invoices(path, options) if isinstance(row, InvoiceRow)}


def _options(request: ImportFile) -> ImportOptions:
    return ImportOptions(
        currency=request.currency or None,
        terms_days=request.terms_days or None,
        encoding=request.encoding or None,
        delimiter=request.delimiter or None,
        date_order=request.date_order or None,
        decimal_mark=request.decimal_mark or None,
        columns=request.columns or None,
    )


def _known_names(desk: Desk) -> dict[str, MemberId]:
    """Return the names under which members are known: their own, their identifiers, and what was remembered."""
    names: dict[str, MemberId] = {}
    for profile in desk.ledger.profiles():
        if profile.member != desk.me:
            names.update({name: profile.member for _, name in (*profile.names, *profile.identifiers)})
    names.update({member.hex(): member for member in desk.members if member != desk.me})
    names.update(desk.ledger.remembered_counterparties())
    return names


def _member(identity: str) -> MemberId:
    try:
        return MemberId(bytes.fromhex(identity))
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, identity) from error


# Keeping; on the engine's thread.


def _keep(desk: Desk, job: _Job, chunk: Sequence[Row], names: Mapping[str, MemberId]) -> None:
    """Turn rows into drafts and problems."""
    problems: list[Problem] = []
    invoices: list[tuple[InvoiceRow, MemberId]] = []
    for row in chunk:
        if isinstance(row, InvoiceRow):
            debtor = names.get(row.customer) or names.get(row.customer_name)
            if debtor is None or debtor not in desk.members or debtor == desk.me:
                problems.append(_problem(row, "customer", row.customer, UNKNOWN_COUNTERPARTY))
            else:
                invoices.append((row, debtor))
        elif isinstance(row, ProblemRow):
            problems.append(
                Problem(row.line, row.column, row.value, str(row.reason), json.dumps(row.raw), row.of_number)
            )
        elif row.reason is SkipReason.DUPLICATE:
            job.counts["duplicates"] += 1
        elif row.reason is SkipReason.VOID:
            job.counts["void"] += 1
    drafts = _drafts(desk, job, invoices, problems)
    desk.ledger.add_drafts(drafts)
    desk.ledger.add_problems(job.record.id, problems)
    job.counts["added"] += len(drafts)
    job.counts["bad"] += len(problems)
    job.counts["rows"] = sum(count for name, count in job.counts.items() if name != "rows")
    for draft in drafts:
        code = draft.terms.currency
        job.totals[code] = job.totals.get(code, 0) + draft.terms.amount_minor


def _drafts(
    desk: Desk, job: _Job, invoices: Sequence[tuple[InvoiceRow, MemberId]], problems: list[Problem]
) -> list[Draft]:
    known = desk.ledger.known_references(desk.me, ((debtor, row.number) for row, debtor in invoices))
    allowed = desk.replica.rules.currencies
    drafts = []
    for row, debtor in invoices:
        currency = row.currency or job.request.currency
        alike = known[debtor, without_leading_zeros(row.number)]
        terms = (row.amount_minor, currency, row.issued, row.due)
        if (row.number, terms) in alike:
            job.counts["already"] += 1
        elif alike:
            problems.append(_unlike(row, terms, alike))
        elif allowed and currency not in allowed:
            problems.append(_problem(row, "currency", currency, CURRENCY_NOT_ALLOWED))
        else:
            alike.append((row.number, terms))
            drafts.append(_draft(desk, job, row, debtor, currency))
    return drafts


def _draft(desk: Desk, job: _Job, row: InvoiceRow, debtor: MemberId, currency: str) -> Draft:
    terms = Terms(
        debtor=debtor,
        creditor=desk.me,
        amount_minor=row.amount_minor,
        currency=currency,
        issued=row.issued,
        due=row.due,
        grace_days=0,
        reference=row.number,
        description=row.description,
        evidence=(),
        assignable=True,
        nettable=True,
        valid_until=(datetime.now(UTC) + timedelta(days=VALID_DAYS)).date().isoformat(),
    )
    return Draft(os.urandom(16), job.record.id, row.line, terms, row.settled, job.request.receipts, now_ms())


def _unlike(row: InvoiceRow, terms: tuple[int, str, str, str], alike: Sequence[KnownReference]) -> Problem:
    """Return what is wrong with a row that is not quite what is known under its number."""
    if any(number == row.number for number, _ in alike):
        return _problem(row, "number", row.number, CONFLICTS_WITH_RECORD)
    number, known = next((found for found in alike if found[1] == terms), alike[0])
    reason = RowReason.NUMBER_LACKS_ZEROS if known == terms else RowReason.ZEROS_AND_TERMS_DIFFER
    return _problem(row, "number", row.number, reason, number)


def _problem(row: InvoiceRow, column: str, value: str, reason: str, other: str = "") -> Problem:
    raw = [row.customer, row.customer_name, row.number, row.issued, row.due, str(row.amount_minor), row.settled or ""]
    return Problem(row.line, column, value, reason, json.dumps(raw), other)


def _proposal(draft: Draft) -> WriteRecord:
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
