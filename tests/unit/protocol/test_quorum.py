"""How many voters suffice, and how records that move one version stand beside one another."""

from dataclasses import replace

import pytest
from tests.simulation.feeds import member
from tests.unit.book.records import entry_id, fact
from tests.unit.protocol.chain.chains import block

from cohong.primitives.charter import FINAL_MAJORITY, Charter
from cohong.primitives.standing import Level
from cohong.protocol.quorum import block_size, confirmed_size, final_size, level_size, rejected_size, strength
from cohong.protocol.rivals import settle_rivals

TABLE = [(1, 1, 1), (2, 2, 2), (3, 2, 3), (4, 3, 3), (5, 3, 4), (6, 4, 5), (7, 4, 5), (10, 6, 7), (100, 51, 67)]


def charter(voters: int, final: str = "two-thirds") -> Charter:
    return Charter(tuple(member(number) for number in range(voters)), final=final)


@pytest.mark.parametrize(("voters", "confirmed", "final"), TABLE)
def test_sizes_are_those_of_the_table(voters: int, confirmed: int, final: int) -> None:
    assert (confirmed_size(voters), final_size(voters)) == (confirmed, final)
    assert level_size(Level.FINAL, charter(voters)) == final
    assert level_size(Level.CONFIRMED, charter(voters)) == confirmed
    assert level_size(Level.FINAL, charter(voters, FINAL_MAJORITY)) == confirmed
    assert rejected_size(Level.CONFIRMED, charter(voters)) == voters - confirmed + 1
    assert rejected_size(Level.FINAL, charter(voters)) == voters - final + 1


@pytest.mark.parametrize("voters", range(1, 60))
def test_two_quorums_share_as_many_voters_as_is_promised(voters: int) -> None:
    assert 2 * confirmed_size(voters) - voters >= 1
    assert 3 * (2 * final_size(voters) - voters) > voters


def test_strength_is_how_many_must_have_signed_both_ways() -> None:
    assert [strength(yes, Level.CONFIRMED, charter(10)) for yes in (3, 4, 5, 6, 10)] == [0, 0, 1, 2, 6]
    assert strength(7, Level.FINAL, charter(10)) == 4


@pytest.mark.parametrize(("voters", "confirmed", "final"), TABLE)
def test_a_block_that_removes_a_voter_takes_a_majority_any_other_the_final_level(
    voters: int, confirmed: int, final: int
) -> None:
    blocks = block(1, removes=True), block(1)
    assert [block_size(item, charter(voters)) for item in blocks] == [confirmed, final]
    assert [block_size(item, charter(voters, FINAL_MAJORITY)) for item in blocks] == [confirmed, confirmed]


C, F, W = Level.CONFIRMED, Level.FINAL, Level.WAITING


@pytest.mark.parametrize(
    ("rivals", "levels"),
    [
        ([(0, 1, C)], [C]),
        ([(0, 1, C), (0, 2, W)], [C, W]),
        ([(0, 1, C), (0, 2, F)], [C, Level.BEATEN]),  # the first of one feed goes on
        ([(0, 1, Level.REJECTED), (0, 2, C)], [Level.REJECTED, C]),
        ([(0, 1, C), (1, 1, F)], [Level.BEATEN, F]),
        ([(0, 1, C), (1, 1, C)], [Level.CONTESTED, Level.CONTESTED]),
        ([(0, 1, C), (0, 2, F), (1, 9, C)], [Level.CONTESTED, Level.BEATEN, Level.CONTESTED]),
        ([(0, 1, F), (1, 1, C), (2, 1, W)], [F, Level.BEATEN, W]),
    ],
)
def test_at_most_one_mover_of_a_version_goes_on(rivals: list[tuple[int, int, Level]], levels: list[Level]) -> None:
    facts = [replace(fact("k", member(author), number), seq=seq) for number, (author, seq, _) in enumerate(rivals, 10)]
    settled = settle_rivals([(item, level) for item, (_, _, level) in zip(facts, rivals, strict=True)])
    assert [settled[entry_id(number)] for number in range(10, 10 + len(rivals))] == levels
