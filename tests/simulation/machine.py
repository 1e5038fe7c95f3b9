"""One member's node: the engine's loop (`cohong.node.engine`) without trio, on a machine that may fail.

What decides is the program's own code: a desk worked off batch by batch, and the sending side of each link. Only what
carries inputs to it and bytes away is simulated.
"""

import hashlib
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar, cast

from tests.simulation.disk import Disk, Faults, HeadNote, PowerCut
from tests.simulation.timeline import Clock, Timeline
from tests.simulation.wires import Network, Wire

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.crypto.signing import SigningKey, verify
from cohong.ledger.ledger import Ledger
from cohong.node.batch import answer_only, work_off
from cohong.node.desk import Desk, set_up_desk
from cohong.node.engine import BATCH_INPUTS, JUMP_MS, PENALTY_S, RETRY_AFTER_S
from cohong.node.head_file import EMPTY_SEQ, HeadFile
from cohong.node.inputs import CLOCK_SET, WRITTEN_AGAIN, FrameIn, Input, LinkDown, LinkUp, Output, Write
from cohong.node.joining import CONTACTS_SETTING, contacts_of
from cohong.node.sending import Outgoing, Shelf
from cohong.p2p.network import Link, LinkClosed
from cohong.primitives.charter import Genesis
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import Commit
from cohong.protocol.frames import BATCH_BYTES
from cohong.protocol.greeting import TELL_ALL_MAX
from cohong.protocol.replica import Pen

FRAMES_ON_WAY_MAX = 8
WORK_MS = 1
"""How long a batch takes: time goes on even where a node works without end."""

Answer = TypeVar("Answer")


class Watcher(Protocol):
    """Who is told what the machines do."""

    def committed(self, machine: "Machine", commit: Commit) -> None: ...
    def took_back(self, machine: "Machine", gone: Sequence[Entry]) -> None: ...
    def worked(self, machine: "Machine", output: Output) -> None: ...
    def sends(self, machine: "Machine", entries: Sequence[Entry]) -> None: ...
    def blamed(self, machine: "Machine", peer: MemberId, code: str) -> None: ...
    def noted(self, machine: "Machine", what: str) -> None: ...


@dataclass
class LinkEnd:
    """What the sending side sees of a link."""

    machine: "Machine"
    wire: Wire

    @property
    def member(self) -> MemberId:
        return self.wire.other(self.machine).id

    async def send(self, frame: bytes) -> None:
        if self.wire not in self.machine.numbers:
            raise LinkClosed
        self.wire.send(self.machine, frame)

    def end(self, reason: str) -> None:
        self.wire.break_off()


class DurableShelf(Shelf):
    """A shelf that reads the disk by itself where it has nothing, so that sending never waits for a thread."""

    def __init__(self, machine: "Machine") -> None:
        super().__init__()
        self._machine = machine

    def take(self, author: MemberId, first_seq: int, last_seq: int | None) -> list[Entry] | None:
        found = super().take(author, first_seq, last_seq)
        if found is None:
            bounds = [seq for seq in (last_seq, self._machine.released(author)) if seq is not None]
            last = min(bounds, default=None)
            found = self._machine.disk.read_from(author, first_seq, bytes_max=BATCH_BYTES, last_seq=last)
        self._machine.watcher.sends(self._machine, found)
        return found


@dataclass(eq=False)
class Request:
    """A client's wish, asked again with the same key until it is answered."""

    records: Sequence[WriteRecord]
    key: str


@dataclass(eq=False)
class Machine:
    """A node with its disk and clock.

    Attributes:
        lazy_ms: how late it may wake for what only waits for the time, as when nobody is there for days.
        tell_all_max: up to how many feeds it tells all tips in a greeting.
        restored_ms: when its profile was last put back from a backup or moved here, None for never.
    """

    name: str
    key: SigningKey
    genesis: Genesis
    timeline: Timeline
    network: Network
    watcher: Watcher
    clock: Clock
    lazy_ms: int = 0
    tell_all_max: int = TELL_ALL_MAX
    restored_ms: int | None = None
    requests: list[Request] = field(default_factory=list)
    backups: list[Disk] = field(default_factory=list)
    numbers: dict[Wire, int] = field(default_factory=dict)
    desk: Desk | None = None
    _inbox: list[Input] = field(default_factory=list)
    _outgoing: dict[MemberId, Outgoing] = field(default_factory=dict)
    _links_made: int = 0
    _salts: int = 0
    _planned_ms: int | None = None
    _answers_only: bool = False

    def __post_init__(self) -> None:
        self.faults = Faults()
        self.disk = Disk(self.faults, self.committed)
        self.head_note = HeadNote(self.faults)
        self.shelf = DurableShelf(self)

    @property
    def id(self) -> MemberId:
        return MemberId(self.key.member)

    @property
    def is_up(self) -> bool:
        return self.desk is not None and not self._answers_only

    def committed(self, commit: Commit, gone: Sequence[Entry] = ()) -> None:
        """Tell the watcher what has become durable, and which own entries were taken back with it."""
        if gone:
            self.watcher.took_back(self, gone)
        self.watcher.committed(self, commit)

    # On and off.

    def start(self) -> None:
        """Switch on, and ask again what a client has had no answer to."""
        assert self.desk is None, "a machine is started once"
        self._count_head()
        self._set_up()
        for request in self.requests:
            self._put_request(request)
        self.network.consider_all()
        self._plan(self.timeline.now_ms)

    def _count_head(self) -> None:
        """Count how the head file and the ledger lie to one another, which a power cut or a backup decides."""
        head, own_seq = self.head_note.head, max((fact.seq for fact in self.disk.tree(self.id, 0)), default=EMPTY_SEQ)
        if head is None:
            self.network.count("starts without a head file")
        elif head.seq != own_seq:
            self.network.count(f"starts with the head file {'behind' if head.seq < own_seq else 'ahead'}")

    def _set_up(self) -> None:
        pen = Pen(self.id, self.key.sign, self._salt, verify)
        self.shelf = DurableShelf(self)
        disk, note = cast(Ledger, self.disk), cast(HeadFile, self.head_note)
        self.desk = set_up_desk(self.genesis, pen, disk, note, self.tell_all_max)
        self.desk.contacts = contacts_of(self.disk.get_setting(CONTACTS_SETTING))

    def _salt(self) -> bytes:
        self._salts += 1
        return hashlib.sha256(f"{self.name}/{self._salts}".encode()).digest()[:16]

    def stop(self) -> None:
        """Lose the memory, keep the disk."""
        self.desk, self._planned_ms, self._answers_only, self.faults.cut_in = None, None, False, None
        self._inbox.clear()
        self._outgoing.clear()
        self.numbers.clear()
        self.network.cut_off(self)

    def restore(self, disk: Disk, *, is_new_machine: bool) -> None:
        """Put a backup in the place of the profile, which is closed; a new machine has no head file yet."""
        assert self.desk is None, "the profile is closed"
        self.disk = disk.backup()
        self.requests.clear()
        self.restored_ms = self.timeline.now_ms
        if is_new_machine:
            self.head_note.head = None

    # Links.

    def admits(self, key: MemberId) -> bool:
        return self.desk is not None and self.desk.may_link(key)

    def _let_strangers_go(self) -> None:
        """Look at the links again once a block may have changed who is a member."""
        for wire in list(self.numbers):
            if not self.admits(wire.other(self).id):
                wire.break_off()
        self.network.consider_all()

    def wire_up(self, wire: Wire) -> None:
        if not self.is_up:
            wire.break_off()
            return
        self._links_made += 1
        peer = wire.other(self).id
        self.numbers[wire] = self._links_made
        end = cast(Link, LinkEnd(self, wire))
        self._outgoing[peer] = Outgoing(
            self._links_made, end, self.shelf, cast(Ledger, self.disk), lambda author, seq: None, self.released
        )
        self.put(LinkUp(peer, self._links_made))

    def released(self, author: MemberId) -> int | None:
        return self.desk.released if self.desk is not None and author == self.id else None

    def wire_down(self, wire: Wire) -> None:
        number, peer = self.numbers.pop(wire, None), wire.other(self).id
        if number is None:
            return
        if peer in self._outgoing and self._outgoing[peer].number == number:
            del self._outgoing[peer]
        self.put(LinkDown(peer, number))

    def take(self, wire: Wire, frame: bytes) -> None:
        number = self.numbers.get(wire)
        if number is not None:
            self.put(FrameIn(wire.other(self).id, number, frame))

    def has_room(self, wire: Wire) -> None:
        outgoing = self._outgoing.get(wire.other(self).id)
        if outgoing is not None and outgoing.number == self.numbers.get(wire):
            self._pump(outgoing, wire)

    def _pump(self, outgoing: Outgoing, wire: Wire) -> None:
        while wire.on_way[wire.side(self)] < FRAMES_ON_WAY_MAX:
            try:
                if not _finished(outgoing.send_round()):
                    return
            except LinkClosed:
                return

    def _pump_all(self) -> None:
        for wire, number in list(self.numbers.items()):
            outgoing = self._outgoing.get(wire.other(self).id)
            if outgoing is not None and outgoing.number == number:
                self._pump(outgoing, wire)

    # Inputs.

    def ask(self, records: Sequence[WriteRecord], key: str) -> None:
        """Let a client ask for records to be written."""
        request = Request(records, key)
        self.requests.append(request)
        self._put_request(request)

    def _put_request(self, request: Request) -> None:
        def reply(answer: object) -> None:
            is_put_off = isinstance(answer, ApiError) and answer.code == ApiErrorCode.DISK_FULL
            if request in self.requests and not is_put_off:
                self.requests.remove(request)

        self.put(Write(request.records, request.key, (), cast("Callable[[Any], None]", reply)))

    def put(self, item: Input) -> None:
        """Give the node something to work off."""
        if self.desk is not None:
            self._inbox.append(item)
            self._plan(self.timeline.now_ms + WORK_MS)

    def _plan(self, time_ms: int) -> None:
        if self._planned_ms is None or time_ms < self._planned_ms:
            self._planned_ms = time_ms
            self.timeline.at(time_ms, lambda: self._wake(time_ms))

    def _wake(self, time_ms: int) -> None:
        if self._planned_ms == time_ms and self.desk is not None:
            self._planned_ms = None
            self.work()

    # Work.

    def hurry(self) -> None:
        """Look at what waits for the time now."""
        if self.desk is not None:
            self._plan(self.timeline.now_ms)

    def work(self) -> None:
        """Work off a batch, as the engine does."""
        assert self.desk is not None, "the machine is on"
        inputs, self._inbox = self._inbox[:BATCH_INPUTS], self._inbox[BATCH_INPUTS:]
        if self._answers_only:
            self._answer(answer_only(self.desk, inputs, "disk-full"))
            return
        try:
            output = work_off(self.desk, inputs, self.clock.now_ms())
        except PowerCut as cut:
            self.watcher.noted(self, f"power fails {cut}")
            self.stop()
            return
        self.watcher.worked(self, output)
        if output.failed == WRITTEN_AGAIN:
            self._begin_anew(output)
            return
        if output.failed:
            self._recover(output)
            return
        self._send(output)
        self._answer(output)
        if output.blocks:
            self._let_strangers_go()
        self._plan_next(output.next_ms)

    def _plan_next(self, due_ms: int | None) -> None:
        if self._inbox:
            self._plan(self.timeline.now_ms + WORK_MS)
        if due_ms is not None:
            self._plan(self.timeline.now_ms + max(WORK_MS, due_ms - self.clock.now_ms()) + self.lazy_ms)

    def _answer(self, output: Output) -> None:
        for answer in output.answers:
            answer()

    def _send(self, output: Output) -> None:
        self.shelf.put(output.fresh, output.forked, self.released)
        self.shelf.supply(output.bodies)
        for peer, number, want in output.wishes:
            if peer in self._outgoing and self._outgoing[peer].number == number:
                self._outgoing[peer].wish(want)
        for peer, number, frame in output.frames:
            if peer in self._outgoing and self._outgoing[peer].number == number:
                self._outgoing[peer].put_frame(frame)
        grown = {entry.header.author for entry in output.fresh} | ({self.id} if output.has_released else set())
        if grown:
            for outgoing in self._outgoing.values():
                outgoing.wake(grown)
        self._penalise(output)
        if grown or output.wishes or output.frames or output.bodies:
            self._pump_all()

    def _penalise(self, output: Output) -> None:
        for peer, code in dict(output.offences).items():
            self.watcher.blamed(self, peer, code)
            for wire in [wire for wire in self.numbers if wire.other(self).id == peer]:
                self.network.refuse(self, wire.other(self), int(PENALTY_S * 1000) + self.lazy_ms)

    def _recover(self, output: Output) -> None:
        """Start again from the ledger; until the disk takes something there are no neighbours."""
        self._answer(output)
        self._penalise(output)
        self._answers_only = True
        self.network.cut_off(self)
        self._set_up()
        assert self.desk is not None, "it has just been set up"
        self._answer(answer_only(self.desk, output.left, output.failed))

    def _begin_anew(self, output: Output) -> None:
        """Start again from the ledger, with what clients still wait for."""
        left, output.left = [*output.left, *(item for item in self._inbox if isinstance(item, Write))], []
        self._recover(output)
        self._answers_only = False
        self._inbox = left
        self.network.consider_all()
        self._plan(self.timeline.now_ms + WORK_MS)

    def set_clock(self, offset_ms: int) -> None:
        """Set the clock; the node notices, and begins anew with everybody."""
        before_ms = self.clock.now_ms()
        self.clock.set(offset_ms)
        if self.is_up and abs(self.clock.now_ms() - before_ms) > JUMP_MS:
            self._recover(Output(failed=CLOCK_SET))
            self._answers_only = False
            self.network.consider_all()
        self.hurry()

    def make_room(self) -> None:
        """Let the disk take something again; the node tries every few seconds."""
        self.faults.is_full = False
        self.timeline.after(int(RETRY_AFTER_S * 1000), self._try_disk)

    def _try_disk(self) -> None:
        if not self._answers_only or self.faults.is_full:
            return
        self._answers_only = False
        for request in self.requests:
            self._put_request(request)
        self.network.consider_all()
        self._plan(self.timeline.now_ms)


def _finished(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Run what has nothing to wait for, and return what it returns."""
    try:
        work.send(None)
    except StopIteration as done:
        return cast(Answer, done.value)
    raise AssertionError("sending waits for nothing here")
