"""Bundles on the disk: written beside their place and moved there whole, read a few parts at a time. No engine here."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.bundle.layout import Contents, content_key, open_contents, open_part
from cohong.bundle.reading import BundleReader, SealedPart
from cohong.bundle.writing import BundleWriter
from cohong.crypto.signing import SigningKey
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import NetworkId

PARTS_AT_ONCE: Final = 8
DAMAGED_MAX: Final = 1_000

_CODES: Final[Mapping[int, str]] = {
    errno.ENOENT: "not_found",
    errno.EISDIR: "not_a_file",
    errno.ENOTDIR: "not_found",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
}


def refused(code: str) -> ApiError:
    """Return the refusal of a bundle."""
    return ApiError(ApiErrorCode.BUNDLE_REFUSED, code)


def file_refused(error: OSError) -> ApiError:
    """Return the refusal that a failed file operation comes to."""
    return refused(_CODES.get(error.errno or 0, "io_failed"))


class BundleFileReader:
    """A bundle's file, open. Its methods wait for the disk.

    Attributes:
        contents: what it says that it holds; None if it was made for others.
        unreadable: numbers of parts that are signed by its maker and yet cannot be opened.
    """

    def __init__(self, path: Path, network: NetworkId, key: SigningKey) -> None:
        """Open the file and look at its header.

        Raises:
            ApiError: there is no such file, it is no bundle, or it is of another network.
        """
        try:
            self._file: BinaryIO = _open_regular(path)
        except OSError as error:
            raise file_refused(error) from error
        try:
            self.size = os.fstat(self._file.fileno()).st_size
            self.reader = BundleReader(self._file)
            if self.reader.header.network != network:
                raise refused("wrong-network")
            self._secret, self.contents = _opened(self.reader, key)
        except RemoteProtocolError as error:
            self._file.close()
            raise refused(error.code) from error
        except BaseException:
            self._file.close()
            raise
        self.unreadable: list[int] = []
        self.size_done = 0
        self._parts: Iterator[SealedPart] = self.reader.parts()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def next_frames(self, parts: int = PARTS_AT_ONCE) -> list[bytes] | None:
        """Return the frames in the next parts, None at the end.

        Raises:
            ApiError: `not-for-you`, or the file cannot be read any further.
        """
        if self._secret is None:
            raise refused("not-for-you")
        found = self._next_parts(parts)
        frames = [open_part(self._secret, self.reader.header.id, part.number, part.payload) for part in found]
        self.unreadable += [part.number for part, frame in zip(found, frames, strict=True) if frame is None]
        return [frame for frame in frames if frame is not None] if found else None

    def check(self) -> None:
        """Read to the end, for `damaged` and `is_whole` to be known.

        Raises:
            ApiError: the file cannot be read.
        """
        while self._next_parts(PARTS_AT_ONCE):
            pass

    def _next_parts(self, count: int) -> list[SealedPart]:
        found: list[SealedPart] = []
        try:
            for part in self._parts:
                self.size_done = part.end
                found.append(part)
                if len(found) == count:
                    break
        except RemoteProtocolError as error:
            raise refused(error.code) from error
        except OSError as error:
            raise file_refused(error) from error
        return found

    @property
    def damaged(self) -> list[int]:
        """Numbers of parts that are damaged, missing or unreadable, at most DAMAGED_MAX."""
        return sorted({*self.reader.findings.missing(), *self.unreadable})[:DAMAGED_MAX]

    @property
    def is_whole(self) -> bool:
        """Whether everything is there, and can be opened."""
        return self.reader.findings.is_whole and not self.unreadable


def _open_regular(path: Path) -> BinaryIO:
    # Opening a pipe would wait for its other end for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    file = os.fdopen(descriptor, "rb", buffering=0)
    if not path.is_file():
        file.close()
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return file


def _opened(reader: BundleReader, key: SigningKey) -> tuple[bytes | None, Contents | None]:
    try:
        secret = content_key(reader.header, key)
    except RemoteProtocolError:
        return None, None
    return secret, open_contents(secret, reader.header)


@dataclass(slots=True)
class BundleFileWriter:
    """A bundle being written into a file that gets its name once it is whole and durable."""

    path: Path
    writer: BundleWriter
    size: int = 0
    _file: BinaryIO | None = field(default=None)

    @property
    def _unfinished(self) -> Path:
        return self.path.with_name(f".{self.path.name}.{self.writer.header.id.hex()[:8]}.part")

    def begin(self, *, replace: bool) -> None:
        """Make the file and write the header.

        Raises:
            ApiError: `exists`, or it cannot be written there.
        """
        if not replace and self.path.exists():
            raise refused("exists")
        try:
            descriptor = os.open(self._unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise file_refused(error) from error
        self._file = os.fdopen(descriptor, "wb")
        self.put(self.writer.header_block())

    def put_frame(self, frame_bytes: bytes) -> None:
        """Write the next part."""
        self.put(self.writer.part_block(frame_bytes))

    def put(self, block: bytes) -> None:
        """Write bytes.

        Raises:
            ApiError: they cannot be written.
        """
        assert self._file is not None, "begun before"
        try:
            self._file.write(block)
        except OSError as error:
            raise file_refused(error) from error
        self.size += len(block)

    def finish(self) -> None:
        """Write the end, make all of it durable, and give the file its name.

        Raises:
            ApiError: that failed.
        """
        assert self._file is not None, "begun before"
        self.put(self.writer.end_blocks())
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._unfinished.replace(self.path)
        except OSError as error:
            raise file_refused(error) from error
        self._file = None

    def give_up(self) -> None:
        """Leave nothing behind, unless it is finished."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._unfinished.unlink()
        self._file = None
