"""Trust and expected experience out of a real ledger: what counts, of whom, and when it is read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.unit.ledger.feeds import KEY, Feed, applied

from cohong.insight.evaluation import plain_fit
from cohong.insight.ratings_file import read_ratings
from cohong.ledger.ledger import Ledger
from cohong.ledger.reader import StillReader
from cohong.node import trade_book
from cohong.node.trade_book import TradeBook
from cohong.primitives.encoding import Value
from cohong.primitives.standing import Commit, Placed

TODAY = "2026-03-01"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger.create(tmp_path / "ledger.db", KEY)
    yield made
    made.close()


@pytest.fixture
def book(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TradeBook]:
    monkeypatch.setattr(trade_book, "REST", 0)
    reader = StillReader(tmp_path / "ledger.db", KEY)
    yield TradeBook(reader)
    reader.close()


def owed(creditor: Feed, debtor: Feed, amount: int, reference: str, **terms: Any) -> list[Placed]:
    proposal = creditor.propose(debtor, amount, reference, **terms)
    return [proposal, debtor.accept(proposal)]


def repaid(creditor: Feed, debtor: Feed, amount: int, day: str = TODAY, **terms: Any) -> list[Placed]:
    records = owed(creditor, debtor, amount, f"{creditor.name}-{debtor.name}-{amount}", **terms)
    return [*records, creditor.receipt(records[-1], amount, day)]


def more(records: list[Placed], newest: Placed) -> Commit:
    """Return the commit that applies one more record to what earlier ones have made."""
    every = applied(*records, newest)
    return Commit(append=[newest], standings=every.standings[-1:], objects=every.objects)


def asked(book: TradeBook, viewer: Feed, subject: Feed, currency: str = "", **replaced: str) -> dict[str, Any]:
    found = book.trust(
        viewer=viewer.member.hex(), subject=subject.member.hex(), currency=currency, today=TODAY, replaced=replaced
    )
    assert isinstance(found, dict)
    return found


def minor(book: TradeBook, viewer: Feed, subject: Feed, currency: str = "HKD") -> int:
    (found,) = asked(book, viewer, subject, currency)["currencies"]
    return int(found["minor"])


def test_what_was_repaid_is_trusted_over_whom_it_was_repaid_to(ledger: Ledger, book: TradeBook) -> None:
    me, friend, subject = Feed("me"), Feed("friend"), Feed("subject")
    first, second = repaid(me, friend, 10_000), repaid(friend, subject, 6_000)
    ledger.commit(applied(*first, *second))
    found = asked(book, me, subject)
    (hkd,) = found["currencies"]
    ids = [feed.member.hex() for feed in (me, friend, subject)]
    assert (found["member"], found["as_of"]) == (ids[2], TODAY)
    assert hkd == {
        "currency": "HKD",
        "minor": 3_840,
        "paths": [{"members": ids, "carried_minor": 6_000, "arrives_minor": 3_840}],
        "paths_count": 1,
        "arcs": [
            {
                "creditor": ids[0], "debtor": ids[1], "holds_minor": 10_000, "paid_minor": 10_000, "payments": 1,
                "newest": TODAY, "objects": [first[0].fact.id.hex()],
            },
            {
                "creditor": ids[1], "debtor": ids[2], "holds_minor": 6_000, "paid_minor": 6_000, "payments": 1,
                "newest": TODAY, "objects": [second[0].fact.id.hex()],
            },
        ],
        "bound": {"side": "subject", "holds_minor": 6_000, "members": 1, "hops": 2, "at_most_minor": 3_840},
    }  # fmt: skip
    assert (minor(book, subject, me), minor(book, friend, me)) == (0, 0)
    assert asked(book, subject, me)["currencies"] == []
    assert asked(book, Feed("stranger"), Feed("nobody"))["currencies"] == []


def test_each_receipt_counts_on_its_own_day_and_what_is_owed_does_not(ledger: Ledger, book: TradeBook) -> None:
    me, subject = Feed("me"), Feed("subject")
    records = owed(me, subject, 5_000, "INV")
    records.append(me.receipt(records[-1], 1_000, "2025-09-02"))  # 180 days before
    records.append(me.receipt(records[-1], 1_000, TODAY))
    ledger.commit(applied(*records))
    (hkd,) = asked(book, me, subject)["currencies"]
    assert (hkd["minor"], hkd["arcs"][0]["holds_minor"], hkd["arcs"][0]["paid_minor"]) == (1_200, 1_500, 2_000)
    assert hkd["arcs"][0]["objects"] == [records[0].fact.id.hex()]


def test_currencies_never_mix(ledger: Ledger, book: TradeBook) -> None:
    me, friend, subject = Feed("me"), Feed("friend"), Feed("subject")
    ledger.commit(applied(*repaid(me, friend, 10_000), *repaid(friend, subject, 6_000, currency="CNY")))
    assert [(each["currency"], each["minor"]) for each in asked(book, me, subject)["currencies"]] == [("CNY", 0)]
    assert (minor(book, me, friend), minor(book, me, friend, "JPY")) == (8_000, 0)


def test_what_is_not_confirmed_or_is_disputed_counts_for_nothing(ledger: Ledger, book: TradeBook) -> None:
    me, subject = Feed("me"), Feed("subject")
    records = owed(me, subject, 5_000, "INV")
    ledger.commit(applied(*records))
    receipt = me.receipt(records[-1], 5_000, TODAY)
    ledger.commit(Commit(append=[receipt]))
    assert asked(book, me, subject)["currencies"] == []
    paid = more(records, receipt)
    paid.append = []
    ledger.commit(paid)
    assert minor(book, me, subject) == 4_000
    dispute = subject.write("dispute.open", {"says": "no", "evidence": []}, names=[receipt])
    # It counts from its form alone.
    ledger.commit(Commit(append=[dispute]))
    assert minor(book, me, subject) == 0


def test_who_has_received_it_was_repaid_and_not_who_had_sold_it(ledger: Ledger, book: TradeBook) -> None:
    seller, buyer, subject = Feed("seller"), Feed("buyer"), Feed("subject")
    records = owed(seller, subject, 5_000, "INV")
    records.append(seller.receipt(records[-1], 1_000, TODAY))
    offer: dict[str, Value] = {"amount": 4_000, "price": 3_900, "recourse": False, "valid_until": "2026-12-31"}
    bid = buyer.write("offer.buy", offer, names=[records[-1]])
    sold = seller.write("credit.assign", {"heads": []}, names=[records[-1], bid])
    records += [bid, sold, buyer.receipt(sold, 4_000, TODAY)]
    ledger.commit(applied(*records))
    assert (minor(book, seller, subject), minor(book, buyer, subject)) == (800, 3_200)


def test_what_was_given_up_is_not_repaid_and_what_came_back_is(ledger: Ledger, book: TradeBook) -> None:
    me, subject = Feed("me"), Feed("subject")
    records = owed(me, subject, 5_000, "INV")
    records.append(me.write("credit.write_off", {"amount": 5_000, "reason": ""}, names=[records[-1]]))
    ledger.commit(applied(*records))
    assert asked(book, me, subject)["currencies"] == []
    payment: dict[str, Value] = {"amount": 2_000, "value_date": TODAY, "method": "", "reference": ""}
    ledger.commit(more(records, me.write("credit.recover", payment, names=[records[-1]])))
    assert minor(book, me, subject) == 1_600


def test_what_a_round_has_set_off_is_repaid_by_the_one_who_gave_up_a_claim(ledger: Ledger, book: TradeBook) -> None:
    me, subject = Feed("me"), Feed("subject")
    records = owed(me, subject, 5_000, "INV")
    receipt = me.receipt(records[-1], 1_000, "2020-01-01")
    says: dict[str, Value] = {"currency": "HKD", "due_until": "2026-12-31", "ends": "2026-12-31", "says": ""}
    announced = me.write("netting.announce", says)
    join = me.write("netting.join", {"heads": []}, names=[receipt, announced])
    result = me.write("netting.apply", {"set_offs": [3_000]}, names=[announced, join])
    ledger.commit(applied(*records, receipt, announced, join, result))
    on = result.entry.header.time_ms // 86_400_000 + date(1970, 1, 1).toordinal()
    found = book.trust(
        viewer=me.member.hex(), subject=subject.member.hex(), currency="", today=date.fromordinal(on).isoformat(),
        replaced={},
    )  # fmt: skip
    (hkd,) = found["currencies"]
    assert (hkd["minor"], hkd["arcs"][0]["paid_minor"], hkd["arcs"][0]["payments"]) == (2_400, 4_000, 2)


def test_a_member_is_the_same_under_its_new_key(ledger: Ledger, book: TradeBook) -> None:
    me, old, new, subject = Feed("me"), Feed("old"), Feed("new"), Feed("subject")
    ledger.commit(applied(*repaid(me, new, 10_000), *repaid(old, subject, 6_000)))
    assert minor(book, me, subject) == 0
    (hkd,) = asked(book, me, subject, "", **{old.member.hex(): new.member.hex()})["currencies"]
    assert hkd["minor"] == 3_840


def test_the_book_is_read_again_when_it_has_changed_and_some_time_has_passed(
    ledger: Ledger, book: TradeBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    me, subject = Feed("me"), Feed("subject")
    ledger.commit(applied(*repaid(me, subject, 1_000)))
    monkeypatch.setattr(trade_book, "REST", 1e6)
    read_ms = asked(book, me, subject)["read_ms"]
    ledger.commit(applied(*repaid(me, subject, 2_000)))
    (hkd,) = (found := asked(book, me, subject))["currencies"]
    assert (hkd["minor"], found["read_ms"]) == (800, read_ms)
    monkeypatch.setattr(book, "_again_at", 0.0)
    assert minor(book, me, subject) == 2_400


def test_words_and_how_trade_turned_out_are_what_is_expected(ledger: Ledger, book: TradeBook) -> None:
    me, friend, critic, subject = Feed("me"), Feed("friend"), Feed("critic"), Feed("subject")
    records = repaid(friend, subject, 1_000, day="2026-02-01", due="2026-02-04")
    records += repaid(critic, subject, 2_000, day="2026-02-20", due="2026-02-04")
    records.append(critic.write("endorse.set", {"member": subject.member, "score": -4, "comment": "slow"}))
    ledger.commit(applied(*records))
    found = book.experience(viewer=me.member.hex(), subject=subject.member.hex(), today=TODAY, replaced={})
    assert (found["member"], found["ratings"], found["own"], found["learned_from"]) == (
        subject.member.hex(),
        2,
        None,
        2,
    )
    said = {each["member"]: each for each in found["raters"]}
    assert said[friend.member.hex()] == {
        "member": friend.member.hex(), "value": 1.0, "months": 1, "on_time": 1, "late": 0, "lost": 0, "score": None,
    }  # fmt: skip
    late = said[critic.member.hex()]
    assert (late["late"], late["score"], late["on_time"]) == (1, -4, 0)
    assert -0.4 < late["value"] < 0
    goodness = found["terms"][1]
    assert (goodness["term"], goodness["value"]) == ("goodness", pytest.approx((1.0 + late["value"]) / 4, abs=1e-4))
    own = book.experience(viewer=critic.member.hex(), subject=subject.member.hex(), today=TODAY, replaced={})
    assert (own["own"]["value"], own["ratings"]) == (late["value"], 1)


def test_words_of_a_book_are_foretold_as_the_same_words_of_a_file(
    ledger: Ledger, book: TradeBook, tmp_path: Path
) -> None:
    feeds = [Feed(name) for name in "abcdef"]
    random, records = Random(1), list[Placed]()
    lines: list[str] = []
    for source, target in permutations(feeds, 2):
        score, time_s = random.randint(-10, 10), 1_790_000_000 + len(lines) * 50_000
        said: dict[str, Value] = {"member": target.member, "score": score, "comment": ""}
        records.append(source.write("endorse.set", said, time_ms=time_s * 1000))
        lines.append(f"{source.name},{target.name},{score},{time_s}")
    ledger.commit(applied(*records))
    (tmp_path / "ratings.csv").write_text("\n".join(lines))
    found = book.fit(words_only=True, today=TODAY, replaced={}, labels={})
    assert found == plain_fit(read_ratings(tmp_path / "ratings.csv").ratings, {})
    assert (found["ratings"], found["members"], found["leave_one_out"]["rmse"] > 0) == (30, 6, True)
    assert book.fit(words_only=False, today=TODAY, replaced={}, labels={})["ratings"] == 30


def test_what_goes_round_within_two_hops_comes_back(ledger: Ledger, book: TradeBook) -> None:
    subject, friend, third = Feed("subject"), Feed("friend"), Feed("third")
    rounds = (repaid(friend, subject, 10_000), repaid(third, friend, 8_000), repaid(subject, third, 4_000))
    ledger.commit(applied(*(record for records in rounds for record in records)))
    found = book.rings(subject=subject.member.hex(), today=TODAY, replaced={})
    [hkd] = found["currencies"]
    assert (found["member"], hkd["currency"]) == (subject.member.hex(), "HKD")
    assert hkd["back_minor"] / hkd["paid_minor"] == pytest.approx(0.4, abs=1e-3)
    assert book.rings(subject=Feed("nobody").member.hex(), today=TODAY, replaced={})["currencies"] == []
