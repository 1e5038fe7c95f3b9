"""A table on its way into a file: where it is to go, how far it is, and that it can be stopped. The node writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from PySide6.QtWidgets import QFileDialog

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop import wording
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.banner import Banner

SUFFIXES: Final = (".xlsx", ".csv")

MakeRequest: TypeAlias = Callable[[str, bool], tuple[str, requests.Params]]
"""Takes the path and whether a file there may be replaced; returns the method and its parameters."""


class ExportBar(Banner):
    """Hidden until a place is chosen, and again once the file is there."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._job = ""
        self._dialog: QFileDialog | None = None
        page.client.changed.connect(self._changed)
        page.client.connected.connect(self._look_again)

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return bool(self._job)

    def choose_place(self, title: str, name: str, make: MakeRequest) -> None:
        """Ask where the file is to go and of which kind it is, and have it written there; one at a time."""
        if self.is_running:
            return
        dialog = self._dialog = QFileDialog(self, title, str(Path.home() / f"{name}{SUFFIXES[0]}"))
        kinds = {self.tr("Excel workbook (*.xlsx)"): "xlsx", self.tr("CSV table (*.csv)"): "csv"}
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds.get(kind, "xlsx")))
        dialog.fileSelected.connect(lambda path: self.write(path, make))
        dialog.open()

    @slot_task
    async def write(self, path: str, make: MakeRequest) -> None:
        """Have the file written; whoever chose its name has been asked about one that is there."""
        is_known = path.lower().endswith(SUFFIXES)
        method, params = make(path if is_known else f"{path}{SUFFIXES[0]}", is_known)
        status: views.ExportStatus = await self._page.client.call(method, params)
        self._job = status.id
        # The notice that it is over may have come before its id was known here.
        self._follow(await self._page.client.call("export.status", requests.OfJob(id=status.id)))

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self._job = ""
        self.say(text, "error")

    @slot_task
    async def _stop(self) -> None:
        await self._page.client.call("export.cancel", requests.OfJob(id=self._job))

    @slot_task
    async def _look_again(self) -> None:
        if not self._job:
            return
        try:
            self._follow(await self._page.client.call("export.status", requests.OfJob(id=self._job)))
        except ApiError:
            self.show_error(self.tr("The node was started anew, and the export has stopped. Nothing was written."))

    def _changed(self, topic: str, _objects: list[str], value: dict[str, Any]) -> None:
        if topic == "export" and self._job and value.get("id") == self._job:
            balances = [views.AccountBalance(**item) for item in value.get("balances", ())]
            self._follow(views.ExportStatus(**{**value, "balances": balances}))
        elif topic == "resync":
            self._look_again()

    def _follow(self, status: views.ExportStatus) -> None:
        if status.id != self._job:
            return
        formats, name = self._page.shell.formats, peer_text(Path(status.file).name, 60)
        if status.state == "running":
            words = self.tr("Writing {file}").format(file=name)
            if status.total:
                words = self.tr("Writing {file}: {done} of {total}").format(
                    file=name, done=formats.count(status.done), total=formats.count(status.total)
                )
            self.say(words, "info", (self.tr("Cancel"), self._stop), closable=False)
            return
        self._job = ""
        self.hide()
        if status.state == "failed":
            self.show_error(wording.error_text(ApiError(ApiErrorCode(status.error), status.detail)))
        elif status.state == "cancelled":
            self._page.shell.toast(self.tr("Stopped. Nothing was written."))
        else:
            words = self.tr("Saved as {file}: %Ln row(s), {size}.", "", status.rows)
            self._page.shell.toast(words.format(file=name, size=formats.bytes(status.size)), level="good")
