"""Set the demonstration's network up: profiles, genesis, invitations, who is who, and credit limits."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cohong.api.requests import WriteRecord
from cohong.api.views import NetworkMade, NewProfile, NodeStatus
from cohong.cli.demo.firms import SampleFirm
from cohong.cli.demo.processes import NodeProcess
from cohong.cli.node_client import NodeClient

PASSPHRASE: Final = "five firms and one harbour"
"""Of all profiles of the demonstration: invented firms, in a folder of this user alone."""

NETWORK_NAME: Final = "Cohong demonstration"
LIMIT_MINOR: Final = 10**13
LIMIT_TERMS_DAYS: Final = 3650
LIMIT_UNTIL: Final = "2199-12-31"
RECORDS_A_REQUEST: Final = 200
MESH_TIMEOUT_S: Final = 30.0
ADD_PEERS_AFTER_S: Final = 6.0
_POLL_S: Final = 0.3


@dataclass(slots=True)
class Firm:
    """A firm of the demonstration while it runs.

    Attributes:
        member: its member id, known once the profile is made.
    """

    place: int
    sample: SampleFirm
    node: NodeProcess
    member: str = ""
    client: NodeClient = field(init=False)


@dataclass(frozen=True, slots=True)
class LimitNeeded:
    """A limit that a debtor sets for a creditor, so that invoices are accepted by themselves."""

    debtor: int
    creditor: int
    currency: str


class NetworkNotReadyError(Exception):
    """The nodes did not find one another. `args[0]` says who sees how many."""


def make_profiles(firms: Sequence[Firm]) -> None:
    """Start every node and create its profile, all at the same time."""
    for firm in firms:
        firm.node.start()

    def make(firm: Firm) -> None:
        firm.client = firm.node.connect()
        made: NewProfile = firm.client.ask("profile.create", passphrase=PASSPHRASE, name=firm.sample.name_en)
        firm.member = made.member

    in_parallel([lambda firm=firm: make(firm) for firm in firms])  # type: ignore[misc]  # the default binds


def make_network(firms: Sequence[Firm], currencies: Iterable[str]) -> None:
    """Have the first firm found the network and the others join it; return when all are connected."""
    founder, *others = firms
    made: NetworkMade = founder.client.ask(
        "network.create",
        name=NETWORK_NAME,
        founders=[{"member": firm.member, "addresses": [firm.node.address]} for firm in others],
        currencies=sorted(set(currencies)),
    )
    in_parallel(
        [lambda firm=firm: firm.client.ask("network.join", invitation=made.invitation) for firm in others]  # type: ignore[misc]
    )
    _wait_for_mesh(firms)


def _wait_for_mesh(firms: Sequence[Firm]) -> None:
    started = time.monotonic()
    added = False
    while True:
        connected = [_connected(firm) for firm in firms]
        waited_s = time.monotonic() - started
        if min(connected) >= len(firms) - 1:
            return
        if waited_s > MESH_TIMEOUT_S:
            if min(connected) > 0:
                # Records find their way over neighbours too.
                return
            raise NetworkNotReadyError(
                ", ".join(f"{firm.sample.code} sees {seen}" for firm, seen in zip(firms, connected, strict=True))
            )
        if waited_s > ADD_PEERS_AFTER_S and not added:
            added = True
            _add_peers(firms)
        time.sleep(_POLL_S)


def _connected(firm: Firm) -> int:
    status: NodeStatus = firm.client.ask("node.status")
    return status.peers_connected


def _add_peers(firms: Sequence[Firm]) -> None:
    for firm in firms:
        for other in firms:
            if other is not firm:
                firm.client.ask("peer.add", member=other.member, addresses=[other.node.address])


def introduce(firms: Sequence[Firm], limits: Sequence[LimitNeeded]) -> None:
    """Have every firm sign who it is and the limits that it grants as a debtor."""
    in_parallel([lambda firm=firm: _introduce(firm, firms, limits) for firm in firms])  # type: ignore[misc]


def _introduce(firm: Firm, firms: Sequence[Firm], limits: Sequence[LimitNeeded]) -> None:
    records = [WriteRecord(kind="profile.set", fields=firm.sample.profile_fields())]
    records += [
        WriteRecord(kind="limit.set", fields=_limit_fields(firms[limit.creditor].member, limit.currency))
        for limit in limits
        if limit.debtor == firm.place
    ]
    write_many(firm.client, records)


def _limit_fields(counterparty: str, currency: str) -> dict[str, Any]:
    return {
        "counterparty": counterparty,
        "side": "debtor",
        "currency": currency,
        "amount": LIMIT_MINOR,
        "terms_days": LIMIT_TERMS_DAYS,
        "until": LIMIT_UNTIL,
        "auto_accept": True,
    }


def write_many(client: NodeClient, records: Sequence[WriteRecord]) -> None:
    """Sign records, RECORDS_A_REQUEST at a time."""
    for start in range(0, len(records), RECORDS_A_REQUEST):
        client.ask("record.write_many", records=records[start : start + RECORDS_A_REQUEST])


def in_parallel(tasks: Sequence[Callable[[], object]]) -> None:
    """Run every task in a thread of its own, wait for all, and raise the first error."""
    errors: list[BaseException] = []

    def run(task: Callable[[], object]) -> None:
        try:
            task()
        except BaseException as error:  # noqa: BLE001 it is raised again in the thread that waits
            errors.append(error)

    threads = [threading.Thread(target=run, args=(task,), daemon=True) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
