"""What liquidity would add to a netting round: an amount, and what the node computes for it. Nothing comes of it."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.netting_wording import what_if_basis, what_if_rows
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.form_field import AmountField, FormField
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import MutedLabel

FIELD_PX: Final = 320


class RoundWhatIf(Card):
    """Asks for an amount; what was computed stays, with its time, until another round is shown."""

    def __init__(self, page: Page) -> None:
        super().__init__(self.tr("What if there were more liquidity?"))
        self._page = page
        self._round: views.RoundView | None = None
        self.amount = AmountField(fixed=True)
        self.button = SecondaryButton(self.tr("Compute"), "scale")
        self.amount.figure.returnPressed.connect(self.button.click)
        self.button.clicked.connect(self.compute)
        self._field = FormField(self.tr("Liquidity"), self._side_by_side())
        self.amount.setAccessibleName(self.tr("Liquidity"))
        self._found = KeyValueGrid()
        self._basis = MutedLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.addWidget(
            MutedLabel(
                self.tr(
                    "A computation only: how much debt an amount of money, or a pool that stands in between, would "
                    "clear in addition. Nothing is written or signed, and nobody is asked."
                )
            )
        )
        for widget in (self._field, self._found, self._basis):
            self.body.addWidget(widget)

    def _side_by_side(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        self.amount.setMaximumWidth(FIELD_PX)
        row.addWidget(self.amount, stretch=1)
        row.addWidget(self.button)
        row.addStretch(1)
        both.setFocusProxy(self.amount)
        return both

    def set_round(self, round_: views.RoundView) -> None:
        """Ask about this round."""
        if self._round is None or self._round.id != round_.id:
            box = self.amount.currency
            box.setCurrentIndex(box.findData(round_.currency))
            self._field.set_error("")
            self._show([], "")
        self._round = round_

    @slot_task
    async def compute(self) -> None:
        """Have the node compute, which takes seconds where many take part."""
        round_, problem = self._round, self.amount.problem()
        self._field.set_error(problem)
        liquidity = self.amount.amount_minor()
        if round_ is None or problem or liquidity is None:
            self.amount.figure.setFocus()
            return
        asked = requests.NettingWhatIf(round=round_.id, liquidity=liquidity)
        found: views.WhatIfCleared = await self._page.client.call("netting.what_if", asked)
        if self._round is not None and self._round.id == round_.id:
            formats = self._page.shell.formats
            basis = what_if_basis(found, formats, is_open=round_.state == "open", time_ms=int(time.time() * 1000))
            self._show(what_if_rows(found, formats), basis)

    def _show(self, rows: list[tuple[str, str]], basis: str) -> None:
        self._found.set_rows([*rows])
        self._found.setVisible(bool(rows))
        self._basis.setText(basis)
        self._basis.setVisible(bool(basis))
