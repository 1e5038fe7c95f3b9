"""A receipt is saved from a record's history once a block has anchored it; until then it is said what it waits for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QFileDialog
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, buttons, day, pair, press

from cohong.api import views
from cohong.desktop.pages.book import BookPage
from cohong.verifier.receipt import verify_receipt

__all__ = ["pair"]


def test_a_receipt_is_saved_once_the_record_is_anchored(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    file = tmp_path / "tea.receipt"
    network, entry = run(_save_a_receipt(pair, file))
    proof = verify_receipt(file.read_bytes(), bytes.fromhex(network))
    assert (proof.entry.hex(), proof.kind) == (entry, "credit.propose")


def test_a_receipt_that_cannot_be_written_is_told(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    run(_save_in_vain(pair, tmp_path / "no such folder" / "tea.receipt"))


async def _save_a_receipt(pair: Pair, file: Path) -> tuple[str, str]:
    page, obligation = await _shown_record(pair)
    button = _receipt_button(page)
    assert not button.isEnabled()
    await until(lambda: "the next one is due at" in _receipt_button(page).toolTip(), what="when the next block is due")
    await _choose_file(pair, page, file)
    await until(lambda: "Saved as tea.receipt." in pair.desk.window.toasts, what="the file")
    status: views.NodeStatus = await pair.desk.client.call("node.status")
    return status.network, obligation


async def _save_in_vain(pair: Pair, file: Path) -> None:
    page, _ = await _shown_record(pair)
    await _choose_file(pair, page, file)
    await until(lambda: any("No such file or directory" in text for text in pair.desk.window.toasts), what="the reason")


async def _shown_record(pair: Pair) -> tuple[BookPage, str]:
    obligation = await pair.propose(
        pair.desk.client, "INV-0099", debtor=pair.other_member, creditor=pair.me, due=day(10)
    )
    await pair.at_level(obligation, "proposed", "final")
    page = await pair.go("book", object=obligation)
    await until(lambda: bool(buttons(page, "Save proof…")), what="the history")
    return page, obligation


async def _choose_file(pair: Pair, page: BookPage, file: Path) -> None:
    await pair.desk.client.call("chain.ask")
    await until(lambda: _receipt_button(page).isEnabled(), what="the block")
    press(page, "Save proof…")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()


def _receipt_button(page: BookPage) -> QAbstractButton:
    [button] = buttons(page, "Save proof…")
    return button
