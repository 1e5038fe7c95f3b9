"""The book counted again."""

from collections.abc import Mapping

from cohong.api.requests import NoParams
from cohong.api.views import AuditStatus
from cohong.node.api_server import Handler
from cohong.node.service import NodeService


def audit_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `audit.*`."""

    async def start(_: NoParams) -> AuditStatus:
        return service.in_network().audits.start()

    async def status(_: NoParams) -> AuditStatus:
        return service.in_network().audits.status()

    async def cancel(_: NoParams) -> AuditStatus:
        return service.in_network().audits.cancel()

    return {"audit.start": start, "audit.status": status, "audit.cancel": cancel}
