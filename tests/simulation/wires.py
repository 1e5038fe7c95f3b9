"""The simulated network: links between hosts that delay, break, and connect again where nothing is in the way.

A link is a reliable stream, as one of libp2p is: within a direction everything comes in order. What is on its way when
it breaks is lost, and sent again over the next one; over different neighbours the same entries come twice, and in any
order. The two ends learn of a break at different times, so one may well use a link that the other has given up. A
run counts the frames lost, the links made again and the batches in which entries had to wait for earlier ones.
"""

import random
from dataclasses import dataclass, field
from typing import Protocol

from tests.simulation.timeline import Timeline

from cohong.primitives.ids import MemberId

NOTICED_MS = (1, 8_000)
"""How long an end may take to notice that its link is gone."""

RECONNECT_MS = (20, 3_000)
BLAMES_MAX = 2


class Host(Protocol):
    """One end of a link."""

    @property
    def id(self) -> MemberId: ...
    @property
    def is_up(self) -> bool: ...
    def admits(self, key: MemberId) -> bool: ...
    def wire_up(self, wire: "Wire") -> None: ...
    def wire_down(self, wire: "Wire") -> None: ...
    def take(self, wire: "Wire", frame: bytes) -> None: ...
    def has_room(self, wire: "Wire") -> None: ...


@dataclass(eq=False)
class Wire:
    """One link.

    Attributes:
        delay_ms: least and most time that a frame takes.
        on_way: frames of each end that have not arrived yet.
    """

    network: "Network"
    ends: tuple[Host, Host]
    delay_ms: tuple[int, int]
    is_open: bool = True
    on_way: list[int] = field(default_factory=lambda: [0, 0])
    _arrives_ms: list[int] = field(default_factory=lambda: [0, 0])

    def other(self, host: Host) -> Host:
        return self.ends[1] if host is self.ends[0] else self.ends[0]

    def side(self, host: Host) -> int:
        return 0 if host is self.ends[0] else 1

    def send(self, sender: Host, frame: bytes) -> None:
        """Send a frame; it is lost if the link breaks before it arrives."""
        side, timeline = self.side(sender), self.network.timeline
        arrives_ms = max(self._arrives_ms[side], timeline.now_ms + self.network.chance.randint(*self.delay_ms))
        self._arrives_ms[side] = arrives_ms
        self.on_way[side] += 1
        self.network.count("frames")
        timeline.at(arrives_ms, lambda: self._arrive(sender, side, frame))

    def _arrive(self, sender: Host, side: int, frame: bytes) -> None:
        self.on_way[side] -= 1
        if not self.is_open:
            self.network.count("frames lost")
            return
        self.other(sender).take(self, frame)
        if self.is_open:
            sender.has_room(self)

    def break_off(self) -> None:
        """Break; each end notices in its own time."""
        if not self.is_open:
            return
        self.is_open = False
        for host in self.ends:
            delay_ms = self.network.chance.randint(*NOTICED_MS)
            self.network.timeline.after(delay_ms, lambda host=host: host.wire_down(self))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        self.network.consider(*self.ends)


class Network:
    """All links, and who may not be linked.

    Attributes:
        delay_ms: least and most time that a frame takes on the links that are made from now on.
    """

    def __init__(self, timeline: Timeline, chance: random.Random, counts: dict[str, int]) -> None:
        self.timeline = timeline
        self.chance = chance
        self.delay_ms = (1, 40)
        self._counts = counts
        self._pairs: list[tuple[Host, Host]] = []
        self._wires: dict[tuple[int, int], Wire] = {}
        self._coming: set[tuple[int, int]] = set()
        self._side_of: dict[int, int] = {}
        self._refused_until_ms: dict[tuple[int, int], int] = {}
        self._blames: dict[tuple[int, int], int] = {}

    def count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def join(self, one: Host, other: Host) -> None:
        """Let two hosts be neighbours whenever they can."""
        self._pairs.append((one, other))
        self.consider(one, other)

    def neighbours(self, host: Host) -> list[Host]:
        """Return whom a host is linked to whenever it can be."""
        return [other if one is host else one for one, other in self._pairs if host in (one, other)]

    def wires(self) -> list[Wire]:
        """Return the links that are open."""
        return [wire for wire in self._wires.values() if wire.is_open]

    def consider(self, one: Host, other: Host) -> None:
        """Connect two neighbours in a moment, if nothing is in the way."""
        key = _key(one, other)
        if self._may_connect(one, other) and key not in self._coming:
            self._coming.add(key)
            self.timeline.after(self.chance.randint(*RECONNECT_MS), lambda: self.connect(one, other))

    def consider_all(self) -> None:
        """Look at every pair again: a machine is up, or a partition has healed."""
        for one, other in self._pairs:
            self.consider(one, other)

    def _may_connect(self, one: Host, other: Host) -> bool:
        key = _key(one, other)
        wire = self._wires.get(key)
        is_linked = wire is not None and wire.is_open
        is_refused = self.timeline.now_ms < self._refused_until_ms.get(key, 0)
        if is_linked or is_refused or not (one.is_up and other.is_up) or self._is_parted(one, other):
            return False
        return one.admits(other.id) and other.admits(one.id)

    def connect(self, one: Host, other: Host) -> None:
        """Connect two neighbours now, if nothing is in the way."""
        key = _key(one, other)
        self._coming.discard(key)
        if not self._may_connect(one, other):
            return
        if key in self._wires:
            self.count("links made again")
        least = self.chance.randint(*self.delay_ms)
        self._wires[key] = wire = Wire(self, (one, other), (least, least + self.delay_ms[1]))
        for host in wire.ends:
            host.wire_up(wire)

    def refuse(self, one: Host, other: Host, duration_ms: int) -> None:
        """Keep two apart for a while, since one has blamed the other; longer each time, or little else would happen."""
        key = _key(one, other)
        self._blames[key] = min(self._blames.get(key, -1) + 1, BLAMES_MAX)
        duration_ms <<= self._blames[key]
        self._refused_until_ms[key] = self.timeline.now_ms + duration_ms
        self._break(one, other)
        self.timeline.after(duration_ms, lambda: self.consider(one, other))

    def cut_off(self, host: Host) -> None:
        """Break all links of a host."""
        for one, other in self._pairs:
            if host in (one, other):
                self._break(one, other)

    def _break(self, one: Host, other: Host) -> None:
        wire = self._wires.get(_key(one, other))
        if wire is not None:
            wire.break_off()

    def part(self, sides: list[list[Host]]) -> None:
        """Let hosts reach only those of their own side."""
        self._side_of = {id(host): number for number, side in enumerate(sides) for host in side}
        for wire in self.wires():
            if self._is_parted(*wire.ends):
                wire.break_off()

    def heal(self) -> None:
        """End any partition."""
        self._side_of = {}
        self.consider_all()

    @property
    def is_parted(self) -> bool:
        return bool(self._side_of)

    def _is_parted(self, one: Host, other: Host) -> bool:
        return self._side_of.get(id(one)) != self._side_of.get(id(other))


def _key(one: Host, other: Host) -> tuple[int, int]:
    first, second = sorted((id(one), id(other)))
    return first, second
