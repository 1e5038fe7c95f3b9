"""Amounts, dates, times and counts in the language of the window, and texts of peers made safe to show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final

from babel import Locale, dates, numbers
from PySide6.QtCore import QCoreApplication

from cohong.desktop.languages import BABEL_LOCALES
from cohong.primitives.money import MINOR_DIGITS

_DAY: Final = {"en": "d MMM y", "zh_HK": "y年M月d日", "zh_CN": "y年M月d日"}
_DAY_OF_YEAR: Final = {"en": "d MMM", "zh_HK": "M月d日", "zh_CN": "M月d日"}
_MONTH: Final = {"en": "MMM y", "zh_HK": "y年M月", "zh_CN": "y年M月"}
_MONTH_SHORT: Final = {"en": "MMM", "zh_HK": "M月", "zh_CN": "M月"}
_WEEKDAY: Final = {"en": "EEE", "zh_HK": "EEEE", "zh_CN": "EEE"}  # 週三 is not what Hong Kong writes
_JUST_NOW_S: Final = 45

PEER_CHARS_MAX: Final = 80
_MARKS_IN_A_ROW_MAX: Final = 3
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})


class Formats:
    """Formats values for one language of `languages.LANGUAGES`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._locale = Locale.parse(BABEL_LOCALES[language])

    def money(self, currency: str, minor: int) -> str:
        """Return `HKD 48,200.00`: the code and never a sign, since ¥ and $ are several currencies."""
        return f"{currency}\u00a0{self.amount(currency, minor)}"

    def amount(self, currency: str, minor: int) -> str:
        """Return the figure without its code, for columns that have the code beside it.

        One below zero has a real minus sign: a hyphen reads as a dash before the figure.
        """
        digits = MINOR_DIGITS.get(currency, 2)
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        value = Decimal(minor).scaleb(-digits)
        return str(numbers.format_decimal(value, format=pattern, locale=self._locale)).replace("-", "\u2212")

    def count(self, number: int) -> str:
        """Return `9,812`."""
        return str(numbers.format_decimal(number, locale=self._locale))

    def decimal(self, milli: int, *, digits: int = 1) -> str:
        """Return thousandths as a decimal number: 3442 -> `3.4`."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(numbers.format_decimal(Decimal(milli).scaleb(-3), format=pattern, locale=self._locale))

    def percent(self, part: int, whole: int) -> str:
        """Return `79 %`, in Chinese `79%`; a dash where there is no whole."""
        if whole <= 0:
            return "–"
        pattern = "#,##0 %" if self._language == "en" else "#,##0%"
        return str(numbers.format_percent(Decimal(part) / whole, format=pattern, locale=self._locale))

    def percent_of(self, basis_points: int) -> str:
        """Return `12.4 %` for 1,240 basis points, in Chinese `12.4%`; one below zero has a real minus sign."""
        figure = self.decimal(basis_points * 10).replace("-", "\u2212")
        return f"{figure} %" if self._language == "en" else f"{figure}%"

    def day(self, day: str) -> str:
        """Return `23 Nov 2026` for `2026-11-23`; what is no day is returned as it is."""
        return self._day(day, _DAY[self._language])

    def table_day(self, day: str) -> str:
        """Return a day as short as it can be told, for columns of tables: `23 Nov 2026`, in Chinese `2026-11-23`."""
        return self.day(day) if self._language == "en" else day

    def month(self, month: str) -> str:
        """Return `Nov 2026` for `2026-11`."""
        return self._day(f"{month}-01", _MONTH[self._language])

    def month_short(self, month: str) -> str:
        """Return `Nov` for `2026-11`."""
        return self._day(f"{month}-01", _MONTH_SHORT[self._language])

    def time(self, time_ms: int) -> str:
        """Return `23 Nov 09:12` in local time, with the year if it is another one; a dash for 0."""
        if time_ms <= 0:
            return "–"
        moment = _local(time_ms)
        this_year = moment.year == _local_now().year
        pattern = (_DAY_OF_YEAR if this_year else _DAY)[self._language]
        return self._pattern(moment, f"{pattern} HH:mm")

    def clock(self, time_ms: int) -> str:
        """Return `09:12` today, `Tue 14:05` within a week, else as `time`."""
        if time_ms <= 0:
            return "–"
        moment, now = _local(time_ms), _local_now()
        if moment.date() == now.date():
            return self._pattern(moment, "HH:mm")
        if timedelta(0) <= now - moment < timedelta(days=6):
            return self._pattern(moment, f"{_WEEKDAY[self._language]} HH:mm")
        return self.time(time_ms)

    def moment(self, time_ms: int) -> str:
        """Return `Fri 27 Nov 14:05`: an end that people plan by, with its weekday."""
        moment = _local(time_ms)
        pattern = (_DAY_OF_YEAR if moment.year == _local_now().year else _DAY)[self._language]
        weekday = _WEEKDAY[self._language]
        return self._pattern(
            moment, f"{weekday} {pattern} HH:mm" if self._language == "en" else f"{pattern}（{weekday}）HH:mm"
        )

    def until(self, time_ms: int) -> str:
        """Return `Fri 27 Nov 14:05 (in 2 days)`; without what is in brackets once it is over."""
        left = _local(time_ms) - _local_now()
        if left.total_seconds() <= 0:
            return self.moment(time_ms)
        ahead = str(dates.format_timedelta(left, add_direction=True, locale=self._locale))
        return f"{self.moment(time_ms)} ({ahead})" if self._language == "en" else f"{self.moment(time_ms)}（{ahead}）"

    def ago(self, time_ms: int) -> str:
        """Return `4 min ago`, or what stands for now and never."""
        if time_ms <= 0:
            return QCoreApplication.translate("Formats", "never")
        passed = _local_now() - _local(time_ms)
        if passed.total_seconds() < _JUST_NOW_S:
            return QCoreApplication.translate("Formats", "just now")
        return str(dates.format_timedelta(-passed, add_direction=True, format="short", locale=self._locale))

    def near_day(self, time_ms: int) -> str:
        """Return `today` or `tomorrow`, another day as `day` does."""
        day = _local(time_ms).date()
        ahead = (day - _local_now().date()).days
        if ahead == 0:
            return QCoreApplication.translate("Formats", "today")
        if ahead == 1:
            return QCoreApplication.translate("Formats", "tomorrow")
        return self.day(day.isoformat())

    def duration(self, seconds: float) -> str:
        """Return `14 sec`, `3 min`."""
        length = timedelta(seconds=max(1, round(seconds)))
        return str(dates.format_timedelta(length, format="short", locale=self._locale))

    def bytes(self, number: int) -> str:
        """Return `18.4 MB`."""
        value, unit = Decimal(number), "B"
        for unit in ("B", "kB", "MB", "GB", "TB"):
            if value < 1000 or unit == "TB":
                break
            value /= 1000
        pattern = "#,##0" if unit == "B" or value >= 100 else "#,##0.0"
        return f"{numbers.format_decimal(value, format=pattern, locale=self._locale)}\u00a0{unit}"

    def _day(self, day: str, pattern: str) -> str:
        try:
            return str(dates.format_date(date.fromisoformat(day), pattern, locale=self._locale))
        except ValueError:
            return day

    def _pattern(self, moment: datetime, pattern: str) -> str:
        return str(dates.format_datetime(moment, pattern, tzinfo=moment.tzinfo, locale=self._locale))


def listed(items: Iterable[str]) -> str:
    """Return `A, B` with the comma that the language puts between items of a list: `A、B`."""
    return QCoreApplication.translate("Formats", ", ").join(items)


def hint_text(text: str) -> str:
    """Return a text for a tooltip, which guesses whether it has mark-up: only text without "<" may go in."""
    return text.replace("<", "‹")


def peer_text(text: str, chars_max: int = PEER_CHARS_MAX, *, lines: bool = False) -> str:
    """Return a peer's text safe to show beside ours: nothing in it can hide, reorder or flood what is around it.

    Control, format and direction characters are written out (`⟨U+202E⟩`), heaps of combining marks cut, text of a
    right-to-left script is isolated, and what is longer than `chars_max` ends in an ellipsis. Line breaks stay
    with `lines`, otherwise they become blanks.
    """
    shown: list[str] = []
    marks = 0
    for char in text[: chars_max + 1]:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= _MARKS_IN_A_ROW_MAX:
            shown.append(_visible(char, category, lines=lines))
    if len(text) > chars_max:
        shown[chars_max:] = ["…"]
    result = "".join(shown)
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in result):
        return f"{_ISOLATE}{result}{_END_ISOLATE}"
    return result


def _visible(char: str, category: str, *, lines: bool) -> str:
    if char in "\n\r\t\u2028\u2029":
        return "\n" if lines and char == "\n" else " "
    if category in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return written_out(char)
    return char


def written_out(char: str) -> str:
    """Return the number of a character that can't be shown."""
    return f"⟨U+{ord(char):04X}⟩"


def grouped(id_hex: str) -> str:
    """Return an id in groups of 16, so that it can be broken over lines."""
    return " ".join(id_hex[place : place + 16] for place in range(0, len(id_hex), 16))


def _local(time_ms: int) -> datetime:
    return datetime.fromtimestamp(time_ms / 1000, UTC).astimezone()


def _local_now() -> datetime:
    return datetime.now(UTC).astimezone()
