"""The exposure meter says with bars, figures and one sentence what a member stands for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from cohong.api.views import ExposureLine
from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.exposure_meter import ExposureBar, ExposureMeter

HKD = "HKD\u00a0"


def line(currency: str, now: int, worst: int, now_after: int, worst_after: int) -> ExposureLine:
    return ExposureLine(
        currency=currency, now_minor=now, worst_minor=worst, now_after_minor=now_after, worst_after_minor=worst_after
    )


def texts(meter: ExposureMeter) -> list[str]:
    return [label.text() for label in meter.findChildren(QLabel) if not label.isHidden() and label.text()]


@pytest.fixture
def meter(qapp: QApplication, theme: Theme) -> ExposureMeter:
    return ExposureMeter(Formats("en"), signing=True)


def test_nothing_to_show_is_said_in_words(meter: ExposureMeter) -> None:
    meter.set_lines([line("HKD", 0, 0, 0, 0)])
    assert meter.accessibleName() == "You stand for nobody." == texts(meter)[0]
    assert not meter.findChildren(ExposureBar)


def test_each_currency_has_a_bar_for_now_and_one_for_after_and_a_sentence_says_the_same(meter: ExposureMeter) -> None:
    meter.set_lines([line("HKD", 30_000, 40_000, 0, 10_000), line("USD", 0, 0, 0, 500)])
    words = texts(meter)
    assert {"Called", "At worst", "HKD now", "After signing", "USD now"} <= set(words)
    assert [word for word in words if "." in word] == [
        "300.00", "400.00", "0.00", "100.00", "0.00", "0.00", "0.00", "5.00",
    ]  # fmt: skip
    spoken = (
        f"HKD: Now {HKD}300.00 is called and not paid; at worst you pay {HKD}400.00. After signing: {HKD}0.00 called"
    )
    assert meter.accessibleName().startswith(spoken)


def test_other_lines_take_the_place_of_those_before(meter: ExposureMeter) -> None:
    meter.set_lines([line("HKD", 0, 40_000, 0, 40_000), line("USD", 0, 500, 0, 500)])
    meter.set_lines([line("HKD", 0, 40_000, 0, 50_000)])
    assert [word for word in texts(meter) if "." in word] == ["0.00", "400.00", "0.00", "500.00"]
    assert "USD" not in meter.accessibleName()
