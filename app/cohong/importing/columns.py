"""Which column is which field: the caller's choices first, the known names for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohong.importing.column_names import (
    BUYER_NAMES,
    INVOICE_COLUMNS,
    SELLER_CODES,
    SELLER_NAMES,
    Vocabulary,
    normalised,
)
from cohong.importing.file_format import ColumnChoice, Field
from cohong.importing.layout import Layout
from cohong.importing.limits import HEADERS_SHOWN, VALUE_CHARACTERS_SHOWN
from cohong.importing.refusals import ImportRefused, RefusalCode


def map_columns(
    layout: Layout, chosen: Mapping[str, str] | None, words: Vocabulary = INVOICE_COLUMNS
) -> dict[Field, ColumnChoice]:
    """Return the column of every field that has one.

    Two columns that claim a field: the better known name wins, the first of equals; the others are listed.

    Raises:
        ImportRefused: BAD_OPTION for a field that does not exist, NO_SUCH_COLUMN, NO_COLUMN for required
        fields.
    """
    given = _given_columns(layout.headers, chosen or {})
    columns: dict[Field, ColumnChoice] = {
        field: ColumnChoice(field, index, layout.headers[index], True, _claimants(layout, field, index, words))
        for field, index in given.items()
        if index is not None
    }
    taken = {choice.index for choice in columns.values()}
    for field in words.names:
        if field in given or not layout.header_line:
            continue
        best = _best_column(field, layout.headers, taken, words)
        if best is not None:
            taken.add(best)
            others = _claimants(layout, field, best, words)
            columns[field] = ColumnChoice(field, best, layout.headers[best], False, others)
    missing = [field.value for field in words.required if field not in columns]
    if missing:
        raise ImportRefused(
            RefusalCode.NO_COLUMN,
            fields=missing,
            headers=_shown(layout.headers),
            header_present=bool(layout.header_line),
        )
    return columns


def _shown(headers: Sequence[str]) -> list[str]:
    return [header[:VALUE_CHARACTERS_SHOWN] for header in headers[:HEADERS_SHOWN]]


def _best_column(field: Field, headers: Sequence[str], taken: set[int], words: Vocabulary) -> int | None:
    ranked = [
        (rank, index)
        for index, header in enumerate(headers)
        if index not in taken and (rank := words.rank_of(field, header)) is not None
    ]
    return min(ranked)[1] if ranked else None


def _claimants(layout: Layout, field: Field, chosen: int, words: Vocabulary) -> tuple[str, ...]:
    return tuple(
        header
        for index, header in enumerate(layout.headers)
        if index != chosen and layout.header_line and field in words.names and words.rank_of(field, header) is not None
    )


def _given_columns(headers: Sequence[str], chosen: Mapping[str, str]) -> dict[Field, int | None]:
    given: dict[Field, int | None] = {}
    for name, wanted in chosen.items():
        try:
            field = Field(name)
        except ValueError:
            raise ImportRefused(RefusalCode.BAD_OPTION, option="columns", value=name) from None
        given[field] = None if wanted == "" else _index_of(field, wanted, headers)
    return given


def _index_of(field: Field, wanted: str, headers: Sequence[str]) -> int:
    """Find a column by its header as written, by the header normalised, or by its number, in this order."""
    by_number = wanted.startswith("#") and wanted[1:].isdigit()
    for form in () if by_number else (str.strip, normalised):
        forms = [form(header) for header in headers]
        if form(wanted) and form(wanted) in forms:
            return forms.index(form(wanted))
    number = wanted.removeprefix("#").strip()
    if number.isascii() and number.isdigit() and 1 <= int(number[:6]) <= len(headers):
        return int(number[:6]) - 1
    raise ImportRefused(RefusalCode.NO_SUCH_COLUMN, field=field.value, wanted=wanted, headers=_shown(headers))


def is_seller_column(header: str) -> bool:
    """Return whether the other party of the rows is who sold to us, so that we owe the amounts."""
    return normalised(header) in SELLER_CODES or normalised(header) in SELLER_NAMES


def is_name_column(header: str) -> bool:
    """Return whether the column holds names rather than codes; `Customer` alone is taken for names."""
    return normalised(header) in BUYER_NAMES or normalised(header) in SELLER_NAMES
