"""A node that comes out of being alone listens before it lets anything new out."""

from __future__ import annotations

from cohong.node.company import ALONE_MS, HEARD_MS, Company


def test_enough_voters_are_heard_at_once_and_too_few_after_a_moment() -> None:
    company = Company()
    company.look(1_000, is_company=True, is_enough=True)
    assert company.is_heard
    few = Company()
    few.look(1_000, is_company=True, is_enough=False)
    assert (few.is_heard, few.next_ms(1_000)) == (False, 1_000 + HEARD_MS)
    few.look(999 + HEARD_MS, is_company=True, is_enough=False)
    assert not few.is_heard
    few.look(1_000 + HEARD_MS, is_company=True, is_enough=False)
    assert (few.is_heard, few.next_ms(1_000 + HEARD_MS)) == (True, None)


def test_whoever_has_been_alone_listens_again() -> None:
    company = Company()
    company.look(0, is_company=True, is_enough=True)
    company.look(5_000, is_company=False, is_enough=False)
    assert not company.is_heard
    company.look(50_000, is_company=True, is_enough=False)
    assert (company.is_heard, company.next_ms(50_000)) == (False, 50_000 + HEARD_MS)


def test_alone_for_long_it_goes_on_by_itself_though_nothing_leaves() -> None:
    company = Company()
    assert (company.expects_nobody(0), company.next_ms(0)) == (False, None)
    company.look(0, is_company=False, is_enough=False)
    assert (company.expects_nobody(ALONE_MS - 1), company.next_ms(1)) == (False, ALONE_MS)
    company.look(ALONE_MS, is_company=False, is_enough=False)
    assert (company.expects_nobody(ALONE_MS), company.is_heard, company.next_ms(ALONE_MS)) == (True, False, None)


def test_only_voter_waits_for_nobody() -> None:
    company = Company()
    company.look(0, is_company=False, is_enough=True)
    assert company.expects_nobody(0)
