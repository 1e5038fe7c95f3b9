"""Members trade: they ask their nodes to write, as the desktop does, and the nodes refuse what the rules forbid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.simulation.feeds import terms
from tests.simulation.machine import Machine

from cohong.api.requests import WriteRecord
from cohong.book.objects import Claim, Obligation, ObligationState
from cohong.book.question import day_of
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    ENDORSE_SET,
    LIMIT_SET,
    PROFILE_SET,
)

if TYPE_CHECKING:
    from tests.simulation.run import Run

DAY_MS = 86_400_000
FAR_DAY = "2099-12-31"
"""No schedule lasts so long."""


def ask(run: Run, machine: Machine, *records: WriteRecord) -> bool:
    """Let a client of a machine ask for records, with a key that no other request has."""
    run.counts["requests"] += 1
    machine.ask(records, f"{machine.name}/{run.counts['requests']}")
    return True


def proposal(run: Run, machine: Machine, other: MemberId | None = None) -> WriteRecord:
    """Return a proposal of a member to another one, drawn if it is not given, as creditor or as debtor."""
    other = other or run.chance.choice([member for member in run.partners if member != machine.id])
    parties = (machine.id, other) if run.chance.random() < 0.3 else (other, machine.id)
    run.counts["references"] += 1
    fields = terms(*parties, run.chance.randrange(1, 900), f"INV-{run.counts['references']}")
    fields["valid_until"] = _last_day(run)
    return WriteRecord(kind=CREDIT_PROPOSE, fields={name: _as_json(value) for name, value in fields.items()})


def _last_day(run: Run) -> str:
    if not run.shape.ends_within_days:
        return FAR_DAY
    return day_of(run.timeline.now_ms + run.chance.choice(run.shape.ends_within_days) * DAY_MS)


def _as_json(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def propose(run: Run) -> bool:
    """Propose an obligation."""
    machine = run.draw_up()
    return machine is not None and ask(run, machine, proposal(run, machine))


def answer(run: Run) -> bool:
    """Accept a proposal, or decline it."""
    machine = run.draw_up()
    return machine is not None and answer_by(run, machine)


def answer_by(run: Run, machine: Machine) -> bool:
    """Let a machine answer a proposal, unless its power has failed."""
    if machine.desk is None:
        return False

    def step(item: Obligation, me: Machine) -> WriteRecord | None:
        if item.state is not ObligationState.PROPOSED or not _acts_for(me, item.controller):
            return None
        if run.chance.random() < 0.8:
            return WriteRecord(kind=CREDIT_ACCEPT, object=item.id.hex())
        return WriteRecord(kind=CREDIT_DECLINE, object=item.id.hex(), fields={"reason": ""})

    return _step_of(run, machine, step)


def pay(run: Run) -> bool:
    """Write a receipt, mostly of no more than is owed, perhaps on a claim."""

    def step(item: Obligation, me: Machine) -> WriteRecord | None:
        if item.state is not ObligationState.ACTIVE or not _acts_for(me, item.holder):
            return None
        claims = [claim for claim in _claims(me) if claim.obligation == item.id]
        fields = _payment(run, item)
        if claims and run.chance.random() < 0.5:
            fields["claim"] = run.chance.choice(claims).version.hex()
        return WriteRecord(kind=CREDIT_RECEIPT, object=item.id.hex(), fields=fields)

    return _step(run, step)


def _acts_for(machine: Machine, key: MemberId) -> bool:
    """Whether a machine's member acts for a key: its own, or one in whose place it has come."""
    assert machine.desk is not None, "the machine is up"
    return machine.desk.replica.lineage.rules.holder_of(key) == machine.id


def _claims(machine: Machine) -> list[Claim]:
    """Return the claims in a machine's book, by id."""
    found = [item for item in machine.disk.objects.values() if isinstance(item, Claim)]
    return sorted(found, key=lambda item: item.id)


def claim(run: Run) -> bool:
    """Claim to have paid."""

    def step(item: Obligation, me: Machine) -> WriteRecord | None:
        if item.state is not ObligationState.ACTIVE or not _acts_for(me, item.terms.debtor):
            return None
        return WriteRecord(kind=CREDIT_CLAIM, object=item.id.hex(), fields=_payment(run, item))

    return _step(run, step)


def _payment(run: Run, item: Obligation) -> dict[str, Any]:
    most = item.outstanding_minor * (1 if run.chance.random() < 0.9 else 2)
    amount = run.chance.choice([most, run.chance.randint(1, most)])
    return {"amount": amount, "value_date": "2025-10-01", "method": "", "reference": ""}


def _step(run: Run, step: Callable[[Obligation, Machine], WriteRecord | None]) -> bool:
    """Let a machine take a step with one of the obligations in its book, if it can take any."""
    machine = run.draw_up()
    return machine is not None and _step_of(run, machine, step)


def _step_of(run: Run, machine: Machine, step: Callable[[Obligation, Machine], WriteRecord | None]) -> bool:
    items = sorted(
        (item for item in machine.disk.objects.values() if isinstance(item, Obligation)), key=lambda item: item.id
    )
    run.chance.shuffle(items)
    for item in items:
        record = step(item, machine)
        if record is not None:
            return ask(run, machine, record)
    return False


def limit(run: Run) -> bool:
    """Set a limit within which proposals are accepted by the node itself."""
    machine = run.draw_up()
    if machine is None:
        return False
    other = run.chance.choice([member for member in run.partners if member != machine.id])
    fields = {
        "counterparty": other.hex(), "side": "debtor", "currency": "HKD", "amount": run.chance.randrange(1, 3_000),
        "terms_days": 60, "until": "2026-12-31", "auto_accept": run.chance.random() < 0.8,
    }  # fmt: skip
    return ask(run, machine, WriteRecord(kind=LIMIT_SET, fields=fields))


def profile(run: Run) -> bool:
    """Say who one is."""
    machine = run.draw_up()
    fields: dict[str, Any] = {"kind": "firm", "name": {"en": "Firm"}, "place": "", "identifiers": {}}
    return machine is not None and ask(run, machine, WriteRecord(kind=PROFILE_SET, fields=fields))


def endorse(run: Run) -> bool:
    """Say something about another member."""
    machine = run.draw_up()
    if machine is None:
        return False
    other = run.chance.choice(run.partners)
    fields = {"member": other.hex(), "score": run.chance.randrange(-10, 11), "comment": ""}
    return ask(run, machine, WriteRecord(kind=ENDORSE_SET, fields=fields))
