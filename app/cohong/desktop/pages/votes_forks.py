"""A member that has signed two different entries in one place: the proof, and the way to a ruling."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from cohong.api.views import ForkView
from cohong.desktop.formatting import Formats, listed
from cohong.desktop.motion_wording import key_text, name_text
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import LinkButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.labels import Label, MutedLabel


class ForkCard(Card):
    """Signals:
    ruling_wanted: the author, whose branches the voters are to decide about.
    """

    ruling_wanted = Signal(str)

    def __init__(self, fork: ForkView, formats: Formats) -> None:
        super().__init__()
        self.fork = fork
        banner = Banner(self)
        who = name_text(fork.name, fork.author)
        banner.say(
            self.tr("{who} has signed two different entries in one place.").replace("{who}", who), "error",
            closable=False,
        )  # fmt: skip
        words = self.tr(
            "Found {time}, at entry {seq} of its records, where the branches begin with {entries}. No voter signs what "
            "it wrote from there on until one of the branches stands."
        )
        found = words.format(
            time=formats.moment(fork.found_ms), seq=fork.seq, entries=listed(map(key_text, fork.branches))
        )
        self._proof = CopyField(fork.proof, name=self.tr("Proof"), lines=3)
        self._proof.hide()
        self._show_proof = LinkButton(self.tr("Show the proof, which anyone can check"))
        self._show_proof.clicked.connect(self._open_proof)
        self._ask = SecondaryButton(self.tr("Let the voters decide which branch stands"), "scale")
        self._ask.clicked.connect(lambda: self.ruling_wanted.emit(fork.author))
        self._asked = MutedLabel(self.tr("The question is before the voters."))
        self.body.addWidget(banner)
        self.body.addWidget(Label(found, wrap=True))
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
