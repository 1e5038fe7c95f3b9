"""Tables written to files."""

from collections.abc import Mapping

from cohong.api.requests import ExportBook, ExportLookUps, ExportStatement, OfJob
from cohong.api.views import ExportStatus
from cohong.node.api_server import Handler
from cohong.node.service import NodeService


def export_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `export.*`."""

    async def book(params: ExportBook) -> ExportStatus:
        return await service.in_network().exports.start_book(params)

    async def statement(params: ExportStatement) -> ExportStatus:
        return await service.in_network().exports.start_statement(params)

    async def lookups(params: ExportLookUps) -> ExportStatus:
        return await service.in_network().exports.start_lookups(params)

    async def status(params: OfJob) -> ExportStatus:
        return service.in_network().exports.status(params.id)

    async def cancel(params: OfJob) -> ExportStatus:
        return service.in_network().exports.cancel(params.id)

    return {
        "export.book": book,
        "export.statement": statement,
        "export.lookups": lookups,
        "export.status": status,
        "export.cancel": cancel,
    }
