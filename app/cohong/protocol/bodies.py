"""Ballots that came without their bodies although these may matter, and who is asked for them.

A node may drop what others' ballots say once blocks have decided all of it, and hands on the rest. Whoever gets such a
ballot cannot know whether it was right to drop it: what it says might be just what a hostile neighbour wants unsaid. As
long as no block has decided on some record that it could speak of, the neighbours that hold the feed are asked in turn,
a stretch at a time, at first every 1.5 s and ever less often while nothing comes of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cohong.primitives.ids import MemberId
from cohong.protocol.frames import Want
from cohong.protocol.greeting import Neighbour
from cohong.protocol.workspace import Workspace

ASK_AFTER_MS: Final = 1_500
DOUBLINGS_MAX: Final = 8
"""Asked in vain the pause doubles once all neighbours have had their turn, up to 6 minutes."""

LOOK_EVERY_MS: Final = 30_000
"""How often it is looked whether what is lacking may matter by now, while it does not."""

STRETCH: Final = 256
"""Places of a feed that are asked for at a time."""

LOOK_MAX: Final = 4_096
"""Ballots without their bodies, of all feeds, that are looked at in one turn."""


@dataclass(slots=True)
class _Turn:
    """Where the asking for one feed has come to: the neighbour whose turn it is, and the last place asked for."""

    peer: int = 0
    last_seq: int = -1


@dataclass(slots=True)
class BodyHunt:
    """Asks for bodies."""

    workspace: Workspace
    _due_ms: int | None = None
    _turns: dict[MemberId, _Turn] = field(default_factory=dict)
    _tries: int = 0
    _seen: tuple[int, tuple[MemberId, ...]] = (0, ())

    def tick(self, now_ms: int, neighbours: Mapping[MemberId, Neighbour]) -> list[tuple[MemberId, Want]]:
        """Return whom to ask for what, if it is time."""
        if not self.workspace.count_bodiless() or not neighbours:
            self._due_ms = None
            self._turns.clear()
            return []
        seen = self.workspace.count_bodiless(), tuple(sorted(neighbours))
        if seen != self._seen or self._due_ms is None:
            self._seen, self._tries = seen, 0
            self._due_ms = min(self._due_ms or now_ms + ASK_AFTER_MS, now_ms + ASK_AFTER_MS)
        if now_ms < self._due_ms:
            return []
        asked = self._asked(neighbours)
        pause_ms = ASK_AFTER_MS << min(self._tries // len(neighbours), DOUBLINGS_MAX)
        self._due_ms = now_ms + (pause_ms if asked else LOOK_EVERY_MS)
        self._tries = self._tries + 1 if asked else 0
        return asked

    def next_ms(self) -> int | None:
        """Return when `tick` should be called again, None if nothing is lacking."""
        return self._due_ms

    def _asked(self, neighbours: Mapping[MemberId, Neighbour]) -> list[tuple[MemberId, Want]]:
        places: dict[MemberId, list[int]] = {}
        for fact in self.workspace.telling_bodiless(LOOK_MAX):
            places.setdefault(fact.author, []).append(fact.seq)
        self._turns = {author: self._turns.get(author, _Turn()) for author in places}
        wants = [self._ask(author, seqs, neighbours) for author, seqs in sorted(places.items())]
        return [want for want in wants if want is not None]

    def _ask(
        self, author: MemberId, seqs: list[int], neighbours: Mapping[MemberId, Neighbour]
    ) -> tuple[MemberId, Want] | None:
        """Ask for the next stretch; once the last one has been asked for it is the next neighbour's turn."""
        turn = self._turns[author]
        first = next((seq for seq in seqs if seq > turn.last_seq), None)
        if first is None:
            first, turn.peer = seqs[0], turn.peer + 1
        turn.last_seq = max(seq for seq in seqs if seq < first + STRETCH)
        holders = sorted(peer for peer, neighbour in neighbours.items() if neighbour.seq(author) >= first)
        return (holders[turn.peer % len(holders)], Want(author, first, turn.last_seq)) if holders else None
