"""What neighbours, visitors and bundles bring: checked, and taken into the replica and the exchange."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cohong.crypto.signing import verify_many
from cohong.node.desk import Desk
from cohong.node.inputs import Call, FrameIn, Input, LinkDown, LinkUp, Output, PartIn, Write
from cohong.primitives.entry import Entry, decode_body, signed_bytes
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import MEMBER_JOIN
from cohong.primitives.membership import join_from_body
from cohong.protocol.frames import (
    Addresses,
    AllTold,
    Blocks,
    Clock,
    Differing,
    Entries,
    FollowMany,
    Frame,
    HeadsGrown,
    Hello,
    More,
    Proof,
    Symbols,
    Tip,
    Want,
    WantBlocks,
    decode_frame,
    encode_frame,
)

NO_OFFENCE: Final = frozenset({"too-many-branches"})
"""Refusals that an honest peer can run into."""


@dataclass(slots=True)
class Part:
    """A part of a bundle in this batch, with its frame and how many of its entries were held before it came."""

    item: PartIn
    frame: Frame | None
    known: int = 0


def take_in(desk: Desk, inputs: Sequence[Input], now_ms: int, output: Output, parts: list[Part]) -> None:
    frames = [(item, _decoded(desk, item, output)) for item in inputs if isinstance(item, FrameIn | PartIn)]
    parts.extend(Part(item, frame) for item, frame in frames if isinstance(item, PartIn))
    good = _with_good_signatures(desk, [(item.peer, frame) for item, frame in frames if frame is not None], output)
    decoded = {id(item): frame for item, frame in frames}
    for item in inputs:
        match item:
            case LinkUp(peer, link):
                desk.link_up(peer, link, now_ms)
            case LinkDown(peer, link):
                desk.link_down(peer, link, now_ms)
            case FrameIn(peer, link):
                frame = decoded[id(item)]
                if frame is not None and desk.links.get(peer) == link:
                    _take_frame(desk, peer, frame, good, now_ms, output)
                elif frame is not None and desk.visitors.get(peer) == link:
                    _take_visit(desk, peer, frame, good, now_ms, output)
            case PartIn():
                _take_part(desk, next(part for part in parts if part.item is item), good, now_ms, output)
            case Write() | Call():
                pass  # once what the peers sent has been taken in
    before = desk.clock_fault
    desk.look_around()
    output.is_clock_judged_anew = desk.clock_fault != before
    desk.replica.hear(desk.links, now_ms)
    if not desk.is_stuck:
        desk.replica.wake(now_ms)


def _decoded(desk: Desk, item: FrameIn | PartIn, output: Output) -> Frame | None:
    try:
        return decode_frame(item.frame_bytes)
    except RemoteProtocolError as error:
        _note_offence(desk, item.peer, error.code, output)
        return None


def _note_offence(desk: Desk, peer: MemberId, code: str, output: Output) -> None:
    desk.counters[code] = desk.counters.get(code, 0) + 1
    if code not in NO_OFFENCE:
        output.offences.append((peer, code))


def _with_good_signatures(
    desk: Desk, frames: Sequence[tuple[MemberId, Frame]], output: Output
) -> dict[EntryId, tuple[bytes, bytes]]:
    """Verify the entries that are new here, each once; returns the good ones by id with what was verified."""
    new: dict[tuple[EntryId, bytes], tuple[MemberId, Entry]] = {}
    for peer, frame in frames:
        for entry in frame.entries if isinstance(frame, Entries) else ():
            if desk.wants(entry):
                new.setdefault((entry.id, entry.signature), (peer, entry))
    jobs = [(entry.header.author, signed_bytes(entry.id), entry.signature) for _, entry in new.values()]
    good: dict[EntryId, tuple[bytes, bytes]] = {}
    for (peer, entry), is_good in zip(new.values(), verify_many(jobs), strict=True):
        if is_good:
            good[entry.id] = (entry.header_bytes, entry.signature)
        else:
            _note_offence(desk, peer, "bad-signature", output)
    return good


def _take_frame(
    desk: Desk, peer: MemberId, frame: Frame, good: dict[EntryId, tuple[bytes, bytes]], now_ms: int, output: Output
) -> None:
    match frame:
        case Entries(entries):
            signed = [item for item in entries if good.get(item.id, (b"", b""))[1] == item.signature]
            output.healed.extend((item.header.author, item.header.seq) for item in signed if desk.heal(item, now_ms))
            if not desk.is_stuck:
                desk.replica.receive(desk.screen(signed, peer), peer, now_ms)
        case Proof(proof) if not desk.is_stuck:
            _take_proof(desk, peer, proof, now_ms, output)
        case Addresses(found):
            output.addresses.extend((peer, member, text) for member, text in found if member in desk.members)
        case Proof():
            pass  # told again by whoever knows it, once this desk is set up anew
        case Blocks():
            if not desk.is_stuck and not desk.replica.receive_blocks(frame, now_ms):
                _note_offence(desk, peer, "bad-block", output)
            desk.exchange.ask_for_blocks(peer)
        case WantBlocks(height):
            desk.hand_over_blocks(peer, height)
        case HeadsGrown(()) if desk.me not in desk.members and (peer in desk.contacts or peer in desk.members):
            # Told in the place of a greeting: what this node has asked in by has let another one in.
            desk.is_refused = True
        case Hello() | HeadsGrown() | Want() | FollowMany() | Clock() | Symbols() | More() | Differing() | AllTold():
            was_told = desk.exchange.is_told(peer)
            try:
                desk.exchange.take(peer, frame, now_ms)
            except RemoteProtocolError as error:
                _note_offence(desk, peer, error.code, output)
            desk.hear_own_head(peer)
            if desk.exchange.is_told(peer) and not was_told:
                desk.ask_for_damaged()
                desk.exchange.hand_over(peer, desk.joins())


def _take_part(desk: Desk, part: Part, good: dict[EntryId, tuple[bytes, bytes]], now_ms: int, output: Output) -> None:
    """Take what a bundle holds as if its maker were connected; frames that belong to a link mean nothing in a file."""
    match part.frame:
        case Entries(entries):
            part.known = sum(desk.replica.workspace.fact(item.id) is not None for item in entries)
            own = [item.header.seq for item in entries if item.header.author == desk.me and item.id in good]
            is_known = desk.catch_up.active or desk.closed
            if max(own, default=-1) > desk.replica.heads.seq(desk.me) and not is_known:
                # Signed by ourselves and not known here: this profile is older than what its member has written.
                desk.catch_up.begin()
            _take_frame(desk, part.item.peer, part.frame, good, now_ms, output)
        case Blocks() | Proof():
            _take_frame(desk, part.item.peer, part.frame, good, now_ms, output)
        case _:
            pass


def _take_visit(
    desk: Desk, key: MemberId, frame: Frame, good: dict[EntryId, tuple[bytes, bytes]], now_ms: int, output: Output
) -> None:
    """Take the one join that the holder of an invitation may leave, and say whether it is held; say nothing else."""
    if desk.is_shut_out(key):
        return  # it greets as a newcomer that may have been let in meanwhile
    if not isinstance(frame, Entries) or len(frame.entries) != 1 or frame.entries[0].header.kind != MEMBER_JOIN:
        _note_offence(desk, key, "visitor", output)
        return
    join = frame.entries[0]
    if _is_seat_taken(desk, join):
        desk.to_visitors.append(key)
        return
    if good.get(join.id, (b"", b""))[1] == join.signature and not desk.is_stuck:
        desk.replica.receive([join], key, now_ms)
    if desk.replica.workspace.fact(join.id) is not None:
        tip = Tip(join.header.author, join.header.seq, join.id)
        output.frames.append((key, desk.visitors[key], encode_frame(HeadsGrown((tip,)))))


def _is_seat_taken(desk: Desk, entry: Entry) -> bool:
    """Whether somebody else has used the invitation: else one of them could bring in any number of keys."""
    try:
        join = join_from_body(decode_body(entry.body_bytes or b""))
    except RemoteProtocolError:
        return False
    return desk.replica.people.others_asking(join.invite, entry.header.author) > 0


def _take_proof(desk: Desk, peer: MemberId, proof: ForkProof, now_ms: int, output: Output) -> None:
    if not desk.is_author(proof.author) or desk.knows_fork(proof):
        return
    signed = [(item.header.author, signed_bytes(item.id), item.signature) for item in (proof.first, proof.second)]
    if not all(verify_many(signed)):
        _note_offence(desk, peer, "bad-proof", output)
        return
    desk.replica.receive_proof(proof, now_ms)
