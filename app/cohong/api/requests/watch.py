"""The watch list and limits of one's own."""

from cohong.api.requests.base import Params


class OfWatched(Params, frozen=True):
    """Names the member that is meant of those who are watched; "" means all."""

    member: str = ""


class PutWatch(Params, frozen=True):
    """Watch a member; of one that is watched already, another review day and note.

    Attributes:
        review_on: the day on which to look again; empty for none.
        note: for oneself.
    """

    member: str
    review_on: str = ""
    note: str = ""


class Seen(Params, frozen=True):
    """Names members whose changes were seen; an empty list means all that are watched."""

    members: list[str] = []
