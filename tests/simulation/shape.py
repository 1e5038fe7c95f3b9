"""What one schedule is like: how many members, of which how many hostile, how long, and what is likely to happen."""

import random
from dataclasses import dataclass, replace

from tests.simulation.choices import Choice
from tests.simulation.faults import (
    CURES,
    DATED_AHEAD,
    FAULTS,
    FLOODS,
    GIANT_FLOODS,
    HOSTILE_ACTS,
    HOSTILE_DEALS,
    HOSTILE_LEADERS,
    HOSTILE_MOTIONS,
    HOSTILE_VOTES,
)
from tests.simulation.operations import DEALS, ENDS, MANY_MOTIONS, MOTIONS, OPERATIONS, RULINGS

DAY_MS = 86_400_000
LOOK_SHARE = 0.04


BUSY_TIMES = 3
"""How much likelier what makes a chain busy is than it would be beside all the rest."""

MANY_MEMBERS = 13
"""From so many on members have few neighbours, unless the people change: a schedule costs by the links."""

LOW_QUOTA = 100
NEWCOMERS_TIMES = 2
DEALS_TIMES = 3
"""How much likelier than the rest what happens to what is owed is, where it does."""

GRACE_DAYS = 7
ENDS_WITHIN_DAYS = (0, 0, 1, 2)
"""So many days after its own a proposal must be answered at the latest, where proposals end."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn shape.

    Attributes:
        link_share: share of all pairs that are neighbours beyond those in the ring.
        long_share: share of pauses that last from minutes to 60 days.
        look_share: share of steps after which one machine is looked at from top to bottom.
        replay_share: share of looks at which all entries are read anew in another order.
        grace_days: how long after a proposal's end a block still reaches what relies on it.
        ends_within_days: for how long proposals are valid, drawn for each; for as long as one looks, where empty.
        strips: whether hostile members leave out what ballots say.
        asides: what happens beside all else.
        waits_for_clock: whether somebody may date entries ahead, or write more than is taken in a day, so that the end
            has to wait for days.
    """

    members: int
    hostile: int
    steps: int
    final: str
    link_share: float
    long_share: float
    look_share: float
    replay_share: float
    clock_offsets_ms: tuple[int, ...]
    waits_for_clock: bool
    choices: tuple[Choice, ...]
    weights: tuple[int, ...]
    entries_per_day: int = 50_000
    grace_days: int = GRACE_DAYS
    ends_within_days: tuple[int, ...] = ()
    strips: bool = False
    has_newcomers: bool = False
    asides: tuple[Choice, ...] = ()

    @property
    def has_low_quota(self) -> bool:
        """Whether members write more than is taken of one in a day."""
        return self.entries_per_day == LOW_QUOTA

    def __str__(self) -> str:
        likely = ", ".join(c.name for c, weight in zip(self.choices, self.weights, strict=True) if weight)
        return f"{self.members} members, {self.hostile} hostile, final {self.final}, {self.steps} steps of: {likely}"


def with_motions(shape: Shape) -> Shape:
    """Return the shape with motions among what may happen, and what hostile voters make of them.

    All are neighbours then, or half of all pairs where there are many: else whoever is expelled might cut the others
    off from one another.
    """
    link_share = 1.0 if shape.members < MANY_MEMBERS else 0.5
    return _with(replace(shape, link_share=link_share), (*MOTIONS, *(HOSTILE_MOTIONS if shape.hostile else ())))


def with_busy_chain(shape: Shape) -> Shape:
    """Return a shape with motions where several pass at once, and hostile voters lead as they like."""
    return _with(shape, (*MANY_MOTIONS, *(HOSTILE_LEADERS if shape.hostile else ())), BUSY_TIMES)


def _with(shape: Shape, more: tuple[Choice, ...], times: int = 1) -> Shape:
    weights = (*shape.weights, *(choice.weight * times for choice in more))
    return replace(shape, choices=(*shape.choices, *more), weights=weights)


def with_low_quota(shape: Shape) -> Shape:
    """Return the shape with a charter that takes little of a member in a day, and members that write more."""
    low = replace(shape, entries_per_day=LOW_QUOTA, waits_for_clock=True)
    return _with(low, FLOODS if shape.hostile else ())


def with_hostile_votes(shape: Shape) -> Shape:
    """Return the shape with votes that are withheld, and votes by a roster of before."""
    return _with(shape, HOSTILE_VOTES if shape.hostile else ())


def with_giant_floods(shape: Shape) -> Shape:
    """Return the shape with floods that no bound but that of the waiting room stops."""
    return _with(shape, GIANT_FLOODS if shape.hostile else ())


def with_ends(shape: Shape, chance: random.Random) -> Shape:
    """Return the shape with proposals that end while one looks, so that an answer may come too late for a block."""
    return replace(
        shape, grace_days=chance.choice([0, 0, 1]), ends_within_days=ENDS_WITHIN_DAYS,
        choices=(*shape.choices, *ENDS), weights=(*shape.weights, *(choice.weight for choice in ENDS)),
    )  # fmt: skip


def with_deals(shape: Shape, *, has_motions: bool) -> Shape:
    """Return the shape with more that happens to what is owed, and more steps: each thing rests on others."""
    more = (*DEALS, *(RULINGS if has_motions else ()), *(HOSTILE_DEALS if shape.hostile else ()))
    return _with(replace(shape, steps=2 * shape.steps), more, DEALS_TIMES)


def with_newcomers(shape: Shape) -> Shape:
    """Return the shape with more steps: it takes many until a newcomer is a member and does what others do."""
    return replace(shape, steps=NEWCOMERS_TIMES * shape.steps, has_newcomers=True)


def draw_shape(chance: random.Random) -> Shape:
    """Return a shape: mostly small and short, now and then large."""
    size = chance.random()
    members = chance.randint(3, 4) if size < 0.6 else chance.randint(5, 7) if size < 0.94 else chance.randint(8, 12)
    if size > 0.985:
        members = chance.choice([chance.randint(MANY_MEMBERS, 18), chance.randint(MANY_MEMBERS, 30)])
    # Mostly few enough for the others to agree on blocks: else these are proposed in vain, for as long as one looks.
    shares = [0, 0, 1] if members == 3 else [0, 0, 0, 1, 1, 1, 1, 1, 2] if members < 7 else [0, 1, 1, 2, 2]
    hostile = chance.choice(shares)
    steps = chance.randint(15, 45) if members < 8 else chance.randint(10, 25 if members < MANY_MEMBERS else 14)
    offsets = chance.choices([(0,), (-900, 0, 900), (-90_000, 0, 90_000), (-DAY_MS, 0, 0, DAY_MS)], [4, 4, 2, 1])[0]
    always = (*OPERATIONS, *CURES)
    choices = (*always, *FAULTS, *(HOSTILE_ACTS if hostile else ()))
    # Each kind of fault is left out of half of the schedules, so that what it hides comes out too.
    weights = [choice.weight if choice in always else choice.weight * chance.choice([0, 1]) for choice in choices]
    link_share = chance.choice([0.3, 1.0, 1.0]) if members < MANY_MEMBERS else 0.1
    dates_ahead = any(c.name == DATED_AHEAD and weight for c, weight in zip(choices, weights, strict=True))
    final, long_share = chance.choice(["two-thirds", "majority"]), chance.choice([0.0, 0.02, 0.06])
    return Shape(
        members, hostile, steps, final, link_share, long_share, LOOK_SHARE, 0.5, offsets, dates_ahead, choices,
        tuple(weights),
    )  # fmt: skip
