"""Sentences in English for why nothing is signed, and for what it would mean to sign all the same."""

from typing import Final

from cohong.api.views import PenView

_WHY: Final[dict[str, str]] = {
    "restored": "The profile was restored or copied: {place} "
    "Nothing is signed until your own records have been fetched from the others.",
    "claim": "Others show {shown} records of yours, and {held} are here. "
    "Nothing is signed until the rest has been fetched.",
    "copy": "This profile is also running on another computer (seen through {through}). "
    "Nothing is signed on either until one of them is closed.",
    "elsewhere": "A record that was signed with your key, but not by this computer, has come in through {through}. "
    "The profile may also be running on another computer; close it there. Nothing is signed here for the moment.",
    "rival": "Another computer has signed with this profile since. What was signed here from your record no. {rival} "
    "on has never been sent and does not follow from that. It stays here, and nothing more is signed with this copy. "
    "Go on with the other one, or make a new profile from the recovery words: your records come from the others.",
    "damaged": "One of your own records is damaged here. Nothing is signed until it has been fetched from the others.",
    "handed-over": "The pen was handed over to another device. This one reads along and keeps drafts; it signs again "
    "once the pen is handed back.",
    "taking-over": "The pen comes from another device. Your own records are being fetched from the others "
    "({held} of {written}); signing begins when they are here.",
    "other-chain": "What the others hold is not the network of whoever invited you: its history is another one. "
    "Nothing of it is taken from there on, and nothing is signed. Ask whoever invited you, by a way that you trust, "
    "for a new invitation, and use it with a new profile.",
    "taken-twice": "Another device took the pen with the same file before. This one does not sign; go on with the "
    "other.",
    "reads-along": "This device reads along and keeps drafts. It has no key to sign with; the pen comes to it by a "
    "hand-over from the other device.",
}

CONSEQUENCES: Final = (
    "If the other members hold records of yours that are not here yet, or another copy of this profile signs as well, "
    "your feed forks: everybody sees proof that you signed two ways, your new records are not confirmed until the "
    "voters have ruled on it, and some of them may be void for good. It cannot be taken back."
)

HAND_OVER: Final = (
    "From now on this device signs nothing until the pen is handed back to it, whatever becomes of the file; it reads "
    "along, and its drafts stay here. Whoever has the file and the passphrase can sign as you: carry it to the other "
    "device, take it over there, and let nobody else have it. Some other members must be online for that one to begin."
)


def why_text(pen: PenView) -> str:
    """Return why nothing is signed; empty where nothing stands in the way."""
    text = _WHY.get(pen.why, pen.why)
    through = pen.through or "–"
    return text.format(
        place=_place(pen), shown=pen.shown, held=pen.held, written=pen.written, through=through, rival=pen.rival
    )


def heard_text(pen: PenView) -> str:
    """Return who has told how many records there are, and who is waited for."""
    missing = f"; not yet: {', '.join(pen.missing)}" if pen.missing else ""
    return f"{pen.heard} of {pen.needed} voters needed have told what they hold{missing}"


def _place(pen: PenView) -> str:
    if pen.written < 0:
        return f"there is no note on this computer of what it signed last, and {pen.held} records of yours are here."
    if pen.written > pen.held:
        return f"this computer had signed up to your record no. {pen.written}, and the file ends at no. {pen.held}."
    return "the file is not the one that this computer wrote last."
