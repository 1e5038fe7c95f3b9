"""First run: the language, and what the user wants to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cohong.desktop.languages import LANGUAGES
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.choice_card import ChoiceCard
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.segments import Segments

NAME_CHARS_MAX = 120


class Step(QWidget):
    """One page of the wizard; `column` is its layout, with title and sentence on top."""

    next_text = ""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(3))
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(Label(title, "title", wrap=True))
        if sentence:
            self.column.addWidget(MutedLabel(sentence))
        self.column.addSpacing(space(1))

    def what_is_missing(self) -> str:
        """Return the sentence for what this page still needs, empty if nothing."""
        return ""

    def entered(self) -> None:
        """Put the cursor where it is wanted."""


class LanguageStep(Step):
    """Three languages in their own script, and the theme to look at."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            self.tr("Welcome to Cohong"),
            self.tr("A book of trade credit that firms keep and sign together. Choose your language to begin."),
        )
        self._shell = shell
        row = QHBoxLayout()
        row.setSpacing(space(3))
        self._group = QButtonGroup(self)
        for language, name in LANGUAGES.items():
            card = ChoiceCard(name)
            card.setChecked(language == shell.language)
            card.clicked.connect(lambda _=False, language=language: self._speak(language))
            self._group.addButton(card)
            row.addWidget(card)
        self.column.addLayout(row)
        self.column.addSpacing(space(2))
        self.column.addWidget(Label(self.tr("Appearance"), "strong"))
        themes = Segments(
            (("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
            shell.theme.choice,
        )
        themes.chosen.connect(self._choose_theme)
        self.column.addWidget(themes)

    @slot_task
    async def _choose_theme(self, theme: str) -> None:
        assert theme in ("light", "dark", "system")
        self._shell.theme.choose(choice=theme)  # type: ignore[arg-type]  # narrowed by the line above
        await self._shell.prefer(theme=theme)

    @slot_task
    async def _speak(self, language: str) -> None:
        if language != self._shell.language:
            await self._shell.prefer(language=language)
            self._shell.speak(language)


class AimStep(Step):
    """What for; and the name that others see."""

    def __init__(self) -> None:
        super().__init__(self.tr("What do you want to do?"), self.tr("You can do the other things later too."))
        self._group = QButtonGroup(self)
        self._check = self._add(
            self.tr("Check others"), self.tr("Look up how a firm or person pays, before you give credit."), "check"
        )
        self._keep = self._add(
            self.tr("Keep our firm's credit records"),
            self.tr("Import invoices, have them signed by both sides, and see who is late."),
            "book",
        )
        self._restore = self._add(
            self.tr("Restore a profile"), self.tr("You have 24 recovery words from another computer."), "words"
        )
        self.arrive = self._add(
            self.tr("Add this device from another"),
            self.tr("You have a profile on another computer, and a file that it has made for this one."),
            "network",
        )
        self._keep.setChecked(True)
        self.column.addSpacing(space(1))
        self.column.addWidget(Label(self.tr("Your name, as the others see it"), "strong"))
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(NAME_CHARS_MAX)
        self.name_edit.setPlaceholderText(self.tr("Harbour Trading Ltd"))
        self.name_edit.setAccessibleName(self.tr("Your name, as the others see it"))
        self.column.addWidget(self.name_edit)

    @property
    def name(self) -> str:
        return self.name_edit.text().strip()

    @property
    def restores(self) -> bool:
        return self._restore.isChecked()

    @property
    def arrives(self) -> bool:
        """Whether this device is set up from another one, which knows the name."""
        return self.arrive.isChecked()

    def what_is_missing(self) -> str:
        return "" if self.name or self.arrives else self.tr("Give the name that the other members will see.")

    def entered(self) -> None:
        self.name_edit.setFocus()

    def _add(self, title: str, sentence: str, icon: str) -> ChoiceCard:
        card = ChoiceCard(title, sentence, icon)
        self._group.addButton(card)
        self.column.addWidget(card)
        return card
