"""The pen moves to another device, by a file: the old device never signs again, the new one starts at its last entry.

    hand-over file = canonical CBOR [1, slots, nonce, sealed]
    slots          the profile's slot file: its passphrase, or its recovery words, open the data key
    sealed         XChaCha20-Poly1305 by a key derived from the data key, over {seed, name, genesis, seq, id, peers}

The old device closes first, durably, in its ledger and in its head file; the file is made after that. So however it
goes, at most one of the two signs. Records are not in the file: the new device fetches them from the members, and
signs once it holds its own feed up to the entry that the file names. Finds it more than that, another device has
taken the pen with the same file before: then it never signs. For that, it has to hear as many voters as a restored
profile; and all that the old device has written must be with some other member before it closes.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.seal import derive
from cohong.crypto.sealing import NONCE_BYTES, decrypt, encrypt
from cohong.crypto.slots import SlotDamaged, SlotFile, SlotsTooNew, WrongSecret, decode_slots, open_with_passphrase
from cohong.node.head_file import OwnHead
from cohong.node.profile_files import write_durably
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId

VERSION: Final = 1
FILE_BYTES_MAX: Final = 4 * 1024 * 1024
KEY_PURPOSE: Final = "hand-over"


@dataclass(frozen=True, slots=True)
class HandOver:
    """What the new device gets.

    Attributes:
        seed: of the member key.
        head: the last entry of the old device.
        peers: where members were found last.
    """

    seed: bytes
    name: str
    genesis: bytes
    head: OwnHead
    peers: Mapping[MemberId, list[str]]


def write_hand_over(path: Path, slots: SlotFile, data_key: bytes, what: HandOver) -> None:
    """Write the file; one that is there is left as it is.

    Raises:
        ApiError: there is a file of that name, or it cannot be written.
    """
    require_free(path)
    peers: list[Value] = [[member, list(addresses)] for member, addresses in sorted(what.peers.items())]
    message = encode(
        {
            "seed": what.seed, "name": what.name, "genesis": what.genesis, "seq": what.head.seq, "id": what.head.id,
            "peers": peers,
        }
    )  # fmt: skip
    nonce, slot_bytes = os.urandom(NONCE_BYTES), slots.encode()
    sealed = encrypt(derive(data_key, KEY_PURPOSE), nonce, message, slot_bytes)
    try:
        write_durably(path, encode([VERSION, slot_bytes, nonce, sealed]))
    except OSError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "permission") from error


def require_free(path: Path) -> None:
    """See that the file can be made, before anything is closed for it.

    Raises:
        ApiError: there is a file of that name, or none can be made there.
    """
    if path.exists():
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "exists")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "permission" if path.parent.is_dir() else "not_found")


def read_hand_over(path: Path, passphrase: str) -> tuple[SlotFile, bytes, HandOver]:
    """Return the slots, the data key, and what is handed over.

    Raises:
        ApiError: no such file, none of this kind, or the passphrase does not open it.
    """
    try:
        with path.open("rb") as file:
            file_bytes = file.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "not_found") from error
    try:
        match decode(file_bytes, bytes_max=FILE_BYTES_MAX):
            case [1, bytes() as slot_bytes, bytes() as nonce, bytes() as sealed] if len(nonce) == NONCE_BYTES:
                slots = decode_slots(slot_bytes)
            case _:
                raise RemoteProtocolError("hand-over-form")
        data_key = open_with_passphrase(slots, passphrase)
        message = decrypt(derive(data_key, KEY_PURPOSE), nonce, sealed, slot_bytes)
        if message is None:
            raise RemoteProtocolError("hand-over-sealed")
        return slots, data_key, _what(decode(message, bytes_max=FILE_BYTES_MAX))
    except WrongSecret as error:
        raise ApiError(ApiErrorCode.WRONG_PASSPHRASE) from error
    except (RemoteProtocolError, SlotDamaged, SlotsTooNew) as error:
        raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "hand-over") from error


def _what(value: Value) -> HandOver:
    match value:
        case {
            "seed": bytes() as seed, "name": str() as name, "genesis": bytes() as genesis, "seq": int() as seq,
            "id": bytes() as entry, "peers": list() as peers,
        }:  # fmt: skip
            found = cast("list[list[object]]", peers)
            known = {
                MemberId(cast(bytes, pair[0])): [str(text) for text in cast("list[str]", pair[1])] for pair in found
            }
            return HandOver(seed, name, genesis, OwnHead(seq, EntryId(entry)), known)
        case _:
            raise RemoteProtocolError("hand-over-form")


# What is remembered of it in the ledger.

CLOSED_SETTING: Final = "pen-closed"
TAKEN_SETTING: Final = "pen-taken"


def head_setting(head: OwnHead) -> bytes:
    """Return a head as it is kept among the settings."""
    return encode([head.seq, head.id])


def head_of_setting(kept: bytes | None) -> OwnHead | None:
    """Return the head that was kept, None where none is."""
    match decode(kept, bytes_max=FILE_BYTES_MAX) if kept else None:
        case [int() as seq, bytes() as entry]:
            return OwnHead(seq, EntryId(entry))
        case _:
            return None
