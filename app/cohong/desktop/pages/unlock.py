"""Unlock: the passphrase, or the 24 recovery words. A wrong passphrase and a damaged profile are told apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import ProfileStatus
from cohong.desktop import wording
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.gate import Gate
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bare_column import bare_column
from cohong.desktop.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel
from cohong.desktop.widgets.page_stack import PageStack
from cohong.desktop.widgets.password_field import PasswordField
from cohong.desktop.widgets.words_field import WordsField


class UnlockGate(Gate):
    """Opens the profile; the window moves on by itself once it is open."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell)
        self._name = ElidedLabel("", "title")
        self.passphrase = PasswordField(name=self.tr("Passphrase"))
        self._wrong = Label("", "danger", wrap=True)
        self._open = PrimaryButton(self.tr("Unlock"))
        self.words = WordsField()
        self._open_by_words = PrimaryButton(self.tr("Unlock with these words"))
        self._ways = PageStack()
        self._passphrase_way = self._make_passphrase_way()
        self._words_way = self._make_words_way()
        self._ways.add_page(self._passphrase_way)
        self._ways.add_page(self._words_way)
        self._lay_out_card()

    async def shown(self) -> None:
        """Ask whose profile it is, and wait for the passphrase with the cursor there."""
        self.passphrase.clear()
        self.words.clear()
        self._say_wrong("")
        self.banner.hide()
        self._ways.show_page(self._passphrase_way)
        self.passphrase.edit.setFocus()
        self._take(await self.client.call("profile.status"))

    def _take(self, status: ProfileStatus) -> None:
        self._name.set_full_text(peer_text(status.name) or self.tr("Your profile"))
        if status.state == "failed":
            self.show_error(wording.error_text(ApiError(ApiErrorCode.PROFILE_DAMAGED)))

    @slot_task
    async def unlock(self) -> None:
        """Try the passphrase that was typed."""
        if not self.passphrase.text:
            self._say_wrong(self.tr("Type your passphrase."))
            return
        self._say_wrong("")
        self._wait(self._open, True)
        try:
            await self._unlock_with(requests.Unlock(passphrase=self.passphrase.text))
        finally:
            self._wait(self._open, False)

    @slot_task
    async def _unlock_by_words(self) -> None:
        words = self.words.words
        if words is None:
            self.words.say_what_is_missing()
            return
        self._wait(self._open_by_words, True)
        try:
            await self._unlock_with(requests.Unlock(words=words))
        finally:
            self._wait(self._open_by_words, False)

    async def _unlock_with(self, request: requests.Unlock) -> None:
        self.banner.hide()
        try:
            await self.client.call("profile.unlock", request)
        except ApiError as error:
            if error.code is not ApiErrorCode.WRONG_PASSPHRASE:
                raise
            await self._say_tries(error)
        else:
            self.passphrase.clear()
            self.words.clear()

    async def _say_tries(self, error: ApiError) -> None:
        status: ProfileStatus = await self.client.call("profile.status")
        sentence = wording.error_text(error)
        if status.failed_tries > 1:
            sentence += " " + self.tr("%n tries so far.", "", status.failed_tries)
        self._say_wrong(sentence)
        self.passphrase.edit.selectAll()
        self.passphrase.edit.setFocus()

    def _say_wrong(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        self.passphrase.set_wrong(bool(text))

    def _wait(self, button: PrimaryButton, waiting: bool) -> None:
        button.setEnabled(not waiting)
        self.passphrase.setEnabled(not waiting)
        self.words.setEnabled(not waiting)
        button.set_busy(waiting, self.tr("Unlocking…"))

    def _lay_out_card(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(space(3))
        who.addWidget(IconLabel("building", "accent_text", size=24))
        who.addWidget(self._name, stretch=1)
        self.body.addLayout(who)
        self.body.addWidget(self._ways)
        self.foot.setText(self.tr("Encrypted on this computer. Only your passphrase opens it."))

    def _make_passphrase_way(self) -> QWidget:
        self._open.setDefault(True)
        self._open.clicked.connect(self.unlock)
        self.passphrase.edit.returnPressed.connect(self._open.click)
        self._wrong.hide()
        forgot = LinkButton(self.tr("Forgot it? Use your recovery words"))
        forgot.clicked.connect(lambda: self._ways.show_page(self._words_way))
        way, column = bare_column()
        column.addWidget(Label(self.tr("Passphrase"), "strong"))
        column.addWidget(self.passphrase)
        column.addWidget(self._wrong)
        column.addSpacing(space(1))
        column.addWidget(self._open)
        column.addWidget(forgot, alignment=Qt.AlignmentFlag.AlignHCenter)
        return way

    def _make_words_way(self) -> QWidget:
        self._open_by_words.clicked.connect(self._unlock_by_words)
        back = QuietButton(self.tr("Back to the passphrase"))
        back.clicked.connect(lambda: self._ways.show_page(self._passphrase_way))
        way, column = bare_column()
        column.addWidget(Label(self.tr("Recovery words"), "strong"))
        column.addWidget(MutedLabel(self.tr("Type or paste all 24 words, in order.")))
        column.addWidget(self.words)
        column.addWidget(self._open_by_words)
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignHCenter)
        return way
