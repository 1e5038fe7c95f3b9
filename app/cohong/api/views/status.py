"""What a node tells of itself."""

from typing import Literal

from cohong.api.views.base import View
from cohong.api.views.profile import PenView


class NodeStatus(View, frozen=True):
    """What the status bar shows.

    Attributes:
        id_words: a few words for the member's id, to compare over the telephone; they prove nothing.
        as_of_ms: time of the newest entry held, 0 for none.
        records: entries that are voted on; of these `confirmed` are at majority or above, `final` at final,
            `anchored` listed by a final block of the charter chain, whose newest has the height `height`.
        to_send: own records that no other node is known to hold durably.
        catching_up: nothing is signed until the own feed is known to its end; `pen` says why.
        motions: open motions that this member may vote on and has not; `joins` are requests to join that nobody has
            put to the vote.
        standing: `member`; `observer`; `asked`, has left a join and waits for the voters; `refused`, its
            invitation has let in somebody else; `gone`, expelled or replaced.
        clock_fast_ms: how far this machine's clock is ahead of those of `clock_differing` of `clock_compared` connected
            members, negative where it is behind; while it is not 0, nothing is signed.
        dated_ahead: own entries dated further ahead than others take, which may have left this machine; everybody lets
            them wait, and whatever is signed meanwhile, until `dated_until_ms`.
        written_again: records and words dated by a clock that was fast, which had not left this machine and were
            written again with right times, since the start; `drafted_again` are proposals that became drafts instead,
            `dropped_again` the kinds of what else was left out.
        voters_heard: voters, this member included, that have been heard from within an hour; fewer than half of them
            make a one-sided view (`is_view_one_sided`).
        forks: members whose feed has a fork that nobody has decided on.
        held: drafts that are signed and sent at `held_until_ms`, unless they are taken back before.
        offline_since_ms: when the last member that was connected went, or the node began; 0 while one is.
        findable: members that can be found by name, of `findable_of`, while the tables of the search are made anew; 0
            of 0 otherwise.
        counters: what was refused or dropped since the start, by code.
        damaged: entries that the background check found altered and that are not healed yet.
    """

    version: str
    network: str = ""
    network_name: str = ""
    member: str = ""
    id_words: str = ""
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
    standing: Literal["member", "observer", "asked", "refused", "gone"] = "member"
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
    dated_ahead: int = 0
    dated_until_ms: int = 0
    written_again: int = 0
    drafted_again: int = 0
    dropped_again: list[str] = []
    voters_heard: int = 0
    is_view_one_sided: bool = False
    offline_since_ms: int = 0
    findable: int = 0
    findable_of: int = 0
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
