"""Ballots that come without what they say: whether it may matter, who is asked for it, and what it does in the end."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.simulation.feeds import START_MS, Scribe, craft, genesis_of, member
from tests.simulation.recount import recount
from tests.unit.protocol.readers import NOW_MS, Reader

from cohong.primitives.ballot import Ack, Ballot, ballot_body
from cohong.primitives.block import BlockHead, BlockLists, Cut, new_block
from cohong.primitives.chain_messages import Certificate
from cohong.primitives.charter import charter_hash
from cohong.primitives.decisions import Decisions
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.merkle import Frontier
from cohong.primitives.standing import FinalBlock, Level
from cohong.protocol.bodies import ASK_AFTER_MS, LOOK_EVERY_MS, STRETCH, BodyHunt
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.frames import Tip, Want
from cohong.protocol.greeting import Neighbour
from cohong.protocol.replica import OWN_WORD_MS

A, B, C, D = (member(number) for number in range(4))


def bare(entry: Entry) -> Entry:
    """Return an entry as who has dropped its body hands it on."""
    return replace(entry, body_bytes=None)


def cut_at(reader: Reader, *ends: Entry, anchored: tuple[EntryId, ...] = ()) -> None:
    """Give a reader a final block that cuts feeds at these entries."""
    lineage = Lineage(reader.scribe.genesis)
    cut = tuple(Cut(end.header.author, end.header.seq, end.id) for end in ends)
    head = BlockHead(
        1, lineage.id, 0, START_MS, None, charter_hash(lineage.charter), b"", Frontier().root(), 0
    )  # fmt: skip
    block = new_block(head, BlockLists(cut=tuple(sorted(cut, key=lambda item: item.author)), anchored=anchored))
    final = FinalBlock(block, Certificate(1, 0, block.id, ()), Decisions(), Frontier().encode())
    reader.ledger.final.append(final)
    reader.ledger.decided |= dict.fromkeys(anchored, Level.ANCHORED)
    reader.restart()


def test_a_body_that_comes_later_counts_as_if_it_had_been_there() -> None:
    scribe = Scribe(genesis_of(4))
    record = scribe.propose(A, B)
    ack = scribe.ballot(B, record)
    scribe.ballot(B, hold=(record,))
    scribe.ballot(C, record)
    reader = Reader(scribe)
    cut_at(reader, ack)
    reader.take(*(bare(entry) if entry is ack else entry for entry in scribe.written))
    # Without the ack the voter seems to hold what it has approved.
    assert (reader.level(record), list(reader.ledger.votes[record.id])) == (Level.WAITING, [B])
    reader.take(ack)
    assert (reader.level(record), reader.ledger.votes[record.id]) == (Level.FINAL, {})
    expected = recount(scribe.genesis, scribe.written)
    assert (reader.ledger.standing(), reader.ledger.digest()) == (expected.standing(), expected.digest())
    assert reader.ledger.entries[ack.id] == ack
    assert not reader.take(ack, bare(ack)).commit.bodies


def test_a_body_waits_for_what_the_ballot_points_to() -> None:
    scribe = Scribe(genesis_of(4))
    record = scribe.propose(A, B)
    ack = scribe.ballot(B, record)
    reader = Reader(scribe)
    cut_at(reader, ack)
    reader.take(bare(ack))
    assert not reader.take(ack).commit.bodies
    assert reader.take(record).commit.bodies == [ack]
    assert reader.replica.tally.reach(A, B) == 0


def test_a_ballot_without_its_body_that_waits_does_not_bar_the_way_to_the_whole_one() -> None:
    scribe = Scribe(genesis_of(4))
    record = scribe.propose(A, B)
    ack = scribe.ballot(B, record)
    reader = Reader(scribe)
    reader.take(bare(ack))
    assert [reader.replica.is_news(entry) for entry in (bare(ack), ack)] == [False, True]
    reader.take(ack)
    # It waits for the record now, and no longer for a block.
    assert [reader.replica.is_news(entry) for entry in (bare(ack), ack)] == [False, False]
    reader.take(record)
    assert reader.replica.tally.reach(A, B) == 0
    assert len(reader.replica.waiting) == 0


def test_a_body_that_breaks_a_rule_is_refused_and_the_ballot_says_nothing() -> None:
    scribe = Scribe(genesis_of(4))
    reader = Reader(scribe)
    first = scribe.ballot(B)
    cut_at(reader, first)
    record = scribe.write(A, "future.kind", {}, height=1)
    said = ballot_body(Ballot(ack=(Ack(A, 0, record.id),)), bytes(16))
    low = craft(scribe.genesis, B, None, "ballot", {name: said[name] for name in said if name != "salt"})
    reader.take(record, bare(low))
    assert reader.take(low).refused == {"before-named": 1}
    assert reader.replica.tally.reach(A, B) == -1


class Lacking:
    """A reader that lacks what some ballots of B say, and a hunt for it."""

    def __init__(self, ballots: int, anchored: bool = False) -> None:
        scribe = Scribe(genesis_of(4))
        record = scribe.propose(A, B)
        self.ballots = [scribe.ballot(B, record) for _ in range(ballots)]
        self.reader = Reader(scribe)
        cut_at(self.reader, record, self.ballots[-1], anchored=(record.id,) if anchored else ())
        self.reader.take(record, *map(bare, self.ballots))
        self.hunt = BodyHunt(self.reader.replica.workspace)
        self.neighbours = dict.fromkeys((C, D), Neighbour({B: (Tip(B, ballots - 1, self.ballots[-1].id),)}))

    def asked(self, now_ms: int) -> list[tuple[MemberId, Want]]:
        return self.hunt.tick(now_ms, self.neighbours)


def test_neighbours_that_hold_a_feed_are_asked_in_turn_a_stretch_at_a_time() -> None:
    lacking = Lacking(STRETCH + 2)
    lacking.neighbours[A] = Neighbour()
    times = [number * ASK_AFTER_MS for number in range(5)]
    asked = [lacking.asked(now_ms) for now_ms in times]
    low, high = Want(B, 0, STRETCH - 1), Want(B, STRETCH, STRETCH + 1)
    assert asked[0] == [] and asked[1:4] == [[(C, low)], [(C, high)], [(D, low)]]
    assert lacking.hunt.next_ms() == 5 * ASK_AFTER_MS or asked[4] == [(D, high)]


def test_what_has_come_is_not_asked_for_again_and_in_vain_ever_less_often() -> None:
    lacking = Lacking(2)
    assert lacking.asked(0) == []
    lacking.reader.take(lacking.ballots[0])
    assert lacking.asked(ASK_AFTER_MS) == [(C, Want(B, 1, 1))]
    times = []
    now_ms = ASK_AFTER_MS
    for _ in range(20):
        assert lacking.hunt.next_ms() is not None
        now_ms = lacking.hunt.next_ms() or 0
        times.append(now_ms)
        assert len(lacking.asked(now_ms)) == 1
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert pauses == sorted(pauses) and pauses[-1] == ASK_AFTER_MS << 8
    lacking.reader.take(lacking.ballots[1])
    assert (lacking.asked(now_ms + 1), lacking.hunt.next_ms()) == ([], None)


def test_nothing_is_asked_for_once_all_that_a_ballot_can_speak_of_is_decided() -> None:
    lacking = Lacking(2, anchored=True)
    assert [lacking.asked(now_ms) for now_ms in (0, ASK_AFTER_MS)] == [[], []]
    now_ms = ASK_AFTER_MS
    # A record of a later height cannot be what it speaks of; one of its own height may be.
    for height, asked in ((1, []), (0, [(C, Want(B, 0, 1))])):
        lacking.reader.take(lacking.reader.scribe.write(D if height else C, "future.kind", {}, height=height))
        now_ms += LOOK_EVERY_MS
        assert lacking.asked(now_ms) == asked


@pytest.mark.parametrize("comes", [False, True])
def test_a_voter_whose_own_ballots_come_back_without_their_bodies_contradicts_none_of_them(comes: bool) -> None:
    scribe = Scribe(genesis_of(4))
    record = scribe.propose(A, B)
    own = scribe.ballot(B, record, no=(record,))
    reader = Reader(scribe, B)
    cut_at(reader, own)
    reader.take(record, bare(own))
    assert reader.vote(NOW_MS) == {}
    assert reader.replica.next_vote_ms(NOW_MS) == NOW_MS + OWN_WORD_MS
    if comes:
        reader.take(own)
        assert reader.vote(NOW_MS + 1_000) == {}
        assert reader.ledger.votes[record.id][B][-1][1].name == "NO"
        return
    assert reader.vote(NOW_MS + OWN_WORD_MS) == {}  # for a while an ack stops short of what would be held
    said = reader.vote(NOW_MS + OWN_WORD_MS + 10_000)
    assert said == {"ack": ["0:0"], "no": [], "hold": [record.id.hex()], "yes": []}
    reader.take(own)
    assert reader.ledger.votes[record.id][B][-1][1].name == "NO"
