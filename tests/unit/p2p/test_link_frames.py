"""Cutting a stream into frames, whatever the pieces it comes in."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.p2p.link_frames import (
    BODY_BYTES_MAX,
    KEEPALIVE,
    ByeReason,
    FrameBreach,
    FrameDecoder,
    FrameKind,
    Hello,
    Ticket,
    TicketRole,
    data_header,
    decode_ack,
    decode_ask,
    decode_bye,
    decode_hello,
    decode_ticket,
    encode_ack,
    encode_ask,
    encode_bye,
    encode_hello,
    encode_ticket,
)

HELLO = Hello(instance=b"12345678")


def data_frame(payload: bytes) -> bytes:
    return data_header(len(payload)) + payload


def test_frames_have_these_bytes() -> None:
    assert KEEPALIVE.hex() == "00000000"
    assert encode_hello(HELLO).hex() == "0000000a01013132333435363738"
    assert data_frame(b"abc").hex() == "0000000402616263"
    assert encode_ack(70_000).hex() == "00000009030000000000011170"
    assert encode_bye(ByeReason.DUPLICATE).hex() == "000000020402"


@given(
    st.lists(st.one_of(st.just(KEEPALIVE), st.binary(max_size=300).map(data_frame)), max_size=12),
    st.lists(st.integers(1, 400), max_size=20),
)
def test_any_cutting_of_the_stream_gives_the_same_frames(frames: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(frames)
    decoder, found, start = FrameDecoder(), [], 0
    for size in [*cuts, len(stream)]:
        found += decoder.feed(stream[start : start + size])
        start += size
    assert found == [(FrameKind.DATA, frame[5:]) for frame in frames if frame != KEEPALIVE]
    assert not decoder.is_mid_frame


def test_a_started_frame_is_known_to_be_incomplete() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(data_frame(b"abc")[:-1]) == []
    assert decoder.is_mid_frame
    assert decoder.feed(b"c" + KEEPALIVE) == [(FrameKind.DATA, b"abc")]
    assert not decoder.is_mid_frame


def test_a_length_at_the_limit_is_waited_for_and_one_above_is_a_breach() -> None:
    assert FrameDecoder().feed(struct.pack(">I", BODY_BYTES_MAX)) == []
    with pytest.raises(FrameBreach, match="over"):
        FrameDecoder().feed(struct.pack(">I", BODY_BYTES_MAX + 1))


@pytest.mark.parametrize("kind", [0, 10, 255])
def test_an_unknown_kind_is_a_breach(kind: int) -> None:
    with pytest.raises(FrameBreach, match=f"kind {kind}"):
        FrameDecoder().feed(struct.pack(">IB", 1, kind))


@given(st.binary(max_size=200))
def test_any_bytes_are_frames_or_a_breach(stream: bytes) -> None:
    try:
        FrameDecoder().feed(stream)
    except FrameBreach:
        return


def test_control_payloads_come_back() -> None:
    frames = FrameDecoder().feed(encode_hello(HELLO) + encode_ack(2**64 - 1) + encode_bye(ByeReason.FULL))
    assert [kind for kind, _ in frames] == [FrameKind.HELLO, FrameKind.ACK, FrameKind.BYE]
    assert decode_hello(frames[0][1]) == HELLO
    assert decode_ack(frames[1][1]) == 2**64 - 1
    assert decode_bye(frames[2][1]) is ByeReason.FULL


def test_a_longer_hello_of_a_later_minor_version_is_understood() -> None:
    assert decode_hello(b"\x0112345678 and more") == HELLO


@pytest.mark.parametrize("payload", [b"", b"\x01short", b"\x0212345678"])
def test_a_hello_that_is_short_or_of_another_version_is_a_breach(payload: bytes) -> None:
    with pytest.raises(FrameBreach):
        decode_hello(payload)


@pytest.mark.parametrize("payload", [b"", bytes(7), bytes(9)])
def test_an_acknowledgement_of_another_size_is_a_breach(payload: bytes) -> None:
    with pytest.raises(FrameBreach):
        decode_ack(payload)


@pytest.mark.parametrize("payload", [b"", b"\x00", b"\xc8", b"\x02\x02"])
def test_an_unknown_goodbye_is_a_plain_one(payload: bytes) -> None:
    assert decode_bye(payload) is ByeReason.CLOSED


def test_words_about_calls_come_back() -> None:
    ticket = Ticket(b"m" * 32, TicketRole.ANSWER, b"t" * 16)
    frames = FrameDecoder().feed(encode_ask(b"m" * 32) + encode_ticket(ticket))
    assert [kind for kind, _ in frames] == [FrameKind.ASK, FrameKind.TICKET]
    assert (decode_ask(frames[0][1]), decode_ticket(frames[1][1])) == (b"m" * 32, ticket)


@pytest.mark.parametrize("payload", [b"", bytes(31), bytes(33)])
def test_a_wish_for_a_way_to_no_member_is_a_breach(payload: bytes) -> None:
    with pytest.raises(FrameBreach):
        decode_ask(payload)


@pytest.mark.parametrize("payload", [b"", bytes(48), bytes(50), bytes(32) + b"\x03" + bytes(16)])
def test_a_ticket_of_another_size_or_role_is_a_breach(payload: bytes) -> None:
    with pytest.raises(FrameBreach):
        decode_ticket(payload)
