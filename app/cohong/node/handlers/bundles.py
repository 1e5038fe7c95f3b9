"""Feeds in a file: export, look, import."""

from collections.abc import Mapping

from cohong.api.requests import BundleFile, ExportBundle, OfJob
from cohong.api.views import BundleContents, BundleStatus
from cohong.node.api_server import Handler
from cohong.node.service import NodeService


def bundle_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `bundle.*`."""

    async def export(params: ExportBundle) -> BundleStatus:
        return await service.in_network().bundles.start_export(params)

    async def show(params: BundleFile) -> BundleContents:
        return await service.in_network().bundles.show(params.path)

    async def take_in(params: BundleFile) -> BundleStatus:
        return await service.in_network().bundles.start_import(params.path)

    async def status(params: OfJob) -> BundleStatus:
        return service.in_network().bundles.status(params.id)

    async def cancel(params: OfJob) -> BundleStatus:
        return service.in_network().bundles.cancel(params.id)

    return {
        "bundle.export": export,
        "bundle.show": show,
        "bundle.import": take_in,
        "bundle.status": status,
        "bundle.cancel": cancel,
    }
