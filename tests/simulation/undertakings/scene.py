"""What somebody sees who writes, and how something is drawn from it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from tests.simulation.dealings import Dealing, Shelf

from cohong.book.objects import Obligation, ObligationState
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId

Found = TypeVar("Found")


@dataclass(frozen=True)
class Scene:
    """The book as it is, who there is, and the day."""

    chance: random.Random
    shelf: Shelf
    members: Sequence[MemberId]
    today: str

    def objects(self, what: type[Found]) -> list[Found]:
        """Return the objects of one type."""
        return [item for item in self.shelf.objects() if isinstance(item, what)]

    def obligations(self, *states: ObligationState) -> list[Obligation]:
        """Return the obligations in some states."""
        return [item for item in self.objects(Obligation) if item.state in states]

    def some(self, items: Sequence[Found]) -> Found | None:
        """Return one of some things, None if there is none."""
        return self.chance.choice(items) if items else None

    def is_so(self, share: float) -> bool:
        """Return true in so many of all cases."""
        return self.chance.random() < share

    def day(self, *days: int) -> str:
        """Return a day so many days from today, one of those given."""
        return (date.fromisoformat(self.today) + timedelta(days=self.chance.choice(days))).isoformat()

    def around(self, *tops: int) -> int:
        """Return an amount at or near one of several tops."""
        top = self.chance.choice(tops)
        return max(1, self.chance.choice([1, top // 2, top - 1, top, top, top, top + 1]))


Act = Callable[[Scene], Dealing | None]


def undertaking(scene: Scene, acts: Sequence[Act]) -> Dealing | None:
    """Return what comes next of one of some acts that are possible; mostly by whom the rules allow it."""
    for act in scene.chance.sample(acts, len(acts)):
        found = act(scene)
        if found is not None:
            return found if scene.is_so(0.95) else replace(found, author=scene.chance.choice(scene.members))
    return None


def names_said(body: dict[str, Value]) -> list[Value]:
    """Return what a record names."""
    names = body["names"]
    assert isinstance(names, list), "what stands is well-formed"
    return names


def nearly(scene: Scene, set_offs: list[int]) -> list[int]:
    """Return what it should not be: too much or too little of one or of all, of one what is another's, or nothing."""
    by, at, other = scene.chance.choice([-1, 1]), *scene.chance.choices(range(len(set_offs)), k=2)
    one = [minor + by * (place == at) for place, minor in enumerate(set_offs)]
    moved = [minor - by * (place == other) for place, minor in enumerate(one)]
    every = [minor + by * (minor > 0) for minor in set_offs]
    wrong = scene.chance.choice([one, moved, every, [0] * len(set_offs)])
    return [max(0, minor) for minor in wrong]
