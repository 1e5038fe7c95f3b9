"""A member of the list in words: amounts with their currency, a limit with how much of it is used."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cohong.api.views import CardGrade, MemberExposure, MemberRow
from cohong.desktop.formatting import Formats
from cohong.desktop.pages.members_columns import MemberPresenter, MemberWords, member_columns

EN = MemberWords(Formats("en"))
HKD = MemberExposure(currency="HKD", open_minor=12_345_600, asked_minor=100, limit_minor=10_000_000)
USD = MemberExposure(currency="USD", open_minor=150_000)
YEN = MemberExposure(currency="JPY", open_minor=0, limit_minor=1_000)
ROW = MemberRow(member="0f" * 32, name="Lotus Freight Ltd", part="voter", exposures=[HKD, YEN, USD], watched=True)
GRADE = CardGrade(member=ROW.member, grade="B", trend="worse", invoices=9, paid_within_terms=8, late=1, thin=False)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_what_is_owed_has_its_currency_and_says_that_there_is_more() -> None:
    assert plain(EN.owed(ROW, "")) == "HKD 123,456.00 (+1)"
    assert plain(EN.owed(ROW, "USD")) == "USD 1,500.00 (+1)"
    assert EN.owed(replace(ROW, exposures=[YEN]), "") == ""


def test_a_limit_that_is_exceeded_comes_first_and_counts_what_is_proposed() -> None:
    assert plain(EN.limit(ROW, "JPY")) == "HKD 100,000.00 · 123 % (+1)"
    assert plain(EN.limit(replace(ROW, exposures=[YEN]), "")) == "JPY 1,000 · 0 %"
    assert EN.limit(replace(ROW, exposures=[USD]), "") == ""


@pytest.mark.parametrize(("open_minor", "said"), [(0, "HKD 0.00"), (1, "HKD 0.00 · exceeded")])
def test_a_limit_of_nothing_has_no_share(open_minor: int, said: str) -> None:
    nothing = MemberExposure(currency="HKD", open_minor=open_minor, limit_minor=0)
    assert plain(EN.limit(replace(ROW, exposures=[nothing]), "")) == said


def test_the_chosen_one_is_told_in_every_currency() -> None:
    assert plain(EN.sentence(ROW)) == (
        "Lotus Freight Ltd: owes you HKD 123,456.00, HKD 1.00 is proposed, above your limit of HKD 100,000.00; "
        "owes you JPY 0, within your limit of JPY 1,000; owes you USD 1,500.00"
    )
    assert EN.sentence(replace(ROW, exposures=[])).endswith("owes you nothing, and you keep no limit for it.")


def test_a_row_is_whole_before_its_grade_has_come() -> None:
    names = [column.name for column in member_columns()]
    texts = MemberPresenter(Formats("en"), lambda _: None)(ROW).texts
    shown = dict(zip(names, texts, strict=True))
    assert (shown["grade"], shown["trend"], shown["changed"]) == ("…", "", "")
    assert (shown["part"], shown["watch"], shown["seen"], shown["id"]) == (
        "voter",
        "watched",
        "never seen",
        "0f0f 0f0f",
    )


def test_grade_and_trend_are_words_and_spoken() -> None:
    shown = MemberPresenter(Formats("en"), lambda _: GRADE)(replace(ROW, exposures=[USD], connected=True))
    assert shown.texts[1:3] == ("B", "worse")
    said = "Lotus Freight Ltd, Grade B, worse, owes you USD 1,500.00, watched, voter, connected"
    assert plain(shown.spoken) == said
    assert EN.grade(replace(GRADE, grade=None)) == "Thin file"
    assert EN.grade(CardGrade(member=ROW.member)) == "No data"


def test_names_of_peers_are_shown_as_they_are_and_only_oneself_is_marked() -> None:
    assert EN.name(replace(ROW, name="<b>{name}</b>", me=True)) == "<b>{name}</b> (me)"
    assert EN.name(replace(ROW, name="")) == "0f0f 0f0f"


def test_a_debtor_who_has_left_is_told_from_an_observer() -> None:
    assert [EN.part(replace(ROW, part=part)) for part in ("observer", "gone")] == ["observer", "ex-member"]
