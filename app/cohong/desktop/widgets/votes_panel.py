"""The votes on one record in bar, sentences and table: who signed, who did not, and how firmly it stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle, QVBoxLayout, QWidget

from cohong.api.views import VoterLine
from cohong.api.views import VotesBar as Votes
from cohong.desktop import wording
from cohong.desktop.formatting import Formats, hint_text, listed, peer_text
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable
from cohong.desktop.widgets.votes_bar import VotesBar, not_yet

HIGHLIGHT_MS: Final = 2_000
_NAMES_MAX: Final = 5
_TABLE_ROWS: Final = 8
_REASON: Final = 2


class VotesPanel(QWidget):
    """Shows the votes on one record and marks those that have just come."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._votes: Votes | None = None
        self._bar = VotesBar()
        self._count = Label("", "strong", wrap=True)
        self._strength = MutedLabel()
        self._waiting = MutedLabel()
        self._against = Label("", wrap=True)
        self._toggle = LinkButton(self.tr("Show as table"))
        self._toggle.clicked.connect(self._turn)
        self._table = self._make_table()
        self._fade = QTimer(self, singleShot=True, interval=HIGHLIGHT_MS)
        self._fade.timeout.connect(self._calm)
        self._lay_out()

    def _make_table(self) -> ShortTable:
        headers = [self.tr("Voter"), self.tr("Vote"), self.tr("Reason"), self.tr("Seen")]
        table = ShortTable(self.tr("Votes of each voter"), headers, rows_shown=_TABLE_ROWS)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.hide()
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        for widget in (self._count, self._bar, self._strength, self._against, self._waiting, self._table):
            column.addWidget(widget)
        column.addWidget(self._toggle)
        column.setAlignment(self._toggle, Qt.AlignmentFlag.AlignLeft)

    def set_votes(self, votes: Votes) -> None:
        """Show these votes. Lines that differ from what was shown of the same record are marked for a while."""
        before, self._votes = self._votes, votes
        if votes == before:
            return
        self._bar.set_votes(votes)
        self._count.setText(self._count_words(votes))
        self._say(self._strength, self._strength_words(votes))
        self._say(self._against, self._against_words(votes))
        self._say(self._waiting, self._waiting_words(votes))
        self._table.set_rows([self._line(line) for line in votes.lines])
        self._table.setColumnHidden(_REASON, not any(line.reason for line in votes.lines))
        if before is not None and before.entry == votes.entry:
            self._mark_new(before, votes)

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _count_words(self, votes: Votes) -> str:
        parts = [self.tr("{yes} of {voters} signed").format(yes=votes.yes, voters=votes.voters)]
        parts.append(self.tr("against {count}").format(count=votes.no))
        if votes.hold:
            parts.append(self.tr("held {count}").format(count=votes.hold))
        parts.append(self.tr("not yet {count}").format(count=not_yet(votes)))
        return "  ·  ".join(parts)

    def _strength_words(self, votes: Votes) -> str:
        """How firmly the record stands."""
        if votes.level == "contested":
            return self.tr("Its support contradicts itself. Until that is decided, it does not count.")
        if votes.level in ("rejected", "beaten", "void"):
            return self.tr("This record does not stand. Nothing in the book was changed by it.")
        if votes.strength <= 0:
            return self.tr("Not signed by enough voters yet: nothing is changed by it so far.")
        sentence = self.tr(
            "To undo this, %n of the {voters} voters would have to be proven to have signed both ways.",
            "",
            votes.strength,
        )
        return sentence.format(voters=votes.voters)

    def _against_words(self, votes: Votes) -> str:
        names = [
            self._with(self._name(line), wording.reason_text(line.reason)) if line.reason else self._name(line)
            for line in votes.lines
            if line.vote == "no"
        ]
        both = [self._name(line) for line in votes.lines if line.vote == "both"]
        words = [self.tr("Against: {names}").replace("{names}", self._joined(names))] if names else []
        words += [self.tr("Signed both ways: {names}").replace("{names}", self._joined(both))] if both else []
        return "\n".join(words)

    def _waiting_words(self, votes: Votes) -> str:
        # Who is away comes first: that is whom the record waits for.
        lines = sorted((line for line in votes.lines if line.vote == "none"), key=lambda line: line.connected)
        names = [
            self._name(line) if line.connected else self._with(self._name(line), self._seen(line)) for line in lines
        ]
        self._waiting.setToolTip(hint_text(listed(names)) if len(names) > _NAMES_MAX else "")
        return self.tr("Not yet: {names}").format(names=self._joined(names)) if names else ""

    def _with(self, name: str, what: str) -> str:
        return self.tr("{name} ({what})").format(name=name, what=what)

    def _joined(self, names: list[str]) -> str:
        shown = listed(names[:_NAMES_MAX])
        rest = len(names) - _NAMES_MAX
        return shown if rest <= 0 else self.tr("{names} and %n more", "", rest).format(names=shown)

    def _name(self, line: VoterLine) -> str:
        name = peer_text(line.name) or line.voter[:8]
        return self.tr("{name} (me)").format(name=name) if line.me else name

    def _seen(self, line: VoterLine) -> str:
        if line.me:
            return self.tr("this machine")
        if line.connected:
            return self.tr("connected")
        if line.last_seen_ms == 0:
            return self.tr("never seen")
        return self.tr("last seen {time}").format(time=self._formats.ago(line.last_seen_ms))

    def _seen_short(self, line: VoterLine) -> str:
        """For the column, whose title says that it is about when somebody was seen."""
        away = not line.me and not line.connected and line.last_seen_ms > 0
        return self._formats.ago(line.last_seen_ms) if away else self._seen(line)

    def _line(self, line: VoterLine) -> tuple[str, str, str, str]:
        reason = wording.reason_text(line.reason) if line.reason else ""
        return self._name(line), wording.vote_text(line.vote), reason, self._seen_short(line)

    # The table, and marks on what is new

    def _turn(self) -> None:
        shown = self._table.isHidden()
        self._table.setVisible(shown)
        self._toggle.setText(self.tr("Hide the table") if shown else self.tr("Show as table"))

    def _mark_new(self, before: Votes, votes: Votes) -> None:
        known = {line.voter: line.vote for line in before.lines}
        fresh = [row for row, line in enumerate(votes.lines) if known.get(line.voter) != line.vote]
        if not fresh or motion_is_reduced():
            return
        self._calm()
        for row in fresh:
            self._table.tint(row, current_theme().color("accent_soft"))
        self._bar.highlight(sum(votes.lines[row].vote == "yes" for row in fresh))
        self._fade.start()

    def _calm(self) -> None:
        for row in range(self._table.rowCount()):
            self._table.tint(row, None)
        self._bar.highlight(0)


def motion_is_reduced() -> bool:
    """Return whether the system asks for no motion."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    # Qt 6.12 and later tell; before, only a style without animation does.
    preference = getattr(accessibility() if accessibility is not None else None, "motionPreference", None)
    if preference is not None:
        return str(preference()).endswith("Reduce")
    return not QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)
