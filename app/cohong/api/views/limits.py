"""Credit limits: `docs/reputation.md` says how a suggestion comes about."""

from __future__ import annotations

from typing import Literal

from cohong.api.views.base import View

LimitStep = Literal["repaid-to-me", "repaid-to-all", "believed", "grade", "thin", "overdue", "rounded"]


class LimitReason(View, frozen=True):
    """One step towards a suggestion, and the figure after it.

    Attributes:
        figure: `repaid-to-me`, `repaid-to-all`: obligations paid within terms; `believed`: the trust; `grade`: its
            share in percent; `overdue`: what is overdue; `rounded`: leading digits that are left.
    """

    step: LimitStep
    figure: int
    after_minor: int


class LimitInCurrency(View, frozen=True):
    """What may be owed in one currency, and what is.

    Attributes:
        suggested_minor: none where the book has no answer.
        own_minor: the limit of one's own, none if there is none.
        open_minor, asked_minor: what the member owes this one now, and what is proposed and may still be accepted.
    """

    currency: str
    suggested_minor: int | None
    reasons: list[LimitReason]
    own_minor: int | None
    open_minor: int
    asked_minor: int


class LimitReport(View, frozen=True):
    """Limits for one member as one's debtor.

    Attributes:
        grade: none for a thin file.
    """

    member: str
    name: str
    as_of: str
    grade: str | None
    currencies: list[LimitInCurrency]


class OwnLimit(View, frozen=True):
    """A limit of one's own, beside what the member owes now and what is proposed to it."""

    member: str
    name: str
    currency: str
    amount_minor: int
    open_minor: int
    asked_minor: int
