"""Settings: each says its effect in a line and takes hold at once."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import cohong
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import NetworkMade, NodeStatus
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.languages import LANGUAGES
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.settings_carry_on import CarryOnForm
from cohong.desktop.pages.settings_consents import ConsentsForm
from cohong.desktop.pages.settings_devices import DevicesForm
from cohong.desktop.pages.settings_lookups import LookUpsForm
from cohong.desktop.pages.settings_name import NameForm
from cohong.desktop.pages.settings_passphrase import PassphraseForm
from cohong.desktop.pages.settings_pen import PenForm
from cohong.desktop.pages.settings_reach import ReachForm
from cohong.desktop.preferences import RECALL_S
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.theme import TEXT_PERCENT, ThemeChoice
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card, Line
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label, MutedLabel, NamedHint
from cohong.desktop.widgets.segments import Segments

_WIDTH_PX = 820


class SettingsPage(Page):
    """Appearance, security, network, about."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, self.tr("Settings"))
        self._name = NameForm(client, shell)
        self._passphrase = PassphraseForm(client, shell)
        self._pen = PenForm(client, shell)
        self._devices = DevicesForm(client, shell)
        self._consents = ConsentsForm(client, shell)
        self._lookups = LookUpsForm(self)
        self._reach = ReachForm(client, shell)
        self._carry_on = CarryOnForm(client, shell, self)
        self._own_id = CopyField(name=self.tr("Your member ID"))
        self._id_words = MutedLabel()
        self._invitation = CopyField(name=self.tr("Invitation"))
        self._facts = KeyValueGrid()
        column = QVBoxLayout()
        column.setSpacing(space(4))
        column.setContentsMargins(0, 0, space(2), space(4))
        for card in (
            self._make_general(), self._make_security(), self._make_consents(), self._make_privacy(),
            self._make_network(), self._make_about(),
        ):  # fmt: skip
            column.addWidget(card)
        column.addStretch(1)
        self.body.addWidget(_scrolling(column))
        shell.status_changed.connect(self._show_status)

    async def shown(self, **what: object) -> None:
        """Fetch what the node knows of its network."""
        self._show_status(self.shell.status)
        await self._reach.shown()
        await self._devices.shown()
        await self._consents.shown()
        await self._lookups.shown()
        try:
            made: NetworkMade = await self.client.call("network.invitation")
        except ApiError as error:
            if error.code is not ApiErrorCode.NO_NETWORK:
                raise
        else:
            self._invitation.set_text(made.invitation)

    def _make_general(self) -> Card:
        card = Card(self.tr("General"))
        card.body.addWidget(
            _setting(self.tr("Language"), self.tr("Of this window; records stay as written."), self._make_languages())
        )
        card.body.addWidget(Line())
        card.body.addWidget(
            _setting(self.tr("Theme"), self.tr("Light, dark, or whatever the system uses."), self._make_themes())
        )
        card.body.addWidget(Line())
        card.body.addWidget(
            _setting(self.tr("Text size"), self.tr("All text and controls grow with it."), self._make_sizes())
        )
        card.body.addWidget(Line())
        effect = self.tr("How long records can be taken back after Sign and send. Nothing is signed before.")
        card.body.addWidget(_setting(self.tr("Recall"), effect, self._make_recall()))
        return card

    def _make_security(self) -> Card:
        card = Card(self.tr("Security"))
        lock = SecondaryButton(self.tr("Lock now"), "lock")
        lock.clicked.connect(self._lock)
        card.body.addWidget(
            _setting(self.tr("Lock"), self.tr("Closes your records until the passphrase is typed again."), lock)
        )
        card.body.addWidget(Line())
        card.body.addWidget(self._passphrase)
        card.body.addWidget(Line())
        card.body.addWidget(self._pen)
        card.body.addWidget(Line())
        card.body.addWidget(self._devices)
        return card

    def _make_consents(self) -> Card:
        card = Card(self.tr("Who may read about you"))
        card.body.addWidget(self._consents)
        return card

    def _make_privacy(self) -> Card:
        card = Card(self.tr("Privacy"))
        card.body.addWidget(self._lookups)
        return card

    def _make_network(self) -> Card:
        card = Card(self.tr("Network"))
        card.body.addWidget(self._facts)
        card.body.addWidget(Line())
        card.body.addWidget(self._name)
        card.body.addWidget(Line())
        card.body.addWidget(
            NamedHint(self.tr("Your member ID"), self.tr("Give it to others so that they find you and no one else."))
        )
        card.body.addWidget(self._own_id)
        card.body.addWidget(self._id_words)
        card.body.addWidget(
            NamedHint(
                self.tr("Invitation"), self.tr("Joins the founders that were named when the network was created.")
            )
        )
        card.body.addWidget(self._invitation)
        card.body.addWidget(Line())
        card.body.addWidget(self._reach)
        card.body.addWidget(Line())
        card.body.addWidget(self._carry_on)
        return card

    def _make_about(self) -> Card:
        card = Card(self.tr("About"))
        folder = SecondaryButton(self.tr("Open folder"), "folder")
        folder.clicked.connect(self._open_folder)
        card.body.addWidget(_setting(self.tr("Profile folder"), str(self.shell.profile_dir), folder))
        card.body.addWidget(Line())
        version = self.tr("Version {version}").format(version=cohong.__version__)
        card.body.addWidget(
            _setting(
                f"Cohong {version}",
                self.tr("A shared book of trade credit that its members keep and sign themselves, without a server."),
                Label("Apache-2.0", "muted"),
            )
        )
        return card

    def _make_languages(self) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("Language"))
        for language, name in LANGUAGES.items():
            box.addItem(name, language)
        box.setCurrentIndex(list(LANGUAGES).index(self.shell.language))
        box.activated.connect(self._choose_language)
        return box

    def _make_themes(self) -> Segments:
        choices = (("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        segments = Segments(choices, self.shell.theme.choice)
        segments.chosen.connect(self._choose_theme)
        return segments

    def _make_sizes(self) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("Text size"))
        for percent in TEXT_PERCENT:
            box.addItem(self.shell.formats.percent(percent, 100), percent)
        box.setCurrentIndex(TEXT_PERCENT.index(self.shell.theme.text_percent))
        box.activated.connect(self._choose_size)
        return box

    def _make_recall(self) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("Recall"))
        for seconds in RECALL_S:
            box.addItem(self.tr("%n second(s)", "", seconds) if seconds else self.tr("Off"), seconds)
        chosen = self.shell.preferences.recall_s
        box.setCurrentIndex(RECALL_S.index(chosen))
        box.activated.connect(self._choose_recall)
        return box

    @slot_task
    async def _choose_recall(self, index: int) -> None:
        await self.shell.prefer(recall_s=RECALL_S[index])

    @slot_task
    async def _choose_language(self, index: int) -> None:
        language = list(LANGUAGES)[index]
        if language != self.shell.language:
            await self.shell.prefer(language=language)
            self.shell.speak(language)

    @slot_task
    async def _choose_theme(self, theme: str) -> None:
        choice = cast(ThemeChoice, theme)
        self.shell.theme.choose(choice=choice)
        await self.shell.prefer(theme=choice)

    @slot_task
    async def _choose_size(self, index: int) -> None:
        self.shell.theme.choose(text_percent=TEXT_PERCENT[index])
        await self.shell.prefer(text_percent=TEXT_PERCENT[index])

    @slot_task
    async def _lock(self) -> None:
        await self.client.call("profile.lock")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shell.profile_dir)))

    def _show_status(self, status: NodeStatus | None) -> None:
        if status is None:
            return
        self._name.show_name(status.name)
        if self._own_id.text != status.member:
            self._own_id.set_text(status.member)
            words = self.tr(
                "{words}: these words stand beside your ID in every language, to compare over the telephone."
            )
            self._id_words.setText(words.format(words=status.id_words))
        rule = self.tr("majority at {majority}, final at {final} of {voters} voters").format(
            majority=status.majority_at, final=status.final_at, voters=status.voters
        )
        self._facts.set_rows(
            [
                (self.tr("Network"), peer_text(status.network_name) or "–"),
                (self.tr("Voting"), rule),
                (self.tr("Listens at"), listed(status.addresses) or "–"),
            ]
        )


def _setting(name: str, effect: str, control: QWidget) -> QWidget:
    """Return a line: what it is called and what it does on the left, the control on the right."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(space(6))
    row.addWidget(NamedHint(name, effect), stretch=1)
    row.addWidget(control, alignment=Qt.AlignmentFlag.AlignVCenter)
    return widget


def _scrolling(column: QVBoxLayout) -> QScrollArea:
    inner = QWidget()
    inner.setMaximumWidth(_WIDTH_PX)
    inner.setLayout(column)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inner, stretch=1)
    row.addStretch(0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(holder)
    return area
