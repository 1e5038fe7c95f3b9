"""Founding a network: from a client's wish to its genesis."""

import os
from dataclasses import replace
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import CreateNetwork
from cohong.ledger.ledger import Ledger
from cohong.node.engine import now_ms
from cohong.p2p.network import PeerAddress
from cohong.primitives.charter import NONCE_BYTES, Charter, Genesis, new_genesis
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, BlockId, MemberId, NetworkId
from cohong.primitives.money import MINOR_DIGITS
from cohong.protocol.chain.lineage import Lineage

ADDRESSES_A_FOUNDER: Final = 8


Founders = tuple[set[MemberId], list[tuple[MemberId, str]]]
"""Who founds a network, and where they listen as far as is known."""


def genesis_for(request: CreateNetwork, me: MemberId) -> tuple[Genesis, list[tuple[MemberId, str]]]:
    """Return the genesis that the request describes, and where the founders listen as far as it says.

    Raises:
        ApiError: a member id, an address, a currency or the name is out of form.
    """
    roster, addresses = _founders(request, me)
    charter = Charter(tuple(sorted(roster)), _currencies(request), request.final)
    return _founded(request, charter, now_ms(), None), addresses


def successor_for(
    request: CreateNetwork, me: MemberId, lineage: Lineage, ledger: Ledger
) -> tuple[Genesis, list[tuple[MemberId, str]]]:
    """Return, likewise, the genesis of a network that takes over the one whose chain is `lineage`.

    Its rules are those in force at the block, but for what the request says.

    Raises:
        ApiError: which see, `NOT_CARRIED_ON` above all.
    """
    roster, addresses = _founders(request, me)
    height = _height_taken_over(request.block, lineage, ledger)
    for founder in sorted(roster):
        require_member(founder, height, lineage)
    [final] = ledger.final_blocks([height])
    rules = lineage.era(height).charter
    charter = replace(
        rules, roster=tuple(sorted(roster)), currencies=_currencies(request) or rules.currencies, final=request.final
    )
    time_ms = max(now_ms(), lineage.time_at(height))
    genesis = _founded(request, charter, time_ms, (lineage.genesis.network, final.block.id))
    return replace(genesis, earlier=lineage.genesis), addresses


def follows_upon(genesis: Genesis, lineage: Lineage) -> bool:
    """Return whether a network takes over the one whose chain is `lineage`."""
    return genesis.successor_of is not None and genesis.successor_of[0] == lineage.genesis.network


def require_carried_on(genesis: Genesis, lineage: Lineage, ledger: Ledger, me: MemberId) -> None:
    """See that this member can go along with a network that takes over its own.

    A block that is not here is no reason against it: whoever could hand it over may have gone over already. Then the
    founders are known at least, and what the block says is checked as it comes.

    Raises:
        ApiError: `NOT_CARRIED_ON`.
    """
    assert genesis.successor_of is not None, "it follows upon another"
    height = ledger.height_of_block(genesis.successor_of[1])
    if height is not None and height <= lineage.begun:
        raise ApiError(ApiErrorCode.NOT_CARRIED_ON, "block")
    for founder in genesis.charter.roster:
        require_member(founder, lineage.height if height is None else height, lineage)
    if height is not None:
        require_member(me, height, lineage)


def require_member(member: MemberId, height: int, lineage: Lineage) -> None:
    """See that somebody is a member as of a block.

    Raises:
        ApiError: `NOT_CARRIED_ON`.
    """
    if not lineage.is_member(member, height):
        raise ApiError(ApiErrorCode.NOT_CARRIED_ON, member.hex())


def _height_taken_over(block: str, lineage: Lineage, ledger: Ledger) -> int:
    height = lineage.height
    if block:
        try:
            height = ledger.height_of_block(BlockId(bytes.fromhex(block))) or 0
        except ValueError as error:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "block") from error
    # The genesis of this network is none: nothing of the book is in it.
    if not lineage.is_whole or height <= lineage.begun:
        raise ApiError(ApiErrorCode.NOT_CARRIED_ON, "block")
    return height


def _founders(request: CreateNetwork, me: MemberId) -> Founders:
    roster, addresses = {me}, []
    for founder in request.founders:
        member = _member(founder.member)
        roster.add(member)
        for text in founder.addresses[:ADDRESSES_A_FOUNDER]:
            addresses.append((member, _address(text)))
    return roster, addresses


def _currencies(request: CreateNetwork) -> tuple[str, ...]:
    unknown = [code for code in request.currencies if code not in MINOR_DIGITS]
    if unknown:
        raise ApiError(ApiErrorCode.BAD_REQUEST, f"currency {unknown[0]}")
    return tuple(sorted(set(request.currencies)))


def _founded(
    request: CreateNetwork, charter: Charter, time_ms: int, successor_of: tuple[NetworkId, BlockId] | None
) -> Genesis:
    try:
        return new_genesis(request.name.strip(), charter, os.urandom(NONCE_BYTES), time_ms, successor_of)
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
