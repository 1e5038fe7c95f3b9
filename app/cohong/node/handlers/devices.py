"""The member's devices that read along: named in its feed, each with a file that sets it up."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import LinkDevice, MakeDevice, NoParams, OfDevice, WriteRecord
from cohong.api.views import DeviceView, Done
from cohong.crypto.signing import SigningKey
from cohong.node.api_server import Handler
from cohong.node.arriving import device_key
from cohong.node.carried_file import Carried, Form, require_free, write_carried
from cohong.node.desk import Desk
from cohong.node.device_file import DEVICE_SETTING, DeviceFile
from cohong.node.profile import read_slots
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.charter import encode_lineage
from cohong.primitives.device import NAME_CHARS_MAX
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import DEVICE_SET

SEED_BYTES: Final = 32


def device_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `device.*`."""

    async def make(params: MakeDevice) -> Done:
        session, path = service.in_network(), Path(params.path)
        require_free(path)
        seed = os.urandom(SEED_BYTES)
        await _name(session, SigningKey(seed).member, params.name)
        what = DeviceFile(
            seed,
            session.me,
            await trio.to_thread.run_sync(service.files.read_name),
            encode_lineage(session.genesis),
            b"".join(sorted(session.lineage.members)),
            await known_peers(session),
        )
        slots = await trio.to_thread.run_sync(read_slots, service.files)
        carried = Carried(Form.DEVICE, slots, session.profile.data_key, what.value())
        await trio.to_thread.run_sync(write_carried, path, carried)
        return Done(done=1)

    async def shown(_: NoParams) -> list[DeviceView]:
        session = service.in_network()
        own = device_key(session.profile)
        return await session.engine.call(lambda desk: _shown(desk, own))

    async def link(params: LinkDevice) -> Done:
        session = service.in_network()
        if params.member not in {member.hex() for member in session.lineage.members - {session.me}}:
            raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, params.member)
        await _write(session, params.member, params.name, is_let=True)
        return Done(done=1)

    async def remove(params: OfDevice) -> Done:
        session = service.in_network()
        device = await session.engine.call(lambda desk: _device(desk, params.device))
        await _write(session, device.key, device.name, is_let=False)
        return Done(done=1)

    return {"device.make": make, "device.list": shown, "device.link": link, "device.remove": remove}


async def _name(session: Session, key: bytes, name: str) -> None:
    await _write(session, key.hex(), name, is_let=True)


async def _write(session: Session, key: str, name: str, *, is_let: bool) -> None:
    fields = {"key": key, "name": name, "let": is_let}
    await session.engine.write([WriteRecord(kind=DEVICE_SET, fields=fields)])


async def ensure_own_device(session: Session) -> None:
    """See that this device can read along once it has no pen any more: its key is kept here, and known to the members.

    Raises:
        ApiError: nothing can be written now.
    """
    profile = session.profile
    if profile.device is None:
        seed = os.urandom(SEED_BYTES)
        await session.engine.call(lambda desk: desk.ledger.set_setting(DEVICE_SETTING, seed))
        profile.device = seed
    own = device_key(profile)
    assert own is not None, "it was made just now"
    named = await session.engine.call(lambda desk: {item.key for item in desk.replica.people.devices.of(desk.me)})
    if own not in named:
        await _name(session, own, socket.gethostname()[:NAME_CHARS_MAX] or "device")


async def known_peers(session: Session) -> dict[MemberId, list[str]]:
    """Return where members have been found, this node included."""
    peers = {peer.member: list(peer.addresses) for peer in await trio.to_thread.run_sync(session.profile.ledger.peers)}
    return peers | {MemberId(session.network.member): session.addresses.mine()}


def key_of_device(desk: Desk, text: str) -> MemberId:
    """Return the key of one of the member's devices, by its key in hexadecimal or its name.

    Raises:
        ApiError: there is none.
    """
    device = _device(desk, text)
    if device.is_member:
        raise ApiError(ApiErrorCode.UNKNOWN_DEVICE, text)
    return MemberId(bytes.fromhex(device.key))


def _device(desk: Desk, text: str) -> DeviceView:
    found = [item for item in _shown(desk, None) if text in (item.key, item.name)]
    if len(found) != 1:
        raise ApiError(ApiErrorCode.UNKNOWN_DEVICE, text)
    return found[0]


def _shown(desk: Desk, own: MemberId | None) -> list[DeviceView]:
    devices = desk.replica.people.devices
    linked = devices.linked(desk.me, desk.members)
    return [
        DeviceView(
            key=item.key.hex(),
            name=item.name,
            is_this=item.key == own,
            connected=item.key in desk.links,
            is_member=item.key in desk.members,
            is_linked=item.key in linked,
        )
        for item in devices.of(desk.me)
    ]
