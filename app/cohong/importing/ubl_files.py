"""UBL documents where they lie: single files, all of a folder, all of a ZIP archive; and their rows, read once.

What cannot be read of a set is one problem of that document; the others go in. A document is parsed once, and its
few cells are kept: a set is bounded by its count, so this costs some kilobytes a document and not a second parsing.
"""

from __future__ import annotations

import codecs
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, Final

from cohong.importing.limits import DOCUMENTS_MAX, UNPACKED_BYTES_MAX
from cohong.importing.records import BrokenDocument, Record
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.rows_found import RowReason
from cohong.importing.stored_file import binary_kind, look_at, refusing_system_errors
from cohong.importing.ubl_document import DocumentFault, cells_of

_FIRST_BYTES: Final = 4096
_BEGINS_XML: Final = re.compile(rb"\s*<(?:\?xml|!--|(?:[\w.-]+:)?(?:Invoice|CreditNote)[\s>])")
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REPORT_EVERY: Final = 16
_UNREADABLE: Final = (
    OSError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What the disk and an archive say: a password, a way of packing that Python does not know, damage."""


@dataclass(frozen=True, slots=True)
class _Document:
    """Attributes:
    name: Of the file, or in the archive.
    """

    name: str
    stored_bytes: int
    open: Callable[[], BinaryIO | IO[bytes]]


@dataclass(frozen=True, slots=True)
class UblRecords:
    """The documents of a set as records, numbered from 1 in the order of their names.

    Attributes:
        stored_bytes: Of all documents, unpacked.
    """

    records: tuple[Record, ...]
    stored_bytes: int


def is_ubl(path: Path, *, also: Sequence[Path] = ()) -> bool:
    """Return whether the path is read as UBL documents: XML, a folder, a ZIP archive with XML, or one of several.

    Raises:
        ImportRefused: As `look_at`.
    """
    with refusing_system_errors(path):
        if also or path.is_dir():
            return True
    look_at(path)
    with refusing_system_errors(path), path.open("rb") as source:
        first = source.read(_FIRST_BYTES)
    if first.startswith(_WIDE_MARKS):
        first = first.decode("utf-16", errors="replace").encode()
    if _BEGINS_XML.match(first.removeprefix(codecs.BOM_UTF8)):
        return True
    return binary_kind(first) == "zip" and bool(_members(path))


def read_ubl(paths: Sequence[Path], report: Callable[[int, int], object]) -> UblRecords:
    """Read all documents.

    Args:
        report: Called with (done, all) in bytes; may raise to stop.

    Raises:
        ImportRefused: NO_DOCUMENTS, TOO_MANY_ROWS, TOO_LARGE, NOT_CSV for one file that is XML of another kind, or
            a path that cannot be read.
    """
    with ExitStack() as open_archives:
        documents = [document for path in paths for document in _documents(path, open_archives)]
        whole = sum(document.stored_bytes for document in documents)
        _refuse_unfit(paths, documents, whole)
        records: list[Record] = []
        done = 0
        for number, document in enumerate(documents, 1):
            records.append((number, _record(document)))
            done += document.stored_bytes
            if not number % _REPORT_EVERY:
                report(done, whole)
    foreign = [record for _, record in records if isinstance(record, BrokenDocument) and record.reason in _FOREIGN]
    if len(foreign) == len(records):
        if len(paths) == 1 and len(records) == 1:
            raise ImportRefused(RefusalCode.NOT_CSV, kind="xml")
        raise ImportRefused(RefusalCode.NO_DOCUMENTS, path=str(paths[0]), files=len(records))
    return UblRecords(tuple(records), whole)


_FOREIGN: Final = (RowReason.NOT_UBL,)


def _refuse_unfit(paths: Sequence[Path], documents: Sequence[_Document], whole: int) -> None:
    if not documents:
        raise ImportRefused(RefusalCode.NO_DOCUMENTS, path=str(paths[0]), files=0)
    if len(documents) > DOCUMENTS_MAX:
        raise ImportRefused(RefusalCode.TOO_MANY_ROWS, limit=DOCUMENTS_MAX)
    if whole > UNPACKED_BYTES_MAX:
        raise ImportRefused(RefusalCode.TOO_LARGE, bytes=whole, limit_bytes=UNPACKED_BYTES_MAX, measure="unpacked")


def _record(document: _Document) -> list[str] | BrokenDocument:
    try:
        with document.open() as source:
            return cells_of(source, document.name)
    except DocumentFault as fault:
        return BrokenDocument(document.name, fault.element, fault.value, fault.reason)
    except _UNREADABLE as error:
        value = error.strerror or "" if isinstance(error, OSError) else str(error)
        return BrokenDocument(document.name, "", value[:80], RowReason.FILE_UNREADABLE)


def _documents(path: Path, open_archives: ExitStack) -> Iterator[_Document]:
    if path.is_dir():
        with refusing_system_errors(path):
            found = sorted(entry for entry in path.iterdir() if _is_xml(entry.name) and entry.is_file())
        for entry in found:
            yield _Document(entry.name, entry.stat().st_size, partial(_open, entry))
        return
    stored = look_at(path)
    if zipfile.is_zipfile(path):
        archive = open_archives.enter_context(zipfile.ZipFile(path))
        for member in _members(path):
            yield _Document(member.filename, member.file_size, partial(archive.open, member))
        return
    yield _Document(path.name, stored.stored_bytes, partial(_open, path))


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _members(archive_path: Path) -> list[zipfile.ZipInfo]:
    """Return the XML files of an archive; none if it is damaged."""
    try:
        with zipfile.ZipFile(archive_path) as archive:
            found = [member for member in archive.infolist() if not member.is_dir() and _is_xml(member.filename)]
    except (OSError, zipfile.BadZipFile, ValueError):
        return []
    return sorted(found, key=lambda member: member.filename)


def _is_xml(name: str) -> bool:
    """Return whether it is a document by its name; macOS keeps a file beside each, `._name`."""
    last = name.rpartition("/")[2]
    return last.lower().endswith(".xml") and not last.startswith(".")
