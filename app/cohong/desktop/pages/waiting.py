"""Somebody who has asked to join and is not in yet: what it waits for, and that there is nothing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.gate import Gate
from cohong.desktop.pen_wording import pen_text
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Line
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel, NamedHint

WIDTH_PX = 560


class WaitingGate(Gate):
    """Stays until the node says that this member is in; also after a restart."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, width=WIDTH_PX)
        self._title = Label("", "title", wrap=True)
        self._sentence = Label("", wrap=True)
        self._patience = MutedLabel(
            self.tr(
                "Somebody puts it to the vote, and people vote by hand: that can take days. You may close the "
                "window. As soon as you are in, the book comes up here by itself."
            )
        )
        self._own_id = CopyField(name=self.tr("Your member ID"))
        self.body.addWidget(IconLabel("waiting", "accent_text", size=32), alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._patience)
        self.body.addSpacing(space(1))
        self.body.addWidget(Line())
        hint = self.tr("The voters see this ID beside your name. Tell it to whoever invited you, so that they compare.")
        self.body.addWidget(NamedHint(self.tr("Your member ID"), hint))
        self.body.addWidget(self._own_id)
        lock = LinkButton(self.tr("Lock this profile"))
        lock.clicked.connect(self._lock)
        self.body.addWidget(lock, alignment=Qt.AlignmentFlag.AlignLeft)
        shell.status_changed.connect(self._show_status)

    async def shown(self) -> None:
        """Say whose answer is waited for."""
        self._show_status()

    def _show_status(self) -> None:
        status = self.shell.status
        if status is None:
            return
        self._own_id.set_text(status.member)
        network = peer_text(status.network_name)
        if status.pen.why == "other-chain":
            self._title.setText(self.tr("This is not the network of whoever invited you"))
            self._sentence.setText(pen_text(status.pen))
            self._patience.hide()
            return
        if status.standing == "refused":
            self._say_refused(network)
            return
        self._title.setText(self.tr("You have asked to join {network}").replace("{network}", network))
        self._sentence.setText(
            self.tr(
                "Your request has been left with a member of the network. You are in once more than half of the voters "
                "have said so; an observer is let in without a vote."
            )
        )

    def _say_refused(self, network: str) -> None:
        self._title.setText(self.tr("{network} has not let you in").replace("{network}", network))
        self._sentence.setText(
            self.tr("Your invitation has been used by somebody else too, and an invitation lets in one person only.")
        )
        self._patience.setText(
            self.tr(
                "Tell whoever invited you, ask for a new invitation, and use it in a new profile: a profile can ask "
                "to join only once."
            )
        )

    @slot_task
    async def _lock(self) -> None:
        await self.client.call("profile.lock")
