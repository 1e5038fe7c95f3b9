"""Records that move one version: of those that stand by their votes, at most one goes on.

Honest voters never let two of them stand. Where enough voters have signed for both nevertheless, the first one of a
feed goes on and the later ones of that feed are beaten, since a version that has been moved cannot be moved again. Of
those in different feeds the one at the higher level goes on; at a tie all of them are contested, as with the branches
of a fork.
"""

from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Level


def settle_rivals(rivals: list[tuple[EntryFact, Level]]) -> dict[EntryId, Level]:
    """Return the levels of the movers of one version beside one another, given the level each has by itself.

    Of one feed, those that stand lie on one branch: the others have been beaten or contested with theirs.
    """
    levels = {fact.id: level for fact, level in rivals}
    first: dict[MemberId, EntryFact] = {}
    for fact, level in sorted(rivals, key=lambda rival: rival[0].seq):
        if level.stands and first.setdefault(fact.author, fact) is not fact:
            levels[fact.id] = Level.BEATEN
    highest = max((levels[fact.id] for fact in first.values()), default=Level.WAITING)
    leading = [fact.id for fact in first.values() if levels[fact.id] is highest]
    for fact in first.values():
        if fact.id not in leading:
            levels[fact.id] = Level.BEATEN
        elif len(leading) > 1:
            levels[fact.id] = Level.CONTESTED
    return levels
