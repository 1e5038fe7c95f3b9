"""Reading a bundle as a stream: what is whole of it, in the order of the file, whatever has happened to the rest.

Theory of operation. A reader looks for the mark of a block and verifies the head's signature before it believes the
length in it; then the payload's hash. Where either fails it goes on at the next mark. So a damaged block costs itself
only, and a made-up one the making of one signature check. Of each block number only the first good one counts; a
number whose payload has failed twice is looked at no more, so that a file full of copies of one true head cannot keep
a machine hashing. What is in memory is one block at a time.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Protocol

from cohong.bundle.layout import (
    END_NUMBER,
    HEAD_BYTES,
    HEADER_BYTES_MAX,
    HEADER_NUMBER,
    MARK,
    Head,
    Header,
    decode_end,
    decode_head,
    decode_header,
    is_signed,
    signed_of_header,
)
from cohong.crypto.signing import verify
from cohong.primitives.errors import RemoteProtocolError

READ_BYTES: Final = 256 * 1024
FAILED_MAX: Final = 4_096
HEADER_TRIES_MAX: Final = 8
DAMAGE_LISTED_MAX: Final = 1_000


class ByteStream(Protocol):
    """What a bundle is read from, such as a file opened for reading bytes."""

    def read(self, size: int, /) -> bytes: ...
    def seek(self, offset: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class SealedPart:
    """A part that is as the exporter made it; `end` is where it ends in the file."""

    number: int
    payload: bytes
    end: int


@dataclass(slots=True)
class Findings:
    """What reading a bundle has come to so far.

    Attributes:
        parts: how many parts it has, None while its end has not been found.
        seen: numbers of the good parts, as stretches in order: [first, last] each.
    """

    parts: int | None = None
    seen: list[list[int]] = field(default_factory=list)

    def note(self, number: int) -> bool:
        """Take note of a good part; returns whether it is the first of its number."""
        place = bisect_right(self.seen, [number, END_NUMBER]) - 1
        before = self.seen[place] if place >= 0 else None
        if before is not None and number <= before[1]:
            return False
        if before is not None and number == before[1] + 1:
            before[1] = number
        else:
            place += 1
            self.seen.insert(place, [number, number])
        if place + 1 < len(self.seen) and self.seen[place + 1][0] == number + 1:
            self.seen[place][1] = self.seen.pop(place + 1)[1]
        return True

    @property
    def highest(self) -> int:
        """The highest number of a good part, 0 if there is none."""
        return self.seen[-1][1] if self.seen else 0

    def missing(self) -> list[int]:
        """Return the numbers of parts that are damaged or gone, as far as is known; at most DAMAGE_LISTED_MAX."""
        found: list[int] = []
        after = 0
        for first, last in [*self.seen, [(self.parts or after) + 1, 0]]:
            found.extend(range(after + 1, min(first, after + 1 + DAMAGE_LISTED_MAX - len(found))))
            after = last
        return found

    @property
    def is_whole(self) -> bool:
        """Whether every part and the end are there."""
        return self.parts is not None and not self.missing()


class _Window:
    """A stretch of the stream in memory: at most one block and what was read ahead."""

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self._bytes = bytearray()
        self._start = 0
        self.offset = 0

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer at the end of the stream."""
        while len(self._bytes) - self._start < size:
            more = self._stream.read(max(READ_BYTES, size - len(self._bytes) + self._start))
            if not more:
                break
            del self._bytes[: self._start]
            self._start = 0
            self._bytes += more
        return bytes(self._bytes[self._start : self._start + size])

    def skip(self, size: int) -> None:
        """Go on by `size` bytes that have been peeked at."""
        self._start += size
        self.offset += size

    def find_mark(self) -> bool:
        """Go on to the next mark, this place included; returns whether there is one."""
        while self.peek(len(MARK)):
            place = self._bytes.find(MARK, self._start)
            if place >= 0:
                self.skip(place - self._start)
                return True
            self.skip(max(1, len(self._bytes) - self._start - len(MARK) + 1))
        return False


class BundleReader:
    """One bundle, being read.

    Attributes:
        header: who has made it for whom.
        findings: how much of it is whole, once `parts` has run to its end.
    """

    def __init__(self, stream: ByteStream) -> None:
        """Find the header.

        Raises:
            RemoteProtocolError: `not-a-bundle`, `newer-version`, or `header-damaged`: both copies of it.
        """
        self._stream = stream
        self.header: Header = _find_header(stream)
        self.findings = Findings()

    def parts(self) -> Iterator[SealedPart]:
        """Yield the parts that are whole, each once, in the order of the file."""
        self._stream.seek(0)
        window = _Window(self._stream)
        failed = 0
        while failed < FAILED_MAX and window.find_mark():
            head = decode_head(window.peek(HEAD_BYTES))
            if head is None or head.number == HEADER_NUMBER or not is_signed(head, self.header):
                window.skip(len(MARK))
                continue
            payload = window.peek(HEAD_BYTES + head.size)[HEAD_BYTES:]
            if sha256(payload).digest() != head.digest:
                failed += 1
                window.skip(len(MARK))
                continue
            window.skip(HEAD_BYTES + head.size)
            if head.number == END_NUMBER:
                self.findings.parts = decode_end(payload)
            elif self.findings.note(head.number):
                yield SealedPart(head.number, payload, window.offset)


def _find_header(stream: ByteStream) -> Header:
    """Return the first header in the stream that is whole and signed."""
    stream.seek(0)
    window = _Window(stream)
    code = "header-damaged" if window.peek(len(MARK)) == MARK else "not-a-bundle"
    tries = 0
    while tries < HEADER_TRIES_MAX and window.find_mark():
        head = decode_head(window.peek(HEAD_BYTES))
        if head is not None and head.number == HEADER_NUMBER and head.size <= HEADER_BYTES_MAX:
            tries += 1
            payload = window.peek(HEAD_BYTES + head.size)[HEAD_BYTES:]
            header = _header_of(head, payload)
            if header is not None:
                return header
        if head is not None:
            code = "header-damaged"
        window.skip(len(MARK))
    raise RemoteProtocolError(code)


def _header_of(head: Head, payload: bytes) -> Header | None:
    """Return the header in a block, None if it is damaged or forged.

    Raises:
        RemoteProtocolError: `newer-version`.
    """
    if sha256(payload).digest() != head.digest:
        return None
    try:
        header = decode_header(payload)
    except RemoteProtocolError as error:
        if error.code == "newer-version":
            raise
        return None
    return header if verify(header.author, signed_of_header(payload), head.signature) else None
