"""What may happen next in a schedule: the form of the tables of operations and faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tests.simulation.run import Run

Act: TypeAlias = "Callable[[Run], bool]"
"""Something that may happen: returns whether it did."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An operation or a fault.

    Attributes:
        weight: how often it is drawn beside the others.
    """

    name: str
    weight: int
    act: Act
