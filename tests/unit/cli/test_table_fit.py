"""Tables in a narrow terminal: no word is broken, and what has no room as a table is told row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from cohong.cli import output
from cohong.cli.output import print_facts, print_table
from cohong.cli.table_fit import GAP, fitted

COLUMNS = ["Name", "Amount", "Note", "Id"]
ROW = ["Straits Marine Supplies Pte Ltd", "HKD 16,969.90", "", "d26f44c3c5f3 obscure-bleak-sun-243"]


def lines(
    width: int, rows: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setattr(output, "console", lambda: Console(highlight=False, markup=False, width=width))
    print_table(COLUMNS, rows, right=["Amount"])
    told = capsys.readouterr().out
    assert max(map(cell_len, told.splitlines())) <= width
    return told


def test_with_room_every_column_is_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    head, row = lines(120, [ROW], monkeypatch, capsys).splitlines()
    assert head.split() == COLUMNS
    assert ROW[0] in row


def test_with_less_an_empty_column_goes_and_words_stay_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = lines(60, [ROW], monkeypatch, capsys)
    assert told.split()[:3] == ["Name", "Amount", "Id"]
    assert "HKD 16,969.90" in told
    assert {"Straits", "Supplies", "d26f44c3c5f3", "obscure-bleak-sun-243"} <= set(told.split())


def test_figures_are_broken_before_a_table_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    head, *_ = lines(48, [ROW], monkeypatch, capsys).splitlines()
    assert head.split() == ["Name", "Amount", "Id"]


def test_without_rows_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, [])
    assert not capsys.readouterr().out


def test_with_no_room_for_the_words_each_row_stands_by_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = lines(40, [ROW, ROW], monkeypatch, capsys).strip().split("\n\n")
    assert [line.split()[0] for line in first.splitlines() if not line.startswith(" ")] == ["Name", "Amount", "Id"]
    assert first.split() == second.split()


def test_a_name_gives_way_to_an_id(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(output, "console", lambda: Console(highlight=False, markup=False, width=80))
    print_facts([("Digest counted again", "ab" * 32), ("Votes", "2")])
    told = capsys.readouterr().out
    assert "ab" * 32 in told


def test_han_may_be_broken_where_words_may_not() -> None:
    assert fitted(["N"], [["海峽船舶供應有限公司"]], [False], 10) == [10]
    assert fitted(["N"], [["Straits-Marine"]], [False], 10) is None


@given(
    st.lists(st.lists(st.text("ab 海", max_size=30), min_size=3, max_size=3), max_size=4),
    st.integers(min_value=1, max_value=100),
)
def test_what_fits_fits(rows: list[list[str]], room: int) -> None:
    widths = fitted(["A", "B", "C"], rows, [False, True, False], room)
    assert widths is None or sum(widths) + 2 * GAP <= room
