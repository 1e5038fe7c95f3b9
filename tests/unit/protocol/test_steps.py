"""Sales, disputes and defaults among the votes: what counts, and that no order of arrival changes it."""

from tests.simulation.charter_histories import ALWAYS_MS
from tests.simulation.feeds import payment
from tests.unit.protocol.readers import Reader
from tests.unit.protocol.stories import LAST_DAY, A, B, C, D, E, Story, owed

from cohong.book.reasons import NoReason
from cohong.primitives.entry import Entry
from cohong.primitives.ids import ObjectId
from cohong.primitives.motion import SetFinal, SetVoter
from cohong.primitives.standing import Level
from cohong.protocol.judge import Verdict
from cohong.protocol.withdrawal import without

SAYS = "Not delivered."


def test_a_later_mover_is_held_as_long_as_the_earlier_one_is_not_at_its_level() -> None:
    story = Story()
    offer = story.offer(C, 10, story.accept)
    sale = story.assign(A, story.accept, offer)
    receipt = story.receipt(A, 1, story.accept)
    judged = []
    for voter in (B, C, D):
        story.agree(voter)
        reader = Reader(story.scribe)
        reader.take_all(now_ms=ALWAYS_MS)
        replica = reader.replica
        judged.append((reader.level(sale), replica.judge.verdict(replica.workspace.record(receipt.id))))
    assert judged == [
        (Level.WAITING, Verdict.HOLD), (Level.CONFIRMED, Verdict.HOLD), (Level.FINAL, NoReason.ALREADY_MOVED),
    ]  # fmt: skip


def test_a_part_is_referred_to_by_the_sale_that_it_began_with_and_by_no_other() -> None:
    story = Story()
    other = owed(story)
    offers = story.offer(C, 4, story.accept), story.offer(D, 4, other)
    sales = story.assign(A, story.accept, offers[0]), story.assign(A, other, offers[1])
    story.agree()
    right, wrong = story.receipt(C, 1, offers[0], sales[0]), story.receipt(D, 1, offers[1], sales[0])
    story.agree()
    counted = story.count()
    assert right.id in counted.applied
    assert wrong.id not in counted.applied


def test_a_dispute_is_closed_by_a_record_about_it_and_by_no_other_that_names_it() -> None:
    story = Story()
    offer = story.offer(C, 10, story.accept)
    dispute = story.by(B, "dispute.open", story.accept, says=SAYS, evidence=[])
    claim = story.scribe.write(B, "credit.claim", payment(1, story.accept.id))
    story.by(B, "dispute.close", claim, dispute, outcome="resolved", says="")
    disputed = story.assign(A, story.accept, offer)
    story.agree()
    assert disputed.id not in story.count().applied


def test_a_dispute_of_a_part_does_not_stop_the_sale_of_the_rest() -> None:
    story = Story()
    offer = story.offer(C, 4, story.accept)
    sale = story.assign(A, story.accept, offer)
    story.agree()
    story.by(B, "dispute.open", offer, sale, says=SAYS, evidence=[])
    of_rest, of_part = story.offer(D, 6, sale), story.offer(E, 4, offer, sale)
    sold = story.assign(A, sale, of_rest), story.assign(C, offer, sale, of_part)
    story.agree()
    assert [entry.id in story.count().applied for entry in sold] == [True, False]


def test_a_head_on_another_branch_than_the_cut_shows_nothing() -> None:
    story = Story()
    offer, below = story.offer(C, 10, story.accept), story.end(B)
    story.by(B, "dispute.open", story.accept, says=SAYS, evidence=[])
    story.agree()
    story.block()
    aside = story.scribe.ballot(B, story.end(C), after=below)
    for _ in range(3):
        aside = story.scribe.ballot(B, story.end(C), after=aside)
    sale = story.assign(A, story.accept, offer, head=aside)
    story.agree(C, D, E)
    assert sale.header.height == 1
    assert sale.id not in story.count().applied


def test_what_shows_a_feed_read_beyond_the_cut_is_not_anchored() -> None:
    story = Story()
    offer, below = story.offer(C, 10, story.accept), story.end(B)
    branches = [story.scribe.ballot(B, story.end(C), after=below) for _ in range(2)]
    sale = story.assign(A, story.accept, offer, head=branches[0])
    story.agree(C, D, E)
    story.block()
    counted = story.count()
    assert counted.levels[sale.id] is Level.FINAL and sale.id in counted.applied
    assert offer.id in counted.anchored


def test_a_part_that_is_sold_on_goes_back_to_the_sale_that_made_it() -> None:
    """The sale by which it is sold on names the same offer: which of the two ids is lower must not matter."""
    orders = set()
    for amount in range(5, 30):
        story = Story(amount)
        offer = story.offer(C, 4, story.accept)
        sale = story.assign(A, story.accept, offer)
        story.agree()
        again = story.offer(D, 4, offer, sale)
        sold_on = story.assign(C, offer, sale, again)
        story.agree()
        before = story.scribe.write(B, "credit.claim", payment(1, offer.id, sale.id))
        story.agree()
        orders.add(sold_on.id < sale.id)
        assert {sold_on.id, before.id} <= story.count().applied
        if len(orders) == 2:
            return
    raise AssertionError("of 25 pairs of ids all in one order")


def test_what_falls_below_the_level_of_its_kind_is_applied_no_more() -> None:
    story = Story(final="majority")
    offer = story.offer(C, 10, story.accept)
    stricter, fewer = story.put_motion(A, SetFinal("two-thirds")), story.put_motion(D, SetVoter(C, False))
    story.say_yes(stricter)
    story.say_yes(fewer, B)
    sale = story.assign(A, story.accept, offer)
    story.hidden.add(sale.id)
    story.agree(B, C)
    assert sale.id in story.count().applied  # final by three of five, as long as a majority is enough
    story.block()
    story.say_yes(fewer, D, E)
    story.block()
    counted = story.count()  # those votes no longer count in the epoch in which they were enough
    assert (counted.levels[sale.id], sale.id in counted.applied) == (Level.CONFIRMED, False)


def test_parts_of_parts_without_end_stop_no_reader() -> None:
    """Two that sell one part after another to each other make a chain as long as they like."""
    story, depth = Story(300), 250
    version: tuple[Entry, ...] = (story.accept,)
    seller, buyer = A, C
    for number in range(depth):
        offer = story.by(
            buyer, "offer.buy", *version, amount=299 - number, price=1, recourse=False, valid_until=LAST_DAY
        )  # fmt: skip
        version = offer, story.assign(seller, *version, offer)
        seller, buyer = buyer, D if buyer == C else C
    story.agree()
    receipt = story.receipt(seller, 1, *version)
    story.agree()
    before = story.scribe.write(B, "credit.claim", payment(1, *(entry.id for entry in version)))
    story.agree()
    reader = Reader(story.scribe)
    reader.take_all(now_ms=ALWAYS_MS)
    assert [reader.replica.workspace.known(entry.id).applied for entry in (receipt, before)] == [True, True]


def test_a_sale_that_is_taken_back_takes_the_part_with_it() -> None:
    story = Story()
    for voter in (B, C, D, E):
        story.pass_motion(SetVoter(voter, False))
    offer = story.offer(C, 4, story.accept)
    clerk = story.scribe.clerk
    before = dict(clerk.ledger.objects)
    sale = story.assign(A, story.accept, offer)
    assert clerk.ledger.objects.keys() - before.keys() == {ObjectId(offer.id)}
    replica = without(clerk.replica, [sale], clerk.ledger)
    clerk.ledger.commit(replica.flush().commit)
    assert clerk.ledger.objects == before
