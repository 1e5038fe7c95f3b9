"""Making receipts: which blocks lead to an anchored record, and who signed them."""

from collections.abc import Sequence

from cohong.primitives.charter import charter_bytes
from cohong.primitives.entry import Entry
from cohong.primitives.receipt import Receipt, SignedHead
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.lineage import Lineage


def heights_to(height: int, lineage: Lineage, *, start: int = 0) -> list[int]:
    """Return the heights after `start` whose blocks a receipt of a record anchored at `height` has.

    They are all of one network: its genesis vouches for the blocks of those that it follows upon.
    """
    start = max(start, lineage.begun_by(height))
    changes = (lineage.opened(epoch) for epoch in range(1, lineage.epoch + 1))
    way = [changed for changed in changes if start < changed < height]
    return [*way, height] if height > start else []


def receipt_of(
    entry: Entry,
    place: int,
    path: tuple[bytes, ...],
    blocks: Sequence[FinalBlock],
    lineage: Lineage,
    *,
    start: FinalBlock | None = None,
    before: FinalBlock | None = None,
) -> Receipt:
    """Return the receipt of a record.

    Args:
        place: of the record among all that is anchored, and the `path` from it to the root of the last block.
        blocks: those of `heights_to`, in order.
        start: a block that the reader knows, to check no signatures before it.
        before: the block that the network of the record has taken over, if it has.
    """
    known = None
    if start is not None:
        head = start.block.head
        known = (start.block.head_bytes, charter_bytes(lineage.era(head.height).charter))
    signed = tuple(_signed_head(final, lineage) for final in blocks)
    genesis = lineage.genesis_at(entry.header.height)
    taken_over = before.block.head_bytes if before is not None else None
    return Receipt(genesis.exact, known, signed, place, path, entry, taken_over)


def _signed_head(final: FinalBlock, lineage: Lineage) -> SignedHead:
    roster = lineage.electorate(final.block.head.epoch).roster
    signatures = tuple((roster.index(voter), signature) for voter, signature in final.certificate.signatures)
    return SignedHead(final.block.head_bytes, final.certificate.iteration, signatures)
