"""Voters who agree on one height over a network that delays, reorders, repeats and loses, until it calms down.

The real agreement, a virtual clock, and cheats. A cheat is two minds that know nothing of each other and speak to one
half of the others each, or a liar that says at random whatever can be said, or a schemer that votes like everybody else
and lies when it leads. Until it is calm, machines crash, whether or not what they have just written has left them, and
come back with their own entries alone or with others' too. From then on cheats are silent, and what any honest voter
holds reaches everyone within a second.
"""

import random
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import count
from typing import TypeVar

from tests.simulation.feeds import member, signature, verify
from tests.simulation.lying import lie
from tests.simulation.minds import Mind, Sent
from tests.unit.protocol.chain.chains import NETWORK, block

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import ChainMessage
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.protocol.chain.agreement import Agreement, Verdict
from cohong.protocol.chain.cheats import Cheat
from cohong.protocol.chain.height import Height
from cohong.protocol.chain.stopwatch import timeout_ms
from cohong.protocol.quorum import confirmed_size, final_size

DELTA_MS = 1_000
"""How long a message takes at most once it is calm."""

Item = TypeVar("Item")


class World:
    """One schedule, from a seed.

    Attributes:
        cheats: fewer than c(n), so that every quorum has an honest voter in it.
        twins: those of them that have two minds.
        mode: which blocks are proposed, or `majority` where the charter says `final: majority`.
        calm_ms: when the faults stop.
        leak: how likely a message gets from one half of the network to the other before.
        written: every entry there is, whoever has seen it.
        bad: blocks that no honest voter accepts.
        iteration: the furthest that an honest voter was in when it calmed down.
        limit_ms: when all honest voters must have decided.
        accused: voters that some honest voter holds a proof against.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        voters = self.random.choice((1, 2, 3, 4, 4, 5, 5, 6, 7, 7))
        self.roster = tuple(member(number) for number in range(voters))
        self.confirmed, self.final = confirmed_size(voters), final_size(voters)
        most = self.confirmed - 1
        self.cheats = set(self.random.sample(self.roster, self.random.choice((0, most, self.random.randint(0, most)))))
        share = self.random.choice((0.0, 0.5, 1.0, 1.0))
        self.twins = {cheat for cheat in sorted(self.cheats) if self.random.random() < share}
        self.mode = self.random.choice(("plain", "plain", "removals", "mixed", "majority"))
        self.calm_ms = self.random.choice((0, 20_000, 100_000, 400_000, 1_500_000))
        self.leak = self.random.choice((0.0, 0.05, 0.3, 0.8))
        self.slow_ms = self.random.choice((2_000, 9_000, 40_000))
        self.crashes = self.random.choice((0.0, 0.02, 0.1))
        self.now_ms, self.written = 0, list[Sent]()
        self.accused: set[MemberId] = set()
        self.bad: set[BlockId] = set()
        self.numbers, self._order = count(), count()
        self.iteration = self.limit_ms = 0
        self._events: list[tuple[int, int, Callable[..., None], tuple[object, ...]]] = []
        mixed = self.shuffled(self.roster)
        self.half = {voter: place % 2 for place, voter in enumerate(mixed)}
        self.minds = [mind for voter in self.roster for mind in self._minds_of(voter)]
        for mind in self.minds:
            mind.has_work = mind.me not in self.cheats or mind.me in self.twins or self.random.random() < 0.7
        self.honest = [mind for mind in self.minds if mind.me not in self.cheats]

    def _minds_of(self, voter: MemberId) -> list[Mind]:
        others = tuple(other for other in self.roster if other != voter)
        if voter not in self.twins:
            return [Mind(self, voter, self.half[voter], others, self.agreement(voter))]
        sides = [tuple(o for o in others if o in self.cheats or self.half[o] == half) for half in (0, 1)]
        return [Mind(self, voter, half, sides[half], self.agreement(voter)) for half in (0, 1)]

    def agreement(self, me: MemberId | None) -> Agreement:
        """Return an agreement that knows nothing yet."""
        height = Height(1, NETWORK, self.roster, self.size, self.confirmed, verify)
        return Agreement(height, me, lambda signed: signature(me or MemberId(b""), signed))

    def size(self, of: Block) -> int:
        """Return how many voters a block takes: c(n) for removals, or where the charter says so."""
        return self.confirmed if self.mode == "majority" or of.head.change is not None else self.final

    # What voters make of the world

    def judge(self, proposed: Block) -> Verdict:
        """Every honest voter refuses the same blocks; until it is calm, some lack what they need to judge."""
        if proposed.id in self.bad:
            return Verdict.INVALID
        return Verdict.WAIT if not self.is_calm() and self.random.random() < 0.1 else Verdict.VALID

    def compose(self) -> Block | None:
        """Return a block that nobody else has made."""
        if not self.is_calm() and self.random.random() < 0.1:
            return None
        removes = {"plain": False, "majority": False, "removals": True}.get(self.mode, self.random.random() < 0.5)
        return block(next(self.numbers), removes=removes)

    # The network

    def is_calm(self) -> bool:
        """Whether faults have stopped."""
        return self.now_ms >= self.calm_ms

    def is_silent(self, voter: MemberId) -> bool:
        """Whether a voter takes no part any more: a cheat, once it is calm."""
        return self.is_calm() and voter in self.cheats

    def at(self, time_ms: int, action: Callable[..., None], *arguments: object) -> None:
        """Do something at a moment."""
        heappush(self._events, (max(time_ms, self.now_ms), next(self._order), action, arguments))

    def write(self, author: MemberId, message: ChainMessage) -> Sent:
        """Return an entry that carries a message."""
        sent = (EntryId(len(self.written).to_bytes(32, "big")), author, message)
        self.written.append(sent)
        return sent

    def post(self, half: int, reader: MemberId, sent: Sent) -> None:
        """Send an entry from one half: perhaps twice, perhaps for nothing until it is calm."""
        if self.is_calm():
            self.at(self.now_ms + self.random.randint(1, DELTA_MS), self._deliver, half, reader, sent)
        elif reader in self.cheats or self.half[reader] == half or self.random.random() < self.leak:
            for _ in range(self.random.choice((0, 1, 1, 1, 1, 1, 1, 2))):
                self.at(self.now_ms + self.random.randint(1, self.slow_ms), self._deliver, half, reader, sent)

    def relay(self, mind: Mind, sent: Sent) -> None:
        """Pass an entry on to everybody."""
        for other in mind.audience:
            self.post(mind.half, other, sent)

    def _deliver(self, half: int, reader: MemberId, sent: Sent) -> None:
        for mind in self.minds:
            if mind.me == reader and (reader not in self.twins or mind.half == half) and not self.is_silent(reader):
                mind.hear(sent)

    def shuffled(self, items: Iterable[Item]) -> list[Item]:
        """Return the items in another order."""
        mixed = list(items)
        self.random.shuffle(mixed)
        return mixed

    def is_crashing(self, mind: Mind) -> bool:
        """Whether a machine stops now, between writing an entry and anything else; it comes back later."""
        if mind.me in self.cheats or self.is_calm() or self.random.random() >= self.crashes:
            return False
        self.at(self.now_ms + self.random.randint(0, 60_000), self._come_back, mind)
        return True

    def _come_back(self, mind: Mind) -> None:
        if mind.is_up:
            return
        held = list(mind.held.values())
        known = [sent for sent in held if self.random.random() < 0.5] if self.random.random() < 0.5 else []
        mind.restart(known)
        for sent in held:
            self.at(self.now_ms + self.random.randint(1, self.slow_ms), mind.hear, sent)

    def note(self, mind: Mind, cheats: Iterable[Cheat]) -> None:
        """Keep whom an honest voter can prove to cheat."""
        if mind.me not in self.cheats:
            self.accused.update(cheat.voter for cheat in cheats)

    # Faults

    def _whim(self) -> None:
        """Let something go wrong, and again a moment later until it is calm."""
        if self.is_calm():
            return
        mind = self.random.choice(self.minds)
        if mind.me in self.cheats:
            if mind.me in self.twins or not mind.has_work or self.random.random() < 0.1:
                lie(self, mind.me)
        elif self.random.random() < 0.5:
            mind.has_work, mind.is_present = self.random.random() < 0.8, self.random.random() < 0.8
            mind.act()
        elif self.random.random() < self.crashes * 3 and mind.is_up:
            mind.crash()
            self.at(self.now_ms + self.random.randint(0, 60_000), self._come_back, mind)
        self.at(self.now_ms + self.random.randint(1, 8_000), self._whim)

    def tempt(self, mind: Mind) -> None:
        """Let a cheat of one mind, while it leads, propose whatever it likes as soon as it can."""
        if mind.me not in self.cheats or mind.me in self.twins or self.is_calm():
            return
        height = mind.agreement.height
        if height.leader(height.iteration) == mind.me and height.said_in(height.iteration).proposal is None:
            mind.hear(lie(self, mind.me, proposal=True))

    # The run

    def run(self) -> None:
        """Run until it is calm, and then until every honest voter has decided or time is up.

        The iteration that the calm finds may be spoilt, and so may the next, by what is still under way; then each
        cheat may lead once, and the honest leader after them succeeds.
        """
        self.at(0, self._whim)
        for mind in self.minds:
            self.at(self.random.randint(0, 5_000), mind.act)
        self._until(self.calm_ms)
        self.now_ms = self.calm_ms
        self._calm_down()
        self.iteration = max(mind.agreement.height.iteration for mind in self.honest)
        self.limit_ms = self.calm_ms + sum(timeout_ms(self.iteration + k) for k in range(len(self.cheats) + 3))
        self._until(self.limit_ms)

    def _until(self, end_ms: int) -> None:
        while self._events and self._events[0][0] < end_ms and not all(mind.agreement.decided for mind in self.honest):
            self.now_ms, _, action, arguments = heappop(self._events)
            action(*arguments)

    def _calm_down(self) -> None:
        known = {sent[0]: sent for mind in self.honest for sent in (*mind.held.values(), *mind.own)}
        for mind in self.honest:
            if not mind.is_up:
                mind.restart(mind.held.values())
            mind.has_work = mind.is_present = True
            for sent in known.values():
                self.at(self.now_ms + self.random.randint(1, DELTA_MS), mind.hear, sent)
            mind.act()

    def is_live(self) -> bool:
        """Whether enough voters are honest for a decision: those whom every block of this schedule takes."""
        need = self.confirmed if self.mode in ("removals", "majority") else self.final
        return len(self.honest) >= need
