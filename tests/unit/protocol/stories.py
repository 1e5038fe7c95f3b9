"""A network in which records of all kinds are written by hand, and read by a replica and a recount."""

import random

from tests.simulation.all_kinds import AllKinds
from tests.simulation.charter_histories import ALWAYS_MS, DAY_MS, Clerk
from tests.simulation.feeds import member, payment, terms
from tests.simulation.recount import Recount, recount
from tests.simulation.test_any_order import Reader
from tests.simulation.test_succession import give_block

from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import MOTION_PUT, MOTION_VOTE
from cohong.primitives.motion import Motion, MotionVote, Question, motion_body, motion_vote_body

A, B, C, D, E = (member(number) for number in range(5))
LAST_DAY = "2199-12-31"


class Story(AllKinds):
    """Five voters; A has sold something to B. Nothing is written that is not asked for.

    Attributes:
        hidden: what whoever proposes blocks does not hold, nor what follows upon it.
    """

    def __init__(self, amount: int = 10, *, final: str = "two-thirds") -> None:
        super().__init__(_seed_of_five(final))
        self.hidden = set[EntryId]()
        self._partial_share, self._chance, self._draw = 0.0, random.Random(1), random.Random(1)
        self.proposal = self.scribe.propose(A, B, amount)
        self.agree()
        self.accept = self.by(B, "credit.accept", self.proposal)
        self.agree()

    def by(self, author: MemberId, kind: str, *named: Entry, after: Entry | None = None, **fields: Value) -> Entry:
        """Write a record that names others."""
        return self.scribe.write(author, kind, {"names": [entry.id for entry in named], **fields}, after=after)

    def offer(self, buyer: MemberId, amount: int, *version: Entry) -> Entry:
        """Write an offer to buy, and let it stand."""
        made = self.by(
            buyer, "offer.buy", *version, amount=amount, price=amount, recourse=False, valid_until=LAST_DAY
        )  # fmt: skip
        self.agree()
        return made

    def assign(self, seller: MemberId, *named: Entry, head: Entry | None = None) -> Entry:
        """Write a sale that shows the debtor's feed read up to an entry, or to its end."""
        return self.by(seller, "credit.assign", *named, heads=_head(head or self.end(B)))

    def receipt(self, holder: MemberId, amount: int, *named: Entry) -> Entry:
        """Write a receipt."""
        return self.scribe.write(holder, "credit.receipt", payment(amount, *(entry.id for entry in named)))

    def end(self, author: MemberId) -> Entry:
        """Return the last entry of a feed."""
        return self._feed(author)[-1]

    def agree(self, *voters: MemberId) -> None:
        """Let voters ack the ends of all feeds, everybody where none is given."""
        for voter in voters or self._lineage.charter.roster:
            others = [author for author in self._members if author != voter and self._feed(author)]
            self.scribe.ballot(voter, *map(self.end, others))

    def block(self, days: int = 0) -> None:
        """Let a block become final, dated so many days later."""
        self.scribe.now_ms += days * DAY_MS
        height = self._lineage.height
        self._finish_block()
        assert self._lineage.height == height + 1

    def put_motion(self, author: MemberId, question: Question) -> Entry:
        """Put a question to the vote."""
        return self._put(author, MOTION_PUT, motion_body(Motion(question, "", ALWAYS_MS), bytes(16)))

    def say_yes(self, motion: Entry, *voters: MemberId) -> None:
        """Let voters say yes to a question, everybody where none is given."""
        for voter in voters or self._lineage.charter.roster:
            self._put(voter, MOTION_VOTE, motion_vote_body(MotionVote(motion.id, True), bytes(16)))

    def pass_motion(self, question: Question) -> None:
        """Let all voters say yes to a question, and a block carry it out."""
        self.say_yes(self.put_motion(A, question))
        self.block()

    def _leader_node(self) -> Clerk:
        if not self.hidden:
            return self.scribe.clerk
        clerk = Clerk(self.scribe.genesis, [entry for entry in self.scribe.written if entry.id not in self.hidden])
        motions = tuple(entry for entry in self.scribe.written if entry.header.kind == MOTION_PUT)
        for final in self.scribe.clerk.ledger.final[clerk.lineage.height :]:
            give_block(clerk, final, motions)
        return clerk

    def count(self) -> Recount:
        """Return what all this comes to, which is what a reader makes of it in the order of writing and backwards."""
        expected = recount(self.scribe.genesis, self.scribe.written)
        for order in (self.scribe.written, self.scribe.written[::-1]):
            reader = Reader(self.scribe)
            for entry in order:
                reader.take([entry])
                reader.flush()
            assert reader.ledger.standing() == expected.standing()
            assert reader.ledger.objects == expected.objects
        return expected


def _head(entry: Entry) -> list[Value]:
    return [[entry.header.author, entry.header.seq, entry.id]]


def _seed_of_five(final: str) -> int:
    """Return a seed that gives five voters, and what is to make a record final."""
    return next(seed for seed in range(100) if _is_of_five(seed, final))


def _is_of_five(seed: int, final: str) -> bool:
    charter = AllKinds(seed).scribe.genesis.charter
    return len(charter.roster) == 5 and charter.final == final


def owed(story: Story, debtor: MemberId = B, creditor: MemberId = A, amount: int = 10) -> Entry:
    """Return the version that another obligation of the same kind begins with."""
    made = story.scribe.write(creditor, "credit.propose", terms(debtor, creditor, amount, "INV-2"))
    story.agree()
    accepted = story.by(debtor, "credit.accept", made)
    story.agree()
    return accepted
