"""A network for evaluation: every rater of a file is a member, and every rating an endorsement that it has signed.

Theory of operation. Nothing goes past the rules. The one voter, whose profile this is, lets everybody in by invitation,
join, motion, vote and block; profiles and endorsements come in as a neighbour's would, through `work_off`: signatures,
feed rules, the voter's ballots and blocks, one durable commit a batch. Only the clock is made up, out of the file's
times: it begins a day before the first rating, and goes from each batch to the next. In between the node does what
would have been due by then. So everything is dated when it was said, and nothing was ever dated ahead.

What is in it proves nothing about who said what: all keys are made here. Those of the raters are in memory only and end
with the process, so that nobody can write in a rater's name afterwards; that of the voter is in the profile.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.invitation import Seat
from cohong.api.requests import WriteRecord
from cohong.api.views import Written
from cohong.crypto.signing import SEED_BYTES, SigningKey, verify
from cohong.node.batch import work_off
from cohong.node.desk import set_up_desk
from cohong.node.inputs import Input, PartIn, PartTaken, Write
from cohong.node.joining import new_join
from cohong.node.profile import GENESIS_SETTING, OpenProfile
from cohong.node.signed_entry import signed_entry
from cohong.primitives.charter import NONCE_BYTES, Charter, Genesis, encode_lineage, new_genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import SALT_BYTES, Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import ENDORSE_SET, MEMBER_INVITE, MOTION_PUT, MOTION_VOTE, PROFILE_SET
from cohong.primitives.membership import ROLE_JOIN
from cohong.protocol.frames import encode_entries
from cohong.protocol.replica import Pen

LEAD_MS: Final = 86_400_000
"""How long before the first rating the network begins: time to let everybody in and to vote on their profiles."""

PAUSE_MS: Final = 60_000
"""How long after a batch the node may go on voting on it, where the next one is of the same moment."""

AT_ONCE: Final = 1_000
"""Entries in a batch, or words of the voter: they fit a frame, and as many motions a block."""

REASON: Final = "It is in the file of ratings that this network is made of, for evaluation."
PLACE: Final = "made for evaluation: the name is the file's"

Item = TypeVar("Item")
Tell = Callable[[str, int, int], None]
"""Takes what is being done (`members`, `profiles`, `ratings`), how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What one says of another, by their names in the file, and what is noted beside it."""

    rater: str
    subject: str
    score: int
    time_ms: int
    comment: str


@dataclass(slots=True)
class _Rater:
    key: SigningKey
    last: Entry


def found_network(profile: OpenProfile, name: str, ratings: Sequence[Rating]) -> Genesis:
    """Found a network of this profile's member alone, in time for the first of these ratings, and enter it."""
    begins_ms = ratings[0].time_ms - LEAD_MS
    genesis = new_genesis(name, Charter((profile.member,)), os.urandom(NONCE_BYTES), begins_ms)
    profile.ledger.set_setting(GENESIS_SETTING, encode_lineage(genesis))
    return genesis


def fill_network(
    profile: OpenProfile, genesis: Genesis, ratings: Sequence[Rating], *, kind: str, now_ms: int, tell: Tell
) -> None:
    """Let in whoever these ratings name, and have all of it said, voted on and included in blocks.

    Args:
        ratings: in order of time.
        kind: what their profiles say that they are, `person` or `firm`.
        now_ms: the world's clock: nothing is dated after it.

    Raises:
        ApiError: the disk refused, or a rule did.
    """
    _Filling(profile, genesis, now_ms, tell).fill(ratings, kind)


class _Filling:
    def __init__(self, profile: OpenProfile, genesis: Genesis, until_ms: int, tell: Tell) -> None:
        pen = Pen(profile.member, profile.key.sign, lambda: os.urandom(SALT_BYTES), verify)
        self._desk = set_up_desk(genesis, pen, profile.ledger, profile.head_file)
        self._desk.automation.call_itself(profile.files.read_name())
        self._genesis = genesis
        self._until_ms = until_ms
        self._tell = tell
        self._raters: dict[str, _Rater] = {}
        self._now_ms = genesis.time_ms
        self._due_ms: int | None = genesis.time_ms
        self._height = 0

    def fill(self, ratings: Sequence[Rating], kind: str) -> None:
        names = sorted({name for rating in ratings for name in (rating.rater, rating.subject)})
        for some in self._parts("members", names):
            self._admit(some)
        for some in self._parts("profiles", names):
            self._receive([self._signed(name, PROFILE_SET, _profile(name, kind), self._now_ms) for name in some])
            self._rest(self._now_ms + PAUSE_MS)
        for said in self._parts("ratings", ratings):
            self._rest(said[0].time_ms)
            entries = [self._signed(each.rater, ENDORSE_SET, self._endorsement(each), each.time_ms) for each in said]
            self._now_ms = max(self._now_ms, said[-1].time_ms)
            self._receive(entries)
            self._rest(self._now_ms + PAUSE_MS)
        self._rest(self._until_ms)
        self._work([], self._now_ms)  # the last ballots made some records final, which a block can include from now on

    def _parts(self, doing: str, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
        for start in range(0, len(items), AT_ONCE):
            self._tell(doing, start, len(items))
            yield items[start : start + AT_ONCE]
        self._tell(doing, len(items), len(items))

    # What raters write.

    def _signed(self, name: str, kind: str, fields: dict[str, Value], time_ms: int) -> Entry:
        """Return the next entry of a rater's feed."""
        rater = self._raters[name]
        body: dict[str, Value] = {**fields, "salt": os.urandom(SALT_BYTES)}
        height = self._height_at(time_ms)
        rater.last = signed_entry(
            rater.key, self._genesis.network, kind, body, height=height, time_ms=time_ms, after=rater.last
        )
        return rater.last

    def _height_at(self, time_ms: int) -> int:
        """Return the newest block of a moment, which is never before one that was asked for earlier."""
        lineage = self._desk.replica.lineage
        while self._height < lineage.height and lineage.time_at(self._height + 1) <= time_ms:
            self._height += 1
        return self._height

    def _endorsement(self, rating: Rating) -> dict[str, Value]:
        member = self._raters[rating.subject].key.member
        return {"member": member, "score": rating.score, "comment": rating.comment}

    # How they get in.

    def _admit(self, names: Sequence[str]) -> None:
        """Have some join, and let them in by one block."""
        joins = self._joins(names)
        self._receive(joins)
        until_ms = self._now_ms + LEAD_MS
        questions = [{"ask": "admit", "join": join.id.hex()} for join in joins]
        motions = self._write(MOTION_PUT, [{**each, "reason": REASON, "valid_until": until_ms} for each in questions])
        self._write(MOTION_VOTE, [{"motion": motion.entry, "yes": True} for motion in motions])
        while not all(self._desk.replica.lineage.was_member(join.header.author) for join in joins):
            assert self._due_ms is not None, "a motion that has passed is work for the chain"
            self._work([], self._due_ms)

    def _joins(self, names: Sequence[str]) -> list[Entry]:
        seeds = [os.urandom(SEED_BYTES) for _ in names]
        height, since_ms = self._desk.replica.lineage.height, self._now_ms
        until_ms, block = since_ms + LEAD_MS, self._desk.block_at(height)
        keys = [SigningKey(seed).member.hex() for seed in seeds]
        invites = self._write(MEMBER_INVITE, [{"key": key, "role": ROLE_JOIN, "valid_until": until_ms} for key in keys])
        for name, seed, invite in zip(names, seeds, invites, strict=True):
            seat = Seat(EntryId(bytes.fromhex(invite.entry)), seed, ROLE_JOIN, height, since_ms, until_ms, block)
            key = SigningKey(os.urandom(SEED_BYTES))
            self._raters[name] = _Rater(key, new_join(key, self._genesis.network, seat, name, since_ms))
        return [self._raters[name].last for name in names]

    # The clock, and what is worked off by it.

    def _write(self, kind: str, fields: Sequence[dict[str, Any]]) -> list[Written]:
        """Have the voter write an entry of a kind with each of these fields."""
        answers = list[list[Written] | ApiError]()
        records = [WriteRecord(kind=kind, fields=each) for each in fields]
        self._work([Write(records, "", (), answers.append)], self._now_ms)
        [answer] = answers
        if isinstance(answer, ApiError):
            raise answer
        return answer

    def _receive(self, entries: Sequence[Entry]) -> None:
        """Take in what others have written, as if one of them were connected."""
        answers = list[PartTaken | ApiError]()
        author = MemberId(entries[0].header.author)
        self._work([PartIn(author, encode_entries(entries), answers.append)], self._now_ms)
        assert answers == [PartTaken(fresh=len(entries))], f"what is signed here keeps the feed rules: {answers}"

    def _rest(self, until_ms: int) -> None:
        """Let the node do what is due before a moment."""
        until_ms = min(until_ms, self._until_ms)
        while self._due_ms is not None and self._due_ms < until_ms:
            self._work([], self._due_ms)

    def _work(self, inputs: Sequence[Input], now_ms: int) -> None:
        self._now_ms = max(now_ms, self._now_ms)
        output = work_off(self._desk, inputs, self._now_ms)
        if output.failed:
            raise ApiError(ApiErrorCode.DISK_FULL, output.failed)
        for answer in output.answers:
            answer()
        self._due_ms = output.next_ms


def _profile(name: str, kind: str) -> dict[str, Value]:
    return {"kind": kind, "name": {"en": name}, "place": PLACE, "identifiers": {}}
