"""Guarantees and pools: who stands for whom, what is left of it, and what one member stands for in all."""

from typing import Literal

from cohong.api.views.base import Level, View


class DemandView(View, frozen=True):
    """A call or claim that nobody has answered.

    Attributes:
        object: the obligation in default that it is for.
        usable: whether that stands as it did; if not, what is paid can put nobody into the holder's place.
        due_minor: what is to be paid at most: of a call what is left of the guarantee, of a claim what the rule gives.
    """

    entry: str
    author: str
    author_name: str
    object: str
    reference: str
    amount_minor: int
    due_minor: int
    says: str
    time_ms: int
    level: Level
    usable: bool


class GuaranteeView(View, frozen=True):
    """A guarantee.

    Attributes:
        side: what this member is in it.
        until: the last day on which it may be called.
        left_minor: what may still be called of the cap.
        is_over: whether that day has passed.
    """

    id: str
    guarantor: str
    guarantor_name: str
    debtor: str
    debtor_name: str
    beneficiary: str
    beneficiary_name: str
    currency: str
    cap_minor: int
    left_minor: int
    until: str
    is_over: bool
    says: str
    calls: list[DemandView]
    side: Literal["guarantor", "creditor", "debtor"]


class PledgeView(View, frozen=True):
    """What one member puts up in a pool at most, and what of it has not been drawn."""

    id: str
    member: str
    member_name: str
    cap_minor: int
    left_minor: int
    until: str
    is_over: bool
    is_mine: bool


class DrawnView(View, frozen=True):
    """What has been drawn on a pool for one debtor."""

    debtor: str
    debtor_name: str
    minor: int


class PoolView(View, frozen=True):
    """A mutual guarantee pool.

    Attributes:
        is_kept: whether its keeper is a member; if not, a motion can name another.
        pledged_minor, left_minor: of the pledges that are not over.
        debtor_most_minor: what may be drawn for one debtor in all, as much as is pledged now.
        drawn: by debtor.
    """

    id: str
    keeper: str
    keeper_name: str
    name: str
    currency: str
    is_mine: bool
    is_kept: bool
    pledged_minor: int
    left_minor: int
    debtor_most_minor: int
    pledges: list[PledgeView]
    claims: list[DemandView]
    drawn: list[DrawnView]


class ShareView(View, frozen=True):
    """What a draw would take of one pledge."""

    pledge: str
    member: str
    member_name: str
    minor: int
    is_mine: bool


class PoolDue(View, frozen=True):
    """What a pool would pay for a loss, by its rule.

    Attributes:
        amount_minor: the least of what follows.
        after_first_loss_minor: the loss without the part that stays with the creditor.
        left_for_debtor_minor: what may still be drawn for the debtor.
        left_minor: what is left of the pledges.
    """

    currency: str
    amount_minor: int
    after_first_loss_minor: int
    left_for_debtor_minor: int
    left_minor: int
    shares: list[ShareView]


class CoverLine(View, frozen=True):
    """A guarantee or pool that stands behind an obligation, as its record shows it.

    Attributes:
        name: of the guarantor or of the pool.
        left_minor: what may still be called of the guarantee; what is left of the pledges.
        until: the last day on which it may be called; "" for a pool.
    """

    id: str
    kind: Literal["guarantee", "pool"]
    member: str
    name: str
    left_minor: int
    until: str


class PaidView(View, frozen=True):
    """What somebody has paid for an obligation in the debtor's place, and is not its holder for yet.

    Attributes:
        payer: the guarantor, or the keeper of the pool that was drawn on.
        level: a payment has to be final before anything rests on it.
    """

    entry: str
    payer: str
    payer_name: str
    amount_minor: int
    level: Level


class CoverList(View, frozen=True):
    """Guarantees that this member gave and got, those of what it owes, and all pools."""

    given: list[GuaranteeView]
    got: list[GuaranteeView]
    of_my_debts: list[GuaranteeView]
    pools: list[PoolView]


class ExposureLine(View, frozen=True):
    """What this member stands for in one currency.

    Attributes:
        now_minor: what has been called and claimed of it, and not been paid.
        worst_minor: what it would come to if all that is left were called.
        now_after_minor, worst_after_minor: the same with what is about to be signed.
    """

    currency: str
    now_minor: int
    worst_minor: int
    now_after_minor: int
    worst_after_minor: int
