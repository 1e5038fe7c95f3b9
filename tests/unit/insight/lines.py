"""Trade lines for tests, by hand and by Hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from cohong.insight.trade_lines import Mark, Payment, TradeLine

AS_OF = date(2026, 6, 30).toordinal()


def line(
    *,
    creditor: str = "c1",
    amount_minor: int = 10_000,
    due_ago: int = 60,
    late: int | None = 0,
    currency: str = "HKD",
    grace_days: int = 0,
    marks: frozenset[Mark] = frozenset(),
) -> TradeLine:
    """An invoice of 30 days' terms, due so many days before AS_OF and paid so many days after that; None is unpaid."""
    due = AS_OF - due_ago
    paid = () if late is None else (Payment(due + late, amount_minor),)
    return TradeLine(creditor, currency, amount_minor, due - 30, due, grace_days, paid, marks=marks)


def paid_lines(*, on_time: bool | None = None) -> st.SearchStrategy[TradeLine]:
    """Lines paid in full by AS_OF, with no marks; within terms, or late, or either."""
    late = {True: st.integers(-25, 0), False: st.integers(1, 200), None: st.integers(-25, 200)}[on_time]
    return st.builds(
        lambda creditor, currency, amount_minor, late, since: line(
            creditor=creditor,
            currency=currency,
            amount_minor=amount_minor,
            due_ago=max(0, late) + since,
            late=min(late, since) if late < 0 else late,
        ),
        creditor=st.sampled_from(["c1", "c2", "c3", "c4", "c5", "c6"]),
        currency=st.sampled_from(["CNY", "HKD"]),
        amount_minor=st.integers(1, 10**9),
        late=late,
        since=st.integers(0, 1_400),
    )


def any_lines() -> st.SearchStrategy[TradeLine]:
    """Lines of every kind."""

    def made(of: TradeLine, parts: list[int], given_up: int, marks: frozenset[Mark], grace_days: int) -> TradeLine:
        left = of.amount_minor
        payments = []
        for number, part in enumerate(parts):
            minor = min(left, part)
            left -= minor
            if minor:
                payments.append(Payment(min(AS_OF, of.due - 20 + 17 * number), minor))
        given_up_minor = left if given_up and Mark.WRITTEN_OFF in marks else 0
        return TradeLine(
            of.creditor, of.currency, of.amount_minor, of.issued, of.due, grace_days, tuple(payments), given_up_minor,
            marks,
        )  # fmt: skip

    return st.builds(
        made,
        paid_lines(),
        st.lists(st.integers(1, 10**9), max_size=4),
        st.integers(0, 1),
        st.frozensets(st.sampled_from(Mark), max_size=2),
        st.integers(0, 10),
    )
