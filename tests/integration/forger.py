"""A member that writes two entries at one place of its feed: with its own key, past its own honest node."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

import trio
from tests.integration.firms import Firm

from cohong.crypto.signing import SigningKey
from cohong.crypto.words import entropy_from_words, member_seed
from cohong.p2p.network import Link, PeerAddress, PeerNetwork
from cohong.primitives.encoding import encode
from cohong.primitives.entry import Entry, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import EntryId, MemberId, NetworkId
from cohong.primitives.kinds import ENDORSE_SET
from cohong.protocol.frames import Entries, Hello, Want, decode_frame, encode_entries, encode_frame


@dataclass
class Forger:
    """The key of `cheat`, whose node is stopped, and the firms that it shows two branches of its feed."""

    cheat: Firm
    victims: list[Firm]

    async def fork(self) -> None:
        """Write another entry beside the last one of the feed, and send it to every victim."""
        key = SigningKey(member_seed(entropy_from_words(self.cheat.words)))
        wanted = {bytes.fromhex(firm.member) for firm in self.victims}
        network = PeerNetwork(
            seed=member_seed(entropy_from_words(self.cheat.words)), listen=[], is_member=lambda member: member in wanted
        )
        async with trio.open_nursery() as nursery:
            await nursery.start(network.run)
            for firm in self.victims:
                network.add_peer(bytes.fromhex(firm.member), [PeerAddress(firm.address, firm.port)])
            with trio.fail_after(60):
                for _ in self.victims:
                    await self._show(await network.links.receive(), key)
            await trio.sleep(1)
            nursery.cancel_scope.cancel()

    async def _show(self, link: Link, key: SigningKey) -> None:
        me = MemberId(key.member)
        hello = await hello_of(link)
        tip = next(tip for tip in hello.tips if tip.author == me)
        await link.send(encode_frame(Hello(NetworkId(hello.network), hello.time_ms, ())))
        await link.send(encode_frame(Want(me, tip.seq, tip.seq)))
        last = await entry_of(link, tip.id)
        await link.send(encode_entries([beside(last, key, bytes.fromhex(self.victims[0].member))]))


async def hello_of(link: Link) -> Hello:
    """Return the first frame of a neighbour that greets."""
    while True:
        frame = decode_frame(await link.receive())
        if isinstance(frame, Hello):
            return frame


async def entry_of(link: Link, identity: EntryId) -> Entry:
    """Return an entry that a neighbour has been asked for."""
    while True:
        frame = decode_frame(await link.receive())
        found = [entry for entry in frame.entries if entry.id == identity] if isinstance(frame, Entries) else []
        if found:
            return found[0]


def beside(entry: Entry, key: SigningKey, member: bytes) -> Entry:
    """Return another entry at the place of `entry`: an endorsement of a member."""
    body = encode({"salt": os.urandom(16), "member": member, "score": 10, "comment": ""})
    header = replace(entry.header, kind=ENDORSE_SET, body_hash=body_hash(body), body_size=len(body))
    header_bytes = encode_header(header)
    identity = entry_id(header_bytes)
    return Entry(header, header_bytes, identity, key.sign(signed_bytes(identity)), body)
