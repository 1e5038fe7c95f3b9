"""Branches of a forked feed: which entries lie on which, and the proof that there are two.

Forks are rare, so nothing here is kept up to date step by step: the tree above the lowest fork is read whenever
something on that feed changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Level
from cohong.protocol.chain.lineage import Lineage


@dataclass(frozen=True, slots=True)
class FeedTree:
    """The entries of one feed from its lowest fork on.

    Attributes:
        children: entry -> the entries that follow it, sorted by id.
        roots: the entries at the lowest fork, sorted by id.
    """

    facts: dict[EntryId, EntryFact]
    children: dict[EntryId, tuple[EntryId, ...]]
    roots: tuple[EntryId, ...]


def build_tree(facts: Sequence[EntryFact]) -> FeedTree:
    """Return the tree of these entries: one feed from some seq on, all branches, by (seq, id)."""
    by_id = {fact.id: fact for fact in facts}
    children: dict[EntryId, tuple[EntryId, ...]] = {}
    for fact in facts:
        if fact.prev in by_id:
            children[fact.prev] = (*children.get(fact.prev, ()), fact.id)
    return FeedTree(by_id, children, tuple(fact.id for fact in facts if fact.prev not in by_id))


def chains(tree: FeedTree) -> list[list[EntryId]]:
    """Return the ids of each branch from its root to its tip."""
    parents = {child: parent for parent, below in tree.children.items() for child in below}
    found = []
    for tip in (entry for entry in tree.facts if not tree.children.get(entry)):
        chain = [tip]
        while chain[-1] in parents:
            chain.append(parents[chain[-1]])
        found.append(chain[::-1])
    return found


def off_branch(tree: FeedTree, lineage: Lineage, author: MemberId) -> list[EntryId]:
    """Return what lies off the branch along which a feed is cut, or on any branch of a fork of which none stands."""
    cut, dead_from = lineage.cut(author), lineage.dead_from(author)
    off = set[EntryId]()
    if cut is not None and cut.id in tree.facts:
        standing = {cut.id, *_ancestors(cut.id, tree)}
        off |= {fact.id for fact in tree.facts.values() if fact.seq <= cut.seq and fact.id not in standing}
    if dead_from is not None:
        off |= {fact.id for fact in tree.facts.values() if fact.seq >= dead_from}
    for fact in sorted(tree.facts.values(), key=lambda item: item.seq):
        if fact.prev in off:
            off.add(fact.id)
    return sorted(off)


def _ancestors(entry: EntryId, tree: FeedTree) -> Iterable[EntryId]:
    while (fact := tree.facts.get(entry)) is not None:
        yield entry
        entry = fact.prev


def settle_branches(tree: FeedTree, by_votes: dict[EntryId, Level]) -> dict[EntryId, Level]:
    """Return the level of each record, given what its votes alone would give.

    Of branches that no cut has told apart, the one that holds the higher level goes on, the others are beaten. At a tie
    of two that hold a confirmed record both are contested.
    """
    levels = dict(by_votes)
    best = _best_below(tree, by_votes)
    pending = [tree.roots, *tree.children.values()]
    for siblings in pending:
        if len(siblings) > 1:
            _judge(siblings, tree, best, by_votes, levels)
    return levels


def _best_below(tree: FeedTree, by_votes: dict[EntryId, Level]) -> dict[EntryId, int]:
    """Return the highest standing level in the subtree of each entry; 0 where nothing stands."""
    best: dict[EntryId, int] = {}
    for fact in sorted(tree.facts.values(), key=lambda item: -item.seq):
        level = by_votes.get(fact.id, Level.WAITING)
        below = [best[child] for child in tree.children.get(fact.id, ())]
        best[fact.id] = max([int(level) if level.stands else 0, *below])
    return best


def _judge(
    siblings: Iterable[EntryId],
    tree: FeedTree,
    best: dict[EntryId, int],
    by_votes: dict[EntryId, Level],
    levels: dict[EntryId, Level],
) -> None:
    highest = max(best[entry] for entry in siblings)
    leading = [entry for entry in siblings if best[entry] == highest]
    for root in siblings:
        if highest == 0 or leading == [root]:
            continue
        for entry in _subtree(root, tree):
            if entry not in by_votes:
                continue
            if root not in leading:
                levels[entry] = Level.BEATEN
            elif by_votes[entry].stands and levels[entry] is not Level.BEATEN:
                levels[entry] = Level.CONTESTED


def _subtree(root: EntryId, tree: FeedTree) -> list[EntryId]:
    found, pending = [], [root]
    while pending:
        entry = pending.pop()
        found.append(entry)
        pending.extend(tree.children.get(entry, ()))
    return found
