"""Where members' nodes have been found: remembered over restarts, passed on to neighbours, dialled.

An address is only a hint. Whoever answers there has to prove the member's key before anything is said, so a wrong one
costs a dial and nothing else. What a member says of itself, and what this node's user says, takes the place of older
addresses; what others say of it is taken while there is room: else two neighbours with different lists could push each
other's addresses out for ever.
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Final

from cohong.p2p.network import PeerAddress, PeerNetwork
from cohong.primitives.ids import MemberId, short
from cohong.protocol.frames import ADDRESS_CHARS_MAX, ADDRESSES_MAX

logger = logging.getLogger(__name__)

ADDRESSES_A_MEMBER: Final = 8


class AddressBook:
    """Addresses by member, the newest last."""

    def __init__(self, network: PeerNetwork) -> None:
        self._network = network
        self._own: list[str] = []
        self._addresses: dict[MemberId, list[str]] = {}

    def own(self, addresses: Sequence[str]) -> None:
        """Set where this node itself can be reached."""
        self._own = [text for text in addresses if len(text) <= ADDRESS_CHARS_MAX]

    def mine(self) -> list[str]:
        """Return where this node itself can be reached."""
        return self._own

    def of(self, member: MemberId) -> list[str]:
        """Return the addresses known of a member."""
        return self._addresses.get(member, [])

    def all(self) -> list[tuple[MemberId, str]]:
        """Return all pairs, to be told to a neighbour: as many as fit into a frame."""
        me = MemberId(self._network.member)
        known = {**self._addresses, me: self._own}
        pairs = [(member, address) for member in sorted(known) for address in known[member]]
        return pairs[:ADDRESSES_MAX]

    def learn(
        self, found: Iterable[tuple[MemberId, str]], *, teller: MemberId | None = None
    ) -> list[tuple[MemberId, str]]:
        """Take in addresses and dial their members; returns what was news and is well-formed.

        Args:
            teller: the neighbour that says so, None for this node's user.
        """
        news = []
        for member, text in found:
            if member == self._network.member:
                continue
            known = self._addresses.setdefault(member, [])
            is_hearsay = teller is not None and teller != member
            if text in known or (is_hearsay and len(known) >= ADDRESSES_A_MEMBER):
                continue
            address = _parsed(member, text)
            if address is None:
                continue
            known.append(text)
            del known[:-ADDRESSES_A_MEMBER]
            self._network.add_peer(member, [address])
            news.append((member, text))
        return news


def _parsed(member: MemberId, text: str) -> PeerAddress | None:
    try:
        if len(text) <= ADDRESS_CHARS_MAX:
            return PeerAddress.parse(text)
    except ValueError:
        pass
    logger.info("address of a member is malformed member=%s", short(member))
    return None
