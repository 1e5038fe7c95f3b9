"""Saving a receipt: the file that proves one record of the book to somebody without a node."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cohong.api import requests, views
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task


class ReceiptSaver(QObject):
    """Asks where a record's receipt is to go, has the node make it, and writes the file."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._entry = ""
        self._dialog: QFileDialog | None = None

    def save(self, entry: str) -> None:
        """Open the dialog for the receipt of a record."""
        self._entry = entry
        dialog = QFileDialog(self._page, self.tr("Save the proof"), str(Path.home() / f"{entry[:16]}.receipt"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Receipts (*.receipt)"))
        dialog.setDefaultSuffix("receipt")
        dialog.fileSelected.connect(self._write)
        dialog.open()
        self._dialog = dialog

    @slot_task
    async def _write(self, path: str) -> None:
        made: views.ReceiptMade = await self._page.client.call("receipt.make", requests.MakeReceipt(entry=self._entry))
        try:
            await asyncio.to_thread(Path(path).write_bytes, bytes.fromhex(made.receipt))
        except OSError as error:
            # The system's own words: a full disk, a folder that may not be written to.
            why = error.strerror or type(error).__name__
            words = self.tr("The file could not be saved: {why}").format(why=why)
            self._page.shell.toast(words, level="error")
            return
        name = peer_text(Path(path).name, 60)
        self._page.shell.toast(self.tr("Saved as {file}.").format(file=name), level="good")
