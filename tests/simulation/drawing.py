"""What a seed decides before anything happens: where all that follows is drawn from, and what the schedule is like.

What only some schedules have is drawn apart, so that all the others stay what they are when it is added or changed.
"""

import random
from dataclasses import dataclass, field, replace
from typing import Final

from tests.simulation.faults import NEW_PROFILES, STRIPPING
from tests.simulation.operations import CARRYING
from tests.simulation.shape import (
    Shape,
    draw_shape,
    with_busy_chain,
    with_deals,
    with_ends,
    with_giant_floods,
    with_hostile_votes,
    with_low_quota,
    with_motions,
    with_newcomers,
)

MOTIONS_SHARE: Final = 0.35
BUSY_SHARE: Final = 0.2
MOTIONS_MEMBERS_MAX: Final = 30
QUOTA_SHARE: Final = 0.1
ENDS_SHARE: Final = 0.1
GIANTS_SHARE: Final = 0.02
VOTES_SHARE: Final = 0.5
STRIPPING_SHARE: Final = 0.2
CARRYING_SHARE: Final = 0.2
JOINING_SHARE: Final = 0.17
"""Share of the small schedules with motions: a twelfth of all."""

DEALS_SHARE: Final = 0.12
DEALS_MEMBERS_MAX: Final = 7
JOINING_MEMBERS_MAX: Final = 7
ASIDE_LONG_SHARE: Final = 0.2
"""Share of long pauses there: nothing is hidden by what is left out, or dropped, before a block cuts the feeds."""


@dataclass
class Chances:
    """Where things are drawn from: everything from the seed, and nothing moves what is drawn elsewhere.

    Attributes:
        main: whatever is not named below.
        side: looks, and whether there are motions.
        greeting: how neighbours greet each other.
        aside: what happens beside all else.
        joining: newcomers.
    """

    seed: int
    main: random.Random = field(init=False)
    side: random.Random = field(init=False)
    greeting: random.Random = field(init=False)
    aside: random.Random = field(init=False)
    joining: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.main = random.Random(f"cohong {self.seed}")
        self.side = self.of("aside")
        self.greeting = self.of("greeting")
        self.aside = self.of("stripping")
        self.joining = self.of("joining")

    def of(self, what: str) -> random.Random:
        """Return where one thing more is drawn from."""
        return random.Random(f"cohong {self.seed} {what}")

    def has(self, what: str, share: float) -> bool:
        """Return whether this schedule is one of those that have something."""
        return self.of(what).random() < share


def shape_of(chances: Chances, *, has_motions: bool) -> Shape:
    """Return what a schedule is like; without motions for what has to do without them."""
    shape = draw_shape(chances.main)
    is_busy = chances.has("chain", BUSY_SHARE)
    has_motions = (chances.side.random() < MOTIONS_SHARE or is_busy) and has_motions
    if has_motions and shape.members <= MOTIONS_MEMBERS_MAX:
        shape = with_busy_chain(with_motions(shape)) if is_busy else with_motions(shape)
    if chances.has("quota", QUOTA_SHARE):
        shape = with_low_quota(shape)
    # A busy chain has its few steps to itself: what it is there for would else hardly ever come together.
    shape = _with_asides(shape if is_busy else _with_more(shape, chances), chances)
    if chances.has("deals", DEALS_SHARE) and shape.members <= DEALS_MEMBERS_MAX:
        shape = with_deals(shape, has_motions=has_motions)
    come = chances.joining.random() < JOINING_SHARE and has_motions and shape.members <= JOINING_MEMBERS_MAX
    return with_newcomers(shape) if come else shape


def _with_more(shape: Shape, chances: Chances) -> Shape:
    if chances.has("giants", GIANTS_SHARE):
        shape = with_giant_floods(shape)
    if chances.has("votes", VOTES_SHARE):
        shape = with_hostile_votes(shape)
    ends = chances.of("ends")
    return with_ends(shape, ends) if ends.random() < ENDS_SHARE else shape


def _with_asides(shape: Shape, chances: Chances) -> Shape:
    strips = chances.aside.random() < STRIPPING_SHARE and shape.hostile > 0
    carries = chances.has("carrying", CARRYING_SHARE)
    asides = (*(STRIPPING if strips else ()), *((*CARRYING, *NEW_PROFILES) if carries else ()))
    long_share = ASIDE_LONG_SHARE if asides else shape.long_share
    return replace(shape, strips=strips, asides=asides, long_share=long_share)
