"""Work that is done once for each different cell: dates, currencies and states repeat by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from cohong.importing.limits import VALUE_CHARACTERS_SHOWN

KEPT_MAX: Final = 65_536

Found = TypeVar("Found")


class Memo(dict[str, Found], Generic[Found]):
    """A mapping from a cell to what `work` makes of it; a hit costs no more than any dictionary's.

    It keeps the first KEPT_MAX different short cells, so that a column of unlike cells does not fill the
    memory.
    """

    def __init__(self, work: Callable[[str], Found]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, cell: str) -> Found:
        found = self._work(cell)
        if len(self) < KEPT_MAX and len(cell) <= VALUE_CHARACTERS_SHOWN:
            self[cell] = found
        return found
