"""Where members' nodes have been found: remembered over restarts, passed on to neighbours, dialled.

An address is only a hint. Whoever answers there has to prove the member's key before anything is said, so a wrong one
costs a dial and nothing else.
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Final

from cohong.p2p.network import PeerAddress, PeerNetwork
from cohong.primitives.ids import MemberId, short

logger = logging.getLogger(__name__)

ADDRESSES_A_MEMBER: Final = 8


class AddressBook:
    """Addresses by member, the newest last."""

    def __init__(self, me: MemberId, network: PeerNetwork) -> None:
        self._me = me
        self._network = network
        self._addresses: dict[MemberId, list[str]] = {}

    def own(self, addresses: Sequence[str]) -> None:
        """Set where this node itself can be reached."""
        self._addresses[self._me] = list(addresses)

    def of(self, member: MemberId) -> list[str]:
        """Return the addresses known of a member."""
        return self._addresses.get(member, [])

    def all(self) -> list[tuple[MemberId, str]]:
        """Return all pairs, to be told to a neighbour."""
        return [(member, address) for member in sorted(self._addresses) for address in self._addresses[member]]

    def learn(self, found: Iterable[tuple[MemberId, str]]) -> list[tuple[MemberId, str]]:
        """Take in addresses and dial their members; returns what was news and is well-formed."""
        news = []
        for member, text in found:
            known = self._addresses.setdefault(member, [])
            if member == self._me or text in known:
                continue
            try:
                address = PeerAddress.parse(text)
            except ValueError:
                logger.info("address of a member is malformed member=%s", short(member))
                continue
            known.append(text)
            del known[:-ADDRESSES_A_MEMBER]
            self._network.add_peer(member, [address])
            news.append((member, text))
        return news
