"""Whether own records may be signed, why not, and the user's decision to sign all the same."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, cast

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import HandOverFile, SignAnyway
from cohong.api.views import Done, PenView
from cohong.node.api_server import Handler
from cohong.node.carried_file import Carried, Form, require_free, write_carried
from cohong.node.desk import HERE_ONLY, Desk
from cohong.node.hand_over import HandOver
from cohong.node.handlers.devices import ensure_own_device, key_of_device, known_peers
from cohong.node.head_file import OwnHead
from cohong.node.profile import open_slot, read_slots
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.charter import encode_lineage
from cohong.primitives.ids import MemberId, short

logger = logging.getLogger(__name__)

ARRIVE_S: Final = 5.0
ARRIVE_LOOK_S: Final = 0.2
"""What has just been signed is with the others in moments; votes are signed all the time."""

Why = Literal[
    "", "restored", "claim", "copy", "elsewhere", "rival", "damaged", "handed-over", "taking-over", "taken-twice",
    "reads-along", "other-chain",
]  # fmt: skip


def pen_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `profile.sign_anyway`, `profile.hand_over` and `profile.take_over`."""

    async def sign_anyway(params: SignAnyway) -> Done:
        session = service.in_network()
        done = await session.engine.call(lambda desk: _override(desk, params.why))
        session.engine.wake()
        service.notifier.publish("network")
        return done

    async def hand_over(params: HandOverFile) -> Done:
        session, files = service.in_network(), service.files
        data_key = await trio.to_thread.run_sync(open_slot, files, params.passphrase, [])
        require_free(Path(params.path))
        device = await session.engine.call(lambda desk: key_of_device(desk, params.device)) if params.device else b""
        if not await session.engine.call(lambda desk: desk.closed):
            await ensure_own_device(session)
        head = await _closed(session, device)
        session.follow_pen()  # the links under the member's key are the other device's from now on
        service.notifier.publish("network")
        logger.warning("the pen is handed over at seq=%d", head.seq)
        assert session.profile.seed is not None, "what has had the pen has the member's key"
        name = await trio.to_thread.run_sync(files.read_name)
        peers = await known_peers(session)
        what = HandOver(session.profile.seed, name, encode_lineage(session.genesis), head, device, peers)
        carried = Carried(Form.PEN, await trio.to_thread.run_sync(read_slots, files), data_key, what.value())
        await trio.to_thread.run_sync(write_carried, Path(params.path), carried)
        return Done(done=1)

    return {
        "profile.sign_anyway": sign_anyway,
        "profile.hand_over": hand_over,
        "profile.take_over": service.take_over,
    }


async def _closed(session: Session, device: bytes) -> OwnHead:
    """Close the pen as soon as all that is written is with another member too."""
    deadline = trio.current_time() + ARRIVE_S
    while True:
        try:
            return await session.engine.call(lambda desk: desk.close(device))
        except ApiError as error:
            if error.detail != HERE_ONLY or trio.current_time() >= deadline:
                raise
        await trio.sleep(ARRIVE_LOOK_S)


def _override(desk: Desk, why: str) -> Done:
    if not desk.halt:
        return Done(done=0)
    if desk.halt != why or not _may_override(desk):
        raise ApiError(ApiErrorCode.CATCHING_UP, desk.halt)
    logger.warning("the user has decided to sign all the same halt=%s", desk.halt)
    desk.catch_up.override()
    return Done(done=1)


def _may_override(desk: Desk) -> bool:
    is_for_good = desk.rival_seq is not None or desk.closed or desk.taken is not None
    is_for_good = is_for_good or desk.replica.chain.is_foreign
    return desk.catch_up.active and not is_for_good


def pen_view(desk: Desk) -> PenView:
    """Return why nothing is signed."""
    catch_up, own_seq = desk.catch_up, desk.replica.heads.seq(desk.me)
    heard = catch_up.heard(own_seq)
    remembered = desk.remembered
    return PenView(
        why=cast(Why, desk.halt),
        through=_name(catch_up.through, desk) if catch_up.through is not None else "",
        held=own_seq + 1,
        written=remembered.seq + 1 if remembered is not None else -1,
        shown=max(catch_up.claims(own_seq).values(), default=own_seq) + 1,
        rival=desk.rival_seq + 1 if desk.rival_seq is not None else 0,
        heard=len(heard),
        needed=catch_up.needed(),
        missing=[_name(voter, desk) for voter in catch_up.others() if voter not in heard],
        can_override=_may_override(desk),
        is_overridden=catch_up.is_overridden,
    )


def _name(member: MemberId, desk: Desk) -> str:
    return desk.ledger.name_of(member) or short(member)
