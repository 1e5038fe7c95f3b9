"""What a member is worth to the one who asks: `docs/reputation.md` says how each is computed."""

from __future__ import annotations

from cohong.api.views.base import View


class TrustPath(View, frozen=True):
    """One way that trust goes: members from the one who asks to the other, what it uses of each hop, what arrives."""

    members: list[str]
    carried_minor: int
    arrives_minor: int


class TrustArc(View, frozen=True):
    """A hop of the paths: what `debtor` has repaid to `creditor`.

    Attributes:
        holds_minor: what is left of it today, halved every 180 days.
        paid_minor: what was paid, in so many `payments`, the last of them on the day `newest`.
        objects: obligations that were repaid, the newest payments first; at most five.
    """

    creditor: str
    debtor: str
    holds_minor: int
    paid_minor: int
    payments: int
    newest: str
    objects: list[str]


class TrustBound(View, frozen=True):
    """The tighter of two cuts that no path gets around.

    Attributes:
        side: `subject`: what it has repaid to all others; `viewer`: what all others have repaid to the one who asks.
        holds_minor: that, each repayment halved every 180 days.
        members: how many others that is.
        hops: the shortest path; each lets four fifths through.
        at_most_minor: what can arrive of `holds_minor` over so many.
    """

    side: str
    holds_minor: int
    members: int
    hops: int
    at_most_minor: int


class TrustInCurrency(View, frozen=True):
    """Trust in one currency; of `paths_count` paths those that are shown, the shortest first."""

    currency: str
    minor: int
    paths: list[TrustPath]
    paths_count: int
    arcs: list[TrustArc]
    bound: TrustBound


class TrustView(View, frozen=True):
    """Trust of the one who asks in a member, by currency.

    Attributes:
        viewer: the one who asks: the key that it has today.
        currencies: those in which the member has repaid something, or the one that was asked for.
        as_of: the day as of which repayments are halved.
        read_ms: when the book was read.
        names: of whoever is on a path, by id; empty where a member has given none.
    """

    member: str
    viewer: str
    as_of: str
    read_ms: int
    names: dict[str, str]
    currencies: list[TrustInCurrency]


class ExperienceTerm(View, frozen=True):
    """A term of what is expected, its weight, and what it adds: one times the other."""

    term: str
    value: float
    weight: float
    adds: float


class RatingOf(View, frozen=True):
    """What one member says of another, -1 to +1, and what that is made of.

    Attributes:
        months: so many months in which something that is owed to it turned out.
        on_time, late, lost: so many obligations.
        score: of its endorsement, -10 to +10; None without one.
    """

    member: str
    value: float
    months: int
    on_time: int
    late: int
    lost: int
    score: int | None


class ExperienceView(View, frozen=True):
    """What the one who asks may expect of a member, -1 to +1.

    Attributes:
        terms: they add up to `expected`, unless that is cut at -1 or +1.
        ratings: so many others rate the member; `raters` are the ten that did so last.
        learned_from: so many ratings the weights are learned from.
        own: what the one who asks says of the member, which is no part of it; None if it has had no experience.
        as_of: the day as of which months are halved.
        read_ms: when the book was read.
    """

    member: str
    viewer: str
    as_of: str
    read_ms: int
    names: dict[str, str]
    expected: float
    terms: list[ExperienceTerm]
    ratings: int
    learned_from: int
    own: RatingOf | None
    raters: list[RatingOf]


class FitOf(View, frozen=True):
    """How close predictions come, on the scale -1 to +1; None where it is undefined."""

    rmse: float | None
    correlation: float | None


class ExperienceFit(View, frozen=True):
    """How well ratings were foretold that were not seen: each from all others, and the later half from before.

    None where there are too few.

    Attributes:
        dishonest_raters_auc: the chance that of an honest and a dishonest rater the honest one is the more reliable;
            None without labels, or without both.
    """

    ratings: int
    members: int
    leave_one_out: FitOf | None
    forward: FitOf | None
    dishonest_raters_auc: float | None = None
