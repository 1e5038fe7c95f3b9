"""What a voter that has signed both ways has done, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cohong.api.views import CheatView
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.motion_wording import key_text, name_text


def cheat_text(cheat: CheatView) -> str:
    """Return in one sentence who has signed both ways, and on what."""
    translate = QCoreApplication.translate
    match cheat.how:
        case "branches":
            words = translate("CheatWords", "{who} has signed for two branches of what {author} wrote.")
        case "record":
            words = translate("CheatWords", "{who} has signed both for and against a record of {author}.")
        case _:
            words = translate("CheatWords", "{who} has signed both ways in the agreement on a block.")
    author = name_text(cheat.author_name, cheat.author)
    return words.replace("{author}", author).replace("{who}", name_text(cheat.name, cheat.voter))


def cheat_words(cheat: CheatView, formats: Formats) -> str:
    """Return where the proof is found, and what an honest voter's machine does."""
    words = QCoreApplication.translate(
        "CheatWords",
        "Its entries {first} and {second}, the later one of {time}, contradict each other. The program never signs so: "
        "the key is in other hands, or the program was changed.",
    )
    return words.format(
        first=key_text(cheat.first), second=key_text(cheat.second), time=formats.moment(cheat.signed_ms)
    )


def contested_text(forked: Sequence[str], cheats: Sequence[CheatView]) -> str:
    """Return whose doing it is that a record is contested."""
    translate = QCoreApplication.translate
    words = []
    if forked:
        signed = translate("CheatWords", "{who} signed two different records in the same place.")
        words.append(signed.replace("{who}", listed(map(peer_text, forked))))
    names = dict.fromkeys(name_text(cheat.name, cheat.voter) for cheat in cheats)
    if names:
        words.append(translate("CheatWords", "Signed both ways: {names}.").replace("{names}", listed(names)))
    if not words:
        words.append(translate("CheatWords", "Two records contradict each other with equal support."))
    return " ".join(words)
