"""Saving the credit report: signed, as a file for a machine and on paper for a person, in any language."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog

from cohong.api import requests, views
from cohong.desktop.formatting import peer_text
from cohong.desktop.languages import LANGUAGES
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.banner import Banner

WRITER: Final = "cohong.desktop.credit_files"
PATIENCE_S: Final = 120


class CreditExport(Banner):
    """Asks where a member's report is to go and of which kind, and has it signed and written; hidden meanwhile."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._member = ""
        self._dialog: QFileDialog | None = None
        self._kinds: dict[str, tuple[str, str]] = {}

    def choose_place(self, member: str) -> None:
        """Open the dialog: PDF or web page in each language, the window's first, or the signed file alone."""
        self._member = member
        shown = self._page.shell.language
        languages = sorted(LANGUAGES, key=lambda language: language != shown)
        self._kinds = {
            **{
                self.tr("PDF, {language} (*.pdf)").format(language=LANGUAGES[each]): ("pdf", each) for each in languages
            },
            **{
                self.tr("Web page, {language} (*.html)").format(language=LANGUAGES[each]): ("html", each)
                for each in languages
            },
            self.tr("Signed file alone, a W3C credential (*.json)"): ("json", shown),
        }
        dialog = self._dialog = QFileDialog(self, self.tr("Credit report"), str(Path.home() / "credit-report.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self._kinds))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(self._kinds[kind][0]))
        dialog.fileSelected.connect(lambda path: self.write(path, self._kinds[dialog.selectedNameFilter()][1]))
        dialog.open()

    @slot_task
    async def write(self, path: str, language: str) -> None:
        """Have the report signed and written; whoever chose its name has been asked about one that is there."""
        file = Path(path)
        if file.suffix not in (".pdf", ".html", ".json"):
            file = file.with_name(f"{file.name}.pdf")
        self.say(self.tr("Signing the report and writing {file}").format(file=peer_text(file.name, 60)), closable=False)
        try:
            asked = requests.MakeReport(member=self._member)
            made: views.ReportMade = await self._page.client.call("report.make", asked)
            why = await asyncio.to_thread(_written, file, made.report.encode(), language)
        finally:
            self.hide()
        if why:
            # The other process's own words: a full disk, a file of that name.
            self.say(self.tr("The report could not be saved: {why}. Nothing was changed.").format(why=why), "error")
            return
        name = peer_text(file.name, 60)
        if file.suffix == ".json":
            words = self.tr("Saved as {file}, with %Ln signed record(s).", "", made.records)
        else:
            words = self.tr("Saved as {file}, and the signed file beside it. Give both.")
        self._page.shell.toast(words.format(file=name), level="good")


def _written(file: Path, signed: bytes, language: str) -> str:
    """Run the process that writes the files; return why it could not, empty if it could."""
    replace = ["--replace"] if file.exists() else []
    command = [sys.executable, "-m", WRITER, str(file), "--language", language, *replace]
    try:
        ended = subprocess.run(command, input=signed, capture_output=True, timeout=PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    said = ended.stderr.decode(errors="replace").strip().splitlines()
    return "" if ended.returncode == 0 else peer_text(said[-1] if said else str(ended.returncode), 200)
