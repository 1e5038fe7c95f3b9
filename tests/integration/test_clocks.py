"""A node whose clock is wrong: it signs nothing and lets nothing new out until the clock is set right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode

pytestmark = pytest.mark.timeout(240)

TEN_MINUTES_MS = 600_000


def set_clock(firm: Firm, fast_ms: int) -> None:
    """Set the clock of a firm's machine; whole at any moment that the node may read it."""
    new = firm.folder / "clock.new"
    new.write_text(str(fast_ms))
    new.replace(firm.folder / "clock")


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms, of which the last one's clock can be set."""
    firms = found(folders, 3)
    last = firms[-1]
    set_clock(last, 0)
    last.options = ("--shift-clock-by-file", str(last.folder / "clock"))
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
