"""What waits to be written to one peer: frames in order, cut into writes that fill one Noise message.

A small frame on an idle link is written at once; whatever is queued while a write is under way goes
out together in the next one. A write costs hundreds of microseconds in libp2p whatever its size.
"""

from __future__ import annotations

from collections import deque
from typing import Final

# A Noise message holds 65,519 bytes of plain text, of which yamux's header takes 12. One byte more
# would cost a second message, with its own encryption, system call and decryption.
WRITE_BYTES_MAX: Final = 65_507


class Outbox:
    """Encoded frames in order of sending; control frames overtake data, at frame borders only."""

    __slots__ = ("_control", "_data", "_started", "queued_bytes")

    def __init__(self) -> None:
        self._control: deque[bytes] = deque()
        self._data: deque[bytes] = deque()
        self._started: memoryview | None = None
        self.queued_bytes = 0

    def __bool__(self) -> bool:
        return self.queued_bytes > 0

    def put(self, header: bytes, payload: bytes) -> None:
        """Queue a data frame."""
        # Two pieces: a 64 KiB frame is copied once, into its write, not here as well.
        self._data.append(header)
        self._data.append(payload)
        self.queued_bytes += len(header) + len(payload)

    def put_control(self, frame: bytes) -> None:
        """Queue a control frame before all data that has not begun to be written."""
        self._control.append(frame)
        self.queued_bytes += len(frame)

    def take(self) -> bytes:
        """Return the next bytes to write, at most WRITE_BYTES_MAX, and forget them."""
        parts: list[bytes | memoryview] = []
        room = WRITE_BYTES_MAX
        while room:
            piece = self._next_piece()
            if piece is None:
                break
            if len(piece) > room:
                rest = memoryview(piece)
                self._started = rest[room:]
                piece = rest[:room]
            parts.append(piece)
            room -= len(piece)
        taken = b"".join(parts)
        self.queued_bytes -= len(taken)
        return taken

    def _next_piece(self) -> bytes | memoryview | None:
        # A header and its payload must not be parted by a control frame: the data queue always holds
        # them in pairs, so an odd length says that the header has been taken.
        if self._started is not None:
            piece, self._started = self._started, None
            return piece
        if self._control and len(self._data) % 2 == 0:
            return self._control.popleft()
        return self._data.popleft() if self._data else None
