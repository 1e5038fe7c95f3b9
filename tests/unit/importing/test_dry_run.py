"""The dry run: every row in one class, totals, lateness, and a form that JSON takes."""

from __future__ import annotations

import dataclasses
import json

from tests.unit.importing.conftest import MakeFile

from cohong.importing.dry_run import dry_run
from cohong.importing.invoices import CurrencyTotal, ImportOptions

TEXT = """customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate,Currency,Status
A,1,2013-01-02,2013-02-01,10.00,2013-02-11,HKD,ok
A,2,2013-01-05,2013-02-04,20.50,2013-02-04,HKD,ok
B,3,2013-03-01,2013-03-31,7,2013-04-01,EUR,ok

B,4,2012-12-31,2013-01-30,30.00,,HKD,ok
A,1,2013-01-02,2013-02-01,10.00,2013-02-11,HKD,ok
A,1,2013-01-02,2013-02-01,11.00,2013-02-11,HKD,ok
C,5,2013-01-02,2013-02-01,-5.00,,HKD,ok
C,6,2013-01-02,2013-02-01,5.00,,HKD,void
A,2,2013-01-05,2013-02-04,20.50,,HKD,void
"""


def test_every_row_is_in_exactly_one_class_and_the_sums_are_of_the_good_ones(make_file: MakeFile) -> None:
    run = dry_run(make_file(TEXT), ImportOptions())
    assert (run.rows, run.good, run.bad, run.duplicates, run.void, run.blank) == (9, 4, 2, 1, 2, 1)
    assert run.rows == run.good + run.bad + run.duplicates + run.void
    assert run.totals == (CurrencyTotal("EUR", 1, 700), CurrencyTotal("HKD", 3, 6050))
    assert (run.first_issued, run.last_issued, run.customers) == ("2012-12-31", "2013-03-01", 2)
    assert (run.settled, run.late, run.late_days) == (3, 2, 11)
    assert run.problems_by_reason == {"conflicts_with_line": 1, "negative_amount": 1}
    assert [(problem.line, problem.of_line) for problem in run.problems] == [(8, 2), (9, None)]
    assert run.void_contradictions == 1


def test_a_dry_run_is_plain_values_that_json_takes(make_file: MakeFile) -> None:
    run = dry_run(make_file(TEXT), ImportOptions())
    plain = json.loads(json.dumps(dataclasses.asdict(run)))
    assert (plain["good"], plain["totals"][1]["amount_minor"]) == (4, 6050)
    assert plain["format"]["columns"]["amount"]["header"] == "InvoiceAmount"
    assert plain["problems"][0]["reason"] == "conflicts_with_line"


def test_a_thousand_problems_are_kept_and_all_are_counted(make_file: MakeFile) -> None:
    head = TEXT.splitlines()[0]
    rows = "".join(f"A,{number},2013-01-02,2013-02-01,-1,,HKD,ok\n" for number in range(1500))
    run = dry_run(make_file(f"{head}\n{rows}"), ImportOptions())
    assert (run.bad, len(run.problems), run.problems_by_reason) == (1500, 1000, {"negative_amount": 1500})


def test_a_file_that_is_nothing_but_bad_rows_is_not_refused(make_file: MakeFile) -> None:
    run = dry_run(make_file(TEXT.splitlines()[0] + "\nA,1,x,y,z,,HKD,ok\n"), ImportOptions())
    assert (run.rows, run.good, run.bad, run.first_issued, run.totals) == (1, 0, 1, None, ())
