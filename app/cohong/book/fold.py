"""What a record makes of the object it is about. Only records that stand and break no rule come here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cohong.book.making import latest, move, open_object, part_sold, word_of
from cohong.book.objects import BookObject, Endorsement, LatestObject, MovedObject, Obligation, Subject, natural_id
from cohong.book.question import Question
from cohong.book.references import object_referred_to, version_referred_to
from cohong.book.transitions import CONSENTS, MOVERS, OPENERS, STEPS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import CREDIT_ASSIGN, ENDORSE_SET, LIMIT_SET, PROFILE_SET
from cohong.primitives.standing import EntryFact, Record


def object_of(fact: EntryFact, body: dict[str, Value], named: Sequence[EntryFact]) -> ObjectId | None:
    """Return the id of the object that a well-formed record is about; None if it names none that it could be about.

    `named` are the facts of its names, in their order.
    """
    if fact.kind in STEPS:
        return object_referred_to(named)
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

    Args:
        current: the object that the record is about as it stands: what it moves or speaks of, or the latest for the
            `….set` kinds; None for what is new.
    """
    record = question.record
    kind = record.fact.kind
    if kind in OPENERS:
        return [open_object(question)]
    if kind in STEPS:
        assert isinstance(question.version, MovedObject), "a version that stands has an object"
        return _stepped(question, question.version)
    said = latest(record)
    is_old = isinstance(current, LatestObject) and current.seq > said.seq
    return [] if is_old else [said]


def _stepped(question: Question, version: MovedObject) -> list[BookObject]:
    record, consent = question.record, question.consent
    if record.fact.kind not in MOVERS:
        word = word_of(record, version)
        return [word] if word is not None else []
    moved: list[BookObject] = [move(version, record, consent)]
    if record.fact.kind == CREDIT_ASSIGN and consent is not None and isinstance(version, Obligation):
        part = part_sold(version, consent)
        moved += [part] if part is not None else []
    return moved


def fold_all(records: Iterable[Record]) -> dict[ObjectId, BookObject]:
    """Return the objects of records that are all part of the book, in whatever order these come."""
    shelf = _Shelf()
    for record in records:
        shelf.take(record)
    assert not shelf.waiting, "what is part of the book rests on what is part of it"
    return shelf.objects


@dataclass(slots=True)
class _Shelf:
    """Objects, every version of those that move, and the records that wait for what they name."""

    objects: dict[ObjectId, BookObject] = field(default_factory=dict)
    versions: dict[EntryId, Subject] = field(default_factory=dict)
    records: dict[EntryId, Record] = field(default_factory=dict)
    waiting: dict[EntryId, list[Record]] = field(default_factory=dict)

    def take(self, record: Record) -> None:
        """Fold a record in, and those that have been waiting for it."""
        ready = [record]
        while ready:
            item = ready.pop()
            missing = next((name for name in _names(item) if name not in self.records), None)
            if missing is not None:
                self.waiting.setdefault(missing, []).append(item)
                continue
            self.records[item.fact.id] = item
            self._fold(item)
            ready += self.waiting.pop(item.fact.id, ())

    def _fold(self, record: Record) -> None:
        named = [self.records[name] for name in _names(record)]
        facts = [item.fact for item in named]
        version = self.versions.get(named[0].fact.id) if named else None
        question = Question(record, facts, version, consent_among(record, named))
        subject = record.fact.object
        for made in apply(question, self.objects.get(subject) if subject is not None else None):
            self.objects[made.id] = made
            if isinstance(made, MovedObject | Endorsement):
                self.versions[made.version] = made


def consent_among(record: Record, named: Sequence[Record]) -> Record | None:
    """Return the consent that a record names, None if its kind needs none or it is not there."""
    kind = CONSENTS.get(record.fact.kind)
    return next((item for item in named[1:] if item.fact.kind == kind), None) if kind is not None else None


def _names(record: Record) -> tuple[EntryId, ...]:
    assert record.body is not None, "a record that stands has a body"
    return names_of(record.body)
