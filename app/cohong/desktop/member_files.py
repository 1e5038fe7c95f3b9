"""Whom a file, picture or text is about: a QR code, a vCard, a receipt, a report, a link, an id.

Whatever is given here may come from anybody. It is read with bounds on bytes, pixels and time, in a thread beside the
window's; what can't be read is said, never guessed. Nothing in it is acted upon: it names whom to look up.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from cohong.desktop.pdf_pictures import links_in_pdf, pictures_in_pdf
from cohong.desktop.vcard import names_in_vcard
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.receipt import RECEIPT_BYTES_MAX, verify_receipt

FILE_BYTES_MAX: Final = 16 * 1024 * 1024
TEXT_BYTES_MAX: Final = 256 * 1024
PIXELS_MAX: Final = 100_000_000
SIDE_MAX: Final = 3_000
"""Pixels of the longer side above which a picture is made smaller before a code is looked for."""
MEMBERS_MAX: Final = 8
NAME_CHARS_MAX: Final = 120

_ID: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_INVITATION: Final = re.compile(r"^\s*cohong:\s*join\b", re.IGNORECASE)
_PRINTED_REPORT: Final = re.compile(r"^\s*cohong:\s*report\b", re.IGNORECASE)
_LINK: Final = re.compile(r"^\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_QR_CODES: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_MAGIC: Final = {b"\x89PNG": b"png", b"\xff\xd8\xff": b"jpeg", b"GIF8": b"gif", b"BM": b"bmp", b"RIFF": b"webp"}


class Source(StrEnum):
    """What was read."""

    CODE = "code"
    VCARD = "vcard"
    RECEIPT = "receipt"
    REPORT = "report"
    TEXT = "text"


class Problem(StrEnum):
    """Why nobody is named by what was given."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    UNKNOWN_KIND = "unknown-kind"
    BROKEN_PICTURE = "broken-picture"
    NO_CODE = "no-code"
    NO_CODE_IN_PDF = "no-code-in-pdf"
    NO_CODE_ON_SCREEN = "no-code-on-screen"
    NO_SCREEN = "no-screen"
    NO_NAME = "no-name"
    LINK = "link"
    INVITATION = "invitation"
    PRINTED_REPORT = "printed-report"
    OTHER_NETWORK = "other-network"
    BAD_RECEIPT = "bad-receipt"


@dataclass(frozen=True, slots=True)
class Found:
    """Whom to look up.

    Attributes:
        members: ids in hex; which of them are members is for the node to say.
        names: to search for where no id is given, the most telling first.
        problem: why there is neither.
        says: what a code has in it that names nobody.
    """

    source: Source = Source.TEXT
    members: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    problem: Problem | None = None
    says: str = ""


def found_in_file(path: str, network: str) -> Found:
    """Return whom a file is about; `network` is the id in hex of the one whose receipts count."""
    try:
        exact = _read(Path(path))
    except OSError:
        return Found(problem=Problem.UNREADABLE)
    if exact is None:
        return Found(problem=Problem.TOO_LARGE)
    if exact.startswith(b"%PDF-"):
        return _in_pdf(exact)
    if any(exact.startswith(magic) for magic in _MAGIC):
        return _in_picture_bytes(exact)
    if exact.lstrip()[:1] == b"{":
        return _in_report(exact)
    if path.casefold().endswith(".receipt"):
        return _in_receipt(exact, network)
    return _in_text_bytes(exact)


def found_in_picture(picture: QImage) -> Found:
    """Return whom a picture is about that is decoded already."""
    if picture.isNull() or picture.width() * picture.height() > PIXELS_MAX:
        return Found(problem=Problem.BROKEN_PICTURE)
    codes = zxingcpp.read_barcodes(_grey(picture), formats=_QR_CODES)
    if not codes:
        return Found(source=Source.CODE, problem=Problem.NO_CODE)
    each = [found_in_text(code.text, source=Source.CODE) for code in codes]
    named = [found for found in each if found.members] or [found for found in each if found.problem is None]
    return (named or each)[0]


def found_on_screens(pictures: Sequence[QImage]) -> Found:
    """Return whom a code on one of the screens is about; codes that name nobody, of which a desktop has many, last."""
    if not pictures:
        return Found(source=Source.CODE, problem=Problem.NO_SCREEN)
    each = [found_in_picture(picture) for picture in pictures]
    named = [found for found in each if found.members] or [found for found in each if found.problem is None]
    others = [found for found in each if found.problem is not Problem.NO_CODE]
    return next(iter([*named, *others]), Found(source=Source.CODE, problem=Problem.NO_CODE_ON_SCREEN))


def found_in_text(text: str, *, source: Source = Source.TEXT) -> Found:
    """Return whom a text is about: an id in it, a vCard, or a name as it stands."""
    if _INVITATION.match(text):
        return Found(source=source, problem=Problem.INVITATION)
    if _PRINTED_REPORT.match(text):
        # The ids in it are those of the file and of the network.
        return Found(source=source, problem=Problem.PRINTED_REPORT)
    members = _ids_in(text)
    if members:
        return Found(source=source, members=members)
    if text.lstrip()[:11].upper() == "BEGIN:VCARD":
        names = tuple(name[:NAME_CHARS_MAX] for name in names_in_vcard(text))
        problem = None if names else Problem.NO_NAME
        return Found(source=Source.VCARD, names=names, problem=problem)
    words = " ".join(text.split())
    if not words or len(words) > NAME_CHARS_MAX:
        return Found(source=source, problem=Problem.NO_NAME, says=words[:NAME_CHARS_MAX])
    if _LINK.match(words):
        return Found(source=source, problem=Problem.LINK, says=words)
    return Found(source=source, names=(words,))


def _read(path: Path) -> bytes | None:
    """Return the bytes of a plain file, None if there are too many.

    Raises:
        OSError: it cannot be read, or is a folder, a device or a pipe.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a plain file")
    with path.open("rb") as file:
        exact = file.read(FILE_BYTES_MAX + 1)
    return exact if len(exact) <= FILE_BYTES_MAX else None


def _in_pdf(exact: bytes) -> Found:
    for link in links_in_pdf(exact):
        found = found_in_text(link, source=Source.CODE)
        if found.problem is None:
            return found
    for picture in pictures_in_pdf(exact, decode_picture):
        found = found_in_picture(picture)
        if found.problem is None:
            return found
    return Found(source=Source.CODE, problem=Problem.NO_CODE_IN_PDF)


def _in_picture_bytes(exact: bytes) -> Found:
    picture = decode_picture(exact)
    return Found(problem=Problem.BROKEN_PICTURE) if picture is None else found_in_picture(picture)


def decode_picture(exact: bytes) -> QImage | None:
    """Return the picture in a file's bytes, made smaller where it is large; None if it is broken or too large."""
    kind = next((kind for magic, kind in _MAGIC.items() if exact.startswith(magic)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(exact))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The format is the one that was recognised: no other decoder of Qt's gets to see these bytes.
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > PIXELS_MAX:
        return None
    if max(size.width(), size.height()) > SIDE_MAX:
        reader.setScaledSize(_scaled(size))
    picture = reader.read()
    return None if picture.isNull() else picture


def _grey(picture: QImage) -> QImage:
    if max(picture.width(), picture.height()) > SIDE_MAX:
        picture = picture.scaled(_scaled(picture.size()))
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def _scaled(size: QSize) -> QSize:
    share = SIDE_MAX / max(size.width(), size.height())
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))


def _in_report(exact: bytes) -> Found:
    try:
        document: Any = json.loads(exact)
        member = str(document["credentialSubject"]["report"]["member"])
    except (ValueError, RecursionError, LookupError, TypeError):
        return Found(problem=Problem.UNKNOWN_KIND)
    members = _ids_in(member)
    return Found(source=Source.REPORT, members=members, problem=None if members else Problem.NO_NAME)


def _in_receipt(exact: bytes, network: str) -> Found:
    if len(exact) > RECEIPT_BYTES_MAX:
        return Found(problem=Problem.TOO_LARGE)
    try:
        proof = verify_receipt(exact, bytes.fromhex(network))
    except ReceiptRefused as refused:
        problem = Problem.OTHER_NETWORK if refused.code == "other-network" else Problem.BAD_RECEIPT
        return Found(source=Source.RECEIPT, problem=problem)
    named = [value for name in ("debtor", "creditor") if isinstance(value := (proof.body or {}).get(name), bytes)]
    return Found(source=Source.RECEIPT, members=tuple(dict.fromkeys(each.hex() for each in (*named, proof.author))))


def _in_text_bytes(exact: bytes) -> Found:
    if len(exact) > TEXT_BYTES_MAX:
        return Found(problem=Problem.UNKNOWN_KIND)
    try:
        text = exact.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Found(problem=Problem.UNKNOWN_KIND)
    if "\0" in text:
        return Found(problem=Problem.UNKNOWN_KIND)
    return found_in_text(text)


def _ids_in(text: str) -> tuple[str, ...]:
    """Return the ids in a text; one that is alone in it may be broken up by blanks and lines."""
    alone = "".join(text.split()).casefold().removeprefix("cohong:").strip("/")
    found = [alone] if _ID.fullmatch(alone) else _ID.findall(text.casefold())
    return tuple(dict.fromkeys(found))[:MEMBERS_MAX]
