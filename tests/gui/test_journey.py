"""From an empty folder to the places, as a person does it, on a real node."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from tests.gui.conftest import PASSPHRASE, WAIT_S, Desk, Run, until

from cohong.desktop.pages.first_run import FirstRunGate
from cohong.desktop.pages.network import NetworkGate
from cohong.desktop.pages.settings_name import NameForm
from cohong.desktop.pages.unlock import UnlockGate


def _press(inside: QWidget, text: str) -> None:
    buttons = [b for b in inside.findChildren(QPushButton) if b.isVisible() and b.text().strip() == text]
    assert len(buttons) == 1, (text, [b.text() for b in inside.findChildren(QPushButton) if b.isVisible()])
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def _says(inside: QWidget, words: str) -> bool:
    return any(words in label.text() for label in inside.findChildren(QLabel) if label.isVisible())


def test_a_first_run_makes_a_profile_and_a_network_and_opens_the_places(desk: Desk, run: Run[Any]) -> None:
    run(_first_run(desk))
    run(_found_network(desk))
    assert desk.window.workspace.place == "settings"


async def _first_run(desk: Desk) -> None:
    await desk.screen("first-run")
    gate = desk.window.findChild(FirstRunGate)
    assert isinstance(gate, FirstRunGate)
    _press(gate, "Continue")
    await until(lambda: gate.step is gate.aim_step)
    _press(gate, "Continue")
    await until(lambda: _says(gate, "Give the name that the other members will see."))
    QTest.keyClicks(gate.aim_step.name_edit, "Harbour Trading Ltd")
    _press(gate, "Continue")
    await until(lambda: gate.step is gate.protect_step)
    QTest.keyClicks(gate.protect_step.first.edit, "too short")
    _press(gate, "Create profile")
    await until(lambda: _says(gate, "Use at least 15 characters"))
    _press(gate, "Suggest six words")
    _press(gate, "Create profile")
    await until(lambda: gate.step is gate.show_words_step)
    words = [label.text() for label in gate.show_words_step.findChildren(QLabel) if label.property("look") == "strong"]
    assert len(words) == 24
    assert desk.window.screen_name == "first-run", "the words stay up although the profile is made"
    _press(gate, "I have written them down")
    await until(lambda: gate.step is gate.ask_words_step)
    _press(gate, "Finish")
    await until(lambda: _says(gate, "is not that. Go back and look again."))
    for place, edit in zip(gate.ask_words_step.asked, gate.ask_words_step.edits, strict=True):
        QTest.keyClicks(edit, words[place])
    _press(gate, "Finish")
    await desk.screen("network")


async def _found_network(desk: Desk) -> None:
    gate = desk.window.findChild(NetworkGate)
    assert isinstance(gate, NetworkGate)
    gate.invitation_edit.setPlainText("cohong:nonsense")
    _press(gate, "Join network")
    await until(lambda: "That is not a whole invitation." in gate.banner.text)
    gate.show_create()
    assert not gate.banner.isVisible(), "an error of the one form must not stay above the other"
    _press(gate, "Create network")
    await until(lambda: _says(gate, "Give the network a name."))
    QTest.keyClicks(gate.create_form.name, "Pearl River Credit Circle")
    _press(gate, "Create network")
    await until(lambda: _says(gate, "Pearl River Credit Circle is ready"))
    assert desk.window.screen_name == "network", "the invitation stays up although the network is made"
    _press(gate, "Open the book")
    await desk.screen("places")


def test_a_locked_profile_opens_with_its_passphrase_alone(desk: Desk, run: Run[Any]) -> None:
    run(_lock_and_unlock(desk))


async def _lock_and_unlock(desk: Desk) -> None:
    await desk.make_profile()
    await desk.make_network()
    await desk.screen("places")
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.window.workspace.lock()
    await desk.screen("unlock")
    gate = desk.window.findChild(UnlockGate)
    assert isinstance(gate, UnlockGate)
    await until(lambda: _says(gate, "Harbour Trading Ltd"))
    for tries in (1, 2):
        gate.passphrase.set_text("not the passphrase at all")
        _press(gate, "Unlock")
        sentence = "That passphrase does not open this profile." if tries == 1 else "2 tries so far."
        await until(lambda sentence=sentence: _says(gate, sentence))  # type: ignore[misc]  # bound at once
    gate.passphrase.set_text(PASSPHRASE)
    _press(gate, "Unlock")
    await desk.screen("places")
    await until(lambda: gate.passphrase.text == "", what="what was typed to be forgotten")


def test_recovery_words_open_the_profile_too(desk: Desk, run: Run[Any]) -> None:
    run(_unlock_by_words(desk))


async def _unlock_by_words(desk: Desk) -> None:
    words = await desk.make_profile()
    await desk.screen("network")
    await desk.client.call("profile.lock")
    await desk.screen("unlock")
    gate = desk.window.findChild(UnlockGate)
    assert isinstance(gate, UnlockGate)
    _press(gate, "Forgot it? Use your recovery words")
    gate.words.set_text(" ".join(words[:23]))
    _press(gate, "Unlock with these words")
    await until(lambda: _says(gate, "These are 23 words; all 24 are needed."))
    gate.words.set_text("\n".join(f"{n}. {word}" for n, word in enumerate(words, start=1)))
    _press(gate, "Unlock with these words")
    await desk.screen("network")


def test_before_there_is_a_network_one_line_has_id_and_address_and_is_taken_apart_again(
    desk: Desk, run: Run[Any]
) -> None:
    run(_hand_the_line_on(desk))


async def _hand_the_line_on(desk: Desk) -> None:
    await desk.make_profile()
    await desk.screen("network")
    gate = desk.window.findChild(NetworkGate)
    assert isinstance(gate, NetworkGate)
    await until(lambda: gate._own_id.text.endswith(f"@{desk.node.listen}"), what="the line for the founder")
    row = gate.create_form.founders[0]
    row.member.setText(f" {gate._own_id.text}\n")
    assert (row.member_id, row.value().addresses, row.is_id) == (
        gate._own_id.text.split("@")[0], [desk.node.listen], True,
    )  # fmt: skip


def test_a_name_is_told_by_itself_and_again_when_it_is_changed_in_the_settings(desk: Desk, run: Run[Any]) -> None:
    run(_change_name(desk))


async def _change_name(desk: Desk) -> None:
    await desk.make_profile()
    await desk.make_network()
    await desk.screen("places")
    await _until_called(desk, "Harbour Trading Ltd")
    form = desk.window.workspace.page.findChild(NameForm)
    assert isinstance(form, NameForm)
    await until(lambda: form.edit.text() == "Harbour Trading Ltd")
    form.edit.setText("Harbour International Ltd")
    _press(form, "Change name")
    await _until_called(desk, "Harbour International Ltd")
    await until(lambda: desk.window.windowTitle() == "Harbour International Ltd – Cohong")
    await until(lambda: not any(button.isVisible() for button in form.findChildren(QPushButton)))


async def _until_called(desk: Desk, name: str) -> None:
    async with asyncio.timeout(WAIT_S):
        while (await desk.client.call("members.list"))[0].name != name:  # noqa: ASYNC110 - each look is a request
            await asyncio.sleep(0.05)


def test_another_language_loses_nothing_of_a_screen_before_the_places(desk: Desk, run: Run[Any]) -> None:
    try:
        run(_speak_another(desk))
    finally:
        desk.shell.speak("en")


async def _speak_another(desk: Desk) -> None:
    await desk.make_profile()
    await desk.screen("network")
    desk.shell.speak("zh_HK")
    gate = desk.window.findChildren(NetworkGate)[-1]
    await until(lambda: gate._own_id.text.endswith(f"@{desk.node.listen}"), what="the line for the founder")
