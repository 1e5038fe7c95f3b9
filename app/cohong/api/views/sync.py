"""Links to other nodes, what is on its way out, and forks."""

from typing import Literal

from cohong.api.views.base import Level, View


class PeerRow(View, frozen=True):
    """A neighbour as the Sync screen shows it.

    Attributes:
        behind: entries that we hold and the peer has not yet acknowledged.
        ahead: entries that the peer has told of and we do not hold yet.
        via: name of the member whose node passes the connection on, empty for a direct one.
        clock_offset_ms: the peer's clock less ours, as it was told within the last minute.
        device: name of the device where it is one that reads along; `name` is then its member's.
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
    device: str = ""
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
    put_off: list[str] = []
    """Members of whom as much has come today as the charter lets one take in a day: the rest waits at the peers."""
    is_quota_used_up: bool = False
    """Whether this member has written as much today: own records are refused."""
    quota_until_ms: int = 0
    """When both go on at the latest; a charter block may come first. 0 if nothing waits."""


class ForkView(View, frozen=True):
    """A member caught writing two entries at one place of its feed.

    Attributes:
        first, second: the entries of the proof.
        state: `open`, no voter signs what it wrote from there on; `ruled`, the voters have said which branch stands;
            `cut`, a final block runs along one branch, or leaves all of them out; `expelled`, its author is no member
            any more.
        stands: the entry whose branch stands once that is decided, "" for none.
        branches: the entries at the fork that are known, each the beginning of a branch.
    """

    author: str
    name: str
    seq: int
    first: str
    second: str
    found_ms: int
    proof: str
    """The canonical proof bytes in hex: anyone can check them."""
    state: Literal["open", "ruled", "cut", "expelled"]
    stands: str
    branches: list[str]


class CheatView(View, frozen=True):
    """A voter that has provably signed both ways.

    Attributes:
        how: `branches`, for two branches of `author`'s feed that part at `seq`; `record`, for and against `record`,
            which `author` wrote at `seq`; `block`, two messages about one block that contradict each other.
        first, second: the two entries of the voter, in the order of its feed.
        signed_ms: the time of the later one.
        proof: canonical bytes in hex, [[header, signature, body], [header, signature, body]]: anyone can check them.
        is_member: whether the voter still is a member.
    """

    voter: str
    name: str
    how: Literal["branches", "record", "block"]
    author: str
    author_name: str
    seq: int
    record: str
    first: str
    second: str
    signed_ms: int
    proof: str
    is_member: bool


class Pruned(View, frozen=True):
    """Ballots whose bodies were dropped, since all that they vote on is decided, and how many bytes these had."""

    ballots: int
    bytes: int
