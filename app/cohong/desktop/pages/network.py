"""No network yet: create one with other founders, or join by an invitation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QWidget

from cohong.api import requests
from cohong.api.views import NetworkMade, NodeStatus
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.gate import WIDE_PX, Gate
from cohong.desktop.pages.invitation_review import InvitationReview
from cohong.desktop.pages.network_create import CreateForm
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bare_column import bare_column
from cohong.desktop.widgets.buttons import LinkButton, PrimaryButton
from cohong.desktop.widgets.card import Line
from cohong.desktop.widgets.choice_card import ChoiceCard
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.labels import Label, MutedLabel, NamedHint
from cohong.desktop.widgets.page_stack import PageStack


class NetworkGate(Gate):
    """Signals:
    done: there is a network, and its invitation was seen.
    """

    done = Signal()

    def __init__(self, client: NodeClient, shell: Shell, *, link: str = "") -> None:
        super().__init__(client, shell, width=WIDE_PX)
        self._link = link
        self._me = ""
        self._made = False
        self._title = Label(self.tr("Join or create a network"), "title", wrap=True)
        self._sentence = MutedLabel(
            self.tr("A network is the circle of firms that keep one book together. Its founders are its first voters.")
        )
        self._own_id = CopyField(name=self.tr("Your ID and address"), lines=2)
        self._ways = PageStack()
        self._choices = QWidget()
        self.create_form = CreateForm()
        self.invitation_edit = QPlainTextEdit()
        self._review = InvitationReview(shell.formats)
        self._join = PrimaryButton(self.tr("Join network"))
        self._create = PrimaryButton(self.tr("Create network"))
        self._invitation = CopyField(name=self.tr("Invitation"), lines=5)
        self._join_way = self._make_join_way()
        self._create_way = self._make_create_way()
        self._made_way = self._make_made_way()
        self._lay_out_card()

    @property
    def holds(self) -> bool:
        """The founder has to see the invitation before the places come up."""
        return self._made

    async def shown(self) -> None:
        """Show who and where this member is, for the other founders, and the invitation that a link has brought."""
        status: NodeStatus = await self.client.call("node.status")
        self._me = status.member
        if self._link:
            self.invitation_edit.setPlainText(self._link)
            self._link = ""
        self._look()
        self._own_id.set_text("@".join([status.member, *status.addresses[:1]]))

    def show_create(self) -> None:
        """Choose to create a network."""
        self._create_choice.click()

    @slot_task
    async def join(self) -> None:
        """Join by the text that was pasted."""
        self.banner.hide()
        invitation = "".join(self.invitation_edit.toPlainText().split())
        if not invitation:
            self.show_error(self.tr("Paste the invitation that you were sent."))
            return
        await self.client.call("network.join", requests.JoinNetwork(invitation=invitation))
        self.done.emit()

    def _look(self) -> None:
        """Show what the pasted text says, and what the button does with it."""
        text = self.invitation_edit.toPlainText()
        self._review.review(text, self._me)
        words = {"join": self.tr("Ask to join"), "observe": self.tr("Read along")}
        self._join.setText(words.get(self._review.part, self.tr("Join network")))

    @slot_task
    async def found(self) -> None:
        """Found the network with what was filled in, and show its invitation."""
        self.banner.hide()
        wrong = self.create_form.what_is_missing()
        if wrong:
            self.show_error(wrong)
            return
        # Held from here on: the notification of the new network comes before the answer.
        self._made = True
        try:
            made: NetworkMade = await self.client.call("network.create", self.create_form.request())
        except BaseException:
            self._made = False
            raise
        self._show_made(made)

    def _show_made(self, made: NetworkMade) -> None:
        self._title.setText(self.tr("{network} is ready").format(network=peer_text(made.name)))
        self._sentence.setText(
            self.tr("Send this invitation to the other founders, by any way you trust. It joins only those you named.")
        )
        self._invitation.set_text(made.invitation)
        self._choices.hide()
        self._ways.show_page(self._made_way)

    def _finish(self) -> None:
        self._made = False
        self.done.emit()

    def _lay_out_card(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._make_choices())
        for way in (self._join_way, self._create_way, self._made_way):
            self._ways.add_page(way)
        self.body.addWidget(self._ways)
        self.body.addWidget(Line())
        self.body.addWidget(
            NamedHint(
                self.tr("Your ID and address"),
                self.tr("Give this line to whoever creates the network: it names you as a founder."),
            )
        )
        self.body.addWidget(self._own_id)
        self.body.addWidget(
            MutedLabel(
                self.tr(
                    "What follows the @ is where your computer is found on the local network. Others reach it from "
                    "outside at your router's address, if the router passes this port on."
                )
            )
        )
        lock = LinkButton(self.tr("Lock this profile"))
        lock.clicked.connect(self._lock)
        self.body.addWidget(lock, alignment=Qt.AlignmentFlag.AlignLeft)

    @slot_task
    async def _lock(self) -> None:
        await self.client.call("profile.lock")

    def _make_choices(self) -> QWidget:
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        group = QButtonGroup(self)
        join = ChoiceCard(self.tr("Join"), self.tr("You were sent an invitation"), "join")
        self._create_choice = create = ChoiceCard(
            self.tr("Create"), self.tr("You and other founders begin a new book"), "network"
        )
        for way, card in ((self._join_way, join), (self._create_way, create)):
            group.addButton(card)
            card.clicked.connect(lambda _=False, way=way: self._show_way(way))
            row.addWidget(card)
        join.setChecked(True)
        return self._choices

    def _show_way(self, way: QWidget) -> None:
        """What was wrong with the one form is no news on the other."""
        self.banner.hide()
        self._ways.show_page(way)

    def _make_join_way(self) -> QWidget:
        way, column = bare_column()
        self.invitation_edit.setPlaceholderText(self.tr("Paste the invitation here"))
        self.invitation_edit.setAccessibleName(self.tr("Invitation"))
        self.invitation_edit.setTabChangesFocus(True)
        self.invitation_edit.setFixedHeight(112)
        self._join.clicked.connect(self.join)
        self.invitation_edit.textChanged.connect(self._look)
        column.addWidget(Label(self.tr("Invitation"), "strong"))
        column.addWidget(self.invitation_edit)
        column.addWidget(self._review)
        column.addWidget(self._join, alignment=Qt.AlignmentFlag.AlignRight)
        return way

    def _make_create_way(self) -> QWidget:
        way, column = bare_column()
        self._create.clicked.connect(self.found)
        column.addWidget(self.create_form)
        column.addWidget(self._create, alignment=Qt.AlignmentFlag.AlignRight)
        return way

    def _make_made_way(self) -> QWidget:
        way, column = bare_column()
        onward = PrimaryButton(self.tr("Open the book"))
        onward.clicked.connect(self._finish)
        column.addWidget(Label(self.tr("Invitation"), "strong"))
        column.addWidget(self._invitation)
        column.addWidget(onward, alignment=Qt.AlignmentFlag.AlignRight)
        return way
