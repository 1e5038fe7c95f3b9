"""Importing payments: which obligation each is for, and the receipts and claims that they become.

A row of a statement is remembered by what it says and by how many like it came before it in the file. Its records are
written under that key, so that the same statement, or one that overlaps with it, adds nothing; the engine knows the
key of what it has just written, should the node stop before the row is remembered.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import json_text
from cohong.api.requests import ImportFile, ImportPayments, WriteRecord
from cohong.api.views import Amount, ImportStatus, PaymentMatch, PaymentsFound
from cohong.importing.file_format import Field
from cohong.importing.invoices import ImportOptions, ImportRefused, ProblemRow
from cohong.importing.payments import PaymentFile, PaymentRow, read_payments
from cohong.ledger.imports import ImportRecord, Problem
from cohong.ledger.payable import Payable, PayableItem
from cohong.node.desk import Desk
from cohong.node.engine import Engine, now_ms
from cohong.node.import_job import PAYMENTS, ImportJob, shown_problem, status_view
from cohong.node.invoice_import import PROBLEMS_SHOWN, known_names, member_of, new_import_id, refusal_detail
from cohong.node.notifier import Notifier
from cohong.node.payment_matching import Matcher, OpenItem, Part, Unclear
from cohong.node.writing import PENDING
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_CLAIM, CREDIT_RECEIPT

logger = logging.getLogger(__name__)

WRITTEN_AT_ONCE: Final = 16
TRIES: Final = 20
TRY_EVERY_S: Final = 0.5
SAMPLE_ROWS: Final = 20
REFUSED: Final = "payment_refused"
CANCELLED: Final = "cancelled"
REFERENCE_CHARS_MAX: Final = 64
_REMEMBERED: Final = "payment:"

_Recorded = Counter[tuple[ObjectId, str, int]]
"""How often a payment of this obligation, day and amount has been recorded from rows of the file before."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A payment that is for something.

    Attributes:
        key: by which the row is remembered.
        left_minor: what its parts leave of their obligations, in their order.
    """

    row: PaymentRow
    currency: str
    key: str
    parts: tuple[Part, ...]
    left_minor: tuple[int, ...]


@dataclass(slots=True)
class _Plan:
    """What becomes of the rows of a file."""

    file: PaymentFile
    found: list[_Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    already: int = 0


class PaymentImports:
    """Matches payments with what is open, and records them."""

    def __init__(self, engine: Engine, notifier: Notifier, nursery: trio.Nursery, jobs: dict[bytes, ImportJob]) -> None:
        self._engine = engine
        self._notifier = notifier
        self._nursery = nursery
        self._jobs = jobs

    async def match(self, request: ImportPayments) -> PaymentsFound:
        """Return what an import would do; nothing is kept.

        Raises:
            ApiError: the options are wrong, or the file is refused as a whole.
        """
        plan = await self._plan(request)
        parties = {part.item.party for payment in plan.found for part in payment.parts}
        names = await self._engine.call(lambda desk: {party: desk.ledger.name_of(party) for party in parties})
        return _view(Path(request.path).name, plan, names)

    async def start(self, request: ImportPayments) -> ImportStatus:
        """Begin to record the payments of a file, and return. Raises as `match`."""
        import_id = new_import_id(request.id, self._jobs)
        plan = await self._plan(request)
        counts = {
            "rows": len(plan.file.rows), "added": 0, "already": plan.already, "bad": len(plan.problems),
            "duplicates": 0, "void": 0,
        }  # fmt: skip
        options = f'{{"{PAYMENTS}": {json_text(request)}}}'.encode()
        record = ImportRecord(import_id, Path(request.path).name, "sending", options, counts, {}, now_ms())
        job = ImportJob(record, ImportFile(path=request.path), counts)
        await self._engine.call(lambda desk: _begin(desk, record, request, plan.problems))
        self._jobs[import_id] = job
        self._nursery.start_soon(self._follow, job, plan, request.paid_by)
        return status_view(record, job)

    async def _plan(self, request: ImportPayments) -> _Plan:
        try:
            file = await trio.to_thread.run_sync(read_payments, Path(request.path), _options(request), request.way)
        except ImportRefused as error:
            raise ApiError(ApiErrorCode.FILE_REFUSED, refusal_detail(error)) from error
        if file.needs_currency:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "currency")
        names = await self._engine.call(known_names)
        names.update({name: member_of(identity) for name, identity in request.counterparties.items()})
        keys = _keys(file.rows)
        remembered = await self._engine.call(lambda desk: _remembered(desk, keys.values()))
        payable, me = await self._engine.call(lambda desk: (desk.ledger.payable, desk.me))
        others = {name: member for name, member in names.items() if member != me}
        # On another thread: it goes through all that is or was owed.
        return await trio.to_thread.run_sync(_planned, file, payable, me, others, keys, remembered)

    async def _follow(self, job: ImportJob, plan: _Plan, method: str) -> None:
        error, detail = "", ""
        try:
            for start in range(0, len(plan.found), WRITTEN_AT_ONCE):
                if job.cancelled:
                    error = CANCELLED
                    break
                await self._write(job, plan.found[start : start + WRITTEN_AT_ONCE], method)
                self._tell(job)
        except ApiError as stopped:
            # Locked in the middle, say, or the disk is full: what is written is written, and the file can come again.
            logger.warning("payments stopped import=%s why=%s", job.record.id.hex(), stopped)
            error, detail = str(stopped.code), stopped.detail
        try:
            job.record = replace(
                job.record, state="sent", counts=dict(job.counts), totals=dict(job.totals), error=error, detail=detail
            )
            await self._engine.call(lambda desk: desk.ledger.update_import(job.record))
        except ApiError:
            # Nor can that be kept: without a job under way it shows as interrupted.
            logger.warning("the end of an import could not be kept import=%s", job.record.id.hex())
        finally:
            del self._jobs[job.record.id]
        self._tell(job)

    async def _write(self, job: ImportJob, found: Sequence[_Found], method: str) -> None:
        """Write the records of some payments, and remember these."""
        done: list[_Found] = []
        problems: list[Problem] = []
        stopped: list[ApiError] = []

        async def write(payment: _Found) -> None:
            records = [_record(payment, part, method) for part in payment.parts]
            try:
                await self._write_in_turn(records, f"{_REMEMBERED}{payment.key}")
            except ApiError as error:
                if error.code is ApiErrorCode.RULE:
                    problems.append(_problem(payment.row, REFUSED, error.detail))
                else:
                    stopped.append(error)
            else:
                done.append(payment)

        # One after the other where they share an obligation; what is written at once is made durable at once.
        for group in _apart(found):
            if stopped:
                break
            async with trio.open_nursery() as nursery:
                for payment in group:
                    nursery.start_soon(write, payment)
        await self._engine.call(lambda desk: _remember(desk, job, done, problems))
        if stopped:
            raise stopped[0]

    async def _write_in_turn(self, records: Sequence[WriteRecord], key: str) -> None:
        """Write records, once the voters have signed an earlier one about the same obligation."""
        for _ in range(TRIES):
            try:
                await self._engine.write(records, key=key)
                return
            except ApiError as error:
                if error.detail != PENDING:
                    raise
            await trio.sleep(TRY_EVERY_S)
        raise ApiError(ApiErrorCode.RULE, PENDING)

    def _tell(self, job: ImportJob) -> None:
        done = job.counts["added"] + job.counts["already"] + job.counts["bad"]
        status = {"id": job.record.id.hex(), "state": job.record.state, "done": done}
        self._notifier.publish("import", value={**status, **job.counts})


def _options(request: ImportPayments) -> ImportOptions:
    return ImportOptions(
        currency=request.currency or None,
        encoding=request.encoding or None,
        delimiter=request.delimiter or None,
        date_order=request.date_order or None,
        decimal_mark=request.decimal_mark or None,
        columns=request.columns or None,
    )


def _keys(rows: Iterable[PaymentRow | ProblemRow]) -> dict[int, str]:
    """Return the key of each payment by its line."""
    seen: Counter[str] = Counter()
    keys: dict[int, str] = {}
    for row in rows:
        if isinstance(row, PaymentRow):
            says = json.dumps([
                row.day, row.amount_minor, row.currency, row.is_received, row.reference, row.description, row.party,
                row.account,
            ])  # fmt: skip
            keys[row.line] = hashlib.sha256(f"{seen[says]} {says}".encode()).hexdigest()
            seen[says] += 1
    return keys


def _remembered(desk: Desk, keys: Iterable[str]) -> dict[str, list[tuple[ObjectId, int]]]:
    """Return what rows that were recorded before became: key -> obligations and amounts."""
    found: dict[str, list[tuple[ObjectId, int]]] = {}
    for key in keys:
        stored = desk.ledger.get_setting(f"{_REMEMBERED}{key}")
        if stored is not None:
            found[key] = [(ObjectId(bytes.fromhex(identity)), amount) for identity, amount in json.loads(stored)]
    return found


def _planned(
    file: PaymentFile,
    payable: Payable,
    me: MemberId,
    names: Mapping[str, MemberId],
    keys: Mapping[int, str],
    remembered: Mapping[str, list[tuple[ObjectId, int]]],
) -> _Plan:
    before: _Recorded = Counter()
    kept: dict[ObjectId, Counter[tuple[str, int]]] = {}

    def is_recorded(item: ObjectId, day: str, amount_minor: int) -> bool:
        if item not in kept:
            kept[item] = payable.recorded(item, me)
        return kept[item][day, amount_minor] > before[item, day, amount_minor]

    matcher = Matcher((_open_item(item, me) for item in payable.items(me)), names, is_recorded)
    plan = _Plan(file)
    for row in file.rows:
        if isinstance(row, ProblemRow):
            plan.problems.append(Problem(row.line, row.column, row.value, str(row.reason), json.dumps(row.raw)))
            continue
        key = keys[row.line]
        if key in remembered:
            plan.already += 1
            before.update((item, row.day, amount) for item, amount in remembered[key])
            continue
        assert row.currency is not None, "a file with rows without a currency is refused"
        parts = matcher.match(row, row.currency)
        if isinstance(parts, Unclear):
            plan.problems.append(_problem(row, parts.reason, parts.other))
        else:
            left = tuple(part.item.left_minor for part in parts)
            plan.found.append(_Found(row, row.currency, key, parts, left))
    return plan


def _open_item(item: PayableItem, me: MemberId) -> OpenItem:
    is_mine = item.debtor != me
    left = item.outstanding_minor if is_mine else max(0, item.outstanding_minor - item.open_claim_minor)
    party = item.debtor if is_mine else item.holder
    return OpenItem(item.id, is_mine, party, item.reference, item.currency, left)


def _problem(row: PaymentRow, reason: str, other: str) -> Problem:
    column, value = ("reference", row.reference) if row.reference else ("description", row.description)
    return Problem(row.line, column, value[:80], reason, json.dumps(row.raw), other)


def _record(payment: _Found, part: Part, method: str) -> WriteRecord:
    row = payment.row
    fields = {
        "amount": part.amount_minor,
        "value_date": row.day,
        "method": method,
        "reference": (row.reference or row.description)[:REFERENCE_CHARS_MAX],
    }
    return WriteRecord(
        kind=CREDIT_RECEIPT if row.is_received else CREDIT_CLAIM, object=part.item.id.hex(), fields=fields
    )


def _apart(found: Sequence[_Found]) -> list[list[_Found]]:
    """Return the payments in groups, in which no obligation comes twice."""
    groups: list[list[_Found]] = []
    seen: Counter[ObjectId] = Counter()
    for payment in found:
        place = max(seen[part.item.id] for part in payment.parts)
        for part in payment.parts:
            seen[part.item.id] = place + 1
        if place == len(groups):
            groups.append([])
        groups[place].append(payment)
    return groups


def _begin(desk: Desk, record: ImportRecord, request: ImportPayments, problems: Sequence[Problem]) -> None:
    desk.ledger.new_import(record)
    desk.ledger.add_problems(record.id, problems)
    chosen = {name: member_of(identity) for name, identity in request.counterparties.items()}
    if chosen:
        desk.ledger.remember_counterparties(chosen)


def _remember(desk: Desk, job: ImportJob, done: Sequence[_Found], problems: Sequence[Problem]) -> None:
    with desk.ledger.together():
        for payment in done:
            parts = [[part.item.id.hex(), part.amount_minor] for part in payment.parts]
            desk.ledger.set_setting(f"{_REMEMBERED}{payment.key}", json.dumps(parts).encode())
        desk.ledger.add_problems(job.record.id, problems)
    job.counts["added"] += len(done)
    job.counts["bad"] += len(problems)
    for payment in done:
        job.totals[payment.currency] = job.totals.get(payment.currency, 0) + payment.row.amount_minor


def _view(file: str, plan: _Plan, names: Mapping[MemberId, str]) -> PaymentsFound:
    totals: dict[bool, dict[str, int]] = defaultdict(dict)
    matches: list[PaymentMatch] = []
    for payment in plan.found:
        of_way = totals[payment.row.is_received]
        of_way[payment.currency] = of_way.get(payment.currency, 0) + payment.row.amount_minor
        for part, left in zip(payment.parts, payment.left_minor, strict=True):
            matches.append(_match(payment, part, left, names))
    return PaymentsFound(
        file=file,
        rows=len(plan.file.rows),
        matched=len(plan.found),
        receipts=sum(item.received for item in matches),
        claims=sum(not item.received for item in matches),
        partial=sum(item.left_minor > 0 for item in matches),
        already=plan.already,
        bad=len(plan.problems),
        totals_in=[Amount(currency=code, minor=minor) for code, minor in sorted(totals[True].items())],
        totals_out=[Amount(currency=code, minor=minor) for code, minor in sorted(totals[False].items())],
        matches=matches[:PROBLEMS_SHOWN],
        problems=[shown_problem(item) for item in plan.problems[:PROBLEMS_SHOWN]],
        columns={_FIELD_NAMES.get(each, str(each)): choice.header for each, choice in plan.file.columns.items()},
        headers=list(plan.file.headers),
        sample=[list(row.raw) for row in plan.file.rows[:SAMPLE_ROWS]],
        places={str(each): choice.index for each, choice in plan.file.columns.items()},
    )


_FIELD_NAMES: Final = {
    Field.SETTLED: "date", Field.NUMBER: "reference", Field.CUSTOMER: "account", Field.CUSTOMER_NAME: "counterparty",
}  # fmt: skip


def _match(payment: _Found, part: Part, left_minor: int, names: Mapping[MemberId, str]) -> PaymentMatch:
    return PaymentMatch(
        line=payment.row.line,
        day=payment.row.day,
        received=payment.row.is_received,
        amount_minor=part.amount_minor,
        currency=payment.currency,
        object=part.item.id.hex(),
        reference=part.item.reference,
        counterparty=part.item.party.hex(),
        counterparty_name=names.get(part.item.party, ""),
        left_minor=left_minor,
    )
