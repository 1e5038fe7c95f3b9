"""What a node writes by itself: its name, acceptances, planned receipts, and the wish for a block that it waits for."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from cohong.api.requests import WriteRecord
from cohong.book.disputes import Correction
from cohong.book.objects import OWED, Limit, Obligation, ObligationState, natural_id
from cohong.book.question import day_of
from cohong.book.rounds import Round
from cohong.ledger.drafts import LocalMarks
from cohong.ledger.ledger import Ledger
from cohong.node.block_wishes import BlockWishes
from cohong.node.netting import joins_to_write
from cohong.primitives.days import days_between
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import CHAIN_ASK, CREDIT_ACCEPT, CREDIT_RECEIPT, PROFILE_SET
from cohong.primitives.standing import Level
from cohong.protocol.workspace import Workspace

RECORDS_AT_ONCE = 1_000
PLANNED_MAX = 1_000_000
NAME_SETTING: Final = "name-told"
"""The name that the node has told the members last; a record by which the member says more of itself stays as it is."""


@dataclass(slots=True)
class Orders:
    """Records to write now, with the marks that go with them."""

    records: list[WriteRecord] = field(default_factory=list)
    marks: LocalMarks = field(default_factory=LocalMarks)


@dataclass(slots=True)
class Automation:
    """Looks at obligations that have changed and says what is to be written about them.

    Attributes:
        accepting: acceptances written and not confirmed yet, by hand or by itself: obligation -> (creditor, currency,
            amount). They count against the limit like what is open already.
    """

    me: MemberId
    ledger: Ledger
    workspace: Workspace
    wishes: BlockWishes
    accepting: dict[ObjectId, tuple[MemberId, str, int]] = field(default_factory=dict)
    _left: dict[ObjectId, None] = field(default_factory=dict)
    _name: str = ""
    _name_told: str = ""

    def call_itself(self, name: str) -> None:
        """Have the members told what this one calls itself, unless they have been."""
        self._name = name

    def load(self) -> None:
        """Take up where the ledger stands: what waits for an answer or a receipt, and what has its answer already."""
        self._name_told = (self.ledger.get_setting(NAME_SETTING) or b"").decode()
        asked = self.ledger.to_answer(self.me)
        for subject in asked:
            obligation = self.workspace.object(subject)
            if isinstance(obligation, Obligation):
                self._note_answered(obligation)
        self.notice(asked)
        self.notice(item.id for item in self.ledger.open_rounds())
        for correction in self.ledger.corrections_asked_by(self.me):
            self.wishes.note(correction)
        self.notice(planned.object for planned in self.ledger.planned_receipts(None, PLANNED_MAX))

    def notice(self, objects: Iterable[ObjectId]) -> None:
        """Take note of objects that have changed."""
        self._left.update(dict.fromkeys(sorted(objects)))

    def orders(self, now_ms: int) -> Orders:
        """Return what is to be written about the obligations noticed, at most a thousand records at a time."""
        orders, receivable = Orders(), dict[ObjectId, Obligation]()
        self._add_name(orders)
        if self.wishes.is_due(now_ms):
            orders.records.append(WriteRecord(kind=CHAIN_ASK))
        open_minor: dict[tuple[MemberId, str], int] = {}
        while self._left and len(orders.records) + len(receivable) < RECORDS_AT_ONCE:
            subject = next(iter(self._left))
            del self._left[subject]
            obligation = self.workspace.object(subject)
            if isinstance(obligation, Limit) and obligation.member == self.me and obligation.auto_accept:
                # What came before the limit stood may be within it.
                self.notice(item for item in self.ledger.to_answer(self.me) if item not in self.accepting)
            if isinstance(obligation, Round):
                orders.records += joins_to_write(obligation, self.workspace, self.me, now_ms)
            if isinstance(obligation, Correction):
                self.wishes.note(obligation)
            if not isinstance(obligation, Obligation):
                continue
            if obligation.state is ObligationState.PROPOSED:
                if obligation.controller == self.me and self._may_accept(obligation, open_minor, now_ms):
                    orders.records.append(WriteRecord(kind=CREDIT_ACCEPT, object=subject.hex()))
                continue
            self.accepting.pop(subject, None)
            if obligation.state in OWED and obligation.holder == self.me:
                receivable[subject] = obligation
        self._add_receipts(receivable, orders)
        return orders

    def has_left(self) -> bool:
        """Return whether some of what was noticed has not been looked at yet."""
        return bool(self._left)

    def _may_accept(self, obligation: Obligation, open_minor: dict[tuple[MemberId, str], int], now_ms: int) -> bool:
        """Whether the member's own limit for this creditor covers the proposal."""
        terms, creditor = obligation.terms, obligation.terms.creditor
        if terms.debtor != self.me or obligation.id in self.accepting or self._note_answered(obligation):
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

    def _note_answered(self, obligation: Obligation) -> bool:
        """Return whether the member has answered a proposal; an acceptance under way counts against the limit."""
        movers = self.workspace.movers(obligation.version)
        own = [fact for fact in movers if fact.author == self.me and fact.level is not Level.REJECTED]
        terms = obligation.terms
        if terms.debtor == self.me and any(fact.kind == CREDIT_ACCEPT for fact in own):
            self.accepting[obligation.id] = (terms.creditor, terms.currency, terms.amount_minor)
        return bool(own)

    def not_written(self, record: WriteRecord, orders: Orders) -> None:
        """Take back an order that the rules refuse for now: nothing is promised, a planned receipt stays planned."""
        subject = ObjectId(bytes.fromhex(record.object))
        if record.kind == CREDIT_ACCEPT:
            self.accepting.pop(subject, None)
        elif record.kind == PROFILE_SET:
            orders.marks.settings.clear()
        elif subject in orders.marks.receipts:
            orders.marks.receipts.remove(subject)

    def _add_name(self, orders: Orders) -> None:
        """Have the member's name said once, and again when it has another; what else it has said of itself stays."""
        if not self._name or self._name == self._name_told:
            return
        about_me = self.workspace.about(natural_id("profile", self.me))
        own = [item for item in about_me if item.fact.author == self.me and item.fact.level is not Level.REJECTED]
        said: dict[str, Any] = dict(own[-1].body) if own and own[-1].body else {}
        names = {language: name for language, name in said.get("name", {}).items() if name != self._name_told}
        if self._name not in names.values():
            fields = {
                "kind": said.get("kind", "firm"),
                "name": {**names, language_of(self._name): self._name},
                "place": said.get("place", ""),
                "identifiers": said.get("identifiers", {}),
            }
            orders.records.append(WriteRecord(kind=PROFILE_SET, fields=fields))
            orders.marks.settings.append((NAME_SETTING, self._name.encode()))
        self._name_told = self._name

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


def language_of(name: str) -> str:
    """Return under which language a name is told: a Chinese one in the characters that it is written in."""
    if not any("CJK UNIFIED" in unicodedata.name(char, "") for char in name):
        return "en"
    return "zh_hans" if _is_in(name, "gb2312") and not _is_in(name, "big5") else "zh_hant"


def _is_in(name: str, encoding: str) -> bool:
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
