"""The pictures in a PDF, and the links that stand in it openly: enough to find a QR code on a printed page.

This is no reader of PDFs. Pictures are streams of their own whose dictionaries are never compressed (ISO 32000-1,
7.5.7), so they are found without following the file's structure. JPEG and plain greys and colours are decoded.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtGui import QImage

PICTURES_MAX: Final = 24
SIDE_MAX: Final = 10_000
BYTES_MAX: Final = 64 * 1024 * 1024
"""Of one picture, decoded."""
_DICTIONARY_MAX: Final = 4_096

_STREAM: Final = re.compile(rb"stream\r?\n")
_LINK: Final = re.compile(rb"cohong:[\x21-\x27\x2a-\x7e]{1,2000}")
_FORMATS: Final = {
    (b"DeviceGray", 8): (QImage.Format.Format_Grayscale8, 8),
    (b"DeviceRGB", 8): (QImage.Format.Format_RGB888, 24),
    (b"DeviceGray", 1): (QImage.Format.Format_Mono, 1),
}


def links_in_pdf(exact: bytes) -> list[str]:
    """Return the links of ours that stand in the file uncompressed, each once."""
    return list(dict.fromkeys(found[0].decode("ascii") for found in _LINK.finditer(exact)))[:PICTURES_MAX]


def pictures_in_pdf(exact: bytes, decode: Callable[[bytes], QImage | None]) -> Iterator[QImage]:
    """Yield the pictures that can be decoded, in the order of the file; `decode` reads JPEG."""
    count = 0
    for found in _STREAM.finditer(exact):
        before = exact[max(0, found.start() - _DICTIONARY_MAX) : found.start()]
        dictionary = before[before.rfind(b" obj") :]
        if not re.search(rb"/Subtype\s*/Image\b", dictionary):
            continue
        count += 1
        if count > PICTURES_MAX:
            return
        end = exact.find(b"endstream", found.end())
        picture = _picture(dictionary, exact[found.end() : end if end >= 0 else len(exact)], decode)
        if picture is not None:
            yield picture


def _picture(dictionary: bytes, stream: bytes, decode: Callable[[bytes], QImage | None]) -> QImage | None:
    if re.search(rb"/Filter\s*\[?\s*/DCTDecode\b", dictionary):
        return decode(stream)
    width, height, bits = (_number(dictionary, name) for name in (b"Width", b"Height", b"BitsPerComponent"))
    space = re.search(rb"/ColorSpace\s*/(\w+)", dictionary)
    is_mask = re.search(rb"/ImageMask\s+true\b", dictionary) is not None
    kind = (b"DeviceGray", 1) if is_mask else (space[1] if space else b"", bits)
    if kind not in _FORMATS or not (0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX):
        return None
    form, bits_a_pixel = _FORMATS[kind]
    row = (width * bits_a_pixel + 7) // 8
    plain = _inflated(dictionary, stream, row * height)
    if plain is None or len(plain) < row * height:
        return None
    # A copy: the picture does not own the bytes that it is made from.
    return QImage(plain, width, height, row, form).copy()


def _inflated(dictionary: bytes, stream: bytes, size: int) -> bytes | None:
    if size > BYTES_MAX or re.search(rb"/Predictor\s+[2-9]", dictionary):
        return None
    if not re.search(rb"/Filter\b", dictionary):
        return stream[:size]
    if not re.search(rb"/Filter\s*\[?\s*/FlateDecode\s*(\]|/|>|\s)", dictionary):
        return None
    try:
        return zlib.decompressobj().decompress(stream, size)
    except zlib.error:
        return None


def _number(dictionary: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb"\s+(\d{1,9})\b", dictionary)
    return int(found[1]) if found else 0
