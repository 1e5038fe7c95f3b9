"""One word for each way in which a dial fails."""

from __future__ import annotations

import errno
import itertools

import pytest
import trio
from libp2p.network.exceptions import SwarmException
from libp2p.security.noise.exceptions import PeerIDMismatchesPubkey
from libp2p.transport.exceptions import MuxerUpgradeFailure, OpenConnectionError, SecurityUpgradeFailure

from cohong.p2p.dialling import trouble_of
from cohong.p2p.link import LinkClosed, LinkRefused
from cohong.p2p.link_frames import ByeReason
from cohong.p2p.peers import PeerTrouble


def raised_from(*chain: BaseException) -> BaseException:
    for outer, cause in itertools.pairwise(chain):
        outer.__cause__ = cause
    return chain[0]


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (LinkRefused(ByeReason.DUPLICATE), None),
        (LinkRefused(ByeReason.FULL), PeerTrouble.PEER_IS_FULL),
        (LinkRefused(ByeReason.REFUSED), PeerTrouble.NOT_ADMITTED),
        (LinkClosed("gone"), PeerTrouble.LINK_LOST),
        (trio.TooSlowError(), PeerTrouble.NO_ANSWER),
        (raised_from(SwarmException("x"), PeerIDMismatchesPubkey()), PeerTrouble.WRONG_PEER),
        (raised_from(SwarmException("x"), MuxerUpgradeFailure()), PeerTrouble.NOT_ADMITTED),
        (raised_from(SwarmException("x"), SecurityUpgradeFailure()), PeerTrouble.HANDSHAKE_FAILED),
        (
            raised_from(
                SwarmException("x"),
                OpenConnectionError(),
                OSError("all attempts failed"),
                ExceptionGroup("", [ConnectionRefusedError(errno.ECONNREFUSED, "refused")]),
            ),
            PeerTrouble.CONNECTION_REFUSED,
        ),
        (
            raised_from(OpenConnectionError(), TimeoutError(errno.ETIMEDOUT, "timed out")),
            PeerTrouble.NO_ANSWER,
        ),
        (
            raised_from(OpenConnectionError(), OSError(errno.ENETUNREACH, "unreachable")),
            PeerTrouble.UNREACHABLE,
        ),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "hostile"), PeerTrouble.HANDSHAKE_FAILED),
    ],
)
def test_each_failure_has_its_word(error: BaseException, trouble: PeerTrouble | None) -> None:
    assert trouble_of(error) is trouble


def test_a_chain_that_bites_its_tail_ends() -> None:
    first, second = SwarmException("1"), SwarmException("2")
    first.__cause__, second.__cause__ = second, first
    assert trouble_of(first) is PeerTrouble.HANDSHAKE_FAILED
