"""What others stand for, on replicas: a default, a guarantee called and paid, a pool drawn on by its rule."""

from tests.simulation.arrivals import check_any_order
from tests.simulation.test_netting import refusals_of
from tests.simulation.world import Node, World, propose

from cohong.book.guarantees import Guarantee, Pledge, Pool, draw_of
from cohong.book.objects import Obligation, ObligationState
from cohong.book.reasons import NoReason
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    CHAIN_ASK,
    CREDIT_ACCEPT,
    CREDIT_DEFAULT,
    CREDIT_NOTICE,
    CREDIT_RECEIPT,
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    MOTION_PUT,
    MOTION_VOTE,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
)
from cohong.primitives.motion import Expel, Motion, NameKeeper, Question, motion_body
from cohong.primitives.standing import Level

DAY_MS = 86_400_000
PAID: dict[str, Value] = {"value_date": "2025-10-01", "method": "", "reference": ""}


class Default:
    """Five members; the second owes the first 1,000 and is in default with it."""

    def __init__(self) -> None:
        self.world = World(5)
        self.creditor, self.debtor, self.guarantor, self.other, self.keeper = self.world.nodes
        self.world.now_ms += DAY_MS
        proposal = propose(self.creditor, self.debtor.id, self.world.now_ms, amount=1_000)
        self.world.settle(3)
        accepted = self.debtor.write(CREDIT_ACCEPT, self.world.now_ms, names=[proposal])
        self.world.settle(4)
        self.subject = ObjectId(proposal)
        notice = self.creditor.write(CREDIT_NOTICE, self.world.now_ms, names=[accepted], says="pay, please")
        self.block_after(0)
        self.block_after(80)
        head = self.creditor.replica.heads.head(self.debtor.id)
        assert head is not None
        heads: Value = [[head.author, head.seq, head.id]]
        self.version = self.write(self.creditor, CREDIT_DEFAULT, names=[notice], heads=heads)

    def block_after(self, days: int) -> None:
        """Let days pass, and have a block of today."""
        self.world.now_ms += days * DAY_MS
        self.creditor.write(CHAIN_ASK, self.world.now_ms, after=self.world.now_ms)
        for node in self.world.nodes:
            node.replica.hear([other.id for other in self.world.nodes], self.world.now_ms)
        self.world.settle()

    def write(self, node: Node, kind: str, **fields: Value) -> EntryId:
        entry = node.write(kind, self.world.now_ms, **fields)
        self.world.settle()
        return entry

    def obligation(self, subject: ObjectId | None = None) -> Obligation:
        found = {node.ledger.objects[subject or self.subject] for node in self.world.nodes}
        (item,) = found
        assert isinstance(item, Obligation)
        return item

    def reason(self, entry: EntryId) -> set[str]:
        return refusals_of(entry, self.world.nodes)

    def grant(self, cap: int) -> EntryId:
        return self.write(
            self.guarantor, GUARANTEE_GRANT, debtor=self.debtor.id, beneficiary=self.creditor.id, currency="HKD",
            cap=cap, until="2026-12-31", says="for the season",
        )  # fmt: skip

    def carry(self, question: Question) -> None:
        """Have a question put, voted for by all voters, and carried out by blocks."""
        body = motion_body(Motion(question, "gone", self.world.now_ms + 30 * DAY_MS), bytes(16))
        del body["salt"]
        motion = self.write(self.creditor, MOTION_PUT, **body)
        for node in self.world.nodes:
            if node.replica.is_voter:
                node.write(MOTION_VOTE, self.world.now_ms, names=[motion], yes=True)
        self.block_after(1)
        assert all(motion in node.replica.people.done for node in self.world.nodes[:4])

    def check_any_order(self) -> None:
        check_any_order(self.world)


def test_a_guarantor_pays_a_part_and_stands_in_the_holders_place_for_it() -> None:
    case = Default()
    assert case.obligation().state is ObligationState.DEFAULTED
    grant = case.grant(400)
    names: list[Value] = [grant, case.version]
    above = case.write(case.creditor, GUARANTEE_CALL, names=names, amount=401, version=case.version, says="")
    assert case.reason(above) == {NoReason.EXCEEDS_COVER.value}
    call = case.write(case.creditor, GUARANTEE_CALL, names=names, amount=400, version=case.version, says="")
    pay = case.write(case.guarantor, GUARANTEE_PAY, names=[grant, call], amount=300, version=case.version, **PAID)
    again = case.write(case.guarantor, GUARANTEE_PAY, names=[pay, call], amount=100, version=case.version, **PAID)
    assert case.reason(again) == {NoReason.ANSWERED.value}
    put = case.write(case.creditor, CREDIT_SUBROGATE, names=[case.version, pay])
    rest, part = case.obligation(), case.obligation(ObjectId(pay))
    assert (rest.outstanding_minor, rest.assigned_minor, rest.holder) == (700, 300, case.creditor.id)
    assert (part.outstanding_minor, part.holder, part.state) == (300, case.guarantor.id, ObligationState.DEFAULTED)
    guarantee = case.keeper.ledger.objects[ObjectId(grant)]
    assert isinstance(guarantee, Guarantee) and guarantee.left_minor == 100
    case.write(case.guarantor, CREDIT_RECEIPT, names=[pay, put], amount=300, **PAID)
    assert case.obligation(ObjectId(pay)).state is ObligationState.CURED
    case.check_any_order()


def test_a_guarantor_that_pays_all_becomes_the_holder() -> None:
    case = Default()
    grant = case.grant(5_000)
    call = case.write(
        case.creditor, GUARANTEE_CALL, names=[grant, case.version], amount=1_000, version=case.version, says=""
    )
    pay = case.write(case.guarantor, GUARANTEE_PAY, names=[grant, call], amount=1_000, version=case.version, **PAID)
    case.write(case.creditor, CREDIT_SUBROGATE, names=[case.version, pay])
    assert (case.obligation().holder, case.obligation().outstanding_minor) == (case.guarantor.id, 1_000)
    case.check_any_order()


def test_nobody_calls_a_guarantee_for_what_is_not_in_default_or_of_another_debtor() -> None:
    case = Default()
    proposal = propose(case.creditor, case.other.id, case.world.now_ms, amount=50, reference="INV-2")
    case.world.settle()
    other = case.write(case.other, CREDIT_ACCEPT, names=[proposal])
    grant = case.grant(400)
    early = case.write(case.creditor, GUARANTEE_CALL, names=[grant, other], amount=50, version=other, says="")
    assert case.reason(early) == {NoReason.WRONG_STATE.value}
    names: list[Value] = [grant, case.version]
    stranger = case.write(case.keeper, GUARANTEE_CALL, names=names, amount=50, version=case.version, says="")
    assert case.reason(stranger) == {NoReason.NOT_CONTROLLER.value}


def test_a_pool_pays_by_its_rule_and_its_keeper_holds_what_was_paid() -> None:
    case = Default()
    pool = case.write(case.keeper, POOL_CREATE, name="Guild", currency="HKD")
    pledgers = (case.guarantor, case.other, case.keeper)
    pledges = [
        case.write(node, POOL_PLEDGE, names=[pool], cap=cap, until="2026-12-31")
        for node, cap in zip(pledgers, (2_000, 1_001, 999), strict=True)
    ]
    claim = case.write(
        case.creditor, POOL_CLAIM, names=[pool, case.version], amount=1_000, version=case.version, says=""
    )
    names: list[Value] = [pool, claim, case.version, *pledges]
    generous = case.write(case.keeper, POOL_DRAW, names=names, amount=800, version=case.version, shares=[400, 200, 200])
    assert case.reason(generous) == {NoReason.NOT_THE_RULE.value}
    found = [case.keeper.ledger.objects[ObjectId(pledge)] for pledge in pledges]
    made = case.keeper.ledger.objects[ObjectId(pool)]
    assert isinstance(made, Pool)
    amount, shares = draw_of(made, [item for item in found if isinstance(item, Pledge)], 1_000, case.debtor.id)
    assert (amount, shares) == (400, [200, 100, 100]), "a tenth of 4,000"
    draw = case.write(
        case.keeper, POOL_DRAW, names=names, amount=amount, version=case.version, shares=list[Value](shares)
    )
    assert case.keeper.ledger.known[draw].level in (Level.FINAL, Level.ANCHORED)
    case.write(case.creditor, CREDIT_SUBROGATE, names=[case.version, draw])
    part = case.obligation(ObjectId(draw))
    assert (part.holder, part.outstanding_minor, case.obligation().outstanding_minor) == (case.keeper.id, 400, 600)
    case.check_any_order()


def test_nobody_claims_on_a_pool_that_the_debtor_keeps() -> None:
    case = Default()
    pool = case.write(case.debtor, POOL_CREATE, name="Guild", currency="HKD")
    names: list[Value] = [pool, case.version]
    claim = case.write(case.creditor, POOL_CLAIM, names=names, amount=1_000, version=case.version, says="")
    assert case.reason(claim) == {NoReason.SAME_PARTY.value}


def test_who_is_named_in_the_place_of_a_keeper_that_was_expelled_draws_on_the_pool() -> None:
    case = Default()
    pool = case.write(case.keeper, POOL_CREATE, name="Guild", currency="HKD")
    pledges = [
        case.write(node, POOL_PLEDGE, names=[pool], cap=cap, until="2026-12-31")
        for node, cap in ((case.guarantor, 2_000), (case.other, 2_000))
    ]
    claim = case.write(
        case.creditor, POOL_CLAIM, names=[pool, case.version], amount=1_000, version=case.version, says=""
    )
    case.carry(Expel(case.keeper.id))
    draw: dict[str, Value] = {
        "names": [pool, claim, case.version, *pledges], "amount": 400, "version": case.version, "shares": [200, 200],
    }  # fmt: skip
    assert case.reason(case.write(case.other, POOL_DRAW, **draw)) == {NoReason.NOT_CONTROLLER.value}
    case.carry(NameKeeper(pool, case.keeper.id, case.other.id))
    for node in case.world.nodes:
        assert node.replica.lineage.rules.keeper_of(ObjectId(pool), case.keeper.id) == case.other.id
    assert case.reason(case.write(case.guarantor, POOL_DRAW, **draw)) == {NoReason.NOT_CONTROLLER.value}
    drawn = case.write(case.other, POOL_DRAW, **draw)
    assert case.reason(drawn) == set()
    case.write(case.creditor, CREDIT_SUBROGATE, names=[case.version, drawn])
    part = case.obligation(ObjectId(drawn))
    assert (part.holder, part.outstanding_minor) == (case.other.id, 400)
    case.check_any_order()


def test_shares_of_a_draw_add_up_and_keep_to_what_is_left() -> None:
    pool = Pool(ObjectId(bytes(32)), EntryId(bytes(32)), MemberId(bytes(32)), "P", "HKD")
    pledges = [
        Pledge(ObjectId(bytes([number]) * 32), EntryId(bytes([number]) * 32), pool.id, MemberId(bytes(32)), cap, "")
        for number, cap in enumerate((1, 100, 899))
    ]
    amount, shares = draw_of(pool, pledges, 10_000, MemberId(b"d" * 32))
    assert (amount, sum(shares)) == (100, 100) and shares == [0, 10, 90]
    assert draw_of(pool, pledges, 1, MemberId(b"d" * 32)) == (0, [0, 0, 0])
    assert draw_of(pool, pledges, 10, MemberId(b"d" * 32))[0] == 8


def test_a_guarantee_that_was_used_is_called_again_for_what_is_left() -> None:
    case = Default()
    grant = case.grant(400)
    call = case.write(
        case.creditor, GUARANTEE_CALL, names=[grant, case.version], amount=300, version=case.version, says=""
    )
    pay = case.write(case.guarantor, GUARANTEE_PAY, names=[grant, call], amount=300, version=case.version, **PAID)
    put = case.write(case.creditor, CREDIT_SUBROGATE, names=[case.version, pay])
    case.write(case.guarantor, CREDIT_RECEIPT, names=[pay, put], amount=200, **PAID)
    again = case.write(case.creditor, GUARANTEE_CALL, names=[pay, put], amount=100, version=put, says="")
    assert case.reason(again) == set()
    rest = case.write(case.guarantor, GUARANTEE_PAY, names=[pay, again], amount=100, version=put, **PAID)
    case.write(case.creditor, CREDIT_SUBROGATE, names=[put, rest])
    parts = [case.obligation(ObjectId(part)).outstanding_minor for part in (pay, rest)]
    assert (case.obligation().outstanding_minor, parts) == (600, [100, 100])
    case.check_any_order()
