"""Credit limits: those of one's own, which never leave the machine, and those that the book speaks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final

from cohong.insight.limit import experience_of, suggested
from cohong.insight.payment_facts import facts_of
from cohong.insight.scorecard import score_of
from cohong.insight.trade_lines import standings_at
from cohong.ledger.debtor_lines import DebtorLines
from cohong.node.payment_report import trade_lines
from cohong.primitives.ids import MemberId

SETTING: Final = "limit/"
"""Before a member's id in hex, a slash and a currency: a name of the ledger's settings."""


def setting_of(member: MemberId, currency: str) -> str:
    """Return the name under which an own limit is kept; its value are minor units as decimal digits."""
    return f"{SETTING}{member.hex()}/{currency}"


def limits_in(settings: Sequence[tuple[str, bytes]]) -> dict[tuple[MemberId, str], int]:
    """Return the own limits that are kept under names that begin with SETTING, by member and currency."""
    found = {}
    for name, value in settings:
        member, _, currency = name.removeprefix(SETTING).partition("/")
        found[MemberId(bytes.fromhex(member)), currency] = int(value)
    return found


def suggestions(
    ledger: DebtorLines, member: MemberId, *, mine: Collection[str], today: str, trust: Mapping[str, int] | None
) -> dict[str, Any]:
    """Return the grade of a member and what the book speaks for in each currency that it has owed, as plain values.

    Args:
        mine: ids in hex by which the one who asks is a creditor.
        trust: by currency what arrives of trust from there; None where that is not known.
    """
    as_of = date.fromisoformat(today).toordinal()
    standings = standings_at(trade_lines(ledger, member, today=today), as_of)
    grade = score_of(facts_of(standings, as_of)).grade
    letter = None if grade is None else grade.value
    currencies = {}
    for currency in sorted({each.line.currency for each in standings}):
        trust_minor = None if trust is None else trust.get(currency, 0)
        found = suggested(experience_of(standings, mine=mine, currency=currency, trust_minor=trust_minor), letter)
        reasons = [[each.step.value, each.figure, each.after_minor] for each in found.reasons]
        currencies[currency] = {"limit_minor": found.limit_minor, "reasons": reasons}
    return {"grade": letter, "currencies": currencies}
