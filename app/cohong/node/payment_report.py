"""What a node tells about how a member pays: facts, grade and confidence, over the lines that its ledger has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from cohong.book.objects import ObligationState
from cohong.insight.payment_report import plain_line, report_on
from cohong.insight.trade_lines import KEPT_DAYS, Event, EventKind, Mark, Payment, TradeLine
from cohong.ledger.debtor_lines import PAGE, DebtorLine, DebtorLines
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import Level

_MARK_OF_STATE: Final = {
    ObligationState.DEFAULTED: Mark.DEFAULTED,
    ObligationState.CURED: Mark.CURED,
    ObligationState.WRITTEN_OFF: Mark.WRITTEN_OFF,
    ObligationState.RECOVERED: Mark.RECOVERED,
}


def payment_report(
    ledger: DebtorLines, member: MemberId, *, today: str, synced_days: float, lines_max: int = 0
) -> dict[str, Any]:
    """Return the report about a member as plain values, as `check.report` answers them.

    Args:
        lines_max: with it, `lines` has so many of the obligations that it rests on, and `lines_left_out` how many more
            there are. What is open comes first, then what moved last.
    """
    with ledger.one_state():
        lines = with_events(trade_lines(ledger, member, today=today), ledger, member)
        honoured = ledger.guarantees_honoured(member)
        waiting, contested = ledger.unsure_of_debtor(member)
    report = {
        "member": member.hex(),
        "as_of": today,
        **report_on(lines, today, honoured, synced_days),
        "waiting": waiting,
        "contested": contested,
    }
    if lines_max:
        lines.sort(key=lambda line: (not _is_open(line), -line.last_day, line.key))
        report["lines"] = list(map(plain_line, lines[:lines_max]))
        report["lines_left_out"] = max(0, len(lines) - lines_max)
    return report


def _is_open(line: TradeLine) -> bool:
    return sum(payment.minor for payment in line.payments) + line.given_up_minor < line.amount_minor


def trade_lines(ledger: DebtorLines, member: MemberId, *, today: str) -> list[TradeLine]:
    """Return the lines of a member that count on an ISO day, all of one state."""
    with ledger.one_state():
        return [trade_line(line) for page in _pages(ledger, member, since_of(today)) for line in page]


def with_events(lines: list[TradeLine], ledger: DebtorLines, member: MemberId) -> list[TradeLine]:
    """Return lines of a member with what has come over each, by which it is known what an earlier day could know."""
    came = {
        identity.hex(): tuple(Event(event.day, EventKind(event.kind)) for event in events)
        for identity, events in ledger.events(member).items()
    }
    return [replace(line, events=came[line.key]) if line.key in came else line for line in lines]


def since_of(today: str) -> str:
    """Return the day on which an obligation must have ended, or later, to count on an ISO day."""
    return (date.fromisoformat(today) - timedelta(days=KEPT_DAYS)).isoformat()


def trade_line(line: DebtorLine) -> TradeLine:
    """Return a line of the ledger as reputation sees it."""
    paid_on = line.issued if line.paid_on is None else line.paid_on
    return TradeLine(
        line.creditor.hex(),
        line.currency,
        line.amount_minor,
        line.issued,
        line.due,
        line.grace_days,
        (Payment(paid_on, line.paid_minor),) if line.paid_minor else (),
        line.written_off_minor,
        frozenset(_marks(line)),
        line.level in (Level.FINAL, Level.ANCHORED),
        line.id.hex(),
    )


def _pages(ledger: DebtorLines, member: MemberId, since: str) -> Iterator[Sequence[DebtorLine]]:
    page = ledger.debtor_lines(member, since=since)
    yield page
    while len(page) == PAGE:
        page = ledger.debtor_lines(member, since=since, after=page[-1].number)
        yield page


def _marks(line: DebtorLine) -> Iterator[Mark]:
    if line.state in _MARK_OF_STATE:
        yield _MARK_OF_STATE[line.state]
    if line.is_disputed:
        yield Mark.DISPUTED
    if line.was_disputed:
        yield Mark.DISPUTE_OPENED
    if line.dispute_lost:
        yield Mark.DISPUTE_LOST
    if line.is_restructured:
        yield Mark.RESTRUCTURED
