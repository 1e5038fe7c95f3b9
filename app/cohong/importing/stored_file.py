"""The file as bytes: open it, unpack gzip, keep to size limits, tell binary files by their first bytes."""

from __future__ import annotations

import errno
import gzip
import io
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Final

from cohong.importing.limits import STORED_BYTES_MAX, UNPACKED_BYTES_MAX
from cohong.importing.refusals import ImportRefused, RefusalCode

GZIP_MAGIC: Final = b"\x1f\x8b"

SIGNATURES: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"%PDF-", "pdf"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"GIF8", "gif"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (0, GZIP_MAGIC, "gzip"),
    (0, b"BZh", "bzip2"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (0, b"\x28\xb5\x2f\xfd", "zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"SQLite format 3\x00", "sqlite"),
    (0, b"PAR1", "parquet"),
    (0, b"\x7fELF", "program"),
    (0, b"{\\rtf", "rtf"),
    (257, b"ustar", "tar"),
)
"""Offset, bytes and the name that NOT_CSV gives to a kind of file. For ZIP and markup see `binary_kind`."""

_MARKUP: Final = (
    (b"<!doctype html", "html"),
    (b"<html", "html"),
    (b"<table", "html"),
    (b"<?xml", "xml"),
    (b'[{"', "json"),
    (b'{"', "json"),
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that exists, is readable and within the limit of stored bytes.

    Attributes:
        changed_ns: Its modification time when it was first opened, so that a later pass can tell a change.
    """

    path: Path
    stored_bytes: int
    changed_ns: int
    gzip: bool


def look_at(path: Path) -> StoredFile:
    """Return what the file is, without reading more than its first bytes.

    Raises:
        ImportRefused: NOT_FOUND, NOT_A_FILE, PERMISSION, READ_FAILED, EMPTY, TOO_LARGE.
    """
    with refusing_system_errors(path):
        # A pipe would wait for a writer for ever if it were opened first.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ImportRefused(RefusalCode.NOT_A_FILE, path=str(path))
        with path.open("rb") as raw:
            status = os.fstat(raw.fileno())
            first = raw.read(len(GZIP_MAGIC))
    if not first:
        raise ImportRefused(RefusalCode.EMPTY, bytes=0)
    _refuse_above(status.st_size, STORED_BYTES_MAX, "stored")
    return StoredFile(path, status.st_size, status.st_mtime_ns, first == GZIP_MAGIC)


def _refuse_above(count: int, limit: int, measure: str) -> None:
    if count > limit:
        raise ImportRefused(RefusalCode.TOO_LARGE, bytes=count, limit_bytes=limit, measure=measure)


@contextmanager
def refusing_system_errors(path: Path) -> Iterator[None]:
    """Turn what the system says against a path into NOT_FOUND, NOT_A_FILE, PERMISSION or READ_FAILED."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImportRefused(RefusalCode.NOT_FOUND, path=str(path)) from error
    except (IsADirectoryError, NotADirectoryError) as error:
        raise ImportRefused(RefusalCode.NOT_A_FILE, path=str(path)) from error
    except PermissionError as error:
        raise ImportRefused(RefusalCode.PERMISSION, path=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        number = (error.errno if isinstance(error, OSError) else None) or errno.EINVAL
        raise ImportRefused(RefusalCode.READ_FAILED, path=str(path), errno=number) from error


class _UnpackedBytes(io.RawIOBase):
    """The unpacked bytes of a file, counted; whatever goes wrong in reading becomes a refusal."""

    def __init__(self, source: IO[bytes] | gzip.GzipFile, stored: StoredFile) -> None:
        super().__init__()
        self._source = source
        self._stored = stored
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # RawIOBase gives any writable buffer
        try:
            chunk = self._source.read(len(view))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ImportRefused(RefusalCode.GZIP_DAMAGED, unpacked_bytes=self.count) from error
        except OSError as error:
            raise ImportRefused(
                RefusalCode.READ_FAILED, path=str(self._stored.path), errno=error.errno or errno.EIO
            ) from error
        self.count += len(chunk)
        _refuse_above(self.count, UNPACKED_BYTES_MAX, "unpacked")
        view[: len(chunk)] = chunk
        return len(chunk)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The unpacked bytes, and how many of the stored ones have been read (for progress)."""

    unpacked: io.BufferedReader
    stored_read: Callable[[], int]


@contextmanager
def open_unpacked(stored: StoredFile) -> Iterator[OpenFile]:
    """Open the file for one pass and, at the end of it, see that it is still the same file.

    Raises:
        ImportRefused: Besides what `look_at` raises: GZIP_DAMAGED, CHANGED_WHILE_READING.
    """
    with refusing_system_errors(stored.path):
        raw = stored.path.open("rb")
    with raw:
        _refuse_changed(raw, stored)
        source: IO[bytes] | gzip.GzipFile = gzip.GzipFile(fileobj=raw) if stored.gzip else raw
        yield OpenFile(io.BufferedReader(_UnpackedBytes(source, stored), 256 * 1024), raw.tell)
        _refuse_changed(raw, stored)


def _refuse_changed(raw: BinaryIO, stored: StoredFile) -> None:
    status = os.fstat(raw.fileno())
    if (status.st_size, status.st_mtime_ns) != (stored.stored_bytes, stored.changed_ns):
        raise ImportRefused(RefusalCode.CHANGED_WHILE_READING, path=str(stored.path))


def binary_kind(first_bytes: bytes) -> str | None:
    """Return what kind of non-CSV file begins like this, by its magic bytes; None if none is known."""
    for offset, magic, kind in SIGNATURES:
        if first_bytes.startswith(magic, offset):
            return kind
    if first_bytes.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        # The parts of an Office file are named in clear in the first local headers.
        return "xlsx" if b"[Content_Types].xml" in first_bytes or b"xl/" in first_bytes else "zip"
    text = first_bytes[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for start, kind in _MARKUP if text.startswith(start)), None)
