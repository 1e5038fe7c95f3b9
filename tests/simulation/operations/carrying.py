"""Members carry their books on a stick, and drop ballots that have nothing to say any more."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.simulation.machine import Machine

from cohong.bundle.layout import BUNDLE_NONCE_BYTES, Contents, content_key, open_part
from cohong.bundle.reading import BundleReader
from cohong.bundle.writing import BundleWriter, Secrets
from cohong.crypto.sealing import CONTENT_KEY_BYTES, EPHEMERAL_SEED_BYTES
from cohong.node.bundles import Packer, blocks_after
from cohong.node.desk import Desk
from cohong.node.inputs import Call, PartIn
from cohong.node.pruning import Pruned, prune
from cohong.primitives.entry import Entry
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import MemberId
from cohong.protocol.frames import Proof, encode_frame

if TYPE_CHECKING:
    from tests.simulation.run import Run

STICKS_MAX = 3
DAMAGED_SHARE = 0.3
BLANK_BYTES = 200
"""So many bytes of a damaged bundle are gone."""


@dataclass(frozen=True, slots=True)
class Stick:
    """What somebody has written on a stick: the bytes of one bundle."""

    maker: Machine
    bundle: bytes
    readers: tuple[MemberId, ...]


def frames_of(desk: Desk, entries: list[Entry]) -> list[bytes]:
    """Return what a bundle of these entries holds, in its order: the chain, the entries, the proofs of forks."""
    frames, height, packer = list[bytes](), 0, Packer()
    while (found := blocks_after(desk, height)) is not None:
        height = found.blocks[-1][0].head.height
        frames.append(encode_frame(found))
    frames += [*packer.pack(entries), *packer.rest()]
    return frames + [encode_frame(Proof(proof)) for proof in desk.proofs()]


def make_bundle(run: Run) -> bool:
    """Write all that a machine holds, and may let go, on a stick."""
    up = [machine for machine in run.up() if machine.desk is not None]
    if not up:
        return False
    machine = run.aside_chance.choice(up)

    def make(desk: Desk) -> None:
        desk.note_head(for_file=True)
        entries = [
            e for e in machine.disk.entries.values() if e.header.author != desk.me or e.header.seq <= desk.released
        ]
        run.sends(machine, entries)
        readers = tuple(sorted(other.id for other in run.machines if other.id in run.partners))
        run.sticks.append(Stick(machine, _bundle(run, machine, readers, frames_of(desk, entries)), readers))
        del run.sticks[:-STICKS_MAX]

    machine.put(Call(make, no_answer))
    return True


def _bundle(run: Run, maker: Machine, keys: tuple[MemberId, ...], frames: list[bytes]) -> bytes:
    draw = run.aside_chance.randbytes
    secrets = Secrets(draw(BUNDLE_NONCE_BYTES), draw(CONTENT_KEY_BYTES), [draw(EPHEMERAL_SEED_BYTES) for _ in keys])
    writer = BundleWriter(
        run.genesis.network, maker.key, keys, Contents((), 0, 0), secrets, run.timeline.now_ms
    )  # fmt: skip
    return b"".join([writer.header_block(), *map(writer.part_block, frames), writer.end_blocks()])


def take_bundle(run: Run) -> bool:
    """Let a machine take in what is on a stick, whole or damaged; it may be older than what the machine holds."""
    up = run.up()
    if not up or not run.sticks:
        return False
    machine, stick = run.aside_chance.choice(up), run.aside_chance.choice(run.sticks)
    if machine.id not in stick.readers:
        return False
    bundle = bytearray(stick.bundle)
    if run.aside_chance.random() < DAMAGED_SHARE:
        place = run.aside_chance.randrange(len(bundle) - BLANK_BYTES)
        bundle[place : place + BLANK_BYTES] = bytes(BLANK_BYTES)
        run.sees("bundles damaged")
    try:
        reader = BundleReader(io.BytesIO(bundle))
    except RemoteProtocolError:
        return True  # of a small bundle both headers are gone
    secret = content_key(reader.header, machine.key)
    for part in reader.parts():
        frame = open_part(secret, reader.header.id, part.number, part.payload)
        assert frame is not None, "it is sealed to this machine"
        machine.put(PartIn(stick.maker.id, frame, no_answer))
    return True


def drop_ballots(run: Run) -> bool:
    """Let a machine drop what it may."""
    up = run.up()
    if not up:
        return False

    def note(pruned: Any) -> None:
        if isinstance(pruned, Pruned):
            run.counts["ballots dropped"] += pruned.ballots

    run.aside_chance.choice(up).put(Call(prune, note))
    return True


def no_answer(answer: Any) -> None:
    """Nobody waits for one."""
