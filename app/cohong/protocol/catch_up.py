"""No own entry before the own feed is known: what a restored or copied profile must hear first (protocol.md 2).

A profile that is older than what its member has already sent must not write: it would fork its own feed. So it first
fetches its own feed, and listens until enough voters have told how far they hold it that whatever was confirmed is
found: n - c(n) + 1 others, or all others if these are fewer.

A peer may claim to hold more than was ever written. So a claim that nobody backs with entries for a while is set aside,
and that peer's claims are not believed again. A profile that matches its head file and has only been stopped by such a
claim needs to hear nobody else: or one liar could silence it for as long as the others are away. Once entries of the
own feed have come that it did not know, it is an old one, and has to hear the voters.

A profile that runs on two machines at once stops on both: where a neighbour has proved that another run is alive, and
where an own entry comes in that this one did not write. That ends when no sign of another run has come for a while, and
so many voters are connected *now*: two runs that have so many each have one in common, and it would have told.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cohong.primitives.ids import MemberId
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.quorum import confirmed_size

UNPROVEN_MS: Final = 60_000
"""How long the own feed may stay where it is before what peers claim beyond it is set aside."""

QUIET_MS: Final = 20_000
"""How long after the last sign of another run it may still be there: a refused run tries again every five seconds."""


class Halt(StrEnum):
    """Why no own entry is written."""

    NONE = ""
    RESTORED = "restored"
    """The profile does not match what this machine has written last."""
    CLAIM = "claim"
    """Others show own entries that are not held here."""
    COPY = "copy"
    """Another run of this member has proved that it is alive."""
    ELSEWHERE = "elsewhere"
    """An own entry has come in that this run did not write."""


@dataclass(slots=True)
class CatchUp:
    """The voters that have told how far they hold the own feed.

    Attributes:
        active: whether nothing may be written.
        through: the neighbour that the last sign of another run came from.
        is_overridden: whether the user has decided to write all the same, for as long as the node runs.
    """

    me: MemberId
    lineage: Lineage
    active: bool = False
    through: MemberId | None = None
    is_overridden: bool = False
    _told: dict[MemberId, int] = field(default_factory=dict)
    _linked: set[MemberId] = field(default_factory=set)
    _disbelieved: set[MemberId] = field(default_factory=set)
    _own_seq: int = -1
    _grown_ms: int | None = None
    _begun_seq: int | None = None
    _is_run: bool = False
    _sign_ms: int | None = None

    @property
    def halt(self) -> Halt:
        """Why nothing may be written."""
        if not self.active:
            return Halt.NONE
        if self.through is not None:
            return Halt.COPY if self._is_run else Halt.ELSEWHERE
        return Halt.RESTORED if self._begun_seq is None else Halt.CLAIM

    def begin(self) -> None:
        """Stop writing until enough voters have been heard; what was told before this still counts."""
        self.active = not self.is_overridden
        self._grown_ms = self._begun_seq = None

    def note_other(self, through: MemberId, *, is_run: bool) -> None:
        """Take in a sign that another run of this member is at work: a proof, or else an own entry not written here."""
        if self.is_overridden:
            return
        self.begin()
        self._is_run = is_run or self.halt is Halt.COPY
        self.through, self._sign_ms = through, None
        self._told = {voter: seq for voter, seq in self._told.items() if voter in self._linked}

    def override(self) -> None:
        """Write all the same from now on."""
        self.active, self.through, self.is_overridden = False, None, True

    def go_on_from(self, earlier: "CatchUp") -> None:
        """Keep what no ledger tells: the user's decision, and a sign of another run."""
        self.is_overridden = earlier.is_overridden
        if self.is_overridden:
            self.override()
        elif earlier.through is not None:
            self.note_other(earlier.through, is_run=earlier.halt is Halt.COPY)

    def hear(self, voter: MemberId, seq: int, own_seq: int) -> None:
        """Take in that a peer holds the own feed up to `seq`; stops the pen if that is more than is held here."""
        self._linked.add(voter)
        if seq <= own_seq:
            self._disbelieved.discard(voter)
        elif voter not in self._disbelieved and not self.active and not self.is_overridden:
            self.active, self._grown_ms, self._begun_seq = True, None, own_seq
        self._told[voter] = seq

    def lose(self, peer: MemberId, own_seq: int) -> None:
        """Forget what only counts while its teller is there: a claim without backing, and all beside another run."""
        self._linked.discard(peer)
        is_claim = self._is_by_claim(own_seq) and self._told.get(peer, -1) > own_seq
        if is_claim or self.through is not None:
            self._told.pop(peer, None)

    def _is_by_claim(self, own_seq: int) -> bool:
        """Whether nothing but claims speaks for an older profile: no entry has come that was not known here."""
        return self._begun_seq is not None and own_seq <= self._begun_seq

    def needed(self) -> int:
        """Return how many other voters must be heard."""
        voters = len(self.lineage.charter.roster)
        return min(voters - confirmed_size(voters) + 1, len(self.others()))

    def others(self) -> list[MemberId]:
        """Return the other voters."""
        return [voter for voter in self.lineage.charter.roster if voter != self.me]

    def heard(self, own_seq: int) -> list[MemberId]:
        """Return the other voters that hold no more of the own feed than this node."""
        return [voter for voter in self.others() if self._told.get(voter, own_seq + 1) <= own_seq]

    def claims(self, own_seq: int) -> dict[MemberId, int]:
        """Return who is believed to hold more of the own feed than this node, and how far."""
        beyond = {voter: seq for voter, seq in self._told.items() if seq > own_seq}
        return {voter: seq for voter, seq in beyond.items() if voter not in self._disbelieved}

    def settle(self, own_seq: int, now_ms: int | None = None) -> None:
        """End catching up if enough voters (none, if there was only a claim) have been heard and their word is held.

        Without `now_ms` no claim is ever set aside.
        """
        if not self.active or self._may_be_run_twice(now_ms):
            return
        claims = self.claims(own_seq)
        if claims and self._is_stalled(own_seq, now_ms):
            self._disbelieved |= claims.keys()
            claims.clear()
        if not claims and (self._is_by_claim(own_seq) or len(self.heard(own_seq)) >= self.needed()):
            self.active, self.through = False, None

    def _may_be_run_twice(self, now_ms: int | None) -> bool:
        """Whether a sign of another run is not long ago."""
        if self.through is None or now_ms is None:
            return self.through is not None
        if self._sign_ms is None:
            self._sign_ms = now_ms
        return now_ms - self._sign_ms < QUIET_MS

    def _is_stalled(self, own_seq: int, now_ms: int | None) -> bool:
        """Whether the own feed has not grown for a while, although peers claim more of it."""
        if now_ms is None:
            return False
        if self._grown_ms is None or own_seq > self._own_seq:
            self._own_seq, self._grown_ms = own_seq, now_ms
        return now_ms - self._grown_ms >= UNPROVEN_MS
