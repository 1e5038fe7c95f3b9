"""Guarantees and pools: who stands for whom, and what this member stands for in all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.api.views import GuaranteeView, PoolView
from cohong.desktop.cover_wording import cover_state, cover_title
from cohong.desktop.pages.cover_details import Cover, CoverDetails
from cohong.desktop.pages.guarantee_sheets import GrantSheet
from cohong.desktop.pages.market_tab import MarketTab
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.pool_sheets import PoolSheet
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.exposure_meter import ExposureMeter
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

COVERS_SHOWN: Final = 5
"""More than these scroll, so that the chosen one keeps most of the room."""

EXPOSURE_PX: Final = 340


class GuaranteesTab(MarketTab):
    """A list of guarantees and pools; the chosen one below it, and beside that the exposure."""

    name = "guarantees"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._covers: list[Cover] = []
        self._chosen = ""
        self._pool = SecondaryButton(self.tr("Create a pool"), "plus")
        self._pool.clicked.connect(self.create_pool)
        self._grant = PrimaryButton(self.tr("Stand for a member"), "shield")
        self._grant.clicked.connect(self.grant)
        headers = [
            self.tr("Guarantee or pool"), self.tr("Cap"), self.tr("Left"), self.tr("Until"), self.tr("State"),
        ]  # fmt: skip
        self._table = ShortTable(self.tr("Guarantees and pools"), headers, figures=(1, 2), rows_shown=COVERS_SHOWN)
        self._table.currentCellChanged.connect(lambda row, *_: self._pick(row))
        self._details = CoverDetails(page)
        self._exposure = ExposureMeter(page.shell.formats)
        self._empty = EmptyState(
            "shield",
            self.tr("No guarantee concerns you, and there are no pools."),
            hint=self.tr(
                "A guarantee pays a creditor what a debtor does not, up to a cap. In a pool members pledge together, "
                "and a fixed rule says what of a loss is paid."
            ),
        )
        self._stack = QStackedWidget()
        for part in (MutedLabel(self.tr("Asking for guarantees and pools…")), self._empty, self._list()):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _list(self) -> QWidget:
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._table)
        stands = Card(self.tr("What I stand for"))
        stands.body.addWidget(self._exposure)
        stands.setMaximumWidth(EXPOSURE_PX)
        beside = QHBoxLayout()
        beside.setSpacing(space(3))
        beside.addWidget(self._details, stretch=3)
        beside.addLayout(self._at_top(stands), stretch=2)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(card)
        column.addLayout(beside, stretch=1)
        return both

    def _at_top(self, card: Card) -> QVBoxLayout:
        """With an alignment of its own a card would not share the width."""
        column = QVBoxLayout()
        column.addWidget(card)
        column.addStretch(1)
        return column

    def title(self) -> str:
        return self.tr("Guarantees")

    def header_buttons(self) -> Sequence[QWidget]:
        return (self._pool, self._grant)

    def choose(self, **what: object) -> None:
        """`cover` is the guarantee or pool to show."""
        self._chosen = str(what.get("cover") or self._chosen)

    async def load(self) -> None:
        client = self.page.client
        found: views.CoverList = await client.call("cover.list")
        lines: list[views.ExposureLine] = await client.call("cover.exposure", requests.CoverExposure())
        self._covers = in_order(found)
        self._exposure.set_lines(lines)
        self._stack.setCurrentIndex(2 if self._covers else 1)
        self._count(found)
        if self._covers:
            self._show_covers()
            await self._details.set_cover(self._covers[self._place()])

    def _count(self, found: views.CoverList) -> None:
        calls = sum(item.usable for cover in found.given for item in cover.calls)
        words = self.tr("%n call(s) for you to pay", "", calls) if calls else ""
        self.page.set_caption(words)

    def _place(self) -> int:
        """The row that is chosen; at first the first one."""
        return next((row for row, item in enumerate(self._covers) if item.id == self._chosen), 0)

    def _show_covers(self) -> None:
        place = self._place()
        # Filling rows would choose the first one on the way.
        self._table.blockSignals(True)
        self._table.set_rows([self._cells(item) for item in self._covers])
        if self._table.currentRow() != place:
            self._table.setCurrentCell(place, 0)
        self._table.blockSignals(False)
        self._chosen = self._covers[place].id

    def _cells(self, cover: Cover) -> Sequence[str]:
        formats = self.page.shell.formats
        whole = cover.pledged_minor if isinstance(cover, PoolView) else cover.cap_minor
        return (
            cover_title(cover),
            formats.money(cover.currency, whole),
            formats.money(cover.currency, cover.left_minor),
            formats.table_day(cover.until) if isinstance(cover, GuaranteeView) else "–",
            cover_state(cover)[0],
        )

    @slot_task
    async def _pick(self, row: int) -> None:
        if 0 <= row < len(self._covers) and self._covers[row].id != self._chosen:
            self._chosen = self._covers[row].id
            await self._details.set_cover(self._covers[row])

    @slot_task
    async def grant(self) -> None:
        """Open the form of a guarantee."""
        members: list[views.MemberCard] = await self.page.client.call("members.list")
        sheet = GrantSheet(self.page, members)
        sheet.made.connect(self._show_made)
        sheet.open()

    def create_pool(self) -> None:
        """Open the form of a pool."""
        sheet = PoolSheet(self.page)
        sheet.made.connect(self._show_made)
        sheet.open()

    def _show_made(self, cover: str) -> None:
        self._chosen = cover


def in_order(found: views.CoverList) -> list[Cover]:
    """Return what there is: guarantees before pools, what may still be called first, the newest day first."""
    guarantees = {item.id: item for item in (*found.given, *found.got, *found.of_my_debts)}
    lasting = sorted(guarantees.values(), key=lambda item: item.until, reverse=True)
    open_first = sorted(lasting, key=lambda item: item.is_over or not item.left_minor)
    return [*open_first, *sorted(found.pools, key=lambda item: (not item.is_mine, item.name, item.id))]
