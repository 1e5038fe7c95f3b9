"""What a record makes of the object it is about. Only records that stand and break no rule come here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cohong.book.making import endorsement, latest, move, open_object, part_of, released, word_of
from cohong.book.objects import BookObject, LatestObject, MovedObject, Obligation, Subject, natural_id
from cohong.book.question import Circumstances, Question
from cohong.book.references import object_referred_to, own_reference, references, refers_to, version_referred_to
from cohong.book.transitions import CONSENTS, DEMANDS, ENDS, JUDGED_BY_OTHERS, MOVERS, OPENERS, STEPS, TRANSFERS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import ENDORSE_SET, LIMIT_SET, NETTING_JOIN, PROFILE_SET
from cohong.primitives.standing import EntryFact, Record


def object_of(fact: EntryFact, body: dict[str, Value], named: Sequence[EntryFact]) -> ObjectId | None:
    """Return the id of the object that a well-formed record is about; None if it names none that it could be about.

    `named` are the facts of its names, in their order.
    """
    if fact.kind in STEPS:
        return object_referred_to(own_reference(fact.kind, named))
    if fact.kind == PROFILE_SET:
        return natural_id("profile", fact.author)
    if fact.kind == LIMIT_SET:
        return natural_id("limit", fact.author, body["counterparty"], body["side"], body["currency"])
    if fact.kind == ENDORSE_SET:
        return natural_id("endorse", fact.author, body["member"])
    return ObjectId(fact.id)


def version_moved(fact: EntryFact, named: Sequence[EntryFact]) -> EntryId | None:
    """Return the version that the record moves to its next one, if its kind moves any."""
    return version_referred_to(named) if fact.kind in MOVERS else None


def apply(question: Question, current: BookObject | None) -> list[BookObject]:
    """Return the objects that a record changes or makes; none if it changes nothing (an older `….set`, an answer).

    What the end of a netting round does to the obligations that have joined it is for `released` to say, one by one.

    Args:
        current: the latest of the `….set` kinds so far; None for what is new.
    """
    record, version = question.record, question.version
    kind = record.fact.kind
    if kind in OPENERS:
        return [open_object(question)]
    if kind in STEPS:
        assert isinstance(version, MovedObject), "a version that stands has an object"
        return _stepped(question, version)
    said = latest(record)
    is_old = isinstance(current, LatestObject) and current.seq > said.seq
    return [] if is_old else [said]


def _stepped(question: Question, version: MovedObject) -> list[BookObject]:
    record, consent = question.record, question.consent
    if record.fact.kind not in MOVERS:
        word = word_of(record, version)
        return [word] if word is not None else []
    made: list[BookObject] = [move(version, question)]
    if record.fact.kind in TRANSFERS and consent is not None and isinstance(version, Obligation):
        part = part_of(version, record, consent)
        made += [part] if part is not None else []
    return made


def fold_all(records: Iterable[Record]) -> dict[ObjectId, BookObject]:
    """Return the objects of records that are all part of the book, in whatever order these come."""
    shelf, waiting = Shelf(), dict[EntryId, list[Record]]()
    for record in records:
        ready = [record]
        while ready:
            item = ready.pop()
            missing = next((name for name in _names(item) if name not in shelf.records), None)
            if missing is not None:
                waiting.setdefault(missing, []).append(item)
                continue
            shelf.fold(shelf.question(item))
            ready += waiting.pop(item.fact.id, ())
    assert not waiting, "what is part of the book rests on what is part of it"
    return shelf.objects


@dataclass(slots=True)
class Shelf:
    """The book in the making: objects, every version of those that move, and the records they were made of.

    Attributes:
        joined: netting round -> the entries by which obligations have joined it.
        ended: netting round -> the record that ended it.
    """

    objects: dict[ObjectId, BookObject] = field(default_factory=dict)
    versions: dict[EntryId, Subject] = field(default_factory=dict)
    records: dict[EntryId, Record] = field(default_factory=dict)
    joined: dict[ObjectId, list[EntryId]] = field(default_factory=dict)
    ended: dict[ObjectId, Record] = field(default_factory=dict)

    def question(self, record: Record, circumstances: Circumstances | None = None) -> Question:
        """Return a record with its past; all that it names has been folded in."""
        named = [self.records[name] for name in _names(record)]
        facts = [item.fact for item in named]
        version = self._version(own_reference(record.fact.kind, facts))
        return Question(
            record, facts, version, consent_among(record, named), circumstances,
            [self._version(some) for some in other_references(record.fact.kind, facts)],
        )  # fmt: skip

    def _version(self, named: Sequence[EntryFact]) -> Subject | None:
        version = version_referred_to(named)
        found = self.versions.get(version) if version is not None else None
        return found if found is not None and refers_to(named, found) else None

    def fold(self, question: Question) -> None:
        """Fold in a record that stands and breaks no rule."""
        fact = question.record.fact
        self.records[fact.id] = question.record
        for made in apply(question, self.objects.get(fact.object) if fact.object is not None else None):
            self._put(made)
        if fact.kind == ENDORSE_SET:
            self.versions[fact.id] = endorsement(question.record)
        if fact.kind == NETTING_JOIN:
            joined = self.versions[fact.id]
            assert isinstance(joined, Obligation) and joined.locked_in is not None, "a join binds it to a round"
            self.joined.setdefault(joined.locked_in, []).append(fact.id)
            self._release(joined.locked_in, [fact.id])
        if fact.kind in ENDS:
            assert fact.object is not None, "what ends a round is about it"
            self.ended[fact.object] = question.record
            self._release(fact.object, self.joined.get(fact.object, ()))

    def _release(self, round_: ObjectId, joins: Iterable[EntryId]) -> None:
        end = self.ended.get(round_)
        for join in joins if end is not None else ():
            joined = self.versions[join]
            assert isinstance(joined, Obligation) and end is not None, "an obligation has joined a round that has ended"
            self._put(released(joined, end))

    def _put(self, made: BookObject) -> None:
        self.objects[made.id] = made
        if isinstance(made, Subject):
            self.versions[made.version] = made


def consent_among(record: Record, named: Sequence[Record]) -> Record | None:
    """Return the consent that a record names, None if its kind needs none or it is not there."""
    kinds = CONSENTS.get(record.fact.kind, frozenset())
    return next((item for item in named[1:] if item.fact.kind in kinds), None)


def other_references(kind: str, named: Sequence[EntryFact]) -> list[Sequence[EntryFact]]:
    """Return the references after the first, for the kinds of a netting round that are judged by those too."""
    if kind not in JUDGED_BY_OTHERS:
        return []
    return list(references(named[1:])) if kind in DEMANDS else list(references(named))[1:]


def _names(record: Record) -> tuple[EntryId, ...]:
    return names_of(record.body) if record.body is not None else ()
