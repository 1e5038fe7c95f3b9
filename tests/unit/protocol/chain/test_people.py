"""What people say to one another, and when a motion has passed."""

import pytest
from tests.simulation.feeds import START_MS, Scribe, genesis_of, member, signature
from tests.unit.protocol.chain.growing import people_with

from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.membership import Invite, Join, invite_body, join_body, join_signed_bytes
from cohong.primitives.motion import Ask, Expel, Motion, MotionVote, ask_body, motion_body, motion_vote_body

A, B, C, D, E = (member(number) for number in range(5))
SALT = bytes(16)
ENDS_MS = START_MS + 1_000
KEY = MemberId(b"one-time".ljust(32, b"."))


def put(scribe: Scribe, author: MemberId, ends_ms: int = ENDS_MS) -> Entry:
    return write(scribe, author, "motion.put", motion_body(Motion(Expel(D), "", ends_ms), SALT))


def vote(scribe: Scribe, voter: MemberId, motion: Entry, yes: bool = True) -> Entry:
    return write(scribe, voter, "motion.vote", motion_vote_body(MotionVote(motion.id, yes), SALT))


def write(scribe: Scribe, author: MemberId, kind: str, body: dict[str, Value]) -> Entry:
    return scribe.write(author, kind, {name: value for name, value in body.items() if name != "salt"})


def test_a_motion_has_passed_with_more_than_half_of_the_roster() -> None:
    scribe = Scribe(genesis_of(4))
    motion = put(scribe, A)
    for voter in (A, B):
        vote(scribe, voter, motion)
    vote(scribe, C, motion, yes=False)
    vote(scribe, E, motion)
    people = people_with(*scribe.written)
    tally = people.tally(motion.id, (A, B, C, D))
    assert (tally.yes, tally.no, tally.missing, tally.has_passed) == ((A, B), (C,), (D,), False)
    people.take(vote(scribe, D, motion))
    assert people.passed((A, B, C, D), START_MS) == [motion.id]


def test_the_first_vote_in_a_feed_counts_whichever_comes_first() -> None:
    scribe = Scribe(genesis_of(1))
    motion = put(scribe, A)
    votes = [vote(scribe, A, motion, yes) for yes in (False, True)]
    for order in (votes, votes[::-1]):
        assert people_with(motion, *order).tally(motion.id, (A,)).no == (A,)


def test_a_motion_passes_up_to_its_end_and_once() -> None:
    scribe = Scribe(genesis_of(1))
    motion = put(scribe, A)
    people = people_with(motion, vote(scribe, A, motion))
    assert [people.passed((A,), ENDS_MS + late) for late in (0, 1)] == [[motion.id], []]
    people.done.add(motion.id)
    assert people.passed((A,), START_MS) == []


def test_passed_counts_only_what_lies_under_the_cut() -> None:
    scribe = Scribe(genesis_of(3))
    motion = put(scribe, A)
    people = people_with(motion, *(vote(scribe, voter, motion) for voter in (A, B)))

    def passed(*cut: tuple[MemberId, int]) -> list[EntryId]:
        return people.passed((A, B, C), START_MS, lambda author, seq, entry: seq <= dict(cut).get(author, -1))

    assert passed((A, 1), (B, 0)) == [motion.id]
    assert passed((A, 0), (B, 0)) == passed((A, 1)) == passed((B, 0)) == []


def test_words_out_of_form_and_other_kinds_say_nothing() -> None:
    scribe = Scribe(genesis_of(1))
    people = people_with()
    assert not people.take(scribe.write(A, "motion.put", {"names": []}))
    assert not people.take(scribe.write(A, "motion.vote", b"\xff"))
    assert not people.take(scribe.ballot(A))
    assert (people.motions, people.votes) == ({}, {})


def test_of_the_wishes_for_a_block_the_next_one_is_found() -> None:
    scribe = Scribe(genesis_of(1))
    people = people_with(*(write(scribe, A, "chain.ask", ask_body(Ask(after), SALT)) for after in (5, 9, 7)))
    assert [people.first_asked_ms(since) for since in (5, 6, 9, 10)] == [5, 7, 9, None]


def invite(scribe: Scribe, role: str = "join") -> Entry:
    return write(scribe, A, "member.invite", invite_body(Invite(KEY, role, ENDS_MS), SALT))


def join(scribe: Scribe, newcomer: MemberId, invite: EntryId, signer: MemberId = KEY) -> Entry:
    proof = signature(signer, join_signed_bytes(newcomer, invite))
    return write(scribe, newcomer, "member.join", join_body(Join(invite, "D", proof), SALT))


def test_an_invitation_is_open_until_it_ends() -> None:
    scribe = Scribe(genesis_of(1))
    invited = invite(scribe)
    people = people_with(invited)
    assert [people.open_keys(ENDS_MS + late, {A}) for late in (0, 1)] == [{KEY}, set()]
    used = join(scribe, D, invited.id)
    people.take(used)
    assert (people.newcomer(used.id), people.newcomer(invited.id)) == (D, None)
    assert (people.has_joined(D), people.has_joined(E)) == (True, False)


@pytest.mark.parametrize("order", [(D, E), (E, D)])
def test_an_invitation_to_observe_that_two_have_used_lets_in_neither(order: tuple[MemberId, MemberId]) -> None:
    scribe = Scribe(genesis_of(1))
    invited = invite(scribe, "observe")
    people = people_with(invited)
    people.take(join(scribe, order[0], invited.id))
    assert (people.observers({A}), people.is_shut_out(order[0], set())) == ({order[0]}, False)
    people.take(join(scribe, order[1], invited.id))
    assert (people.observers({A}), [people.is_shut_out(key, set()) for key in (D, E)]) == (set(), [True, True])


def test_of_two_who_ask_by_one_invitation_the_other_is_shut_out_once_one_is_in() -> None:
    scribe = Scribe(genesis_of(1))
    invited = invite(scribe)
    people = people_with(invited, join(scribe, D, invited.id), join(scribe, E, invited.id))
    assert [people.is_shut_out(key, set()) for key in (D, E)] == [False, False]
    assert (people.is_shut_out(E, {invited.id}), people.is_shut_out(B, {invited.id})) == (True, False)
    assert (people.others_asking(invited.id, D), people.others_asking(invited.id, B)) == (1, 2)


@pytest.mark.parametrize(("role", "observers"), [("observe", {D}), ("join", set())])
def test_whoever_was_invited_to_observe_observes(role: str, observers: set[MemberId]) -> None:
    scribe = Scribe(genesis_of(1))
    invited = invite(scribe, role)
    assert people_with(invited, join(scribe, D, invited.id)).observers({A}) == observers
    assert people_with(join(scribe, E, invited.id)).observers({A}) == set()


def test_invitations_of_whoever_is_no_member_any_more_let_nobody_in() -> None:
    scribe = Scribe(genesis_of(2))
    invited = invite(scribe, "observe")
    people = people_with(invited)
    assert (people.open_keys(START_MS, {A}), people.open_keys(START_MS, {B})) == ({KEY}, set())
    people.take(join(scribe, D, invited.id))
    assert (people.observers({A, B}), people.observers({B})) == ({D}, set())


def test_a_join_rests_on_an_invitation_that_has_not_ended_and_on_its_key() -> None:
    scribe = Scribe(genesis_of(1))
    invited = invite(scribe)
    people = people_with(invited)

    def fault(entry: Entry, *, author: MemberId = D, time_ms: int = ENDS_MS) -> str | None:
        return people.fault_of_join(author, time_ms, decode_body(entry.body_bytes or b""))

    good = join(scribe, D, invited.id)
    assert (fault(good), fault(good, time_ms=ENDS_MS + 1)) == (None, "invitation-ended")
    assert fault(good, author=E) == fault(join(scribe, D, invited.id, signer=E)) == "bad-invitation"
    assert fault(join(scribe, D, good.id)) == fault(invited) == "no-invitation"
    assert people.fault_of_join(D, START_MS, None) == "no-invitation"


def test_an_author_takes_an_invitation_back_and_nobody_else_does() -> None:
    scribe = Scribe(genesis_of(3))
    invited = invite(scribe, "observe")
    by_another = write(scribe, B, "member.invite", invite_body(Invite(KEY, "observe", 0), SALT))
    people = people_with(invited, by_another)
    assert (people.open_keys(START_MS, {A, B}), people.withdrawn_ms(invited.id)) == ({KEY}, None)
    before = join(scribe, D, invited.id)
    taken_back = write(scribe, A, "member.invite", invite_body(Invite(KEY, "observe", 0), SALT))
    people = people_with(invited, taken_back)
    assert (people.open_keys(START_MS, {A}), people.withdrawn_ms(invited.id)) == (set(), taken_back.header.time_ms)
    people.take(before)
    assert people.observers({A}) == {D}, "who came before stays"
    late = people_with(invited, taken_back, join(scribe, E, invited.id))
    assert late.observers({A}) == set()
