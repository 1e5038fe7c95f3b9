"""The times and sizes of the peer network, in one place so that a test can shorten them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


def _wall_clock_ms() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class P2pSettings:
    """How patient the network is and how much it takes on. All times in seconds.

    Attributes:
        keepalive_s: A link that has sent nothing for so long sends an empty frame.
        silence_s: A link that has heard nothing for so long is closed; three keep-alives.
        write_s: The longest that one write to a peer may take.
        frame_s: The longest that a frame may take to arrive once it has begun.
        dial_s: From the first SYN to a link that both sides have agreed on.
        handshake_s: How long a stranger has for the Noise handshake and the muxer, and an admitted
            connection for opening its stream.
        probe_s: How long a run may take to prove that it is alive, before another one takes its place.
        copy_retry_s: The wait before dialling a peer that saw another run of our own member.
        retry_min_s: The first wait before dialling again; it doubles up to `retry_max_s`.
        retry_max_s: The longest wait before dialling again.
        steady_s: A link that lasted this long makes the next wait short again.
        close_s: How long the network may take to close.
        links_max: Links at a time; each member is a neighbour up to this number.
        handshakes_max: Connections in their handshake; beyond it the oldest of them is dropped.
        clock_ms: UTC milliseconds, for what is shown to people.
        random: Uniform in [0, 1), for jitter only.
    """

    keepalive_s: float = 10.0
    silence_s: float = 30.0
    write_s: float = 15.0
    frame_s: float = 60.0
    dial_s: float = 10.0
    handshake_s: float = 5.0
    probe_s: float = 4.0
    copy_retry_s: float = 5.0
    retry_min_s: float = 0.25
    retry_max_s: float = 30.0
    steady_s: float = 10.0
    close_s: float = 1.5
    links_max: int = 32
    handshakes_max: int = 64
    clock_ms: Callable[[], int] = _wall_clock_ms
    random: Callable[[], float] = random.random
