"""Attacks on a world of honest members: the guarantees that reputation gives, and where it gives none."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from tests.benchmarks.gaming import MALLORY, Row, lying_creditor, rows, stranger
from tests.benchmarks.gaming_measures import measures_of
from tests.benchmarks.gaming_world import honest_world

from cohong.insight.scorecard import Grade

Rows = dict[str, Row]


@pytest.fixture(scope="module")
def attacks() -> Rows:
    return {row.name: row for row in rows(seed=1)}


def test_trust_is_at_most_four_fifths_of_what_was_repaid_to_honest_members(attacks: Rows) -> None:
    lifting = [row for row in attacks.values() if row.name not in ("a victim", "… bad-mouthed", "… by the patient")]
    lifting.remove(attacks["… by its creditor"])
    assert len(lifting) == 10
    assert all(5 * row.measures.trust_most_minor <= 4 * row.repaid_minor for row in lifting)


@pytest.mark.parametrize(
    "attack",
    ["a stranger", "wash trades with one", "a ring of twelve", "three invented creditors", "a hundred of them"],
)
def test_trade_among_the_invented_gives_no_trust(attacks: Rows, attack: str) -> None:
    assert (attacks[attack].repaid_minor, attacks[attack].measures.trust_most_minor) == (0, 0)


def test_ill_words_move_neither_trust_nor_payment_facts(attacks: Rows) -> None:
    before = attacks["a victim"].measures
    for attack in ("… bad-mouthed", "… by the patient"):
        after = attacks[attack].measures
        assert after.experience < before.experience
        assert replace(after, experience=before.experience) == before


def test_one_friend_makes_no_file(attacks: Rows) -> None:
    thin = [attacks[attack].measures for attack in ("a stranger", "wash trades with one", "a ring of twelve")]
    assert all(seen.is_thin and seen.grade is None for seen in thin)
    # A thousand payments to one are worth two thirds of an outcome.
    assert attacks["wash trades with one"].measures.on_time == pytest.approx((1 + 2 / 3) / (2 + 2 / 3))


def test_a_new_name_begins_thin_however_it_is_vouched_for_by_the_old_one(attacks: Rows) -> None:
    assert attacks["a bad past"].measures.grade is Grade.E
    assert attacks["… whitewashed"].measures.grade is None
    assert attacks["… whitewashed"].measures.trust_most_minor < attacks["a bad past"].measures.trust_most_minor


def test_one_creditor_that_lies_has_no_more_than_a_quarter_of_the_say() -> None:
    done = lying_creditor(honest_world(Random(1)))
    (liar,) = done.members
    deals = tuple(deal for deal in done.world.deals if (deal.creditor, deal.debtor) != (liar, done.subject))
    without = measures_of(replace(done.world, deals=deals), done.subject)
    assert measures_of(done.world, done.subject).on_time >= 0.75 * without.on_time


def test_a_flood_of_words_counts_as_a_month_and_a_year_of_them_as_a_year(attacks: Rows) -> None:
    assert attacks["… bad-mouthed"].raters <= 1 / 2
    assert attacks["… bad-mouthed"].raters < attacks["… by the patient"].raters <= 13 / 14


def test_the_same_seed_makes_the_same_world() -> None:
    assert honest_world(Random(1)) == honest_world(Random(1)) != honest_world(Random(2))
    assert stranger(honest_world(Random(1))).subject == MALLORY
