"""Suggests passphrases: six words drawn at random from a list of our own."""

from __future__ import annotations

import secrets
from functools import lru_cache
from typing import Final

from cohong.desktop.resource_files import resource_path

CHARS_MIN: Final = 15
"""NIST SP 800-63B-4 for a passphrase that stands alone."""

SUGGESTED_WORDS: Final = 6


def suggest_passphrase() -> str:
    """Return six words parted by blanks: over 60 bits, drawn from the system's random source."""
    return " ".join(secrets.choice(passphrase_words()) for _ in range(SUGGESTED_WORDS))


@lru_cache(maxsize=1)
def passphrase_words() -> tuple[str, ...]:
    """Return the list: short common English words, each once."""
    return tuple(resource_path("words", "passphrase_words.txt").read_text(encoding="utf-8").split())
