"""What the node answers to each method of the API."""

from collections.abc import Mapping

from cohong.node.api_server import Handler
from cohong.node.handlers.ageing import ageing_handlers
from cohong.node.handlers.audits import audit_handlers
from cohong.node.handlers.book import book_handlers
from cohong.node.handlers.bundles import bundle_handlers
from cohong.node.handlers.cheats import CheatFinder, cheat_handlers
from cohong.node.handlers.check import check_handlers
from cohong.node.handlers.consents import consent_handlers
from cohong.node.handlers.covers import cover_handlers
from cohong.node.handlers.devices import device_handlers
from cohong.node.handlers.exports import export_handlers
from cohong.node.handlers.forks import fork_handlers
from cohong.node.handlers.imports import import_handlers
from cohong.node.handlers.limits import limit_handlers
from cohong.node.handlers.lookups import lookup_handlers, with_purpose
from cohong.node.handlers.market import market_handlers
from cohong.node.handlers.members import member_handlers
from cohong.node.handlers.netting import netting_handlers
from cohong.node.handlers.objections import objection_handlers
from cohong.node.handlers.pen import pen_handlers
from cohong.node.handlers.people import people_handlers
from cohong.node.handlers.reach import reach_handlers
from cohong.node.handlers.receipts import receipt_handlers
from cohong.node.handlers.records import record_handlers
from cohong.node.handlers.reports import report_handlers
from cohong.node.handlers.standing import standing_handlers
from cohong.node.handlers.sync import sync_handlers
from cohong.node.handlers.today import today_handlers
from cohong.node.handlers.trace import trace_handlers
from cohong.node.handlers.watch import watch_handlers
from cohong.node.service import NodeService


def make_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of all methods but those that the API server answers itself."""
    finder = CheatFinder(service)
    answers: dict[str, Handler] = {
        "profile.status": service.profile_status,
        "profile.create": service.create,
        "profile.unlock": service.unlock,
        "profile.lock": service.lock,
        "profile.rename": service.rename,
        "profile.passphrase": service.change_passphrase,
        "network.create": service.create_network,
        "network.join": service.join_network,
        "network.invitation": service.invitation,
        "node.stop": service.node_stop,
        **reach_handlers(service),
        **sync_handlers(service),
        **fork_handlers(service),
        **cheat_handlers(finder),
        **record_handlers(service),
        **receipt_handlers(service),
        **book_handlers(service, finder),
        **objection_handlers(service),
        **market_handlers(service),
        **ageing_handlers(service),
        **check_handlers(service),
        **member_handlers(service),
        **report_handlers(service),
        **standing_handlers(service),
        **import_handlers(service),
        **people_handlers(service),
        **bundle_handlers(service),
        **audit_handlers(service),
        **export_handlers(service),
        **trace_handlers(service),
        **watch_handlers(service),
        **limit_handlers(service),
        **netting_handlers(service),
        **cover_handlers(service),
        **consent_handlers(service),
        **pen_handlers(service),
        **device_handlers(service),
        **lookup_handlers(service),
    }
    return with_purpose(service, {**answers, **today_handlers(service, answers)})
