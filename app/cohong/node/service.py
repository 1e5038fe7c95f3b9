"""The node's life: no profile yet, locked, unlocked, in a network; and the requests that move it between these."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.invitation import BadInvitation, invitation_text, parse_invitation
from cohong.api.requests import (
    ChangePassphrase,
    CreateNetwork,
    CreateProfile,
    HandOverFile,
    JoinNetwork,
    NoParams,
    RenameProfile,
    Unlock,
)
from cohong.api.views import Done, NetworkMade, NewProfile, ProfileStatus
from cohong.ledger.errors import EntryDamaged, LedgerDamaged, LedgerUnavailable
from cohong.node.arriving import profile_from_file, read_pen, take_pen, use_up
from cohong.node.engine import now_ms
from cohong.node.joining import ask_to_join
from cohong.node.listening import Listening
from cohong.node.new_network import follows_upon, genesis_for, require_carried_on, successor_for
from cohong.node.notifier import Notifier
from cohong.node.profile import (
    GENESIS_SETTING,
    OpenProfile,
    create_profile,
    open_profile,
    open_slot,
    rename_profile,
    rewrite_passphrase,
)
from cohong.node.profile_files import ProfileFiles
from cohong.node.reach import Reach
from cohong.node.session import Session, open_session
from cohong.node.succession import go_over
from cohong.p2p.network import PortInUse
from cohong.primitives.charter import Genesis, decode_lineage, encode_lineage
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId

if TYPE_CHECKING:
    from trio_typing import TaskStatus

logger = logging.getLogger(__name__)

TRIES_BEFORE_DELAY: Final = 5
DELAY_S: Final = 1.0
GOING_OVER: Final = "going-over"
"""The ledger is being made anew for a network that takes over the present one."""


@dataclass(slots=True)
class NodeService:
    """One node process serving one profile.

    Attributes:
        stop: to be called when a client asks the node to stop.
        locked: an open profile whose requests are refused until it is unlocked again; it goes on replicating and
            voting by rule.
    """

    files: ProfileFiles
    listening: Listening
    reach: Reach
    notifier: Notifier
    nursery: trio.Nursery
    stop: Callable[[], None]
    profile: OpenProfile | None = None
    session: Session | None = None
    locked: bool = False
    failed: bool = False
    failed_tries: int = 0
    is_going_over: bool = False
    started_ms: int = field(default_factory=now_ms)
    _opening: trio.Lock = field(default_factory=trio.Lock)
    _running: trio.CancelScope = field(default_factory=trio.CancelScope)
    _ended: trio.Event = field(default_factory=trio.Event)

    # What other requests ask for.

    def open(self) -> OpenProfile:
        """Return the unlocked profile.

        Raises:
            ApiError: there is none, or it is locked.
        """
        if self.profile is None or self.locked:
            raise ApiError(ApiErrorCode.LOCKED if self.files.exists() else ApiErrorCode.NO_PROFILE)
        return self.profile

    def in_network(self) -> Session:
        """Return the session of the unlocked profile in its network.

        Raises:
            ApiError: locked, in no network yet, or on the way from one to another.
        """
        self.open()
        if self.is_going_over:
            raise ApiError(ApiErrorCode.OVERLOADED, GOING_OVER)
        if self.session is None:
            raise ApiError(ApiErrorCode.NO_NETWORK)
        return self.session

    def addresses(self) -> list[str]:
        """Return where others reach this node, as far as it knows."""
        return self.session.addresses.mine() if self.session else self.listening.reachable()

    # The profile.

    async def profile_status(self, _: NoParams) -> ProfileStatus:
        """Answer `profile.status`."""
        name = await trio.to_thread.run_sync(self.files.read_name)
        if self.profile is not None and not self.locked:
            return ProfileStatus(
                state="unlocked", name=name, member=self.profile.member.hex(), addresses=self.addresses()
            )
        if not self.files.exists():
            return ProfileStatus(state="none")
        return ProfileStatus(state="failed" if self.failed else "locked", name=name, failed_tries=self.failed_tries)

    async def create(self, params: CreateProfile) -> NewProfile:
        """Answer `profile.create`."""
        async with self._opening:
            if self.profile is not None:
                raise ApiError(ApiErrorCode.PROFILE_EXISTS)
            profile, words = await trio.to_thread.run_sync(
                create_profile, self.files, params.passphrase, params.name, params.words
            )
            await trio.to_thread.run_sync(self.listening.hold, profile.ledger)
            self.profile = profile
        self.notifier.publish("profile")
        return NewProfile(member=profile.member.hex(), words=words, addresses=self.addresses())

    async def take_over(self, params: HandOverFile) -> ProfileStatus:
        """Answer `profile.take_over`."""
        async with self._opening:
            path = Path(params.path)
            if self.session is not None:
                await self._take_pen(self.in_network(), path, params.passphrase)
            else:
                profile = await trio.to_thread.run_sync(profile_from_file, self.files, path, params.passphrase)
                await self._open_in_network(profile)
                self.locked = False
        self.notifier.publish("profile")
        return await self.profile_status(NoParams())

    async def _take_pen(self, session: Session, path: Path, passphrase: str) -> None:
        what = await trio.to_thread.run_sync(read_pen, path, passphrase)
        await session.engine.call(lambda desk: take_pen(desk, session.profile, what))
        session.move_links(has_pen=True)
        self.notifier.publish("network")
        await trio.to_thread.run_sync(use_up, path)

    async def unlock(self, params: Unlock) -> ProfileStatus:
        """Answer `profile.unlock`."""
        async with self._opening:
            if self.failed_tries >= TRIES_BEFORE_DELAY:
                await trio.sleep(DELAY_S)
            try:
                await self._unlock(params)
            except ApiError as error:
                self.failed_tries += error.code in (ApiErrorCode.WRONG_PASSPHRASE, ApiErrorCode.WRONG_WORDS)
                self.failed = error.code is ApiErrorCode.PROFILE_DAMAGED
                raise
            self.failed, self.failed_tries, self.locked = False, 0, False
            if self.session is not None:
                # Standing orders that came up while it was locked are carried out now.
                self.session.engine.wake()
                self.session.drafting.wake()
        self.notifier.publish("profile")
        return await self.profile_status(NoParams())

    async def _unlock(self, params: Unlock) -> None:
        if self.profile is not None:
            await trio.to_thread.run_sync(open_slot, self.files, params.passphrase, params.words)
            return
        profile = await trio.to_thread.run_sync(open_profile, self.files, params.passphrase, params.words)
        await self._open_in_network(profile)

    async def _open_in_network(self, profile: OpenProfile) -> None:
        """Enter the network that an opened profile belongs to, if any.

        Raises:
            ApiError: it cannot be entered; the profile is closed again.
        """
        self.profile, self.locked = profile, True  # until its session runs, there is nothing to ask it
        try:
            self.listening.recall(profile.ledger)
            self.reach.recall(profile.ledger)
            genesis_bytes = profile.ledger.get_setting(GENESIS_SETTING)
            if genesis_bytes:
                await self._enter(decode_lineage(genesis_bytes))
            else:
                await trio.to_thread.run_sync(self.listening.hold, profile.ledger)
        except (LedgerDamaged, RemoteProtocolError) as error:
            self.close_profile()
            raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: {error}") from error
        except BaseException:
            # Half open, it could be neither used nor opened again.
            self.close_profile()
            raise

    async def lock(self, _: NoParams) -> ProfileStatus:
        """Answer `profile.lock`: the node goes on replicating and voting by rule, and signs nothing else."""
        self.open()
        self.locked = True
        self.notifier.publish("profile")
        return await self.profile_status(NoParams())

    async def change_passphrase(self, params: ChangePassphrase) -> Done:
        """Answer `profile.passphrase`."""
        self.open()
        await trio.to_thread.run_sync(rewrite_passphrase, self.files, params.old, params.new)
        return Done()

    async def rename(self, params: RenameProfile) -> ProfileStatus:
        """Answer `profile.rename`: the members are told as soon as the node may sign."""
        self.open()
        name = await trio.to_thread.run_sync(rename_profile, self.files, params.name)
        if self.session is not None:
            await self.session.engine.call(lambda desk: desk.automation.call_itself(name))
        self.notifier.publish("profile")
        return await self.profile_status(NoParams())

    # The network.

    async def create_network(self, params: CreateNetwork) -> NetworkMade:
        """Answer `network.create`."""
        if params.continues:
            session = self.in_network()
            genesis, addresses = successor_for(params, session.me, session.lineage, session.profile.ledger)
            await self._go_over(session, genesis, addresses, is_restored=False)
            return self._made()
        profile = self._without_network()
        genesis, addresses = genesis_for(params, profile.member)
        await self._join(genesis, addresses)
        return self._made()

    async def join_network(self, params: JoinNetwork) -> NetworkMade:
        """Answer `network.join`."""
        self.open()
        try:
            invitation = parse_invitation(params.invitation)
        except BadInvitation as error:
            raise ApiError(ApiErrorCode.BAD_INVITATION, str(error)) from error
        if self.session is not None and follows_upon(invitation.genesis, self.session.lineage):
            session, desk = self.session, self.session.engine.desk
            require_carried_on(invitation.genesis, session.lineage, session.profile.ledger, session.me)
            is_restored = desk.catch_up.active or desk.rival_seq is not None
            await self._go_over(session, invitation.genesis, invitation.addresses, is_restored=is_restored)
            return self._made()
        profile = self._without_network()
        if profile.member not in invitation.genesis.charter.roster:
            if invitation.seat is None:
                raise ApiError(ApiErrorCode.NOT_A_FOUNDER, profile.member.hex())
            name = params.name or await trio.to_thread.run_sync(self.files.read_name)
            await ask_to_join(profile, invitation, invitation.seat, name, now_ms(), proxy=self.reach.proxy)
        await self._join(invitation.genesis, invitation.addresses)
        return self._made()

    async def invitation(self, _: NoParams) -> NetworkMade:
        """Answer `network.invitation`."""
        self.in_network()
        return self._made()

    def _without_network(self) -> OpenProfile:
        profile = self.open()
        if self.session is not None:
            raise ApiError(ApiErrorCode.NETWORK_EXISTS, self.session.genesis.name)
        return profile

    async def _join(self, genesis: Genesis, addresses: Sequence[tuple[MemberId, str]]) -> None:
        async with self._opening:
            profile = self._without_network()
            await trio.to_thread.run_sync(profile.ledger.set_setting, GENESIS_SETTING, encode_lineage(genesis))
            try:
                session = await self._enter(genesis)
            except ApiError:
                # What is refused leaves nothing behind: the profile is as it was, without a network.
                await trio.to_thread.run_sync(profile.ledger.set_setting, GENESIS_SETTING, b"")
                await trio.to_thread.run_sync(self.listening.hold, profile.ledger)
                raise
        news = session.addresses.learn(addresses)
        await session.remember_if_possible(news)  # the network is entered: to say no would be wrong
        self.notifier.publish("network")

    async def _go_over(
        self, session: Session, genesis: Genesis, addresses: Sequence[tuple[MemberId, str]], *, is_restored: bool
    ) -> None:
        """Leave the network for one that takes over its book; where that fails, all is as it was."""
        if session.engine.desk.closed:
            raise ApiError(ApiErrorCode.CATCHING_UP, session.engine.desk.closed)
        async with self._opening:
            if self.session is not session:
                raise ApiError(ApiErrorCode.NETWORK_EXISTS, session.genesis.name)
            profile, entered = session.profile, session.genesis
            self.is_going_over = True
            try:
                await self._leave()
                moved = partial(go_over, profile, genesis, now_ms(), is_restored=is_restored)
                await trio.to_thread.run_sync(moved)
                entered = genesis
            except (LedgerDamaged, EntryDamaged) as error:
                raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: {error}") from error
            except (LedgerUnavailable, OSError) as error:
                raise ApiError(ApiErrorCode.DISK_FULL, str(error)) from error
            finally:
                try:
                    followed = await self._enter(entered)
                finally:
                    self.is_going_over = False
        await followed.remember_if_possible(followed.addresses.learn(addresses))
        for topic in ("network", "charter", "motions", "book"):
            self.notifier.publish(topic)

    async def _leave(self) -> None:
        """End the session, and wait until nothing of it runs any more."""
        self.session = None
        self._running.cancel()
        await self._ended.wait()

    def _made(self) -> NetworkMade:
        session = self.in_network()
        text = invitation_text(session.genesis, session.addresses.all())
        return NetworkMade(
            network=session.genesis.network.hex(),
            name=session.genesis.name,
            invitation=text,
            is_member=session.me in session.lineage.members,
        )

    async def _enter(self, genesis: Genesis) -> Session:
        """Start the session; at another port where the one it had is in use and none was asked for.

        Raises:
            ApiError: as `_start`.
        """
        assert self.profile is not None, "a session is that of an open profile"
        self.listening.let_go()
        try:
            return await self._start(genesis)
        except ApiError as error:
            if error.code is not ApiErrorCode.PORT_IN_USE or not self.listening.is_free_to_choose:
                raise
        await trio.to_thread.run_sync(self.listening.hold, self.profile.ledger)
        self.listening.let_go()
        return await self._start(genesis)

    async def _start(self, genesis: Genesis) -> Session:
        """Start the session, which runs until the node stops.

        Raises:
            ApiError: the port is in use, the address is not this machine's, or the ledger cannot be read.
        """
        refusal: ApiError | None = None
        try:
            session: Session = await self.nursery.start(self._run_session, genesis)
        except* PortInUse as errors:
            # Raised inside the session's own nursery, it comes wrapped.
            refusal = ApiError(ApiErrorCode.PORT_IN_USE, _first_of(errors))
        except* LedgerUnavailable as errors:
            refusal = ApiError(ApiErrorCode.DISK_FULL, _first_of(errors))
        except* LedgerDamaged as errors:
            refusal = ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: {_first_of(errors)}")
        except* OSError as errors:
            refusal = ApiError(
                ApiErrorCode.BAD_ADDRESS, f"{', '.join(map(str, self.listening.places()))}: {_first_of(errors)}"
            )
        if refusal is not None:
            raise refusal
        self.session = session
        return session

    def close_profile(self) -> None:
        """Close the profile, if it is open."""
        self.session = None
        self.listening.let_go()
        if self.profile is not None:
            self.profile.close()
            self.profile, self.locked = None, False

    async def _run_session(
        self, genesis: Genesis, *, task_status: "TaskStatus[Session]" = trio.TASK_STATUS_IGNORED
    ) -> None:
        self._running, self._ended = trio.CancelScope(), trio.Event()
        try:
            with self._running:
                await self._run_until_left(genesis, task_status)
        finally:
            self._ended.set()

    async def _run_until_left(self, genesis: Genesis, task_status: "TaskStatus[Session]") -> None:
        assert self.profile is not None, "a session is that of an open profile"
        is_open = False
        try:
            async with open_session(
                self.profile, genesis, self.listening, self.reach, self.notifier, may_sign=lambda: not self.locked
            ) as session:
                is_open = True
                task_status.started(session)
                await trio.sleep_forever()
        except* LedgerDamaged as errors:
            if not is_open:
                raise
            # Nothing can be relied on any more; whoever asks is told so, and what is on the disk is left as it is.
            logger.error("the ledger is damaged and is closed why=%s", _first_of(errors))
            self.failed = True
            self.close_profile()
            self.notifier.publish("profile")

    async def node_stop(self, _: NoParams) -> Done:
        """Answer `node.stop`."""
        self.stop()
        return Done()


def _first_of(errors: BaseExceptionGroup[BaseException]) -> str:
    """Return what the first of the errors says, however deep it is wrapped."""
    first: BaseException = errors
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return str(first)
