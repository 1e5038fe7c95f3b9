"""A network's rules, and the genesis that fixes them at its start (protocol.md 5)."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Final, cast

from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.entry import TIME_MS_MAX, is_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, MemberId, NetworkId

GENESIS_VERSION: Final = 1
GENESIS_BYTES_MAX: Final = 64 * 1024
GENESES_MAX: Final = 8
"""Networks that follow upon one another, the newest included."""

NONCE_BYTES: Final = 32
NAME_CHARS_MAX: Final = 80
FOUNDERS_MAX: Final = 100
CURRENCIES_MAX: Final = 200
FINAL_TWO_THIRDS: Final = "two-thirds"
FINAL_MAJORITY: Final = "majority"
DAYS_MAX: Final = 365
STALE_DAYS_MIN: Final = 1


@dataclass(frozen=True, slots=True)
class Charter:
    """The rules that the members agreed on.

    Attributes:
        roster: ids of the voters, sorted.
        currencies: ISO 4217 codes that obligations may be in, sorted; empty for all.
        final: `two-thirds`, f(n) = floor(2n/3)+1 voters, or `majority`, c(n).
        entries_per_day: entries taken of one member in a day; the rest waits.
        grace_days: how long after the end of what it relies on an entry may still be reached by a block's cut.
        stale_days: likewise, after the end of the charter under which it was written.
    """

    roster: tuple[MemberId, ...]
    currencies: tuple[str, ...] = ()
    final: str = FINAL_TWO_THIRDS
    entries_per_day: int = 50_000
    grace_days: int = 7
    stale_days: int = 90


@dataclass(frozen=True, slots=True)
class Genesis:
    """Block 0 of a network. Its id is the network's; its founders are the first voters.

    Attributes:
        nonce: 32 random bytes, so that two networks of one name differ.
        successor_of: the network, and its block, whose book and members this one takes over; None for none.
        exact: the canonical bytes, from which the id is taken.
        earlier: the genesis of the network in `successor_of`: what it takes to read that one's entries.
    """

    name: str
    charter: Charter
    nonce: bytes
    time_ms: int
    successor_of: tuple[NetworkId, BlockId] | None
    exact: bytes = field(repr=False)
    earlier: "Genesis | None" = field(default=None, repr=False)

    @property
    def network(self) -> NetworkId:
        """SHA-256 of the genesis bytes."""
        return NetworkId(hashlib.sha256(self.exact).digest())

    def with_earlier(self) -> "list[Genesis]":
        """Return it and the geneses of the networks that it follows upon, the oldest first."""
        return [*(self.earlier.with_earlier() if self.earlier is not None else ()), self]


def new_genesis(
    name: str,
    charter: Charter,
    nonce: bytes,
    time_ms: int,
    successor_of: tuple[NetworkId, BlockId] | None = None,
) -> Genesis:
    """Return the genesis of a new network; `nonce` is 32 random bytes.

    Raises:
        RemoteProtocolError: `genesis-form`: a name or roster out of form, told in the detail.
    """
    value: dict[str, Value] = {
        "version": GENESIS_VERSION,
        "name": name,
        "charter": _rules_map(charter),
        "founders": list[Value](sorted(charter.roster)),
        "nonce": nonce,
        "time_ms": time_ms,
        "from": list[Value](successor_of) if successor_of is not None else None,
    }
    return decode_genesis(encode(value))


def _rules_map(charter: Charter) -> dict[str, Value]:
    return {
        "currencies": list[Value](sorted(set(charter.currencies))),
        "final": charter.final,
        "entries_per_day": charter.entries_per_day,
        "grace_days": charter.grace_days,
        "stale_days": charter.stale_days,
    }


def charter_bytes(charter: Charter) -> bytes:
    """Return the canonical map of a charter's rules and its `roster`."""
    return encode({**_rules_map(charter), "roster": list[Value](charter.roster)})


def charter_hash(charter: Charter) -> bytes:
    """Return SHA-256 of `charter_bytes`: what a block's head says of the charter after it."""
    return hashlib.sha256(charter_bytes(charter)).digest()


def decode_genesis(genesis_bytes: bytes) -> Genesis:
    """Return the genesis in `genesis_bytes`.

    Raises:
        RemoteProtocolError: not canonical, `genesis-version`, or `genesis-form`.
    """
    value = decode(genesis_bytes, bytes_max=GENESIS_BYTES_MAX)
    if type(value) is not dict or set(value) != _GENESIS_FIELDS or type(value["version"]) is not int:
        raise RemoteProtocolError("genesis-form", "fields")
    if value["version"] != GENESIS_VERSION:
        raise RemoteProtocolError("genesis-version")
    name, nonce, time_ms = value["name"], value["nonce"], value["time_ms"]
    if type(name) is not str or not 0 < len(name) <= NAME_CHARS_MAX:
        raise RemoteProtocolError("genesis-form", "name")
    if type(nonce) is not bytes or len(nonce) != NONCE_BYTES:
        raise RemoteProtocolError("genesis-form", "nonce")
    if type(time_ms) is not int or not 0 <= time_ms <= TIME_MS_MAX:
        raise RemoteProtocolError("genesis-form", "time")
    charter = _charter(value["charter"], value["founders"])
    return Genesis(name, charter, nonce, time_ms, _successor_of(value["from"]), genesis_bytes)


def encode_lineage(genesis: Genesis) -> bytes:
    """Return a genesis with all that it follows upon, as it is kept and handed on: alone, it is its own exact bytes."""
    if genesis.earlier is None:
        return genesis.exact
    return encode([item.exact for item in reversed(genesis.with_earlier())])


def decode_lineage(lineage_bytes: bytes) -> Genesis:
    """Return the genesis in the bytes of `encode_lineage`.

    Raises:
        RemoteProtocolError: as `decode_genesis`; `genesis-form` also where one that another follows upon is missing.
    """
    value = decode(lineage_bytes, bytes_max=GENESES_MAX * GENESIS_BYTES_MAX)
    exact = value if type(value) is list else [lineage_bytes]
    if not 0 < len(exact) <= GENESES_MAX or not all(type(item) is bytes for item in exact):
        raise RemoteProtocolError("genesis-form", "lineage")
    earlier: Genesis | None = None
    for item in reversed(cast("list[bytes]", exact)):
        genesis = decode_genesis(item)
        followed = genesis.successor_of[0] if genesis.successor_of is not None else None
        if followed != (earlier.network if earlier is not None else None):
            raise RemoteProtocolError("genesis-form", "from")
        earlier = replace(genesis, earlier=earlier)
    assert earlier is not None, "there is at least one"
    return earlier


def _successor_of(value: Value) -> tuple[NetworkId, BlockId] | None:
    if value is None:
        return None
    if type(value) is not list or len(value) != 2 or not all(map(is_id, value)):
        raise RemoteProtocolError("genesis-form", "from")
    network, block = cast("list[bytes]", value)
    return NetworkId(network), BlockId(block)


_GENESIS_FIELDS: Final = {"version", "name", "charter", "founders", "nonce", "time_ms", "from"}


def _charter(rules: Value, founders: Value) -> Charter:
    if type(rules) is not dict or set(rules) != set(_rules_map(Charter(()))):
        raise RemoteProtocolError("genesis-form", "charter")
    currencies, final, per_day = rules["currencies"], rules["final"], rules["entries_per_day"]
    grace_days, stale_days = rules["grace_days"], rules["stale_days"]
    if type(grace_days) is not int or not 0 <= grace_days <= DAYS_MAX:
        raise RemoteProtocolError("genesis-form", "grace_days")
    if type(stale_days) is not int or not STALE_DAYS_MIN <= stale_days <= 10 * DAYS_MAX:
        raise RemoteProtocolError("genesis-form", "stale_days")
    if type(founders) is not list or not 0 < len(founders) <= FOUNDERS_MAX or not all(map(is_id, founders)):
        raise RemoteProtocolError("genesis-form", "founders")
    roster = tuple(cast("list[MemberId]", founders))
    if list(roster) != sorted(set(roster)):
        raise RemoteProtocolError("genesis-form", "founders are not sorted, or one is named twice")
    if type(currencies) is not list or len(currencies) > CURRENCIES_MAX or not all(map(is_currency_code, currencies)):
        raise RemoteProtocolError("genesis-form", "currencies")
    codes = tuple(cast("list[str]", currencies))
    if list(codes) != sorted(set(codes)):
        raise RemoteProtocolError("genesis-form", "currencies are not sorted, or one is named twice")
    if final not in (FINAL_TWO_THIRDS, FINAL_MAJORITY) or type(per_day) is not int or per_day <= 0:
        raise RemoteProtocolError("genesis-form", "final or entries_per_day")
    return Charter(roster, codes, final, per_day, grace_days, stale_days)


def is_currency_code(value: Value) -> bool:
    """Return whether a value has the form of an ISO 4217 code."""
    return type(value) is str and len(value) == 3 and value.isascii() and value.isupper()
