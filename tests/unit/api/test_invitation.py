"""The text of an invitation: what it carries, and what is refused."""

from __future__ import annotations

import pytest

from cohong.api.invitation import BadInvitation, Invitation, Seat, invitation_text, parse_invitation
from cohong.primitives.charter import Charter, new_genesis
from cohong.primitives.ids import BlockId, EntryId, MemberId

FOUNDER = MemberId(b"\x01" * 32)
GENESIS = new_genesis("Pearl River", Charter(roster=(FOUNDER,), currencies=("HKD",)), b"\x02" * 32, 1_700_000_000_000)
ADDRESSES = ((FOUNDER, "192.0.2.7:4717"), (FOUNDER, "[2001:db8::1]:4717"))
SEAT = Seat(EntryId(b"\x03" * 32), b"\x04" * 32, "join", 7, 1_700_000_000_001, 1_700_000_900_000, BlockId(b"\x05" * 32))
TEXT = invitation_text(GENESIS, ADDRESSES, SEAT)


def test_the_text_carries_network_addresses_and_seat() -> None:
    assert parse_invitation(TEXT) == Invitation(GENESIS, ADDRESSES, SEAT)
    assert parse_invitation(invitation_text(GENESIS, ADDRESSES)) == Invitation(GENESIS, ADDRESSES, None)


def test_line_breaks_of_a_mail_do_no_harm() -> None:
    broken = "\n".join(TEXT[place : place + 60] for place in range(0, len(TEXT), 60))
    assert parse_invitation(f"  {broken} \n") == parse_invitation(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org/join?genesis=x",
        TEXT[:80],
        TEXT.replace("role=join", "role=vote"),
        TEXT.replace("until=1700000900000", "until=-1"),
        TEXT.replace("until=1700000900000", "until=soon"),
        TEXT.replace("&seed=", "&sead="),
        TEXT.replace("height=7", "height=0"),  # the block before any other is the network itself
        TEXT.replace("at=01", "at=zz"),
        f"{TEXT}&at=0102@192.0.2.7:1",
        TEXT + "x" * 16_384,
    ],
)
def test_what_was_cut_off_or_altered_is_refused(text: str) -> None:
    with pytest.raises(BadInvitation):
        parse_invitation(text)
