"""What of a feed may leave the machine."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import trio
from tests.unit.node.benches import Bench

from cohong.node.sending import Outgoing, Shelf
from cohong.p2p.network import Link
from cohong.primitives.ids import MemberId
from cohong.protocol.frames import FOLLOW, Entries, Want, decode_frame


class Wire:
    """The one method of a link that sending needs, with what was sent."""

    def __init__(self) -> None:
        self.seqs: list[int] = []
        self._sent = trio.Event()

    async def has_sent(self, seq: int) -> None:
        with trio.fail_after(10):
            while seq not in self.seqs:
                await self._sent.wait()

    async def send(self, frame: bytes) -> None:
        entries = decode_frame(frame)
        assert isinstance(entries, Entries)
        self.seqs += [entry.header.seq for entry in entries.entries]
        self._sent.set()
        self._sent = trio.Event()


def test_entry_in_the_ledger_is_not_sent_before_its_head_is_noted(bench: Bench) -> None:
    for reference in ("A", "B", "C"):
        bench.work(bench.write(bench.proposal(reference)))
    last = bench.own_entries()[-1].header.seq
    wire, released = Wire(), {bench.me: 0}
    found_damaged: list[tuple[MemberId, int]] = []
    outgoing = Outgoing(
        1, cast("Link", wire), Shelf(), bench.ledger, lambda *place: found_damaged.append(place), released.get
    )

    async def send() -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outgoing.run)
            outgoing.wish(Want(bench.me, 0, FOLLOW))
            await wire.has_sent(0)
            assert wire.seqs == [0]
            released[bench.me] = last
            outgoing.wake([bench.me])
            await wire.has_sent(last)
            nursery.cancel_scope.cancel()

    trio.run(send)
    assert wire.seqs == list(range(last + 1))
    assert found_damaged == []


def test_another_branch_is_not_kept_as_the_whole_feed(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")))
    entry = bench.own_entries()[0]
    shelf = Shelf()
    shelf.put([entry], {bench.me})
    assert shelf.take(bench.me, entry.header.seq, None) is None, "the ledger has all branches, the shelf only this one"
    shelf.put([entry])
    assert shelf.take(bench.me, entry.header.seq, None) == [entry]
    shelf.put([entry], {bench.me})
    assert shelf.take(bench.me, entry.header.seq, None) is None


def test_a_ballot_whose_body_has_come_is_not_sent_without_it(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")), bench.write(bench.proposal("B")))
    one, other = bench.own_entries()[:2]
    shelf = Shelf()
    shelf.put([replace(one, body_bytes=None), replace(other, body_bytes=None)])
    shelf.supply([other])
    taken = shelf.take(bench.me, one.header.seq, None) or []
    assert [entry.body_bytes is None for entry in taken] == [True, False]
