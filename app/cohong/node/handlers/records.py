"""Writing records, and what is done with drafts."""

from collections.abc import Mapping, Sequence

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import Drafts, NoParams, PutDraft, SendDrafts, WriteMany, WriteRecord
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

    async def put(params: PutDraft) -> Done:
        [identity] = _ids([params.id])
        await service.in_network().drafting.put(identity, params.fields, is_new=params.is_new)
        return Done(done=1)

    async def send(params: SendDrafts) -> Done:
        return Done(done=await service.in_network().drafting.send(_ids(params.ids), hold_s=params.hold_s))

    async def recall(_: NoParams) -> Done:
        return Done(done=await service.in_network().drafting.take_back())

    async def remove(params: Drafts) -> Done:
        return Done(done=await service.in_network().drafting.remove(_ids(params.ids)))

    async def restore(params: Drafts) -> Done:
        return Done(done=await service.in_network().drafting.restore(_ids(params.ids)))

    return {
        "record.write": write,
        "record.write_many": write_many,
        "drafts.put": put,
        "drafts.send": send,
        "drafts.recall": recall,
        "drafts.remove": remove,
        "drafts.restore": restore,
    }


def _ids(texts: Sequence[str]) -> list[bytes]:
    try:
        return [bytes.fromhex(identity) for identity in texts]
    except ValueError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "ids") from error
