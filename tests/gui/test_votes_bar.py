"""The votes on a record, in a bar, in words and in a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cohong.api.views import Vote, VoterLine
from cohong.api.views import VotesBar as Votes
from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets import votes_panel
from cohong.desktop.widgets.short_table import ShortTable
from cohong.desktop.widgets.votes_bar import BAR_PX, VotesBar
from cohong.desktop.widgets.votes_panel import VotesPanel

NAMES = ("Harbour", "Pearl", "Lotus", "Silver Dragon", "Maas", "Jade", "Tiger")


def _votes(*votes: Vote, level: str = "majority", strength: int = 1) -> Votes:
    lines = [
        VoterLine(
            voter=f"{number:064x}", name=NAMES[number], vote=vote, reason="exceeds-outstanding" if vote == "no" else "",
            connected=number != 3, last_seen_ms=1_700_000_000_000, me=number == 0,
        )
        for number, vote in enumerate(votes)
    ]  # fmt: skip
    return Votes(
        entry="e" * 64, level=level, yes=votes.count("yes"), no=votes.count("no"), hold=votes.count("hold"),  # type: ignore[arg-type]  # the tests' levels are levels
        voters=len(votes), majority_at=len(votes) // 2 + 1, final_at=2 * len(votes) // 3 + 1, strength=strength,
        lines=lines,
    )  # fmt: skip


FOUR_OF_SEVEN = _votes("yes", "yes", "yes", "none", "none", "none", "yes")


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> VotesPanel:
    panel = VotesPanel(Formats("en"))
    qtbot.addWidget(panel)
    panel.resize(380, 400)
    panel.show()
    return panel


def _said(panel: VotesPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def _table(panel: VotesPanel) -> ShortTable:
    table = panel.findChild(ShortTable)
    assert isinstance(table, ShortTable)
    return table


def test_the_bar_says_itself_in_words_for_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    bar = VotesBar()
    qtbot.addWidget(bar)
    bar.set_votes(FOUR_OF_SEVEN)
    words = "4 of 7 signed, majority at 4, final at 5, against 0, not yet 3"
    assert bar.accessibleName() == words


def test_who_has_not_signed_is_named_and_who_is_away_comes_first(panel: VotesPanel) -> None:
    panel.set_votes(FOUR_OF_SEVEN)
    assert "Not yet: Silver Dragon (last seen" in _said(panel)
    assert _said(panel).index("Silver Dragon") < _said(panel).index("Maas")


def test_a_vote_against_stands_there_with_its_reason(panel: VotesPanel) -> None:
    panel.set_votes(_votes("yes", "no", "hold", "none", level="waiting", strength=-2))
    said = _said(panel)
    assert "1 of 4 signed" in said and "against 1" in said and "held 1" in said
    assert "Against: Pearl (The amount is larger than what is outstanding.)" in said


@pytest.mark.parametrize(
    ("strength", "level", "words"),
    [
        (1, "majority", "To undo this, 1 of the 7 voters would have to be proven to have signed both ways."),
        (3, "final", "To undo this, 3 of the 7 voters would have to be proven to have signed both ways."),
        (0, "waiting", "Not signed by enough voters yet: nothing is changed by it so far."),
        (-3, "waiting", "Not signed by enough voters yet: nothing is changed by it so far."),
        (
            1,
            "contested",
            "Its support contradicts itself. Until that is decided, it does not count.",
        ),
        (1, "rejected", "This record does not stand. Nothing in the book was changed by it."),
    ],
)
def test_how_firmly_a_record_stands_is_said(panel: VotesPanel, strength: int, level: str, words: str) -> None:
    panel.set_votes(_votes("yes", "yes", "yes", "yes", "none", "none", "none", level=level, strength=strength))
    assert words in _said(panel)


def test_the_table_twin_has_every_voter_and_opens_by_keyboard(panel: VotesPanel) -> None:
    panel.set_votes(FOUR_OF_SEVEN)
    assert _table(panel).isHidden()
    toggle = panel.findChild(QPushButton)
    assert isinstance(toggle, QPushButton)
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    lines = _table(panel).as_text().splitlines()
    assert _table(panel).isVisible()
    assert [line.split("\t")[:2] for line in lines[1:]] == [
        ["Harbour (me)", "Signed"], ["Pearl", "Signed"], ["Lotus", "Signed"], ["Silver Dragon", "Not yet"],
        ["Maas", "Not yet"], ["Jade", "Not yet"], ["Tiger", "Signed"],
    ]  # fmt: skip


def _tinted(panel: VotesPanel) -> list[int]:
    table = _table(panel)
    items = [table.item(row, 0) for row in range(table.rowCount())]
    return [
        row for row, item in enumerate(items) if item is not None and item.background().style() != Qt.BrushStyle.NoBrush
    ]


def test_a_vote_that_has_just_come_is_marked_for_a_while(
    panel: VotesPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes_panel, "motion_is_reduced", lambda: False)
    panel._fade.setInterval(50)
    panel.set_votes(FOUR_OF_SEVEN)
    assert _tinted(panel) == []
    panel.set_votes(_votes("yes", "yes", "yes", "none", "yes", "none", "yes"))
    assert _tinted(panel) == [4]
    qtbot.waitUntil(lambda: not _tinted(panel))


def test_nothing_is_marked_where_the_system_asks_for_no_motion(
    panel: VotesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes_panel, "motion_is_reduced", lambda: True)
    panel.set_votes(FOUR_OF_SEVEN)
    panel.set_votes(_votes("yes", "yes", "yes", "none", "yes", "none", "yes"))
    assert _tinted(panel) == []


def _ink_at(bar: VotesBar, cell: int) -> str:
    image = bar.grab().toImage()
    ratio = image.devicePixelRatio()
    width = bar.width() / 7
    return image.pixelColor(round((cell + 0.5) * width * ratio), round(BAR_PX / 2 * ratio)).name().upper()


def test_signed_cells_are_filled_and_the_others_are_not(theme: Theme, qtbot: QtBot) -> None:
    bar = VotesBar()
    qtbot.addWidget(bar)
    bar.resize(350, 40)
    bar.set_votes(FOUR_OF_SEVEN)
    filled = theme.level_colors("majority")[0].name().upper()
    assert [_ink_at(bar, cell) == filled for cell in range(7)] == [True] * 4 + [False] * 3


@pytest.mark.parametrize("voters", [1, 2, 101])
def test_any_size_of_roster_is_painted(theme: Theme, qtbot: QtBot, voters: int) -> None:
    bar = VotesBar()
    qtbot.addWidget(bar)
    bar.resize(300, 40)
    bar.set_votes(
        Votes(entry="e", level="final", yes=voters, no=0, hold=0, voters=voters, majority_at=voters // 2 + 1,
              final_at=2 * voters // 3 + 1, strength=1)
    )  # fmt: skip
    assert not bar.grab().toImage().isNull()
