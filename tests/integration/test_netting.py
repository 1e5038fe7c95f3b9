"""A netting round among seven real nodes: one is killed in the middle, one joins too late; all end with one book."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from tests.integration.firms import Firm, eventually, found

from cohong.api.errors import ApiError

pytestmark = pytest.mark.timeout(300)

CIRCLE_MINOR = [50_000, 40_000, 45_000, 60_000, 42_000]
"""What each of the first five owes the next one, the last the first: 40,000 of each goes round."""


@pytest.fixture
def seven(node_folder: Path) -> Iterator[list[Firm]]:
    yield from running(node_folder, 7)


@pytest.fixture
def three(node_folder: Path) -> Iterator[list[Firm]]:
    yield from running(node_folder, 3)


def running(folder: Path, count: int) -> Iterator[list[Firm]]:
    made = found(Path(mkdtemp(dir=folder)), count)
    yield made
    for firm in made:
        firm.stop()


def owed(*debts: tuple[Firm, Firm, str, int]) -> list[str]:
    """Have firms owe each other, all of it accepted: (creditor, debtor, reference, amount)."""
    proposed = [creditor.propose(debtor.member, reference, amount) for creditor, debtor, reference, amount in debts]
    for subject, (_, debtor, _, _) in zip(proposed, debts, strict=True):
        eventually(lambda subject=subject, debtor=debtor: "credit.accept" in actions(debtor, subject), "to answer")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        debtor.ask("record.write", kind="credit.accept", object=subject)
    for subject, (creditor, _, _, _) in zip(proposed, debts, strict=True):
        eventually(lambda subject=subject, creditor=creditor: "credit.receipt" in actions(creditor, subject), "active")  # type: ignore[misc]  # likewise
    return proposed


def actions(firm: Firm, subject: str) -> list[str]:
    """Return what a firm may write about an obligation; nothing while it does not hold it."""
    try:
        return list(firm.ask("book.record", object=subject).actions)
    except ApiError:
        return []


def announce(coordinator: Firm) -> str:
    fields = {
        "currency": "HKD",
        "due_until": "2027-12-31",
        "ends": (date.today() + timedelta(days=7)).isoformat(),  # noqa: DTZ011  # a day of business is a local one
        "says": "month's end",
    }
    return str(coordinator.ask("record.write", kind="netting.announce", fields=fields).entry)


def round_of(firm: Firm, round_: str) -> object:
    return next((item for item in firm.ask("netting.rounds") if item.id == round_), None)


def what_if(firm: Firm, round_: str) -> tuple[int, int, int]:
    """Return what is cleared of a round, and in addition with 100.00 lent or at most so much down with a pool each."""
    found = firm.ask("netting.what_if", round=round_, liquidity=10_000)
    return found.cleared_minor, found.lent_minor, found.pooled_minor


def outstanding(firm: Firm, subject: str) -> int:
    return int(firm.ask("book.record", object=subject).row.outstanding_minor)


def test_a_round_among_seven_clears_a_circle_though_one_is_killed_and_one_comes_late(seven: list[Firm]) -> None:
    firms = seven
    debts = [
        (firms[(number + 1) % 5], firms[number], f"CIRCLE-{number}", amount)
        for number, amount in enumerate(CIRCLE_MINOR)
    ]
    *circle, late = owed(*debts, (firms[5], firms[6], "LATE-1", 10_000))
    coordinator = firms[5]
    round_ = announce(coordinator)
    for firm in firms:
        eventually(lambda firm=firm: round_of(firm, round_) is not None, "the round is known")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    preview = firms[0].ask("netting.preview", round=round_)
    assert (preview.owe_minor, preview.owed_minor, preview.mine_minor) == (50_000, 42_000, 40_000)
    assert preview.all_minor == 200_000
    assert what_if(firms[0], round_) == (200_000, 19_000, 42_000)

    for firm in firms[:5]:
        firm.ask("netting.join", round=round_)
    for firm in firms:
        eventually(lambda firm=firm: firm.ask("netting.rounds")[0].obligations == 5, "what they hold joins by itself")  # type: ignore[misc]  # likewise
    assert [line.set_off_minor for line in coordinator.ask("netting.debts", round=round_)] == [0] * 5
    joined = coordinator.ask("netting.rounds")[0], firms[0].ask("netting.rounds")[0]
    assert [(item.mine, item.mine_joined) for item in joined] == [(1, 0), (2, 2)]
    with pytest.raises(ApiError, match="locked"):
        payment = {"amount": 1, "value_date": "2026-11-20", "method": "", "reference": ""}
        firms[1].ask("record.write", kind="credit.receipt", object=circle[0], fields=payment)

    firms[2].kill()
    coordinator.ask("netting.settle", round=round_)
    # Too late: the result is written, and does not know of it. It is refused once the result has come.
    with contextlib.suppress(ApiError):
        firms[6].ask("netting.join", round=round_)
    for firm in (firms[0], firms[1], firms[3], firms[4], firms[6]):
        eventually(lambda firm=firm: [outstanding(firm, item) for item in circle] == [  # type: ignore[misc]  # likewise
            amount - 40_000 for amount in CIRCLE_MINOR
        ], "the circle is cleared everywhere at once")  # fmt: skip
    assert outstanding(firms[6], late) == 10_000

    firms[2].start(unlock=True)
    eventually(lambda: outstanding(firms[2], circle[2]) == 5_000, "the one that was killed has it too")
    assert firms[2].state(circle[1]) == "settled"
    for number, firm in enumerate(firms[:5]):
        statement = firm.ask("netting.statement", round=round_)
        assert (statement.as_debtor_minor, statement.as_holder_minor, statement.verified) == (40_000, 40_000, True)
        assert sorted(line.object for line in statement.lines) == sorted([circle[number], circle[number - 1]])
    # What had joined is the circle alone.
    assert what_if(firms[6], round_) == (200_000, 19_000, 32_000)
    debts = firms[6].ask("netting.debts", round=round_)
    assert sorted(line.set_off_minor for line in debts) == [40_000] * 5
    assert sorted(line.before_minor for line in debts) == sorted(CIRCLE_MINOR)
    eventually(lambda: len({firm.ask("book.digest").digest for firm in firms}) == 1, "one book")
    payment = {"amount": 10_000, "value_date": "2026-11-20", "method": "", "reference": ""}
    firms[1].ask("record.write", kind="credit.receipt", object=circle[0], fields=payment)
    eventually(lambda: firms[0].state(circle[0]) == "settled", "control is back with the holder")


def test_a_result_is_checked_for_what_it_names(three: list[Firm]) -> None:
    firms = three
    one, other = owed((firms[0], firms[1], "B-1", 700), (firms[1], firms[0], "B-2", 900))
    round_ = announce(firms[2])
    for firm in firms[:2]:
        eventually(lambda firm=firm: round_of(firm, round_) is not None, "the round is known")  # type: ignore[misc]  # likewise
        firm.ask("netting.join", round=round_)
    eventually(lambda: firms[2].ask("netting.rounds")[0].obligations == 2, "both have joined")
    # As if the other one had joined only while this was written.
    history = firms[2].ask("book.record", object=one).history
    joins = [item.entry for item in history if item.kind == "netting.join"]
    fields = {"joins": joins, "set_offs": [0]}
    firms[2].ask("record.write", kind="netting.apply", object=round_, fields=fields)
    for firm in firms[:2]:
        eventually(lambda firm=firm: firm.ask("netting.rounds")[0].state == "applied", "the result")  # type: ignore[misc]  # likewise
        statement = firm.ask("netting.statement", round=round_)
        assert (len(statement.lines), statement.cleared_minor, statement.verified) == (2, 0, True)
    assert outstanding(firms[0], other) == 900


def test_a_round_that_is_aborted_gives_back_control_and_changes_nothing(three: list[Firm]) -> None:
    firms = three
    one, other = owed((firms[0], firms[1], "A-1", 700), (firms[1], firms[0], "A-2", 900))
    round_ = announce(firms[2])
    for firm in firms[:2]:
        eventually(lambda firm=firm: round_of(firm, round_) is not None, "the round is known")  # type: ignore[misc]  # likewise
        firm.ask("netting.join", round=round_)
    eventually(lambda: firms[2].ask("netting.rounds")[0].obligations == 2, "both have joined")
    firms[2].ask("record.write", kind="netting.abort", object=round_, fields={"reason": "nothing to clear"})
    eventually(lambda: firms[0].ask("netting.rounds")[0].state == "aborted", "aborted")
    assert (outstanding(firms[0], one), outstanding(firms[0], other)) == (700, 900)
    payment = {"amount": 700, "value_date": "2026-11-20", "method": "", "reference": ""}
    firms[0].ask("record.write", kind="credit.receipt", object=one, fields=payment)
    eventually(lambda: firms[1].state(one) == "settled", "the holder has control again")
