"""An object of the book folded from its records: as it stood at one version, or again as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from cohong.book.fold import apply, consent_among, other_references
from cohong.book.making import endorsement, move, open_object, part_of, released, word_id, word_of
from cohong.book.objects import BookObject, MovedObject, Obligation, Subject
from cohong.book.question import Question
from cohong.book.references import (
    is_of_part,
    is_released,
    object_referred_to,
    own_reference,
    reference_size,
    refers_to,
    version_referred_to,
)
from cohong.book.rules import is_known, reason_against
from cohong.book.transitions import CONSENTS, HEADED, MOVERS, OPENERS, PARTS_CALLED_BY, TRANSFERS, WORDS, level_needed
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import ENDORSE_SET
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.circumstances import circumstances_of
from cohong.protocol.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Historian:
    """Answers what an object was like, from what this node holds."""

    workspace: Workspace
    lineage: Lineage

    def question(self, record: Record, version: Subject | None) -> Question:
        """Return a record with the past that its rules are asked about, given what it is about."""
        named = self._named(record)
        kind = record.fact.kind
        consent = circumstances = None
        if kind in CONSENTS and len(named) > 1:
            consent = consent_among(record, [self.workspace.record(fact.id) for fact in named])
        if isinstance(version, Obligation) and (kind in HEADED or version.locked_in is not None):
            circumstances = circumstances_of(record, version, self.workspace, self.lineage)
        others = [self.version_at(some) for some in other_references(kind, named)]
        return Question(record, named, version, consent, circumstances, others)

    def _named(self, record: Record) -> list[EntryFact]:
        names = names_of(record.body) if record.body is not None else ()
        return [self.workspace.known(name) for name in names]

    def version_at(self, named: Sequence[EntryFact], begun: Obligation | None = None) -> Subject | None:
        """Return what the first of some named entries has left, None if that is no version of what is applied.

        Args:
            begun: the part that they refer to, as it began; None where that is to be found out.
        """
        first = named[0]
        if not all(fact.applied for fact in named[: reference_size(named)]):
            return None
        if is_of_part(named) or is_released(named):
            subject, version = object_referred_to(named), version_referred_to(named)
            assert subject is not None and version is not None, "such names refer to something"
            found = self._version(subject, version, begun)
            return found if found is not None and refers_to(named, found) else None
        if first.kind == ENDORSE_SET:
            return endorsement(self.workspace.record(first.id))
        if first.object is None or first.kind not in OPENERS | MOVERS:
            return None
        return self._version(first.object, first.id, begun)

    def _version(self, subject: ObjectId, version: EntryId, begun: Obligation | None) -> MovedObject | None:
        current = self.workspace.object(subject)
        if isinstance(current, MovedObject) and current.version == version:
            return current
        records = [record for record in self.workspace.about(subject) if record.fact.applied]
        history = self._history(subject, records, until=version, begun=begun)
        last = next(iter(history.versions[-1:]), None)
        return last if last is not None and last.version == version else None

    # Folding.

    def fold_again(self, subject: ObjectId) -> list[EntryFact]:
        """Rebuild an object from those of its records that stand; returns the records whose applied mark changed."""
        records = self.workspace.about(subject)
        standing = [record for record in records if _may_stand(record.fact)]
        if self._begins_with(subject) is not None:
            history = self._history(subject, standing)
            objects, applied = [*history.versions[-1:], *history.words], history.applied
        else:
            objects, applied = self._latest(standing)
        self._replace(subject, records, objects)
        return self._mark(records, applied)

    def _begins_with(self, subject: ObjectId) -> EntryFact | None:
        """Return the record that begins an object which is moved, None for one of which only the latest counts."""
        fact = self.workspace.fact(EntryId(subject))
        return fact if fact is not None and fact.kind in OPENERS | PARTS_CALLED_BY else None

    def _history(
        self,
        subject: ObjectId,
        records: list[Record],
        until: EntryId | None = None,
        begun: MovedObject | None = None,
    ) -> "_History":
        """Fold an object that is moved from those of `records` that fit one another.

        Args:
            until: the version at which to stop, before what is said of that one: it may be judged by another object,
                and that by this version.
            begun: the first version; None where that is to be found out.
        """
        history = _History([], [], set())
        version = begun or self._first_version(subject, records, history)
        movers = {record.fact.moves: record for record in records if record.fact.moves is not None}
        while version is not None:
            history.versions.append(version)
            if version.version == until:
                break
            self._add_words(version, records, history)
            version = self._released(version) or self._moved(version, movers.get(version.version), history)
        return history

    def _released(self, version: MovedObject) -> Obligation | None:
        """Return what the end of the netting round has made of an obligation that takes part in it, if it has ended."""
        if not isinstance(version, Obligation) or version.locked_in is None:
            return None
        ends = (fact for fact in self.workspace.movers(EntryId(version.locked_in)) if fact.applied)
        end = next(ends, None)
        return released(version, self.workspace.record(end.id)) if end is not None else None

    def _moved(self, version: MovedObject, mover: Record | None, history: "_History") -> MovedObject | None:
        if mover is None or (question := self._fitting(mover, version, history)) is None:
            return None
        history.applied.add(mover.fact.id)
        return move(version, question)

    def _first_version(self, subject: ObjectId, records: list[Record], history: "_History") -> MovedObject | None:
        beginning = self._begins_with(subject)
        if beginning is not None and beginning.kind in PARTS_CALLED_BY:
            return self._part(self.workspace.record(beginning.id))
        opener = next((record for record in records if record.fact.kind in OPENERS), None)
        if opener is None:
            return None
        named = self._named(opener)
        question = self.question(opener, self.version_at(named) if named else None)
        rests = all(fact.applied for fact in named)
        if not rests or reason_against(question, self.lineage.rules_at(opener.fact.height)) is not None:
            return None
        history.applied.add(opener.fact.id)
        return open_object(question)

    def _part(self, offer: Record) -> Obligation | None:
        """Return the part of a receivable that was bought by an offer, as it began; None if none was.

        Parts are sold in parts in their turn, as deep as somebody likes: a chain of sales is gone up and down here, not
        by recursion, or whoever makes it long enough would stop every node.
        """
        chain = list[tuple[Record, Record]]()
        above: Record | None = offer
        while above is not None:
            sale = self._sale_by(above)
            if sale is None:
                return None
            chain.append((above, sale))
            above = self._offer_before(self._named(sale))
        part: Obligation | None = None
        for bought, sale in reversed(chain):
            before = self.version_at(self._named(sale), part)
            part = part_of(before, sale, bought) if isinstance(before, Obligation) else None
            if part is None:
                return None
        return part

    def _offer_before(self, named: Sequence[EntryFact]) -> Record | None:
        """Return the offer by which began what a sale refers to; None if it is no part, or is still at that version."""
        subject, version = object_referred_to(named), version_referred_to(named)
        current = self.workspace.object(subject) if subject is not None else None
        if subject is None or (isinstance(current, MovedObject) and current.version == version):
            return None
        beginning = self._begins_with(subject)
        is_part = beginning is not None and beginning.kind in PARTS_CALLED_BY
        return self.workspace.record(beginning.id) if beginning is not None and is_part else None

    def _sale_by(self, offer: Record) -> Record | None:
        """Return the sale that makes use of an offer to make a part, None if none does."""
        naming = map(self.workspace.known, self.workspace.dependents(offer.fact.id))
        # What the part is sold on by names the offer too, as long as it is called by it: that one is about the part.
        made_by = (fact for fact in naming if fact.kind in TRANSFERS and fact.object != ObjectId(offer.fact.id))
        sold = next((fact for fact in made_by if fact.applied), None)
        return self.workspace.record(sold.id) if sold is not None else None

    def _add_words(self, version: MovedObject, records: list[Record], history: "_History") -> None:
        for record in records:
            if record.fact.kind in WORDS and self._fitting(record, version, history) is not None:
                word = word_of(record, version)
                history.words += [word] if word is not None else []
                history.applied.add(record.fact.id)

    def _fitting(self, record: Record, version: MovedObject, history: "_History") -> Question | None:
        """Return what a record asks, if it is about just this version, rests on what is applied, and breaks no rule."""
        named = self._named(record)
        if version_referred_to(own_reference(record.fact.kind, named)) != version.version:
            return None
        own = [fact for fact in named if fact.object == version.id]
        others = [fact for fact in named if fact.object != version.id]
        if not history.applied.issuperset(fact.id for fact in own) or not all(fact.applied for fact in others):
            return None
        question = self.question(record, version)
        rules = self.lineage.rules_at(record.fact.height)
        return question if reason_against(question, rules) is None else None

    def _latest(self, standing: list[Record]) -> tuple[list[BookObject], set[EntryId]]:
        current: BookObject | None = None
        applied = set()
        for record in standing:
            question = Question(record, (), None)
            if reason_against(question, self.lineage.rules_at(record.fact.height)) is None:
                current = next(iter(apply(question, current)), current)
                applied.add(record.fact.id)
        return ([current] if current is not None else []), applied

    def _replace(self, subject: ObjectId, records: list[Record], objects: list[BookObject]) -> None:
        workspace = self.workspace
        kept = {item.id for item in objects}
        possible = {subject, *(word_id(record.fact) for record in records if record.fact.kind in WORDS)}
        for gone in sorted(possible - kept):
            if workspace.object(gone) is not None:
                workspace.remove_object(gone)
        for item in objects:
            if workspace.object(item.id) != item:
                workspace.put_object(item)

    def _mark(self, records: list[Record], applied: set[EntryId]) -> list[EntryFact]:
        changed = []
        for record in records:
            fact = record.fact
            if fact.applied != (fact.id in applied):
                changed.append(self.workspace.stand(fact, fact.level, applied=fact.id in applied))
        return changed


@dataclass(slots=True)
class _History:
    """The versions of an object, oldest first, the words about them, and the records that made all that."""

    versions: list[MovedObject]
    words: list[BookObject]
    applied: set[EntryId]


def _may_stand(fact: EntryFact) -> bool:
    return is_known(fact.kind) and fact.level.stands and fact.level >= level_needed(fact.kind)
