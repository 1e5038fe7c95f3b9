"""The import wizard: file, columns, counterparties, check, import. Nothing is written before the last step."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop import wording
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.import_wizard_check import CheckStep
from cohong.desktop.pages.import_wizard_columns import ColumnsStep
from cohong.desktop.pages.import_wizard_file import FileStep
from cohong.desktop.pages.import_wizard_messages import CustomerFound, ReadRefused
from cohong.desktop.pages.import_wizard_parties import PartiesStep
from cohong.desktop.pages.import_wizard_run import RunStep
from cohong.desktop.pages.import_wizard_steps import StepLine
from cohong.desktop.pages.import_wizard_study import FileStudy
from cohong.desktop.pages.import_wizard_words import ImportWords
from cohong.desktop.pages.page import Page
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.labels import MutedLabel
from cohong.importing.invoices import DryRun, ImportOptions

REREAD_MS: Final = 300
STATUS_MS: Final = 400
FILE, COLUMNS, PARTIES, CHECK, RUN = range(5)
_ASKS_FOR_COLUMNS: Final = ("no_column", "no_such_column")


class ImportWizard(Page):
    """Five steps; Back always works until the import has begun."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Import"))
        self._paths: tuple[str, ...] = ()
        self._found: DryRun | None = None
        self._customers_known = False
        self._import_id = ""
        self._cancelling = False
        self._offered = False
        self._words = ImportWords(shell.formats, self)
        self._study = FileStudy(self)
        self._reading: asyncio.Task[None] | None = None
        self._reread = QTimer(self, singleShot=True, interval=REREAD_MS)
        self._status_soon = QTimer(self, singleShot=True, interval=STATUS_MS)
        self._save_dialog: QFileDialog | None = None
        self._make_steps()
        self._lay_out()
        self._connect()
        self._go(FILE)

    def _make_steps(self) -> None:
        formats = self.shell.formats
        self._file = FileStep(formats)
        self._columns = ColumnsStep(formats)
        self._parties = PartiesStep(formats)
        self._check = CheckStep(formats)
        self._run = RunStep(formats)
        self._line = StepLine([
            self.tr("File"), self.tr("Columns"), self.tr("Counterparties"), self.tr("Check"), self.tr("Import"),
        ])  # fmt: skip
        self._stack = QStackedWidget()
        for step in (self._file, self._columns, self._parties, self._check, self._run):
            self._stack.addWidget(_scrolled(step))

    def _lay_out(self) -> None:
        self._back = SecondaryButton(self.tr("Back"), "arrow-left")
        self._next = PrimaryButton(self.tr("Continue"))
        self._missing = MutedLabel(wrap=False)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(space(2))
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._missing)
        foot.addWidget(self._next)
        self.body.addWidget(self._line)
        self.body.addWidget(self._stack, stretch=1)
        self.body.addWidget(self._foot)

    def _connect(self) -> None:
        self._file.chosen.connect(self.take_files)
        self._file.cancelled.connect(self._stop_reading)
        self._file.import_opened.connect(self._follow)
        self._study.progressed.connect(self._show_reading)
        self._study.found.connect(self._take_found)
        self._study.customers_found.connect(self._take_customers)
        self._study.refused.connect(self._take_refusal)
        self._study.failed.connect(lambda _words: self._take_failure())
        self._columns.changed.connect(self._columns_changed)
        self._reread.timeout.connect(self._read)
        self._status_soon.timeout.connect(self._load_status)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._run.cancel_wanted.connect(self._cancel_import)
        self._run.send_wanted.connect(self._send)
        self._run.undo_wanted.connect(self._undo)
        self._run.save_wanted.connect(self._save_problems)
        self._run.another_wanted.connect(self._begin_anew)
        self.client.changed.connect(self._changed)
        for keys, act in (("Escape", self._go_back), ("Ctrl+O", self._file.choose_file)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    async def shown(self, **what: object) -> None:
        """Show the wizard where it stands; `path` begins with that file, `id` shows an earlier import."""
        if what.get("path"):
            self.take_file(str(what["path"]))
        elif what.get("id"):
            self._follow(str(what["id"]))
        self._parties.set_members(await self.client.call("members.list"))
        if self._stack.currentIndex() == FILE:
            self._file.set_imports(await self.client.call("import.list"))

    # Steps

    @property
    def step(self) -> int:
        """The step that shows: FILE, COLUMNS, PARTIES, CHECK or RUN."""
        return self._stack.currentIndex()

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._line.set_step(step)
        self._foot.setVisible(step in (COLUMNS, PARTIES, CHECK))
        self._name_next()
        if step == CHECK and self._found is not None:
            self._check.set_dry_run(self._found, self._parties.left_out())
        if step in (COLUMNS, PARTIES, CHECK):
            self._next.setFocus()

    def _name_next(self) -> None:
        # After a change, what was found is about to be replaced.
        ready = self._found is not None and not self._reread.isActive()
        if self.step == CHECK:
            count = max(0, self._found.good - self._parties.left_out()) if self._found else 0
            self._next.setText(self.tr("Import %Ln invoice(s)", "", count))
            self._next.setEnabled(ready and self._customers_known and count > 0)
            waiting = self._found is not None and not self._customers_known
            self._missing.setText(self.tr("The customers are still being read.") if waiting else "")
        else:
            self._next.setText(self.tr("Continue"))
            missing = self._columns.what_is_missing()
            self._next.setEnabled(ready and not missing)
            self._missing.setText(missing if ready or self._found is None else "")

    def _go_on(self) -> None:
        if self.step == CHECK:
            self._start()
        elif self.step in (COLUMNS, PARTIES):
            self._go(self.step + 1)

    def _go_back(self) -> None:
        if self.step in (COLUMNS, PARTIES, CHECK):
            self._go(self.step - 1)
        elif self.step == FILE:
            if self._study.is_reading:
                self._stop_reading()
            else:
                self.shell.go("book")

    @slot_task
    async def _begin_anew(self) -> None:
        self._found = None
        self._import_id = ""
        self._columns.reset()
        self._go(FILE)
        self._file.set_imports(await self.client.call("import.list"))

    # Reading the file, in another process

    def take_file(self, path: str) -> None:
        """Begin with this file."""
        self.take_files([path])

    def take_files(self, paths: Sequence[str]) -> None:
        """Begin with this file, or with these UBL documents; a statement's payments have a page of their own."""
        if self._file.holds == "payments":
            self.shell.go("payments", path=paths[0])
            return
        self._paths = tuple(paths)
        self._found = None
        self._offered = False
        self._columns.reset()
        self.set_caption(self._name)
        self._go(FILE)
        self.hide_banner()
        self._show_reading(0)
        self._read()

    @property
    def _name(self) -> str:
        """What is read: the first file, and how many come with it."""
        more = len(self._paths) - 1
        name = peer_text(Path(self._paths[0]).name, 60)
        return f"{name} (+{self.shell.formats.count(more)})" if more else name

    def _columns_changed(self) -> None:
        self._reread.start()
        self._name_next()

    def _read(self) -> None:
        options = self._columns.options() if self.step != FILE else ImportOptions()
        if self._reading is not None:
            self._reading.cancel()
        self._found = None
        self._customers_known = False
        self._reading = run_task(self, self._study.read([Path(path) for path in self._paths], options))
        self._name_next()

    def _show_reading(self, permille: int) -> None:
        if self.step == FILE:
            self._file.show_reading(permille, self._name)

    def _stop_reading(self) -> None:
        self._study.stop()
        self._file.show_reading(None)

    def _take_found(self, found: DryRun) -> None:
        self._found = found
        self.hide_banner()
        self._file.show_reading(None)
        self._columns.set_format(found.format)
        self._offer(found.format.headers, with_choices=found.format.kind == "csv")
        if self.step == FILE:
            self._go(COLUMNS)
        elif self.step == CHECK:
            self._go(CHECK)
        self._name_next()

    def _take_customers(self, customers: tuple[CustomerFound, ...]) -> None:
        self._parties.set_customers(customers)
        self._customers_known = True
        if self.step == CHECK and self._found is not None:
            self._check.set_dry_run(self._found, self._parties.left_out())
        self._name_next()

    def _take_refusal(self, refusal: ReadRefused) -> None:
        self._file.show_reading(None)
        self._found = None
        if refusal.code in _ASKS_FOR_COLUMNS:
            headers, fields = refusal.detail.get("headers", []), refusal.detail.get("fields", [])
            names = [str(header) for header in headers] if isinstance(headers, list) else []
            self._columns.set_headers(names)
            self._offer(names, with_choices=True)
            self._columns.say_missing([str(field) for field in fields] if isinstance(fields, list) else [])
            if self.step == FILE:
                self._go(COLUMNS)
        else:
            self.show_error(wording.file_refusal_text(refusal.code))
        self._name_next()

    @slot_task
    async def _offer(self, headers: Sequence[str], *, with_choices: bool) -> None:
        """Offer, once for a file, what was chosen for the last one with these columns; names at least."""
        if self._offered:
            return
        self._offered = True
        paths, params = self._paths, requests.FileColumns(headers=list(headers))
        found: views.RememberedImport = await self.client.call("import.remembered", params)
        if paths == self._paths:
            self._parties.set_remembered(found.counterparties)
            if found.known and with_choices:
                self._columns.offer(found)
                self._check.set_with_receipts(found.receipts != "none")

    def _take_failure(self) -> None:
        self._file.show_reading(None)
        self.show_error(wording.unexpected_text())

    # The import, in the node

    @slot_task
    async def _start(self) -> None:
        assert self._found is not None, "the button is disabled before something was found"
        options = self._columns.options()
        params = requests.ImportFile(
            path=self._paths[0],
            also=list(self._paths[1:]),
            currency=self._columns.currency,
            terms_days=options.terms_days or 0,
            encoding=options.encoding or "",
            delimiter=options.delimiter or "",
            date_order=options.date_order or "",
            decimal_mark=options.decimal_mark or "",
            columns=dict(options.columns or {}),
            counterparties=self._parties.counterparties(),
            receipts="at-once" if self._check.with_receipts else "none",
            id=os.urandom(16).hex(),
        )
        self._cancelling = False
        # The node looks at the whole file before it answers; by its id the import can be cancelled already.
        self._import_id = params.id
        self._run.begin(self._found.rows)
        self._go(RUN)
        self._show_status(views.ImportStatus(id=params.id, file=self._name, state="reading"))
        try:
            status: views.ImportStatus = await self.client.call("import.invoices", params)
        except ApiError as error:
            self._import_id = ""
            self._go(CHECK)
            self.show_error(self._words.error(error))
            return
        if self._import_id == status.id:
            self._show_status(status)
        # A small file may be in before its id is known here; what was told of it then was not for this page.
        self._status_soon.start()

    def _follow(self, import_id: str) -> None:
        self._import_id = import_id
        self._cancelling = False
        self._load_status()

    @slot_task
    async def _load_status(self) -> None:
        if self._import_id:
            self._show_status(await self.client.call("import.status", requests.OfImport(id=self._import_id)))

    def _show_status(self, status: views.ImportStatus) -> None:
        if self._import_id != status.id or self.step != RUN:
            self._import_id = status.id
            self._run.begin(status.rows)
            self._go(RUN)
        self._run.set_status(status, cancelling=self._cancelling)
        if status.state not in ("reading", "cancelling"):
            # It was in before the node heard of the wish.
            if self._cancelling and status.undoable:
                self._undo()
            self._cancelling = False

    def _changed(self, topic: str, objects: list[str], value: dict[str, Any]) -> None:
        if topic == "import" and self._import_id and value.get("id") == self._import_id:
            counts = {name: int(count) for name, count in value.items() if isinstance(count, int)}
            self._run.set_progress(str(value.get("state", "")), counts)
            if value.get("state") != "reading" or not self._status_soon.isActive():
                self._status_soon.start()
        elif topic in ("resync", "drafts") and self._import_id and self.isVisible():
            self._status_soon.start()

    @slot_task
    async def _cancel_import(self) -> None:
        self._cancelling = True
        self._run.show_stopping()
        self._show_status(await self.client.call("import.cancel", requests.OfImport(id=self._import_id)))

    @slot_task
    async def _send(self) -> None:
        self._show_status(await self.client.call("import.send", requests.OfImport(id=self._import_id)))
        self._status_soon.start()

    @slot_task
    async def _undo(self) -> None:
        status: views.ImportStatus = await self.client.call("import.undo", requests.OfImport(id=self._import_id))
        self._show_status(status)
        self.shell.toast(self.tr("The import is undone. Nothing of it is left."))

    def _save_problems(self) -> None:
        name = f"{Path(self._paths[0]).stem if self._paths else 'import'}-problems-{time.strftime('%Y%m%d-%H%M')}.csv"
        self._save_dialog = QFileDialog(self, self.tr("Save the list"), str(Path.home() / name))
        self._save_dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._save_dialog.setDefaultSuffix("csv")
        self._save_dialog.fileSelected.connect(self._write_problems)
        self._save_dialog.open()

    @slot_task
    async def _write_problems(self, path: str) -> None:
        await self.client.call("import.problems", requests.WriteProblems(id=self._import_id, path=path))
        self.shell.toast(self.tr("Saved as {file}.").format(file=peer_text(Path(path).name, 60)), level="good")


def _scrolled(step: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(step)
    return scroll
