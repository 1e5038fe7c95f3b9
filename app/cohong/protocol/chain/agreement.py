"""Agreement on the block of one height: Simplex (Chan and Pass, 2023), its messages kept in the voters' feeds.

Theory of operation. A height runs through iterations 0, 1, …, each with one leader. The leader proposes a block,
every voter votes for it at most once, and a block with its quorum q of votes is *notarized*. A voter that sees that
writes a *final*; q finals of one iteration are the certificate, and the block is final. If nothing is notarized in
time, voters *skip*. A notarized block or c(n) skips lead on to the next iteration. A block that may have become final
is never lost: a later leader proposes the newest notarized block again, or shows c(n) skips for every iteration
before its own.

Why two blocks never both become final. Say B has its certificate in iteration i, and B' another one in j, not before
i. Look at the first iteration k from i on in which anything but B is notarized; there is one, since who finalizes B'
has seen it notarized. If k = i, the voters of both blocks share q(B) + q(B') - n who voted twice. If k > i, whoever
voted for that block in k first saw it notarized in some earlier iteration, with c(n) skips for all between, or c(n)
skips for all before k. The earlier iteration lies before i, because k is the first: so i has c(n) skips and q(B)
finals, and q(B) + c(n) - n voters wrote both. Either way the proof is in their feeds, and names f + c - n voters or
more; 2c - n if B is a removal. (It takes one honest voter in each quorum to have "seen": a whole quorum in one hand
can sign anything.)

What a voter must therefore never do, whatever happens to it, is to vote twice, to finalize twice, or to skip and
finalize in one iteration. Hence nothing is remembered that a crash could lose: what one has said is read from one's
own entries, which are durable before they leave the machine and are taken in again at a restart like everybody
else's. Only time-outs and refusals start anew, and the proof above nowhere speaks of time.

Nor does it speak of the iteration in which a voter *is*. So messages count whenever they come, and a final is written
for *any* iteration that has a notarized block and that the voter has not skipped, even long after it has gone on.
That is needed: voters learn of a notarized block in the moment that takes them on to the next iteration, and after a
partition or a restart they learn of several at once. If each wrote a final only where it happens to be, their finals
could be spread over many iterations and make no quorum in any. Only votes and skips are for the iteration one is in.

The same set of messages gives the same iteration and the same notarized blocks, whatever order they came in, since a
count only grows: one is in the first iteration that has neither a notarized block nor c(n) skips. So two voters who
hold the same entries are never apart, and a proposal whose justification is not yet held simply waits for it.

A voter goes on the moment a block is notarized, a moment before the finals arrive. If the next leader proposed the
block again at once, each block would be sent and voted on twice; so it first gives the finals a quarter of its time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import Certificate, ChainMessage, Final, Propose, Skip, Vote, final_signed_bytes
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.protocol.chain.cheats import Cheat
from cohong.protocol.chain.height import Height
from cohong.protocol.chain.stopwatch import Stopwatch, timeout_ms


class Verdict(Enum):
    """What a voter makes of a proposed block: vote for it, never vote for it, or look at it again later."""

    VALID = auto()
    INVALID = auto()
    WAIT = auto()


@dataclass(slots=True)
class Agreement:
    """The agreement on one height, as one voter takes part in it, or as a member without a vote follows it.

    `next` returns one message at a time. It must be written and given to `take` before `next` is asked again: a second
    question would get the same vote, but perhaps another proposal.

    Attributes:
        height: what has been said so far, by us too.
        me: who writes here; None, or no voter, only reads.
        sign: our signature of some bytes; None while only reading.
    """

    height: Height
    me: MemberId | None = None
    sign: Callable[[bytes], bytes] | None = None
    _refused: set[BlockId] = field(default_factory=set, init=False)
    _watch: Stopwatch = field(default_factory=Stopwatch, init=False)

    @property
    def decided(self) -> tuple[Block, Certificate] | None:
        """The final block and its certificate, once there are."""
        return self.height.decided

    @property
    def voted(self) -> frozenset[BlockId]:
        """The blocks we have voted for: until the height is decided, nothing that is late by them may be acked."""
        return self.height.voted(self.me) if self.me is not None else frozenset()

    def take(self, voter: MemberId, message: ChainMessage, entry: EntryId) -> list[Cheat]:
        """Count a message of this height, in any order and as often as it comes; returns what it newly proves.

        At a restart our own messages are taken in again like everybody else's, before `next` is asked.
        """
        cheat = self.height.take(voter, message, entry)
        return [] if cheat is None else [cheat]

    def next(
        self,
        now_ms: int,
        *,
        has_work: bool,
        is_present: bool,
        judge: Callable[[Block], Verdict],
        compose: Callable[[], Block | None],
    ) -> ChainMessage | None:
        """Return the next message to write, None if there is none until an entry comes or `due_ms` is reached.

        Args:
            has_work: there is something to agree on.
            is_present: enough voters have been heard from in the last minute. Without either, nothing is written.
            judge: what we make of a proposed block, rule 5; asked at each call for as long as it says WAIT, but no time
                is kept for that: call when the reason to wait may be gone.
            compose: a new block, asked for only when we lead and may propose one; None if there is nothing to propose.
        """
        runs = has_work and is_present and self.decided is None and self.me in self.height.roster
        self._watch.read(now_ms, self.height.iteration, runs=runs)
        if not runs or self.me is None:
            return None
        return (
            self._final(self.me)
            or self._proposal(self.me, compose)
            or self._vote(self.me, judge)
            or self._skip(self.me)
        )

    def due_ms(self) -> int | None:
        """Return when `next` is to be asked again at the latest, None if only a new entry can change anything."""
        if self.decided is not None or self.me is None:
            return None
        if self._watch.iteration != self.height.iteration:
            return self._watch.since_ms
        timeout = timeout_ms(self.height.iteration)
        waits = [timeout] if self._may_skip(self.me) else []
        if self._may_propose(self.me) and self._is_giving_finals_time():
            waits.append(timeout // 4)
        return self._watch.moment_ms(min(waits)) if waits else None

    def _final(self, me: MemberId) -> Final | None:
        """Rule 4, for whichever iteration."""
        assert self.sign is not None
        for iteration, block in self.height.notarized():
            said = self.height.said_in(iteration)
            if me not in said.skips and not said.has_finalized(me):
                signature = self.sign(final_signed_bytes(self.height.number, iteration, block.id))
                return Final(self.height.number, iteration, block.id, signature)
        return None

    def _proposal(self, me: MemberId, compose: Callable[[], Block | None]) -> Propose | None:
        """Rule 1. All iterations before this one are over: those after the newest notarized block have their skips."""
        if not self._may_propose(me) or self._is_giving_finals_time():
            return None
        number, iteration = self.height.number, self.height.iteration
        earlier = [item for item in self.height.notarized() if item[0] < iteration]
        again = Propose(number, iteration, *earlier[-1]) if earlier else None
        if not all(map(self.height.is_skipped, range(iteration))):
            return again
        # With all before skipped no block can have become final, and a removal may go in place of a notarized block
        # whose voters have left: to propose that one over and over would keep the majority from parting with them.
        block = compose()
        if block is not None and (again is None or self._takes_fewer(block, again.block)):
            return Propose(number, iteration, None, block)
        return again

    def _takes_fewer(self, block: Block, other: Block) -> bool:
        return self.height.block_size(block) < self.height.block_size(other)

    def _may_propose(self, me: MemberId) -> bool:
        said = self.height.said_in(self.height.iteration)
        return self.height.leader(self.height.iteration) == me and said.proposal is None and me not in said.skips

    def _is_giving_finals_time(self) -> bool:
        iteration = self.height.iteration
        is_just_notarized = iteration > 0 and bool(self.height.said_in(iteration - 1).notarized)
        return is_just_notarized and self._watch.spent_ms < timeout_ms(iteration) // 4

    def _vote(self, me: MemberId, judge: Callable[[Block], Verdict]) -> Vote | None:
        """Rule 2. Who has skipped may still vote: it is the final that a skip rules out."""
        said = self.height.said_in(self.height.iteration)
        proposal = said.proposal
        if proposal is None or said.has_voted(me):
            return None
        # Refused before it was notarized: others have found it right.
        if proposal.from_iteration is None and proposal.block.id in self._refused:
            return None
        if not self.height.is_justified(proposal.from_iteration, proposal.block):
            return None
        verdict = judge(proposal.block)
        if verdict is Verdict.INVALID:
            self._refused.add(proposal.block.id)
        return Vote(proposal.height, proposal.iteration, proposal.block.id) if verdict is Verdict.VALID else None

    def _may_skip(self, me: MemberId) -> bool:
        """Whether we have neither skipped nor, perhaps before a restart that lost others' votes, written a final."""
        said = self.height.said_in(self.height.iteration)
        return me not in said.skips and not said.has_finalized(me)

    def _skip(self, me: MemberId) -> Skip | None:
        """Rule 3."""
        iteration = self.height.iteration
        is_late = self._watch.spent_ms >= timeout_ms(iteration)
        return Skip(self.height.number, iteration) if is_late and self._may_skip(me) else None
