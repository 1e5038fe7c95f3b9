"""Of very many joins and invitations those are told that somebody waits for, and the newest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cohong.node.handlers.people import told
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.chain.people import Written

ME, OTHER = MemberId(bytes(32)), MemberId(bytes([1]) * 32)


def given_at(time_ms: int, author: MemberId) -> tuple[Written, str]:
    return Written(EntryId(time_ms.to_bytes(32, "big")), author, 0, time_ms), f"{time_ms}"


def test_what_is_pending_is_told_however_old_it_is() -> None:
    found = [given_at(1, ME), *(given_at(time_ms, OTHER) for time_ms in range(2, 9))]
    shown = told(found, lambda written: written.author == ME, 3)
    assert [text for _, text in shown] == ["8", "7", "1"]


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from([ME, OTHER])), max_size=30), st.integers(1, 8))
def test_at_most_so_many_are_told_and_the_newest_first(what: list[tuple[int, MemberId]], count_max: int) -> None:
    found = [given_at(*each) for each in what]
    shown = told(found, lambda written: written.author == ME, count_max)
    times = [written.time_ms for written, _ in shown]
    assert (len(shown), times) == (min(len(found), count_max), sorted(times, reverse=True))
    pending = sum(written.author == ME for written, _ in found)
    assert sum(written.author == ME for written, _ in shown) >= min(pending, count_max)
