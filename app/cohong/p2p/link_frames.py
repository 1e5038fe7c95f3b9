"""The frames of `/cohong/sync/1`: what a link writes to its stream, and how it is read back.

    frame     = length:uint32 body          length counts the body, at most BODY_BYTES_MAX
    keepalive = length 0, no body
    body      = kind:uint8 payload
    HELLO     version:uint8 instance:8      first frame of each side; the dialling side speaks first
    DATA      the application's bytes
    ACK       consumed:uint64               how much of the credit the reader has used up so far
    BYE       reason:uint8                  the last frame of a side that closes on purpose
    ASK       member:32                     asks for a way to that member through the reader (see `relay`)
    TICKET    member:32 role:uint8 token:16 the reader may connect for a call with that member, or may not
    PING      instance:8                    "sign this, to prove to that run of your member that you are alive"
    PONG      instance:8 proof              the answer: `proof` is for that run
    COPY      proof                         another run of your member is alive (`own_run`)
    proof     instance:8 nonce:16 signature:64

All numbers are big-endian. `instance` is random at each start of a node: it tells a second link of
the same run from the first link after a restart. A body is never allocated by the length that a peer
claims: a length over the limit ends the link, and below it memory grows only with bytes that came.

Credit: each frame costs its DATA bytes and FRAME_CHARGE for the object that it becomes. A side may
have CREDIT_MAX unacknowledged; its reader acknowledges after each ACK_EVERY that the application took.
Because CREDIT_MAX is well under yamux's window (see `yamux_wire`), that window never closes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from cohong.p2p.own_run import INSTANCE_BYTES, NONCE_BYTES, SIGNATURE_BYTES, RunProof

FRAME_BYTES_MAX: Final = 1024 * 1024 + 4096
BODY_BYTES_MAX: Final = FRAME_BYTES_MAX + 1
CREDIT_MAX: Final = 2 * 1024 * 1024
ACK_EVERY: Final = 512 * 1024
FRAME_CHARGE: Final = 64
VERSION: Final = 1
MEMBER_BYTES: Final = 32
TOKEN_BYTES: Final = 16

# The largest frame must fit beside what may stay unacknowledged for good, or a sender could wait for ever.
assert CREDIT_MAX - ACK_EVERY >= FRAME_BYTES_MAX + FRAME_CHARGE

_LENGTH: Final = struct.Struct(">I")
_HEAD: Final = struct.Struct(">IB")
_ACK: Final = struct.Struct(">IBQ")
_COUNT: Final = struct.Struct(">Q")
_PROOF: Final = struct.Struct(f"{INSTANCE_BYTES}s{NONCE_BYTES}s{SIGNATURE_BYTES}s")


class FrameKind(IntEnum):
    """What a frame's body is; a keep-alive has no body and is not reported."""

    HELLO = 1
    DATA = 2
    ACK = 3
    BYE = 4
    ASK = 5
    TICKET = 6
    PING = 7
    PONG = 8
    COPY = 9


class ByeReason(IntEnum):
    """Why the other side closes a link on purpose."""

    CLOSED = 1
    DUPLICATE = 2
    FULL = 3
    BREACH = 4
    REFUSED = 5
    COPY = 6


class TicketRole(IntEnum):
    """What its reader is to do with a ticket."""

    REFUSED = 0
    CALL = 1
    ANSWER = 2


class FrameBreach(Exception):
    """The peer's bytes are not frames, or break a limit. The link ends; its peer is at fault."""


@dataclass(frozen=True, slots=True)
class Hello:
    """What a side says of itself before anything else.

    Attributes:
        instance: 8 bytes, random at each start of the node.
    """

    instance: bytes


@dataclass(frozen=True, slots=True)
class Ticket:
    """A relay's answer, or its word that somebody calls.

    Attributes:
        member: the other side of the call.
        token: shown to the relay when connecting; zeros in a refusal.
    """

    member: bytes
    role: TicketRole
    token: bytes = bytes(TOKEN_BYTES)


KEEPALIVE: Final = _LENGTH.pack(0)


def data_header(frame_bytes: int) -> bytes:
    """Return what goes before a DATA payload of `frame_bytes`."""
    return _HEAD.pack(frame_bytes + 1, FrameKind.DATA)


def encode_hello(hello: Hello) -> bytes:
    """Return the HELLO frame."""
    body = bytes([VERSION]) + hello.instance
    return _HEAD.pack(len(body) + 1, FrameKind.HELLO) + body


def decode_hello(payload: bytes) -> Hello:
    """Return what a HELLO's payload says; later versions may append to it.

    Raises:
        FrameBreach: Too short, or of another version.
    """
    if len(payload) < 1 + INSTANCE_BYTES:
        raise FrameBreach("hello too short")
    if payload[0] != VERSION:
        raise FrameBreach(f"version {payload[0]}, not {VERSION}")
    return Hello(instance=payload[1 : 1 + INSTANCE_BYTES])


def encode_ack(consumed: int) -> bytes:
    """Return the ACK frame for `consumed`, the sum of all costs taken since the link began."""
    return _ACK.pack(_COUNT.size + 1, FrameKind.ACK, consumed)


def decode_ack(payload: bytes) -> int:
    """Return the sum that an ACK's payload states.

    Raises:
        FrameBreach: Not eight bytes.
    """
    if len(payload) != _COUNT.size:
        raise FrameBreach("acknowledgement of a wrong size")
    consumed: int = _COUNT.unpack(payload)[0]
    return consumed


def encode_ping(instance: bytes) -> bytes:
    """Return the PING frame."""
    return _HEAD.pack(1 + INSTANCE_BYTES, FrameKind.PING) + instance


def decode_ping(payload: bytes) -> bytes:
    """Return the run for which a proof is asked.

    Raises:
        FrameBreach: Not eight bytes.
    """
    if len(payload) != INSTANCE_BYTES:
        raise FrameBreach("ping of a wrong size")
    return payload


def encode_pong(instance: bytes, proof: RunProof) -> bytes:
    """Return the PONG frame with a proof for the run `instance`."""
    return _HEAD.pack(1 + INSTANCE_BYTES + _PROOF.size, FrameKind.PONG) + instance + _proof_bytes(proof)


def decode_pong(payload: bytes) -> tuple[bytes, RunProof]:
    """Return for whom a proof is, and the proof; it may be wrong.

    Raises:
        FrameBreach: Of a wrong size.
    """
    return payload[:INSTANCE_BYTES], decode_copy(payload[INSTANCE_BYTES:])


def encode_copy(proof: RunProof) -> bytes:
    """Return the COPY frame."""
    return _HEAD.pack(1 + _PROOF.size, FrameKind.COPY) + _proof_bytes(proof)


def decode_copy(payload: bytes) -> RunProof:
    """Return the proof of another run; it may be wrong.

    Raises:
        FrameBreach: Of a wrong size.
    """
    if len(payload) != _PROOF.size:
        raise FrameBreach("proof of a wrong size")
    return RunProof(*_PROOF.unpack(payload))


def _proof_bytes(proof: RunProof) -> bytes:
    return _PROOF.pack(proof.instance, proof.nonce, proof.signature)


def encode_bye(reason: ByeReason) -> bytes:
    """Return the BYE frame."""
    return _HEAD.pack(2, FrameKind.BYE) + bytes([reason])


def decode_bye(payload: bytes) -> ByeReason:
    """Return why the peer closes; a reason that we do not know counts as CLOSED."""
    known = len(payload) == 1 and payload[0] in ByeReason.__members__.values()
    return ByeReason(payload[0]) if known else ByeReason.CLOSED


def encode_ask(member: bytes) -> bytes:
    """Return the ASK frame for a way to `member`."""
    return _HEAD.pack(1 + MEMBER_BYTES, FrameKind.ASK) + member


def decode_ask(payload: bytes) -> bytes:
    """Return the member to whom a way is asked for.

    Raises:
        FrameBreach: Not a member id.
    """
    if len(payload) != MEMBER_BYTES:
        raise FrameBreach("asks for no member")
    return payload


def encode_ticket(ticket: Ticket) -> bytes:
    """Return the TICKET frame."""
    body = ticket.member + bytes([ticket.role]) + ticket.token
    return _HEAD.pack(1 + len(body), FrameKind.TICKET) + body


def decode_ticket(payload: bytes) -> Ticket:
    """Return the ticket in a TICKET's payload.

    Raises:
        FrameBreach: Of a wrong size or role.
    """
    role = payload[MEMBER_BYTES] if len(payload) == MEMBER_BYTES + 1 + TOKEN_BYTES else -1
    if role not in TicketRole.__members__.values():
        raise FrameBreach("ticket out of form")
    return Ticket(payload[:MEMBER_BYTES], TicketRole(role), payload[MEMBER_BYTES + 1 :])


class FrameDecoder:
    """Cuts the bytes of a stream into frames."""

    __slots__ = ("_buffer",)

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def is_mid_frame(self) -> bool:
        """Whether a frame has begun to arrive and is not whole."""
        return bool(self._buffer)

    def feed(self, chunk: bytes) -> list[tuple[FrameKind, bytes]]:
        """Return the frames that `chunk` completes, keep-alives left out.

        Raises:
            FrameBreach: A length over BODY_BYTES_MAX or an unknown kind. Feed nothing more.
        """
        frames: list[tuple[FrameKind, bytes]] = []
        buffer = self._buffer
        if not buffer:
            # A chunk of whole frames, the usual case, is cut up where it lies.
            buffer += chunk[_cut(chunk, frames) :]
            return frames
        buffer += chunk
        del buffer[: _cut(buffer, frames)]
        return frames


def _cut(buffer: bytes | bytearray, frames: list[tuple[FrameKind, bytes]]) -> int:
    """Append the whole frames at the start of `buffer` to `frames`; return how many bytes they are."""
    start, end = 0, len(buffer)
    with memoryview(buffer) as view:
        while end - start >= _LENGTH.size:
            length: int = _LENGTH.unpack_from(view, start)[0]
            if length > BODY_BYTES_MAX:
                raise FrameBreach(f"frame of {length} bytes, over {BODY_BYTES_MAX}")
            body = start + _LENGTH.size
            if end - body < length:
                break
            start = body + length
            if length:
                frames.append((_kind(view[body]), bytes(view[body + 1 : start])))
    return start


_KINDS: Final = {int(kind): kind for kind in FrameKind}


def _kind(value: int) -> FrameKind:
    kind = _KINDS.get(value)
    if kind is None:
        raise FrameBreach(f"frame of kind {value}")
    return kind
