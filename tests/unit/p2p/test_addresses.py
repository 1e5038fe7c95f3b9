"""Spellings of a peer's address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.p2p.addresses import PeerAddress


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:4001", PeerAddress("127.0.0.1", 4001)),
        ("[::1]:4001", PeerAddress("::1", 4001)),
        ("node.firm.example:65535", PeerAddress("node.firm.example", 65535)),
        ("localhost:0", PeerAddress("localhost", 0)),
        ("/ip4/10.0.0.7/tcp/4001", PeerAddress("10.0.0.7", 4001)),
        ("/ip6/fe80::1/tcp/1", PeerAddress("fe80::1", 1)),
        ("/dns4/node.example/tcp/4001", PeerAddress("node.example", 4001)),
        ("/ip4/10.0.0.7/tcp/4001/p2p/12D3KooWanything", PeerAddress("10.0.0.7", 4001)),
    ],
)
def test_each_spelling_is_understood(text: str, address: PeerAddress) -> None:
    assert PeerAddress.parse(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "127.0.0.1",
        ":4001",
        "127.0.0.1:",
        "127.0.0.1:65536",
        "127.0.0.1:-1",
        "127.0.0.1:４００１",
        "127.0.0.1:+1",
        "256.1.1.1:4001",
        "10.0.7:4001",
        "::1:4001",
        "[127.0.0.1]:4001",
        "[fe80::1%eth0]:4001",
        "bad_host:4001",
        "-bad.example:4001",
        f"{'a' * 64}.example:4001",
        f"{'a.' * 130}example:4001",
        "host with space:1",
        "/ip4/::1/tcp/4001",
        "/ip6/10.0.0.7/tcp/4001",
        "/ip4/10.0.0.7/udp/4001",
        "/ip4/10.0.0.7/tcp/4001/ws",
        "/ip4/10.0.0.7",
        "/",
    ],
)
def test_what_is_no_address_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        PeerAddress.parse(text)


@given(
    st.one_of(st.ip_addresses(v=4).map(str), st.ip_addresses(v=6).map(str), st.just("node.example")),
    st.integers(0, 65535),
)
def test_an_address_survives_both_of_its_spellings(host: str, port: int) -> None:
    address = PeerAddress(host, port)
    assert PeerAddress.parse(str(address)) == PeerAddress.parse(address.multiaddr) == address


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_value_error(text: str) -> None:
    try:
        address = PeerAddress.parse(text)
    except ValueError:
        return
    assert PeerAddress.parse(str(address)) == address
