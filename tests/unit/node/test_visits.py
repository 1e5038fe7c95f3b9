"""Whoever holds an invitation leaves one join, and reads nothing."""

from __future__ import annotations

from tests.simulation.world import key_of
from tests.unit.node.benches import Bench

from cohong.api.invitation import Seat
from cohong.crypto.signing import SigningKey
from cohong.node.inputs import FrameIn, LinkUp, Output
from cohong.node.joining import new_join
from cohong.primitives.block import BlockHead, BlockLists, new_block
from cohong.primitives.decisions import Decisions
from cohong.primitives.entry import Entry
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.primitives.kinds import MEMBER_INVITE
from cohong.primitives.membership import Invite, invite_body
from cohong.protocol.frames import HeadsGrown, decode_frame, encode_frame

SEED = bytes(32)
VISITOR = MemberId(SigningKey(SEED).member)
DAY_MS = 86_400_000


def invited(bench: Bench, role: str = "observe") -> Seat:
    """Return the seat of an invitation that this member has written."""
    body = invite_body(Invite(VISITOR, role, bench.now_ms + DAY_MS), bytes(16))
    del body["salt"]
    invite = bench.desk.replica.write(MEMBER_INVITE, body, bench.now_ms)
    bench.work()
    block = BlockId(bench.genesis.network)
    return Seat(invite.id, SEED, role, 0, invite.header.time_ms, bench.now_ms + DAY_MS, block)


def join_of(bench: Bench, seat: Seat, name: str) -> Entry:
    return new_join(key_of(name), bench.genesis.network, seat, name, bench.now_ms)


def refusals(output: Output) -> list[MemberId]:
    return [peer for peer, _, frame_bytes in output.frames if decode_frame(frame_bytes) == HeadsGrown(())]


def held(output: Output) -> list[EntryId]:
    frames = [decode_frame(frame_bytes) for _, _, frame_bytes in output.frames]
    return [tip.id for frame in frames if isinstance(frame, HeadsGrown) for tip in frame.tips]


def test_an_invitation_lets_one_newcomer_in_and_no_other(bench: Bench) -> None:
    seat = invited(bench)
    mine, other = join_of(bench, seat, "mine"), join_of(bench, seat, "other")
    bench.work(LinkUp(VISITOR, 1))
    for _ in range(2):
        output = bench.work(bench.sent(VISITOR, mine))
        assert (held(output), output.offences) == ([mine.id], [])
    output = bench.work(bench.sent(VISITOR, other))
    assert (held(output), output.offences, refusals(output)) == ([], [], [VISITOR])
    assert [bench.desk.may_link(entry.header.author) for entry in (mine, other)] == [True, False]
    assert held(bench.work(bench.sent(VISITOR, mine))) == [mine.id], "who had no answer asks once more"


def test_an_invitation_that_two_members_have_let_somebody_use_lets_in_neither_to_observe(bench: Bench) -> None:
    seat = invited(bench)
    mine, other = join_of(bench, seat, "mine"), join_of(bench, seat, "other")
    bench.work(LinkUp(VISITOR, 1), bench.sent(VISITOR, mine))
    bench.work(LinkUp(bench.other, 2), bench.sent(bench.other, other, link=2))
    for number, entry in enumerate((mine, other), 3):
        newcomer = entry.header.author
        assert bench.desk.may_link(newcomer) and bench.desk.is_visitor(newcomer)
        output = bench.work(LinkUp(newcomer, number), *bench.hear(newcomer, link=number)[1:])
        assert (refusals(output), output.offences, newcomer in bench.desk.links) == ([newcomer], [], False)


def test_a_newcomer_takes_the_word_of_whom_the_invitation_names_that_its_place_is_taken(bench: Bench) -> None:
    no_seat = encode_frame(HeadsGrown(()))
    bench.desk.contacts = frozenset([bench.other])
    bench.work(LinkUp(bench.other, 1), FrameIn(bench.other, 1, no_seat))
    assert not bench.desk.is_refused, "a member is none of those who ask"
    grown = Decisions(expelled=(bench.me,))
    head = BlockHead(1, bench.desk.replica.lineage.id, 0, bench.now_ms, None, *(bytes(32),) * 3, 0)
    bench.desk.replica.lineage.extend(new_block(head, BlockLists()), grown)
    output = bench.work(LinkUp(bench.other, 2), FrameIn(bench.other, 2, no_seat))
    assert (bench.desk.is_refused, output.offences) == (True, [])
