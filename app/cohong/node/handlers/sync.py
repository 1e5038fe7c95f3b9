"""The node itself: status, peers, outbox, health."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import trio

from cohong import __version__
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import AddPeer, NoParams
from cohong.api.views import Done, NodeStatus, OutboxRow, PeerRow, Pruned, SyncStatus
from cohong.crypto.id_words import id_words
from cohong.ledger.book_views import DigestCounts
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.background_check import names_of_places
from cohong.node.dated_ahead import dated_ahead
from cohong.node.desk import Desk
from cohong.node.engine import now_ms
from cohong.node.handlers.forks import count_open_forks
from cohong.node.handlers.pen import pen_view
from cohong.node.handlers.people import count_to_admit, count_to_vote
from cohong.node.handlers.rows import votes_on
from cohong.node.levels import LEVELS
from cohong.node.pruning import prune
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.p2p.network import PeerAddress, PeerState
from cohong.primitives import standing
from cohong.primitives.ids import ID_BYTES, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_PROPOSE
from cohong.primitives.standing import EntryFact
from cohong.protocol.clocks import ClockFault
from cohong.protocol.quorum import level_size
from cohong.protocol.quotas import Share

OUTBOX_MAX: Final = 200
HEARD_WITHIN_MS: Final = 3_600_000
"""A voter that has said nothing for longer may have said what this node does not know."""

ON_ITS_WAY_MS: Final = 3_000
"""An entry younger than this is being sent; peers tell what they hold about twice a second."""


class _Held(NamedTuple):
    """What the ledger says of itself."""

    counts: DigestCounts
    newest_ms: int
    findable: tuple[int, int]


def sync_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `node.status`, `node.prune`, `peer.*` and `sync.*`."""

    async def status(_: NoParams) -> NodeStatus:
        profile = service.open()
        name = await trio.to_thread.run_sync(service.files.read_name)
        if service.session is None and not service.is_going_over:
            return NodeStatus(
                version=__version__,
                member=profile.member.hex(),
                id_words=id_words(profile.member),
                name=name,
                addresses=service.addresses(),
                started_ms=service.started_ms,
            )
        session = service.in_network()
        held = await trio.to_thread.run_sync(_held, profile.ledger)
        peers = session.network.peers()
        return await session.engine.call(lambda desk: _status(service, peers, desk, name, held))

    async def add_peer(params: AddPeer) -> Done:
        session = service.in_network()
        member = _member(params.member, session)
        for text in params.addresses:
            try:
                PeerAddress.parse(text)
            except ValueError as error:
                raise ApiError(ApiErrorCode.BAD_ADDRESS, text) from error
        news = session.addresses.learn((member, text) for text in params.addresses)
        await session.remember(news)
        return Done(done=len(news))

    async def sync(_: NoParams) -> SyncStatus:
        session = service.in_network()
        ledger = session.profile.ledger
        waiting, total = await trio.to_thread.run_sync(ledger.outbox, session.me, OUTBOX_MAX)
        disk = await trio.to_thread.run_sync(_disk, service)
        shown = _Shown(session, session.network.peers(), disk, session.engine.rate())
        return await session.engine.call(lambda desk: _sync(shown, desk, waiting, total))

    async def drop(_: NoParams) -> Pruned:
        found = await service.in_network().engine.call(prune)
        return Pruned(ballots=found.ballots, bytes=found.size)

    return {"node.status": status, "node.prune": drop, "peer.add": add_peer, "sync.status": sync}


def _member(text: str, session: Session) -> MemberId:
    try:
        member = MemberId(bytes.fromhex(text))
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text) from error
    if len(member) != ID_BYTES or member not in session.lineage.members:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text)
    return member


def _held(ledger: Ledger) -> _Held:
    with ledger.one_state():
        return _Held(ledger.counts(), ledger.newest_ms(), ledger.findable() or (0, 0))


def _status(
    service: NodeService,
    peers: Sequence[PeerState],
    desk: Desk,
    name: str,
    held: _Held,
) -> NodeStatus:
    session, counts = service.in_network(), held.counts
    charter = session.lineage.charter
    fault = desk.clock_fault or ClockFault(0, 0, 0)
    ahead, until_ms = dated_ahead(desk, now_ms() - fault.fast_ms)
    voters_heard = desk.replica.chain.heard(now_ms(), HEARD_WITHIN_MS)
    return NodeStatus(
        version=__version__,
        network=session.genesis.network.hex(),
        network_name=session.genesis.name,
        member=session.me.hex(),
        id_words=id_words(session.me),
        name=name,
        voters=len(charter.roster),
        majority_at=level_size(standing.Level.CONFIRMED, charter),
        final_at=level_size(standing.Level.FINAL, charter),
        peers_known=len(peers),
        peers_connected=sum(peer.connected for peer in peers),
        as_of_ms=held.newest_ms,
        entries=counts.entries,
        records=counts.records,
        confirmed=sum(count for level, count in counts.by_level.items() if level.stands),
        final=counts.by_level[standing.Level.FINAL] + counts.by_level[standing.Level.ANCHORED],
        anchored=counts.by_level[standing.Level.ANCHORED],
        height=session.lineage.height,
        rejected=counts.by_level[standing.Level.REJECTED],
        contested=counts.by_level[standing.Level.CONTESTED],
        to_send=_only_here(desk),
        motions=count_to_vote(desk, now_ms()),
        joins=count_to_admit(desk),
        standing=desk.standing,  # type: ignore[arg-type]  # one of the words of the view
        drafts=desk.ledger.count_drafts(),
        held=len(session.drafting.held),
        held_until_ms=session.drafting.until_ms if session.drafting.held else 0,
        forks=count_open_forks(desk),
        damaged=len(desk.damaged),
        healed=len(desk.healed),
        checked=session.check.checked,
        catching_up=_is_catching_up(desk),
        pen=pen_view(desk),
        clock_fast_ms=fault.fast_ms,
        clock_differing=fault.differing,
        clock_compared=fault.compared,
        dated_ahead=ahead,
        dated_until_ms=until_ms,
        written_again=desk.again.written,
        drafted_again=desk.again.drafted,
        dropped_again=[kind for kind, _ in desk.again.dropped],
        voters_heard=voters_heard,
        is_view_one_sided=2 * voters_heard < len(charter.roster),
        offline_since_ms=_offline_since_ms(peers, service.started_ms),
        findable=held.findable[0],
        findable_of=held.findable[1],
        disk_full=bool(session.engine.disk_full),
        addresses=service.addresses(),
        counters=dict(desk.counters),
        started_ms=service.started_ms,
    )


def _offline_since_ms(peers: Sequence[PeerState], started_ms: int) -> int:
    return 0 if any(peer.connected for peer in peers) else max([started_ms, *(peer.since_ms for peer in peers)])


def _only_here(desk: Desk) -> int:
    """Return how many own entries no other node is known to hold durably, once that has lasted a moment."""
    heads, me = desk.replica.heads, desk.me
    connected = (neighbour.seq(me) for neighbour in desk.exchange.neighbours.values())
    held = max(desk.held_elsewhere, max(connected, default=-1))
    first = desk.replica.workspace.ids_at(me, held + 1) if heads.seq(me) > held else ()
    fact = desk.replica.workspace.fact(first[0]) if first else None
    if fact is None or 0 <= now_ms() - fact.time_ms < ON_ITS_WAY_MS:
        return 0
    return heads.seq(me) - held


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the Sync screen shows beside what the engine knows; gathered before the engine is asked.

    Attributes:
        disk: bytes free, and bytes that the ledger takes.
        rate: entries a second that have come in of late.
    """

    session: Session
    peers: Sequence[PeerState]
    disk: tuple[int, int]
    rate: int


def _sync(shown: _Shown, desk: Desk, waiting: Sequence[EntryFact], total: int) -> SyncStatus:
    free, used = shown.disk
    quotas = desk.replica.quotas
    return SyncStatus(
        peers=[_peer(peer, shown.session, desk) for peer in shown.peers],
        outbox=[_outbox_row(fact, desk) for fact in waiting],
        outbox_total=total,
        receiving_per_s=shown.rate,
        disk_free_bytes=free,
        ledger_bytes=used,
        last_check_ms=shown.session.check.finished_ms,
        damaged=names_of_places(desk.damaged, desk.ledger),
        healed=len(desk.healed),
        healed_entries=names_of_places(desk.healed, desk.ledger),
        put_off=[_name(author, desk) for author in sorted(quotas.put_off)],
        is_quota_used_up=not quotas.may_write(Share.RECORDS, now_ms()),
        quota_until_ms=quotas.next_ms(now_ms()) or 0,
    )


def _peer(peer: PeerState, session: Session, desk: Desk) -> PeerRow:
    member = MemberId(peer.member)
    neighbour = desk.exchange.neighbours.get(member)
    device, owner = _device(member, desk)
    behind = ahead = 0
    if neighbour is not None:
        for author in desk.replica.heads.authors():
            difference = desk.replica.heads.seq(author) - neighbour.seq(author)
            behind, ahead = behind + max(0, difference), ahead + max(0, -difference)
        ahead += sum(neighbour.seq(a) + 1 for a in neighbour.tips if desk.replica.heads.seq(a) < 0)
    return PeerRow(
        member=member.hex(),
        name=_name(owner, desk) if owner is not None else desk.ledger.name_of(member),
        device=device,
        connected=peer.connected,
        outbound=peer.direction == "out",
        via=_name(peer.via, desk) if peer.via is not None else "",
        since_ms=peer.since_ms,
        last_seen_ms=now_ms() if peer.connected else peer.since_ms,
        bytes_in=peer.bytes_in,
        bytes_out=peer.bytes_out,
        behind=behind,
        ahead=ahead,
        clock_offset_ms=neighbour.clock_offset_ms if neighbour is not None else 0,
        next_try_in_ms=int((peer.next_try_in_s or 0) * 1000),
        why=peer.last_error or "",
        addresses=session.addresses.of(member) or [str(address) for address in peer.addresses],
    )


def _device(key: MemberId, desk: Desk) -> tuple[str, MemberId | None]:
    """Return the name of the device that a key is of, and its member; nothing for a member's own."""
    devices = desk.replica.people.devices
    owner = devices.owner(key, desk.members) if key not in desk.members else None
    if owner is None:
        return "", None
    return next(item.name for item in devices.of(owner) if item.key == key), owner


def _name(member: bytes, desk: Desk) -> str:
    return desk.ledger.name_of(MemberId(member)) or member.hex()[:8]


def _outbox_row(fact: EntryFact, desk: Desk) -> OutboxRow:
    charter, yes, _ = votes_on(desk, fact.id)
    left = [voter for voter in charter.roster if voter not in yes]
    peers = desk.exchange.holders(desk.me, fact.seq)
    return OutboxRow(
        entry=fact.id.hex(),
        object=(fact.object or ObjectId(b"")).hex(),
        kind=fact.kind,
        reference=_reference(fact, desk),
        time_ms=fact.time_ms,
        where="peers" if peers or fact.seq <= desk.held_elsewhere else "here",
        peers=peers,
        level=LEVELS[fact.level],
        yes=len(yes),
        voters=len(charter.roster),
        waits_for=[_name(voter, desk) for voter in sorted(left, key=lambda voter: voter in desk.exchange.neighbours)],
    )


def _reference(fact: EntryFact, desk: Desk) -> str:
    """Return the reference of the obligation that a record is about, which may not be part of the book yet."""
    proposal = desk.replica.workspace.fact(EntryId(fact.object)) if fact.object is not None else None
    if proposal is None or proposal.kind != CREDIT_PROPOSE:
        return ""
    body = desk.replica.workspace.record(proposal.id).body
    return str(body["reference"]) if body is not None and isinstance(body.get("reference"), str) else ""


def _disk(service: NodeService) -> tuple[int, int]:
    files = service.files
    used = sum(path.stat().st_size for path in files.folder.glob(files.ledger.name + "*"))
    return shutil.disk_usage(files.folder).free, used


def _is_catching_up(desk: Desk) -> bool:
    """Whether the own feed is not here to its end, or the chain not to its network."""
    is_behind = desk.catch_up.active or not desk.is_begun_here
    return (is_behind and not desk.closed) or desk.rival_seq is not None
