"""Random histories in which anybody may do anything: forks, double votes, broken rules, votes without reason.

They obey only what placement demands, so every entry has a place. What they mean is for the replica to find out, and
it must find the same whatever order they come in.
"""

import random

from tests.simulation.feeds import Scribe, genesis_of, payment, terms
from tests.simulation.recount import body_of

from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    ENDORSE_SET,
    LIMIT_SET,
    PROFILE_SET,
    is_record,
)  # fmt: skip
from cohong.protocol.heads import BRANCHES_MAX


def lawless_history(seed: int) -> Scribe:
    """Return what 2 to 5 members have written, none of them to be trusted."""
    chance = random.Random(seed)
    final = chance.choice(["two-thirds", "majority"])
    return Lawless(chance, Scribe(genesis_of(chance.randrange(2, 6), final=final))).write()


class Lawless:
    """Shares are drawn anew for each history: some are nearly honest, some are chaos, in some few votes arrive."""

    def __init__(self, chance: random.Random, scribe: Scribe) -> None:
        self._chance = chance
        self._scribe = scribe
        self._members = self._scribe.genesis.charter.roster
        self._fork_share = chance.choice([0.0, 0.02, 0.1])
        self._lies_share = chance.choice([0.0, 0.05, 0.2, 0.5])
        self._vote_share = chance.choice([0.3, 0.5, 0.7])
        self._ack_share = chance.choice([0.2, 0.5, 0.9])
        self._stale_share = chance.choice([0.0, 0.2, 0.6])
        self._nonsense_share = chance.choice([0.0, 0.1, 0.3])
        self._proposals: dict[EntryId, Entry] = {}

    def write(self) -> Scribe:
        """Return the scribe, the history written."""
        for _ in range(self._chance.randrange(10, 80)):
            author = self._chance.choice(self._members)
            if self._chance.random() < self._vote_share:
                self._vote(author)
            else:
                self._record(author)
        return self._scribe

    def _feed(self, author: MemberId) -> list[Entry]:
        return [entry for entry in self._scribe.written if entry.header.author == author]

    def _tips(self, author: MemberId) -> list[Entry]:
        feed = self._feed(author)
        followed = {entry.header.prev for entry in feed}
        return [entry for entry in feed if entry.id not in followed]

    def _place(self, author: MemberId) -> dict[str, Entry | bool]:
        """Return where to write: mostly at an end of the feed, sometimes anywhere."""
        feed, tips = self._feed(author), self._tips(author)
        if not feed:
            return {}
        if self._chance.random() < self._fork_share and len(tips) < BRANCHES_MAX:
            return {"from_start": True} if self._chance.random() < 0.1 else {"after": self._chance.choice(feed)}
        return {"after": self._chance.choice(tips)}

    def _records(self, *kinds: str) -> list[Entry]:
        return [
            entry
            for entry in self._scribe.written
            if is_record(entry.header.kind) and (not kinds or entry.header.kind in kinds)
        ]

    def _vote(self, voter: MemberId) -> None:
        acked = []
        for author in self._members:
            feed = self._feed(author)
            if author != voter and feed and self._chance.random() < self._ack_share:
                tips = self._tips(author)
                acked.append(self._chance.choice(feed if self._chance.random() < self._stale_share else tips))
        records = self._records()
        lies: dict[str, tuple[Entry, ...]] = {"no": (), "hold": (), "yes": ()}
        for word in lies:
            if records and self._chance.random() < self._lies_share:
                pool = records if self._chance.random() < 0.9 else self._scribe.written
                lies[word] = tuple(self._chance.sample(pool, self._chance.randrange(1, min(4, len(pool) + 1))))
        self._scribe.ballot(voter, *acked, **lies, **self._place(voter))  # type: ignore[arg-type]  # keywords by name

    def _record(self, author: MemberId) -> None:
        kind = self._chance.choice(
            [CREDIT_PROPOSE] * 4 + [CREDIT_ACCEPT] * 4 + [CREDIT_RECEIPT] * 3 + [CREDIT_CLAIM] * 2
            + [CREDIT_DECLINE, PROFILE_SET, LIMIT_SET, ENDORSE_SET, "future.kind", "motion.put"]
        )  # fmt: skip
        body: dict[str, Value] | bytes = self._body(kind, author)
        if self._chance.random() < 0.03:
            body = self._chance.choice([b"", b"\xff", b"\xa0", b"\xa1\x64salt\x40"])
        place = self._place(author)
        entry = self._scribe.write(author, kind, body, **place)  # type: ignore[arg-type]  # keywords by name
        names = body["names"] if isinstance(body, dict) and "names" in body else []
        if kind == CREDIT_PROPOSE:
            self._proposals[entry.id] = entry
        elif isinstance(names, list) and names:
            first = EntryId(bytes(names[0])) if isinstance(names[0], bytes) else entry.id
            if first in self._proposals:
                self._proposals[entry.id] = self._proposals[first]

    def _body(self, kind: str, author: MemberId) -> dict[str, Value]:
        chance, other = self._chance, self._chance.choice(self._members)
        if kind == CREDIT_PROPOSE:
            return terms(other, author, chance.randrange(1, 5))
        if kind == PROFILE_SET:
            return {"kind": "firm", "name": {"en": f"Firm {chance.random()}"}, "place": "", "identifiers": {}}
        if kind == LIMIT_SET:
            return {
                "counterparty": other, "side": "debtor", "currency": "HKD", "amount": 5, "terms_days": 30,
                "until": "2026-01-01", "auto_accept": True,
            }  # fmt: skip
        if kind == ENDORSE_SET:
            return {"member": other, "score": 1, "comment": ""}
        names = self._names(kind, author)
        if kind == CREDIT_ACCEPT or kind not in (CREDIT_CLAIM, CREDIT_RECEIPT, CREDIT_DECLINE):
            return {"names": list(names)}
        if kind == CREDIT_DECLINE:
            return {"names": list(names), "reason": ""}
        return payment(chance.randrange(1, 4), *names)

    def _names(self, kind: str, author: MemberId) -> list[EntryId]:
        """Return names that mostly make sense."""
        wanted = {
            CREDIT_ACCEPT: (CREDIT_PROPOSE,), CREDIT_DECLINE: (CREDIT_PROPOSE,),
            CREDIT_CLAIM: (CREDIT_ACCEPT, CREDIT_RECEIPT), CREDIT_RECEIPT: (CREDIT_ACCEPT, CREDIT_RECEIPT),
        }.get(kind, ())  # fmt: skip
        pool = self._records(*wanted)
        if self._chance.random() < self._nonsense_share:
            pool = self._scribe.written
        else:
            pool = [entry for entry in pool if self._may_move(author, kind, entry)]
        if not pool:
            return []
        names = [self._chance.choice(pool[-6:]).id]
        claims = self._records(CREDIT_CLAIM)
        if kind == CREDIT_RECEIPT and claims and self._chance.random() < 0.5:
            names.append(self._chance.choice(claims).id)
        return list(dict.fromkeys(names))

    def _may_move(self, author: MemberId, kind: str, version: Entry) -> bool:
        proposal = self._proposals.get(version.id)
        if proposal is None:
            return False
        body = body_of(proposal) or {}
        creditor_acts = kind == CREDIT_RECEIPT
        return body.get("creditor" if creditor_acts else "debtor") == author
