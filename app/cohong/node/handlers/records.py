"""Writing records, and sending or removing drafts."""

from collections.abc import Mapping

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import Drafts, WriteMany, WriteRecord
from cohong.api.views import Done, Written
from cohong.node.api_server import Handler
from cohong.node.service import NodeService

RECORDS_MAX = 1_000


def record_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `record.*` and `drafts.*`."""

    async def write(params: WriteRecord) -> Written:
        written = await service.in_network().engine.write([params], key=params.key)
        return written[0]

    async def write_many(params: WriteMany) -> list[Written]:
        if not 0 < len(params.records) <= RECORDS_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"records: 1 to {RECORDS_MAX}")
        return await service.in_network().engine.write(params.records, key=params.key)

    async def send(params: Drafts) -> Done:
        session = service.in_network()
        ids = _ids(params) or None
        drafts = await session.engine.call(lambda desk: desk.ledger.drafts(ids))
        return Done(done=await session.imports.send_drafts(drafts))

    async def remove(params: Drafts) -> Done:
        session, ids = service.in_network(), _ids(params)
        if not ids:
            drafts = await session.engine.call(lambda desk: desk.ledger.drafts())
            ids = [draft.id for draft in drafts]
        removed = await session.engine.call(lambda desk: desk.ledger.remove_drafts(ids))
        service.notifier.publish("drafts")
        return Done(done=removed)

    return {
        "record.write": write,
        "record.write_many": write_many,
        "drafts.send": send,
        "drafts.remove": remove,
    }


def _ids(params: Drafts) -> list[bytes]:
    try:
        return [bytes.fromhex(identity) for identity in params.ids]
    except ValueError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "ids") from error
