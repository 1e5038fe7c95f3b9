"""No own entry before the own feed is known: what a restored or copied profile must hear first (protocol.md 2).

A profile that is older than what its member has already sent must not write: it would fork its own feed. So it first
fetches its own feed, and listens until enough voters have told how far they hold it that whatever was confirmed is
found: n - c(n) + 1 others, or all others if these are fewer.

A peer may claim to hold more than was ever written. So a claim that nobody backs with entries for a while is set aside,
and that peer's claims are not believed again. A profile that matches its head file and has only been stopped by such a
claim needs to hear nobody else: or one liar could silence it for as long as the others are away. Once entries of the
own feed have come that it did not know, it is an old one, and has to hear the voters.
"""

from dataclasses import dataclass, field
from typing import Final

from cohong.primitives.ids import MemberId
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.quorum import confirmed_size

UNPROVEN_MS: Final = 60_000
"""How long the own feed may stay where it is before what peers claim beyond it is set aside."""


@dataclass(slots=True)
class CatchUp:
    """The voters that have told how far they hold the own feed.

    Attributes:
        active: whether nothing may be written.
    """

    me: MemberId
    lineage: Lineage
    active: bool = False
    _told: dict[MemberId, int] = field(default_factory=dict)
    _disbelieved: set[MemberId] = field(default_factory=set)
    _own_seq: int = -1
    _grown_ms: int | None = None
    _begun_seq: int | None = None

    def begin(self) -> None:
        """Stop writing until enough voters have been heard; what was told before this still counts."""
        self.active = True
        self._grown_ms = self._begun_seq = None

    def hear(self, voter: MemberId, seq: int, own_seq: int) -> None:
        """Take in that a peer holds the own feed up to `seq`; stops the pen if that is more than is held here."""
        if seq <= own_seq:
            self._disbelieved.discard(voter)
        elif voter not in self._disbelieved and not self.active:
            self.active, self._grown_ms, self._begun_seq = True, None, own_seq
        self._told[voter] = seq

    def lose(self, peer: MemberId, own_seq: int) -> None:
        """Forget a claim that a peer left without backing, if it alone stops the pen; the peer may make it again."""
        if self._is_by_claim(own_seq) and self._told.get(peer, -1) > own_seq:
            del self._told[peer]

    def _is_by_claim(self, own_seq: int) -> bool:
        """Whether nothing but claims speaks for an older profile: no entry has come that was not known here."""
        return self._begun_seq is not None and own_seq <= self._begun_seq

    def needed(self) -> int:
        """Return how many other voters must be heard."""
        others = [voter for voter in self.lineage.charter.roster if voter != self.me]
        voters = len(self.lineage.charter.roster)
        return min(voters - confirmed_size(voters) + 1, len(others))

    def settle(self, own_seq: int, now_ms: int | None = None) -> None:
        """End catching up if enough voters (none, if there was only a claim) have been heard and their word is held.

        Without `now_ms` no claim is ever set aside.
        """
        if not self.active:
            return
        claimed = {voter for voter, seq in self._told.items() if seq > own_seq} - self._disbelieved
        if claimed and self._is_stalled(own_seq, now_ms):
            self._disbelieved |= claimed
            claimed.clear()
        heard = sum(seq <= own_seq for voter, seq in self._told.items() if voter in self.lineage.charter.roster)
        if not claimed and (self._is_by_claim(own_seq) or heard >= self.needed()):
            self.active = False

    def _is_stalled(self, own_seq: int, now_ms: int | None) -> bool:
        """Whether the own feed has not grown for a while, although peers claim more of it."""
        if now_ms is None:
            return False
        if self._grown_ms is None or own_seq > self._own_seq:
            self._own_seq, self._grown_ms = own_seq, now_ms
        return now_ms - self._grown_ms >= UNPROVEN_MS
