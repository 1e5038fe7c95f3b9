"""A profile at work in its network: everything that runs from unlocking to quitting."""

import logging
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import trio

from cohong.api.errors import ApiError
from cohong.crypto.signing import SigningKey, verify
from cohong.ledger.settings import KnownPeer
from cohong.node.address_book import AddressBook
from cohong.node.analysis import Analysis
from cohong.node.audits import Audits
from cohong.node.background_check import BackgroundCheck
from cohong.node.bundles import Bundles
from cohong.node.desk import Desk, set_up_desk
from cohong.node.drafting import Drafting
from cohong.node.engine import Engine, now_ms
from cohong.node.exports import Exports
from cohong.node.hand_over import why_closed
from cohong.node.import_job import ImportJob
from cohong.node.invoice_import import InvoiceImports
from cohong.node.joining import CONTACTS_SETTING, contacts_of
from cohong.node.listening import Listening, reachable
from cohong.node.lookups import keep_forgetting
from cohong.node.notifier import Notifier
from cohong.node.payment_import import PaymentImports
from cohong.node.profile import OpenProfile
from cohong.node.reach import Reach
from cohong.node.search_upkeep import keep_searchable
from cohong.p2p.discovery import Announcement, discover
from cohong.p2p.network import PeerAddress, PeerNetwork
from cohong.primitives.charter import Genesis
from cohong.primitives.entry import SALT_BYTES
from cohong.primitives.ids import MemberId
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.replica import Pen

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Session:
    """What handlers work with once a profile is unlocked and in a network."""

    profile: OpenProfile
    genesis: Genesis
    network: PeerNetwork
    engine: Engine
    addresses: AddressBook
    imports: InvoiceImports
    payments: PaymentImports
    drafting: Drafting
    check: BackgroundCheck
    bundles: Bundles
    audits: Audits
    exports: Exports
    reach: Reach
    analysis: Analysis

    @property
    def me(self) -> MemberId:
        """This member."""
        return self.profile.member

    @property
    def lineage(self) -> Lineage:
        """The charter chain. It grows on the engine's thread; what is read of it here is of one block or the next."""
        return self.engine.desk.replica.lineage

    def follow_members(self) -> None:
        """Dial whoever has become a member, and let go whoever is none any more."""
        self._dial_members()
        for peer in self.network.peers():
            if not self.engine.desk.may_link(MemberId(peer.member)):
                self.network.remove_peer(peer.member)

    async def follow_keys(self) -> None:
        """Know in the ledger which keys are one member's, after a block."""
        try:
            await self.engine.call(_follow_keys)
        except ApiError as error:
            logger.warning("replaced keys are known at the next block or start why=%s", error)

    def move_links(self, *, has_pen: bool) -> None:
        """Have the links under the key that is this device's: the member's while it has the pen, else its own."""
        seed = self.profile.host_seed(has_pen=has_pen)
        if SigningKey(seed).member == self.network.member:
            return
        self.network.become(seed)
        self.engine.begin_anew()
        self._dial_members()
        self.reach.note_change()

    def follow_pen(self) -> None:
        """Move the links, should the pen have moved; without a key of its own, this device has none any more."""
        has_pen = not self.engine.desk.closed
        self.move_links(has_pen=has_pen)
        if not has_pen and self.profile.device is None:
            self.follow_members()

    def _dial_members(self) -> None:
        for member in sorted(self.lineage.members - {self.network.member}):
            self.network.add_peer(member, [])

    async def look_around(self, places: Sequence[PeerAddress]) -> None:
        """Search the local network for members' nodes while the user wants that, and follow what is chosen anew."""
        reach = self.reach
        while True:
            changed = reach.changed
            self.network.set_proxy(reach.proxy)
            address = reach.announced(places, reachable(places)) if reach.discovers else None
            async with trio.open_nursery() as nursery:
                if address is not None:
                    announcement = Announcement(self.genesis.network, MemberId(self.network.member), address)
                    nursery.start_soon(partial(discover, announcement, self._found, interface=reach.interface))
                await changed.wait()
                nursery.cancel_scope.cancel()

    def _found(self, key: bytes, address: PeerAddress) -> None:
        member = MemberId(key)
        if member != self.network.member and self.engine.desk.may_link(member):
            # As good as hearsay: anybody in the local network can announce anything.
            self.addresses.learn([(member, str(address))], teller=MemberId(self.network.member))

    async def remember(self, found: Sequence[tuple[MemberId, str]]) -> None:
        """Keep addresses that are news, over restarts.

        Raises:
            ApiError: they are known until the node stops, no longer.
        """
        known = {member: self.addresses.of(member) for member, _ in found}
        await self.engine.call(lambda desk: _put_peers(desk, known))

    async def remember_if_possible(self, found: Sequence[tuple[MemberId, str]]) -> None:
        """Keep addresses as well as can be: those that are lost are told again by whoever knows them."""
        try:
            await self.remember(found)
        except ApiError as error:
            logger.warning("addresses could not be kept why=%s", error)


@asynccontextmanager
async def open_session(
    profile: OpenProfile,
    genesis: Genesis,
    listening: Listening,
    reach: Reach,
    notifier: Notifier,
    *,
    may_sign: Callable[[], bool],
) -> AsyncIterator[Session]:
    """Run a profile in its network as long as the block lasts.

    Raises:
        PortInUse: another program listens where this node should.
    """
    me, remembered_head = profile.member, await trio.to_thread.run_sync(profile.head_file.read)
    is_closed = bool(await trio.to_thread.run_sync(why_closed, profile.ledger, remembered_head))
    network = PeerNetwork(
        seed=profile.host_seed(has_pen=not is_closed),
        listen=listening.places(),
        is_member=lambda key: engine.desk.may_link(MemberId(key)),
        proxy=reach.proxy,
        on_copy=lambda neighbour: engine.note_other_run(MemberId(neighbour)),
    )
    contacts = contacts_of(await trio.to_thread.run_sync(profile.ledger.get_setting, CONTACTS_SETTING))

    def make_desk() -> Desk:
        sign = SigningKey(profile.seed).sign if profile.seed is not None else _never
        pen = Pen(me, sign, lambda: os.urandom(SALT_BYTES), verify)
        desk = set_up_desk(genesis, pen, profile.ledger, profile.head_file)
        _follow_keys(desk)
        desk.may_sign, desk.contacts, desk.host = may_sign, contacts, MemberId(network.member)
        desk.automation.call_itself(profile.files.read_name())
        return desk

    addresses = AddressBook(network)
    remembered = await trio.to_thread.run_sync(profile.ledger.peers)
    engine = Engine(await trio.to_thread.run_sync(make_desk), make_desk, network, addresses, notifier)
    async with trio.open_nursery() as nursery:
        places = await nursery.start(network.run)
        addresses.own(listening.advertise or reachable(places))
        _dial_members(addresses, network, engine.desk.members - {network.member}, remembered)
        jobs: dict[bytes, ImportJob] = {}
        imports = InvoiceImports(engine, notifier, nursery, jobs)
        payments = PaymentImports(engine, notifier, nursery, jobs)
        drafting = Drafting(engine, imports, notifier)
        drafting.recall(profile.ledger)
        check = BackgroundCheck(engine, notifier)
        bundles = Bundles(engine, notifier, nursery, profile, genesis.network)
        audits = Audits(profile, genesis, notifier, nursery)
        exports = Exports(profile, notifier, nursery)
        analysis = Analysis(profile)
        session = Session(
            profile, genesis, network, engine, addresses, imports, payments, drafting, check, bundles, audits, exports,
            reach, analysis,
        )  # fmt: skip
        engine.on_addresses = session.remember_if_possible

        def members_changed() -> None:
            session.follow_members()
            nursery.start_soon(session.follow_keys)

        engine.on_members, engine.on_halt = members_changed, session.follow_pen
        nursery.start_soon(engine.run)
        nursery.start_soon(check.run)
        nursery.start_soon(keep_searchable, profile.ledger, engine, notifier)
        nursery.start_soon(keep_forgetting, engine)
        nursery.start_soon(imports.resume)
        nursery.start_soon(drafting.run)
        nursery.start_soon(analysis.run)
        nursery.start_soon(session.look_around, places)
        logger.info("session open listening=%s", ", ".join(map(str, places)))
        try:
            yield session
        finally:
            nursery.cancel_scope.cancel()


def _follow_keys(desk: Desk) -> None:
    desk.ledger.follow_keys(desk.replica.lineage.rules.replaced)


def _never(_: bytes) -> bytes:
    raise AssertionError("a device without the member's key writes nothing")


def _put_peers(desk: Desk, known: Mapping[MemberId, Sequence[str]]) -> None:
    for member, addresses in sorted(known.items()):
        desk.ledger.put_peer(member, addresses, now_ms())


def _dial_members(
    addresses: AddressBook, network: PeerNetwork, others: frozenset[MemberId], remembered: Sequence[KnownPeer]
) -> None:
    for member in sorted(others):
        network.add_peer(member, [])
    for peer in remembered:
        addresses.learn((peer.member, address) for address in peer.addresses)
