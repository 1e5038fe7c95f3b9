"""The watch list: what has changed about members since they were last looked at, and by which records."""

from __future__ import annotations

from typing import Literal

from cohong.api.views.base import Amount, Level, View

WatchFigure = Literal["grade", "defaults", "lost", "disputed", "overdue", "on-time", "points", "confidence"]


class WatchLook(View, frozen=True):
    """The watched figures on a day, as in `check.report`; `confidence` leaves out when this machine last heard others.

    Attributes:
        grade, on_time: none for a thin file.
        disputed: obligations with an open dispute.
    """

    grade: str | None
    points: int
    on_time: float | None
    confidence: str
    overdue: list[Amount]
    disputed: int
    defaults: int
    lost: int


class WatchChange(View, frozen=True):
    """A figure before and after; `worse` is null where it is neither better nor worse.

    Attributes:
        currency: of an amount, in minor units.
    """

    figure: WatchFigure
    before: str | int | float | None
    after: str | int | float | None
    worse: bool | None
    currency: str = ""


class WatchRecord(View, frozen=True):
    """A record about an obligation of the member's that has come since the last look.

    Attributes:
        object: the obligation, for `book.record`.
        amount_minor: of the record where it says one, otherwise of the obligation.
    """

    entry: str
    object: str
    kind: str
    author: str
    author_name: str
    time_ms: int
    level: Level
    reference: str
    currency: str
    amount_minor: int


class WatchedMember(View, frozen=True):
    """A member that is watched.

    Attributes:
        review_due: its review day has come.
        seen_ms: when it was last looked at, with the figures `before`.
        records: what has come since, the newest first; at most 50 of `records_in_all`.
    """

    member: str
    name: str
    note: str
    review_on: str
    review_due: bool
    seen_ms: int
    before: WatchLook
    now: WatchLook
    changes: list[WatchChange]
    records: list[WatchRecord]
    records_in_all: int


class WatchList(View, frozen=True):
    """All that are watched, those that have changed first, then those to be reviewed, by name.

    Attributes:
        changed, due: how many have changed; how many are to be reviewed.
    """

    members: list[WatchedMember]
    changed: int
    due: int
    as_of: str
