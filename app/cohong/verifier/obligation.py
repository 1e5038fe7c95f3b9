"""What proven records say of one obligation, read from the specification (protocol.md 11) and from nothing else.

Each record that moves an obligation names the version that it moves, and a version is moved once. So from the proposal
on they form a chain: as far as it goes, nothing can have been left out between. It ends at the first version for which
no mover is among the proven records. Whether there is a later one, no file proves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, cast

from cohong.verifier.receipt import Proof

PROPOSE: Final = "credit.propose"
JOIN: Final = "netting.join"
ENDS: Final = ("netting.apply", "netting.abort")
TRANSFERS: Final = ("credit.assign", "credit.subrogate")
_MOVERS: Final = (
    "credit.accept", "credit.decline", "credit.receipt", "credit.restructure", "credit.notice", "credit.default",
    "credit.write_off", "credit.recover", JOIN, *TRANSFERS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProvenObligation:
    """An obligation as far as records prove it. Amounts are in minor units, days ISO days.

    Attributes:
        records: how many records that moved it are proven, the proposal counted in.
        amount_minor: as last agreed, `assigned_minor` included, which was sold on in parts.
        paid_minor, paid_on: received, recovered or set off, and the last value date.
        state: as the book calls it: `proposed`, `active`, `settled`, ….
    """

    id: bytes
    records: int
    debtor: bytes
    creditor: bytes
    currency: str
    issued: str
    grace_days: int
    reference: str
    amount_minor: int
    due: str
    assigned_minor: int = 0
    paid_minor: int = 0
    paid_on: str | None = None
    written_off_minor: int = 0
    is_restructured: bool = False
    state: str = "proposed"

    @property
    def outstanding_minor(self) -> int:
        return self.amount_minor - self.assigned_minor - self.paid_minor - self.written_off_minor


def proven_obligations(proofs: Iterable[Proof]) -> dict[bytes, ProvenObligation]:
    """Return what these proofs, of any records in any order, say of obligations whose proposal is among them."""
    by_id = {proof.entry: proof for proof in proofs if proof.body is not None}
    by_version: dict[bytes, list[Proof]] = {}
    for proof in by_id.values():
        if proof.kind in _MOVERS:
            by_version.setdefault(_names(proof)[0], []).append(proof)
    ends = {_names(proof)[0]: proof for proof in by_id.values() if proof.kind in ENDS}
    opened = (proof for proof in by_id.values() if proof.kind == PROPOSE)
    return {proof.entry: _followed(_opened(proof), by_version, ends, by_id) for proof in opened}


def _opened(proof: Proof) -> ProvenObligation:
    body = cast("dict[str, object]", proof.body)
    return ProvenObligation(
        proof.entry, 1, cast(bytes, body["debtor"]), cast(bytes, body["creditor"]), cast(str, body["currency"]),
        cast(str, body["issued"]), cast(int, body["grace_days"]), cast(str, body["reference"]),
        cast(int, body["amount"]), cast(str, body["due"]),
    )  # fmt: skip


def _followed(
    obligation: ProvenObligation,
    by_version: Mapping[bytes, list[Proof]],
    ends: Mapping[bytes, Proof],
    by_id: Mapping[bytes, Proof],
) -> ProvenObligation:
    """Return the obligation at the end of its chain."""
    names: tuple[bytes, ...] = (obligation.id,)
    while True:
        found = [proof for proof in by_version.get(names[0], ()) if _names(proof)[: len(names)] == names]
        if len(found) != 1:
            return obligation
        [mover] = found
        # A version that a netting round has made takes two names; what else is named comes after them.
        beside = _names(mover)[len(names) :]
        moved = _moved(obligation, mover, beside, by_id)
        if moved is None:
            return obligation
        obligation, names = replace(moved, records=obligation.records + 1), (mover.entry,)
        if mover.kind == JOIN:
            # Without an end the holder can move it as well, once the round has lapsed.
            end = ends.get(beside[0])
            if end is not None:
                obligation, names = _released(obligation, mover.entry, end), (end.entry, mover.entry)


def _moved(
    now: ProvenObligation, mover: Proof, beside: tuple[bytes, ...], by_id: Mapping[bytes, Proof]
) -> ProvenObligation | None:
    """Return the next version, None where it rests on a record that is not proven."""
    body = cast("dict[str, object]", mover.body)
    match mover.kind:
        case "credit.accept":
            return replace(now, state="active")
        case "credit.decline":
            return replace(now, state="declined")
        case "credit.receipt":
            return _completed(_paid(now, cast(int, body["amount"]), cast(str, body["value_date"])))
        case "credit.recover":
            amount = cast(int, body["amount"])
            state = "recovered" if now.state in ("written-off", "recovered") else now.state
            back = replace(now, written_off_minor=now.written_off_minor - amount, state=state)
            return _paid(back, amount, cast(str, body["value_date"]))
        case "credit.restructure":
            amount, due = cast(int, body["amount"]), cast(str, body["due"])
            return replace(now, amount_minor=amount, due=due, is_restructured=True)
        case "credit.default":
            return replace(now, state="defaulted")
        case "credit.write_off":
            given_up = replace(now, written_off_minor=now.written_off_minor + cast(int, body["amount"]))
            return replace(given_up, state="written-off") if not given_up.outstanding_minor else given_up
        case "credit.assign" | "credit.subrogate":
            return _transferred(now, beside, by_id)
        case _:  # a notice, or an entry into a netting round, changes no figure
            return now


def _paid(obligation: ProvenObligation, amount_minor: int, day: str) -> ProvenObligation:
    last = max(day, obligation.paid_on or day)
    return replace(obligation, paid_minor=obligation.paid_minor + amount_minor, paid_on=last)


def _completed(obligation: ProvenObligation) -> ProvenObligation:
    ended = {"active": "settled", "defaulted": "cured"}.get(obligation.state)
    return obligation if ended is None or obligation.outstanding_minor else replace(obligation, state=ended)


def _transferred(
    obligation: ProvenObligation, beside: tuple[bytes, ...], by_id: Mapping[bytes, Proof]
) -> ProvenObligation | None:
    """Whoever bought it or paid for it has it all, or a part that is an obligation of its own from then on."""
    consent = next((by_id[name] for name in beside if name in by_id), None)
    if consent is None:
        return None
    amount = cast("dict[str, int]", consent.body)["amount"]
    if amount >= obligation.outstanding_minor:
        return obligation
    return replace(obligation, assigned_minor=obligation.assigned_minor + amount)


def _released(obligation: ProvenObligation, join: bytes, end: Proof) -> ProvenObligation:
    """Return what the end of a netting round makes of an obligation that has joined it."""
    free = replace(obligation, records=obligation.records + 1)
    if end.kind != "netting.apply" or join not in _names(end):
        return free
    set_offs = cast("list[int]", cast("dict[str, object]", end.body)["set_offs"])
    minor = set_offs[_names(end).index(join) - 1]
    day = datetime.fromtimestamp(end.time_ms / 1000, UTC).date().isoformat()
    return _completed(_paid(free, minor, day)) if minor else free


def _names(proof: Proof) -> tuple[bytes, ...]:
    return tuple(cast("list[bytes]", cast("dict[str, object]", proof.body).get("names", [])))
