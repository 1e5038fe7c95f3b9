"""Strangers' text on a terminal is text and nothing else."""

from __future__ import annotations

import pytest

from cohong.cli.output import moment, money, print_facts, print_table, shown

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "a\rb",
    "a\x08b",
    "\u202eevil",
    "\u2066x\u2069",
    "[bold red]markup[/]",
    "[link=http://x]y[/link]",
    "\x9b31m",
    "a\x00b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_the_terminal_without_its_control_characters(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_table(["Name"], [[text]])
    print_facts([("Name", text)])
    told = capsys.readouterr().out
    assert all(char.isprintable() or char == "\n" for char in told)
    if text.startswith("["):
        assert text in told


def test_long_text_is_cut() -> None:
    assert len(shown("x" * 10_000)) == 200


def test_names_in_any_script_stay_as_they_are() -> None:
    assert shown("海港貿易有限公司 Ltd – É") == "海港貿易有限公司 Ltd – É"


def test_amounts_are_grouped_for_people() -> None:
    assert money(14770318, "HKD") == "HKD 147,703.18"
    assert money(-5, "HKD") == "HKD -0.05"
    assert money(1234567, "JPY") == "JPY 1,234,567"


def test_never_is_a_dash() -> None:
    assert moment(0) == "–"
