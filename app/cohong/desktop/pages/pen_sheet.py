"""The sheet on why nothing is signed: who is waited for, and signing all the same, with what may come of it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from cohong.api import requests
from cohong.api.views import NodeStatus, PenView
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pen_wording import heard_text, pen_text
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import DangerButton, PrimaryButton
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet


class PenSheet(Sheet):
    """Follows the node's state while it is open, and closes once records may be signed again."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell) -> None:
        super().__init__(place, "", width=560)
        self._client = client
        self._shell = shell
        self._pen = PenView()
        title = self.tr("Why nothing is signed")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._why = Label("", wrap=True)
        self._heard = MutedLabel("")
        self._understood = QCheckBox(self.tr("I have read this, and no other copy of this profile is running."))
        self._sign = DangerButton(self.tr("Sign anyway"))
        self._lay_out()
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)

    def _lay_out(self) -> None:
        self.body.addWidget(self._why)
        self.body.addWidget(self._heard)
        self.body.addWidget(Label(self.tr("Signing all the same"), "section"))
        for words in (
            self.tr("It is best to wait: signing goes on by itself."),
            self.tr(
                "If others hold records of yours that are not here yet, or another copy signs as well, you will have "
                "signed two ways. Every member sees the proof of it, new records of yours stay unconfirmed until the "
                "voters have ruled on it, and some may be void for good."
            ),
            self.tr("It holds until the node is closed, and cannot be taken back."),
        ):
            self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(self._understood)
        wait = PrimaryButton(self.tr("Wait"))
        wait.clicked.connect(self.dismiss)
        self._sign.setEnabled(False)
        self._understood.toggled.connect(self._sign.setEnabled)
        self._sign.clicked.connect(self._sign_anyway)
        self.footer.addWidget(self._sign)
        self.footer.addStretch(1)
        self.footer.addWidget(wait)

    def _follow(self, status: NodeStatus | None) -> None:
        if status is None:
            return
        if not status.pen.why and self.isVisible():
            self.dismiss()
            return
        if status.pen.why != self._pen.why:
            # What was agreed to was another warning.
            self._understood.setChecked(False)
        self._pen = status.pen
        self._why.setText(pen_text(status.pen))
        self._heard.setText(heard_text(status.pen))

    @slot_task
    async def _sign_anyway(self) -> None:
        await self._client.call("profile.sign_anyway", requests.SignAnyway(why=self._pen.why))
        self.dismiss()
        self._shell.toast(self.tr("Records are signed from now on, until the node is closed."), level="warning")
