"""What the node adds to records about guarantees and pools, what it offers, and what a member stands for."""

from collections.abc import Sequence

import pytest
from tests.simulation.test_guarantees import PAID, Default
from tests.simulation.world import Node, propose

from cohong.api.errors import ApiError
from cohong.api.requests import WriteRecord
from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.objects import Obligation
from cohong.book.question import day_of
from cohong.ledger.covers import AllCovers
from cohong.node.actions import actions_on
from cohong.node.cover_exposure import after_answer, exposure_of
from cohong.node.covers import guarantees_behind, is_usable, open_demands, steps_by_covers
from cohong.node.writing import intents_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_RECEIPT,
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_PAY,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
)


def sign(case: Default, node: Node, kind: str, subject: bytes, **fields: object) -> EntryId:
    """Write what the node makes of a client's wish; all the voters agree with it."""
    request = WriteRecord(kind, subject.hex(), fields)
    (intent,) = intents_of([request], node.replica, node.id, case.world.now_ms)
    entry = case.write(node, kind, **intent.body)
    assert case.reason(entry) == set()
    return entry


def refused(case: Default, node: Node, kind: str, subject: bytes, **fields: object) -> str:
    with pytest.raises(ApiError) as caught:
        intents_of([WriteRecord(kind, subject.hex(), fields)], node.replica, node.id, case.world.now_ms)
    return caught.value.detail


def covers_of(node: Node) -> AllCovers:
    found = sorted(node.ledger.objects.values(), key=lambda item: item.id)
    return AllCovers(
        [item for item in found if isinstance(item, Guarantee)],
        [item for item in found if isinstance(item, Pool)],
        [item for item in found if isinstance(item, Pledge)],
    )


def offered(case: Default, node: Node, subject: ObjectId) -> set[str]:
    """Return what of covers a member may write about an obligation."""
    obligation, rules = node.ledger.objects[subject], node.replica.lineage.rules
    assert isinstance(obligation, Obligation)
    day = day_of(case.world.now_ms)
    kinds = steps_by_covers(obligation, covers_of(node), node.replica.workspace, rules, node.id, day)
    return set(actions_on(obligation, node.id, rules, kinds)) & {CREDIT_SUBROGATE, GUARANTEE_CALL, POOL_CLAIM}


def stands_for(case: Default, node: Node) -> tuple[int, int]:
    day, replica = day_of(case.world.now_ms), node.replica
    now, worst = exposure_of(node.id, covers_of(node), replica.workspace, replica.lineage.rules, day)
    return now["HKD"], worst["HKD"]


def would_stand_for(case: Default, node: Node, demand: EntryId, paid: int = 0) -> tuple[int, int]:
    """Return the same once a demand was answered."""
    day, replica = day_of(case.world.now_ms), node.replica
    covers = after_answer(demand, paid, covers_of(node), replica.workspace, day)
    now, worst = exposure_of(node.id, covers, replica.workspace, replica.lineage.rules, day)
    return now["HKD"], worst["HKD"]


def pledged(case: Default, caps: Sequence[int], keeper: Node | None = None) -> ObjectId:
    pool = case.write(keeper or case.keeper, POOL_CREATE, name="Guild", currency="HKD")
    for node, cap in zip((case.guarantor, case.other, case.keeper), caps, strict=True):
        sign(case, node, POOL_PLEDGE, pool, cap=cap, until="2026-12-31")
    return ObjectId(pool)


def test_a_call_its_payment_and_the_holders_step_are_made_from_ids_alone() -> None:
    case = Default()
    grant = ObjectId(case.grant(400))
    assert (stands_for(case, case.guarantor), stands_for(case, case.creditor)) == ((0, 400), (0, 0))
    assert offered(case, case.creditor, case.subject) == {GUARANTEE_CALL}
    assert offered(case, case.debtor, case.subject) == set()
    call = sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=300, says="")
    assert stands_for(case, case.guarantor) == (300, 400)
    assert refused(case, case.creditor, CREDIT_SUBROGATE, case.subject) == "wrong-names"
    pay = sign(case, case.guarantor, GUARANTEE_PAY, grant, call=call.hex(), amount=300, **PAID)
    assert stands_for(case, case.guarantor) == (0, 100)
    assert offered(case, case.creditor, case.subject) == {CREDIT_SUBROGATE, GUARANTEE_CALL}
    sign(case, case.creditor, CREDIT_SUBROGATE, case.subject)
    part = case.obligation(ObjectId(pay))
    assert (part.holder, part.outstanding_minor, case.obligation().outstanding_minor) == (case.guarantor.id, 300, 700)
    assert offered(case, case.creditor, case.subject) == {GUARANTEE_CALL}


def test_what_is_left_of_a_guarantee_is_called_for_what_is_left_of_an_obligation() -> None:
    """The last payment and the transfer by which the obligation stands look like a part of it; they name two things."""
    case = Default()
    grant, paid = ObjectId(case.grant(400)), []
    for amount in (300, 100):
        call = sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=amount, says="")
        paid.append(sign(case, case.guarantor, GUARANTEE_PAY, grant, call=call.hex(), amount=amount, **PAID))
        sign(case, case.creditor, CREDIT_SUBROGATE, case.subject)
    assert [case.obligation(ObjectId(item)).outstanding_minor for item in paid] == [300, 100]
    assert (case.obligation().outstanding_minor, stands_for(case, case.guarantor)) == (600, (0, 0))
    case.check_any_order()


def test_a_draw_is_what_the_rule_gives_of_all_pledges() -> None:
    case = Default()
    pool = pledged(case, (2_000, 1_001, 999))
    assert offered(case, case.creditor, case.subject) == {POOL_CLAIM}
    claim = sign(case, case.creditor, POOL_CLAIM, pool, obligation=case.subject.hex(), amount=300, says="")
    assert [stands_for(case, node) for node in (case.guarantor, case.other, case.keeper)] == [
        (120, 2_000), (60, 1_001), (60, 999),
    ]  # fmt: skip
    draw = sign(case, case.keeper, POOL_DRAW, pool, claim=claim.hex())
    assert refused(case, case.keeper, POOL_DRAW, pool, claim=claim.hex()) == "answered"
    assert stands_for(case, case.guarantor) == (0, 1_880)
    sign(case, case.creditor, CREDIT_SUBROGATE, case.subject, paid=draw.hex())
    assert case.obligation(ObjectId(draw)).holder == case.keeper.id
    # A pledge to a pool that has been drawn on names its newest version, and is drawn on with the others.
    sign(case, case.other, POOL_PLEDGE, pool, cap=1_000, until="2026-12-31")
    claim = sign(case, case.creditor, POOL_CLAIM, pool, obligation=case.subject.hex(), amount=500, says="")
    sign(case, case.keeper, POOL_DRAW, pool, claim=claim.hex())
    found = covers_of(case.keeper).pools[0]
    assert (dict(found.by_debtor), len(found.drawn)) == ({case.debtor.id: 500}, 4), "a tenth of 5,000"
    case.check_any_order()


def test_a_call_for_what_has_changed_since_counts_no_more() -> None:
    case = Default()
    grant = ObjectId(case.grant(400))
    sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=300, says="")
    case.write(case.creditor, CREDIT_RECEIPT, names=[case.version], amount=900, **PAID)
    guarantee = covers_of(case.guarantor).guarantees[0]
    (call,) = open_demands(guarantee, case.guarantor.replica.workspace)
    assert not is_usable(call, case.guarantor.replica.workspace)
    assert stands_for(case, case.guarantor) == (0, 400)


def test_what_cannot_be_called_claimed_or_drawn_is_said_before_it_is_signed() -> None:
    case = Default()
    grant = ObjectId(case.grant(400))
    proposal = propose(case.creditor, case.debtor.id, case.world.now_ms, amount=50, reference="INV-2")
    case.world.settle()
    case.write(case.debtor, CREDIT_ACCEPT, names=[proposal])
    demand: dict[str, object] = {"obligation": proposal.hex(), "amount": 50, "says": ""}
    assert offered(case, case.creditor, ObjectId(proposal)) == set()
    assert refused(case, case.creditor, GUARANTEE_CALL, grant, **demand) == "wrong-state"
    demand["obligation"] = case.subject.hex()
    assert refused(case, case.creditor, GUARANTEE_CALL, grant, **{**demand, "amount": 401}) == "exceeds-cover"
    assert refused(case, case.creditor, GUARANTEE_CALL, grant, amount=50, says="") == "obligation"
    assert refused(case, case.guarantor, GUARANTEE_PAY, grant, call=proposal.hex(), amount=50, **PAID) == "wrong-names"
    pool = pledged(case, (4, 3, 2))
    claim = sign(case, case.creditor, POOL_CLAIM, pool, **demand)
    assert refused(case, case.keeper, POOL_DRAW, pool, claim=claim.hex()) == "no-effect", "a tenth of 9 is nothing"


def test_a_pool_that_the_debtor_keeps_is_no_cover_of_what_it_owes() -> None:
    case = Default()
    pool = pledged(case, (4_000, 3_000, 2_000), case.debtor)
    assert offered(case, case.creditor, case.subject) == set()
    demand: dict[str, object] = {"obligation": case.subject.hex(), "amount": 50, "says": ""}
    assert refused(case, case.creditor, POOL_CLAIM, pool, **demand) == "same-party"


def test_a_part_that_was_paid_for_and_the_guarantee_are_moved_apart_from_one_another() -> None:
    """Both stand by one payment, and are two objects: each is moved without the other."""
    case = Default()
    grant = ObjectId(case.grant(400))
    call = sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=300, says="")
    part = ObjectId(sign(case, case.guarantor, GUARANTEE_PAY, grant, call=call.hex(), amount=300, **PAID))
    sign(case, case.creditor, CREDIT_SUBROGATE, case.subject)
    sign(case, case.guarantor, CREDIT_RECEIPT, part, amount=50, **PAID)
    call = sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=100, says="")
    sign(case, case.guarantor, GUARANTEE_PAY, grant, call=call.hex(), amount=100, **PAID)
    assert (case.obligation(part).outstanding_minor, stands_for(case, case.guarantor)) == (250, (0, 0))
    case.check_any_order()


def test_what_one_stands_for_after_an_answer_is_what_it_then_stands_for() -> None:
    case = Default()
    grant = ObjectId(case.grant(400))
    call = sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=300, says="")
    foreseen = [would_stand_for(case, case.guarantor, call, paid) for paid in (100, 300, 999)]
    assert foreseen == [(0, 300), (0, 100), (0, 0)], "never more than is left"
    assert would_stand_for(case, case.guarantor, EntryId(grant), 100) == (300, 400), "that is no call"
    sign(case, case.guarantor, GUARANTEE_PAY, grant, call=call.hex(), amount=300, **PAID)
    assert stands_for(case, case.guarantor) == foreseen[1]

    pool = pledged(case, (2_000, 1_001, 999))
    claim = sign(case, case.creditor, POOL_CLAIM, pool, obligation=case.subject.hex(), amount=300, says="")
    pledgers = (case.guarantor, case.other, case.keeper)
    foreseen = [would_stand_for(case, node, claim) for node in pledgers]
    sign(case, case.keeper, POOL_DRAW, pool, claim=claim.hex())
    assert [stands_for(case, node) for node in pledgers] == foreseen == [(0, 1_980), (0, 941), (0, 939)]


def test_a_record_names_the_guarantees_of_those_whom_they_concern() -> None:
    case = Default()
    grant = ObjectId(case.grant(400))

    def behind(node: Node, day: str) -> list[ObjectId]:
        rules = node.replica.lineage.rules
        return [item.id for item in guarantees_behind(case.obligation(), covers_of(node), rules, node.id, day)]

    today = day_of(case.world.now_ms)
    assert all(behind(node, today) == [grant] for node in (case.creditor, case.debtor, case.guarantor))
    assert behind(case.other, today) == [], "another's affair"
    assert behind(case.creditor, "2026-12-31") == [grant] and behind(case.creditor, "2027-01-01") == []
    call = sign(case, case.creditor, GUARANTEE_CALL, grant, obligation=case.subject.hex(), amount=400, says="")
    sign(case, case.guarantor, GUARANTEE_PAY, grant, call=call.hex(), amount=400, **PAID)
    assert behind(case.creditor, today) == [], "nothing is left of it"
