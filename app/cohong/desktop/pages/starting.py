"""Shown while no node answers yet: for a moment at the start, or with the reason why none does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.gate import Gate
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.spinner import Spinner

_LAST_WORDS_CHARS_MAX = 600


class StartingGate(Gate):
    """Signals:
    retry_wanted: start the node again.
    """

    retry_wanted = Signal()

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell)
        self._spinner = Spinner(size=20)
        self._title = Label(self.tr("Opening your records…"), "section", wrap=True)
        self._sentence = MutedLabel("")
        self._details = Label("", "quote", wrap=True).make_selectable()
        self._retry = PrimaryButton(self.tr("Try again"))
        self._retry.clicked.connect(self.retry_wanted)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(self._spinner)
        row.addWidget(self._title, stretch=1)
        self.body.addLayout(row)
        for widget in (self._sentence, self._details):
            self.body.addWidget(widget)
        self.body.addWidget(self._retry, alignment=Qt.AlignmentFlag.AlignRight)
        self.wait()

    def wait(self) -> None:
        """Show that the node is on its way."""
        self._spinner.show()
        self._spinner.start()
        self._title.setText(self.tr("Opening your records…"))
        for widget in (self._sentence, self._details, self._retry):
            widget.hide()

    def fail(self, last_words: str) -> None:
        """Say that the node ended, with its own last words as details."""
        self._spinner.stop()
        self._spinner.hide()
        self._title.setText(self.tr("The node could not start"))
        self._sentence.setText(
            self.tr("Cohong's background program ended before it could open your records. Nothing was changed.")
        )
        # The reason is in the last lines; what leads up to it may be long.
        self._details.setText(peer_text(last_words[-_LAST_WORDS_CHARS_MAX:], _LAST_WORDS_CHARS_MAX, lines=True))
        for widget in (self._sentence, self._details, self._retry):
            widget.show()
