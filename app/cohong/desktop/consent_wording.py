"""Consents in words: what somebody may read for, how a consent stands, and what is said where a report is open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.api.views import ConsentView, ReadingNoted
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.desktop.translatable import QT_TRANSLATE_NOOP

PURPOSES: Final[dict[str, str]] = {
    "terms": QT_TRANSLATE_NOOP("Consents", "To decide on terms"),
    "review": QT_TRANSLATE_NOOP("Consents", "To review terms given"),
    "guarantee": QT_TRANSLATE_NOOP("Consents", "Before standing for a debt"),
    "purchase": QT_TRANSLATE_NOOP("Consents", "Before buying a receivable"),
    "audit": QT_TRANSLATE_NOOP("Consents", "For an audit"),
}

STATES: Final[dict[str, str]] = {
    "given": QT_TRANSLATE_NOOP("Consents", "In force"),
    "ended": QT_TRANSLATE_NOOP("Consents", "Ended"),
    "revoked": QT_TRANSLATE_NOOP("Consents", "Taken back"),
}

_RECORDED: Final = QT_TRANSLATE_NOOP(
    "Consents",
    "{name} lets you read this until {day}: {purpose}. That you opened it today is recorded for {name} to see.",
)
_NOT_RECORDED: Final = QT_TRANSLATE_NOOP(
    "Consents", "{name} lets you read this until {day}: {purpose}. That you opened it could not be recorded now."
)
_OF_A_PERSON: Final = QT_TRANSLATE_NOOP(
    "Consents",
    "{name} is a person and has given you no consent to read this. Every member holds what is open in the book; "
    "reading it about a person may still need consent by law.",
)


def purpose_text(purpose: str) -> str:
    """Return what something is read for; a purpose of a newer node as it is."""
    return QCoreApplication.translate("Consents", PURPOSES.get(purpose, purpose))


def state_text(consent: ConsentView, formats: Formats) -> str:
    """Return how a consent stands, and since when where it was taken back."""
    words = QCoreApplication.translate("Consents", STATES[consent.state])
    return f"{words}, {formats.time(consent.revoked_ms)}" if consent.revoked_ms else words


def reading_text(noted: ReadingNoted, name: str, formats: Formats, *, is_person: bool) -> str:
    """Return under which consent a report is read; empty where there is none and nothing to be said of that."""
    translate, consent = QCoreApplication.translate, noted.consent
    if consent is None:
        return translate("Consents", _OF_A_PERSON).format(name=name) if is_person else ""
    words = translate("Consents", _RECORDED if noted.entry else _NOT_RECORDED)
    return words.format(name=name, day=formats.day(consent.until), purpose=purpose_text(consent.purpose))


def reader_text(consent: ConsentView) -> str:
    """Return who may read."""
    return name_text(consent.reader_name, consent.reader)
