"""Audits of the whole book, and traces of a figure down to its signatures."""

from typing import Any, Literal

from cohong.api.views.base import Level, State, View, Vote


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
        adds_minor: what it adds to what is outstanding: a proposal its amount once it is accepted, what is received,
            given up or sold its own with a minus, new terms the difference.
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
