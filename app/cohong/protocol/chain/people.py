"""What people have put to one another: invitations, joins, motions and the votes on them; and their devices.

All of it are entries without ballots. They are few, so all are kept in memory, as they were written; what they come to
is asked with a cut, since a block counts only what lies at or below its own.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from cohong.primitives.device import device_from_body
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CHAIN_ASK, DEVICE_SET, MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE
from cohong.primitives.membership import (
    ROLE_OBSERVE,
    Invite,
    Join,
    invite_from_body,
    join_from_body,
    join_signed_bytes,
)
from cohong.primitives.motion import (
    Ask,
    Motion,
    MotionVote,
    ask_from_body,
    join_of,
    motion_from_body,
    motion_vote_from_body,
)
from cohong.protocol.chain.devices import Devices
from cohong.protocol.quorum import confirmed_size

PEOPLE_KINDS: Final = (MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE, DEVICE_SET, CHAIN_ASK)

Verify = Callable[[MemberId, bytes, bytes], bool]

IsUnder = Callable[[MemberId, int, EntryId], bool]
"""Whether an entry (author, seq, id) lies at or below a cut, on its branch."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where something stands: the entry that says it."""

    id: EntryId
    author: MemberId
    seq: int
    time_ms: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How the people of a roster have voted on a motion."""

    yes: tuple[MemberId, ...]
    no: tuple[MemberId, ...]
    missing: tuple[MemberId, ...]

    @property
    def has_passed(self) -> bool:
        """Whether more than half of the roster said yes."""
        return len(self.yes) >= confirmed_size(len(self.yes) + len(self.no) + len(self.missing))


@dataclass(slots=True)
class People:
    """Invitations, joins, motions and votes that are held.

    Attributes:
        verify: whether a member's signature of some bytes is good.
        done: motions that a final block has listed.
        asked: the moments after which somebody wished for a block, sorted.
        devices: the members' devices that read along.
    """

    verify: Verify
    invites: dict[EntryId, tuple[Written, Invite]] = field(default_factory=dict)
    joins: dict[EntryId, tuple[Written, Join]] = field(default_factory=dict)
    motions: dict[EntryId, tuple[Written, Motion]] = field(default_factory=dict)
    votes: dict[EntryId, dict[MemberId, list[tuple[Written, bool]]]] = field(default_factory=dict)
    done: set[EntryId] = field(default_factory=set)
    asked: list[int] = field(default_factory=list)
    devices: Devices = field(default_factory=Devices)
    _seats: dict[MemberId, set[EntryId]] = field(default_factory=dict)
    _askers: dict[EntryId, set[MemberId]] = field(default_factory=dict)

    def take(self, entry: Entry) -> bool:
        """Take in an entry; returns whether it says something to the people. One out of form says nothing."""
        if entry.header.kind not in PEOPLE_KINDS or entry.body_bytes is None:
            return False
        try:
            self._note(entry, decode_body(entry.body_bytes))
        except RemoteProtocolError:
            return False
        return True

    def take_listed(self, motions: Iterable[EntryId], words: Mapping[EntryId, Entry]) -> None:
        """Take in the motions that a final block lists, and the joins that they name, before their feeds are held."""
        for motion in motions:
            if motion in words and motion not in self.motions:
                self.take(words[motion])
            join = join_of(self.motions[motion][1].question) if motion in self.motions else None
            if join is not None and join in words and join not in self.joins:
                self.take(words[join])

    def _note(self, entry: Entry, body: dict[str, Value]) -> None:
        header = entry.header
        written = Written(entry.id, header.author, header.seq, header.time_ms)
        match header.kind:
            case "member.invite":
                self.invites[entry.id] = written, invite_from_body(body)
            case "member.join":
                join = join_from_body(body)
                self.joins[entry.id] = written, join
                self._seats.setdefault(header.author, set()).add(join.invite)
                self._askers.setdefault(join.invite, set()).add(header.author)
            case "motion.put":
                self.motions[entry.id] = written, motion_from_body(body)
            case "motion.vote":
                self._note_vote(written, motion_vote_from_body(body))
            case "device.set":
                self.devices.note(written.author, written.seq, entry.id, device_from_body(body))
            case _:
                self._note_ask(ask_from_body(body))

    def _note_vote(self, written: Written, vote: MotionVote) -> None:
        said = self.votes.setdefault(vote.motion, {}).setdefault(written.author, [])
        said.append((written, vote.yes))
        said.sort(key=lambda item: (item[0].seq, item[0].id))

    def _note_ask(self, ask: Ask) -> None:
        insort(self.asked, ask.after_ms)

    def first_asked_ms(self, since_ms: int) -> int | None:
        """Return the first moment, not before another, after which somebody wished for a block; None for none."""
        place = bisect_left(self.asked, since_ms)
        return self.asked[place] if place < len(self.asked) else None

    def fault_of_join(self, author: MemberId, time_ms: int, body: dict[str, Value] | None) -> str | None:
        """Return why a `member.join`, whose invitation is held if it is one, is none; None if it is."""
        try:
            join = join_from_body(body) if body is not None else None
        except RemoteProtocolError:
            join = None
        if join is None or join.invite not in self.invites:
            return "no-invitation"
        invite = self.invites[join.invite][1]
        if time_ms > invite.valid_until_ms:
            return "invitation-ended"
        signed = join_signed_bytes(author, join.invite)
        return None if self.verify(MemberId(invite.key), signed, join.proof) else "bad-invitation"

    def newcomer(self, join: EntryId) -> MemberId | None:
        """Return who wrote a join, None if it is not held."""
        found = self.joins.get(join)
        return found[0].author if found is not None else None

    def seat(self, join: EntryId) -> EntryId:
        """Return the invitation that a join which is held names."""
        return self.joins[join][1].invite

    def has_joined(self, member: MemberId) -> bool:
        """Return whether somebody has used an invitation, admitted or not."""
        return member in self._seats

    def observers(self, members: Container[MemberId]) -> set[MemberId]:
        """Return who has come by an invitation to observe, of somebody who is a member today.

        Where two have used one, it lets neither read: either could have dated himself to be the first, so its text is
        in the wrong hands, and nobody here can tell whose these are.
        """
        return {
            written.author
            for written, join in self.joins.values()
            if (found := self.invites.get(join.invite)) is not None
            and found[0].author in members
            and found[1].role == ROLE_OBSERVE
            and len(self._askers[join.invite]) == 1
            and not self._came_too_late(written, join)
        }

    def _came_too_late(self, written: Written, join: Join) -> bool:
        withdrawn_ms = self.withdrawn_ms(join.invite)
        return withdrawn_ms is not None and written.time_ms > withdrawn_ms

    def withdrawn_ms(self, invite: EntryId) -> int | None:
        """Return when an invitation was withdrawn, None if not: its author gave its key once more, ended already.

        Who is let in every node decides by what it holds; the place of a join in its feed does not depend on it.
        """
        given, offer = self.invites[invite]
        later = (
            at.time_ms
            for at, other in self.invites.values()
            if (at.author, other.key) == (given.author, offer.key) and at.seq > given.seq and is_withdrawal(at, other)
        )
        return min(later, default=None)

    def open_keys(self, now_ms: int, members: Container[MemberId]) -> set[MemberId]:
        """Return the one-time keys of invitations, of members of today, that are valid."""
        return {
            MemberId(invite.key)
            for entry, (written, invite) in self.invites.items()
            if invite.valid_until_ms >= now_ms and written.author in members and self.withdrawn_ms(entry) is None
        }

    def others_asking(self, invite: EntryId, newcomer: MemberId) -> int:
        """Return how many others have used an invitation."""
        return len(self._askers.get(invite, set()) - {newcomer})

    def is_shut_out(self, newcomer: MemberId, taken: Container[EntryId]) -> bool:
        """Return whether whatever invitations a newcomer has used let it in no more.

        Args:
            taken: invitations by which somebody has become a member.
        """
        seats = self._seats.get(newcomer, set())
        return bool(seats) and all(seat in taken or self._is_spoilt(seat, newcomer) for seat in seats)

    def _is_spoilt(self, invite: EntryId, newcomer: MemberId) -> bool:
        found = self.invites.get(invite)
        return found is not None and found[1].role == ROLE_OBSERVE and self.others_asking(invite, newcomer) > 0

    def tally(self, motion: EntryId, roster: Iterable[MemberId], is_under: IsUnder | None = None) -> Tally:
        """Return how a roster has voted on a motion; of each voter the first vote counts.

        Args:
            is_under: count only what lies at or below a cut; None counts all that is held.
        """
        yes, no, missing = list[MemberId](), list[MemberId](), list[MemberId]()
        for voter in roster:
            said = self.votes.get(motion, {}).get(voter, [])
            first = next((s for at, s in said if is_under is None or is_under(voter, at.seq, at.id)), None)
            (missing if first is None else yes if first else no).append(voter)
        return Tally(tuple(yes), tuple(no), tuple(missing))

    def passed(self, roster: Iterable[MemberId], time_ms: int, is_under: IsUnder | None = None) -> list[EntryId]:
        """Return the motions that have passed for a block of this time and cut and are not done, sorted by id."""
        roster = tuple(roster)
        return sorted(
            motion
            for motion, (written, put) in self.motions.items()
            if motion not in self.done
            and time_ms <= put.valid_until_ms
            and (is_under is None or is_under(written.author, written.seq, written.id))
            and self.tally(motion, roster, is_under).has_passed
        )


def is_withdrawal(written: Written, invite: Invite) -> bool:
    """Return whether a `member.invite` had ended when it was written: it takes back an earlier one for its key."""
    return invite.valid_until_ms <= written.time_ms
