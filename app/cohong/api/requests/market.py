"""What is for sale."""

from typing import Literal

from cohong.api.requests.base import Params

BoardFilter = Literal["all", "own", "others"]
BoardSort = Literal["newest", "due", "amount", "discount"]


class Board(Params, frozen=True):
    """Offers to sell, from place `first` on.

    Attributes:
        filter: `own` are this member's.
        currency: the only one that is meant; "" for all.
        sort: `newest` first, the earliest `due` day, the largest `amount`, or the largest yearly `discount` first.
    """

    filter: BoardFilter = "all"
    currency: str = ""
    sort: BoardSort = "newest"
    first: int = 0
    count: int = 100
