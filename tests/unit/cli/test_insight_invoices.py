"""`cohong insight payments` and `days-late`: figures equal to a second computation, and no look into the future."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from cohong.api.errors import ExitCode
from cohong.cli.main import exit_code_after

HEADER = "customer,invoice no,invoice date,due date,amount,paid date\n"
ROWS = """A,1,2026-01-01,2026-01-31,100.00,2026-01-20
A,2,2026-01-05,2026-02-04,50.00,2026-02-14
B,3,2026-01-05,2026-02-04,25.50,
"""


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    code = exit_code_after(["insight", *map(str, arguments), "--json"])
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, said


@pytest.fixture
def invoices(tmp_path: Path) -> Path:
    file = tmp_path / "invoices.csv"
    file.write_text(HEADER + ROWS)
    return file


def test_payments_have_the_documented_form(invoices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, "payments", invoices, "--as-of", "2026-03-16", "--currency", "HKD")
    assert code == ExitCode.DONE
    assert list(said) == ["file", "as_of", "problems", "overall", "customers"]
    assert [each["customer"] for each in said["customers"]] == ["A", "B"]
    a, b = said["customers"]
    assert (a["invoices"], a["settled"], a["paid_within_terms"], a["late"], a["days_late_sum"]) == (2, 2, 1, 1, 10)
    (hkd,) = b["currencies"]
    assert (hkd["currency"], hkd["ageing_minor"], hkd["days_beyond_terms"]) == ("HKD", [0, 0, 2550, 0, 0], 40)
    assert (a["thin"], a["on_time"]["mean"]) == (True, None)
    code, said = answer(capsys, "payments", invoices, "--as-of", "2026-03-16", "--customer", "B")
    assert [each["customer"] for each in said["customers"]] == ["B"]
    assert said["customers"][0]["currencies"][0]["currency"] == "XXX"
    assert (said["score"]["grade"], len(said["score"]["terms"])) == (None, 7)
    for more in ([], ["--customer", "A"], ["--currency", "HKD"]):
        assert exit_code_after(["insight", "payments", str(invoices), "--as-of", "2026-03-16", *more]) == ExitCode.DONE
        assert "1 of 2 paid" in capsys.readouterr().out


def test_what_is_wrong_is_told(invoices: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in (
        (("payments", invoices, "--as-of", "soon"), "not a day"),
        (("payments", invoices, "--as-of", "2026-01-01", "--customer", "C"), "no customer"),
        (("payments", invoices, "--as-of", "2026-01-01", "--currency", "FOO"), "not a currency"),
        (("days-late", invoices, "--cutoff", "2025-01-01"), "nothing was paid before"),
    ):
        code, said = answer(capsys, *arguments)
        assert code == ExitCode.USED_WRONGLY
        assert words in said["message"]
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    code, said = answer(capsys, "payments", empty, "--as-of", "2026-01-01")
    assert (code, said["error"]) == (ExitCode.REFUSED, "file-refused")


def recomputed(rows: list[dict[str, str]], as_of: date) -> dict[str, Any]:
    """The same facts from the file alone."""
    found: dict[str, Any] = defaultdict(int)
    bands = [0, 0, 0, 0, 0]
    paid = beyond = 0
    for row in rows:
        issued, due, settled = (
            datetime.strptime(row[name], "%m/%d/%Y").date()  # noqa: DTZ007 - days have no zone
            for name in ("InvoiceDate", "DueDate", "SettledDate")
        )
        if issued > as_of:
            continue
        whole, _, cents = row["InvoiceAmount"].partition(".")
        minor = int(whole) * 100 + int(cents.ljust(2, "0"))
        found["invoices"] += 1
        if settled <= as_of:
            late = max(0, (settled - due).days)
            found["settled"] += 1
            found["paid_within_terms"] += late == 0
            found["days_late_sum"] += late
        else:
            late = max(0, (as_of - due).days)
            bands[0 if late == 0 else min(4, (late - 1) // 30 + 1)] += minor
        found["late"] += late > 0
        if settled <= as_of or late:
            paid += minor
            beyond += minor * late
    found["ageing"] = bands if found["invoices"] else None
    found["dbt"] = beyond / paid if paid else None
    return dict(found)


@pytest.mark.parametrize("day", ["2012-06-30", "2013-03-31", "2014-01-31"])
def test_facts_of_a_hundred_customers_equal_a_second_computation(
    shared_data: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    file = shared_data / "ibm_accounts_receivable.csv"
    code, said = answer(capsys, "payments", file, "--as-of", day)
    with file.open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    by_customer: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_customer[row["customerID"]].append(row)
    assert code == ExitCode.DONE
    assert len(said["customers"]) == len(by_customer) == 100
    everybody = [(said["overall"], rows)] + [(each, by_customer[each["customer"]]) for each in said["customers"]]
    for facts, of in everybody:
        expected = recomputed(of, date.fromisoformat(day))
        currency = next(iter(facts["currencies"]), {"ageing_minor": None, "days_beyond_terms": None})
        assert expected["ageing"] == currency["ageing_minor"]
        assert expected["dbt"] == currency["days_beyond_terms"]
        for name in ("invoices", "settled", "paid_within_terms", "late", "days_late_sum"):
            assert facts[name] == expected.get(name, 0)


@pytest.mark.parametrize("cutoff", ["2012-07-01", "2013-01-01", "2013-07-01"])
def test_days_late_are_foretold_better_than_by_the_customers_mean(
    shared_data: Path, capsys: pytest.CaptureFixture[str], cutoff: str
) -> None:
    code, said = answer(capsys, "days-late", shared_data / "ibm_accounts_receivable.csv", "--cutoff", cutoff)
    print(said)
    assert code == ExitCode.DONE
    for known in ("at_cutoff", "at_issue"):
        figures = said[known]
        for measure, share in (("mae", 0.95), ("rmse", 0.98)):
            assert figures["model"][measure] < share * figures["customer_mean"][measure]
            assert figures["model"][measure] < 0.85 * figures["global_mean"][measure]
        assert figures["model"]["covered"] >= 0.8
        assert figures["model"]["mae"] <= figures["model"]["stated_error"] <= 1.4 * figures["model"]["mae"]
    assert exit_code_after(["insight", "days-late", str(shared_data / "ibm_accounts_receivable.csv"),
                            "--cutoff", cutoff]) == ExitCode.DONE  # fmt: skip
    assert "off by" in capsys.readouterr().out
