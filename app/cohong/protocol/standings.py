"""From votes to the book: the level of every record, and which records the book is made of.

A record is *applied* once it is at the level of its kind and everything that it rests on is applied. The common case is
a stretch of one feed that has become confirmed, applied in feed order. Everything else (a record that many refused,
two that moved one version, branches of a fork, one that stood and no longer does) takes the slow way: the objects
concerned are folded again from all their records, so that the outcome depends on the set of entries and never on
the order in which they came.
"""

from collections.abc import Iterable

from cohong.book.fold import apply
from cohong.book.making import word_id
from cohong.book.objects import MovedObject, Subject
from cohong.book.question import Question
from cohong.book.references import own_reference
from cohong.book.rules import end_relied_on, is_known, reason_against
from cohong.book.transitions import (
    ABOUT_VERSION,
    CONSENTS,
    ENDS,
    FAR_REACHING,
    RELIES_ON,
    TRANSFERS,
    WORDS,
    level_needed,
)
from cohong.primitives.charter import Charter
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import NETTING_JOIN, is_record
from cohong.primitives.standing import EntryFact, FinalBlock, Level, Record
from cohong.protocol.chain.lateness import is_late
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.feed_tree import build_tree, off_branch, settle_branches
from cohong.protocol.heads import Heads
from cohong.protocol.object_history import Historian
from cohong.protocol.quorum import level_size, rejected_size
from cohong.protocol.rivals import settle_rivals
from cohong.protocol.tally import Tally
from cohong.protocol.workspace import Workspace


class Standings:
    """Levels and applied marks of all records, brought up to date author by author."""

    def __init__(self, lineage: Lineage, workspace: Workspace, tally: Tally, heads: Heads) -> None:
        self._lineage = lineage
        self._workspace = workspace
        self._historian = Historian(workspace, lineage)
        self._tally = tally
        self._heads = heads
        self._confirmed_upto: dict[MemberId, int] = {}
        self._final_upto: dict[MemberId, int] = {}
        self._floor: dict[MemberId, int] = {}
        self._blocked: dict[EntryId, set[EntryId]] = {}

    def load(self, unapplied: Iterable[EntryFact]) -> None:
        """Take up where the ledger stands: levels up to the counted reach, and what waits to be applied."""
        for author in self._heads.authors():
            self._bury_branches(author)
            self._raise_floor(author)
            self._confirmed_upto[author] = self._upto(author, Level.CONFIRMED)
            self._final_upto[author] = self._upto(author, Level.FINAL)
        for fact in unapplied:
            self._wait_for_names(self._workspace.record(fact.id))

    def _upto(self, author: MemberId, level: Level) -> int:
        return min(self._tally.upto(author, level, self.floor(author)), self._heads.standing_seq(author))

    def floor(self, author: MemberId) -> int:
        """Return the place of a feed up to which records are weighed one by one.

        Below it, a voter of today may have been none when the feed was cut, or two branches share places.
        """
        return self._floor.get(author, -1)

    def _raise_floor(self, author: MemberId) -> None:
        floor = self._lineage.cut_seq(author, self._lineage.last_added)
        first_fork = self._heads.first_fork(author)
        if first_fork is not None:
            cut = self._lineage.cut_seq(author)
            floor = max(floor, cut if cut >= first_fork else -1)
        if floor > self.floor(author):
            self._floor[author] = floor
            for fact in self._workspace.unsettled_upto(author, floor):
                if fact.level is not Level.FINAL:
                    self._tally.single_out(fact)
                    # Votes counted a moment ago may not have been brought to bear on it yet.
                    self._tally.weigh_again(fact)

    def note_added(self, fact: EntryFact) -> None:
        """Take note of a new record, of which more may be known already than its votes."""
        if fact.author not in self._floor:
            # Blocks can come before the feeds that they cut.
            self._floor[fact.author] = self._lineage.cut_seq(fact.author, self._lineage.last_added)
        if fact.seq <= self.floor(fact.author):
            self._tally.single_out(fact)
            self._tally.weigh_again(fact)

    def advance(self, author: MemberId) -> None:
        """Bring the records of one feed to the level that the votes counted so far give them."""
        fork_seq = self._heads.fork_seq(author)
        end = self._heads.standing_seq(author)
        last = end if fork_seq is None else min(fork_seq - 1, end)
        floor = self.floor(author)
        confirmed = min(self._tally.upto(author, Level.CONFIRMED, floor), last)
        final = min(self._tally.upto(author, Level.FINAL, floor), last)
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
        if self._tally.is_exceptional(entry):
            return
        fact = self._workspace.known(entry)
        if fact.level is not Level.FINAL and not fact.level.is_settled:
            self._set_level(fact, level)

    def _weigh_exceptional(self, author: MemberId, last: int) -> None:
        for entry in self._tally.take_to_weigh(author):
            fact = self._workspace.known(entry)
            if fact.seq > last or fact.level.is_settled:
                continue
            level = self.by_votes(fact)
            self._set_level(fact, level)
            if level is Level.FINAL:
                self._tally.let_go(fact)

    def by_votes(self, fact: EntryFact) -> Level:
        """Return the level that the votes on a record give it, whatever else there is beside it."""
        if fact.level.is_settled:
            return fact.level
        found, needed = Level.WAITING, level_needed(fact.kind)
        is_rejected = False
        for epoch in range(self._lineage.epoch_at(fact.height), self._lineage.epoch + 1):
            if not self._lineage.counts(epoch, fact.author, fact.seq):
                continue
            electorate = self._lineage.electorate(epoch)
            yes, no = self._tally.voted(fact, epoch)
            found = max(found, _level_of(yes, electorate))
            is_rejected = is_rejected or len(no) >= rejected_size(needed, electorate)
        if not is_rejected:
            return found
        return Level.CONTESTED if found.stands and found >= needed else Level.REJECTED

    def votes(self, fact: EntryFact) -> tuple[Charter, set[MemberId], set[MemberId]]:
        """Return the electorate whose votes give a record its level, who of it approved and who refused."""
        epochs = range(self._lineage.epoch_at(fact.height), self._lineage.epoch + 1)
        counted = [epoch for epoch in epochs if self._lineage.counts(epoch, fact.author, fact.seq)] or epochs[-1:]
        found = [(self._lineage.electorate(epoch), *self._tally.voted(fact, epoch)) for epoch in counted]
        return max(found, key=lambda item: _level_of(item[1], item[0]))

    # What a final block decides.

    def follow(self, final: FinalBlock, before_epoch: int) -> None:
        """Bring everything to what the newest final block, already part of the lineage, makes of it."""
        lists = final.block.lists
        self._tally.follow_cut()
        for author in self._heads.authors():
            self._bury_branches(author)
        self.void(self._late())
        self.void(self._held(lists.void))
        for fact in self._held(lists.anchored):
            self._settle(fact, Level.ANCHORED)
        for author in self._heads.authors():
            self._raise_floor(author)
            if self._lineage.epoch != before_epoch or lists.forks or self._heads.first_fork(author) is not None:
                self.weigh_all(author)

    def _held(self, entries: Iterable[EntryId]) -> list[EntryFact]:
        return [fact for fact in map(self._workspace.fact, entries) if fact is not None]

    def _settle(self, fact: EntryFact, level: Level) -> None:
        self._tally.let_go(fact)
        self._stand(fact.id, level)
        movers = self._workspace.movers(fact.moves) if fact.moves is not None else []
        if len(movers) > 1:
            self._stand_all(self._beside_one_another(movers))

    def settle_new(self, record: Record) -> bool:
        """Give a new record the level that final blocks have given it; returns whether they have given it any."""
        if self._workspace.decided_by_block(record.fact.id) is Level.ANCHORED:
            self._settle(record.fact, Level.ANCHORED)
        elif self.is_void(record):
            self.void([record.fact])
        else:
            return False
        return True

    def void(self, facts: Iterable[EntryFact]) -> None:
        """Make records void, with all that names them, for good."""
        pending = [fact for fact in facts if is_record(fact.kind)]
        while pending:
            fact = self._workspace.known(pending.pop().id)
            if fact.level is Level.VOID or fact.level is Level.ANCHORED:
                continue
            self._settle(fact, Level.VOID)
            pending.extend(map(self._workspace.known, self._workspace.dependents(fact.id)))

    def is_void(self, record: Record) -> bool:
        """Return whether a new record is void from the start, by the blocks that are final."""
        fact = record.fact
        if fact.height < self._lineage.begun:
            return True  # an earlier network has not anchored it
        if self._lineage.height == 0:
            return False
        if self._heads.is_dead(fact.id) or self._workspace.decided_by_block(fact.id) is Level.VOID:
            return True
        names = names_of(record.body) if record.body is not None else ()
        if any(self._workspace.known(name).level is Level.VOID for name in names):
            return True
        return is_late(fact, self.end_relied_on(record), self._lineage)

    def end_relied_on(self, record: Record) -> str | None:
        """Return the last day of what a record relies on, None if nothing of it ends."""
        fact = record.fact
        if fact.object is None or fact.kind not in RELIES_ON:
            return None
        names = names_of(record.body) if record.body is not None else ()
        # A proposal or a round is what the record is about; a consent is named last.
        relied = EntryId(names[-1]) if fact.kind in CONSENTS else EntryId(fact.object)
        named = self._workspace.fact(relied)
        return end_relied_on(record, self._workspace.record(named.id)) if named is not None else None

    def _late(self) -> list[EntryFact]:
        """Return the records that the newest block makes late: they lie beyond its cut, so they are few."""
        return [fact for author in self._heads.authors() for fact in self._late_of_feed(author)]

    def _late_of_feed(self, author: MemberId) -> list[EntryFact]:
        lineage = self._lineage
        if lineage.removed_at(author) not in (None, lineage.height):
            return []
        # An open fork that a block lists keeps what lies above it from being late.
        fork_seq = lineage.open_listed(author)
        last = self._heads.seq(author) if fork_seq is None else min(fork_seq - 1, self._heads.seq(author))
        beyond = self._workspace.records(author, lineage.cut_seq(author) + 1, last)
        return [
            item.fact for item in beyond
            if not item.fact.level.is_settled and is_late(item.fact, self.end_relied_on(item), lineage)
        ]  # fmt: skip

    def _bury_branches(self, author: MemberId) -> None:
        """Make void what lies off the branch along which a forked feed is cut, or at a fork of which none stands."""
        starts = (self._heads.first_fork(author), self._lineage.dead_from(author))
        first = min((seq for seq in starts if seq is not None), default=None)
        if first is None:
            return
        off = off_branch(build_tree(self._workspace.tree(author, first)), self._lineage, author)
        self._heads.bury(off)
        self.void(map(self._workspace.known, off))

    def look_at_branches(self, fact: EntryFact) -> None:
        """Take note that an entry has been added to a feed that was forked.

        Above the cut there is nothing to tell apart: what follows upon a buried entry is buried with it. Else whoever
        has forked its feed once would have all of it read again for each entry that it adds.
        """
        author, cut_seq = fact.author, self._lineage.cut_seq(fact.author)
        if fact.seq <= cut_seq and cut_seq >= (self._heads.first_fork(author) or 0):
            self._tally.follow_cut()
            self._bury_branches(author)
            self._raise_floor(author)

    def weigh_all(self, author: MemberId) -> None:
        """Weigh every record of a feed that no block has decided: another set of voters, or fewer votes, count now."""
        fork_seq = self._heads.fork_seq(author)
        last = self._heads.seq(author) if fork_seq is None else fork_seq - 1
        for fact in self._workspace.unsettled_upto(author, last):
            level = self.by_votes(fact)
            # What the acks alone would give is right only where nothing else was said, above the floor.
            is_plain = fact.seq > self.floor(author) and not self._workspace.said(fact.id)
            if level is not Level.FINAL and not is_plain:
                self._tally.single_out(fact)
            if level is not fact.level:
                self._set_level(fact, level)
        self._confirmed_upto[author] = min(self._upto(author, Level.CONFIRMED), last)
        self._final_upto[author] = min(self._upto(author, Level.FINAL), last)

    def take_back(self, gone: Iterable[EntryFact], resting: Iterable[ObjectId]) -> None:
        """Bring the book to what it is without records that the ledger no longer holds, and that nobody else had.

        Args:
            resting: what they had made or moved beside the objects that they were about.
        """
        for fact in gone:
            if fact.kind in WORDS and self._workspace.object(word_id(fact)) is not None:
                self._workspace.remove_object(word_id(fact))
            for rival in self._workspace.movers(fact.moves) if fact.moves is not None else ():
                if not rival.level.is_settled:
                    self._set_level(rival, self.by_votes(rival))
            self._refold([fact])
        self._fold_again(resting)

    def _set_level(self, fact: EntryFact, level: Level) -> None:
        """Give a record the level that it has by itself, and whatever moves the same version what follows from that."""
        assert not fact.level.is_settled, "what a block has decided stays"
        movers = self._workspace.movers(fact.moves) if fact.moves is not None else []
        if len(movers) < 2:
            self._stand(fact.id, level)
        else:
            self._stand_all(self._beside_one_another(movers))

    def _beside_one_another(self, movers: Iterable[EntryFact]) -> dict[EntryId, Level]:
        """Return the levels of the movers of one version; one that was just buried has its turn when it is void."""
        rivals = [item for item in movers if item.level.is_settled or not self._heads.is_dead(item.id)]
        return settle_rivals([(item, self._by_itself(item)) for item in rivals])

    def _by_itself(self, fact: EntryFact) -> Level:
        """Return the level of a record by its votes and its place in its feed, before rivals are looked at."""
        fork_seq = self._heads.fork_seq(fact.author)
        if fact.level.is_settled or fork_seq is None or fact.seq < fork_seq:
            return self.by_votes(fact)
        return self._branch_levels(fact.author, fork_seq)[fact.id]

    def _branch_levels(self, author: MemberId, fork_seq: int) -> dict[EntryId, Level]:
        facts = self._workspace.tree(author, fork_seq)
        tree = build_tree([fact for fact in facts if not self._heads.is_dead(fact.id)])
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
        if fact.level is level or (fact.level.is_settled and level is not Level.VOID):
            return
        fact = self._workspace.stand(fact, level, applied=fact.applied)
        if fact.applied and not self._may_apply(fact):
            self._refold([fact])
        elif not fact.applied and self._may_apply(fact):
            self._apply([fact.id])
        elif fact.kind in ENDS and level.has_failed:
            # What has joined the round may have been moved on, as one that nobody ended in time.
            self._fold_again(self.resting_on(fact))

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
        version = None
        if record.fact.kind in ABOUT_VERSION and names:
            named = [self._workspace.known(name) for name in names]
            version = self._historian.version_at(own_reference(record.fact.kind, named))
        return self._historian.question(record, version)

    def left_by(self, *names: EntryId) -> Subject | None:
        """Return the version that names refer to, None if they refer to none that is applied."""
        return self._historian.version_at([self._workspace.known(name) for name in names])

    def _apply(self, entries: Iterable[EntryId]) -> None:
        """Apply records that stand, and what was waiting for them; where one does not fit, fold its object again."""
        ready = list(entries)
        while ready:
            entry = ready.pop(0)
            fact = self._workspace.known(entry)
            if fact.applied or not self._may_apply(fact):
                continue
            record = self._workspace.record(entry)
            if self._wait_for_names(record):
                continue
            question = self.question(record)
            if reason_against(question, self._lineage.rules_at(fact.height)) is not None:
                continue
            if fact.kind in FAR_REACHING or self._is_overtaken(fact):
                self._refold([fact])
                continue
            self._fold_in(question)
            ready.extend(sorted(self._blocked.pop(entry, ())))

    def _is_overtaken(self, fact: EntryFact) -> bool:
        """Whether another record has moved on the version that this one moves."""
        if fact.moves is None or fact.object is None:
            return False
        current = self._workspace.object(fact.object)
        return not isinstance(current, MovedObject) or current.version != fact.moves

    def _fold_in(self, question: Question) -> None:
        fact = question.record.fact
        assert fact.object is not None, "a well-formed record of a known kind is about something"
        for changed in apply(question, self._workspace.object(fact.object)):
            self._workspace.put_object(changed)
        self._workspace.stand(fact, fact.level, applied=True)

    def _refold(self, concerned: list[EntryFact]) -> None:
        """Fold the objects of these records again, and those of all that rests on what changed with them."""
        self._fold_again(fact.object for fact in concerned if fact.object is not None)

    def _fold_again(self, subjects: Iterable[ObjectId]) -> None:
        pending = list(subjects)
        risen = list[EntryId]()
        while pending:
            subject = pending.pop()
            for changed in self._historian.fold_again(subject):
                if changed.applied:
                    risen.extend(sorted(self._blocked.pop(changed.id, ())))
                else:
                    self._wait_for_names(self._workspace.record(changed.id))
                pending.extend(item for item in self.resting_on(changed) if item != subject)
        self._apply(risen)

    def resting_on(self, fact: EntryFact) -> list[ObjectId]:
        """Return the objects of what names a record, the part that it sold, and what has joined the round it ended."""
        dependents = [self._workspace.known(entry) for entry in self._workspace.dependents(fact.id)]
        resting = [item.object for item in dependents if item.object is not None]
        if fact.kind in TRANSFERS:
            names = names_of(self._workspace.record(fact.id).body or {})
            resting.append(ObjectId(names[-1]))
        if fact.kind in ENDS and fact.object is not None:
            naming = map(self._workspace.known, self._workspace.dependents(EntryId(fact.object)))
            resting += [item.object for item in naming if item.kind == NETTING_JOIN and item.object is not None]
        return resting


def _level_of(yes: set[MemberId], electorate: Charter) -> Level:
    reached = (level for level in (Level.FINAL, Level.CONFIRMED) if len(yes) >= level_size(level, electorate))
    return next(reached, Level.WAITING)
