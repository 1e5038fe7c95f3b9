"""Hostile voters that lead: blocks made for no good, and two of them where one is allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.simulation.adversary import Adversary, part_of
from tests.simulation.machine import Machine

from cohong.primitives.block import Block, Cut, new_block
from cohong.primitives.chain_messages import (
    ChainMessage,
    Final,
    Propose,
    Vote,
    chain_message_body,
    final_signed_bytes,
)
from cohong.primitives.charter import charter_hash
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.protocol.chain.chain import Chain
from cohong.protocol.chain.composer import Composer
from cohong.protocol.chain.plan import plan_of

if TYPE_CHECKING:
    from tests.simulation.run import Run

NOBODY: frozenset[MemberId] = frozenset()
SHOWN_MS = (1, 9_000)
"""When both of two blocks are shown to all: within the time of the first iteration."""


@dataclass(frozen=True, slots=True)
class _Lead:
    adversary: Adversary
    machine: Machine
    iteration: int

    @property
    def chain(self) -> Chain:
        assert self.machine.desk is not None, "the machine is up"
        return self.machine.desk.replica.chain


def propose_falsely(run: Run) -> bool:
    """Propose a block that leaves out what it likes, mostly with the own vote and final."""
    lead = _lead(run)
    if lead is None:
        return False
    hidden = part_of(run.machines, run.chance) if run.chance.random() < 0.3 else NOBODY
    _put(run, lead, _made_up(run, lead), run.draw_end(lead.adversary), hidden)
    return True


def propose_twice(run: Run) -> bool:
    """Propose two blocks in one iteration: to everybody, or each to some, and both to all before it is over."""
    lead = _lead(run)
    if lead is None:
        return False
    one, other, after = _made_up(run, lead), _made_up(run, lead), run.draw_end(lead.adversary)
    some = part_of(run.machines, run.chance) if run.chance.random() < 0.7 else NOBODY
    others = frozenset(run.honest) - some if some else NOBODY
    written = [*_put(run, lead, one, after, others), *_put(run, lead, other, after, some)]
    run.timeline.after(run.chance.randint(*SHOWN_MS), lambda: _show(lead.adversary, written))
    return True


def _show(adversary: Adversary, written: list[Entry]) -> None:
    for entry in written:
        adversary.hidden[entry.id] = NOBODY
    adversary.push(written)


def _lead(run: Run) -> _Lead | None:
    """Return where a hostile voter leads: in the iteration that a drawn machine is in, or in one soon after."""
    machine = run.draw_up()
    if machine is None or machine.desk is None:
        return None
    height = machine.desk.replica.chain.agreement.height
    hostile = {adversary.id: adversary for adversary in run.adversaries}
    for iteration in (height.iteration, height.iteration + 1):
        leader = hostile.get(height.leader(iteration))
        if leader is not None:
            return _Lead(leader, machine, iteration)
    return None


def _put(run: Run, lead: _Lead, block: Block, after: Entry | None, hidden: frozenset[MemberId]) -> list[Entry]:
    number, iteration, key = block.head.height, lead.iteration, lead.adversary.key
    signature = key.sign(final_signed_bytes(number, iteration, block.id))
    said: list[ChainMessage] = [Propose(number, iteration, None, block)]
    if run.chance.random() < 0.5:
        said += [Vote(number, iteration, block.id), Final(number, iteration, block.id, signature)]
    written = list[Entry]()
    for message in said:
        kind, body = chain_message_body(message, run.draw_id("salt")[:16])
        time_ms = max(run.timeline.now_ms, after.header.time_ms if after is not None else 0)
        after = lead.adversary.write(kind, body, after=after, hidden=hidden, time_ms=time_ms, height=number - 1)
        written.append(after)
    return written


def _made_up(run: Run, lead: _Lead) -> Block:
    """Return a block as the machine would make it, with less in it as often as not."""
    chance, chain = run.chance, lead.chain
    now_ms = run.timeline.now_ms + chance.randint(0, 1_000)
    good = Composer(chain.view).compose(now_ms, chain.frontier)
    if chance.random() < 0.3:
        return good
    lists = replace(good.lists, cut=_less(run, lead, good.lists.cut), anchored=(), void=())
    if chance.random() < 0.3:
        lists = replace(lists, forks=())
    if chance.random() < 0.7:
        lists = replace(lists, motions=())
    plan = plan_of(lists.motions, chain.view.people, chain.view.lineage)
    frontier = chain.frontier
    head = replace(
        good.head, change=plan.change, charter=charter_hash(plan.charter), anchored_root=frontier.root(),
        anchored_count=frontier.count,
    )  # fmt: skip
    return new_block(head, lists)


def _less(run: Run, lead: _Lead, cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Return some of the cuts, some of them shorter, or along another branch."""
    chance, lineage, found = run.chance, lead.chain.view.lineage, list[Cut]()
    for cut in cuts:
        beyond = [
            item for item in run.writings.feed(cut.author) if lineage.cut_seq(cut.author) < item.header.seq <= cut.seq
        ]
        choice = chance.random()
        if choice < 0.4:
            found.append(cut)
        elif choice < 0.7 and beyond:
            entry = chance.choice(beyond)
            found.append(Cut(cut.author, entry.header.seq, entry.id))
    return tuple(found)
