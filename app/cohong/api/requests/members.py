"""The list of members."""

from typing import Literal

from cohong.api.requests.base import Params

MemberFilter = Literal["everybody", "owing", "watched", "over-limit"]
"""`owing`: owes this member something now; `over-limit`: what is open and proposed exceeds a limit of one's own. These
and `watched` have former members too."""

MemberSort = Literal["name", "owed"]


class MemberRows(Params, frozen=True):
    """Asks for a stretch of the ordered members; observers come last, where everybody is meant.

    Attributes:
        sort: `owed` within one currency, since amounts in several have no order; who owes nothing in it comes last.
        currency: the one to sort in; empty for that in which most owe something.
        text: must fit a name, an identifier or the beginning of the id.
        count: at most 1,000.
    """

    filter: MemberFilter = "everybody"
    sort: MemberSort = "name"
    descending: bool = False
    text: str = ""
    currency: str = ""
    first: int = 0
    count: int = 100


class GradesOf(Params, frozen=True):
    """Names members whose grades are asked for.

    Attributes:
        large: those of large files are counted too, by a process at low priority, and take as long as they take.
    """

    members: list[str]
    large: bool = False
