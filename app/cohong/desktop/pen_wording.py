"""The words for why nothing is signed. Codes are those of `PenView.why`."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.api.views import PenView
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.translatable import QT_TRANSLATE_NOOP

_WHY: Final[dict[str, str]] = {
    "claim": QT_TRANSLATE_NOOP(
        "Pen",
        "Others show {shown} signed entries of yours, and {held} are here. Nothing is signed until the rest has come.",
    ),
    "copy": QT_TRANSLATE_NOOP(
        "Pen",
        "This profile is also running on another computer (seen through {through}). Nothing is signed on either until "
        "one of them is closed.",
    ),
    "elsewhere": QT_TRANSLATE_NOOP(
        "Pen",
        "Something that this computer did not sign has come in under your key, through {through}. The profile may also "
        "be running on another computer: close it there. Nothing is signed here for the moment.",
    ),
    "rival": QT_TRANSLATE_NOOP(
        "Pen",
        "Another computer has signed with this profile since. What was signed here from your entry no. {rival} on was "
        "never sent and does not follow from that, so it stays here. Go on with the other computer, or make a new "
        "profile from your recovery words.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Pen", "One of your own records is damaged here. Nothing is signed until it has been fetched from the others."
    ),
    "handed-over": QT_TRANSLATE_NOOP(
        "Pen",
        "The pen was handed over to another device. This one reads along and keeps drafts; it signs again once the pen "
        "is handed back.",
    ),
    "taking-over": QT_TRANSLATE_NOOP(
        "Pen",
        "The pen comes from another device. Your own entries are being fetched from the others ({held} of {written}); "
        "signing begins when they are here.",
    ),
    "other-chain": QT_TRANSLATE_NOOP(
        "Pen",
        "What the others hold is not the network of whoever invited you: its history is another one. Nothing of it is "
        "taken from there on, and nothing is signed. Ask whoever invited you, by a way that you trust, for a new "
        "invitation, and use it with a new profile.",
    ),
    "taken-twice": QT_TRANSLATE_NOOP(
        "Pen", "Another device took the pen with the same file before. This one does not sign; go on with that one."
    ),
    "reads-along": QT_TRANSLATE_NOOP(
        "Pen",
        "This device reads along and keeps drafts. It has no key to sign with; hand the pen over from your other "
        "device to sign here.",
    ),
}

_NO_NOTE: Final = QT_TRANSLATE_NOOP(
    "Pen",
    "This profile was restored or copied: this computer has no note of what it signed last. Nothing is signed until "
    "your own entries have been fetched from the others.",
)
_OLDER: Final = QT_TRANSLATE_NOOP(
    "Pen",
    "This profile was put back from an older copy: this computer had signed up to your entry no. {written}, and the "
    "file ends at no. {held}. Nothing is signed until the rest has been fetched from the others.",
)
_ANOTHER: Final = QT_TRANSLATE_NOOP(
    "Pen",
    "This is not the profile that this computer signed with last. Nothing is signed until your own entries have been "
    "fetched from the others.",
)
_HEARD: Final = QT_TRANSLATE_NOOP("Pen", "{heard} of the {needed} voters that are needed have told what they hold.")
_MISSING: Final = QT_TRANSLATE_NOOP("Pen", "Not heard yet: {names}.")


def pen_text(pen: PenView) -> str:
    """Return why nothing is signed; empty where nothing stands in the way."""
    if pen.why == "restored":
        source = _NO_NOTE if pen.written < 0 else _OLDER if pen.written > pen.held else _ANOTHER
    else:
        source = _WHY.get(pen.why, pen.why)
    return _say(source).format(
        shown=pen.shown, held=pen.held, written=pen.written, rival=pen.rival, through=peer_text(pen.through) or "–"
    )


def heard_text(pen: PenView) -> str:
    """Return who has told how much there is, and who is waited for."""
    words = _say(_HEARD).format(heard=pen.heard, needed=pen.needed)
    if not pen.missing:
        return words
    names = listed(peer_text(name) for name in pen.missing)
    return f"{words} {_say(_MISSING).format(names=names)}"


def _say(source: str) -> str:
    return QCoreApplication.translate("Pen", source) if source else ""
