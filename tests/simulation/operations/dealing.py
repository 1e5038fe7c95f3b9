"""What members do with what is owed, after it was accepted: new terms, sales, defaults, disputes and corrections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.simulation.dealings import Held, fields_of
from tests.simulation.machine import Machine
from tests.simulation.operations.people import motion_of, vote_on_all
from tests.simulation.operations.trading import DAY_MS, answer_by, ask, proposal

from cohong.api.requests import WriteRecord
from cohong.book.disputes import Correction, Dispute, DisputeState
from cohong.book.objects import BookObject, Endorsement, Obligation, ObligationState, Subject
from cohong.book.question import Rules, day_of
from cohong.book.transitions import CONSENTS
from cohong.node.actions import actions_on
from cohong.primitives.kinds import (
    CHAIN_ASK,
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CREDIT_DEFAULT,
    CREDIT_RESTRUCTURE,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
)

if TYPE_CHECKING:
    from tests.simulation.choices import Act
    from tests.simulation.run import Run

SOON_MS = 20_000
"""In this time a block becomes final, mostly."""

AGREED_MS = 3_000
"""In this time a record is confirmed, mostly."""

MONTHS_MS = (13 * DAY_MS, 15 * DAY_MS, 62 * DAY_MS, 75 * DAY_MS)
SELDOM = 0.05
"""Share of what is tried although the desktop would not offer it."""


def owe(run: Run) -> bool:
    """Propose something to somebody who accepts it, mostly, before anything else is done."""
    machine = run.draw_up()
    others = [other for other in run.machines if other is not machine]
    if machine is None or not others:
        return False
    other = run.chance.choice(others)
    ask(run, machine, proposal(run, machine, other.id))
    run.pause(AGREED_MS)
    return answer_by(run, other)


def step_of(kind: str) -> Act:
    """Return the act of a member that takes a step of this kind with one of the obligations in its book."""

    def act(run: Run) -> bool:
        machine = run.draw_up()
        return machine is not None and _take_step(run, machine, kind)

    return act


def _take_step(run: Run, machine: Machine, kind: str) -> bool:
    def may(item: BookObject, rules: Rules) -> bool:
        is_offered = isinstance(item, Obligation) and kind in actions_on(item, machine.id, rules)
        return is_offered or (isinstance(item, Obligation) and run.chance.random() < SELDOM)

    return write_about(run, machine, kind, may)


def write_about(run: Run, machine: Machine, kind: str, may: Callable[[BookObject, Rules], bool]) -> bool:
    """Let a machine write a record about one of the objects in its book, if there is one that it may be about."""
    if machine.desk is None:
        return False
    shelf, rules = Held(machine.disk, machine.desk.replica), machine.desk.replica.lineage.rules
    items = [item for item in shelf.objects() if isinstance(item, Subject) and may(item, rules)]
    run.chance.shuffle(items)
    for item in items:
        fields = _fields(run, machine, kind, item, shelf)
        if fields is not None:
            return ask(run, machine, WriteRecord(kind=kind, object=item.id.hex(), fields=fields))
    return False


def _fields(run: Run, machine: Machine, kind: str, item: Subject, shelf: Held) -> dict[str, Any] | None:
    """Return the fields of a request, None where it needs a consent and there is none."""
    fields = fields_of(run.chance, kind, item, run.partners, day_of(machine.clock.now_ms()))
    if kind in CONSENTS:
        consents = [found for consent in sorted(CONSENTS[kind]) for found in shelf.said(consent, item.id)]
        if not consents:
            return None
        consent, said = run.chance.choice(consents)
        fields |= {"consent": consent}
        fields |= {"amount": said["amount"], "due": said["due"]} if kind == CREDIT_RESTRUCTURE else {}
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in fields.items()}


def default_in_time(run: Run) -> bool:
    """Let a block include a notice, and months later another one the time that has passed, and then try a default."""
    machine = run.draw_up()
    if machine is None or not any(_is_noticed(item, machine) for item in machine.disk.objects.values()):
        return False
    ask(run, machine, WriteRecord(kind=CHAIN_ASK))
    run.pause(SOON_MS)
    run.pause(run.chance.choice(MONTHS_MS))
    if not machine.is_up:
        return False
    ask(run, machine, WriteRecord(kind=CHAIN_ASK))
    run.pause(SOON_MS)
    return write_about(run, machine, CREDIT_DEFAULT, lambda item, rules: _is_noticed(item, machine))


def _is_noticed(item: BookObject, machine: Machine) -> bool:
    if not isinstance(item, Obligation) or item.holder != machine.id:
        return False
    return item.state is ObligationState.ACTIVE and item.notice is not None


def object_to(run: Run) -> bool:
    """Open a dispute, of an obligation or of what somebody has said."""
    machine = run.draw_up()
    return machine is not None and write_about(run, machine, DISPUTE_OPEN, lambda item, rules: _concerns(item, machine))


def _concerns(item: BookObject, machine: Machine) -> bool:
    if isinstance(item, Obligation):
        return machine.id in item.parties
    return isinstance(item, Endorsement) and item.member == machine.id


def answer_objection(run: Run) -> bool:
    """Answer a dispute or close it, say yes or no to a correction."""
    machine = run.draw_up()
    if machine is None:
        return False
    kinds = [DISPUTE_ANSWER, DISPUTE_CLOSE, CORRECT_ACCEPT, CORRECT_DECLINE]
    run.chance.shuffle(kinds)
    return any(_answer_by(run, machine, kind) for kind in kinds)


def _answer_by(run: Run, machine: Machine, kind: str) -> bool:
    def may(item: BookObject, rules: Rules) -> bool:
        if isinstance(item, Correction):
            return kind in (CORRECT_ACCEPT, CORRECT_DECLINE) and item.asked == machine.id
        is_opener = isinstance(item, Dispute) and item.opener == machine.id
        return isinstance(item, Dispute) and (kind == DISPUTE_CLOSE if is_opener else kind == DISPUTE_ANSWER)

    return write_about(run, machine, kind, may)


def rule_on_dispute(run: Run) -> bool:
    """Put it to the vote who is right in a dispute, and let all who are there say yes."""
    machine = run.draw_up()
    if machine is None:
        return False
    found = [item for item in machine.disk.objects.values() if isinstance(item, Dispute)]
    still_open = sorted(item.id for item in found if item.state is DisputeState.OPEN)
    if not still_open:
        return False
    question = {"ask": "dispute", "dispute": run.chance.choice(still_open).hex(), "upheld": run.chance.random() < 0.5}
    ask(run, machine, motion_of(machine, question, run.chance))
    run.pause(SOON_MS)
    return vote_on_all(run)
