"""A guarantee, a pool and pledges on real nodes: who sees what, what one stands for, and what cannot be called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, everywhere, found, owed

from cohong.api.errors import ApiError
from cohong.cli.main import exit_code_after

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    made = found(folders, 3)
    yield made
    for firm in made:
        firm.stop()


def lines(firm: Firm, **about: Any) -> list[tuple[str, int, int, int, int]]:
    return [
        (item.currency, item.now_minor, item.worst_minor, item.now_after_minor, item.worst_after_minor)
        for item in firm.ask("cover.exposure", **about)
    ]


def test_a_guarantee_and_a_pool_are_seen_by_all_and_count_in_what_one_stands_for(firms: list[Firm]) -> None:
    creditor, debtor, guarantor = firms
    subject = owed(creditor, debtor, firms, "INV-1", amount=1_000)
    assert lines(guarantor) == []
    assert lines(guarantor, cap=400, currency="HKD") == [("HKD", 0, 0, 0, 400)]

    grant = guarantor.write(
        "guarantee.grant", debtor=debtor.member, beneficiary=creditor.member, currency="HKD", cap=400,
        until="2099-12-31", says="for the season",
    )  # fmt: skip
    eventually(lambda: [item.id for item in creditor.ask("cover.list").got] == [grant], "the beneficiary has it")
    (given,) = guarantor.ask("cover.list").given
    assert (given.left_minor, given.beneficiary, given.is_over, given.calls) == (400, creditor.member, False, [])
    assert creditor.ask("cover.list").given == debtor.ask("cover.list").got == []

    pool = guarantor.write("pool.create", name="Guild", currency="HKD")
    everywhere(firms, lambda firm: [item.id for item in firm.ask("cover.list").pools] == [pool], "the pool is known")
    assert lines(creditor, cap=2_000, pool=pool) == [("HKD", 0, 0, 0, 2_000)]
    for firm, cap in ((creditor, 2_000), (guarantor, 500)):
        firm.write("pool.pledge", pool, cap=cap, until="2099-12-31")
    everywhere(firms, lambda firm: firm.ask("cover.list").pools[0].left_minor == 2_500, "both pledges count")
    assert lines(guarantor) == [("HKD", 0, 900, 0, 900)]
    assert lines(guarantor, cap=100, currency="EUR") == [("EUR", 0, 0, 0, 100), ("HKD", 0, 900, 0, 900)]
    assert lines(debtor) == []

    demand: dict[str, object] = {"obligation": subject, "amount": 100, "says": ""}
    assert creditor.refused("guarantee.call", grant, **demand) == "wrong-state", "it is not in default"
    assert creditor.refused("pool.claim", pool, **demand) == "wrong-state"
    assert not {"guarantee.call", "pool.claim", "credit.subrogate"} & set(creditor.may(subject))
    with pytest.raises(ApiError):
        lines(guarantor, cap=100, currency="XXX")
    eventually(lambda: len({firm.ask("book.digest").digest for firm in firms}) == 1, "one book")


def test_the_command_line_grants_pledges_and_lists(firms: list[Firm], capsys: pytest.CaptureFixture[str]) -> None:
    creditor, debtor, guarantor = firms

    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert exit_code_after(["--profile", str(guarantor.profile), "cover", *arguments]) == 0
        return capsys.readouterr().out

    run(
        "grant", "--debtor", debtor.member, "--beneficiary", creditor.member, "--currency", "HKD", "--cap", "4000.00",
        "--until", "2099-12-31",
    )  # fmt: skip
    run("pool-create", "--name", "Guild", "--currency", "HKD")
    eventually(lambda: len(guarantor.ask("cover.list").pools) == 1, "the pool is there")
    pool = guarantor.ask("cover.list").pools[0].id
    assert "5,000.00" in run("exposure", "--pool", pool, "--cap", "1000")
    run("pledge", pool, "--cap", "1000", "--until", "2099-12-31")
    eventually(lambda: len(guarantor.ask("cover.list").pools[0].pledges) == 1, "the pledge is there")
    told = run("list")
    assert "4,000.00" in told and "Pool Guild, kept by you" in told and "1,000.00 of HKD 1,000.00 left" in told
    capsys.readouterr()
    arguments = ["cover", "draw", pool, pool, "--profile", str(guarantor.profile)]
    assert exit_code_after(arguments) == 1
