"""The sheets around a file of records: who is to open it before it is written, and what it holds before it comes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from cohong.api.views import BundleContents, MemberCard
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.short_table import ShortTable

FEEDS_SHOWN: Final = 8
READERS_SHOWN: Final = 6


class ReadersSheet(Sheet):
    """Asks which members can open the file that is to be written: all, unless the user says otherwise.

    Signals:
        chosen: ids of the readers; empty for all members.
    """

    chosen = Signal(list)

    def __init__(self, page: Page, members: Sequence[MemberCard]) -> None:
        super().__init__(page, "", width=520)
        title = self.tr("Who can open the file?")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.caption.setText(self.tr("It is sealed to the members chosen here. Nobody else can read anything in it."))
        self.caption.show()
        self.boxes = {
            card.member: QCheckBox(name_text(card.name, card.member).replace("&", "&&"))
            for card in sorted(members, key=lambda card: (card.name, card.member))
            if not card.me
        }
        for box in self.boxes.values():
            box.setChecked(True)
            box.toggled.connect(self._follow)
            self.body.addWidget(box)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._next = PrimaryButton(self.tr("Choose a place…"), "export")
        self._next.clicked.connect(self._choose)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self._next)

    def _ticked(self) -> list[str]:
        return [member for member, box in self.boxes.items() if box.isChecked()]

    def _follow(self) -> None:
        self._next.setEnabled(bool(self._ticked()))

    def _choose(self) -> None:
        ticked = self._ticked()
        self.dismiss()
        self.chosen.emit([] if len(ticked) == len(self.boxes) else ticked)


class ContentsSheet(Sheet):
    """Who signed it, when, for whom, whose records it has, and how many of them are new here.

    Signals:
        wanted: it is to be taken in.
    """

    wanted = Signal()

    def __init__(self, page: Page, formats: Formats, file_name: str, found: BundleContents) -> None:
        super().__init__(page, "", width=620)
        title = self.tr("Import records")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.caption.setText(peer_text(file_name, 80))
        self.caption.show()
        self._formats = formats
        self._say_doubts(found)
        self.body.addWidget(KeyValueGrid([*self._facts(found)]))
        self.body.addWidget(self._feeds(found))
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        take = PrimaryButton(self.tr("Import"), "import")
        take.clicked.connect(self._take)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(take)

    def _say_doubts(self, found: BundleContents) -> None:
        doubts = []
        if not found.is_member:
            doubts.append(
                self.tr(
                    "Whoever signed this file is not known here as a member. Its records prove themselves all the same."
                )
            )
        if not found.whole:
            doubts.append(self.tr("Parts of the file are damaged or missing. The others can be taken in."))
        for words in doubts:
            banner = Banner(self)
            banner.say(words, "warning", closable=False)
            self.body.addWidget(banner)

    def _facts(self, found: BundleContents) -> list[tuple[str, str]]:
        formats = self._formats
        readers = [member_text(reader.name, reader.member) for reader in found.readers]
        shown = listed((*readers[:READERS_SHOWN], *(("…",) if len(readers) > READERS_SHOWN else ())))
        fresh = sum(feed.fresh for feed in found.feeds)
        return [
            (self.tr("Signed by"), member_text(found.maker_name, found.maker)),
            (self.tr("Made"), formats.moment(found.made_ms)),
            (self.tr("Can be opened by"), shown),
            (self.tr("Entries"), self.tr("{count}, {fresh} of them new here").format(
                count=formats.count(found.entries), fresh=formats.count(fresh))),
            (self.tr("Size"), formats.bytes(found.size)),
        ]  # fmt: skip

    def _feeds(self, found: BundleContents) -> ShortTable:
        headers = [self.tr("Records of"), self.tr("Entries"), self.tr("New here")]
        table = ShortTable(self.tr("Whose records"), headers, figures=(1, 2), stretch=0, rows_shown=FEEDS_SHOWN)
        count = self._formats.count
        table.set_rows([
            [member_text(feed.name, feed.member), count(feed.last_seq - feed.first_seq + 1), count(feed.fresh)]
            for feed in found.feeds
        ])  # fmt: skip
        return table

    def _take(self) -> None:
        self.dismiss()
        self.wanted.emit()
