"""A node whose clock is wrong: it signs nothing and lets nothing new out until the clock is set right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, found, set_clock, settled_alike, with_clock

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.node.engine import now_ms

pytestmark = pytest.mark.timeout(240)

TEN_MINUTES_MS = 600_000
YEAR_MS = 365 * 86_400_000


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms, of which the last one's clock can be set."""
    firms = found(folders, 3)
    with_clock(firms[-1])
    yield firms
    for firm in firms:
        firm.stop()


def wrong_by_ms(firm: Firm) -> int:
    return int(firm.ask("node.status").clock_fast_ms)


def test_node_whose_clock_is_ten_minutes_fast_signs_nothing_until_it_is_set_right(firms: list[Firm]) -> None:
    first, second, wrong = firms
    wrong.stop()
    set_clock(wrong, TEN_MINUTES_MS)
    wrong.start(unlock=True)
    eventually(lambda: abs(wrong_by_ms(wrong) - TEN_MINUTES_MS) < 60_000, "its clock is compared")
    status = wrong.ask("node.status")
    assert status.clock_differing == status.clock_compared >= 1
    with pytest.raises(ApiError) as refused:
        wrong.propose(first.member, "INV-1")
    assert (refused.value.code, refused.value.detail) == (ApiErrorCode.CLOCK_WRONG, "fast")
    first.propose(second.member, "INV-2")
    eventually(lambda: wrong.ask("book.digest").records == 1, "it goes on reading")
    assert (wrong_by_ms(first), wrong_by_ms(second)) == (0, 0)
    set_clock(wrong, 0)
    eventually(lambda: wrong_by_ms(wrong) == 0, "it notices by itself that its clock is right")
    eventually(lambda: wrong.ask("node.status").peers_connected == 2, "it is connected again")
    wrong.propose(first.member, "INV-3")
    settled_alike(firms, 2)


def test_what_was_signed_alone_stays_here_until_the_clock_has_been_compared(firms: list[Firm]) -> None:
    first, second, wrong = firms
    for firm in firms:
        firm.stop()
    set_clock(wrong, -TEN_MINUTES_MS)
    wrong.start(unlock=True)
    wrong.propose(first.member, "INV-1")
    for firm in (first, second):
        firm.start(unlock=True)
    eventually(lambda: wrong_by_ms(wrong) < 0, "its clock is compared")
    assert first.ask("book.digest").records == 0
    set_clock(wrong, 0)
    settled_alike(firms, 1)


def test_what_was_signed_alone_a_year_ahead_is_signed_again_with_right_times(firms: list[Firm]) -> None:
    first, second, wrong = firms
    for firm in firms:
        firm.stop()
    set_clock(wrong, YEAR_MS)
    wrong.start(unlock=True)
    wrong.propose(first.member, "INV-1", key="once")
    set_clock(wrong, 0)
    for firm in (first, second):
        firm.start(unlock=True)
    settled_alike(firms, 1)
    status = wrong.ask("node.status")
    assert (status.written_again, status.dated_ahead, status.to_send) == (1, 0, 0)
    other = first.propose(second.member, "INV-2")
    settled_alike(firms, 2)
    eventually(lambda: wrong.ask("book.votes", entry=other).yes == 3, "its vote counts")
    settled_alike(firms, 2)
    assert [len(firm.ask("forks.list")) for firm in firms] == [0, 0, 0]


def test_what_left_a_year_ahead_in_a_file_stays_and_is_said_plainly(firms: list[Firm], tmp_path: Path) -> None:
    first, second, wrong = firms
    for firm in firms:
        firm.stop()
    set_clock(wrong, YEAR_MS)
    wrong.start(unlock=True)
    wrong.propose(first.member, "INV-1")
    exported = wrong.ask("bundle.export", path=str(tmp_path / "ahead.cohong"))
    eventually(lambda: wrong.ask("bundle.status", id=exported.id).state == "done", "the file is written")
    set_clock(wrong, 0)
    for firm in (first, second):
        firm.start(unlock=True)
    eventually(lambda: wrong.ask("node.status").peers_connected == 2, "it is connected")
    eventually(lambda: wrong.ask("node.status").dated_ahead == 1, "it is said")
    status = wrong.ask("node.status")
    assert (status.written_again, status.to_send) == (0, 1)
    assert abs(status.dated_until_ms - now_ms() - YEAR_MS) < 600_000
