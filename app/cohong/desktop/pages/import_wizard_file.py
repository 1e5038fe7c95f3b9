"""The wizard's first step: choose files or drop them, watch it being read; and the imports of before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cohong.api.views import ImportStatus
from cohong.desktop import wording
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.segments import Segments
from cohong.desktop.widgets.short_table import ShortTable


class FileStep(QWidget):
    """Signals:
    chosen: the path of a file, or of several.
    cancelled: the reading is to stop.
    import_opened: the id of an earlier import.
    """

    chosen = Signal(list)
    cancelled = Signal()
    import_opened = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._imports: list[ImportStatus] = []
        self._dialog: QFileDialog | None = None
        self.setAcceptDrops(True)
        self._drop = Card(padding=8)
        self._words = Label(self.tr("Drop invoices here"), "section")
        self._invoice_hint = self.tr(
            "A list of invoices from your accounting system: CSV or gzip, in any encoding. Or invoices in UBL: XML "
            "files, a folder or a ZIP archive of them. Nothing leaves this machine yet."
        )
        self._hint = MutedLabel(self._invoice_hint)
        self._holds = Segments([("invoices", self.tr("Invoices")), ("payments", self.tr("Payments"))])
        self._holds.chosen.connect(self._say_what_to_drop)
        self._choose = PrimaryButton(self.tr("Choose files"), "folder")
        self._choose.clicked.connect(self.choose_file)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self._cancel = SecondaryButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._before = Card(self.tr("Earlier imports"))
        headers = [self.tr("File"), self.tr("When"), self.tr("State"), self.tr("Added"), self.tr("Need attention")]
        self._table = ShortTable(self.tr("Earlier imports"), headers, figures=(3, 4), rows_shown=6)
        self._table.activated.connect(lambda index: self.import_opened.emit(self._imports[index.row()].id))
        self._lay_out()
        self.show_reading(None)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self._drop.body.addStretch(1)
        kind = QHBoxLayout()
        kind.addStretch(1)
        kind.addWidget(self._holds)
        kind.addStretch(1)
        self._drop.body.addLayout(kind)
        self._drop.body.addSpacing(space(6))
        self._drop.body.addWidget(IconLabel("import", "accent_text", size=44), alignment=middle)
        self._drop.body.addWidget(self._words, alignment=middle)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setFixedWidth(440)
        hint = QHBoxLayout()
        # Centred by stretches: an aligned label that wraps is given the height of its narrowest form.
        hint.addStretch(1)
        hint.addWidget(self._hint)
        hint.addStretch(1)
        self._drop.body.addLayout(hint)
        self._drop.body.addWidget(self._bar, alignment=middle)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._choose)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self._drop.body.addLayout(row)
        self._drop.body.addStretch(1)
        self._drop.setMinimumHeight(300)
        self._before.body.addWidget(self._table)
        self._before.body.addWidget(MutedLabel(self.tr("Enter or double-click shows an import: undo it, or send it.")))
        self._before.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self._drop, stretch=1)
        column.addWidget(self._before)

    @property
    def holds(self) -> str:
        """What the user says is in the file: `invoices` or `payments`."""
        return self._holds.value

    def _say_what_to_drop(self) -> None:
        if self.holds == "payments":
            self._words.setText(self.tr("Drop a bank statement here"))
            self._hint.setText(
                self.tr(
                    "Payments as CSV, from your bank or your accounting system. Each is matched with an open invoice "
                    "by its number, or by who paid and how much. You see what they are for before anything is signed."
                )
            )
        else:
            self._words.setText(self.tr("Drop invoices here"))
            self._hint.setText(self._invoice_hint)

    def show_reading(self, permille: int | None, file: str = "") -> None:
        """Show how far the reading is; None for no reading."""
        reading = permille is not None
        self._bar.setVisible(reading)
        self._cancel.setVisible(reading)
        self._choose.setVisible(not reading)
        self._bar.setValue(permille or 0)
        if reading:
            self._words.setText(self.tr("Reading {file}").format(file=peer_text(file, 60)))
            self._bar.setAccessibleName(self._words.text())
        else:
            self._say_what_to_drop()
        self._holds.setVisible(not reading)
        self._hint.setVisible(not reading)

    def set_imports(self, imports: Sequence[ImportStatus]) -> None:
        """Show earlier imports, newest first."""
        self._imports = list(imports)
        self._before.setVisible(bool(imports))
        formats = self._formats
        self._table.set_rows([
            (
                peer_text(Path(item.file).name, 60), formats.time(item.started_ms),
                wording.import_state_text(item.state),
                formats.count(item.added), formats.count(item.bad) if item.bad else "–",
            )
            for item in imports
        ])  # fmt: skip

    def choose_file(self) -> None:
        """Open the system's dialogue for files."""
        self._dialog = QFileDialog(self, self.tr("Choose files"), str(Path.home()))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.setNameFilters([
            self.tr("Invoices (*.csv *.txt *.tsv *.gz *.xml *.zip)"), self.tr("All files (*)")
        ])  # fmt: skip
        self._dialog.filesSelected.connect(self.chosen)
        self._dialog.open()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._local_files(event):
            event.acceptProposedAction()
            self._set_drop_look("accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_drop_look("")

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_drop_look("")
        paths = self._local_files(event)
        if paths:
            event.acceptProposedAction()
            self.chosen.emit(paths)

    @staticmethod
    def _local_files(event: QDropEvent) -> list[str]:
        return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]

    def _set_drop_look(self, look: str) -> None:
        self._drop.setProperty("look", look)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)
