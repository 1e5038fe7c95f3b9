"""Whatever an earlier network was like, all that take it over have one book, and it goes on alike for all of them."""

import random
from dataclasses import replace

import pytest
from tests.simulation.charter_histories import ALWAYS_MS, Clerk, DatedScribe, chartered_history
from tests.simulation.test_any_order import Reader, read_at_random

from cohong.book.objects import Obligation, ObligationState
from cohong.primitives.charter import Charter, Genesis, new_genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import CREDIT_ACCEPT, CREDIT_RECEIPT, MEMBER_JOIN, MOTION_PUT
from cohong.primitives.standing import FinalBlock, Level
from cohong.protocol.frames import Blocks

HISTORIES = 120
RECEIPT: dict[str, Value] = {"value_date": "2025-10-09", "method": "", "reference": "", "amount": 1}


class Heirs(DatedScribe):
    """Writes in a network that takes over an earlier one: records on what was taken over, and ballots of its voters.

    Attributes:
        blocks: of the earlier network, up to the one taken over.
        words: motions and joins that these may rest on.
    """

    def __init__(self, earlier: DatedScribe, chance: random.Random) -> None:
        self.taken_over = chance.choice(earlier.clerk.ledger.final)
        super().__init__(_genesis(earlier, self.taken_over, chance), chance)
        self.blocks = earlier.clerk.ledger.final[: self.taken_over.block.head.height]
        self.words = tuple(entry for entry in earlier.written if entry.header.kind in (MOTION_PUT, MEMBER_JOIN))
        for final in self.blocks:
            give_block(self.clerk, final, self.words)
        lineage = self.clerk.lineage
        assert lineage.is_whole
        for entry in earlier.written:
            header = entry.header
            if lineage.has_place(header.network, header.author, header.seq, header.height):
                self.clerk.take(entry)
                self.written.append(entry)
                self._by_id[entry.id] = entry
        for author in lineage.members:
            cut = lineage.cut(author)
            if cut is not None:
                self._ends[author] = self._by_id[cut.id]
        self.now_ms = max([lineage.time_ms, *(entry.header.time_ms for entry in self.written)])

    def go_on(self, entries: int) -> None:
        """Write so many more entries."""
        members = sorted(self.clerk.lineage.members)
        for _ in range(entries):
            author = self._chance.choice(members)
            if self.clerk.lineage.is_voter(author) and self._chance.random() < 0.5:
                self._ack(author)
            else:
                self._deal(author)

    def _ack(self, voter: MemberId) -> None:
        ends = [entry for author, entry in sorted(self._ends.items()) if author != voter]
        new = [entry for entry in ends if entry.header.height >= self.clerk.lineage.begun]
        if new:
            self.ballot(voter, *new)

    def _deal(self, author: MemberId) -> None:
        book = [item for item in self.clerk.ledger.objects.values() if isinstance(item, Obligation)]
        mine = [item for item in book if item.holder == author and item.state is ObligationState.ACTIVE]
        asked = [item for item in book if item.terms.debtor == author and item.state is ObligationState.PROPOSED]
        if mine:
            fields: dict[str, Value] = {**RECEIPT, "names": [self._chance.choice(mine).version]}
            self.write(author, CREDIT_RECEIPT, fields)
        elif asked:
            self.write(author, CREDIT_ACCEPT, {"names": [self._chance.choice(asked).version]})
        else:
            self.propose(author, self._chance.choice(sorted(self.clerk.lineage.members)))

    def _height(self, author: MemberId, kind: str, least: int) -> int:
        return max(least, self.clerk.lineage.begun)


def _genesis(earlier: DatedScribe, taken_over: FinalBlock, chance: random.Random) -> Genesis:
    lineage, head = earlier.clerk.lineage, taken_over.block.head
    members = sorted(lineage.rules_at(head.height).members)
    founders = tuple(sorted(chance.sample(members, chance.randrange(1, len(members) + 1))))
    named = (earlier.genesis.network, taken_over.block.id)
    genesis = new_genesis("Heirs", Charter(founders), bytes(32), head.time_ms, named)
    return replace(genesis, earlier=earlier.genesis)


def give_block(node: Clerk | Reader, final: FinalBlock, words: tuple[Entry, ...]) -> None:
    assert node.replica.receive_blocks(Blocks(((final.block, final.certificate),), words), ALWAYS_MS)
    node.ledger.commit(node.replica.flush().commit)


def newcomer(heirs: Heirs, chance: random.Random) -> Reader:
    """Return a reader that has been given the blocks among the entries, and all entries in any order."""
    reader, early = Reader(heirs), list(heirs.written)
    chance.shuffle(early)
    for final in heirs.blocks:
        reader.take(early[: chance.randrange(4)])
        give_block(reader, final, heirs.words)
        if chance.random() < 0.2:
            reader.restart()
    return read_at_random(heirs, chance, reader)


@pytest.mark.parametrize("block", range(6))
def test_all_that_take_over_a_book_have_the_same_in_whatever_order_it_comes(block: int) -> None:
    found = 0
    for seed in range(block, HISTORIES, 6):
        earlier, chance = chartered_history(seed), random.Random(seed)
        if not earlier.clerk.ledger.final:
            continue
        found += 1
        heirs = Heirs(earlier, chance)
        anchored = {entry for entry, level in heirs.clerk.ledger.decided.items() if level is Level.ANCHORED}
        for entry, (level, applied) in heirs.clerk.ledger.standing().items():
            assert (level, applied) == ((Level.ANCHORED, True) if entry in anchored else (Level.VOID, False)), seed
        heirs.go_on(40)
        for turn in range(3):
            reader = newcomer(heirs, random.Random(seed * 10 + turn))
            assert reader.ledger.standing() == heirs.clerk.ledger.standing(), seed
            assert reader.ledger.digest() == heirs.clerk.ledger.digest(), seed
            assert reader.ledger.reached == heirs.clerk.ledger.reached, seed
            assert len(reader.replica.waiting) == 0
            reader.restart()
            assert reader.replica.heads.authors() == heirs.clerk.replica.heads.authors()
    assert found > HISTORIES // 12, "most histories have blocks"
