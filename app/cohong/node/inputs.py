"""What the engine is given to work off in a batch, and what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from cohong.api.errors import ApiError
from cohong.api.requests import WriteRecord
from cohong.api.views import Written
from cohong.node.desk import Desk
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import FinalBlock
from cohong.protocol.frames import Want

HEALED: Final = "healed"
CLOCK_SET: Final = "clock-set"
"""This machine's clock was set, or the machine slept: no time that is remembered can be relied on."""

PEN_MOVED: Final = "pen-moved"
"""This device has the pen from now on, or has it no more."""

WRITTEN_AGAIN: Final = "written-again"
"""Own entries dated far ahead were taken back, and written with the times that there are."""


@dataclass(frozen=True, slots=True)
class LinkUp:
    """A neighbour has been connected. `link` numbers its links: what belongs to an earlier one is out of date."""

    peer: MemberId
    link: int


@dataclass(frozen=True, slots=True)
class LinkDown:
    """A neighbour's link has ended."""

    peer: MemberId
    link: int


@dataclass(frozen=True, slots=True)
class FrameIn:
    """A neighbour has sent a frame on one of its links."""

    peer: MemberId
    link: int
    frame_bytes: bytes


@dataclass(frozen=True, slots=True)
class PartTaken:
    """What has become of the entries of one part of a bundle.

    Attributes:
        known: entries that were here before.
        fresh: entries that are here now.
        waiting: entries that wait, in memory, for what they point to.
        refused: entries that no feed has room for, or with a wrong signature.
        blocks: charter blocks.
        proofs: fork proofs.
    """

    known: int = 0
    fresh: int = 0
    waiting: int = 0
    refused: int = 0
    blocks: int = 0
    proofs: int = 0


@dataclass(slots=True)
class PartIn:
    """A part of a bundle that `peer` has made: a frame that came in a file instead of on a link."""

    peer: MemberId
    frame_bytes: bytes
    answer: Callable[[PartTaken | ApiError], None]


@dataclass(slots=True)
class Write:
    """A client wants records written, all or none, at most once for each `key`."""

    records: Sequence[WriteRecord]
    key: str
    drafts: Sequence[bytes]
    answer: Callable[[list[Written] | ApiError], None]


@dataclass(slots=True)
class Call:
    """Something to be done on the engine's thread, between batches of entries."""

    run: Callable[[Desk], Any]
    answer: Callable[[Any], None]


Input: TypeAlias = LinkUp | LinkDown | FrameIn | PartIn | Write | Call


@dataclass(slots=True)
class Output:
    """What is to be done once the batch is durable.

    Attributes:
        frames: (peer, link, frame bytes).
        wishes: (peer, link, wish): stretches of feeds to be sent from now on.
        fresh: entries that are new here, to be passed on to those who follow their feeds.
        bodies: entries that were held without their bodies, with them.
        forked: those of their authors whose feeds are known to be forked.
        addresses: (teller, member, address): where neighbours say that members may be found.
        offences: (peer, code): peers that broke the protocol.
        answers: to be called with what the clients asked for.
        has_released: whether more of the own feed may be sent than before.
        has_halted_otherwise: whether own entries are not written any more, or for another reason, or again.
        is_clock_judged_anew: whether this machine's clock has turned out to be wrong, or to be right again.
        failed: why the desk must be set up anew: the ledger's code where the disk refused, DAMAGED where an entry held
            here turned out to be altered, HEALED once that has been put right, CLOCK_SET where time has jumped,
            PEN_MOVED where the pen has come or gone, WRITTEN_AGAIN where own
            entries have been written anew.
        damaged: the altered entry's place in that case.
        left: what clients asked for that has no answer yet.
    """

    frames: list[tuple[MemberId, int, bytes]] = field(default_factory=list)
    wishes: list[tuple[MemberId, int, Want]] = field(default_factory=list)
    fresh: list[Entry] = field(default_factory=list)
    bodies: list[Entry] = field(default_factory=list)
    forked: set[MemberId] = field(default_factory=set)
    addresses: list[tuple[MemberId, MemberId, str]] = field(default_factory=list)
    objects: set[ObjectId] = field(default_factory=set)
    forks: list[ForkProof] = field(default_factory=list)
    blocks: list[FinalBlock] = field(default_factory=list)
    offences: list[tuple[MemberId, str]] = field(default_factory=list)
    healed: list[tuple[MemberId, int]] = field(default_factory=list)
    answers: list[Callable[[], None]] = field(default_factory=list)
    next_ms: int | None = None
    has_released: bool = False
    has_halted_otherwise: bool = False
    is_clock_judged_anew: bool = False
    failed: str = ""
    damaged: tuple[MemberId, int] | None = None
    left: list[Input] = field(default_factory=list)
