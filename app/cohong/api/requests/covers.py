"""Guarantees and pools. They are granted, called, paid and drawn on by `record.write`."""

from cohong.api.requests.base import Params


class CoverExposure(Params, frozen=True):
    """What this member stands for, and would after one more guarantee or pledge, or after paying for a demand.

    Attributes:
        cap: of a guarantee or pledge that is about to be signed, in minor units; 0 for none.
        currency: of the guarantee.
        pool: that the pledge is to; its currency counts then.
        demand: the call that is about to be paid, or the claim that is about to be drawn for; "" for none.
        paid: what is about to be paid for the call, in minor units; a draw is what the rule gives.
    """

    cap: int = 0
    currency: str = ""
    pool: str = ""
    demand: str = ""
    paid: int = 0


class CoverDue(Params, frozen=True):
    """What a pool would pay by its rule.

    Attributes:
        obligation: for which it would be claimed.
        amount: of the loss, in minor units.
    """

    pool: str
    obligation: str
    amount: int
