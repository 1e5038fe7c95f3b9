"""Consents on replicas: given, used, taken back while somebody reads, and whatever drawn members make of them."""

import random
from collections import Counter

from tests.simulation.arrivals import check_any_order
from tests.simulation.test_netting import refusals_of
from tests.simulation.world import Node, World

from cohong.book.consents import Consent, ConsentState
from cohong.book.question import day_of
from cohong.book.reasons import NoReason
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import ACCESS_RECEIPT, CONSENT_GRANT, CONSENT_REVOKE
from cohong.primitives.standing import Level

TODAY = "2025-10-09"
DAY_MS = 86_400_000
REFUSED = (
    NoReason.WRONG_STATE, NoReason.NOT_A_PARTY, NoReason.NOT_CONTROLLER, NoReason.EXPIRED, NoReason.DATES,
    NoReason.SAME_PARTY,
)  # fmt: skip
STANDS = (Level.CONFIRMED, Level.FINAL, Level.ANCHORED)


def let_read(node: Node, reader: MemberId, world: World, until: str = TODAY, **changes: Value) -> EntryId:
    body: dict[str, Value] = {"reader": reader, "scope": "report", "purpose": "terms", "until": until, "says": ""}
    return node.write(CONSENT_GRANT, world.now_ms, **(body | changes))


def settled(world: World, entry: EntryId) -> EntryId:
    world.settle()
    return entry


def consent(world: World, entry: EntryId) -> Consent:
    (found,) = {node.ledger.objects[ObjectId(entry)] for node in world.nodes}
    assert isinstance(found, Consent)
    return found


def test_what_was_read_stays_and_what_is_read_in_ignorance_of_the_end_stands_too() -> None:
    world = World(4)
    subject, reader, other = world.nodes[:3]
    given = settled(world, let_read(subject, reader.id, world))
    first = settled(world, reader.write(ACCESS_RECEIPT, world.now_ms, names=[given]))
    stranger = settled(world, other.write(ACCESS_RECEIPT, world.now_ms, names=[given]))
    assert refusals_of(stranger, world.nodes) == {NoReason.NOT_A_PARTY.value}
    ended = subject.write(CONSENT_REVOKE, world.now_ms, names=[given], reason="")
    unaware = settled(world, reader.write(ACCESS_RECEIPT, world.now_ms, names=[given]))
    assert consent(world, given).state is ConsentState.REVOKED
    known = other.ledger.known
    assert [known[entry].level in STANDS for entry in (given, first, ended, unaware)] == [True] * 4
    assert all(known[entry].applied for entry in (first, unaware))
    knowing = settled(world, reader.write(ACCESS_RECEIPT, world.now_ms, names=[ended]))
    assert refusals_of(knowing, world.nodes) == {NoReason.WRONG_STATE.value}
    check_any_order(world)


def test_nobody_reads_under_a_consent_after_its_last_day() -> None:
    world = World(3)
    subject, reader, _ = world.nodes
    given = settled(world, let_read(subject, reader.id, world, TODAY))
    world.now_ms += DAY_MS
    read = settled(world, reader.write(ACCESS_RECEIPT, world.now_ms, names=[given]))
    assert refusals_of(read, world.nodes) == {NoReason.EXPIRED.value}
    ended = settled(world, subject.write(CONSENT_REVOKE, world.now_ms, names=[given], reason=""))
    assert (consent(world, given).state, refusals_of(ended, world.nodes)) == (ConsentState.REVOKED, set())
    check_any_order(world)


def test_drawn_members_do_what_they_like_and_the_book_is_that_of_a_recount() -> None:
    applied, refused = Counter[str](), Counter[str]()
    for seed in range(6):
        world = drawn(random.Random(f"consents {seed}"))
        check_any_order(world)
        for fact in world.nodes[0].ledger.known.values():
            applied.update([fact.kind] if fact.applied else [])
            refused.update(refusals_of(fact.id, world.nodes))
    assert {CONSENT_GRANT, CONSENT_REVOKE, ACCESS_RECEIPT} <= applied.keys()
    assert {reason.value for reason in REFUSED} <= refused.keys()


def drawn(chance: random.Random) -> World:
    """Return a world in which consents were given, used and taken back, mostly by whom they concern."""
    world = World(4)
    written = list[EntryId]()
    for _ in range(40):
        node, other = chance.sample(world.nodes, 2)
        name = chance.choice(written[-9:]) if written else None
        if name is None or name not in node.ledger.known or chance.random() < 0.25:
            reader = node if chance.random() < 0.1 else other
            written.append(
                let_read(node, reader.id, world, day_of(world.now_ms + chance.choice([-1, 0, 0, 1]) * DAY_MS))
            )
        else:
            kind = chance.choice([ACCESS_RECEIPT, ACCESS_RECEIPT, CONSENT_REVOKE])
            node = _who_may(world, name, kind) if chance.random() < 0.7 else node
            fields: dict[str, Value] = {"reason": ""} if kind == CONSENT_REVOKE else {}
            if name in node.ledger.known:
                written.append(node.write(kind, world.now_ms, names=[name], **fields))
        if chance.random() < 0.6:
            world.settle()
        world.now_ms += chance.choice([0, 0, 1, DAY_MS // 3])
    world.settle()
    return world


def _who_may(world: World, name: EntryId, kind: str) -> Node:
    node = world.nodes[0]
    known = node.ledger.known.get(name)
    found = node.ledger.objects.get(known.object) if known is not None and known.object is not None else None
    if not isinstance(found, Consent):
        return node
    wanted = found.subject if kind == CONSENT_REVOKE else found.reader
    return next(item for item in world.nodes if item.id == wanted)
