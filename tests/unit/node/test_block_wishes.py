"""A node asks once for a block that something of its member's waits for."""

from __future__ import annotations

from tests.unit.node.benches import Bench

from cohong.api.requests import WriteRecord
from cohong.node.block_wishes import is_block_wanting
from cohong.primitives.kinds import CHAIN_ASK
from cohong.primitives.motion import Ask, ask_body


def test_a_block_is_wanting_once_the_moment_is_over_and_until_somebody_has_asked(bench: Bench) -> None:
    moment, replica = bench.now_ms, bench.desk.replica
    assert not is_block_wanting(moment, replica, moment)
    assert is_block_wanting(moment, replica, moment + 1)
    assert not is_block_wanting(replica.lineage.time_ms - 1, replica, moment), "the newest block is dated after it"
    bench.work(bench.write(WriteRecord(kind=CHAIN_ASK)))
    assert not is_block_wanting(moment, replica, bench.now_ms)


def test_a_wish_for_a_block_of_another_day_is_no_wish_for_this_one(bench: Bench) -> None:
    moment, replica = bench.now_ms, bench.desk.replica
    bench.work(*bench.hear(bench.other))
    asked = bench.signed(bench.other, CHAIN_ASK, ask_body(Ask(moment + 10**9), bytes(16)))
    bench.work(bench.sent(bench.other, asked))
    assert replica.people.asked == [moment + 10**9]
    assert is_block_wanting(moment, replica, bench.now_ms)
