"""What the reader takes for granted about a file and a person should see before importing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cohong.importing.columns import is_name_column, is_seller_column
from cohong.importing.encodings import BytesRead
from cohong.importing.file_format import (
    Assumption,
    AssumptionCode,
    Confidence,
    Detection,
    EvidenceCode,
    Field,
)
from cohong.importing.limits import TERMS_DAYS_DEFAULT
from cohong.importing.options import ImportOptions
from cohong.importing.row_evidence import RowEvidence

_SPARSE: Final = 100


def encoding_assumptions(found: BytesRead) -> Iterator[Assumption]:
    """Yield what was guessed about the encoding."""
    encoding = found.encoding.value
    if found.encoding.confidence is Confidence.ASSUMED:
        yield Assumption(AssumptionCode.ENCODING, {"encoding": encoding})
    if found.damaged:
        values: dict[str, str | int] = {"encoding": encoding, "damaged": found.damaged}
        yield Assumption(AssumptionCode.ENCODING_DAMAGED, values)


def terms_assumptions(evidence: RowEvidence, options: ImportOptions) -> Iterator[Assumption]:
    """Yield how due dates that the file does not have are made."""
    if evidence.rows_without_due:
        values: dict[str, str | int] = {"rows": evidence.rows_without_due, "source": "column"}
        yield Assumption(AssumptionCode.DUE_BY_TERMS, values)
    if evidence.rows_without_terms and options.terms_days is not None:
        values = {"rows": evidence.rows_without_terms, "source": "option"}
        yield Assumption(AssumptionCode.DUE_BY_TERMS, values)
    elif evidence.rows_without_terms:
        values = {"terms_days": TERMS_DAYS_DEFAULT, "rows": evidence.rows_without_terms}
        yield Assumption(AssumptionCode.DUE_BY_DEFAULT_TERMS, values)


def currency_assumptions(rows_without_currency: int, default: str | None) -> Iterator[Assumption]:
    """Yield that some rows have no currency."""
    if rows_without_currency and default is None:
        values: dict[str, str | int] = {"rows": rows_without_currency, "minor_digits": 2}
        yield Assumption(AssumptionCode.CURRENCY_UNKNOWN, values)


def date_assumptions(evidence: RowEvidence, date_orders: dict[Field, Detection]) -> Iterator[Assumption]:
    """Yield which columns could be read another way."""
    for field, dates in evidence.dates.items():
        header, order = evidence.columns[field].header, date_orders[field]
        if order.confidence is Confidence.ASSUMED and dates.either.count:
            values = {"header": header, "order": order.value, **dates.either.as_values()}
            yield Assumption(AssumptionCode.DATE_ORDER, values)
        if order.confidence is Confidence.CONFLICTING:
            against = dates.month_first if order.value == "dmy" else dates.day_first
            values = {"header": header, "order": order.value, **against.as_values()}
            yield Assumption(AssumptionCode.DATE_ORDER_CONFLICT, values)
        if dates.two_digit_years.count:
            values = {"header": header, **dates.two_digit_years.as_values()}
            yield Assumption(AssumptionCode.TWO_DIGIT_YEARS, values)


def amount_assumptions(evidence: RowEvidence, decimal_mark: Detection) -> Iterator[Assumption]:
    """Yield that the decimal mark is open, or that cells contradict each other."""
    amounts, mark = evidence.amounts, decimal_mark.value
    if decimal_mark.confidence is Confidence.CONFLICTING:
        against = amounts.comma if mark == "." else amounts.point
        yield Assumption(AssumptionCode.DECIMAL_MARK_CONFLICT, {"mark": mark, **against.as_values()})
    elif decimal_mark.evidence[0].code is EvidenceCode.THREE_DIGITS_AFTER_MARK:
        seen = amounts.either_point if amounts.either_point.count else amounts.either_comma
        yield Assumption(AssumptionCode.DECIMAL_MARK, {"mark": mark, **seen.as_values()})


def party_assumptions(evidence: RowEvidence) -> Iterator[Assumption]:
    """Yield whether the customer is known by its name only, and whether it is a seller."""
    header = evidence.columns[Field.CUSTOMER].header
    if is_seller_column(header):
        yield Assumption(AssumptionCode.COUNTERPARTY_IS_SELLER, {"header": header})
    if is_name_column(header):
        yield Assumption(AssumptionCode.CUSTOMER_BY_NAME, {"header": header})


def number_assumptions(evidence: RowEvidence) -> Iterator[Assumption]:
    """Yield that a spreadsheet seems to have dropped leading zeros from invoice numbers.

    The sign: numbers of digits alone, none of which begins with 0, most of one length and some shorter.
    Counting on by one gives shorter numbers as well (998, 999, 1000), but then the range is used up; here
    not one number in a hundred of it may be used.
    """
    lengths = evidence.number_lengths
    digits_only = sum(lengths)
    usual = max(range(len(lengths)), key=lengths.__getitem__)
    shorter = sum(lengths[:usual])
    if (
        digits_only == evidence.rows
        and shorter
        and not evidence.numbers_with_zero
        and lengths[usual] * 2 > evidence.rows
        and 9 * 10 ** (usual - 1) > _SPARSE * evidence.rows
    ):
        values: dict[str, str | int] = {"usual_length": usual, "shorter": shorter}
        yield Assumption(AssumptionCode.NUMBERS_MAY_LACK_ZEROS, values)
