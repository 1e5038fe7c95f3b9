"""Guarantees and pools. They are granted, called, paid and drawn on by `record.write`."""

from cohong.api.requests.base import Params


class CoverExposure(Params, frozen=True):
    """What this member stands for, and would after one more guarantee or pledge.

    Attributes:
        cap: of a guarantee or pledge that is about to be signed, in minor units; 0 for none.
        currency: of the guarantee.
        pool: that the pledge is to; its currency counts then.
    """

    cap: int = 0
    currency: str = ""
    pool: str = ""
