"""Asking to join: the newcomer's first entry, left with whichever member can be reached, under a one-time key.

The entry is kept in the profile before its first byte leaves the machine, so that a second try sends the same one: a
newcomer that wrote two would have forked its feed before it began.
"""

import os
from collections.abc import Sequence
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.invitation import Invitation, Seat
from cohong.crypto.signing import SigningKey
from cohong.node.head_file import OwnHead
from cohong.node.profile import OpenProfile
from cohong.node.signed_entry import signed_entry
from cohong.p2p.network import Link, LinkClosed, PeerAddress, PeerNetwork, Proxy
from cohong.primitives.encoding import decode, encode
from cohong.primitives.entry import SALT_BYTES, Entry, entry_from_parts
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, MemberId, NetworkId
from cohong.primitives.kinds import MEMBER_JOIN
from cohong.primitives.membership import NAME_CHARS_MAX, Join, join_body, join_signed_bytes
from cohong.protocol.frames import HeadsGrown, decode_frame, encode_entries

JOIN_SETTING: Final = "join.entry"
CONTACTS_SETTING: Final = "join.contacts"
INVITERS_BLOCK_SETTING: Final = "join.block"
ASKED_ELSEWHERE: Final = "asked-elsewhere"
"""This profile has left a join with another network: one profile belongs to one network."""

USED: Final = "used"
"""Somebody else has used the invitation."""

REACH_S: Final = 30.0
JOIN_BYTES_MAX: Final = 4096


async def ask_to_join(
    profile: OpenProfile, invitation: Invitation, seat: Seat, name: str, now_ms: int, *, proxy: Proxy | None = None
) -> None:
    """Leave a join with a member of the network; returns once one holds it durably.

    Raises:
        ApiError: the invitation has ended or been used by another, or nobody of those it names could be reached.
    """
    if now_ms > seat.until_ms:
        raise ApiError(ApiErrorCode.BAD_INVITATION, "ended")
    join = await trio.to_thread.run_sync(_kept_join, profile, invitation.genesis.network, seat, name, now_ms)
    is_left = None
    with trio.move_on_after(REACH_S):
        is_left = await _leave(join, invitation.addresses, seat, proxy)
    if is_left is None:
        raise ApiError(ApiErrorCode.NOT_REACHED)
    if not is_left:
        raise ApiError(ApiErrorCode.BAD_INVITATION, USED)
    known = encode([seat.height, seat.block])
    await trio.to_thread.run_sync(profile.ledger.set_setting, INVITERS_BLOCK_SETTING, known)
    contacts = b"".join(sorted({member for member, _ in invitation.addresses}))
    await trio.to_thread.run_sync(profile.ledger.set_setting, CONTACTS_SETTING, contacts)
    # From here on the profile is one that was restored: it writes nothing before it holds its own feed again.
    await trio.to_thread.run_sync(profile.head_file.write, OwnHead(0, join.id))


def contacts_of(setting: bytes | None) -> frozenset[MemberId]:
    """Return the members that the invitation named."""
    kept = setting or b""
    return frozenset(MemberId(kept[at : at + 32]) for at in range(0, len(kept), 32))


def inviters_block(setting: bytes | None) -> tuple[int, BlockId] | None:
    """Return the height and id of the block that the invitation named, None for a founder."""
    match decode(setting, bytes_max=64) if setting else None:
        case [int() as height, bytes() as block]:
            return height, BlockId(block)
        case _:
            return None


def _kept_join(profile: OpenProfile, network: NetworkId, seat: Seat, name: str, now_ms: int) -> Entry:
    kept = profile.ledger.get_setting(JOIN_SETTING)
    if kept:
        entry = _decoded(kept)
        if entry.header.network == network:
            return entry
        raise ApiError(ApiErrorCode.RULE, ASKED_ELSEWHERE)
    entry = new_join(profile.key, network, seat, name, now_ms)
    profile.ledger.set_setting(JOIN_SETTING, encode([entry.header_bytes, entry.signature, entry.body_bytes]))
    return entry


def _decoded(kept: bytes) -> Entry:
    match decode(kept, bytes_max=JOIN_BYTES_MAX):
        case [bytes() as header, bytes() as signature, bytes() as body]:
            return entry_from_parts(header, signature, body)
        case _:
            raise RemoteProtocolError("join-form")


def new_join(
    key: SigningKey, network: NetworkId, seat: Seat, name: str, now_ms: int, salt: bytes | None = None
) -> Entry:
    """Return the first entry of a newcomer's feed, signed by its own key and by the one-time key of the seat.

    Args:
        salt: 16 bytes that nobody can guess; drawn here if they are not given.
    """
    me = MemberId(key.member)
    proof = SigningKey(seat.seed).sign(join_signed_bytes(me, seat.invite))
    shown = name.strip()[:NAME_CHARS_MAX] or me.hex()[:8]
    body = join_body(Join(seat.invite, shown, proof), os.urandom(SALT_BYTES) if salt is None else salt)
    time_ms = max(now_ms, seat.since_ms)
    return signed_entry(key, network, MEMBER_JOIN, body, height=seat.height, time_ms=time_ms)


async def _leave(join: Entry, addresses: Sequence[tuple[MemberId, str]], seat: Seat, proxy: Proxy | None) -> bool:
    """Send the join to every member that answers, until one says that it holds it, or another one in its place."""
    contacts = {member for member, _ in addresses}
    network = PeerNetwork(seed=seat.seed, listen=[], is_member=lambda key: key in contacts, proxy=proxy)
    done, answers = trio.Event(), list[bool]()

    async def leave_with(link: Link) -> None:
        try:
            await link.send(encode_entries([join]))
            while (answer := answer_to_join(await link.receive(), join)) is None:
                pass
            answers.append(answer)
            done.set()
        except LinkClosed:
            return

    async def take_links() -> None:
        async for link in network.links:
            nursery.start_soon(leave_with, link)

    async with trio.open_nursery() as nursery:
        await nursery.start(network.run)
        for member, text in addresses:
            network.add_peer(member, [PeerAddress.parse(text)])
        nursery.start_soon(take_links)
        await done.wait()
        nursery.cancel_scope.cancel()
    return answers[0]


def answer_to_join(frame_bytes: bytes, join: Entry) -> bool | None:
    """Return whether a member holds the join, or says with no tip at all that another has its place; else None."""
    try:
        frame = decode_frame(frame_bytes)
    except RemoteProtocolError:
        return None
    if not isinstance(frame, HeadsGrown):
        return None
    return any(tip.id == join.id for tip in frame.tips) or (None if frame.tips else False)
