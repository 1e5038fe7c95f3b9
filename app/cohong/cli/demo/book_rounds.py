"""Read a firm's obligations a window at a time, round and round.

A demonstration that measures its nodes must not keep them busy with questions: reading all rows after each change
would. Windows in which nothing is left to do are left out, until the number of rows changes and all may have moved.
"""

from typing import Final

from cohong.api.views import BookPage, ObligationRow
from cohong.cli.node_client import NodeClient

WINDOW_ROWS: Final = 200


class BookRounds:
    """Where the reading is, and which windows it leaves out."""

    def __init__(self) -> None:
        self._total = 0
        self._window = 0
        self._settled: set[int] = set()

    def read(self, node: NodeClient) -> list[ObligationRow]:
        """Return the rows of the next window in which something may be left to do."""
        self._window = self._next_window()
        page: BookPage = node.ask(
            "book.rows",
            filter="mine",
            sort="issued",
            descending=False,
            first=self._window * WINDOW_ROWS,
            count=WINDOW_ROWS,
        )
        if page.total != self._total:
            self._total = page.total
            self._settled.clear()
        return page.rows

    def settle(self, is_settled: bool) -> None:
        """Note whether nothing is left to do in the window read last."""
        if is_settled:
            self._settled.add(self._window)

    def has_left(self) -> bool:
        """Return whether a round has not come to all windows that are not settled."""
        return any(window > self._window for window in self._left())

    def _next_window(self) -> int:
        left = self._left()
        later = [window for window in left if window > self._window]
        # With nothing left, the last window shows whether rows have been added.
        return later[0] if later else left[0] if left else max(0, self._windows() - 1)

    def _left(self) -> list[int]:
        return [window for window in range(self._windows()) if window not in self._settled]

    def _windows(self) -> int:
        return -(-self._total // WINDOW_ROWS)
