"""The list of members, as whoever is owed something by them reads it."""

from __future__ import annotations

from typing import Literal

from cohong.api.views.base import View


class MemberExposure(View, frozen=True):
    """What a member owes this one in one currency.

    Attributes:
        open_minor, asked_minor: what it owes now, and what is proposed and may still be accepted.
        limit_minor: the limit of one's own for both together, none if there is none.
    """

    currency: str
    open_minor: int
    asked_minor: int = 0
    limit_minor: int | None = None

    @property
    def is_over(self) -> bool:
        """Whether the limit is exceeded."""
        return self.limit_minor is not None and self.open_minor + self.asked_minor > self.limit_minor


class MemberRow(View, frozen=True):
    """One member.

    Attributes:
        name: that of its profile, or else of its join; empty if neither says one.
        id_words: as in `NodeStatus`, for this member's id.
        exposures: by currency, where anything is owed or proposed, or a limit is kept.
        part: `gone` is whoever was a member; only a filter has those.
        watched: it is on the watch list.
        last_seen_ms: 0 where it is connected, or never was.
    """

    member: str
    name: str
    id_words: str = ""
    part: Literal["voter", "member", "observer", "gone"] = "member"
    me: bool = False
    connected: bool = False
    last_seen_ms: int = 0
    exposures: list[MemberExposure] = []
    watched: bool = False

    @property
    def object(self) -> str:
        """What a table knows the row by."""
        return self.member


class MemberPage(View, frozen=True):
    """A stretch of the ordered members.

    Attributes:
        total: members under the filter.
        revision: another one where the order is.
        currencies: in which anybody owes something, first that of the most; empty where the order has nothing to do
            with what is owed.
        currency: the one it is sorted in, if it is.
    """

    total: int
    first: int
    revision: int
    rows: list[MemberRow]
    currencies: list[str] = []
    currency: str = ""
