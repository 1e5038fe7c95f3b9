"""The members and observers, and the invitations that have been given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout

from cohong.api.views import ChainStatus, InviteView, MemberCard
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.check_card import facts_words, member_names, short_id
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

MEMBERS_SHOWN: Final = 14
INVITES_SHOWN: Final = 6
_SEEN: Final = 2


class MembersCard(Card):
    """Everybody in the network; a row opens the report about its member."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(padding=5)
        self._shell = shell
        self._ids: list[str] = []
        headers = [
            self.tr("Name"), self.tr("Part in the network"), self.tr("Seen"), self.tr("How it pays"), self.tr("ID"),
        ]  # fmt: skip
        self.table = ShortTable(self.tr("Members"), headers, rows_shown=MEMBERS_SHOWN)
        self.table.activated.connect(self._open)
        self.body.addWidget(self.table)
        self.body.addWidget(MutedLabel(self.tr("Double-click a member for how it pays.")))

    @property
    def chosen(self) -> str:
        """The id of the member whose row is chosen; empty if none is."""
        row = self.table.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def set_members(self, cards: Sequence[MemberCard], chain: ChainStatus) -> None:
        """Show these members, voters first, and the observers after them."""
        voters = set(chain.voters)
        ordered = sorted(cards, key=lambda card: (card.member not in voters, member_names(card)[0].casefold()))
        observers = [join for join in chain.joins if join.state == "observer"]
        self._ids = [card.member for card in ordered]
        rows = [self._line(card, is_voter=card.member in voters) for card in ordered]
        rows += [(peer_text(item.name), self.tr("observer"), "–", "–", short_id(item.member)) for item in observers]
        self.table.set_rows(rows)
        theme = self._shell.theme
        for number, card in enumerate(ordered):
            online = card.connected or card.me
            icon = ("network", "good") if online else ("offline", "text_muted")
            self.table.set_icon(number, _SEEN, theme.icon(*icon, size=16))

    def _line(self, card: MemberCard, *, is_voter: bool) -> tuple[str, ...]:
        name = member_names(card)[0]
        part = self.tr("voter") if is_voter else self.tr("member, no vote")
        return (
            self.tr("{name} (me)").replace("{name}", name) if card.me else name,
            part,
            self._seen(card),
            facts_words(card, self._shell.formats),
            short_id(card.member),
        )

    def _seen(self, card: MemberCard) -> str:
        if card.me:
            return self.tr("this machine")
        if card.connected:
            return self.tr("connected")
        return self._shell.formats.clock(card.last_seen_ms) if card.last_seen_ms else self.tr("never seen")

    def _open(self, index: QModelIndex) -> None:
        if index.row() < len(self._ids):
            self._shell.go("check", member=self._ids[index.row()])


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

    def set_invites(self, invites: Sequence[InviteView], chain: ChainStatus, now_ms: int) -> None:
        """Show these; the card is away while there are none."""
        self.setVisible(bool(invites))
        names = {join.join: peer_text(join.name) for join in chain.joins}
        self._open = [invite.invite if self._is_open(invite, now_ms) else "" for invite in invites]
        self._table.set_rows([self._line(invite, names, now_ms) for invite in invites])
        for widget in (self._hint, self._take_back):
            widget.setVisible(any(self._open))
        self._follow()

    def _is_open(self, invite: InviteView, now_ms: int) -> bool:
        status = self._shell.status
        is_own = status is not None and status.member == invite.author
        return is_own and not invite.used_by and not invite.withdrawn and invite.valid_until_ms > now_ms

    def _line(self, invite: InviteView, names: dict[str, str], now_ms: int) -> tuple[str, ...]:
        used = names.get(invite.used_by, short_id(invite.used_by)) if invite.used_by else self.tr("nobody yet")
        ended = invite.valid_until_ms <= now_ms
        if invite.withdrawn and not invite.used_by:
            used = self.tr("withdrawn")
        until = self.tr("ended") if ended and not invite.used_by else self._shell.formats.moment(invite.valid_until_ms)
        role = self.tr("observer") if invite.role == "observe" else self.tr("member")
        return name_text(invite.author_name, invite.author), role, until, used
