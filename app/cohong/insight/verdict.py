"""What a set-off comes to and whether it stands, with the place where it does not."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from cohong.book.circulation import CirculationFault, Debt, fault_of, improvement_of


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a way to set off more.

    Attributes:
        number: of the debt.
        minor: how much more of it is set off, or less if below 0.
    """

    number: int
    debtor: Hashable
    creditor: Hashable
    minor: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; one of the last three is there where there is a fault, and shows it.

    Attributes:
        fault: None for a set-off that is allowed, fair and the most there is.
        exceeding: the number of the first debt of which more is set off than is owed.
        unbalanced: somebody whose net position would change, and by how much to his good.
        improvement: changes of some debts by which more would be set off and all stay even.
    """

    participants: int
    gross_minor: int
    cleared_minor: int
    fault: CirculationFault | None
    exceeding: int | None = None
    unbalanced: tuple[Hashable, int] | None = None
    improvement: tuple[Change, ...] = ()


def verdict_on(debts: Sequence[Debt], set_offs: Sequence[int]) -> Verdict:
    """Check what is set off of each debt, in their order; no solver is asked."""
    participants = len({debt.debtor for debt in debts} | {debt.creditor for debt in debts})
    fault = fault_of(debts, set_offs)
    return Verdict(
        participants,
        sum(debt.outstanding_minor for debt in debts),
        sum(set_offs),
        fault,
        _exceeding(debts, set_offs) if fault is CirculationFault.BOUNDS else None,
        _unbalanced(debts, set_offs) if fault is CirculationFault.CONSERVATION else None,
        _improvement(debts, set_offs) if fault is CirculationFault.NOT_OPTIMAL else (),
    )


def _exceeding(debts: Sequence[Debt], set_offs: Sequence[int]) -> int:
    pairs = enumerate(zip(debts, set_offs, strict=True))
    return next(number for number, (debt, cleared) in pairs if not 0 <= cleared <= debt.outstanding_minor)


def _unbalanced(debts: Sequence[Debt], set_offs: Sequence[int]) -> tuple[Hashable, int]:
    """Return the first of whom not as much is set off as debtor as it is as creditor; more as debtor is to his good."""
    change: dict[Hashable, int] = {}
    for debt, cleared in zip(debts, set_offs, strict=True):
        change[debt.debtor] = change.get(debt.debtor, 0) + cleared
        change[debt.creditor] = change.get(debt.creditor, 0) - cleared
    return next((participant, minor) for participant, minor in change.items() if minor)


def _improvement(debts: Sequence[Debt], set_offs: Sequence[int]) -> tuple[Change, ...]:
    found = improvement_of(debts, set_offs)
    assert found is not None, "what is not the most can be improved"
    return tuple(
        Change(number, debts[number].debtor, debts[number].creditor, found.step_minor if is_more else -found.step_minor)
        for number, is_more in found.steps
    )
