"""Files as evidence: a record carries the fingerprint (SHA-256) of each, and the file stays where it is."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cohong.desktop.formatting import peer_text
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import IconButton, SecondaryButton
from cohong.desktop.widgets.labels import ElidedLabel, Label

EVIDENCE_MAX: Final = 16
_SHOWN: Final = 12


class EvidenceField(QWidget):
    """Files to choose, each with the start of its fingerprint, and a way to leave it out again."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: dict[str, str] = {}
        self._dialog: QFileDialog | None = None
        self._choose = SecondaryButton(self.tr("Choose files…"), "file")
        self._choose.clicked.connect(self.choose)
        self._problem = Label("", "danger", wrap=True)
        self._problem.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(row)
        column.addLayout(self._lines)
        column.addWidget(self._problem)
        self.setFocusProxy(self._choose)

    def hashes(self) -> list[str]:
        """Return the fingerprints in hex, as a record takes them."""
        return list(self._files)

    def choose(self) -> None:
        """Open the dialog."""
        self._dialog = QFileDialog(self, self.tr("Evidence"), str(Path.home()))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.filesSelected.connect(self.add_files)
        self._dialog.open()

    @slot_task
    async def add_files(self, paths: list[str]) -> None:
        """Take the fingerprints of files, at most as many as a record has room for."""
        self._say("")
        for path in paths:
            if len(self._files) == EVIDENCE_MAX:
                self._say(self.tr("A record has room for %n file(s).", "", EVIDENCE_MAX))
                return
            try:
                found = await asyncio.to_thread(fingerprint, path)
            except OSError as error:
                why = error.strerror or type(error).__name__
                self._say(self.tr("{file} could not be read: {why}").format(file=_name(path), why=why))
                continue
            if found not in self._files:
                self._files[found] = _name(path)
                self._lines.addWidget(self._line(found))

    def _line(self, found: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedLabel(self._files[found]), stretch=1)
        row.addWidget(Label(f"{found[:_SHOWN]}…", "mono"))
        leave_out = IconButton("close", self.tr("Leave out {file}").format(file=self._files[found]), size=14)
        leave_out.clicked.connect(lambda: self._leave_out(found, line))
        row.addWidget(leave_out)
        return line

    def _leave_out(self, found: str, line: QWidget) -> None:
        del self._files[found]
        line.hide()
        line.deleteLater()
        self._choose.setFocus()

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))


def fingerprint(path: str) -> str:
    """Return the SHA-256 of a file in hex.

    Raises:
        OSError: it cannot be read.
    """
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _name(path: str) -> str:
    return peer_text(Path(path).name, 60)
