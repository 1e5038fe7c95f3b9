"""Invariants 12 to 14 and 17: the charter chain is one chain, and honest voters never say two things about a block."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import BeyondHelp, Broken, Checker
from tests.simulation.recount import body_of

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import ChainMessage, Final, Propose, Skip, Vote, chain_message_from_body
from cohong.primitives.charter import charter_hash
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.primitives.kinds import CHAIN_FINAL, CHAIN_SKIP, CHAIN_VOTE
from cohong.primitives.merkle import root_of
from cohong.primitives.standing import Commit, FinalBlock, Placed
from cohong.protocol.chain.chain import CHAIN_KINDS
from cohong.protocol.quorum import block_size, confirmed_size

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run


class OneChain(Checker):
    """Remembers the final block of each height, and what honest voters have said at each."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._blocks: dict[int, Block] = {}
        self._said: defaultdict[tuple[MemberId, int, int], list[ChainMessage]] = defaultdict(list)

    def committed(self, machine: Machine, commit: Commit) -> None:
        for final in commit.blocks:
            self._check_final(machine, final)

    def _check_final(self, machine: Machine, final: FinalBlock) -> None:
        block, height = final.block, final.block.head.height
        if height not in self._blocks:
            self._blocks[height] = block
            self.run.sees(f"final block of {block.head.change.verb}" if block.head.change else "final block")
        if self._blocks[height].id != block.id:
            self._judge_rivals(machine, self._blocks[height], block)
        self._check_roster(machine, block)
        self._check_cut(machine, block)
        self._check_anchored(machine, block)

    def _judge_rivals(self, machine: Machine, one: Block, other: Block) -> None:
        """Two final blocks of a height take so many voters who signed for both, and these have left the proof."""
        assert machine.desk is not None, "it has just committed"
        height, charter = one.head.height, machine.desk.replica.lineage.era(one.head.height - 1).charter
        finals = min(block_size(one, charter), block_size(other, charter))
        least = finals + confirmed_size(len(charter.roster)) - len(charter.roster)
        if len(self._proven(height).intersection(charter.roster)) < max(1, least):
            raise Broken("12", f"{machine.name} has another final block at {height}")
        raise BeyondHelp("two final blocks of a height, by proven cheats")

    def _proven(self, height: int) -> set[MemberId]:
        """Return whose votes, skips and finals at a height contradict one another: of nobody honest."""
        said: defaultdict[tuple[MemberId, int], list[ChainMessage]] = defaultdict(list)
        hidden = [entry for adversary in self.run.adversaries for entry in adversary.written]
        for entry in (*self.run.writings.values(), *hidden):
            author, kind = entry.header.author, entry.header.kind
            if author in self.run.honest or kind not in (CHAIN_VOTE, CHAIN_SKIP, CHAIN_FINAL):
                continue
            body = body_of(entry)
            assert body is not None, "nobody writes these out of form here"
            message = chain_message_from_body(kind, body)
            if message.height == height == entry.header.height + 1:
                said[author, message.iteration].append(message)
        return {key[0] for key, words in said.items() if any(_contradict(*pair) for pair in combinations(words, 2))}

    def _check_roster(self, machine: Machine, block: Block) -> None:
        """Check that neighbouring rosters differ by the voter that the block names, and by no other."""
        assert machine.desk is not None, "it has just taken in a block"
        lineage, height = machine.desk.replica.lineage, block.head.height
        before, after = (lineage.era(at).charter for at in (height - 1, height))
        change = block.head.change
        named = {change.subject} if change is not None and change.verb in ("add", "remove") else set()
        if set(before.roster) ^ set(after.roster) != named:
            raise Broken("14", f"the roster at {height} is not the last one with one change")
        if charter_hash(after) != block.head.charter:
            raise Broken("14", f"the charter at {height} is another than the block names")

    def _check_cut(self, machine: Machine, block: Block) -> None:
        earlier = machine.disk.final[: block.head.height - 1]
        before = {cut.author: cut for final in earlier for cut in final.block.lists.cut}
        for cut in block.lists.cut:
            last, entry = before.get(cut.author), cut.id
            while last is not None and entry in machine.disk.known and machine.disk.known[entry].seq > last.seq:
                entry = machine.disk.known[entry].prev
            if last is not None and entry in machine.disk.known and entry != last.id:
                raise Broken("14", f"the cut of {self.run.names[cut.author]} leaves its branch at {block.head.height}")

    def _check_anchored(self, machine: Machine, block: Block) -> None:
        chain = machine.disk.final[: block.head.height]
        anchored: list[EntryId] = [entry for final in chain for entry in final.block.lists.anchored]
        void = {entry for final in chain for entry in final.block.lists.void}
        if len(set(anchored)) != len(anchored) or not void.isdisjoint(anchored):
            raise Broken("17", f"block {block.head.height} anchors twice, or what is void")
        if (block.head.anchored_root, block.head.anchored_count) != (root_of(anchored), len(anchored)):
            raise Broken("17", f"the anchored root of block {block.head.height} is another")

    def wrote(self, machine: Machine, placed: Placed) -> None:
        if machine.id not in self.run.honest or placed.fact.kind not in CHAIN_KINDS:
            return
        body = body_of(placed.entry)
        assert body is not None, "an honest member's entries are in form"
        message = chain_message_from_body(placed.fact.kind, body)
        said = self._said[machine.id, message.height, message.iteration]
        if any(_contradict(earlier, message) for earlier in said):
            raise Broken("13", f"{machine.name} says two things at {message.height}/{message.iteration}")
        said.append(message)


def _contradict(one: ChainMessage, other: ChainMessage) -> bool:
    pair = (type(one), type(other))
    if pair in ((Vote, Vote), (Final, Final), (Propose, Propose)):
        return _block_of(one) != _block_of(other)
    return pair in ((Skip, Final), (Final, Skip))


def _block_of(message: ChainMessage) -> BlockId | None:
    match message:
        case Propose():
            return message.block.id
        case Vote() | Final():
            return message.block
        case _:
            return None
