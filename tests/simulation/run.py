"""One schedule: a network that lives for a while under faults, calms down, and must then be of one mind.

    draw a shape ─► life: operations and faults at drawn times ─► calm: no more faults ─► the checks at the end

Everything is drawn from one seed, and nothing else decides: the same seed gives the same run, event by event.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Sequence

from tests.simulation.adversary import Adversary
from tests.simulation.checkers import CHECKERS, BeyondHelp, Broken, Checker
from tests.simulation.choices import Choice
from tests.simulation.drawing import Chances, shape_of
from tests.simulation.feeds import START_MS
from tests.simulation.machine import Machine
from tests.simulation.newcomers import Newcomers
from tests.simulation.operations import JOINING
from tests.simulation.operations.carrying import Stick
from tests.simulation.recount import Recount, recount
from tests.simulation.timeline import Clock, Timeline
from tests.simulation.wires import Network
from tests.simulation.world import genesis_of, key_of
from tests.simulation.writings import Writings

from cohong.node.inputs import WRITTEN_AGAIN, Output
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Commit, Placed
from cohong.protocol.frames import BLOCKS_MAX, Blocks
from cohong.protocol.greeting import TELL_ALL_MAX

DAY_MS = 86_400_000
CALM_MS = 300_000
"""Within this time after the last fault everything that can be decided is decided, everywhere."""

ANCHORED_MS = 1_500_000
"""Within this time from then on whatever can be anchored is."""

SPREAD_MS = 30_000
"""How long it takes at most until everybody has what a hostile member shows to one of them."""

IDLE_MS = 720_000
QUIET_LAZY_MS = 60_000
LATEST_SHARE = 15
ASIDE_STEPS = 0.2
"""Share of steps after which something of what happens beside all else does."""

JOINING_STEPS = 0.8
"""Share of steps after which something about newcomers happens, where they come."""

LONG_MS = 120_000
"""From this pause on machines wake late for what only waits for the time."""


class Run:
    """One schedule.

    Attributes:
        chance, side_chance, aside_chance: `main`, `side` and `aside` of `Chances`.
        honest: members that have kept to the protocol so far.
        counts: what has happened, by kind.
        alone: the only machine that is asked for anything, None for all.
        sticks: bundles that somebody has written.
        has_dated_ahead: whether an honest member may have dated entries ahead, so that the end has to wait for days.
        tell_all_max: up to how many feeds neighbours tell each other all tips.
    """

    def __init__(self, seed: int, tell: Callable[[str], None] | None = None, *, has_motions: bool = True) -> None:
        self.seed = seed
        self._chances = chances = Chances(seed)
        self.chance, self.side_chance, self.aside_chance = chances.main, chances.side, chances.aside
        self.shape = shape_of(chances, has_motions=has_motions)
        self.counts: Counter[str] = Counter()
        self.timeline = Timeline(START_MS + DAY_MS)
        self.network = Network(self.timeline, self.chance, self.counts)
        self.writings = Writings(lambda author: author in self._of_machines())
        self.alone: Machine | None = None
        self.has_dated_ahead = False
        self.is_calm = False
        self.sticks: list[Stick] = []
        # In two schedules of three, neighbours compare their feeds as in a large network.
        self.tell_all_max = chances.greeting.choice([TELL_ALL_MAX, 1, 2])
        self.newcomers = Newcomers(self, chances.joining)
        self._shown_ms = 0
        self._tell = tell
        self._recounted: tuple[frozenset[EntryId], frozenset[EntryId], Recount] | None = None
        self._gather()

    def _gather(self) -> None:
        shape = self.shape
        keys = [key_of(f"member {number}") for number in range(shape.members)]
        self.genesis = genesis_of(
            keys, final=shape.final, entries_per_day=shape.entries_per_day, grace_days=shape.grace_days
        )
        self.adversaries = [
            Adversary(f"h{number}", key, self.genesis, self.timeline, self.network, self,
                      self.chance, self.chance.random() < 0.5)
            for number, key in enumerate(keys[: shape.hostile])
        ]  # fmt: skip
        greeting = self._chances.greeting
        for adversary in self.adversaries:
            adversary.strips = shape.strips
            if self.tell_all_max < TELL_ALL_MAX:
                adversary.lies = greeting if greeting.random() < 0.5 else None
        self.machines = [
            Machine(f"n{number}", key, self.genesis, self.timeline, self.network, self, self._clock(),
                    tell_all_max=self.tell_all_max)
            for number, key in enumerate(keys[shape.hostile :])
        ]  # fmt: skip
        self.honest = {machine.id for machine in self.machines}
        self.names = {machine.id: machine.name for machine in self.machines}
        self.names |= {adversary.id: adversary.name for adversary in self.adversaries}
        self.checkers: list[Checker] = [make(self) for make in CHECKERS]
        self._connect()
        for machine in self.machines:
            machine.start()

    def _clock(self) -> Clock:
        offset_ms = self.chance.choice(self.shape.clock_offsets_ms)
        return Clock(self.timeline, offset_ms, self.chance.randint(-100, 100))

    def _connect(self) -> None:
        """Join the machines in a ring and some of the others, so that the honest ones are never cut off for good."""
        count = len(self.machines)
        for number, machine in enumerate(self.machines):
            for other in range(number):
                is_in_ring = number - other in (1, count - 1)
                if is_in_ring or self.chance.random() < self.shape.link_share:
                    self.network.join(machine, self.machines[other])
        for adversary in self.adversaries:
            for machine in self.machines:
                if self.chance.random() < max(0.5, self.shape.link_share):
                    self.network.join(adversary, machine)

    def shown_to(self, peer: MemberId) -> list[Entry]:
        """Return all entries seen but those that hostile members keep from somebody, as they became durable."""
        hidden = {entry for item in self.adversaries for entry, kept in item.hidden.items() if peer in kept}
        return [entry for entry in self.writings.seen(self.writings.values()) if entry.id not in hidden]

    def blocks(self) -> Blocks | None:
        """Return the blocks that a running machine has, as far as one frame may go."""
        machine = max(self.machines, key=lambda machine: (machine.desk is not None, len(machine.disk.final)))
        return machine.desk.replica.to_hand_over(machine.disk.final[:BLOCKS_MAX]) if machine.desk is not None else None

    def recount(self, machine: Machine) -> Recount:
        """Return what the entries that a machine holds come to, counted by the letter, once for each set of them."""
        held, bodiless = frozenset(machine.disk.entries), frozenset(machine.disk.without_body)
        if self._recounted is None or self._recounted[:2] != (held, bodiless):
            self._recounted = held, bodiless, recount(self.genesis, machine.disk.told())
        return self._recounted[2]

    def _of_machines(self) -> set[MemberId]:
        return {machine.id for machine in self.machines} | self.newcomers.keys

    @property
    def partners(self) -> list[MemberId]:
        """Everybody who has been a member so far: the founders, then newcomers as they were let in."""
        return [*self.genesis.charter.roster, *self.newcomers.admitted]

    def seen(self, author: MemberId) -> list[Entry]:
        """Return what hostile members can know of a feed."""
        return self.writings.seen(self.writings.feed(author))

    # What machines tell.

    def committed(self, machine: Machine, commit: Commit) -> None:
        new = [placed for placed in commit.append if placed.entry.id not in self.writings]
        self.counts["ballots without bodies"] += sum(item.entry.body_bytes is None for item in commit.append)
        self.counts["bodies that came later"] += len(commit.bodies)
        for entry in commit.bodies:
            self.writings[entry.id] = entry
        for placed in new:
            self.writings.add(placed.entry)
            if placed.fact.author not in self.honest:
                self._shown_ms = self.timeline.now_ms
        for checker in self.checkers:
            checker.committed(machine, commit)
        for placed in new:
            if placed.fact.author == machine.id:
                self._wrote(machine, placed)

    def took_back(self, machine: Machine, gone: Sequence[Entry]) -> None:
        """Forget entries dated ahead that are being written again; nobody else can have seen them."""
        for entry in gone:
            if any(entry.id in other.disk.entries for other in self.machines if other is not machine):
                raise Broken("1", f"{machine.name} takes back {entry.header.seq} of its feed, which others have")
            if entry.id in self.writings.sent:
                raise Broken("1", f"{machine.name} takes back {entry.header.seq} of its feed, which it has sent")
        self.writings.take_out(machine.id, gone)
        for checker in self.checkers:
            checker.took_back(machine, gone)
        self.counts["entries written again"] += len(gone)
        self.sees("written again")

    def _wrote(self, machine: Machine, placed: Placed) -> None:
        if self._tell is not None:
            self.say(f"{machine.name} writes {placed.fact.kind} {placed.fact.seq} {placed.fact.id.hex()[:8]}")
        for checker in self.checkers:
            checker.wrote(machine, placed)

    def worked(self, machine: Machine, output: Output) -> None:
        for checker in self.checkers:
            checker.worked(machine, output)
        for proof in output.forks:
            self.counts["forks found"] += 1
            self.say(f"{machine.name} finds {self.names[proof.author]} forked at {proof.seq}")
        if output.failed and output.failed != WRITTEN_AGAIN:
            self.counts["disk full"] += 1
            self.say(f"{machine.name} cannot write: {output.failed}")

    def sends(self, machine: Machine, entries: Sequence[Entry]) -> None:
        self.writings.sent.update(entry.id for entry in entries)
        for checker in self.checkers:
            checker.sends(machine, entries)

    def blamed(self, machine: Machine, peer: MemberId, code: str) -> None:
        self.counts[f"blamed {code}"] += 1
        self.say(f"{machine.name} blames {self.names[peer]} for {code}")
        if peer in self.honest or peer in self.newcomers.keys:
            raise Broken("27", f"{machine.name} blames the honest {self.names[peer]} for {code}")

    def restored(self, machine: Machine) -> None:
        """Tell the checkers that a profile has been put back; its node is off."""
        for checker in self.checkers:
            checker.restored(machine)

    def noted(self, machine: Machine, what: str) -> None:
        self.counts[what] += 1
        self.say(f"{machine.name}: {what}")
        if not self.is_calm:
            self.timeline.after(self.chance.randint(10, 60_000), lambda: self.switch_on(machine))

    def switch_on(self, machine: Machine) -> None:
        """Start a machine that is off."""
        if machine.desk is None:
            self.say(f"{machine.name} starts")
            machine.start()

    def say(self, line: str) -> None:
        """Add a line to the transcript."""
        if self._tell is not None:
            self._tell(f"{(self.timeline.now_ms - START_MS - DAY_MS) / 1000:14.3f}  {line}")

    def sees(self, what: str) -> None:
        """Count a fault or an operation that has happened, and add it to the transcript."""
        self.counts[what] += 1
        self.say(what)

    # The course of it.

    def go(self) -> None:
        """Run to the end, or until so many voters have provably cheated that there is nothing more to check.

        Raises:
            Broken: an invariant does not hold.
        """
        self.say(f"{self.shape}")
        try:
            self._live()
            self.calm_down()
            self._end()
        except BeyondHelp as cheated:
            self.sees(str(cheated))

    def _live(self) -> None:
        for _ in range(self.shape.steps):
            self.pause(self._pause_ms())
            choice = self.chance.choices(self.shape.choices, self.shape.weights)[0]
            if choice.act(self):
                self.counts[choice.name] += 1
            if self.shape.asides and self.aside_chance.random() < ASIDE_STEPS:
                self._step_aside(self.shape.asides, self.aside_chance)
            if self.shape.has_newcomers and self.newcomers.chance.random() < JOINING_STEPS:
                self._step_aside(JOINING, self.newcomers.chance)
            if self.chance.random() < self.shape.look_share:
                self._look(self.chance.choice(self.machines))

    def _step_aside(self, choices: Sequence[Choice], chance: random.Random) -> None:
        choice = chance.choices(choices, [item.weight for item in choices])[0]
        if choice.act(self):
            self.counts[choice.name] += 1

    def _pause_ms(self) -> int:
        kind = self.chance.random()
        if kind < self.shape.long_share:
            return self.chance.choice([600_000, 6 * 3_600_000, DAY_MS, 9 * DAY_MS, 60 * DAY_MS])
        if kind < 0.6:
            return self.chance.randint(1, 300)
        return self.chance.randint(300, 4_000) if kind < 0.95 else self.chance.randint(4_000, 40_000)

    def pause(self, duration_ms: int) -> None:
        """Let time go by; in a long pause machines wake late for what only waits for the time."""
        is_long = duration_ms >= LONG_MS and not self.is_calm
        for machine in self.machines:
            machine.lazy_ms = duration_ms // LATEST_SHARE if is_long else QUIET_LAZY_MS if duration_ms > CALM_MS else 0
        self.timeline.run_for(duration_ms)
        if is_long:
            self.say(f"after a pause of {duration_ms // 60_000} minutes")
            for machine in self.machines:
                machine.lazy_ms = 0
                machine.hurry()

    def _look(self, machine: Machine) -> None:
        for checker in self.checkers:
            checker.look(machine)

    def calm_down(self) -> None:
        """End all faults, and give everybody the time to come to one mind."""
        self.say("calm")
        self.newcomers.end_visits()
        has_far_clocks = any(abs(machine.clock.now_ms() - self.timeline.now_ms) > 60_000 for machine in self.machines)
        for machine in self.machines:
            machine.set_clock(0)
            machine.faults.cut_in = None
            machine.make_room()
            self.switch_on(machine)
        self.network.heal()
        if has_far_clocks or self.shape.waits_for_clock or self.has_dated_ahead:
            self.pause(3 * DAY_MS)
        self.is_calm = True
        self.pause(CALM_MS)
        # A hostile member that was barred comes back whenever it may, with all that it has kept until then.
        while self.timeline.now_ms - self._shown_ms < SPREAD_MS:
            self.pause(SPREAD_MS)

    def _end(self) -> None:
        for machine in self.machines:
            self._look(machine)
        for checker in self.checkers:
            checker.end()
        self.pause(ANCHORED_MS)
        for checker in self.checkers:
            checker.begin_idle()
        self.pause(IDLE_MS)
        for checker in self.checkers:
            checker.after_idle()

    # What operations and faults ask.

    def up(self) -> list[Machine]:
        """Return the machines that are on and whose disk takes something."""
        return [machine for machine in self.machines if machine.is_up]

    def draw_up(self) -> Machine | None:
        """Return one of the machines that are on, drawn."""
        up = [machine for machine in self.up() if self.alone in (None, machine)]
        return self.chance.choice(up) if up else None

    def draw_adversary(self) -> Adversary | None:
        """Return a hostile member, drawn."""
        return self.chance.choice(self.adversaries) if self.adversaries else None

    def height(self, adversary: Adversary) -> int:
        """Return a height at which a hostile member may write next: its last one, or the newest there is."""
        last = max((entry.header.height for entry in adversary.written), default=0)
        newest = max((len(machine.disk.final) for machine in self.machines), default=0)
        return self.chance.choice([last, max(last, newest)])

    def draw_end(self, adversary: Adversary) -> Entry | None:
        """Return one of the ends of a hostile member's feed, drawn; None while it is empty."""
        tips = adversary.tips()
        return self.chance.choice(tips) if tips else None

    def draw_id(self, word: str) -> bytes:
        """Return 32 bytes that nobody has seen."""
        return hashlib.sha256(f"{self.seed} {word} {self.chance.random()}".encode()).digest()
