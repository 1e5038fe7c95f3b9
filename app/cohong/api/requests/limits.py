"""Credit limits of one's own, and suggested ones."""

from cohong.api.requests.base import Params


class SetLimit(Params, frozen=True):
    """Keep a limit for a member as one's debtor; it stays on the machine, unlike the record `limit.set`.

    Attributes:
        amount_minor: the most that it may owe; null forgets the limit.
    """

    member: str
    currency: str
    amount_minor: int | None = None


class OfLimits(Params, frozen=True):
    """Names the member whose limits are meant; "" means all that there are."""

    member: str = ""
