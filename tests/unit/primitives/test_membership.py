"""Invitations and joins out of form are refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import START_MS, member
from tests.unit.primitives.test_block import ids
from tests.unit.primitives.test_motion import plain_text

from cohong.primitives.encoding import encode
from cohong.primitives.entry import TIME_MS_MAX, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId
from cohong.primitives.membership import (
    NAME_CHARS_MAX,
    Invite,
    Join,
    invite_body,
    invite_from_body,
    join_body,
    join_from_body,
    join_signed_bytes,
)

SALT, ID, SHORT, PROOF = bytes(16), bytes(32), bytes(31), bytes(64)
INVITE: dict[str, Any] = {"salt": SALT, "key": ID, "role": "join", "valid_until": START_MS}
JOIN: dict[str, Any] = {"salt": SALT, "names": [ID], "name": "新會\u3000Sun Wui", "proof": PROOF}

names = plain_text.filter(bool).map(lambda text: text[:NAME_CHARS_MAX])


@given(ids, st.sampled_from(["join", "observe"]), st.integers(0, TIME_MS_MAX))
def test_an_invitation_is_read_as_it_was_made(key: bytes, role: str, until_ms: int) -> None:
    invite = Invite(key, role, until_ms)
    assert invite_from_body(decode_body(encode(invite_body(invite, SALT)))) == invite


@pytest.mark.parametrize(
    "change",
    [
        {"more": 0}, {"names": []}, {"key": SHORT}, {"key": "k" * 32}, {"key": None}, {"role": "vote"}, {"role": ""},
        {"role": None}, {"role": b"join"}, {"valid_until": -1}, {"valid_until": TIME_MS_MAX + 1},
        {"valid_until": False}, {"salt": bytes(17)},
    ],
)  # fmt: skip
def test_an_invitation_out_of_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="membership-form"):
        invite_from_body({**INVITE, **change})


@given(ids.map(EntryId), names, st.binary(min_size=64, max_size=64))
def test_a_join_is_read_as_it_was_made(invite: EntryId, name: str, proof: bytes) -> None:
    join = Join(invite, name, proof)
    assert join_from_body(decode_body(encode(join_body(join, SALT)))) == join


@pytest.mark.parametrize(
    "change",
    [
        {"more": 0}, {"names": []}, {"names": [ID, member(1)]}, {"names": [SHORT]}, {"names": None}, {"name": ""},
        {"name": "n" * (NAME_CHARS_MAX + 1)}, {"name": "a\tb"}, {"name": b"n"}, {"name": None}, {"proof": bytes(63)},
        {"proof": bytes(65)}, {"proof": None}, {"salt": SHORT},
    ],
)  # fmt: skip
def test_a_join_out_of_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="membership-form"):
        join_from_body({**JOIN, **change})


@pytest.mark.parametrize("kind", ["invite", "join"])
def test_a_field_that_is_missing_is_refused(kind: str) -> None:
    body = INVITE if kind == "invite" else JOIN
    for name in body:
        short = {key: value for key, value in body.items() if key != name}
        with pytest.raises(RemoteProtocolError, match="membership-form"):
            invite_from_body(short) if kind == "invite" else join_from_body(short)


def test_names_at_their_limits_are_taken() -> None:
    for name in ("n", "n" * NAME_CHARS_MAX):
        assert join_from_body({**JOIN, "name": name}) == Join(EntryId(ID), name, PROOF)


def test_a_one_time_key_signs_for_one_newcomer_and_one_invitation() -> None:
    assert join_signed_bytes(member(1), EntryId(ID)) == b"cohong/join/1\0" + member(1) + ID
