"""A node and the quota of a day: what it asks for and no longer asks for, and what it does not write."""

from __future__ import annotations

from pathlib import Path

from tests.simulation.feeds import craft, terms
from tests.unit.node.benches import Bench

from cohong.node.inputs import FrameIn, Input, LinkUp, Output
from cohong.primitives.entry import Entry, signed_bytes
from cohong.protocol.chain.lineage import DAY_MS
from cohong.protocol.frames import FOLLOW, STOP, Hello, Tip, Want, decode_frame, encode_frame

QUOTA = 20


class Flooded:
    """A member that a neighbour sends more than a day's quota."""

    def __init__(self, folder: Path, entries: int) -> None:
        self.bench = Bench(folder, entries_per_day=QUOTA)
        self.feed: list[Entry] = []
        for number in range(entries):
            fields = terms(self.bench.me, self.bench.other, reference=f"{number}")
            bare = craft(
                self.bench.genesis, self.bench.other, self.feed[-1] if self.feed else None, "credit.propose", fields,
                time_ms=self.bench.now_ms, salt=number.to_bytes(16, "big"),
            )  # fmt: skip
            signature = self.bench.keys[1].sign(signed_bytes(bare.id))
            self.feed.append(Entry(bare.header, bare.header_bytes, bare.id, signature, bare.body_bytes))

    def meet(self) -> list[Input]:
        last = self.feed[-1]
        tips = (Tip(self.bench.other, last.header.seq, last.id),)
        hello = encode_frame(Hello(self.bench.genesis.network, self.bench.now_ms, 0, tips))
        return [LinkUp(self.bench.other, 1), FrameIn(self.bench.other, 1, hello)]

    def held(self) -> int:
        return self.bench.desk.replica.heads.seq(self.bench.other) + 1


def wishes(output: Output) -> list[Want]:
    frames = (decode_frame(frame) for _, _, frame in output.frames)
    return [frame for frame in frames if isinstance(frame, Want)]


def test_what_is_beyond_the_quota_is_asked_for_again_the_next_day_and_not_before(tmp_path: Path) -> None:
    flooded = Flooded(tmp_path, QUOTA + 5)
    bench, other = flooded.bench, flooded.bench.other
    assert wishes(bench.work(*flooded.meet())) == [Want(other, 0, FOLLOW)]
    output = bench.work(bench.sent(other, *flooded.feed))
    assert (wishes(output), output.offences, flooded.held()) == ([Want(other, STOP, STOP)], [], QUOTA)
    next_day_ms = (bench.now_ms // DAY_MS + 1) * DAY_MS
    for _ in range(20):
        output = bench.work(bench.sent(other, *flooded.feed))
        assert (wishes(output), output.offences) == ([], [])
        assert output.next_ms is not None and output.next_ms > bench.now_ms
    bench.now_ms = next_day_ms
    assert wishes(bench.work()) == [Want(other, QUOTA, FOLLOW)]
    bench.work(bench.sent(other, *flooded.feed[QUOTA:]))
    assert (flooded.held(), bench.desk.put_off) == (QUOTA + 5, frozenset())


def test_a_restart_neither_forgets_what_came_today_nor_asks_for_more(tmp_path: Path) -> None:
    flooded = Flooded(tmp_path, QUOTA + 5)
    bench, other = flooded.bench, flooded.bench.other
    bench.work(*flooded.meet(), bench.sent(other, *flooded.feed))
    bench.reopen()
    bench.work(*flooded.meet(), bench.sent(other, *flooded.feed))
    assert (flooded.held(), bench.desk.put_off) == (QUOTA, frozenset({other}))


def test_records_beyond_the_own_quota_are_refused_until_the_next_day(tmp_path: Path) -> None:
    bench = Bench(tmp_path, entries_per_day=QUOTA)
    written = QUOTA * 18 // 20
    bench.work(*(bench.write(bench.proposal(f"{number}")) for number in range(written)))
    bench.work(bench.write(bench.proposal("one too many")))
    next_day_ms = (bench.now_ms // DAY_MS + 1) * DAY_MS
    assert bench.codes()[-1] == ("quota-used-up", str(next_day_ms))
    assert len(bench.own_entries()) == written
    bench.now_ms = next_day_ms
    bench.work(bench.write(bench.proposal("of the next day")))
    assert len(bench.own_entries()) == written + 1


def test_of_several_records_all_or_none_are_within_the_quota(tmp_path: Path) -> None:
    bench = Bench(tmp_path, entries_per_day=QUOTA)
    bench.work(bench.write(*(bench.proposal(f"{number}") for number in range(QUOTA))))
    assert (bench.codes()[0][0], bench.own_entries()) == ("quota-used-up", [])
