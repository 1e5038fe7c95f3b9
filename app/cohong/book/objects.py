"""The objects of the book, as they stand after the records that have been applied.

Every object has an id, a version (the entry that made it what it is) and a state; the state digest covers these three.
All of them are plain values: the same applied records give equal objects, whatever order they came in.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from cohong.book.consents import Consent
from cohong.book.disputes import Correction, Dispute
from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.rounds import Round
from cohong.primitives.encoding import Value, encode
from cohong.primitives.ids import EntryId, MemberId, ObjectId


class ObligationState(StrEnum):
    """Where an obligation stands. `overdue` is no state of the book: it depends on the day asked about."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    SETTLED = "settled"
    DECLINED = "declined"
    DEFAULTED = "defaulted"
    CURED = "cured"
    WRITTEN_OFF = "written-off"
    RECOVERED = "recovered"


OWED: Final = (ObligationState.ACTIVE, ObligationState.DEFAULTED)
"""States in which something is outstanding."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a proposal lays down, and nothing changes afterwards.

    Attributes:
        amount_minor: integer minor units of `currency`, above 0.
        issued, due, valid_until: ISO days; `valid_until` is the last day on which the proposal may be accepted.
        grace_days: days after `due` before it counts as overdue.
        reference: the proposer's own number, such as the invoice number.
        evidence: SHA-256 hashes of documents.
    """

    debtor: MemberId
    creditor: MemberId
    amount_minor: int
    currency: str
    issued: str
    due: str
    grace_days: int
    reference: str
    description: str
    evidence: tuple[bytes, ...]
    assignable: bool
    nettable: bool
    valid_until: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What holder and debtor have agreed on since, in the place of the first amount and due day."""

    amount_minor: int
    due: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one member owes another, or is asked to owe.

    Always: amount = received + set off + written off + assigned + outstanding, and none of them is negative.

    Attributes:
        proposer: who wrote the proposal; the other party is its controller until it accepts or declines.
        holder: to whom it is owed; the creditor until the receivable is sold.
        received_minor: sum of the receipts, and of what was recovered after it had been given up.
        last_received_on: value date of the latest receipt.
        revision: None until it is restructured.
        written_off_minor: what the holder has given up and not recovered.
        assigned_minor: what was sold in parts; each is an obligation of its own.
        notice: the record by which the holder gave notice of default, None if there is none for today's terms.
        recourse_to: who makes good for it if the debtor does not: the seller of one that was sold with recourse.
        part_of: the obligation of which this was sold as a part.
        set_off_minor: what netting rounds have cleared.
        locked_in, locked_by: the netting round that it takes part in, and who has control until that ends.
        named_by: the names by which this version is referred to, where one is not enough.
    """

    id: ObjectId
    version: EntryId
    terms: Terms
    proposer: MemberId
    holder: MemberId
    state: ObligationState
    received_minor: int = 0
    last_received_on: str | None = None
    revision: Revision | None = None
    written_off_minor: int = 0
    assigned_minor: int = 0
    notice: EntryId | None = None
    recourse_to: MemberId | None = None
    part_of: ObjectId | None = None
    set_off_minor: int = 0
    locked_in: ObjectId | None = None
    locked_by: MemberId | None = None
    named_by: tuple[EntryId, ...] = ()

    @property
    def amount_minor(self) -> int:
        """The amount as it was last agreed."""
        return self.terms.amount_minor if self.revision is None else self.revision.amount_minor

    @property
    def due(self) -> str:
        """The due day as it was last agreed."""
        return self.terms.due if self.revision is None else self.revision.due

    @property
    def cleared_minor(self) -> int:
        """What is owed here no more."""
        return self.received_minor + self.set_off_minor + self.written_off_minor + self.assigned_minor

    @property
    def outstanding_minor(self) -> int:
        """What is still owed; of a proposal, what would be."""
        return self.amount_minor - self.cleared_minor

    @property
    def controller(self) -> MemberId:
        """The one member whose feed may move this version: who answers the proposal, then the holder.

        While it takes part in a netting round, that round's coordinator; the holder again once the round has lapsed.
        """
        if self.state is not ObligationState.PROPOSED:
            return self.locked_by or self.holder
        terms = self.terms
        return terms.creditor if self.proposer == terms.debtor else terms.debtor

    @property
    def parties(self) -> frozenset[MemberId]:
        """Whom it concerns: debtor, creditor and today's holder."""
        return frozenset((self.terms.debtor, self.terms.creditor, self.holder))

    @property
    def settled_on(self) -> str | None:
        """The day that the last outstanding amount was received."""
        is_paid = self.state in (ObligationState.SETTLED, ObligationState.CURED)
        return self.last_received_on if is_paid else None

    def digest_state(self) -> Value:
        """Return the part of the state that may change, for the state digest (terms follow from the id)."""
        revision: Value = None if self.revision is None else [self.revision.amount_minor, self.revision.due]
        return [
            self.state.value, self.holder, self.received_minor, self.last_received_on, revision,
            self.written_off_minor, self.assigned_minor, self.notice, self.recourse_to, self.set_off_minor,
            self.locked_in,
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """The debtor's word that it has paid. Moves nothing."""

    id: ObjectId
    version: EntryId
    obligation: ObjectId
    author: MemberId
    amount_minor: int
    value_date: str
    method: str
    reference: str

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.obligation, self.amount_minor, self.value_date]


@dataclass(frozen=True, slots=True)
class Offer:
    """A holder's offer to sell a receivable, or a member's binding offer to buy it. Moves nothing.

    Attributes:
        side: `sell` or `buy`.
        obligation_version: the one version that it is for; void of meaning once that has been moved.
        amount_minor: how much of what is owed, up to all that is outstanding.
        price_minor: what is paid for that, in the obligation's currency.
        recourse: whether the seller makes good if the debtor does not pay.
        valid_until: the last day on which it may be used; a binding one can't be taken back before.
    """

    id: ObjectId
    version: EntryId
    obligation: ObjectId
    obligation_version: EntryId
    author: MemberId
    side: str
    amount_minor: int
    price_minor: int
    recourse: bool
    valid_until: str

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.obligation, self.obligation_version, self.amount_minor, self.price_minor]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a member says of itself; the latest in its feed counts.

    Attributes:
        seq: place of the entry in the member's feed.
        kind: `firm`, `person` or `auditor`.
        names: language code (`en`, `zh_hant`, `zh_hans`) to name; at least one.
        identifiers: scheme (`lei`, `uscc`, `hkbr`) to number, check characters verified.
    """

    id: ObjectId
    version: EntryId
    member: MemberId
    seq: int
    kind: str
    names: tuple[tuple[str, str], ...]
    place: str
    identifiers: tuple[tuple[str, str], ...]

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.member, self.seq]


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a member goes with a counterparty, as its debtor or its creditor; the latest counts. Binds no voter.

    Attributes:
        side: `debtor` or `creditor`: where the author stands.
        amount_minor: most that may be open at once.
        terms_days: longest time from issue to due date.
        until: last day on which it holds.
        auto_accept: whether the author's node accepts proposals within it by itself.
    """

    id: ObjectId
    version: EntryId
    member: MemberId
    seq: int
    counterparty: MemberId
    side: str
    currency: str
    amount_minor: int
    terms_days: int
    until: str
    auto_accept: bool

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.member, self.seq]


@dataclass(frozen=True, slots=True)
class Endorsement:
    """A member's word on another, -10 to +10; the latest counts."""

    id: ObjectId
    version: EntryId
    author: MemberId
    seq: int
    member: MemberId
    score: int
    comment: str

    def digest_state(self) -> Value:
        """Return the state for the state digest."""
        return [self.author, self.seq]


LatestObject: TypeAlias = Profile | Limit | Endorsement
WordObject: TypeAlias = Claim | Offer
MovedObject: TypeAlias = Obligation | Dispute | Correction | Round | Guarantee | Pool | Pledge | Consent
BookObject: TypeAlias = MovedObject | WordObject | LatestObject

Subject: TypeAlias = MovedObject | Endorsement
"""What a record may be about, as the record that it names first has left it."""


def natural_id(*key: Value) -> ObjectId:
    """Return the id of an object that is named by what it is about, such as `("limit", author, counterparty, …)`."""
    return ObjectId(hashlib.sha256(encode(["cohong/object/1", *key])).digest())
