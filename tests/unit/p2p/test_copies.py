"""Two runs of one member: their neighbour proves it to both; a restart is none."""

from __future__ import annotations

import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

import pytest
import trio
import trio.testing
from tests.unit.p2p.test_link import MemoryWire, run, wires

from cohong.crypto.signing import SigningKey
from cohong.p2p.link import Link
from cohong.p2p.link_frames import (
    FrameBreach,
    decode_copy,
    decode_ping,
    decode_pong,
    encode_copy,
    encode_ping,
    encode_pong,
)
from cohong.p2p.neighbours import Neighbours
from cohong.p2p.own_run import OwnRun, RunProof
from cohong.p2p.settings import P2pSettings

SETTINGS = P2pSettings(random=lambda: 0.0)
MEMBER, WITNESS = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)


@dataclass
class End:
    """One run of the member, with its link to the witness."""

    told: int = 0

    def __post_init__(self) -> None:
        self.own_run = OwnRun(MEMBER, self.note)

    def note(self, member: bytes) -> None:
        assert member == WITNESS.member
        self.told += 1


@dataclass
class Witness:
    """The neighbour's side."""

    nursery: trio.Nursery
    own_run: OwnRun = field(default_factory=lambda: OwnRun(WITNESS))

    def __post_init__(self) -> None:
        send, self.links = trio.open_memory_channel[Link](8)
        self.neighbours = Neighbours(
            own_member=WITNESS.member, is_member=lambda _: True, new_links=send, settings=SETTINGS
        )

    async def dialled_by(self, end: End) -> tuple[Link, Link, MemoryWire]:
        """Return the two ends of a link that a run has dialled, and the wire at its end."""
        there, here = wires()
        far = Link(
            member=WITNESS.member, outbound=True, remote="", wire=there, own_run=end.own_run, settings=SETTINGS,
        )  # fmt: skip
        near = Link(member=MEMBER.member, outbound=False, remote="", wire=here, own_run=self.own_run, settings=SETTINGS)
        await far.greet()
        await near.read_hello()
        self.nursery.start_soon(self.neighbours.serve, near)
        await far.read_hello()
        self.nursery.start_soon(far.run)
        await trio.testing.wait_all_tasks_blocked()
        return near, far, there


def with_witness(test: Callable[[Witness], Awaitable[None]]) -> None:
    async def body() -> None:
        async with trio.open_nursery() as nursery:
            await test(Witness(nursery))
            nursery.cancel_scope.cancel()

    run(body)


def test_both_runs_are_shown_the_other_and_the_first_link_stays() -> None:
    async def test(witness: Witness) -> None:
        first, second = End(), End()
        near, far, _ = await witness.dialled_by(first)
        _, late, _ = await witness.dialled_by(second)
        assert (first.told, second.told) == (1, 1)
        assert (late.is_copy, far.is_copy) == (True, True)
        assert not near.is_closed and not far.is_closed
        assert (late.is_closed, late.end_reason) == (True, "the peer said goodbye: copy")
        await witness.dialled_by(second)
        assert (first.told, second.told) == (2, 2)
        assert witness.links.statistics().current_buffer_used == 1

    with_witness(test)


def test_run_that_was_refused_is_linked_once_the_other_has_gone() -> None:
    async def test(witness: Witness) -> None:
        first, second = End(), End()
        _, far, _ = await witness.dialled_by(first)
        await witness.dialled_by(second)
        await far.close()
        near, late, _ = await witness.dialled_by(second)
        assert not late.is_closed
        peer = witness.neighbours.find(MEMBER.member)
        assert peer is not None and peer.live_link is near
        assert (first.told, second.told) == (1, 1)

    with_witness(test)


def test_restart_that_was_not_noticed_is_no_copy() -> None:
    async def test(witness: Witness) -> None:
        gone, back = End(), End()
        near, _, wire = await witness.dialled_by(gone)
        wire.loses = True
        fresh, late, _ = await witness.dialled_by(back)
        await trio.sleep(SETTINGS.probe_s + 0.1)
        assert near.end_reason == "replaced by another link"
        assert not fresh.is_closed and not late.is_closed
        assert (gone.told, back.told) == (0, 0)

    with_witness(test)


def test_second_run_that_signs_nothing_is_refused_and_nobody_is_told_of_it() -> None:
    async def test(witness: Witness) -> None:
        first, dumb = End(), End()
        near, _, _ = await witness.dialled_by(first)
        stranger = OwnRun(SigningKey(b"\x03" * 32))
        dumb.own_run.prove_to = stranger.prove_to  # type: ignore[method-assign]  # a run without the member's key
        _, late, _ = await witness.dialled_by(dumb)
        assert late.is_closed and not near.is_closed
        assert (first.told, dumb.told) == (0, 1)

    with_witness(test)


def test_proof_is_for_one_run_and_counts_once() -> None:
    one, other, third = OwnRun(MEMBER), OwnRun(MEMBER), OwnRun(MEMBER)
    proof = other.prove_to(one.instance)
    assert not third.is_shown_other(proof, WITNESS.member)
    assert not one.is_shown_other(one.prove_to(one.instance), WITNESS.member)
    assert not one.is_shown_other(OwnRun(WITNESS).prove_to(one.instance), WITNESS.member)
    assert not one.is_shown_other(replace(proof, instance=third.instance), WITNESS.member)
    assert one.is_shown_other(proof, WITNESS.member)
    assert not one.is_shown_other(proof, WITNESS.member)
    assert one.is_shown_other(other.prove_to(one.instance), WITNESS.member)


def test_frames_of_proofs() -> None:
    proof = OwnRun(MEMBER).prove_to(b"12345678")
    assert encode_ping(b"12345678").hex() == "00000009073132333435363738"
    assert decode_ping(encode_ping(b"12345678")[5:]) == b"12345678"
    assert decode_pong(encode_pong(b"12345678", proof)[5:]) == (b"12345678", proof)
    frame = encode_copy(proof)
    assert (struct.unpack(">IB", frame[:5]), decode_copy(frame[5:])) == ((89, 9), proof)


def test_who_asks_for_proofs_without_end_gets_ten_a_second() -> None:
    async def test(witness: Witness) -> None:
        end = End()
        near, _, _ = await witness.dialled_by(end)
        given = 0

        def prove(other: bytes) -> RunProof:
            nonlocal given
            given += 1
            return OwnRun(MEMBER).prove_to(other)

        end.own_run.prove_to = prove  # type: ignore[method-assign]  # counted
        for _ in range(50):
            near._control(encode_ping(bytes(8)))
        await trio.sleep(0.5)
        assert given == 10
        for _ in range(50):
            near._control(encode_ping(bytes(8)))
        await trio.sleep(0.5)
        assert 14 <= given <= 15

    with_witness(test)


@pytest.mark.parametrize("decode", [decode_ping, decode_pong, decode_copy])
@pytest.mark.parametrize("size", [0, 7, 9, 87, 89, 95, 97])
def test_proofs_of_a_wrong_size_are_a_breach(decode: Callable[[bytes], object], size: int) -> None:
    with pytest.raises(FrameBreach):
        decode(bytes(size))
