"""Invariant 13 in part: no honest vote for a block leaves behind what the voter wrote or acked in earlier epochs.

Whatever was confirmed in an epoch had a majority, and every quorum for a block has a voter of it: so each cut reaches
what was confirmed before the last change of the roster, although the rosters further on share no majority with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.recount import ballot_of, body_of

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import Vote, chain_message_from_body
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT, CHAIN_VOTE
from cohong.primitives.standing import Placed

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run


@dataclass(frozen=True, slots=True)
class _Word:
    """How far along whose feed a voter has bound itself, at which height, and in which entry of its own."""

    said_in: EntryId
    author: MemberId
    seq: int
    entry: EntryId
    height: int


class Votes(Checker):
    """Remembers how far each honest voter has written, and acked each feed."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._words: defaultdict[MemberId, list[_Word]] = defaultdict(list)

    def wrote(self, machine: Machine, placed: Placed) -> None:
        if machine.id not in self.run.honest:
            return
        fact, words = placed.fact, self._words[machine.id]
        if fact.kind == CHAIN_VOTE:
            self._check(machine, placed)
        if fact.kind == BALLOT:
            words += [_Word(fact.id, ack.author, ack.seq, ack.id, fact.height) for ack in ballot_of(placed.entry).ack]
        words.append(_Word(fact.id, fact.author, fact.seq, fact.id, fact.height))

    def took_back(self, machine: Machine, gone: Sequence[Entry]) -> None:
        unsaid = {entry.id for entry in gone}
        self._words[machine.id] = [word for word in self._words[machine.id] if word.said_in not in unsaid]

    def _check(self, machine: Machine, placed: Placed) -> None:
        body = body_of(placed.entry)
        assert machine.desk is not None and body is not None, "it has just written, and in form"
        vote = chain_message_from_body(placed.fact.kind, body)
        height = machine.desk.replica.chain.agreement.height
        assert isinstance(vote, Vote), "the kind says so"
        if height.number != vote.height:
            return  # decided in the same batch
        block = height.block(vote.block)
        assert block is not None, "who votes for a block has its proposal"
        if any(known.id == vote.block and number < vote.iteration for number, known in height.notarized()):
            return  # a quorum has found it right
        for word in self._words[machine.id]:
            if self._binds(machine, word, block) and not _is_reached(machine, word, block):
                where = f"{self.run.names[word.author]} at {word.seq}"
                raise Broken("13", f"{machine.name} votes for a cut at {vote.height} that leaves behind {where}")

    def _binds(self, machine: Machine, word: _Word, block: Block) -> bool:
        """Whether a word of an earlier epoch lies below any listed fork, and on no branch that was left out."""
        assert machine.desk is not None, "it has just written"
        replica = machine.desk.replica
        lineage, fork_seq = replica.lineage, replica.heads.fork_seq(word.author)
        if lineage.epoch_at(word.height) == lineage.epoch or replica.heads.is_dead(word.entry):
            return False
        if lineage.removed_at(word.author) is not None:
            return False
        is_listed = fork_seq is not None and (
            lineage.is_listed(word.author, fork_seq)
            or any((fork.author, fork.seq) == (word.author, fork_seq) for fork in block.lists.forks)
        )
        return not (is_listed and fork_seq is not None and word.seq >= fork_seq)


def _is_reached(machine: Machine, word: _Word, block: Block) -> bool:
    """Whether the last cut of a feed, this block's included, lies on or above an entry."""
    chain = [final.block for final in machine.disk.final[: block.head.height - 1]]
    cuts = [cut for item in (*chain, block) for cut in item.lists.cut if cut.author == word.author]
    if not cuts or cuts[-1].seq < word.seq:
        return False
    entry = cuts[-1].id
    while entry in machine.disk.known and machine.disk.known[entry].seq > word.seq:
        entry = machine.disk.known[entry].prev
    return entry not in machine.disk.known or entry == word.entry
