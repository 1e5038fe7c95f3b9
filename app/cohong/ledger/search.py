"""Search of members by name in any script, by identifier, by the beginning of the id, or by its words.

Names and identifiers are folded (`names`). The tables know each *word* once, however many members have it, with the
pairs of letters in it; so a part of a word is found by the rarest of its pairs, and common words cost no more than rare
ones. Most Chinese names are one word: each of its characters counts as a pair too. One or two letters of other scripts
are looked for at the beginning of words alone, where whoever begins to type means them.

What a search reads has a bound, whatever the book has: whole names and their beginnings are all found, in order; of
members that have the words somewhere else in their names the first few hundred are.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cohong.crypto.id_words import place_of, place_of_words
from cohong.ledger.connection import Connection
from cohong.ledger.names import folded_text, is_dense, words_of
from cohong.ledger.numbers import Numbers
from cohong.ledger.search_tables import words_in
from cohong.primitives.ids import MemberId

WORDS_MAX: Final = 8
TEXT_CHARS_MAX: Final = 200
ID_DIGITS_MIN: Final = 4
ID_DIGITS_SURE: Final = 8
"""Digits from which on an id is what is meant; fewer can be a word, such as `cafe`, or a part of a number."""

LINK_BEGINS: Final = "cohong:"
VOCABULARY_MAX: Final = 2_000
"""Words that one word of a search may stand for."""
PAIRS_READ_MAX: Final = 4_000
"""Words with the rarest pair of a searched one that are looked at for having it inside."""
CANDIDATES_MAX: Final = 1_000
"""Members whose names are read to see whether they have all the words."""
SHOWN_BY_NAME_MAX: Final = 400
"""Members that have one searched word, among which those that come first by name are found."""
_UNFIT: Final = 1_000
LAST_LETTER: Final = "\U0010ffff"
"""Behind all that begins with the same letters."""


class Word(NamedTuple):
    """A word of the tables, and how it fits a searched one: is it (0), begins with it (1), has it in it (2).

    `Guesses` has more, by errors.
    """

    no: int
    text: str
    members: int
    fit: int


class Found(NamedTuple):
    """The members that fit, the best first; `is_sure` if one is called just so, or has each of the words whole."""

    members: list[MemberId]
    is_sure: bool


class MemberSearch:
    """Searches in the search tables (`SearchTables`), on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def search(self, text: str, limit: int) -> Found:
        """Return members that have every word of `text` in a name or identifier, or whose id begins with it.

        Whole names come before beginnings of names, these before the rest; then by name.
        """
        words = searched_words(text)
        digits = id_digits(text)
        if not (words or digits) or limit <= 0:
            return Found([], is_sure=False)
        by_key, is_whole = self._by_key("".join(words), limit) if words else ([], False)
        by_words, has_all = self._by_words(words, limit) if words else ([], False)
        named = [self._numbers.member(number) for number in dict.fromkeys([*by_key, *by_words])]
        by_id, by_id_words = self._by_id(digits), self._by_id_words(words)
        both = [*by_id, *named] if len(digits) >= ID_DIGITS_SURE else [*named, *by_id]
        return Found(list(dict.fromkeys([*by_id_words, *both]))[:limit], is_whole or has_all or bool(by_id_words))

    def _by_key(self, key: str, limit: int) -> tuple[list[int], bool]:
        """Return members whose name or number begins with `key`, and whether one is `key`."""
        rows = self._connection.rows(
            "SELECT n.key, p.shown, n.member FROM (SELECT key, member FROM search_names WHERE key >= ? AND key < ?"
            " ORDER BY key, member LIMIT ?) n JOIN profiles p ON p.member = n.member ORDER BY 1, 2, 3",
            (key, key + LAST_LETTER, limit),
        )
        return [int(row[2]) for row in rows], bool(rows) and rows[0][0] == key

    def _by_words(self, words: Sequence[str], limit: int) -> tuple[list[int], bool]:
        """Return members that have all these words somewhere, and whether one has each of them whole."""
        most = max(limit, SHOWN_BY_NAME_MAX)
        if len(words) == 1:
            found = self.members_with(self.vocabulary(words[0], most), most)
            ranked = [(word.fit, number) for number, word in found.items()]
        else:
            ranked = self._with_all(words)
        best = self.in_order(ranked)
        return [number for _, number in best[:limit]], bool(best) and best[0][0] == 0

    def _with_all(self, words: Sequence[str]) -> list[tuple[int, int]]:
        choices = {word: self.vocabulary(word) for word in words}
        if not all(choices.values()):
            return []
        rarest = min(choices.values(), key=lambda choice: sum(word.members for word in choice))
        fits = [{each.text: each.fit for each in choice} for choice in choices.values()]
        return self.fitting(self.members_with(rarest, CANDIDATES_MAX), fits)

    def vocabulary(self, word: str, most: int = VOCABULARY_MAX) -> list[Word]:
        """Return the words of the tables that `word` is, begins or, unless it is very short, is in, the best first.

        Of each kind up to `most`.
        """
        rows = self._connection.rows(
            "SELECT no, word, members, word <> ?1 FROM search_words WHERE word >= ?1 AND word < ?2"
            " ORDER BY word LIMIT ?3",
            (word, word + LAST_LETTER, most),
        )
        found = list(map(Word._make, rows))
        if len(word) > 2 or is_dense(word):
            found += self._words_around(word, most)
        return found

    def _words_around(self, word: str, most: int) -> list[Word]:
        rarest = self.rarest_pairs(word, 1)
        if not rarest:
            return []
        rows = self._connection.rows(
            "SELECT w.no, w.word, w.members, 2 FROM (SELECT word FROM search_pairs WHERE pair = ?1 LIMIT ?2) p"
            " JOIN search_words w ON w.no = p.word WHERE instr(w.word, ?3) > 1 AND substr(w.word, 1, length(?3)) <> ?3"
            " LIMIT ?4",
            (rarest[0], PAIRS_READ_MAX, word, most),
        )
        return list(map(Word._make, rows))

    def rarest_pairs(self, word: str, count: int, *, missing: bool = True) -> list[str]:
        """Return the pairs of `word` that stand in the fewest words of the tables.

        None at all if one stands in none of them, unless `missing` is false: then that one is left out.
        """
        rarest: list[tuple[int, str]] = []
        for pair in sorted({word[start : start + 2] for start in range(max(1, len(word) - 1))}):
            enough = rarest[-1][0] if len(rarest) == count else PAIRS_READ_MAX
            size = self._words_with(pair, enough)
            if size:
                rarest = sorted([*rarest, (size, pair)])[:count]
            elif missing:
                return []
        return [pair for _, pair in rarest]

    def _words_with(self, pair: str, most: int) -> int:
        row = self._connection.row(
            "SELECT count(*) FROM (SELECT 1 FROM search_pairs WHERE pair = ? LIMIT ?)", (pair, most)
        )
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def members_with(self, words: Sequence[Word], most: int) -> dict[int, Word]:
        """Return up to `most` members that have one of these words, each with the first that it has."""
        # CROSS JOIN keeps the order of the words.
        rows = self._connection.rows(
            "SELECT m.member, w.key FROM json_each(?) w CROSS JOIN search_members m ON m.word = w.value LIMIT ?",
            (json.dumps([word.no for word in words]), most),
        )
        found: dict[int, Word] = {}
        for number, place in rows:
            found.setdefault(number, words[place])
        return found

    def fitting(self, candidates: Iterable[int], fits: Sequence[Mapping[str, int]]) -> list[tuple[int, int]]:
        """Return (sum of fits, member) for those that have, for each searched word, one of the words that fit it."""
        texts: dict[int, list[str]] = {}
        rows = self._connection.rows(
            "SELECT member, name FROM search_names WHERE member IN (SELECT value FROM json_each(?))",
            (json.dumps(list(candidates)),),
        )
        for number, name in rows:
            texts.setdefault(number, []).append(name)
        found = []
        for number, names in texts.items():
            words = words_in(names)
            each = [min((fit[word] for word in words if word in fit), default=_UNFIT) for fit in fits]
            if _UNFIT not in each:
                found.append((sum(each), number))
        return found

    def in_order(self, found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return (rank, member) by rank, then by the name for lists."""
        ranks = {number: rank for rank, number in found}
        rows = self._connection.rows(
            "SELECT member, shown FROM profiles WHERE member IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ranks)),),
        )
        shown = {int(member): str(name) for member, name in rows}
        return sorted(((rank, number) for number, rank in ranks.items()), key=lambda it: (it[0], shown[it[1]], it[1]))

    def _by_id(self, digits: str) -> list[MemberId]:
        if not digits:
            return []
        low = bytes.fromhex(digits.ljust(64, "0"))
        high = bytes.fromhex(digits.ljust(64, "f"))
        rows = self._connection.rows(
            "SELECT id FROM members WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 100", (low, high)
        )
        return [MemberId(row[0]) for row in rows]

    def _by_id_words(self, words: Sequence[str]) -> list[MemberId]:
        """Return whose words for the telephone these are. All ids are gone through: 0.1 s with 100,000 members."""
        place = place_of_words(words)
        if place is None:
            return []
        ids = (MemberId(row[0]) for row in self._connection.rows("SELECT id FROM members"))
        return [member for member in ids if place_of(member) == place]


def searched_words(text: str) -> list[str]:
    """Return the words that are looked for, folded."""
    return words_of(folded_text(text[:TEXT_CHARS_MAX]))[:WORDS_MAX]


def id_digits(text: str) -> str:
    """Return the digits of an id, or of its beginning, pasted with blanks or as a link; empty if it can't be one."""
    bare = "".join(text[:TEXT_CHARS_MAX].casefold().removeprefix(LINK_BEGINS).split()).strip("/")
    return bare if ID_DIGITS_MIN <= len(bare) <= 64 and set(bare) <= set(string.hexdigits) else ""
