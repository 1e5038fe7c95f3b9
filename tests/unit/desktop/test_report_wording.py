"""A report in words: each figure with what it is of, each term as a sentence, and what is missing."""

from tests.unit.desktop.reports import bad_payer, good_payer, report, thin_file

from cohong.desktop.formatting import Formats
from cohong.desktop.reason_wording import Reason, ReasonWords
from cohong.desktop.report_wording import Fact, ReportWords

WORDS = ReportWords(Formats("en"))
REASONS = ReasonWords(Formats("en"))


def test_each_fact_has_its_denominator() -> None:
    assert WORDS.facts(bad_payer()) == [
        Fact("Paid within terms", "14 %", "4 of 29 invoices paid, overdue or given up", "accepted"),
        Fact("Average days late", "44.7", "over 24 settled invoice(s); worst 110", "settled"),
        Fact("Disputes open / lost", "1 / 0", "of 2 ever opened, about 30 invoices", "disputed"),
        Fact("History", "1 y 9 m", "24 invoices settled, 4 open", "accepted"),
        Fact("Counterparties", "6", "effective 5.5, by weight", ""),
    ]


def test_a_grade_has_points_a_probability_and_a_band() -> None:
    found = good_payer()
    assert (WORDS.grade(found.score.grade), WORDS.confidence(found)) == ("B", "Confidence: medium")
    assert WORDS.grade_sentence(found) == (
        "76 of 100 points. The chance that an invoice is paid within terms is 81 %, with 90 % certainty between 60 % "
        "and 95 %."
    )
    assert WORDS.confidence_reason(found) == "Weakest: 5.9 effective counterparties."
    assert WORDS.seen(found) == "As of 30 Jun 2026, as this machine sees it: in touch with 3 of 4 voters."


def test_a_thin_file_has_a_band_and_no_grade() -> None:
    found = thin_file()
    assert WORDS.grade(found.score.grade) == "Thin file"
    assert WORDS.grade_sentence(found) == (
        "Too few counterparties for a grade. The chance that an invoice is paid within terms is between 13 % and 95 %, "
        "with 90 % certainty."
    )
    assert WORDS.concentration(found) == "Mostly with one counterparty: Harbour Trading Ltd has 100 %."
    assert WORDS.missing(found) == ["No records from Jun 2025 to Mar 2026.", "No records in Jun 2026."]


def test_what_cost_most_comes_first() -> None:
    first, second, third, *_ = REASONS.reasons(bad_payer())
    within = "4 of 29 invoices were paid within terms. Newer ones weigh more."
    assert first == Reason("Paid within terms", "0 of 45", 0.0, within, "accepted")
    beyond = "By amount, HKD was paid, or is still owed, 43.9 days after the due day on average."
    assert second == Reason("Days beyond terms", "1 of 20", 0.05, beyond, "late")
    overdue = "HKD\u00a086,822.00 of HKD\u00a086,822.00 that is open is overdue (100 %)."
    assert third == Reason("Overdue now", "0 of 10", 0.0, overdue, "overdue")


def test_changes_say_what_of_how_many_makes_which_grade() -> None:
    assert REASONS.changes(good_payer()) == [
        "20 more payment(s) within terms: grade A, 89 points.",
        "1 more payment(s) 31 days late: grade C, 68 points.",
    ]
    assert REASONS.changes(bad_payer()) == ["Paying the 4 overdue invoice(s) today: the same grade, 21 points."]


def test_what_is_missing_is_said() -> None:
    assert WORDS.missing(bad_payer()) == [
        "2 record(s) still wait for the voters.",
        "1 record(s) are contested or were refused.",
        "1 invoice(s) with an open dispute are not counted.",
        "1 voter(s) are not connected: what they know may be newer.",
    ]
    assert WORDS.missing(report([], voters_in_touch=4)) == ["Nothing is missing that this machine knows of."]


def test_a_report_of_nothing_has_words_too() -> None:
    found = report([])
    assert WORDS.days_late(found) == "Nothing is settled or overdue yet."
    assert WORDS.concentration(found) == "No invoice is paid, overdue or given up yet."
    assert [fact.figure for fact in WORDS.facts(found)] == ["–", "–", "0 / 0", "–", "0"]
    assert all(reason.sentence for reason in REASONS.reasons(found))
    assert REASONS.changes(found) == []
