"""First run: this device is set up from a file of another one."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from cohong.desktop.pages.first_run_steps import Step
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.password_field import PasswordField


class ArriveStep(Step):
    """Takes the file and the passphrase that opens it."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Add this device from another"),
            self.tr(
                "Make the file in the settings of the other device: “Add a device” for one that reads along, or "
                "“Hand over” for the one that is to sign from now on."
            ),
        )
        self.next_text = self.tr("Set up this device")
        self.file: Path | None = None
        self._dialog: QFileDialog | None = None
        self._shown = MutedLabel(self.tr("No file chosen yet."))
        self._button = SecondaryButton(self.tr("Choose the file…"), "folder")
        self._button.clicked.connect(self._choose)
        self.field = PasswordField(name=self.tr("Passphrase of the other device"))
        self.column.addWidget(self._button)
        self.column.addWidget(self._shown)
        self.column.addWidget(Label(self.field.edit.accessibleName(), "strong"))
        self.column.addWidget(self.field)
        self.column.addWidget(MutedLabel(self.tr("This device then has the same passphrase and recovery words.")))

    @property
    def passphrase(self) -> str:
        """The passphrase, NFKC-normalised as it was when the profile was made."""
        return unicodedata.normalize("NFKC", self.field.text)

    def choose(self, path: str) -> None:
        """Take a file."""
        self.file = Path(path)
        self._shown.setText(self.file.name)

    def what_is_missing(self) -> str:
        if self.file is None:
            return self.tr("Choose the file that the other device has made.")
        return "" if self.field.text else self.tr("Type the passphrase of the other device.")

    def entered(self) -> None:
        self._button.setFocus()

    def forget(self) -> None:
        """Empty the field once the profile is made."""
        self.field.clear()

    def _choose(self) -> None:
        self._dialog = QFileDialog(self, self.tr("File of the other device"), str(Path.home()))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.fileSelected.connect(self.choose)
        self._dialog.open()
