"""Numbers by which the world knows a firm, with their check characters."""

import re
from collections.abc import Callable
from typing import Final

_USCC_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_FORM: Final = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}", re.ASCII)
_LEI_FORM: Final = re.compile(r"[0-9A-Z]{18}\d{2}", re.ASCII)
_HKBR_FORM: Final = re.compile(r"\d{8}", re.ASCII)


def is_lei(text: str) -> bool:
    """Return whether `text` is a Legal Entity Identifier: 20 characters, ISO 7064 MOD 97-10 (ISO 17442)."""
    return _LEI_FORM.fullmatch(text) is not None and int("".join(str(int(char, 36)) for char in text)) % 97 == 1


def is_uscc(text: str) -> bool:
    """Return whether `text` is a mainland Unified Social Credit Code: 18 characters, MOD 31 (GB 32100-2015)."""
    if _USCC_FORM.fullmatch(text) is None:
        return False
    weighted = sum(_USCC_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(text[:17]))
    return _USCC_ALPHABET[-weighted % 31] == text[17]


def is_hkbr(text: str) -> bool:
    """Return whether `text` has the form of a Hong Kong business registration number: 8 digits, no check digit."""
    return _HKBR_FORM.fullmatch(text) is not None


IDENTIFIER_CHECKS: Final[dict[str, Callable[[str], bool]]] = {"lei": is_lei, "uscc": is_uscc, "hkbr": is_hkbr}
