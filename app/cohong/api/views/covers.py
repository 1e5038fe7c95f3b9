"""Guarantees and pools: who stands for whom, what is left of it, and what one member stands for in all."""

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


class PoolView(View, frozen=True):
    """A mutual guarantee pool.

    Attributes:
        pledged_minor, left_minor: of the pledges that are not over.
    """

    id: str
    keeper: str
    keeper_name: str
    name: str
    currency: str
    is_mine: bool
    pledged_minor: int
    left_minor: int
    pledges: list[PledgeView]
    claims: list[DemandView]


class CoverList(View, frozen=True):
    """Guarantees that this member gave and got, and all pools."""

    given: list[GuaranteeView]
    got: list[GuaranteeView]
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
