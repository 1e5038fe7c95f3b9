"""A charter chain that anchors all that a made-up ledger has, with every signature that takes.

Its blocks say nothing of how far feeds are included: a voter would not agree to them, and who reads them does not ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cohong.crypto.signing import SigningKey
from cohong.ledger.blocks import Blocks
from cohong.ledger.connection import Connection
from cohong.ledger.numbers import Numbers
from cohong.primitives.block import DECIDED_MAX, Block, BlockHead, BlockLists, new_block
from cohong.primitives.chain_messages import Certificate, final_signed_bytes
from cohong.primitives.charter import Genesis, charter_hash
from cohong.primitives.decisions import Decisions
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.merkle import Frontier
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.quorum import block_size

_ITERATION: Final = 1
_NEXT: Final = (
    "SELECT f.n, i.id, a.id, f.seq FROM facts f JOIN ids i ON i.no = f.n JOIN members a ON a.no = f.author"
    " WHERE f.n > ? ORDER BY f.n LIMIT ?"
)


def anchor_all(writer: Connection, genesis: Genesis, voters: Sequence[SigningKey]) -> None:
    """Anchor every entry, as many in a block as it may have."""
    blocks, lineage, frontier = Blocks(writer, Numbers(writer)), Lineage(genesis), Frontier()
    after = 0
    while rows := writer.rows(_NEXT, (after, DECIDED_MAX)):
        after = rows[-1][0]
        anchored = tuple(EntryId(row[1]) for row in sorted(rows, key=lambda row: (row[2], row[3])))
        for entry in anchored:
            frontier.add(entry)
        head = BlockHead(
            lineage.height + 1, lineage.id, lineage.epoch, lineage.time_ms + 1, None, charter_hash(lineage.charter),
            bytes(32), frontier.root(), frontier.count,
        )  # fmt: skip
        block = new_block(head, BlockLists(anchored=anchored))
        final = FinalBlock(block, _certificate(block, lineage, voters), Decisions(), frontier.encode())
        with writer.transaction():
            blocks.put([final], {row[1]: row[0] for row in rows})
        lineage.extend(block, Decisions())


def _certificate(block: Block, lineage: Lineage, voters: Sequence[SigningKey]) -> Certificate:
    keys = sorted(voters, key=lambda key: key.member)[: block_size(block, lineage.charter)]
    message = final_signed_bytes(block.head.height, _ITERATION, block.id)
    signatures = tuple((MemberId(key.member), key.sign(message)) for key in keys)
    return Certificate(block.head.height, _ITERATION, block.id, signatures)
