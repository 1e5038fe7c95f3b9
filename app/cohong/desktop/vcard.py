"""The names in a vCard (RFC 6350, and versions 2.1 and 3.0): of the organisation, and of the person."""

from __future__ import annotations

import quopri
import re
from typing import Final

_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_SOFT_BREAK: Final = re.compile(r"=\r?\n")
_ESCAPED: Final = re.compile(r"\\(.)")
_LINES_MAX: Final = 2_000


def names_in_vcard(text: str) -> list[str]:
    """Return the organisation's name, the formatted name and the nickname, as far as there are such, in this order."""
    found: dict[str, str] = {}
    lines = _FOLDED.sub("", _SOFT_BREAK.sub("", text)).splitlines()
    for line in lines[:_LINES_MAX]:
        head, colon, value = line.partition(":")
        name, *parameters = head.split(";")
        # A group may stand before the name: `item1.ORG`.
        name = name.rpartition(".")[2].strip().upper()
        if colon and name in ("ORG", "FN", "NICKNAME") and name not in found:
            found[name] = _value(value, [each.strip().upper() for each in parameters], first_part=name == "ORG")
    names = (found.get(name, "") for name in ("ORG", "FN", "NICKNAME"))
    return list(dict.fromkeys(name for name in names if name))


def _value(value: str, parameters: list[str], *, first_part: bool) -> str:
    if any("QUOTED-PRINTABLE" in each for each in parameters):
        value = quopri.decodestring(value.encode("ascii", "ignore")).decode("utf-8", "replace")
    if first_part:
        # Departments follow the organisation after semicolons that are not escaped.
        value = re.split(r"(?<!\\);", value)[0]
    return " ".join(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value).split())
