"""Real exports, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohong.importing.file_format import AssumptionCode, Confidence, Field
from cohong.importing.invoices import DryRun, ImportOptions, InvoiceRow, dry_run, read_invoices
from cohong.primitives.money import format_plain


def _classes(run: DryRun) -> tuple[int, int, int, int, int, int]:
    return run.rows, run.good, run.bad, run.duplicates, run.void, run.blank


def test_the_clean_ledger_has_the_published_figures(shared_data: Path) -> None:
    run = dry_run(shared_data / "ibm_accounts_receivable.csv", ImportOptions(currency="HKD"))
    assert _classes(run) == (2466, 2466, 0, 0, 0, 0)
    assert (run.customers, run.settled, run.late, round(run.late_days / run.good, 3)) == (100, 2466, 877, 3.442)
    assert [format_plain(total.amount_minor, "HKD") for total in run.totals] == ["147703.18"]
    issued = run.format.date_orders[Field.ISSUED]
    assert (issued.value, issued.confidence) == ("mdy", Confidence.CERTAIN)
    assert run.format.assumptions == ()


def test_leading_zeros_of_the_clean_ledger_survive(shared_data: Path) -> None:
    rows = read_invoices(shared_data / "ibm_accounts_receivable.csv", ImportOptions())
    numbers = [row.number for row in rows if isinstance(row, InvoiceRow)]
    assert {len(number) for number in numbers} == {10}
    assert sum(number.startswith("0") for number in numbers) == 266


def test_the_rows_of_the_dirty_ledger_add_up_and_its_lost_zeros_are_pointed_out(shared_data: Path) -> None:
    run = dry_run(shared_data / "ibm_accounts_receivable_dirty.csv", ImportOptions(currency="HKD"))
    print(run.rows, "rows =", run.good, "good +", run.bad, "bad +", run.duplicates, "duplicates +", run.void, "void")
    assert run.rows == run.good + run.bad + run.duplicates + run.void
    # Its 120 extra rows are invoices with numbers of their own, complete but for two columns that are not
    # read; its 32 changed amounts are the same amounts written otherwise (38 and 38.0).
    assert _classes(run) == (2586, 2586, 0, 0, 0, 0)
    (said,) = run.format.assumptions
    assert (said.code, said.values) == (
        AssumptionCode.NUMBERS_MAY_LACK_ZEROS,
        {"usual_length": 10, "shorter": 386},
    )


def test_the_dirty_ledger_has_the_invoices_of_the_clean_one_but_for_their_zeros(shared_data: Path) -> None:
    def invoices(name: str) -> set[tuple[str, str, str, str, int, str | None]]:
        rows = read_invoices(shared_data / name, ImportOptions())
        return {
            (row.customer, row.number.lstrip("0"), row.issued, row.due, row.amount_minor, row.settled)
            for row in rows
            if isinstance(row, InvoiceRow)
        }

    clean, dirty = invoices("ibm_accounts_receivable.csv"), invoices("ibm_accounts_receivable_dirty.csv")
    assert (len(clean), len(dirty), len(clean & dirty)) == (2466, 2586, 2466)


@pytest.mark.parametrize(
    ("name", "classes", "reasons", "seller"),
    [
        ("sales", (330835, 296245, 5582, 1453, 27555, 0), {"negative_amount": 5582}, False),
        (
            "purchase",
            (395175, 369818, 3570, 4551, 17236, 0),
            {"conflicts_with_line": 18, "negative_amount": 3552},
            True,
        ),
    ],
)
def test_the_tax_invoices_of_302_firms(
    shared_data: Path,
    name: str,
    classes: tuple[int, int, int, int, int, int],
    reasons: dict[str, int],
    seller: bool,
) -> None:
    run = dry_run(shared_data / f"cumcm2020c_302_{name}_invoices.csv.gz", ImportOptions(currency="CNY"))
    assert _classes(run) == classes
    assert run.problems_by_reason == reasons
    amount = run.format.columns[Field.AMOUNT]
    assert (amount.header, amount.others) == ("价税合计", ("金额",))
    said = {one.code: one.values for one in run.format.assumptions}
    assert said[AssumptionCode.DUE_BY_DEFAULT_TERMS] == {"terms_days": 30, "rows": run.rows}
    assert (AssumptionCode.COUNTERPARTY_IS_SELLER in said) == seller


def test_the_dirty_ledger_below_the_clean_one_adds_only_its_own_invoices(shared_data: Path, tmp_path: Path) -> None:
    clean = (shared_data / "ibm_accounts_receivable.csv").read_bytes()
    dirty = (shared_data / "ibm_accounts_receivable_dirty.csv").read_bytes()
    both = tmp_path / "both.csv"
    both.write_bytes(clean.rstrip(b"\r\n") + b"\r\n" + dirty.partition(b"\n")[2])
    run = dry_run(both, ImportOptions(currency="HKD"))
    # 2,200 of the dirty rows have their number as it was (32 of the amounts written otherwise); 266 lost zeros.
    assert _classes(run) == (5052, 2466 + 120, 266, 2200, 0, 0)
    assert run.problems_by_reason == {"number_lacks_zeros": 266}
