"""Limits in words: reasons with their figures, and when a record would exceed one."""

from __future__ import annotations

from msgspec.structs import replace

from cohong.api.views import LimitInCurrency, LimitReason, LimitReport, OwnLimit
from cohong.desktop.formatting import Formats
from cohong.desktop.limit_wording import LimitWords

EN = LimitWords(Formats("en"))
IN_HKD = LimitInCurrency(
    currency="HKD", suggested_minor=24_000_000, reasons=[], own_minor=40_000_000, open_minor=12_000_000, asked_minor=0
)
REPORT = LimitReport(member="0f" * 32, name="Pearl", as_of="2026-11-26", grade="C", currencies=[IN_HKD])
LIMIT = OwnLimit(
    member="0f" * 32, name="Pearl", currency="HKD", amount_minor=40_000_000, open_minor=12_000_000, asked_minor=0
)


def said(step: str, figure: int) -> str:
    reason = LimitReason(step=step, figure=figure, after_minor=1)  # type: ignore[arg-type]  # one of the steps
    return EN.reason(reason, "HKD", REPORT).replace("\u00a0", " ")


def test_each_step_has_its_figure() -> None:
    assert said("repaid-to-all", 20) == "Likewise of everybody, in 20 obligation(s)"
    assert said("believed", 4_000_000) == "As far as your own experience and your trust of HKD 40,000.00 go"
    assert said("grade", 60) == "Grade C: 60 % of it"
    assert said("overdue", 1_000) == "Less what is overdue to anybody, HKD 10.00"


def test_no_answer_is_not_an_answer_of_nothing() -> None:
    assert EN.suggestion(IN_HKD) == "Suggested: HKD\u00a0240,000.00"
    assert EN.suggestion(replace(IN_HKD, suggested_minor=0)) == "Suggested: HKD\u00a00.00"
    assert EN.suggestion(replace(IN_HKD, suggested_minor=None)).startswith("The book has no answer")


def test_it_warns_from_one_cent_above_the_limit_on() -> None:
    assert EN.warning(LIMIT, "Pearl", 28_000_000) == ""
    words = EN.warning(LIMIT, "Pearl", 28_000_001).replace("\u00a0", " ")
    assert words.startswith("Pearl would owe you HKD 400,000.01, above your limit of HKD 400,000.00.")
    assert EN.warning(replace(LIMIT, asked_minor=1), "Pearl", 28_000_000)
    assert EN.short(LIMIT) == "Limit HKD\u00a0400,000.00, 30 % used"
