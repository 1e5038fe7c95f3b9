"""Guarantees, pools and pledges on real nodes: what one stands for, and a default for which somebody else pays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, carry, eventually, everywhere, found, found_by, owed, set_clock, with_clock

from cohong.api.errors import ApiError
from cohong.cli.main import exit_code_after

pytestmark = pytest.mark.timeout(240)

DAY_MS = 86_400_000


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
    eventually(lambda: [item.id for item in guarantor.ask("cover.list").given] == [grant], "and so has the guarantor")
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


@pytest.fixture
def two_weeks_ago(folders: Path) -> Iterator[list[Firm]]:
    """Three firms whose clocks stand fifteen days before today."""
    made = found_by([with_clock(Firm(folders / f"firm-{number}"), -15 * DAY_MS) for number in range(3)])
    yield made
    for firm in made:
        firm.stop()


def in_default(firms: list[Firm], amount: int) -> str:
    """Have the second owe the first something, with which it is in default; returns the obligation."""
    creditor, debtor, _ = firms
    due = (datetime.now(UTC) - timedelta(days=90)).date().isoformat()
    subject = owed(creditor, debtor, firms, "INV-LATE", issued=due, due=due, amount=amount)
    creditor.write("credit.notice", subject, says="Pay, or a default is recorded.")
    everywhere(firms, lambda firm: firm.details(subject).notice is not None, "the notice stands")
    creditor.ask("chain.ask")
    everywhere(firms, lambda firm: firm.details(subject).notice.block_ms > 0, "a block includes the notice")
    for firm in firms:
        set_clock(firm, 0)
    everywhere(firms, lambda firm: firm.ask("node.status").peers_connected == 2, "they have met again")
    eventually(lambda: _is_written(creditor, "credit.default", subject), "there is a block of today", every_s=1)
    everywhere(firms, lambda firm: firm.state(subject) == "defaulted", "it is in default")
    return subject


def _is_written(firm: Firm, kind: str, subject: str) -> bool:
    try:
        firm.write(kind, subject)
    except ApiError:
        return False
    return True


def test_who_has_paid_for_a_default_holds_that_part_and_collects_it(two_weeks_ago: list[Firm]) -> None:
    firms = two_weeks_ago
    creditor, debtor, guarantor = firms
    subject = in_default(firms, 1_000)
    grant = guarantor.write(
        "guarantee.grant", debtor=debtor.member, beneficiary=creditor.member, currency="HKD", cap=400,
        until="2099-12-31", says="",
    )  # fmt: skip
    eventually(lambda: "guarantee.call" in creditor.may(subject), "the holder may call it")
    call = creditor.write("guarantee.call", grant, obligation=subject, amount=300, says="please")
    eventually(lambda: lines(guarantor) == [("HKD", 300, 400, 300, 400)], "it has been called")
    (given,) = guarantor.ask("cover.list").given
    assert [(item.entry, item.object, item.due_minor, item.usable) for item in given.calls] == [
        (call, subject, 300, True)
    ]
    today = datetime.now(UTC).date().isoformat()
    payment = {"value_date": today, "method": "FPS", "reference": ""}
    pay = guarantor.write("guarantee.pay", grant, call=call, amount=300, **payment)
    eventually(lambda: "credit.subrogate" in creditor.may(subject), "what was paid may be passed on")
    creditor.write("credit.subrogate", subject)
    everywhere(firms, lambda firm: firm.details(subject).row.outstanding_minor == 700, "it is passed on")
    everywhere(firms, lambda firm: firm.details(pay).holder == guarantor.member, "the guarantor holds the part")
    for firm in firms:
        for item in (subject, pay):
            traced = firm.ask("book.trace", object=item)
            assert sum(entry.adds_minor for entry in traced.entries) == traced.outstanding_minor
    # The part and the guarantee go on apart from one another, though one payment made both what they are.
    guarantor.write("credit.receipt", pay, amount=300, **payment)
    everywhere(firms, lambda firm: firm.state(pay) == "cured", "the debtor has paid the guarantor")
    call = creditor.write("guarantee.call", grant, obligation=subject, amount=100, says="")
    eventually(lambda: lines(guarantor) == [("HKD", 100, 100, 100, 100)], "the rest has been called")
    guarantor.write("guarantee.pay", grant, call=call, amount=100, **payment)
    eventually(lambda: "credit.subrogate" in creditor.may(subject), "that may be passed on too")
    creditor.write("credit.subrogate", subject)
    everywhere(firms, lambda firm: firm.details(subject).row.outstanding_minor == 600, "it is passed on")
    assert lines(guarantor) == [("HKD", 0, 0, 0, 0)]
    eventually(lambda: len({firm.ask("book.digest").digest for firm in firms}) == 1, "one book")


def test_a_pool_pays_for_a_default_by_its_rule_and_its_keeper_collects_it(two_weeks_ago: list[Firm]) -> None:
    firms = two_weeks_ago
    creditor, debtor, keeper = firms
    subject = in_default(firms, 1_000)
    pool = keeper.write("pool.create", name="Guild", currency="HKD")
    everywhere(firms, lambda firm: [item.id for item in firm.ask("cover.list").pools] == [pool], "the pool is known")
    for firm, cap in ((keeper, 3_000), (creditor, 1_000)):
        firm.write("pool.pledge", pool, cap=cap, until="2099-12-31")
    everywhere(firms, lambda firm: firm.ask("cover.list").pools[0].left_minor == 4_000, "both pledges count")
    due = creditor.ask("cover.due", pool=pool, obligation=subject, amount=1_000)
    assert (due.after_first_loss_minor, due.left_for_debtor_minor, due.amount_minor) == (800, 400, 400)
    assert sorted((share.minor, share.is_mine) for share in due.shares) == [(100, True), (300, False)]

    eventually(lambda: "pool.claim" in creditor.may(subject), "the holder may claim from it")
    claim = creditor.write("pool.claim", pool, obligation=subject, amount=1_000, says="")
    eventually(lambda: lines(keeper) == [("HKD", 300, 3_000, 300, 3_000)], "its share of the claim")
    eventually(lambda: lines(keeper, demand=claim) == [("HKD", 300, 3_000, 0, 2_700)], "what is left after a draw")
    assert creditor.refused("pool.draw", pool, claim=claim) == "not-controller", "the keeper alone draws"
    draw = keeper.write("pool.draw", pool, claim=claim)
    everywhere(firms, lambda firm: firm.ask("cover.list").pools[0].left_minor == 3_600, "it is drawn")
    assert keeper.refused("pool.draw", pool, claim=claim) == "no-effect", "a tenth of it is drawn for this debtor"
    (found,) = debtor.ask("cover.list").pools
    assert ([(item.debtor, item.minor) for item in found.drawn], found.claims) == ([(debtor.member, 400)], [])
    eventually(lambda: lines(keeper) == [("HKD", 0, 2_700, 0, 2_700)], "as was foretold")

    eventually(lambda: "credit.subrogate" in creditor.may(subject), "what was drawn may be passed on")
    assert [(item.entry, item.amount_minor) for item in creditor.details(subject).paid] == [(draw, 400)]
    creditor.write("credit.subrogate", subject)
    everywhere(firms, lambda firm: firm.details(subject).row.outstanding_minor == 600, "it is passed on")
    everywhere(firms, lambda firm: firm.details(draw).holder == keeper.member, "the keeper holds the part")
    kinds = [item.kind for item in creditor.ask("cover.history", object=pool)]
    assert sorted(set(kinds)) == ["pool.claim", "pool.create", "pool.draw"]
    # A tenth of what is pledged has been drawn for this debtor: there is no more for it.
    again = creditor.ask("cover.due", pool=pool, obligation=subject, amount=600)
    assert (again.amount_minor, again.left_for_debtor_minor, again.left_minor) == (0, 0, 3_600)
    today = datetime.now(UTC).date().isoformat()
    eventually(lambda: "credit.receipt" in keeper.may(draw), "the keeper may record receipts")
    keeper.write("credit.receipt", draw, amount=400, value_date=today, method="FPS", reference="")
    everywhere(firms, lambda firm: firm.state(draw) == "cured", "the debtor has paid the keeper")
    eventually(lambda: len({firm.ask("book.digest").digest for firm in firms}) == 1, "one book")


def test_a_pool_goes_to_whom_the_voters_name_once_its_keeper_was_expelled(folders: Path) -> None:
    firms = found(folders, 4)
    try:
        first, second, third, keeper = firms
        pool = keeper.write("pool.create", name="Guild", currency="HKD")
        everywhere(
            firms, lambda firm: [item.id for item in firm.ask("cover.list").pools] == [pool], "the pool is known"
        )
        asked: dict[str, object] = {"ask": "keeper", "pool": pool, "member": second.member, "reason": "it is gone"}
        with pytest.raises(ApiError) as still:
            first.ask("motion.put", **asked)
        assert still.value.detail == "no-effect", "its keeper is a member"
        rest = [first, second, third]
        carry(rest, ask="expel", member=keeper.member)
        eventually(lambda: not first.ask("cover.list").pools[0].is_kept, "nobody keeps it")
        seen = first.ask("motion.preview", **asked)
        assert (seen.member, seen.fields["pool_name"], seen.fields["old"]) == (second.member, "Guild", keeper.member)
        carry(rest, **asked)
        everywhere(rest, lambda firm: firm.ask("cover.list").pools[0].keeper == second.member, "it has another keeper")
        (kept,) = second.ask("cover.list").pools
        assert (kept.is_mine, kept.is_kept) == (True, True)
        with pytest.raises(ApiError) as again:
            first.ask("motion.put", **{**asked, "member": third.member})
        assert again.value.detail == "no-effect"
    finally:
        for firm in firms:
            firm.stop()
