"""Votes and what they have led to: levels of records, reach of acks, exceptional votes, proofs of forks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cohong.ledger.connection import Connection
from cohong.ledger.facts import FactTable
from cohong.ledger.numbers import Numbers
from cohong.primitives.fork_proof import ForkProof, decode_fork_proof, encode_fork_proof
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Reach, Said, SaidOn, Standing, Words

# The narrow index of unsettled records leads; settled ones may have had exceptional votes for years.
_UNSETTLED_SAID: Final = (
    "SELECT i.id, s.voter, s.epoch, s.said FROM facts f"
    " CROSS JOIN said s ON s.entry = f.n CROSS JOIN ids i ON i.no = f.n"
    " WHERE f.level < 6 AND f.level <> 2 ORDER BY f.author, f.seq, i.id, s.voter, s.epoch"
)


class Votes:
    """Reads and writes of votes on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers, facts: FactTable) -> None:
        self._connection = connection
        self._numbers = numbers
        self._facts = facts

    def put_standings(self, standings: Sequence[Standing], ids: dict[bytes, int]) -> None:
        """Give records their new levels, and obligations the level of their newest record."""
        last = {ids[standing.entry]: standing for standing in standings}
        self._connection.run_many(
            "UPDATE facts SET level = ?, applied = ? WHERE n = ?",
            [(int(standing.level), int(standing.applied), n) for n, standing in last.items()],
        )
        self._connection.run_many(
            # The newest record of a part may be the sale that made it, which is about what it was sold from.
            "UPDATE obligations SET level = ?2 WHERE newest = ?1 AND (no = (SELECT object FROM facts WHERE n = ?1)"
            " OR part_of = (SELECT object FROM facts WHERE n = ?1))",
            [(n, int(standing.level)) for n, standing in last.items()],
        )

    def put_reach(self, reach: Sequence[Reach]) -> None:
        """Replace how far voters' acks go."""
        numbered = {
            (self._numbers.intern_member(item.voter), self._numbers.intern_member(item.author), item.epoch): item.tips
            for item in reach
        }
        self._connection.run_many(
            "DELETE FROM reach WHERE voter = ? AND author = ? AND epoch = ? AND branch >= ?",
            [(*key, len(tips)) for key, tips in numbered.items()],
        )
        self._connection.run_many(
            "INSERT OR REPLACE INTO reach VALUES (?, ?, ?, ?, ?, ?)",
            [
                (*key, branch, seq, identity)
                for key, tips in numbered.items()
                for branch, (seq, identity) in enumerate(tips)
            ],
        )

    def reach(self) -> list[Reach]:
        """Return how far every voter's acks go along every feed, by (voter, author, epoch)."""
        tips: dict[tuple[int, int, int], list[tuple[int, EntryId]]] = {}
        for voter, author, epoch, seq, identity in self._connection.rows(
            "SELECT voter, author, epoch, seq, id FROM reach ORDER BY voter, author, epoch, branch"
        ):
            tips.setdefault((voter, author, epoch), []).append((seq, EntryId(identity)))
        member = self._numbers.member
        found = [Reach(member(voter), member(author), epoch, tuple(t)) for (voter, author, epoch), t in tips.items()]
        return sorted(found, key=lambda item: (item.voter, item.author, item.epoch))

    def put_said(self, said: Sequence[SaidOn], ids: dict[bytes, int]) -> None:
        """Replace what voters have said on records other than by a plain approval; what is nothing goes."""
        last = {(ids[item.entry], self._numbers.intern_member(item.voter), item.epoch): item for item in said}
        self._connection.run_many(
            "DELETE FROM said WHERE entry = ? AND voter = ? AND epoch = ?",
            [key for key, item in last.items() if not item.said],
        )
        self._connection.run_many(
            "INSERT OR REPLACE INTO said VALUES (?, ?, ?, ?, ?)",
            [(*key, int(item.said), item.reason) for key, item in last.items() if item.said],
        )

    def said(self, entry: EntryId) -> dict[MemberId, Words]:
        """Return what voters have said on a record other than by a plain approval, epoch by epoch."""
        found: dict[MemberId, Words] = {}
        for voter, epoch, said, _ in self._said_on(entry):
            found[voter] = (*found.get(voter, ()), (epoch, said))
        return found

    def said_with_reasons(self, entry: EntryId) -> dict[MemberId, tuple[Said, str]]:
        """Return all that voters have said on it up to now, with the reason that goes with a `no`, empty otherwise."""
        return {voter: (said, reason) for voter, _, said, reason in self._said_on(entry)}

    def _said_on(self, entry: EntryId) -> list[tuple[MemberId, int, Said, str]]:
        number = self._numbers.id_no(entry)
        if number is None:
            return []
        sql = "SELECT voter, epoch, said, reason FROM said WHERE entry = ? ORDER BY voter, epoch"
        rows = self._connection.rows(sql, (number,))
        return [(self._numbers.member(voter), epoch, Said(said), reason) for voter, epoch, said, reason in rows]

    def unsettled_said(self) -> list[tuple[EntryFact, dict[MemberId, Words]]]:
        """Return the exceptional votes on records that are neither final nor settled, by (author, seq, id)."""
        said: dict[EntryId, dict[MemberId, Words]] = {}
        for identity, voter, epoch, what in self._connection.rows(_UNSETTLED_SAID):
            words = said.setdefault(EntryId(identity), {})
            member = self._numbers.member(voter)
            words[member] = (*words.get(member, ()), (epoch, Said(what)))
        facts = self._facts.facts(list(said))
        found = [(facts[entry], votes) for entry, votes in said.items()]
        return sorted(found, key=lambda pair: (pair[0].author, pair[0].seq, pair[0].id))

    def put_proofs(self, proofs: Sequence[tuple[ForkProof, int]]) -> None:
        """Keep proofs of forks, with the time at which each was found; the first time holds."""
        self._connection.run_many(
            "INSERT OR IGNORE INTO proofs VALUES (?, ?, ?, ?)",
            [
                (self._numbers.intern_member(proof.author), proof.seq, encode_fork_proof(proof), found_ms)
                for proof, found_ms in proofs
            ],
        )

    def proofs(self) -> list[tuple[ForkProof, int]]:
        """Return all proofs of forks with the time at which each was found, by (author, seq)."""
        rows = self._connection.rows("SELECT proof, found_ms FROM proofs")
        found = [(decode_fork_proof(proof), int(found_ms)) for proof, found_ms in rows]
        return sorted(found, key=lambda pair: (pair[0].author, pair[0].seq, pair[0].first.id, pair[0].second.id))
