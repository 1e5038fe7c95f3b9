"""Key slots: each secret opens its own, damage is not a wrong passphrase, a hostile cost is refused."""

import hashlib
import struct
from dataclasses import replace

import pytest

from cohong.crypto import slots
from cohong.crypto.slots import (
    Cost,
    SlotDamaged,
    SlotFile,
    SlotsTooNew,
    WrongSecret,
    change_passphrase,
    change_words,
    decode_slots,
    new_slots,
    open_with_entropy,
    open_with_passphrase,
)

DATA_KEY = bytes(range(32))
ENTROPY = bytes(range(100, 132))
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
FLOOR = 64


def made(passphrase: str = "open sesame") -> SlotFile:
    return new_slots(
        DATA_KEY,
        passphrase=passphrase,
        entropy=ENTROPY,
        salt=b"s" * 16,
        nonces=(b"1" * 24, b"2" * 24),
        cost=CHEAP,
    )


def opened(file: SlotFile, passphrase: str) -> bytes:
    return open_with_passphrase(file, passphrase, memory_kib_floor=FLOOR)


def with_cost(memory_kib: int, passes: int, lanes: int) -> SlotFile:
    """Return a file whose cost a stranger has changed, with the checksum put right."""
    file = made()
    body = struct.pack(">III", memory_kib, passes, lanes) + file.passphrase_slot[12:-32]
    return replace(file, passphrase_slot=body + hashlib.sha256(body).digest())


def test_passphrase_and_words_both_open_it_after_a_trip_through_bytes() -> None:
    file = decode_slots(made().encode())
    assert (opened(file, "open sesame"), open_with_entropy(file, ENTROPY)) == (DATA_KEY, DATA_KEY)


def test_wrong_secrets_are_told_as_such() -> None:
    with pytest.raises(WrongSecret):
        opened(made(), "open sesam")
    with pytest.raises(WrongSecret):
        open_with_entropy(made(), bytes(32))


def test_passphrase_is_the_same_in_every_unicode_form() -> None:
    assert opened(made("Ａcafe\u0301 ﬁ"), "Acaf\u00e9 fi") == DATA_KEY


def test_every_changed_byte_is_damage_and_leaves_the_other_slot_alone() -> None:
    whole = made().encode()
    for place in range(14, len(whole)):
        broken = bytearray(whole)
        broken[place] ^= 0x10
        file = decode_slots(bytes(broken))
        in_passphrase_slot = place < 14 + len(file.passphrase_slot)
        with pytest.raises(SlotDamaged):
            opened(file, "open sesame") if in_passphrase_slot else open_with_entropy(file, ENTROPY)
        other = open_with_entropy(file, ENTROPY) if in_passphrase_slot else opened(file, "open sesame")
        assert other == DATA_KEY


def test_truncated_extended_or_foreign_files_are_damage() -> None:
    whole = made().encode()
    for size in range(len(whole)):
        with pytest.raises(SlotDamaged):
            decode_slots(whole[:size])
    with pytest.raises(SlotDamaged):
        decode_slots(whole + b"\0")
    with pytest.raises(SlotDamaged):
        decode_slots(b"\0" + whole[1:])


def test_newer_version_is_said_to_be_newer() -> None:
    whole = made().encode()
    with pytest.raises(SlotsTooNew):
        decode_slots(whole[:12] + b"\0\2" + whole[14:])


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [(63, 1, 1), (1024 * 1024 + 1, 1, 1), (64, 0, 1), (64, 11, 1), (64, 1, 0), (256, 1, 17), (64, 1, 9)],
)
def test_cost_outside_the_limits_is_refused_before_it_is_paid(memory_kib: int, passes: int, lanes: int) -> None:
    with pytest.raises(SlotDamaged):
        opened(with_cost(memory_kib, passes, lanes), "open sesame")


def test_cost_within_the_limits_but_not_the_written_one_opens_nothing() -> None:
    with pytest.raises(WrongSecret):
        opened(with_cost(64, 2, 1), "open sesame")


def test_floor_for_users_is_64_mib() -> None:
    assert slots.MEMORY_KIB_FLOOR == 64 * 1024
    with pytest.raises(SlotDamaged):
        open_with_passphrase(made(), "open sesame")


def test_usual_cost_opens() -> None:
    file = new_slots(DATA_KEY, passphrase="p", entropy=ENTROPY, salt=b"s" * 16, nonces=(b"1" * 24, b"2" * 24))
    assert open_with_passphrase(file, "p") == DATA_KEY


def test_changing_the_passphrase_rewrites_its_slot_only() -> None:
    before = made()
    after = change_passphrase(before, DATA_KEY, passphrase="new", salt=b"t" * 16, nonce=b"3" * 24, cost=CHEAP)
    assert (opened(after, "new"), after.recovery_slot) == (DATA_KEY, before.recovery_slot)
    with pytest.raises(WrongSecret):
        opened(after, "open sesame")


def test_changing_the_words_rewrites_their_slot_only() -> None:
    before = made()
    after = change_words(before, DATA_KEY, entropy=bytes(32), nonce=b"4" * 24)
    assert (open_with_entropy(after, bytes(32)), after.passphrase_slot) == (DATA_KEY, before.passphrase_slot)
    with pytest.raises(WrongSecret):
        open_with_entropy(after, ENTROPY)


def test_slots_cannot_stand_in_for_each_other() -> None:
    file = made()
    moved = new_slots(
        DATA_KEY,
        passphrase="other",
        entropy=ENTROPY,
        salt=b"t" * 16,
        nonces=(b"1" * 24, b"2" * 24),
        cost=CHEAP,
    )
    with pytest.raises(WrongSecret):
        opened(replace(file, passphrase_slot=moved.passphrase_slot), "open sesame")


def test_no_key_is_in_the_file_in_clear() -> None:
    whole = made().encode()
    assert DATA_KEY not in whole
    assert ENTROPY not in whole
    assert b"sesame" not in whole
