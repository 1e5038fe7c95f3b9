"""What a client sees: read-only shapes of the node's answers and notifications.

Ids are lower-case hex. Money is integer minor units beside an ISO 4217 code. Days are ISO 8601 days, times
UTC milliseconds. Codes (states, levels, reasons) are for the client to word; no sentence in here is meant for
a user.
"""

from typing import Any, Literal

import msgspec

State = Literal["draft", "proposed", "active", "overdue", "settled", "declined"]
"""State of an obligation; `overdue` is derived: something outstanding after due + grace days."""

Level = Literal["draft", "waiting", "majority", "final", "rejected", "contested", "beaten", "void"]
"""How far the voters have signed for the newest record of an obligation (`draft`: its author has not)."""

Vote = Literal["yes", "no", "hold", "none"]


class View(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all answers."""


class Amount(View, frozen=True):
    """A sum in one currency."""

    currency: str
    minor: int


class ProfileStatus(View, frozen=True):
    """The profile that a node serves.

    Attributes:
        state: `none` (nothing created yet), `locked`, `unlocked`, or `failed` (opened, but the ledger is
            damaged).
        member: the member id, known only when unlocked.
        name: what the member calls itself, for the unlock screen; kept in clear beside the slots.
        addresses: where others reach the node ("host:port"), as far as it knows; only when unlocked.
        failed_tries: wrong passphrases since the node started.
    """

    state: Literal["none", "locked", "unlocked", "failed"]
    name: str = ""
    member: str = ""
    addresses: list[str] = []
    failed_tries: int = 0


class NewProfile(View, frozen=True):
    """A profile just created: the words are shown once and kept nowhere in clear.

    Attributes:
        addresses: as in ProfileStatus.
    """

    member: str
    words: list[str]
    addresses: list[str] = []


class PenView(View, frozen=True):
    """Why nothing is signed, where that is so.

    Attributes:
        why: empty for nothing, else
            `restored`: the profile does not match what this computer wrote last;
            `claim`: others show own records that are not here;
            `copy`: another run of this profile is alive, as `through` has proved;
            `elsewhere`: a record has come in through `through` that this run did not sign;
            `rival`: what was signed here and never sent, from `rival` on, does not follow from what others hold;
            `damaged`: an own record is damaged here;
            `handed-over`: the pen was given to another device; `taking-over`: it comes from one;
            `taken-twice`: it was taken with a file that another device had used before.
        through: name of the member, or the beginning of its id.
        held: own entries that are here. `written`: how many this computer had written last, by its own note outside the
            profile; -1 where there is no such note. `shown`: how many others show.
        heard: voters that hold no more than what is here, of `needed`; `missing` are the others' names.
        can_override: whether `profile.sign_anyway` would help.
        is_overridden: whether that was asked for since the node started.
    """

    why: Literal[
        "", "restored", "claim", "copy", "elsewhere", "rival", "damaged", "handed-over", "taking-over", "taken-twice"
    ] = ""
    through: str = ""
    held: int = 0
    written: int = -1
    shown: int = 0
    rival: int = 0
    heard: int = 0
    needed: int = 0
    missing: list[str] = []
    can_override: bool = False
    is_overridden: bool = False


class NodeStatus(View, frozen=True):
    """What the status bar shows.

    Attributes:
        as_of_ms: time of the newest entry held, 0 for none.
        records: entries that are voted on; of these `confirmed` are at majority or above, `final` at final,
            `anchored` listed by a final block of the charter chain, whose newest has the height `height`.
        to_send: own records that no other node is known to hold durably.
        catching_up: nothing is signed until the own feed is known to its end; `pen` says why.
        motions: open motions that this member may vote on and has not; `joins` are requests to join that nobody has
            put to the vote.
        standing: `member`; `observer`; `asked`, has left a join and waits for the voters; `gone`, expelled or replaced.
        clock_fast_ms: how far this machine's clock is ahead of those of `clock_differing` of `clock_compared` connected
            members, negative where it is behind; while it is not 0, nothing is signed.
        voters_heard: voters, this member included, that have been heard from within an hour; fewer than half of them
            make a one-sided view (`is_view_one_sided`).
        held: drafts that are signed and sent at `held_until_ms`, unless they are taken back before.
        counters: what was refused or dropped since the start, by code.
        damaged: entries that the background check found altered and that are not healed yet.
    """

    version: str
    network: str = ""
    network_name: str = ""
    member: str = ""
    name: str = ""
    voters: int = 0
    majority_at: int = 0
    final_at: int = 0
    peers_known: int = 0
    peers_connected: int = 0
    as_of_ms: int = 0
    entries: int = 0
    records: int = 0
    confirmed: int = 0
    final: int = 0
    anchored: int = 0
    height: int = 0
    rejected: int = 0
    contested: int = 0
    to_send: int = 0
    motions: int = 0
    joins: int = 0
    standing: Literal["member", "observer", "asked", "gone"] = "member"
    drafts: int = 0
    held: int = 0
    held_until_ms: int = 0
    forks: int = 0
    damaged: int = 0
    healed: int = 0
    checked: int = 0
    catching_up: bool = False
    pen: PenView = PenView()
    clock_fast_ms: int = 0
    clock_differing: int = 0
    clock_compared: int = 0
    voters_heard: int = 0
    is_view_one_sided: bool = False
    disk_full: bool = False
    addresses: list[str] = []
    counters: dict[str, int] = {}
    started_ms: int = 0


class NetworkMade(View, frozen=True):
    """A network created or joined; `invitation` is the text that lets the other founders join.

    Attributes:
        is_member: False for somebody who has asked to join and waits for the voters, and for observers.
    """

    network: str
    name: str
    invitation: str
    is_member: bool = True


class ReachView(View, frozen=True):
    """How this node reaches others.

    Attributes:
        proxy: what the user has chosen, empty for none.
        discovery: likewise.
        is_given: whether the command line that started the node says otherwise for this run.
    """

    proxy: str
    discovery: bool
    is_given: bool = False


class ObligationRow(View, frozen=True):
    """One line of the Book.

    Attributes:
        object: the obligation's id; for a draft its local id.
        side: `holder` (owed to me), `debtor` (I owe), or `other`.
        counterparty: the other party seen from this member; the debtor where this member is neither.
        days_late: days from due date to today, or to the day the last payment settled it; 0 if not late.
        open_claim_minor: what the debtor says it has paid beyond what the holder has receipted.
        marks: `contested`, `damaged`, `claimed`, `imported`.
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
    no_reasons: list[str] = []
    peers: int = 0
    anchored: bool = False


class RecordDetails(View, frozen=True):
    """Everything about one obligation."""

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
    """Kinds that this member may write about it now: `credit.accept`, `.decline`, `.claim`, `.receipt`."""
    next_block_ms: int = 0
    """When the next block is due by itself; 0 if nothing waits for one."""


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


class MemberCard(View, frozen=True):
    """A search result: enough to tell two members apart and to judge at a glance."""

    member: str
    name: str
    name_hant: str = ""
    name_hans: str = ""
    kind: str = ""
    place: str = ""
    identifiers: dict[str, str] = {}
    voter: bool = False
    me: bool = False
    connected: bool = False
    last_seen_ms: int = 0
    invoices: int = 0
    paid_within_terms: int = 0
    settled: int = 0
    look_alike: bool = False


class CurrencyFacts(View, frozen=True):
    """Open sums of one member as debtor in one currency."""

    currency: str
    open_minor: int
    overdue_minor: int
    settled_minor: int
    highest_minor: int


class MemberFacts(View, frozen=True):
    """How a member pays, over the confirmed obligations that this node holds.

    Attributes:
        invoices: obligations accepted, as debtor.
        settled: of these, paid in full.
        paid_within_terms: settled with the last payment no later than due + grace days.
        late: settled late, or open and overdue.
        days_late_sum: days beyond due of the settled ones, early counted as 0.
        mean_days_late_milli: days_late_sum / settled, in thousandths of a day; -1 if none is settled.
        worst_days_late: the most days late of one obligation, open ones up to today.
        counterparties: different creditors.
        first_day, last_day: span of the issue dates.
        endorsements: the latest of each member: [from name, score -10..10, comment].
    """

    card: MemberCard
    invoices: int
    settled: int
    paid_within_terms: int
    late: int
    days_late_sum: int
    mean_days_late_milli: int
    worst_days_late: int
    counterparties: int
    first_day: str
    last_day: str
    as_of_ms: int
    currencies: list[CurrencyFacts] = []
    by_month: list[list[Any]] = []
    """Per month of due date, oldest first: ["2013-02", on time, 1-30 days late, 31-60, 61-90, 91+]; settled
    and overdue ones."""
    endorsements: list[list[Any]] = []
    recent: list[ObligationRow] = []
    forked: bool = False


class PeerRow(View, frozen=True):
    """A neighbour as the Sync screen shows it.

    Attributes:
        behind: entries that we hold and the peer has not yet acknowledged.
        ahead: entries that the peer has told of and we do not hold yet.
        via: name of the member whose node passes the connection on, empty for a direct one.
        clock_offset_ms: the peer's clock less ours, as it was told within the last minute.
        why: code of the reason if not connected: `dialling`, `refused`, `unreachable`, `penalised`,
            `no-address`.
    """

    member: str
    name: str
    connected: bool
    outbound: bool = False
    since_ms: int = 0
    last_seen_ms: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    behind: int = 0
    ahead: int = 0
    via: str = ""
    clock_offset_ms: int = 0
    next_try_in_ms: int = 0
    why: str = ""
    detail: str = ""
    addresses: list[str] = []


class OutboxRow(View, frozen=True):
    """An own record that is not final yet, oldest first.

    Attributes:
        where: `here` (no other node is known to hold it) or `peers`.
        peers: how many nodes are known to hold it durably.
        waits_for: names of voters who have not signed yet, those offline first.
    """

    entry: str
    object: str
    kind: str
    reference: str
    time_ms: int
    where: Literal["here", "peers"]
    peers: int
    level: Level
    yes: int
    voters: int
    waits_for: list[str] = []


class SyncStatus(View, frozen=True):
    """The Sync screen."""

    peers: list[PeerRow]
    outbox: list[OutboxRow]
    outbox_total: int
    receiving_per_s: int = 0
    disk_free_bytes: int = 0
    ledger_bytes: int = 0
    last_check_ms: int = 0
    damaged: list[str] = []
    """Entries found altered, as "<author name> <seq>"; healed ones are struck off and counted in `healed`."""
    healed: int = 0
    healed_entries: list[str] = []
    """Entries that had been altered and were put back from peers since the start, as in `damaged`."""


class ForkView(View, frozen=True):
    """A member caught writing two entries at one place of its feed."""

    author: str
    name: str
    seq: int
    first: str
    second: str
    found_ms: int
    proof: str
    """The canonical proof bytes in hex: anyone can check them."""


class ImportStatus(View, frozen=True):
    """One import, running or done.

    Attributes:
        state: `reading`, `cancelling`, `ready` (drafts made, nothing sent, or not all), `sending`, `sent`, `undone`,
            `failed`.
        already: rows that an earlier import or record already has.
        receipts_left: settled rows whose receipt is still to be written.
        error: code of what stopped it.
    """

    id: str
    file: str
    state: Literal["reading", "cancelling", "ready", "sending", "sent", "undone", "failed"]
    rows: int = 0
    done: int = 0
    added: int = 0
    already: int = 0
    duplicates: int = 0
    bad: int = 0
    void: int = 0
    receipts_left: int = 0
    started_ms: int = 0
    undoable: bool = False
    totals: list[Amount] = []
    problems: list[dict[str, Any]] = []
    """At most 500: {line, column, value, reason, other}, `other` the number of the
    invoice that it is like but for leading zeros; `import.problems` writes the whole list to a file."""
    error: str = ""
    detail: str = ""


class RememberedImport(View, frozen=True):
    """How the last file with certain columns was imported: values as in ImportFile.

    Attributes:
        known: whether there was one; otherwise all but `counterparties` is empty.
        file: its name.
        counterparties: customer -> member id, as chosen for any file so far.
    """

    known: bool = False
    file: str = ""
    imported_ms: int = 0
    currency: str = ""
    terms_days: int = 0
    encoding: str = ""
    delimiter: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    columns: dict[str, str] = {}
    receipts: Literal["none", "at-once", "after-claim"] = "at-once"
    counterparties: dict[str, str] = {}


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


class BookSummary(View, frozen=True):
    """Sums over all obligations held, for tests and audits."""

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


class Done(View, frozen=True):
    """Nothing to tell but that it is done."""

    done: int = 1


class MotionVoter(View, frozen=True):
    """How one voter stands on a motion: `yes`, `no`, or `none` so far."""

    voter: str
    name: str
    vote: Literal["yes", "no", "none"]
    me: bool = False


class Thresholds(View, frozen=True):
    """How many voters there are, and how many of them make a majority and a final record."""

    voters: int
    majority_at: int
    final_at: int


class MotionView(View, frozen=True):
    """A question put to the voters.

    Attributes:
        ask: `admit`, `voter`, `expel`, `replace`, `charter`, `final` or `branch`.
        member: whom it is about: the newcomer, the member, the old key, or the forked feed's author; "" for the rules.
        member_name: how that member calls itself.
        join: the join that it names; "" for none.
        fields: what else the question says, as in `motion.put`.
        state: `open`; `passed`, waiting for the next block; `done`, listed by a final block; `ended`, out of time.
        idle: it would change nothing any more.
        needed: how many yes it takes, more than half of `voters`.
        after: how the next block leaves the voters if the motion passes by itself.
        my_vote: this member's vote, `none` if it has not voted; `may_vote` says whether it may.
    """

    motion: str
    ask: str
    member: str
    member_name: str
    join: str
    fields: dict[str, Any]
    reason: str
    put_by: str
    put_by_name: str
    put_ms: int
    valid_until_ms: int
    state: Literal["open", "passed", "done", "ended"]
    idle: bool
    yes: int
    no: int
    needed: int
    voters: int
    my_vote: Literal["yes", "no", "none"]
    may_vote: bool
    after: Thresholds
    lines: list[MotionVoter]


class JoinView(View, frozen=True):
    """Somebody who has used an invitation.

    Attributes:
        state: `waiting` for a motion, `voting` while one is open, `member`, `observer`, or `gone`.
    """

    join: str
    member: str
    name: str
    invited_by: str
    time_ms: int
    state: Literal["waiting", "voting", "member", "observer", "gone"]


class InviteView(View, frozen=True):
    """An invitation that a member has given; `used_by` names the join, "" while there is none."""

    invite: str
    author: str
    author_name: str
    role: str
    valid_until_ms: int
    used_by: str


class InviteMade(View, frozen=True):
    """A new invitation: whoever has the text may use it once."""

    invite: str
    text: str
    role: str
    valid_until_ms: int


class CheatView(View, frozen=True):
    """A voter that has said two things in the agreement on a block, and the two entries that prove it."""

    voter: str
    name: str
    first: str
    second: str


class ChainStatus(View, frozen=True):
    """The charter chain: who votes, under which rules, and how far the book is anchored.

    Attributes:
        block: id of the newest final block; the network's id before the first.
        epoch: how many blocks so far changed who votes or what is final.
        anchored: records that nothing can change any more; `to_anchor` stand and wait for a block.
        next_ms: when the next block is due by itself; 0 if there is nothing to put into one.
        iteration: of the agreement on the next block, -1 while there is none under way.
        present: voters heard from in the last minute, this one included.
    """

    height: int
    block: str
    time_ms: int
    epoch: int
    voters: list[str]
    members: int
    majority_at: int
    final_at: int
    final: str
    currencies: list[str]
    entries_per_day: int
    grace_days: int
    stale_days: int
    anchored: int
    to_anchor: int
    next_ms: int
    iteration: int
    present: int
    is_member: bool
    is_voter: bool
    joins: list[JoinView] = []
    cheats: list[CheatView] = []


class BundleFeed(View, frozen=True):
    """The part of one feed that a bundle holds.

    Attributes:
        fresh: how many of its places are beyond what this node holds of the feed.
    """

    member: str
    first_seq: int
    last_seq: int
    name: str = ""
    fresh: int = 0


class BundleReader(View, frozen=True):
    """Somebody whom a bundle was made for."""

    member: str
    name: str = ""


class BundleContents(View, frozen=True):
    """A bundle, looked at.

    Attributes:
        is_member: whether this node knows its maker as a member. What is in it proves itself either way.
        size: of the file, in bytes.
        for_me: whether this member can open it; if not, `feeds`, `entries` and `proofs` are not known.
        entries, proofs: by its maker's word.
        parts: how many it has; as many as are seen where its end is missing.
        damaged: numbers of parts that are damaged or missing, at most 1,000; none of the others suffers from it.
        whole: whether all parts and the end are there.
    """

    id: str
    maker: str
    is_member: bool
    made_ms: int
    size: int
    readers: list[BundleReader]
    for_me: bool
    parts: int
    whole: bool
    maker_name: str = ""
    feeds: list[BundleFeed] = []
    entries: int = 0
    proofs: int = 0
    damaged: list[int] = []


class BundleStatus(View, frozen=True):
    """An export or import of a bundle, running or done. Known until the node stops.

    Attributes:
        file: path.
        size, size_done: bytes of the file, and how many of them have been read.
        entries: how many there are to write or to take in, by the bundle's word.
        done: how many of them have been dealt with.
        known, fresh, waiting, refused: of an import, what has become of them: here before; new; in memory until what
            they point to comes (they are lost when the node stops: import again after the bundle they need); no part
            of any feed.
        damaged: numbers of parts that could not be read, at most 1,000.
        whole: whether all parts and the end were there.
        error: code of what stopped it.
    """

    id: str
    doing: Literal["export", "import"]
    state: Literal["running", "done", "cancelled", "failed"]
    file: str
    bundle: str = ""
    maker: str = ""
    size: int = 0
    size_done: int = 0
    entries: int = 0
    done: int = 0
    parts: int = 0
    known: int = 0
    fresh: int = 0
    waiting: int = 0
    refused: int = 0
    blocks: int = 0
    proofs: int = 0
    damaged: list[int] = []
    whole: bool = False
    started_ms: int = 0
    took_ms: int = 0
    error: str = ""
    detail: str = ""


class Pruned(View, frozen=True):
    """Ballots whose bodies were dropped, since all that they vote on is decided, and how many bytes these had."""

    ballots: int
    bytes: int


class AuditDifference(View, frozen=True):
    """Something that does not follow from the signed entries.

    Attributes:
        what: `content`, `signature`, `place`, `level`, `applied`, `fields`, `said`, `reach`, `object`, `block` or
            `fork`; `cohong.node.audit` says what each means.
        entry: the entry's id, or the object's; empty where neither is meant.
        author, seq: whose entry, at which place of its feed (-1 for none); for `reach` the voter.
        kept, counted: what the ledger says, and what follows from the entries.
    """

    what: str
    entry: str = ""
    author: str = ""
    author_name: str = ""
    seq: int = -1
    kept: str = ""
    counted: str = ""


class AuditStatus(View, frozen=True):
    """An audit: the whole book counted again from the signed entries.

    Attributes:
        doing: `count` or `compare`, while it runs.
        done, total: entries.
        entries, signatures, records, ballots, reaches, objects, blocks, proofs: how many of each were compared
            (`reaches`: how far a voter has signed in a feed).
        dropped: ballots of which only the signed header is left, since blocks have decided all that they voted on; how
            far their voters have signed is not compared.
        digest_kept, digest_counted: state digests of the book that the ledger has and of the one counted again.
        different: how many things differ; `differences` has the first 200.
        memory: bytes that it took.
        error: code of what stopped it.
    """

    state: Literal["none", "running", "done", "cancelled", "failed"] = "none"
    doing: str = ""
    done: int = 0
    total: int = 0
    started_ms: int = 0
    took_ms: int = 0
    entries: int = 0
    signatures: int = 0
    records: int = 0
    ballots: int = 0
    dropped: int = 0
    reaches: int = 0
    objects: int = 0
    blocks: int = 0
    proofs: int = 0
    digest_kept: str = ""
    digest_counted: str = ""
    different: int = 0
    differences: list[AuditDifference] = []
    memory: int = 0
    error: str = ""
    detail: str = ""


class TraceVote(View, frozen=True):
    """One voter's word on a record, and the entry that carries it.

    Attributes:
        entry, seq, time_ms: the voter's first ballot that says so, or the record itself where the voter wrote it;
            empty, -1 and 0 where there is none, or it was dropped since a block has decided the record.
        good: whether that entry has been checked just now: hash and signature.
    """

    voter: str
    name: str
    vote: Vote
    reason: str = ""
    entry: str = ""
    seq: int = -1
    time_ms: int = 0
    good: bool = False


class TraceEntry(View, frozen=True):
    """A record that an obligation's figures rest on.

    Attributes:
        applied: whether it is part of the book.
        adds_minor: what it adds to what is outstanding: a proposal its amount, a receipt its own with a minus.
        rests_on: entries that it names.
        good: whether hash and signature have been found right just now.
    """

    entry: str
    kind: str
    author: str
    author_name: str
    seq: int
    time_ms: int
    level: Level
    applied: bool
    adds_minor: int
    rests_on: list[str]
    fields: dict[str, Any]
    signature: str
    good: bool
    votes: list[TraceVote]


class Trace(View, frozen=True):
    """What an obligation's figures rest on: all records about it, in the order in which they came here."""

    object: str
    reference: str
    currency: str
    amount_minor: int
    received_minor: int
    outstanding_minor: int
    state: State
    entries: list[TraceEntry]
