"""Settings: what the member calls itself."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.views import ProfileStatus
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.first_run_steps import NAME_CHARS_MAX
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.labels import NamedHint


class NameForm(QWidget):
    """The name in a field, and a button once it is another."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._name = ""
        self.edit = QLineEdit()
        self.edit.setMaxLength(NAME_CHARS_MAX)
        self.edit.setAccessibleName(self.tr("Your name"))
        self._save_button = SecondaryButton(self.tr("Change name"))
        self._save_button.clicked.connect(self.save)
        self.edit.returnPressed.connect(self.save)
        self.edit.textChanged.connect(self._show_button)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.edit, stretch=1)
        row.addWidget(self._save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(
            NamedHint(self.tr("Your name"), self.tr("As the other members see it. They are told when you change it."))
        )
        column.addLayout(row)
        self._show_button()

    def show_name(self, name: str) -> None:
        """Show the name that is in force, unless another is being typed."""
        if name != self._name:
            self._name = name
            self.edit.setText(name)
            self.edit.setCursorPosition(0)

    @property
    def _typed(self) -> str:
        return self.edit.text().strip()

    @property
    def _is_another(self) -> bool:
        return bool(self._typed) and self._typed != self._name

    def _show_button(self) -> None:
        self._save_button.setVisible(self._is_another)

    @slot_task
    async def save(self) -> None:
        """Have the node take the name and tell the members."""
        if not self._is_another:
            return
        status: ProfileStatus = await self._client.call("profile.rename", requests.RenameProfile(name=self._typed))
        self.show_name(status.name)
        self._show_button()
        self._shell.toast(self.tr("You are called {name} from now on.").format(name=status.name), level="good")
