"""Guarantees and mutual pools: several and capped, never joint and unlimited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId

FIRST_LOSS_FIFTHS: Final = 1
"""Fifths of a loss that stay with the creditor."""

CONCENTRATION_TENTHS: Final = 1
"""Tenths of a pool that are ever drawn for one debtor."""


class CoverState(StrEnum):
    """Guarantees, pools and pledges stand as long as they do: what is left of them is in their figures."""

    STANDS = "stands"


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A member's promise to pay a beneficiary what a debtor does not, up to a cap.

    Attributes:
        until: the last day on which it may be called.
        paid_minor: what has been paid on it: it uses up the cap.
        answered: the calls that have been paid, whole or in part.
    """

    id: ObjectId
    version: EntryId
    guarantor: MemberId
    debtor: MemberId
    beneficiary: MemberId
    currency: str
    cap_minor: int
    until: str
    says: str
    paid_minor: int = 0
    answered: tuple[EntryId, ...] = ()
    state: CoverState = CoverState.STANDS

    @property
    def left_minor(self) -> int:
        """What may still be called."""
        return self.cap_minor - self.paid_minor

    @property
    def controller(self) -> MemberId:
        """The guarantor, who alone may pay on it."""
        return self.guarantor

    def digest_state(self) -> Value:
        """Return the part of the state that may change, for the state digest."""
        return [self.paid_minor, list[Value](self.answered)]


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one member puts up in a pool, at most."""

    id: ObjectId
    version: EntryId
    pool: ObjectId
    member: MemberId
    cap_minor: int
    until: str
    state: CoverState = CoverState.STANDS

    @property
    def controller(self) -> MemberId:
        """The member; nothing moves a pledge by itself."""
        return self.member

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.pool, self.cap_minor]


@dataclass(frozen=True, slots=True)
class Pool:
    """A mutual guarantee pool.

    Attributes:
        keeper: who draws on it, by the rule alone, and holds what was paid for the pledgers.
        drawn: what was drawn on each pledge, in minor units, by pledge.
        by_debtor: what was drawn for each debtor, by debtor.
        answered: the claims that have been drawn for.
    """

    id: ObjectId
    version: EntryId
    keeper: MemberId
    name: str
    currency: str
    drawn: tuple[tuple[ObjectId, int], ...] = ()
    by_debtor: tuple[tuple[MemberId, int], ...] = ()
    answered: tuple[EntryId, ...] = ()
    state: CoverState = CoverState.STANDS

    @property
    def controller(self) -> MemberId:
        """The keeper."""
        return self.keeper

    def left_of(self, pledge: Pledge) -> int:
        """Return what of a pledge has not been drawn, in minor units."""
        return pledge.cap_minor - dict(self.drawn).get(pledge.id, 0)

    def drawn_on(self, pledges: Sequence[Pledge], shares: Sequence[int], debtor: MemberId) -> "Pool":
        """Return the pool after a draw for a debtor, of these shares of the pledges."""
        drawn, by_debtor = dict(self.drawn), dict(self.by_debtor)
        for pledge, share in zip(pledges, shares, strict=True):
            drawn[pledge.id] = drawn.get(pledge.id, 0) + share
        by_debtor[debtor] = by_debtor.get(debtor, 0) + sum(shares)
        return replace(self, drawn=tuple(sorted(drawn.items())), by_debtor=tuple(sorted(by_debtor.items())))

    def digest_state(self) -> Value:
        """Return the part of the state that may change, for the state digest."""
        drawn: list[Value] = [[pledge, minor] for pledge, minor in self.drawn]
        return [drawn, [[debtor, minor] for debtor, minor in self.by_debtor], list[Value](self.answered)]


def after_first_loss(loss_minor: int) -> int:
    """Return what of a loss does not stay with the creditor, in minor units."""
    return loss_minor - -(-loss_minor * FIRST_LOSS_FIFTHS // 5)


def debtor_most(pledged_minor: int) -> int:
    """Return what may be drawn for one debtor in all on a pool with so much pledged, in minor units."""
    return pledged_minor * CONCENTRATION_TENTHS // 10


def draw_of(pool: Pool, pledges: Sequence[Pledge], loss_minor: int, debtor: MemberId) -> tuple[int, list[int]]:
    """Return what a pool pays of a loss, and of that each pledge, in minor units: nobody's discretion.

    A fifth of the loss, rounded up, stays with the creditor; no debtor is ever drawn for beyond a tenth of what is
    pledged, rounded down; and no pledge beyond its cap. Each pledge pays in proportion to what is left of it; units
    that do not divide go to the largest remainders, of equal ones to the smaller id (Hamilton's method).
    """
    left = [pool.left_of(pledge) for pledge in pledges]
    pledged = sum(pledge.cap_minor for pledge in pledges)
    most = debtor_most(pledged) - dict(pool.by_debtor).get(debtor, 0)
    amount = max(0, min(after_first_loss(loss_minor), most, sum(left)))
    if amount == 0:
        return 0, [0] * len(pledges)
    shares = [amount * item // sum(left) for item in left]
    by_remainder = sorted(
        range(len(pledges)), key=lambda place: (-(amount * left[place] % sum(left)), pledges[place].id)
    )
    for place in by_remainder[: amount - sum(shares)]:
        shares[place] += 1
    return amount, shares
