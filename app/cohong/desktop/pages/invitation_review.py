"""What an invitation says, shown before anything is done with it: a link may come from anybody."""

from __future__ import annotations

import time
from typing import Final, Literal

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.invitation import BadInvitation, Invitation, parse_invitation
from cohong.desktop import wording
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.warning_list import WarningList

Part = Literal["", "founder", "join", "observe"]
"""As what somebody comes in; empty for an invitation that is no use."""

LINK_BEGINS: Final = "cohong:"


class InvitationReview(Card):
    """Hidden until there is a text."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(look="sunken", padding=4)
        self._formats = formats
        self.part: Part = ""
        self._title = Label("", "strong", wrap=True)
        self._facts = KeyValueGrid()
        self._warnings = WarningList()
        self.body.addWidget(self._title)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._warnings)
        self.hide()

    def review(self, text: str, me: str) -> None:
        """Show what the text says to the member `me`."""
        self.part = ""
        self.setVisible(bool(text.strip()))
        if not text.strip():
            return
        try:
            invitation = parse_invitation(text)
        except BadInvitation:
            self._show("", [], wording.error_text(ApiError(ApiErrorCode.BAD_INVITATION)))
            return
        self.part, wrong = _part_of(invitation, me)
        title = self.tr("Invitation to {network}").replace("{network}", peer_text(invitation.genesis.name))
        self._show(title, self._rows(invitation), wrong)

    def _show(self, title: str, rows: list[tuple[str, str]], wrong: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._facts.set_rows(rows)
        self._facts.setVisible(bool(rows))
        self._warnings.say([wrong] if wrong else [])
        self.setAccessibleName(title or wrong)

    def _rows(self, invitation: Invitation) -> list[tuple[str, str]]:
        charter = invitation.genesis.charter
        parts = {
            "founder": self.tr("as a founder, at once"),
            "join": self.tr("as a member, once more than half of the voters have said so"),
            "observe": self.tr("as an observer: you read the book at once, and never write"),
        }
        rows = [(self.tr("You come in"), parts[self.part])] if self.part else []
        rows.append((self.tr("Founded by"), self.tr("%n voter(s)", "", len(charter.roster))))
        rows.append((self.tr("Currencies"), listed(charter.currencies) or self.tr("all")))
        if invitation.seat is not None:
            until = self._formats.until(invitation.seat.until_ms)
            rows.append((self.tr("Can be used"), self.tr("once, until {time}").format(time=until)))
        return rows


def _part_of(invitation: Invitation, me: str) -> tuple[Part, str]:
    """Return as what `me` comes in, or why not."""
    if any(founder.hex() == me for founder in invitation.genesis.charter.roster):
        return "founder", ""
    seat = invitation.seat
    if seat is None:
        return "", wording.error_text(ApiError(ApiErrorCode.NOT_A_FOUNDER))
    if seat.until_ms <= time.time() * 1000:
        return "", wording.error_text(ApiError(ApiErrorCode.BAD_INVITATION, wording.INVITATION_ENDED))
    return ("observe" if seat.role == "observe" else "join"), ""
