"""The credit links of a real network as a graph to flow over: lines of `u v low balance high`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from cohong.insight.repaid_trade import Repayment


def read_credit_lines(file: Path) -> list[Repayment]:
    """Return each limit as an arc from who grants it, in whole units: `high` from v to u, `-low` from u to v."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        one, other, low, _, high = line.split()
        found += [Repayment(other, one, int(Decimal(high)), 0), Repayment(one, other, int(-Decimal(low)), 0)]
    return found
