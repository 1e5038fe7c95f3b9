"""The tables of the Sync page: what of mine is not final yet, who the neighbours are, and proofs of forks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from cohong.api.views import CheatView, ForkView, OutboxRow, PeerRow
from cohong.desktop import wording
from cohong.desktop.cheat_wording import cheat_text, cheat_words
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.motion_wording import key_text
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

OUTBOX_SHOWN: Final = 8
PEERS_SHOWN: Final = 10
_NAMES_MAX: Final = 3
_TITLE: Final = " "
"""A card with any title has a header; the words come once `tr` knows the class."""


class OutboxCard(Card):
    """Own records that are not final yet, oldest first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(_TITLE)
        self.title_label.setText(self.tr("On the way"))
        self._shell = shell
        self._rows: list[OutboxRow] = []
        headers = [
            self.tr("What"), self.tr("Reference"), self.tr("Written"), self.tr("Where it is"),
            self.tr("Signed"), self.tr("Waits for"),
        ]  # fmt: skip
        self._table = ShortTable(self.tr("Records on the way"), headers, stretch=5, rows_shown=OUTBOX_SHOWN)
        self._table.activated.connect(
            lambda index: shell.go("book", filter="all", object=self._rows[index.row()].object)
        )
        self._words = MutedLabel()
        self.body.addWidget(self._table)
        self.body.addWidget(self._words)

    def set_rows(self, rows: Sequence[OutboxRow], total: int) -> None:
        """Show these records; `total` counts those that were left out too."""
        self._rows = list(rows)
        self._table.setVisible(bool(rows))
        self._table.set_rows([self._line(row) for row in rows])
        theme = self._shell.theme
        self._table.set_icons(4, [theme.icon(row.level, _level_role(row.level), size=16) for row in rows])
        if not rows:
            self._words.setText(self.tr("Nothing: everything you wrote is final."))
        elif total > len(rows):
            self._words.setText(self.tr("and %n more", "", total - len(rows)))
        self._words.setVisible(not rows or total > len(rows))

    def _line(self, row: OutboxRow) -> tuple[str, ...]:
        where = self.tr("only on this machine") if row.where == "here" else self.tr("with %n peer(s)", "", row.peers)
        names = listed(peer_text(name) for name in row.waits_for[:_NAMES_MAX])
        if len(row.waits_for) > _NAMES_MAX:
            names += " " + self.tr("and %n more", "", len(row.waits_for) - _NAMES_MAX)
        signed = self.tr("{yes} of {voters}").format(yes=row.yes, voters=row.voters)
        return (
            wording.kind_text(row.kind), peer_text(row.reference), self._shell.formats.clock(row.time_ms),
            where, signed, names,
        )  # fmt: skip


class PeersCard(Card):
    """The neighbours; their addresses only when asked for."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(_TITLE)
        self.title_label.setText(self.tr("Members' machines"))
        self._shell = shell
        self._peers: list[PeerRow] = []
        self._more = LinkButton(self.tr("Details"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._turn)
        self.header.addWidget(self._more)
        headers = [
            self.tr("Member"), self.tr("Connection"), self.tr("They lack"), self.tr("We lack"),
            self.tr("Received"), self.tr("Sent"), self.tr("Why, next try"), self.tr("Addresses"),
        ]  # fmt: skip
        self._table = ShortTable(
            self.tr("Members' machines"), headers, figures=(2, 3, 4, 5), stretch=6, rows_shown=PEERS_SHOWN
        )
        self._table.setColumnHidden(7, True)
        self._none = MutedLabel(self.tr("No other member is known yet."))
        self.body.addWidget(self._table)
        self.body.addWidget(self._none)

    def set_rows(self, peers: Sequence[PeerRow]) -> None:
        """Show these neighbours, the connected ones first."""
        self._peers = sorted(peers, key=lambda peer: (not peer.connected, peer.name.casefold()))
        self._table.setVisible(bool(peers))
        self._none.setVisible(not peers)
        self._table.set_rows([self._line(peer) for peer in self._peers])
        theme = self._shell.theme
        online, offline = theme.icon("network", "good", size=16), theme.icon("offline", "text_muted", size=16)
        self._table.set_icons(1, [online if peer.connected else offline for peer in self._peers])

    def _line(self, peer: PeerRow) -> tuple[str, ...]:
        formats = self._shell.formats
        if peer.connected:
            connection = self.tr("since {time}").format(time=formats.clock(peer.since_ms))
            if peer.via:
                connection = listed((connection, self.tr("through {member}").format(member=peer_text(peer.via))))
        elif peer.last_seen_ms:
            connection = self.tr("last seen {time}").format(time=formats.clock(peer.last_seen_ms))
        else:
            connection = self.tr("never seen")
        return (
            _peer_name(peer), connection,
            formats.count(peer.behind) if peer.behind else "–", formats.count(peer.ahead) if peer.ahead else "–",
            formats.bytes(peer.bytes_in), formats.bytes(peer.bytes_out),
            self._why(peer), listed(peer.addresses),
        )  # fmt: skip

    def _why(self, peer: PeerRow) -> str:
        words = [wording.why_text(peer.why)] if peer.why and not peer.connected else []
        if peer.next_try_in_ms > 0:
            wait = self._shell.formats.duration(peer.next_try_in_ms / 1000)
            words.append(self.tr("Next try in {time}.").format(time=wait))
        return " ".join(words)

    def _turn(self, shown: bool) -> None:
        self._table.setColumnHidden(7, not shown)
        self._more.setText(self.tr("Hide details") if shown else self.tr("Details"))


class ProofsCard(Card):
    """Members caught signing two entries at one place of their feed, with the proof, and what has become of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(_TITLE)
        self.title_label.setText(self.tr("Signed both ways"))
        self._shell = shell
        self._shown: list[ForkView | CheatView] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(3))
        self.body.addLayout(self._list)
        self.hide()

    def set_proofs(self, forks: Sequence[ForkView], cheats: Sequence[CheatView]) -> None:
        """Show these forks, and voters that have signed both ways; the card is away if there are none."""
        self.setVisible(bool(forks or cheats))
        if [*forks, *cheats] == self._shown:
            return
        self._shown = [*forks, *cheats]
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for proof in self._shown:
            for part in self._parts(proof) if isinstance(proof, ForkView) else self._cheat_parts(proof):
                self._list.addWidget(part)

    def _cheat_parts(self, cheat: CheatView) -> tuple[Banner, MutedLabel, CopyField]:
        banner = Banner(self)
        banner.say(cheat_text(cheat), "error" if cheat.is_member else "info", closable=False)
        words = cheat_words(cheat, self._shell.formats)
        return banner, MutedLabel(words), CopyField(cheat.proof, name=self.tr("Proof"), lines=3)

    def _parts(self, fork: ForkView) -> tuple[Banner, MutedLabel, CopyField]:
        banner = Banner(self)
        who = peer_text(fork.name) or fork.author[:8]
        banner.say(
            self.tr("{who} has signed two different entries in one place.").replace("{who}", who),
            "error" if fork.state == "open" else "info", closable=False,
        )  # fmt: skip
        found = self.tr("Found {time}, entry {seq} of its records. {outcome} Anyone can check this proof:").format(
            time=self._shell.formats.time(fork.found_ms), seq=fork.seq, outcome=self._outcome(fork)
        )
        return banner, MutedLabel(found), CopyField(fork.proof, name=self.tr("Proof"), lines=3)

    def _outcome(self, fork: ForkView) -> str:
        """What has become of it."""
        if fork.state == "open":
            return self.tr("Nothing that it wrote from there on is signed until a motion says which one stands.")
        if fork.state == "expelled":
            return self.tr("It is no member any more.")
        if not fork.stands:
            return self.tr("None of its branches stands.")
        return self.tr("The branch that begins with {entry} stands.").format(entry=key_text(fork.stands))


def _peer_name(peer: PeerRow) -> str:
    name = peer_text(peer.name) or peer.member[:8]
    return f"{name} · {peer_text(peer.device)}" if peer.device else name


def _level_role(level: str) -> str:
    return {"waiting": "warning", "majority": "info", "final": "good"}.get(level, "text_muted")
