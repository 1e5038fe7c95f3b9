"""The wizard's fourth step: what the import would do. Problem rows come first, then counts and totals."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.pages.import_wizard_words import ImportWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import FigureLabel, Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable
from cohong.importing.invoices import DryRun, ProblemRow

PROBLEMS_SHOWN = 200


class CheckStep(QWidget):
    """Counts, problem rows, totals, and what to do with the invoices that are paid."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._words = ImportWords(formats, self)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(space(3))
        self._left_out = Banner()
        self._problems = Card(self.tr("Rows that stay out"))
        headers = [self.tr("Line"), self.tr("Column"), self.tr("Value"), self.tr("What is wrong")]
        self._table = ShortTable(self.tr("Rows that stay out"), headers, figures=(0,), stretch=3, rows_shown=7)
        self._more = MutedLabel()
        self._problems.body.addWidget(self._table)
        self._problems.body.addWidget(self._more)
        self._totals = Card(self.tr("Rows that go in"))
        self._grid = KeyValueGrid()
        self._totals.body.addWidget(self._grid)
        self._receipts = QCheckBox(self.tr("Record the payments that the file has, as receipts with their dates"))
        self._receipts.setChecked(True)
        self._totals.body.addWidget(self._receipts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(4))
        column.addLayout(self._tiles)
        for widget in (self._left_out, self._problems, self._totals):
            column.addWidget(widget)
        column.addStretch(1)

    @property
    def with_receipts(self) -> bool:
        """Whether payments in the file become receipts."""
        return self._receipts.isChecked() and not self._receipts.isHidden()

    def set_with_receipts(self, wanted: bool) -> None:
        """Choose whether payments in the file become receipts."""
        self._receipts.setChecked(wanted)

    def set_dry_run(self, found: DryRun, left_out: int) -> None:
        """Show what the import would do; `left_out` invoices belong to customers that stand for no member."""
        self._show_tiles(found)
        self._name_columns(found.format.kind == "ubl")
        if left_out:
            words = self.tr("Left out: %Ln invoice(s) of customers that stand for no member.", "", left_out)
            self._left_out.say(words, "warning", closable=False)
        else:
            self._left_out.hide()
        self._show_problems(found)
        self._show_totals(found)

    def _name_columns(self, documents: bool) -> None:
        line, column = (self.tr("Document"), self.tr("Where")) if documents else (self.tr("Line"), self.tr("Column"))
        for place, name in enumerate((line, column)):
            header = self._table.horizontalHeaderItem(place)
            assert header is not None
            header.setText(name)

    def _show_tiles(self, found: DryRun) -> None:
        while (item := self._tiles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, count, below) in enumerate((
            (self.tr("Rows"), found.rows, ""),
            (self.tr("Good"), found.good, self.tr("of %Ln customer(s)", "", found.customers)),
            (self.tr("Need attention"), found.bad, self.tr("listed below") if found.bad else ""),
            (self.tr("Twice in the file"), found.duplicates, self.tr("taken once")),
            (self.tr("Void"), found.void, self.tr("left out")),
        )):  # fmt: skip
            tile = Card(padding=4)
            tile.body.setSpacing(space(1))
            tile.body.addWidget(Label(name, "caption"))
            tile.body.addWidget(FigureLabel(self._formats.count(count)))
            tile.body.addWidget(MutedLabel(below if count else "", wrap=False))
            tile.setAccessibleName(f"{name}: {self._formats.count(count)}")
            self._tiles.addWidget(tile, 0, place)

    def _show_problems(self, found: DryRun) -> None:
        self._problems.setVisible(bool(found.problems))
        self._table.set_rows(
            [
                (
                    self._formats.count(problem.line),
                    peer_text(problem.where, 60),
                    peer_text(problem.value, 60),
                    self._problem_words(problem),
                )
                for problem in found.problems[:PROBLEMS_SHOWN]
            ]
        )
        rest = found.bad - min(len(found.problems), PROBLEMS_SHOWN)
        self._more.setText(self.tr("and %n more", "", rest))
        self._more.setVisible(rest > 0)

    def _problem_words(self, problem: ProblemRow) -> str:
        words, line = self._words.problem(str(problem.reason), problem.of_number), problem.of_line
        if line is None:
            return words
        place = self.tr("{words} (document {line})") if problem.file else self.tr("{words} (line {line})")
        return place.format(words=words, line=line)

    def _show_totals(self, found: DryRun) -> None:
        formats = self._formats
        rows: list[tuple[str, str]] = []
        for total in found.totals:
            count = self.tr("%Ln invoice(s)", "", total.invoices)
            rows.append((
                self.tr("Total"), f"{formats.money(total.currency or '', total.amount_minor).strip()}   ·   {count}"
            ))  # fmt: skip
        if found.first_issued and found.last_issued:
            rows.append((self.tr("Issued"), f"{formats.day(found.first_issued)} – {formats.day(found.last_issued)}"))
        if found.settled:
            late = self.tr("%Ln of them late", "", found.late)
            rows.append((self.tr("Paid"), f"{formats.count(found.settled)}   ·   {late}"))
        self._grid.set_rows([*rows])
        self._receipts.setVisible(found.settled > 0)
