"""Which keys the members have said to be devices of theirs."""

from __future__ import annotations

import pytest
from tests.simulation.feeds import Scribe, genesis_of, member
from tests.unit.protocol.chain.growing import people_with
from tests.unit.protocol.chain.test_people import write

from cohong.primitives.device import Device, device_body, device_from_body
from cohong.primitives.entry import Entry
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.chain.devices import DEVICES_MAX, Devices

A, B, _, D, E = (member(number) for number in range(5))
SALT = bytes(16)


def device_set(scribe: Scribe, owner: MemberId, key: MemberId, *, is_let: bool = True, name: str = "laptop") -> Entry:
    return write(scribe, owner, "device.set", device_body(Device(key, name, is_let), SALT))


def test_device_is_let_in_until_its_member_takes_that_back_or_is_none() -> None:
    scribe = Scribe(genesis_of(2))
    named = device_set(scribe, A, D)
    devices = people_with(named).devices
    assert [devices.owner(key, {A, B}) for key in (D, E, A)] == [A, None, None]
    assert devices.owner(D, {B}) is None
    back = people_with(named, device_set(scribe, A, D, is_let=False)).devices
    assert (back.owner(D, {A, B}), back.of(A)) == (None, [])


def test_last_word_counts_in_whatever_order_it_comes() -> None:
    scribe = Scribe(genesis_of(1))
    entries = [device_set(scribe, A, D), device_set(scribe, A, D, is_let=False), device_set(scribe, A, D, name="desk")]
    for order in (entries, entries[::-1], [entries[1], entries[2], entries[0]]):
        assert people_with(*order).devices.of(A) == [Device(D, "desk", is_let=True)]


def test_of_too_many_the_newest_are_let_in() -> None:
    devices = Devices()
    keys = [MemberId(bytes([number]) * 32) for number in range(1, DEVICES_MAX + 2)]
    for seq, key in enumerate(keys):
        devices.note(A, seq, EntryId(key), Device(key, "x", is_let=True))
    assert [devices.owner(key, {A}) is not None for key in keys] == [False] + [True] * DEVICES_MAX


@pytest.mark.parametrize(
    "changes", [{"key": bytes(31)}, {"name": ""}, {"name": "x" * 41}, {"name": "a\nb"}, {"let": 1}, {"more": 1}]
)
def test_device_out_of_form_says_nothing(changes: dict[str, object]) -> None:
    body = {**device_body(Device(D, "x" * 40, is_let=True), SALT), **changes}
    with pytest.raises(RemoteProtocolError, match="device-form"):
        device_from_body(body)  # type: ignore[arg-type]  # on purpose
    assert people_with(write(Scribe(genesis_of(1)), A, "device.set", body)).devices.of(A) == []  # type: ignore[arg-type]  # on purpose


def test_members_are_linked_once_both_name_each_other() -> None:
    scribe = Scribe(genesis_of(2))
    one, two = device_set(scribe, A, B), device_set(scribe, B, A)
    assert people_with(one).devices.linked(A, {A, B}) == []
    devices = people_with(one, two).devices
    assert (devices.linked(A, {A, B}), devices.linked(B, {A, B}), devices.linked(A, {A})) == ([B], [A], [])
    assert people_with(one, two, device_set(scribe, B, A, is_let=False)).devices.linked(A, {A, B}) == []
