"""Which of two links between the same two members stays, decided alike on both sides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkOrigin:
    """Where a link comes from, as one side sees it.

    Attributes:
        outbound: Whether this side dialled.
        instance: The run of the peer's node.
    """

    outbound: bool
    instance: bytes


def replaces(new: LinkOrigin, old: LinkOrigin, *, own_member: bytes, peer_member: bytes) -> bool:
    """Return whether the link `new` takes the place of the live link `old`.

    When both sides dialled at once, the link that the smaller member id dialled stays: both sides know
    both ids, so both close the same one. A peer that has restarted, or that dials although it has a
    live link, has lost the old one without our noticing, so the new one stays.
    """
    if new.instance != old.instance or new.outbound == old.outbound:
        return True
    return new.outbound == (own_member < peer_member)
