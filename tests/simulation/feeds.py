"""Feeds written by hand: whatever a member could sign, sensible or not, on whatever branch.

Signatures are left out (64 zero bytes): the replica is given only entries whose signatures have been verified. Those
within bodies are hashes that anybody could make.
"""

import hashlib
from dataclasses import dataclass, field

from cohong.primitives.ballot import Ack, Ballot, ballot_body
from cohong.primitives.charter import FINAL_TWO_THIRDS, Charter, Genesis, new_genesis
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import SIGNATURE_BYTES, Entry, Header, body_hash, encode_header, entry_id
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId
from cohong.primitives.kinds import BALLOT, CREDIT_PROPOSE

START_MS = 1_760_000_000_000
"""2025-10-09 08:53:20 UTC."""


def member(number: int) -> MemberId:
    """Return a member id; they sort by number."""
    return MemberId(bytes([number]) + hashlib.sha256(bytes([number])).digest()[:31])


def genesis_of(
    voters: int, *, final: str = FINAL_TWO_THIRDS, currencies: tuple[str, ...] = (), entries_per_day: int = 50_000
) -> Genesis:
    """Return the genesis of a network of members 0 … voters - 1."""
    roster = tuple(member(number) for number in range(voters))
    return new_genesis("Simulated", Charter(roster, currencies, final, entries_per_day), bytes(32), START_MS)


def signature(signer: MemberId, signed: bytes) -> bytes:
    """Return what passes for somebody's signature."""
    return hashlib.blake2b(signer + signed).digest()


def verify(signer: MemberId, signed: bytes, candidate: bytes) -> bool:
    """Return whether it is the signer's signature."""
    return signature(signer, signed) == candidate


def craft(
    genesis: Genesis,
    author: MemberId,
    prev: Entry | None,
    kind: str,
    body: dict[str, Value] | bytes,
    *,
    time_ms: int = START_MS,
    height: int = 0,
    salt: bytes = bytes(16),
) -> Entry:
    """Return an entry after `prev`; `body` is completed by the salt, or taken as it is if given as bytes."""
    body_bytes = body if isinstance(body, bytes) else encode({"salt": salt, **body})
    seq, prev_id = (prev.header.seq + 1, prev.id) if prev is not None else (0, NO_ENTRY)
    header = Header(
        genesis.network, author, seq, prev_id, height, time_ms, kind, body_hash(body_bytes), len(body_bytes)
    )
    header_bytes = encode_header(header)
    return Entry(header, header_bytes, entry_id(header_bytes), bytes(SIGNATURE_BYTES), body_bytes)


def terms(debtor: MemberId, creditor: MemberId, amount: int = 10_000, reference: str = "INV-1") -> dict[str, Value]:
    """Return the fields of a proposal."""
    return {
        "debtor": debtor, "creditor": creditor, "amount": amount, "currency": "HKD", "issued": "2025-09-01",
        "due": "2025-10-01", "grace_days": 0, "reference": reference, "description": "", "evidence": [],
        "assignable": True, "nettable": True, "valid_until": "2026-12-31",
    }  # fmt: skip


def payment(amount: int, *names: EntryId, value_date: str = "2025-10-01") -> dict[str, Value]:
    """Return the fields of a claim or a receipt."""
    return {"names": list(names), "amount": amount, "value_date": value_date, "method": "", "reference": ""}


@dataclass
class Scribe:
    """Writes feeds of several members, branches and all, in an order in which nothing precedes what it points to."""

    genesis: Genesis
    written: list[Entry] = field(default_factory=list)
    _ends: dict[MemberId, Entry] = field(default_factory=dict)
    _count: int = 0

    def write(
        self, author: MemberId, kind: str, body: dict[str, Value] | bytes, *, after: Entry | None = None,
        from_start: bool = False, time_ms: int | None = None, height: int = 0,
    ) -> Entry:  # fmt: skip
        """Write an entry at the end of the author's feed, or `after` another one of it, or at its start once more."""
        self._count += 1
        prev = None if from_start else after or self._ends.get(author)
        salt = hashlib.sha256(self._count.to_bytes(4, "big")).digest()[:16]
        time_ms = START_MS + self._count if time_ms is None else time_ms
        height = max(height, prev.header.height) if prev is not None else height
        entry = craft(self.genesis, author, prev, kind, body, time_ms=time_ms, height=height, salt=salt)
        self._ends[author] = entry
        self.written.append(entry)
        return entry

    def propose(self, author: MemberId, debtor: MemberId, amount: int = 10_000, *, after: Entry | None = None) -> Entry:
        """Write a proposal of the author as the creditor."""
        fields = terms(debtor, author, amount, f"INV-{self._count}")
        return self.write(author, CREDIT_PROPOSE, fields, after=after)

    def ballot(
        self, voter: MemberId, *acked: Entry, no: tuple[Entry, ...] = (), hold: tuple[Entry, ...] = (),
        yes: tuple[Entry, ...] = (), after: Entry | None = None, from_start: bool = False,
        time_ms: int | None = None,
    ) -> Entry:  # fmt: skip
        """Write a ballot."""
        said = Ballot(
            tuple(Ack(entry.header.author, entry.header.seq, entry.id) for entry in acked),
            tuple((entry.id, "malformed") for entry in no),
            tuple(entry.id for entry in hold),
            tuple(entry.id for entry in yes),
        )
        body = ballot_body(said, bytes(16))
        del body["salt"]
        return self.write(voter, BALLOT, body, after=after, from_start=from_start, time_ms=time_ms)
