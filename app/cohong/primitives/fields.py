"""Reading decoded maps and arrays field by field: what is missing, unknown or out of form is refused by name."""

import unicodedata
from collections.abc import Collection
from typing import cast

from cohong.primitives.encoding import Value
from cohong.primitives.entry import SALT_BYTES, TIME_MS_MAX, is_id
from cohong.primitives.errors import RemoteProtocolError


def is_plain(text: str) -> bool:
    """Return whether text has no control characters, surrogates or line breaks.

    `isprintable` alone would refuse the wide space of Chinese text, and what it takes grows with Python's Unicode:
    nodes would disagree. The four categories are fixed.
    """
    return text.isprintable() or not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text)


class Fields:
    """A decoded map with exactly the expected fields.

    Each reader raises RemoteProtocolError with the code given here and the field's name.
    """

    def __init__(self, value: Value, names: Collection[str], code: str) -> None:
        self._code = code
        if type(value) is not dict or set(value) != set(names):
            raise RemoteProtocolError(code, "fields")
        self._map = value
        if "salt" in self._map:
            self.blob("salt", SALT_BYTES)

    def _refuse(self, name: str) -> RemoteProtocolError:
        return RemoteProtocolError(self._code, name)

    def value(self, name: str) -> Value:
        """Return a field as it is."""
        return self._map[name]

    def number(self, name: str, least: int = 0, most: int = 2**63 - 1) -> int:
        """Return an integer within bounds."""
        value = self._map[name]
        if type(value) is not int or not least <= value <= most:
            raise self._refuse(name)
        return value

    def time_ms(self, name: str) -> int:
        """Return UTC milliseconds up to the end of the year 9999."""
        return self.number(name, most=TIME_MS_MAX)

    def blob(self, name: str, size: int) -> bytes:
        """Return bytes of just this size."""
        value = self._map[name]
        if type(value) is not bytes or len(value) != size:
            raise self._refuse(name)
        return value

    def exact(self, name: str) -> bytes:
        """Return bytes of any size."""
        value = self._map[name]
        if type(value) is not bytes:
            raise self._refuse(name)
        return value

    def text(self, name: str, most: int, least: int = 0) -> str:
        """Return text of so many characters, without control characters or line breaks."""
        value = self._map[name]
        if type(value) is not str or not least <= len(value) <= most or not is_plain(value):
            raise self._refuse(name)
        return value

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._map[name]
        if type(value) is not bool:
            raise self._refuse(name)
        return value

    def ids(self, name: str, most: int) -> list[bytes]:
        """Return a list of at most so many ids, all different."""
        value = self._map[name]
        if type(value) is not list or len(value) > most or not all(map(is_id, value)):
            raise self._refuse(name)
        found = cast("list[bytes]", value)
        if len(set(found)) != len(found):
            raise self._refuse(name)
        return found

    def only_name(self) -> bytes:
        """Return the one id that stands under `names`."""
        found = self.ids("names", 1)
        if len(found) != 1:
            raise self._refuse("names")
        return found[0]
