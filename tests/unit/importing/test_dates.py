"""Dates: what a cell says, and the order of day and month in a column."""

from __future__ import annotations

import pytest

from cohong.importing.dates import DateEvidence, day_after, is_blank, read_date
from cohong.importing.file_format import Confidence, Evidence, EvidenceCode
from cohong.importing.rows_found import RowReason


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("23/4/2013", "dmy", "2013-04-23"),
        ("4/23/2013", "mdy", "2013-04-23"),
        ("3/4/2013", "dmy", "2013-04-03"),
        ("3/4/2013", "mdy", "2013-03-04"),
        ("03-04-2013", "dmy", "2013-04-03"),
        ("3.4.2013", "dmy", "2013-04-03"),
        ("3/4/13", "dmy", "2013-04-03"),
        ("3/4/99", "dmy", "1999-04-03"),
        ("13/4/3", "ymd", RowReason.NOT_A_DATE),
        ("13/04/03", "ymd", "2013-04-03"),
        ("2013/4/3", "mdy", "2013-04-03"),
        ("2013-04-03", "dmy", "2013-04-03"),
        ("2013.04.03", "dmy", "2013-04-03"),
        ("20130403", "dmy", "2013-04-03"),
        ("2013年4月3日", "dmy", "2013-04-03"),
        ("2013年04月03号", "dmy", "2013-04-03"),
        ("2013 年 4 月 3 日", "dmy", "2013-04-03"),
        ("２０１３年４月３日", "dmy", "2013-04-03"),
        ("2013-04-03 00:00:00", "dmy", "2013-04-03"),
        ("2013-04-03T10:11:12.345Z", "dmy", "2013-04-03"),
        ("2013-04-03T10:11:12+08:00", "dmy", "2013-04-03"),
        ("4/3/2013 12:00:00 AM", "mdy", "2013-04-03"),
        ("3-Apr-2013", "mdy", "2013-04-03"),
        ("03 April 2013", "mdy", "2013-04-03"),
        ("Apr 3, 2013", "dmy", "2013-04-03"),
        ("3rd Sept 2013", "dmy", "2013-09-03"),
        ("03-Apr-13", "mdy", "2013-04-03"),
        (" 3/4/2013 ", "dmy", "2013-04-03"),
        ("29/2/2012", "dmy", "2012-02-29"),
        ("1/1/1970", "dmy", "1970-01-01"),
        ("31/12/2100", "dmy", "2100-12-31"),
        ("", "dmy", ""),
        ("N/A", "dmy", ""),
        ("0000-00-00", "dmy", ""),
        ("0", "dmy", ""),
        ("29/2/2013", "dmy", RowReason.IMPOSSIBLE_DATE),
        ("31/4/2013", "dmy", RowReason.IMPOSSIBLE_DATE),
        ("4/23/2013", "dmy", RowReason.IMPOSSIBLE_DATE),
        ("2013-13-01", "dmy", RowReason.IMPOSSIBLE_DATE),
        ("31/12/1969", "dmy", RowReason.DATE_OUT_OF_RANGE),
        ("1/1/2101", "dmy", RowReason.DATE_OUT_OF_RANGE),
        ("99990101", "dmy", RowReason.DATE_OUT_OF_RANGE),
        ("41276", "dmy", RowReason.NOT_A_DATE),
        ("3/4-2013", "dmy", RowReason.NOT_A_DATE),
        ("yesterday", "dmy", RowReason.NOT_A_DATE),
        ("3 Foo 2013", "dmy", RowReason.NOT_A_DATE),
        ("3/4", "dmy", RowReason.NOT_A_DATE),
        ("102/4/3", "dmy", RowReason.NOT_A_DATE),
        ("٢٠١٣-٠٤-٠٣", "dmy", RowReason.NOT_A_DATE),
        ("3/4/2013" + " " * 100 + "x", "dmy", RowReason.NOT_A_DATE),
    ],
)
def test_a_cell_is_a_day_or_says_why_not(cell: str, order: str, day: str) -> None:
    assert read_date(cell, order) == day


def _evidence(*cells: str) -> DateEvidence:
    evidence = DateEvidence()
    for line, cell in enumerate(cells, 2):
        evidence.add(cell, line)
    return evidence


def test_a_day_over_12_in_the_first_place_proves_day_month_and_is_named() -> None:
    found = _evidence("1/2/2013", "3/4/2013", "23/4/2013", "24/4/2013").decide(None)
    proof = Evidence(EvidenceCode.FIRST_PLACE_OVER_12, {"value": "23/4/2013", "line": 4, "count": 2})
    assert (found.value, found.confidence, found.evidence) == ("dmy", Confidence.CERTAIN, (proof,))


def test_a_day_over_12_in_the_second_place_proves_month_day() -> None:
    found = _evidence("1/2/2013", "4/23/2013").decide(None)
    assert (found.value, found.confidence) == ("mdy", Confidence.CERTAIN)


def test_proofs_of_both_orders_are_said_and_the_majority_is_used() -> None:
    found = _evidence("23/4/2013", "4/23/2013", "4/24/2013").decide(None)
    assert (found.value, found.confidence) == ("mdy", Confidence.CONFLICTING)
    assert [(one.code, one.values["line"]) for one in found.evidence] == [
        (EvidenceCode.FIRST_PLACE_OVER_12, 2),
        (EvidenceCode.SECOND_PLACE_OVER_12, 3),
    ]


def test_a_column_without_proof_is_read_day_first_and_says_that_it_is_assumed() -> None:
    found = _evidence("1/2/2013", "3/4/2013").decide(None)
    assert (found.value, found.confidence) == ("dmy", Confidence.ASSUMED)
    assert found.evidence[0].code is EvidenceCode.DATES_AMBIGUOUS


def test_dates_with_the_year_first_need_no_order() -> None:
    found = _evidence("2013-01-02", "20130103", "2013年1月4日").decide(None)
    assert (found.value, found.confidence) == ("ymd", Confidence.CERTAIN)
    assert found.evidence[0].code is EvidenceCode.YEAR_FIRST


def test_the_callers_order_is_taken_against_the_evidence() -> None:
    found = _evidence("23/4/2013").decide("mdy")
    assert (found.value, found.confidence) == ("mdy", Confidence.GIVEN)


def test_a_due_day_beyond_2100_is_out_of_range() -> None:
    assert day_after("2013-01-31", 30) == "2013-03-02"
    assert day_after("2100-12-31", 0) == "2100-12-31"
    assert day_after("2100-12-31", 1) is RowReason.DATE_OUT_OF_RANGE


def test_a_zero_is_no_blank_outside_dates() -> None:
    assert not is_blank("0")
    assert is_blank(" - ")
