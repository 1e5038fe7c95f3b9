"""Why nothing is signed is said in words for every reason."""

from __future__ import annotations

from typing import get_args, get_type_hints

from cohong.api.views import PenView
from cohong.cli.pen_wording import heard_text, why_text


def test_every_reason_has_a_sentence() -> None:
    for why in get_args(get_type_hints(PenView)["why"]):
        sentence = why_text(PenView(why=why, through="Harbour", rival=7, shown=9, held=5))
        assert "{" not in sentence
        assert bool(sentence) == bool(why)
        assert not why or (sentence[0].isupper() and sentence.endswith("."))


def test_restored_profile_says_where_the_two_stand() -> None:
    assert "up to your record no. 9, and the file ends at no. 5" in why_text(PenView(why="restored", written=9, held=5))
    assert "no note on this computer" in why_text(PenView(why="restored", held=5))
    assert "not the one" in why_text(PenView(why="restored", written=4, held=5))


def test_who_is_waited_for_is_named() -> None:
    text = heard_text(PenView(why="restored", heard=1, needed=2, missing=["Harbour", "Lotus"]))
    assert text == "1 of 2 voters needed have told what they hold; not yet: Harbour, Lotus"
    assert heard_text(PenView(heard=2, needed=2)).endswith("hold")
