"""What a motion asks, what comes of it, and what people are told before they vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from cohong.api import requests
from cohong.api.views import ChainStatus, JoinView, MotionView, Thresholds
from cohong.desktop.formatting import Formats
from cohong.desktop.languages import Translations
from cohong.desktop.motion_wording import (
    STANDS,
    few_voters_text,
    motion_effect,
    motion_question,
    motion_stands,
    motion_warnings,
    needs_me,
)

LOTUS = "1a" * 32
NEW_KEY = "2b" * 32
JOIN = "3c" * 32


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    """English has a catalogue too, for its plurals."""
    translations = Translations()
    translations.use("en")
    yield


def _motion(ask: str, *, after: tuple[int, int, int] = (5, 3, 4), **changes: Any) -> MotionView:
    voters, majority, final = after
    motion = MotionView(
        motion="m", ask=ask, member=LOTUS, member_name="Lotus", join=JOIN, fields={}, reason="", put_by="p",
        put_by_name="Pearl", put_ms=1, valid_until_ms=2, state="open", idle=False, yes=0, no=0, needed=3, voters=5,
        my_vote="none", may_vote=True, after=Thresholds(voters=voters, majority_at=majority, final_at=final), lines=[],
    )  # fmt: skip
    return msgspec.structs.replace(motion, **changes)


def _chain(voters: int = 5, final_at: int = 4, final: str = "two-thirds") -> ChainStatus:
    roster = [LOTUS, *(f"{number:064x}" for number in range(voters - 1))]
    return ChainStatus(
        height=1, block="b", time_ms=1, epoch=0, voters=roster, members=voters, majority_at=voters // 2 + 1,
        final_at=final_at, final=final, currencies=["HKD"], entries_per_day=50_000, grace_days=7, stale_days=90,
        anchored=0, to_anchor=0, next_ms=0, iteration=-1, present=1, is_member=True, is_voter=True,
        joins=[
            JoinView(join=JOIN, member=NEW_KEY, name="Lotus", invited_by="Pearl", time_ms=1, state="waiting")
        ],
    )  # fmt: skip


QUESTIONS: dict[str, list[dict[str, Any]]] = {
    "admit": [{}],
    "voter": [{"vote": True}, {"vote": False}],
    "expel": [{}],
    "replace": [{}],
    "charter": [{"currencies": [], "entries_per_day": 50_000, "grace_days": 14, "stale_days": 90}],
    "final": [{"rule": "majority"}, {"rule": "two-thirds"}],
    "branch": [{"seq": 4, "branch": "4d" * 32}, {"seq": 4, "branch": None}],
    "dispute": [{"dispute": "4d" * 32, "upheld": True}, {"dispute": "4d" * 32, "upheld": False}],
    "keeper": [{"pool": "4d" * 32, "pool_name": "Guild", "old": "5e" * 32, "old_name": "Pearl"}],
}


def test_every_question_that_can_be_put_has_words() -> None:
    asks = get_args(requests.PutMotion.__annotations__["ask"])
    assert set(QUESTIONS) == set(asks)
    shown = [
        (motion_question(motion), motion_effect(motion, _chain(), Formats("en")))
        for ask, all_fields in QUESTIONS.items()
        for motion in (_motion(ask, fields=fields) for fields in all_fields)
    ]
    assert all(question.endswith("?") and "{" not in question + effect and effect for question, effect in shown)
    assert len(set(shown)) == len(shown)


def test_the_effect_of_another_vote_tells_the_figures_then() -> None:
    motion = _motion("voter", fields={"vote": True}, after=(6, 4, 5))
    assert motion_effect(motion, _chain(), Formats("en")) == (
        "Lotus votes on records and motions. There are 6 voters then: a majority at 4, final at 5."
    )


def test_a_change_of_rules_lists_what_differs() -> None:
    motion = _motion("charter", fields=QUESTIONS["charter"][0])
    assert motion_effect(motion, _chain(), Formats("en")) == (
        "Currencies: HKD → all\nDays of grace after an end that a record relies on: 7 → 14"
    )


@pytest.mark.parametrize(
    ("voters", "final_at", "majority_at", "cheats"),
    [(3, 3, 2, "1 voter that provably signs both ways is"), (4, 3, 3, "2 voters"), (7, 5, 4, "1 voter that")],
)
def test_final_at_a_majority_says_how_few_can_cheat(voters: int, final_at: int, majority_at: int, cheats: str) -> None:
    motion = _motion("final", fields={"rule": "majority"}, after=(voters, majority_at, majority_at))
    (warning,) = motion_warnings(motion, _chain(voters, final_at))
    assert cheats in warning
    assert warning.endswith(f"instead of {2 * final_at - voters}.")


def test_expelling_and_replacing_are_warned_of() -> None:
    assert motion_warnings(_motion("expel"), _chain()) == [
        "This cannot be undone: Lotus can come back only as a new member, with a new key."
    ]
    (warning,) = motion_warnings(_motion("replace"), _chain())
    assert warning.startswith("Whoever holds the new key becomes Lotus. Ask Lotus by a way that you trust")
    assert "2b2b 2b2b" in motion_effect(_motion("replace"), _chain(), Formats("en"))


@pytest.mark.parametrize(
    ("voters", "final_at", "begins"),
    [
        (1, 1, "With one voter the book is that voter's own word"),
        (2, 2, "With two voters each can stop everything"),
        (3, 3, "With three voters nothing becomes final while one of them is away."),
        (3, 2, "With three voters and records final at two, one voter"),
        (4, 3, ""),
    ],
)
def test_networks_of_few_voters_are_warned_of(voters: int, final_at: int, begins: str) -> None:
    words = few_voters_text(voters, final_at)
    assert words.startswith(begins) and bool(words) == bool(begins)
    motion = _motion("expel", after=(voters, voters // 2 + 1, final_at))
    assert (words in motion_warnings(motion, _chain())) == bool(words)


def test_a_vote_of_somebody_without_one_changes_no_figures() -> None:
    motion = _motion("expel", member="ff" * 32, member_name="Maas", after=(3, 2, 3))
    assert "voters then" not in motion_effect(motion, _chain(3, 3), Formats("en"))
    assert len(motion_warnings(motion, _chain(3, 3))) == 1


@pytest.mark.parametrize(
    ("changes", "stands", "waits"),
    [
        ({}, "open", True),
        ({"no": 2}, "open", True),
        ({"no": 3}, "lost", False),
        ({"idle": True}, "idle", False),
        ({"may_vote": False}, "open", False),
        ({"state": "passed"}, "passed", False),
        ({"state": "done", "may_vote": False}, "done", False),
        ({"state": "ended", "may_vote": False}, "ended", False),
    ],
)
def test_how_a_motion_stands(changes: dict[str, Any], stands: str, waits: bool) -> None:
    motion = _motion("admit", **changes)
    assert (motion_stands(motion), needs_me(motion)) == (stands, waits)
    assert stands in STANDS


def test_a_name_cannot_pose_as_a_placeholder_or_hide() -> None:
    assert motion_question(_motion("expel", member_name="{entry}\u202e")) == "Expel {entry}⟨U+202E⟩?"
    assert motion_question(_motion("expel", member_name=" ")) == "Expel 1a1a 1a1a?"
