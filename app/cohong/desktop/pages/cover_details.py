"""One guarantee or pool: its terms, what is asked of it and has been paid, and what there is to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.api.views import DemandView, GuaranteeView, HistoryItem, PoolView
from cohong.desktop import wording
from cohong.desktop.cover_wording import cover_state, cover_title, demand_text
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.guarantee_sheets import PaySheet
from cohong.desktop.pages.market_pick import Picking, PickSheet
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.pool_sheets import DrawSheet, PledgeSheet
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label, SectionTitle
from cohong.desktop.widgets.short_table import ShortTable

Cover: TypeAlias = GuaranteeView | PoolView

SAYS_CHARS_MAX: Final = 500
PICKED_FROM: Final = 200
"""Own receivables in default to choose from."""


class CoverDetails(QScrollArea):
    """Shows one guarantee or pool, and asks the node for its history when it has changed."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._formats = page.shell.formats
        self._cover: Cover | None = None
        self._make_head()
        self._facts = KeyValueGrid()
        self._says = Label("", "quote", wrap=True)
        self._demands = DemandList(page)
        self._demands.answer_wanted = self.answer
        self._pledges = ShortTable(
            self.tr("Pledges"),
            [self.tr("Pledge of"), self.tr("Cap"), self.tr("Left"), self.tr("Until")],
            figures=(1, 2), rows_shown=6,
        )  # fmt: skip
        self._history = ShortTable(
            self.tr("History"),
            [self.tr("When"), self.tr("Record"), self.tr("By"), self.tr("Amount"), self.tr("Level")],
            figures=(3,), stretch=2, rows_shown=6,
        )  # fmt: skip
        self._lay_out()

    def _make_head(self) -> None:
        self._title = SectionTitle()
        self._title.setWordWrap(True)
        self._badge = Badge()
        self._call = SecondaryButton(self.tr("Call it…"), "receive")
        self._call.clicked.connect(self.demand)
        self._claim = SecondaryButton(self.tr("Claim…"), "receive")
        self._claim.clicked.connect(self.demand)
        self._pledge = SecondaryButton(self.tr("Pledge…"), "shield")
        self._pledge.clicked.connect(self.pledge)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(3))
        head.addWidget(self._title, stretch=1)
        for widget in (self._badge, self._call, self._claim, self._pledge):
            head.addWidget(widget)
        card = Card()
        card.body.addLayout(head)
        self._demands_title = SectionTitle(self.tr("What is asked of it"))
        self._pledges_title = SectionTitle(self.tr("Pledges"))
        for part in (
            self._facts, self._says, self._demands_title, self._demands, self._pledges_title, self._pledges,
            SectionTitle(self.tr("History")), self._history,
        ):  # fmt: skip
            card.body.addWidget(part)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, space(2), 0)
        column.addWidget(card)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inner)

    async def set_cover(self, cover: Cover) -> None:
        """Show a guarantee or pool as it stands."""
        before, self._cover = self._cover, cover
        if before is None or before.id != cover.id:
            self.verticalScrollBar().setValue(0)
        self._title.setText(cover_title(cover))
        self._badge.set_badge(*cover_state(cover))
        is_pool = isinstance(cover, PoolView)
        self._facts.set_rows([*(self._pool_rows(cover) if isinstance(cover, PoolView) else self._terms(cover))])
        said = "" if isinstance(cover, PoolView) else cover.says
        self._says.setText(peer_text(said, SAYS_CHARS_MAX))
        self._says.setVisible(bool(said.strip()))
        self._show_buttons(cover)
        demands = cover.claims if isinstance(cover, PoolView) else cover.calls
        self._demands_title.setVisible(bool(demands))
        self._demands.set_demands(demands, cover.currency, answer=self._answer_text(cover))
        for part in (self._pledges_title, self._pledges):
            part.setVisible(is_pool)
        if isinstance(cover, PoolView):
            self._show_pledges(cover)
        history: list[HistoryItem] = await self._page.client.call("cover.history", requests.OfObject(object=cover.id))
        if self._cover is cover:
            self._history.set_rows([self._event(item, cover.currency) for item in history])

    def _show_buttons(self, cover: Cover) -> None:
        may_write = self._page.shell.may_write
        is_pool = isinstance(cover, PoolView)
        is_callable = isinstance(cover, GuaranteeView) and cover.left_minor > 0 and not cover.is_over
        is_got = isinstance(cover, GuaranteeView) and cover.side == "creditor"
        self._call.setVisible(may_write and is_got and is_callable)
        self._claim.setVisible(may_write and is_pool and cover.left_minor > 0)
        self._pledge.setVisible(may_write and is_pool)

    def _answer_text(self, cover: Cover) -> str:
        """The button that answers a demand; empty where that is for somebody else."""
        if not self._page.shell.may_write:
            return ""
        if isinstance(cover, PoolView):
            return self.tr("Draw…") if cover.is_mine else ""
        return self.tr("Record the payment…") if cover.side == "guarantor" else ""

    def _terms(self, cover: GuaranteeView) -> list[tuple[str, str | QWidget]]:
        money, formats = self._formats.money, self._formats
        paid = cover.cap_minor - cover.left_minor
        day = formats.day(cover.until)
        return [
            (self.tr("Guarantor"), name_text(cover.guarantor_name, cover.guarantor)),
            (self.tr("Debtor"), name_text(cover.debtor_name, cover.debtor)),
            (self.tr("Creditor"), name_text(cover.beneficiary_name, cover.beneficiary)),
            (self.tr("Cap"), money(cover.currency, cover.cap_minor)),
            (self.tr("Paid on it"), money(cover.currency, paid)),
            (self.tr("Left"), money(cover.currency, cover.left_minor)),
            (self.tr("Until"), self.tr("{day}, over").format(day=day) if cover.is_over else day),
        ]

    def _pool_rows(self, pool: PoolView) -> list[tuple[str, str | QWidget]]:
        money = self._formats.money
        rows: list[tuple[str, str | QWidget]] = [
            (self.tr("Keeper"), name_text(pool.keeper_name, pool.keeper)),
            (self.tr("Pledged"), money(pool.currency, pool.pledged_minor)),
            (self.tr("Left"), money(pool.currency, pool.left_minor)),
            (self.tr("First loss"), self.tr("A fifth of each loss stays with the creditor.")),
            (
                self.tr("One debtor"),
                self.tr("At most {amount} in all, a tenth of what is pledged.").format(
                    amount=money(pool.currency, pool.debtor_most_minor)
                ),
            ),
        ]
        for item in pool.drawn:
            words = self.tr("{amount} for {debtor}").format(
                amount=money(pool.currency, item.minor), debtor=name_text(item.debtor_name, item.debtor)
            )
            rows.append((self.tr("Drawn"), words))
        return rows

    def _show_pledges(self, pool: PoolView) -> None:
        formats = self._formats
        self._pledges.set_rows([
            (
                self.tr("Mine") if item.is_mine else name_text(item.member_name, item.member),
                formats.money(pool.currency, item.cap_minor), formats.money(pool.currency, item.left_minor),
                self.tr("{day}, over").format(day=formats.table_day(item.until))
                if item.is_over
                else formats.table_day(item.until),
            )
            for item in pool.pledges
        ])  # fmt: skip

    def _event(self, item: HistoryItem, currency: str) -> Sequence[str]:
        minor = item.fields.get("amount", item.fields.get("cap"))
        return (
            self._formats.time(item.time_ms),
            wording.kind_text(item.kind),
            name_text(item.author_name, item.author),
            self._formats.money(currency, minor) if isinstance(minor, int) else "–",
            wording.level_text(item.level),
        )

    # Actions

    def answer(self, demand: DemandView) -> None:
        """Open the form that answers a demand: a payment on a guarantee, or a draw on a pool."""
        if isinstance(self._cover, PoolView):
            DrawSheet(self._page, self._cover, demand).open()
        elif self._cover is not None:
            PaySheet(self._page, self._cover, demand).open()

    def pledge(self) -> None:
        """Open the form of a pledge."""
        if isinstance(self._cover, PoolView):
            PledgeSheet(self._page, self._cover).open()

    @slot_task
    async def demand(self) -> None:
        """Open the sheet that asks for which of the own receivables in default it is to pay."""
        cover = self._cover
        if cover is None:
            return
        debtor = cover.debtor if isinstance(cover, GuaranteeView) else ""
        found: views.BookPage = await self._page.client.call(
            "book.rows",
            requests.BookRows(filter="defaulted", debtor=debtor, currency=cover.currency, count=PICKED_FROM),
        )
        rows = [row for row in found.rows if row.side == "holder"]
        PickSheet(self._page, rows, self._picking(cover)).open()

    def _picking(self, cover: Cover) -> Picking:
        refused = self.tr("It cannot be asked for at present: it waits for the voters, or has changed.")
        if isinstance(cover, PoolView):
            nothing = self.tr("Nothing that is owed to you in {currency} is in default. Only then a pool pays.").format(
                currency=cover.currency
            )
            return Picking(self.tr("Claim from a pool"), "pool.claim", nothing, refused, cover.id)
        nothing = self.tr(
            "Nothing that {debtor} owes you in {currency} is in default. Only then a guarantee can be called."
        ).format(debtor=name_text(cover.debtor_name, cover.debtor), currency=cover.currency)
        return Picking(self.tr("Call a guarantee"), "guarantee.call", nothing, refused, cover.id)


class DemandList(QWidget):
    """The calls or claims that nobody has answered, each with a way to its record, and the button that answers it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown: object = None
        self.answer_wanted: Callable[[DemandView], None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(3))

    def set_demands(self, demands: Sequence[DemandView], currency: str, *, answer: str) -> None:
        """Show these demands; `answer` is what the button says, empty for none."""
        if self._shown == (demands, currency, answer):
            return
        self._shown = (list(demands), currency, answer)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for demand in demands:
            self._column.addWidget(self._line(demand, currency, answer))
        self.setVisible(bool(demands))

    def _line(self, demand: DemandView, currency: str, answer: str) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(Label(demand_text(demand, currency, self._page.shell.formats), wrap=True))
        if demand.says.strip():
            column.addWidget(Label(peer_text(demand.says, SAYS_CHARS_MAX), "quote", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(space(3))
        if answer and demand.usable and demand.due_minor:
            button = PrimaryButton(answer)
            button.clicked.connect(lambda: self._answer(demand))
            row.addWidget(button)
        if demand.object:
            show = LinkButton(self.tr("Show the record"))
            show.clicked.connect(lambda: self._page.shell.go("book", filter="all", object=demand.object))
            row.addWidget(show)
        row.addStretch(1)
        column.addLayout(row)
        return line

    def _answer(self, demand: DemandView) -> None:
        if self.answer_wanted is not None:
            self.answer_wanted(demand)
