"""What is written into a bundle is read from it, by those that it was made for."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.bundle.making import CONTENTS, FRAMES, MAKER, OTHER, READER, TIME_MS, bundle, writer

from cohong.bundle.layout import HEAD_BYTES, content_key, open_contents, open_part
from cohong.bundle.reading import BundleReader, Findings
from cohong.crypto.signing import SigningKey
from cohong.primitives.errors import LocalProtocolError, RemoteProtocolError
from cohong.primitives.ids import MemberId

VECTOR = Path(__file__).with_name("bundle.json")


def read(file_bytes: bytes, key: SigningKey = READER) -> tuple[list[bytes | None], Findings]:
    """Return the frames of a bundle, None for one that cannot be opened, and what was found."""
    reader = BundleReader(BytesIO(file_bytes))
    secret = content_key(reader.header, key)
    opened = [open_part(secret, reader.header.id, part.number, part.payload) for part in reader.parts()]
    return opened, reader.findings


def test_a_bundle_has_the_bytes_that_were_written_down() -> None:
    assert {"bundle": bundle().hex(), "id": writer().header.id.hex()} == json.loads(VECTOR.read_text())


def test_every_reader_reads_all_frames() -> None:
    for key in (MAKER, READER):
        opened, findings = read(bundle(), key)
        assert (opened, findings.parts, findings.missing(), findings.is_whole) == (list(FRAMES), 4, [], True)


def test_an_empty_bundle_is_whole() -> None:
    assert read(bundle(()))[1].is_whole


def test_the_header_says_who_made_it_when_for_whom_and_to_readers_what_it_holds() -> None:
    header = BundleReader(BytesIO(bundle())).header
    assert (header.author, header.time_ms) == (MAKER.member, TIME_MS)
    assert list(header.readers) == sorted(MemberId(key.member) for key in (MAKER, READER))
    assert open_contents(content_key(header, READER), header) == CONTENTS


def test_nobody_else_can_open_it() -> None:
    with pytest.raises(RemoteProtocolError, match="not-for-you"):
        read(bundle(), OTHER)


def test_no_frame_and_no_feed_shows_in_the_bytes() -> None:
    made = bundle()
    assert not any(frame in made for frame in FRAMES)
    assert OTHER.member not in made


def test_a_part_can_be_taken_out_and_checked_alone() -> None:
    alone = writer()
    parts = [alone.part_block(frame) for frame in FRAMES]
    opened, findings = read(alone.header_block() + parts[2])
    assert (opened, findings.missing(), findings.is_whole) == ([FRAMES[2]], [1, 2], False)


def test_a_bundle_is_made_for_real_keys_only() -> None:
    unusable = SigningKey(bytes(32))
    unusable.member = bytes(32)  # type: ignore[misc]  # what no key has: that is the point
    with pytest.raises(LocalProtocolError):
        writer((unusable,))


@given(st.lists(st.integers(1, 30)), st.integers(0, 30))
def test_findings_know_what_is_missing(numbers: list[int], parts: int) -> None:
    findings = Findings(parts)
    fresh = [findings.note(number) for number in numbers]
    assert fresh == [number not in numbers[:place] for place, number in enumerate(numbers)]
    newest = max([parts, *numbers])
    assert findings.missing() == [number for number in range(1, newest + 1) if number not in numbers]


def test_a_block_costs_112_bytes() -> None:
    assert len(writer().part_block(b"")) == HEAD_BYTES + 16 == 128
