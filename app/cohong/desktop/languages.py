"""The languages of the desktop, and the translations that go with each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cohong.desktop.resource_files import resource_path

LANGUAGES: Final[dict[str, str]] = {"en": "English", "zh_HK": "繁體中文", "zh_CN": "简体中文"}
"""Language -> its name in its own script."""

# For English only the names of months and days are taken from it, the shortest there are; the order is our own.
BABEL_LOCALES: Final[dict[str, str]] = {"en": "en_US", "zh_HK": "zh_Hant_HK", "zh_CN": "zh_Hans_CN"}

_QT_CATALOGUES: Final[dict[str, str]] = {"zh_HK": "zh_TW", "zh_CN": "zh_CN"}
"""Qt has no catalogue for Hong Kong; that of Taiwan has the same script. English needs none."""


def guess_language() -> str:
    """Return the language of this desktop session, English where Cohong does not have it."""
    for name in QLocale.system().uiLanguages():
        parts = name.replace("_", "-").split("-")
        if parts[0] in ("zh", "yue"):
            return "zh_CN" if {"Hans", "CN", "SG", "MY"} & set(parts[1:]) else "zh_HK"
        if parts[0] == "en":
            return "en"
    return "en"


class Translations:
    """The translators in force: Qt's own words and ours."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak `language` from now on; texts already on screen have to be made anew."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(QLocale(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language in _QT_CATALOGUES:
            self._install(f"qtbase_{_QT_CATALOGUES[language]}", qt_folder)
        # English has a catalogue too, for the plurals.
        self._install(f"cohong_{language}", str(resource_path("translations")))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        # Where a catalogue is missing the source text shows, which is English.
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
