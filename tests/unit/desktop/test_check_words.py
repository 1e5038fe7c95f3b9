"""What a card says of how a member pays, for each kind of file."""

from __future__ import annotations

import pytest

from cohong.api.views import CardGrade, MemberCard
from cohong.desktop.formatting import Formats
from cohong.desktop.pages.check_words import CheckWords

ID, OTHER = "3f2a" * 16, "99b1" * 16


def grade(**changed: object) -> CardGrade:
    usual = {
        "member": ID, "grade": "B", "sureness": "medium", "invoices": 52, "paid_within_terms": 41, "late": 11,
        "mean_days_late": 11.2, "counterparties": 14, "thin": False,
    }  # fmt: skip
    return CardGrade(**{**usual, **changed})  # type: ignore[arg-type]  # fields by name


@pytest.fixture
def words() -> CheckWords:
    return CheckWords(Formats("en"))


@pytest.mark.parametrize(
    ("shown", "says", "named"),
    [
        (grade(), "41 of 52 paid within terms, 11.2 days late on average;", "Grade B"),
        (grade(late=0, mean_days_late=0.0), "41 of 41 paid within terms, never late;", "Grade B"),
        (grade(late=2, lost=1, mean_days_late=0.0), "41 of 44 paid within terms, 3 not paid in time;", "Grade B"),
        (grade(grade=None, thin=True, counterparties=2), "41 of 52 paid within terms, but only", "Thin file"),
        (grade(grade=None, paid_within_terms=0, late=0), "none paid or overdue yet", "No data"),
        (CardGrade(member=ID), "was ever recorded: that says nothing, good or bad.", "No data"),
        (CardGrade(member=ID, too_many=True), "open the report", "Large file"),
    ],
)
def test_each_kind_of_file_has_its_sentence(words: CheckWords, shown: CardGrade, says: str, named: str) -> None:
    assert says in words.reason(shown)
    assert words.grade(shown) == named


def test_flags_come_with_what_is_worst_first(words: CheckWords) -> None:
    flags = words.flags(grade(forked=True, defaults=3, lost=2, disputed=1))
    assert [meaning for _, meaning in flags] == ["conflict", "danger", "danger", "warning"]
    assert words.flags(grade()) == []


def test_summary_is_two_lines_whatever_a_peer_is_called(words: CheckWords) -> None:
    card = MemberCard(member=ID, name="Pearl\nLtd", look_alike=True, like=OTHER, like_name="Pear1 Ltd")
    who, how = words.summary(card, grade(), "Pearl River").split("\n")
    assert who == f"Pearl Ltd · {ID}"
    assert how.startswith("Grade B, Confidence: medium · 41 of 52")
    assert "Pear1 Ltd (99b1 99b1)" in how and how.endswith("Pearl River")
