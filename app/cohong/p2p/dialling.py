"""Why a dial failed, in one word, from the many exceptions that libp2p wraps into one another."""

from __future__ import annotations

import errno

import trio
from libp2p.security.noise.exceptions import PeerIDMismatchesPubkey
from libp2p.transport.exceptions import MuxerUpgradeFailure, OpenConnectionError

from cohong.p2p.link import LinkClosed, LinkRefused
from cohong.p2p.link_frames import ByeReason
from cohong.p2p.peers import PeerTrouble
from cohong.p2p.socks import ProxyFailed


def trouble_of(error: BaseException) -> PeerTrouble | None:
    """Return what to say of a failed dial; None when nothing is wrong: the other side's link stays."""
    for cause in _chain(error):
        match cause:
            case LinkRefused(reason=ByeReason.DUPLICATE):
                return None
            case LinkRefused(reason=ByeReason.FULL):
                return PeerTrouble.PEER_IS_FULL
            case LinkRefused():
                return PeerTrouble.NOT_ADMITTED
            case LinkClosed():
                return PeerTrouble.LINK_LOST
            case PeerIDMismatchesPubkey():
                return PeerTrouble.WRONG_PEER
            case ProxyFailed():
                return PeerTrouble.PROXY_FAILED
            case ConnectionRefusedError():
                return PeerTrouble.CONNECTION_REFUSED
            case OSError(errno=errno.ETIMEDOUT):
                return PeerTrouble.NO_ANSWER
            case trio.TooSlowError():
                return PeerTrouble.NO_ANSWER
            case _:
                continue
    return _by_stage(error)


def _by_stage(error: BaseException) -> PeerTrouble:
    stages = list(_chain(error))
    if any(isinstance(stage, OpenConnectionError) for stage in stages):
        return PeerTrouble.UNREACHABLE
    if any(isinstance(stage, MuxerUpgradeFailure) for stage in stages):
        # The handshake went through and then the peer hung up: that is its gate.
        return PeerTrouble.NOT_ADMITTED
    return PeerTrouble.HANDSHAKE_FAILED


def _chain(error: BaseException) -> list[BaseException]:
    """Return `error` and all that it was raised from, groups opened."""
    found: list[BaseException] = []
    queue: list[BaseException | None] = [error]
    while queue:
        cause = queue.pop(0)
        if cause is None or cause in found:
            continue
        found.append(cause)
        if isinstance(cause, BaseExceptionGroup):
            queue.extend(cause.exceptions)
        queue.append(cause.__cause__)
    return found
