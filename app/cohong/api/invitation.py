"""The text of an invitation: `cohong:join?…`, with the network's genesis and where members can be reached.

Founders stand in the genesis: for them the text is not secret and admits nobody. Whoever else is invited gets a *seat*
in the text too: the secret of a one-time key that a member has named in its feed. Its holder may leave one join with
any member, and reads nothing until it is let in.
"""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from cohong.primitives.charter import Genesis, decode_lineage, encode_lineage
from cohong.primitives.entry import TIME_MS_MAX
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, BlockId, EntryId, MemberId
from cohong.primitives.membership import ROLE_JOIN, ROLE_OBSERVE

TEXT_CHARS_MAX: Final = 16_384
ADDRESSES_MAX: Final = 64
SEED_BYTES: Final = 32
SEAT_FIELDS: Final = ("seat", "seed", "role", "height", "since", "until", "block")


class BadInvitation(ValueError):
    """The text is no invitation; `args[0]` says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """What lets somebody who is no founder leave a join.

    Attributes:
        invite: the `member.invite` that names the key.
        seed: secret of the one-time key.
        role: `join` or `observe`.
        height, since_ms: of the `member.invite`: a join is not below either.
        until_ms: when the invitation ends.
        block: the inviter's block at `height`: a chain that has another one there is not the inviter's.
    """

    invite: EntryId
    seed: bytes
    role: str
    height: int
    since_ms: int
    until_ms: int
    block: BlockId


@dataclass(frozen=True, slots=True)
class Invitation:
    """A network, where its members listen as (member, "host:port") pairs, and a seat for whoever is no founder."""

    genesis: Genesis
    addresses: tuple[tuple[MemberId, str], ...]
    seat: Seat | None = None


def invitation_text(genesis: Genesis, addresses: Sequence[tuple[MemberId, str]], seat: Seat | None = None) -> str:
    """Return the text for these."""
    pairs = [("genesis", _base64(encode_lineage(genesis)))]
    if seat is not None:
        pairs += [
            ("seat", _base64(seat.invite)), ("seed", _base64(seat.seed)), ("role", seat.role),
            ("height", str(seat.height)), ("since", str(seat.since_ms)), ("until", str(seat.until_ms)),
            ("block", _base64(seat.block)),
        ]  # fmt: skip
    pairs += [("at", f"{member.hex()}@{address}") for member, address in addresses[:ADDRESSES_MAX]]
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
    try:
        fields = parse_qs(parts.query, max_num_fields=ADDRESSES_MAX + 16)
        genesis = decode_lineage(_bytes(fields, "genesis"))
    except (binascii.Error, ValueError, RemoteProtocolError) as error:
        raise BadInvitation("the network's description is incomplete or altered") from error
    seat = _seat(fields)
    if seat is not None and seat.height == 0 and seat.block != BlockId(genesis.network):
        raise BadInvitation("its block is not of this network")
    return Invitation(genesis, tuple(_address(item) for item in fields.get("at", [])), seat)


def _seat(fields: Mapping[str, list[str]]) -> Seat | None:
    if not any(name in fields for name in SEAT_FIELDS):
        return None
    try:
        seat = Seat(
            EntryId(_bytes(fields, "seat")), _bytes(fields, "seed"), _one(fields, "role"),
            int(_one(fields, "height")), int(_one(fields, "since")), int(_one(fields, "until")),
            BlockId(_bytes(fields, "block")),
        )  # fmt: skip
    except (binascii.Error, ValueError) as error:
        raise BadInvitation("its secret part is incomplete or altered") from error
    sizes = {len(seat.invite), len(seat.seed), len(seat.block)}
    times = (seat.height, seat.since_ms, seat.until_ms)
    if (
        sizes != {ID_BYTES}
        or seat.role not in (ROLE_JOIN, ROLE_OBSERVE)
        or not 0 <= min(times) <= max(times) <= TIME_MS_MAX
    ):
        raise BadInvitation("its secret part is incomplete or altered")
    return seat


def _one(fields: Mapping[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[0]


def _base64(exact: bytes) -> str:
    return base64.urlsafe_b64encode(exact).rstrip(b"=").decode()


def _bytes(fields: Mapping[str, list[str]], name: str) -> bytes:
    text = _one(fields, name)
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _address(item: str) -> tuple[MemberId, str]:
    member, _, address = item.partition("@")
    try:
        identity = bytes.fromhex(member)
    except ValueError as error:
        raise BadInvitation("an address names no member") from error
    if len(identity) != ID_BYTES or not address:
        raise BadInvitation("an address names no member")
    return MemberId(identity), address
