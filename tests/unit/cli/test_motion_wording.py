"""A voter at a shell reads what a motion changes, and what to beware of, before it votes."""

from __future__ import annotations

from typing import Any

import pytest

from cohong.api.views import MotionView, Thresholds
from cohong.cli.motion_wording import motion_effect, motion_sentence, motion_warnings

ASKS: list[tuple[str, dict[str, Any]]] = [
    ("admit", {"join": "1f" * 32}),
    ("voter", {"member": "2e" * 32, "vote": True}),
    ("voter", {"member": "2e" * 32, "vote": False}),
    ("expel", {"member": "2e" * 32}),
    ("replace", {"old": "2e" * 32, "join": "1f" * 32}),
    ("final", {"rule": "majority"}),
    ("final", {"rule": "two-thirds"}),
    ("branch", {"author": "2e" * 32, "seq": 7, "branch": "3d" * 32}),
    ("branch", {"author": "2e" * 32, "seq": 7, "branch": None}),
    ("dispute", {"dispute": "3d" * 32, "upheld": True}),
    ("dispute", {"dispute": "3d" * 32, "upheld": False}),
    ("keeper", {"pool": "3d" * 32, "pool_name": "Guild", "old": "4d" * 32, "old_name": ""}),
    ("charter", {"currencies": [], "entries_per_day": 9, "grace_days": 7, "stale_days": 90}),
]


def motion(ask: str, fields: dict[str, Any], *, voters: int = 7, final_at: int = 4) -> MotionView:
    return MotionView(
        motion="aa" * 32, ask=ask, member="2e" * 32, member_name="Lotus", join="", fields=fields, reason="why",
        put_by="a", put_by_name="Pearl", put_ms=1, valid_until_ms=2, state="open", idle=False, yes=0, no=0, needed=4,
        voters=7, my_vote="none", may_vote=True, lines=[],
        after=Thresholds(voters=voters, majority_at=4, final_at=final_at),
    )  # fmt: skip


@pytest.mark.parametrize(("ask", "fields"), ASKS)
def test_every_motion_is_a_question_and_says_what_changes(ask: str, fields: dict[str, Any]) -> None:
    asked = motion(ask, fields)
    assert motion_sentence(asked).endswith("?")
    assert motion_effect(asked)
    assert all(warning.endswith(".") for warning in motion_warnings(asked))


def test_final_at_a_majority_says_how_few_can_cheat_then() -> None:
    (warning,) = motion_warnings(motion("final", {"rule": "majority"}))
    assert "contradicting records to be final: 1 of 7, instead of 3." in warning
