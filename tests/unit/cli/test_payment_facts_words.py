"""A grade in words and as plain values."""

from __future__ import annotations

from datetime import date

from cohong.cli.payment_facts_words import confidence_told, facts_told, score_told
from cohong.insight.confidence import confidence_of
from cohong.insight.payment_facts import payment_facts
from cohong.insight.plain import plain_confidence, plain_facts, plain_score
from cohong.insight.score_changes import changes_of
from cohong.insight.scorecard import score_of
from cohong.insight.trade_lines import Payment, TradeLine

DAY = date(2026, 6, 30).toordinal()


def lines() -> list[TradeLine]:
    """Of five creditors, four are paid within terms and one 12 days late, which also has something overdue."""
    made = []
    for creditor in range(5):
        for number in range(5):
            due = DAY - 20 - 60 * number
            late = 12 if creditor == 4 else 0
            made.append(TradeLine(f"c{creditor}", "HKD", 10_000, due - 30, due, 0, (Payment(due + late, 10_000),)))
    made.append(TradeLine("c4", "HKD", 10_000, DAY - 40, DAY - 10))
    return made


def test_a_grade_is_told_with_its_reasons_and_what_would_change_it() -> None:
    facts = payment_facts(lines(), DAY)
    score, changes = score_of(facts), changes_of(lines(), DAY)
    plain = plain_score(score, changes)
    assert sum(term["points"] for term in plain["terms"]) == plain["points"]
    assert {change["kind"] for change in plain["changes"]} == {"on-time", "late", "pay-overdue"}
    told = "\n".join(f"{name}: {words}" for name, words in score_told(plain))
    print(told)
    for words in (
        f"Grade: {score.grade}; {score.points} of 100",
        "20 of 26 within terms",
        "0 of 10: HKD 100.00 overdue of HKD 100.00",
        "4 of 5 counterparties paid within terms",
        "more paid within terms: grade",
        "paying the 1 overdue today",
    ):
        assert words in told
    assert "26, 0 more in dispute" in dict(facts_told(plain_facts(facts)))["Invoices"]
    assert "thin" not in dict(facts_told(plain_facts(facts)))["Will pay within terms"]


def test_a_thin_file_has_no_grade_and_no_number() -> None:
    of_one = [line for line in lines() if line.creditor == "c0"]
    facts = payment_facts(of_one, DAY)
    assert "none: thin file" in dict(score_told(plain_score(score_of(facts), [])))["Grade"]
    assert "1.0 of 3 effective counterparties" in dict(facts_told(plain_facts(facts)))["Will pay within terms"]


def test_how_sure_it_is_comes_with_the_reason() -> None:
    facts = payment_facts(lines(), DAY)
    assert plain_facts(facts)["largest"][0]["share"] > 0.2
    assert confidence_told(plain_confidence(confidence_of(facts, synced_days=0))) == (
        "medium: 4.9 effective counterparties"
    )
    assert confidence_told(plain_confidence(confidence_of(facts, synced_days=20))).startswith("low: 20 days since")
    nothing = payment_facts([], DAY)
    assert confidence_told(plain_confidence(confidence_of(nothing, synced_days=0))).startswith("low: 0.0 effective")
