"""The set-off statement of one participant: the table, and its way into a PDF or a CSV file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout

from cohong.api.views import RoundView, SetOff, SetOffStatement
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.netting_wording import check_text
from cohong.desktop.pages.page import Page
from cohong.desktop.set_off_csv import set_off_csv
from cohong.desktop.set_off_paper import Paper, paper_of, write_pdf
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.short_table import ShortTable

_ROWS_SHOWN: Final = 10
_NAME_CHARS: Final = 24


class RoundStatement(Card):
    """Hidden while a round has no result. It is this member's, or that of whoever is chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__(self.tr("Set-off statement"))
        self._page = page
        self._formats = page.shell.formats
        self._round: RoundView | None = None
        self._statement: SetOffStatement | None = None
        self._lines: Sequence[SetOff] = ()
        self._dialog: QFileDialog | None = None
        self.member_box = ChoiceBox()
        self.member_box.setAccessibleName(self.tr("Whose statement"))
        self.member_box.currentIndexChanged.connect(self._show)
        self._csv = SecondaryButton(self.tr("Save as CSV…"), "export")
        self._csv.clicked.connect(self.save_csv)
        self._pdf = SecondaryButton(self.tr("Save as PDF…"), "print")
        self._pdf.clicked.connect(self.save_pdf)
        headers = [
            self.tr("Reference"), self.tr("Debtor"), self.tr("Creditor"), self.tr("Before"), self.tr("Set off"),
            self.tr("Left"),
        ]  # fmt: skip
        name = self.tr("What was set off")
        self.table = ShortTable(name, headers, figures=range(3, 6), stretch=1, rows_shown=_ROWS_SHOWN)
        self._sums = Label("", wrap=True)
        self.member_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.member_box.setMinimumContentsLength(_NAME_CHARS)
        self.header.addWidget(self.member_box)
        for part in (self.table, self._sums):
            self.body.addWidget(part)
        files = QHBoxLayout()
        files.addStretch(1)
        files.addWidget(self._csv)
        files.addWidget(self._pdf)
        self.body.addLayout(files)
        self.hide()

    def set_result(
        self, round_: RoundView, lines: Sequence[SetOff], statement: SetOffStatement | None, me: str
    ) -> None:
        """Show a round's result, or nothing where there is none."""
        self._round, self._statement, self._lines = round_, statement, lines
        self.setVisible(statement is not None and bool(lines))
        names = {line.debtor: line.debtor_name for line in lines} | {line.holder: line.holder_name for line in lines}
        chosen = str(self.member_box.currentData() or me)
        self.member_box.blockSignals(True)
        self.member_box.clear()
        for member, name in sorted(names.items(), key=lambda item: (item[0] != me, item[1], item[0])):
            self.member_box.addItem(name_text(name, member), member)
        self.member_box.setCurrentIndex(max(0, self.member_box.findData(chosen)))
        self.member_box.blockSignals(False)
        self._show()

    def paper(self) -> Paper | None:
        """Return the statement that is shown, as what is printed."""
        status = self._page.shell.status
        if self._round is None or self._statement is None or status is None:
            return None
        member = str(self.member_box.currentData())
        return paper_of(self._round, self._statement, self._lines, member, network=status.network_name)

    def _show(self) -> None:
        paper = self.paper()
        if paper is None:
            return
        amount = self._formats.amount
        self.table.set_rows([
            (
                peer_text(line.reference), name_text(line.debtor_name, line.debtor),
                name_text(line.holder_name, line.holder),
                *(amount(line.currency, minor) for minor in (line.before_minor, line.set_off_minor, line.left_minor)),
            )
            for line in paper.lines
        ])  # fmt: skip
        money = self._formats.money
        words = self.tr("{who} owes {less} less, and is owed {owed} less: on balance nothing has changed.")
        self._sums.setText(
            words.format(
                who=paper.name,
                less=money(paper.currency, paper.as_debtor_minor),
                owed=money(paper.currency, paper.as_holder_minor),
            )
        )

    def save_pdf(self) -> None:
        """Ask where the PDF is to go."""
        kind = self.tr("PDF documents (*.pdf)")
        self._choose_place(self.tr("Save the statement as PDF"), kind, "pdf", self._write_pdf)

    def save_csv(self) -> None:
        """Ask where the CSV file is to go."""
        kind = self.tr("CSV tables (*.csv)")
        self._choose_place(self.tr("Save the statement as CSV"), kind, "csv", self._write_csv)

    def _choose_place(self, title: str, kind: str, suffix: str, write: Callable[[str], object]) -> None:
        paper = self.paper()
        if paper is None:
            return
        dialog = QFileDialog(self, title, str(Path.home() / f"set-off-{paper.entry[:12]}.{suffix}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(suffix)
        dialog.fileSelected.connect(write)
        dialog.open()
        self._dialog = dialog

    @slot_task
    async def _write_pdf(self, path: str) -> None:
        paper = self.paper()
        if paper is None or self._statement is None:
            return
        # Painted here: Qt's fonts belong to the window's thread. A statement has at most 511 lines.
        is_whole = write_pdf(path, paper, self._formats, check=check_text(self._statement, self._formats))
        if is_whole:
            self._tell_saved(path)
        else:
            self._tell_failed(self.tr("The place cannot be written to."))

    @slot_task
    async def _write_csv(self, path: str) -> None:
        paper = self.paper()
        if paper is None:
            return
        try:
            await asyncio.to_thread(Path(path).write_bytes, set_off_csv(paper))
        except OSError as error:
            # The system's own words: a full disk, a folder that may not be written to.
            self._tell_failed(error.strerror or type(error).__name__)
            return
        self._tell_saved(path)

    def _tell_saved(self, path: str) -> None:
        self._page.shell.toast(self.tr("Saved as {file}.").format(file=peer_text(Path(path).name, 60)), level="good")

    def _tell_failed(self, why: str) -> None:
        self._page.shell.toast(self.tr("The file could not be saved: {why}").format(why=why), level="error")
