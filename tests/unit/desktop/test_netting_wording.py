"""Netting rounds in words."""

import pytest
from tests.unit.desktop.set_offs import a_round, a_statement, line

from cohong.api.views import NettingPreview, WhatIfCleared
from cohong.desktop.formatting import Formats
from cohong.desktop.netting_wording import (
    check_text,
    debt_text,
    joined_in_all,
    joined_short,
    joined_text,
    my_part,
    preview_text,
    round_state,
    what_if_basis,
    what_if_rows,
)

EN = Formats("en")
HKD = "HKD\u00a0"


def preview(owe: int, owed: int, mine: int, obligations: int = 2) -> NettingPreview:
    return NettingPreview(
        round="", currency="HKD", owe_minor=owe, owed_minor=owed, obligations=obligations, mine_minor=mine,
        all_minor=mine, gross_minor=owe + owed,
    )  # fmt: skip


def test_the_preview_is_one_sentence_and_promises_nothing() -> None:
    assert preview_text(preview(12_040_000, 9_810_000, 6_100_000), EN) == (
        f"You owe {HKD}120,400.00, you are owed {HKD}98,100.00; about {HKD}61,000.00 of both could disappear."
    )
    assert "none of it lies on a circle" in preview_text(preview(500, 0, 0), EN)
    assert preview_text(preview(0, 0, 0, 0), EN).startswith("You owe nothing and are owed nothing")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": "open"}, "Open to join"),
        ({"state": "open", "is_ending": True}, "Ending, being voted on"),
        ({"state": "applied"}, "Set off"),
        ({"state": "applied", "is_ending": True}, "Set off"),
        ({"state": "lapsed"}, "Lapsed: nobody ended it in time"),
    ],
)
def test_how_a_round_stands(changes: dict[str, object], said: str) -> None:
    assert round_state(a_round(**changes))[0] == said


def test_what_has_joined_is_told_with_its_denominator() -> None:
    taking_part = a_round(has_joined=True, mine=5, mine_joined=3)
    assert joined_text(taking_part, EN).startswith("You take part. 3 of your 5 obligations have joined; the rest waits")
    assert my_part(taking_part, EN) == "3 of 5 joined"
    assert joined_text(a_round(has_joined=True, mine=5, mine_joined=5), EN) == (
        "You take part. All 5 of your obligations have joined."
    )
    assert joined_text(a_round(has_joined=True), EN).startswith("You take part. Nothing that you owe")
    assert [my_part(a_round(), EN), my_part(a_round(mine=2), EN)] == ["–", "2 could join"]


def test_what_everybody_brings() -> None:
    assert [joined_in_all(a_round(), EN), joined_in_all(a_round(state="aborted"), EN)] == ["Nothing yet", "–"]
    brought = a_round(obligations=3, participants=4, joined_minor=150)
    assert joined_in_all(brought, EN) == f"{HKD}1.50 in 3 obligations of 4 members"
    assert [joined_short(brought, EN), joined_short(a_round(), EN)] == [f"{HKD}1.50 of 4 members", "Nothing yet"]


def test_what_liquidity_would_add_is_told_by_the_ways_it_comes() -> None:
    found = WhatIfCleared(
        round="", currency="HKD", liquidity_minor=5_000, obligations=1_204, gross_minor=245_000, cleared_minor=210_000,
        lent_minor=15_000, pooled_minor=20_000,
    )  # fmt: skip
    assert what_if_rows(found, EN) == [
        ("Without any", f"{HKD}2,100.00 of {HKD}2,450.00 would be cleared."),
        ("Lent", f"{HKD}150.00 would clear in addition, if members could borrow {HKD}50.00 in all."),
        (
            "A pool in between",
            f"{HKD}200.00 would clear in addition, if each member could be down by {HKD}50.00 with a pool.",
        ),
    ]
    assert what_if_basis(found, EN, is_open=True, time_ms=0).endswith("took part with all 1,204 obligations.")
    assert what_if_basis(found, EN, is_open=False, time_ms=0).endswith("the 1,204 obligations that had joined.")


def test_the_check_says_what_was_found() -> None:
    assert check_text(a_statement(180_948_900), EN).startswith(
        f"Recomputed on this machine: {HKD}1,809,489.00 is the most that can be cleared"
    )
    assert "that is not right" in check_text(a_statement(1, verified=False), EN)


def test_a_debt_is_told_by_what_became_of_it() -> None:
    told = [debt_text(line("Ann", "<b>Bob", 900, cleared), EN) for cleared in (0, 700, 900)]
    assert told == [
        f"Ann owes <b>Bob {HKD}9.00.",
        f"Ann owed <b>Bob {HKD}9.00: {HKD}7.00 set off, {HKD}2.00 left.",
        f"Ann owed <b>Bob {HKD}9.00: all of it set off.",
    ]
