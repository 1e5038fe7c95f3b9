"""Members are found by any part of a name in any script, by identifier, or by the beginning of the id."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from tests.unit.ledger.feeds import KEY, Feed

from cohong.crypto.id_words import id_words
from cohong.ledger import search_tables
from cohong.ledger.connection import Connection, Row
from cohong.ledger.ledger import Ledger
from cohong.ledger.names import folded_text
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
        ("海港贸易", ["harbour"]),
        ("海港 貿易", ["harbour"]),
        ("海港貿易 harbour", ["harbour"]),
        ("珠江電子", ["pearl"]),
        ("廣州鋼鐵", ["guangzhou"]),
        ("harbourtrading", ["harbour"]),
        ("Harbour-Trading, Ltd.", ["harbour"]),
        ("trading harb", ["harbour"]),
        ("1234 5678", ["café", "guangzhou", "harbour", "pearl"]),
        ("1234-56", ["café", "guangzhou", "harbour", "pearl"]),
        ("4567", ["café", "guangzhou", "harbour", "pearl"]),
        ("12345679", []),
        ("ar", []),
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
    assert ledger.names_of([firms["pearl"].member]) == {}


def test_folding_keeps_what_makes_words_different() -> None:
    assert folded_text("Ａb  Ç\n海　港") == "ab c 海 港"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("harbuor", ["harbour"]),  # changed places
        ("harbor", ["harbour"]),  # missing
        ("harrbour", ["harbour"]),  # too many
        ("harbaur", ["harbour"]),  # wrong
        ("barbour", ["harbour"]),  # the first one
        ("ahrbour", ["harbour"]),
        ("harbuor trading", ["harbour"]),
        ("traiding harb", ["harbour"]),
        ("parl", ["pearl"]),
        ("paerl", ["pearl"]),
        ("compoennst", ["pearl"]),  # two errors in a long word
        ("comp0nents", []),  # a number is right or another one
        ("perl conponents", ["pearl"]),
        ("guangz", []),  # found as it is
        ("guanzhou steal", ["guangzhou"]),
        ("海港貿意", ["harbour"]),
        ("海巷貿易", ["harbour"]),
        ("港貿意", ["harbour"]),
        ("梅港贸易有限公司", ["harbour"]),
        ("广洲钢铁", ["guangzhou"]),
        ("海巷", []),  # of two characters one says too little
        ("xyz", []),
        ("lotus", []),
    ],
)
def test_typing_errors_are_guessed(ledger: Ledger, firms: dict[str, Feed], text: str, meant: list[str]) -> None:
    names = {feed.member: name for name, feed in firms.items()}
    assert [names[card.member] for card in ledger.search_members(text, 10) if card.is_guess] == meant


def test_what_fits_as_it_is_comes_before_what_was_guessed(ledger: Ledger) -> None:
    names = ["Pearl", "Peard Foods", "Pearls and More"]
    ledger.commit(Commit(objects=[Feed(name).profile(en=name) for name in names]))
    found = [(card.name, card.is_guess) for card in ledger.search_members("pearls", 10)]
    assert found == [("Pearls and More", False)], "a word that somebody has is no error"
    found = [(card.name, card.is_guess) for card in ledger.search_members("pearl foods", 10)]
    assert found == [("Peard Foods", True)]
    assert [card.name for card in ledger.search_members("pearl", 10)] == ["Pearl", "Pearls and More"], "a whole name"


def test_whole_words_are_guessed_before_beginnings_and_the_first_letter_counts(ledger: Ledger) -> None:
    names = ["Belson", "Melsonhart", "Melton", "Unlike"]
    ledger.commit(Commit(objects=[Feed(name).profile(en=name) for name in names]))
    assert [card.name for card in ledger.search_members("melsen", 10)] == ["Melsonhart"], "one error, not two"
    assert [card.name for card in ledger.search_members("melgon", 10)] == ["Melton", "Melsonhart"]
    assert [card.name for card in ledger.search_members("delson", 10)] == ["Belson"]


def test_nothing_is_guessed_where_somebody_has_all_the_words(ledger: Ledger) -> None:
    names = ["Harbour Wing Foods", "Harbour Ming Foods"]
    ledger.commit(Commit(objects=[Feed(name).profile(en=name) for name in names]))
    assert [card.name for card in ledger.search_members("wing harbour", 10)] == ["Harbour Wing Foods"]
    ledger.commit(Commit(objects=[Feed("Harbour Wing Foods").profile(en="Wing Foods")]))
    found = [(card.name, card.is_guess) for card in ledger.search_members("wing harbour", 10)]
    assert found == [("Harbour Ming Foods", True)], "each word is somebody's, but nobody has both"


def test_every_single_error_in_generated_names_is_found(ledger: Ledger) -> None:
    random = Random(7)
    names = sorted({"".join(random.choices("abcdefgilmnoprstuvy", k=random.randint(5, 11))) for _ in range(300)})
    feeds = {name: Feed(name) for name in names}
    ledger.commit(Commit(objects=[feed.profile(en=name) for name, feed in feeds.items()]))
    missed = []
    for name in names[::3]:
        text = _with_error(name, random)
        if feeds[name].member not in [card.member for card in ledger.search_members(text, 10)]:
            missed.append((name, text))
    assert missed == []


def _with_error(word: str, random: Random) -> str:
    place = random.randrange(len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return random.choice([
        before + random.choice("aeiou") + after, before + after, before + letter + "t" + after,
        before + after[0] + letter + after[1:],
    ])  # fmt: skip


def test_id_is_found_as_it_is_pasted(ledger: Ledger, firms: dict[str, Feed]) -> None:
    identity = firms["pearl"].member.hex()
    for text in (
        f"cohong:{identity}",
        f"{identity[:4]} {identity[4:8]}",
        f"  {identity[:32]}\n{identity[32:]} ",
        identity.upper(),
    ):
        assert [card.member for card in ledger.search_members(text, 5)] == [firms["pearl"].member]


def test_words_for_the_telephone_find_their_member(ledger: Ledger, firms: dict[str, Feed]) -> None:
    for feed in [*firms.values(), Feed("unknown here")]:
        words = id_words(feed.member)
        for text in (words, words.upper(), words.replace("-", "  ")):
            found = [card.member for card in ledger.search_members(text, 5)]
            assert found == ([feed.member] if feed in firms.values() else [])


def test_a_name_comes_before_a_few_digits_of_an_id(ledger: Ledger) -> None:
    named = Feed("named")
    begins = named.member.hex()[:4]
    other = next(feed for feed in map(Feed, map(str, range(10_000))) if feed.member != named.member)
    ledger.commit(Commit(objects=[named.profile(en="Somebody"), other.profile(en=f"{begins} Ltd")]))
    assert [card.member for card in ledger.search_members(begins, 5)] == [other.member, named.member]
    assert [card.member for card in ledger.search_members(named.member.hex()[:8], 5)] == [named.member]


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("Pearl Components Ltd", "Pearl Component Ltd", True),
        ("Pearl Components Ltd", "Pearl Components Limited", True),
        ("Pearl Components Ltd", "PEARL COMPONENTS CO., LTD.", True),
        ("Pearl Components Ltd", "Pear1 Components Ltd", True),
        ("Pearl Components Ltd", "Реаrl Components Ltd", True),  # Cyrillic Ре
        ("Pearl Components Ltd", "Ｐｅａｒｌ　Components Ltd", True),
        ("Pearl Components Ltd", "Peral Components Ltd", True),
        ("Modern Foods", "Modem Foods", True),
        ("Lotus 0ptics", "Lotus Optics", True),
        ("珠江電子有限公司", "珠江电子股份有限公司", True),
        ("日升昌", "曰升昌", True),
        ("Hong Kong Pearl Components", "Honk Kong Pearl Components", True),
        ("Hong Kong Pearly Trading", "Hong Kong Pearls Trading", True),
        ("International Pearlstone", "International Pearlstome", True),
        ("香港珠江長電子國際貿易", "香港珠汀長電子國際貿易", True),
        ("海港國際物流中心", "海港國际物流中心", True),
        ("Lantau International", "Lantau Internatoinal", True),
        ("International Lantau", "Intermational Lantau", True),
        ("Pearl Components Ltd", "Pearl Connectors Ltd", False),
        ("SG Group Holdings Limited", "SH Group Holdings Limited", False),
        ("Harbour Fund 2", "Harbour Fund 3", False),
        ("中國石油", "中國石化", False),
        ("Ltd", "Limited", False),
    ],
)
def test_names_that_look_alike_are_said(ledger: Ledger, name: str, other: str, alike: bool) -> None:
    one, two, third = Feed("one"), Feed("two"), Feed("three")
    ledger.commit(Commit(objects=[one.profile(en=name), two.profile(en=other), third.profile(en="Silver Dragon")]))
    cards = ledger.member_cards([one.member, two.member, third.member])
    assert [card.like for card in cards] == ([(two.member, other), (one.member, name), None] if alike else [None] * 3)


def test_tables_of_another_folding_are_made_anew(ledger: Ledger, firms: dict[str, Feed], path: Path) -> None:
    tables = ("search_names", "search_words", "search_members", "search_pairs", "search_looks")

    def contents() -> list[list[Row]]:
        connection = Connection(path, KEY, writer=False)
        try:
            found = [connection.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]
            words = {row[0]: row[1] for row in found[1]}
            by_name = [sorted((row[0], words[row[1]]) for row in found[3]), sorted((words[a], b) for a, b in found[2])]
            return [found[0], sorted(row[1:] for row in found[1]), *by_name, found[4]]
        finally:
            connection.close()

    ledger.commit(Commit(objects=[firms["pearl"].profile(en="Lotus"), firms["harbour"].profile(en="Pearl")]))
    before = contents()
    ledger.set_setting("search.folding", b"older")
    ledger.close()
    Ledger.open(path, KEY).close()
    assert contents() == before


def test_what_a_member_is_forgotten_with_leaves_nothing(ledger: Ledger, firms: dict[str, Feed], path: Path) -> None:
    ledger.commit(Commit(removed=[feed.profile().id for feed in firms.values()]))
    connection = Connection(path, KEY, writer=False)
    try:
        for table in ("search_names", "search_words", "search_members", "search_pairs", "search_looks"):
            assert connection.rows(f"SELECT * FROM {table}") == []
    finally:
        connection.close()


def test_tables_are_made_anew_in_steps_while_the_book_goes_on(ledger: Ledger, path: Path) -> None:
    feeds = {name: Feed(name) for name in ("Pearl", "Harbour", "Lotus", "Silver")}
    ledger.commit(Commit(objects=[feed.profile(en=name) for name, feed in feeds.items()]))
    with patch.object(search_tables, "LEARNT_AT_OPENING", 1):
        ledger = reopened(ledger, path)
        assert ledger.findable() == (1, 4)
        assert [names_found(ledger, name) for name in feeds] == [["Pearl"], [], [], []]
        feeds["Amber"] = Feed("Amber")
        ledger.commit(Commit(
            removed=[feeds["Pearl"].profile().id],
            objects=[feeds["Amber"].profile(en="Amber"), feeds["Silver"].profile(en="Silver Dragon")],
        ))  # fmt: skip
        assert names_found(ledger, "amber") == ["Amber"], "who comes meanwhile is found at once"
        assert names_found(ledger, "dragon") == ["Silver Dragon"]
        ledger = reopened(ledger, path, older=False)
        assert ledger.findable() == (1, 4), "goes on where it was"
        assert (ledger.learn_more_names(2), ledger.findable()) == (True, (3, 4))
        assert (ledger.learn_more_names(2), ledger.findable()) == (False, None)
    assert [names_found(ledger, name) for name in feeds] == [[], ["Harbour"], ["Lotus"], ["Silver Dragon"], ["Amber"]]
    assert not ledger.learn_more_names(2), "nothing is left"
    ledger.commit(Commit(removed=[feed.profile().id for name, feed in feeds.items() if name != "Pearl"]))
    with closing(Connection(path, KEY, writer=False)) as connection:
        assert connection.rows("SELECT word, members FROM search_words") == [], "nobody was counted twice"
    ledger.close()


def test_a_program_that_is_put_back_takes_half_made_tables_for_nobodys(ledger: Ledger, path: Path) -> None:
    names = ["Pearl", "Harbour"]
    ledger.commit(Commit(objects=[Feed(name).profile(en=name) for name in names]))
    ledger.close()
    with patch.multiple(search_tables, LEARNT_AT_OPENING=1, FOLDING=b"newer"):
        newer = Ledger.open(path, KEY)
        assert newer.findable() == (1, 2)
        newer.close()
    ledger = Ledger.open(path, KEY)
    assert (ledger.findable(), [names_found(ledger, name) for name in names]) == (None, [["Pearl"], ["Harbour"]])
    ledger.close()


def reopened(ledger: Ledger, path: Path, *, older: bool = True) -> Ledger:
    if older:
        ledger.set_setting("search.folding", b"older")
    ledger.close()
    return Ledger.open(path, KEY)


def names_found(ledger: Ledger, text: str) -> list[str]:
    return [card.name for card in ledger.search_members(text, 10) if not card.is_guess]
