"""Files that are broken, cut off or made to do harm: each gives what is good of it, or its own error, within bounds."""

import random
from io import BytesIO

import pytest
from tests.unit.bundle.making import FRAMES, MAKER, NETWORK, READER, STRANGER, TIME_MS, blocks, bundle, secrets, writer
from tests.unit.bundle.test_bundle import read

from cohong.bundle.layout import (
    END_NUMBER,
    HEAD_BYTES,
    HEADER_BYTES_MAX,
    MARK,
    PART_BYTES_MAX,
    Contents,
    content_key,
    decode_end,
    decode_head,
    decode_header,
    encode_head,
    encode_header,
    open_contents,
    open_part,
    signed_of_header,
)
from cohong.bundle.reading import FAILED_MAX, BundleReader
from cohong.bundle.writing import BundleWriter
from cohong.crypto.sealing import encrypt
from cohong.primitives.encoding import Value, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId

WHOLE = bundle()


class Counting(BytesIO):
    """A file that knows the most that was asked of it at once."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.most = max(self.most, size or 0)
        return super().read(size)


def refusal(file_bytes: bytes) -> str:
    with pytest.raises(RemoteProtocolError) as caught:
        read(file_bytes)
    return caught.value.code


@pytest.mark.parametrize("size", range(0, len(WHOLE), 41))
def test_a_file_that_was_cut_off_gives_the_parts_before(size: int) -> None:
    made = blocks()
    ends = [sum(map(len, made[: number + 1])) for number in range(len(made) - 1)]
    if size < ends[0]:
        assert refusal(WHOLE[:size]) in ("not-a-bundle", "header-damaged")
        return
    opened, findings = read(WHOLE[:size])
    assert opened == list(FRAMES[: sum(end <= size for end in ends[1:])])
    assert findings.is_whole == (size >= ends[-1] + len(made[-1]) - len(made[0]))


@pytest.mark.parametrize("place", range(0, len(WHOLE), 13))
def test_a_flipped_bit_costs_one_block_at_most(place: int) -> None:
    broken = bytearray(WHOLE)
    broken[place] ^= 1 << random.Random(place).randrange(8)
    opened, findings = read(bytes(broken))
    lost = [frame for frame in FRAMES if frame not in opened]
    assert len(lost) <= 1
    assert None not in opened
    assert findings.is_whole <= (not lost)


def test_the_header_at_the_end_serves_where_the_first_is_damaged() -> None:
    broken = bytes(300) + WHOLE[300:]
    opened, findings = read(broken)
    assert (opened, findings.is_whole) == (list(FRAMES), True)


def test_without_a_header_nothing_can_be_opened() -> None:
    made = blocks()
    assert refusal(b"".join(made[1:-1])) == "header-damaged"


@pytest.mark.parametrize("other", [b"", b"PK\x03\x04" + bytes(5_000), b"number;amount\n1;2\n" * 50_000, MARK[:-1]])
def test_another_file_is_no_bundle(other: bytes) -> None:
    assert refusal(other) == "not-a-bundle"


def test_a_newer_version_is_said_to_be_one() -> None:
    newer = encode([2, "whatever"])
    block = encode_head(0, newer, MAKER.sign(signed_of_header(newer))) + newer
    assert refusal(block) == "newer-version"


def test_a_header_signed_by_somebody_else_is_none() -> None:
    exact = writer().header.exact
    forged = encode_head(0, exact, STRANGER.sign(signed_of_header(exact))) + exact
    assert refusal(forged + b"".join(blocks()[1:-1])) == "header-damaged"


def test_parts_of_another_bundle_are_no_parts_of_this_one() -> None:
    other = BundleWriter(NETWORK, MAKER, [MemberId(READER.member)], Contents((), 0, 0), secrets(1), TIME_MS + 1)
    made = blocks()
    opened, findings = read(made[0] + other.part_block(b"stray") + b"".join(made[1:]))
    assert (opened, findings.is_whole) == (list(FRAMES), True)


def test_parts_in_any_order_and_twice_are_read_once() -> None:
    made = blocks()
    opened, findings = read(made[0] + made[4] + made[2] + made[2] + made[1] + made[3] + made[5])
    assert opened == [FRAMES[3], FRAMES[1], FRAMES[0], FRAMES[2]]
    assert findings.is_whole


def test_a_part_that_the_exporter_sealed_wrongly_is_not_opened() -> None:
    made = writer()
    wrong = made._block(1, encrypt(b"x" * 32, bytes(24), b"text", b""))
    assert read(made.header_block() + wrong)[0] == [None]


@pytest.mark.parametrize("number", [0, 1, 7, END_NUMBER])
@pytest.mark.parametrize("size", [PART_BYTES_MAX, HEADER_BYTES_MAX + 1, 2**32 - 1])
def test_a_giant_length_is_not_believed(number: int, size: int) -> None:
    head = MARK + number.to_bytes(4, "big") + size.to_bytes(4, "big") + bytes(96)
    made = blocks()
    stream = Counting(made[0] + head * 50 + b"".join(made[1:]))
    assert len(list(BundleReader(stream).parts())) == len(FRAMES)
    assert stream.most <= HEADER_BYTES_MAX + HEAD_BYTES


def test_a_file_of_true_heads_with_wrong_payloads_is_given_up() -> None:
    made = writer()
    head = made.part_block(b"text")[:HEAD_BYTES]
    after = made.part_block(b"more")
    reader = BundleReader(BytesIO(made.header_block() + head * (FAILED_MAX + 1) + after))
    assert list(reader.parts()) == []


READERS: list[Value] = [[READER.member, bytes(80)]]


@pytest.mark.parametrize(
    "fields",
    [
        [],
        {},
        ["1"],
        [1],
        [1, bytes(31), bytes(32), 0, bytes(16), READERS, b""],
        [1, bytes(32), bytes(33), 0, bytes(16), READERS, b""],
        [1, bytes(32), bytes(32), -1, bytes(16), READERS, b""],
        [1, bytes(32), bytes(32), 0, bytes(15), READERS, b""],
        [1, bytes(32), bytes(32), 0, bytes(16), [], b""],
        [1, bytes(32), bytes(32), 0, bytes(16), READERS * 2, b""],
        [1, bytes(32), bytes(32), 0, bytes(16), [[bytes(32), bytes(79)]], b""],
        [1, bytes(32), bytes(32), 0, bytes(16), [[bytes(31), bytes(80)]], b""],
        [1, bytes(32), bytes(32), 0, bytes(16), [[bytes(32), 1]], b""],
        [1, bytes(32), bytes(32), 0, bytes(16), [[bytes([2]) * 32, bytes(80)], [bytes(32), bytes(80)]], b""],
    ],
)
def test_a_header_out_of_form_is_refused(fields: Value) -> None:
    with pytest.raises(RemoteProtocolError, match="header-form"):
        decode_header(encode(fields))


@pytest.mark.parametrize(
    "plain",
    [[], [[], 0], [[], -1, 0], [[], 0, "1"], [0, 0, 0], [[[bytes(32), 1]], 0, 0], [[[bytes(31), 0, 1]], 0, 0],
     [[[bytes(32), 2, 1]], 0, 0], [[[bytes(32), -1, 1]], 0, 0]],
)  # fmt: skip
def test_contents_out_of_form_are_refused(plain: Value) -> None:
    sealed = encrypt(b"k" * 32, bytes(24), encode(plain), b"cohong/bundle-contents/1\0" + bytes(16))
    header = encode_header(NETWORK, MemberId(MAKER.member), 0, bytes(16), {}, sealed)
    with pytest.raises(RemoteProtocolError, match="contents-form"):
        open_contents(b"k" * 32, header)


def test_contents_that_cannot_be_opened_are_refused() -> None:
    header = writer().header
    with pytest.raises(RemoteProtocolError, match="contents-form"):
        open_contents(bytes(32), header)


@pytest.mark.parametrize("plain", [0, [], [1, 2], ["1"], [-1], [END_NUMBER]])
def test_an_end_out_of_form_is_refused(plain: Value) -> None:
    with pytest.raises(RemoteProtocolError, match="end-form"):
        decode_end(encode(plain))


def test_a_key_of_the_wrong_size_is_not_for_me() -> None:
    header = writer().header
    assert len(content_key(header, READER)) == 32
    assert open_part(b"k" * 32, header.id, 1, b"") is None


@pytest.mark.parametrize("seed", range(300))
def test_any_bytes_are_refused_or_read_without_harm(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        chance.choice([MARK, WHOLE[: chance.randrange(900)], chance.randbytes(chance.randrange(300))]) for _ in range(9)
    ]
    try:
        opened, _ = read(b"".join(pieces))
    except RemoteProtocolError as error:
        assert error.code in ("not-a-bundle", "header-damaged")
    else:
        assert set(opened) <= set(FRAMES)


def test_a_head_is_read_whole_or_not_at_all() -> None:
    block = writer().part_block(b"text")
    assert decode_head(block[:HEAD_BYTES]) is not None
    assert decode_head(block[: HEAD_BYTES - 1]) is None
