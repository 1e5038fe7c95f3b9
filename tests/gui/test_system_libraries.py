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


READ_THE_SCREEN = """
import asyncio, io
import qasync, segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from cohong.desktop.member_files import found_on_screens
from cohong.desktop.screen_pictures import screen_pictures
application = QApplication([])
buffer = io.BytesIO()
segno.make_qr("3f2a" * 16).save(buffer, kind="png", scale=5)
other, own = QLabel(), QLabel("Cohong")
other.setPixmap(QPixmap(QImage.fromData(buffer.getvalue())))
own.setStyleSheet("background: gray")
async def read():
    other.showMaximized()
    assert QTest.qWaitForWindowExposed(other, 30_000)
    own.setGeometry(other.screen().geometry())
    own.show()
    assert QTest.qWaitForWindowExposed(own, 30_000)
    own.raise_()
    covered = found_on_screens([other.screen().grabWindow(0).toImage()]).problem
    print(covered, found_on_screens(await screen_pictures(own)).members, own.isVisible())
qasync.QEventLoop(application).run_until_complete(read())
"""


@pytest.mark.parametrize("plugin", ["xcb", "wayland", "offscreen"])
def test_every_platform_plugin_finds_its_libraries(plugin: str) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    loader = QPluginLoader(str(folder / f"libq{plugin}.so"))
    assert loader.load(), loader.errorString()


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="Xvfb is not installed: packaging/debian-packages.txt")
@pytest.mark.parametrize(
    ("script", "printed"),
    [
        (SHOW_A_WINDOW, "xcb True\n"),
        (READ_THE_SCREEN, f"no-code-on-screen ('{'3f2a' * 16}',) True\n"),
    ],
)
def test_on_an_x11_display(script: str, printed: str) -> None:
    finished = subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, "-c", script],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.stdout == printed, finished.stderr


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
