"""The list of members: who is meant, in which order, and what stands beside a name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.ledger.member_list import Exposure, Listed, Marks, MemberLine, MemberOrder
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import Commit

TODAY = "2026-02-20"
MARKS = Marks(watches="watch/", limits="limit/")
ME, ALPHA, BETA, GAMMA, NOBODY = (Feed(name) for name in ("me", "alpha", "beta", "gamma", "nobody"))
NAMES = {"me": ME, "alpha": ALPHA, "beta": BETA, "gamma": GAMMA, "nobody": NOBODY}
PEOPLE = frozenset(feed.member for feed in NAMES.values())


@pytest.fixture
def book(ledger: Ledger) -> Ledger:
    """Alpha owes 500 HKD and 7 USD, beta 900 HKD, gamma is asked for 40; the last one is known from nothing."""
    me = Feed("me")
    debtors = {name: Feed(name) for name in ("alpha", "beta", "gamma")}
    owed = [(debtors["alpha"], 700, "HKD"), (debtors["alpha"], 7, "USD"), (debtors["beta"], 900, "HKD")]
    records = []
    for debtor, amount, currency in owed:
        proposal = me.propose(debtor, amount, f"{amount} {currency}", currency=currency)
        records += [proposal, debtor.accept(proposal)]
    records += [me.receipt(records[1], 200, "2026-02-01"), me.propose(debtors["gamma"], 40, "asked")]
    records += [me.propose(debtors["gamma"], 50, "too late", valid_until="2026-02-19")]
    records.append(debtors["beta"].propose(debtors["alpha"], 5_000, "other's business"))
    ledger.commit(applied(*records))
    names = {ME: "Mine", ALPHA: "alpha Ltd", BETA: "Beta Ltd", GAMMA: "Gamma Ltd"}
    ledger.commit(Commit(objects=[feed.profile("Hong Kong", en=name) for feed, name in names.items()]))
    for name, value in (
        (f"watch/{GAMMA.member.hex()}", b"{}"), (f"watch/{'ff' * 32}", b"{}"),
        (f"limit/{ALPHA.member.hex()}/HKD", b"499"), (f"limit/{ALPHA.member.hex()}/USD", b"7"),
        (f"limit/{BETA.member.hex()}/USD", b"1"), (f"limit/{GAMMA.member.hex()}/HKD", b"40"),
    ):  # fmt: skip
        ledger.set_setting(name, value)
    return ledger


def order(ledger: Ledger, **listed: Any) -> tuple[list[str], tuple[str, ...], str]:
    found: MemberOrder = ledger.member_list.order(Listed(**listed), PEOPLE, me=ME.member, today=TODAY, marks=MARKS)
    names = {feed.member: name for name, feed in NAMES.items()}
    return [names[member] for member in found.members], found.currencies, found.currency


def test_everybody_by_name_with_those_last_whom_the_book_does_not_know(book: Ledger) -> None:
    assert order(book) == (["alpha", "beta", "gamma", "me", "nobody"], (), "")
    assert order(book, descending=True)[0] == ["me", "gamma", "beta", "alpha", "nobody"]


def test_whoever_is_no_member_is_left_out(book: Ledger) -> None:
    people = frozenset({BETA.member})
    found = book.member_list.order(Listed(), people, me=ME.member, today=TODAY, marks=MARKS)
    assert found == MemberOrder([BETA.member])


def test_whoever_owes_is_watched_or_has_a_limit_is_there_though_it_is_no_member_any_more(book: Ledger) -> None:
    found = [
        book.member_list.order(Listed(narrowed), frozenset({ME.member}), me=ME.member, today=TODAY, marks=MARKS).members
        for narrowed in ("owing", "watched", "over-limit")
    ]
    assert found == [[ALPHA.member, BETA.member], [GAMMA.member], [ALPHA.member]]


@pytest.mark.parametrize(
    ("currency", "descending", "expected"),
    [
        ("", True, ["beta", "alpha", "gamma", "me", "nobody"]),
        ("HKD", False, ["alpha", "beta", "gamma", "me", "nobody"]),
        ("USD", True, ["alpha", "beta", "gamma", "me", "nobody"]),
    ],
)
def test_what_is_owed_is_sorted_within_one_currency(
    book: Ledger, currency: str, descending: bool, expected: list[str]
) -> None:
    found = order(book, sort="owed", currency=currency, descending=descending)
    assert found == (expected, ("HKD", "USD"), currency or "HKD")


@pytest.mark.parametrize(
    ("narrowed", "expected"), [("owing", ["alpha", "beta"]), ("watched", ["gamma"]), ("over-limit", ["alpha"])]
)
def test_filters(book: Ledger, narrowed: str, expected: list[str]) -> None:
    assert order(book, filter=narrowed)[0] == expected


def test_a_limit_is_exceeded_by_what_is_proposed_too_and_not_at_its_edge(book: Ledger) -> None:
    book.set_setting(f"limit/{ALPHA.member.hex()}/HKD", b"500")
    assert order(book, filter="over-limit")[0] == []
    book.set_setting(f"limit/{GAMMA.member.hex()}/HKD", b"39")
    assert order(book, filter="over-limit")[0] == ["gamma"]


@pytest.mark.parametrize(
    ("text", "expected"), [("ltd", ["alpha", "beta", "gamma"]), (BETA.member.hex()[:8], ["beta"]), ("zzz", [])]
)
def test_a_text_fits_names_and_ids(book: Ledger, text: str, expected: list[str]) -> None:
    assert order(book, text=text)[0] == expected


def test_lines_say_what_is_owed_beside_limit_and_watch(book: Ledger) -> None:
    asked: list[MemberId] = [GAMMA.member, ALPHA.member, NOBODY.member, BETA.member]
    assert book.member_list.lines(asked, me=ME.member, today=TODAY, marks=MARKS) == [
        MemberLine(GAMMA.member, "Gamma Ltd", (Exposure("HKD", 0, 40, 40),), True),
        MemberLine(ALPHA.member, "alpha Ltd", (Exposure("HKD", 500, 0, 499), Exposure("USD", 7, 0, 7)), False),
        MemberLine(NOBODY.member, "", (), False),
        MemberLine(BETA.member, "Beta Ltd", (Exposure("HKD", 900, 0, None), Exposure("USD", 0, 0, 1)), False),
    ]


def test_a_ledger_that_does_not_know_who_asks_owes_it_nothing(ledger: Ledger) -> None:
    assert order(ledger) == (sorted(NAMES, key=lambda name: NAMES[name].member), (), "")
    assert order(ledger, sort="owed")[1:] == ((), "")
