"""Forms of pools: creating one, pledging to it, drawing on it for a claim."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from cohong.api import requests
from cohong.api.views import DemandView, PoolDue, PoolView
from cohong.desktop.cover_wording import demand_text, due_rows
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.cover_sheet import CoverSheet
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.writing_sheet import WritingSheet
from cohong.desktop.tasks import run_task
from cohong.desktop.widgets.form_field import (
    AmountField,
    FormField,
    currency_box,
    day_of,
)
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

NAME_CHARS_MAX: Final = 60


class PoolSheet(WritingSheet):
    """Founds a pool, with this member as its keeper.

    Signals:
        made: its id.
    """

    made = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page, "")
        self.title.setText(self.tr("Create a guarantee pool"))
        self.setAccessibleName(self.title.text())
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(NAME_CHARS_MAX)
        self._name_field = FormField(self.tr("Name"), self.name_edit)
        self.currency_box = currency_box()
        self.body.addWidget(self._name_field)
        self.body.addWidget(FormField(self.tr("Currency"), self.currency_box))
        self.say(
            self.tr(
                "Members pledge to it, each up to a cap of its own. Whoever is owed something in default may claim "
                "from it: a fifth of the loss stays with that creditor, no debtor is ever paid for beyond a tenth of "
                "what is pledged, and each pledge pays in proportion to what is left of it."
            ),
            self.tr(
                "You become its keeper: you draw for claims by that rule alone, which every voter computes anew, and "
                "hold what was paid for the pledgers. Creating it costs you nothing; a pledge is a step of its own."
            ),
        )
        self.add_buttons(self.tr("Create and sign"))

    async def write(self) -> str:
        name = self.name_edit.text().strip()
        self._name_field.set_error("" if name else self.tr("Give it a name."))
        if not name:
            self.name_edit.setFocus()
            self.fit()
            return ""
        fields = {"name": name, "currency": str(self.currency_box.currentData())}
        written = await self.write_record("pool.create", "", fields)
        self.made.emit(written.object)
        return self.tr("Created. Members can pledge once a majority of the voters has signed it.")


class PledgeSheet(CoverSheet):
    """What this member puts up in a pool, at most."""

    def __init__(self, page: Page, pool: PoolView) -> None:
        super().__init__(page, "", peer_text(pool.name, NAME_CHARS_MAX))
        self.title.setText(self.tr("Pledge to a pool"))
        self.setAccessibleName(self.title.text())
        self._pool = pool
        self.cap = AmountField(pool.currency, fixed=True)
        self._cap_field = FormField(self.tr("Cap"), self.cap, self.tr("The most that is ever drawn on your pledge."))
        self._until_field, self.until_edit = self.until_field(self.tr("The last day on which it may be drawn on."))
        self.add_pair(self._cap_field, self._until_field)
        self.add_meter()
        self.say(
            self.tr(
                "You stand for losses of all members, in proportion to what is left of your pledge and never beyond "
                "its cap. What is drawn you owe to {keeper}, the pool's keeper, who passes it on: Cohong moves no "
                "money."
            ).format(keeper=name_text(pool.keeper_name, pool.keeper))
        )
        self.body.addWidget(MutedLabel(self.tr("A pledge is signed and can't be taken back before its last day.")))
        self.add_buttons(self.tr("Pledge and sign"))
        self.cap.figure.textChanged.connect(self.measure_soon)

    def about(self) -> requests.CoverExposure:
        return requests.CoverExposure(cap=self.cap.amount_minor() or 0, pool=self._pool.id)

    def code(self) -> str:
        return self._pool.currency

    async def write(self) -> str:
        self._cap_field.set_error(self.cap.problem())
        is_over = self.is_over(self._until_field, self.until_edit)
        if self.cap.problem() or is_over:
            (self.until_edit if is_over else self.cap).setFocus()
            self.fit()
            return ""
        fields: dict[str, Any] = {"cap": self.cap.amount_minor(), "until": day_of(self.until_edit)}
        await self.write_record("pool.pledge", self._pool.id, fields)
        return self.tr("Pledged. It counts once a majority of the voters has signed it.")


class DrawSheet(CoverSheet):
    """Draws for a claim, as the keeper: how much, and from whom, the rule says."""

    def __init__(self, page: Page, pool: PoolView, claim: DemandView) -> None:
        super().__init__(page, "", demand_text(claim, pool.currency, page.shell.formats))
        self.title.setText(self.tr("Draw on the pool for this claim?"))
        self.setAccessibleName(self.title.text())
        self._pool, self._claim = pool, claim
        self._rule = KeyValueGrid()
        self._shares = ShortTable(
            self.tr("What each pledge pays"), [self.tr("Pledge of"), self.tr("Pays")], figures=(1,), rows_shown=6
        )
        self.body.addWidget(self._rule)
        self.body.addWidget(self._shares)
        self.add_meter()
        self.say(
            self.tr(
                "The rule decides, not you: every voter computes the same. Collect the shares from the pledgers and "
                "pay {creditor}; it then puts you in its place for this much, on behalf of the pledgers."
            ).format(creditor=name_text(claim.author_name, claim.author))
        )
        self.body.addWidget(MutedLabel(self.tr("A draw is signed and can't be taken back.")))
        self.add_buttons(self.tr("Draw and sign"))
        run_task(self, self._load_due())

    def about(self) -> requests.CoverExposure:
        return requests.CoverExposure(demand=self._claim.entry)

    def code(self) -> str:
        return self._pool.currency

    async def _load_due(self) -> None:
        claim = self._claim
        asked = requests.CoverDue(pool=self._pool.id, obligation=claim.object, amount=claim.amount_minor)
        due: PoolDue = await self.page.client.call("cover.due", asked)
        self._rule.set_rows([*due_rows(due, claim.amount_minor, self.formats)])
        self._shares.set_rows([
            (
                self.tr("Mine") if share.is_mine else name_text(share.member_name, share.member),
                self.formats.money(due.currency, share.minor),
            )
            for share in due.shares
        ])  # fmt: skip
        self.fit_soon()

    async def write(self) -> str:
        await self.write_record("pool.draw", self._pool.id, {"claim": self._claim.entry})
        return self.tr("Drawn. It takes effect when more than two thirds of the voters have signed it.")
