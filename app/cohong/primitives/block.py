"""A block of the charter chain (protocol.md 5): a small signed head, and the lists that its hash stands for."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar, cast

from cohong.primitives.charter import FINAL_MAJORITY, FINAL_TWO_THIRDS
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.entry import TIME_MS_MAX, is_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, EntryId, MemberId

HEAD_VERSION: Final = 1
HEAD_BYTES_MAX: Final = 512
LISTS_BYTES_MAX: Final = 1_000_000
MOTIONS_MAX: Final = 1_000
CUTS_MAX: Final = 10_000
FORKS_MAX: Final = 1_000
DECIDED_MAX: Final = 10_000
"""Records anchored, and records made void, by one block. The rest follows in the next."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Change:
    """The one change of a block: `add` or `remove` a voter, or what `final` means from now on."""

    verb: str
    subject: MemberId | str


@dataclass(frozen=True, slots=True)
class BlockHead:
    """What voters sign for.

    Attributes:
        prev: id of the block before; the network's id for height 1.
        epoch: the one that agrees the block.
        charter: hash of the charter after the block.
        lists: hash of the lists.
        anchored_root: RFC 9162 Merkle root over the ids of all records anchored so far, this block's included.
        anchored_count: how many these are.
    """

    height: int
    prev: BlockId
    epoch: int
    time_ms: int
    change: Change | None
    charter: bytes
    lists: bytes
    anchored_root: bytes
    anchored_count: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A feed is included up to its entry `id` at `seq`, along this one branch."""

    author: MemberId
    seq: int
    id: EntryId


@dataclass(frozen=True, slots=True)
class ForkPlace:
    """The place at which a feed is proven to be forked."""

    author: MemberId
    seq: int


@dataclass(frozen=True, slots=True)
class BlockLists:
    """What a block says at length.

    Attributes:
        motions: motions that have passed, sorted.
        cut: how far feeds are included that have grown since the block before, by author.
        forks: forks that no block has listed before, by author and place.
        anchored: records that nothing can change any more, by (author, seq).
        void: records that are rejected for good, by (author, seq).
    """

    motions: tuple[EntryId, ...] = ()
    cut: tuple[Cut, ...] = ()
    forks: tuple[ForkPlace, ...] = ()
    anchored: tuple[EntryId, ...] = ()
    void: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A head and its lists, with their exact bytes."""

    head: BlockHead
    lists: BlockLists
    head_bytes: bytes
    lists_bytes: bytes

    @property
    def id(self) -> BlockId:
        """SHA-256 of the head's bytes."""
        return BlockId(hashlib.sha256(self.head_bytes).digest())


def new_block(head: BlockHead, lists: BlockLists) -> Block:
    """Return the block with these lists; what `head` says of their hash is replaced by it."""
    lists_bytes = encode_lists(lists)
    head = replace(head, lists=hashlib.sha256(lists_bytes).digest())
    return Block(head, lists, encode_head(head), lists_bytes)


def decode_block(head_bytes: bytes, lists_bytes: bytes) -> Block:
    """Return the block in these bytes.

    Raises:
        RemoteProtocolError: `block-form`, or not canonical; the lists are not those of the head.
    """
    head = decode_head(head_bytes)
    if hashlib.sha256(lists_bytes).digest() != head.lists:
        raise RemoteProtocolError("block-form", "the lists are not those of the head")
    return Block(head, decode_lists(lists_bytes), head_bytes, lists_bytes)


def encode_head(head: BlockHead) -> bytes:
    """Return the canonical bytes of a head."""
    change: Value = None if head.change is None else [head.change.verb, head.change.subject]
    return encode([
        HEAD_VERSION, head.height, head.prev, head.epoch, head.time_ms, change, head.charter, head.lists,
        head.anchored_root, head.anchored_count,
    ])  # fmt: skip


def decode_head(head_bytes: bytes) -> BlockHead:
    """Return the head in `head_bytes`.

    Raises:
        RemoteProtocolError: `block-form`, or not canonical.
    """
    value = decode(head_bytes, bytes_max=HEAD_BYTES_MAX)
    if type(value) is not list or len(value) != 10 or type(value[0]) is not int or value[0] != HEAD_VERSION:
        raise RemoteProtocolError("block-form", "version")
    _, height, prev, epoch, time_ms, change, charter, lists, root, count = value
    if not all(is_id(item) for item in (prev, charter, lists, root)):
        raise RemoteProtocolError("block-form", "a hash")
    if not (_is_number(height, 1) and _is_number(epoch) and _is_number(time_ms) and _is_number(count)):
        raise RemoteProtocolError("block-form", "a number")
    if cast(int, time_ms) > TIME_MS_MAX:
        raise RemoteProtocolError("block-form", "time")
    numbers = cast("tuple[int, int, int, int]", (height, epoch, time_ms, count))
    hashes = cast("tuple[bytes, bytes, bytes, bytes]", (prev, charter, lists, root))
    return BlockHead(
        numbers[0], BlockId(hashes[0]), numbers[1], numbers[2], _change(change), hashes[1], hashes[2], hashes[3],
        numbers[3],
    )  # fmt: skip


def _change(value: Value) -> Change | None:
    if value is None:
        return None
    if type(value) is list and len(value) == 2:
        verb, subject = value
        if verb in ("add", "remove") and type(verb) is str and is_id(subject):
            return Change(verb, MemberId(cast(bytes, subject)))
        if verb == "final" and subject in (FINAL_TWO_THIRDS, FINAL_MAJORITY):
            return Change(verb, subject)
    raise RemoteProtocolError("block-form", "change")


def encode_lists(lists: BlockLists) -> bytes:
    """Return the canonical bytes of a block's lists."""
    return encode(
        {
            "motions": list[Value](lists.motions),
            "cut": [[cut.author, cut.seq, cut.id] for cut in lists.cut],
            "forks": [[fork.author, fork.seq] for fork in lists.forks],
            "anchored": list[Value](lists.anchored),
            "void": list[Value](lists.void),
        }
    )


def decode_lists(lists_bytes: bytes) -> BlockLists:
    """Return the lists in `lists_bytes`.

    Raises:
        RemoteProtocolError: `block-form`: out of form, not in order, or too long; or not canonical.
    """
    value = decode(lists_bytes, bytes_max=LISTS_BYTES_MAX)
    if type(value) is not dict or set(value) != {"motions", "cut", "forks", "anchored", "void"}:
        raise RemoteProtocolError("block-form", "lists")
    motions = _list(value["motions"], MOTIONS_MAX, _entry_id, "motions")
    cut = _list(value["cut"], CUTS_MAX, _cut, "cut")
    forks = _list(value["forks"], FORKS_MAX, _fork, "forks")
    anchored = _list(value["anchored"], DECIDED_MAX, _entry_id, "anchored")
    void = _list(value["void"], DECIDED_MAX, _entry_id, "void")
    _require_order(motions, "motions")
    _require_order([item.author for item in cut], "cut")
    _require_order([(item.author, item.seq) for item in forks], "forks")
    if len({*anchored, *void}) != len(anchored) + len(void):
        raise RemoteProtocolError("block-form", "a record is decided twice")
    return BlockLists(motions, cut, forks, anchored, void)


def _list(value: Value, most: int, read: Callable[[Value], Item | None], name: str) -> tuple[Item, ...]:
    if type(value) is not list or len(value) > most:
        raise RemoteProtocolError("block-form", name)
    found = [read(item) for item in value]
    if any(item is None for item in found):
        raise RemoteProtocolError("block-form", name)
    return tuple(cast("list[Item]", found))


def _require_order(keys: Sequence[Any], name: str) -> None:
    if list(keys) != sorted(set(keys)):
        raise RemoteProtocolError("block-form", f"{name} not in order, or twice")


def _entry_id(value: Value) -> EntryId | None:
    return EntryId(cast(bytes, value)) if is_id(value) else None


def _cut(value: Value) -> Cut | None:
    if type(value) is not list or len(value) != 3:
        return None
    author, seq, identity = value
    if not (is_id(author) and _is_number(seq) and is_id(identity)):
        return None
    return Cut(MemberId(cast(bytes, author)), cast(int, seq), EntryId(cast(bytes, identity)))


def _fork(value: Value) -> ForkPlace | None:
    if type(value) is not list or len(value) != 2 or not is_id(value[0]) or not _is_number(value[1]):
        return None
    return ForkPlace(MemberId(cast(bytes, value[0])), cast(int, value[1]))


def _is_number(value: Value, least: int = 0) -> bool:
    return type(value) is int and value >= least
