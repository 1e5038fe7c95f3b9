"""Two firms that cannot reach each other, and a third whose node passes their connection on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, settled_alike

pytestmark = pytest.mark.timeout(300)

NOWHERE = ("--advertise", "127.0.0.1:9")


def row_of(firm: Firm, other: Firm) -> tuple[bool, str, str]:
    """Return whether a firm has a link with another one, through whom, and why not."""
    [row] = [row for row in firm.ask("sync.status").peers if row.member == other.member]
    return row.connected, row.via, row.why


@pytest.fixture
def firms(folders: Path) -> Iterator[tuple[Firm, Firm, Firm]]:
    """A firm in the middle, and two that know no address of each other that anybody listens at."""
    middle, first, second = firms = [Firm(folders / name) for name in ("middle", "first", "second")]
    first.options = second.options = NOWHERE
    for firm in firms:
        firm.create()
    founders = [{"member": firm.member} for firm in (first, second)]
    made = middle.ask("network.create", name="Test trade", founders=founders)
    for firm in (first, second):
        firm.ask("network.join", invitation=made.invitation)
    yield middle, first, second
    for firm in firms:
        firm.stop()


def is_relayed(first: Firm, second: Firm, middle: Firm) -> bool:
    through = (True, middle.member[:8], "")
    return row_of(first, second) == row_of(second, first) == through


def test_two_members_reach_each_other_through_a_third_ones_node(firms: tuple[Firm, Firm, Firm]) -> None:
    middle, first, second = firms
    eventually(lambda: is_relayed(first, second, middle), "they are linked through the third")
    assert [row_of(first, middle)[:2], row_of(second, middle)[:2]] == [(True, "")] * 2
    first.propose(second.member, "INV-1")
    settled_alike([*firms], 1)

    middle.kill()
    eventually(lambda: first.ask("node.status").peers_connected == 0, "the first says that nobody is there")
    eventually(lambda: second.ask("node.status").peers_connected == 0, "and so does the second")
    eventually(lambda: row_of(first, middle)[2] == "connection-refused", "it says why")
    eventually(lambda: row_of(second, first)[2] == "connection-refused", "here too: there is no other way now")
    second.propose(first.member, "INV-2")

    middle.start(unlock=True)
    eventually(lambda: is_relayed(first, second, middle), "they are linked through the third again")
    settled_alike([*firms], 2)
