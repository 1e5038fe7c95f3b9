"""A credit limit to suggest for a member, in one currency, from what it has repaid: each step with its reason.

Trade creditors commonly go by the *high credit* that a buyer has carried and repaid elsewhere and with themselves, and
by how promptly (trade references, as credit managers' associations and bureaus pass them on). This is that practice
with what stands in the book, and with one caution: what a member has repaid to others counts only as far as the viewer
can trust (`trust_flow`), since payment facts believe invented creditors and trust does not.

    own      = the most that was owed to the viewer on any day and was then paid within terms
    all      = likewise to everybody, the viewer included
    believed = max(own, min(all, trust))
    limit    = SHARES[grade] x believed - what is overdue to anybody now, not below 0, in two leading digits

A thin file has no grade: half of `own`, and without any the book has no answer (None), which is not the answer 0. Never
is more suggested than `CEILING` times what was ever repaid within terms. Where trust is not known, it counts as
nothing: the viewer's own experience alone decides.

Of the inputs: a better grade, or more in `own`, `all` or `trust`, never lowers the limit; more overdue never raises it.
Of the book: one more payment that is late adds to none of `own` and `all`, and so never raises it as long as the grade
is no better for it; see the scorecard for when that can be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from cohong.insight.payment_facts import highest_open
from cohong.insight.trade_lines import Mark, Outcome, Standing

SHARES: Final[dict[str, Fraction]] = {
    "A": Fraction(5, 4), "B": Fraction(1), "C": Fraction(3, 5), "D": Fraction(3, 10), "E": Fraction(0),
}  # fmt: skip
THIN_SHARE: Final = Fraction(1, 2)
CEILING: Final = max(SHARES.values())
_DIGITS: Final = 2


class Step(StrEnum):
    """Why the figure is what it is, in the order in which it comes about."""

    REPAID_TO_ME = "repaid-to-me"
    REPAID_TO_ALL = "repaid-to-all"
    BELIEVED = "believed"
    GRADE = "grade"
    THIN = "thin"
    OVERDUE = "overdue"
    ROUNDED = "rounded"


@dataclass(frozen=True, slots=True)
class Experience:
    """What a member has repaid within terms in one currency, and what it owes past its terms.

    Attributes:
        own_minor, own_count: the most that was owed to the viewer on any day and then paid within terms; in how many
            obligations that are paid so in all.
        all_minor, all_count: likewise to everybody.
        overdue_minor: to everybody, past due and grace days.
        trust_minor: what arrives of trust from the viewer; None where it was not computed.
    """

    own_minor: int
    own_count: int
    all_minor: int
    all_count: int
    overdue_minor: int
    trust_minor: int | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: what it is about, in minor units or a count, and what the limit is after it."""

    step: Step
    figure: int
    after_minor: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A limit in minor units, None where nothing can be said; and how it comes about."""

    limit_minor: int | None
    reasons: tuple[Reason, ...]


def suggested(experience: Experience, grade: str | None) -> Suggestion:
    """Return the limit that the book speaks for; `grade` is None for a thin file."""
    reasons = list(_reasons(experience, grade))
    if grade is None and not experience.own_minor:
        return Suggestion(None, tuple(reasons))
    return Suggestion(reasons[-1].after_minor, tuple(reasons))


def experience_of(
    standings: Sequence[Standing], *, mine: Collection[str], currency: str, trust_minor: int | None
) -> Experience:
    """Return what a member has repaid, over how its obligations stand; those in dispute count for nothing.

    Args:
        mine: by which names the viewer is a creditor.
    """
    counted = [each for each in standings if each.line.currency == currency and Mark.DISPUTED not in each.line.marks]
    repaid = [each for each in counted if each.outcome is Outcome.ON_TIME]
    own = [each for each in repaid if each.line.creditor in mine]
    return Experience(
        highest_open(own), len(own), highest_open(repaid), len(repaid),
        sum(each.outstanding_minor for each in counted if each.is_overdue), trust_minor,
    )  # fmt: skip


def _reasons(of: Experience, grade: str | None) -> Iterator[Reason]:
    yield Reason(Step.REPAID_TO_ME, of.own_count, of.own_minor)
    if grade is None:
        limit = int(THIN_SHARE * of.own_minor)
        yield Reason(Step.THIN, 0, limit)
    else:
        yield Reason(Step.REPAID_TO_ALL, of.all_count, of.all_minor)
        believed = max(of.own_minor, min(of.all_minor, of.trust_minor or 0))
        yield Reason(Step.BELIEVED, of.trust_minor or 0, believed)
        limit = int(SHARES[grade] * believed)
        yield Reason(Step.GRADE, int(100 * SHARES[grade]), limit)
    if of.overdue_minor:
        limit = max(0, limit - of.overdue_minor)
        yield Reason(Step.OVERDUE, of.overdue_minor, limit)
    rounded = _rounded(limit)
    if rounded != limit:
        yield Reason(Step.ROUNDED, _DIGITS, rounded)


def _rounded(minor: int) -> int:
    """Return the largest amount of so few leading digits that is no more: a limit is no measurement."""
    step: int = 10 ** max(0, len(str(minor)) - _DIGITS)
    return minor // step * step
