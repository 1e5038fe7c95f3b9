"""Why a whole file is refused, before any of its rows is taken."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Any


class RefusalCode(StrEnum):
    """One code a cause; in brackets the figures that `ImportRefused.detail` has."""

    NOT_FOUND = auto()  # [path]
    NOT_A_FILE = auto()  # [path] a directory, a pipe or a device
    PERMISSION = auto()  # [path]
    READ_FAILED = auto()  # [path, errno] the disk or the network share failed
    EMPTY = auto()  # [bytes] also a file of blank lines only; a header without rows is not refused
    NOT_CSV = auto()  # [kind] as in stored_file.SIGNATURES: png, pdf, xlsx, zip, xls, html, json, …, binary
    TOO_LARGE = auto()  # [bytes, limit_bytes, measure = stored | unpacked]
    TOO_MANY_COLUMNS = auto()  # [line, columns, limit] columns is a lower bound
    TOO_MANY_ROWS = auto()  # [limit]
    LINE_TOO_LONG = auto()  # [line, limit]
    NO_COLUMN = auto()  # [fields, headers, header_present]
    NO_SUCH_COLUMN = auto()  # [field, wanted, headers] a column that the caller named is not there
    BAD_OPTION = auto()  # [option, value]
    UNREADABLE_ENCODING = auto()  # [encoding | tried, damaged, characters]
    GZIP_DAMAGED = auto()  # [unpacked_bytes] how far it could be read
    CHANGED_WHILE_READING = auto()  # [path]
    NO_DOCUMENTS = auto()  # [path, files] none of the files of a folder, an archive or a choice is a UBL invoice


class ImportRefused(Exception):
    """The file as a whole cannot be read; nothing of it was taken.

    Attributes:
        code: The cause.
        detail: The figures needed to word it: strings, whole numbers, booleans and lists of strings only.
    """

    def __init__(self, code: RefusalCode, **detail: Any) -> None:
        super().__init__(f"{code} {detail}")
        self.code = code
        self.detail: dict[str, Any] = detail
