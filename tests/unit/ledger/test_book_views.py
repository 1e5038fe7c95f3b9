"""The Book as SQL sees it: filters, sorting, rows, counts, sums, and the state digest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY, START_MS, Feed, applied, claim_of, obligation, record, standing

from cohong.ledger.book_lines import FILTERS, SORTS, BookFilter, BookSort
from cohong.ledger.book_views import BookCounts, BookRow, BookSummary, HistoryEntry, Only
from cohong.ledger.drafts import Draft, LocalMarks
from cohong.ledger.imports import ImportRecord
from cohong.ledger.ledger import Ledger
from cohong.primitives.encoding import Value, encode
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import Commit, Level, Placed

TODAY = "2026-03-01"
NOTHING_ELSE = Only()


@dataclass
class Trade:
    """One obligation in each state, between this member (a) and two others."""

    a: Feed
    b: Feed
    c: Feed
    records: dict[str, list[Placed]]
    draft: Draft


@pytest.fixture
def trade(ledger: Ledger) -> Trade:
    """Fill the book: everything is due on 2026-02-04 unless said otherwise."""
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    waiting = a.propose(b, 100, "waiting")
    proposed = b.propose(a, 200, "proposed")
    active = a.propose(b, 300, "active", due="2026-02-20", grace_days=9)
    overdue = a.propose(c, 400, "overdue")
    settled = a.propose(b, 500, "settled", issued="2026-01-02")
    declined = a.propose(c, 600, "declined")
    refused = c.propose(b, 700, "refused")
    made = {
        "waiting": [waiting],
        "proposed": [proposed],
        "active": [active, b.accept(active)],
        "overdue": [overdue, c.accept(overdue)],
        "settled": [settled, b.accept(settled)],
        "declined": [declined, c.write("credit.decline", {"reason": ""}, names=[declined])],
        "refused": [refused],
    }
    made["overdue"].append(a.receipt(made["overdue"][1], 150, "2026-02-10"))
    made["active"].append(b.claim(made["active"][1], 80, "2026-02-18"))
    made["settled"].append(a.receipt(made["settled"][1], 500, "2026-02-14"))
    standing_ones = [item for name in ("proposed", "active", "overdue", "settled", "declined") for item in made[name]]
    ledger.commit(applied(*standing_ones, level=Level.FINAL))
    ledger.commit(Commit(append=[waiting, refused], objects=[
        a.profile(en="Harbour"), b.profile(zh_hant="珠江電子"), c.profile(en="alpha", zh_hans="甲")
    ]))  # fmt: skip
    ledger.commit(Commit(standings=[standing(refused, Level.REJECTED, applied=False)]))
    draft = Draft(b"d" * 16, None, 0, obligation(a.propose(b, 50, "draft")).terms, None, "none", 1_000)
    ledger.add_drafts([draft])
    return Trade(a, b, c, made, draft)


def shown(
    ledger: Ledger,
    trade: Trade,
    book_filter: BookFilter = "all",
    sort: BookSort = "reference",
    *,
    descending: bool = False,
    only: Only = NOTHING_ELSE,
    me: Feed | None = None,
    today: str = TODAY,
) -> list[BookRow]:
    """Return the rows as the node asks for them: the order first, then the rows."""
    member = (me or trade.a).member
    order = ledger.book_order(book_filter, sort, descending=descending, only=only, me=member, today=today)
    return ledger.book_rows(order, me=member, today=today)


@pytest.mark.parametrize(
    ("book_filter", "expected"),
    [
        ("all", ["active", "declined", "draft", "overdue", "proposed", "refused", "settled", "waiting"]),
        ("mine", ["active", "declined", "draft", "overdue", "proposed", "settled", "waiting"]),
        ("drafts", ["draft"]),
        ("waiting", ["waiting"]),
        ("voting", ["waiting"]),
        ("to-answer", ["proposed"]),
        ("proposed", ["proposed", "refused", "waiting"]),
        ("active", ["active"]),
        ("overdue", ["overdue"]),
        ("settled", ["settled"]),
        ("declined", ["declined"]),
        ("contested", ["refused"]),
        ("accepted", ["active", "overdue", "settled"]),
        ("late", ["overdue", "settled"]),
    ],
)
def test_filter_shows(ledger: Ledger, trade: Trade, book_filter: BookFilter, expected: list[str]) -> None:
    assert [row.reference for row in shown(ledger, trade, book_filter)] == expected
    counts = ledger.book_counts(me=trade.a.member, today=TODAY)
    assert counts.by_filter[book_filter] == len(expected)


@pytest.mark.parametrize("who", ["a", "b", "c"])
def test_the_rows_behind_a_sum_add_up_to_it(ledger: Ledger, trade: Trade, who: str) -> None:
    feed: Feed = getattr(trade, who)
    counts = ledger.book_counts(me=feed.member, today=TODAY)
    for name, sums in (("owed-to-me", counts.owed_to_me), ("i-owe", counts.i_owe)):
        rows = shown(ledger, trade, name, me=feed)  # type: ignore[arg-type]  # two of the filters
        assert sum(row.outstanding_minor for row in rows) == sum(sums.values())
        assert all(row.side == ("holder" if name == "owed-to-me" else "debtor") for row in rows)


def test_the_records_that_a_members_facts_count(ledger: Ledger, trade: Trade) -> None:
    facts = ledger.member_facts(trade.b.member, today=TODAY)
    for name, count in (("accepted", facts.invoices), ("settled", facts.settled)):
        rows = shown(ledger, trade, name, only=Only(debtor=trade.b.member))  # type: ignore[arg-type]  # two of the filters
        assert len(rows) == count and {row.debtor for row in rows} == {trade.b.member}
    assert shown(ledger, trade, only=Only(debtor=MemberId(bytes(32)))) == [], "nobody's debts"
    unsure = [len(shown(ledger, trade, name, only=Only(debtor=trade.b.member))) for name in ("waiting", "contested")]
    assert ledger.debtor_lines.unsure_of_debtor(trade.b.member) == tuple(unsure) == (1, 1)


STATES = ["draft", "proposed", "active", "overdue", "settled", "declined"]
SORTED_BY: dict[BookSort, Callable[[BookRow], object]] = {
    "changed": lambda row: row.changed_ms,
    "amount": lambda row: row.amount_minor,
    "outstanding": lambda row: row.outstanding_minor,
    "issued": lambda row: row.issued,
    "due": lambda row: row.due,
    "days_late": lambda row: row.days_late,
    "state": lambda row: STATES.index(row.state),
    "level": lambda row: -1 if row.level is None else int(row.level),
    "reference": lambda row: row.reference,
    "counterparty": lambda row: row.counterparty_name.lower(),
}


@pytest.mark.parametrize("sort", SORTED_BY)
def test_every_sort_goes_by_its_key_both_ways(ledger: Ledger, trade: Trade, sort: BookSort) -> None:
    for descending in (False, True):
        keys = [SORTED_BY[sort](row) for row in shown(ledger, trade, sort=sort, descending=descending)]
        assert len(keys) == 8 and len(set(keys)) > 1
        assert keys == sorted(keys, reverse=descending)  # type: ignore[type-var]  # numbers or texts


def test_amounts_are_sorted_within_their_currency(ledger: Ledger, trade: Trade) -> None:
    ledger.commit(applied(trade.a.propose(trade.b, 1, "dollars", currency="USD")))
    rows = shown(ledger, trade, sort="amount")
    assert [(row.currency, row.amount_minor) for row in rows][-2:] == [("HKD", 700), ("USD", 1)]


def test_every_filter_and_sort_of_the_client_is_known(ledger: Ledger, trade: Trade) -> None:
    for book_filter in FILTERS:
        for sort in SORTS:
            shown(ledger, trade, book_filter, sort)


def test_row_says_what_it_is(ledger: Ledger, trade: Trade) -> None:
    rows = {row.reference: row for row in shown(ledger, trade)}
    claim = trade.records["active"][2]
    assert rows["active"] == BookRow(
        number=rows["active"].number, id=trade.records["active"][0].fact.id, reference="active", side="holder",
        debtor=trade.b.member, debtor_name="珠江電子", creditor=trade.a.member, creditor_name="Harbour",
        counterparty=trade.b.member, counterparty_name="珠江電子", currency="HKD", amount_minor=300,
        outstanding_minor=300, issued="2026-01-05", due="2026-02-20", days_late=9, state="active", level=Level.FINAL,
        newest=claim.fact.id, newest_author=trade.b.member, newest_seq=claim.fact.seq, changed_ms=claim.fact.time_ms,
        open_claim_minor=80, marks=("claimed",),
    )  # fmt: skip
    assert rows["draft"] == replace(
        rows["active"], number=-1, id=trade.draft.id, reference="draft", amount_minor=50, outstanding_minor=0,
        due="2026-02-04", days_late=0, state="draft", level=None, newest=None, newest_author=None, newest_seq=0,
        changed_ms=1_000, open_claim_minor=0, marks=(),
    )  # fmt: skip
    told = {name: (row.state, row.side, row.outstanding_minor, row.days_late) for name, row in rows.items()}
    assert told == {
        "active": ("active", "holder", 300, 9),
        "declined": ("declined", "holder", 0, 0),
        "draft": ("draft", "holder", 0, 0),
        "overdue": ("overdue", "holder", 250, 25),
        "proposed": ("proposed", "debtor", 0, 0),
        "refused": ("proposed", "other", 0, 0),
        "settled": ("settled", "holder", 0, 10),
        "waiting": ("proposed", "holder", 0, 0),
    }


def test_overdue_begins_the_day_after_due_and_grace(ledger: Ledger, trade: Trade) -> None:
    states = [
        next(row.state for row in shown(ledger, trade, today=day) if row.reference == "active")
        for day in ("2026-02-20", "2026-03-01", "2026-03-02")
    ]
    assert states == ["active", "active", "overdue"]


def test_text_is_sought_in_references_and_names(ledger: Ledger, trade: Trade) -> None:
    def references(text: str) -> list[str]:
        return [row.reference for row in shown(ledger, trade, only=Only(text=text))]

    assert references("SETT") == ["settled"]
    assert references("ALPHA") == ["declined", "overdue", "refused"]
    assert references("珠江") == ["active", "draft", "proposed", "refused", "settled", "waiting"]
    assert references("%") == references("_") == references("\\") == []
    assert [row.reference for row in shown(ledger, trade, "settled", only=Only(text="alpha"))] == []


def test_answered_proposal_is_no_longer_to_answer_unless_the_answer_was_refused(ledger: Ledger, trade: Trade) -> None:
    answer = trade.a.accept(trade.records["proposed"][0])
    ledger.commit(Commit(append=[answer]))
    assert shown(ledger, trade, "to-answer") == []
    assert [row.reference for row in shown(ledger, trade, "waiting")] == ["proposed", "waiting"]
    ledger.commit(Commit(standings=[standing(answer, Level.REJECTED, applied=False)]))
    assert [row.reference for row in shown(ledger, trade, "to-answer")] == ["proposed"]


def test_level_of_a_row_is_that_of_its_newest_record(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    acceptance = b.write("credit.accept", names=[proposal], time_ms=START_MS + 90_000)
    late = b.write("credit.claim", {"amount": 1}, names=[acceptance], time_ms=START_MS + 50_000)
    ledger.commit(applied(proposal, level=Level.FINAL))
    ledger.commit(Commit(append=[acceptance]))
    ledger.commit(Commit(append=[late]))
    order = ledger.book_order("all", "changed", descending=True, only=NOTHING_ELSE, me=a.member, today=TODAY)
    (row,) = ledger.book_rows(order, me=a.member, today=TODAY)
    assert (row.newest, row.level, row.changed_ms) == (acceptance.fact.id, Level.WAITING, START_MS + 90_000)
    ledger.commit(Commit(standings=[standing(late, Level.FINAL), standing(acceptance, Level.CONFIRMED)]))
    (row,) = ledger.book_rows(order, me=a.member, today=TODAY)
    assert (row.newest, row.level) == (acceptance.fact.id, Level.CONFIRMED)


def test_proposal_with_a_body_out_of_form_has_no_row(ledger: Ledger) -> None:
    a = Feed("a")
    ledger.commit(Commit(append=[a.propose(Feed("b"), -5), a.propose(Feed("b"), with_something="else")]))
    assert list(ledger.book_order("all", "changed", descending=True, only=NOTHING_ELSE, me=a.member, today=TODAY)) == []


def test_sent_import_is_marked_and_a_row_that_is_gone_is_left_out(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    ledger.new_import(ImportRecord(b"i" * 16, "f.csv", "ready", b"", {}, {}, 1))
    draft = Draft(b"d" * 16, b"i" * 16, 2, obligation(proposal).terms, None, "none", 1_000)
    ledger.add_drafts([draft])
    (before,) = ledger.book_order("all", "changed", descending=True, only=NOTHING_ELSE, me=a.member, today=TODAY)
    ledger.commit(applied(proposal), LocalMarks(sent=[(draft.id, ObjectId(proposal.fact.id))]))
    (after,) = ledger.book_order("all", "changed", descending=True, only=NOTHING_ELSE, me=a.member, today=TODAY)
    rows = ledger.book_rows([before, after, 10**6], me=a.member, today=TODAY)
    assert [(row.reference, row.marks) for row in rows] == [("INV-0001", ("imported",))]


def test_counts_and_sums_are_by_currency(ledger: Ledger, trade: Trade) -> None:
    dollars = trade.a.propose(trade.b, 9, "dollars", currency="USD")
    ledger.commit(applied(dollars, trade.b.accept(dollars)))
    mine = ledger.book_counts(me=trade.a.member, today=TODAY)
    theirs = ledger.book_counts(me=trade.b.member, today=TODAY)
    assert (mine.owed_to_me, mine.i_owe) == ({"HKD": 550, "USD": 9}, {})
    assert (theirs.owed_to_me, theirs.i_owe) == ({}, {"HKD": 300, "USD": 9})


def test_summary_covers_what_was_not_declined(ledger: Ledger, trade: Trade) -> None:
    assert ledger.summary() == BookSummary(
        invoices=4, settled=1, late=1, days_late_sum=10, totals={"HKD": 1_400}, outstanding={"HKD": 550}
    )


def test_empty_ledger_has_empty_views(ledger: Ledger) -> None:
    a = Feed("a")
    assert ledger.book_counts(me=a.member, today=TODAY) == BookCounts(dict.fromkeys(FILTERS, 0), {}, {})
    assert ledger.summary() == BookSummary(0, 0, 0, 0, {}, {})
    assert ledger.digest()[0] == hashlib.sha256(encode([])).hexdigest()
    assert (ledger.newest_ms(), ledger.outbox(a.member, 5)) == (0, ([], 0))
    assert ledger.member_facts(a.member, today=TODAY).invoices == 0


def test_details_and_history_of_one_obligation(ledger: Ledger, trade: Trade) -> None:
    records = trade.records["active"]
    subject = ObjectId(records[0].fact.id)
    view = ledger.obligation_view(subject, me=trade.a.member, today=TODAY)
    assert view is not None
    assert (view.terms, view.version, view.proposer, view.holder, view.received_minor, view.last_received_on) == (
        obligation(*records[:2]).terms, records[1].fact.id, trade.a.member, trade.a.member, 0, None
    )  # fmt: skip
    assert view.claims == (claim_of(*records[:3]),)
    assert view.row.reference == "active"
    history = ledger.history(subject)
    assert [item.fact.id for item in history] == [item.fact.id for item in records]
    first = records[0]
    fact = replace(first.fact, level=Level.FINAL, applied=True)
    assert history[0] == HistoryEntry(fact, record(first).body, first.received_ms)


def test_history_has_disputes_and_corrections_whether_they_stand_or_wait(ledger: Ledger, trade: Trade) -> None:
    a, b, subject = trade.a, trade.b, ObjectId(trade.records["active"][0].fact.id)
    accepted = trade.records["active"][1]
    dispute = b.write("dispute.open", {"says": "Broken.", "evidence": []}, names=[accepted])
    answer = a.write("dispute.answer", {"says": "Whole."}, names=[dispute])
    wish: dict[str, Value] = {"says": "80 less.", "evidence": [], "asked": a.member}
    correction = b.write("correct.propose", wish, names=[accepted])
    ledger.commit(Commit(append=[dispute, answer, correction]))
    ids = {item.fact.id for item in ledger.history(subject)}
    assert ids == {item.fact.id for item in (*trade.records["active"], dispute, answer, correction)}
    other = ObjectId(trade.records["overdue"][0].fact.id)
    assert len(ledger.history(other)) == len(trade.records["overdue"])


def test_history_of_a_part_begins_with_its_sale(ledger: Ledger) -> None:
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    proposed = a.propose(b, 300)
    accepted = b.accept(proposed)
    terms: dict[str, Value] = {"amount": 100, "price": 90, "recourse": False, "valid_until": "2026-12-31"}
    offer = c.write("offer.buy", terms, names=[accepted])
    sale = a.write("credit.assign", {"heads": [[b.member, 0, accepted.fact.id]]}, names=[accepted, offer])
    ledger.commit(applied(proposed, accepted, offer, sale, level=Level.FINAL))
    assert [item.fact.id for item in ledger.history(ObjectId(offer.fact.id))] == [offer.fact.id, sale.fact.id]


def test_details_of_a_proposal_that_waits_and_of_nothing(ledger: Ledger, trade: Trade) -> None:
    waiting = trade.records["waiting"][0]
    view = ledger.obligation_view(ObjectId(waiting.fact.id), me=trade.a.member, today=TODAY)
    assert view is not None
    assert (view.version, view.terms, view.claims) == (None, obligation(waiting).terms, ())
    assert ledger.obligation_view(ObjectId(bytes(32)), me=trade.a.member, today=TODAY) is None
    assert ledger.history(ObjectId(bytes(32))) == []


def test_outbox_has_own_records_that_are_not_final(ledger: Ledger, trade: Trade) -> None:
    later = trade.a.propose(trade.b, 1, "later")
    ledger.commit(Commit(append=[later, trade.a.write("ballot")]))
    waiting = trade.records["waiting"][0]
    assert ledger.outbox(trade.a.member, 10) == ([waiting.fact, later.fact], 2)
    assert ledger.outbox(trade.a.member, 1) == ([waiting.fact], 2)
    assert ledger.outbox(trade.c.member, 10) == ([], 0)


@pytest.mark.parametrize("count", [0, 1, 23, 24, 255, 256, 300])
def test_digest_is_the_hash_of_the_canonical_array(ledger: Ledger, count: int) -> None:
    a, b = Feed("a"), Feed("b")
    commit = applied(*(a.propose(b, reference=f"INV-{number}") for number in range(count)))
    ledger.commit(commit)
    objects = sorted((obligation(item) for item in commit.append), key=lambda item: item.id)
    listed: list[Value] = [[item.id, item.version, item.digest_state()] for item in objects]
    assert ledger.digest()[0] == hashlib.sha256(encode(listed)).hexdigest()


def test_digest_covers_every_kind_of_object_and_only_what_is_applied(ledger: Ledger, trade: Trade, path: Path) -> None:
    digest, counts = ledger.digest()
    assert (counts.objects, counts.entries, counts.records, counts.forks) == (9, 14, 14, 0)
    assert {level: count for level, count in counts.by_level.items() if count} == {
        Level.WAITING: 1, Level.FINAL: 12, Level.REJECTED: 1
    }  # fmt: skip
    more = trade.a.propose(trade.b, 1, "more")
    ledger.commit(Commit(append=[more]))
    assert ledger.digest()[0] == digest
    ledger.commit(Commit(objects=[obligation(more)]))
    changed = ledger.digest()[0]
    assert changed != digest
    ledger.close()
    again = Ledger.open(path, KEY)
    assert again.digest()[0] == changed
    again.close()


def test_view_does_not_wait_for_the_writer_and_sees_whole_commits(ledger: Ledger, trade: Trade) -> None:
    before = ledger.digest()
    with ledger._writer.transaction():
        ledger._writer.run("UPDATE obligations SET received = 1")
        assert ledger.digest() == before
        ledger._writer.run("UPDATE obligations SET received = 0")
