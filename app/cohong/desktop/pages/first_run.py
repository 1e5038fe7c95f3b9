"""First run: language, what to do, a passphrase, and the 24 recovery words, shown once and then asked for.

The profile is made when the passphrase is given, since only then are there words to show. Until then nothing is
written, and Back always works.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cohong.api import requests
from cohong.api.views import NewProfile
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.first_run_arrive import ArriveStep
from cohong.desktop.pages.first_run_protect import ProtectStep
from cohong.desktop.pages.first_run_steps import AimStep, LanguageStep, Step
from cohong.desktop.pages.first_run_words import AskWordsStep, RestoreStep, ShowWordsStep
from cohong.desktop.pages.gate import WIDE_PX, Gate
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.page_stack import PageStack
from cohong.desktop.widgets.step_dots import StepDots

_HEIGHT_MIN_PX = 300


class FirstRunGate(Gate):
    """Signals:
    done: there is a profile, and its words were written down.
    """

    done = Signal()

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, width=WIDE_PX)
        self._made = False
        self.language_step = LanguageStep(shell)
        self.aim_step = AimStep()
        self.restore_step = RestoreStep()
        self.arrive_step = ArriveStep()
        self.protect_step = ProtectStep()
        self.show_words_step = ShowWordsStep()
        self.ask_words_step = AskWordsStep()
        self._stack = PageStack()
        self._stack.setMinimumHeight(shell.theme.scaled(_HEIGHT_MIN_PX))
        self._dots = StepDots()
        self._back = SecondaryButton(self.tr("Back"))
        self._next = PrimaryButton(self.tr("Continue"))
        self._next.setDefault(True)
        self._lay_out_steps()
        self._back.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._show(self.language_step)

    @property
    def holds(self) -> bool:
        """Once the profile is made the words are still to be shown and asked for."""
        return self._made

    @property
    def step(self) -> Step:
        """The step that is shown."""
        step = self._stack.page
        assert isinstance(step, Step)
        return step

    def go_back(self) -> None:
        """Show the step before; nothing that was filled in is lost."""
        self.banner.hide()
        steps = self._path()
        self._show(steps[steps.index(self.step) - 1])

    @slot_task
    async def go_on(self) -> None:
        """Show the next step, or say on the present one what it still needs."""
        self.banner.hide()
        wrong = self.step.what_is_missing()
        if wrong:
            self.show_error(wrong)
            return
        if self.step is self.protect_step and not self._made:
            await self._make_profile()
        if self.step is self.arrive_step:
            await self._arrive()
        if self.step is self._path()[-1]:
            self._finish()
            return
        steps = self._path()
        self._show(steps[steps.index(self.step) + 1])

    async def _make_profile(self) -> None:
        words = self.restore_step.words if self.aim_step.restores else []
        request = requests.CreateProfile(
            passphrase=self.protect_step.passphrase, name=self.aim_step.name, words=words or []
        )
        # Held from here on: the notification of the new profile comes before the answer.
        self._made = True
        self._back.setEnabled(False)
        self._next.set_busy(True, self.tr("Creating…"))
        try:
            made: NewProfile = await self.client.call("profile.create", request)
        except BaseException:
            self._made = False
            raise
        finally:
            self._back.setEnabled(True)
            self._next.set_busy(False)
        self.protect_step.forget()
        self.restore_step.forget()
        self.show_words_step.set_words(made.words)
        self.ask_words_step.set_words(made.words)

    async def _arrive(self) -> None:
        """Have the node set this device up from the file of another one."""
        file = self.arrive_step.file
        assert file is not None, "the step has said what is missing"
        self._next.set_busy(True, self.tr("Setting up…"))
        try:
            await self.client.call(
                "profile.take_over", requests.UseFile(path=str(file), passphrase=self.arrive_step.passphrase)
            )
        finally:
            self._next.set_busy(False)
        self.arrive_step.forget()

    def _finish(self) -> None:
        self._made = False
        self.show_words_step.set_words([])
        self.ask_words_step.set_words([])
        self.done.emit()

    def _path(self) -> list[Step]:
        """Return the steps for what the user wants; one who restores has the words already."""
        if self.aim_step.arrives:
            return [self.language_step, self.aim_step, self.arrive_step]
        if self.aim_step.restores:
            return [self.language_step, self.aim_step, self.restore_step, self.protect_step]
        return [
            self.language_step,
            self.aim_step,
            self.protect_step,
            self.show_words_step,
            self.ask_words_step,
        ]

    def _show(self, step: Step) -> None:
        self._stack.show_page(step)
        steps = self._path()
        place = steps.index(step)
        self._dots.set_step(place, len(steps))
        # Once made, a profile is not made again: Back only leads from the questions to the words.
        self._back.setVisible(place > 0 and (not self._made or step is self.ask_words_step))
        last = step is steps[-1]
        self._next.setText(step.next_text or (self.tr("Finish") if last else self.tr("Continue")))
        step.entered()

    def _lay_out_steps(self) -> None:
        for step in (
            self.language_step,
            self.aim_step,
            self.restore_step,
            self.arrive_step,
            self.protect_step,
            self.show_words_step,
            self.ask_words_step,
        ):
            self._stack.add_page(step)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(3))
        buttons.addWidget(self._dots)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        self.body.addWidget(self._stack)
        self.body.addLayout(buttons)
