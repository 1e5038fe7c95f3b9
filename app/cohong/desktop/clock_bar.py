"""The bar above the status bar while this computer's clock is wrong: nothing can be signed until it is set right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.api.views import NodeStatus
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner


class ClockBar(QWidget):
    """Hidden while the clock agrees with those of most members."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._banner = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(7), 0, space(7), space(3))
        column.addWidget(self._banner)
        self.hide()
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)

    def _follow(self, status: NodeStatus | None) -> None:
        is_wrong = status is not None and status.clock_fast_ms != 0
        self.setVisible(is_wrong)
        if status is None or not is_wrong:
            return
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
        self._banner.say(
            words.format(
                time=self._shell.formats.duration(abs(status.clock_fast_ms) / 1000),
                differing=status.clock_differing, compared=status.clock_compared,
            ),
            "warning", closable=False,
        )  # fmt: skip
