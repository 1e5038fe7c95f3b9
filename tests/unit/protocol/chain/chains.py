"""Blocks and finals for tests of the chain."""

import hashlib
from functools import lru_cache

from tests.simulation.feeds import START_MS, member, signature

from cohong.primitives.block import Block, BlockHead, BlockLists, Change, new_block
from cohong.primitives.chain_messages import Final, final_signed_bytes
from cohong.primitives.ids import BlockId, MemberId, NetworkId

NETWORK = NetworkId(hashlib.sha256(b"network").digest())


@lru_cache(maxsize=1024)
def block(number: int, *, removes: bool = False, height: int = 1) -> Block:
    """Return a block of height 1; each number makes another, and so does a removal."""
    change = Change("remove", member(99)) if removes else None
    head = BlockHead(height, BlockId(NETWORK), 0, START_MS + number, change, *(bytes(32),) * 3, 0)
    return new_block(head, BlockLists())


def final(voter: MemberId, iteration: int, identity: BlockId) -> Final:
    """Return a voter's final at height 1."""
    return Final(1, iteration, identity, signature(voter, final_signed_bytes(1, iteration, identity)))
