"""What is remembered of a peer, and how long to wait before the next dial."""

from __future__ import annotations

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.peers import ADDRESSES_MAX, Peer, PeerState, PeerTrouble, retry_delay
from cohong.p2p.settings import P2pSettings

CALM = P2pSettings(random=lambda: 0.0)
WILD = P2pSettings(random=lambda: 0.999)


def addresses(*ports: int) -> list[PeerAddress]:
    return [PeerAddress("10.0.0.1", port) for port in ports]


def test_the_wait_doubles_from_a_quarter_second_to_half_a_minute() -> None:
    assert [retry_delay(failures, CALM) for failures in range(1, 10)] == [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30]
    assert retry_delay(10_000, CALM) == 30


def test_jitter_lengthens_the_wait_by_less_than_half_and_never_beyond_the_limit() -> None:
    assert 0.25 < retry_delay(1, WILD) < 0.375
    assert 15 < retry_delay(50, WILD) < 30, (
        "also where it has come to the limit: a node that is away long is missed by all"
    )


def test_merging_puts_the_newest_addresses_first_and_repeats_none() -> None:
    peer = Peer(bytes(32), since_ms=0)
    peer.merge(addresses(1, 2))
    peer.merge(addresses(3, 3, 2))
    assert peer.addresses == addresses(3, 2, 1)


def test_the_oldest_addresses_give_way_when_there_are_many() -> None:
    peer = Peer(bytes(32), since_ms=0)
    for port in range(1, 2 * ADDRESSES_MAX):
        peer.merge(addresses(port))
    assert peer.addresses == addresses(*range(2 * ADDRESSES_MAX - 1, ADDRESSES_MAX - 1, -1))


def test_a_peer_without_a_link_shows_its_trouble() -> None:
    peer = Peer(bytes(32), since_ms=7, addresses=addresses(1), trouble=PeerTrouble.NO_ANSWER)
    assert peer.state() == PeerState(
        member=bytes(32),
        addresses=(PeerAddress("10.0.0.1", 1),),
        connected=False,
        since_ms=7,
        bytes_in=0,
        bytes_out=0,
        last_error="no-answer",
        next_try_in_s=None,
        direction=None,
    )
