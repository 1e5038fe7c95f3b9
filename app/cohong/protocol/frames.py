"""What neighbours say to each other on a sync stream: canonical CBOR arrays, the first item says which kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from cohong.primitives.block import Block, decode_block
from cohong.primitives.chain_messages import Certificate, decode_certificate, encode_certificate
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.entry import Entry, entry_from_parts, is_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof, decode_fork_proof, encode_fork_proof
from cohong.primitives.ids import EntryId, MemberId, NetworkId
from cohong.protocol.reconcile import PRIME, REFERENCE_BITS, SYMBOLS_MAX, TOTAL_MAX, Symbol, is_mark

HELLO, HEADS, ENTRIES, WANT, PROOF, ADDRESSES, CLOCK, BLOCKS, WANT_BLOCKS = range(1, 10)
SYMBOLS, MORE, DIFFERING, ALL_TOLD, FOLLOW_MANY = range(10, 15)

SYNC_VERSION: Final = 1
FRAME_BYTES_MAX: Final = 1024 * 1024
BATCH_BYTES: Final = 60 * 1024
"""Bytes of entries that go into one frame, so that it stays below 64 KiB; a larger entry goes alone."""

HEADS_MAX: Final = 4_096
ADDRESSES_MAX: Final = 1_024
ADDRESS_CHARS_MAX: Final = 128
ENTRIES_MAX: Final = 4_096
BLOCKS_MAX: Final = 64
BLOCKS_BYTES: Final = 256 * 1024
"""Bytes of blocks that go into one frame; a larger one goes alone."""

DIFFERING_MAX: Final = TOTAL_MAX
FOLLOWS_MAX: Final = 4_096
NUMBER_BYTES: Final = 8
"""Of a sum or a mark."""

REFERENCE_BYTES: Final = REFERENCE_BITS // 8
STEM_BYTES: Final = 8
"""Of an author's id, where the reader is known to hold the feed."""

SEQ_BYTES: Final = 4

FOLLOW: Final = -1
"""As the last seq of a `Want`: go on sending as new entries come."""

STOP: Final = -1
"""As the first seq of a `Want`: send nothing more of this feed."""


@dataclass(frozen=True, slots=True)
class Tip:
    """An end of a feed that the sender holds durably."""

    author: MemberId
    seq: int
    id: EntryId


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame in each direction.

    Attributes:
        time_ms: the sender's clock.
        height: of the newest final block that it holds.
        tips: all ends of all feeds that it holds; a forked feed has several.
        untold: how many feeds it holds, if these are too many for telling their tips here; else 0.
    """

    network: NetworkId
    time_ms: int
    height: int
    tips: tuple[Tip, ...]
    untold: int = 0


@dataclass(frozen=True, slots=True)
class HeadsGrown:
    """Ends of the feeds that have grown since the last such frame: what they tell is durable at the sender."""

    tips: tuple[Tip, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries in feed order."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """A wish for a feed from `first_seq` to `last_seq`, or from there on (`FOLLOW`), or no longer (`STOP`)."""

    author: MemberId
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A fork that everybody should know of."""

    proof: ForkProof


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where members may be found: (member, "host:port") pairs. A hint only: who is dialled proves who it is."""

    found: tuple[tuple[MemberId, str], ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """The sender's clock, told now and then: a link lasts longer than a clock stays right."""

    time_ms: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """Final blocks in their order, each with its certificate, and the motions and joins that they rest on."""

    blocks: tuple[tuple[Block, Certificate], ...]
    words: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WantBlocks:
    """A wish for the final blocks above a height, as many as fit into one frame."""

    height: int


@dataclass(frozen=True, slots=True)
class Symbols:
    """The next symbols of the sender's table of feeds (`reconcile`)."""

    symbols: tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class More:
    """A wish for that many more symbols."""

    count: int


@dataclass(frozen=True, slots=True)
class Differing:
    """(reference, the sender's mark or 0) of all feeds that differ: of all others, it holds what the reader holds."""

    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AllTold:
    """Of whatever feeds the sender has told no tips since it greeted, it holds nothing."""


@dataclass(frozen=True, slots=True)
class FollowMany:
    """Wishes to follow feeds that the reader holds: (first bytes of the author's id, from which seq on)."""

    feeds: tuple[tuple[bytes, int], ...]


Comparing: TypeAlias = Symbols | More | Differing | AllTold
Frame: TypeAlias = (
    Hello | HeadsGrown | Entries | Want | Proof | Addresses | Clock | Blocks | WantBlocks | Comparing | FollowMany
)


def encode_frame(frame: Frame) -> bytes:
    """Return the bytes of a frame."""
    match frame:
        case Hello(network, time_ms, height, tips, untold):
            return encode([HELLO, SYNC_VERSION, network, time_ms, height, _tips(tips), untold])
        case HeadsGrown(tips):
            return encode([HEADS, _tips(tips)])
        case Entries(entries):
            return encode_entries(entries)
        case Want(author, first_seq, last_seq):
            return encode([WANT, author, first_seq, last_seq])
        case Proof(proof):
            return encode([PROOF, encode_fork_proof(proof)])
        case Addresses(found):
            return encode([ADDRESSES, [[member, address] for member, address in found]])
        case Clock(time_ms):
            return encode([CLOCK, time_ms])
        case Blocks(blocks, words):
            parts: list[Value] = [[b.head_bytes, b.lists_bytes, encode_certificate(c)] for b, c in blocks]
            return encode([BLOCKS, parts, _entry_parts(words)])
        case WantBlocks(height):
            return encode([WANT_BLOCKS, height])
        case Symbols(symbols):
            return encode([SYMBOLS, _packed(symbols, NUMBER_BYTES, NUMBER_BYTES)])
        case More(count):
            return encode([MORE, count])
        case Differing(marks):
            return encode([DIFFERING, _packed(marks, REFERENCE_BYTES, NUMBER_BYTES)])
        case AllTold():
            return encode([ALL_TOLD])
        case FollowMany(feeds):
            stems = [(int.from_bytes(stem, "big"), seq) for stem, seq in feeds]
            return encode([FOLLOW_MANY, _packed(stems, STEM_BYTES, SEQ_BYTES)])


def encode_entries(entries: Sequence[Entry]) -> bytes:
    """Return the bytes of a frame with these entries."""
    return encode([ENTRIES, _entry_parts(entries)])


def _entry_parts(entries: Sequence[Entry]) -> list[Value]:
    return [[entry.header_bytes, entry.signature, entry.body_bytes] for entry in entries]


def _tips(tips: Sequence[Tip]) -> list[Value]:
    return [[tip.author, tip.seq, tip.id] for tip in tips]


def _packed(pairs: Sequence[tuple[int, int]], first_bytes: int, second_bytes: int) -> bytes:
    return b"".join(one.to_bytes(first_bytes, "big") + two.to_bytes(second_bytes, "big") for one, two in pairs)


def decode_frame(frame_bytes: bytes) -> Frame:
    """Return the frame in `frame_bytes`, its form and the entries' forms checked, their signatures not.

    Raises:
        RemoteProtocolError: not canonical, unknown, out of form or over a limit. The peer is at fault.
    """
    value = decode(frame_bytes, bytes_max=FRAME_BYTES_MAX)
    if type(value) is not list or not value or type(value[0]) is not int:
        raise RemoteProtocolError("frame-form")
    kind, rest = value[0], value[1:]
    if kind == HELLO and len(rest) == 6:
        return _hello_from(rest)
    if kind == HEADS and len(rest) == 1:
        return HeadsGrown(_tips_from(rest[0]))
    if kind == ENTRIES and len(rest) == 1:
        return Entries(_entries_from(rest[0]))
    if kind == WANT and len(rest) == 3 and is_id(rest[0]):
        return _want_from(MemberId(cast(bytes, rest[0])), rest[1], rest[2])
    if kind == PROOF and len(rest) == 1 and type(rest[0]) is bytes:
        return Proof(decode_fork_proof(rest[0]))
    if kind == ADDRESSES and len(rest) == 1:
        return Addresses(_addresses_from(rest[0]))
    if kind == CLOCK and len(rest) == 1 and _is_count(rest[0]):
        return Clock(cast(int, rest[0]))
    if kind == BLOCKS and len(rest) == 2:
        return Blocks(_blocks_from(rest[0]), _entries_from(rest[1], least=0))
    if kind == WANT_BLOCKS and len(rest) == 1 and _is_count(rest[0]):
        return WantBlocks(cast(int, rest[0]))
    return _comparing_from(kind, rest)


def _comparing_from(kind: int, rest: list[Value]) -> Comparing | FollowMany:
    if kind == SYMBOLS and len(rest) == 1:
        symbols = _unpacked(rest[0], NUMBER_BYTES, NUMBER_BYTES, SYMBOLS_MAX)
        if all(max(symbol) < PRIME for symbol in symbols):
            return Symbols(symbols)
    if kind == MORE and len(rest) == 1 and _is_count(rest[0]):
        return More(cast(int, rest[0]))
    if kind == DIFFERING and len(rest) == 1:
        marks = _unpacked(rest[0], REFERENCE_BYTES, NUMBER_BYTES, DIFFERING_MAX)
        if all(is_mark(mark) for _, mark in marks):
            return Differing(marks)
    if kind == ALL_TOLD and not rest:
        return AllTold()
    if kind == FOLLOW_MANY and len(rest) == 1:
        stems = _unpacked(rest[0], STEM_BYTES, SEQ_BYTES, FOLLOWS_MAX)
        return FollowMany(tuple((stem.to_bytes(STEM_BYTES, "big"), seq) for stem, seq in stems))
    raise RemoteProtocolError("frame-form")


def _unpacked(value: Value, first_bytes: int, second_bytes: int, most: int) -> tuple[tuple[int, int], ...]:
    step = first_bytes + second_bytes
    if type(value) is not bytes or len(value) % step or len(value) > most * step:
        raise RemoteProtocolError("frame-form", "pairs")
    items = [value[at : at + step] for at in range(0, len(value), step)]
    return tuple(
        (int.from_bytes(item[:first_bytes], "big"), int.from_bytes(item[first_bytes:], "big")) for item in items
    )


def _hello_from(rest: list[Value]) -> Hello:
    version, network, time_ms, height, tips, untold = rest
    if version != SYNC_VERSION or type(version) is not int or not is_id(network):
        raise RemoteProtocolError("frame-form", "hello")
    if not (_is_count(time_ms) and _is_count(height) and _is_count(untold)):
        raise RemoteProtocolError("frame-form", "hello")
    told = _tips_from(tips)
    if untold and told:
        raise RemoteProtocolError("frame-form", "hello")
    return Hello(NetworkId(cast(bytes, network)), cast(int, time_ms), cast(int, height), told, cast(int, untold))


def _blocks_from(value: Value) -> tuple[tuple[Block, Certificate], ...]:
    if type(value) is not list or not 0 < len(value) <= BLOCKS_MAX:
        raise RemoteProtocolError("frame-form", "blocks")
    found = []
    for item in value:
        if type(item) is not list or len(item) != 3 or not all(type(part) is bytes for part in item):
            raise RemoteProtocolError("frame-form", "blocks")
        head, lists, certificate = cast("list[bytes]", item)
        found.append((decode_block(head, lists), decode_certificate(certificate)))
    return tuple(found)


def _is_count(value: Value) -> bool:
    return type(value) is int and value >= 0


def _want_from(author: MemberId, first: Value, last: Value) -> Want:
    if type(first) is not int or type(last) is not int or min(first, last) < -1:
        raise RemoteProtocolError("frame-form", "want")
    if last != FOLLOW and not 0 <= first <= last:
        raise RemoteProtocolError("frame-form", "want")
    return Want(author, first, last)


def _tips_from(value: Value) -> tuple[Tip, ...]:
    if type(value) is not list or len(value) > HEADS_MAX:
        raise RemoteProtocolError("frame-form", "heads")
    tips = []
    for item in value:
        if type(item) is not list or len(item) != 3 or not (is_id(item[0]) and _is_count(item[1]) and is_id(item[2])):
            raise RemoteProtocolError("frame-form", "heads")
        tips.append(Tip(*cast("tuple[MemberId, int, EntryId]", item)))
    return tuple(tips)


def _entries_from(value: Value, least: int = 1) -> tuple[Entry, ...]:
    if type(value) is not list or not least <= len(value) <= ENTRIES_MAX:
        raise RemoteProtocolError("frame-form", "entries")
    entries = []
    for item in value:
        if type(item) is not list or len(item) != 3 or type(item[0]) is not bytes or type(item[1]) is not bytes:
            raise RemoteProtocolError("frame-form", "entries")
        if item[2] is not None and type(item[2]) is not bytes:
            raise RemoteProtocolError("frame-form", "entries")
        entries.append(entry_from_parts(item[0], item[1], item[2]))
    return tuple(entries)


def _addresses_from(value: Value) -> tuple[tuple[MemberId, str], ...]:
    if type(value) is not list or len(value) > ADDRESSES_MAX:
        raise RemoteProtocolError("frame-form", "addresses")
    found = []
    for item in value:
        if type(item) is not list or len(item) != 2 or not is_id(item[0]) or type(item[1]) is not str:
            raise RemoteProtocolError("frame-form", "addresses")
        if not 0 < len(item[1]) <= ADDRESS_CHARS_MAX:
            raise RemoteProtocolError("frame-form", "addresses")
        found.append((MemberId(cast(bytes, item[0])), item[1]))
    return tuple(found)
