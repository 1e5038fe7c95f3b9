"""How late an obligation will be paid: `docs/reputation.md` says how that is computed."""

from __future__ import annotations

from typing import Literal

from cohong.api.views.base import View


class ForetoldDays(View, frozen=True):
    """A prediction out of payments: nobody has said it, and it binds nobody.

    Attributes:
        days: late, counted from the due day; early is 0.
        error_days: how far off that is expected to be, on average.
        low, high: from here to there with 80 % or more.
        paid_on: the due day and `days` after it.
        own: the payments of its debtor that this rests on, with the days late that they came to on average.
        everybody: likewise of everybody's.
    """

    days: float
    error_days: float
    low: int
    high: int
    paid_on: str
    own: int
    own_mean: float | None
    everybody: int
    everybody_mean: float


class PaymentForetold(View, frozen=True):
    """How late an obligation will be paid, as of a day.

    Attributes:
        why: nothing is foretold; empty where it is.
    """

    object: str
    debtor: str
    debtor_name: str
    side: Literal["holder", "debtor", "other"]
    due: str
    as_of: str
    foretold: ForetoldDays | None
    why: Literal["", "too-few", "nothing-owed"] = ""
