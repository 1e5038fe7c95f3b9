"""The rules of the agreement at their edges (protocol.md 5)."""

import hashlib
from dataclasses import dataclass, field

import pytest
from tests.simulation.feeds import member, signature, verify
from tests.unit.protocol.chain.chains import NETWORK, block, final

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import Certificate, ChainMessage, Propose, Skip, Vote, final_signed_bytes
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.chain.agreement import Agreement, Verdict
from cohong.protocol.chain.cheats import Cheat, Said
from cohong.protocol.chain.height import Height
from cohong.protocol.quorum import confirmed_size, final_size

ONE, OTHER, REMOVAL = block(1), block(2), block(3, removes=True)
NOW_MS = 1_000_000


@dataclass
class Table:
    """One voter's agreement among n voters; the voters are numbered in the order in which they lead."""

    voters: int = 4
    seat: int | None = 1
    verdict: Verdict = Verdict.VALID
    made: Block | None = None
    entries: int = 0
    has_work: bool = True
    is_present: bool = True
    cheats: list[Cheat] = field(default_factory=list)
    agreement: Agreement = field(init=False)

    def __post_init__(self) -> None:
        roster = tuple(member(number) for number in range(self.voters))
        small, large = confirmed_size(self.voters), final_size(self.voters)
        height = Height(1, NETWORK, roster, lambda of: small if of.head.change else large, small, verify)
        self.agreement = Agreement(height)
        if self.seat is not None:
            me = self.voter(self.seat)
            self.agreement = Agreement(height, me, lambda signed: signature(me, signed))

    def voter(self, place: int) -> MemberId:
        return self.agreement.height.leader(place)

    def hear(self, *said: tuple[int, ChainMessage]) -> "Table":
        for place, message in said:
            self.entries += 1
            self.cheats += self.agreement.take(self.voter(place), message, EntryId(bytes([self.entries]) * 32))
        return self

    def ask(self, after_ms: int = 0) -> ChainMessage | None:
        """Return the next message at a time after NOW_MS, without writing it."""
        return self.agreement.next(
            NOW_MS + after_ms,
            has_work=self.has_work,
            is_present=self.is_present,
            judge=lambda _: self.verdict,
            compose=lambda: self.made,
        )

    def write(self, after_ms: int = 0) -> list[ChainMessage]:
        """Return all messages that are written at that time."""
        written = []
        while (message := self.ask(after_ms)) is not None:
            assert self.seat is not None
            self.hear((self.seat, message))
            written.append(message)
        return written


def votes(of: Block, iteration: int, *places: int) -> list[tuple[int, ChainMessage]]:
    return [(place, Vote(1, iteration, of.id)) for place in places]


def skips(iteration: int, *places: int) -> list[tuple[int, ChainMessage]]:
    return [(place, Skip(1, iteration)) for place in places]


def finals(table: Table, of: Block, iteration: int, *places: int) -> list[tuple[int, ChainMessage]]:
    return [(place, final(table.voter(place), iteration, of.id)) for place in places]


def proposal(of: Block, iteration: int = 0, from_iteration: int | None = None) -> tuple[int, ChainMessage]:
    return iteration, Propose(1, iteration, from_iteration, of)


def test_leaders_follow_one_another_from_a_place_that_the_network_and_height_give() -> None:
    height = Table(voters=5).agreement.height
    start = int.from_bytes(hashlib.sha256(NETWORK + bytes(7) + b"\x01").digest(), "big") % 5
    assert [height.leader(number) for number in range(7)] == [member((start + number) % 5) for number in range(7)]


def test_one_voter_alone_decides_at_once() -> None:
    table = Table(voters=1, seat=0, made=ONE)
    signed = final(table.voter(0), 0, ONE.id)
    assert table.write() == [Propose(1, 0, None, ONE), Vote(1, 0, ONE.id), signed]
    assert table.agreement.decided == (ONE, Certificate(1, 0, ONE.id, ((table.voter(0), signed.sig),)))
    assert table.agreement.due_ms() is None


# Rule 1


def test_only_the_leader_proposes_once_and_only_what_there_is() -> None:
    leader, other = Table(seat=0), Table(seat=1, made=ONE)
    assert (leader.write(), other.write()) == ([], [])
    leader.made = ONE
    assert leader.write() == [Propose(1, 0, None, ONE), Vote(1, 0, ONE.id)]
    leader.made = OTHER
    assert leader.write(1) == []


def test_a_leader_that_has_skipped_proposes_nothing() -> None:
    assert Table(seat=0, made=ONE).hear(*skips(0, 0)).write() == []


def test_a_new_block_needs_skips_of_all_iterations_before() -> None:
    table = Table().hear(proposal(OTHER, 2), *skips(0, 0, 2, 3), *skips(1, 0, 2))
    assert (table.agreement.height.iteration, table.write()) == (1, [])
    assert table.hear(*skips(1, 3)).write() == [Vote(1, 2, OTHER.id)]


def test_a_new_block_beside_a_notarized_one_is_not_voted_for() -> None:
    table = Table(seat=3).hear(proposal(ONE), *votes(ONE, 0, 0, 1, 2), *skips(0, 1, 2), proposal(OTHER, 1))
    assert table.write()[1:] == []
    assert table.hear(*skips(0, 0)).write() == [Vote(1, 1, OTHER.id)]


def test_a_proposal_again_waits_for_the_votes_it_rests_on() -> None:
    table = Table(seat=3).hear(proposal(ONE), *skips(0, 0, 1, 2), proposal(ONE, 1, 0), *votes(ONE, 0, 0, 1))
    assert table.write() == []
    table.hear(*votes(ONE, 0, 2))
    assert table.write() == [final(table.voter(3), 0, ONE.id), Vote(1, 1, ONE.id)]


def test_a_proposal_again_must_be_of_the_block_that_was_notarized_there() -> None:
    table = Table(seat=3).hear(proposal(ONE), *votes(ONE, 0, 0, 1, 2), *skips(0, 3), proposal(OTHER, 1, 0))
    assert table.write() == []


@pytest.mark.parametrize("from_iteration", [1, 2])
def test_a_proposal_does_not_rest_on_its_own_or_a_later_iteration(from_iteration: int) -> None:
    table = Table(seat=3).hear(*skips(0, 0, 1, 3), proposal(ONE, 1, from_iteration), *skips(2, 3))
    table.hear(*votes(ONE, 2, 0, 1, 2))
    assert table.write() == []


def test_a_proposal_again_needs_skips_between() -> None:
    table = Table(seat=3).hear(proposal(ONE), *votes(ONE, 0, 0, 1, 2), *skips(0, 3))
    table.hear(proposal(OTHER, 1), *votes(OTHER, 1, 0, 1, 2), *skips(1, 3, 0), proposal(ONE, 2, 0))
    assert (table.agreement.height.iteration, table.write()) == (2, [])
    assert table.hear(*skips(1, 1)).write() == [Vote(1, 2, ONE.id)]


def test_only_the_first_proposal_of_an_iteration_counts_and_two_are_proof() -> None:
    table = Table().hear(proposal(ONE), proposal(OTHER), proposal(ONE))
    assert table.write() == [Vote(1, 0, ONE.id)]
    first, second = (Said(Propose(1, 0, None, of), EntryId(bytes([n]) * 32)) for n, of in ((1, ONE), (2, OTHER)))
    assert table.cheats == [Cheat(table.voter(0), first, second)]


def test_who_does_not_lead_proposes_in_vain() -> None:
    assert Table().hear((2, Propose(1, 0, None, ONE))).write() == []


def test_a_leader_gives_the_finals_time_and_then_proposes_the_newest_notarized_block_again() -> None:
    table = Table(seat=2, made=block(9)).hear(proposal(ONE), *votes(ONE, 0, 0, 1, 3), *skips(1, 0, 1, 3))
    table.hear(*skips(0, 2))
    assert table.ask() == Propose(1, 2, 0, ONE)
    table = Table(seat=2, made=block(9)).hear(proposal(ONE), *votes(ONE, 0, 0, 1, 3), *skips(0, 2))
    table.hear(proposal(OTHER, 1), *votes(OTHER, 1, 0, 1, 3), *skips(1, 2))
    assert table.write() == []
    assert table.agreement.due_ms() == NOW_MS + 10_000
    assert table.write(9_999) == []
    assert table.write(10_000) == [Propose(1, 2, 1, OTHER), Vote(1, 2, OTHER.id)]


def test_a_removal_goes_in_place_of_a_notarized_block_that_takes_more_voters() -> None:
    heard = [proposal(ONE), *votes(ONE, 0, 0, 1, 2, 3), *skips(0, 1, 2, 3)]
    for made, proposed in ((REMOVAL, Propose(1, 1, None, REMOVAL)), (OTHER, Propose(1, 1, 0, ONE))):
        table = Table(voters=5, seat=1, made=made).hear(*heard)
        table.ask()
        assert table.ask(5_000) == proposed
    table = Table(voters=5, seat=1, made=REMOVAL).hear(*heard[:-1])
    table.hear(*skips(0, 1))
    table.ask()
    assert table.ask(5_000) == Propose(1, 1, 0, ONE)


# Rule 2


def test_a_voter_votes_once_an_iteration_also_after_a_restart() -> None:
    table = Table().hear((1, Vote(1, 0, OTHER.id)), proposal(ONE))
    assert table.write() == []
    assert table.agreement.voted == {OTHER.id}


def test_an_invalid_block_is_not_looked_at_again_and_one_that_waits_is() -> None:
    for verdict, written in ((Verdict.INVALID, []), (Verdict.WAIT, [Vote(1, 0, ONE.id)])):
        table = Table(verdict=verdict).hear(proposal(ONE))
        assert table.write() == []
        table.verdict = Verdict.VALID
        assert table.write() == written


def test_who_has_skipped_may_still_vote_but_not_finalize() -> None:
    table = Table().hear(*skips(0, 1), proposal(ONE))
    assert table.write() == [Vote(1, 0, ONE.id)]
    assert table.hear(*votes(ONE, 0, 0, 2)).write() == []


def test_a_proposal_of_an_earlier_iteration_is_not_voted_for() -> None:
    assert Table(seat=3).hear(*skips(0, 0, 1, 2), proposal(ONE)).write() == []


# Rules 3 and 4


def test_a_voter_skips_when_the_time_is_out_once() -> None:
    table = Table()
    assert table.write() == []
    assert table.agreement.due_ms() == NOW_MS + 10_000
    assert table.write(9_999) == []
    assert table.write(10_000) == [Skip(1, 0)]
    assert table.agreement.due_ms() is None


def test_who_has_written_a_final_never_skips_even_if_the_votes_are_lost() -> None:
    table = Table()
    table.hear((1, final(table.voter(1), 0, ONE.id)))
    assert (table.write(), table.write(60_000), table.agreement.due_ms()) == ([], [], None)


@pytest.mark.parametrize(("of", "enough"), [(ONE, 4), (REMOVAL, 3)])
def test_a_block_is_notarized_by_its_own_quorum_and_then_finalized(of: Block, enough: int) -> None:
    table = Table(voters=5, seat=4).hear(proposal(of), *votes(of, 0, *range(enough - 1)), *skips(1, 0, 1))
    table.verdict = Verdict.WAIT
    assert table.write() == []
    table.hear(*votes(of, 0, enough - 1))
    assert table.write() == [final(table.voter(4), 0, of.id)]
    assert table.agreement.height.iteration == 1


def test_votes_before_the_block_count_once_it_is_known() -> None:
    table = Table().hear(*votes(ONE, 0, 0, 2, 3))
    assert table.write() == []
    assert table.hear(proposal(ONE)).write() == [final(table.voter(1), 0, ONE.id)]


def test_finals_are_written_for_every_notarized_iteration_that_was_not_skipped() -> None:
    table = Table(seat=3).hear(proposal(ONE), *votes(ONE, 0, 0, 1, 2), *skips(1, 0, 1, 3), proposal(ONE, 1, 0))
    table.hear(*votes(ONE, 1, 0, 1, 2), *skips(2, 0, 1), proposal(ONE, 2, 1), *votes(ONE, 2, 0, 1, 2))
    assert table.write() == [final(table.voter(3), 0, ONE.id), final(table.voter(3), 2, ONE.id)]


def test_a_quorum_of_good_finals_of_one_iteration_is_the_certificate() -> None:
    table = Table(voters=5, seat=None).hear(proposal(ONE))
    table.hear(*finals(table, ONE, 0, 0, 1), *finals(table, ONE, 1, 3, 4), (2, final(table.voter(3), 0, ONE.id)))
    table.hear(*finals(table, ONE, 0, 1, 4))
    assert table.agreement.decided is None
    table.hear(*finals(table, ONE, 0, 3, 2))
    signed = tuple(
        (voter, signature(voter, final_signed_bytes(1, 0, ONE.id)))
        for voter in sorted(table.voter(place) for place in (0, 1, 3, 4))
    )
    assert table.agreement.decided == (ONE, Certificate(1, 0, ONE.id, signed))
    assert table.ask() is None


def test_finals_before_the_block_count_once_it_is_known() -> None:
    table = Table(seat=None)
    table.hear(*finals(table, ONE, 0, 0, 1, 2))
    assert table.agreement.decided is None
    assert table.hear(proposal(ONE, 1)).agreement.decided is not None


def test_a_second_final_block_is_kept_as_the_rival() -> None:
    table = Table(seat=None).hear(proposal(ONE), proposal(OTHER, 1))
    table.hear(*finals(table, ONE, 0, 0, 1, 2), *finals(table, OTHER, 1, 0, 1, 2))
    found = [item[0] for item in (table.agreement.decided, table.agreement.height.rival) if item is not None]
    assert found == [ONE, OTHER]


# Proof of cheating


def final_of_two(of: Block) -> ChainMessage:
    return final(Table().voter(2), 0, of.id)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Vote(1, 0, ONE.id), Vote(1, 0, OTHER.id)),
        (final_of_two(ONE), final_of_two(OTHER)),
        (Skip(1, 0), final_of_two(ONE)),
        (final_of_two(ONE), Skip(1, 0)),
    ],
)
def test_two_messages_that_contradict_each_other_are_proof_once_and_both_count(
    first: ChainMessage, second: ChainMessage
) -> None:
    table = Table(seat=None).hear((2, first), (2, first), (2, second), (2, second), (2, first))
    ids = EntryId(b"\x01" * 32), EntryId(b"\x03" * 32)
    assert table.cheats == [Cheat(table.voter(2), Said(first, ids[0]), Said(second, ids[1]))]
    said = table.agreement.height.said_in(0)
    assert sum(map(len, (said.skips, *said.votes.values(), *said.finals.values()))) == 2


def test_what_honest_voters_may_say_is_no_proof() -> None:
    table = Table(seat=None)
    voter = table.voter(2)
    table.hear((2, Vote(1, 0, ONE.id)), (2, final(voter, 0, OTHER.id)), (2, Skip(1, 1)), (2, Vote(1, 1, OTHER.id)))
    table.hear((2, final(voter, 2, ONE.id)), (2, Propose(1, 2, None, ONE)), (2, Propose(1, 6, None, OTHER)))
    assert table.cheats == []


def test_a_final_with_a_bad_signature_proves_nothing() -> None:
    table = Table(seat=None)
    table.hear((2, Skip(1, 0)), (2, final(table.voter(3), 0, ONE.id)))
    assert table.cheats == []


def test_who_is_no_voter_is_not_heard() -> None:
    table = Table()
    assert table.agreement.take(member(9), Skip(1, 0), EntryId(bytes(32))) == []
    assert table.agreement.height.said_in(0).skips == set()


# Only when there is work


def test_nothing_is_written_without_work_or_with_too_few_present_and_the_time_stands_still() -> None:
    table = Table().hear(proposal(ONE))
    for table.has_work, table.is_present in ((False, True), (True, False)):
        assert (table.write(), table.agreement.due_ms()) == ([], None)
    table.has_work = table.is_present = True
    assert table.write() == [Vote(1, 0, ONE.id)]
    table.write(4_000)
    table.is_present = False
    table.write(5_000)
    table.is_present = True
    assert table.write(90_000) == []
    assert table.agreement.due_ms() == NOW_MS + 96_000
    assert table.write(96_000) == [Skip(1, 0)]


def test_who_has_no_vote_writes_nothing() -> None:
    for table in (Table(seat=None), Table()):
        if table.agreement.me:
            table.agreement.me = member(9)
        assert (table.hear(proposal(ONE)).write(60_000), table.agreement.due_ms()) == ([], None)


def test_the_time_starts_anew_and_doubled_in_the_next_iteration() -> None:
    table = Table(seat=3)
    table.write()
    table.write(8_000)
    table.hear(*skips(0, 0, 1, 2))
    assert table.agreement.due_ms() == NOW_MS + 8_000
    assert table.write(8_000) == []
    assert table.agreement.due_ms() == NOW_MS + 28_000


def test_a_block_of_another_height_is_no_proposal() -> None:
    assert Table().hear(proposal(block(1, height=2))).write() == []
