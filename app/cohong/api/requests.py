"""What a client may ask: one struct a method, and the table of methods, parameters and answers."""

from typing import Any, Final, Literal

import msgspec

from cohong.api import views

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
    "contested",
    "owed-to-me",
    "i-owe",
    "accepted",
]
"""`voting`: the newest record is not final yet; `to-answer`: proposals that this member may answer; `contested` has the
rejected and beaten ones too; `owed-to-me` and `i-owe` are what the sums of `book.counts` add up, `accepted` (active,
overdue and settled), with a debtor, what its facts count."""

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


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all requests."""


class NoParams(Params, frozen=True):
    """For methods that take none."""


class CreateProfile(Params, frozen=True):
    """Make a new profile and unlock it. `words` restores an earlier key; without them a new one is made.

    `name` is told to the members as soon as the node is in a network: a `profile.set` record that it writes by itself.
    """

    passphrase: str
    name: str = ""
    words: list[str] = []


class Unlock(Params, frozen=True):
    """Open the profile with its passphrase, or with its 24 words."""

    passphrase: str = ""
    words: list[str] = []


class RenameProfile(Params, frozen=True):
    """Change what the member calls itself; the others are told by a record of its own."""

    name: str


class SetReach(Params, frozen=True):
    """Choose how this node reaches others; it holds from now on.

    Attributes:
        proxy: `socks5://HOST:PORT`, with `USER:PASSWORD@` where it wants a login; empty for none.
        discovery: whether to look for members' nodes in the local network. Never done with a proxy.
    """

    proxy: str = ""
    discovery: bool = True


class ChangePassphrase(Params, frozen=True):
    """Rewrite the passphrase slot."""

    old: str
    new: str


class SignAnyway(Params, frozen=True):
    """Sign although something speaks against it, until the node stops.

    Attributes:
        why: what the user has been warned of, as `node.status` gave it (`pen.why`); refused if it is another by now.
    """

    why: str


class HandOverFile(Params, frozen=True):
    """Give the pen to another device by a file.

    Attributes:
        path: of the file, which is made.
        passphrase: of the profile.
        device: key, or name, of the one device that may take it; empty for a new one.
    """

    path: str
    passphrase: str
    device: str = ""


class UseFile(Params, frozen=True):
    """Set this device up from a file that another one of the member has made, or take the pen with it.

    Attributes:
        path: of the file, which is used up.
        passphrase: of the profile that made it.
    """

    path: str
    passphrase: str


class MakeDevice(Params, frozen=True):
    """Let a device read along, and make the file that sets it up.

    Attributes:
        name: of the device; the members can read it.
    """

    path: str
    name: str


class LinkDevice(Params, frozen=True):
    """Name another member as a device of this one; the two are linked once it does so too."""

    member: str
    name: str


class OfDevice(Params, frozen=True):
    """Name one of the member's devices, by its key or its name."""

    device: str


class FounderAddress(Params, frozen=True):
    """A founder's id, and where its node listens if known ("host:port")."""

    member: str
    addresses: list[str] = []


class CreateNetwork(Params, frozen=True):
    """Found a network. This member is a founder too; `final` is `two-thirds` or `majority`.

    Attributes:
        continues: whether it takes over the book and the members of the network that this profile is in, which has lost
            its majority. The profile goes over; other members do when they join by the invitation.
        block: then, the block of that network to take over; empty for its newest.
    """

    name: str
    founders: list[FounderAddress]
    currencies: list[str] = []
    final: Literal["two-thirds", "majority"] = "two-thirds"
    continues: bool = False
    block: str = ""


class JoinNetwork(Params, frozen=True):
    """Join by the text of an invitation.

    A founder is in at once. Anybody else leaves a join, under `name` or the profile's name, with a member that can be
    reached, and is a member once the voters have said so, or an observer at once, as the invitation says. Whoever is a
    member of the network that the new one takes over goes over as it is.
    """

    invitation: str
    name: str = ""


class AddPeer(Params, frozen=True):
    """Remember where a member's node listens, and dial it."""

    member: str
    addresses: list[str]


class WriteRecord(Params, frozen=True):
    """Sign one record.

    Attributes:
        kind: `profile.set`, `limit.set`, `credit.propose`, `credit.accept`, `credit.decline`, `credit.claim`,
            `credit.receipt` or `endorse.set`.
        object: for the kinds about an obligation, its id; the node fills in which version is moved.
        fields: the body's fields as in docs/protocol.md, ids as hex.
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

    `text`: in reference or name; `debtor`: hex id of the member whose debts alone are meant.
    """

    filter: BookFilter = "all"
    sort: BookSort = "changed"
    descending: bool = True
    text: str = ""
    debtor: str = ""
    first: int = 0
    count: int = 100


class OfObject(Params, frozen=True):
    """Names an obligation."""

    object: str


class OfEntry(Params, frozen=True):
    """Names an entry."""

    entry: str


class OfHeight(Params, frozen=True):
    """Names a block of the charter chain; -1 means the newest."""

    height: int = -1


class OfMember(Params, frozen=True):
    """Names a member."""

    member: str


class Search(Params, frozen=True):
    """Look members up by name (any script), id, or identifier."""

    text: str
    count: int = 20


class ImportFile(Params, frozen=True):
    """Import an invoice file as drafts, or send them at once.

    Attributes:
        counterparties: customer id or name in the file -> member id. What is not in it is looked up among
            remembered mappings, names and identifiers of members; `deal_to` deals what is left out in turn,
            in order of customer id.
        receipts: for rows with a settlement date: `none`, `at-once` (the holder's receipt as soon as the
            obligation is active) or `after-claim` (once the debtor has claimed the payment).
        send: sign and send without a stop at the drafts.
        id: of the new import, 16 random bytes in hex, for a client that may cancel it before the answer comes; the
            node makes one otherwise.
    """

    path: str
    currency: str = ""
    terms_days: int = 0
    encoding: str = ""
    delimiter: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    columns: dict[str, str] = {}
    counterparties: dict[str, str] = {}
    deal_to: list[str] = []
    receipts: Literal["none", "at-once", "after-claim"] = "at-once"
    send: bool = False
    id: str = ""


class FileColumns(Params, frozen=True):
    """Names a kind of file by the headers of its columns, in order."""

    headers: list[str]


class OfImport(Params, frozen=True):
    """Names an import."""

    id: str


class WriteProblems(Params, frozen=True):
    """Write an import's list of problem rows as CSV to a new file."""

    id: str
    path: str


class ExportBundle(Params, frozen=True):
    """Write feeds into a new file, signed, and sealed to its readers.

    Attributes:
        since: only what was written on this day (UTC) or later; empty for everything.
        readers: member ids; empty for all members.
        feeds: whose feeds; empty for all.
        replace: whether a file that is there already may be replaced.
    """

    path: str
    since: str = ""
    readers: list[str] = []
    feeds: list[str] = []
    replace: bool = False


class BundleFile(Params, frozen=True):
    """Names a bundle by its file's path."""

    path: str


class OfJob(Params, frozen=True):
    """Names something under way."""

    id: str


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


class PutMotion(Params, frozen=True):
    """Put a question to the voters.

    Attributes:
        ask: `admit` {join}, `voter` {member, vote}, `expel` {member}, `replace` {member: the old key, join},
            `charter` {currencies, entries_per_day, grace_days, stale_days}, `final` {rule}, or `branch` {member, seq,
            branch: the entry at the fork whose branch stands, "" for none}.
        days: how long it is open.
    """

    ask: Literal["admit", "voter", "expel", "replace", "charter", "final", "branch"]
    member: str = ""
    join: str = ""
    vote: bool = True
    currencies: list[str] = []
    entries_per_day: int = 50_000
    grace_days: int = 7
    stale_days: int = 90
    rule: str = ""
    seq: int = 0
    branch: str = ""
    reason: str = ""
    days: int = 14
    key: str = ""


class VoteOnMotion(Params, frozen=True):
    """Vote on a motion, once and for good."""

    motion: str
    yes: bool
    key: str = ""


class MakeInvite(Params, frozen=True):
    """Invite somebody to join, or to observe. The text that comes back can be used once."""

    role: Literal["join", "observe"] = "join"
    days: int = 14
    key: str = ""


class OfInvite(Params, frozen=True):
    """One invitation, by the id of its `member.invite`."""

    invite: str


class Notifications(Params, frozen=True):
    """Ask for notifications from number `after` on; those that are gone are replaced by one `resync`."""

    after: int = 0


METHODS: Final[dict[str, tuple[type[Params], object]]] = {
    "profile.status": (NoParams, views.ProfileStatus),
    "profile.create": (CreateProfile, views.NewProfile),
    "profile.unlock": (Unlock, views.ProfileStatus),
    "profile.lock": (NoParams, views.ProfileStatus),
    "profile.rename": (RenameProfile, views.ProfileStatus),
    "profile.passphrase": (ChangePassphrase, views.Done),
    "profile.sign_anyway": (SignAnyway, views.Done),
    "profile.hand_over": (HandOverFile, views.Done),
    "profile.take_over": (UseFile, views.ProfileStatus),
    "device.make": (MakeDevice, views.Done),
    "device.list": (NoParams, list[views.DeviceView]),
    "device.link": (LinkDevice, views.Done),
    "device.remove": (OfDevice, views.Done),
    "network.create": (CreateNetwork, views.NetworkMade),
    "network.join": (JoinNetwork, views.NetworkMade),
    "network.invitation": (NoParams, views.NetworkMade),
    "reach.status": (NoParams, views.ReachView),
    "reach.set": (SetReach, views.ReachView),
    "invite.make": (MakeInvite, views.InviteMade),
    "invite.withdraw": (OfInvite, views.Written),
    "invite.list": (NoParams, list[views.InviteView]),
    "motion.list": (NoParams, list[views.MotionView]),
    "motion.preview": (PutMotion, views.MotionView),
    "motion.put": (PutMotion, views.Written),
    "motion.vote": (VoteOnMotion, views.Written),
    "chain.status": (NoParams, views.ChainStatus),
    "chain.ask": (NoParams, views.Written),
    "peer.add": (AddPeer, views.Done),
    "node.status": (NoParams, views.NodeStatus),
    "node.prune": (NoParams, views.Pruned),
    "node.stop": (NoParams, views.Done),
    "node.subscribe": (Notifications, views.Done),
    "record.write": (WriteRecord, views.Written),
    "record.write_many": (WriteMany, list[views.Written]),
    "book.rows": (BookRows, views.BookPage),
    "book.counts": (NoParams, views.BookCounts),
    "book.record": (OfObject, views.RecordDetails),
    "book.trace": (OfObject, views.Trace),
    "book.votes": (OfEntry, views.VotesBar),
    "book.summary": (NoParams, views.BookSummary),
    "book.digest": (NoParams, views.Digest),
    "book.anchored_digest": (OfHeight, views.AnchoredDigest),
    "receipt.make": (MakeReceipt, views.ReceiptMade),
    "drafts.put": (PutDraft, views.Done),
    "drafts.send": (SendDrafts, views.Done),
    "drafts.recall": (NoParams, views.Done),
    "drafts.remove": (Drafts, views.Done),
    "drafts.restore": (Drafts, views.Done),
    "check.search": (Search, list[views.MemberCard]),
    "check.member": (OfMember, views.MemberFacts),
    "members.list": (NoParams, list[views.MemberCard]),
    "sync.status": (NoParams, views.SyncStatus),
    "forks.list": (NoParams, list[views.ForkView]),
    "cheats.list": (NoParams, list[views.CheatView]),
    "import.invoices": (ImportFile, views.ImportStatus),
    "import.status": (OfImport, views.ImportStatus),
    "import.list": (NoParams, list[views.ImportStatus]),
    "import.send": (OfImport, views.ImportStatus),
    "import.cancel": (OfImport, views.ImportStatus),
    "import.undo": (OfImport, views.ImportStatus),
    "import.remembered": (FileColumns, views.RememberedImport),
    "import.problems": (WriteProblems, views.Done),
    "bundle.export": (ExportBundle, views.BundleStatus),
    "bundle.show": (BundleFile, views.BundleContents),
    "bundle.import": (BundleFile, views.BundleStatus),
    "bundle.status": (OfJob, views.BundleStatus),
    "bundle.cancel": (OfJob, views.BundleStatus),
    "audit.start": (NoParams, views.AuditStatus),
    "audit.status": (NoParams, views.AuditStatus),
    "audit.cancel": (NoParams, views.AuditStatus),
}
"""Method name -> (parameters, type of the answer). `rpc.discover` describes this table as OpenRPC."""


class Notification(msgspec.Struct, frozen=True, kw_only=True):
    """Something changed. Numbered from 1 for the life of a node; sent after the change is durable.

    Attributes:
        number: what to ask for after a reconnect (`node.subscribe` with `after`). Numbers grow; `book`
            notices in quick succession are merged, so some numbers are never seen.
        topic: `book` (objects: hex ids of obligations that changed, at most 200; empty means many), `members`,
            `motions` (a motion, vote, invitation or join came), `charter` (a block has become final), `peers`, `drafts`
            (`sent` and `left` in `value` once what was held has gone), `import` (one ImportStatus in `value`),
            `bundle` (one BundleStatus), `audit` (one AuditStatus), `network`, `fork`, `profile`, `damage`, `resync`
            (notices were missed: read anew what is shown).
    """

    number: int
    topic: str
    objects: list[str] = []
    value: dict[str, Any] = {}
