"""What an obligation's figures rest on: each record with its sum and signature, and who voted where."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cohong.api import views
from cohong.desktop import wording
from cohong.desktop.formatting import grouped, peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.widgets.badge import LevelBadge
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Line
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.short_table import ShortTable

_ID_SHOWN: Final = 12


class TraceSheet(Sheet):
    """One obligation, from the figure down to the signatures, all checked when it was opened."""

    def __init__(self, page: Page, trace: views.Trace) -> None:
        super().__init__(page, "", width=760)
        self.title.setText(self.tr("What this rests on"))
        self.setAccessibleName(self.title.text())
        self._page, self._trace = page, trace
        self._formats = page.shell.formats
        self._tables: list[ShortTable] = []
        self.caption.setText(peer_text(trace.reference))
        self.caption.setVisible(bool(trace.reference))
        self._say_whether_good()
        self.body.addWidget(Label(self._sum_words(), "strong", wrap=True))
        self.body.addWidget(self._sum_table())
        for item in trace.entries:
            self._add_entry(item)
        self._add_buttons()

    def _say_whether_good(self) -> None:
        trace = self._trace
        broken = any(not item.good for item in trace.entries) or any(
            vote.entry and not vote.good for item in trace.entries for vote in item.votes
        )
        if broken:
            words = self.tr("Not every signature is good: an entry was altered on this disk. See Sync.")
            self.banner.say(words, "error", closable=False)
        elif sum(item.adds_minor for item in trace.entries) != trace.outstanding_minor:
            words = self.tr("The records do not add up to what the Book shows. Run an audit: cohong audit.")
            self.banner.say(words, "error", closable=False)
        else:
            words = self.tr("All signatures below have been checked just now, and the records add up.")
            self.banner.say(words, "good", closable=False)

    # The sum

    def _sum_words(self) -> str:
        trace, formats = self._trace, self._formats
        return self.tr("Outstanding: {amount} ({state})").format(
            amount=formats.money(trace.currency, trace.outstanding_minor), state=wording.state_text(trace.state)
        )

    def _sum_table(self) -> ShortTable:
        headers = [self.tr("Record"), self.tr("Author"), self.tr("Signed on"), self.tr("Adds"), self.tr("Signature")]
        table = ShortTable(self.tr("The records of the sum"), headers, figures=(3,), stretch=1)
        table.set_rows(
            [
                (
                    wording.kind_text(item.kind),
                    member_text(item.author_name, item.author),
                    self._formats.time(item.time_ms),
                    self._formats.money(self._trace.currency, item.adds_minor) if item.adds_minor else "–",
                    self._good_text(item.good),
                )
                for item in self._trace.entries
            ]
        )
        self._tables.append(table)
        return table

    def _good_text(self, good: bool) -> str:
        return self.tr("good") if good else self.tr("NOT GOOD")

    # One record

    def _add_entry(self, item: views.TraceEntry) -> None:
        self.body.addWidget(Line())
        head = QHBoxLayout()
        author = member_text(item.author_name, item.author)
        title = self.tr("{kind}, by {name}").format(kind=wording.kind_text(item.kind), name=author)
        head.addWidget(ElidedLabel(title, "strong"), stretch=1)
        badge = LevelBadge()
        badge.set_level(item.level)
        head.addWidget(badge)
        self.body.addLayout(head)
        grid = KeyValueGrid()
        grid.set_rows(self._facts(item))
        self.body.addWidget(grid)
        self.body.addWidget(self._votes_table(item))

    def _facts(self, item: views.TraceEntry) -> list[tuple[str, str | QWidget]]:
        rows: list[tuple[str, str | QWidget]] = [
            (self.tr("Entry"), Label(grouped(item.entry), "mono", wrap=True).make_selectable()),
            (
                self.tr("Place"),
                self.tr("number {seq} of its author's feed; {part}").format(
                    seq=item.seq,
                    part=self.tr("part of the book") if item.applied else self.tr("no part of the book"),
                ),
            ),
            (self.tr("Signature"), Label(grouped(item.signature) or "–", "mono", wrap=True).make_selectable()),
        ]
        if item.rests_on:
            names = "\n".join(grouped(name) for name in item.rests_on)
            rows.append((self.tr("Names"), Label(names, "mono", wrap=True).make_selectable()))
        return rows

    def _votes_table(self, item: views.TraceEntry) -> QWidget:
        if not item.votes:
            return MutedLabel(self.tr("Nobody votes on it."))
        headers = [
            self.tr("Voter"), self.tr("Vote"), self.tr("Said in"), self.tr("Place"), self.tr("When"),
            self.tr("Signature"),
        ]  # fmt: skip
        table = ShortTable(self.tr("Votes of each voter"), headers, figures=(3,))
        table.set_rows([self._vote_line(vote) for vote in item.votes])
        self._tables.append(table)
        return table

    def _vote_line(self, vote: views.TraceVote) -> tuple[str, ...]:
        word = wording.vote_text(vote.vote)
        reason = f": {wording.reason_text(vote.reason)}" if vote.reason else ""
        said = bool(vote.entry)
        return (
            member_text(vote.name, vote.voter),
            word + reason,
            vote.entry[:_ID_SHOWN] if said else "–",
            self._formats.count(vote.seq) if said else "–",
            self._formats.time(vote.time_ms) if said else "–",
            self._good_text(vote.good) if said else "–",
        )

    # Buttons

    def _add_buttons(self) -> None:
        copy = SecondaryButton(self.tr("Copy as text"))
        copy.clicked.connect(self._copy)
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.dismiss)
        self.footer.addWidget(copy)
        self.footer.addStretch(1)
        self.footer.addWidget(close)

    def _copy(self) -> None:
        ids = [f"{wording.kind_text(item.kind)}\t{item.entry}\t{item.signature}" for item in self._trace.entries]
        texts = [self._sum_words(), *(table.as_text() for table in self._tables), "\n".join(ids)]
        QGuiApplication.clipboard().setText("\n\n".join(texts))
        self._page.shell.toast(self.tr("Copied."))
