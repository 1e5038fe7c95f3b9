"""From votes to the book: the level of every record, and which records the book is made of.

A record is *applied* once it is at the level of its kind and everything that it rests on is applied. The common case is
a stretch of one feed that has become confirmed, applied in feed order. Everything else (a record that many refused,
two that moved one version, branches of a fork, one that stood and no longer does) takes the slow way: the objects
concerned are folded again from all their records, so that the outcome depends on the set of entries and never on
the order in which they came.
"""

from collections.abc import Iterable

from cohong.book.fold import apply
from cohong.book.objects import Obligation
from cohong.book.rules import Question, Rules, is_known, reason_against
from cohong.book.transitions import ABOUT_OBLIGATION, level_needed
from cohong.primitives.charter import Charter
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import EntryFact, Level, Record
from cohong.protocol.feed_tree import build_tree, settle_branches
from cohong.protocol.heads import Heads
from cohong.protocol.object_history import fold_again, version_of
from cohong.protocol.quorum import level_size, rejected_size
from cohong.protocol.rivals import settle_rivals
from cohong.protocol.tally import Tally
from cohong.protocol.workspace import Workspace


class Standings:
    """Levels and applied marks of all records, brought up to date author by author."""

    def __init__(self, charter: Charter, rules: Rules, workspace: Workspace, tally: Tally, heads: Heads) -> None:
        self._charter = charter
        self._rules = rules
        self._workspace = workspace
        self._tally = tally
        self._heads = heads
        self._confirmed_upto: dict[MemberId, int] = {}
        self._final_upto: dict[MemberId, int] = {}
        self._blocked: dict[EntryId, set[EntryId]] = {}

    def load(self, unapplied: Iterable[EntryFact]) -> None:
        """Take up where the ledger stands: levels up to the counted reach, and what waits to be applied."""
        for author in self._heads.authors():
            self._confirmed_upto[author] = self._upto(author, Level.CONFIRMED)
            self._final_upto[author] = self._upto(author, Level.FINAL)
        for fact in unapplied:
            self._wait_for_names(self._workspace.record(fact.id))

    def _upto(self, author: MemberId, level: Level) -> int:
        return min(self._tally.upto(author, level), self._heads.seq(author))

    def advance(self, author: MemberId) -> None:
        """Bring the records of one feed to the level that the votes counted so far give them."""
        fork_seq = self._heads.fork_seq(author)
        last = self._heads.seq(author) if fork_seq is None else min(fork_seq - 1, self._heads.seq(author))
        confirmed = min(self._tally.upto(author, Level.CONFIRMED), last)
        final = min(self._tally.upto(author, Level.FINAL), last)
        old_confirmed, old_final = self._confirmed_upto.get(author, -1), self._final_upto.get(author, -1)
        for record in self._workspace.records(author, old_final + 1, min(final, old_confirmed)):
            self._raise(record.fact.id, Level.FINAL)
        for record in self._workspace.records(author, old_confirmed + 1, confirmed):
            self._raise(record.fact.id, Level.FINAL if record.fact.seq <= final else Level.CONFIRMED)
        self._confirmed_upto[author] = max(confirmed, old_confirmed)
        self._final_upto[author] = max(final, old_final)
        self._weigh_exceptional(author, last)
        if fork_seq is not None:
            self._weigh_branches(author, fork_seq)

    def _raise(self, entry: EntryId, level: Level) -> None:
        # One on which more was said is weighed by itself, and may be final before the acks alone make it so.
        if not self._tally.is_exceptional(entry) and self._workspace.known(entry).level is not Level.FINAL:
            self._set_level(self._workspace.known(entry), level)

    def _weigh_exceptional(self, author: MemberId, last: int) -> None:
        for entry in self._tally.take_to_weigh(author):
            fact = self._workspace.known(entry)
            if fact.seq > last:
                continue
            level = self.by_votes(fact)
            self._set_level(fact, level)
            if level is Level.FINAL:
                self._tally.let_go(fact)

    def by_votes(self, fact: EntryFact) -> Level:
        """Return the level that the votes on a record give it, whatever else there is beside it."""
        yes, no = self._tally.voted(fact, forked=self._heads.fork_seq(fact.author) is not None)
        level = next(
            (lv for lv in (Level.FINAL, Level.CONFIRMED) if len(yes) >= level_size(lv, self._charter)), Level.WAITING
        )
        if len(no) < rejected_size(level_needed(fact.kind), self._charter):
            return level
        return Level.CONTESTED if level.stands and level >= level_needed(fact.kind) else Level.REJECTED

    def _set_level(self, fact: EntryFact, level: Level) -> None:
        """Give a record the level that it has by itself, and whatever moves the same version what follows from that."""
        movers = self._workspace.movers(fact.moves) if fact.moves is not None else []
        if len(movers) < 2:
            self._stand(fact.id, level)
        else:
            self._stand_all(settle_rivals([(item, self._by_itself(item)) for item in movers]))

    def _by_itself(self, fact: EntryFact) -> Level:
        """Return the level of a record by its votes and its place in its feed, before rivals are looked at."""
        fork_seq = self._heads.fork_seq(fact.author)
        if fork_seq is None or fact.seq < fork_seq:
            return self.by_votes(fact)
        return self._branch_levels(fact.author, fork_seq)[fact.id]

    def _branch_levels(self, author: MemberId, fork_seq: int) -> dict[EntryId, Level]:
        tree = build_tree(self._workspace.tree(author, fork_seq))
        return settle_branches(
            tree, {fact.id: self.by_votes(fact) for fact in tree.facts.values() if is_record(fact.kind)}
        )

    def _weigh_branches(self, author: MemberId, fork_seq: int) -> None:
        levels = self._branch_levels(author, fork_seq)
        settled = dict(levels)
        for entry in levels:
            version = self._workspace.known(entry).moves
            movers = self._workspace.movers(version) if version is not None else []
            if len(movers) > 1:
                settled |= settle_rivals(
                    [(item, levels[item.id] if item.id in levels else self._by_itself(item)) for item in movers]
                )
        self._stand_all(settled)

    def _stand_all(self, levels: dict[EntryId, Level]) -> None:
        # First what falls, then what rises: a record that goes on may move the version that a beaten one had moved.
        facts = [self._workspace.known(entry) for entry in levels]
        for fact in sorted(facts, key=lambda item: (levels[item.id].stands, item.author, item.seq, item.id)):
            self._stand(fact.id, levels[fact.id])

    def _stand(self, entry: EntryId, level: Level) -> None:
        fact = self._workspace.known(entry)
        if fact.level is level:
            return
        fact = self._workspace.stand(fact, level, applied=fact.applied)
        if fact.applied and not level.stands:
            self._refold([fact])
        elif not fact.applied and self._may_apply(fact):
            self._apply([fact.id])

    # The book.

    @staticmethod
    def _may_apply(fact: EntryFact) -> bool:
        return fact.level.stands and fact.level >= level_needed(fact.kind) and is_known(fact.kind)

    def _wait_for_names(self, record: Record) -> bool:
        """Return whether a record names one that is not applied, and have it looked at again once that one is."""
        names = names_of(record.body) if record.body is not None else ()
        missing = [name for name in names if not self._workspace.known(name).applied]
        for name in missing:
            self._blocked.setdefault(name, set()).add(record.fact.id)
        return bool(missing)

    def question(self, record: Record) -> Question:
        """Return the record with the past that its rules are asked about."""
        names = names_of(record.body) if record.body is not None else ()
        named = [self._workspace.known(name) for name in names]
        if record.fact.kind not in ABOUT_OBLIGATION or not named:
            return Question(record, named, None)
        return Question(record, named, version_of(named[0], self._workspace, self._rules))

    def _apply(self, entries: Iterable[EntryId]) -> None:
        """Apply records that stand, and what was waiting for them; where one does not fit, fold its object again."""
        ready = list(entries)
        while ready:
            entry = ready.pop(0)
            fact = self._workspace.known(entry)
            if fact.applied or not self._may_apply(fact):
                continue
            record = self._workspace.record(entry)
            if self._wait_for_names(record) or reason_against(self.question(record), self._rules) is not None:
                continue
            if self._is_overtaken(fact):
                self._refold([fact])
                continue
            self._fold_in(record)
            ready.extend(sorted(self._blocked.pop(entry, ())))

    def _is_overtaken(self, fact: EntryFact) -> bool:
        """Whether another record has moved on the version that this one moves."""
        if fact.moves is None or fact.object is None:
            return False
        current = self._workspace.object(fact.object)
        return not isinstance(current, Obligation) or current.version != fact.moves

    def _fold_in(self, record: Record) -> None:
        fact = record.fact
        assert fact.object is not None, "a well-formed record of a known kind is about something"
        changed = apply(record, self._workspace.object(fact.object))
        if changed is not None:
            self._workspace.put_object(changed)
        self._workspace.stand(fact, fact.level, applied=True)

    def _refold(self, concerned: list[EntryFact]) -> None:
        """Fold the objects of these records again, and those of all that rests on what changed with them."""
        pending, risen = list(concerned), list[EntryId]()
        while pending:
            fact = pending.pop()
            for changed in fold_again(fact.object, self._workspace, self._rules) if fact.object is not None else ():
                if changed.applied:
                    risen.extend(sorted(self._blocked.pop(changed.id, ())))
                else:
                    self._wait_for_names(self._workspace.record(changed.id))
                dependents = [self._workspace.known(entry) for entry in self._workspace.dependents(changed.id)]
                pending.extend(item for item in dependents if item.object != fact.object)
        self._apply(risen)
