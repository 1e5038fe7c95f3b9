"""The charts of a report, each with the table that says the same and a sentence below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cohong.api.views import PaymentReport, RingCheck
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.desktop.report_wording import MOSTLY_FROM, ReportWords, rings_warn
from cohong.desktop.score_events import EventWords, events_of, kinds_in
from cohong.desktop.widgets.bands import BAND_DAYS, LATENESS, BandKey, legend, legend_grid
from cohong.desktop.widgets.chart_card import ChartCard, table_of
from cohong.desktop.widgets.columns import Columns
from cohong.desktop.widgets.days_late_bars import DaysLateBars
from cohong.desktop.widgets.month_bars import MonthBars
from cohong.desktop.widgets.score_steps import BAND, EventKey, ScoreSteps
from cohong.desktop.widgets.share_bars import ShareBars

CHART_PX: Final = 400
KEYS_IN_ROW: Final = 3
"""Of the score over time."""


class ReportCharts(QObject):
    """Makes the charts of one report.

    Args:
        tables: names of the charts whose table shows instead; kept when one is turned.
    """

    def __init__(self, report: PaymentReport, formats: Formats, tables: set[str]) -> None:
        super().__init__()
        self._report = report
        self._formats = formats
        self._words = ReportWords(formats)
        self._tables = tables

    def cards(self) -> Columns:
        """Return all of them side by side, or below each other where it is narrow."""
        columns = Columns(CHART_PX)
        charts: dict[str, Callable[[], ChartCard]] = {
            "over-time": self._over_time, "months": self._months, "days-late": self._days_late,
            "concentration": self._concentration,
        }  # fmt: skip
        for name, make in charts.items():
            card = make()
            self._keep(name, card)
            columns.add(card)
        return columns

    def _keep(self, name: str, card: ChartCard) -> None:
        card.show_table(name in self._tables)
        card.turned.connect(lambda shown: self._remember(name, shown))

    def _remember(self, name: str, shown: bool) -> None:
        (self._tables.add if shown else self._tables.discard)(name)

    def rings(self, found: RingCheck) -> ChartCard:
        """Return the card of what comes back, which is asked for by itself."""
        money, percent = self._formats.money, self._formats.percent
        shares = [
            (each.currency, each.back_minor / each.paid_minor if each.paid_minor else 0.0) for each in found.currencies
        ]
        bars = ShareBars(self._formats, shares, ("", 0.0))
        words = self._words.comes_back(found)
        bars.setAccessibleName(words)
        rows = [
            (
                each.currency,
                money(each.currency, each.paid_minor),
                money(each.currency, each.back_minor),
                percent(each.back_minor, each.paid_minor),
            )
            for each in found.currencies
        ]
        title = self.tr("Paid and came back within two steps")
        headers = [self.tr("Currency"), self.tr("Paid, newer weighs more"), self.tr("Came back"), self.tr("Share")]
        card = ChartCard(title, bars, table_of(title, headers, rows), words, empty=not rows)
        if rings_warn(found):
            card.words.set_look("warning")
        self._keep("rings", card)
        return card

    def _over_time(self) -> ChartCard:
        steps = ScoreSteps(self._formats)
        points, words = self._report.over_time, self._words.over_time(self._report)
        steps.set_points(points, words)
        events, kinds = EventWords(self._formats), kinds_in(points)
        headers = [
            self.tr("Day"), self.tr("Grade"), self.tr("Chance"), self.tr("From"), self.tr("To"),
            *map(events.header, kinds),
        ]  # fmt: skip
        rows = [
            (
                self._formats.table_day(point.day),
                steps.grade_of(place),
                "–" if point.on_time.mean is None else steps.percent(point.on_time.mean),
                steps.percent(point.on_time.low),
                steps.percent(point.on_time.high),
                *(self._formats.count(came[kind]) if kind in came else "" for kind in kinds),
            )
            for place, point in enumerate(points)
            for came in [events_of(point)]
        ]
        title = self.tr("Chance of being paid within terms, over time")
        keys: list[tuple[QWidget, str]] = [
            (BandKey(BAND), self.tr("90 % certainty")),
            *((EventKey(kind), events.name(kind)) for kind in kinds),
        ]
        key, table = legend_grid(keys, KEYS_IN_ROW), table_of(title, headers, rows[::-1])
        return ChartCard(title, steps, table, words, key=key, empty=not points)

    def _months(self) -> ChartCard:
        bars = MonthBars(self._formats)
        months, names = self._report.months, bars.band_names()
        bars.set_months(months)
        rows = [
            (
                self._formats.month(month.month),
                *(self._formats.count(count) if count else "" for count in month.counts),
            )
            for month in reversed(months)
        ]
        title = self.tr("Payments by month of due date")
        key = legend([(BandKey(band), name) for band, name in zip(LATENESS, names, strict=True)])
        table = table_of(self.tr("Payments by month and days late"), [self.tr("Month"), *BAND_DAYS], rows)
        return ChartCard(title, bars, table, self._words.months(self._report), key=key, empty=not months)

    def _days_late(self) -> ChartCard:
        bars = DaysLateBars(self._formats)
        late, words = self._report.days_late, self._words.days_late(self._report)
        bars.set_days_late(late, words)
        rows = [
            (name, self._formats.count(count)) for name, count in zip(bars.column_names(), late.counts, strict=True)
        ]
        table = table_of(self.tr("Days late"), [self.tr("Days late"), self.tr("Invoices")], rows)
        return ChartCard(self.tr("Days late"), bars, table, words, empty=not sum(late.counts))

    def _concentration(self) -> ChartCard:
        largest = self._report.facts.largest
        shares = [(name_text(each.name, each.creditor), each.share) for each in largest]
        rest = max(0.0, 1 - sum(share for _, share in shares))
        # What is left by rounding is nobody's.
        others = (self.tr("Others"), rest if rest > 0.005 and self._report.facts.counterparties > len(largest) else 0.0)
        bars = ShareBars(self._formats, shares, others)
        words = self._words.concentration(self._report)
        bars.setAccessibleName(words)
        percent = [self._formats.percent(round(share * 10_000), 10_000) for _, share in (*shares, others)]
        rows = [
            (name, self._formats.count(each.invoices), share)
            for (name, _), each, share in zip(shares, largest, percent, strict=False)
        ]
        if others[1]:
            rows.append((others[0], "", percent[-1]))
        title = self.tr("Counterparties by weight")
        headers = [self.tr("Counterparty"), self.tr("Invoices"), self.tr("Share")]
        card = ChartCard(title, bars, table_of(title, headers, rows), words, empty=not largest)
        if largest and largest[0].share > MOSTLY_FROM:
            card.words.set_look("warning")
        return card
