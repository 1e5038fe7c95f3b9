"""A network made of ratings: all of it signed and voted on by the rules, dated as in the file, and worth the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Final

import pytest

from cohong.insight.evaluation import plain_fit
from cohong.insight.ratings_file import read_ratings
from cohong.ledger.reader import StillReader
from cohong.ledger.whole_book import WholeBook
from cohong.node.audit import audit
from cohong.node.profile import OpenProfile, create_profile
from cohong.node.profile_files import ProfileFiles
from cohong.node.rated_network import LEAD_MS, PLACE, Rating, fill_network, found_network
from cohong.node.trade_book import TradeBook
from cohong.primitives.charter import Genesis, decode_lineage
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import ENDORSE_SET
from cohong.primitives.standing import Level

NOW_MS: Final = 1_790_000_000_000
FIRST_S: Final = 1_600_000_000
TODAY: Final = "2026-11-26"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenProfile]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    opened, _ = create_profile(
        ProfileFiles(tmp_path / "profile"), "a harbour in the morning", "Evaluation: made up", []
    )
    yield opened
    opened.close()


def made_up(count: int) -> list[Rating]:
    """Return ratings of pairs that are all different, each of a moment of its own; some of them are months apart."""
    random = Random(3)
    pairs = random.sample(list(permutations([f"m{number}" for number in range(40)], 2)), count)
    time_s, ratings = FIRST_S, []
    for at, (rater, subject) in enumerate(pairs):
        time_s += 8_000_000 if at % 100 == 99 else random.choice([1, 60, 3_600, 90_000])
        ratings.append(Rating(rater, subject, random.randint(-10, 10), time_s * 1000, f"line {at + 1}"))
    return ratings


def filled(profile: OpenProfile, ratings: Sequence[Rating], now_ms: int = NOW_MS) -> Genesis:
    genesis = found_network(profile, "Evaluation: made up", ratings)
    fill_network(profile, genesis, ratings, kind="firm", now_ms=now_ms, tell=lambda doing, done, total: None)
    return genesis


def endorsements(profile: OpenProfile) -> list[Entry]:
    with WholeBook.open(profile.files.ledger, profile.data_key) as book:
        entries = [stored.entry for stored in book.stretch(0, 10_000) if stored.entry is not None]
    return [entry for entry in entries if entry.header.kind == ENDORSE_SET]


def test_it_comes_to_the_figures_of_the_file(profile: OpenProfile, tmp_path: Path) -> None:
    ratings = made_up(400)
    filled(profile, ratings)
    file = tmp_path / "ratings.csv"
    file.write_text("\n".join(f"{each.rater},{each.subject},{each.score},{each.time_ms / 1000}" for each in ratings))
    names = profile.ledger.names_of(sorted({entry.header.author for entry in endorsements(profile)}))
    ids = {name: member.hex() for member, name in names.items()}
    labels = {f"m{number}": number % 3 > 0 for number in range(20)} | {"nobody": True}
    reader = StillReader(profile.files.ledger, profile.data_key)
    book = TradeBook(reader)
    of_members = {ids.get(name, name): is_honest for name, is_honest in labels.items()}
    found = [book.fit(words_only=only, today=TODAY, replaced={}, labels=of_members) for only in (True, False)]
    reader.close()
    expected = plain_fit(read_ratings(file).ratings, labels)
    assert expected["dishonest_raters_auc"] is not None
    assert found == [expected, expected]


def test_every_rating_is_an_entry_of_its_rater_at_its_time_and_an_audit_finds_no_difference(
    profile: OpenProfile,
) -> None:
    ratings = made_up(120)
    genesis = filled(profile, ratings)
    written = sorted(endorsements(profile), key=lambda entry: entry.header.time_ms)
    authors = {entry.header.author for entry in written}
    names = profile.ledger.names_of(sorted(authors | {member(entry) for entry in written}))
    said = Counter((names[e.header.author], names[member(e)], score(e), e.header.time_ms) for e in written)
    assert said == Counter((each.rater, each.subject, each.score, each.time_ms) for each in ratings)
    assert len(authors) == len({each.rater for each in ratings})
    counts = profile.ledger.counts()
    assert counts.records == counts.by_level[Level.ANCHORED] == len(ratings) + len(names) + 1
    assert genesis.time_ms == ratings[0].time_ms - LEAD_MS
    assert decode_lineage(profile.ledger.get_setting("genesis") or b"") == genesis
    (card,) = profile.ledger.member_cards([written[0].header.author])
    assert card.profile is not None and (card.profile.kind, card.profile.place) == ("firm", PLACE)
    with WholeBook.open(profile.files.ledger, profile.data_key) as book:
        found = audit(book, genesis, profile.member, NOW_MS, lambda doing, done, total: None)
    assert (found.differences, found.entries) == ([], counts.entries)


def test_a_later_rating_of_the_same_pair_is_a_new_version(profile: OpenProfile) -> None:
    filled(
        profile,
        [Rating("a", "b", at, (FIRST_S + at) * 1000, said) for at, said in ((1, "first"), (2, "second"), (3, "third"))],
    )
    written = endorsements(profile)
    assert [score(entry) for entry in written] == [1, 2, 3]
    (shown,) = profile.ledger.member_facts(member(written[0]), today=TODAY).endorsements
    assert (shown.score, shown.comment) == (3, "third")


def test_ratings_of_one_moment_are_all_voted_on(profile: OpenProfile) -> None:
    ratings = [Rating(f"r{at % 30}", f"s{at // 30}", 5, FIRST_S * 1000, "") for at in range(1_100)]
    filled(profile, ratings)
    assert profile.ledger.counts().by_level[Level.WAITING] == 0
    assert {entry.header.time_ms for entry in endorsements(profile)} == {FIRST_S * 1000}


def test_nothing_is_dated_after_the_world_s_clock(profile: OpenProfile) -> None:
    ratings = [Rating(f"r{at}", "s", 5, NOW_MS - 2_000 + at, "") for at in range(3)]
    filled(profile, ratings)
    assert len(endorsements(profile)) == 3
    assert profile.ledger.newest_ms() <= NOW_MS


def member(entry: Entry) -> MemberId:
    found = decode_body(entry.body_bytes or b"")["member"]
    assert isinstance(found, bytes)
    return MemberId(found)


def score(entry: Entry) -> int:
    found = decode_body(entry.body_bytes or b"")["score"]
    assert isinstance(found, int)
    return found
