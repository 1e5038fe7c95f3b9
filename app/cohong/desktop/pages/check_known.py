"""How much this machine knows, for who looks somebody up: what may be missing, and why nobody was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from cohong.api.views import NodeStatus, SyncStatus
from cohong.desktop.formatting import Formats
from cohong.desktop.widgets.banner import Level

BEHIND_FROM: Final = 50
"""Entries that a neighbour has and this machine has not; fewer are what is always on the way."""


def is_offline(status: NodeStatus) -> bool:
    """Return whether nobody of a network with others is connected."""
    return bool(status.network) and status.voters > 1 and status.peers_connected == 0


def entries_behind(sync: SyncStatus) -> int:
    """Return how many entries are still to come from a neighbour; 0 where this machine has what they have."""
    most = max((peer.ahead for peer in sync.peers if peer.connected), default=0)
    return most if most >= BEHIND_FROM else 0


class KnownWords(QObject):
    """Words it in the language of the window."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def gap(self, status: NodeStatus) -> tuple[str, Level] | None:
        """Return what may be missing from whatever is found, and how serious that is; None for nothing."""
        if is_offline(status):
            words = self.tr(
                "Not connected to any member since {since}. This is what your machine holds, records up to {time}."
            )
            return self._with_times(words, status), "warning"
        if status.findable_of:
            words = self.tr(
                "The index of names is being made anew: {known} of {all} members. Some may not be found yet."
            )
            return self._with_counts(words, status), "info"
        return None

    def nobody(self, text: str, status: NodeStatus, behind: int) -> tuple[str, str]:
        """Return that nobody called so was found, and which reason it has.

        Args:
            behind: entries that are still to come from a neighbour.
        """
        unknown = self.tr("This machine knows nobody called “{text}”.")
        if is_offline(status):
            hint = self.tr(
                "It has been offline since {since}, and has what was recorded up to {time}. Who came later is not here "
                "yet."
            )
            return unknown.replace("{text}", text), self._with_times(hint, status)
        if status.findable_of:
            sentence = self.tr("Nobody called “{text}” is found yet.").replace("{text}", text)
            hint = self.tr("The index of names has {known} of {all} members so far. An ID is found at once.")
            return sentence, self._with_counts(hint, status)
        if behind:
            hint = self.tr("It is still receiving: %Ln entries to come. Who is in them is not here yet.", "", behind)
            return unknown.replace("{text}", text), hint
        return (
            self.tr("Nobody called “{text}” was ever recorded in this network.").replace("{text}", text),
            self.tr("Only its members have records here. Check the spelling, or search by ID or company number."),
        )

    def _with_times(self, words: str, status: NodeStatus) -> str:
        since = self._formats.clock(status.offline_since_ms)
        return words.format(since=since, time=self._formats.time(status.as_of_ms))

    def _with_counts(self, words: str, status: NodeStatus) -> str:
        return words.format(known=self._formats.count(status.findable), all=self._formats.count(status.findable_of))
