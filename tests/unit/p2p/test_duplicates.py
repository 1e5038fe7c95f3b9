"""Both sides keep the same one of two links."""

from __future__ import annotations

import pytest

from cohong.p2p.duplicates import LinkOrigin, replaces

SMALL, LARGE = b"\x01" * 32, b"\x02" * 32


def keeps_new(own: bytes, peer: bytes, *, new_outbound: bool, old_outbound: bool, restarted: bool = False) -> bool:
    new = LinkOrigin(outbound=new_outbound, instance=b"second" if restarted else b"first")
    old = LinkOrigin(outbound=old_outbound, instance=b"first")
    return replaces(new, old, own_member=own, peer_member=peer)


@pytest.mark.parametrize("small_dialled_last", [True, False])
def test_of_two_crossing_dials_both_sides_keep_the_smaller_members(small_dialled_last: bool) -> None:
    at_small = keeps_new(SMALL, LARGE, new_outbound=small_dialled_last, old_outbound=not small_dialled_last)
    at_large = keeps_new(LARGE, SMALL, new_outbound=not small_dialled_last, old_outbound=small_dialled_last)
    assert at_small is at_large is small_dialled_last


@pytest.mark.parametrize("outbound", [True, False])
def test_a_second_dial_of_the_same_side_replaces_the_first(outbound: bool) -> None:
    assert keeps_new(SMALL, LARGE, new_outbound=outbound, old_outbound=outbound)


@pytest.mark.parametrize(("own", "peer"), [(SMALL, LARGE), (LARGE, SMALL)])
def test_a_link_of_a_restarted_peer_replaces_any(own: bytes, peer: bytes) -> None:
    for new_outbound in (True, False):
        assert keeps_new(own, peer, new_outbound=new_outbound, old_outbound=not new_outbound, restarted=True)
