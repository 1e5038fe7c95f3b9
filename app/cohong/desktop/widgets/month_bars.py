"""How a member paid, month by month: one bar a month, stacked by how late."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cohong.api.views import MonthOfPayments
from cohong.desktop.formatting import Formats
from cohong.desktop.widgets.bands import LATENESS, paint_band
from cohong.desktop.widgets.chart import Chart, count_scale


class MonthBars(Chart):
    """Paints the months."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(formats, parent)
        self._months: list[MonthOfPayments] = []

    def band_names(self) -> tuple[str, ...]:
        """Return what the bands are called, from on time to the latest."""
        return (
            self.tr("on time"), self.tr("1–30 days late"), self.tr("31–60 days late"),
            self.tr("61–90 days late"), self.tr("over 90 days late"),
        )  # fmt: skip

    def set_months(self, months: Sequence[MonthOfPayments]) -> None:
        """Show these months, oldest first."""
        self._months = list(months)
        on_time = sum(month.counts[0] for month in months)
        total = sum(sum(month.counts) for month in months)
        self.setAccessibleName(
            self.tr("Payments by month: {on_time} of {total} on time in {months} months").format(
                on_time=on_time, total=total, months=len(months)
            )
        )
        self.update()

    def places(self) -> int:
        return len(self._months)

    def name_of(self, place: int) -> str:
        return self.formats.month(self._months[place].month)

    def words_of(self, place: int) -> str:
        counts = zip(self.band_names(), self._months[place].counts, strict=True)
        return "\n".join([self.name_of(place), *(f"{name}: {count}" for name, count in counts if count)])

    def scale(self) -> list[tuple[float, str]]:
        return count_scale(self._highest(), self.formats)

    def paint(self, painter: QPainter, plot: QRectF) -> None:
        for place, month in enumerate(self._months):
            slot = self.slot(plot, place)
            bottom = slot.bottom()
            for count, band in zip(month.counts, LATENESS, strict=True):
                height = slot.height() * count / self._highest()
                if count:
                    paint_band(painter, QRectF(slot.left(), bottom - height, slot.width(), height), *band)
                bottom -= height

    def _highest(self) -> int:
        return max(1, max((sum(month.counts) for month in self._months), default=1))
