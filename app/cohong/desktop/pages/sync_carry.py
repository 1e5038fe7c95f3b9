"""Carrying records by hand: a file to a stick, and one from a stick, looked at before it is taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop import wording
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.sync_carry_sheet import ContentsSheet, ReadersSheet
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import Label, MutedLabel

SUFFIX: Final = "cohong"


class CarryCard(Card):
    """Two buttons, how far the file is, and what came of it.

    Signals:
        ended: an export or import is over.
    """

    ended = Signal()

    def __init__(self, page: Page, client: NodeClient, shell: Shell) -> None:
        super().__init__(" ")
        self.title_label.setText(self.tr("Carry by hand"))
        self._page, self._client, self._formats = page, client, shell.formats
        self._job = ""
        self._dialog: QFileDialog | None = None
        self._export = SecondaryButton(self.tr("Export…"), "export")
        self._import = SecondaryButton(self.tr("Import…"), "import")
        self._cancel = SecondaryButton(self.tr("Cancel"))
        self._hint = MutedLabel(
            self.tr(
                "For a place without a network: all records in one file, on a stick or by mail. It is signed by you, "
                "and only members can open it, or those of them that you choose."
            )
        )
        self._sentence = Label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._banner = Banner()
        self._lay_out()
        self._export.clicked.connect(self.choose_export)
        self._import.clicked.connect(self.choose_import)
        self._cancel.clicked.connect(self._stop)
        client.changed.connect(self._changed)
        client.connected.connect(self._look_again)

    def _lay_out(self) -> None:
        for button in (self._export, self._import):
            self.header.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(self._bar, stretch=1)
        row.addWidget(self._cancel)
        for widget in (self._hint, self._banner, self._sentence):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self._show_running(False)
        self._sentence.hide()

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self._banner.say(text, "error")

    # Choosing a file.

    @slot_task
    async def choose_export(self) -> None:
        """Ask who is to open the file, and then where it is to go."""
        members: list[views.MemberCard] = await self._client.call("members.list")
        if len(members) < 2:  # nobody to choose among
            self._choose_place([])
            return
        sheet = ReadersSheet(self._page, members)
        sheet.chosen.connect(self._choose_place)
        sheet.open()

    def _choose_place(self, readers: list[str]) -> None:
        name = f"cohong-{date.today().isoformat()}.{SUFFIX}"  # noqa: DTZ011  # a day of this machine
        self._dialog = QFileDialog(self, self.tr("Export records"), str(Path.home() / name))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setDefaultSuffix(SUFFIX)
        self._dialog.fileSelected.connect(lambda path: self.export(path, readers))
        self._dialog.open()

    def choose_import(self) -> None:
        """Ask for a file."""
        self._dialog = QFileDialog(self, self.tr("Import records"), str(Path.home()))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.setNameFilters([self.tr("Records (*.cohong)"), self.tr("All files (*)")])
        self._dialog.fileSelected.connect(self.look_into)
        self._dialog.open()

    # What is done with it.

    @slot_task
    async def export(self, path: str, readers: list[str] | None = None) -> None:
        """Write all records into a file; whoever chose its name has been asked about one that is there."""
        self._banner.hide()
        params = requests.ExportBundle(path=path, readers=readers or [], replace=True)
        await self._begin(await self._client.call("bundle.export", params))

    @slot_task
    async def look_into(self, path: str) -> None:
        """Show who has signed a file and what is in it, and offer to take it in."""
        self._banner.hide()
        found: views.BundleContents = await self._client.call("bundle.show", requests.BundleFile(path=path))
        if not found.for_me:
            raise ApiError(ApiErrorCode.BUNDLE_REFUSED, "not-for-you")
        sheet = ContentsSheet(self._page, self._formats, Path(path).name, found)
        sheet.wanted.connect(lambda: self.take_in(path))
        sheet.open()

    @slot_task
    async def take_in(self, path: str) -> None:
        """Take in what a file holds."""
        await self._begin(await self._client.call("bundle.import", requests.BundleFile(path=path)))

    async def _begin(self, status: views.BundleStatus) -> None:
        self._follow(status)
        # The notice that it is over may have come before we knew its id.
        await self._ask_again()

    async def _ask_again(self) -> None:
        status: views.BundleStatus = await self._client.call("bundle.status", requests.OfJob(id=self._job))
        # While we asked, the notice may have come: an answer from before it says that it runs, and is out of date.
        if self._job == status.id:
            self._follow(status)

    @slot_task
    async def _stop(self) -> None:
        await self._client.call("bundle.cancel", requests.OfJob(id=self._job))

    @slot_task
    async def _look_again(self) -> None:
        """Ask how it stands once the node is there again: its notices may have been missed."""
        if not self._job:
            return
        try:
            await self._ask_again()
        except ApiError:
            self._job = ""  # the node has been started anew; an import can be begun again, and loses nothing
            self._show_running(False)
            self._sentence.hide()

    # How it stands.

    def _changed(self, topic: str, _objects: list[str], value: dict[str, Any]) -> None:
        if topic == "bundle" and value.get("id") == self._job:
            self._follow(views.BundleStatus(**value))
        elif topic == "resync":
            self._look_again()

    def _follow(self, status: views.BundleStatus) -> None:
        if status.state == "running":
            self._job = status.id
            self._show_running(True)
            self._bar.setRange(0, max(1, status.entries))
            self._bar.setValue(status.done)
            self._sentence.setText(self._progress_words(status))
            return
        if not self._job and status.state != "done":
            return
        self._job = ""
        self._show_running(False)
        if status.state == "failed":
            self._sentence.hide()
            self.show_error(wording.error_text(ApiError(ApiErrorCode(status.error), status.detail)))
        else:
            self._sentence.setText(self._result_words(status))
            self._sentence.show()
            self._warn(status)
        self.ended.emit()

    def _warn(self, status: views.BundleStatus) -> None:
        if status.state == "done" and (not status.whole or status.refused):
            words = self.tr("Parts of the file are damaged or missing. Import a good copy for the rest.")
            self._banner.say(words, "warning")
        elif status.waiting:
            words = self.tr(
                "{count} records wait for others that the file does not have. Import an earlier file as well."
            )
            self._banner.say(words.format(count=self._formats.count(status.waiting)), "warning")

    def _show_running(self, running: bool) -> None:
        for button in (self._export, self._import):
            button.setEnabled(not running)
        for widget in (self._bar, self._cancel):
            widget.setVisible(running)
        self._sentence.setVisible(running or bool(self._sentence.text()))

    def _progress_words(self, status: views.BundleStatus) -> str:
        words = (
            self.tr("Writing: {done} of {whole} entries")
            if status.doing == "export"
            else self.tr("Taking in: {done} of {whole} entries")
        )
        return words.format(done=self._formats.count(status.done), whole=self._formats.count(status.entries))

    def _result_words(self, status: views.BundleStatus) -> str:
        formats, name = self._formats, peer_text(Path(status.file).name, 60)
        if status.state == "cancelled":
            return self.tr("Stopped. What was taken in stays.") if status.doing == "import" else self.tr("Stopped.")
        if status.doing == "export":
            words = self.tr("Saved as {file}: {count} entries, {size}.")
            return words.format(file=name, count=formats.count(status.done), size=formats.bytes(status.size))
        words = self.tr("Taken in from {file}: {fresh} new entries, {known} were here already.")
        return words.format(file=name, fresh=formats.count(status.fresh), known=formats.count(status.known))
