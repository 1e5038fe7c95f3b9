"""The columns of the list of members, and how a member becomes a line of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from cohong.api.views import CardGrade, MemberExposure, MemberRow
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.check_words import CheckWords, short_id
from cohong.desktop.widgets.page_model import Column, ShownRow


def member_columns() -> tuple[Column, ...]:
    """Return the columns in the language of the moment."""
    translate = QCoreApplication.translate
    return (
        Column("name", translate("MemberColumns", "Name"), "name", width=0),
        Column("grade", translate("MemberColumns", "Grade"), width=9),
        Column("trend", translate("MemberColumns", "Trend"), width=9, weight=2),
        Column("owed", translate("MemberColumns", "Owes you"), "owed", figures=True, width=18, falls=True),
        Column("limit", translate("MemberColumns", "Your limit, used"), figures=True, width=23, weight=1),
        Column("watch", translate("MemberColumns", "Watch"), width=8, weight=3),
        Column("changed", translate("MemberColumns", "Last change"), width=13, weight=4),
        Column("part", translate("MemberColumns", "Part"), width=10, weight=5),
        Column("seen", translate("MemberColumns", "Seen"), width=14, weight=6),
        Column("id", translate("MemberColumns", "ID"), width=10, weight=7),
    )


class MemberPresenter:
    """Turns the node's rows into ready-made strings.

    Args:
        grade_of: the grade of a member, None as long as it has not been counted.
    """

    def __init__(self, formats: Formats, grade_of: Callable[[str], CardGrade | None]) -> None:
        self._formats = formats
        self._grade_of = grade_of
        self._words = MemberWords(formats)
        self.currency = ""
        """What is owed in this one is said first."""

    def __call__(self, row: Any) -> ShownRow:
        assert isinstance(row, MemberRow)
        words, grade = self._words, self._grade_of(row.member)
        texts = (
            words.name(row),
            words.grade(grade),
            words.trend(grade),
            words.owed(row, self.currency),
            words.limit(row, self.currency),
            words.watch(row),
            self._formats.clock(grade.as_of_ms) if grade is not None and grade.as_of_ms else "",
            words.part(row),
            words.seen(row),
            short_id(row.member),
        )
        return ShownRow(row.member, texts, (row, grade), words.spoken(row, grade))


class MemberWords(QObject):
    """Words a member of the list in one language; a QObject, whose plurals `lupdate` knows."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._check = CheckWords(formats)

    def name(self, row: MemberRow) -> str:
        """Return the name, and whether it is one's own."""
        name = name_text(row.name, row.member)
        return self.tr("{name} (me)").replace("{name}", name) if row.me else name

    def part(self, row: MemberRow) -> str:
        """Return what it may do in the network."""
        return {
            "voter": self.tr("voter"),
            "member": self.tr("member"),
            "observer": self.tr("observer"),
            "gone": self.tr("ex-member"),
        }[row.part]

    def seen(self, row: MemberRow) -> str:
        """Return whether it is connected, or when it was last."""
        if row.me:
            return self.tr("this machine")
        if row.connected:
            return self.tr("connected")
        return self._formats.clock(row.last_seen_ms) if row.last_seen_ms else self.tr("never seen")

    def grade(self, grade: CardGrade | None) -> str:
        """Return the grade, why there is none, or that it is being counted."""
        if grade is None:
            return "…"
        return grade.grade or self._check.grade(grade)

    def trend(self, grade: CardGrade | None) -> str:
        """Return which way the points go; empty where the file is thin or was."""
        trend = grade.trend if grade is not None else None
        return {"better": self.tr("better"), "steady": self.tr("steady"), "worse": self.tr("worse")}.get(
            trend or "", ""
        )

    def watch(self, row: MemberRow) -> str:
        """Return that it is watched, or nothing."""
        return self.tr("watched") if row.watched else ""

    def owed(self, row: MemberRow, currency: str) -> str:
        """Return what it owes now, in one currency first, and in how many others it owes something besides."""
        owed = sorted((each for each in row.exposures if each.open_minor), key=lambda each: each.currency != currency)
        return self._first(owed, lambda each: self._formats.money(each.currency, each.open_minor))

    def limit(self, row: MemberRow, currency: str) -> str:
        """Return the limit and how much of it is used, first one that is exceeded, and how many others there are."""
        limits = [each for each in row.exposures if each.limit_minor is not None]
        return self._first(
            sorted(limits, key=lambda each: (not each.is_over, each.currency != currency)), self._limit_used
        )

    def _first(self, exposures: list[MemberExposure], say: Callable[[MemberExposure], str]) -> str:
        if not exposures:
            return ""
        first, others = say(exposures[0]), len(exposures) - 1
        return f"{first} (+{self._formats.count(others)})" if others else first

    def _limit_used(self, of: MemberExposure) -> str:
        limit_minor = of.limit_minor or 0
        limit, used_minor = self._formats.money(of.currency, limit_minor), of.open_minor + of.asked_minor
        if not limit_minor:
            exceeded = self.tr("exceeded")
            return f"{limit} · {exceeded}" if of.is_over else limit
        return f"{limit} · {self._formats.percent(used_minor, limit_minor)}"

    def sentence(self, row: MemberRow) -> str:
        """Return what it owes in every currency, what is proposed besides, and every limit."""
        if not row.exposures:
            return self.tr("{name} owes you nothing, and you keep no limit for it.").replace("{name}", self.name(row))
        said = self.tr("; ").join(map(self._exposure, row.exposures))
        return self.tr("{name}: {said}").replace("{said}", said).replace("{name}", self.name(row))

    def _exposure(self, of: MemberExposure) -> str:
        money = self._formats.money
        said = [self.tr("owes you {amount}").format(amount=money(of.currency, of.open_minor))]
        if of.asked_minor:
            said.append(self.tr("{amount} is proposed").format(amount=money(of.currency, of.asked_minor)))
        if of.limit_minor is not None:
            words = self.tr("above your limit of {limit}") if of.is_over else self.tr("within your limit of {limit}")
            said.append(words.format(limit=money(of.currency, of.limit_minor)))
        return self.tr(", ").join(said)

    def spoken(self, row: MemberRow, grade: CardGrade | None) -> str:
        """Return the row as one sentence, for a screen reader."""
        graded = [self._check.grade(grade), self.trend(grade)] if grade is not None else []
        owed = [self._exposure(each) for each in row.exposures]
        said = [
            self.name(row),
            *graded,
            *owed,
            self.watch(row),
            self.part(row),
            self.seen(row),
            peer_text(row.id_words),
        ]
        return listed(text for text in said if text)
