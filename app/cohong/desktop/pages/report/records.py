"""What stands below the charts of a report: sums, what is missing, recent records and their disputes, endorsements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from cohong.api.views import CurrencyPayments, DisputeView, MemberFacts, ObligationRow, PaymentReport
from cohong.desktop import wording
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.pages.book_columns import member_text, signed_text, state_text
from cohong.desktop.pages.report.reasons import OpenRecords, records_link
from cohong.desktop.report_wording import ReportWords
from cohong.desktop.shell import Shell
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

_QUOTE_CHARS_MAX: Final = 500


class SumsCard(Card):
    """What is open and overdue, by currency: nothing is added up over two of them."""

    def __init__(self, currencies: Sequence[CurrencyPayments], formats: Formats, open_records: OpenRecords) -> None:
        super().__init__(QCoreApplication.translate("SumsCard", "Open and overdue"))
        headers = [
            self.tr("Currency"), self.tr("Open"), self.tr("Overdue"), self.tr("Settled"), self.tr("Highest credit"),
        ]  # fmt: skip
        table = ShortTable(self.tr("Sums by currency"), headers, figures=(1, 2, 3, 4), stretch=None)
        amount = formats.amount
        table.set_rows(
            [
                (
                    sums.currency,
                    *(
                        amount(sums.currency, minor)
                        for minor in (sums.open_minor, sums.overdue_minor, sums.settled_minor, sums.highest_minor)
                    ),
                )
                for sums in currencies
            ]
        )
        self.body.addWidget(table)
        if any(sums.overdue_minor for sums in currencies):
            link = records_link(self.tr("Overdue"), "overdue", open_records)
            link.setText(self.tr("Show the overdue ones"))
            self.header.addWidget(link)


class MissingCard(Card):
    """What a reader should know that the report does not have."""

    def __init__(self, report: PaymentReport, words: ReportWords, open_records: OpenRecords) -> None:
        super().__init__(QCoreApplication.translate("MissingCard", "What is missing"))
        for sentence in words.missing(report):
            self.body.addWidget(Label(sentence, wrap=True))
        waiting = (report.waiting, "waiting", self.tr("Show those that wait"))
        contested = (report.contested, "contested", self.tr("Show the contested ones"))
        for count, book_filter, text in (waiting, contested):
            if count:
                link = records_link(text, book_filter, open_records)
                link.setText(text)
                self.header.addWidget(link)


class RecordsCard(Card):
    """The newest records, and what is disputed about them."""

    def __init__(self, facts: MemberFacts, disputes: Sequence[DisputeView], shell: Shell) -> None:
        super().__init__(QCoreApplication.translate("RecordsCard", "Recent records"))
        self._formats = shell.formats
        self._rows = facts.recent
        headers = [
            self.tr("Reference"), self.tr("Creditor"), self.tr("Due"), self.tr("Days late"),
            self.tr("Amount"), self.tr("State"), self.tr("Signed"),
        ]  # fmt: skip
        table = ShortTable(self.tr("Recent records"), headers, figures=(3, 4), stretch=1)
        table.set_rows(list(map(self._cells, self._rows)))
        table.activated.connect(lambda index: shell.go("book", filter="all", object=self._rows[index.row()].object))
        self.body.addWidget(table)
        for dispute in disputes:
            self._add_dispute(dispute)
        self.body.addWidget(MutedLabel(self.tr("Enter or double-click opens a record in the Book.")))

    def _cells(self, row: ObligationRow) -> tuple[str, ...]:
        return (
            peer_text(row.reference),
            member_text(row.creditor_name, row.creditor),
            self._formats.table_day(row.due),
            self._formats.count(row.days_late) if row.days_late > 0 else "",
            self._formats.money(row.currency, row.amount_minor),
            state_text(row),
            signed_text(row),
        )

    def _add_dispute(self, dispute: DisputeView) -> None:
        reference = next((row.reference for row in self._rows if row.object == dispute.about), "")
        who = member_text(dispute.opener_name, dispute.opener)
        words = self.tr("{who} disputes {reference}").format(who=who, reference=peer_text(reference))
        self.body.addWidget(Label(f"{words} · {wording.dispute_state_text(dispute)}", "strong", wrap=True))
        self.body.addWidget(Label(peer_text(dispute.says, _QUOTE_CHARS_MAX), "quote", wrap=True))
        for answer in dispute.answers:
            who = member_text(answer.author_name, answer.author)
            self.body.addWidget(MutedLabel(self.tr("{who} answered:").format(who=who)))
            self.body.addWidget(Label(peer_text(answer.says, _QUOTE_CHARS_MAX), "quote", wrap=True))


class EndorsementsCard(Card):
    """What members say of the subject, in their own words."""

    def __init__(self, facts: MemberFacts) -> None:
        super().__init__(QCoreApplication.translate("EndorsementsCard", "What members say"))
        for name, score, comment, *_ in facts.endorsements:
            head = QHBoxLayout()
            head.addWidget(ElidedLabel(peer_text(str(name)), "strong"), stretch=1)
            head.addWidget(Label(_score_words(int(score)), "strong"))
            self.body.addLayout(head)
            if comment:
                self.body.addWidget(Label(peer_text(str(comment), _QUOTE_CHARS_MAX), "quote", wrap=True))


def _score_words(score: int) -> str:
    # A real minus sign: a hyphen reads as a dash before the figure.
    return f"+{score}" if score > 0 else str(score).replace("-", "\u2212")
