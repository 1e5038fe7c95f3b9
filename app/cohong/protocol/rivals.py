"""Records that move one version: of those that stand by their votes, at most one goes on.

Honest voters never let two of them stand. Where enough voters have signed for both nevertheless, the one at the higher
level goes on and the others are beaten; at a tie all of them are contested, as with the branches of a fork.
"""

from cohong.primitives.ids import EntryId
from cohong.primitives.standing import Level


def settle_rivals(levels: dict[EntryId, Level]) -> dict[EntryId, Level]:
    """Return the levels of the movers of one version beside one another, given the level each has by itself."""
    standing = [level for level in levels.values() if level.stands]
    if len(standing) < 2:
        return levels
    highest = max(standing)
    tied = standing.count(highest) > 1
    return {entry: _beside(level, highest, tied=tied) for entry, level in levels.items()}


def _beside(level: Level, highest: Level, *, tied: bool) -> Level:
    if not level.stands:
        return level
    if level < highest:
        return Level.BEATEN
    return Level.CONTESTED if tied else level
