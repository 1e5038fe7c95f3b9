"""The 24 recovery words: 32 bytes of entropy in the English word list of BIP-39, with its 8-bit checksum.

The member key is derived from the entropy (`member_seed`), and so is the key of the recovery slot
(`slots`). BIP-39's own derivation by PBKDF2 serves weaker words with an extra password; 256 bits of entropy
need no stretching.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from mnemonic import Mnemonic

from cohong.crypto.seal import derive

ENTROPY_BYTES: Final = 32
WORDS: Final = 24


class WordsWrong(ValueError):
    """The words are no recovery words.

    Attributes:
        code: `count` (not 24 words), `unknown` (a word is not in the list), or `checksum` (each word is in
            the list, but one is not the word that was written down, or the order is another).
        position: 1 to 24, of the unknown word; 0 for the other codes.
        word: the unknown word as it was typed, for the person who typed it; never for a log.
    """

    def __init__(self, code: str, *, position: int = 0, word: str = "") -> None:
        super().__init__(code if not position else f"{code} at {position}")
        self.code = code
        self.position = position
        self.word = word


def words_from_entropy(entropy: bytes) -> list[str]:
    """Return the 24 words that stand for `entropy`.

    Raises:
        ValueError: not 32 bytes.
    """
    if len(entropy) != ENTROPY_BYTES:
        raise ValueError(f"the entropy is {ENTROPY_BYTES} bytes, not {len(entropy)}")
    return _english().to_mnemonic(entropy).split(" ")


def entropy_from_words(words: str | list[str]) -> bytes:
    """Return the 32 bytes that the words stand for; case and white space do not matter.

    Raises:
        WordsWrong: which see.
    """
    typed = _typed(words)
    known = _known_words()
    for position, word in enumerate(typed, 1):
        if word not in known:
            raise WordsWrong("unknown", position=position, word=word)
    if len(typed) != WORDS:
        raise WordsWrong("count")
    try:
        return bytes(_english().to_entropy(typed))
    except ValueError as error:
        raise WordsWrong("checksum") from error


def member_seed(entropy: bytes) -> bytes:
    """Return the seed of the member's signing key: `derive(entropy, "member key")`."""
    return derive(entropy, "member key")


def english_words() -> list[str]:
    """Return the 2048 words of the list, in its order."""
    return list(_english().wordlist)


def _typed(words: str | list[str]) -> list[str]:
    text = words if isinstance(words, str) else " ".join(words)
    return unicodedata.normalize("NFKC", text).lower().split()


@lru_cache(maxsize=1)
def _english() -> Mnemonic:
    return Mnemonic("english")


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    return frozenset(english_words())
