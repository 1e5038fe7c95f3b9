"""One profile on two machines: whatever is started, written and stopped in whatever order, no fork is ever sent."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import PenView

pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms, and in the end the copy of the first one's profile on a machine of its own."""
    firms = found(folders, 3)
    first = firms[0]
    first.propose(firms[1].member, "BEFORE")
    settled_alike(firms, 1)
    first.stop()
    copy = Firm(folders / "copy", member=first.member, state_home=str(folders / "copy-state"))
    shutil.copytree(first.profile, copy.profile)
    firms.append(copy)
    yield firms
    for firm in firms:
        firm.stop()


def pen(firm: Firm) -> PenView:
    status = firm.ask("node.status").pen
    assert isinstance(status, PenView)
    return status


def may_sign(firm: Firm) -> bool:
    return not firm.ask("node.status").catching_up


def tries_to_sign(firm: Firm, debtor: Firm, reference: str) -> bool:
    """Return whether the firm's node has signed a record."""
    try:
        firm.propose(debtor.member, reference)
    except ApiError as error:
        assert error.code == ApiErrorCode.CATCHING_UP, error
        return False
    return True


def assert_no_fork(firms: list[Firm]) -> None:
    assert [len(firm.ask("forks.list")) for firm in firms] == [0] * len(firms)


def test_two_copies_at_once_are_both_told_and_sign_nothing_until_one_is_closed(firms: list[Firm]) -> None:
    first, second, third, copy = firms
    first.start(unlock=True)
    eventually(lambda: first.ask("node.status").peers_connected == 2, "the first is connected")
    first.propose(second.member, "ONE")
    settled_alike(firms[:3], 2)
    copy.start(unlock=True)
    for firm in (first, copy):
        eventually(lambda firm=firm: pen(firm).why == "copy", "both are told")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        assert pen(firm).through in {second.member[:8], third.member[:8]}
        assert not tries_to_sign(firm, second, "TWICE")
    copy.stop()
    eventually(lambda: may_sign(first), "the one that is left goes on")
    first.propose(second.member, "TWO")
    settled_alike(firms[:3], 3)
    assert_no_fork(firms[:3])


def test_copy_goes_on_where_the_first_one_stopped(firms: list[Firm]) -> None:
    first, second, third, copy = firms
    first.start(unlock=True)
    copy.start(unlock=True)
    eventually(lambda: pen(copy).why == "copy", "the copy is told")
    first.stop()
    eventually(lambda: may_sign(copy), "the copy has caught up")
    copy.propose(second.member, "BY-THE-COPY")
    others = [second, third, copy]
    settled_alike(others, 2)
    copy.stop()
    first.start(unlock=True)
    eventually(lambda: pen(first).why in ("elsewhere", "claim"), "the first one hears of what the copy has written")
    assert not tries_to_sign(first, second, "TOO-EARLY")
    eventually(lambda: may_sign(first), "the first one has caught up")
    first.propose(second.member, "BY-THE-FIRST")
    settled_alike([first, second, third], 3)
    assert_no_fork([first, second, third])


def test_what_was_signed_alone_and_does_not_follow_never_leaves(firms: list[Firm]) -> None:
    first, second, third, copy = firms
    copy.start(unlock=True)
    eventually(lambda: may_sign(copy), "the copy has caught up")
    copy.propose(second.member, "BY-THE-COPY")
    settled_alike([second, third, copy], 2)
    for firm in (second, third, copy):
        firm.stop()
    first.start(unlock=True)
    assert tries_to_sign(first, second, "ALONE")
    first.stop()
    first.start(unlock=True)
    for firm in (second, third):
        firm.start(unlock=True)
    eventually(lambda: pen(first).why == "rival", "the record that does not follow is kept here")
    assert not pen(first).can_override
    assert not tries_to_sign(first, second, "NO-MORE")
    second.propose(third.member, "LIFE-GOES-ON")
    eventually(lambda: third.ask("node.status").confirmed == 3, "two of three voters are a majority")
    first.stop()
    copy.start(unlock=True)
    eventually(lambda: may_sign(copy), "the copy goes on")
    copy.propose(second.member, "BY-THE-COPY-AGAIN")
    settled_alike([second, third, copy], 4)
    assert_no_fork([second, third, copy])


@pytest.mark.parametrize("seed", [1, 2])
def test_no_order_of_starting_writing_and_stopping_sends_a_fork(firms: list[Firm], seed: int) -> None:
    first, second, third, copy = firms
    drawn, running = random.Random(seed), {"first"}
    twins = {"first": first, "copy": copy}
    first.start(unlock=True)
    signed = int(tries_to_sign(first, second, "AT-ONCE"))
    for number in range(14):
        time.sleep(drawn.choice([0, 0, 0.5, 2]))
        name = drawn.choice(sorted(twins))
        twin, what = twins[name], drawn.choice(["start", "write", "write", "stop", "kill"])
        if what in ("stop", "kill") and name in running:
            running.remove(name)
            twin.stop() if what == "stop" else twin.kill()
        elif name not in running:
            running.add(name)
            twin.start(unlock=True)
            signed += drawn.random() < 0.5 and tries_to_sign(twin, second, f"AT-ONCE-{number}")
        else:
            signed += tries_to_sign(twin, second, f"LATER-{number}")
    assert signed
    for twin in twins.values():
        twin.stop()
    second.propose(third.member, "AND-ON")
    settled_alike([second, third], 1)
    assert_no_fork([second, third])
