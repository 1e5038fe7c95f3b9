"""A receipt: all it takes to show, with the network's id and nothing else, that a record is anchored (protocol.md).

It is written here and read in `cohong.verifier`, which shares no code with this: an auditor need not trust ours.
"""

from dataclasses import dataclass
from typing import Final

from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry

RECEIPT_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A block's head with its certificate; voters by their index in the sorted roster that agreed it, in order."""

    head_bytes: bytes
    iteration: int
    signatures: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A record's way to a final block.

    Attributes:
        start: head of the block from which on signatures are to be checked, and the charter after it; None for all.
        blocks: after the start, those with a change, and the one whose `anchored_root` the path leads to. None if that
            is the start itself.
        place: of the record among all that was anchored by then, from 0.
        path: RFC 9162 inclusion path, the lowest hash first.
        taken_over: head of the block that the genesis names, where the network has taken over an earlier one.
    """

    genesis_bytes: bytes
    start: tuple[bytes, bytes] | None
    blocks: tuple[SignedHead, ...]
    place: int
    path: tuple[bytes, ...]
    entry: Entry
    taken_over: bytes | None = None


def encode_receipt(receipt: Receipt) -> bytes:
    """Return the canonical bytes of a receipt."""
    return encode({**_way(receipt), **_place(receipt)})


def encode_way(receipt: Receipt) -> bytes:
    """Return the part of a receipt that it shares with every other one to the same block."""
    return encode(_way(receipt))


def encode_place(receipt: Receipt) -> bytes:
    """Return the part of a receipt that is of its record alone."""
    return encode(_place(receipt))


def _way(receipt: Receipt) -> dict[str, Value]:
    return {
        "version": RECEIPT_VERSION,
        "genesis": receipt.genesis_bytes,
        "start": None if receipt.start is None else list[Value](receipt.start),
        "blocks": [_block(block) for block in receipt.blocks],
        **({"from": receipt.taken_over} if receipt.taken_over is not None else {}),
    }


def _place(receipt: Receipt) -> dict[str, Value]:
    entry = receipt.entry
    return {
        "place": receipt.place,
        "path": list[Value](receipt.path),
        "entry": [entry.header_bytes, entry.signature, entry.body_bytes],
    }


def _block(block: SignedHead) -> list[Value]:
    return [block.head_bytes, block.iteration, [[index, signature] for index, signature in block.signatures]]
