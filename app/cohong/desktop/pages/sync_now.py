"""The line that says how sync stands: what is done, how fast, or why it waits and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cohong.api.views import NodeStatus, SyncStatus
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.pen_wording import pen_text
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel

DISK_LOW_BYTES: Final = 500_000_000
_NAMES_MAX: Final = 3
_HALTS: Final = ("copy", "elsewhere", "rival", "handed-over", "taken-twice", "reads-along", "other-chain")
"""What keeps this device from signing for other reasons than that its records are still on their way."""

Action = Literal["", "address"]


@dataclass(frozen=True, slots=True)
class Now:
    """How sync stands.

    Attributes:
        icon, role: the picture and its colour.
        sentence: what is going on.
        reason: why, and whether there is anything to do.
        action: what the one button does; empty for no button.
    """

    icon: str
    role: str
    sentence: str
    reason: str = ""
    action: Action = ""


class NowCard(Card):
    """Signals:
    address_wanted: the user wants to say where a member's node listens.
    """

    address_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(padding=5)
        self._words = NowWords(shell.formats, self)
        self._icon = IconLabel("sync", "text_muted", size=30)
        self._sentence = Label("", "section", wrap=True)
        self._reason = MutedLabel()
        self._button = SecondaryButton(self.tr("Add an address"), "peer")
        self._button.clicked.connect(self.address_wanted)
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self._sentence)
        words.addWidget(self._reason)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self._icon)
        row.addLayout(words, stretch=1)
        row.addWidget(self._button)
        self.body.addLayout(row)
        self._button.hide()

    def set_status(self, status: NodeStatus, sync: SyncStatus) -> None:
        """Show how sync stands."""
        now = self._words.now(status, sync)
        self._icon.set_icon(now.icon, now.role)
        self._sentence.setText(now.sentence)
        self._reason.setText(now.reason)
        self._reason.setVisible(bool(now.reason))
        self._button.setVisible(now.action == "address")
        self.setAccessibleName(f"{now.sentence} {now.reason}")


class NowWords(QObject):
    """Puts the state of sync into words."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats

    def now(self, status: NodeStatus, sync: SyncStatus) -> Now:
        """Return how sync stands: the first of trouble, receiving, sending, waiting, up to date that applies."""
        behind = sum(peer.ahead for peer in sync.peers if peer.connected)
        if status.disk_full:
            return Now(
                "disk",
                "danger",
                self.tr("The disk is full."),
                self.tr("Nothing was lost. Free some space; sync goes on by itself."),
            )
        if status.pen.why in _HALTS:
            return Now("warning", "warning", self.tr("Nothing is signed here."), pen_text(status.pen))
        if status.catching_up:
            return Now(
                "sync", "info", self.tr("Your own earlier records are being fetched from the others."),
                self.tr("Signing waits until they are here, so that nothing is signed twice. Nothing for you to do."),
            )  # fmt: skip
        if status.clock_fast_ms:
            return Now(
                "warning", "warning", self.tr("This computer's clock is wrong, so nothing is signed or sent."),
                self.tr("Set it right; signing then goes on by itself."),
            )  # fmt: skip
        if status.dated_ahead:
            until = self._formats.time(status.dated_until_ms)
            sentence = self.tr("The other members let your last records wait until {time}.").format(time=until)
            return Now(
                "warning", "warning", sentence,
                self.tr("They were signed while this computer's clock was fast. Wait, or ask for a new key."),
            )  # fmt: skip
        if status.peers_connected == 0 and sync.peers:
            return self._offline(status, sync)
        if not sync.peers:
            return Now(
                "offline",
                "warning",
                self.tr("No other member is known yet."),
                self.tr("Say where one of them listens."),
                "address",
            )
        if sync.is_quota_used_up or (sync.put_off and not sync.receiving_per_s):
            return self._quota(sync)
        if sync.receiving_per_s or behind:
            return self._receiving(sync, behind)
        return self._waiting_or_done(status, sync)

    def _offline(self, status: NodeStatus, sync: SyncStatus) -> Now:
        last_ms = max(peer.last_seen_ms for peer in sync.peers)
        since = self._formats.clock(last_ms) if last_ms else ""
        sentence = (
            self.tr("Offline since {time}.").format(time=since) if since else self.tr("Not connected to any member.")
        )
        words = [self.tr("You can write, sign and read everything.")]
        if status.to_send:
            words.append(self.tr("%n record(s) will be sent as soon as somebody is reached.", "", status.to_send))
        without = any(peer.why == "no-address" for peer in sync.peers)
        return Now("offline", "warning", sentence, " ".join(words), "address" if without else "")

    def _quota(self, sync: SyncStatus) -> Now:
        time = self._formats.moment(sync.quota_until_ms)
        if sync.is_quota_used_up:
            return Now(
                "waiting", "warning",
                self.tr("You have written as much today as the charter lets one member write."),
                self.tr("It goes on at {time}, or with the next charter block.").format(time=time),
            )  # fmt: skip
        names = _in_short(sync.put_off)
        return Now(
            "waiting", "warning",
            self.tr("Today's records of {names} are here; more of them wait.").format(names=names),
            self.tr("The charter lets each member send only so much in a day. "
                    "It goes on at {time}, or with the next charter block. Nothing for you to do.").format(time=time),
        )  # fmt: skip

    def _receiving(self, sync: SyncStatus, behind: int) -> Now:
        sentence = self.tr("Receiving %n record(s)", "", behind)
        reason = ""
        if sync.receiving_per_s:
            rate = self._formats.count(sync.receiving_per_s)
            left = self._formats.duration(behind / sync.receiving_per_s) if behind else self.tr("a moment")
            reason = self.tr("{rate} a second, about {left} left.").format(rate=rate, left=left)
        return Now("sync", "info", sentence, reason)

    def _waiting_or_done(self, status: NodeStatus, sync: SyncStatus) -> Now:
        connected = self.tr("Connected to {connected} of {known} members.").format(
            connected=self._formats.count(status.peers_connected), known=self._formats.count(len(sync.peers))
        )
        if status.to_send:
            return Now("send", "info", self.tr("Sending %n record(s)", "", status.to_send), connected)
        waiting = [row for row in sync.outbox if row.level == "waiting"]
        if waiting:
            names = list(dict.fromkeys(name for row in waiting for name in row.waits_for))
            reason = self.tr("They wait for {names} to sign. Nothing for you to do.").format(names=_in_short(names))
            return Now(
                "waiting", "warning", self.tr("No majority yet for %n record(s) of yours.", "", len(waiting)), reason
            )
        as_of = (
            self.tr("Records up to {time}.").format(time=self._formats.time(status.as_of_ms)) if status.as_of_ms else ""
        )
        return Now("final", "good", self.tr("Up to date."), f"{connected} {as_of}".strip())


def _in_short(names: Sequence[str]) -> str:
    shown = listed(peer_text(name) for name in names[:_NAMES_MAX])
    return f"{shown} …" if len(names) > _NAMES_MAX else shown
