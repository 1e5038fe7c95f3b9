"""The log of look-ups."""

from cohong.api.views.base import View
from cohong.api.views.consents import Purpose


class LookUpView(View, frozen=True):
    """Whose report was opened that is a person, and what for: one line a member, day and purpose.

    Attributes:
        time_ms: when the purpose was said last on its day.
        consent: id of the consent under which it was, empty where there was none.
        until: the last day of that consent.
    """

    member: str
    name: str
    time_ms: int
    purpose: Purpose
    consent: str
    until: str = ""


class LookUpPage(View, frozen=True):
    """A stretch of the log, the newest first, of `total`; lines are forgotten after `days_kept` days."""

    rows: list[LookUpView]
    total: int
    days_kept: int
