"""Settings: a network that has lost its majority for good goes on as another one, founded here or joined."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.views import MemberCard, NetworkMade, NodeStatus
from cohong.desktop.motion_wording import name_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.labels import Label, NamedHint
from cohong.desktop.widgets.sheet import Sheet

NAME_CHARS_MAX = 80


class CarryOnForm(QWidget):
    """A line that says what it is for, with a button for each way."""

    def __init__(self, client: NodeClient, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._shell = shell
        hint = NamedHint(
            self.tr("Carry on as a new network"),
            self.tr("For a network that has lost so many voters for good that it can agree on nothing any more."),
        )
        found, follow = SecondaryButton(self.tr("Found it…")), SecondaryButton(self.tr("Go along…"))
        found.clicked.connect(self.found)
        follow.clicked.connect(self.follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(hint, stretch=1)
        row.addWidget(follow)
        row.addWidget(found)
        shell.status_changed.connect(self._show_status)
        self._show_status(shell.status)

    def _show_status(self, status: NodeStatus | None) -> None:
        self.setVisible(status is not None and bool(status.network))

    @slot_task
    async def found(self) -> None:
        """Ask for what founding takes."""
        members: list[MemberCard] = await self._client.call("members.list")
        FoundSheet(self, self._client, members).open()

    def follow(self) -> None:
        """Ask for the invitation."""
        FollowSheet(self, self._client, self._shell).open()


class FoundSheet(Sheet):
    """Asks for a name and the founders, says what is taken over, and shows the invitation in the end."""

    def __init__(self, place: QWidget, client: NodeClient, members: list[MemberCard]) -> None:
        super().__init__(place, "", width=600)
        self._client = client
        title = self.tr("Carry the book on as a new network")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_CHARS_MAX)
        self.name.setAccessibleName(self.tr("Name of the network"))
        self.founders = {
            card.member: QCheckBox(name_text(card.name, card.member).replace("&", "&&"))
            for card in sorted(members, key=lambda card: (not card.voter, card.name, card.member))
            if not card.me
        }
        self.understood = QCheckBox(self.tr("The voters who are missing will not come back."))
        self.button = DangerButton(self.tr("Found it and go over"))
        self._form, self._made = QWidget(), QWidget()
        self.invitation = CopyField(name=self.tr("Invitation"), lines=4)
        self._lay_out()

    def _lay_out(self) -> None:
        form = _column(self._form)
        for words in (
            self.tr("All members stay members, and what the newest block has anchored is the book of the new network."),
            self.tr(
                "What was signed after that block, also where a majority had confirmed it, stays behind. Whoever wrote "
                "it writes it anew."
            ),
            self.tr("This profile leaves the old network for good. Its file is kept in the profile's folder."),
        ):
            form.addWidget(Label(words, wrap=True))
        form.addWidget(Label(self.name.accessibleName(), "strong"))
        form.addWidget(self.name)
        if self.founders:
            form.addWidget(
                NamedHint(
                    self.tr("Founders beside you"), self.tr("They are the voters: tick those who can be reached.")
                )
            )
        for box in self.founders.values():
            form.addWidget(box)
        form.addWidget(self.understood)
        made = _column(self._made)
        made.addWidget(
            Label(
                self.tr("Send this invitation to all members. Each of them goes along with it, in the settings."),
                wrap=True,
            )
        )
        made.addWidget(self.invitation)
        self._made.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self._made)
        self.button.setEnabled(False)
        self.understood.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self.carry_on)
        close = SecondaryButton(self.tr("Close"))
        close.clicked.connect(self.dismiss)
        self.footer.addWidget(self.button)
        self.footer.addStretch(1)
        self.footer.addWidget(close)

    @slot_task
    async def carry_on(self) -> None:
        """Found the network and go over to it."""
        name = self.name.text().strip()
        if not name:
            self.show_error(self.tr("Give the network a name."))
            return
        founders = [requests.FounderAddress(member=member) for member, box in self.founders.items() if box.isChecked()]
        asked = requests.CreateNetwork(name=name, founders=founders, continues=True)
        self.locked = True
        try:
            made: NetworkMade = await self._client.call("network.create", asked)
        finally:
            self.locked = False
        self.invitation.set_text(made.invitation)
        self.banner.hide()
        self._form.hide()
        self._made.show()
        self.button.hide()
        self.fit_soon()


class FollowSheet(Sheet):
    """Takes the invitation of a network that carries this one on."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell) -> None:
        super().__init__(place, "", width=600)
        self._client = client
        self._shell = shell
        title = self.tr("Go along with a network that carries this one on")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.invitation = QPlainTextEdit()
        self.invitation.setPlaceholderText(self.tr("Paste the invitation here"))
        self.invitation.setAccessibleName(self.tr("Invitation"))
        self.invitation.setTabChangesFocus(True)
        self.invitation.setFixedHeight(112)
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (
            self.tr("Anybody can found such a network. Go along if you trust its founders: they are its voters."),
            self.tr(
                "Your records come along as far as the block that it takes over; write anew what is younger. This "
                "profile leaves the old network for good."
            ),
        ):
            self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(self.invitation)
        go, cancel = PrimaryButton(self.tr("Go along")), SecondaryButton(self.tr("Cancel"))
        go.clicked.connect(self.go_along)
        cancel.clicked.connect(self.dismiss)
        self.footer.addWidget(cancel)
        self.footer.addStretch(1)
        self.footer.addWidget(go)

    @slot_task
    async def go_along(self) -> None:
        """Go over to the network of the invitation."""
        text = "".join(self.invitation.toPlainText().split())
        if not text:
            self.show_error(self.tr("Paste the invitation that you were sent."))
            return
        self.locked = True
        try:
            await self._client.call("network.join", requests.JoinNetwork(invitation=text))
        finally:
            self.locked = False
        self.dismiss()
        self._shell.toast(self.tr("This profile has gone over, with its book."), level="good")


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space(3))
    return column
