"""The tables that a search of members reads: what their profiles say, word by word, as `names` folds it.

Each *word* is there once, however many members have it, with the number of these and with its pairs of letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from cohong.book.objects import Profile
from cohong.ledger.connection import Connection
from cohong.ledger.names import FOLDING, folded_text, is_dense, key_of, look_of, telling_letters, words_of

LEARNT_AT_OPENING: Final = 1_000
"""Members for whom opening a ledger waits a moment while the tables are made anew."""

_MADE_BY: Final = "search.folding"
_NEXT: Final = "search.next"
"""While the tables are made anew: by which folding, and the number of the member from which on they lack some."""

_TABLES: Final = ("search_names", "search_words", "search_members", "search_pairs", "search_looks")
_NAMES: Final = "SELECT name FROM search_names WHERE member = ?"
_MET: Final = (
    "INSERT INTO search_words (word, backwards, members) VALUES (?, ?, 1)"
    " ON CONFLICT DO UPDATE SET members = members + 1"
)


class SearchTables:
    """The search tables, written on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def bring_up_to_date(self) -> None:
        """Begin the tables anew if they were made by another way of folding, or are those of an older version.

        The first members are learnt at once, which is all of them in most networks; the others by `learn_more`.
        """
        if self._setting(_MADE_BY) == FOLDING:
            return
        with self._connection.transaction():
            if next_to_learn(self._connection) is None:
                for table in _TABLES:
                    self._connection.run(f"DELETE FROM {table}")
                self._set(_NEXT, b"%s 0" % FOLDING)
                # From here on they are nobody's: an older program that is put back must not take them for its own.
                self._connection.run("DELETE FROM settings WHERE name = ?", (_MADE_BY,))
        self.learn_more(LEARNT_AT_OPENING)

    def learn_more(self, count: int) -> bool:
        """Make the next `count` members findable while the tables are made anew; returns whether any are left."""
        begin = next_to_learn(self._connection)
        if begin is None:
            return False
        with self._connection.transaction():
            rows = self._connection.rows(
                "SELECT member, names, identifiers FROM profiles WHERE member >= ? ORDER BY member LIMIT ?",
                (begin, count + 1),
            )
            for member_no, names, identifiers in rows[:count]:
                self._forget(member_no)  # whose profile may have come since the tables were begun
                self._learn(member_no, [name for _, name in json.loads(names)], _values(identifiers))
            if len(rows) > count:
                self._set(_NEXT, b"%s %d" % (FOLDING, rows[count][0]))
            else:
                self._set(_MADE_BY, FOLDING)
                self._connection.run("DELETE FROM settings WHERE name = ?", (_NEXT,))
        return len(rows) > count

    def _setting(self, name: str) -> bytes | None:
        row = self._connection.row("SELECT value FROM settings WHERE name = ?", (name,))
        return None if row is None else bytes(row[0])

    def _set(self, name: str, value: bytes) -> None:
        self._connection.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def learn_profile(self, member_no: int, profile: Profile) -> None:
        """Make a member findable by what its profile says."""
        names = [name for _, name in profile.names]
        self._learn(member_no, names, [number for _, number in profile.identifiers])

    def forget_profile(self, profile_no: int) -> None:
        """Undo `learn_profile` for the profile with this number, if there is one."""
        row = self._connection.row("SELECT member FROM profiles WHERE no = ?", (profile_no,))
        if row is not None:
            self._forget(row[0])

    def _forget(self, member_no: int) -> None:
        names = [name for (name,) in self._connection.rows(_NAMES, (member_no,))]
        if not names:
            return
        words = [(word,) for word in sorted(words_in(names))]
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
            "INSERT INTO search_looks VALUES (?, ?, ?, ?)",
            [(look, member_no, telling, telling[::-1]) for look in looks for telling in (telling_letters(look),)],
        )
        for word in sorted(words_in(by_key.values())):
            self._learn_word(word, member_no)

    def _learn_word(self, word: str, member_no: int) -> None:
        self._connection.run(_MET, (word, word[::-1]))
        row = self._connection.row("SELECT no, members FROM search_words WHERE word = ?", (word,))
        assert row is not None, "it has just been put there"
        number, members = row
        self._connection.run("INSERT INTO search_members VALUES (?, ?)", (number, member_no))
        if members == 1:
            self._connection.run_many(
                "INSERT INTO search_pairs VALUES (?, ?)", [(pair, number) for pair in pairs(word)]
            )


def next_to_learn(connection: Connection) -> int | None:
    """Return the number of the member from which on the tables lack some; None if they lack nobody."""
    row = connection.row("SELECT value FROM settings WHERE name = ?", (_NEXT,))
    folding, _, number = bytes(row[0]).partition(b" ") if row is not None else (b"", b"", b"")
    return int(number) if folding == FOLDING else None


def words_in(names: Iterable[str]) -> set[str]:
    """Return the words of several folded names."""
    return {word for name in names for word in words_of(name)}


def pairs(word: str) -> set[str]:
    """Return what a word is found by: its pairs of neighbouring letters, and each letter of a dense script."""
    singles = {letter for letter in word if is_dense(letter)}
    return singles | {word[start : start + 2] for start in range(len(word) - 1)}


def _values(pairs_json: str) -> list[str]:
    return [value for _, value in json.loads(pairs_json)]
