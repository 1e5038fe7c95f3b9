"""The wizard's last step: the import under way and its result, with what can be done about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cohong.api.views import ImportStatus
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.pages.import_wizard_words import ImportWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import FigureLabel, Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

_RUNNING: Final = ("reading", "cancelling", "sending")


class RunStep(QWidget):
    """Signals:
    cancel_wanted, send_wanted, undo_wanted, save_wanted, another_wanted: what the user wants done.
    """

    cancel_wanted = Signal()
    send_wanted = Signal()
    undo_wanted = Signal()
    save_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._words = ImportWords(formats, self)
        self._rows = 0
        self._sentence = Label("", "section", wrap=True)
        self._below = MutedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(space(3))
        self._figures: dict[str, FigureLabel] = {}
        self._error = Banner()
        self._make_buttons()
        self._problems = Card(self.tr("Rows that need attention"))
        headers = [self.tr("Line"), self.tr("Column"), self.tr("Value"), self.tr("What is wrong")]
        self._table = ShortTable(self.tr("Rows that need attention"), headers, figures=(0,), stretch=3, rows_shown=8)
        self._problems.body.addWidget(self._table)
        self._problems.header.addWidget(self._save)
        self._lay_out()

    def _make_buttons(self) -> None:
        self._cancel = SecondaryButton(self.tr("Cancel"))
        self._undo = DangerButton(self.tr("Undo this import"), "undo")
        self._send = PrimaryButton(self.tr("Sign and send now"), "send")
        self._another = SecondaryButton(self.tr("Import another file"))
        self._save = SecondaryButton(self.tr("Save the list"), "export")
        for button, wanted in (
            (self._cancel, self.cancel_wanted), (self._undo, self.undo_wanted), (self._send, self.send_wanted),
            (self._another, self.another_wanted), (self._save, self.save_wanted),
        ):  # fmt: skip
            button.clicked.connect(wanted)

    def _lay_out(self) -> None:
        for place, (key, name) in enumerate((
            ("added", self.tr("Added")), ("already", self.tr("Already there")), ("bad", self.tr("Need attention")),
            ("duplicates", self.tr("Twice in the file")), ("void", self.tr("Void")),
        )):  # fmt: skip
            tile = Card(padding=4)
            tile.body.setSpacing(space(1))
            figure = self._figures[key] = FigureLabel("0")
            tile.body.addWidget(Label(name, "caption"))
            tile.body.addWidget(figure)
            self._tiles.addWidget(tile, 0, place)
        card = Card()
        card.body.addWidget(self._sentence)
        card.body.addWidget(self._below)
        card.body.addWidget(self._bar)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        for button in (self._cancel, self._another, self._undo):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._send)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(4))
        column.addWidget(self._error)
        column.addWidget(card)
        column.addLayout(self._tiles)
        column.addWidget(self._problems)
        column.addStretch(1)

    def begin(self, rows: int) -> None:
        """Start anew, for an import of a file with so many rows."""
        self._rows = rows
        self._bar.setRange(0, max(1, rows))
        self._bar.setValue(0)

    def set_progress(self, state: str, counts: dict[str, int]) -> None:
        """Show how far it is, from a notification."""
        done = counts.get("done", 0)
        self._bar.setValue(min(done, self._bar.maximum()))
        if state == "reading":
            words = self.tr("{done} of {rows} rows").format(
                done=self._formats.count(done), rows=self._formats.count(max(self._rows, done))
            )
            self._below.setText(words)
        for key, figure in self._figures.items():
            if key in counts:
                figure.setText(self._formats.count(counts[key]))

    def show_stopping(self) -> None:
        """Show that the wish to stop was heard, before the node has answered."""
        self._cancel.hide()

    def set_status(self, status: ImportStatus, *, cancelling: bool) -> None:
        """Show how the import stands."""
        counts = {key: int(getattr(status, key)) for key in self._figures}
        self.set_progress(status.state, {**counts, "done": status.done})
        self._sentence.setText(self._sentence_of(status, cancelling=cancelling))
        self._below.setText(self._below_of(status))
        running = status.state in _RUNNING
        self._bar.setVisible(running)
        if status.state == "sending":
            self._bar.setRange(0, 0)
        self._cancel.setVisible(status.state in ("reading", "sending") and not cancelling)
        self._another.setVisible(not running)
        self._undo.setVisible(status.undoable and not running and status.added > 0)
        self._send.setVisible(status.state == "ready" and status.added > 0)
        if status.error and status.error != "cancelled":
            self._error.say(self._words.failure(status.error), "error", closable=False)
        else:
            self._error.hide()
        self._show_problems(status)

    def _sentence_of(self, status: ImportStatus, *, cancelling: bool) -> str:
        file = peer_text(status.file.rpartition("/")[2], 60)
        if status.state == "cancelling" or (cancelling and status.state == "reading"):
            return self.tr("Stopping the import of {file}. What was taken is removed again.").format(file=file)
        if status.state == "ready" and not status.undoable:
            return self.tr("A part of {file} is sent. The rest is kept as drafts.").format(file=file)
        if status.holds == "payments":
            return self._of_payments(status).format(file=file)
        return {
            "reading": self.tr("Importing {file}"),
            "ready": self.tr("{file} is imported. Nothing is signed yet."),
            "sending": self.tr("Signing and sending the invoices of {file}"),
            "sent": self.tr("The invoices of {file} are signed and on the way."),
            "undone": self.tr("The import of {file} is undone."),
            "failed": self.tr("The import of {file} stopped."),
        }[status.state].format(file=file)

    def _of_payments(self, status: ImportStatus) -> str:
        if status.state == "sending":
            return self.tr("Signing and sending the payments of {file}")
        if status.error == "cancelled":
            return self.tr("Stopped. What was recorded of {file} stays; import it again for the rest.")
        if status.error or status.state == "failed":
            return self.tr("The import of {file} stopped. What was recorded stays; import it again for the rest.")
        return self.tr("The payments of {file} are recorded and on the way.")

    def _below_of(self, status: ImportStatus) -> str:
        if status.state == "reading":
            return self._below.text()
        count = self._formats.count
        words = self.tr("{added} added, {already} already there, {bad} to look at.").format(
            added=count(status.added), already=count(status.already), bad=count(status.bad)
        )
        totals = [self._formats.money(total.currency, total.minor) for total in status.totals]
        if totals:
            words += " " + self.tr("Total {sums}.").format(sums=listed(totals))
        if status.receipts_left:
            words += " " + self.tr(
                "To follow once the other side has accepted: %Ln receipt(s).", "", status.receipts_left
            )
        return words

    def _show_problems(self, status: ImportStatus) -> None:
        self._problems.setVisible(bool(status.problems) and status.state != "undone")
        self._table.set_rows(
            [
                (
                    self._formats.count(int(problem.get("line", 0))),
                    peer_text(str(problem.get("column", "")), 60),
                    peer_text(str(problem.get("value", "")), 60),
                    self._words.problem(str(problem.get("reason", "")), str(problem.get("other", ""))),
                )
                for problem in status.problems
            ]
        )
