"""Members that were meant by somebody who made a typing error.

One letter wrong, missing, too many, or changed places with its neighbour is an error (optimal string alignment); long
words may have two. Words that some member has have none, unless there are several, all such. Candidates are words
of the tables with the same first letters and about the same length, and words with one of the rarest pairs behind the
second letter: an error before that leaves those alone. Of a longer word the beginning may be meant; of one in a dense
script, any part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cohong.ledger.connection import Connection
from cohong.ledger.names import is_dense
from cohong.ledger.numbers import Numbers
from cohong.ledger.search import CANDIDATES_MAX, LAST_LETTER, MemberSearch, Word, searched_words
from cohong.primitives.ids import MemberId

ERROR_COSTS: Final = 10
"""How much worse an error fits than a word that only begins with, or has in it, what is looked for."""
SHORT: Final = 5
"""Letters of a word up to which the first one alone is taken to be right: few words are as short."""
COMPARED_MAX: Final = 2_500
"""Words of the tables compared with one that is searched for, of each kind of candidates."""
_PAIRS: Final = 2


class Guesses:
    """Searches that allow for typing errors, on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._search = MemberSearch(connection, numbers)

    def guess(self, text: str, limit: int) -> list[MemberId]:
        """Return members that `text` finds if letters in some words of it are wrong, the fewest errors first."""
        words = searched_words(text)
        known = [self._search.vocabulary(word) for word in words]
        right = [bool(choice) and choice[0].fit == 0 for choice in known]
        if right == [True]:
            return []
        choices = [
            choice if is_right and not all(right) else [*choice, *self._near(word)]
            for word, choice, is_right in zip(words, known, right, strict=True)
        ]
        if not all(choices) or not any(word.fit >= ERROR_COSTS for choice in choices for word in choice):
            return []
        rarest = min(choices, key=lambda choice: sum(word.members for word in choice))
        fits = [{each.text: each.fit for each in reversed(choice)} for choice in choices]
        found = self._search.fitting(self._search.members_with(rarest, CANDIDATES_MAX), fits)
        wrong = self._search.in_order(each for each in found if each[0] >= ERROR_COSTS)
        return [self._numbers.member(number) for _, number in wrong[:limit]]

    def _near(self, word: str) -> list[Word]:
        """Return the words that `word` may stand for, the nearest first."""
        errors = errors_allowed(word)
        if not errors:
            return []
        candidates = {each.text: each for each in self._candidates(word, errors)}
        compared = [(part, text) for text in candidates for part in _parts(text, word)]
        close = process.extract(
            word, [part for part, _ in compared], scorer=OSA.distance, score_cutoff=errors, limit=None
        )
        nearest: dict[str, int] = {}
        for _, distance, place in close:
            text = compared[place][1]
            nearest[text] = min(int(distance), nearest.get(text, errors))
        return [
            candidates[text]._replace(fit=ERROR_COSTS * distance)
            for text, distance in sorted(nearest.items(), key=lambda item: (item[1], item[0]))
            if distance
        ]

    def _candidates(self, word: str, errors: int) -> Iterator[Word]:
        shortest, longest, begins = len(word) - errors, len(word) + errors, word[: 1 if len(word) <= SHORT else 2]
        rows = self._connection.rows(
            "SELECT no, word, members FROM search_words WHERE word >= ?1 AND word < ?2"
            " AND (length(word) BETWEEN ?3 AND ?4 OR length(word) > ?4 AND word >= ?5 AND word < ?6) LIMIT ?7",
            (begins, begins + LAST_LETTER, shortest, longest, word[:2], word[:2] + LAST_LETTER, COMPARED_MAX),
        )
        yield from (Word(no, text, members, 0) for no, text, members in rows)
        behind = word if is_dense(word) else word[2:]
        for pair in self._search.rarest_pairs(behind, _PAIRS, COMPARED_MAX, missing=False):
            rows = self._connection.rows(
                "SELECT w.no, w.word, w.members FROM search_pairs p JOIN search_words w ON w.no = p.word"
                " WHERE p.pair = ?1 AND length(w.word) >= ?2 AND (length(w.word) <= ?3 OR ?4) LIMIT ?5",
                (pair, shortest, longest, is_dense(word), COMPARED_MAX),
            )
            yield from (Word(no, text, members, 0) for no, text, members in rows)


def errors_allowed(word: str) -> int:
    """Return how many letters of a searched word may be wrong. A number is right or another one."""
    if any(map(str.isdigit, word)):
        return 0
    return (len(word) >= (3 if is_dense(word) else 4)) + (len(word) >= 8)


def _parts(text: str, word: str) -> Sequence[str]:
    """Return what of a word of the tables is compared: the whole, its beginning, and any part in a dense script."""
    length = len(word)
    if len(text) <= length:
        return [text]
    if is_dense(word):
        return [text[start : start + length] for start in range(len(text) - length + 1)]
    return [text, text[:length]]
