"""A file that one device of a member makes for another one: sealed with the secrets of the profile.

file    canonical CBOR [form, slots, nonce, sealed]
form    1: the pen moves (cohong.node.hand_over); 2: the device reads along (cohong.node.device_file)
slots   the profile's slot file: its passphrase, or its recovery words, open the data key
sealed  XChaCha20-Poly1305 by a key derived from the data key and the form, over a map
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final, cast

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.seal import derive
from cohong.crypto.sealing import NONCE_BYTES, decrypt, encrypt
from cohong.crypto.slots import SlotDamaged, SlotFile, SlotsTooNew, WrongSecret, decode_slots, open_with_passphrase
from cohong.node.profile_files import write_durably
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId

FILE_BYTES_MAX: Final = 4 * 1024 * 1024


class Form(IntEnum):
    """What a file is for."""

    PEN = 1
    DEVICE = 2


_PURPOSES: Final = {Form.PEN: "hand-over", Form.DEVICE: "device"}


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that its passphrase has opened."""

    form: Form
    slots: SlotFile
    data_key: bytes
    what: Value


def write_carried(path: Path, carried: Carried) -> None:
    """Write the file; one that is there is left as it is.

    Raises:
        ApiError: there is a file of that name, or it cannot be written.
    """
    require_free(path)
    nonce, slot_bytes = os.urandom(NONCE_BYTES), carried.slots.encode()
    sealed = encrypt(derive(carried.data_key, _PURPOSES[carried.form]), nonce, encode(carried.what), slot_bytes)
    try:
        write_durably(path, encode([int(carried.form), slot_bytes, nonce, sealed]))
    except OSError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "permission") from error


def require_free(path: Path) -> None:
    """See that the file can be made, before anything is done for it.

    Raises:
        ApiError: there is a file of that name, or none can be made there.
    """
    if path.exists():
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "exists")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "permission" if path.parent.is_dir() else "not_found")


def read_carried(path: Path, passphrase: str) -> Carried:
    """Return what is in the file.

    Raises:
        ApiError: no such file, none of this kind, or the passphrase does not open it.
    """
    try:
        with path.open("rb") as file:
            file_bytes = file.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "not_found") from error
    try:
        return _opened(file_bytes, passphrase)
    except WrongSecret as error:
        raise ApiError(ApiErrorCode.WRONG_PASSPHRASE) from error
    except (RemoteProtocolError, SlotDamaged, SlotsTooNew) as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "hand-over") from error


def _opened(file_bytes: bytes, passphrase: str) -> Carried:
    match decode(file_bytes, bytes_max=FILE_BYTES_MAX):
        case [(1 | 2) as number, bytes() as slot_bytes, bytes() as nonce, bytes() as sealed]:
            form, slots = Form(number), decode_slots(slot_bytes)
        case _:
            raise RemoteProtocolError("carried-form")
    data_key = open_with_passphrase(slots, passphrase)
    is_nonce = len(nonce) == NONCE_BYTES
    message = decrypt(derive(data_key, _PURPOSES[form]), nonce, sealed, slot_bytes) if is_nonce else None
    if message is None:
        raise RemoteProtocolError("carried-sealed")
    return Carried(form, slots, data_key, decode(message, bytes_max=FILE_BYTES_MAX))


def peers_value(peers: Mapping[MemberId, list[str]]) -> Value:
    """Return where members were found last, as it stands in a file."""
    return [[member, cast(Value, list(addresses))] for member, addresses in sorted(peers.items())]


def peers_of(value: Value) -> dict[MemberId, list[str]]:
    """Return where members were found last. The file is one's own: only its seal is checked."""
    found = cast("list[list[object]]", value)
    return {MemberId(cast(bytes, pair[0])): [str(text) for text in cast("list[str]", pair[1])] for pair in found}
