"""The charts of a report say themselves in words, by keys and as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.unit.desktop.reports import bad_payer, good_payer, report, thin_file

from cohong.api.views import ComesBack, MonthOfPayments, PaymentReport, RingCheck
from cohong.desktop.formatting import Formats
from cohong.desktop.languages import Translations
from cohong.desktop.pages.report.charts import ReportCharts
from cohong.desktop.report_wording import ReportWords
from cohong.desktop.score_events import SIGNS
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.chart_card import ChartCard
from cohong.desktop.widgets.columns import Columns, columns_of
from cohong.desktop.widgets.days_late_bars import DaysLateBars
from cohong.desktop.widgets.month_bars import MonthBars
from cohong.desktop.widgets.score_steps import EventKey, ScoreSteps

EN = Formats("en")


@pytest.fixture(autouse=True)
def english(theme: Theme) -> Iterator[None]:
    """Plurals as English has them."""
    translations = Translations()
    translations.use("en")
    yield
    del translations


def test_months_say_how_many_were_on_time_and_each_its_bands(qtbot: QtBot) -> None:
    bars = MonthBars(EN)
    qtbot.addWidget(bars)
    months = [("2026-01", [3, 1, 0, 0, 0]), ("2026-02", [2, 0, 0, 0, 1])]
    bars.set_months([MonthOfPayments(month=month, counts=counts) for month, counts in months])
    bars.resize(400, 160)
    assert bars.accessibleName() == "Payments by month: 5 of 7 on time in 2 months"
    assert bars.words_of(1) == "Feb 2026\non time: 2\nover 90 days late: 1"
    assert not bars.grab().toImage().isNull()


def test_arrow_keys_go_from_place_to_place_and_say_each(qtbot: QtBot) -> None:
    steps = ScoreSteps(EN)
    qtbot.addWidget(steps)
    steps.set_points(bad_payer().over_time, "how the grade has moved")
    steps.resize(500, 190)
    steps.show()
    QTest.keyClick(steps, Qt.Key.Key_Right)
    assert steps.accessibleDescription().startswith("30 Sep 2024: grade –, thin file (")
    for _ in range(20):
        QTest.keyClick(steps, Qt.Key.Key_Right)
    assert steps.accessibleDescription().startswith("30 Jun 2026: grade E, 14 % (3 % to 31 %)")
    told = "\n4 went past terms unpaid, 1 dispute opened, 1 dispute settled"
    assert steps.accessibleDescription().endswith(told)
    room = steps.room(steps.plot(), 0)
    assert steps.place_at(room.center().toPoint()) == 0
    assert steps.place_at(QPoint(1, 60)) == -1, "left of the first there is the scale"


def test_columns_of_days_late_cover_every_day_once() -> None:
    assert DaysLateBars(EN).column_names() == ["0", "1–7", "8–14", "15–30", "31–60", "61–90", "91+"]


@pytest.mark.parametrize("make", [good_payer, bad_payer, thin_file])
def test_every_chart_has_a_name_and_a_table_twin(qtbot: QtBot, make: Callable[[], PaymentReport]) -> None:
    tables: set[str] = set()
    _area, cards = _cards(qtbot, ReportCharts(make(), EN, tables))
    assert len(cards) == 4
    for card in cards:
        assert card.chart.accessibleName() and card.accessibleName()
        assert card.table.rowCount() > 0 and card.table.isHidden()
        [toggle] = [b for b in card.findChildren(QPushButton) if b.text() == "Show as table"]
        assert card.title_label.text() in toggle.accessibleName()
        toggle.click()
        assert not card.table.isHidden() and card.chart.isHidden() and toggle.text() == "Show as chart"
    assert tables == {"over-time", "months", "days-late", "concentration"}
    _other, again = _cards(qtbot, ReportCharts(make(), EN, tables))
    assert all(not card.table.isHidden() for card in again), "what was turned stays turned"


def test_a_table_of_days_late_adds_up_to_what_its_sentence_counts(qtbot: QtBot) -> None:
    _area, cards = _cards(qtbot, ReportCharts(bad_payer(), EN, set()))
    card = cards[2]
    lines = [line.split("\t") for line in card.table.as_text().splitlines()[1:]]
    assert sum(int(count) for _, count in lines) == 28
    assert card.words.text() == "Days late of 28 invoices settled or overdue: half at most 28, nine in ten at most 110."


def test_events_of_the_score_are_signs_columns_and_words(qtbot: QtBot) -> None:
    _area, cards = _cards(qtbot, ReportCharts(bad_payer(), EN, set()))
    card = cards[0]
    head, now, before, *_ = [line.split("\t") for line in card.table.as_text().splitlines()]
    assert head[5:] == ["Late", "Given up", "Disputes opened", "Disputes settled", "Corrections"]
    assert (now[5:], before[7:]) == (["4", "", "1", "1", ""], ["1", "", "1"])
    assert card.words.text().endswith("1 given up, 2 disputes opened, 1 dispute settled, 1 correction asked for.")
    assert len(card.findChildren(EventKey)) == 5
    assert len({sign.lines for sign in SIGNS.values()}) == len(SIGNS), "each has a shape of its own"


def test_most_with_one_counterparty_is_a_warning(qtbot: QtBot) -> None:
    for make, look in ((good_payer, ""), (thin_file, "warning")):
        _area, cards = _cards(qtbot, ReportCharts(make(), EN, set()))
        assert cards[3].words.property("look") == look


def test_what_comes_back_warns_where_it_is_much(qtbot: QtBot) -> None:
    for back_minor, look in ((30, ""), (31, "warning")):
        shares = [ComesBack(currency="HKD", paid_minor=100, back_minor=back_minor)]
        card = ReportCharts(good_payer(), EN, set()).rings(
            RingCheck(member="0f" * 32, as_of="2026-06-30", read_ms=1, currencies=shares)
        )
        qtbot.addWidget(card)
        assert card.words.text().startswith(f"Of what it has paid in HKD, {back_minor} % came back within two steps.")
        assert ("ring" in card.words.text(), card.words.property("look")) == (bool(look), look)
        assert card.table.as_text().splitlines()[1] == f"HKD\tHKD\u00a01.00\tHKD\u00a00.{back_minor}\t{back_minor} %"


def test_where_much_comes_back_it_is_said_of_that_currency_alone() -> None:
    shares = [ComesBack(currency=each, paid_minor=100, back_minor=back) for each, back in (("HKD", 0), ("USD", 31))]
    found = RingCheck(member="0f" * 32, as_of="2026-06-30", read_ms=1, currencies=shares)
    first, warning = ReportWords(EN).comes_back(found).splitlines()
    assert first.startswith("Of what it has paid in USD, 31 %") and "ring" in warning


def test_where_there_is_nothing_the_words_stand_alone(qtbot: QtBot) -> None:
    _area, cards = _cards(qtbot, ReportCharts(report([]), EN, set()))
    for card in cards:
        assert card.chart.isHidden() and card.table.isHidden() and card.words.text()
        assert all(button.isHidden() for button in card.findChildren(QPushButton))


def test_columns_are_as_even_as_can_be() -> None:
    assert [columns_of(5, width, 150, 12) for width in (100, 330, 500, 640, 800)] == [1, 2, 3, 3, 5]
    assert columns_of(0, 500, 150, 12) == 1


def test_columns_follow_the_width(qtbot: QtBot) -> None:
    columns = Columns(200)
    qtbot.addWidget(columns)
    cells = [QWidget() for _ in range(4)]
    for cell in cells:
        cell.setMinimumHeight(20)
        columns.add(cell)
    columns.resize(900, 100)
    columns.show()
    qtbot.waitUntil(lambda: len({cell.y() for cell in cells}) == 1)
    columns.resize(500, 100)
    qtbot.waitUntil(lambda: len({cell.y() for cell in cells}) == 2)


def _cards(qtbot: QtBot, charts: ReportCharts) -> tuple[QScrollArea, list[ChartCard]]:
    """Return the cards of the charts, and what they live in."""
    area = QScrollArea(widgetResizable=True)
    qtbot.addWidget(area)
    area.setWidget(charts.cards())
    area.resize(900, 700)
    area.show()
    assert not area.grab().toImage().isNull()
    return area, area.findChildren(ChartCard)
