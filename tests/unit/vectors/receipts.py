"""Receipts from fixed keys, salts and times: three founders, a fourth voter, and a record of each epoch."""

from pathlib import Path

from tests.unit.verifier.chains import Anchored

from cohong.primitives.block import Change
from cohong.primitives.ids import BlockId
from cohong.primitives.receipt import Receipt, encode_receipt

VECTORS = Path(__file__).with_name("receipts.json")


def build() -> dict[str, object]:
    """Return every vector, bytes in hex; `known` is the block that the reader must know, if any."""
    network = Anchored(3)
    network.add(network.record(0), change=Change("add", network.key("fourth")))
    network.add(*(network.record(number) for number in range(1, 6)))
    first, last = network.records[0].id, network.records[4].id
    known = network.blocks[0]
    return {
        "network": network.lineage.genesis.network.hex(),
        "receipts": {
            "of the first block": _shown(network.receipt(first)),
            "after a change": _shown(network.receipt(last)),
            "without the body": _shown(network.receipt(last, with_body=False)),
            "from a known block": _shown(network.receipt(last, start=known), known.block.id),
            "of a known block": _shown(network.receipt(first, start=known), known.block.id),
        },
    }


def _shown(receipt: Receipt, known: BlockId | None = None) -> dict[str, str]:
    return {
        "entry": receipt.entry.id.hex(),
        "known": known.hex() if known is not None else "",
        "receipt": encode_receipt(receipt).hex(),
    }
