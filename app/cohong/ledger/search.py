"""Search of members by name in any script, by identifier, or by the beginning of the id.

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

from cohong.book.objects import Profile
from cohong.ledger.connection import Connection
from cohong.ledger.names import FOLDING, folded_text, is_dense, key_of, look_of, words_of
from cohong.ledger.numbers import Numbers
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

_SETTING: Final = "search.folding"
_TABLES: Final = ("search_names", "search_words", "search_members", "search_pairs", "search_looks")
_MET: Final = "INSERT INTO search_words (word, members) VALUES (?, 1) ON CONFLICT DO UPDATE SET members = members + 1"


class Word(NamedTuple):
    """A word of the tables, and how it fits a searched one: is it (0), begins with it (1), has it in it (2).

    `Guesses` has more, by errors.
    """

    no: int
    text: str
    members: int
    fit: int


class MemberSearch:
    """The search tables on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def bring_up_to_date(self) -> None:
        """Make the tables anew if they were made by another way of folding, or are those of an older version."""
        row = self._connection.row("SELECT value FROM settings WHERE name = ?", (_SETTING,))
        if row is not None and row[0] == FOLDING:
            return
        with self._connection.transaction():
            for table in _TABLES:
                self._connection.run(f"DELETE FROM {table}")
            rows = self._connection.rows("SELECT member, names, identifiers FROM profiles ORDER BY member")
            for member_no, names, identifiers in rows:
                self._learn(member_no, [name for _, name in json.loads(names)], _values(identifiers))
            self._connection.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_SETTING, FOLDING))

    def learn_profile(self, member_no: int, profile: Profile) -> None:
        """Make a member findable by what its profile says."""
        names = [name for _, name in profile.names]
        self._learn(member_no, names, [number for _, number in profile.identifiers])

    def forget_profile(self, profile_no: int) -> None:
        """Undo `learn_profile` for the profile with this number, if there is one."""
        row = self._connection.row("SELECT member FROM profiles WHERE no = ?", (profile_no,))
        if row is None:
            return
        (member_no,) = row
        words = [(word,) for word in self._words_of_member(member_no)]
        self._connection.run_many("UPDATE search_words SET members = members - 1 WHERE word = ?", words)
        of_word = "(SELECT no FROM search_words WHERE word = ?)"
        self._connection.run_many(
            f"DELETE FROM search_members WHERE member = {int(member_no)} AND word = {of_word}", words
        )
        unused = "(SELECT no FROM search_words WHERE word = ? AND members = 0)"
        self._connection.run_many(
            f"DELETE FROM search_pairs WHERE pair = ? AND word = {unused}",
            [(pair, word) for (word,) in words for pair in pairs(word)],
        )
        self._connection.run_many("DELETE FROM search_words WHERE word = ? AND members = 0", words)
        for table in ("search_names", "search_looks"):
            self._connection.run(f"DELETE FROM {table} WHERE member = ?", (member_no,))

    def _learn(self, member_no: int, names: Sequence[str], identifiers: Sequence[str]) -> None:
        # An identifier is one word, however it is written.
        texts = [*map(folded_text, names), *(key_of(folded_text(number)) for number in identifiers)]
        by_key = {key_of(text): text for text in texts if text}
        self._connection.run_many(
            "INSERT INTO search_names VALUES (?, ?, ?)", [(key, member_no, text) for key, text in by_key.items()]
        )
        looks = {look for look in map(look_of, names) if look}
        self._connection.run_many(
            "INSERT INTO search_looks VALUES (?, ?, ?)", [(look, member_no, look[::-1]) for look in looks]
        )
        for word in sorted(_words_in(by_key.values())):
            self._learn_word(word, member_no)

    def _learn_word(self, word: str, member_no: int) -> None:
        self._connection.run(_MET, (word,))
        row = self._connection.row("SELECT no, members FROM search_words WHERE word = ?", (word,))
        assert row is not None, "it has just been put there"
        number, members = row
        self._connection.run("INSERT INTO search_members VALUES (?, ?)", (number, member_no))
        if members == 1:
            self._connection.run_many(
                "INSERT INTO search_pairs VALUES (?, ?)", [(pair, number) for pair in pairs(word)]
            )

    def _words_of_member(self, member_no: int) -> list[str]:
        rows = self._connection.rows("SELECT name FROM search_names WHERE member = ?", (member_no,))
        return sorted(_words_in(name for (name,) in rows))

    # Searching

    def search(self, text: str, limit: int) -> list[MemberId]:
        """Return members that have every word of `text` in a name or identifier, or whose id begins with it.

        Whole names come before beginnings of names, these before the rest; then by name.
        """
        words = searched_words(text)
        digits = id_digits(text)
        if not (words or digits) or limit <= 0:
            return []
        by_id = self._by_id(digits)
        found = [*self._by_key("".join(words), limit), *self._by_words(words, limit)] if words else []
        named = [self._numbers.member(number) for number in dict.fromkeys(found)]
        both = [*by_id, *named] if len(digits) >= ID_DIGITS_SURE else [*named, *by_id]
        return list(dict.fromkeys(both))[:limit]

    def is_whole(self, text: str) -> bool:
        """Return whether a member is called so, or has this identifier."""
        return (
            self._connection.row("SELECT 1 FROM search_names WHERE key = ?", ("".join(searched_words(text)),))
            is not None
        )

    def _by_key(self, key: str, limit: int) -> list[int]:
        rows = self._connection.rows(
            "SELECT n.key, p.shown, n.member FROM (SELECT key, member FROM search_names WHERE key >= ? AND key < ?"
            " ORDER BY key, member LIMIT ?) n JOIN profiles p ON p.member = n.member ORDER BY 1, 2, 3",
            (key, key + LAST_LETTER, limit),
        )
        return [int(row[2]) for row in rows]

    def _by_words(self, words: Sequence[str], limit: int) -> list[int]:
        choices = {word: self.vocabulary(word) for word in words}
        if not all(choices.values()):
            return []
        rarest = min(choices.values(), key=lambda choice: sum(word.members for word in choice))
        if len(choices) == 1:
            found = self.members_with(rarest, max(limit, SHOWN_BY_NAME_MAX))
            best = [(word.fit, number) for number, word in found.items()]
        else:
            fits = [{each.text: each.fit for each in choice} for choice in choices.values()]
            best = self.fitting(self.members_with(rarest, CANDIDATES_MAX), fits)
        return [number for _, number in self.in_order(best)][:limit]

    def vocabulary(self, word: str) -> list[Word]:
        """Return the words of the tables that `word` is, begins or, unless it is very short, is in, the best first."""
        rows = self._connection.rows(
            "SELECT no, word, members FROM search_words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?",
            (word, word + LAST_LETTER, VOCABULARY_MAX),
        )
        found = [Word(no, text, members, 0 if text == word else 1) for no, text, members in rows]
        if len(word) > 2 or is_dense(word):
            found += self._words_around(word)
        return found

    def _words_around(self, word: str) -> list[Word]:
        rarest = self.rarest_pairs(word, 1, PAIRS_READ_MAX)
        if not rarest:
            return []
        rows = self._connection.rows(
            "SELECT w.no, w.word, w.members FROM (SELECT word FROM search_pairs WHERE pair = ? LIMIT ?) p"
            " JOIN search_words w ON w.no = p.word WHERE instr(w.word, ?) > 1 LIMIT ?",
            (rarest[0], PAIRS_READ_MAX, word, VOCABULARY_MAX),
        )
        return [Word(no, text, members, 2) for no, text, members in rows if not text.startswith(word)]

    def rarest_pairs(self, word: str, count: int, most: int, *, missing: bool = True) -> list[str]:
        """Return the pairs of `word` that stand in the fewest words of the tables, counted up to `most`.

        None at all if one stands in none of them, unless `missing` is false: then that one is left out.
        """
        sizes: list[tuple[int, str]] = []
        for pair in sorted({word[start : start + 2] for start in range(max(1, len(word) - 1))}):
            row = self._connection.row(
                "SELECT count(*) FROM (SELECT 1 FROM search_pairs WHERE pair = ? LIMIT ?)", (pair, most)
            )
            assert row is not None, "an aggregate always has a row"
            if row[0]:
                sizes.append((row[0], pair))
            elif missing:
                return []
        return [pair for _, pair in sorted(sizes)[:count]]

    def members_with(self, words: Iterable[Word], most: int) -> dict[int, Word]:
        """Return up to `most` members that have one of these words, each with the first that it has."""
        found: dict[int, Word] = {}
        for word in words:
            if len(found) >= most:
                break
            rows = self._connection.rows(
                "SELECT member FROM search_members WHERE word = ? LIMIT ?", (word.no, most - len(found))
            )
            for (number,) in rows:
                found.setdefault(number, word)
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
            words = _words_in(names)
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


def searched_words(text: str) -> list[str]:
    """Return the words that are looked for, folded."""
    return words_of(folded_text(text[:TEXT_CHARS_MAX]))[:WORDS_MAX]


def id_digits(text: str) -> str:
    """Return the digits of an id, or of its beginning, pasted with blanks or as a link; empty if it can't be one."""
    bare = "".join(text[:TEXT_CHARS_MAX].casefold().removeprefix(LINK_BEGINS).split()).strip("/")
    return bare if ID_DIGITS_MIN <= len(bare) <= 64 and set(bare) <= set(string.hexdigits) else ""


def pairs(word: str) -> set[str]:
    """Return what a word is found by: its pairs of neighbouring letters, and each letter of a dense script."""
    singles = {letter for letter in word if is_dense(letter)}
    return singles | {word[start : start + 2] for start in range(len(word) - 1)}


def _words_in(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in words_of(name)}


def _values(pairs_json: str) -> list[str]:
    return [value for _, value in json.loads(pairs_json)]
