"""Which endorsements come out of a file of ratings: one's own lines, the latest of each member, nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from cohong.api.views import MemberCard
from cohong.cli.insight_commands import labels_by_id
from cohong.cli.rating_commands import Endorsement, endorsements_of, members_by_name
from cohong.insight.ratings_file import RatingRow

ME, PEARL, JADE, TWIN = (digit * 64 for digit in "1234")
CARDS = [
    MemberCard(member=ME, name="Harbour", me=True),
    MemberCard(member=PEARL, name="Pearl Components", name_hant="珠江電子", identifiers={"hkbr": "12345678"}),
    MemberCard(member=JADE, name="Jade"),
    MemberCard(member=TWIN, name="jade"),
]
KNOWN = members_by_name(CARDS)


def row(target: str, rating: float, time: float = 0.0, line: int = 1) -> RatingRow:
    return RatingRow(line, "me", target, rating, time)


def test_latest_rating_of_a_member_counts_whatever_it_is_called() -> None:
    rows = [
        row("12345678", -3, 200_000),
        row("珠江電子", 7.6, 90_000),
        row("PEARL components", 1, 86_400),
        row(TWIN, -10),
    ]
    made, problems = endorsements_of(rows, KNOWN, ME)
    assert made == [Endorsement(PEARL, -3, "1970-01-03"), Endorsement(TWIN, -10, "1970-01-01")]
    assert problems == []
    assert endorsements_of([row(PEARL, 7.6, 1e30)], KNOWN, ME)[0] == [Endorsement(PEARL, 8, "")]


def test_whoever_is_unknown_or_not_one_member_alone_is_left_out_with_the_reason() -> None:
    rows = [row("Jade", 5, 3, line=4), row("Lotus", 5, 2, line=3), row("harbour", 5, 9, line=2)]
    made, problems = endorsements_of(rows, KNOWN, ME)
    assert made == []
    assert [(each.line, reason) for each, reason in problems] == [(2, "oneself"), (3, "unknown"), (4, "ambiguous")]


def test_key_is_the_same_for_the_same_word_alone() -> None:
    said = Endorsement(PEARL, 3, "2026-01-01")
    others = [Endorsement(JADE, 3, said.comment), Endorsement(PEARL, 4, said.comment), Endorsement(PEARL, 3, "")]
    assert said.key == Endorsement(PEARL, 3, "2026-01-01").key
    assert said.key not in {each.key for each in others}


def test_a_label_is_of_whoever_is_called_just_so_before_those_of_another_case() -> None:
    file = Path("labels.csv")
    labels = {"Jade": True, "jade": False, "HARBOUR": True, "stranger": False}
    assert labels_by_id(labels, CARDS, file) == {JADE: True, TWIN: False, ME: True, "stranger": False}
    with pytest.raises(typer.BadParameter, match="several members go by 'JADE'"):
        labels_by_id({"JADE": True}, CARDS, file)
