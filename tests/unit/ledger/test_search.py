"""Members are found by any part of a name in any script, by identifier, or by the beginning of the id."""

from __future__ import annotations

import pytest
from tests.unit.ledger.feeds import Feed

from cohong.ledger.ledger import Ledger
from cohong.ledger.search import folded_text
from cohong.primitives.standing import Commit


@pytest.fixture
def firms(ledger: Ledger) -> dict[str, Feed]:
    """Put four firms into the book."""
    feeds = {name: Feed(name) for name in ("harbour", "pearl", "café", "guangzhou")}
    ledger.commit(
        Commit(objects=[
            feeds["harbour"].profile(en="Harbour Trading Ltd", zh_hant="海港貿易有限公司"),
            feeds["pearl"].profile(en="Pearl Components", zh_hans="珠江电子"),
            feeds["café"].profile(en="Café Müller-Straße GmbH"),
            feeds["guangzhou"].profile(en="Guangzhou Steel", zh_hans="广州钢铁"),
        ])
    )  # fmt: skip
    return feeds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("harbour", ["harbour"]),
        ("HARB", ["harbour"]),
        ("ading ltd", ["harbour"]),
        ("貿易", ["harbour"]),
        ("海港", ["harbour"]),
        ("港貿易", ["harbour"]),
        ("钢铁", ["guangzhou"]),
        ("州", ["guangzhou"]),
        ("珠江 pearl", ["pearl"]),
        ("cafe", ["café"]),
        ("CAFÉ", ["café"]),
        ("ｃａｆｅ", ["café"]),
        ("strasse", ["café"]),
        ("ｕｌｌｅｒ", ["café"]),
        ("12345678", ["café", "guangzhou", "harbour", "pearl"]),
        ("易貿", []),
        ("harbour pearl", []),
        ("x", []),
        ('"', []),
        ("OR *", []),
        ("", []),
        ("  ", []),
    ],
)
def test_text_finds(ledger: Ledger, firms: dict[str, Feed], text: str, found: list[str]) -> None:
    names = {feed.member: name for name, feed in firms.items()}
    assert [names[card.member] for card in ledger.search_members(text, 10)] == found


def test_whole_names_come_before_beginnings_before_the_rest(ledger: Ledger) -> None:
    feeds = [Feed(str(number)) for number in range(4)]
    names = ["The Pearl", "Pearl River", "Pearl", "Mother Pearl"]
    ledger.commit(Commit(objects=[feed.profile(en=name) for feed, name in zip(feeds, names, strict=True)]))
    found = [card.name for card in ledger.search_members("pearl", 10)]
    assert found == ["Pearl", "Pearl River", "Mother Pearl", "The Pearl"]
    assert [card.name for card in ledger.search_members("pearl", 2)] == found[:2]


def test_beginning_of_an_id_finds_a_member_without_profile(ledger: Ledger, firms: dict[str, Feed]) -> None:
    stranger = Feed("stranger")
    ledger.commit(Commit(append=[stranger.write("ballot")]))
    for digits in (6, 7, 64):
        assert [card.member for card in ledger.search_members(stranger.member.hex()[:digits], 5)] == [stranger.member]


def test_new_name_replaces_the_old_one(ledger: Ledger, firms: dict[str, Feed]) -> None:
    ledger.commit(Commit(objects=[firms["pearl"].profile(en="Lotus")]))
    assert ledger.search_members("pearl", 5) == []
    assert ledger.search_members("珠江", 5) == []
    assert [card.name for card in ledger.search_members("lotus", 5)] == ["Lotus"]
    ledger.commit(Commit(removed=[firms["pearl"].profile(en="Lotus").id]))
    assert ledger.search_members("lotus", 5) == []
    assert firms["pearl"].member not in ledger.member_names()


def test_folding_keeps_what_makes_words_different() -> None:
    assert folded_text("Ａb  Ç\n海　港") == "ab c\n海 港"
