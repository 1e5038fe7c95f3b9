"""What all views share."""

from typing import Literal

import msgspec

State = Literal[
    "draft", "proposed", "active", "overdue", "settled", "declined", "defaulted", "cured", "written-off", "recovered"
]
"""State of an obligation; `overdue` is derived: something outstanding after due + grace days."""

Level = Literal["draft", "waiting", "majority", "final", "rejected", "contested", "beaten", "void"]
"""How far the voters have signed for the newest record of an obligation (`draft`: its author has not)."""

Vote = Literal["yes", "no", "both", "hold", "none"]
"""`both`: the voter has signed for it and against it, which proves that it cheats."""


class View(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all answers."""


class Amount(View, frozen=True):
    """A sum in one currency."""

    currency: str
    minor: int


class Done(View, frozen=True):
    """Nothing to tell but that it is done."""

    done: int = 1
