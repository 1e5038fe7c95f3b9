"""The invitations that have been given: used, open, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cohong.api.views import InviteView
from cohong.desktop.motion_wording import name_text
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

INVITES_SHOWN: Final = 6


class InvitesCard(Card):
    """The invitations that members have given, the newest first; one's own can be taken back until they are used.

    Signals:
        take_back_wanted: id of the invitation.
    """

    take_back_wanted = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(" ")
        self.title_label.setText(self.tr("Invitations"))
        self._shell = shell
        self._open: list[str] = []
        headers = [self.tr("Given by"), self.tr("As"), self.tr("Can be used until"), self.tr("Used by")]
        self._table = ShortTable(self.tr("Invitations"), headers, stretch=None, rows_shown=INVITES_SHOWN)
        self._take_back = SecondaryButton(self.tr("Take back"))
        self._take_back.clicked.connect(lambda: self.take_back_wanted.emit(self._chosen))
        self._table.itemSelectionChanged.connect(self._follow)
        self._hint = MutedLabel(self.tr("Choose one of yours that nobody has used, to take it back."))
        foot = QHBoxLayout()
        foot.setSpacing(space(3))
        foot.addWidget(self._hint, stretch=1)
        foot.addWidget(self._take_back)
        self.body.addWidget(self._table)
        self.body.addLayout(foot)

    @property
    def _chosen(self) -> str:
        """The chosen invitation if it can be taken back, else empty."""
        rows = self._table.selectionModel().selectedRows()
        return self._open[rows[0].row()] if rows and rows[0].row() < len(self._open) else ""

    def _follow(self) -> None:
        self._take_back.setEnabled(bool(self._chosen))

    def set_invites(self, invites: Sequence[InviteView], now_ms: int) -> None:
        """Show these; the card is away while there are none."""
        self.setVisible(bool(invites))
        self._open = [invite.invite if self._is_open(invite, now_ms) else "" for invite in invites]
        self._table.set_rows([self._line(invite, now_ms) for invite in invites])
        for widget in (self._hint, self._take_back):
            widget.setVisible(any(self._open))
        self._follow()

    def _is_open(self, invite: InviteView, now_ms: int) -> bool:
        status = self._shell.status
        is_own = status is not None and status.member == invite.author
        return is_own and not invite.used_by and not invite.withdrawn and invite.valid_until_ms > now_ms

    def _line(self, invite: InviteView, now_ms: int) -> tuple[str, ...]:
        used = name_text(invite.used_by_name, invite.used_by) if invite.used_by else self.tr("nobody yet")
        ended = invite.valid_until_ms <= now_ms
        if invite.withdrawn and not invite.used_by:
            used = self.tr("withdrawn")
        until = self.tr("ended") if ended and not invite.used_by else self._shell.formats.moment(invite.valid_until_ms)
        role = self.tr("observer") if invite.role == "observe" else self.tr("member")
        return name_text(invite.author_name, invite.author), role, until, used
