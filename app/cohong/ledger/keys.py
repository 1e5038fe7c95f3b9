"""Which keys are one member's: the one that it has, and those that this one has replaced.

Entries and objects name the key that wrote them, for good. Who is asked about is a member, whatever key it had: the
queries about one put `keys_of` in the place of its number.
"""

from __future__ import annotations

from collections.abc import Mapping

from cohong.ledger.connection import Connection
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import MemberId


def holder_of(key: str) -> str:
    """Return SQL for the number of the key that a member has today; `key` is an expression for one of its keys."""
    return f"coalesce((SELECT new FROM replaced_keys WHERE old = {key}), {key})"


def keys_of(key: str) -> str:
    """Return SQL for the numbers of all keys of a member, to stand behind IN; `key` is a parameter for one of them."""
    return f"(SELECT {holder_of(key)} UNION ALL SELECT old FROM replaced_keys WHERE new = {holder_of(key)})"


class Keys:
    """The table of replaced keys, written on one connection. It follows from the charter chain."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def follow(self, replaced: Mapping[MemberId, MemberId]) -> None:
        """Know these keys as replaced, and no others: old key -> the one that acts for it now."""
        with self._connection.transaction():
            pairs = {tuple(map(self._numbers.intern_member, pair)) for pair in replaced.items()}
            if pairs != set(self._connection.rows("SELECT old, new FROM replaced_keys")):
                self._connection.run("DELETE FROM replaced_keys")
                self._connection.run_many("INSERT INTO replaced_keys VALUES (?, ?)", sorted(pairs))
