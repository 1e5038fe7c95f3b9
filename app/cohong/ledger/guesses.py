"""Members that were meant by somebody who made a typing error.

One letter wrong, missing, too many, or changed places with its neighbour is an error (optimal string alignment); long
words may have two. Words that some member has have none, unless there are several, all such. Candidates are words
of the tables with the same first or last letters, and where that is not enough those with one of the rarest pairs of
letters. Of a longer word the beginning may be meant; of one in a dense script, any part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cohong.ledger.connection import Connection, Row
from cohong.ledger.names import is_dense
from cohong.ledger.numbers import Numbers
from cohong.ledger.search import (
    CANDIDATES_MAX,
    LAST_LETTER,
    SHOWN_BY_NAME_MAX,
    MemberSearch,
    Word,
    searched_words,
)
from cohong.primitives.ids import MemberId

ERROR_COSTS: Final = 100
"""How much worse an error fits than a word that only begins with, or has in it, what is looked for."""
COMPARED_MAX: Final = 2_500
"""Words of the tables compared with one that is searched for, of each kind of candidates."""
_PAIRS: Final = 2
_ANY_LENGTH: Final = 1_000


class Guesses:
    """Searches that allow for typing errors, on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._search = MemberSearch(connection, numbers)

    def guess(self, text: str, limit: int) -> list[MemberId]:
        """Return members that `text` finds if letters in some words of it are wrong, the fewest errors first."""
        words = searched_words(text)
        ranked = self._of_one(words[0]) if len(words) == 1 else self._of_several(words)
        wrong = self._search.in_order(each for each in ranked if each[0] >= ERROR_COSTS)
        return [self._numbers.member(number) for _, number in wrong[:limit]]

    def _of_one(self, word: str) -> list[tuple[int, int]]:
        found = self._search.members_with(self._near(word), SHOWN_BY_NAME_MAX)
        return [(each.fit, number) for number, each in found.items()]

    def _of_several(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return (rank, member) for those that have them all, each as it is or, where that is allowed, nearly."""
        known = [self._search.vocabulary(word) for word in words]
        right = [bool(choice) and choice[0].fit == 0 for choice in known]
        choices = [
            choice if is_right and not all(right) else [*choice, *self._near(word)]
            for word, choice, is_right in zip(words, known, right, strict=True)
        ]
        if not all(choices) or not any(word.fit >= ERROR_COSTS for choice in choices for word in choice):
            return []
        rarest = min(choices, key=lambda choice: sum(word.members for word in choice))
        fits = [{each.text: each.fit for each in reversed(choice)} for choice in choices]
        return self._search.fitting(self._search.members_with(rarest, CANDIDATES_MAX), fits)

    def _near(self, word: str) -> list[Word]:
        """Return the words that `word` may stand for, the nearest first."""
        errors = errors_allowed(word)
        if not errors:
            return []
        fits = _fits(word, self._candidates(word, errors), errors)
        rows = self._connection.rows(
            "SELECT no, word, members FROM search_words WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps([text for text, fit in fits.items() if fit >= ERROR_COSTS]),),
        )
        near = [Word(no, text, members, fits[text]) for no, text, members in rows]
        return sorted(near, key=lambda each: (each.fit, each.text))

    def _candidates(self, word: str, errors: int) -> set[str]:
        """Return words that may be within `errors` of this one: one error leaves its first half alone, or its last."""
        dense, length = is_dense(word), len(word)
        half = 1 if dense else (length - 1) // 2
        about = (length - errors, length + errors)
        found = self._beginning("word", word[:half], about)
        found += self._beginning("backwards", word[: -half - 1 : -1], about)
        found += self._beginning("word", word[: max(half, 2)], (length + errors + 1, _ANY_LENGTH))
        if dense or errors > 1:
            for pair in self._search.rarest_pairs(word, _PAIRS, missing=False):
                found += self._with_pair(pair, (about[0], _ANY_LENGTH) if dense else about)
        return {text for (text,) in found}

    def _beginning(self, column: str, begins: str, lengths: tuple[int, int]) -> list[Row]:
        return self._connection.rows(
            f"SELECT word FROM search_words WHERE {column} >= ? AND {column} < ?"
            " AND length(word) BETWEEN ? AND ? LIMIT ?",
            (begins, begins + LAST_LETTER, *lengths, COMPARED_MAX),
        )

    def _with_pair(self, pair: str, lengths: tuple[int, int]) -> list[Row]:
        return self._connection.rows(
            "SELECT w.word FROM search_pairs p JOIN search_words w ON w.no = p.word"
            " WHERE p.pair = ? AND length(w.word) BETWEEN ? AND ? LIMIT ?",
            (pair, *lengths, COMPARED_MAX),
        )


def errors_allowed(word: str) -> int:
    """Return how many letters of a searched word may be wrong. A number is right or another one."""
    if any(map(str.isdigit, word)):
        return 0
    return (len(word) >= (3 if is_dense(word) else 4)) + (len(word) >= 8)


def _fits(word: str, texts: Iterable[str], errors: int) -> dict[str, int]:
    """Return how these fit if one of them was meant instead of `word`; those with more than `errors` are left out.

    A whole word fits better than the beginning or part of one, and one with the same first letter than another.
    """
    length, is_any_part = len(word), is_dense(word)
    compared = [(text, part) for text in texts for part in _parts(text, length, is_any_part=is_any_part)]
    close = process.extract(word, [part for _, part in compared], scorer=OSA.distance, score_cutoff=errors, limit=None)
    fits: dict[str, int] = {}
    for part, distance, place in close:
        text = compared[place][0]
        fit = ERROR_COSTS * int(distance) + (part != text) + (part[0] != word[0])
        fits[text] = min(fit, fits.get(text, fit))
    return fits


def _parts(text: str, length: int, *, is_any_part: bool) -> Sequence[str]:
    """Return what of a word of the tables is compared: the whole, its beginning, and any part in a dense script."""
    if len(text) <= length:
        return (text,)
    if is_any_part:
        return (text, *(text[start : start + length] for start in range(len(text) - length + 1)))
    return (text, text[:length])
