"""The history beside a record: events in sentences that run down to what is outstanding, walked with the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, buttons, day, pair, says

from cohong.desktop.pages.book import BookPage

__all__ = ["pair"]


def events(page: BookPage) -> list[QFrame]:
    """Return the events that show, oldest first."""
    return [frame for frame in page.findChildren(QFrame, "event") if frame.isVisible()]


def test_a_history_is_told_in_sentences_and_follows_what_the_other_does(pair: Pair, run: Run[Any]) -> None:
    run(_follow(pair))


async def _follow(pair: Pair) -> None:
    obligation = await pair.owed("INV-1")
    page = await pair.go("book", object=obligation)
    await until(lambda: says(page, "Pearl Components Ltd accepted"))
    assert says(page, "HKD\u00a048,200.00 outstanding")
    await pair.write(
        pair.desk.client, "credit.receipt", obligation, amount=1_200_000, value_date=day(0), method="FPS", reference="7"
    )
    await until(lambda: says(page, "Harbour Trading Ltd received HKD\u00a012,000.00, value date"))
    await until(lambda: says(page, "HKD\u00a036,200.00 outstanding"), what="what is left after it")
    await pair.write(pair.other, "dispute.open", obligation, says="Half of it\u202e came <b>broken</b>.", evidence=[])
    await until(lambda: says(page, "Pearl Components Ltd disputes it"), what="a record of another object")
    assert says(page, "Half of it⟨U+202E⟩ came <b>broken</b>.")


def test_events_are_walked_with_the_arrows_and_enter_shows_the_votes(pair: Pair, run: Run[Any]) -> None:
    run(_walk(pair))


async def _walk(pair: Pair) -> None:
    page = await pair.go("book", object=await pair.owed("INV-2"))
    await until(lambda: len(events(page)) == 2)
    proposed, accepted = events(page)
    await until(lambda: says(page, "Votes: Accepted"))
    accepted.setFocus()
    QTest.keyClick(accepted, Qt.Key.Key_Up)
    assert proposed.hasFocus()
    QTest.keyClick(proposed, Qt.Key.Key_Up)
    assert proposed.hasFocus(), "there is nothing before the first"
    QTest.keyClick(proposed, Qt.Key.Key_Return)
    await until(lambda: says(page, "Votes: Proposed"))
    QTest.keyClick(proposed, Qt.Key.Key_Down)
    assert accepted.hasFocus()
    named = accepted.accessibleName()
    assert "Pearl Components Ltd accepted. HKD\u00a048,200.00 outstanding. Final" in named
    assert buttons(accepted, "Final, 2 signed")
