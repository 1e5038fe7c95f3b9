"""What a node writes by itself, on its member's standing orders: acceptances within a limit, and planned receipts."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cohong.api.requests import WriteRecord
from cohong.book.objects import Limit, Obligation, ObligationState, natural_id
from cohong.book.rules import day_of
from cohong.ledger.drafts import LocalMarks
from cohong.ledger.ledger import Ledger
from cohong.primitives.days import days_between
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_ACCEPT, CREDIT_RECEIPT
from cohong.primitives.standing import Level
from cohong.protocol.workspace import Workspace

RECORDS_AT_ONCE = 1_000


@dataclass(slots=True)
class Orders:
    """Records to write now, with the marks that go with them."""

    records: list[WriteRecord] = field(default_factory=list)
    marks: LocalMarks = field(default_factory=LocalMarks)


@dataclass(slots=True)
class Automation:
    """Looks at obligations that have changed and says what is to be written about them.

    Attributes:
        accepting: acceptances written and not confirmed yet: obligation -> (creditor, currency, amount). They count
            against the limit like what is open already.
    """

    me: MemberId
    ledger: Ledger
    workspace: Workspace
    accepting: dict[ObjectId, tuple[MemberId, str, int]] = field(default_factory=dict)
    _left: dict[ObjectId, None] = field(default_factory=dict)

    def notice(self, objects: Iterable[ObjectId]) -> None:
        """Take note of obligations that have changed."""
        self._left.update(dict.fromkeys(sorted(objects)))

    def orders(self, now_ms: int) -> Orders:
        """Return what is to be written about the obligations noticed, at most a thousand records at a time."""
        orders, receivable = Orders(), dict[ObjectId, Obligation]()
        open_minor: dict[tuple[MemberId, str], int] = {}
        while self._left and len(orders.records) + len(receivable) < RECORDS_AT_ONCE:
            subject = next(iter(self._left))
            del self._left[subject]
            obligation = self.workspace.object(subject)
            if not isinstance(obligation, Obligation):
                continue
            if obligation.state is ObligationState.PROPOSED:
                if obligation.controller == self.me and self._may_accept(obligation, open_minor, now_ms):
                    orders.records.append(WriteRecord(kind=CREDIT_ACCEPT, object=subject.hex()))
                continue
            self.accepting.pop(subject, None)
            if obligation.state is ObligationState.ACTIVE and obligation.holder == self.me:
                receivable[subject] = obligation
        self._add_receipts(receivable, orders)
        return orders

    def has_left(self) -> bool:
        """Return whether some of what was noticed has not been looked at yet."""
        return bool(self._left)

    def _may_accept(self, obligation: Obligation, open_minor: dict[tuple[MemberId, str], int], now_ms: int) -> bool:
        """Whether the member's own limit for this creditor covers the proposal."""
        terms, creditor = obligation.terms, obligation.terms.creditor
        if terms.debtor != self.me or obligation.id in self.accepting or self._has_answered(obligation):
            return False
        limit = self.workspace.object(natural_id("limit", self.me, creditor, "debtor", terms.currency))
        if not isinstance(limit, Limit) or not limit.auto_accept or limit.until < day_of(now_ms):
            return False
        if days_between(terms.issued, terms.due) > limit.terms_days:
            return False
        key = (creditor, terms.currency)
        if key not in open_minor:
            promised = sum(amount for to, code, amount in self.accepting.values() if (to, code) == key)
            open_minor[key] = self.ledger.open_minor(self.me, creditor, terms.currency) + promised
        if open_minor[key] + terms.amount_minor > limit.amount_minor:
            return False
        open_minor[key] += terms.amount_minor
        self.accepting[obligation.id] = (creditor, terms.currency, terms.amount_minor)
        return True

    def _has_answered(self, obligation: Obligation) -> bool:
        movers = self.workspace.movers(obligation.version)
        return any(fact.author == self.me and fact.level is not Level.REJECTED for fact in movers)

    def _add_receipts(self, receivable: dict[ObjectId, Obligation], orders: Orders) -> None:
        for planned in self.ledger.planned_receipts(list(receivable), len(receivable)) if receivable else ():
            obligation = receivable[planned.object]
            claims = self.ledger.claims_of(planned.object) if planned.after_claim else []
            if self._has_answered(obligation) or (planned.after_claim and not claims):
                continue
            fields: dict[str, object] = {
                "amount": min(planned.amount_minor, obligation.outstanding_minor),
                "value_date": planned.value_date,
                "method": "import",
                "reference": obligation.terms.reference,
            }
            if claims:
                fields["claim"] = claims[0].version.hex()
            orders.records.append(WriteRecord(kind=CREDIT_RECEIPT, object=planned.object.hex(), fields=fields))
            orders.marks.receipts.append(planned.object)
