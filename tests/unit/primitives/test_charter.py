"""The genesis of a network: what it must look like, and that its id stands for all of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import START_MS, genesis_of, member

from cohong.primitives.charter import CURRENCIES_MAX, FOUNDERS_MAX, Charter, decode_genesis, new_genesis
from cohong.primitives.encoding import encode
from cohong.primitives.entry import TIME_MS_MAX
from cohong.primitives.errors import RemoteProtocolError

ROSTER = tuple(member(number) for number in range(3))
RULES: dict[str, Any] = {
    "currencies": ["CNY", "HKD"], "final": "two-thirds", "entries_per_day": 50_000, "grace_days": 7, "stale_days": 90,
}  # fmt: skip
PLAIN: dict[str, Any] = {
    "version": 1, "name": "Canton", "charter": RULES, "founders": list(ROSTER), "nonce": bytes(32),
    "time_ms": START_MS, "from": None,
}  # fmt: skip


def refused(**changes: Any) -> str:
    with pytest.raises(RemoteProtocolError) as error:
        decode_genesis(encode({**PLAIN, **changes}))
    return error.value.code


def test_a_genesis_is_decoded_as_it_was_made() -> None:
    genesis = new_genesis("Canton", Charter(ROSTER, ("CNY", "HKD")), bytes(32), START_MS)
    assert decode_genesis(genesis.exact) == genesis
    assert genesis.exact == encode(PLAIN)


def test_roster_and_currencies_are_sorted_when_a_genesis_is_made() -> None:
    genesis = new_genesis("Canton", Charter(ROSTER[::-1], ("HKD", "CNY", "HKD")), bytes(32), START_MS)
    assert genesis.exact == encode(PLAIN)


def test_two_networks_of_one_name_have_different_ids() -> None:
    charter = Charter(ROSTER)
    one, other = (new_genesis("Canton", charter, bytes([number]) * 32, START_MS) for number in (1, 2))
    assert one.network != other.network


@pytest.mark.parametrize(
    "changes",
    [
        {"version": True}, {"version": None}, {"name": ""}, {"name": "n" * 81}, {"name": b"n"}, {"from": []},
        {"nonce": bytes(31)}, {"nonce": "n"}, {"time_ms": -1}, {"time_ms": TIME_MS_MAX + 1}, {"time_ms": True},
        {"founders": []}, {"founders": None}, {"founders": [bytes(31)]}, {"founders": list(ROSTER[::-1])},
        {"founders": [ROSTER[0], ROSTER[0]]}, {"extra": 1}, {"charter": None}, {"charter": {**RULES, "more": 1}},
        {"charter": {**RULES, "currencies": None}}, {"charter": {**RULES, "currencies": ["hkd"]}},
        {"charter": {**RULES, "currencies": ["HKDX"]}}, {"charter": {**RULES, "currencies": ["HKD", "CNY"]}},
        {"charter": {**RULES, "currencies": ["CNY", "CNY"]}}, {"charter": {**RULES, "final": "half"}},
        {"charter": {**RULES, "final": ["two-thirds"]}}, {"charter": {**RULES, "entries_per_day": 0}},
        {"charter": {**RULES, "entries_per_day": True}}, {"charter": {"final": "majority"}},
        {"charter": {**RULES, "grace_days": -1}}, {"charter": {**RULES, "grace_days": 366}},
        {"charter": {**RULES, "stale_days": 0}}, {"charter": {**RULES, "stale_days": 3651}},
        {"from": [bytes(32)]}, {"from": [bytes(32), bytes(31)]}, {"from": bytes(64)},
    ],
)  # fmt: skip
def test_a_genesis_out_of_form_is_refused(changes: dict[str, Any]) -> None:
    assert refused(**changes) == "genesis-form"


def test_another_version_is_refused() -> None:
    assert refused(version=2) == "genesis-version"


def test_limits_are_exact() -> None:
    founders: list[Any] = sorted(member(number) for number in range(FOUNDERS_MAX + 1))
    assert len(decode_genesis(encode({**PLAIN, "founders": founders[:-1]})).charter.roster) == FOUNDERS_MAX
    assert refused(founders=founders) == "genesis-form"
    codes: list[Any] = [f"{chr(65 + number // 26)}{chr(65 + number % 26)}A" for number in range(CURRENCIES_MAX + 1)]
    assert (
        len(decode_genesis(encode({**PLAIN, "charter": {**RULES, "currencies": codes[:-1]}})).charter.currencies) == 200
    )
    assert refused(charter={**RULES, "currencies": codes}) == "genesis-form"
    assert decode_genesis(encode({**PLAIN, "name": "n" * 80})).name == "n" * 80


@pytest.mark.parametrize("value", [[], {}, 7, {"version": 1}])
def test_something_else_than_a_genesis_is_refused(value: Any) -> None:
    with pytest.raises(RemoteProtocolError, match="genesis-form"):
        decode_genesis(encode(value))


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_genesis_is_refused_or_another_network(place: int, flip: int) -> None:
    genesis = genesis_of(4)
    changed = bytearray(genesis.exact)
    changed[place % len(changed)] ^= flip
    try:
        other = decode_genesis(bytes(changed))
    except RemoteProtocolError:
        return
    assert other.network != genesis.network
