"""Why nothing is signed, in the window: the bar, the sheet with its warning, and handing the pen over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from PySide6.QtWidgets import QCheckBox
from tests.gui.conftest import PASSPHRASE, Run, until
from tests.gui.pair import Pair, buttons, pair, press, says

from cohong.api.views import NodeStatus, PenView
from cohong.desktop.languages import Translations
from cohong.desktop.pages.pen_sheet import PenSheet
from cohong.desktop.pages.settings_pen import HandOverSheet
from cohong.desktop.pen_bar import PenBar
from cohong.desktop.pen_wording import heard_text, pen_text

__all__ = ["pair"]


@pytest.fixture(params=["en", "zh_HK", "zh_CN"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    translations = Translations()
    translations.use(request.param)
    yield request.param
    translations.use("en")


@pytest.mark.usefixtures("theme")
def test_every_reason_has_a_sentence_in_every_language(language: str) -> None:
    for why in get_args(get_type_hints(PenView)["why"]):
        sentence = pen_text(PenView(why=why, through="Harbour", rival=7, shown=9, held=5, written=9))
        assert bool(sentence) == bool(why)
        assert "{" not in sentence
        assert why != "copy" or "Harbour" in sentence
        assert language == "en" or sentence.isascii() == (not sentence)
    assert "Lotus" in heard_text(PenView(heard=1, needed=2, missing=["Lotus"]))


def status_with(pair: Pair, pen: PenView) -> NodeStatus:
    status = pair.desk.shell.status
    assert status is not None
    return msgspec.structs.replace(status, pen=pen)


def test_bar_says_why_and_the_sheet_asks_twice_before_signing_anyway(pair: Pair, run: Run[Any]) -> None:
    run(_warned(pair))


async def _warned(pair: Pair) -> None:
    desk = pair.desk
    await pair.go("book")
    bar = desk.window.workspace.findChild(PenBar)
    assert isinstance(bar, PenBar) and not bar.isVisible()
    pen = PenView(why="copy", through="Pearl", needed=1, missing=["Pearl"], can_override=True)
    desk.shell.set_status(status_with(pair, pen))
    assert bar.isVisible() and "(seen through Pearl)" in bar.text
    bar.explain()
    sheet = desk.window.findChild(PenSheet)
    assert isinstance(sheet, PenSheet)
    assert says(sheet, "Not heard yet: Pearl.") and says(sheet, "signed two ways")
    sign, box = buttons(sheet, "Sign anyway")[0], sheet.findChild(QCheckBox)
    assert isinstance(box, QCheckBox) and not sign.isEnabled()
    box.setChecked(True)
    assert sign.isEnabled()
    desk.shell.set_status(status_with(pair, PenView(why="restored", held=2, written=5, needed=1, can_override=True)))
    assert not sign.isEnabled(), "another warning is to be read first"
    assert says(sheet, "up to your entry no. 5, and the file ends at no. 2")
    desk.shell.set_status(status_with(pair, PenView()))
    assert not sheet.isVisible() and not bar.isVisible()


def test_pen_is_handed_over_in_the_settings(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    run(_handed_over(pair, tmp_path / "cohong.pen"))


async def _handed_over(pair: Pair, file: Path) -> None:
    page = await pair.go("settings")
    press(page, "Hand over")
    sheet = pair.desk.window.findChild(HandOverSheet)
    assert isinstance(sheet, HandOverSheet) and not sheet.button.isEnabled()
    sheet.understood.setChecked(True)
    assert sheet.button.isEnabled()
    sheet.passphrase.edit.setText("not this one, surely")
    sheet.hand_over(str(file))
    await until(lambda: says(sheet, "That passphrase does not open this profile."), what="the refusal")
    sheet.passphrase.edit.setText(PASSPHRASE)
    sheet.hand_over(str(file))
    await until(file.exists, what="the file")
    bar = pair.desk.window.workspace.findChild(PenBar)
    assert isinstance(bar, PenBar)
    await until(lambda: bar.isVisible() and "handed over to another device" in bar.text, what="the bar says so")
