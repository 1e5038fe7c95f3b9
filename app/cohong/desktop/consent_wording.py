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
    "{name} is a person and has given you no consent for this: {purpose}. Every member holds what is open in the book; "
    "reading it about a person may still need consent by law.",
)
_COVERED: Final = QT_TRANSLATE_NOOP(
    "Consents", "{name} has consented to this until {day}. That you open it is recorded for {name} to see."
)


def purpose_text(purpose: str) -> str:
    """Return what something is read for; a purpose of a newer node as it is."""
    return QCoreApplication.translate("Consents", PURPOSES.get(purpose, purpose))


def state_text(consent: ConsentView, formats: Formats) -> str:
    """Return how a consent stands, and since when where it was taken back."""
    words = QCoreApplication.translate("Consents", STATES[consent.state])
    return f"{words}, {formats.time(consent.revoked_ms)}" if consent.revoked_ms else words


def reading_text(noted: ReadingNoted, name: str, formats: Formats) -> str:
    """Return what for and under which consent a report is read; empty where there is nothing to be said of that."""
    consent = noted.consent
    if consent is None and not noted.purpose:
        return ""
    if consent is None:
        return _said(_OF_A_PERSON, name, "", noted.purpose, formats)
    return _said(_RECORDED if noted.entry else _NOT_RECORDED, name, consent.until, consent.purpose, formats)


def covered_text(consent: ConsentView, name: str, formats: Formats) -> str:
    """Return that a consent covers a purpose, and what comes of using it."""
    return _said(_COVERED, name, consent.until, consent.purpose, formats)


def _said(words: str, name: str, until: str, purpose: str, formats: Formats) -> str:
    # The name last: it is a peer's text, and may have braces in it.
    told = QCoreApplication.translate("Consents", words).replace("{purpose}", purpose_text(purpose))
    return (told.replace("{day}", formats.day(until)) if until else told).replace("{name}", name)


def reader_text(consent: ConsentView) -> str:
    """Return who may read."""
    return name_text(consent.reader_name, consent.reader)
