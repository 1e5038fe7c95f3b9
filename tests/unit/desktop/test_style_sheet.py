"""The style sheet is filled in from the tokens."""

import pytest

from cohong.desktop.theme import tokens
from cohong.desktop.theme.style_sheet import make_style_sheet


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_name_of_a_token_is_left_over(scheme: tokens.Scheme) -> None:
    assert "@" not in make_style_sheet(scheme, 100)


def test_font_sizes_follow_the_chosen_text_size() -> None:
    title_px = tokens.TYPE_SCALE_PX["title"][0]
    assert f"font-size: {title_px}px" in make_style_sheet("light", 100)
    assert f"font-size: {round(title_px * 1.5)}px" in make_style_sheet("light", 150)


def test_the_schemes_differ_in_their_colours() -> None:
    light, dark = tokens.COLORS["surface"]
    assert light in make_style_sheet("light", 100)
    assert dark in make_style_sheet("dark", 100)
    assert light not in make_style_sheet("dark", 100)
