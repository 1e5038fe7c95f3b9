"""Of very many joins, invitations and motions those are told that somebody waits for, and the newest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cohong.crypto.signing import verify
from cohong.node.handlers.people import last_withdrawals, motions_told, told
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.membership import Invite
from cohong.primitives.motion import Expel, Motion
from cohong.protocol.chain.people import People, Written

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


def test_motions_that_can_be_voted_on_are_told_however_old_they_are() -> None:
    people, now_ms = People(verify), 100
    for time_ms in range(9):
        until_ms = now_ms + 1 if time_ms < 3 else now_ms
        written = Written(EntryId(time_ms.to_bytes(32, "big")), ME, time_ms, time_ms)
        people.motions[written.id] = written, Motion(Expel(OTHER), "why", until_ms)
    people.done.add(EntryId(bytes(32)))
    shown = motions_told(people, now_ms, 4)
    assert [written.time_ms for written, _ in shown] == [8, 7, 2, 1]


@given(
    st.lists(st.tuples(st.sampled_from([ME, OTHER]), st.sampled_from([b"k", b"l"]), st.booleans()), max_size=12),
)
def test_what_is_withdrawn_is_what_the_protocol_says(what: list[tuple[MemberId, bytes, bool]]) -> None:
    people = People(verify)
    for seq, (author, key, is_withdrawn) in enumerate(what):
        written = Written(EntryId(seq.to_bytes(32, "big")), author, seq, seq + 1)
        people.invites[written.id] = written, Invite(key, "join", 0 if is_withdrawn else 1_000)
    last = last_withdrawals(people.invites.values())
    for written, invite in people.invites.values():
        is_withdrawn = last.get((written.author, invite.key), -1) > written.seq
        assert is_withdrawn == (people.withdrawn_ms(written.id) is not None)
