"""A member's grade in brief, for a card or a list: counted in the node's process where that is quick."""

from __future__ import annotations

from datetime import date

from cohong.api.views import CardGrade
from cohong.insight.confidence import confidence_of
from cohong.insight.payment_facts import payment_facts
from cohong.insight.score_trend import trend_of
from cohong.insight.scorecard import score_of
from cohong.ledger.debtor_lines import DebtorLines
from cohong.node.payment_report import since_of, trade_line, with_events
from cohong.primitives.ids import MemberId


def card_grade(ledger: DebtorLines, member: MemberId, *, today: str, synced_days: float, lines_max: int) -> CardGrade:
    """Return how a member pays on an ISO day; of one with more obligations than `lines_max` that there are too many.

    The figures are those of the report about it.
    """
    with ledger.one_state():
        forked, as_of_ms = ledger.has_forked(member), ledger.newest_ms(member)
        found = ledger.debtor_lines(member, since=since_of(today), limit=lines_max + 1)
        if len(found) > lines_max:
            return CardGrade(member=member.hex(), too_many=True, forked=forked, as_of_ms=as_of_ms)
        lines = with_events(list(map(trade_line, found)), ledger, member)
    as_of = date.fromisoformat(today).toordinal()
    facts = payment_facts(lines, as_of)
    turned_out, score = facts.paid_within_terms + facts.late + facts.lost, score_of(facts)
    grade = score.grade if turned_out else None
    trend = trend_of(lines, score, as_of) if turned_out else None
    return CardGrade(
        member=member.hex(),
        grade=None if grade is None else grade.value,
        trend=None if trend is None else trend.value,
        sureness=confidence_of(facts, synced_days=synced_days).sureness.name.lower(),
        invoices=facts.invoices,
        paid_within_terms=facts.paid_within_terms,
        late=facts.late,
        lost=facts.lost,
        mean_days_late=facts.days_late_sum / facts.settled if facts.settled else None,
        counterparties=facts.counterparties,
        thin=facts.on_time.is_thin,
        disputed=facts.disputed,
        defaults=facts.defaults,
        forked=forked,
        as_of_ms=as_of_ms,
    )
