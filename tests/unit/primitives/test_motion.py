"""Motions, votes on them and wishes for a block: out of form they are refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import START_MS, member
from tests.unit.primitives.test_block import ids, numbers

from cohong.primitives.encoding import INT_MAX, encode
from cohong.primitives.entry import TIME_MS_MAX, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.motion import (
    REASON_CHARS_MAX,
    Admit,
    Amend,
    Ask,
    Expel,
    Motion,
    MotionVote,
    NameKeeper,
    Question,
    Replace,
    RuleBranch,
    SetFinal,
    SetVoter,
    ask_body,
    ask_from_body,
    join_of,
    motion_body,
    motion_from_body,
    motion_vote_body,
    motion_vote_from_body,
)

SALT, ID, SHORT = bytes(16), bytes(32), bytes(31)
ONE = member(1)
AMEND: dict[str, Any] = {
    "ask": "charter", "currencies": ["CNY", "HKD"], "entries_per_day": 1, "grace_days": 0, "stale_days": 1,
}  # fmt: skip
QUESTIONS: dict[str, dict[str, Any]] = {
    "admit": {"ask": "admit", "join": ID},
    "voter": {"ask": "voter", "member": ONE, "vote": True},
    "expel": {"ask": "expel", "member": ONE},
    "replace": {"ask": "replace", "old": ONE, "join": ID},
    "charter": AMEND,
    "final": {"ask": "final", "rule": "majority"},
    "branch": {"ask": "branch", "author": ONE, "seq": 0, "branch": None},
    "keeper": {"ask": "keeper", "pool": ID, "old": ONE, "member": ONE},
}

entries, members, times = ids.map(EntryId), ids.map(MemberId), st.integers(0, TIME_MS_MAX)
plain_text = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=REASON_CHARS_MAX
)  # fmt: skip
codes = st.sets(st.text("ABCXYZ", min_size=3, max_size=3), max_size=5).map(lambda found: tuple(sorted(found)))
questions = st.one_of(
    st.builds(Admit, entries),
    st.builds(SetVoter, members, st.booleans()),
    st.builds(Expel, members),
    st.builds(Replace, members, entries),
    st.builds(Amend, codes, st.integers(1, INT_MAX), st.integers(0, 365), st.integers(1, 3_650)),
    st.builds(SetFinal, st.sampled_from(["two-thirds", "majority"])),
    st.builds(RuleBranch, members, numbers, st.none() | entries),
    st.builds(NameKeeper, entries, members, members),
)


def put(question: Any, **changes: Any) -> dict[str, Any]:
    """Return the body of a motion."""
    named = [question[name] for name in ("join", "pool") if name in question] if type(question) is dict else []
    names = named[:1]
    return {"salt": SALT, "names": names, "question": question, "reason": "", "valid_until": START_MS, **changes}


@given(questions, plain_text, times)
def test_a_motion_is_read_as_it_was_made(question: Question, reason: str, until_ms: int) -> None:
    motion = Motion(question, reason, until_ms)
    body = motion_body(motion, SALT)
    assert motion_from_body(decode_body(encode(body))) == motion
    about = question.pool if isinstance(question, NameKeeper) else join_of(question)
    assert body["names"] == ([] if about is None else [about])


@pytest.mark.parametrize("ask", sorted(QUESTIONS))
def test_a_question_has_just_its_fields(ask: str) -> None:
    question = QUESTIONS[ask]
    assert motion_from_body(put(question)).reason == ""
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        motion_from_body(put({**question, "more": 1}))
    for name in question:
        short = {key: value for key, value in question.items() if key != name}
        with pytest.raises(RemoteProtocolError, match="motion-form"):
            motion_from_body(put(short))


@pytest.mark.parametrize(
    ("ask", "change"),
    [
        ("admit", {"join": SHORT}), ("admit", {"join": None}), ("admit", {"ask": "let in"}),
        ("admit", {"ask": b"admit"}), ("admit", {"ask": ["admit"]}),
        ("voter", {"member": SHORT}), ("voter", {"vote": 1}), ("voter", {"vote": None}),
        ("expel", {"member": "m" * 32}), ("replace", {"old": SHORT}), ("replace", {"join": SHORT}),
        ("charter", {"currencies": None}), ("charter", {"currencies": ["hkd"]}), ("charter", {"currencies": [b"HKD"]}),
        ("charter", {"currencies": ["HKD", "CNY"]}), ("charter", {"currencies": ["HKD", "HKD"]}),
        ("charter", {"currencies": [f"{chr(65 + n // 26)}{chr(65 + n % 26)}A" for n in range(201)]}),
        ("charter", {"entries_per_day": 0}), ("charter", {"entries_per_day": True}), ("charter", {"grace_days": -1}),
        ("charter", {"grace_days": 366}), ("charter", {"stale_days": 0}), ("charter", {"stale_days": 3_651}),
        ("charter", {"stale_days": None}), ("final", {"rule": "half"}), ("final", {"rule": None}),
        ("final", {"rule": ""}), ("branch", {"author": SHORT}), ("branch", {"seq": -1}), ("branch", {"seq": False}),
        ("branch", {"branch": SHORT}), ("branch", {"branch": 0}), ("keeper", {"pool": SHORT}),
        ("keeper", {"old": None}), ("keeper", {"member": SHORT}),
    ],
)  # fmt: skip
def test_a_question_out_of_form_is_refused(ask: str, change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        motion_from_body(put({**QUESTIONS[ask], **change}))


@pytest.mark.parametrize("question", [None, [], "admit", 1, {}, {"join": ID}])
def test_something_else_than_a_question_is_refused(question: Any) -> None:
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        motion_from_body(put(question))


@pytest.mark.parametrize(
    "changes",
    [
        {"more": 0}, {"salt": bytes(15)}, {"names": []}, {"names": [ONE]}, {"names": [ID, ONE]}, {"names": None},
        {"names": [SHORT]}, {"reason": None}, {"reason": b""}, {"reason": "r" * (REASON_CHARS_MAX + 1)},
        {"reason": "a\nb"}, {"reason": "\u0085"}, {"reason": "\u2028"}, {"reason": "\u2029"}, {"reason": "\x7f"},
        {"valid_until": -1}, {"valid_until": TIME_MS_MAX + 1}, {"valid_until": True}, {"valid_until": None},
    ],
)  # fmt: skip
def test_a_motion_out_of_form_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        motion_from_body(put(QUESTIONS["admit"], **changes))


def test_a_motion_that_needs_no_join_names_none() -> None:
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        motion_from_body(put(QUESTIONS["expel"], names=[ID]))


@pytest.mark.parametrize(
    "reason", ["茶葉\u3000tea", "a\u00a0b", "👨\u200d👩\u200d👧", "\U0001fae8", "\u0378", "r" * 500]
)
def test_wide_spaces_and_what_unicode_has_not_named_yet_are_text(reason: str) -> None:
    assert motion_from_body(put(QUESTIONS["expel"], reason=reason)).reason == reason


@given(entries, st.booleans())
def test_a_vote_is_read_as_it_was_made(motion: EntryId, yes: bool) -> None:
    vote = MotionVote(motion, yes)
    assert motion_vote_from_body(decode_body(encode(motion_vote_body(vote, SALT)))) == vote


@pytest.mark.parametrize(
    "change",
    [
        {"more": 0}, {"names": []}, {"names": [ID, ONE]}, {"names": [SHORT]}, {"names": None}, {"yes": 1},
        {"yes": None}, {"salt": None},
    ],
)  # fmt: skip
def test_a_vote_out_of_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        motion_vote_from_body({"salt": SALT, "names": [ID], "yes": True, **change})


@given(times)
def test_a_wish_is_read_as_it_was_made(after_ms: int) -> None:
    assert ask_from_body(decode_body(encode(ask_body(Ask(after_ms), SALT)))) == Ask(after_ms)


@pytest.mark.parametrize("change", [{"more": 0}, {"after": -1}, {"after": TIME_MS_MAX + 1}, {"after": None}])
def test_a_wish_out_of_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="motion-form"):
        ask_from_body({"salt": SALT, "after": 0, **change})
