"""Which encoding a file is in, over all of its bytes.

In this order: a byte order mark; zero bytes in every other place (UTF-16); a strict UTF-8 decode of the whole
file, which text in another encoding passes only by a freak; then GB18030 against Big5 on the lines that are
not ASCII. Those two share nearly all byte pairs, so a decode without errors says little. What tells is which
characters come out: both standards put the characters of everyday use in their first level, and Chinese read
with the wrong one lands elsewhere. charset-normalizer is asked only when that leaves a doubt, and for the
encodings of other scripts.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cohong.importing.column_names import known_headers
from cohong.importing.file_format import Confidence, Detection, Evidence, EvidenceCode
from cohong.importing.records import refuse_long_line
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.stored_file import OpenFile, binary_kind

_CHUNK_BYTES: Final = 1024 * 1024
_FIRST_BYTES: Final = 64 * 1024
_SAMPLE_BYTES: Final = 64 * 1024
_NORMALIZER_BYTES: Final = 8 * 1024

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Shared lead bytes of level one: 3,755 characters of GB 2312, 5,401 of Big5.
_LEVEL_ONE: Final = {"gb18030": (0xB0, 0xD7, 0xA1), "big5hkscs": (0xA4, 0xC6, 0x40)}
_ENOUGH_COMMON_PERCENT: Final = 60
_ENOUGH_MARGIN_PERCENT: Final = 20
_DAMAGE_MAX_PERCENT: Final = 10
# Single-byte encodings accept any byte, so what they are chosen among is kept short.
_OTHER_ENCODINGS: Final = ("cp1252", "cp1250", "cp1251", "cp932", "cp949", "cp874", "gb18030", "big5hkscs")


@dataclass(frozen=True, slots=True)
class BytesRead:
    """What the pass over the bytes found."""

    encoding: Detection
    unpacked_bytes: int
    damaged: int


def detect_encoding(source: OpenFile, given: str | None, report: Callable[[int], None] = lambda _: None) -> BytesRead:
    """Read all bytes and return their encoding.

    Args:
        given: The caller's choice, which is only checked.
        report: Called with the stored bytes read so far, at least once a MiB; may raise to stop.

    Raises:
        ImportRefused: NOT_CSV, EMPTY, UNREADABLE_ENCODING, and what reading raises.
    """
    first = source.unpacked.peek(_FIRST_BYTES)[:_FIRST_BYTES]
    if not first.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        _refuse_blank(first)
    early = _refuse_binary(first, given)
    scan = _Scan()
    while chunk := source.unpacked.read(_CHUNK_BYTES):
        scan.take(chunk)
        report(source.stored_read())
    scan.end()
    if given is not None:
        return _given(given, scan)
    if early is not None:
        return BytesRead(early, scan.count, 0)
    encoding, damaged = _from_scan(scan)
    return BytesRead(encoding, scan.count, damaged)


def _refuse_blank(first: bytes) -> None:
    if len(first) < _FIRST_BYTES and b"\0\0" not in first:
        raise ImportRefused(RefusalCode.EMPTY, bytes=len(first))


def _refuse_binary(first: bytes, given: str | None) -> Detection | None:
    """Return the encoding if the first bytes settle it; refuse what is no text at all."""
    kind = binary_kind(first)
    if kind is not None:
        raise ImportRefused(RefusalCode.NOT_CSV, kind=kind)
    if first.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and given is None:
        raise ImportRefused(RefusalCode.UNREADABLE_ENCODING, encoding="utf-32")
    for mark, name in _MARKS:
        if first.startswith(mark) and (name != "utf-8" or given is None):
            return Detection(name, Confidence.CERTAIN, (Evidence(EvidenceCode.BYTE_ORDER_MARK, {}),))
    wide = _utf16_by_zero_bytes(first)
    # A stray NUL is one row's problem; many are no text.
    controls = sum(first.count(bytes((code,))) for code in (*range(9), 11, *range(14, 27), *range(28, 32)))
    if wide is None and controls * 20 > len(first) and not _is_wide(given):
        raise ImportRefused(RefusalCode.NOT_CSV, kind="binary")
    return wide


def _is_wide(encoding: str | None) -> bool:
    return encoding is not None and codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


def _utf16_by_zero_bytes(first: bytes) -> Detection | None:
    """Recognise UTF-16 without a mark: digits, delimiters and line ends have a zero byte on one side only."""
    even, odd = first[0::2].count(0), first[1::2].count(0)
    places = max(1, len(first) // 2)
    for name, side, many, few in (("utf-16-le", "odd", odd, even), ("utf-16-be", "even", even, odd)):
        if many * 5 > places and few * 20 < many:
            values: dict[str, str | int | list[str]] = {"share_percent": many * 100 // places, "side": side}
            return Detection(name, Confidence.LIKELY, (Evidence(EvidenceCode.ZERO_BYTES, values),))
    return None


class _Scan:
    """One walk over the bytes: is all of it UTF-8, and a sample of the lines that are not ASCII."""

    def __init__(self) -> None:
        self.count = 0
        self.is_utf8 = True
        self.is_ascii = True
        self.characters = 0
        self.sample: list[bytes] = []
        self.header = b""
        self._sampled = 0
        self._lines = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def take(self, chunk: bytes) -> None:
        if not self.count:
            self.header = chunk.lstrip().partition(b"\n")[0][:4096]
        self.count += len(chunk)
        _refuse_endless_line(chunk, self._lines)
        self._lines += chunk.count(b"\n")
        if chunk.isascii() and self.is_ascii:
            return
        self.is_ascii = False
        if self.is_utf8:
            self._decode(chunk)
        if self._sampled < _SAMPLE_BYTES:
            self._sample_lines(chunk)

    def end(self) -> None:
        if self.is_utf8 and not self.is_ascii:
            self._decode(b"", final=True)

    def _decode(self, chunk: bytes, *, final: bool = False) -> None:
        try:
            text = self._decoder.decode(chunk, final)
        except UnicodeDecodeError:
            self.is_utf8 = False
            # The damage may lie behind what has been sampled so far: look at these lines too.
            self._sampled = 0
        else:
            self.characters += len(text) - len(text.encode("ascii", "ignore"))

    def _sample_lines(self, chunk: bytes) -> None:
        # A line feed is no part of a character in any of these encodings, so lines can be judged one by one.
        # The first and the last of a chunk may be cut inside a character; those do not count.
        lines = chunk.split(b"\n")
        if self.count > len(chunk):
            del lines[0]
        if len(chunk) == _CHUNK_BYTES:
            del lines[-1:]
        for line in lines:
            if not line.isascii() and self._sampled < _SAMPLE_BYTES:
                self.sample.append(line[:_SAMPLE_BYTES])
                self._sampled += len(line)


def _refuse_endless_line(chunk: bytes, lines_before: int) -> None:
    """Refuse a line that fills a chunk. So a bomb of one endless line is not unpacked to the limit."""
    if len(chunk) == _CHUNK_BYTES and b"\n" not in chunk and b"\r" not in chunk:
        refuse_long_line(chunk[:_FIRST_BYTES].decode("latin-1"), lines_before + 1)


def _given(given: str, scan: _Scan) -> BytesRead:
    damaged, characters = _damage(b"\n".join(scan.sample), given)
    if damaged * 100 > characters * _DAMAGE_MAX_PERCENT:
        raise ImportRefused(RefusalCode.UNREADABLE_ENCODING, encoding=given, damaged=damaged, characters=characters)
    evidence = (Evidence(EvidenceCode.OPTION, {}),)
    return BytesRead(Detection(codecs.lookup(given).name, Confidence.GIVEN, evidence), scan.count, damaged)


def _from_scan(scan: _Scan) -> tuple[Detection, int]:
    if scan.is_ascii:
        return Detection("utf-8", Confidence.CERTAIN, (Evidence(EvidenceCode.ALL_ASCII, {}),)), 0
    if scan.is_utf8:
        evidence = Evidence(EvidenceCode.VALID_UTF8, {"characters": scan.characters})
        return Detection("utf-8", Confidence.CERTAIN, (evidence,)), 0
    sample = b"\n".join(scan.sample)
    damaged, characters = _damage(sample, "utf-8")
    if damaged * 100 <= characters * _DAMAGE_MAX_PERCENT:
        evidence = Evidence(EvidenceCode.DAMAGED_CHARACTERS, {"damaged": damaged, "characters": characters})
        return Detection("utf-8", Confidence.LIKELY, (evidence,)), damaged
    found = _chinese_by_headers(scan.header) or _chinese_by_characters(sample) or _by_normalizer(sample)
    damaged, characters = _damage(sample, found.value)
    if damaged * 100 > characters * _DAMAGE_MAX_PERCENT:
        raise ImportRefused(RefusalCode.UNREADABLE_ENCODING, tried=found.value, damaged=damaged, characters=characters)
    return found, damaged


def _damage(sample: bytes, encoding: str) -> tuple[int, int]:
    """Return how many characters could not be decoded, and how many are not ASCII at all (those included)."""
    text = sample.decode(encoding, "replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    # A replacement character that stands in the file itself is damage from earlier, not a wrong encoding.
    mark = "\ufffd".encode(encoding, "ignore")
    written = sample.count(mark) if mark else 0
    return max(0, text.count("\ufffd") - written), foreign


def _chinese_by_headers(header: bytes) -> Detection | None:
    """Decide by the first line, if it has known Chinese column names in one of the two encodings only."""
    found = {name: known_headers(header.decode(name, "replace")) for name in _LEVEL_ONE}
    (one, ones), (other, others) = found.items()
    if bool(ones) == bool(others):
        return None
    name, headers = (one, ones) if ones else (other, others)
    return Detection(name, Confidence.CERTAIN, (Evidence(EvidenceCode.KNOWN_HEADERS, {"headers": headers}),))


def _chinese_by_characters(sample: bytes) -> Detection | None:
    shares = {name: _common_percent(sample, name) for name in _LEVEL_ONE}
    best, other = sorted(shares, key=lambda name: shares[name], reverse=True)
    if shares[best] < _ENOUGH_COMMON_PERCENT or shares[best] - shares[other] < _ENOUGH_MARGIN_PERCENT:
        return None
    values: dict[str, str | int | list[str]] = {
        "share_percent": shares[best],
        "other": other,
        "other_share_percent": shares[other],
    }
    return Detection(best, Confidence.LIKELY, (Evidence(EvidenceCode.COMMON_CHARACTERS, values),))


def _common_percent(sample: bytes, encoding: str) -> int:
    """Return how much of what is not ASCII becomes a character of everyday use; punctuation is left out."""
    first_lead, last_lead, first_trail = _LEVEL_ONE[encoding]
    common = others = 0
    for character in sample.decode(encoding, "replace"):
        if character.isascii():
            continue
        # "ignore": Hong Kong's Big5 has pairs that decode to two characters, one of which has no code alone.
        pair = b"" if character == "\ufffd" else character.encode(encoding, "ignore")
        if len(pair) == 2 and first_lead <= pair[0] <= last_lead and pair[1] >= first_trail:
            common += 1
        elif not "\u3000" <= character <= "\u303f" and not "\uff01" <= character <= "\uff5e":
            others += 1
    return common * 100 // max(1, common + others)


def _by_normalizer(sample: bytes) -> Detection:
    # Slow to import, and needed by few files.
    from charset_normalizer import from_bytes

    match = from_bytes(sample[:_NORMALIZER_BYTES], cp_isolation=list(_OTHER_ENCODINGS)).best()
    if match is None:
        damaged, characters = _damage(sample, "gb18030")
        raise ImportRefused(RefusalCode.UNREADABLE_ENCODING, tried="gb18030", damaged=damaged, characters=characters)
    encoding = match.encoding
    if sample.decode("cp1252", "replace") == sample.decode(encoding, "replace"):
        # Where Western and Central European read alike, the more common of the two.
        encoding = "cp1252"
    evidence = (Evidence(EvidenceCode.CHARSET_NORMALIZER, {}),)
    return Detection(encoding, Confidence.ASSUMED, evidence)
