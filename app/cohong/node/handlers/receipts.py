"""Receipts: what a member can give to somebody without a node, to show that a record is anchored."""

from collections.abc import Mapping
from dataclasses import replace

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import MakeReceipt
from cohong.api.views import ReceiptMade
from cohong.ledger.anchored_views import AnchoredRecord
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.levels import LEVELS
from cohong.node.service import NodeService
from cohong.primitives.ids import BlockId, EntryId, NetworkId, ObjectId
from cohong.primitives.kinds import is_record
from cohong.primitives.receipt import encode_receipt
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.chain.receipts import heights_to, receipt_of


def receipt_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `receipt.make`."""

    async def make(params: MakeReceipt) -> ReceiptMade:
        session = service.in_network()
        ledger = session.profile.ledger
        entry = await session.engine.call(lambda desk: _record_named(params, desk))
        anchored = await trio.to_thread.run_sync(ledger.anchored_record, entry)
        if anchored is None:
            raise await session.engine.call(lambda desk: _not_anchored(entry, desk))
        return await trio.to_thread.run_sync(_receipt, params, anchored, ledger, session.lineage)

    return {"receipt.make": make}


def _record_named(params: MakeReceipt, desk: Desk) -> EntryId:
    if bool(params.entry) == bool(params.object):
        raise ApiError(ApiErrorCode.BAD_REQUEST, "either entry or object")
    if params.object:
        found = desk.replica.workspace.object(ObjectId(_id(params.object, ApiErrorCode.UNKNOWN_OBJECT)))
        if found is None:
            raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.object)
        return found.version
    fact = desk.replica.workspace.fact(EntryId(_id(params.entry, ApiErrorCode.UNKNOWN_ENTRY)))
    if fact is None or not is_record(fact.kind):
        raise ApiError(ApiErrorCode.UNKNOWN_ENTRY, params.entry)
    return fact.id


def _not_anchored(entry: EntryId, desk: Desk) -> ApiError:
    level = desk.replica.workspace.known(entry).level
    next_ms = desk.replica.chain.next_block_ms()
    detail = str(next_ms) if level.stands and next_ms is not None else LEVELS[level]
    return ApiError(ApiErrorCode.NOT_ANCHORED, detail)


def _receipt(params: MakeReceipt, anchored: AnchoredRecord, ledger: Ledger, lineage: Lineage) -> ReceiptMade:
    """On a worker thread: with a million anchored records the first path takes two seconds."""
    network, begun = lineage.genesis_at(anchored.height).network, lineage.begun_by(anchored.height)
    start = _start(params.from_block, network, begun, ledger)
    first = start.block.head.height if start is not None else begun
    blocks = ledger.final_blocks(heights_to(anchored.height, lineage, start=first))
    last = blocks[-1] if blocks else start
    assert last is not None, "a record is anchored by a block"
    head = last.block.head
    path = ledger.inclusion_paths([anchored.place], head.anchored_count)[anchored.place]
    entry = anchored.entry if params.with_body else replace(anchored.entry, body_bytes=None)
    before = ledger.final_blocks([begun - 1])[0] if begun else None
    receipt = receipt_of(entry, anchored.place, path, blocks, lineage, start=start, before=before)
    return ReceiptMade(
        network=network.hex(),
        entry=entry.id.hex(),
        kind=entry.header.kind,
        height=head.height,
        time_ms=head.time_ms,
        receipt=encode_receipt(receipt).hex(),
    )


def _start(block: str, network: NetworkId, begun: int, ledger: Ledger) -> FinalBlock | None:
    """Return the block that the reader knows, None for the genesis, for which the network's id stands too.

    Raises:
        ApiError: it is none of the network that the record is of.
    """
    if block in ("", network.hex()):
        return None
    height = ledger.height_of_block(BlockId(_id(block, ApiErrorCode.UNKNOWN_BLOCK)))
    if height is None or height <= begun:
        raise ApiError(ApiErrorCode.UNKNOWN_BLOCK, block)
    return ledger.final_blocks([height])[0]


def _id(text: str, code: ApiErrorCode) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise ApiError(code, text) from error
