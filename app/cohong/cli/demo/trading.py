"""One thread a firm that does what its people would: invoice, pay, write receipts.

It knows nothing but what its own node shows it. When the node is away (the demonstration may kill it) it waits until
it is back, reads the book anew and goes on; each record has a key of its own, so none is written twice.
"""

import threading
import time
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.api.views import ObligationRow, RecordDetails
from cohong.cli.demo.book_rounds import BookRounds
from cohong.cli.demo.network import RECORDS_A_REQUEST, Firm, write_many
from cohong.cli.demo.plan import FirmPlan
from cohong.cli.node_client import NodeClient, NodeNotReachableError

READ_EVERY_S: Final = 0.3
"""Least time between two readings of the book."""

READ_SHARE: Final = 3
"""A reading that takes long is repeated less often: a quarter of the time at most goes into it."""

PAUSE_MAX_S: Final = 1.0
"""A single slow answer, as from a node that is catching up, says little about the next one."""

_STANDS: Final = ("majority", "final")
_OPEN: Final = ("active", "overdue")
_ENDED: Final = ("settled", "declined")
_TRY_AGAIN: Final = (ApiErrorCode.CATCHING_UP, ApiErrorCode.LOCKED, ApiErrorCode.NO_NETWORK, ApiErrorCode.OVERLOADED)


class Trader(threading.Thread):
    """Carries out one firm's plan until stopped.

    Attributes:
        error: what made it give up, if something did.
    """

    def __init__(self, firm: Firm, plan: FirmPlan, stop: threading.Event) -> None:
        super().__init__(name=f"trader {firm.sample.code}", daemon=True)
        self._firm = firm
        self._plan = plan
        self._stop_asked = stop
        self._started_s = time.monotonic()
        self._proposed = 0
        self._written: set[str] = set()
        self._rounds = BookRounds()
        self.error: Exception | None = None

    def run(self) -> None:
        """Trade; a node that is away is waited for."""
        while not self._stop_asked.is_set():
            try:
                with NodeClient.connect(self._firm.node.profile_dir) as node:
                    node.ask("node.subscribe", after=0)
                    self._trade(node)
            except NodeNotReachableError:
                # Written may mean sent to a node that died before it was durable: the book tells.
                self._written.clear()
                self._rounds = BookRounds()
                self._stop_asked.wait(READ_EVERY_S)
            except ApiError as error:
                if error.code not in _TRY_AGAIN:
                    self.error = error
                    return
                self._stop_asked.wait(READ_EVERY_S)

    def _trade(self, node: NodeClient) -> None:
        while not self._stop_asked.is_set():
            self._propose(node)
            reading_s = self._read_and_answer(node)
            pause_s = min(max(READ_EVERY_S, reading_s * READ_SHARE), PAUSE_MAX_S)
            if self._stop_asked.wait(pause_s):
                return
            if not self._has_appointments() and not self._rounds.has_left():
                node.wait_for_change(["book"], timeout_s=1.0)
            node.drop_notifications()

    def _has_appointments(self) -> bool:
        """Whether something is to be done at a time of the plan, rather than when the book changes."""
        if self._proposed < len(self._plan.proposals):
            return True
        now_s = self._now_s()
        return any(payment.at_s > now_s for payment in self._plan.payments.values())

    def _propose(self, node: NodeClient) -> None:
        now_s = self._now_s()
        due: list[WriteRecord] = []
        for at_s, record in self._plan.proposals[self._proposed :]:
            if at_s > now_s:
                break
            due.append(record)
        write_many(node, [_with_key(record, str(record.fields["reference"])) for record in due])
        self._proposed += len(due)

    def _read_and_answer(self, node: NodeClient) -> float:
        """Claim what is payable, write receipts for what is claimed; return the seconds that reading took."""
        if not self._plan.payments and not self._plan.receipts:
            return 0.0
        started = time.monotonic()
        rows = self._rounds.read(node)
        reading_s = time.monotonic() - started
        claims = [claim for row in rows if (claim := self._claim(row)) is not None]
        receipts = [receipt for row in rows if (receipt := self._receipt(node, row)) is not None]
        for records in (claims, receipts):
            for start in range(0, len(records), RECORDS_A_REQUEST):
                self._write(node, records[start : start + RECORDS_A_REQUEST])
        self._rounds.settle(all(self._is_done(row) for row in rows))
        return reading_s

    def _is_done(self, row: ObligationRow) -> bool:
        """Whether nothing is left for this firm to write about the obligation."""
        if row.state in _ENDED:
            return True
        if row.side == "debtor":
            return row.reference not in self._plan.payments or f"claim {row.object}" in self._written
        return row.reference not in self._plan.receipts or f"receipt {row.object}" in self._written

    def _write(self, node: NodeClient, records: list[WriteRecord]) -> None:
        """Sign records. What the rules do not allow yet is left for the next reading; all the others are written."""
        if not records:
            return
        try:
            node.ask("record.write_many", records=records)
        except ApiError as error:
            if error.code is not ApiErrorCode.RULE:
                raise
            if len(records) > 1:
                middle = len(records) // 2
                self._write(node, records[:middle])
                self._write(node, records[middle:])
        else:
            self._written.update(record.key for record in records)

    def _claim(self, row: ObligationRow) -> WriteRecord | None:
        payment = self._plan.payments.get(row.reference)
        if payment is None or row.side != "debtor" or not _stands(row) or row.open_claim_minor:
            return None
        key = f"claim {row.object}"
        if key in self._written or payment.at_s > self._now_s():
            return None
        fields = _payment_fields(row.outstanding_minor, payment.value_date, row.reference)
        return WriteRecord(kind="credit.claim", object=row.object, fields=fields, key=key)

    def _receipt(self, node: NodeClient, row: ObligationRow) -> WriteRecord | None:
        value_date = self._plan.receipts.get(row.reference)
        if value_date is None or row.side != "holder" or not _stands(row) or not row.open_claim_minor:
            return None
        key = f"receipt {row.object}"
        if key in self._written:
            return None
        fields = _payment_fields(row.open_claim_minor, value_date, row.reference)
        details: RecordDetails = node.ask("book.record", object=row.object)
        claims = [item.entry for item in details.history if item.kind == "credit.claim"]
        if claims:
            fields["claim"] = claims[-1]
        return WriteRecord(kind="credit.receipt", object=row.object, fields=fields, key=key)

    def _now_s(self) -> float:
        return time.monotonic() - self._started_s


def _stands(row: ObligationRow) -> bool:
    return row.state in _OPEN and row.level in _STANDS


def _payment_fields(amount_minor: int, value_date: str, reference: str) -> dict[str, object]:
    return {
        "amount": amount_minor,
        "value_date": value_date,
        "method": "bank transfer",
        "reference": reference,
    }


def _with_key(record: WriteRecord, reference: str) -> WriteRecord:
    return WriteRecord(kind=record.kind, fields=record.fields, key=f"invoice {reference}")
