"""Heads and lists of blocks out of form are refused; limits are exact; what is made is read the same."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import START_MS, member

from cohong.primitives.block import (
    CUTS_MAX,
    DECIDED_MAX,
    FORKS_MAX,
    HEAD_BYTES_MAX,
    LISTS_BYTES_MAX,
    MOTIONS_MAX,
    BlockHead,
    BlockLists,
    Change,
    Cut,
    ForkPlace,
    decode_block,
    decode_head,
    decode_lists,
    encode_head,
    encode_lists,
    new_block,
)
from cohong.primitives.encoding import INT_MAX, encode
from cohong.primitives.entry import TIME_MS_MAX
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, EntryId, MemberId

ID, SHORT, LONG = bytes(32), bytes(31), bytes(33)
HEAD: list[Any] = [1, 1, ID, 0, START_MS, None, ID, ID, ID, 0]
LISTS: dict[str, Any] = {"motions": [], "cut": [], "forks": [], "anchored": [], "void": []}
ONE, TWO = member(1), member(2)

ids = st.binary(min_size=32, max_size=32)
numbers = st.integers(0, INT_MAX)
changes = st.none() | st.one_of(
    st.builds(Change, st.sampled_from(["add", "remove"]), ids.map(MemberId)),
    st.builds(Change, st.just("final"), st.sampled_from(["two-thirds", "majority"])),
)
heads = st.builds(
    BlockHead, st.integers(1, INT_MAX), ids.map(BlockId), numbers, st.integers(0, TIME_MS_MAX), changes, ids, ids, ids,
    numbers,
)  # fmt: skip


def some(least: int, most: int) -> list[bytes]:
    """Return ids in order."""
    return [number.to_bytes(32, "big") for number in range(least, most)]


@st.composite
def lists(draw: st.DrawFn) -> BlockLists:
    """Draw lists in order, nothing decided twice."""
    decided = draw(st.lists(ids.map(EntryId), unique=True, max_size=8))
    split = draw(st.integers(0, len(decided)))
    cuts = draw(
        st.lists(st.builds(Cut, ids.map(MemberId), numbers, ids.map(EntryId)), unique_by=lambda cut: cut.author)
    )
    forks = draw(st.sets(st.builds(ForkPlace, ids.map(MemberId), numbers)))
    return BlockLists(
        tuple(sorted(draw(st.sets(ids.map(EntryId), max_size=8)))),
        tuple(sorted(cuts, key=lambda cut: cut.author)),
        tuple(sorted(forks, key=lambda fork: (fork.author, fork.seq))),
        tuple(decided[:split]),
        tuple(decided[split:]),
    )


@given(heads, lists())
def test_a_block_is_read_as_it_was_made(head: BlockHead, said: BlockLists) -> None:
    block = new_block(head, said)
    assert block == decode_block(block.head_bytes, block.lists_bytes)
    assert block.head == replace(head, lists=hashlib.sha256(block.lists_bytes).digest())
    assert (block.lists, block.id) == (said, hashlib.sha256(block.head_bytes).digest())


def test_lists_of_another_block_are_refused() -> None:
    head = decode_head(encode(HEAD))
    one, other = new_block(head, BlockLists()), new_block(head, BlockLists(void=(EntryId(ID),)))
    with pytest.raises(RemoteProtocolError, match="block-form"):
        decode_block(one.head_bytes, other.lists_bytes)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, 2), (0, 0), (0, True), (0, None), (1, 0), (1, -1), (1, True), (1, "1"), (2, SHORT), (2, LONG),
        (2, "p" * 32), (2, None), (3, -1), (3, False), (3, None), (4, -1), (4, TIME_MS_MAX + 1), (4, True), (4, None),
        (5, []), (5, {}), (5, False), (5, "add"), (5, ["add"]), (5, ["add", SHORT]), (5, ["add", "a" * 32]),
        (5, ["add", ID, ID]), (5, ["remove", None]), (5, ["remove", "majority"]), (5, ["swap", ID]), (5, [b"add", ID]),
        (5, [None, ID]), (5, [["add"], ID]), (5, ["final", "half"]), (5, ["final", ID]), (5, ["final", None]),
        (5, ["final", ["majority"]]), (6, SHORT), (6, None), (7, LONG), (7, 0), (8, SHORT), (8, []), (9, -1), (9, True),
        (9, None),
    ],
)  # fmt: skip
def test_a_head_out_of_form_is_refused(place: int, value: Any) -> None:
    with pytest.raises(RemoteProtocolError, match="block-form"):
        decode_head(encode([*HEAD[:place], value, *HEAD[place + 1 :]]))


@pytest.mark.parametrize("head", [None, {}, [], HEAD[:9], [*HEAD, 0], {"height": 1}, b"", 1])
def test_something_else_than_a_head_is_refused(head: Any) -> None:
    with pytest.raises(RemoteProtocolError, match="block-form"):
        decode_head(encode(head))


def test_numbers_of_a_head_at_their_limits_are_taken() -> None:
    largest: list[Any] = [1, INT_MAX, ID, INT_MAX, TIME_MS_MAX, ["remove", ID], ID, ID, ID, INT_MAX]
    tried: list[list[Any]] = [HEAD, [*HEAD[:4], 0, *HEAD[5:]], largest]
    for head in tried:
        assert encode_head(decode_head(encode(head))) == encode(head)
    assert len(encode(largest)) <= HEAD_BYTES_MAX
    with pytest.raises(RemoteProtocolError, match="too-large"):
        decode_head(bytes(HEAD_BYTES_MAX + 1))


@pytest.mark.parametrize(
    "change",
    [
        {"more": []}, {"motions": None}, {"motions": {}}, {"motions": [SHORT]}, {"motions": ["m" * 32]},
        {"motions": [TWO, ONE]}, {"motions": [ONE, ONE]}, {"motions": [None]}, {"cut": None}, {"cut": [None]},
        {"cut": [[ONE, 0]]}, {"cut": [[ONE, 0, ID, 0]]}, {"cut": [[SHORT, 0, ID]]}, {"cut": [[ONE, -1, ID]]},
        {"cut": [[ONE, True, ID]]}, {"cut": [[ONE, 0, LONG]]}, {"cut": [{}]},
        {"cut": [[TWO, 0, ID], [ONE, 0, ID]]}, {"cut": [[ONE, 0, ID], [ONE, 1, ID]]}, {"forks": None},
        {"forks": [None]}, {"forks": [[ONE]]}, {"forks": [[ONE, 0, ID]]}, {"forks": [[SHORT, 0]]},
        {"forks": [[ONE, -1]]}, {"forks": [[ONE, False]]}, {"forks": [[ONE, 1], [ONE, 0]]},
        {"forks": [[TWO, 0], [ONE, 1]]}, {"forks": [[ONE, 0], [ONE, 0]]}, {"anchored": None}, {"anchored": [SHORT]},
        {"anchored": [ONE, ONE]}, {"void": ID}, {"void": [LONG]}, {"void": [ONE, ONE]},
        {"anchored": [ONE], "void": [ONE]},
    ],
)  # fmt: skip
def test_lists_out_of_form_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="block-form"):
        decode_lists(encode({**LISTS, **change}))


@pytest.mark.parametrize("value", [None, [], {}, {"motions": []}, {**LISTS, "void": None}])
def test_something_else_than_lists_is_refused(value: Any) -> None:
    with pytest.raises(RemoteProtocolError, match="block-form"):
        decode_lists(encode(value))


@pytest.mark.parametrize("void_first", [False, True])
def test_decided_records_need_not_be_in_order_of_their_ids(void_first: bool) -> None:
    said = {**LISTS, ("void" if void_first else "anchored"): [TWO, ONE]}
    assert encode_lists(decode_lists(encode(said))) == encode(said)


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("motions", some(0, MOTIONS_MAX + 1)),
        ("cut", [[author, 0, ID] for author in some(0, CUTS_MAX + 1)]),
        ("forks", [[author, 0] for author in some(0, FORKS_MAX + 1)]),
        ("anchored", some(0, DECIDED_MAX + 1)),
        ("void", some(0, DECIDED_MAX + 1)),
    ],
)
def test_limits_of_lists_are_exact(name: str, items: list[Any]) -> None:
    full = encode({**LISTS, name: items[:-1]})
    assert encode_lists(decode_lists(full)) == full
    with pytest.raises(RemoteProtocolError, match="block-form"):
        decode_lists(encode({**LISTS, name: items}))


def test_all_that_can_be_anchored_and_made_void_at_once_fits() -> None:
    decided: dict[str, Any] = {"anchored": some(0, DECIDED_MAX), "void": some(DECIDED_MAX, 2 * DECIDED_MAX)}
    assert decode_lists(encode({**LISTS, **decided})).void[-1] == some(0, 2 * DECIDED_MAX)[-1]
    with pytest.raises(RemoteProtocolError, match="too-large"):
        decode_lists(bytes(LISTS_BYTES_MAX + 1))
