"""Facts, grade and confidence over trade lines, and these lines as plain values: what a report rests on.

Whoever has the lines of a report can compute everything else in it anew (`differences`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from cohong.insight.confidence import Ground, confidence_of
from cohong.insight.payment_calendar import payment_calendar
from cohong.insight.payment_facts import payment_facts
from cohong.insight.plain import plain_calendar, plain_confidence, plain_facts, plain_history, plain_score
from cohong.insight.score_changes import changes_of
from cohong.insight.score_history import score_history
from cohong.insight.scorecard import score_of
from cohong.insight.trade_lines import Event, EventKind, Mark, Payment, TradeLine

NEAR: Final = 1e-6
"""Relative: powers and logarithms differ by a last digit from machine to machine."""


def report_on(lines: Sequence[TradeLine], today: str, honoured: int, synced_days: float) -> dict[str, Any]:
    """Return facts, grade, confidence and what charts show on an ISO day as plain values."""
    as_of = date.fromisoformat(today).toordinal()
    facts = payment_facts(lines, as_of, guarantees_honoured=honoured)
    return {
        "facts": plain_facts(facts),
        "score": plain_score(score_of(facts), changes_of(lines, as_of)),
        "confidence": plain_confidence(confidence_of(facts, synced_days=synced_days)),
        **plain_calendar(payment_calendar(lines, as_of)),
        "over_time": plain_history(score_history(lines, as_of)),
    }


def plain_line(line: TradeLine) -> dict[str, Any]:
    """Return a line of at most one payment, as the book keeps them."""
    paid = sum(payment.minor for payment in line.payments)
    events = sorted((event.day, event.kind) for event in line.events)
    return {
        "obligation": line.key,
        "creditor": line.creditor,
        "currency": line.currency,
        "amount_minor": line.amount_minor,
        "issued": _day(line.issued),
        "due": _day(line.due),
        "grace_days": line.grace_days,
        "paid_minor": paid,
        "paid_on": _day(line.last_day) if paid else None,
        "written_off_minor": line.given_up_minor,
        "marks": sorted(line.marks),
        "final": line.is_final,
        **({"events": [[_day(day), kind] for day, kind in events]} if events else {}),
    }


def line_of(plain: Mapping[str, Any]) -> TradeLine:
    """Return the line in plain values.

    Raises:
        KeyError, TypeError, ValueError: they are none.
    """
    paid_minor = int(plain["paid_minor"])
    return TradeLine(
        plain["creditor"],
        plain["currency"],
        int(plain["amount_minor"]),
        _ordinal(plain["issued"]),
        _ordinal(plain["due"]),
        int(plain["grace_days"]),
        (Payment(_ordinal(plain["paid_on"]), paid_minor),) if paid_minor else (),
        int(plain["written_off_minor"]),
        frozenset(map(Mark, plain["marks"])),
        bool(plain["final"]),
        plain["obligation"],
        tuple(Event(_ordinal(day), EventKind(kind)) for day, kind in plain.get("events", ())),
    )


def differences(report: Mapping[str, Any]) -> list[str]:
    """Return where a report says something else than its lines come to by the published rules; empty if nowhere.

    Guarantees honoured and how long its maker had been alone are taken from the report: no line has them.

    Raises:
        KeyError, TypeError, ValueError: it is no report.
    """
    grounds = {each["ground"]: each["number"] for each in report["confidence"]["grounds"]}
    synced_days = grounds[Ground.SYNC]
    lines = [line_of(line) for line in report["lines"]]
    honoured = int(report["facts"]["guarantees_honoured"])
    found = report_on(lines, report["as_of"], honoured, math.inf if synced_days is None else float(synced_days))
    return [place for name in found for place in _unlike(exact(found[name]), report[name], name)]


def exact(value: Any) -> Any:
    """Return plain values with their amounts as texts: JSON's numbers are not exact beyond 2^53 in every reader."""
    return _amounts(value, str, is_amount=False)


def inexact(value: Any) -> Any:
    """Return plain values with their amounts as numbers again.

    Raises:
        ValueError: an amount is none.
    """
    return _amounts(value, int, is_amount=False)


def _amounts(value: Any, turn: type[int] | type[str], *, is_amount: bool) -> Any:
    if isinstance(value, Mapping):
        return {name: _amounts(item, turn, is_amount="_minor" in name) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_amounts(item, turn, is_amount=is_amount) for item in value]
    return turn(value) if is_amount else value


def _unlike(found: Any, said: Any, place: str) -> Iterator[str]:
    if isinstance(found, dict) and isinstance(said, dict) and found.keys() == said.keys():
        for name in found:
            yield from _unlike(found[name], said[name], f"{place}.{name}")
    elif isinstance(found, list) and isinstance(said, list) and len(found) == len(said):
        for number, (item, other) in enumerate(zip(found, said, strict=True)):
            yield from _unlike(item, other, f"{place}[{number}]")
    elif not _is_like(found, said):
        yield place


def _is_like(found: Any, said: Any) -> bool:
    if isinstance(found, float) and isinstance(said, int | float) and not isinstance(said, bool):
        return math.isclose(found, said, rel_tol=NEAR, abs_tol=NEAR)
    return bool(found == said)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
