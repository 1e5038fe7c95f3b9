"""Creating, opening and protecting a profile: the only place where keys come into being."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.book.checks import NAME_CHARS_MAX, is_text
from cohong.crypto.seal import derive
from cohong.crypto.signing import SigningKey
from cohong.crypto.slots import (
    DATA_KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    SlotDamaged,
    SlotFile,
    SlotsTooNew,
    WrongSecret,
    change_passphrase,
    decode_slots,
    new_slots,
    open_with_entropy,
    open_with_passphrase,
)
from cohong.crypto.words import ENTROPY_BYTES, WordsWrong, entropy_from_words, member_seed, words_from_entropy
from cohong.ledger.errors import LedgerDamaged, LedgerTooNew, LedgerUnavailable
from cohong.ledger.ledger import Ledger
from cohong.node.device_file import DEVICE_SETTING
from cohong.node.hand_over import READS_ALONG, READS_SETTING
from cohong.node.head_file import HeadFile, OwnHead
from cohong.node.profile_files import ProfileFiles, ProfileInUse, head_path, lock_member, write_durably
from cohong.primitives.ids import MemberId

PASSPHRASE_CHARS_MIN = 15
SEED_SETTING = "member-seed"
GENESIS_SETTING = "genesis"


@dataclass(slots=True)
class OpenProfile:
    """A profile whose ledger is open.

    Attributes:
        seed: 32 bytes, of the member key; None on a device that has never had it.
        device: seed of the key under which the device has links while another one has the pen, None for none.
        data_key: opens the ledger's file.
        lock: descriptor of the file that keeps other nodes of this member off this machine.
    """

    files: ProfileFiles
    ledger: Ledger
    member: MemberId
    seed: bytes | None
    device: bytes | None
    head_file: HeadFile
    lock: int
    data_key: bytes

    def close(self) -> None:
        """Close the ledger, and let another node of this member run."""
        try:
            self.ledger.close()
        finally:
            os.close(self.lock)

    @property
    def key(self) -> SigningKey:
        """The member key.

        Raises:
            ApiError: this device has never had it.
        """
        if self.seed is None:
            raise ApiError(ApiErrorCode.CATCHING_UP, READS_ALONG)
        return SigningKey(self.seed)

    def host_seed(self, *, has_pen: bool) -> bytes:
        """Return the seed of the key that this device's links are under: the member's is that of who has the pen."""
        seed = self.seed if has_pen or self.device is None else self.device
        assert seed is not None, "a device without the member's key has one of its own"
        return seed


def create_profile(files: ProfileFiles, passphrase: str, name: str, words: list[str]) -> tuple[OpenProfile, list[str]]:
    """Make a new profile, or one for the key behind `words`; returns it open, with its recovery words.

    Raises:
        ApiError: a profile is there already, the passphrase is too short, or the words are none.
    """
    if files.exists():
        raise ApiError(ApiErrorCode.PROFILE_EXISTS, str(files.folder))
    name = clean_name(name)
    _require_strong(passphrase)
    entropy = _entropy(words) if words else os.urandom(ENTROPY_BYTES)
    data_key, seed = os.urandom(DATA_KEY_BYTES), member_seed(entropy)
    slots = new_slots(
        data_key,
        passphrase=passphrase,
        entropy=entropy,
        salt=os.urandom(SALT_BYTES),
        nonces=(os.urandom(NONCE_BYTES), os.urandom(NONCE_BYTES)),
    )
    try:
        profile = make_files(files, data_key, name, {SEED_SETTING: seed})
    except LedgerUnavailable as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.code) from error
    except OSError as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.strerror or "io") from error
    try:
        if not words:
            # A new key has written nothing anywhere; a restored one has to ask the others first.
            profile.head_file.write(OwnHead())
        write_durably(files.slots, slots.encode())
    except OSError as error:
        profile.close()
        raise ApiError(ApiErrorCode.DISK_FULL, error.strerror or "io") from error
    return profile, words_from_entropy(entropy)


def make_files(files: ProfileFiles, data_key: bytes, name: str, settings: Mapping[str, bytes]) -> OpenProfile:
    """Make all files but the slots; until these are there, there is no profile, and the rest is made anew.

    Raises:
        LedgerUnavailable: the disk is full; or an OSError.
    """
    files.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for companion in ("", "-wal", "-shm"):
        # Left by a creation that was cut off; an old log would be taken for the new file's.
        files.ledger.with_name(files.ledger.name + companion).unlink(missing_ok=True)
    ledger = Ledger.create(files.ledger, data_key)
    try:
        for setting, value in settings.items():
            ledger.set_setting(setting, value)
        write_durably(files.name, name.encode())
        return _opened(files, ledger, data_key)
    except BaseException:
        ledger.close()
        raise


def open_profile(files: ProfileFiles, passphrase: str, words: list[str]) -> OpenProfile:
    """Open a profile with its passphrase, or with its recovery words where these are given.

    Raises:
        ApiError: no profile, wrong passphrase or words, damaged, or in use: different codes.
    """
    data_key = open_slot(files, passphrase, words)
    try:
        ledger = Ledger.open(files.ledger, data_key)
        try:
            return _opened(files, ledger, data_key)
        except BaseException:
            ledger.close()
            raise
    except LedgerDamaged as error:
        raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: {error}") from error
    except LedgerTooNew as error:
        raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: of a newer version {error}") from error
    except LedgerUnavailable as error:
        code = ApiErrorCode.PROFILE_DAMAGED if error.code == "missing" else ApiErrorCode.DISK_FULL
        raise ApiError(code, f"ledger: {error.code}") from error


def _opened(files: ProfileFiles, ledger: Ledger, data_key: bytes) -> OpenProfile:
    seed, device = ledger.get_setting(SEED_SETTING) or None, ledger.get_setting(DEVICE_SETTING) or None
    member = SigningKey(seed).member if seed is not None else ledger.get_setting(READS_SETTING)
    if not member or (seed is None and device is None):
        raise LedgerDamaged("it has no key")
    try:
        lock = lock_member(member)
    except ProfileInUse as error:
        raise ApiError(ApiErrorCode.PROFILE_IN_USE, member.hex()) from error
    except OSError as error:
        raise ApiError(ApiErrorCode.DISK_FULL, f"{error.strerror}: {error.filename}") from error
    head_file = HeadFile(head_path(member), derive(data_key, "head-file"))
    return OpenProfile(files, ledger, MemberId(member), seed, device, head_file, lock, data_key)


def rewrite_passphrase(files: ProfileFiles, old: str, new: str) -> None:
    """Put a new passphrase slot in the place of the old one; the ledger itself is not touched.

    Raises:
        ApiError: the old passphrase is wrong, the new one too short, the slots are damaged, or the disk is full; the
            old passphrase holds in all these cases.
    """
    _require_strong(new)
    data_key, slots = open_slot(files, old, []), read_slots(files)
    changed = change_passphrase(
        slots, data_key, passphrase=new, salt=os.urandom(SALT_BYTES), nonce=os.urandom(NONCE_BYTES)
    )
    try:
        write_durably(files.slots, changed.encode())
    except OSError as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.strerror or "io") from error


def rename_profile(files: ProfileFiles, name: str) -> str:
    """Change what the member calls itself; returns the name as it is kept.

    Raises:
        ApiError: it is no name, or the disk takes nothing.
    """
    cleaned = clean_name(name)
    if not cleaned:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "name")
    try:
        write_durably(files.name, cleaned.encode())
    except OSError as error:
        raise ApiError(ApiErrorCode.DISK_FULL, error.strerror or "io") from error
    return cleaned


def clean_name(name: str) -> str:
    """Return a name as it may be told to the members, empty if none is given.

    Raises:
        ApiError: too long, or with characters that no name has.
    """
    cleaned = name.strip()
    if not is_text(cleaned, NAME_CHARS_MAX):
        raise ApiError(ApiErrorCode.BAD_REQUEST, "name")
    return cleaned


def open_slot(files: ProfileFiles, passphrase: str, words: list[str]) -> bytes:
    """Return the data key, from the passphrase slot or, where words are given, from the recovery slot.

    Raises:
        ApiError: no profile, wrong passphrase or words, or damaged slots.
    """
    slots = read_slots(files)
    try:
        return open_with_entropy(slots, _entropy(words)) if words else open_with_passphrase(slots, passphrase)
    except WrongSecret as error:
        raise ApiError(ApiErrorCode.WRONG_WORDS if words else ApiErrorCode.WRONG_PASSPHRASE) from error
    except SlotDamaged as error:
        raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"slots: {error}") from error


def read_slots(files: ProfileFiles) -> SlotFile:
    """Return the wrapped data key.

    Raises:
        ApiError: no profile, or damaged slots.
    """
    if not files.exists():
        raise ApiError(ApiErrorCode.NO_PROFILE, str(files.folder))
    try:
        return decode_slots(files.slots.read_bytes())
    except (SlotDamaged, SlotsTooNew) as error:
        raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"slots: {error}") from error


def _require_strong(passphrase: str) -> None:
    if len(passphrase) < PASSPHRASE_CHARS_MIN:
        raise ApiError(ApiErrorCode.WEAK_PASSPHRASE, str(PASSPHRASE_CHARS_MIN))


def _entropy(words: list[str]) -> bytes:
    try:
        return entropy_from_words(words)
    except WordsWrong as error:
        raise ApiError(ApiErrorCode.WRONG_WORDS, error.code) from error
