"""A book that drawn members write, each record judged by the rules alone: what holds is looked at after every step."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.simulation.checkers.consents import check_consents
from tests.simulation.checkers.covers import check_covers
from tests.simulation.checkers.past import check_owed, past_of
from tests.simulation.checkers.rounds import check_rounds
from tests.simulation.dealings import dealing
from tests.simulation.feeds import START_MS, member, terms
from tests.simulation.undertakings import COVERS, NETTING, POOLS, READING
from tests.simulation.undertakings.scene import Act, Scene, undertaking

from cohong.book.adding import added_by
from cohong.book.bodies import malformed_field
from cohong.book.disputes import Dispute, DisputeState
from cohong.book.fold import Shelf, fold_all, object_of, version_moved
from cohong.book.objects import BookObject, Obligation, ObligationState
from cohong.book.question import DAY_MS, Circumstances, Lock, Question, Rules, day_of, end_of_day_ms
from cohong.book.rounds import Round, RoundState
from cohong.book.rules import reason_against
from cohong.book.transitions import CONSENTS, HEADED, PARTS_CALLED_BY, TRANSFERS
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_NOTICE,
    CREDIT_PROPOSE,
    ENDORSE_SET,
    LIMIT_SET,
    NETTING_APPLY,
    NETTING_JOIN,
    PROFILE_SET,
)
from cohong.primitives.standing import EntryFact, Record

MEMBERS = tuple(member(number) for number in range(5))
RULES = Rules(frozenset(MEMBERS))

AMOUNTS = {"credit.receipt": (1, 0), "credit.recover": (1, -1), "credit.write_off": (0, 1)}
"""By how much of its amount a kind moves what was received and what was given up."""

LEANINGS: Sequence[Sequence[Act]] = (READING, NETTING, COVERS, POOLS, (*NETTING, *COVERS, *POOLS))
"""What a history may be about beside all else: what takes many steps comes about where little else is done."""

LONG, SHORT = (0, 1, DAY_MS, 15 * DAY_MS, 40 * DAY_MS), (0, 1, DAY_MS)
PASSES: Sequence[Sequence[int]] = (LONG, LONG, SHORT)
"""How much time may pass from one step to the next: mostly months do, in some histories hardly any does."""


@dataclass
class Book:
    """A book, and who writes it.

    Attributes:
        leaning: what is done together in this history, beside what each does with what it is owed.
        told: kind and object -> the records of that kind about it.
        moved, used: versions that were moved, and consents that served.
        sums: obligation -> what its records come to.
        refused: how often each kind was refused.
    """

    chance: random.Random
    leaning: Sequence[Act] = READING
    passes: Sequence[int] = LONG
    shelf: Shelf = field(default_factory=Shelf)
    told: dict[tuple[str, ObjectId], list[tuple[EntryId, dict[str, Value]]]] = field(default_factory=dict)
    now_ms: int = START_MS
    moved: set[EntryId] = field(default_factory=set)
    used: set[EntryId] = field(default_factory=set)
    noticed_ms: dict[EntryId, int] = field(default_factory=dict)
    sums: dict[ObjectId, Counter[str]] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    count: int = 0

    # What `dealing` and `undertaking` ask.

    def objects(self) -> list[BookObject]:
        return list(self.shelf.objects.values())

    def said(self, kind: str, subject: ObjectId) -> list[tuple[EntryId, dict[str, Value]]]:
        return self.told.get((kind, subject), [])

    def head(self, member: MemberId) -> list[Value]:
        return [[member, self.count, bytes(32)]]

    # Writing.

    def open(self, debts: int) -> None:
        """Begin with some debts that were accepted, among all members or just a few."""
        among = self.chance.sample(MEMBERS, self.chance.choice([2, 3, 5]))
        for _ in range(debts):
            proposal = self._propose(among)
            debtor = self.shelf.records[proposal].body["debtor"]  # type: ignore[index]  # a proposal has a body
            self.write(MemberId(debtor), CREDIT_ACCEPT, {"names": [proposal]})  # type: ignore[arg-type]  # a key

    def _propose(self, among: Sequence[MemberId] = MEMBERS) -> EntryId:
        one, other = self.chance.sample(among, 2)
        fields = terms(other, one, self.chance.randrange(1, 60))
        return self.write(one, CREDIT_PROPOSE, {**fields, "valid_until": "2199-12-31"})

    def step(self) -> None:
        self.now_ms += self.chance.choice(self.passes)
        drawn, today, written = self.chance.random(), day_of(self.now_ms), None
        if drawn < 0.3 + 0.4 * (self.leaning is not READING):
            written = undertaking(Scene(self.chance, self, MEMBERS, today), self.leaning)
        elif drawn < 0.9:
            written = dealing(self.chance, self, MEMBERS, today)
        if written is not None:
            self.write(written.author, written.kind, written.body)
        elif drawn < 0.97:
            self._propose()
        else:
            self._say()

    def _say(self) -> None:
        """Write something of which only the latest counts."""
        one, other = self.chance.sample(MEMBERS, 2)
        said: dict[str, dict[str, Value]] = {
            ENDORSE_SET: {"member": other, "score": 1, "comment": ""},
            PROFILE_SET: {"kind": "firm", "name": {"en": "Firm"}, "place": "", "identifiers": {}},
            LIMIT_SET: {
                "counterparty": other, "side": "debtor", "currency": "HKD", "amount": 5, "terms_days": 30,
                "until": "2026-01-01", "auto_accept": True,
            },
        }  # fmt: skip
        kind = self.chance.choice(sorted(said))
        self.write(one, kind, said[kind])

    def write(self, author: MemberId, kind: str, body: dict[str, Value]) -> EntryId:
        self.count += 1
        identity = EntryId(self.count.to_bytes(32, "big"))
        named = [self.shelf.records[name].fact for name in names_of(body)]
        bare = EntryFact(identity, author, self.count, identity, self.now_ms, 0, kind)
        is_formed = malformed_field(kind, body) is None
        subject = object_of(bare, body, named) if is_formed else None
        fact = replace(bare, object=subject, moves=version_moved(bare, named) if is_formed else None)
        question = self.shelf.question(Record(fact, {"salt": bytes(16), **body}))
        version = question.version
        if isinstance(version, Obligation) and (kind in HEADED or version.locked_in is not None):
            question = replace(question, circumstances=self._circumstances(version))
        if fact.moves not in self.moved and reason_against(question, RULES) is None:
            self._apply(question, version)
        else:
            self.refused[kind] += 1
        return identity

    def _circumstances(self, version: Obligation) -> Circumstances:
        noticed_ms = self.noticed_ms.get(version.notice) if version.notice is not None else None
        disputes = [item for item in self.shelf.objects.values() if isinstance(item, Dispute)]
        is_disputed = any(
            (item.about, item.opener, item.state) == (version.id, version.terms.debtor, DisputeState.OPEN)
            for item in disputes
        )
        return Circumstances(self.now_ms, noticed_ms, is_read=True, is_disputed=is_disputed, lock=self._lock(version))

    def _lock(self, version: Obligation) -> Lock:
        """Return whether a round binds an obligation: until it has ended, or a block is dated past its last day."""
        round_ = self.shelf.objects.get(version.locked_in) if version.locked_in is not None else None
        if not isinstance(round_, Round):
            return Lock.FREE
        is_over = round_.state is RoundState.OPEN and self.now_ms >= end_of_day_ms(round_.ends)
        return Lock.FREE if is_over else Lock.BOUND

    def _apply(self, question: Question, version: Any) -> None:
        fact, body = question.record.fact, question.record.body or {}
        before = dict(self.shelf.objects)
        if fact.moves is not None:
            # What takes part in a round that has lapsed is the holder's again.
            is_joined = isinstance(version, Obligation) and version.locked_in is not None
            assert fact.author == (version.holder if is_joined else version.controller), "only the controller moves it"
            assert before[version.id] == version, "what is moved is the version that there is"
            self.moved.add(fact.moves)
        if fact.kind in CONSENTS and fact.kind != NETTING_JOIN:
            assert question.consent is not None and question.consent.fact.id not in self.used, "a consent serves once"
            self.used.add(question.consent.fact.id)
        self.shelf.fold(question)
        if fact.object is not None:
            self.told.setdefault((fact.kind, fact.object), []).append((fact.id, body))
        self._count_sums(fact, body)
        if fact.kind == CREDIT_NOTICE:
            self.noticed_ms[fact.id] = self.now_ms
        self._check_changes(before)

    def _count_sums(self, fact: EntryFact, body: dict[str, Value]) -> None:
        amount, subject = body.get("amount"), fact.object
        if fact.kind in AMOUNTS and isinstance(amount, int) and subject is not None:
            received, given_up = AMOUNTS[fact.kind]
            self._add(subject, received=received * amount, given_up=given_up * amount)
        if fact.kind in TRANSFERS and subject is not None:
            part = self.shelf.objects.get(ObjectId(names_of(body)[-1]))
            if isinstance(part, Obligation):
                self._add(subject, assigned=part.terms.amount_minor)
        if fact.kind == NETTING_APPLY:
            set_offs = body["set_offs"]
            assert isinstance(set_offs, list), "what stands is well-formed"
            for join, minor in zip(names_of(body)[1:], set_offs, strict=True):
                joined = self.shelf.records[join].fact.object
                assert joined is not None and isinstance(minor, int), "an obligation has joined"
                self._add(joined, set_off=minor)

    def _add(self, subject: ObjectId, **minor: int) -> None:
        self.sums.setdefault(subject, Counter()).update(minor)

    # What holds.

    def _check_changes(self, before: dict[ObjectId, BookObject]) -> None:
        for identity, item in self.shelf.objects.items():
            if before.get(identity) is item:
                continue
            encode([item.id, item.version, item.digest_state()])
            if isinstance(item, Obligation):
                self._check(item, before.get(identity))

    def _check(self, item: Obligation, before: BookObject | None) -> None:
        sums = self.sums.get(item.id, Counter[str]())
        shown = (item.received_minor, item.written_off_minor, item.assigned_minor, item.set_off_minor)
        assert shown == (sums["received"], sums["given_up"], sums["assigned"], sums["set_off"])
        assert item.amount_minor == sum(shown) + item.outstanding_minor
        assert min(*shown, item.outstanding_minor) >= 0
        is_open = item.state in (ObligationState.PROPOSED, ObligationState.ACTIVE, ObligationState.DEFAULTED)
        assert is_open or item.state is ObligationState.DECLINED or item.outstanding_minor == 0
        assert not is_open or item.outstanding_minor > 0
        assert item.holder != item.terms.debtor
        if isinstance(before, Obligation):
            assert item.terms == before.terms and item.amount_minor <= before.amount_minor
            assert item.version != before.version

    def check(self) -> None:
        """Check the book as a whole."""
        self._check_parts()
        past = past_of(self.shelf.records.values())
        for check in (check_owed, check_rounds, check_covers, check_consents):
            check(past, self.shelf.objects.values())
        self._check_added()
        self._check_order()

    def _check_parts(self) -> None:
        found = [item for item in self.shelf.objects.values() if isinstance(item, Obligation)]
        for item in found:
            parts = [part for part in found if part.part_of == item.id]
            assert item.assigned_minor == sum(part.terms.amount_minor for part in parts)
            assert all(part.terms.currency == item.terms.currency for part in parts)
            assert all(part.terms.debtor == item.terms.debtor for part in parts)

    def _check_added(self) -> None:
        """Check that what is outstanding can be followed down to the records behind it."""
        for item in self.shelf.objects.values():
            if isinstance(item, Obligation):
                behind = [
                    record for record in self.shelf.records.values()
                    if record.fact.object == item.id or record.fact.kind in PARTS_CALLED_BY | {NETTING_APPLY}
                ]  # fmt: skip
                assert sum(added_by(behind, item.id).values()) == item.outstanding_minor

    def _check_order(self) -> None:
        """Check that the same records make the same book in another order."""
        records = list(self.shelf.records.values())
        self.chance.shuffle(records)
        assert fold_all(records) == self.shelf.objects


def written(chance: random.Random, steps: int) -> Book:
    """Return a book after so many steps of a drawn history."""
    book = Book(chance, chance.choice(LEANINGS), chance.choice(PASSES))
    book.open(chance.choice([0, 6, 12]))
    for _ in range(steps):
        book.step()
    return book
