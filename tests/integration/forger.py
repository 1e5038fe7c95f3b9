"""A member that writes two entries at one place of its feed: with its own key, past its own honest node."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import trio
from tests.integration.firms import Firm

from cohong.crypto.signing import SigningKey
from cohong.crypto.words import entropy_from_words, member_seed
from cohong.node.engine import now_ms
from cohong.p2p.network import Link, PeerAddress, PeerNetwork
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, Header, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import EntryId, MemberId, NetworkId
from cohong.primitives.kinds import BALLOT, ENDORSE_SET
from cohong.protocol.frames import Entries, Hello, Want, decode_frame, encode_entries, encode_frame


@dataclass
class Forger:
    """The key of `cheat`, whose node is stopped, and the firms that it shows two branches of its feed."""

    cheat: Firm
    victims: list[Firm]
    forged: list[Entry] = field(default_factory=list)

    @property
    def _key(self) -> SigningKey:
        return SigningKey(member_seed(entropy_from_words(self.cheat.words)))

    async def fork(self) -> None:
        """Write another entry beside the last one of the feed, and send it to every victim."""
        await self._visit(self._beside_the_last)

    async def fork_ahead(self) -> None:
        """Write two entries after the last one, of which no victim sees one without the other."""
        await self._visit(self._two_after_the_last)

    async def write_after(self, *records: tuple[str, dict[str, Value]]) -> None:
        """Write records after the last entry, one after the other."""
        await self._visit(lambda last: self._after(last, records, forked=False))

    async def fork_after(self, *records: tuple[str, dict[str, Value]]) -> None:
        """Write records after the last entry, all of them at one place."""
        await self._visit(lambda last: self._after(last, records, forked=True))

    def _after(self, last: Entry, records: Sequence[tuple[str, dict[str, Value]]], *, forked: bool) -> list[Entry]:
        made = [last]
        for kind, fields in records:
            before = last if forked else made[-1]
            after = replace(before.header, seq=before.header.seq + 1, prev=before.id, time_ms=now_ms())
            made.append(self._signed(after, kind, {"salt": os.urandom(16), **fields}))
        return made[1:]

    async def vote_twice(self, record: EntryId, author: MemberId, seq: int) -> None:
        """Write two ballots after the last entry, for a record and against it, and send them to every victim."""
        acked: dict[str, Value] = {"ack": [[author, seq, record]], "no": [], "hold": [], "yes": []}
        refused: dict[str, Value] = {"ack": [], "no": [[record, "dates"]], "hold": [], "yes": []}
        await self._visit(lambda last: self._ballots(last, [acked, refused]))

    def _ballots(self, last: Entry, bodies: list[dict[str, Value]]) -> list[Entry]:
        made = [last]
        for body in bodies:
            after = replace(made[-1].header, seq=made[-1].header.seq + 1, prev=made[-1].id)
            made.append(self._signed(after, BALLOT, {"salt": os.urandom(16), **body}))
        return made[1:]

    async def _visit(self, make: Callable[[Entry], list[Entry]]) -> None:
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
                    await self._show(await network.links.receive(), make)
            await trio.sleep(1)
            nursery.cancel_scope.cancel()

    async def _show(self, link: Link, make: Callable[[Entry], list[Entry]]) -> None:
        me = MemberId(bytes.fromhex(self.cheat.member))
        hello = await hello_of(link)
        tip = next(tip for tip in hello.tips if tip.author == me)
        await link.send(encode_frame(Hello(NetworkId(hello.network), hello.time_ms, 0, ())))
        await link.send(encode_frame(Want(me, tip.seq, tip.seq)))
        if not self.forged:
            self.forged = make(await entry_of(link, tip.id))
        await link.send(encode_entries(self.forged))

    def _beside_the_last(self, last: Entry) -> list[Entry]:
        return [self._endorsing(last.header, 10)]

    def _two_after_the_last(self, last: Entry) -> list[Entry]:
        after = replace(last.header, seq=last.header.seq + 1, prev=last.id)
        return [self._endorsing(after, 10), self._endorsing(after, -10)]

    def _endorsing(self, header: Header, score: int) -> Entry:
        """Return the entry with this header that endorses the first victim."""
        return self._signed(header, ENDORSE_SET, {
            "salt": os.urandom(16), "member": bytes.fromhex(self.victims[0].member), "score": score, "comment": "",
        })  # fmt: skip

    def _signed(self, header: Header, kind: str, fields: dict[str, Value]) -> Entry:
        body = encode(fields)
        header = replace(header, kind=kind, body_hash=body_hash(body), body_size=len(body))
        header_bytes = encode_header(header)
        identity = entry_id(header_bytes)
        return Entry(header, header_bytes, identity, self._key.sign(signed_bytes(identity)), body)


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
