"""What a row of the file turns out to be, and the sums over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from cohong.importing.file_format import FileFormat


class RowReason(StrEnum):
    """What is wrong with a row: the first thing found, going through its shape, texts, dates, currency, amount."""

    UNCLOSED_QUOTE = auto()
    STRAY_QUOTE = auto()  # a quoted cell goes on after its closing quote
    WRONG_CELL_COUNT = auto()
    MISSING_VALUE = auto()
    UNREADABLE_TEXT = auto()  # bytes that the file's encoding does not have
    CONTROL_CHARACTER = auto()
    TOO_LONG = auto()
    NOT_A_DATE = auto()
    IMPOSSIBLE_DATE = auto()  # 31 February; or day and month the other way round than in the column
    DATE_OUT_OF_RANGE = auto()  # before 1970 or after 2100
    BAD_TERMS = auto()
    DUE_BEFORE_ISSUED = auto()
    SETTLED_BEFORE_ISSUED = auto()
    UNKNOWN_CURRENCY = auto()
    AMBIGUOUS_CURRENCY = auto()  # ¥ or $ alone, and nothing that tells which
    CURRENCY_MISMATCH = auto()  # the cell names another currency than the row
    NOT_PLAIN_NUMBER = auto()
    ZERO_AMOUNT = auto()
    NEGATIVE_AMOUNT = auto()
    TOO_MANY_DECIMALS = auto()
    TOO_LARGE = auto()
    CONFLICTS_WITH_LINE = auto()  # an earlier line, `of_line`, has this customer and number with other terms
    NUMBER_LACKS_ZEROS = auto()  # all but the zeros in front of the number is as in an earlier line
    ZEROS_AND_TERMS_DIFFER = auto()  # the number is an earlier line's but for zeros in front, with other terms
    # of a UBL document as a whole, before its row is looked at
    FILE_UNREADABLE = auto()
    NOT_UBL = auto()  # XML of another kind, or none at all
    XML_DAMAGED = auto()  # the value is the line at which it ends
    XML_FORBIDDEN = auto()  # a document type, an entity, a reference to another file
    DOCUMENT_TOO_LARGE = auto()  # in bytes, or nested too deeply
    SEVERAL_VALUES = auto()  # an element that counts once is there with different texts
    CREDIT_NOTE = auto()
    CORRECTED_INVOICE = auto()
    PRO_FORMA = auto()


class SkipReason(StrEnum):
    """Why a row is neither an invoice nor a problem."""

    DUPLICATE = auto()
    VOID = auto()
    BLANK_LINE = auto()


@dataclass(slots=True)
class InvoiceRow:
    """A good row. Not frozen, for one reason: a frozen one takes five times as long to make.

    Attributes:
        line: Where the row begins in the unpacked file, from 1; of documents, their number.
        customer: Code of the other party, or its name where the file has no codes.
        customer_name: Empty if the file has none.
        number: As in the file but for surrounding blanks; leading zeros stay.
        issued, due, settled: 'YYYY-MM-DD'; `settled` is None while unpaid.
        amount_minor: 1 to AMOUNT_MINOR_MAX, in minor units of `currency`, or of two digits if that is None.
        currency: ISO 4217, or None if neither the row, nor the file, nor the options name one.
        description: Empty if the file has none.
        seller: Whose invoice it is, where the file says so.
        file: The document's name, where the row is one of several.
    """

    line: int
    customer: str
    customer_name: str
    number: str
    issued: str
    due: str
    amount_minor: int
    currency: str | None
    settled: str | None
    description: str
    seller: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A row that cannot be taken.

    Attributes:
        line: Where the row begins, from 1.
        column: Header of the column at fault; empty if it is the row as a whole.
        value: The cell at fault, at most 80 characters of it.
        raw: The row's cells, each cut to 500 characters.
        of_line: The line it conflicts with, for CONFLICTS_WITH_LINE and the two about zeros only.
        of_number: The number there, where it is not the same.
        file: The document's name, where the row is one of several.
    """

    line: int
    column: str
    value: str
    reason: RowReason
    raw: tuple[str, ...]
    of_line: int | None = None
    of_number: str = ""
    file: str = ""

    @property
    def where(self) -> str:
        """The column at fault, after the document in which it is."""
        return ": ".join(part for part in (self.file, self.column) if part)


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row left out on purpose.

    Attributes:
        of_line: For DUPLICATE, the line that it repeats. For VOID, an earlier good line with the same
        customer and
            number, which the void row contradicts; None if there is none.
    """

    line: int
    reason: SkipReason
    of_line: int | None = None


Row = InvoiceRow | ProblemRow | SkippedRow


@dataclass(frozen=True, slots=True)
class CurrencyTotal:
    """Sum of the good rows of one currency, in minor units (of two digits if `currency` is None)."""

    currency: str | None
    invoices: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class DryRun:
    """What an import of the file would do.

    rows = good + bad + duplicates + void; blank lines are counted apart. Everything below `blank` is about
    good rows, save for the problems.

    Attributes:
        totals: By currency code, the unknown currency first.
        first_issued, last_issued: 'YYYY-MM-DD', None without a good row.
        customers: Different customers.
        settled: Rows with a settlement date.
        late: Settled after the due date.
        late_days: Their days beyond the due date, added up (early is 0).
        problems: The first 1000, in file order.
        problems_by_reason: All of them, counted.
        void_contradictions: Void rows that repeat an earlier good line's customer and number.
    """

    rows: int
    good: int
    bad: int
    duplicates: int
    void: int
    blank: int
    totals: tuple[CurrencyTotal, ...]
    first_issued: str | None
    last_issued: str | None
    customers: int
    settled: int
    late: int
    late_days: int
    problems: tuple[ProblemRow, ...]
    problems_by_reason: dict[RowReason, int]
    void_contradictions: int
    format: FileFormat
