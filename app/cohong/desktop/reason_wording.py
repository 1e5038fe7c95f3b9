"""Why a grade is what it is, and what would change it: each term of the scorecard and each change as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from cohong.api.views import PaymentReport, ScoreChange, ScoreTerm
from cohong.desktop.formatting import Formats
from cohong.insight.score_changes import LATE_DAYS, ChangeKind
from cohong.insight.scorecard import Term

Figures = Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of the scorecard.

    Attributes:
        points: `34 of 45`.
        share: of the points that it could have given, 0 to 1.
        book_filter: of the Book, for the records that it rests on; empty where there are none.
    """

    name: str
    points: str
    share: float
    sentence: str
    book_filter: str


class ReasonWords(QObject):
    """Words terms and changes in the language of the window."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._sentences: Final[dict[Term, Callable[[Figures], str]]] = {
            Term.ON_TIME: self._on_time,
            Term.BEYOND_TERMS: self._beyond_terms,
            Term.OVERDUE: self._overdue,
            Term.LOSSES: self._losses,
            Term.DISPUTES: self._disputes,
            Term.HISTORY: self._history,
            Term.BREADTH: self._breadth,
        }

    def reasons(self, report: PaymentReport) -> list[Reason]:
        """Return all terms, what cost the most points first."""
        return [self._reason(term) for term in report.score.terms]

    def changes(self, report: PaymentReport) -> list[str]:
        """Return what would change the grade, each in a sentence; nothing that was tried does if there is none."""
        return [self._change(change, report.score.grade) for change in report.score.changes]

    def _reason(self, term: ScoreTerm) -> Reason:
        known = Term(term.term)
        return Reason(
            self._name(known),
            self.tr("{points} of {most}").format(points=term.points, most=term.of),
            term.points / term.of,
            self._sentences[known](term.figures),
            _book_filter(known, term.figures),
        )

    def _name(self, term: Term) -> str:
        return {
            Term.ON_TIME: self.tr("Paid within terms"),
            Term.BEYOND_TERMS: self.tr("Days beyond terms"),
            Term.OVERDUE: self.tr("Overdue now"),
            Term.LOSSES: self.tr("Losses and defaults"),
            Term.DISPUTES: self.tr("Disputes lost"),
            Term.HISTORY: self.tr("History"),
            Term.BREADTH: self.tr("Breadth"),
        }[term]

    # Terms

    def _on_time(self, of: Figures) -> str:
        if not of["turned_out"]:
            return self.tr("No invoice is paid, overdue or given up yet.")
        words = self.tr("{paid} of {turned_out} invoices were paid within terms. Newer ones weigh more.")
        return words.format(paid=self._count(of["paid_within_terms"]), turned_out=self._count(of["turned_out"]))

    def _beyond_terms(self, of: Figures) -> str:
        if not of["days"]:
            return self.tr("Nothing was paid, or is owed, past its due day.")
        words = self.tr("By amount, {currency} was paid, or is still owed, {days} days after the due day on average.")
        return words.format(currency=of["currency"], days=self._formats.decimal(round(float(of["days"]) * 1000)))

    def _overdue(self, of: Figures) -> str:
        if not of["open_minor"]:
            return self.tr("Nothing is open.")
        if not of["overdue_minor"]:
            return self.tr("Nothing of what is open is overdue.")
        overdue, whole = int(of["overdue_minor"]), int(of["open_minor"])
        return self.tr("{overdue} of {open} that is open is overdue ({share}).").format(
            overdue=self._formats.money(str(of["currency"]), overdue),
            open=self._formats.money(str(of["currency"]), whole),
            share=self._formats.percent(overdue, whole),
        )

    def _losses(self, of: Figures) -> str:
        if not of["lost"] and not of["defaults"]:
            return self.tr("Nothing was ever given up or in default.")
        words = self.tr("Given up by the creditor: {lost}. In default: {defaults}, of which paid later: {cures}.")
        return words.format(**{name: self._count(of[name]) for name in ("lost", "defaults", "cures")})

    def _disputes(self, of: Figures) -> str:
        if not of["opened"]:
            return self.tr("No invoice was ever disputed.")
        return self.tr("{lost} of %n dispute(s) lost.", "", int(of["opened"])).format(lost=self._count(of["lost"]))

    def _history(self, of: Figures) -> str:
        if not of["months"]:
            return self.tr("No invoice that was paid within terms is a month old yet.")
        return self.tr("The first invoice that was paid within terms is %n month(s) old.", "", int(of["months"]))

    def _breadth(self, of: Figures) -> str:
        words = self.tr("{paid} of %n counterparties were paid within terms.", "", int(of["counterparties"]))
        return words.format(paid=self._count(of["paid_on_time"]))

    # Changes

    def _change(self, change: ScoreChange, before: str | None) -> str:
        match ChangeKind(change.kind):
            case ChangeKind.ON_TIME:
                what = self.tr("%n more payment(s) within terms", "", change.count)
            case ChangeKind.PAY_OVERDUE:
                what = self.tr("Paying the %n overdue invoice(s) today", "", change.count)
            case ChangeKind.LATE:
                what = self.tr("%n more payment(s) {days} days late", "", change.count).format(days=LATE_DAYS)
        if change.grade == before:
            words = self.tr("{what}: the same grade, {points} points.")
        elif change.grade is None:
            words = self.tr("{what}: a thin file, since too much would be with too few.")
        else:
            words = self.tr("{what}: grade {grade}, {points} points.")
        return words.format(what=what, grade=change.grade, points=change.points)

    def _count(self, number: int | float | str) -> str:
        return self._formats.count(int(number))


def _book_filter(term: Term, of: Figures) -> str:
    """Return the Book's filter for the records that have cost points, or else for all that count."""
    match term:
        case Term.OVERDUE:
            return "overdue" if of["overdue_minor"] else ""
        case Term.LOSSES:
            return "written-off" if of["lost"] else "defaulted" if of["defaults"] else ""
        case Term.DISPUTES:
            return "disputed" if of["opened"] else ""
        case Term.BEYOND_TERMS:
            return "late" if of["days"] else ""
        case Term.ON_TIME | Term.HISTORY | Term.BREADTH:
            return "accepted"
