"""The status bar: what is true now, each part a button that leads to where more is said. The order never changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cohong.api.views import NodeStatus
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import Button


class StatusPart(Button):
    """One part of the bar."""

    look = "status"

    def __init__(self, shell: Shell, icon: str) -> None:
        super().__init__()
        self._shell = shell
        self._icon = icon
        self.set_part("", icon)

    def set_part(self, text: str, icon: str, level: str = "") -> None:
        """Show `text`; `level` is empty, `warning` or `error`."""
        role = {"warning": "warning", "error": "danger"}.get(level, "text_muted")
        self._shell.theme.bind_icon(self, icon, role, 14, gap=2)
        if self.property("level") != level:
            self.setProperty("level", level)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setText(text)
        self.setAccessibleName(text)


class StatusBar(QFrame):
    """Shows the node's status; says so when the node itself is gone."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-bar")
        self._shell = shell
        self._online = True
        self._profile = self._part("lock", "settings", self.tr("Your profile is open. Settings"))
        self._peers = self._part("peer", "sync", self.tr("Who is connected"))
        self._as_of = self._part("waiting", "sync", self.tr("The newest record on this computer"))
        self._to_send = self._part("send", "sync", self.tr("Your records that nobody else has yet"))
        self._motions = self._part("votes", "votes", self.tr("Motions that wait for your vote"), part="motions")
        self._drafts = self._part("draft", "book", self.tr("Drafts, not signed yet"), filter="drafts")
        self._trouble = self._part("warning", "sync", self.tr("Needs a look"))
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(0.5), space(4), space(0.5))
        row.setSpacing(space(1))
        for part in (self._profile, self._peers, self._as_of, self._to_send, self._motions, self._drafts):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._trouble)
        self.show_status(shell.status)
        shell.status_changed.connect(self.show_status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        """In a narrow window leave out what the pages say too, rather than cut everything short."""
        shown = (self._profile, self._peers, self._as_of, self._to_send, self._motions, self._drafts, self._trouble)
        wanted = sum(part.sizeHint().width() for part in shown if part is self._as_of or not part.isHidden())
        self._as_of.setVisible(wanted + space(16) <= self.width())

    def node_found(self) -> None:
        """Show the node's status again."""
        self._online = True
        self.show_status(self._shell.status)

    def node_lost(self) -> None:
        """Say that the node does not answer."""
        self._online = False
        self.show_status(self._shell.status)

    def show_status(self, status: NodeStatus | None) -> None:
        """Show a status; None before the first."""
        if status is None:
            status = NodeStatus(version="")
        formats = self._shell.formats
        self._profile.set_part(self.tr("Unlocked"), "unlock")
        self._show_peers(status)
        newest = formats.time(status.as_of_ms)
        text = self.tr("Records to {time}").format(time=newest) if status.as_of_ms else self.tr("No records yet")
        self._as_of.set_part(text, "waiting")
        self._to_send.set_part(self.tr("%n to send", "", status.to_send), "send")
        self._motions.set_part(self.tr("%n motion(s) need you", "", status.motions), "votes", "warning")
        self._motions.setVisible(status.motions > 0)
        self._drafts.set_part(self.tr("%n draft(s)", "", status.drafts), "draft")
        self._drafts.setVisible(status.drafts > 0)
        self._show_trouble(status)
        self._make_room()

    def _show_peers(self, status: NodeStatus) -> None:
        if not self._online:
            self._peers.set_part(self.tr("Node not reachable"), "offline", "error")
        elif not status.network:
            self._peers.set_part(self.tr("No network yet"), "offline")
        elif status.peers_connected == 0:
            words = self.tr("Offline since {time}").format(time=self._shell.formats.clock(status.offline_since_ms))
            self._peers.set_part(words, "offline", "warning")
        else:
            text = self.tr("Connected to {connected} of {known} peers").format(
                connected=status.peers_connected, known=status.peers_known
            )
            if status.is_view_one_sided:
                self._peers.set_part(
                    self.tr("{connected}, view may be one-sided").format(connected=text), "peer", "warning"
                )
            else:
                self._peers.set_part(text, "peer")

    def _show_trouble(self, status: NodeStatus) -> None:
        # What keeps this member from signing comes first; what somebody else has done hides none of it.
        if status.disk_full:
            text, level = self.tr("Disk full"), "error"
        elif status.damaged:
            text, level = self.tr("%n damaged record(s), being restored", "", status.damaged), "error"
        elif status.standing == "gone":
            text, level = self.tr("No longer a member: you read what is here"), "warning"
        elif status.pen.why == "other-chain":
            text, level = self.tr("Not the network of whoever invited you"), "error"
        elif status.clock_fast_ms:
            time = self._shell.formats.duration(abs(status.clock_fast_ms) / 1000)
            words = self.tr("Clock {time} fast") if status.clock_fast_ms > 0 else self.tr("Clock {time} slow")
            text, level = words.format(time=time), "warning"
        elif status.dated_ahead:
            until = self._shell.formats.time(status.dated_until_ms)
            text, level = self.tr("Your last records wait until {time}").format(time=until), "warning"
        elif status.pen.why in ("copy", "elsewhere", "rival"):
            text, level = self.tr("Runs on another computer too; nothing is signed"), "warning"
        elif status.pen.why in ("handed-over", "taken-twice", "reads-along"):
            text, level = self.tr("Reads along; your other device signs"), "warning"
        elif status.catching_up:
            text, level = self.tr("Catching up; signing waits"), "warning"
        elif status.forks:
            text, level = self.tr("%n member(s) signed two ways", "", status.forks), "warning"
        elif status.standing == "observer":
            text, level = self.tr("Observer: you read along"), ""
        else:
            text, level = "", ""
        self._trouble.setVisible(bool(text))
        if text:
            self._trouble.set_part(text, "warning" if level else "info", level)

    def _part(self, icon: str, place: str, hint: str, **what: str) -> StatusPart:
        part = StatusPart(self._shell, icon)
        part.setToolTip(hint)
        part.clicked.connect(lambda: self._shell.go(place, **what))
        return part
