"""Reports as a node answers them, over made-up invoices: a good payer, a bad one, and one with a thin file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any, Final

from cohong.api.framing import decode_result
from cohong.api.views import PaymentReport
from cohong.insight.payment_report import report_on
from cohong.insight.trade_lines import Event, EventKind, Mark, Payment, TradeLine

AS_OF: Final = "2026-06-30"
_DAY: Final = date.fromisoformat(AS_OF).toordinal()
SUBJECT: Final = "0f" * 32
NAMES: Final = (
    "Harbour Trading Ltd",
    "Lotus Freight",
    "Silver Dragon",
    "Blue Anchor Stores",
    "Jade Paper Mill",
    "Kwai",
)


def invoice(
    number: int, late: int | None, *, due_ago: int | None = None, creditors: int = 6, minor: int = 0, **more: Any
) -> TradeLine:
    """An invoice of 30 days' terms to one of so many creditors, paid so many days late; None is unpaid."""
    due = _DAY - (21 * number + 40 if due_ago is None else due_ago)
    minor = minor or 2_000_000 + 113_700 * number
    paid = () if late is None else (Payment(due + late, minor),)
    creditor = f"{number % creditors + 1:02x}" * 32
    return TradeLine(creditor, "HKD", minor, due - 30, due, 3, paid, **more)


def report(lines: list[TradeLine], **more: Any) -> PaymentReport:
    """Return the report over these lines, with three of four voters in touch."""
    found = {
        "member": SUBJECT, "as_of": AS_OF, **report_on(lines, AS_OF, 1, 0.2), "voters": 4, "voters_in_touch": 3, **more
    }  # fmt: skip
    for each in found["facts"]["largest"]:
        each["name"] = NAMES[int(each["creditor"][:2], 16) - 1]
    view: PaymentReport = decode_result("check.report", json.dumps(found).encode())
    return view


def good_payer() -> PaymentReport:
    """Two and a half years, nearly all within terms."""
    return report(
        [*(invoice(number, (0, -4, 2, 0, 0, 9)[number % 6]) for number in range(40)), invoice(40, None, due_ago=-12)]
    )


def bad_payer() -> PaymentReport:
    """Months late, much overdue, one invoice given up, one in dispute, and one corrected after a dispute."""
    lines = [invoice(number, (45, 12, 70, 3, 110, 28)[number % 6], due_ago=21 * number + 130) for number in range(24)]
    lines += [invoice(number, None, due_ago=15 * number + 10) for number in range(4)]
    lost = replace(invoice(3, None, due_ago=200), marks=frozenset({Mark.WRITTEN_OFF}))
    lines.append(replace(lost, given_up_minor=lost.amount_minor))
    opened = Event(_DAY - 45, EventKind.DISPUTE_OPENED)
    marks = frozenset({Mark.DISPUTED, Mark.DISPUTE_OPENED})
    lines.append(invoice(5, None, due_ago=50, marks=marks, events=(opened,)))
    over = [
        Event(_DAY - 120, EventKind.DISPUTE_OPENED), Event(_DAY - 100, EventKind.CORRECTION),
        Event(_DAY - 30, EventKind.DISPUTE_SETTLED),
    ]  # fmt: skip
    lines[0] = replace(lines[0], marks=frozenset({Mark.DISPUTE_OPENED}), events=tuple(over))
    return report(lines, waiting=2, contested=1)


def thin_file() -> PaymentReport:
    """A few invoices of one creditor, with half a year of nothing between."""
    return report([invoice(0, 0, creditors=1), invoice(1, 5, creditors=1, due_ago=400)], voters_in_touch=4)
