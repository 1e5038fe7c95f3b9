"""Trust from where one stands as plain values: the amount, the paths with their arcs, and what bounds it."""

from __future__ import annotations

from typing import Any, Final

from cohong.insight.repaid_book import RepaidIn
from cohong.insight.repaid_trade import Arcs, RepaidTrade
from cohong.insight.trust_flow import ARRIVES, WHOLE, Trust, trust_flow

PATHS_SHOWN: Final = 20
RECORDS_SHOWN: Final = 5


def plain_trust(repaid: RepaidIn, viewer: str, subject: str) -> dict[str, Any]:
    """Return the trust of one member in another in one currency.

    `arcs` has each hop of the paths that are shown once, with what it holds and the obligations it rests on, newest
    first, by their numbers. `bound` is the tighter of two cuts: what the subject has repaid in all, and what all others
    have repaid to the viewer; whatever paths it goes over, `minor` is at most `at_most_minor`.
    """
    trust = trust_flow(repaid.trade, viewer, subject)
    shown = trust.paths[:PATHS_SHOWN]
    hops = dict.fromkeys(hop for path in shown for hop in zip(path.members, path.members[1:], strict=False))
    return {
        "currency": repaid.currency,
        "minor": trust.minor * repaid.unit,
        "paths": [
            {
                "members": list(path.members),
                "carried_minor": path.carried_minor * repaid.unit,
                "arrives_minor": path.arrives_minor * repaid.unit,
            }
            for path in shown
        ],
        "paths_count": len(trust.paths),
        "arcs": [_arc(repaid, creditor, debtor) for creditor, debtor in hops],
        "bound": _bound(repaid, trust, viewer, subject),
    }


def _arc(repaid: RepaidIn, creditor: str, debtor: str) -> dict[str, Any]:
    numbers, records = repaid.trade.numbers, repaid.records(creditor, debtor)
    others, minor = repaid.trade.to_debtors.of(numbers[creditor])
    return {
        "creditor": creditor,
        "debtor": debtor,
        "holds_minor": int(minor[others == numbers[debtor]].sum()) * repaid.unit,
        "paid_minor": records.paid_minor,
        "payments": records.payments,
        "newest": records.newest,
        "objects": list(records.objects[:RECORDS_SHOWN]),
    }


def _bound(repaid: RepaidIn, trust: Trust, viewer: str, subject: str) -> dict[str, Any]:
    """Return the tighter cut; all that is carried goes over at least as many hops as the shortest of the paths."""
    trade = repaid.trade
    hops = min((len(path.members) - 1 for path in trust.paths), default=1)
    cuts = [
        (*_held(trade, trade.to_creditors, subject), "subject"),
        (*_held(trade, trade.to_debtors, viewer), "viewer"),
    ]
    held, members, side = min(cuts)
    return {
        "side": side,
        "holds_minor": held * repaid.unit,
        "members": members,
        "hops": hops,
        "at_most_minor": held * ARRIVES[hops] // WHOLE * repaid.unit,
    }


def _held(trade: RepaidTrade, arcs: Arcs, member: str) -> tuple[int, int]:
    """Return what the arcs of a member hold together, and how many there are."""
    if member not in trade.numbers:
        return 0, 0
    _, minor = arcs.of(trade.numbers[member])
    return int(minor.sum()), len(minor)
