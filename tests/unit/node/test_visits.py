"""Whoever holds an invitation leaves one join, and reads nothing."""

from __future__ import annotations

from tests.simulation.world import key_of
from tests.unit.node.benches import Bench

from cohong.api.invitation import Seat
from cohong.crypto.signing import SigningKey
from cohong.node.inputs import LinkUp, Output
from cohong.node.joining import new_join
from cohong.primitives.entry import Entry
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.primitives.kinds import MEMBER_INVITE
from cohong.primitives.membership import Invite, invite_body
from cohong.protocol.frames import HeadsGrown, decode_frame

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
    assert (held(output), output.offences) == ([], [(VISITOR, "visitor")])
    assert [bench.desk.may_link(entry.header.author) for entry in (mine, other)] == [True, False]
    assert not bench.desk.may_link(VISITOR)
