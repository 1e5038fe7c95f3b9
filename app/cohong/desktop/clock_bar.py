"""The bar above the status bar that says what a wrong clock of this computer does to the user's records."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.api.views import NodeStatus
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner


class ClockBar(QWidget):
    """Hidden while the clock agrees with those of most members, and never was so wrong that records bear it."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._banner = Banner()
        self._again = Banner()
        self._told = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(space(7), 0, space(7), space(3))
        column.addWidget(self._banner)
        column.addWidget(self._again)
        self.hide()
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)

    def _follow(self, status: NodeStatus | None) -> None:
        words = self._words(status) if status is not None else ""
        self._banner.setVisible(bool(words))
        if words:
            self._banner.say(words, "warning", closable=False)
        if status is not None:
            self._tell_again(status)
        self.setVisible(not (self._banner.isHidden() and self._again.isHidden()))

    def _words(self, status: NodeStatus) -> str:
        """Return what keeps records from being signed, or from reaching anybody; empty for nothing."""
        if status.clock_fast_ms:
            return self._clock_words(status)
        if not status.dated_ahead:
            return ""
        return self.tr(
            "Records you signed while this computer's clock was fast are dated up to {time}. The other members let "
            "them wait until then, and all you sign meanwhile, votes included. You can wait, or ask the voters to "
            "replace your key by a new one."
        ).format(time=self._shell.formats.time(status.dated_until_ms))

    def _clock_words(self, status: NodeStatus) -> str:
        words = (
            self.tr(
                "This computer's clock is {time} fast compared with {differing} of {compared} members. "
                "Nothing is signed until it is set right."
            )
            if status.clock_fast_ms > 0
            else self.tr(
                "This computer's clock is {time} slow compared with {differing} of {compared} members. "
                "Nothing is signed until it is set right."
            )
        )
        return words.format(
            time=self._shell.formats.duration(abs(status.clock_fast_ms) / 1000),
            differing=status.clock_differing, compared=status.clock_compared,
        )  # fmt: skip

    def _tell_again(self, status: NodeStatus) -> None:
        """Say, each time that there is more of it, what has become of records with wrong times."""
        before, self._told = self._told, status.written_again + status.drafted_again + len(status.dropped_again)
        if self._told <= before:
            return
        words = [
            self.tr("Records signed with a fast clock had not left this computer. They are signed again, dated right.")
        ]
        if status.drafted_again:
            words.append(self.tr("Some no longer fit the rules and are drafts again."))
        if status.dropped_again:
            words.append(self.tr("Invitations, and what else no longer fits, were left out: please make them again."))
        self._again.say(" ".join(words), "info")
