"""The board of what is for sale."""

from cohong.api.views.base import View


class BoardRow(View, frozen=True):
    """An offer to sell a receivable, which is good today: for it as it stands, its last day not over.

    Attributes:
        offer: id of the `offer.sell`.
        object: the obligation, which an `offer.buy` takes as `object`.
        amount_minor, price_minor: how much of what is owed, and what is asked for it.
        discount_bp: the yearly discount that the price implies, in basis points of the amount:
            (amount - price) * 365 * 10,000 / (amount * days to the due day), rounded; None on or after that day.
        disputed: an open dispute is about it: it can't be sold as long as that is so.
        bids: binding offers to buy that are good.
        own: this member offers it.
    """

    offer: str
    object: str
    reference: str
    holder: str
    holder_name: str
    debtor: str
    debtor_name: str
    currency: str
    amount_minor: int
    price_minor: int
    recourse: bool
    valid_until: str
    due: str
    days_to_due: int
    discount_bp: int | None
    disputed: bool
    bids: int
    own: bool


class BoardPage(View, frozen=True):
    """A stretch of the board; `total` rows under the filter, `revision` as in `book.rows`."""

    total: int
    first: int
    revision: int
    rows: list[BoardRow]


class BidRow(View, frozen=True):
    """A binding offer to buy a receivable, which is good today, and which this member has made or got.

    Attributes:
        offer: id of the `offer.buy`, which a `credit.assign` takes as `consent`.
        object: the obligation.
        discount_bp: as on the board.
        disputed: it can't be taken as long as that is so.
        own: this member has made it; else it holds the receivable, and may take the offer.
    """

    offer: str
    object: str
    reference: str
    buyer: str
    buyer_name: str
    holder: str
    holder_name: str
    debtor: str
    debtor_name: str
    currency: str
    amount_minor: int
    price_minor: int
    recourse: bool
    valid_until: str
    due: str
    discount_bp: int | None
    disputed: bool
    own: bool
