"""Newcomers: further machines that are none of the founders', and how each asks to join with a one-time key.

    an invitation ─► a visit leaves the join with a member ─► its node is on, and let in by nobody
    ─► a block admits it: the others let it in, it catches up, and takes part in everything

Whoever finds nobody goes away, and may try again with the same join, as the program does.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.simulation.machine import Machine
from tests.simulation.timeline import Clock
from tests.simulation.wires import Wire
from tests.simulation.world import key_of

from cohong.api.invitation import Seat
from cohong.crypto.signing import SigningKey
from cohong.node.head_file import OwnHead
from cohong.node.joining import CONTACTS_SETTING, INVITERS_BLOCK_SETTING, REACH_S, answer_to_join, new_join
from cohong.primitives.encoding import encode
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.protocol.frames import encode_entries

if TYPE_CHECKING:
    from tests.simulation.run import Run

FAR_CLOCK_MS = 60_000


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation that somebody has got from a member.

    Attributes:
        seed: secret of the one-time key.
    """

    inviter: Machine
    seed: bytes
    until_ms: int

    @property
    def key(self) -> MemberId:
        return MemberId(SigningKey(self.seed).member)


@dataclass(eq=False)
class Visit:
    """Somebody with a one-time key and a join: one end of a link, for as long as it tries to leave the join.

    Attributes:
        contacts: the members that the invitation names.
        is_over: whether it has had an answer; one that was told that another has its place never comes back.
    """

    run: Run
    machine: Machine
    join: Entry
    seat: Seat
    contacts: frozenset[MemberId]
    is_up: bool = False
    is_over: bool = False

    @property
    def id(self) -> MemberId:
        return MemberId(SigningKey(self.seat.seed).member)

    def set_out(self, host: Machine) -> None:
        """Try to reach a member for a while."""
        self.is_up = True
        self.run.network.join(self, host)
        self.run.timeline.after(int(REACH_S * 1000), self.leave)

    def leave(self) -> None:
        """Go away, with an answer or without."""
        self.is_up = False
        self.run.network.cut_off(self)

    def admits(self, key: MemberId) -> bool:
        return key in self.contacts

    def wire_up(self, wire: Wire) -> None:
        self.run.writings.sent.add(self.join.id)
        wire.send(self, encode_entries([self.join]))

    def wire_down(self, wire: Wire) -> None:
        """Wait for the next link."""

    def has_room(self, wire: Wire) -> None:
        """Send nothing more."""

    def take(self, wire: Wire, frame: bytes) -> None:
        answer = answer_to_join(frame, self.join)
        if answer is None or self.is_over:
            return
        self.is_over = True
        self.leave()
        if answer:
            self.run.newcomers.arrive(self)
        else:
            self.run.sees("joins refused")


@dataclass(eq=False)
class Newcomers:
    """All newcomers of a run.

    Attributes:
        chance: where what they and their hosts do is drawn from, so that it moves no other schedule.
        offers: invitations that members have been asked to write.
        machines: the nodes that have left their join, in this order.
        admitted: those that a block has let in, whether they know it or not.
    """

    run: Run
    chance: random.Random
    offers: list[Offer] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    machines: list[Machine] = field(default_factory=list)
    admitted: list[MemberId] = field(default_factory=list)

    @property
    def keys(self) -> set[MemberId]:
        """All keys with which somebody who keeps to the protocol has come."""
        return {visit.id for visit in self.visits} | {visit.machine.id for visit in self.visits}

    def ask(self, seat: Seat, contacts: frozenset[MemberId]) -> Visit | None:
        """Return the visit of somebody new, who has made its join with the program's own code.

        None if by its clock the invitation has ended.
        """
        run, number = self.run, len(self.visits)
        offset_ms = self.chance.choice(run.shape.clock_offsets_ms)
        run.has_dated_ahead |= offset_ms > FAR_CLOCK_MS
        clock = Clock(run.timeline, offset_ms, self.chance.randint(-100, 100))
        if clock.now_ms() > seat.until_ms:
            return None
        machine = Machine(
            f"j{number}", key_of(f"newcomer {number}"), run.genesis, run.timeline, run.network, run, clock,
            tell_all_max=run.tell_all_max,
        )  # fmt: skip
        salt = self.chance.randbytes(16)
        join = new_join(machine.key, run.genesis.network, seat, machine.name, clock.now_ms(), salt)
        visit = Visit(run, machine, join, seat, contacts)
        self.visits.append(visit)
        run.names |= {machine.id: machine.name, visit.id: f"the visitor {machine.name}"}
        run.honest.add(machine.id)
        for checker in run.checkers:
            checker.joined(machine, join)
        return visit

    def arrive(self, visit: Visit) -> None:
        """Switch a newcomer's node on, now that somebody holds its join: it knows what `ask_to_join` has noted."""
        run, machine, seat = self.run, visit.machine, visit.seat
        machine.disk.set_setting(CONTACTS_SETTING, b"".join(sorted(visit.contacts)))
        machine.disk.set_setting(INVITERS_BLOCK_SETTING, encode([seat.height, seat.block]))
        machine.head_note.head = OwnHead(0, visit.join.id)
        machine.lazy_ms = run.machines[0].lazy_ms
        run.sees("newcomers that wait")
        for other in run.machines:
            run.network.join(machine, other)
        for adversary in run.adversaries:
            if self.chance.random() < max(0.5, run.shape.link_share):
                run.network.join(adversary, machine)
        self.machines.append(machine)
        run.machines.append(machine)
        machine.start()

    def end_visits(self) -> None:
        """Let nobody try any longer; who has left its join without hearing of it asks once more, and does."""
        for visit in [visit for visit in self.visits if not visit.is_over]:
            visit.is_over = True
            visit.leave()
            if visit.join.id in self.run.writings:
                self.arrive(visit)
