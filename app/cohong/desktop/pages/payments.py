"""The payments of a bank statement: what each is for, before any of them is recorded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.import_wizard_words import ImportWords, refusal_figures
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.payment_columns import PaymentColumns
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.form_field import FormField, currency_box
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import FigureLabel, Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable


class PaymentsPage(Page):
    """Shows what the node finds; nothing is written before the button at the foot."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Import payments"))
        self._path = ""
        self._asked = 0
        self._words = ImportWords(shell.formats, self)
        self._make_settings()
        self._make_tables()
        self._lay_out()
        self._back.clicked.connect(self._leave)
        self._record.clicked.connect(self._start)
        for changed in (self._currency.activated, self._way.activated, self._columns.changed):
            changed.connect(self._match)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.activated.connect(self._leave)

    def _make_settings(self) -> None:
        self._currency = currency_box()
        self._way = ChoiceBox()
        for way, words in (
            ("signed", self.tr("Above 0 came in, below 0 went out")),
            ("in", self.tr("All of them came in")),
            ("out", self.tr("All of them went out")),
        ):
            self._way.addItem(words, way)
        self._settings = Card(self.tr("How the file is read"))
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(FormField(self.tr("Currency, where the file names none"), self._currency), stretch=1)
        self._way_field = FormField(self.tr("Amounts"), self._way)
        row.addWidget(self._way_field, stretch=1)
        self._columns = PaymentColumns(self._words)
        self._settings.body.addLayout(row)
        self._settings.body.addWidget(self._columns)

    def _make_tables(self) -> None:
        self._tiles = QGridLayout()
        self._tiles.setSpacing(space(3))
        self._figures: dict[str, FigureLabel] = {}
        for place, (key, name) in enumerate((
            ("rows", self.tr("Rows")), ("matched", self.tr("To be recorded")), ("bad", self.tr("Need attention")),
            ("already", self.tr("Recorded before")),
        )):  # fmt: skip
            tile = Card(padding=4)
            tile.body.setSpacing(space(1))
            figure = self._figures[key] = FigureLabel("–")
            tile.body.addWidget(Label(name, "caption"))
            tile.body.addWidget(figure)
            self._tiles.addWidget(tile, 0, place)
        self._problems = Card(self.tr("Rows that stay out"))
        headers = [self.tr("Line"), self.tr("Value"), self.tr("What is wrong")]
        self._problem_table = ShortTable(self.tr("Rows that stay out"), headers, figures=(0,), stretch=2, rows_shown=6)
        self._problems.body.addWidget(self._problem_table)
        self._matches = Card(self.tr("Payments and what they are for"))
        headers = [
            self.tr("Line"), self.tr("Day"), self.tr("Record"), self.tr("Counterparty"), self.tr("Invoice"),
            self.tr("Amount"), self.tr("Left after it"),
        ]  # fmt: skip
        self._match_table = ShortTable(
            self.tr("Payments and what they are for"), headers, figures=(0, 5, 6), stretch=3, rows_shown=8
        )
        self._more = MutedLabel()
        self._totals = KeyValueGrid()
        for widget in (self._match_table, self._more, self._totals):
            self._matches.body.addWidget(widget)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(4))
        column.addWidget(self._settings)
        column.addLayout(self._tiles)
        column.addWidget(self._problems)
        column.addWidget(self._matches)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self._back = SecondaryButton(self.tr("Back"), "arrow-left")
        self._record = PrimaryButton(self.tr("Record"))
        self._record.setEnabled(False)
        self._problems.hide()
        self._matches.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._record)
        self.body.addWidget(scroll, stretch=1)
        self.body.addLayout(foot)

    async def shown(self, **what: object) -> None:
        """Show what the payments of a file are for; `path` is the file."""
        if what.get("path"):
            self._path = str(what["path"])
            self._columns.reset()
            self.set_caption(peer_text(Path(self._path).name, 60))
        if self._path:
            await self._look()

    def _leave(self) -> None:
        self.shell.go("import")

    def _params(self, import_id: str = "") -> requests.ImportPayments:
        return requests.ImportPayments(
            path=self._path,
            currency=str(self._currency.currentData()),
            way=self._way.currentData(),
            columns=dict(self._columns.chosen),
            id=import_id,
        )

    @slot_task
    async def _match(self) -> None:
        await self._look()

    async def _look(self) -> None:
        """Ask the node what each payment would be for; an older question's answer is dropped."""
        self._asked += 1
        asked = self._asked
        self._record.setEnabled(False)
        try:
            found: views.PaymentsFound = await self.client.call("import.match", self._params())
        except ApiError as error:
            self._refused(error)
            return
        if asked == self._asked:
            self.hide_banner()
            self._show(found)

    def _refused(self, error: ApiError) -> None:
        figures = refusal_figures(error.detail)
        self._show(views.PaymentsFound(file=""))
        if error.code is ApiErrorCode.FILE_REFUSED and figures.get("code") == "no_column":
            self.show_banner(self._columns.ask(figures["headers"], figures["fields"]))
        else:
            self.show_error(self._words.error(error))

    def _show(self, found: views.PaymentsFound) -> None:
        count = self.shell.formats.count
        for key, figure in self._figures.items():
            figure.setText(count(int(getattr(found, key))))
        self._columns.set_found(found)
        # With a column for each way there is nothing to say about signs.
        self._way_field.setVisible(not {"money_in", "money_out"} & found.columns.keys())
        self._show_problems(found)
        self._show_matches(found)
        self._record.setText(self.tr("Record %Ln payment(s)", "", found.matched))
        self._record.setEnabled(found.matched > 0)

    def _show_problems(self, found: views.PaymentsFound) -> None:
        self._problems.setVisible(bool(found.problems))
        self._problem_table.set_rows([
            (
                self.shell.formats.count(int(problem.get("line", 0))), peer_text(str(problem.get("value", "")), 60),
                self._words.problem(str(problem.get("reason", "")), str(problem.get("other", ""))),
            )
            for problem in found.problems
        ])  # fmt: skip

    def _show_matches(self, found: views.PaymentsFound) -> None:
        formats = self.shell.formats
        self._matches.setVisible(bool(found.matches))
        self._match_table.set_rows([self._match_cells(item) for item in found.matches])
        rest = found.receipts + found.claims - len(found.matches)
        self._more.setText(self.tr("and %n more", "", rest))
        self._more.setVisible(rest > 0)
        lines: list[tuple[str, str]] = []
        for name, totals in ((self.tr("Received"), found.totals_in), (self.tr("Paid"), found.totals_out)):
            if totals:
                lines.append((name, listed(formats.money(total.currency, total.minor) for total in totals)))
        self._totals.set_rows([*lines])

    def _match_cells(self, item: views.PaymentMatch) -> Sequence[str]:
        formats = self.shell.formats
        return (
            formats.count(item.line),
            formats.day(item.day),
            self.tr("Receipt") if item.received else self.tr("Claim"),
            member_text(item.counterparty_name, item.counterparty),
            peer_text(item.reference, 40),
            formats.money(item.currency, item.amount_minor),
            formats.money(item.currency, item.left_minor) if item.left_minor else "–",
        )

    @slot_task
    async def _start(self) -> None:
        params = self._params(os.urandom(16).hex())
        status: views.ImportStatus = await self.client.call("import.payments", params)
        self.shell.go("import", id=status.id)
