"""What was detected about a file, how sure that is, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Literal


class Field(StrEnum):
    """What a column can be. The first four of REQUIRED_FIELDS must be found in a file."""

    CUSTOMER = auto()
    CUSTOMER_NAME = auto()
    NUMBER = auto()
    ISSUED = auto()
    DUE = auto()
    AMOUNT = auto()
    CURRENCY = auto()
    SETTLED = auto()
    DESCRIPTION = auto()
    STATUS = auto()
    TERMS_DAYS = auto()
    SELLER = auto()  # of documents only, like the next
    FILE = auto()
    MONEY_IN = auto()  # of payments only, like the next: an amount in a column for each way
    MONEY_OUT = auto()


REQUIRED_FIELDS = (Field.CUSTOMER, Field.NUMBER, Field.ISSUED, Field.AMOUNT)


class Confidence(StrEnum):
    """How a detection was reached, from the strongest to the weakest."""

    GIVEN = auto()  # the caller said so
    CERTAIN = auto()  # the file proves it and nothing in it speaks against it
    LIKELY = auto()  # it fits best
    CONFLICTING = auto()  # the file proves two things; the one with more proofs is used
    ASSUMED = auto()  # nothing in the file tells; a default is used


class EvidenceCode(StrEnum):
    """What a detection rests on; in brackets the keys of `Evidence.values`."""

    OPTION = auto()  # []
    STANDARD = auto()  # [] UBL says so
    # encoding
    BYTE_ORDER_MARK = auto()  # []
    ALL_ASCII = auto()  # []
    VALID_UTF8 = auto()  # [characters]
    DAMAGED_CHARACTERS = auto()  # [damaged, characters]
    ZERO_BYTES = auto()  # [share_percent, side = even | odd]
    KNOWN_HEADERS = auto()  # [headers]
    COMMON_CHARACTERS = auto()  # [share_percent, other, other_share_percent]
    CHARSET_NORMALIZER = auto()  # []
    # delimiter and header
    SEP_LINE = auto()  # [] Excel's first line `sep=;`
    CONSISTENT_COLUMNS = auto()  # [columns, share_percent]
    SINGLE_COLUMN = auto()  # []
    FIRST_ROW_UNLIKE_OTHERS = auto()  # []
    FIRST_ROW_LIKE_OTHERS = auto()  # []
    # dates; `value` is the cell as it stands in the file
    FIRST_PLACE_OVER_12 = auto()  # [value, line, count] the day is first
    SECOND_PLACE_OVER_12 = auto()  # [value, line, count] the month is first
    YEAR_FIRST = auto()  # [value, line, count]
    SAME_AS_COLUMN = auto()  # [header]
    DATES_AMBIGUOUS = auto()  # [value, line, count]
    NO_DATES = auto()  # []
    # decimal mark
    POINT_BEFORE_DECIMALS = auto()  # [value, line, count]
    COMMA_BEFORE_DECIMALS = auto()  # [value, line, count]
    THREE_DIGITS_AFTER_MARK = auto()  # [value, line, count, mark] may group or divide
    WHOLE_NUMBERS = auto()  # []
    # currency
    CURRENCY_COLUMN = auto()  # [header, currencies]
    CURRENCY_IN_HEADER = auto()  # [header]
    CURRENCY_IN_CELLS = auto()  # [value, line, currencies]
    NO_CURRENCY = auto()  # []


class AssumptionCode(StrEnum):
    """What the reader took for granted and a person should see before an import."""

    DUE_BY_DEFAULT_TERMS = auto()  # [terms_days, rows] no due date and no terms in the file or the options
    DUE_BY_TERMS = auto()  # [rows, source = column | option]
    CURRENCY_UNKNOWN = auto()  # [rows, minor_digits] the real import asks for one
    DATE_ORDER = auto()  # [header, order, value, line, count]
    DATE_ORDER_CONFLICT = auto()  # [header, order, value, line, count] the cells that speak against it
    TWO_DIGIT_YEARS = auto()  # [header, value, line, count] 70-99 are 19xx, 00-69 are 20xx
    DECIMAL_MARK = auto()  # [mark, value, line, count]
    DECIMAL_MARK_CONFLICT = auto()  # [mark, value, line, count]
    ENCODING = auto()  # [encoding] guessed
    ENCODING_DAMAGED = auto()  # [encoding, damaged]
    CUSTOMER_BY_NAME = auto()  # [header] no code column: the name identifies the customer
    COUNTERPARTY_IS_SELLER = auto()  # [header] a purchase ledger: what we owe, not what is owed to us
    SELLERS = auto()  # [sellers, count] whose invoices these are, as documents name them: they go in as owed to us
    NUMBERS_MAY_LACK_ZEROS = auto()  # [usual_length, shorter] a spreadsheet may have eaten leading zeros


@dataclass(frozen=True, slots=True)
class Evidence:
    """One observation. `values` has strings, whole numbers and lists of strings, as the code says."""

    code: EvidenceCode
    values: dict[str, str | int | list[str]]


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found, how, and why."""

    value: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted. `values` as the code says."""

    code: AssumptionCode
    values: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Which column a field is read from.

    Attributes:
        index: From 0.
        header: As in the file; its 1-based number where the file has no header.
        given: The caller chose it, rather than the table of known names.
        others: Headers of the columns that also claim the field and are not used for it.
    """

    field: Field
    index: int
    header: str
    given: bool
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """What was detected about a file over all its rows.

    Attributes:
        stored_bytes: Size on disk.
        unpacked_bytes: Size after gzip; equal to `stored_bytes` without it.
        encoding: `utf-8`, `utf-16-le`, `utf-16-be`, `gb18030`, `big5hkscs` or another codec of Python's.
        delimiter: One character.
        header: `present` or `absent`.
        header_line: Line of the header, from 1; 0 if absent. The lines above it are a title, not rows.
        headers: As in the file; `1`, `2`, … if absent.
        columns: Only fields that have a column.
        date_orders: `dmy`, `mdy` or `ymd` by date field that has a column. Dates that name their month or
        have the
            year first are read by themselves, whatever the order says.
        decimal_mark: `.` or `,`.
        currency: An ISO 4217 code where the whole file has one, empty where rows differ or none is known.
        rows: Data rows, blank lines not counted.
        sample: The first 50 rows, cells as in the file.
        kind: `csv` or `ubl`. Of UBL documents the headers are elements, a row is a document, and encoding,
            delimiter and header say nothing.
    """

    stored_bytes: int
    unpacked_bytes: int
    gzip: bool
    encoding: Detection
    delimiter: Detection
    header: Detection
    header_line: int
    headers: tuple[str, ...]
    columns: dict[Field, ColumnChoice]
    date_orders: dict[Field, Detection]
    decimal_mark: Detection
    currency: Detection
    assumptions: tuple[Assumption, ...]
    rows: int
    sample: tuple[tuple[str, ...], ...]
    kind: Literal["csv", "ubl"] = "csv"

    @property
    def needs_currency(self) -> bool:
        """Whether some row's currency is unknown, so that a real import must be given one."""
        return any(said.code is AssumptionCode.CURRENCY_UNKNOWN for said in self.assumptions)
