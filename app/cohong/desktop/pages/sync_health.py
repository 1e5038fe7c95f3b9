"""The state of the machine and its ledger: clock, disk, size, background check, what was refused."""

from __future__ import annotations

from typing import Final

from cohong.api.views import NodeStatus, SyncStatus
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.pages.sync_now import DISK_LOW_BYTES
from cohong.desktop.shell import Shell
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.key_values import KeyValueGrid

_DAMAGED_SHOWN: Final = 5


class HealthCard(Card):
    """Facts, and a banner for each that needs somebody."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(" ")
        self.title_label.setText(self.tr("Health"))
        self._formats = shell.formats
        self._view, self._disk, self._damage = Banner(), Banner(), Banner()
        self._grid = KeyValueGrid()
        self._shown: list[tuple[str, str]] = []
        for widget in (self._view, self._disk, self._damage, self._grid):
            self.body.addWidget(widget)

    def set_health(self, status: NodeStatus, sync: SyncStatus) -> None:
        """Show these facts."""
        offset_ms = clock_offset_ms(sync)
        self._say_view(status)
        self._say_disk(sync)
        self._say_damage(sync)
        rows = self._rows(status, sync, offset_ms)
        if rows != self._shown:
            self._shown = rows
            self._grid.set_rows([*rows])

    def _say_view(self, status: NodeStatus) -> None:
        if not status.is_view_one_sided:
            self._view.hide()
            return
        words = self.tr("Your view may be one-sided: {heard} of {voters} voters were heard from in the last hour.")
        self._view.say(words.format(heard=status.voters_heard, voters=status.voters), "warning", closable=False)

    def _say_disk(self, sync: SyncStatus) -> None:
        if not 0 < sync.disk_free_bytes < DISK_LOW_BYTES:
            self._disk.hide()
            return
        words = self.tr("Only {free} free on the disk.").format(free=self._formats.bytes(sync.disk_free_bytes))
        self._disk.say(words, "warning", closable=False)

    def _say_damage(self, sync: SyncStatus) -> None:
        if not sync.damaged:
            self._damage.hide()
            return
        names = listed(peer_text(name) for name in sync.damaged[:_DAMAGED_SHOWN])
        words = self.tr("Altered on this disk: {names}. These entries are fetched again from the others.")
        self._damage.say(words.format(names=names), "error", closable=False)

    def _rows(self, status: NodeStatus, sync: SyncStatus, offset_ms: int) -> list[tuple[str, str]]:
        formats = self._formats
        connected = any(peer.connected for peer in sync.peers)
        within = self.tr("within {seconds} s of the others").format(seconds=formats.decimal(abs(offset_ms)))
        checked = (
            self.tr("{time}, nothing altered") if not sync.damaged and not sync.healed else self.tr("{time}")
        ).format(time=formats.ago(sync.last_check_ms))
        rows = [
            (self.tr("Clock"), within if connected else self.tr("not compared: nobody is connected")),
            (self.tr("Voters heard from"), self.tr("{heard} of {voters} in the last hour").format(
                heard=formats.count(status.voters_heard), voters=formats.count(status.voters))),
            (self.tr("Disk free"), formats.bytes(sync.disk_free_bytes)),
            (self.tr("Ledger"), self.tr("{size}, {entries} entries").format(
                size=formats.bytes(sync.ledger_bytes), entries=formats.count(status.entries))),
            (self.tr("Background check"), checked),
        ]  # fmt: skip
        if sync.healed:
            words = self.tr("{count} altered entries, fetched again from the others")
            rows.append((self.tr("Healed"), words.format(count=formats.count(sync.healed))))
        refused = sum(status.counters.values())
        if refused:
            words = self.tr("{count} entries of others, since the start")
            rows.append((self.tr("Refused"), words.format(count=formats.count(refused))))
        return rows


def clock_offset_ms(sync: SyncStatus) -> int:
    """Return the median of the connected peers' clocks less ours; 0 if there is none to compare with."""
    offsets = sorted(peer.clock_offset_ms for peer in sync.peers if peer.connected)
    return offsets[len(offsets) // 2] if offsets else 0
