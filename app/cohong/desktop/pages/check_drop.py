"""Ways to name a member without typing: a file, a picture from the clipboard, whatever is dropped on the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from cohong.desktop.formatting import peer_text
from cohong.desktop.member_files import (
    Found,
    Problem,
    Source,
    found_in_file,
    found_in_picture,
    found_in_text,
    found_on_screens,
)
from cohong.desktop.screen_pictures import screen_pictures
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task


class MemberDrop(QObject):
    """Reads what it is given in a thread of its own.

    Signals:
        started: something is being read.
        found: the `Found` in it.
    """

    started = Signal()
    found = Signal(object)

    def __init__(self, page: QWidget, shell: Shell) -> None:
        super().__init__(page)
        self._page, self._shell = page, shell
        self._dialog: QFileDialog | None = None
        self._asked = 0

    def choose(self) -> None:
        """Open the dialog for a file."""
        self._dialog = QFileDialog(self._page, self.tr("Whom is it about?"), str(Path.home()))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = "(*.png *.jpg *.jpeg *.gif *.bmp *.webp *.pdf *.vcf *.receipt *.json *.txt)"
        self._dialog.setNameFilters([self.tr("Pictures, PDF, vCards, receipts, reports") + f" {kinds}", "* (*)"])
        self._dialog.fileSelected.connect(self.take_file)
        self._dialog.open()

    def takes(self, data: QMimeData) -> bool:
        """Return whether there is something in it that a member may be found by."""
        return data.hasImage() or data.hasText() or any(url.isLocalFile() for url in data.urls())

    def take(self, data: QMimeData) -> bool:
        """Read what was dropped or pasted; return whether it was a file or picture, and not text."""
        files = [url.toLocalFile() for url in data.urls() if QUrl(url).isLocalFile()]
        if files:
            self.take_file(files[0])
        elif data.hasImage():
            picture = QImage(data.imageData())
            run_task(self, self._read(lambda: found_in_picture(picture)))
        return bool(files) or data.hasImage()

    def take_screens(self) -> None:
        """Read what is on the screens beside this window."""
        run_task(self, self._read_screens())

    async def _read_screens(self) -> None:
        pictures = await screen_pictures(self._page.window())
        await self._read(lambda: found_on_screens(pictures))

    def take_text(self, text: str) -> None:
        """Read a text that was dropped."""
        self.found.emit(found_in_text(text))

    def take_clipboard(self) -> bool:
        """Read the clipboard if there is a file or a picture in it."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def take_file(self, path: str) -> None:
        """Read a file."""
        network = self._shell.status.network if self._shell.status is not None else ""
        run_task(self, self._read(lambda: found_in_file(path, network)))

    async def _read(self, read: Callable[[], Found]) -> None:
        self._asked += 1
        asked = self._asked
        self.started.emit()
        found = await asyncio.to_thread(read)
        if asked == self._asked:
            self.found.emit(found)


class FoundWords(QObject):
    """Says what was read, and what is missing in it."""

    def source(self, source: Source) -> str:
        """Return what the members below were found by; empty where that needs no words."""
        return {
            Source.CODE: self.tr("Found by a QR code or link. Compare the ID: anybody can print a code."),
            Source.VCARD: self.tr("Found by the name in a vCard. Compare the ID: anybody can write a name."),
            Source.RECEIPT: self.tr("The receipt proves a record of this network. These members are named in it."),
            Source.REPORT: self.tr(
                "A report about this member. What the file says is not checked here: below is what this machine knows."
            ),
            Source.TEXT: "",
        }[source]

    def nobody(self, found: Found) -> tuple[str, str]:
        """Return what was given, and that nobody here is named by it."""
        return (
            self.tr("It names somebody whom this machine does not know."),
            self.tr("ID {id}. Only members of this network have records here.").format(
                id=" ".join(member[:8] for member in found.members)
            ),
        )

    def problem(self, found: Found) -> tuple[str, str]:
        """Return why nobody is named, and what would help."""
        says = peer_text(found.says)
        ask = self.tr("A member's QR code, vCard, receipt or report finds it; so does a picture of the code.")
        match found.problem:
            case Problem.UNREADABLE:
                return self.tr("This file can't be read."), self.tr("It is gone, no file, or not yours to read.")
            case Problem.TOO_LARGE:
                return self.tr("This file is too large to look into."), self.tr("Up to 16 MB are read.")
            case Problem.BROKEN_PICTURE:
                return self.tr("This picture is broken, or far too large."), ask
            case Problem.NO_CODE:
                return (
                    self.tr("There is no QR code in this picture that can be read."),
                    self.tr("Take it from nearer, straight, and with more light. The whole code must be in it."),
                )
            case Problem.NO_CODE_IN_PDF:
                return (
                    self.tr("There is no QR code in the pictures of this PDF."),
                    self.tr("Codes that are drawn as lines are not seen: open it and read the code from the screen."),
                )
            case Problem.NO_CODE_ON_SCREEN:
                return (
                    self.tr("No QR code that can be read is on the screen."),
                    self.tr("Have the whole code in sight, large enough, then read it again. This window steps aside."),
                )
            case Problem.NO_SCREEN:
                return (
                    self.tr("This system does not let programs see the screen."),
                    self.tr("Take a picture of the screen with its own tool, and paste it here."),
                )
            case Problem.NO_NAME:
                return self.tr("It names nobody."), says or ask
            case Problem.LINK:
                return self.tr("This is a link to somewhere else. It was not opened."), says
            case Problem.INVITATION:
                return (
                    self.tr("This is an invitation to a network, not a member."),
                    self.tr("It is used when a profile joins a network."),
                )
            case Problem.PRINTED_REPORT:
                return (
                    self.tr("This code is on a printed report: it names the report's file, not the member."),
                    self.tr("Drop that file here, or type the name or ID on the paper."),
                )
            case Problem.OTHER_NETWORK:
                return self.tr("This receipt is of another network."), self.tr("Its members are not known here.")
            case Problem.BAD_RECEIPT:
                return (
                    self.tr("This receipt proves nothing."),
                    self.tr("It is incomplete, altered, or starts at a block that has to be known."),
                )
            case Problem.UNKNOWN_KIND | None:
                return self.tr("This file says nothing about a member."), ask
