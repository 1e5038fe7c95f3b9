"""One machine that takes part in an agreement: it writes, sends, crashes and comes back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from cohong.primitives.chain_messages import ChainMessage
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.chain.agreement import Agreement

if TYPE_CHECKING:
    from tests.simulation.agreeing import World

Sent: TypeAlias = tuple[EntryId, MemberId, ChainMessage]


@dataclass
class Mind:
    """One machine that takes part: an honest voter's, or one of the two of a cheat.

    Attributes:
        half: the side of the network that it is on.
        audience: whom its messages go to.
        own: its entries, durable.
        held: those of others, which a crash may lose for a while.
        life: counts restarts, so that a timer of an earlier life does nothing.
    """

    world: "World"
    me: MemberId
    half: int
    audience: tuple[MemberId, ...]
    agreement: Agreement
    is_up: bool = True
    has_work: bool = True
    is_present: bool = True
    own: list[Sent] = field(default_factory=list)
    held: dict[EntryId, Sent] = field(default_factory=dict)
    unsent: list[Sent] = field(default_factory=list)
    life: int = 0
    due_ms: int | None = None

    def hear(self, sent: Sent) -> None:
        """Take in an entry, if the machine runs, and pass it on if its author would not."""
        if sent[0] not in self.held and sent[1] in self.world.cheats and self.world.is_calm():
            self.world.relay(self, sent)
        self.held[sent[0]] = sent
        if self.is_up:
            self._take(sent)
            self.world.tempt(self)
            self.act()

    def act(self) -> None:
        """Write whatever is to be written now."""
        if not self.is_up or self.world.is_silent(self.me):
            return
        while message := self._next():
            sent = self.world.write(self.me, message)
            self.own.append(sent)
            self.unsent.append(sent)
            if self.world.is_crashing(self):
                self.crash()
                return
            self._take(sent)
            self._send()
        due_ms = self.agreement.due_ms()
        if due_ms is not None and due_ms != self.due_ms:
            self.due_ms = due_ms
            self.world.at(due_ms, self._wake, self.life)

    def crash(self) -> None:
        """Stop at once; what is unsent stays so until the restart."""
        self.is_up, self.life, self.due_ms = False, self.life + 1, None

    def restart(self, known: Iterable[Sent]) -> None:
        """Start anew from the own entries, in any order, and whatever else of others is at hand."""
        self.is_up, self.agreement = True, self.world.agreement(self.me)
        for sent in self.world.shuffled([*self.own, *known]):
            self._take(sent)
        self._send()
        self.act()

    def _wake(self, life: int) -> None:
        if life == self.life:
            self.due_ms = None
            self.act()

    def _next(self) -> ChainMessage | None:
        return self.agreement.next(
            self.world.now_ms,
            has_work=self.has_work,
            is_present=self.is_present,
            judge=self.world.judge,
            compose=self.world.compose,
        )

    def _take(self, sent: Sent) -> None:
        self.world.note(self, self.agreement.take(sent[1], sent[2], sent[0]))

    def _send(self) -> None:
        for sent in self.unsent:
            for reader in self.audience:
                self.world.post(self.half, reader, sent)
        self.unsent.clear()
