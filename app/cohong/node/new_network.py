"""Founding a network: from a client's wish to its genesis."""

import os
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import CreateNetwork
from cohong.node.engine import now_ms
from cohong.p2p.network import PeerAddress
from cohong.primitives.charter import NONCE_BYTES, Charter, Genesis, new_genesis
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, MemberId
from cohong.primitives.money import MINOR_DIGITS

ADDRESSES_A_FOUNDER: Final = 8


def genesis_for(request: CreateNetwork, me: MemberId) -> tuple[Genesis, list[tuple[MemberId, str]]]:
    """Return the genesis that the request describes, and where the founders listen as far as it says.

    Raises:
        ApiError: a member id, an address, a currency or the name is out of form.
    """
    roster, addresses = {me}, []
    for founder in request.founders:
        member = _member(founder.member)
        roster.add(member)
        for text in founder.addresses[:ADDRESSES_A_FOUNDER]:
            addresses.append((member, _address(text)))
    unknown = [code for code in request.currencies if code not in MINOR_DIGITS]
    if unknown:
        raise ApiError(ApiErrorCode.BAD_REQUEST, f"currency {unknown[0]}")
    charter = Charter(tuple(sorted(roster)), tuple(sorted(set(request.currencies))), request.final)
    try:
        return new_genesis(request.name.strip(), charter, os.urandom(NONCE_BYTES), now_ms()), addresses
    except RemoteProtocolError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, str(error)) from error


def _member(text: str) -> MemberId:
    try:
        member = bytes.fromhex(text)
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text) from error
    if len(member) != ID_BYTES:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text)
    return MemberId(member)


def _address(text: str) -> str:
    try:
        return str(PeerAddress.parse(text))
    except ValueError as error:
        raise ApiError(ApiErrorCode.BAD_ADDRESS, text) from error
