"""What a caller may say about a file instead of having it detected."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass

from cohong.importing.limits import TERMS_DAYS_MAX
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.primitives.money import MINOR_DIGITS

DATE_ORDERS = ("dmy", "mdy", "ymd")
DECIMAL_MARKS = (".", ",")
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Everything is detected unless it is said here.

    Attributes:
        currency: ISO 4217, for the rows that name none themselves.
        terms_days: From issue to due, 0 to 3650, for rows without a due date and without terms of their own.
        encoding: A text codec of Python's.
        delimiter: One of DELIMITERS.
        date_order: One of DATE_ORDERS.
        decimal_mark: One of DECIMAL_MARKS.
        header: Whether the file has one.
        columns: Field name to header, or to the 1-based number of a column (`3`, or `#3` where a header is
            called 3). An empty string leaves the field without a column.
    """

    currency: str | None = None
    terms_days: int | None = None
    encoding: str | None = None
    delimiter: str | None = None
    date_order: str | None = None
    decimal_mark: str | None = None
    header: bool | None = None
    columns: Mapping[str, str] | None = None


def check_options(options: ImportOptions) -> None:
    """Refuse options that no file could satisfy.

    Raises:
        ImportRefused: BAD_OPTION.
    """
    _require(options.currency is None or options.currency in MINOR_DIGITS, "currency", options.currency)
    terms_days = options.terms_days
    _require(terms_days is None or 0 <= terms_days <= TERMS_DAYS_MAX, "terms_days", terms_days)
    _require(options.encoding is None or _is_text_codec(options.encoding), "encoding", options.encoding)
    _require(options.delimiter in (None, *DELIMITERS), "delimiter", options.delimiter)
    _require(options.date_order in (None, *DATE_ORDERS), "date_order", options.date_order)
    _require(options.decimal_mark in (None, *DECIMAL_MARKS), "decimal_mark", options.decimal_mark)


def _require(holds: bool, option: str, value: object) -> None:
    if not holds:
        raise ImportRefused(RefusalCode.BAD_OPTION, option=option, value=str(value))


def _is_text_codec(encoding: str) -> bool:
    """Whether text files can be read with it; rot13, base64 and the like also have a name."""
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return False
    # Private, but the same test that open() makes; typeshed does not list it.
    return bool(getattr(codec, "_is_text_encoding", True))
