"""Search of members by name in any script, by identifier, or by the beginning of the id.

Text is folded first: width and compatibility forms (NFKC), case, diacritics. Parts of three letters or more
are found by FTS5's trigrams; most Chinese words have two, so pairs of letters have a table of their own,
which serves single letters too.
"""

from __future__ import annotations

import string
import unicodedata
from typing import Final

from cohong.book.objects import Profile
from cohong.ledger.connection import Connection
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import MemberId

WORDS_MAX: Final = 8
TEXT_CHARS_MAX: Final = 200
ID_DIGITS_MIN: Final = 4
_LAST_LETTER: Final = "\U0010ffff"


class MemberSearch:
    """The search tables on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def learn_profile(self, member_no: int, profile: Profile) -> None:
        """Make a member findable by what its profile says."""
        parts = [*(name for _, name in profile.names), *(number for _, number in profile.identifiers)]
        folded = folded_text("\n".join(parts))
        self._connection.run("INSERT INTO trigrams (rowid, folded) VALUES (?, ?)", (member_no, folded))
        self._connection.run_many("INSERT INTO bigrams VALUES (?, ?)", [(gram, member_no) for gram in grams(folded)])

    def forget_profile(self, profile_no: int) -> None:
        """Undo `learn_profile` for the profile with this number, if there is one."""
        row = self._connection.row(
            "SELECT p.member, t.folded FROM profiles p JOIN trigrams t ON t.rowid = p.member WHERE p.no = ?",
            (profile_no,),
        )
        if row is None:
            return
        member_no, folded = row
        self._connection.run("DELETE FROM trigrams WHERE rowid = ?", (member_no,))
        self._connection.run_many(
            "DELETE FROM bigrams WHERE gram = ? AND member = ?", [(gram, member_no) for gram in grams(folded)]
        )

    def search(self, text: str, limit: int) -> list[MemberId]:
        """Return members that have every word of `text` in a name or identifier, or whose id begins with it.

        Whole names come before beginnings of names, these before the rest; then by name.
        """
        words = folded_text(text[:TEXT_CHARS_MAX]).split()[:WORDS_MAX]
        if not words or limit <= 0:
            return []
        found = [self._numbers.member(row[0]) for row in self._by_words(words, limit)]
        return list(dict.fromkeys([*self._by_id(text.strip()), *found]))[:limit]

    def _by_words(self, words: list[str], limit: int) -> list[tuple[int]]:
        conditions, values = [], []
        for word in words:
            condition, value = _having(word)
            conditions.append(condition)
            values.extend(value)
        whole = " ".join(words)
        sql = (
            "SELECT t.rowid FROM trigrams t JOIN profiles p ON p.member = t.rowid WHERE "
            + " AND ".join(conditions)
            + " ORDER BY instr(char(10) || t.folded || char(10), char(10) || ? || char(10)) = 0,"
            " instr(char(10) || t.folded, char(10) || ?) = 0, p.shown, t.rowid LIMIT ?"
        )
        return [(int(row[0]),) for row in self._connection.rows(sql, [*values, whole, whole, limit])]

    def _by_id(self, text: str) -> list[MemberId]:
        if not ID_DIGITS_MIN <= len(text) <= 64 or not set(text) <= set(string.hexdigits):
            return []
        low = bytes.fromhex(text.ljust(64, "0"))
        high = bytes.fromhex(text.ljust(64, "f"))
        rows = self._connection.rows("SELECT id FROM members WHERE id BETWEEN ? AND ? ORDER BY id", (low, high))
        return [MemberId(row[0]) for row in rows]


def folded_text(text: str) -> str:
    """Return `text` without differences of width, case and diacritics, and with single spaces between words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    lines = unicodedata.normalize("NFC", bare).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def grams(folded: str) -> set[str]:
    """Return the letters and pairs of neighbouring letters of a folded text, none across words."""
    words = folded.split()
    return {word[start : start + size] for word in words for size in (1, 2) for start in range(len(word) - size + 1)}


def _having(word: str) -> tuple[str, list[str]]:
    """Return the condition that a member has this folded word, and its values."""
    if len(word) > 2:
        quoted = '"' + word.replace('"', '""') + '"'
        return "t.rowid IN (SELECT rowid FROM trigrams WHERE trigrams MATCH ?)", [quoted]
    return "t.rowid IN (SELECT member FROM bigrams WHERE gram = ?)", [word]
