"""A network's rules, and the genesis that fixes them at its start (protocol.md 5)."""

import hashlib
from dataclasses import dataclass, field
from typing import Final, cast

from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.entry import TIME_MS_MAX, is_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId, NetworkId

GENESIS_VERSION: Final = 1
GENESIS_BYTES_MAX: Final = 64 * 1024
NONCE_BYTES: Final = 32
NAME_CHARS_MAX: Final = 80
FOUNDERS_MAX: Final = 100
CURRENCIES_MAX: Final = 200
FINAL_TWO_THIRDS: Final = "two-thirds"
FINAL_MAJORITY: Final = "majority"


@dataclass(frozen=True, slots=True)
class Charter:
    """The rules that the members agreed on.

    Attributes:
        roster: ids of the voters, sorted.
        currencies: ISO 4217 codes that obligations may be in, sorted; empty for all.
        final: `two-thirds`, f(n) = floor(2n/3)+1 voters, or `majority`, c(n).
        entries_per_day: entries taken of one member in a day; the rest waits.
    """

    roster: tuple[MemberId, ...]
    currencies: tuple[str, ...] = ()
    final: str = FINAL_TWO_THIRDS
    entries_per_day: int = 50_000


@dataclass(frozen=True, slots=True)
class Genesis:
    """Block 0 of a network. Its id is the network's; its founders are the first voters.

    Attributes:
        nonce: 32 random bytes, so that two networks of one name differ.
        exact: the canonical bytes, from which the id is taken.
    """

    name: str
    charter: Charter
    nonce: bytes
    time_ms: int
    exact: bytes = field(repr=False)

    @property
    def network(self) -> NetworkId:
        """SHA-256 of the genesis bytes."""
        return NetworkId(hashlib.sha256(self.exact).digest())


def new_genesis(name: str, charter: Charter, nonce: bytes, time_ms: int) -> Genesis:
    """Return the genesis of a new network; `nonce` is 32 random bytes.

    Raises:
        RemoteProtocolError: `genesis-form`: a name or roster out of form, told in the detail.
    """
    value: dict[str, Value] = {
        "version": GENESIS_VERSION,
        "name": name,
        "charter": {
            "currencies": list[Value](sorted(set(charter.currencies))),
            "final": charter.final,
            "entries_per_day": charter.entries_per_day,
        },
        "founders": list[Value](sorted(charter.roster)),
        "nonce": nonce,
        "time_ms": time_ms,
        "from": None,
    }
    return decode_genesis(encode(value))


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
    if type(name) is not str or not 0 < len(name) <= NAME_CHARS_MAX or value["from"] is not None:
        raise RemoteProtocolError("genesis-form", "name")
    if type(nonce) is not bytes or len(nonce) != NONCE_BYTES:
        raise RemoteProtocolError("genesis-form", "nonce")
    if type(time_ms) is not int or not 0 <= time_ms <= TIME_MS_MAX:
        raise RemoteProtocolError("genesis-form", "time")
    charter = _charter(value["charter"], value["founders"])
    return Genesis(name, charter, nonce, time_ms, genesis_bytes)


_GENESIS_FIELDS: Final = {"version", "name", "charter", "founders", "nonce", "time_ms", "from"}


def _charter(rules: Value, founders: Value) -> Charter:
    if type(rules) is not dict or set(rules) != {"currencies", "final", "entries_per_day"}:
        raise RemoteProtocolError("genesis-form", "charter")
    currencies, final, per_day = rules["currencies"], rules["final"], rules["entries_per_day"]
    if type(founders) is not list or not 0 < len(founders) <= FOUNDERS_MAX or not all(map(is_id, founders)):
        raise RemoteProtocolError("genesis-form", "founders")
    roster = tuple(cast("list[MemberId]", founders))
    if list(roster) != sorted(set(roster)):
        raise RemoteProtocolError("genesis-form", "founders are not sorted, or one is named twice")
    if type(currencies) is not list or len(currencies) > CURRENCIES_MAX or not all(map(_is_code, currencies)):
        raise RemoteProtocolError("genesis-form", "currencies")
    codes = tuple(cast("list[str]", currencies))
    if list(codes) != sorted(set(codes)):
        raise RemoteProtocolError("genesis-form", "currencies are not sorted, or one is named twice")
    if final not in (FINAL_TWO_THIRDS, FINAL_MAJORITY) or type(per_day) is not int or per_day <= 0:
        raise RemoteProtocolError("genesis-form", "final or entries_per_day")
    return Charter(roster, codes, final, per_day)


def _is_code(value: Value) -> bool:
    return type(value) is str and len(value) == 3 and value.isascii() and value.isupper()
