"""What has changed about a member that is watched, in words: each figure before and after, and the records."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from cohong.api.views import WatchChange, WatchedMember, WatchList, WatchRecord
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.wording import kind_text

WAYS: Final[dict[bool | None, str]] = {True: "late", False: "good", None: "neutral"}
"""The meaning of a change that is for the worse, for the better, or neither."""


class WatchWords(QObject):
    """Words what is watched in one language; a QObject, whose plurals `lupdate` knows."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def summary(self, found: WatchList) -> str:
        """Return how many are watched, and how many of them have changed or are to be reviewed."""
        words = [
            self.tr("%Ln watched", "", len(found.members)),
            self.tr("%Ln changed", "", found.changed),
            *([self.tr("%Ln to be reviewed", "", found.due)] if found.due else []),
        ]
        return "  ·  ".join(words)

    def change(self, change: WatchChange) -> str:
        """Return `Grade: B → C`."""
        before, after = self._value(change, change.before), self._value(change, change.after)
        words = self.tr("{figure}: {before} → {after}")
        return words.format(figure=self._figure(change), before=before, after=after)

    def way(self, change: WatchChange) -> str:
        """Return whether that is better or worse; neither where a file has become thin or is no more."""
        return {True: self.tr("worse"), False: self.tr("better"), None: self.tr("changed")}[change.worse]

    def unchanged(self, member: WatchedMember) -> str:
        """Return how a member stands about whom nothing has changed."""
        if member.now.grade is None:
            return self.tr("Nothing has changed: thin file, no grade.")
        return self.tr("Nothing has changed: grade {grade}, {points} of 100 points.").format(
            grade=member.now.grade, points=member.now.points
        )

    def seen(self, member: WatchedMember) -> str:
        """Return since when changes are told, and when to look again."""
        words = [self.tr("Since {time}").format(time=self._formats.clock(member.seen_ms))]
        if member.review_on:
            day = self._formats.day(member.review_on)
            told = self.tr("review due since {day}") if member.review_due else self.tr("review on {day}")
            words.append(told.format(day=day))
        return "  ·  ".join(words)

    def record(self, record: WatchRecord) -> tuple[str, str, str, str, str]:
        """Return when, what, by whom, reference and amount of a record."""
        return (
            self._formats.clock(record.time_ms),
            kind_text(record.kind),
            name_text(record.author_name, record.author),
            peer_text(record.reference),
            self._formats.money(record.currency, record.amount_minor),
        )

    def more_records(self, member: WatchedMember) -> str:
        """Return that there are more records than those that are listed."""
        return self.tr("The newest {count} of %Ln record(s).", "", member.records_in_all).format(
            count=self._formats.count(len(member.records))
        )

    def _figure(self, change: WatchChange) -> str:
        return {
            "grade": self.tr("Grade"),
            "defaults": self.tr("In default"),
            "lost": self.tr("Given up by creditors"),
            "disputed": self.tr("In dispute"),
            "overdue": self.tr("Overdue"),
            "on-time": self.tr("Chance of paying within terms"),
            "points": self.tr("Points"),
            "confidence": self.tr("Confidence"),
        }[change.figure]

    def _value(self, change: WatchChange, value: str | float | None) -> str:
        if value is None:
            return self.tr("thin file")
        if isinstance(value, str):
            levels = {"low": self.tr("low"), "medium": self.tr("medium"), "high": self.tr("high")}
            return levels.get(value, value)
        if change.figure == "overdue":
            return self._formats.money(change.currency, int(value))
        if change.figure == "on-time":
            return self._formats.percent(round(1_000 * value), 1_000)
        return self._formats.count(int(value))
