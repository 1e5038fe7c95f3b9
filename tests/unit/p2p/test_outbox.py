"""What is written together, and in which order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cohong.p2p.link_frames import FrameDecoder, FrameKind, data_header, encode_ack
from cohong.p2p.outbox import WRITE_BYTES_MAX, Outbox


def put(outbox: Outbox, payload: bytes) -> None:
    outbox.put(data_header(len(payload)), payload)


def test_small_frames_go_out_in_one_write() -> None:
    outbox = Outbox()
    for number in range(100):
        put(outbox, bytes([number]) * 300)
    written = outbox.take()
    assert [payload[0] for _, payload in FrameDecoder().feed(written)] == list(range(100))
    assert not outbox and outbox.take() == b""


def test_a_frame_that_fills_a_message_takes_exactly_one_write() -> None:
    outbox = Outbox()
    put(outbox, bytes(WRITE_BYTES_MAX - 5))
    put(outbox, b"next")
    assert len(outbox.take()) == WRITE_BYTES_MAX
    assert outbox.take() == data_header(4) + b"next"


def test_a_control_frame_overtakes_waiting_data_but_does_not_part_a_frame() -> None:
    outbox = Outbox()
    put(outbox, bytes(2 * WRITE_BYTES_MAX))
    put(outbox, b"later")
    first = outbox.take()
    outbox.put_control(encode_ack(7))
    decoder = FrameDecoder()
    frames = decoder.feed(first)
    while outbox:
        frames += decoder.feed(outbox.take())
    assert [kind for kind, _ in frames] == [FrameKind.DATA, FrameKind.ACK, FrameKind.DATA]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3 * WRITE_BYTES_MAX // 2)), max_size=12), st.data())
def test_every_frame_arrives_whole_and_data_stays_in_order(frames: list[tuple[bool, int]], data: st.DataObject) -> None:
    outbox, decoder, found = Outbox(), FrameDecoder(), []
    sent = []
    for number, (is_control, size) in enumerate(frames):
        if is_control:
            outbox.put_control(encode_ack(number))
        else:
            payload = number.to_bytes(2, "big") + bytes(size)
            put(outbox, payload)
            sent.append(payload)
        if data.draw(st.booleans()):
            written = outbox.take()
            assert len(written) <= WRITE_BYTES_MAX
            found += decoder.feed(written)
    while outbox:
        found += decoder.feed(outbox.take())
    assert [payload for kind, payload in found if kind is FrameKind.DATA] == sent
    assert sum(kind is FrameKind.ACK for kind, _ in found) == len(frames) - len(sent)
    assert outbox.queued_bytes == 0 and not decoder.is_mid_frame
