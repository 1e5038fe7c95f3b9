"""Founding and joining networks, peers, notifications."""

from typing import Literal

from cohong.api.requests.base import Params


class FounderAddress(Params, frozen=True):
    """A founder's id, and where its node listens if known ("host:port")."""

    member: str
    addresses: list[str] = []


class CreateNetwork(Params, frozen=True):
    """Found a network. This member is a founder too; `final` is `two-thirds` or `majority`.

    Attributes:
        continues: whether it takes over the book and the members of the network that this profile is in, which has lost
            its majority. The profile goes over; other members do when they join by the invitation.
        block: then, the block of that network to take over; empty for its newest.
    """

    name: str
    founders: list[FounderAddress]
    currencies: list[str] = []
    final: Literal["two-thirds", "majority"] = "two-thirds"
    continues: bool = False
    block: str = ""


class JoinNetwork(Params, frozen=True):
    """Join by the text of an invitation.

    A founder is in at once. Anybody else leaves a join, under `name` or the profile's name, with a member that can be
    reached, and is a member once the voters have said so, or an observer at once, as the invitation says. Whoever is a
    member of the network that the new one takes over goes over as it is.
    """

    invitation: str
    name: str = ""


class AddPeer(Params, frozen=True):
    """Remember where a member's node listens, and dial it."""

    member: str
    addresses: list[str]


class Notifications(Params, frozen=True):
    """Ask for notifications from number `after` on; those that are gone are replaced by one `resync`."""

    after: int = 0
