"""Voters caught saying two things about one block: kept among the settings, since the chain forgets what is decided."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from cohong.primitives.encoding import decode, encode
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.chain.cheats import Cheat

CHEATS_SETTING: Final = "chain.cheats"
CAUGHT_MAX: Final = 1_000
"""A voter that cheats without end is named often enough by then."""

_BYTES_MAX: Final = 2**20


class Caught(NamedTuple):
    """A voter and the two entries that contradict each other, the lower id first."""

    voter: MemberId
    first: EntryId
    second: EntryId


def caught_by(cheats: Iterable[Cheat]) -> set[Caught]:
    """Return the cheats that the chain has found."""
    pairs = ((cheat.voter, sorted((cheat.first.entry, cheat.second.entry))) for cheat in cheats)
    return {Caught(voter, first, second) for voter, (first, second) in pairs}


def encode_caught(caught: Iterable[Caught]) -> bytes:
    """Return them as they are kept."""
    return encode([list(item) for item in sorted(caught)])


def decode_caught(setting: bytes | None) -> set[Caught]:
    """Return what has been kept."""
    found = set[Caught]()
    kept = decode(setting, bytes_max=_BYTES_MAX) if setting else []
    assert isinstance(kept, list), "as `encode_caught` made it"
    for item in kept:
        match item:
            case [bytes() as voter, bytes() as first, bytes() as second]:
                found.add(Caught(MemberId(voter), EntryId(first), EntryId(second)))
            case _:
                raise AssertionError("as `encode_caught` made it")
    return found
