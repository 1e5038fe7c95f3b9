"""Sample trade: invoices among the demonstration's firms, with lateness as one meets it.

The same seed, firms and day give the same trade. Each debtor has its habit: a typical delay with a spread that leans
to the late side, payment runs at the end of the month that make a small delay a longer one, and bills that it does
not pay at all. Older invoices that are unpaid show up as overdue, young ones as open.
"""

import random
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cohong.cli.demo.firms import PayingHabit, SampleFirm
from cohong.primitives.money import minor_digits

MONTHS: Final = 18
_DAYS: Final = 30 * MONTHS
_SATURDAY: Final = 5
_USUAL_CURRENCY_PERCENT: Final = 75

# What one unit of each currency is worth in HKD, roughly: only so that amounts look alike in all of them.
_HKD_PER_UNIT: Final = {"HKD": 1.0, "CNY": 1.1, "USD": 7.8, "SGD": 6.0, "EUR": 9.0, "JPY": 0.05}


@dataclass(frozen=True, slots=True)
class SampleInvoice:
    """One invoice among the firms.

    Attributes:
        seller, buyer: places in the list of firms.
        paid: the day its payment counts; None while it is unpaid.
    """

    seller: int
    buyer: int
    reference: str
    description: str
    currency: str
    amount_minor: int
    issued: str
    due: str
    paid: str | None


def sample_trade(firms: Sequence[SampleFirm], *, invoices: int, today: date, seed: int) -> list[SampleInvoice]:
    """Return invoices issued in the 18 months before `today`, oldest first; every firm sells and buys."""
    chance = random.Random(seed)
    pairs = _pairs(len(firms), invoices, chance)
    # Business grows: a square root leans the days towards the present.
    days = sorted(int(_DAYS * chance.random() ** 0.7) for _ in range(invoices))
    numbers = [0] * len(firms)
    trade = []
    for (seller, buyer), day in zip(pairs, days, strict=True):
        issued = _working_day(today - timedelta(days=_DAYS - day))
        numbers[seller] += 1
        reference = f"{firms[seller].code}-{issued.year}-{numbers[seller]:04}"
        trade.append(_invoice(firms, seller, buyer, reference, issued, today, chance))
    return trade


def _pairs(firms: int, invoices: int, chance: random.Random) -> list[tuple[int, int]]:
    """Every ordered pair of firms trades; a firm's neighbours in the list more than the others."""
    pairs = [(seller, buyer) for seller in range(firms) for buyer in range(firms) if seller != buyer]
    weights = [3 if (buyer - seller) % firms in (1, firms - 1) else 2 for seller, buyer in pairs]
    drawn = pairs[:invoices] + chance.choices(pairs, weights, k=max(0, invoices - len(pairs)))
    chance.shuffle(drawn)
    return drawn


def _invoice(
    firms: Sequence[SampleFirm],
    seller: int,
    buyer: int,
    reference: str,
    issued: date,
    today: date,
    chance: random.Random,
) -> SampleInvoice:
    usual, *others = firms[seller].currencies
    currency = usual if chance.randrange(100) < _USUAL_CURRENCY_PERCENT else chance.choice(others)
    due = issued + timedelta(days=chance.choice(firms[seller].terms_days))
    paid = _paid_on(firms[buyer].habit, issued, due, chance)
    return SampleInvoice(
        seller=seller,
        buyer=buyer,
        reference=reference,
        description=chance.choice(firms[seller].goods),
        currency=currency,
        amount_minor=_amount_minor(currency, chance),
        issued=issued.isoformat(),
        due=due.isoformat(),
        paid=paid.isoformat() if paid is not None and paid < today else None,
    )


def _amount_minor(currency: str, chance: random.Random) -> int:
    """Many small bills and a few large ones: around HKD 18,000, seldom over 150,000."""
    units = chance.lognormvariate(9.8, 0.9) / _HKD_PER_UNIT[currency]
    minor = int(units * 10 ** minor_digits(currency))
    # Prices end in round figures more often than not.
    rounded = minor - minor % chance.choice((1, 10, 100, 500))
    return max(1000, rounded)


def _paid_on(habit: PayingHabit, issued: date, due: date, chance: random.Random) -> date | None:
    if chance.randrange(100) < habit.unpaid_percent:
        return None
    # Early is seldom by much, late can be: the spread is twice as wide on that side.
    stray = chance.gauss(0, 1) * habit.spread_days
    paid = due + timedelta(days=habit.days_late + int(stray * 2 if stray > 0 else stray))
    if chance.randrange(100) < habit.month_end_percent:
        paid = paid.replace(day=monthrange(paid.year, paid.month)[1])
    return max(_working_day(paid), issued + timedelta(days=1))


def _working_day(day: date) -> date:
    """Banks do not work on Saturdays and Sundays: the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
