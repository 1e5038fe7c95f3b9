"""What has changed about a member, in words."""

from __future__ import annotations

from msgspec.structs import replace

from cohong.api.views import WatchChange, WatchedMember, WatchList, WatchLook, WatchRecord
from cohong.desktop.formatting import Formats
from cohong.desktop.watch_wording import WatchWords

EN = WatchWords(Formats("en"))
LOOK = WatchLook(grade="B", points=74, on_time=0.9, confidence="high", overdue=[], disputed=0, defaults=0, lost=0)
MEMBER = WatchedMember(
    member="0f" * 32, name="Pearl", note="", review_on="2026-11-20", review_due=True, seen_ms=0, before=LOOK, now=LOOK,
    changes=[], records=[], records_in_all=0,
)  # fmt: skip


def test_each_figure_is_said_before_and_after() -> None:
    changes = [
        WatchChange(figure="grade", before="B", after=None, worse=None),
        WatchChange(figure="overdue", before=0, after=4_820_000, worse=True, currency="HKD"),
        WatchChange(figure="on-time", before=0.9, after=0.93, worse=False),
        WatchChange(figure="confidence", before="high", after="low", worse=True),
        WatchChange(figure="defaults", before=0, after=1, worse=True),
    ]
    assert [(EN.change(each), EN.way(each)) for each in changes] == [
        ("Grade: B → thin file", "changed"),
        ("Overdue: HKD\u00a00.00 → HKD\u00a048,200.00", "worse"),
        ("Chance of paying within terms: 90 % → 93 %", "better"),
        ("Confidence: high → low", "worse"),
        ("In default: 0 → 1", "worse"),
    ]


def test_where_nothing_has_changed_it_is_said_how_it_stands() -> None:
    assert EN.unchanged(MEMBER) == "Nothing has changed: grade B, 74 of 100 points."
    thin = replace(MEMBER, now=replace(LOOK, grade=None))
    assert EN.unchanged(thin) == "Nothing has changed: thin file, no grade."


def test_a_review_is_due_or_to_come_or_none_is_planned() -> None:
    assert EN.seen(MEMBER) == "Since –  ·  review due since 20 Nov 2026"
    assert EN.seen(replace(MEMBER, review_due=False)) == "Since –  ·  review on 20 Nov 2026"
    assert EN.seen(replace(MEMBER, review_on="", review_due=False)) == "Since –"


def test_a_record_is_plain_text_with_its_author() -> None:
    record = WatchRecord(
        entry="0a" * 32, object="0a" * 32, kind="credit.receipt", author="0c" * 32, author_name="", time_ms=0,
        level="final", reference="INV\u202e1", currency="HKD", amount_minor=100,
    )  # fmt: skip
    when, _, author, reference, amount = EN.record(record)
    assert (when, reference, amount) == ("–", "INV⟨U+202E⟩1", "HKD\u00a01.00")
    assert author


def test_the_summary_counts() -> None:
    assert EN.summary(WatchList(members=[MEMBER], changed=0, due=1, as_of="2026-11-26")) == (
        "1 watched  ·  0 changed  ·  1 to be reviewed"
    )
    assert "to be reviewed" not in EN.summary(WatchList(members=[], changed=0, due=0, as_of="2026-11-26"))
