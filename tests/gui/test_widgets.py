"""Widgets by themselves."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent, QTextLayout, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.gui.conftest import Desk, Run, until

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import MemberCard
from cohong.desktop import wording
from cohong.desktop.formatting import Formats
from cohong.desktop.languages import LANGUAGES, Translations
from cohong.desktop.pages.check_card import MemberCardButton
from cohong.desktop.pages.members_filter import MembersFilter
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.theme import Theme
from cohong.desktop.theme.tokens import NARROW_BELOW_PX, RAIL_NARROW_PX
from cohong.desktop.widgets.badge import LevelBadge
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton
from cohong.desktop.widgets.choice_fields import ChoiceBox, CountBox, DayBox
from cohong.desktop.widgets.labels import ElidedLabel, Label
from cohong.desktop.widgets.page_stack import PageStack
from cohong.desktop.widgets.password_field import PasswordField
from cohong.desktop.widgets.search_field import SearchField
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.short_table import ROW_PX, ShortTable
from cohong.desktop.widgets.spinner import DELAY_MS, Spinner
from cohong.desktop.widgets.toast import ToastStack
from cohong.desktop.widgets.warning_list import WarningList


class _Panel(QWidget):
    """A button whose slot waits, and then does as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()
        self.fails: Exception | None = None
        self.shown = ""
        self.button = PrimaryButton("Send", parent=self)
        self.button.clicked.connect(self._send)

    def show_error(self, text: str) -> None:
        self.shown = text

    @slot_task
    async def _send(self) -> None:
        await self.go_on.wait()
        if self.fails is not None:
            raise self.fails


@pytest.mark.parametrize(
    ("fails", "shown"),
    [
        (None, ""),
        (ApiError(ApiErrorCode.DISK_FULL), wording.error_text(ApiError(ApiErrorCode.DISK_FULL))),
        (ZeroDivisionError("a fault of ours"), wording.unexpected_text()),
    ],
)
def test_a_slot_that_waits_disables_its_button_and_words_what_goes_wrong(
    theme: Theme, run: Run[Any], fails: Exception | None, shown: str
) -> None:
    async def press() -> tuple[bool, bool, str]:
        panel = _Panel()
        panel.fails = fails
        panel.show()
        QTest.mouseClick(panel.button, Qt.MouseButton.LeftButton)
        await asyncio.sleep(0)
        enabled_meanwhile = panel.button.isEnabled()
        panel.go_on.set()
        await until(panel.button.isEnabled)
        return enabled_meanwhile, panel.button.isEnabled(), panel.shown

    assert run(press()) == (False, True, shown)


def test_search_waits_until_the_input_method_has_committed(theme: Theme, run: Run[Any]) -> None:
    async def compose() -> list[str]:
        field = SearchField("Search")
        field.show()
        searched: list[str] = []
        field.searched.connect(searched.append)
        QApplication.sendEvent(field, QInputMethodEvent("hai gang", []))
        await asyncio.sleep(0.4)
        assert searched == []
        committed = QInputMethodEvent("", [])
        committed.setCommitString("海港")
        QApplication.sendEvent(field, committed)
        await until(lambda: searched)
        return searched

    assert run(compose()) == ["海港"]


def test_enter_searches_at_once(theme: Theme) -> None:
    field = SearchField("Search")
    searched: list[str] = []
    field.searched.connect(searched.append)
    QTest.keyClicks(field, "pearl")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert searched == ["pearl"]


def _letter(text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, text)


def test_caps_lock_is_told_by_a_capital_without_shift(theme: Theme) -> None:
    field = PasswordField("Passphrase")
    field.show()
    hint = field.findChildren(Label)[0]
    QTest.keyClick(field.edit, Qt.Key.Key_A)
    assert not hint.isVisible()
    QApplication.sendEvent(field.edit, _letter("A"))
    assert hint.isVisible()


def test_a_short_wait_shows_no_spinner(theme: Theme, run: Run[Any]) -> None:
    async def wait() -> tuple[bool, bool]:
        spinner = Spinner()
        spinner.show()
        spinner.start()
        await asyncio.sleep(DELAY_MS / 1000 / 2)
        soon = spinner.is_turning
        await until(lambda: spinner.is_turning)
        spinner.stop()
        return soon, spinner.is_turning

    assert run(wait()) == (False, False)


def test_a_label_never_reads_mark_up(theme: Theme) -> None:
    assert Label("<b>Pay now</b>").textFormat() == Qt.TextFormat.PlainText
    elided = ElidedLabel("<img src='x'> a name far too long for its place")
    elided.resize(60, 20)
    assert "<" not in elided.toolTip()
    assert elided.full_text.startswith("<img")


def test_a_stack_is_as_high_as_the_page_it_shows(theme: Theme) -> None:
    stack = PageStack()
    low, high = QWidget(), QWidget()
    low.setMinimumHeight(40)
    high.setMinimumHeight(400)
    for page in (low, high):
        stack.add_page(page)
    assert stack.sizeHint().height() < 100
    stack.show_page(high)
    assert stack.sizeHint().height() >= 400
    assert stack.page is high


def test_the_same_message_is_not_stacked_and_old_ones_make_room(theme: Theme) -> None:
    window = QWidget()
    window.resize(800, 600)
    window.show()
    toasts = ToastStack(window)
    for text in ("one", "one", "two", "three", "four"):
        toasts.add(text)
    assert toasts.texts == ["two", "three", "four"]


def test_every_level_has_a_shape_of_its_own(theme: Theme) -> None:
    pictures = set()
    for level in wording.LEVELS:
        badge = LevelBadge(level)
        badge.set_badge("", "neutral")  # the shape alone tells them apart, without word
        badge.resize(badge.sizeHint())
        picture = badge.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == len(wording.LEVELS)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_glyph_of_any_language_is_missing(theme: Theme, language: str) -> None:
    theme.choose(language=language)
    layout = QTextLayout("已確定（逾三分之二） 签署冲突 網絡 Final HKD 48,200.00 ·–…「」“”", theme.font("body"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert 0 not in [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


def test_another_language_words_everything_anew(theme: Theme) -> None:
    translations = Translations()
    words = {}
    for language in LANGUAGES:
        translations.use(language)
        words[language] = wording.level_text("final")
    translations.use("en")
    assert words == {"en": "Final", "zh_HK": "已確定", "zh_CN": "已确定"}


def test_a_theme_switch_reaches_palette_and_icons(theme: Theme, qapp: QApplication) -> None:
    button = PrimaryButton("Import", "import")
    light = button.icon().pixmap(18, 18).toImage()
    theme.choose(choice="dark")
    assert qapp.palette().window().color() == theme.color("window")
    assert button.icon().pixmap(18, 18).toImage() != light


def test_the_window_speaks_another_language_at_once_and_stays_where_it_was(desk: Desk, run: Run[Any]) -> None:
    async def switch() -> None:
        await desk.make_profile()
        await desk.make_network()
        await desk.screen("places")
        desk.shell.speak("zh_HK")
        await desk.screen("places")
        assert desk.window.workspace.place == "settings"
        labels = [label.text() for label in desk.window.workspace.page.findChildren(Label)]
        assert "語言" in labels
        desk.shell.speak("en")

    run(switch())


def test_a_narrow_window_keeps_the_icons_of_the_rail(desk: Desk, run: Run[Any]) -> None:
    async def narrow() -> tuple[int, int]:
        await desk.make_profile()
        await desk.make_network()
        await desk.screen("places")
        rail = desk.window.workspace.findChild(QWidget, "rail")
        assert rail is not None
        desk.window.resize(NARROW_BELOW_PX + 100, 700)
        await asyncio.sleep(0.05)
        wide = rail.width()
        desk.window.resize(NARROW_BELOW_PX - 100, 700)
        await until(lambda: rail.width() == RAIL_NARROW_PX)
        return wide, rail.width()

    wide, small = run(narrow())
    assert wide > small


def test_escape_empties_the_search_field(theme: Theme) -> None:
    field = SearchField("Search")
    QTest.keyClicks(field, "pearl")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_events_of_deleted_widgets_do_no_harm(theme: Theme, run: Run[Any]) -> None:
    async def delete_while_waiting() -> None:
        holder = QWidget()
        panel = _Panel()
        panel.fails = ApiError(ApiErrorCode.LOCKED)
        QVBoxLayout(holder).addWidget(panel)
        holder.show()
        QTest.mouseClick(panel.button, Qt.MouseButton.LeftButton)
        go_on = panel.go_on
        holder.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        go_on.set()
        await asyncio.sleep(0.05)

    run(delete_while_waiting())


def test_warnings_never_come_up_as_windows_of_their_own(theme: Theme, qtbot: QtBot) -> None:
    def windows() -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    page.show()
    before = windows()
    warnings = WarningList(["One."])
    assert windows() == before
    column.addWidget(warnings)
    warnings.say(["One.", "Two."])
    assert (windows(), warnings.sentences, warnings.isHidden()) == (before, ["One.", "Two."], False)
    warnings.say([])
    assert warnings.isHidden()


def test_a_short_table_of_thousands_is_filled_anew_without_a_halt(theme: Theme, qapp: QApplication) -> None:
    table = ShortTable("Sums", ["Name", "A", "B", "C"], figures=(1, 2, 3), fills=True)
    table.resize(600, 400)
    table.show()
    began = time.monotonic()
    for turn in range(3):
        table.set_rows([(f"Firm {row}", *(f"{row + turn + column:,}" for column in range(3))) for row in range(2_000)])
        table.set_icons(1, [theme.icon("network")] * 2_000)
        qapp.processEvents()
    # A header that measured its columns again for each changed cell would take minutes.
    assert time.monotonic() - began < 10
    assert table.as_text().split("\n")[-1] == "Firm 1999\t2,001\t2,002\t2,003"
    table.hide()


def test_a_short_table_that_is_too_narrow_has_room_for_its_scroll_bar(theme: Theme, qapp: QApplication) -> None:
    table = ShortTable("Rounds", ["Coordinator", "Joined", "State"], stretch=1)
    table.set_rows([("Harbour Trading Ltd", "HKD 271,400.00 of 3 members", "Ending, being voted on")] * 3)
    sideways = table.horizontalScrollBar()
    sideways.setRange(0, 0)
    wide = table.height()
    assert wide >= 3 * ROW_PX
    sideways.setRange(0, 2)
    assert table.height() == wide + sideways.sizeHint().height(), "no row is covered"
    sideways.setRange(0, 0)
    assert table.height() == wide


def test_what_filters_the_members_breaks_its_row_where_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    row = MembersFilter()
    qtbot.addWidget(row)
    row.currency.show()
    widest = max(part.sizeHint().width() for part in (row.segments, row.search, row.currency))
    assert row.minimumSizeHint().width() < widest + 40
    assert row.heightForWidth(widest + 40) > row.heightForWidth(2_000)


def test_a_button_that_gets_its_words_later_has_the_same_room_after_its_icon(qtbot: QtBot, theme: Theme) -> None:
    early, late = QuietButton("Watch", "eye"), QuietButton("", "eye")
    for button in (early, late):
        qtbot.addWidget(button)
    late.setText("Watch")
    assert late.iconSize() == early.iconSize()


def test_a_card_is_as_high_as_its_warning_in_a_small_window(qtbot: QtBot, theme: Theme) -> None:
    like = MemberCard(member="0c" * 32, name="Lotus & Co", look_alike=True, like="0d" * 32, like_name="Lotus Freight")
    card = MemberCardButton(like, Formats("en"))
    qtbot.addWidget(card)
    heights = []
    for width in (1_000, 430):
        card.resize(width, 100)
        heights.append(card.sizeHint().height())
    assert heights[1] > heights[0]


@pytest.mark.parametrize("make", [ChoiceBox, CountBox, DayBox])
def test_the_wheel_changes_no_value(qtbot: QtBot, make: type[QWidget]) -> None:
    box: Any = make()
    qtbot.addWidget(box)
    if isinstance(box, ChoiceBox):
        box.addItems(["HKD", "USD", "CNY"])
        box.setCurrentIndex(1)
    box.show()
    before = box.currentText() if isinstance(box, ChoiceBox) else box.text()
    middle, none, down = QPointF(box.rect().center()), QPoint(), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(middle, middle, none, down, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(box, turn)
    assert not turn.isAccepted(), "the page below scrolls"
    assert (box.currentText() if isinstance(box, ChoiceBox) else box.text()) == before


def test_a_page_that_is_gone_when_the_answer_comes_is_no_failure(
    qtbot: QtBot, theme: Theme, run: Run[Any], caplog: pytest.LogCaptureFixture
) -> None:
    async def close_meanwhile() -> None:
        panel = _Panel()
        go_on = panel.go_on
        run_task(panel, _say_later(panel))
        await asyncio.sleep(0)
        delete(panel)
        go_on.set()
        await asyncio.sleep(0.05)

    run(close_meanwhile())
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def _say_later(panel: _Panel) -> None:
    await panel.go_on.wait()
    panel.button.setText("Sent")


def test_the_title_of_a_sheet_is_read_whole(qtbot: QtBot, theme: Theme) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(700, 600)
    place.show()
    sheet = Sheet(place, "Watch Straits Marine and Sons Supplies Pte Ltd of Singapore and the Riau Islands")
    sheet.open()
    qtbot.waitUntil(lambda: sheet.title.height() >= 2 * sheet.title.fontMetrics().height())
    assert sheet.title.heightForWidth(sheet.title.width()) <= sheet.title.height()
