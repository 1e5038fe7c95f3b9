"""The report about how a member pays, in words: grade, confidence, facts with their denominators, what is missing.

Whoever shows a report has its words from here and from `reason_wording`: the screen, and the papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from cohong.api.views import ComesBack, PaymentFacts, PaymentReport, RingCheck, ScoreAt
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.desktop.score_events import EventWords
from cohong.insight.confidence import Ground

GRADE_MEANINGS: Final[dict[str | None, str]] = {
    "A": "good", "B": "good", "C": "warning", "D": "late", "E": "danger", None: "neutral",
}  # fmt: skip
"""The meaning whose colours a grade takes; a thin file has none."""
MOSTLY_FROM: Final = 0.4
"""Above this share of one counterparty it is said that the file is mostly with it."""

RINGS_WARN_FROM: Final = 0.3
"""Above this share of what comes back a reader should ask who the counterparties are."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the five facts.

    Attributes:
        below: what the figure is of.
        book_filter: of the Book, for the records behind it; empty where there are none.
    """

    name: str
    figure: str
    below: str
    book_filter: str


def rings_warn(found: RingCheck) -> bool:
    """Return whether so much comes back that a reader should ask who the counterparties are."""
    return bool(_rings(found))


def _rings(found: RingCheck) -> list[ComesBack]:
    """Return the currencies in which it is so much."""
    return [each for each in found.currencies if each.back_minor > RINGS_WARN_FROM * each.paid_minor]


class ReportWords(QObject):
    """Words a report in the language of the window; an object of Qt, for `lupdate` knows plurals by its `tr` alone."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    # Grade and confidence

    def grade(self, grade: str | None) -> str:
        """Return `A` to `E`, or that the file is thin."""
        return grade or self.tr("Thin file")

    def grade_sentence(self, report: PaymentReport) -> str:
        """Return points and probability; of a thin file its band, and why there is no grade."""
        band, percent = report.facts.on_time, self._percent
        low, high = percent(band.low), percent(band.high)
        if band.mean is None:
            words = self.tr(
                "Too few counterparties for a grade. The chance that an invoice is paid within terms is between {low} "
                "and {high}, with 90 % certainty."
            )
            return words.format(low=low, high=high)
        words = self.tr(
            "{points} of 100 points. The chance that an invoice is paid within terms is {mean}, with 90 % certainty "
            "between {low} and {high}."
        )
        return words.format(points=report.score.points, mean=percent(band.mean), low=low, high=high)

    def confidence(self, report: PaymentReport) -> str:
        """Return how sure the report is."""
        return self.sureness(report.confidence.sureness)

    def sureness(self, sureness: str) -> str:
        """Return how sure something is that is low, medium or high."""
        return {
            "low": self.tr("Confidence: low"),
            "medium": self.tr("Confidence: medium"),
            "high": self.tr("Confidence: high"),
        }[sureness]

    def confidence_reason(self, report: PaymentReport) -> str:
        """Return the weakest of what confidence rests on, in a sentence."""
        found = report.confidence
        number = next(each.number for each in found.grounds if each.ground == found.because)
        match Ground(found.because):
            case Ground.COUNTERPARTIES:
                words = self.tr("Weakest: {number} effective counterparties.")
                return words.format(number=self._tenths(number or 0))
            case Ground.AGE if number is None:
                return self.tr("Weakest: there are no records.")
            case Ground.AGE:
                return self.tr("Weakest: the newest record is %n day(s) old.", "", round(number or 0))
            case Ground.FINAL:
                words = self.tr("Weakest: {share} of the obligations rest on final records.")
                return words.format(share=self._percent(number or 0))
            case Ground.SYNC if number is None:
                return self.tr("Weakest: this machine has never been connected to another.")
            case Ground.SYNC:
                return self.tr(
                    "Weakest: %n day(s) since this machine was connected to another.", "", round(number or 0)
                )

    def seen(self, report: PaymentReport) -> str:
        """Return as of when, and by whose eyes."""
        words = self.tr("As of {day}, as this machine sees it: in touch with {here} of {voters} voters.")
        return words.format(day=self._formats.day(report.as_of), here=report.voters_in_touch, voters=report.voters)

    # Facts

    def facts(self, report: PaymentReport) -> list[Fact]:
        """Return the five facts, each with its denominator."""
        facts = report.facts
        return [
            self._within_terms(facts),
            self._beyond_terms(facts),
            self._disputes(facts),
            self._history(facts),
            self._counterparties(facts),
        ]

    def _within_terms(self, facts: PaymentFacts) -> Fact:
        turned_out = facts.paid_within_terms + facts.late + facts.lost
        words = self.tr("{paid} of {turned_out} invoices paid, overdue or given up")
        below = words.format(paid=self._count(facts.paid_within_terms), turned_out=self._count(turned_out))
        share = self._formats.percent(facts.paid_within_terms, turned_out)
        return Fact(self.tr("Paid within terms"), share, below, "accepted" if turned_out else "")

    def _beyond_terms(self, facts: PaymentFacts) -> Fact:
        mean, worst = "–", self.tr("no invoice settled yet")
        if facts.mean_days_late is not None:
            mean = self._tenths(facts.mean_days_late)
            words = self.tr("over %n settled invoice(s); worst {worst}", "", facts.settled)
            worst = words.format(worst=self._count(facts.worst_days_late))
        return Fact(self.tr("Average days late"), mean, worst, "settled" if facts.settled else "")

    def _disputes(self, facts: PaymentFacts) -> Fact:
        figure = f"{self._count(facts.disputed)} / {self._count(facts.disputes_lost)}"
        below = self.tr("of {opened} ever opened, about {invoices} invoices").format(
            opened=self._count(facts.disputes_opened), invoices=self._count(facts.invoices + facts.disputed)
        )
        return Fact(self.tr("Disputes open / lost"), figure, below, "disputed" if facts.disputed else "")

    def _history(self, facts: PaymentFacts) -> Fact:
        figure = self.duration(facts.months_on_file) if facts.invoices else "–"
        below = self.tr("{settled} invoices settled, {open} open").format(
            settled=self._count(facts.settled), open=self._count(facts.invoices - facts.settled - facts.lost)
        )
        return Fact(self.tr("History"), figure, below, "accepted" if facts.invoices else "")

    def _counterparties(self, facts: PaymentFacts) -> Fact:
        below = self.tr("effective {number}, by weight").format(number=self._tenths(facts.effective_counterparties))
        return Fact(self.tr("Counterparties"), self._count(facts.counterparties), below, "")

    def duration(self, months: int) -> str:
        """Return `3 y 4 m`, or months alone within the first year."""
        if months < 12:
            return self.tr("%n month(s)", "", months)
        return self.tr("{years} y {months} m").format(years=months // 12, months=months % 12)

    # Below the charts

    def over_time(self, report: PaymentReport) -> str:
        """Return how the grade has moved, and what has happened."""
        if not report.over_time:
            return self.tr("There is nothing to look back at yet.")
        first, last = report.over_time[0], report.over_time[-1]
        words = self.tr("{day}: {first}. Now: {last}.")
        moved = words.format(first=self._graded(first), day=self._formats.day(first.day), last=self._graded(last))
        happened = EventWords(self._formats).sentence(report.over_time)
        marked = self.tr("Marked: {events}.").format(events=happened)
        return f"{moved}\n{marked}" if happened else moved

    def _graded(self, point: ScoreAt) -> str:
        return self.tr("Grade {grade}").format(grade=point.grade) if point.grade else self.grade(None)

    def months(self, report: PaymentReport) -> str:
        """Return how many were on time in the months shown."""
        if not report.months:
            return self.tr("Nothing is settled or overdue yet.")
        return self.tr("In {months} months {on_time} of {total} were not late.").format(
            months=len(report.months),
            on_time=self._count(sum(month.counts[0] for month in report.months)),
            total=self._count(sum(sum(month.counts) for month in report.months)),
        )

    def days_late(self, report: PaymentReport) -> str:
        """Return median and 90th percentile of days late."""
        late = report.days_late
        if late.median is None or late.ninth is None:
            return self.tr("Nothing is settled or overdue yet.")
        count = sum(late.counts)
        words = (
            self.tr(
                "Days late of %n invoice(s) settled or overdue: half at most {median}, nine in ten at most {ninth}.",
                "",
                count,
            )
            if late.median
            else self.tr(
                "Days late of %n invoice(s) settled or overdue: half none, nine in ten at most {ninth}.", "", count
            )
        )
        return words.format(median=self._count(late.median), ninth=self._count(late.ninth))

    def concentration(self, report: PaymentReport) -> str:
        """Return how much of the weight the largest counterparty has."""
        if not report.facts.largest:
            return self.tr("No invoice is paid, overdue or given up yet.")
        first = report.facts.largest[0]
        words = (
            self.tr("Mostly with one counterparty: {name} has {share}.")
            if first.share > MOSTLY_FROM
            else self.tr("No counterparty has more than {share}.")
        )
        return words.format(name=name_text(first.name, first.creditor), share=self._percent(first.share))

    def comes_back(self, found: RingCheck) -> str:
        """Return how much of what was paid came back within two hops; where that is much, this alone and a warning."""
        if not found.currencies:
            return self.tr("Nothing that it has paid is recorded.")
        words = self.tr("Of what it has paid in {currency}, {share} came back within two steps.")
        told = [
            words.format(currency=each.currency, share=self._formats.percent(each.back_minor, each.paid_minor))
            for each in _rings(found) or found.currencies
        ]
        if rings_warn(found):
            told.append(
                self.tr("Firms that pay each other in a ring look like this, and so does honest trade both ways.")
            )
        return "\n".join(told)

    def missing(self, report: PaymentReport) -> list[str]:
        """Return what a reader of the report should know that it does not have; at least one sentence."""
        return list(self._missing(report)) or [self.tr("Nothing is missing that this machine knows of.")]

    def _missing(self, report: PaymentReport) -> Iterator[str]:
        month = self._formats.month
        for first, last in report.gaps:
            words = (
                self.tr("No records from {first} to {last}.") if first != last else self.tr("No records in {first}.")
            )
            yield words.format(first=month(first), last=month(last))
        if report.waiting:
            yield self.tr("%n record(s) still wait for the voters.", "", report.waiting)
        if report.contested:
            yield self.tr("%n record(s) are contested or were refused.", "", report.contested)
        if report.facts.disputed:
            yield self.tr("%n invoice(s) with an open dispute are not counted.", "", report.facts.disputed)
        if report.voters_in_touch < report.voters:
            yield self.tr(
                "%n voter(s) are not connected: what they know may be newer.",
                "",
                report.voters - report.voters_in_touch,
            )

    # Figures

    def _count(self, number: int) -> str:
        return self._formats.count(number)

    def _tenths(self, number: float) -> str:
        return self._formats.decimal(round(number * 1000))

    def _percent(self, share: float) -> str:
        return self._formats.percent(round(share * 10_000), 10_000)
