"""What stands beside an obligation: notice, offers, disputes, corrections."""

from typing import Literal

from cohong.api.views.base import Level, View

DisputeState = Literal["open", "closed", "upheld", "dismissed", "refused"]
"""`closed` by its opener; `upheld` or `dismissed` by a ruling of the voters; `refused`: its record does not stand."""


class NoticeView(View, frozen=True):
    """The holder's notice of default.

    Attributes:
        block_ms: time of the first block that includes it; 0 while there is none.
        default_ms: earliest time of a block at which a default may be recorded; 0 while no block includes the notice.
    """

    entry: str
    block_ms: int
    default_ms: int


class OfferView(View, frozen=True):
    """An offer to sell, or a binding one to buy.

    Attributes:
        offer: the record's id, by which `credit.assign` names an offer to buy (`consent`).
        usable: it is for the obligation as it stands, and its last day has not passed.
    """

    offer: str
    side: Literal["sell", "buy"]
    author: str
    author_name: str
    amount_minor: int
    price_minor: int
    recourse: bool
    valid_until: str
    usable: bool


class AnswerView(View, frozen=True):
    """What somebody has said to a dispute."""

    author: str
    author_name: str
    says: str
    time_ms: int
    level: Level


class DisputeView(View, frozen=True):
    """An objection to an obligation, or to what a member says of another.

    Attributes:
        dispute: its id, which `dispute.answer` and `dispute.close` take as `object`, and a motion as `dispute`.
        about: the obligation or endorsement.
        outcome: `resolved` or `withdrawn` where its opener has closed it; empty until that stands.
        evidence: SHA-256 hashes of documents.
        actions: kinds that this member may write about it now.
    """

    dispute: str
    about: str
    opener: str
    opener_name: str
    opened_ms: int
    level: Level
    says: str
    evidence: list[str]
    state: DisputeState
    outcome: str
    answers: list[AnswerView]
    actions: list[str] = []


class CorrectionView(View, frozen=True):
    """What somebody asks another to put right.

    Attributes:
        correction: its id, which `correct.accept` and `correct.decline` take as `object`.
        about: the obligation or endorsement.
        deadline_ms: until when it is to be answered; 0 while no block includes it.
        unanswered_ms: time of the block that shows that nobody has answered in time: it takes effect, as a mark. 0 if
            none shows it.
        actions: kinds that this member may write about it now.
    """

    correction: str
    about: str
    author: str
    author_name: str
    asked: str
    asked_name: str
    says: str
    evidence: list[str]
    proposed_ms: int
    state: Literal["proposed", "accepted", "declined"]
    deadline_ms: int
    unanswered_ms: int
    actions: list[str] = []


class Objections(View, frozen=True):
    """Disputes and corrections, of one object or of all."""

    disputes: list[DisputeView]
    corrections: list[CorrectionView]
