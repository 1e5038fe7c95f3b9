"""Words for a member id, for two people who compare it over the telephone.

They stand beside the start of the id and never in its place: what is signed, stored and sent is the id. The words are
those of BIP-39 that recovery words are made of, in English in every language: the first four letters of each tell it
from all others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from cohong.crypto.words import english_words

WORDS: Final = 3
NUMBERS: Final = 1000
TELLING_LETTERS: Final = 4
"""By how many letters each word of the list differs from all others."""

_LISTED: Final = 2048
_PLACES: Final = _LISTED**WORDS * NUMBERS

# BLAKE2b's own personalisation field: a hash of an id for another use says nothing about its words.
_PERSON: Final = b"cohong/idwords/1"


def id_words(member: bytes) -> str:
    """Return three words and three digits for a member id, as `calm-river-otter-218`.

    They are the BLAKE2b-64 of the id modulo 2048^3 * 1000, the most significant word first: just under 43 bits of the
    256, so they prove nothing. They catch a wrong pick or a slip. Somebody who makes keys until one has the words of a
    given member needs 8.6 * 10^12 of them on average: ten days at ten million a second, in reach of one graphics card;
    of any of n members, n times fewer. Two keys of one's own with the same words are there after four million. Who must
    be sure compares the whole id.

    Args:
        member: 32 bytes.
    """
    rest, number = divmod(place_of(member), NUMBERS)
    listed = english_words()
    words: list[str] = []
    for _ in range(WORDS):
        rest, place = divmod(rest, _LISTED)
        words.insert(0, listed[place])
    return "-".join([*words, f"{number:03}"])


def place_of(member: bytes) -> int:
    """Return which of all words with a number those of this id are, from 0."""
    digest = hashlib.blake2b(member, digest_size=8, person=_PERSON).digest()
    return int.from_bytes(digest, "big") % _PLACES


def place_of_words(typed: Sequence[str]) -> int | None:
    """Return what `place_of` does for the ids whose words these are, in small letters; None if they are none.

    Four letters of a word are enough, and tell it from all others.
    """
    *words, number = typed if typed else [""]
    if len(words) != WORDS or not (number.isdecimal() and len(number) == len(str(NUMBERS - 1))):
        return None
    listed, place = english_words(), 0
    for word in words:
        first = next((at for at, each in enumerate(listed) if each == word or _is_short_for(word, each)), None)
        if first is None:
            return None
        place = place * _LISTED + first
    return place * NUMBERS + int(number)


def _is_short_for(word: str, listed: str) -> bool:
    return len(word) >= TELLING_LETTERS and listed.startswith(word)
