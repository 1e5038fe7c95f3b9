"""Carrying feeds by hand: exports of what is held here into a file, and imports, which are heard like any peer.

An export goes through the entries in the order in which they came here, so whoever imports it never has to wait for
what an entry points to, and neither side needs more memory than a few parts. An import begun again takes in what is
missing: what is held already is passed over.
"""

import logging
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import plain
from cohong.api.requests import ExportBundle
from cohong.api.views import BundleContents, BundleFeed, BundleReader, BundleStatus
from cohong.bundle.layout import BUNDLE_NONCE_BYTES, Contents, Stretch
from cohong.bundle.writing import BundleWriter, Secrets
from cohong.crypto.sealing import CONTENT_KEY_BYTES, EPHEMERAL_SEED_BYTES
from cohong.ledger.arrivals import Arrivals, Extent
from cohong.ledger.errors import EntryDamaged, LedgerDamaged, LedgerUnavailable
from cohong.node.bundle_files import BundleFileReader, BundleFileWriter, refused
from cohong.node.desk import Desk
from cohong.node.engine import Engine, now_ms
from cohong.node.notifier import Notifier
from cohong.node.profile import OpenProfile
from cohong.primitives.days import is_day
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import ID_BYTES, MemberId, NetworkId
from cohong.protocol.frames import BATCH_BYTES, BLOCKS_BYTES, Blocks, Proof, encode_entries, encode_frame

logger = logging.getLogger(__name__)

JOBS_KEPT: Final = 50
TELL_EVERY_S: Final = 0.25
ID_BYTES_OF_JOB: Final = 16


@dataclass(slots=True)
class _Job:
    """An export or import; the fields are those of `BundleStatus`."""

    id: str
    doing: str
    file: str
    bundle: str
    maker: MemberId
    started_ms: int
    size: int = 0
    entries: int = 0
    state: str = "running"
    counts: dict[str, int] = field(default_factory=dict)
    damaged: list[int] = field(default_factory=list)
    whole: bool = False
    took_ms: int = 0
    error: str = ""
    detail: str = ""
    told_at: float = 0.0
    scope: trio.CancelScope = field(default_factory=trio.CancelScope)

    def add(self, name: str, count: int) -> None:
        """Count something."""
        self.counts[name] = self.counts.get(name, 0) + count

    def view(self) -> BundleStatus:
        """Return how it stands."""
        return BundleStatus(
            id=self.id, doing=self.doing, state=self.state,  # type: ignore[arg-type]  # only this module writes them
            file=self.file, bundle=self.bundle, maker=self.maker.hex(), size=self.size, entries=self.entries,
            damaged=self.damaged, whole=self.whole, started_ms=self.started_ms, took_ms=self.took_ms,
            error=self.error, detail=self.detail, **self.counts,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plan:
    """What an export takes from the ledger: entries after number `first_n` up to `last_n` that lie in the extents.

    Attributes:
        since_ms: blocks dated before this are left out, but for those that share a frame with newer ones.
    """

    extents: Mapping[MemberId, Extent]
    first_n: int
    last_n: int
    entries: int
    proofs: Sequence[ForkProof]
    since_ms: int

    def contents(self) -> Contents:
        """Return it in a bundle's words."""
        stretches = (Stretch(item.author, item.first_seq, item.last_seq) for _, item in sorted(self.extents.items()))
        return Contents(tuple(stretches), self.entries, len(self.proofs))


class Bundles:
    """Starts exports and imports, and tells how they stand."""

    def __init__(
        self, engine: Engine, notifier: Notifier, nursery: trio.Nursery, profile: OpenProfile, network: NetworkId
    ) -> None:
        self._engine = engine
        self._notifier = notifier
        self._nursery = nursery
        self._profile = profile
        self._network = network
        self._jobs: dict[str, _Job] = {}

    # Looking.

    async def show(self, path: str) -> BundleContents:
        """Read a bundle to its end and tell what is in it.

        Raises:
            ApiError: it is none, or of another network.
        """
        file = await self._open(path)
        with file:
            await trio.to_thread.run_sync(file.check)
        return await self._engine.call(lambda desk: _shown(desk, file))

    async def _open(self, path: str) -> BundleFileReader:
        return await trio.to_thread.run_sync(BundleFileReader, Path(path), self._network, self._profile.key)

    def status(self, job_id: str) -> BundleStatus:
        """Return how an export or import stands.

        Raises:
            ApiError: there is none of this id.
        """
        return self._job(job_id).view()

    def cancel(self, job_id: str) -> BundleStatus:
        """Stop an export or import."""
        job = self._job(job_id)
        job.scope.cancel()
        return job.view()

    def _job(self, job_id: str) -> _Job:
        job = self._jobs.get(job_id)
        if job is None:
            raise ApiError(ApiErrorCode.UNKNOWN_JOB, job_id)
        return job

    # Export.

    async def start_export(self, request: ExportBundle) -> BundleStatus:
        """Begin an export and return.

        Raises:
            ApiError: a reader or feed is unknown, or the file cannot be made.
        """
        since_ms = _start_of(request.since)
        wanted = await self._engine.call(lambda desk: _wanted(desk, request))
        plan = await trio.to_thread.run_sync(_plan, self._profile.ledger.arrivals, wanted, since_ms)
        writer = BundleWriter(
            self._network, self._profile.key, wanted.readers, plan.contents(), _secrets(len(wanted.readers)), now_ms()
        )
        file = BundleFileWriter(Path(request.path), writer)
        await trio.to_thread.run_sync(lambda: file.begin(replace=request.replace))
        job = self._begin("export", str(file.path), writer.header.id, self._profile.member)
        job.entries = plan.entries
        self._nursery.start_soon(self._follow, job, lambda: self._export(job, file, plan))
        return job.view()

    async def _export(self, job: _Job, file: BundleFileWriter, plan: _Plan) -> None:
        try:
            await self._put_blocks(job, file, plan)
            packer, after_n = Packer(), plan.first_n
            while True:
                arrived = await trio.to_thread.run_sync(
                    self._profile.ledger.arrivals.after, after_n, plan.last_n, plan.extents
                )
                if arrived.last_n is None:
                    break
                after_n = arrived.last_n
                await self._put(job, file, packer.pack(arrived.entries))
                job.add("done", len(arrived.entries))
                self._tell(job)
            frames = [*packer.rest(), *(encode_frame(Proof(proof)) for proof in plan.proofs)]
            await self._put(job, file, frames)
            job.add("proofs", len(plan.proofs))
            await trio.to_thread.run_sync(file.finish)
            job.size, job.whole = file.size, True
        finally:
            with trio.CancelScope(shield=True):
                await trio.to_thread.run_sync(file.give_up)

    async def _put_blocks(self, job: _Job, file: BundleFileWriter, plan: _Plan) -> None:
        """Write the charter chain first: what comes after it may need to know who was a member when."""
        height = 0
        while (found := await self._engine.call(lambda desk, after=height: blocks_after(desk, after))) is not None:  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
            height = found.blocks[-1][0].head.height
            if found.blocks[-1][0].head.time_ms >= plan.since_ms:
                await self._put(job, file, [encode_frame(found)])
                job.add("blocks", len(found.blocks))

    async def _put(self, job: _Job, file: BundleFileWriter, frames: Sequence[bytes]) -> None:
        def put() -> None:
            for frame in frames:
                file.put_frame(frame)

        if frames:
            await trio.to_thread.run_sync(put)
            job.add("parts", len(frames))
            job.size = file.size

    # Import.

    async def start_import(self, path: str) -> BundleStatus:
        """Begin to take in a bundle and return.

        Raises:
            ApiError: it is none, of another network, or made for others.
        """
        file = await self._open(path)
        header = file.reader.header
        if file.contents is None:
            with file:
                raise refused("not-for-you")
        job = self._begin("import", path, header.id, header.author)
        job.size, job.entries = file.size, file.contents.entries
        self._nursery.start_soon(self._follow, job, lambda: self._import(job, file))
        return job.view()

    async def _import(self, job: _Job, file: BundleFileReader) -> None:
        with file:
            while (frames := await trio.to_thread.run_sync(file.next_frames)) is not None:
                for taken in await self._engine.take(job.maker, frames):
                    job.add("known", taken.known)
                    job.add("fresh", taken.fresh)
                    job.add("waiting", taken.waiting)
                    job.add("refused", taken.refused)
                    job.add("blocks", taken.blocks)
                    job.add("proofs", taken.proofs)
                    job.add("done", taken.known + taken.fresh + taken.waiting + taken.refused)
                    job.add("parts", 1)
                job.counts["size_done"] = file.size_done
                self._tell(job)
            job.counts["size_done"] = file.size
            job.damaged, job.whole = file.damaged, file.is_whole

    # Both.

    def _begin(self, doing: str, file: str, bundle: bytes, maker: MemberId) -> _Job:
        job = _Job(os.urandom(ID_BYTES_OF_JOB).hex(), doing, file, bundle.hex(), maker, now_ms())
        ended = [identity for identity, other in self._jobs.items() if other.state != "running"]
        for identity in ended[: max(0, len(self._jobs) - JOBS_KEPT)]:
            del self._jobs[identity]
        self._jobs[job.id] = job
        return job

    async def _follow(self, job: _Job, run: Callable[[], Awaitable[None]]) -> None:
        state = "failed"
        try:
            with job.scope:
                await run()
                state = "done"
            if job.scope.cancelled_caught:
                state = "cancelled"
        except ApiError as error:
            job.error, job.detail = str(error.code), error.detail
        except EntryDamaged as error:
            self._engine.note_damage(error.author, error.seq)
            job.error, job.detail = str(ApiErrorCode.BUNDLE_REFUSED), "entry-damaged"
        except (LedgerUnavailable, LedgerDamaged) as error:
            logger.error("the ledger cannot be read for a bundle why=%s", error)
            job.error, job.detail = str(ApiErrorCode.BUNDLE_REFUSED), "io_failed"
        job.state, job.took_ms = state, now_ms() - job.started_ms
        logger.info("bundle %s %s entries=%d", job.doing, job.state, job.counts.get("done", 0))
        self._notifier.publish("bundle", value=plain(job.view()))

    def _tell(self, job: _Job) -> None:
        if trio.current_time() - job.told_at >= TELL_EVERY_S:
            job.told_at = trio.current_time()
            self._notifier.publish("bundle", value=plain(job.view()))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What an export is to hold, for whom.

    Attributes:
        feeds: whose feeds; None for all.
        released: how far the own feed may leave the machine.
    """

    me: MemberId
    readers: tuple[MemberId, ...]
    feeds: frozenset[MemberId] | None
    released: int
    proofs: Sequence[ForkProof]


def _wanted(desk: Desk, request: ExportBundle) -> _Wanted:
    readers = {_member(desk, text) for text in request.readers} or set(desk.members)
    feeds = frozenset(_member(desk, text) for text in request.feeds) or None
    proofs = [proof for proof in desk.proofs() if feeds is None or proof.author in feeds]
    desk.note_head(for_file=True)
    # Whoever makes a bundle can open it, to see that it is what it should be.
    return _Wanted(desk.me, tuple(sorted({*readers, desk.me})), feeds, desk.released, proofs)


def blocks_after(desk: Desk, height: int) -> Blocks | None:
    """Return the blocks after a height, as far as one frame goes; None if there are no more."""
    return desk.replica.to_hand_over(desk.ledger.blocks_after(height, BLOCKS_BYTES))


def _member(desk: Desk, text: str) -> MemberId:
    try:
        member = MemberId(bytes.fromhex(text))
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text) from error
    if len(member) != ID_BYTES or not (desk.is_author(member) or desk.may_link(member)):
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text)
    return member


def _plan(arrivals: Arrivals, wanted: _Wanted, since_ms: int) -> _Plan:
    last_n = arrivals.newest_n()
    extents = {}
    for item in arrivals.extents(since_ms, last_n):
        if wanted.feeds is not None and item.author not in wanted.feeds:
            continue
        last_seq = min(item.last_seq, wanted.released) if item.author == wanted.me else item.last_seq
        if item.first_seq <= last_seq:
            extents[item.author] = Extent(item.author, item.first_seq, last_seq)
    entries, first_n = arrivals.measure(list(extents.values()), last_n)
    return _Plan(extents, first_n, last_n, entries, wanted.proofs, since_ms)


def _secrets(readers: int) -> Secrets:
    seeds = [os.urandom(EPHEMERAL_SEED_BYTES) for _ in range(readers)]
    return Secrets(os.urandom(BUNDLE_NONCE_BYTES), os.urandom(CONTENT_KEY_BYTES), seeds)


def _start_of(day: str) -> int:
    """Return the first millisecond of a day (UTC); 0 for none."""
    if not day:
        return 0
    if not is_day(day):
        raise ApiError(ApiErrorCode.BAD_REQUEST, "since")
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) * 1000


class Packer:
    """Fills frames with entries, in their order."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._size = 0

    def pack(self, entries: Sequence[Entry]) -> list[bytes]:
        """Return the frames that are full with these entries."""
        frames = []
        for entry in entries:
            if self._entries and self._size + entry.size > BATCH_BYTES:
                frames += self.rest()
            self._entries.append(entry)
            self._size += entry.size
        return frames

    def rest(self) -> list[bytes]:
        """Return the last frame, if anything is left for it."""
        entries, self._entries, self._size = self._entries, [], 0
        return [encode_entries(entries)] if entries else []


def _shown(desk: Desk, file: BundleFileReader) -> BundleContents:
    header, findings, contents = file.reader.header, file.reader.findings, file.contents
    heads, name_of = desk.replica.heads, desk.ledger.name_of
    feeds = [
        BundleFeed(
            member=item.author.hex(),
            name=name_of(item.author),
            first_seq=item.first_seq,
            last_seq=item.last_seq,
            fresh=max(0, item.last_seq - max(item.first_seq - 1, heads.seq(item.author))),
        )
        for item in (contents.stretches if contents is not None else ())
    ]
    return BundleContents(
        id=header.id.hex(),
        maker=header.author.hex(),
        maker_name=name_of(header.author),
        is_member=header.author in desk.members,
        made_ms=header.time_ms,
        size=file.size,
        readers=[BundleReader(member=item.hex(), name=name_of(item)) for item in header.readers],
        for_me=contents is not None,
        feeds=feeds,
        entries=contents.entries if contents is not None else 0,
        proofs=contents.proofs if contents is not None else 0,
        parts=findings.parts if findings.parts is not None else findings.highest,
        damaged=file.damaged,
        whole=file.is_whole,
    )
