"""What the pictures of the Market and of disputes show: debts in circles, rounds, an offer, a record in dispute."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop.node_client import NodeClient

WAIT_S: Final = 120.0
TODAY: Final = date.today()  # noqa: DTZ011  # a business day of this machine

DEBTS: Final = (
    (0, 1, 12_040_000), (1, 2, 9_000_000), (2, 0, 6_100_000), (1, 3, 2_215_050), (3, 0, 4_430_000), (0, 2, 1_850_000),
)  # fmt: skip
"""Debtor, creditor, minor units."""


@dataclass(frozen=True, slots=True)
class Traded:
    """What there is to show.

    Attributes:
        settled, open: netting rounds.
        disputed: an obligation that is disputed and to be corrected.
    """

    settled: str
    open: str
    disputed: str


async def trade(clients: Sequence[NodeClient]) -> Traded:
    """Have four members of five, who are all there, do what is shown; the pictures are taken at the first."""
    members = [await _me(client) for client in clients]
    debts = [await _owed(clients, members, *debt, f"INV-9{number:02d}") for number, debt in enumerate(DEBTS)]
    settled = await _round(clients[1], "Month's end: all of Kwai Chung is welcome")
    for client in clients:
        await until(lambda: _knows(client, settled))  # noqa: B023
        await client.call("netting.join", requests.OfRound(round=settled))
    await until(lambda: _has_joined(clients[1], settled, len(debts)))
    await clients[1].call("netting.settle", requests.OfRound(round=settled))
    await until(lambda: _is(clients[0], settled, "applied"))
    for debtor, creditor, minor in ((0, 3, 3_020_000), (3, 1, 2_710_000), (1, 0, 5_200_000)):
        await _owed(clients, members, debtor, creditor, minor, f"INV-95{debtor}")
    open_ = await _round(clients[2], "")
    await until(lambda: _knows(clients[0], open_))
    sold = await _owed(clients, members, 3, 2, 4_820_000, "INV-961")
    terms = {"amount": 4_820_000, "price": 4_723_600, "recourse": True, "valid_until": _day(20)}
    await _write(clients[2], "offer.sell", sold, **terms)
    disputed = await _owed(clients, members, 0, 1, 1_290_000, "INV-971")
    await _write(clients[0], "dispute.open", disputed, says="Half of it came broken.", evidence=[])
    await _write(clients[0], "correct.propose", disputed, says="The price is 64.50.", evidence=[], asked=members[1])
    return Traded(settled, open_, disputed)


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until what is asked of a node is so."""
    async with asyncio.timeout(WAIT_S):
        while not await holds():  # noqa: ASYNC110 - each look is a request
            await asyncio.sleep(0.2)


def _day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


async def _me(client: NodeClient) -> str:
    status: views.NodeStatus = await client.call("node.status")
    return status.member


async def _owed(
    clients: Sequence[NodeClient], members: Sequence[str], debtor: int, creditor: int, minor: int, reference: str
) -> str:
    fields = {
        "debtor": members[debtor], "creditor": members[creditor], "amount": minor, "currency": "HKD",
        "issued": _day(-20), "due": _day(25), "grace_days": 3, "reference": reference,
        "description": "Connectors, DAP Kwai Chung", "evidence": [], "assignable": True, "nettable": True,
        "valid_until": _day(60),
    }  # fmt: skip
    subject = await _write(clients[creditor], "credit.propose", "", **fields)
    await until(lambda: _accepts(clients[debtor], subject))
    for client in clients:
        await until(lambda: _is_final(client, subject))  # noqa: B023
    return subject


async def _round(client: NodeClient, says: str) -> str:
    return await _write(client, "netting.announce", "", currency="HKD", due_until=_day(40), ends=_day(7), says=says)


async def _write(client: NodeClient, kind: str, subject: str, **fields: object) -> str:
    written: views.Written = await client.call(
        "record.write", requests.WriteRecord(kind=kind, object=subject, fields=fields)
    )
    return written.object


async def _accepts(client: NodeClient, subject: str) -> bool:
    """Accept a proposal, unless the debtor's credit limit has done so; return whether it is accepted."""
    try:
        details: views.RecordDetails = await client.call("book.record", requests.OfObject(object=subject))
        if "credit.accept" in details.actions:
            await _write(client, "credit.accept", subject)
    except ApiError:
        return False  # it has not come yet, or it is being accepted
    return details.row.state == "active"


async def _is_final(client: NodeClient, subject: str) -> bool:
    details: views.RecordDetails = await client.call("book.record", requests.OfObject(object=subject))
    return (details.row.state, details.row.level) == ("active", "final")


async def _rounds(client: NodeClient) -> dict[str, views.RoundView]:
    found: list[views.RoundView] = await client.call("netting.rounds")
    return {item.id: item for item in found}


async def _knows(client: NodeClient, round_: str) -> bool:
    return round_ in await _rounds(client)


async def _has_joined(client: NodeClient, round_: str, count: int) -> bool:
    return (await _rounds(client))[round_].obligations >= count


async def _is(client: NodeClient, round_: str, state: str) -> bool:
    return (await _rounds(client))[round_].state == state
