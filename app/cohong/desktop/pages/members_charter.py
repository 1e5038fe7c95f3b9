"""The rules in force: how many vote, what a majority and a final record take, and how far the book is anchored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from cohong.api.views import ChainStatus, CheatView
from cohong.desktop.cheat_wording import cheat_text
from cohong.desktop.formatting import Formats, listed
from cohong.desktop.motion_wording import few_voters_text
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.warning_list import WarningList


class CharterCard(Card):
    """Signals:
    block_wanted: the user wishes for a block now.
    proof_wanted: the user wants to see what proves that somebody has signed both ways.
    """

    block_wanted = Signal()
    proof_wanted = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__(" ")
        self.title_label.setText(self.tr("Charter"))
        self._formats = formats
        self._shown: tuple[ChainStatus, Sequence[CheatView]] | None = None
        self._warnings = WarningList()
        self._facts = KeyValueGrid()
        self._ask = LinkButton(self.tr("Ask the voters for a block now"))
        self._ask.clicked.connect(self.block_wanted)
        self._proof = LinkButton(self.tr("See the proof"))
        self._proof.clicked.connect(self.proof_wanted)
        self.body.addWidget(self._warnings)
        self.body.addWidget(self._proof, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._ask, alignment=Qt.AlignmentFlag.AlignLeft)

    def set_chain(self, chain: ChainStatus, cheats: Sequence[CheatView] = ()) -> None:
        """Show these rules, and which members have signed both ways."""
        if (chain, cheats) == self._shown:
            return
        self._shown = (chain, cheats)
        caught = [cheat_text(cheat) for cheat in cheats if cheat.is_member]
        few = few_voters_text(len(chain.voters), chain.final_at)
        self._warnings.say([*([few] if few else []), *caught])
        self._proof.setVisible(bool(caught))
        self._facts.set_rows(self._rows(chain))
        self._ask.setVisible(chain.is_member and chain.to_anchor > 0)

    def _rows(self, chain: ChainStatus) -> list[tuple[str, str]]:
        voters = len(chain.voters)
        rule = (
            self.tr("more than half of the voters")
            if chain.final == "majority"
            else self.tr("more than two thirds of the voters")
        )
        of = self.tr("{count} of {voters}")
        heard = self.tr("%n heard from in the last minute", "", chain.present)
        members = self.tr("{voters} of {members} members").format(voters=voters, members=chain.members)
        return [
            (self.tr("Voters"), f"{members}  ·  {heard}"),
            (self.tr("Majority at"), of.format(count=chain.majority_at, voters=voters)),
            (self.tr("Final at"), f"{of.format(count=chain.final_at, voters=voters)}  ·  {rule}"),
            (self.tr("Currencies"), listed(chain.currencies) or self.tr("all")),
            (self.tr("Newest block"), self._block_words(chain)),
            (self.tr("Anchored"), self._anchored_words(chain)),
            (self.tr("Next block"), self._next_words(chain)),
        ]

    def _block_words(self, chain: ChainStatus) -> str:
        if chain.height == 0:
            return self.tr("none yet: the founding alone")
        words = self.tr("number {height}, {time}")
        return words.format(height=chain.height, time=self._formats.moment(chain.time_ms))

    def _anchored_words(self, chain: ChainStatus) -> str:
        words = self.tr("%n record(s) that nothing can change any more", "", chain.anchored)
        if chain.to_anchor:
            words += "  ·  " + self.tr("%n wait(s) for the next block", "", chain.to_anchor)
        return words

    def _next_words(self, chain: ChainStatus) -> str:
        if chain.iteration >= 0:
            return self.tr("the voters are agreeing on it")
        if chain.next_ms:
            return self.tr("due at {time}").format(time=self._formats.clock(chain.next_ms))
        return self.tr("when there is something to put into one")
