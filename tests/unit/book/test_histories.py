"""Any history that the rules let pass: sums, controllers and parts hold after every step, and the order never matters.

`HYPOTHESIS_PROFILE=thorough pytest tests/unit/book/test_histories.py` tries 20,000 histories.
"""

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.simulation.dealings import dealing
from tests.simulation.feeds import START_MS, member, terms

from cohong.book.disputes import Dispute, DisputeState
from cohong.book.fold import Shelf, fold_all, object_of, version_moved
from cohong.book.objects import BookObject, MovedObject, Obligation, ObligationState
from cohong.book.question import DAY_MS, Circumstances, Question, Rules, day_of
from cohong.book.rules import reason_against
from cohong.book.transitions import ABOUT_VERSION, CONSENTS, HEADED
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_ASSIGN, CREDIT_NOTICE, CREDIT_PROPOSE, CREDIT_SUBROGATE, ENDORSE_SET
from cohong.primitives.standing import EntryFact, Record

MEMBERS = tuple(member(number) for number in range(5))
RULES = Rules(frozenset(MEMBERS))
STEPS_MAX = 30

AMOUNTS = {"credit.receipt": (1, 0), "credit.recover": (1, -1), "credit.write_off": (0, 1)}
"""By how much of its amount a kind moves what was received and what was given up."""

TOLD_ELSEWHERE = ("netting.", "guarantee.", "pool.", "consent.", "access.", CREDIT_SUBROGATE)
"""How kinds begin of which tests/simulation has histories of their own."""


@dataclass
class Book:
    """A book that is written by drawn members, each record judged by the rules alone and applied at once."""

    chance: random.Random
    shelf: Shelf = field(default_factory=Shelf)
    now_ms: int = START_MS
    moved: set[EntryId] = field(default_factory=set)
    used: set[EntryId] = field(default_factory=set)
    noticed_ms: dict[EntryId, int] = field(default_factory=dict)
    sums: dict[ObjectId, Counter[str]] = field(default_factory=dict)
    count: int = 0

    # What `dealing` asks.

    def objects(self) -> list[BookObject]:
        return [item for _, item in sorted(self.shelf.objects.items())]

    def said(self, kind: str, subject: ObjectId) -> list[tuple[EntryId, dict[str, Value]]]:
        records = self.shelf.records.values()
        return [(r.fact.id, r.body) for r in records if (r.fact.kind, r.fact.object) == (kind, subject) and r.body]

    def head(self, member: MemberId) -> list[Value]:
        return [[member, self.count, bytes(32)]]

    # Writing.

    def step(self) -> None:
        self.now_ms += self.chance.choice([0, 1, DAY_MS, 15 * DAY_MS, 40 * DAY_MS])
        drawn = self.chance.random()
        written = dealing(self.chance, self, MEMBERS, day_of(self.now_ms)) if drawn < 0.85 else None
        if written is not None:
            self.write(written.author, written.kind, written.body)
        elif drawn < 0.97:
            one, other = self.chance.sample(MEMBERS, 2)
            fields = terms(other, one, self.chance.randrange(1, 60))
            self.write(one, CREDIT_PROPOSE, {**fields, "valid_until": "2199-12-31"})
        else:
            one, other = self.chance.sample(MEMBERS, 2)
            self.write(one, ENDORSE_SET, {"member": other, "score": 1, "comment": ""})

    def write(self, author: MemberId, kind: str, body: dict[str, Value]) -> None:
        self.count += 1
        identity = EntryId(self.count.to_bytes(32, "big"))
        named = [self.shelf.records[name].fact for name in names_of(body)]
        bare = EntryFact(identity, author, self.count, identity, self.now_ms, 0, kind)
        fact = replace(bare, object=object_of(bare, body, named), moves=version_moved(bare, named))
        question = self.shelf.question(Record(fact, {"salt": bytes(16), **body}))
        if isinstance(question.version, Obligation) and kind in HEADED:
            question = replace(question, circumstances=self._circumstances(question.version))
        if fact.moves not in self.moved and reason_against(question, RULES) is None:
            self._apply(question, question.version)

    def _circumstances(self, version: Obligation) -> Circumstances:
        noticed_ms = self.noticed_ms.get(version.notice) if version.notice is not None else None
        disputes = [item for item in self.shelf.objects.values() if isinstance(item, Dispute)]
        is_disputed = any(
            (item.about, item.opener, item.state) == (version.id, version.terms.debtor, DisputeState.OPEN)
            for item in disputes
        )
        return Circumstances(self.now_ms, noticed_ms, is_read=True, is_disputed=is_disputed)

    def _apply(self, question: Question, version: Any) -> None:
        fact, body = question.record.fact, question.record.body or {}
        before = dict(self.shelf.objects)
        if fact.moves is not None:
            assert fact.author == version.controller, "only the controller moves a version"
            assert before[version.id] == version, "what is moved is the version that there is"
            self.moved.add(fact.moves)
        if fact.kind in CONSENTS:
            consent = names_of(body)[-1]
            assert consent not in self.used, "a consent serves once"
            self.used.add(consent)
        self.shelf.fold(question)
        self._count_sums(fact, body)
        if fact.kind == CREDIT_NOTICE:
            self.noticed_ms[fact.id] = self.now_ms
        self._check_changes(before)

    def _count_sums(self, fact: EntryFact, body: dict[str, Value]) -> None:
        amount, subject = body.get("amount"), fact.object
        if fact.kind in AMOUNTS and isinstance(amount, int) and subject is not None:
            received, given_up = AMOUNTS[fact.kind]
            self.sums.setdefault(subject, Counter()).update(received=received * amount, given_up=given_up * amount)
        if fact.kind == CREDIT_ASSIGN and subject is not None:
            part = self.shelf.objects.get(ObjectId(names_of(body)[-1]))
            if isinstance(part, Obligation):
                self.sums.setdefault(subject, Counter()).update(assigned=part.terms.amount_minor)

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
        shown = (item.received_minor, item.written_off_minor, item.assigned_minor)
        assert shown == (sums["received"], sums["given_up"], sums["assigned"])
        assert item.amount_minor == sum(shown) + item.outstanding_minor
        assert min(*shown, item.outstanding_minor) >= 0
        is_open = item.state in (ObligationState.PROPOSED, ObligationState.ACTIVE, ObligationState.DEFAULTED)
        assert is_open or item.state is ObligationState.DECLINED or item.outstanding_minor == 0
        assert not is_open or item.outstanding_minor > 0
        assert item.holder != item.terms.debtor
        if isinstance(before, Obligation):
            assert item.terms == before.terms and item.amount_minor <= before.amount_minor
            assert item.version != before.version

    def check_parts(self) -> None:
        found = [item for item in self.shelf.objects.values() if isinstance(item, Obligation)]
        for item in found:
            parts = [part for part in found if part.part_of == item.id]
            assert item.assigned_minor == sum(part.terms.amount_minor for part in parts)
            assert all(part.terms.currency == item.terms.currency for part in parts)
            assert all(part.terms.debtor == item.terms.debtor for part in parts)

    def check_order(self) -> None:
        """Check that the same records make the same book in another order."""
        records = list(self.shelf.records.values())
        self.chance.shuffle(records)
        assert fold_all(records) == self.shelf.objects


def written(chance: random.Random, steps: int) -> Book:
    book = Book(chance)
    for _ in range(steps):
        book.step()
    return book


@settings(deadline=None)
@given(st.randoms(use_true_random=True), st.integers(1, STEPS_MAX))
def test_whatever_the_rules_let_pass_adds_up_and_is_the_same_in_any_order(chance: random.Random, steps: int) -> None:
    book = written(chance, steps)
    book.check_parts()
    book.check_order()


def test_the_histories_reach_every_state_and_every_kind_of_step() -> None:
    """A generator that nothing comes of would find nothing wrong."""
    states, kinds = Counter[str](), Counter[str]()
    for seed in range(60):
        book = written(random.Random(seed), STEPS_MAX * 2)
        kinds.update(record.fact.kind for record in book.shelf.records.values())
        states.update(item.state for item in book.shelf.objects.values() if isinstance(item, MovedObject))
    assert not {state.value for state in ObligationState} - states.keys()
    assert {kind for kind in ABOUT_VERSION if not kind.startswith(TOLD_ELSEWHERE)} <= kinds.keys()
