"""Motions and invitations."""

from typing import Literal

from cohong.api.requests.base import Params


class PutMotion(Params, frozen=True):
    """Put a question to the voters.

    Attributes:
        ask: `admit` {join}, `voter` {member, vote}, `expel` {member}, `replace` {member: the old key, join},
            `charter` {currencies, entries_per_day, grace_days, stale_days}, `final` {rule}, `branch` {member, seq,
            branch: the entry at the fork whose branch stands, "" for none}, `dispute` {dispute, upheld: whether its
            opener is right}, or `keeper` {pool, member: who keeps it from then on}.
        days: how long it is open.
    """

    ask: Literal["admit", "voter", "expel", "replace", "charter", "final", "branch", "dispute", "keeper"]
    member: str = ""
    join: str = ""
    vote: bool = True
    currencies: list[str] = []
    entries_per_day: int = 50_000
    grace_days: int = 7
    stale_days: int = 90
    rule: str = ""
    seq: int = 0
    branch: str = ""
    dispute: str = ""
    upheld: bool = True
    pool: str = ""
    reason: str = ""
    days: int = 14
    key: str = ""


class VoteOnMotion(Params, frozen=True):
    """Vote on a motion, once and for good."""

    motion: str
    yes: bool
    key: str = ""


class MakeInvite(Params, frozen=True):
    """Invite somebody to join, or to observe. The text that comes back can be used once."""

    role: Literal["join", "observe"] = "join"
    days: int = 14
    key: str = ""


class OfInvite(Params, frozen=True):
    """One invitation, by the id of its `member.invite`."""

    invite: str
