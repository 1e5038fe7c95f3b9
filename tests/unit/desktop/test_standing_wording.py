"""Trust and expected experience in words: what bounds it, what 0 means, what each hop rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from cohong.api.views import RatingOf, TrustArc, TrustBound, TrustInCurrency, TrustPath
from cohong.desktop.formatting import Formats
from cohong.desktop.standing_wording import StandingWords
from cohong.insight.experience_terms import Term

ME, FRIEND, SUBJECT = "aa" * 32, "bb" * 32, "cc" * 32


@dataclass
class _Term:
    term: str


@pytest.fixture
def words() -> StandingWords:
    return StandingWords(Formats("en"), ME, {FRIEND: "Pearl\u202e", SUBJECT: ""})


def trust(minor: int, side: str, hops: int = 2) -> TrustInCurrency:
    def arc(creditor: str, debtor: str) -> TrustArc:
        return TrustArc(
            creditor=creditor, debtor=debtor, holds_minor=500, paid_minor=1_000, payments=1, newest="2026-10-02",
            objects=[],
        )  # fmt: skip

    path = TrustPath(members=[ME, FRIEND, SUBJECT], carried_minor=1_000, arrives_minor=640)
    bound = TrustBound(side=side, holds_minor=1_000, members=3, hops=hops, at_most_minor=640)
    arcs = [arc(ME, FRIEND), arc(FRIEND, SUBJECT)]
    return TrustInCurrency(currency="HKD", minor=minor, paths=[path], paths_count=3, arcs=arcs, bound=bound)


@pytest.mark.parametrize(
    ("minor", "side", "hops", "said"),
    [
        (640, "subject", 2, "At most 0.64 of HKD\u00a010.00, which it has repaid to 3"),
        (640, "viewer", 4, "At most 0.41 of HKD\u00a010.00, which 3"),
        (0, "viewer", 1, "0 means: nobody who has repaid you has been repaid by it, over four hops at most."),
    ],
)
def test_what_bounds_trust_is_said_and_what_0_means(
    words: StandingWords, minor: int, side: str, hops: int, said: str
) -> None:
    assert words.bound(trust(minor, side, hops)).startswith(said)


def test_each_hop_of_a_path_says_who_has_repaid_whom(words: StandingWords) -> None:
    found = trust(640, "subject")
    assert words.path(found.paths[0]) == "You ← Pearl⟨U+202E⟩ ← cccc cccc"
    first, second = words.sentences(found, found.paths[0])
    assert first.startswith("Pearl⟨U+202E⟩ has repaid you HKD\u00a010.00 in 1 payment")
    assert second.startswith("cccc cccc has repaid Pearl⟨U+202E⟩ HKD\u00a010.00 in 1 payment")
    assert words.more_paths(found, 1).startswith("2 more path")
    assert words.more_paths(found, 3) == ""


def test_figures_have_a_sign_and_a_real_minus(words: StandingWords) -> None:
    assert [words.signed(value) for value in (0.423, -0.5, 0.001, -0.004)] == ["+0.42", "\u22120.50", "0.00", "0.00"]
    assert [words.score(score) for score in (3, -4, 0, None)] == ["+3", "\u22124", "+0", ""]
    own = RatingOf(member=ME, value=-0.25, months=2, on_time=3, late=1, lost=0, score=None)
    assert words.own(own).endswith("3 within terms, 1 late, 0 given up.")


def test_every_term_has_words(words: StandingWords) -> None:
    told: list[Any] = [words.term(_Term(term)) for term in Term]  # type: ignore[arg-type]  # all that is read of it
    assert len(set(told)) == len(Term)
