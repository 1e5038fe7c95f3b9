"""A replica that is only given entries, and one that votes on them."""

from tests.simulation.feeds import START_MS, Scribe, member
from tests.simulation.recount import ballot_of

from cohong.crypto.signing import verify
from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import Level
from cohong.protocol.replica import Outcome, Pen, Replica

NOW_MS = START_MS + 60_000
PEER = member(7)


class Reader:
    """A replica with its ledger.

    Attributes:
        me: number of the member whose replica it is; one without a vote unless told.
    """

    def __init__(self, scribe: Scribe, me: MemberId = PEER) -> None:
        self.scribe, self.me = scribe, me
        self.ledger = MemoryLedger()
        self.restart()

    def restart(self) -> None:
        count = len(self.ledger.entries)
        pen = Pen(self.me, lambda message: bytes(64), lambda: count.to_bytes(16, "big"), verify)
        self.replica = Replica(self.scribe.genesis, pen, self.ledger)

    def take(self, *entries: Entry, now_ms: int = NOW_MS) -> Outcome:
        self.replica.receive(entries, PEER, now_ms)
        return self.flush()

    def take_all(self, *, now_ms: int = NOW_MS) -> Outcome:
        return self.take(*self.scribe.written, now_ms=now_ms)

    def flush(self) -> Outcome:
        outcome = self.replica.flush()
        self.ledger.commit(outcome.commit)
        return outcome

    def vote(self, now_ms: int = NOW_MS) -> dict[str, list[str]]:
        """Return what a vote says, ids in short: ack, no (with reason), hold, yes; empty if no ballot was written."""
        self.replica.vote(now_ms)
        own = self.flush().own
        if not own:
            return {}
        said = ballot_of(own[0])
        return {
            "ack": [f"{ack.author[0]}:{ack.seq}" for ack in said.ack],
            "no": [reason for _, reason in said.no],
            "hold": [entry.hex() for entry in said.hold],
            "yes": [entry.hex() for entry in said.yes],
        }

    def level(self, entry: Entry) -> Level:
        return self.ledger.known[entry.id].level

    def applied(self, entry: Entry) -> bool:
        return self.ledger.known[entry.id].applied
