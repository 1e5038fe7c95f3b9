"""Asking what a member is worth to the one who asks."""

from cohong.api.requests.base import OfMember, Params


class TrustIn(OfMember, frozen=True):
    """Names a member and a currency, none for every one in which it has repaid something."""

    currency: str = ""


class ExperienceFitOf(Params, frozen=True):
    """Says which ratings are to be foretold: words alone, or how trade turned out as well.

    Attributes:
        labels: of members, by their ids in hex, whether they rate honestly; of anybody else it counts as nobody's word.
    """

    words_only: bool = False
    labels: dict[str, bool] = {}
