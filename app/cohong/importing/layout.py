"""Where the cells and the header of a file are: its delimiter, title lines, header."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cohong.importing.column_names import INVOICE_COLUMNS, Vocabulary
from cohong.importing.file_format import Confidence, Detection, Evidence, EvidenceCode
from cohong.importing.limits import COLUMNS_MAX
from cohong.importing.options import DELIMITERS, ImportOptions
from cohong.importing.records import BYTE_ORDER_MARK, read_records
from cohong.importing.refusals import ImportRefused, RefusalCode

SAMPLE_CHARACTERS: Final = 256 * 1024
_SAMPLE_RECORDS: Final = 200
_TITLE_LINES_MAX: Final = 20
_KNOWN_HEADERS_MIN: Final = 2

_Sample = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Attributes:
    first_line: The line of the first data record.
    columns: Cells a record should have.
    columns_min: Cells it must have; a last column without a name may be left off.
    """

    delimiter: Detection
    header: Detection
    header_line: int
    headers: tuple[str, ...]
    first_line: int
    columns: int
    columns_min: int


def detect_layout(sample: str, options: ImportOptions, words: Vocabulary = INVOICE_COLUMNS) -> Layout:
    """Return the layout that the first SAMPLE_CHARACTERS of a text show.

    Raises:
        ImportRefused: EMPTY, TOO_MANY_COLUMNS, LINE_TOO_LONG.
    """
    sample = sample.removeprefix(BYTE_ORDER_MARK)
    stated = _stated_delimiter(sample)
    if stated is not None and options.delimiter in (None, stated):
        records = _records_of(sample, stated)[1:]
        delimiter = _detection(stated, Confidence.CERTAIN, EvidenceCode.SEP_LINE)
    elif options.delimiter is not None:
        records = _records_of(sample, options.delimiter)
        delimiter = _detection(options.delimiter, Confidence.GIVEN, EvidenceCode.OPTION)
    else:
        delimiter, records = _likeliest_delimiter(sample, words)
    if not records:
        raise ImportRefused(RefusalCode.EMPTY, bytes=len(sample))
    return _with_header(delimiter, records, options, words)


def _detection(value: str, confidence: Confidence, code: EvidenceCode, **values: str | int | list[str]) -> Detection:
    return Detection(value, confidence, (Evidence(code, values),))


def _stated_delimiter(sample: str) -> str | None:
    """Return what Excel's own first line, `sep=;`, says."""
    first = sample[:32].splitlines()[:1]
    if first and first[0].lower().startswith("sep=") and first[0][4:] in DELIMITERS:
        return first[0][4:]
    return None


def _records_of(sample: str, delimiter: str) -> _Sample:
    """Return the first records that are neither blank nor broken; the sample may be cut inside its last."""
    records = read_records(io.StringIO(sample, newline=""), delimiter, columns=None)
    return [
        (line, cells)
        for line, cells in islice(records, _SAMPLE_RECORDS)
        if isinstance(cells, list) and any(cell.strip() for cell in cells)
    ]


def _likeliest_delimiter(sample: str, words: Vocabulary) -> tuple[Detection, _Sample]:
    """Prefer the delimiter under which column names are known, then the one that gives even rows.

    Evenness alone would mislead: in `A;1,50` the comma divides every row into two just as well.
    """
    scored = [(_delimiter_score(_records_of(sample, delimiter), words), delimiter) for delimiter in DELIMITERS]
    (known, share, columns), best = max(scored, key=lambda pair: pair[0])
    records = _records_of(sample, best)
    if columns < 2:
        return _detection(",", Confidence.ASSUMED, EvidenceCode.SINGLE_COLUMN), _records_of(sample, ",")
    sure = share == 100 or known >= _KNOWN_HEADERS_MIN
    found = _detection(
        best,
        Confidence.CERTAIN if sure else Confidence.LIKELY,
        EvidenceCode.CONSISTENT_COLUMNS,
        columns=columns,
        share_percent=share,
    )
    return found, records


def _delimiter_score(records: _Sample, words: Vocabulary) -> tuple[int, int, int]:
    """Return known column names, share of rows with the usual number of columns in percent, that number."""
    widths = Counter(len(cells) for _, cells in records)
    if not widths:
        return 0, 0, 0
    columns, rows = max(widths.items(), key=lambda width: (width[1], width[0]))
    known = max(_known_count(cells, words) for _, cells in records[:_TITLE_LINES_MAX])
    return known, rows * 100 // len(records) if columns > 1 else 0, columns


def _known_count(cells: list[str], words: Vocabulary) -> int:
    """Return for how many fields the row has a column name."""
    if len(cells) > COLUMNS_MAX or not any(words.is_known(cell) for cell in cells):
        return 0
    return sum(any(words.rank_of(field, cell) is not None for cell in cells) for field in words.names)


def _with_header(delimiter: Detection, records: _Sample, options: ImportOptions, words: Vocabulary) -> Layout:
    place, header = _find_header(records, options.header, words)
    line, cells = records[place]
    if header.value == "absent":
        # The usual width, since the first line may be the broken one.
        width = Counter(len(row) for _, row in records).most_common(1)[0][0]
        names = tuple(str(number) for number in range(1, width + 1))
        return Layout(delimiter, header, 0, names, line, width, width)
    names = tuple(cell.strip() for cell in cells)
    named = max((number for number, name in enumerate(names, 1) if name), default=len(names))
    return Layout(delimiter, header, line, names, line + 1, len(names), named)


def _find_header(records: _Sample, given: bool | None, words: Vocabulary) -> tuple[int, Detection]:
    known = [_known_count(cells, words) for _, cells in records[:_TITLE_LINES_MAX]]
    best = max(range(len(known)), key=lambda place: known[place])
    if given is False:
        return 0, _detection("absent", Confidence.GIVEN, EvidenceCode.OPTION)
    if known[best] >= _KNOWN_HEADERS_MIN:
        names = [cell.strip() for cell in records[best][1] if words.is_known(cell)]
        confidence = Confidence.CERTAIN if given is None else Confidence.GIVEN
        return best, _detection("present", confidence, EvidenceCode.KNOWN_HEADERS, headers=names)
    if given is True:
        return 0, _detection("present", Confidence.GIVEN, EvidenceCode.OPTION)
    if _is_unlike(records[0][1], [cells for _, cells in records[1:]]):
        return 0, _detection("present", Confidence.LIKELY, EvidenceCode.FIRST_ROW_UNLIKE_OTHERS)
    return 0, _detection("absent", Confidence.LIKELY, EvidenceCode.FIRST_ROW_LIKE_OTHERS)


def _is_unlike(first: list[str], others: list[list[str]]) -> bool:
    """Whether no cell of the first row has a digit although the rows below do."""
    if any(_has_digit(cell) for cell in first):
        return False
    return not others or any(_has_digit(cell) for cells in others for cell in cells)


def _has_digit(cell: str) -> bool:
    return any(character.isdigit() for character in cell)
