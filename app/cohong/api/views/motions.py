"""Motions, those who ask to join, and invitations."""

from typing import Any, Literal

from cohong.api.views.base import View


class MotionVoter(View, frozen=True):
    """How one voter stands on a motion: `yes`, `no`, or `none` so far."""

    voter: str
    name: str
    vote: Literal["yes", "no", "none"]
    me: bool = False


class Thresholds(View, frozen=True):
    """How many voters there are, and how many of them make a majority and a final record."""

    voters: int
    majority_at: int
    final_at: int


class MotionView(View, frozen=True):
    """A question put to the voters.

    Attributes:
        ask: `admit`, `voter`, `expel`, `replace`, `charter`, `final`, `branch`, `dispute` or `keeper`.
        member: whom it is about: the newcomer, the member, the old key, the forked feed's author, the dispute's
            opener, or the new keeper; "" for the rules.
        member_name: how that member calls itself.
        join: the join that it names; "" for none.
        fields: what else the question says, as in `motion.put`; of a pool also `pool_name`, and its keeper so far,
            `old` and `old_name`.
        state: `open`; `passed`, waiting for the next block; `done`, listed by a final block; `ended`, out of time.
        idle: it would change nothing any more.
        needed: how many yes it takes, more than half of `voters`.
        after: how the next block leaves the voters if the motion passes by itself.
        my_vote: this member's vote, `none` if it has not voted; `may_vote` says whether it may.
    """

    motion: str
    ask: str
    member: str
    member_name: str
    join: str
    fields: dict[str, Any]
    reason: str
    put_by: str
    put_by_name: str
    put_ms: int
    valid_until_ms: int
    state: Literal["open", "passed", "done", "ended"]
    idle: bool
    yes: int
    no: int
    needed: int
    voters: int
    my_vote: Literal["yes", "no", "none"]
    may_vote: bool
    after: Thresholds
    lines: list[MotionVoter]


class JoinView(View, frozen=True):
    """Somebody who has used an invitation.

    Attributes:
        state: `waiting` for a motion, `voting` while one is open, `member`, `observer`, `gone`, or `refused`: the
            invitation has let in somebody else, or been used by two of whom it lets in neither.
        rivals: how many others have used the same invitation; it lets in one.
    """

    join: str
    member: str
    name: str
    invited_by: str
    time_ms: int
    state: Literal["waiting", "voting", "member", "observer", "gone", "refused"]
    rivals: int = 0


class InviteView(View, frozen=True):
    """An invitation that a member has given.

    Attributes:
        used_by: the join, "" while there is none; `used_by_name` is what that one calls itself.
        withdrawn: its author has taken it back: nobody is let in by it any more.
    """

    invite: str
    author: str
    author_name: str
    role: str
    valid_until_ms: int
    used_by: str
    used_by_name: str = ""
    withdrawn: bool = False


class InviteMade(View, frozen=True):
    """A new invitation: whoever has the text may use it once."""

    invite: str
    text: str
    role: str
    valid_until_ms: int
