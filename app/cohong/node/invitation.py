"""The text of an invitation: `cohong:join?…`, with the network's genesis and where a member can be reached.

The text is not secret here: it admits nobody. Who may join is fixed by the founders' roster in the genesis; the text
only spares them from typing it.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from cohong.primitives.charter import Genesis, decode_genesis
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, MemberId

TEXT_CHARS_MAX: Final = 16_384
ADDRESSES_MAX: Final = 64


class BadInvitation(ValueError):
    """The text is no invitation; `args[0]` says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A network and where its members listen: (member, "host:port") pairs."""

    genesis: Genesis
    addresses: tuple[tuple[MemberId, str], ...]


def invitation_text(genesis: Genesis, addresses: Sequence[tuple[MemberId, str]]) -> str:
    """Return the text for these."""
    exact = base64.urlsafe_b64encode(genesis.exact).rstrip(b"=").decode()
    pairs = [("genesis", exact), *(("at", f"{member.hex()}@{address}") for member, address in addresses)]
    return f"cohong:join?{urlencode(pairs, safe='@:[]')}"


def parse_invitation(text: str) -> Invitation:
    """Return the invitation in `text`.

    Raises:
        BadInvitation: it is none, or it was cut off or altered on the way.
    """
    text = "".join(text.split())
    if len(text) > TEXT_CHARS_MAX:
        raise BadInvitation("too long")
    parts = urlsplit(text)
    if parts.scheme != "cohong" or parts.path != "join":
        raise BadInvitation("it does not begin with cohong:join")
    fields = parse_qs(parts.query, max_num_fields=ADDRESSES_MAX + 8)
    exact = fields.get("genesis", [""])[0]
    try:
        genesis = decode_genesis(base64.b64decode(exact + "=" * (-len(exact) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RemoteProtocolError) as error:
        raise BadInvitation("the network's description is incomplete or altered") from error
    return Invitation(genesis, tuple(_address(item) for item in fields.get("at", [])))


def _address(item: str) -> tuple[MemberId, str]:
    member, _, address = item.partition("@")
    try:
        identity = bytes.fromhex(member)
    except ValueError as error:
        raise BadInvitation("an address names no member") from error
    if len(identity) != ID_BYTES or not address:
        raise BadInvitation("an address names no member")
    return MemberId(identity), address
