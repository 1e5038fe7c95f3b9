"""One state of a report, from top to bottom in the order of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.api.views import DisputeView, ExperienceView, MemberFacts, PaymentReport, RingCheck, TrustView
from cohong.desktop.pages.check_card import member_names
from cohong.desktop.pages.report.charts import ReportCharts
from cohong.desktop.pages.report.grade_line import GradeLine
from cohong.desktop.pages.report.head import ReportHead
from cohong.desktop.pages.report.reasons import ReasonsCard, fact_tiles
from cohong.desktop.pages.report.records import EndorsementsCard, MissingCard, RecordsCard, SumsCard
from cohong.desktop.pages.report.standing import ExperienceCard, TrustCard
from cohong.desktop.reason_wording import ReasonWords
from cohong.desktop.report_wording import ReportWords
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel


@dataclass(frozen=True, slots=True)
class ShownReport:
    """What a report is made of: who it is about, how it pays, and the disputes about its recent records.

    Attributes:
        standing: what the member is worth to the one who looks; None until that is computed.
        rings: how much of what it has paid came back to it; likewise.
    """

    facts: MemberFacts
    payments: PaymentReport
    disputes: Sequence[DisputeView] = ()
    standing: tuple[TrustView, ExperienceView] | None = None
    rings: RingCheck | None = None


class ReportBody(QWidget):
    """Built anew for each state, since anything in it may differ. A further section is a card and a line in `_fill`.

    Args:
        tables: names of the charts whose table shows instead; kept from state to state.
    """

    def __init__(self, shell: Shell, shown: ShownReport, tables: set[str]) -> None:
        super().__init__()
        self._shell = shell
        self._shown = shown
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, space(2), space(4))
        self._column.setSpacing(space(4))
        self._column.addWidget(ReportHead(shown.facts))
        if shown.facts.invoices:
            self._fill(tables)
        else:
            self._column.addWidget(self._nothing())
            self._add_standing(tables)
        if shown.facts.endorsements:
            self._column.addWidget(EndorsementsCard(shown.facts))
        self._column.addStretch(1)

    def _fill(self, tables: set[str]) -> None:
        shell, facts, payments = self._shell, self._shown.facts, self._shown.payments
        words = ReportWords(shell.formats)
        add = self._column.addWidget
        add(GradeLine(payments, words))
        add(fact_tiles(words.facts(payments), self._open_records))
        add(ReasonsCard(payments, ReasonWords(shell.formats), self._open_records))
        charts = ReportCharts(payments, shell.formats, tables)
        add(charts.cards())
        if self._shown.rings is not None:
            add(charts.rings(self._shown.rings))
        self._add_standing(tables)
        add(SumsCard(payments.facts.currencies, shell.formats, self._open_records))
        add(MissingCard(payments, words, self._open_records))
        add(RecordsCard(facts, self._shown.disputes, shell))

    def _add_standing(self, tables: set[str]) -> None:
        """Add what the one who looks may make of it: nothing of themselves, and a word while it is computed."""
        if self._shown.facts.card.me:
            return
        if self._shown.standing is None:
            self._column.addWidget(MutedLabel(self.tr("Computing trust and experience…")))
            return
        trust, experience = self._shown.standing
        self._column.addWidget(TrustCard(trust, self._shell, tables))
        self._column.addWidget(ExperienceCard(experience, self._shell.formats))

    def _nothing(self) -> EmptyState:
        sentence = self.tr("No invoice with {name} as debtor was ever recorded here.")
        return EmptyState(
            "invoice",
            sentence.format(name=member_names(self._shown.facts.card)[0]),
            hint=self.tr("That says nothing about how it pays, good or bad. Ask for references."),
        )

    def _open_records(self, book_filter: str) -> None:
        card = self._shown.facts.card
        self._shell.go("book", filter=book_filter, debtor=card.member, name=member_names(card)[0])
