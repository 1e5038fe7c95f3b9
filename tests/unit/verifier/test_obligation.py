"""What the verifier reads from records is what the book makes of them, though they share no code."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from tests.unit.book.drawn_book import written

from cohong.book.objects import Obligation, ObligationState
from cohong.primitives.ids import ObjectId
from cohong.primitives.standing import Record
from cohong.verifier.obligation import ProvenObligation, proven_obligations
from cohong.verifier.receipt import Proof

HISTORIES = 60


def proof_of(record: Record) -> Proof:
    fact = record.fact
    body = None if record.body is None else dict[str, object](record.body)
    return Proof(
        bytes(32), "", fact.id, fact.author, fact.seq, fact.time_ms, fact.kind, body, bytes(32), 1, 0, 0, 1, None, ()
    )


def proofs_of(records: Iterable[Record]) -> list[Proof]:
    return [proof_of(record) for record in records]


def figures_of(obligation: Obligation) -> tuple[object, ...]:
    terms = obligation.terms
    return (
        obligation.id, terms.debtor, terms.creditor, terms.currency, terms.issued, terms.grace_days, terms.reference,
        obligation.amount_minor, obligation.due, obligation.assigned_minor,
        obligation.received_minor + obligation.set_off_minor, obligation.last_received_on,
        obligation.written_off_minor, obligation.revision is not None, obligation.state.value,
    )  # fmt: skip


def proven_figures(proven: ProvenObligation) -> tuple[object, ...]:
    return (
        proven.id, proven.debtor, proven.creditor, proven.currency, proven.issued, proven.grace_days, proven.reference,
        proven.amount_minor, proven.due, proven.assigned_minor, proven.paid_minor, proven.paid_on,
        proven.written_off_minor, proven.is_restructured, proven.state,
    )  # fmt: skip


def test_all_records_of_drawn_histories_prove_just_what_the_book_has() -> None:
    states = Counter[str]()
    for seed in range(HISTORIES):
        book = written(random.Random(seed), 60)
        proven = proven_obligations(proofs_of(book.shelf.records.values()))
        for identity, shown in proven.items():
            obligation = book.shelf.objects[ObjectId(identity)]
            assert isinstance(obligation, Obligation)
            assert proven_figures(shown) == figures_of(obligation), f"seed {seed}"
            states[shown.state] += 1
    assert {state.value for state in ObligationState} <= states.keys()


def test_without_some_records_it_proves_an_earlier_version_or_nothing() -> None:
    """What is left out only ever takes away from the end: no later record is read on top of a gap."""
    for seed in range(20):
        chance = random.Random(seed)
        records = list(written(chance, 60).shelf.records.values())
        whole = proven_obligations(proofs_of(records))
        some = proven_obligations(proofs_of(record for record in records if chance.random() < 0.8))
        for identity, shown in some.items():
            assert shown.records <= whole[identity].records
            assert shown.paid_minor <= whole[identity].paid_minor
