"""Frames out of form are refused, whatever the bytes are."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import craft, genesis_of, member
from tests.unit.vectors.protocol import VECTORS

from cohong.p2p.link_frames import FRAME_BYTES_MAX as LINK_BYTES_MAX
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import HEADER_BYTES_MAX, PROPOSAL_BYTES_MAX, TIME_MS_MAX
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.kinds import CHAIN_PROPOSE
from cohong.protocol.frames import (
    ADDRESSES_MAX,
    DIFFERING_MAX,
    ENTRIES_MAX,
    FOLLOWS_MAX,
    FRAME_BYTES_MAX,
    HEADS_MAX,
    Entries,
    decode_frame,
    encode_entries,
    encode_frame,
)
from cohong.protocol.reconcile import SYMBOLS_MAX

FRAMES = [bytes.fromhex(text) for text in json.loads(VECTORS.read_text(encoding="utf-8"))["frames"].values()]
ID, AUTHOR = bytes(32), member(0)
TIP = [AUTHOR, 0, ID]


@pytest.mark.parametrize(
    "frame",
    [
        None, {}, [], [0], [7, []], [True, []], ["1"], [1, 1, ID, 0, 0, []], [1, 2, ID, 0, 0, [], 0],
        [1, 1, bytes(31), 0, 0, [], 0], [1, 1, ID, -1, 0, [], 0], [1, 1, ID, True, 0, [], 0], [1, 1, ID, 0, -1, [], 0],
        [1, 1, ID, 0, 0, None, 0], [1, 1, ID, 0, 0, [], -1], [1, 1, ID, 0, 0, [], None], [1, 1, ID, 0, 0, [TIP], 65],
        [2], [2, [], 0], [2, {}], [2, [[AUTHOR, 0]]],
        [2, [[AUTHOR, -1, ID]]], [2, [[AUTHOR, True, ID]]], [2, [[bytes(31), 0, ID]]], [2, [[AUTHOR, 0, bytes(31)]]],
        [2, [TIP] * (HEADS_MAX + 1)], [3, []], [3, None], [3, [[]]], [3, [[b"", b"", b""]]], [3, [[b"", "", None]]],
        [3, [[b"", b"", 1]]], [3, [[None, b"", None]]], [3, [[b"", b"", None]] * (ENTRIES_MAX + 1)], [4, AUTHOR, 0],
        [4, bytes(31), 0, 0], [4, AUTHOR, None, 0], [4, AUTHOR, 0, True], [4, AUTHOR, -2, -1], [4, AUTHOR, 0, -2],
        [4, AUTHOR, 5, 4], [4, AUTHOR, -1, 0], [5], [5, None], [5, b""], [5, b"\x80"], [6], [6, {}], [6, [[AUTHOR]]],
        [6, [[AUTHOR, ""]]], [6, [[AUTHOR, "a" * 129]]], [6, [[AUTHOR, b"a"]]], [6, [[ID[1:], "a"]]],
        [6, [[AUTHOR, "a"]] * (ADDRESSES_MAX + 1)], [7], [7, -1], [7, True], [7, 0, 0], [8, 0],
        [10], [10, []], [10, bytes(15)], [10, bytes(16 * SYMBOLS_MAX + 16)], [10, (2**64 - 59).to_bytes(16, "big")],
        [11], [11, -1], [11, b""], [12], [12, bytes(12)], [12, bytes(12) + b"1"], [12, bytes(5) + b"\x80" + bytes(7)],
        [12, bytes(13 * DIFFERING_MAX + 13)], [13, 0], [14, []], [14, bytes(11)], [14, bytes(12 * FOLLOWS_MAX + 12)],
        [15],
    ],
)  # fmt: skip
def test_a_frame_out_of_form_is_refused(frame: Any) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_frame(encode(frame))


@pytest.mark.parametrize(
    "frame",
    [
        [4, AUTHOR, 0, 0],
        [4, AUTHOR, 3, -1],
        [4, AUTHOR, -1, -1],
        [2, [TIP] * HEADS_MAX],
        [10, bytes(16 * SYMBOLS_MAX)],
        [12, bytes(13 * DIFFERING_MAX)],
        [13],
        [10, b""],
    ],
)
def test_frames_at_their_limits_are_taken(frame: Any) -> None:
    assert encode_frame(decode_frame(encode(frame))) == encode(frame)


def test_a_frame_over_its_limit_is_refused() -> None:
    with pytest.raises(RemoteProtocolError, match="too-large"):
        decode_frame(bytes(FRAME_BYTES_MAX + 1))


def test_the_largest_entry_fits_a_frame_and_the_frame_a_link() -> None:
    overhead = len(encode({"salt": bytes(16), "lists": bytes(PROPOSAL_BYTES_MAX)})) - PROPOSAL_BYTES_MAX
    body: dict[str, Value] = {"salt": bytes(16), "lists": bytes(PROPOSAL_BYTES_MAX - overhead)}
    proposal = craft(genesis_of(3), AUTHOR, None, CHAIN_PROPOSE, body, time_ms=TIME_MS_MAX, height=2**63 - 1)
    assert proposal.header.body_size == PROPOSAL_BYTES_MAX
    frame_bytes = encode_entries([proposal])
    assert len(frame_bytes) + HEADER_BYTES_MAX - len(proposal.header_bytes) <= FRAME_BYTES_MAX <= LINK_BYTES_MAX
    assert decode_frame(frame_bytes) == Entries((proposal,))


@given(st.sampled_from(FRAMES), st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_changed_frame_is_refused_or_another_frame(frame_bytes: bytes, changes: list[tuple[int, int]]) -> None:
    changed = bytearray(frame_bytes)
    for place, byte in changes:
        changed[place % len(changed)] = byte
    try:
        frame = decode_frame(bytes(changed))
    except RemoteProtocolError:
        return
    assert encode_frame(frame) == bytes(changed)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_frame_or_refused(frame_bytes: bytes) -> None:
    try:
        frame = decode_frame(frame_bytes)
    except RemoteProtocolError:
        return
    assert encode_frame(frame) == frame_bytes
