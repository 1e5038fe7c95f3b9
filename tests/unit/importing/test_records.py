"""Records: quoting, line ends, and what is done about a quote that is never closed."""

from __future__ import annotations

import io

import pytest

from cohong.importing.limits import LINE_CHARACTERS_MAX, RECORD_LINES_MAX
from cohong.importing.records import BrokenRecord, Record, read_records
from cohong.importing.refusals import ImportRefused, RefusalCode


def _read(text: str, delimiter: str = ",", columns: int | None = 2) -> list[Record]:
    return list(read_records(io.StringIO(text, newline=""), delimiter, columns=columns))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_divides_records(end: str) -> None:
    assert _read(f"a,b{end}{end}c,d{end}") == [(1, ["a", "b"]), (2, []), (3, ["c", "d"])]


def test_a_quoted_cell_holds_delimiters_quotes_and_line_breaks_and_lines_count_on() -> None:
    text = 'a,"b\nc\r\nd"\n"e, ""f""",g\n'
    assert _read(text) == [(1, ["a", "b\nc\r\nd"]), (4, ['e, "f"', "g"])]


def test_separators_of_other_scripts_do_not_end_a_line() -> None:
    assert _read("a\u2028b\x85c,d\x0be\n") == [(1, ["a\u2028b\x85c", "d\x0be"])]


def test_a_byte_order_mark_is_no_part_of_the_first_cell() -> None:
    assert _read("\ufeffa,b\n") == [(1, ["a", "b"])]


def test_an_unclosed_quote_costs_its_own_line_only() -> None:
    text = 'a,b\n"c,d\ne,f\n"g",h\n'
    broken = BrokenRecord('"c,d\n', unclosed=True)
    assert _read(text) == [(1, ["a", "b"]), (2, broken), (3, ["e", "f"]), (4, ["g", "h"])]


def test_an_unclosed_quote_at_the_end_of_the_file_swallows_nothing() -> None:
    text = '"a,b\n' + "c,d\n" * 3
    assert _read(text) == [(1, BrokenRecord('"a,b\n', unclosed=True)), *((line, ["c", "d"]) for line in (2, 3, 4))]


def test_an_unclosed_quote_that_another_one_closes_is_seen_by_the_number_of_cells() -> None:
    text = '"a,b\nc,d\ne",f,g\nh,i\n'
    records = _read(text, columns=2)
    assert records[0] == (1, BrokenRecord('"a,b\n', unclosed=True))
    assert [line for line, _ in records] == [1, 2, 3, 4]
    assert records[3] == (4, ["h", "i"])


def test_an_unclosed_quote_before_very_many_lines_gives_up_in_time_and_reads_them() -> None:
    rest = RECORD_LINES_MAX * 3
    records = _read('"a,b\n' + "c,d\n" * rest)
    assert len(records) == 1 + rest
    assert records[-1] == (1 + rest, ["c", "d"])


def test_a_cell_that_goes_on_after_its_quote_is_broken_but_not_unclosed() -> None:
    assert _read('"a"b,c\nd,e\n') == [(1, BrokenRecord('"a"b,c\n', unclosed=False)), (2, ["d", "e"])]


def test_a_quote_inside_a_plain_cell_is_a_character() -> None:
    assert _read('5" pipe,b\n') == [(1, ['5" pipe', "b"])]


def test_the_longest_line_is_read_and_one_character_more_is_refused() -> None:
    longest = "a," + "b" * (LINE_CHARACTERS_MAX - 3) + "\n"
    assert len(_read(longest)) == 1
    with pytest.raises(ImportRefused) as refusal:
        _read("a,b\n" + longest[:-1] + "b\n")
    assert (refusal.value.code, refusal.value.detail) == (
        RefusalCode.LINE_TOO_LONG,
        {"line": 2, "limit": LINE_CHARACTERS_MAX},
    )


def test_256_columns_are_read_and_257_are_refused() -> None:
    assert _read("," * 255 + "\n", columns=None) == [(1, [""] * 256)]
    with pytest.raises(ImportRefused) as refusal:
        _read("," * 256 + "\n", columns=None)
    assert (refusal.value.code, refusal.value.detail["columns"]) == (RefusalCode.TOO_MANY_COLUMNS, 257)
