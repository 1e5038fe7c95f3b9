"""Records, drafts, and looking them up."""

from typing import Any, Literal

from cohong.api.requests.base import Params

BookFilter = Literal[
    "all",
    "mine",
    "drafts",
    "waiting",
    "voting",
    "to-answer",
    "proposed",
    "active",
    "overdue",
    "settled",
    "declined",
    "defaulted",
    "written-off",
    "disputed",
    "disputes-to-answer",
    "correction",
    "corrections-to-answer",
    "contested",
    "owed-to-me",
    "i-owe",
    "accepted",
    "late",
]
"""`voting`: the newest record is not final yet; `to-answer`: proposals that this member may accept today, or decline;
`written-off` has those of which something came back too; `disputed`: an open dispute is about it; `correction`: one is
asked for that nobody has answered; `disputes-to-answer`, `corrections-to-answer`: this member is to say something, and
has not; `contested` has the rejected and beaten ones too; `owed-to-me` and `i-owe` are what the sums of `book.counts`
add up, `accepted` (active, overdue and settled), with a debtor, what its facts count, and `late` (settled late, or
overdue) of these what was not within terms."""

BookSort = Literal[
    "changed",
    "reference",
    "counterparty",
    "amount",
    "outstanding",
    "issued",
    "due",
    "days_late",
    "state",
    "level",
]


Side = Literal["owed-to-me", "i-owe"]
"""What is owed to this member, and what it owes."""


class WriteRecord(Params, frozen=True):
    """Sign one record.

    Attributes:
        kind: one of those in docs/protocol.md 5.
        object: what it is about, for the kinds that are about something: an obligation, or for `dispute.open` and
            `correct.propose` also an endorsement, for what follows upon these the dispute or correction. The node fills
            in which version is meant, and how far it has read the debtor's feed.
        fields: the body's fields as in docs/protocol.md, ids as hex; and what the record names besides: `consent`, the
            `credit.agree` or `offer.buy` that a `credit.restructure` or `credit.assign` makes use of, or `claim`, the
            one that a `credit.receipt` answers.
        key: made by the client before the first try; the same key is never carried out twice.
    """

    kind: str
    object: str = ""
    fields: dict[str, Any] = {}
    key: str = ""


class WriteMany(Params, frozen=True):
    """Sign several records at once, all or none. Answers a `Written` each."""

    records: list[WriteRecord]
    key: str = ""


class BookRows(Params, frozen=True):
    """Rows `first` to `first + count - 1` of the filtered, sorted Book.

    Attributes:
        text: in reference or name.
        debtor: hex id of the member whose debts alone are meant.
        counterparty: hex id of the other party, seen from this member, with whom alone is meant.
        currency: the only one that is meant.
    """

    filter: BookFilter = "all"
    sort: BookSort = "changed"
    descending: bool = True
    text: str = ""
    debtor: str = ""
    counterparty: str = ""
    currency: str = ""
    first: int = 0
    count: int = 100


class OfSubject(Params, frozen=True):
    """Names an obligation or endorsement by its id; "" for whatever there is, the newest first."""

    object: str = ""


class OfSide(Params, frozen=True):
    """Chooses between what is owed to this member and what it owes."""

    side: Side = "owed-to-me"


class Search(Params, frozen=True):
    """Look members up by name (any script), id, or identifier."""

    text: str
    count: int = 20


class Drafts(Params, frozen=True):
    """Names drafts by their local ids; an empty list means all of them."""

    ids: list[str] = []


class PutDraft(Params, frozen=True):
    """Keep a draft: a new one, or other terms for one that is there.

    Attributes:
        id: 16 bytes in hex; of a new draft made by the client, so that a second try adds nothing.
        fields: as of a `credit.propose`.
    """

    id: str
    fields: dict[str, Any]
    is_new: bool = False


class SendDrafts(Params, frozen=True):
    """Sign and send drafts; an empty list means all of them.

    Attributes:
        hold_s: so long they stay drafts and `drafts.recall` takes them back; more than 0 is for people.
    """

    ids: list[str] = []
    hold_s: int = 0


class MakeReport(Params, frozen=True):
    """Make a signed credit report about a member, for somebody without a node.

    Attributes:
        with_records: without them no invoice's text is in it, and it is this member's word alone.
    """

    member: str
    with_records: bool = True


class MakeReceipt(Params, frozen=True):
    """Make a receipt of one anchored record.

    Attributes:
        entry: the record's id; or `object`, whose newest record is meant.
        with_body: without it the receipt proves the record's place and hash, and does not show what it says.
        from_block: a block that the reader knows, for a receipt that starts there and not from the genesis.
    """

    entry: str = ""
    object: str = ""
    with_body: bool = True
    from_block: str = ""
