"""Tables written to files."""

from typing import Literal

from cohong.api.views.base import View


class AccountBalance(View, frozen=True):
    """One currency of a statement: above 0 is owed to this member, below 0 by it."""

    currency: str
    opening_minor: int
    closing_minor: int


class ExportStatus(View, frozen=True):
    """An export of a table, running or done. Known until the node stops.

    Attributes:
        file: path.
        done, total: rows, or obligations of a statement.
        rows: written, of what is done.
        size: bytes of the file, once it is there.
        balances: of a statement.
        error: code of what stopped it.
    """

    id: str
    doing: Literal["book", "statement", "lookups"]
    state: Literal["running", "done", "cancelled", "failed"]
    file: str
    done: int = 0
    total: int = 0
    rows: int = 0
    size: int = 0
    balances: list[AccountBalance] = []
    started_ms: int = 0
    took_ms: int = 0
    error: str = ""
    detail: str = ""
