"""Invitations and joins (protocol.md 8): a one-time key that a member names, and the newcomer's first entry."""

from dataclasses import dataclass
from typing import Final

from cohong.primitives.encoding import Value
from cohong.primitives.entry import SIGNATURE_BYTES
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fields import Fields
from cohong.primitives.ids import ID_BYTES, EntryId, MemberId

JOIN_DOMAIN: Final = b"cohong/join/1\0"
ROLE_JOIN: Final = "join"
ROLE_OBSERVE: Final = "observe"
NAME_CHARS_MAX: Final = 120
CODE: Final = "membership-form"


@dataclass(frozen=True, slots=True)
class Invite:
    """A member lets whoever has the secret of a one-time key leave one join.

    Attributes:
        key: public half of the one-time key; its seed is in the text of the invitation, nowhere else.
        role: `join` to ask for membership, `observe` to read along from then on.
    """

    key: bytes
    role: str
    valid_until_ms: int


@dataclass(frozen=True, slots=True)
class Join:
    """A newcomer's first entry.

    Attributes:
        name: what it calls itself, for those who vote on it.
        proof: signature of the one-time key over `join_signed_bytes`.
    """

    invite: EntryId
    name: str
    proof: bytes


def join_signed_bytes(author: MemberId, invite: EntryId) -> bytes:
    """Return the bytes that the one-time key of an invitation signs for a newcomer."""
    return JOIN_DOMAIN + author + invite


def invite_body(invite: Invite, salt: bytes) -> dict[str, Value]:
    """Return the body of a `member.invite`; `salt` is 16 random bytes."""
    return {"salt": salt, "key": invite.key, "role": invite.role, "valid_until": invite.valid_until_ms}


def invite_from_body(body: dict[str, Value]) -> Invite:
    """Return the invitation in a decoded body.

    Raises:
        RemoteProtocolError: `membership-form`. The entry stays part of the feed and says nothing.
    """
    fields = Fields(body, ("salt", "key", "role", "valid_until"), CODE)
    role = fields.text("role", 16)
    if role not in (ROLE_JOIN, ROLE_OBSERVE):
        raise RemoteProtocolError(CODE, "role")
    return Invite(fields.blob("key", ID_BYTES), role, fields.time_ms("valid_until"))


def join_body(join: Join, salt: bytes) -> dict[str, Value]:
    """Return the body of a `member.join`; `salt` is 16 random bytes."""
    return {"salt": salt, "names": [join.invite], "name": join.name, "proof": join.proof}


def join_from_body(body: dict[str, Value]) -> Join:
    """Return the join in a decoded body. Whether the proof is good is not asked here.

    Raises:
        RemoteProtocolError: `membership-form`.
    """
    fields = Fields(body, ("salt", "names", "name", "proof"), CODE)
    name = fields.text("name", NAME_CHARS_MAX, least=1)
    return Join(EntryId(fields.only_name()), name, fields.blob("proof", SIGNATURE_BYTES))
