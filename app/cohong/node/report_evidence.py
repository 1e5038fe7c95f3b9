"""The records that a credit report rests on, with the way to the newest block: what proves its lines to a stranger.

All of them are shown under one block, so that the way to it, with every voter's signature, is there only once.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from cohong.ledger.anchored_views import AnchoredRecord
from cohong.ledger.ledger import Ledger
from cohong.primitives.ids import EntryId
from cohong.primitives.receipt import encode_place, encode_way
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.chain.receipts import heights_to, receipt_of

TYPE: Final = "AnchoredRecords"
RECORDS_MAX: Final = 3_000
BYTES_MAX: Final = 4 * 1024 * 1024
"""Of all the records together, so that the report stays a file that can be sent."""


def newest_block(ledger: Ledger, lineage: Lineage) -> FinalBlock | None:
    """Return the newest block of the network as it is; None before its first, or if it has just taken over another."""
    return ledger.final_blocks([lineage.height])[0] if lineage.height > lineage.begun else None


def evidence_of(entries: Iterable[EntryId], ledger: Ledger, lineage: Lineage, block: FinalBlock) -> dict[str, Any]:
    """Return the evidence of those records that this block bears out; empty without any.

    Left out are records that wait for a block, whose text is not held here, or that an earlier network has, which this
    one follows upon: they are of another id. So is what comes after the most that a report has.
    """
    head = block.block.head
    found = list(_anchored(entries, ledger, lineage, head.anchored_count))
    if not found:
        return {}
    places = [record.place for record in found]
    paths = ledger.inclusion_paths(places, head.anchored_count)
    blocks: Sequence[FinalBlock] = ledger.final_blocks(heights_to(head.height, lineage))
    before = ledger.final_blocks([lineage.begun - 1])[0] if lineage.begun else None
    receipts = [
        receipt_of(record.entry, record.place, paths[record.place], blocks, lineage, before=before) for record in found
    ]
    return {
        "type": [TYPE],
        "way": b64encode(encode_way(receipts[0])).decode(),
        "records": [b64encode(encode_place(receipt)).decode() for receipt in receipts],
    }


def _anchored(entries: Iterable[EntryId], ledger: Ledger, lineage: Lineage, count: int) -> Iterator[AnchoredRecord]:
    size, network = 0, lineage.genesis.network
    for number, identity in enumerate(dict.fromkeys(entries)):
        record = ledger.anchored_record(identity)
        if number >= RECORDS_MAX or size > BYTES_MAX:
            return
        if record is None or record.place >= count or record.entry.body_bytes is None:
            continue
        if record.entry.header.network == network:
            size += record.entry.size
            yield record
