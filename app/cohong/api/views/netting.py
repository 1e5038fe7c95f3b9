"""Netting rounds, and what they set off."""

from typing import Literal

from cohong.api.views.base import View

RoundState = Literal["open", "applied", "aborted", "lapsed"]


class RoundView(View, frozen=True):
    """A netting round.

    Attributes:
        state: `lapsed`, no state of the book: a block dated past its last day has found no end of it.
        is_mine: whether this member coordinates it.
        has_joined: whether this member takes part; what it holds joins by itself, as debtors bring it.
        is_ending: whether its end is written and not decided yet.
        participants, obligations, joined_minor: what has joined: how many members, how many obligations, their sum.
        owe_minor, owed_minor: what this member could bring or has brought, as debtor and as holder.
        mine, mine_joined: how many obligations of this member could take part or do, owed by it or to it, and how many
            of them have joined.
        cleared_minor: what its result set off in all.
    """

    id: str
    coordinator: str
    coordinator_name: str
    currency: str
    due_until: str
    ends: str
    says: str
    state: RoundState
    is_mine: bool
    has_joined: bool
    is_ending: bool = False
    participants: int = 0
    obligations: int = 0
    joined_minor: int = 0
    owe_minor: int = 0
    owed_minor: int = 0
    mine: int = 0
    mine_joined: int = 0
    cleared_minor: int = 0


class NettingPreview(View, frozen=True):
    """What a round could clear if everybody took part with all that is in its scope. Computed, never binding.

    Attributes:
        obligations: how many of mine would take part, owed by me or to me.
        mine_minor: how much of what I owe would disappear; as much of what I am owed does.
        all_minor: what would be set off in all, of gross_minor.
    """

    round: str
    currency: str
    owe_minor: int
    owed_minor: int
    obligations: int
    mine_minor: int
    all_minor: int
    gross_minor: int


class WhatIfCleared(View, frozen=True):
    """What liquidity would clear in addition, of all in scope of an open round, or of what had joined one that is over.

    Attributes:
        cleared_minor: what would be set off without any, of gross_minor.
        lent_minor: what would be cleared in addition if members could borrow `liquidity_minor` in all.
        pooled_minor: what would be if each of them could be down by so much with a pool that stands in between.
    """

    round: str
    currency: str
    liquidity_minor: int
    obligations: int
    gross_minor: int
    cleared_minor: int
    lent_minor: int
    pooled_minor: int


class SetOff(View, frozen=True):
    """What a round has set off of one obligation; 0 while it has no result, and where it was aborted."""

    object: str
    reference: str
    debtor: str
    debtor_name: str
    holder: str
    holder_name: str
    currency: str
    before_minor: int
    set_off_minor: int
    left_minor: int


class SetOffStatement(View, frozen=True):
    """What a round has set off for this member.

    Attributes:
        entry: of the result.
        as_debtor_minor, as_holder_minor: equal: no net position changes.
        cleared_minor: in all, for everybody.
        verified: whether this machine has found the result fair and the most there is.
    """

    round: str
    entry: str
    time_ms: int
    coordinator: str
    coordinator_name: str
    currency: str
    lines: list[SetOff]
    as_debtor_minor: int
    as_holder_minor: int
    cleared_minor: int
    verified: bool
