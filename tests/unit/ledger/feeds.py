"""Signed feeds for the ledger's tests: real keys, real entries, placed as the protocol places them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cohong.book import fold
from cohong.book.objects import Claim, Obligation, Profile, natural_id
from cohong.crypto.signing import SigningKey
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import (
    Entry,
    Header,
    body_hash,
    decode_body,
    encode_header,
    entry_id,
    signed_bytes,
)
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId, NetworkId, ObjectId
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import Commit, EntryFact, Level, Placed, Record, Standing

NETWORK = NetworkId(b"n" * 32)
KEY = bytes(range(32))
START_MS = 1_790_000_000_000
CHECKOUT = Path(__file__).resolve().parents[3]
"""Where a process of a test starts, so that it can import this module."""


class Feed:
    """One author's feed."""

    def __init__(self, name: str) -> None:
        self.key = SigningKey(hashlib.sha256(name.encode()).digest())
        self.member = MemberId(self.key.member)
        self.name = name
        self.network = NETWORK
        self.last: Entry | None = None
        self._written = 0

    def write(
        self,
        kind: str,
        fields: dict[str, Value] | None = None,
        *,
        names: Sequence[Placed] = (),
        after: Entry | None = None,
        time_ms: int | None = None,
        with_body: bool = True,
    ) -> Placed:
        """Write the next entry, or one more after an earlier entry: a fork."""
        prev = after or self.last
        named = tuple(item.fact.id for item in names)
        self._written += 1
        salt = hashlib.sha256(f"{self.name} {self._written}".encode()).digest()[:16]
        body: dict[str, Value] = {"salt": salt, **(fields or {})}
        if named:
            body["names"] = list(named)
        body_bytes = encode(body)
        # No entry is older than what it follows or names.
        before = [START_MS, *(item.header.time_ms for item in (prev, *(named.entry for named in names)) if item)]
        earliest = max(before) + 1_000
        header = Header(
            self.network, self.member, 0 if prev is None else prev.header.seq + 1,
            NO_ENTRY if prev is None else prev.id,
            0, earliest if time_ms is None else time_ms, kind, body_hash(body_bytes),
            len(body_bytes),
        )  # fmt: skip
        header_bytes = encode_header(header)
        identity = entry_id(header_bytes)
        signature = self.key.sign(signed_bytes(identity))
        entry = Entry(header, header_bytes, identity, signature, body_bytes if with_body else None)
        if after is None:
            self.last = entry
        fact = EntryFact(identity, self.member, header.seq, header.prev, header.time_ms, 0, kind)
        if is_record(kind):
            facts = [item.fact for item in names]
            fact = replace(fact, object=fold.object_of(fact, body, facts), moves=fold.version_moved(fact, facts))
        return Placed(entry, fact, named, header.time_ms + 7)

    def propose(self, debtor: Feed, amount: int = 10_000, reference: str = "INV-0001", **changed: Value) -> Placed:
        """Propose an obligation of `debtor` to this feed's author."""
        fields: dict[str, Value] = {
            "debtor": debtor.member, "creditor": self.member, "amount": amount, "currency": "HKD",
            "issued": "2026-01-05", "due": "2026-02-04", "grace_days": 0, "reference": reference,
            "description": "twelve boxes", "evidence": [b"e" * 32], "assignable": True, "nettable": False,
            "valid_until": "2026-12-31",
        }  # fmt: skip
        return self.write("credit.propose", {**fields, **changed})

    def accept(self, proposal: Placed) -> Placed:
        """Accept a proposal."""
        return self.write("credit.accept", names=[proposal])

    def claim(self, version: Placed, amount: int, day: str) -> Placed:
        """Say that it was paid."""
        return self.write("credit.claim", _payment(amount, day), names=[version])

    def receipt(self, version: Placed, amount: int, day: str, claim: Placed | None = None) -> Placed:
        """Confirm a payment."""
        return self.write("credit.receipt", _payment(amount, day), names=[version, *([claim] if claim else [])])

    def profile(self, place: str = "Hong Kong", **names: str) -> Profile:
        """Return what this member says of itself, as an object of the book."""
        return Profile(
            natural_id("profile", self.member), some_id(f"{self.name} {place} {names}"), self.member, 0, "firm",
            tuple(sorted(names.items())), place, (("hkbr", "12345678"),),
        )  # fmt: skip


def _payment(amount: int, day: str) -> dict[str, Value]:
    return {"amount": amount, "value_date": day, "method": "FPS", "reference": "R-1"}


def record(placed: Placed) -> Record:
    """Return the record in an entry."""
    assert placed.entry.body_bytes is not None
    return Record(placed.fact, decode_body(placed.entry.body_bytes))


def standing(placed: Placed, level: Level, *, applied: bool = True) -> Standing:
    """Return a new standing of an entry."""
    fact = placed.fact
    return Standing(fact.id, fact.author, fact.seq, level, applied)


def applied(*records: Placed, level: Level = Level.CONFIRMED) -> Commit:
    """Return the commit that appends records and applies them, each to the object that it is about."""
    commit = Commit(append=list(records), standings=[standing(item, level) for item in records])
    commit.objects = list(fold.fold_all(map(record, records)).values())
    return commit


def obligation(*records: Placed) -> Obligation:
    """Return the obligation that records make, the proposal first."""
    current = fold.fold_all(map(record, records))[ObjectId(records[0].fact.id)]
    assert isinstance(current, Obligation)
    return current


def claim_of(*records: Placed) -> Claim:
    """Return the claim that the last of some records makes, the proposal first."""
    made = fold.fold_all(map(record, records))[ObjectId(records[-1].fact.id)]
    assert isinstance(made, Claim)
    return made


def some_id(text: str) -> EntryId:
    """Return an id that no entry has."""
    return EntryId(hashlib.sha256(text.encode()).digest())
