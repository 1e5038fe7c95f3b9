"""Members that have provably signed both ways: the proof, and the way to the voters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from cohong.api.views import CheatView, ForkView
from cohong.desktop.cheat_wording import cheat_text, cheat_words
from cohong.desktop.formatting import Formats, listed
from cohong.desktop.motion_wording import key_text, name_text
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import LinkButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.labels import Label, MutedLabel


class ProofCard(Card):
    """What somebody has done, the proof a click away, and a button to put it to the voters.

    Signals:
        put_wanted: the user wants to put it to them.
    """

    put_wanted = Signal()

    def __init__(self, title: str, words: str, proof: str, put: SecondaryButton) -> None:
        super().__init__()
        banner = Banner(self)
        banner.say(title, "error", closable=False)
        self._proof = CopyField(proof, name=self.tr("Proof"), lines=3)
        self._proof.hide()
        self._show_proof = LinkButton(self.tr("Show the proof, which anyone can check"))
        self._show_proof.clicked.connect(self._open_proof)
        self._ask = put
        self._ask.clicked.connect(self.put_wanted)
        self._asked = MutedLabel(self.tr("The question is before the voters."))
        self.body.addWidget(banner)
        self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(self._show_proof, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._proof)
        self.body.addWidget(self._ask, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._asked)
        self.set_asked(False)

    def set_asked(self, asked: bool) -> None:
        """Say whether there is a motion about it already."""
        self._ask.setVisible(not asked)
        self._asked.setVisible(asked)

    def _open_proof(self) -> None:
        self._proof.show()
        self._show_proof.hide()


class ForkCard(ProofCard):
    """A member that has signed two different entries in one place."""

    def __init__(self, fork: ForkView, formats: Formats) -> None:
        who = name_text(fork.name, fork.author)
        words = self.tr(
            "Found {time}, at entry {seq} of its records, where the branches begin with {entries}. No voter signs what "
            "it wrote from there on until one of the branches stands."
        )
        found = words.format(
            time=formats.moment(fork.found_ms), seq=fork.seq, entries=listed(map(key_text, fork.branches))
        )
        title = self.tr("{who} has signed two different entries in one place.").replace("{who}", who)
        put = SecondaryButton(self.tr("Let the voters decide which branch stands"), "scale")
        super().__init__(title, found, fork.proof, put)
        self.fork = fork


class CheatCard(ProofCard):
    """A voter that has signed both ways."""

    def __init__(self, cheat: CheatView, formats: Formats) -> None:
        put = SecondaryButton(self.tr("Propose to expel it"), "scale")
        super().__init__(cheat_text(cheat), cheat_words(cheat, formats), cheat.proof, put)
