"""Members and the facts of how they pay."""

from typing import Any

from cohong.api.views.base import View
from cohong.api.views.book import ObligationRow


class MemberCard(View, frozen=True):
    """A search result: enough to tell two members apart and to judge at a glance.

    Attributes:
        id_words: as in `NodeStatus`, for this member's id.
        look_alike: another member has nearly the same name: `like`, called `like_name`.
        guessed: found only by allowing for typing errors.
    """

    member: str
    name: str
    id_words: str = ""
    name_hant: str = ""
    name_hans: str = ""
    kind: str = ""
    place: str = ""
    identifiers: dict[str, str] = {}
    voter: bool = False
    me: bool = False
    connected: bool = False
    last_seen_ms: int = 0
    invoices: int = 0
    paid_within_terms: int = 0
    settled: int = 0
    look_alike: bool = False
    like: str = ""
    like_name: str = ""
    guessed: bool = False


class CurrencyFacts(View, frozen=True):
    """Open sums of one member as debtor in one currency."""

    currency: str
    open_minor: int
    overdue_minor: int
    settled_minor: int
    highest_minor: int


class MemberFacts(View, frozen=True):
    """How a member pays, over the confirmed obligations that this node holds.

    Attributes:
        invoices: obligations accepted, as debtor.
        settled: of these, paid in full.
        paid_within_terms: settled with the last payment no later than due + grace days.
        late: settled late, or open and overdue.
        days_late_sum: days beyond due of the settled ones, early counted as 0.
        mean_days_late_milli: days_late_sum / settled, in thousandths of a day; -1 if none is settled.
        worst_days_late: the most days late of one obligation, open ones up to today.
        defaulted: in default, or paid in full after one.
        written_off: given up by their holder, in part or as a whole, come back later or not.
        disputed: an open dispute is about them.
        counterparties: different creditors.
        first_day, last_day: span of the issue dates.
        linked: names of the members that are devices of the same firm or person: both sides say so.
        endorsements: the latest of each member: [from name, score -10..10, comment, id], by which it can be disputed.
    """

    card: MemberCard
    invoices: int
    settled: int
    paid_within_terms: int
    late: int
    days_late_sum: int
    mean_days_late_milli: int
    worst_days_late: int
    counterparties: int
    first_day: str
    last_day: str
    currencies: list[CurrencyFacts] = []
    endorsements: list[list[Any]] = []
    recent: list[ObligationRow] = []
    forked: bool = False
    linked: list[str] = []
    defaulted: int = 0
    written_off: int = 0
    disputed: int = 0
