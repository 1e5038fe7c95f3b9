"""What has come about a debtor's obligations since a look, in the order in which it came."""

from __future__ import annotations

from tests.unit.ledger.feeds import START_MS, Feed, applied, standing

from cohong.ledger.ledger import Ledger
from cohong.primitives.ids import ObjectId
from cohong.primitives.standing import Commit, Level


def test_what_came_before_is_no_news_whatever_its_time_is(ledger: Ledger) -> None:
    a, b, other = Feed("a"), Feed("b"), Feed("other")
    first = a.propose(b, 500, "INV 1")
    accepted = b.accept(first)
    ledger.commit(applied(first, accepted))
    assert ledger.news.newest_number() > 0
    seen = ledger.news.newest_number()
    assert ledger.news.since(b.member, seen, limit=9) == ([], 0)

    paid = a.receipt(accepted, 200, "2026-02-04")
    theirs = a.propose(other, 1, "INV 9")
    late = Feed("c").propose(b, 300, "INV 2")
    commit = applied(first, accepted, paid, theirs, late)
    commit.append = [paid, theirs, late]
    ledger.commit(commit)
    lines, in_all = ledger.news.since(b.member, seen, limit=9)
    assert in_all == 2
    assert [(each.kind, each.reference, each.amount_minor) for each in lines] == [
        ("credit.propose", "INV 2", 300),
        ("credit.receipt", "INV 1", 200),
    ]
    assert lines[1].subject == ObjectId(first.fact.id)
    assert lines[0].time_ms < START_MS + 10_000
    assert ledger.news.since(b.member, seen, limit=1) == (lines[:1], 2)
    assert ledger.news.since(Feed("nobody").member, 0, limit=9) == ([], 0)


def test_disputes_are_news_and_what_was_refused_is_none(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    accepted = b.accept(proposal)
    ledger.commit(applied(proposal, accepted))
    seen = ledger.news.newest_number()
    dispute = b.write("dispute.open", {"says": "broken", "evidence": []}, names=[accepted])
    answer = a.write("dispute.answer", {"says": "it was not"}, names=[dispute])
    ledger.commit(Commit(append=[dispute, answer]))
    lines, _ = ledger.news.since(b.member, seen, limit=9)
    subject = ObjectId(proposal.fact.id)
    assert [(each.kind, each.subject) for each in lines] == [("dispute.answer", subject), ("dispute.open", subject)]
    ledger.commit(Commit(standings=[standing(answer, Level.REJECTED, applied=False)]))
    assert [each.kind for each in ledger.news.since(b.member, seen, limit=9)[0]] == ["dispute.open"]


def test_settings_under_a_name_are_found_and_forgotten(ledger: Ledger) -> None:
    for name in ("watch/b", "watch/a", "watched", "other"):
        ledger.set_setting(name, name.encode())
    assert ledger.settings_under("watch/") == [("watch/a", b"watch/a"), ("watch/b", b"watch/b")]
    ledger.remove_setting("watch/a")
    ledger.remove_setting("watch/a")
    assert ledger.settings_under("watch/") == [("watch/b", b"watch/b")]
