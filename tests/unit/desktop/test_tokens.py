"""The colours of both themes against WCAG 2.2 AA."""

import pytest

from cohong.desktop.theme import tokens


@pytest.mark.parametrize("column", [0, 1], ids=["light", "dark"])
def test_every_text_has_a_contrast_of_four_and_a_half_to_one(column: int) -> None:
    too_faint = {
        (text, ground): round(tokens.contrast(tokens.COLORS[text][column], tokens.COLORS[ground][column]), 2)
        for text, ground in tokens.TEXT_PAIRS
        if tokens.contrast(tokens.COLORS[text][column], tokens.COLORS[ground][column]) < 4.5
    }
    assert too_faint == {}


@pytest.mark.parametrize("column", [0, 1], ids=["light", "dark"])
def test_every_edge_and_focus_ring_has_a_contrast_of_three_to_one(column: int) -> None:
    too_faint = {
        (line, ground): round(tokens.contrast(tokens.COLORS[line][column], tokens.COLORS[ground][column]), 2)
        for line, ground in tokens.GRAPHIC_PAIRS
        if tokens.contrast(tokens.COLORS[line][column], tokens.COLORS[ground][column]) < 3
    }
    assert too_faint == {}


def test_contrast_is_that_of_the_standard() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_every_meaning_of_a_level_or_state_has_its_colours() -> None:
    for meaning in {*tokens.LEVEL_ROLES.values(), *tokens.STATE_ROLES.values()}:
        assert {meaning, f"{meaning}_soft"} <= set(tokens.COLORS)
