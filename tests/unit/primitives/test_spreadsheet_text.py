"""Texts that spreadsheets would run, and what is read back of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.primitives.spreadsheet_text import as_meant, harmless


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "＝1+1",
        "＠x",
        "+",
        "-",
        "-a",
        "+1-2",
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["", "a", "1", "-1", "+1", "-1,234.56", "-1.234,56", "-1 234,56", "a=b", "1-2", "(12.00)"]
)
def test_everything_else_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text(alphabet="'=+-@ \t１＝a1.", max_size=8))
def test_what_was_made_harmless_is_read_back_as_it_was_meant(cell: str) -> None:
    assert as_meant(harmless(cell)) == cell
    assert not harmless(cell).lstrip(" ").startswith(("=", "@", "＝"))


@pytest.mark.parametrize("cell", ["'=1", "''-x", "' =1", "'+1"])
def test_an_apostrophe_of_ones_own_is_kept(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert as_meant(harmless(cell)) == cell


@pytest.mark.parametrize("cell", ["'quoted'", "O'Neil", "'s-Hertogenbosch", "''", "'", "-5", "2026-01-05"])
def test_other_texts_are_read_as_they_are(cell: str) -> None:
    assert as_meant(cell) == cell
