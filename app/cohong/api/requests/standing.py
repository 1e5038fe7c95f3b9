"""Asking what a member is worth to the one who asks."""

from cohong.api.requests.base import OfMember


class TrustIn(OfMember, frozen=True):
    """Names a member and a currency, none for every one in which it has repaid something."""

    currency: str = ""
