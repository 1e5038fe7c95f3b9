"""What a member is worth to the one who looks: trust from where they stand, and the experience to expect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from cohong.api.views import ExperienceView, TrustArc, TrustInCurrency, TrustView
from cohong.desktop.formatting import Formats
from cohong.desktop.shell import Shell
from cohong.desktop.standing_wording import ADDS_MIN, StandingWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bare_column import bare_column
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card, Line
from cohong.desktop.widgets.labels import FigureLabel, Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

PATHS_SHOWN: Final = 3
_ROWS_SHOWN: Final = 10


class TrustCard(Card):
    """Trust by currency: the amount, what bounds it, the paths in sentences, and as a table of what was repaid."""

    def __init__(self, found: TrustView, shell: Shell, tables: set[str]) -> None:
        super().__init__(QCoreApplication.translate("TrustCard", "Trust from where you stand"))
        self._shell, self._tables = shell, tables
        self._words = words = StandingWords(shell.formats, found.viewer, found.names)
        if not found.currencies:
            self.body.addWidget(Label(words.nothing_repaid(), wrap=True))
            return
        for place, each in enumerate(found.currencies):
            if place:
                self.body.addWidget(Line())
            self._add(each)
        self.body.addWidget(MutedLabel(words.how(found)))

    def _add(self, each: TrustInCurrency) -> None:
        self.body.addWidget(FigureLabel(self._shell.formats.money(each.currency, each.minor)))
        self.body.addWidget(Label(self._words.bound(each), wrap=True))
        if not each.paths:
            return
        sentences, table, key = self._sentences(each), self._table(each), f"trust {each.currency}"
        turn = LinkButton("")

        def show() -> None:
            is_table = key in self._tables
            table.setVisible(is_table)
            sentences.setHidden(is_table)
            turn.setText(self.tr("Show as sentences") if is_table else self.tr("Show as table"))

        def turn_over() -> None:
            self._tables ^= {key}
            show()

        turn.clicked.connect(turn_over)
        for widget in (sentences, table):
            self.body.addWidget(widget)
        # Only now: shown without a parent they would be windows.
        show()
        row = QHBoxLayout()
        row.addWidget(turn)
        row.addStretch(1)
        self.body.addLayout(row)

    def _sentences(self, each: TrustInCurrency) -> QWidget:
        """Return the paths that carry most of the shortest, each with what its hops rest on."""
        holder, column = bare_column(1)
        shown = each.paths[:PATHS_SHOWN]
        for place, path in enumerate(shown):
            column.addSpacing(space(2) if place else 0)
            head = QHBoxLayout()
            head.addWidget(Label(self._words.path(path), "strong", wrap=True), stretch=1)
            head.addWidget(Label(self._shell.formats.money(each.currency, path.arrives_minor), "strong"))
            column.addLayout(head)
            for sentence in self._words.sentences(each, path):
                column.addWidget(MutedLabel(sentence))
        more = self._words.more_paths(each, len(shown))
        if more:
            column.addWidget(MutedLabel(more))
        return holder

    def _table(self, each: TrustInCurrency) -> QWidget:
        """Return what the paths rest on; Enter opens the newest record of a hop in the Book."""
        headers = [
            self.tr("Creditor"), self.tr("Repaid by"), self.tr("Payments"), self.tr("Last"), self.tr("Repaid"),
            self.tr("Counts today"),
        ]  # fmt: skip
        holder, column = bare_column(1)
        name = self.tr("What trust rests on")
        table = ShortTable(name, headers, figures=(2, 4, 5), stretch=0, rows_shown=_ROWS_SHOWN)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.set_rows([self._cells(each.currency, arc) for arc in each.arcs])
        table.activated.connect(lambda index: self._open(each.arcs[index.row()]))
        column.addWidget(table)
        column.addWidget(
            MutedLabel(self.tr("Enter or double-click opens the newest record behind a line in the Book."))
        )
        return holder

    def _cells(self, currency: str, arc: TrustArc) -> Sequence[str]:
        formats = self._shell.formats
        amounts = (formats.amount(currency, minor) for minor in (arc.paid_minor, arc.holds_minor))
        names = map(self._words.name, (arc.creditor, arc.debtor))
        return (*names, formats.count(arc.payments), formats.table_day(arc.newest), *amounts)

    def _open(self, arc: TrustArc) -> None:
        if arc.objects:
            self._shell.go("book", filter="all", object=arc.objects[0])


class ExperienceCard(Card):
    """What is expected, the terms that add up to it, and who has said what."""

    def __init__(self, found: ExperienceView, formats: Formats) -> None:
        super().__init__(QCoreApplication.translate("ExperienceCard", "Experience to expect"))
        self._words = words = StandingWords(formats, found.viewer, found.names)
        if found.ratings:
            self.body.addWidget(FigureLabel(words.signed(found.expected)))
        self.body.addWidget(Label(words.scale(found), wrap=True))
        self.body.addWidget(Label(words.own(found.own), wrap=True))
        if found.ratings:
            self.body.addWidget(self._terms(found))
            self.body.addWidget(self._raters(found))
            self.body.addWidget(MutedLabel(words.learned(found)))

    def _terms(self, found: ExperienceView) -> ShortTable:
        headers = [self.tr("What it is made of"), self.tr("Value"), self.tr("Weight"), self.tr("Adds")]
        table = ShortTable(self.tr("Terms"), headers, figures=(1, 2, 3), stretch=0)
        shown = sorted((each for each in found.terms if abs(each.adds) >= ADDS_MIN), key=lambda each: -abs(each.adds))
        signed = self._words.signed
        table.set_rows([
            (self._words.term(each), signed(each.value), signed(each.weight), signed(each.adds)) for each in shown
        ])  # fmt: skip
        return table

    def _raters(self, found: ExperienceView) -> ShortTable:
        headers = [self.tr("Who"), self.tr("Experience"), self.tr("How what is owed to it was paid"), self.tr("Says")]
        table = ShortTable(
            self.tr("Who has had experience"), headers, figures=(1, 3), stretch=0, rows_shown=_ROWS_SHOWN
        )
        table.set_rows([
            (
                self._words.name(each.member), self._words.signed(each.value),
                self._words.trade(each) if each.months else "–",
                self._words.score(each.score),
            )
            for each in found.raters
        ])  # fmt: skip
        return table
