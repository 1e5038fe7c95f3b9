"""What is done with drafts in the Book, and how it is undone (Ctrl+Z) and done again (Ctrl+Shift+Z)."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from cohong.api import requests, views
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import run_task, slot_task

Request: TypeAlias = tuple[str, requests.Params]


class DraftCommand(QUndoCommand):
    """Something that the node has done already, and the request that takes it back."""

    def __init__(self, page: Page, done: Request, back: Request) -> None:
        super().__init__()
        self._page = page
        self._done = done
        self._back = back
        self._is_done = True

    def redo(self) -> None:
        # The stack calls this also when the command is put on it.
        if not self._is_done:
            self._ask(self._done)
        self._is_done = True

    def undo(self) -> None:
        """Take it back, unless that has been done already."""
        if self._is_done:
            self._ask(self._back)
        self._is_done = False

    def _ask(self, request: Request) -> None:
        run_task(self._page, self._call(*request))

    async def _call(self, method: str, params: requests.Params) -> None:
        await self._page.client.call(method, params)


class DraftActions(QObject):
    """Removes, changes and sends drafts of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._stack = QUndoStack(self)

    def undo(self) -> None:
        """Take back what is held before it is sent, else the last thing that was done to a draft."""
        status = self._page.shell.status
        if status is not None and status.held:
            self.recall()
        else:
            self._stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._stack.redo()

    @slot_task
    async def recall(self) -> None:
        """Take back what is held."""
        await self._page.client.call("drafts.recall")

    @slot_task
    async def remove(self, row: views.ObligationRow) -> None:
        """Remove a draft."""
        drafts = requests.Drafts(ids=[row.object])
        await self._page.client.call("drafts.remove", drafts)
        command = DraftCommand(self._page, ("drafts.remove", drafts), ("drafts.restore", drafts))
        self._keep(command, self.tr("Draft {reference} removed."), row.reference)

    @slot_task
    async def change(self, draft: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Give a draft other terms."""
        done = requests.PutDraft(id=draft, fields=after)
        await self._page.client.call("drafts.put", done)
        command = DraftCommand(
            self._page, ("drafts.put", done), ("drafts.put", requests.PutDraft(id=draft, fields=before))
        )
        self._keep(command, self.tr("Draft {reference} changed."), str(after["reference"]))

    @slot_task
    async def send(self, row: views.ObligationRow) -> None:
        """Sign and send one draft, after the time to take it back."""
        await self.send_all([row.object], 1)

    async def send_all(self, ids: list[str], count: int) -> None:
        """Sign and send drafts, all of them if none is named, after the time to take them back."""
        shell = self._page.shell
        hold_s = shell.preferences.recall_s
        done: views.Done = await self._page.client.call("drafts.send", requests.SendDrafts(ids=ids, hold_s=hold_s))
        self._stack.clear()
        if not hold_s:
            shell.tell_sent(done.done, count - done.done)

    def _keep(self, command: DraftCommand, sentence: str, reference: str) -> None:
        self._stack.push(command)
        words = sentence.format(reference=peer_text(reference))
        self._page.shell.toast(words, action=(self.tr("Undo"), command.undo))
