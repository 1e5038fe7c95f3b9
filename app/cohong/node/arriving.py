"""What a device does with a file of another device of the member: it becomes one that reads along, or takes the pen."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.signing import SigningKey
from cohong.ledger.errors import LedgerUnavailable
from cohong.node.carried_file import Carried, Form, read_carried
from cohong.node.desk import Desk
from cohong.node.device_file import DEVICE_SETTING, DeviceFile, device_of
from cohong.node.hand_over import (
    CLOSED_SETTING,
    OTHER_DEVICE,
    READS_SETTING,
    TAKEN_SETTING,
    TAKEN_TWICE,
    TWICE_SETTING,
    HandOver,
    hand_over_of,
    head_setting,
)
from cohong.node.joining import CONTACTS_SETTING
from cohong.node.profile import GENESIS_SETTING, SEED_SETTING, OpenProfile, make_files
from cohong.node.profile_files import ProfileFiles, write_durably
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId

OTHER_MEMBER: Final = "other-member"
"""The file is of another member or network."""


def profile_from_file(files: ProfileFiles, path: Path, passphrase: str) -> OpenProfile:
    """Make a profile of what another device has put into a file, and remove the file; passphrase and words are its.

    Raises:
        ApiError: a profile is there already, the file is none or does not open, or the disk is full.
    """
    if files.exists():
        raise ApiError(ApiErrorCode.PROFILE_EXISTS, str(files.folder))
    carried = read_carried(path, passphrase)
    brought = _brought(carried)
    if isinstance(brought, HandOver) and brought.device:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, OTHER_DEVICE)
    try:
        profile = make_files(files, carried.data_key, brought.name, _settings_of(brought))
        try:
            for member, addresses in sorted(brought.peers.items()):
                profile.ledger.put_peer(member, addresses, 0)
            if isinstance(brought, HandOver):
                profile.head_file.write(brought.head)
            write_durably(files.slots, carried.slots.encode())
        except BaseException:
            profile.close()
            raise
    except LedgerUnavailable as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.code) from error
    except OSError as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.strerror or "io") from error
    use_up(path)
    return profile


def _brought(carried: Carried) -> HandOver | DeviceFile:
    try:
        return hand_over_of(carried) if carried.form is Form.PEN else device_of(carried)
    except RemoteProtocolError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "hand-over") from error


def _settings_of(brought: HandOver | DeviceFile) -> Mapping[str, bytes]:
    if isinstance(brought, HandOver):
        return {
            SEED_SETTING: brought.seed, TAKEN_SETTING: head_setting(brought.head), GENESIS_SETTING: brought.genesis,
        }  # fmt: skip
    return {
        READS_SETTING: brought.member, DEVICE_SETTING: brought.seed, GENESIS_SETTING: brought.genesis,
        CONTACTS_SETTING: brought.contacts,
    }  # fmt: skip


def read_pen(path: Path, passphrase: str) -> HandOver:
    """Return what a file hands over.

    Raises:
        ApiError: it hands no pen over, or does not open.
    """
    brought = _brought(read_carried(path, passphrase))
    if not isinstance(brought, HandOver):
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "hand-over")
    return brought


def take_pen(desk: Desk, profile: OpenProfile, what: HandOver) -> None:
    """Have this device take the pen, on the engine's thread; it is used once the desk has been set up anew.

    At each moment of this the ledger says either that the device has no pen, or that it is yet to hold its own feed up
    to where the pen was closed: so it may end between any two of the steps.

    Raises:
        ApiError: it has the pen, or the file is not for it, or has been used before.
        LedgerUnavailable: the disk is full.
    """
    if not desk.closed:
        raise ApiError(ApiErrorCode.PROFILE_EXISTS)
    if SigningKey(what.seed).member != profile.member or what.genesis != profile.ledger.get_setting(GENESIS_SETTING):
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, OTHER_MEMBER)
    if what.device and what.device != device_key(profile):
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, OTHER_DEVICE)
    if desk.replica.heads.seq(profile.member) > what.head.seq:
        raise ApiError(ApiErrorCode.RULE, TAKEN_TWICE)
    ledger = profile.ledger
    ledger.set_setting(TAKEN_SETTING, head_setting(what.head))
    ledger.set_setting(SEED_SETTING, what.seed)
    try:
        profile.head_file.write(what.head)
    except OSError as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.strerror or "io") from error
    for setting in (TWICE_SETTING, READS_SETTING, CLOSED_SETTING):
        ledger.set_setting(setting, b"")
    profile.seed = what.seed


def device_key(profile: OpenProfile) -> MemberId | None:
    """Return the public half of this device's own key, None where it has none."""
    return MemberId(SigningKey(profile.device).member) if profile.device is not None else None


def use_up(path: Path) -> None:
    """Remove a file that has been used; where that fails, whoever uses it again finds it used."""
    with contextlib.suppress(OSError):
        path.unlink()
