"""Lawless histories of all kinds of records: mostly what the book allows, amid forks, lies and new people."""

import random
from collections.abc import Sequence

from tests.simulation.charter_histories import DAY_MS, Chartered, DatedScribe, NotAllowed
from tests.simulation.dealings import Dealing, Held, dealing, default_of, misled
from tests.simulation.feeds import terms
from tests.simulation.undertakings import COVERS, NETTING, POOLS, READING
from tests.simulation.undertakings.scene import Act, Scene, undertaking

from cohong.book.objects import Obligation, ObligationState
from cohong.book.question import day_of
from cohong.book.reasons import NoReason
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import CREDIT_ACCEPT, CREDIT_PROPOSE
from cohong.primitives.standing import Level
from cohong.protocol.judge import Judge, Verdict

LEANINGS: Sequence[Sequence[Act]] = (NETTING, COVERS, POOLS, READING)
TOGETHER_SHARE = 0.7
PATIENT_SHARE = 0.1
"""What others stand for is asked of them after a default, months later."""

FINALS_TRIED = 12
"""A block is given up after so many steps: its voters may not be enough."""


class AllKinds(Chartered):
    """Writes what `Chartered` writes, and more about what stands; now and then all voters agree, or time goes by.

    Args:
        leaning: what members do together, beside all else.
    """

    def __init__(self, seed: int, leaning: Sequence[Act] = ()) -> None:
        super().__init__(seed, voters_min=3)
        # Drawn apart, so that it is as lawless as a history without these kinds.
        self._draw = random.Random(f"all kinds {seed}")
        self._steps = self._draw.randrange(10, 90)
        self._noise_share = self._draw.choice([0.0, 0.1, 0.3])
        self._agree_share = self._draw.choice([0.5, 0.9])
        self._waiting_share = self._draw.choice([0.0, 0.05])
        self._is_judging = self._draw.random() < 0.8
        self._shelf = Held(self.scribe.clerk.ledger, self.scribe.clerk.replica)
        # Drawn apart once more, so that a history without a leaning stays what it is.
        self._together = random.Random(f"undertakings {seed}")
        self._leaning = leaning
        if leaning in (COVERS, POOLS):
            self._waiting_share = PATIENT_SHARE

    def write(self) -> DatedScribe:
        for _ in range(self._together.randrange(3, 9) if self._leaning else 0):
            self._open(sorted(self._lineage.members))
        for _ in range(self._steps):
            try:
                self._step()
            except NotAllowed:
                continue
        return self.scribe

    def _step(self) -> None:
        if self._draw.random() < self._waiting_share:
            self._wait()
        elif self._draw.random() < self._noise_share:
            super()._step()
        else:
            self._deal()
            if self._draw.random() < self._agree_share:
                self._agree()

    def _deal(self) -> None:
        members = sorted(self._lineage.members)
        if self._leaning and self._together.random() < TOGETHER_SHARE:
            scene = Scene(self._together, self._shelf, members, day_of(self.scribe.now_ms))
            undertaken = undertaking(scene, self._leaning)
            if undertaken is not None:
                self._put_down(undertaken)
                return
        written = dealing(self._draw, self._shelf, members, day_of(self.scribe.now_ms))
        if written is None or self._draw.random() < 0.03:
            self._open(members)
            return
        self._put_down(written)

    def _put_down(self, written: Dealing) -> None:
        if "names" in written.body and self._draw.random() < 0.05:
            written = misled(written, [entry.id for entry in self._records()[-30:]], self._draw)
        self.scribe.write(written.author, written.kind, written.body, **self._place(written.author))  # type: ignore[arg-type]  # keywords by name

    def _open(self, members: list[MemberId]) -> None:
        creditor, debtor = self._draw.sample(members, 2) if len(members) > 1 else members * 2
        body = terms(debtor, creditor, self._draw.randrange(1, 40), f"INV-{len(self.scribe.written)}")
        body["assignable"] = self._draw.random() < 0.9
        made = self.scribe.write(creditor, CREDIT_PROPOSE, body)
        self._agree()
        self.scribe.write(debtor, CREDIT_ACCEPT, {"names": [made.id]})

    def _agree(self) -> None:
        """Let every voter ack all that is there, as far as one branch of each feed goes, save what the rules refuse."""
        judge = Judge(self.scribe.clerk.replica.workspace, self.scribe.clerk.replica.standings, self._lineage)
        undecided = [
            entry for entry in self._records()
            if self._is_judging and judge.workspace.known(entry.id).level is Level.WAITING
        ]  # fmt: skip
        verdicts = [(entry, judge.verdict(judge.workspace.record(entry.id))) for entry in undecided]
        no = [entry for entry, verdict in verdicts if isinstance(verdict, NoReason)]
        hold = [entry for entry, verdict in verdicts if verdict is Verdict.HOLD]
        yes = [entry for entry, verdict in verdicts if verdict is Verdict.APPROVE]
        for voter in self._lineage.charter.roster:
            others = [author for author in self._members if author != voter]
            ends = [self._draw.choice(tips) for author in others if (tips := self._tips(author))]
            self.scribe.ballot(
                voter, *ends, no=_not_by(voter, no), hold=_not_by(voter, hold), yes=_not_by(voter, yes),
                after=self._end(voter),
            )  # fmt: skip

    def _end(self, author: MemberId) -> Entry | None:
        tips = self._tips(author)
        return self._draw.choice(tips) if tips else None

    def _wait(self) -> None:
        """Let a block include what there is, and another one be dated months later."""
        self._agree()
        self._finish_block()
        self.scribe.now_ms += self._draw.choice([13, 15, 100]) * DAY_MS
        self._finish_block()
        for found in self._shelf.objects():
            if isinstance(found, Obligation) and found.notice is not None and found.state is ObligationState.ACTIVE:
                self._put_down(default_of(found, self._shelf))
        self._agree()

    def _finish_block(self) -> None:
        height = self._lineage.height
        for _ in range(FINALS_TRIED):
            if self._lineage.height > height:
                return
            self._go_on_with_the_block()


def _not_by(voter: MemberId, entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.header.author != voter)


def history_of_all_kinds(seed: int) -> DatedScribe:
    """Return records of all kinds that the people of a changing network wrote, none of them to be trusted."""
    return AllKinds(seed).write()


def history_of_undertakings(seed: int) -> DatedScribe:
    """Return such a history in which members do one thing together: rounds, guarantees, a pool, or consents."""
    return AllKinds(seed, LEANINGS[seed % len(LEANINGS)]).write()
