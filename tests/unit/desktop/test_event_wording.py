"""The history of an obligation, told as events with what was outstanding after each."""

from typing import Any

from cohong.api.views import HistoryItem, ObligationRow
from cohong.desktop.event_wording import events_of
from cohong.desktop.formatting import Formats

HARBOUR, PEARL, LOTUS = "aa" * 32, "bb" * 32, "cc" * 32
NAMES = {HARBOUR: "Harbour Trading", PEARL: "Pearl", LOTUS: "Lotus"}
OBLIGATION = "01" * 32


def row(**other: Any) -> ObligationRow:
    fields = {
        "object": OBLIGATION, "reference": "INV-1", "side": "holder", "debtor": PEARL, "debtor_name": "Pearl",
        "creditor": HARBOUR, "creditor_name": "Harbour Trading", "counterparty": PEARL, "counterparty_name": "Pearl",
        "currency": "HKD", "amount_minor": 4_820_000, "outstanding_minor": 0, "issued": "2026-01-01",
        "due": "2026-03-01", "days_late": 0, "state": "active", "level": "final", "signed": 2, "voters": 2,
        "changed_ms": 0,
    }  # fmt: skip
    return ObligationRow(**{**fields, **other})


def item(kind: str, author: str, number: int = 0, **other: Any) -> HistoryItem:
    names, level = other.pop("names", []), other.pop("level", "final")
    return HistoryItem(
        entry=f"{number or 99:02}" * 32, kind=kind, author=author, author_name=NAMES[author], seq=number, time_ms=1,
        level=level, yes=2, no=0, hold=0, strength=0, fields=other, names=names,
    )  # fmt: skip


def told(*items: HistoryItem, **other: Any) -> list[tuple[str, int | None]]:
    events = events_of(items, row(**other), Formats("en"))
    return [(event.sentence.replace("\u00a0", " "), event.outstanding_minor) for event in events]


PROPOSED = item("credit.propose", HARBOUR, 1, amount=4_820_000, due="2026-01-31")
ACCEPTED = item("credit.accept", PEARL, 2)


def test_amounts_run_down_to_what_is_outstanding() -> None:
    assert told(
        PROPOSED,
        ACCEPTED,
        item("credit.claim", PEARL, amount=1_200_000, value_date="2026-02-03", method="FPS", reference=""),
        item("credit.receipt", HARBOUR, amount=1_200_000, value_date="2026-02-04", method="", reference=""),
        item("credit.write_off", HARBOUR, amount=3_620_000, reason="Insolvent"),
        item("credit.recover", HARBOUR, amount=20_000, value_date="2026-03-04", method="", reference=""),
    ) == [
        ("Harbour Trading proposed HKD 48,200.00, due 31 Jan 2026", None),
        ("Pearl accepted", 4_820_000),
        ("Pearl says it has paid HKD 12,000.00, value date 3 Feb 2026", None),
        ("Harbour Trading received HKD 12,000.00, value date 4 Feb 2026", 3_620_000),
        ("Harbour Trading wrote off HKD 36,200.00", 0),
        ("Harbour Trading recovered HKD 200.00 that was written off, value date 4 Mar 2026", None),
    ]


def test_a_restructuring_says_what_it_changed() -> None:
    agree = item("credit.agree", PEARL, amount=4_820_000, due="2026-03-01", valid_until="2026-02-28")
    first = item("credit.restructure", HARBOUR, amount=4_820_000, due="2026-03-01")
    second = item("credit.restructure", HARBOUR, amount=4_000_000, due="2026-03-01")
    third = item("credit.restructure", HARBOUR, amount=3_000_000, due="2026-04-01")
    assert told(PROPOSED, ACCEPTED, agree, first, second, third)[2:] == [
        ("Pearl consents to HKD 48,200.00, due 1 Mar 2026, until 28 Feb 2026", None),
        ("Restructured: due 1 Mar 2026 instead of 31 Jan 2026", 4_820_000),
        ("Restructured: HKD 40,000.00 instead of HKD 48,200.00", 4_000_000),
        ("Restructured: HKD 30,000.00 instead of HKD 40,000.00, due 1 Apr 2026", 3_000_000),
    ]


def offer(number: int, amount: int, *, recourse: bool) -> HistoryItem:
    return item(
        "offer.buy", LOTUS, number, amount=amount, price=amount - 20_000, recourse=recourse, valid_until="2026-02-28"
    )


def test_a_sale_tells_the_offer_that_it_takes_and_a_part_leaves() -> None:
    part, whole = offer(11, 500_000, recourse=False), offer(12, 4_320_000, recourse=True)
    sales = [item("credit.assign", HARBOUR, 20 + place, names=["02" * 32, each.entry], heads=[]) for place, each in
             enumerate((part, whole))]  # fmt: skip
    assert told(PROPOSED, ACCEPTED, part, sales[0], whole, sales[1])[2:] == [
        ("Lotus would buy HKD 5,000.00 of it for HKD 4,800.00, without recourse, until 28 Feb 2026", None),
        ("Lotus bought HKD 5,000.00 of it from Harbour Trading for HKD 4,800.00, without recourse", 4_320_000),
        ("Lotus would buy HKD 43,200.00 of it for HKD 43,000.00, with recourse, until 28 Feb 2026", None),
        ("Lotus bought HKD 43,200.00 of it from Harbour Trading for HKD 43,000.00, with recourse", 4_320_000),
    ]


def test_a_part_begins_with_its_sale() -> None:
    bought = offer(11, 500_000, recourse=False)
    sale = item("credit.assign", HARBOUR, 20, names=["02" * 32, bought.entry], heads=[])
    receipt = item("credit.receipt", LOTUS, amount=100_000, value_date="2026-02-04", method="", reference="")
    rests = [rest for _, rest in told(bought, sale, receipt, object=bought.entry, amount_minor=500_000)]
    assert rests == [None, 500_000, 400_000]


def test_the_end_of_a_netting_round_tells_what_it_cleared_here() -> None:
    joined = item("netting.join", HARBOUR, 41, heads=[])
    applied = item("netting.apply", LOTUS, names=["55" * 32, "56" * 32, joined.entry], set_offs=[70, 1_000_000])
    aborted = item("netting.abort", LOTUS, reason="Nobody came.")
    assert told(PROPOSED, ACCEPTED, joined, applied, aborted)[2:] == [
        ("Harbour Trading put it into a netting round", None),
        ("Netting set off HKD 10,000.00", 3_820_000),
        ("The netting round ended without a result", None),
    ]


def test_what_does_not_stand_changes_nothing() -> None:
    waiting = item("credit.receipt", HARBOUR, amount=1_200_000, value_date="2026-02-04", level="waiting")
    refused = item("credit.receipt", HARBOUR, amount=1_200_000, value_date="2026-02-04", level="rejected")
    counted = item("credit.receipt", HARBOUR, amount=20_000, value_date="2026-02-05", level="majority")
    assert [rest for _, rest in told(PROPOSED, ACCEPTED, waiting, refused, counted)][2:] == [None, None, 4_800_000]


def test_disputes_and_corrections_are_told_with_what_their_authors_wrote() -> None:
    dispute = item("dispute.open", PEARL, 31, says="Half of it\u202e came broken.", evidence=[])
    events = [
        dispute,
        item("dispute.answer", HARBOUR, says="It was whole when it left."),
        item("dispute.close", PEARL, outcome="withdrawn", says=""),
        item("correct.propose", PEARL, asked=HARBOUR, says="The amount is 48,000.", evidence=[]),
        item("correct.decline", HARBOUR, reason="No."),
    ]
    assert [sentence for sentence, _ in told(*events)] == [
        "Pearl disputes it",
        "Harbour Trading answered the dispute",
        "Pearl withdrew the dispute",
        "Pearl asks Harbour Trading for a correction",
        "Harbour Trading declined the correction",
    ]
    assert events_of(events, row(), Formats("en"))[0].quotes == ("Half of it⟨U+202E⟩ came broken.",)


def test_a_kind_of_a_newer_node_has_its_name() -> None:
    assert told(item("credit.novate", HARBOUR)) == [("credit.novate", None)]


def test_what_a_guarantor_has_paid_leaves_the_holder_and_is_a_part_of_its_own() -> None:
    paid = item("guarantee.pay", LOTUS, 7, amount=1_000_000, value_date="2026-05-04", method="", reference="")
    passed = item("credit.subrogate", HARBOUR, 8, names=["02" * 32, "07" * 32])
    sentences = (
        "Lotus paid HKD 10,000.00 on a guarantee, value date 4 May 2026",
        "Harbour Trading passed HKD 10,000.00 of it on to Lotus, for what was paid",
    )
    assert told(PROPOSED, ACCEPTED, paid, passed)[2:] == [(sentences[0], None), (sentences[1], 3_820_000)]
    assert told(paid, passed, object="07" * 32) == [(sentences[0], None), (sentences[1], 1_000_000)]
