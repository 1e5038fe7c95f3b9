"""What `make setup` promises a window: Qt's plugins find their libraries, and no glyph is an empty box."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QPluginLoader
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

SHOW_A_WINDOW = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("Cohong")
label.show()
print(application.platformName(), QTest.qWaitForWindowExposed(label, 30_000))
"""


@pytest.mark.parametrize("plugin", ["xcb", "wayland", "offscreen"])
def test_every_platform_plugin_finds_its_libraries(plugin: str) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    loader = QPluginLoader(str(folder / f"libq{plugin}.so"))
    assert loader.load(), loader.errorString()


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="Xvfb is not installed: packaging/debian-packages.txt")
def test_a_window_opens_on_an_x11_display() -> None:
    finished = subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, "-c", SHOW_A_WINDOW],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.stdout == "xcb True\n", finished.stderr


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("Inter", "Cohong 0123456789 – € £ ¥ é ü"),
        ("Noto Sans CJK HK", "廣州十三行 發票 賬項 嘅 咗 喺 啲 嘢 鰂 邨"),
        ("Noto Sans CJK TC", "應收帳款 逾期 收據 臺灣 裡 著"),
        ("Noto Sans CJK SC", "应收账款 逾期 收据 广东 汇总"),
    ],
)
def test_fonts_have_the_glyphs_of_the_three_languages(qapp: QApplication, family: str, text: str) -> None:
    font = QRawFont.fromFont(QFontDatabase.font(family, "Regular", 13))
    assert font.familyName() == family
    # Asked by number: PySide 6.11.3 answers wrongly for a str outside ASCII.
    assert [character for character in text if not font.supportsCharacter(ord(character))] == []
