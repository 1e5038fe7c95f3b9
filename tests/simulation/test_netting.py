"""Netting rounds on replicas: what is cleared, what is refused, and that the book is one in any order of arrival."""

from collections.abc import Sequence

import pytest
from tests.simulation.arrivals import check_any_order
from tests.simulation.recount import ballot_of
from tests.simulation.world import Node, World, propose

from cohong.book.objects import Obligation, ObligationState
from cohong.book.reasons import NoReason
from cohong.book.rounds import Round, RoundState
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import (
    BALLOT,
    CHAIN_ASK,
    CREDIT_ACCEPT,
    CREDIT_RECEIPT,
    NETTING_ABORT,
    NETTING_AGREE,
    NETTING_ANNOUNCE,
    NETTING_APPLY,
    NETTING_JOIN,
)
from cohong.primitives.standing import Level

DAY_MS = 86_400_000


class Table:
    """Four members who owe each other in a circle, and a round that one of them coordinates."""

    def __init__(self, *amounts: int) -> None:
        self.world = World(4)
        self.nodes = self.world.nodes
        self.world.now_ms += DAY_MS
        self.debts = [self._owed(number, amount) for number, amount in enumerate(amounts)]
        announced: dict[str, Value] = {"currency": "HKD", "due_until": "2026-01-31", "ends": "2025-10-31", "says": ""}
        self.round = self.nodes[0].write(NETTING_ANNOUNCE, self.world.now_ms, **announced)
        self.world.settle()

    def _owed(self, number: int, amount: int) -> EntryId:
        """Have one member owe the next one; returns the version that the acceptance makes."""
        debtor, creditor = self.nodes[number], self.nodes[(number + 1) % len(self.nodes)]
        proposal = propose(creditor, debtor.id, self.world.now_ms, amount=amount, reference=f"INV-{number}")
        self.world.settle(3)
        accepted = debtor.write(CREDIT_ACCEPT, self.world.now_ms, names=[proposal])
        self.world.settle(3)
        return accepted

    def join_all(self) -> list[EntryId]:
        """Let every debtor agree and every holder join; returns the joins."""
        agreed = [
            self.nodes[number].write(NETTING_AGREE, self.world.now_ms, names=[self.round, version])
            for number, version in enumerate(self.debts)
        ]
        self.world.settle(4)
        joins = [
            self._join(self.nodes[(number + 1) % len(self.nodes)], version, agreed[number])
            for number, version in enumerate(self.debts)
        ]
        self.world.settle(6)
        return joins

    def _join(self, holder: Node, version: EntryId, agreed: EntryId) -> EntryId:
        obligation = self.obligation(holder, version)
        head = holder.replica.heads.head(obligation.terms.debtor)
        assert head is not None
        heads: Value = [[head.author, head.seq, head.id]]
        return holder.write(NETTING_JOIN, self.world.now_ms, names=[version, self.round, agreed], heads=heads)

    def obligation(self, node: Node, entry: EntryId) -> Obligation:
        subject = node.ledger.known[entry].object
        found = node.ledger.objects[ObjectId(subject or entry)]
        assert isinstance(found, Obligation)
        return found

    def apply(self, joins: list[EntryId], set_offs: list[int], by: int = 0) -> EntryId:
        entry = self.nodes[by].write(
            NETTING_APPLY, self.world.now_ms, names=[self.round, *joins], set_offs=list[Value](set_offs)
        )
        self.world.settle()
        return entry

    def outstanding(self) -> list[int]:
        found = {tuple(self.obligation(node, debt).outstanding_minor for debt in self.debts) for node in self.nodes}
        assert len(found) == 1, "every node has the same book"
        return list(found.pop())

    def reason(self, entry: EntryId) -> set[str]:
        """Return why the voters have refused a record."""
        return refusals_of(entry, self.nodes)

    def check_any_order(self) -> None:
        check_any_order(self.world)


def refusals_of(entry: EntryId, nodes: Sequence[Node]) -> set[str]:
    """Return why voters have refused a record."""
    said = [word for node in nodes for ballot in map(_refusals, node.sent) for word in ballot]
    return {reason for item, reason in said if item == entry}


def _refusals(entry: Entry) -> tuple[tuple[EntryId, str], ...]:
    return ballot_of(entry).no if entry.header.kind == BALLOT else ()


def test_a_circle_is_cleared_at_once_and_control_comes_back() -> None:
    table = Table(500, 300, 400, 350)
    joins = table.join_all()
    assert table.outstanding() == [500, 300, 400, 350]
    end = table.apply(joins, [300, 300, 300, 300])
    assert table.outstanding() == [200, 0, 100, 50]
    states = [table.obligation(table.nodes[2], debt).state for debt in table.debts]
    assert states == [ObligationState.ACTIVE, ObligationState.SETTLED, ObligationState.ACTIVE, ObligationState.ACTIVE]
    paid: dict[str, Value] = {"amount": 200, "value_date": "2025-10-01", "method": "", "reference": ""}
    table.nodes[1].write(CREDIT_RECEIPT, table.world.now_ms, names=[end, joins[0]], **paid)
    table.world.settle()
    assert table.obligation(table.nodes[3], table.debts[0]).state is ObligationState.SETTLED
    table.check_any_order()


@pytest.mark.parametrize(
    ("set_offs", "reason"),
    [
        ([300, 300, 300, 299], NoReason.NOT_BALANCED),
        ([299, 299, 299, 299], NoReason.NOT_OPTIMAL),
        ([0, 0, 0, 0], NoReason.NOT_OPTIMAL),
        ([301, 301, 301, 301], NoReason.EXCEEDS_OUTSTANDING),
        ([300, 300, 300], NoReason.WRONG_NAMES),
    ],
)
def test_a_result_that_is_unfair_or_not_the_most_is_refused(set_offs: list[int], reason: NoReason) -> None:
    table = Table(500, 300, 400, 350)
    end = table.apply(table.join_all(), set_offs)
    assert table.nodes[1].ledger.known[end].level is Level.REJECTED
    assert table.reason(end) == {reason.value}
    assert table.outstanding() == [500, 300, 400, 350]
    # The coordinator may mend it.
    joins = [fact.id for fact in table.nodes[0].ledger.known.values() if fact.kind == NETTING_JOIN]
    by_debt = sorted(joins, key=lambda join: table.debts.index(table.nodes[0].ledger.known[join].moves or join))
    table.apply(by_debt, [300, 300, 300, 300])
    assert table.outstanding() == [200, 0, 100, 50]


def test_nobody_but_the_coordinator_ends_a_round_and_nothing_moves_while_it_lasts() -> None:
    table = Table(500, 300, 400, 350)
    joins = table.join_all()
    stolen = table.apply(joins, [300, 300, 300, 300], by=2)
    assert table.reason(stolen) == {NoReason.NOT_CONTROLLER.value}
    paid: dict[str, Value] = {"amount": 1, "value_date": "2025-10-01", "method": "", "reference": ""}
    early = table.nodes[1].write(CREDIT_RECEIPT, table.world.now_ms, names=[joins[0]], **paid)
    table.world.settle()
    assert table.reason(early) == {NoReason.LOCKED.value}
    table.nodes[0].write(NETTING_ABORT, table.world.now_ms, names=[table.round], reason="not today")
    table.world.settle()
    round_ = table.nodes[3].ledger.objects[ObjectId(table.round)]
    assert isinstance(round_, Round) and round_.state is RoundState.ABORTED
    assert all(table.obligation(table.nodes[3], debt).locked_in is None for debt in table.debts)
    table.check_any_order()


def test_what_joins_after_the_end_is_free_at_once() -> None:
    table = Table(500, 300, 400, 350)
    late, table.debts = table.debts[3], table.debts[:3]
    agreed = table.nodes[3].write(NETTING_AGREE, table.world.now_ms, names=[table.round, late])
    joins = table.join_all()
    table.apply(joins, [0, 0, 0])
    join = table._join(table.nodes[0], late, agreed)
    table.world.settle()
    found = table.obligation(table.nodes[2], late)
    assert (found.locked_in, found.outstanding_minor, found.named_by[1:]) == (None, 350, (join,))
    table.check_any_order()


def test_a_round_that_nobody_ends_lapses_by_a_block_and_what_had_joined_is_the_holders_again() -> None:
    table = Table(500, 300, 400, 350)
    joins = table.join_all()
    world, holder = table.world, table.nodes[1]
    world.now_ms += 40 * DAY_MS
    holder.write(CHAIN_ASK, world.now_ms, after=world.now_ms - DAY_MS)
    for node in table.nodes:
        node.replica.hear([other.id for other in table.nodes], world.now_ms)
    world.settle()
    paid: dict[str, Value] = {"amount": 500, "value_date": "2025-10-01", "method": "", "reference": ""}
    holder.write(CREDIT_RECEIPT, world.now_ms, names=[joins[0]], **paid)
    world.settle()
    assert table.obligation(table.nodes[3], table.debts[0]).state is ObligationState.SETTLED
    late = table.apply(joins, [300, 300, 300, 300])
    assert table.nodes[2].ledger.known[late].level.has_failed
    assert table.outstanding() == [0, 300, 400, 350]
    table.check_any_order()
