"""How much one side of a link may still send, and how much the other has taken.

Counted in costs (bytes plus a charge for each frame), as sums since the link began, so that a lost
or repeated acknowledgement cannot make the two sides disagree for good.
"""

from __future__ import annotations

from cohong.p2p.link_frames import ACK_EVERY, CREDIT_MAX, FRAME_CHARGE, FrameBreach


def cost_of(frame: bytes) -> int:
    """Return what `frame` takes of the credit."""
    return len(frame) + FRAME_CHARGE


class SendCredit:
    """The sender's side."""

    __slots__ = ("_acknowledged", "_sent")

    def __init__(self) -> None:
        self._sent = 0
        self._acknowledged = 0

    @property
    def outstanding(self) -> int:
        """What has been sent and not acknowledged."""
        return self._sent - self._acknowledged

    def has_room(self, cost: int) -> bool:
        """Whether a frame of `cost` may be sent."""
        return self._sent - self._acknowledged + cost <= CREDIT_MAX

    def spend(self, cost: int) -> None:
        """Count a frame of `cost` as sent."""
        self._sent += cost

    def acknowledge(self, consumed: int) -> None:
        """Take the peer's word that it has used up `consumed` in all.

        Raises:
            FrameBreach: More than was sent, or less than it said before.
        """
        if not self._acknowledged <= consumed <= self._sent:
            raise FrameBreach("acknowledges what was not sent")
        self._acknowledged = consumed


class ReceiveCredit:
    """The reader's side."""

    __slots__ = ("_acknowledged", "_consumed", "_received")

    def __init__(self) -> None:
        self._received = 0
        self._consumed = 0
        self._acknowledged = 0

    def receive(self, cost: int) -> None:
        """Count a frame of `cost` as waiting for the application.

        Raises:
            FrameBreach: The peer sent more than we had allowed.
        """
        self._received += cost
        if self._received - self._acknowledged > CREDIT_MAX:
            raise FrameBreach("sent more than it was allowed")

    def consume(self, cost: int) -> int | None:
        """Count a frame as taken; return the sum to acknowledge when one is due."""
        self._consumed += cost
        if self._consumed - self._acknowledged < ACK_EVERY:
            return None
        self._acknowledged = self._consumed
        return self._consumed
