"""The report about a member: opened from Check, loaded from the node, and kept current while it shows."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop.consent_wording import reading_text
from cohong.desktop.node_client import NodeUnreachable
from cohong.desktop.pages.check_card import member_names
from cohong.desktop.pages.consent_sheet import ConsentSheet
from cohong.desktop.pages.credit_export import CreditExport
from cohong.desktop.pages.export_bar import ExportBar
from cohong.desktop.pages.limit_sheet import LimitButton
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.purpose_form import PurposeForm
from cohong.desktop.pages.report.body import ReportBody, ShownReport
from cohong.desktop.pages.statement_sheet import StatementSheet
from cohong.desktop.pages.watch_sheet import WatchButton
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import QuietButton
from cohong.desktop.widgets.flow_layout import FlowLayout
from cohong.desktop.widgets.labels import MutedLabel

REFRESH_MS: Final = 1000
NODE_SHARE: Final = 0.2
"""Of the node's time, at most, goes into keeping a report current."""
DISPUTES_SHOWN_MAX: Final = 5


class MemberReport(QWidget):
    """Shows one member. What can be done about it stands in `buttons`, beside the way back.

    Signals:
        closed: the user goes back to the results.
    """

    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._formats = page.shell.formats
        self._member = ""
        self._shown: ShownReport | None = None
        self._tables: set[str] = set()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._refresh_now)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Report"))
        self._reading = Banner(self)
        self._export_bar = ExportBar(page)
        self._credit_export = CreditExport(page)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._buttons)
        column.addWidget(self._export_bar)
        column.addWidget(self._credit_export)
        column.addWidget(self._reading)
        column.addWidget(self._scroll, stretch=1)

    def _make_buttons(self) -> None:
        back = QuietButton(self.tr("All results"), "arrow-left")
        back.clicked.connect(self.closed)
        self._statement = QuietButton(self.tr("Account statement…"), "export")
        self._statement.clicked.connect(self.ask_for_statement)
        self._credit = QuietButton(self.tr("Credit report…"), "export")
        self._credit.clicked.connect(self.ask_for_credit_report)
        self._consent = QuietButton(self.tr("Let it read about you…"))
        self._consent.clicked.connect(self.ask_for_consent)
        self.watch, self.limit = WatchButton(self._page), LimitButton(self._page)
        self._of_member = (self.watch, self.limit, self._consent, self._statement)
        self._buttons = QWidget()
        row = FlowLayout(space(1), space(1), self._buttons)
        row.addWidget(back)
        for button in (self.watch, self.limit, self._credit, self._statement, self._consent):
            button.hide()
            row.addWidget(button)

    @property
    def card(self) -> views.MemberCard | None:
        """Whose report it is; None before there is any."""
        return None if self._shown is None else self._shown.facts.card

    async def show_member(self, member: str) -> None:
        """Open a member's report; of a person it is asked first what for."""
        if member != self._member:
            self._begin_anew(self.tr("Computing the report…"))
        self._member = member
        await self._asking(self._open(""))

    def _begin_anew(self, words: str) -> None:
        """Show nothing of any member but what is going on."""
        self._shown = None
        self._scroll.setWidget(MutedLabel(words))
        for widget in (self._reading, *self._of_member, self._credit):
            widget.hide()

    async def _asking(self, loading: Coroutine[Any, Any, None], *, takes_focus: bool = True) -> None:
        """Load something; where the node must know first what a person is looked up for, ask that.

        Args:
            takes_focus: whoever is asked has just opened the report, and types nowhere else.
        """
        member = self._member
        try:
            await loading
        except (ApiError, NodeUnreachable) as error:
            if not isinstance(error, ApiError) or error.code is not ApiErrorCode.PURPOSE_NEEDED:
                if self._shown is None and member == self._member and isValid(self):
                    # The page says what went wrong; nothing is being computed any more.
                    self._begin_anew("")
                raise
            await self._ask_purpose(member, takes_focus=takes_focus)

    async def _open(self, purpose: str) -> None:
        member = self._member
        asked = requests.ReadReport(member=member, purpose=purpose)  # type: ignore[arg-type]  # one of PURPOSES
        noted: views.ReadingNoted = await self._page.client.call("consent.read", asked)
        await self._load()
        if self._shown is not None and member == self._member:
            self._say_reading(noted, self._shown.facts.card)
        await self._load_standing()
        await self._load_rings()

    async def _ask_purpose(self, member: str, *, takes_focus: bool) -> None:
        asked = requests.Search(text=member, count=1)
        cards: list[views.MemberCard] = await self._page.client.call("check.search", asked)
        consents: views.ConsentList = await self._page.client.call("consent.list")
        if member != self._member or not cards:
            return
        self._begin_anew("")
        form = PurposeForm(cards[0], consents.received, self._formats)
        # Queued: the form goes when it is answered, and its button is still at work then.
        form.chosen.connect(self._open_for, Qt.ConnectionType.QueuedConnection)
        self._scroll.setWidget(form)
        if self.isVisible() and takes_focus:
            form.take_focus()

    def _open_for(self, purpose: str) -> None:
        # The form goes, and the keyboard with it.
        self._scroll.setFocus()
        self._begin_anew(self.tr("Computing the report…"))
        run_task(self, self._asking(self._open(purpose)))

    async def _load(self) -> None:
        member, began = self._member, monotonic()
        asked, client = requests.OfMember(member=member), self._page.client
        facts: views.MemberFacts = await client.call("check.member", asked)
        payments: views.PaymentReport = await client.call("check.report", asked)
        shown = ShownReport(facts, payments, await self._disputes(facts))
        if self._shown is not None:
            shown = replace(shown, standing=self._shown.standing, rings=self._shown.rings)
        self._refresh.setInterval(max(REFRESH_MS, round((monotonic() - began) / NODE_SHARE * 1000)))
        if member == self._member and shown != self._shown:
            self._show(shown)

    async def _load_standing(self) -> None:
        """Load what the member is worth to the one who looks: over all trade, which takes longer than its facts."""
        member, client = self._member, self._page.client
        if self._shown is None or self._shown.facts.card.me:
            return
        trust: views.TrustView = await client.call("check.trust", requests.TrustIn(member=member))
        experience: views.ExperienceView = await client.call("check.experience", requests.OfMember(member=member))
        self._show_standing(member, (trust, experience))

    def _show_standing(self, member: str, standing: tuple[views.TrustView, views.ExperienceView]) -> None:
        if member == self._member and self._shown is not None and self._shown.standing != standing:
            self._show(replace(self._shown, standing=standing))

    async def _load_rings(self) -> None:
        """Load what of its payments comes back to a member that has owed something: over all trade, likewise."""
        member = self._member
        if self._shown is None or not self._shown.facts.invoices:
            return
        self._show_rings(member, await self._page.client.call("check.rings", requests.OfMember(member=member)))

    def _show_rings(self, member: str, rings: views.RingCheck) -> None:
        if member == self._member and self._shown is not None and self._shown.rings != rings:
            self._show(replace(self._shown, rings=rings))

    async def _disputes(self, facts: views.MemberFacts) -> list[views.DisputeView]:
        """Return what is said in open disputes about the recent records."""
        found: list[views.DisputeView] = []
        disputed = [row.object for row in facts.recent if "disputed" in row.marks]
        for about in disputed[:DISPUTES_SHOWN_MAX]:
            objections: views.Objections = await self._page.client.call(
                "dispute.list", requests.OfSubject(object=about)
            )
            found += [dispute for dispute in objections.disputes if dispute.state == "open"]
        return found

    def _show(self, shown: ShownReport) -> None:
        self._shown = shown
        card = shown.facts.card
        self.watch.show_member(card.member, member_names(card)[0])
        self.limit.show_member(card.member)
        for button in self._of_member:
            button.setVisible(not card.me)
        self._credit.show()
        place = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(ReportBody(self._page.shell, shown, self._tables))
        self._scroll.verticalScrollBar().setValue(place)

    def _say_reading(self, noted: views.ReadingNoted, card: views.MemberCard) -> None:
        words = reading_text(noted, member_names(card)[0], self._formats)
        if words:
            self._reading.say(words, "info" if noted.consent is not None else "warning")
        else:
            self._reading.hide()

    def ask_for_consent(self) -> None:
        """Ask what for and until when the member may read about this one."""
        assert self._shown is not None, "the button is hidden before there are facts"
        ConsentSheet(self, self._page.client, self._page.shell, [self._shown.facts.card]).open()

    def ask_for_statement(self) -> None:
        """Ask for period, currency and file, and have the account with the member written."""
        assert self._shown is not None, "the button is hidden before there are facts"
        card = self._shown.facts.card
        sheet = StatementSheet(self._page, card, [each.currency for each in self._shown.facts.currencies])
        sheet.chosen.connect(lambda first, last, currency: self._choose_place(card, first, last, currency))
        sheet.open()

    def _choose_place(self, card: views.MemberCard, first: str, last: str, currency: str) -> None:
        self._export_bar.choose_place(
            self.tr("Account statement"),
            f"statement-{first}-{last}",
            lambda path, replace: (
                "export.statement",
                requests.ExportStatement(
                    path=path, member=card.member, currency=currency, first_day=first, last_day=last, replace=replace
                ),
            ),
        )

    def ask_for_credit_report(self) -> None:
        """Ask where the report is to go, and have it signed and written; one's own needs nobody else."""
        assert self._shown is not None, "the button is hidden before there are facts"
        self._credit_export.choose_place(self._shown.facts.card.member)

    def refresh_soon(self) -> None:
        """The book changed: load again, at most once a second and for a fifth of the node's time."""
        if self._member and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _refresh_now(self) -> None:
        # Whoever is being asked is left to answer.
        if self.isVisible() and not isinstance(self._scroll.widget(), PurposeForm):
            await self._asking(self._load_all(), takes_focus=False)

    async def _load_all(self) -> None:
        await self._load()
        await self._load_standing()
        await self._load_rings()
