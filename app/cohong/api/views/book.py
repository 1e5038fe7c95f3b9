"""Obligations, their records and votes."""

from typing import Any, Literal

from cohong.api.views.base import Amount, Level, State, View, Vote
from cohong.api.views.covers import CoverLine, PaidView
from cohong.api.views.life import CorrectionView, DisputeView, NoticeView, OfferView
from cohong.api.views.sync import CheatView


class ObligationRow(View, frozen=True):
    """One line of the Book.

    Attributes:
        object: the obligation's id; for a draft its local id.
        side: `holder` (owed to me), `debtor` (I owe), or `other`.
        counterparty: the other party seen from this member; the debtor where this member is neither.
        days_late: days from due date to today, or to the day the last payment settled it; 0 if not late.
        open_claim_minor: what the debtor says it has paid beyond what the holder has receipted.
        marks: `disputed`, `correction` (one is asked for that nobody has answered), `contested`, `damaged`, `claimed`,
            `assigned` (sold, or part of what was sold), `imported`.
    """

    object: str
    reference: str
    side: Literal["holder", "debtor", "other"]
    debtor: str
    debtor_name: str
    creditor: str
    creditor_name: str
    counterparty: str
    counterparty_name: str
    currency: str
    amount_minor: int
    outstanding_minor: int
    issued: str
    due: str
    days_late: int
    state: State
    level: Level
    signed: int
    voters: int
    changed_ms: int
    against: int = 0
    open_claim_minor: int = 0
    marks: list[str] = []


class BookPage(View, frozen=True):
    """A stretch of the ordered rows.

    Attributes:
        total: rows under the filter.
        revision: grows with every change of the book; a page of another revision may have shifted.
    """

    total: int
    first: int
    revision: int
    rows: list[ObligationRow]


class BookCounts(View, frozen=True):
    """How many rows each saved filter has, and the sums of what is open."""

    by_filter: dict[str, int]
    owed_to_me: list[Amount] = []
    i_owe: list[Amount] = []
    revision: int = 0


class VoterLine(View, frozen=True):
    """One voter's vote on one record."""

    voter: str
    name: str
    vote: Vote
    reason: str = ""
    connected: bool = False
    last_seen_ms: int = 0
    me: bool = False


class VotesBar(View, frozen=True):
    """The votes on one record, every voter of the roster listed.

    Attributes:
        strength: how many voters would provably have signed both ways before a conflicting record could
            stand.
    """

    entry: str
    level: Level
    yes: int
    no: int
    hold: int
    voters: int
    majority_at: int
    final_at: int
    strength: int
    lines: list[VoterLine] = []


class HistoryItem(View, frozen=True):
    """One entry about an obligation, oldest first.

    Attributes:
        fields: the body's own fields, money as minor units, ids as hex, without salt and names.
        object: what it is about: the obligation, a dispute or correction of it, or what it was sold from.
        names: ids of the records that it names.
        sent: whether the entry was signed (drafts are not).
        peers: how many other nodes are known to hold it durably (own entries only).
        anchored: whether a final block lists it, so that a receipt of it can be made.
    """

    entry: str
    kind: str
    author: str
    author_name: str
    seq: int
    time_ms: int
    level: Level
    yes: int
    no: int
    hold: int
    strength: int
    fields: dict[str, Any] = {}
    object: str = ""
    names: list[str] = []
    no_reasons: list[str] = []
    peers: int = 0
    anchored: bool = False


class RecordDetails(View, frozen=True):
    """Everything about one obligation. Amount and due day in `row` are those that were last agreed.

    Attributes:
        holder: to whom it is owed: the creditor until it is sold.
        first_amount_minor, first_due: as proposed, where both sides have agreed on other terms since; else 0 and "".
        written_off_minor: what the holder has given up and not recovered.
        assigned_minor: what was sold in parts, each an obligation of its own: `parts`.
        recourse_to: who makes good for it if the debtor does not pay; "" for nobody.
        part_of: the obligation from which this was sold as a part; "" for none.
        corrections: those that stand.
        covers: guarantees of it that this member has given or got or that stand for what it owes, and pools from which
            it may claim.
        paid: what others have paid for it as it stands, the oldest first.
    """

    row: ObligationRow
    grace_days: int
    description: str
    received_minor: int
    assignable: bool
    nettable: bool
    valid_until: str
    history: list[HistoryItem]
    votes: VotesBar | None = None
    actions: list[str] = []
    """Kinds that this member may write about it now, the usual one first."""
    next_block_ms: int = 0
    """When the next block is due by itself; 0 if nothing waits for one."""
    cheats: list[CheatView] = []
    """Voters that have signed both ways for a contested record of it."""
    forked: list[str] = []
    """Who has signed two records in one place, of the authors of its contested records: names, or starts of ids."""
    holder: str = ""
    holder_name: str = ""
    first_amount_minor: int = 0
    first_due: str = ""
    written_off_minor: int = 0
    assigned_minor: int = 0
    recourse_to: str = ""
    recourse_to_name: str = ""
    part_of: str = ""
    parts: list[ObligationRow] = []
    notice: NoticeView | None = None
    offers: list[OfferView] = []
    disputes: list[DisputeView] = []
    corrections: list[CorrectionView] = []
    covers: list[CoverLine] = []
    paid: list[PaidView] = []


class ReceiptMade(View, frozen=True):
    """A receipt: what anybody can check with the network's id alone, without a node (`cohong verify`).

    Attributes:
        height, time_ms: of the block that it leads to.
        receipt: its bytes in hex.
    """

    network: str
    entry: str
    kind: str
    height: int
    time_ms: int
    receipt: str


class Digest(View, frozen=True):
    """The state digest and what it covers."""

    digest: str
    objects: int
    entries: int
    records: int
    waiting: int
    confirmed: int
    """At the level majority or above."""
    final: int
    rejected: int
    contested: int
    forks: int


class AnchoredDigest(View, frozen=True):
    """The state digest of the book as a block has fixed it: the same on every node that holds the block.

    Attributes:
        records: anchored by it and by the blocks before it.
    """

    height: int
    block: str
    digest: str
    objects: int
    records: int


class BookSummary(View, frozen=True):
    """Sums over all obligations held, for tests and audits.

    Attributes:
        invoices: parts that were sold count as obligations of their own.
        settled: paid in full, after a default too.
        totals: amounts as last agreed, what was sold in parts counted with the parts alone.
        outstanding: what is owed now: without what was received, set off or given up.
    """

    invoices: int
    settled: int
    late: int
    days_late_sum: int
    mean_days_late_milli: int
    totals: list[Amount]
    outstanding: list[Amount]


class Written(View, frozen=True):
    """A record signed and durable on this machine."""

    entry: str
    object: str
    seq: int
    peers: int
