"""Settings: through a proxy or directly, and whether the local network is searched."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cohong.api.requests import SetReach
from cohong.api.views import ReachView
from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.labels import MutedLabel, NamedHint


class ReachForm(QWidget):
    """A field for the proxy, a box for the search, and a button once something is changed."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._view = ReachView(proxy="", discovery=True)
        self.proxy = QLineEdit()
        self.proxy.setPlaceholderText("socks5://127.0.0.1:9050")
        self.proxy.setAccessibleName(self.tr("Proxy"))
        self.discovery = QCheckBox(self.tr("Look for members' machines in the local network"))
        self._given = MutedLabel(self.tr("The node was started with options that hold until it ends."))
        self.save_button = SecondaryButton(self.tr("Apply"))
        self.save_button.clicked.connect(self.save)
        self.proxy.returnPressed.connect(self.save)
        self.proxy.textChanged.connect(self._show_button)
        self.discovery.toggled.connect(self._show_button)
        self._lay_out()
        self.show_reach(self._view)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.proxy, stretch=1)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        effect = self.tr("SOCKS5, such as Tor. All connections go through it, and the local network is left alone.")
        column.addWidget(NamedHint(self.tr("Proxy"), effect))
        column.addLayout(row)
        column.addWidget(self.discovery)
        column.addWidget(self._given)

    def show_reach(self, view: ReachView) -> None:
        """Show what is chosen."""
        self._view = view
        self.proxy.setText(view.proxy)
        self.discovery.setChecked(view.discovery)
        self._given.setVisible(view.is_given)
        self._show_button()

    @property
    def _typed(self) -> SetReach:
        return SetReach(proxy=self.proxy.text().strip(), discovery=self.discovery.isChecked())

    def _show_button(self) -> None:
        typed = self._typed
        self.discovery.setEnabled(not typed.proxy)
        self.save_button.setVisible((typed.proxy, typed.discovery) != (self._view.proxy, self._view.discovery))

    async def shown(self) -> None:
        """Ask the node what is chosen."""
        self.show_reach(await self._client.call("reach.status"))

    @slot_task
    async def save(self) -> None:
        """Have the node take what is typed."""
        self.show_reach(await self._client.call("reach.set", self._typed))
        self._shell.toast(self.tr("Connections are made this way from now on."), level="good")
