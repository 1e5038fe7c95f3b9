"""The list of motions without a node: order, what is over, forks; and the badge of the rail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cohong.api.views import (
    ChainStatus,
    CheatView,
    ForkView,
    MemberCard,
    MotionView,
    MotionVoter,
    NodeStatus,
    PenView,
    PoolView,
    Thresholds,
)
from cohong.desktop.cheat_wording import contested_text
from cohong.desktop.formatting import Formats
from cohong.desktop.languages import Translations
from cohong.desktop.pages import votes_motions
from cohong.desktop.pages.motion_card import MotionCard
from cohong.desktop.pages.motion_form import BranchPanel, KeeperPanel, QuestionForm
from cohong.desktop.pages.votes_forks import CheatCard, ForkCard
from cohong.desktop.pages.votes_motions import MotionList
from cohong.desktop.shell import Shell
from cohong.desktop.status_bar import StatusBar
from cohong.desktop.theme.theme import Theme

NOW_MS = 1_790_000_000_000
CHAIN = ChainStatus(
    height=0, block="b", time_ms=1, epoch=0, voters=["a", "b", "c"], members=3, majority_at=2, final_at=3,
    final="two-thirds", currencies=[], entries_per_day=50_000, grace_days=7, stale_days=90, anchored=0, to_anchor=0,
    next_ms=0, iteration=-1, present=3, is_member=True, is_voter=True,
)  # fmt: skip
FORK = ForkView(
    author="a" * 64, name="Silver <b>Dragon</b>", seq=7, first="1f" * 32, second="2e" * 32, found_ms=NOW_MS,
    proof="00" * 90, state="open", stands="", branches=["1f" * 32, "2e" * 32, "3d" * 32],
)  # fmt: skip


def _motion(name: str, **changes: Any) -> MotionView:
    motion = MotionView(
        motion=name, ask="expel", member="c", member_name=name, join="", fields={"member": "c"}, reason="", put_by="a",
        put_by_name="Pearl", put_ms=NOW_MS, valid_until_ms=NOW_MS + 1, state="open", idle=False, yes=0, no=0, needed=2,
        voters=3, my_vote="none", may_vote=True, after=Thresholds(voters=2, majority_at=2, final_at=2),
        lines=[MotionVoter(voter=voter, name=voter, vote="none") for voter in "abc"],
    )  # fmt: skip
    return msgspec.structs.replace(motion, **changes)


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Iterator[MotionList]:
    translations = Translations()  # English has a catalogue too, for its plurals
    translations.use("en")
    motions = MotionList(Formats("en"))
    qtbot.addWidget(motions)
    motions.resize(900, 900)
    motions.show()
    yield motions


def _questions(motions: MotionList) -> list[str]:
    """The questions in the order on the screen."""
    inner = motions.widget()
    assert inner is not None
    layout = inner.layout()
    assert layout is not None
    layout.activate()
    cards: list[MotionCard] = [card for card in motions.findChildren(MotionCard) if card.isVisible()]
    return [card.motion.motion for card in sorted(cards, key=lambda card: card.y())]


def test_what_needs_me_comes_first_and_nothing_moves_while_the_page_is_in_sight(shown: MotionList) -> None:
    voted = _motion("voted", my_vote="yes", may_vote=False, put_ms=NOW_MS + 5)
    old, over = _motion("old"), _motion("over", state="ended", may_vote=False)
    shown.set_motions([voted, old, over], CHAIN, [])
    assert _questions(shown) == ["old", "voted"]
    assert shown.first_to_vote() == "old"
    done = msgspec.structs.replace(old, state="done", may_vote=False, my_vote="yes")
    shown.set_motions([_motion("new", put_ms=NOW_MS + 9), voted, done, over], CHAIN, [])
    assert _questions(shown) == ["new", "old", "voted"], "a new one on top; the one carried out stays"
    shown.forget_order()
    shown.set_motions([_motion("new", put_ms=NOW_MS + 9), voted, done, over], CHAIN, [])
    assert _questions(shown) == ["new", "voted"]
    _button(shown, "Show 2 motions that are over").click()
    assert set(_questions(shown)) == {"new", "voted", "old", "over"}


def test_of_what_is_over_the_newest_have_cards_once_they_are_asked_for(
    shown: MotionList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes_motions, "OVER_SHOWN", 2)
    shown.set_motions([_motion(f"over {at}", state="done", put_ms=NOW_MS + at) for at in range(5)], CHAIN)
    assert shown.findChildren(MotionCard) == []
    _button(shown, "Show 5 motions that are over").click()
    assert _questions(shown) == ["over 4", "over 3"]
    said = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert "The newest 2 of 5:" in said
    _button(shown, "Hide what is over").click()
    assert _questions(shown) == []


def test_a_fork_is_shown_with_its_proof_and_can_be_put_to_the_voters_once(shown: MotionList, qtbot: QtBot) -> None:
    shown.set_motions([], CHAIN, [FORK])
    (card,) = shown.findChildren(ForkCard)
    said = " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert "Silver <b>Dragon</b> has signed two different entries in one place." in said
    assert "the branches begin with 1f1f 1f1f, 2e2e 2e2e, 3d3d 3d3d" in said
    with qtbot.waitSignal(shown.ruling_wanted) as asked:
        _button(card, "Let the voters decide which branch stands").click()
    assert asked.args == [FORK.author]
    _button(card, "Show the proof, which anyone can check").click()
    assert card._proof.isVisible() and card._proof.text == FORK.proof
    motion = _motion("ruling", ask="branch", member=FORK.author, fields={"seq": 7, "branch": FORK.first})
    shown.set_motions([motion], CHAIN, [FORK])
    assert not card._ask.isVisible() and card._asked.isVisible()
    for state in ("ruled", "cut", "expelled"):
        shown.set_motions([motion], CHAIN, [msgspec.structs.replace(FORK, state=state)])
        assert not [fork for fork in shown.findChildren(ForkCard) if fork.isVisible()], state
    done = msgspec.structs.replace(motion, state="done")
    shown.set_motions([done], CHAIN, [FORK])
    (card,) = [fork for fork in shown.findChildren(ForkCard) if fork.isVisible()]
    assert card._ask.isVisible(), "a ruling on an earlier fork at this place is none on this one"


def test_everybody_who_has_not_voted_is_named_on_demand(shown: MotionList) -> None:
    lines = [MotionVoter(voter=name, name=f"<{name}>", vote="none") for name in "abcdefg"]
    shown.set_motions([_motion("many", lines=lines, voters=7)], CHAIN)
    (card,) = shown.findChildren(MotionCard)
    assert card._missing.text() == "Not yet: <a>, <b>, <c>, <d>, <e> and 2 more"
    assert card._missing.toolTip() == "‹a>, ‹b>, ‹c>, ‹d>, ‹e>, ‹f>, ‹g>"
    shown.set_motions([_motion("many", lines=lines[:5], voters=7)], CHAIN)
    assert card._missing.toolTip() == ""


def test_a_double_voter_is_shown_with_its_proof_and_can_be_proposed_to_be_expelled(
    shown: MotionList, qtbot: QtBot
) -> None:
    cheat = CheatView(
        voter="c" * 64, name="Lotus", how="branches", author="a" * 64, author_name="Silver", seq=7, record="",
        first="1f" * 32, second="2e" * 32, signed_ms=NOW_MS, proof="77" * 90, is_member=True,
    )  # fmt: skip
    shown.set_motions([], CHAIN, [], [cheat])
    (card,) = shown.findChildren(CheatCard)
    said = " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert "Lotus has signed for two branches of what Silver wrote." in said
    assert "Its entries 1f1f 1f1f and 2e2e 2e2e" in said
    _button(card, "Show the proof, which anyone can check").click()
    assert card._proof.isVisible() and card._proof.text == cheat.proof
    with qtbot.waitSignal(shown.expulsion_wanted) as asked:
        _button(card, "Propose to expel it").click()
    assert asked.args == [cheat.voter]
    shown.set_motions([_motion("out", member=cheat.voter)], CHAIN, [], [cheat])
    assert card._asked.isVisible() and not card._ask.isVisible()
    shown.set_motions([], CHAIN, [], [msgspec.structs.replace(cheat, is_member=False)])
    assert not [card for card in shown.findChildren(CheatCard) if card.isVisible()]


def test_a_contested_record_says_whose_double_vote_it_is() -> None:
    cheat = CheatView(
        voter="c" * 64, name="Lotus", how="record", author="a" * 64, author_name="Silver", seq=7, record="d" * 64,
        first="1f" * 32, second="2e" * 32, signed_ms=NOW_MS, proof="77" * 90, is_member=True,
    )  # fmt: skip
    assert contested_text([], [cheat]) == "Signed both ways: Lotus."
    assert contested_text(["Silver"], [cheat]) == (
        "Silver signed two different records in the same place. Signed both ways: Lotus."
    )
    assert contested_text([], []) == "Two records contradict each other with equal support."


def test_only_what_is_undecided_can_be_ruled_on_and_every_branch_of_it(theme: Theme, qtbot: QtBot) -> None:
    expelled = msgspec.structs.replace(FORK, author="b" * 64, state="expelled")
    form = QuestionForm([], CHAIN, [msgspec.structs.replace(FORK, state="ruled"), FORK, expelled])
    qtbot.addWidget(form)
    form.choose("branch", FORK.author)
    panel = form._panels["branch"]
    assert isinstance(panel, BranchPanel)
    branches = [panel._branch.itemData(row) for row in range(panel._branch.count())]
    assert (panel._fork.count(), branches) == (2, [*FORK.branches, ""])
    form.choose("branch", expelled.author)
    assert [panel._branch.itemData(row) for row in range(panel._branch.count())] == [""]
    decided = QuestionForm([], CHAIN, [msgspec.structs.replace(FORK, state="cut")])
    qtbot.addWidget(decided)
    assert "branch" not in decided._panels


def test_only_a_pool_without_a_keeper_is_given_to_another_member(theme: Theme, qtbot: QtBot) -> None:
    kept = PoolView(
        id="4d" * 32, keeper="b" * 64, keeper_name="Lotus", name="Guild", currency="HKD", is_mine=False, is_kept=True,
        pledged_minor=0, left_minor=0, debtor_most_minor=0, pledges=[], claims=[], drawn=[],
    )  # fmt: skip
    other = MemberCard(
        member="a" * 64, name="Pearl", name_hant="", name_hans="", kind="firm", place="", identifiers={}, voter=True,
        me=False, connected=True, last_seen_ms=0, invoices=0, settled=0, paid_within_terms=0, look_alike=False,
    )  # fmt: skip
    form = QuestionForm([other], CHAIN, [], [kept])
    qtbot.addWidget(form)
    assert "keeper" not in form._panels
    form = QuestionForm([other], CHAIN, [], [kept, msgspec.structs.replace(kept, id="5e" * 32, is_kept=False)])
    qtbot.addWidget(form)
    form.choose("keeper", "")
    panel = form._panels["keeper"]
    assert isinstance(panel, KeeperPanel)
    assert [panel._pool.itemText(row) for row in range(panel._pool.count())] == ["Guild, kept by Lotus so far"]
    assert form.params() is None
    panel._member.setCurrentIndex(0)
    assert form.params() == {"ask": "keeper", "pool": "5e" * 32, "member": "a" * 64}


def test_what_keeps_me_from_signing_is_said_before_what_others_have_done(shell: Shell, qtbot: QtBot) -> None:
    bar = StatusBar(shell)
    qtbot.addWidget(bar)

    def trouble(**found: Any) -> str:
        bar.show_status(NodeStatus(version="", forks=1, **found))
        return bar._trouble.text()

    assert "signed two ways" in trouble()
    assert "fast" in trouble(clock_fast_ms=600_000)
    assert "Catching up" in trouble(catching_up=True)
    assert "another computer" in trouble(pen=PenView(why="copy"))


def _button(inside: Any, text: str) -> QPushButton:
    (found,) = [b for b in inside.findChildren(QPushButton) if b.isVisible() and b.text().strip() == text]
    assert isinstance(found, QPushButton)
    return found
