"""Nodes that reach others through a proxy, or find them in their local network. Everything on the loopback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import ReachView

pytestmark = pytest.mark.timeout(240)

NOWHERE = ("--advertise", "127.0.0.1:9")


@pytest.fixture
def proxy() -> Iterator[subprocess.Popen[str]]:
    """A SOCKS5 proxy, whose first line is its port."""
    command = [sys.executable, "-m", "tests.integration.socks_server"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.wait(10)


@pytest.fixture
def firms(folders: Path) -> Iterator[tuple[Firm, Firm]]:
    """Two firms, not started yet; nobody is told where the second one listens."""
    firms = Firm(folders / "first"), Firm(folders / "second")
    firms[1].options = NOWHERE
    yield firms
    for firm in firms:
        firm.stop()


def found_network(first: Firm, second: Firm) -> None:
    for firm in (first, second):
        firm.create()
    made = first.ask("network.create", name="Test trade", founders=[{"member": second.member}])
    second.ask("network.join", invitation=made.invitation)


def is_linked(firm: Firm) -> bool:
    return bool(firm.ask("node.status").peers_connected == 1)


def why(firm: Firm) -> str:
    [row] = firm.ask("sync.status").peers
    return str(row.why)


def test_node_with_a_proxy_dials_through_it_alone(firms: tuple[Firm, Firm], proxy: subprocess.Popen[str]) -> None:
    first, second = firms
    assert proxy.stdout is not None
    second.options += ("--proxy", f"socks5://127.0.0.1:{proxy.stdout.readline().strip()}")
    found_network(first, second)
    eventually(lambda: is_linked(second), "it is connected through the proxy")
    assert proxy.stdout.readline().strip() == f"127.0.0.1:{first.port}"
    first.propose(second.member, "INV-1")
    settled_alike([first, second], 1)
    proxy.kill()
    eventually(lambda: not is_linked(second) and why(second) == "proxy-failed", "it says that the proxy is gone")


def test_nodes_find_each_other_in_their_local_network(
    firms: tuple[Firm, Firm], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COHONG_DISCOVERY", "127.0.0.1")
    first, second = firms
    first.options = NOWHERE
    found_network(first, second)
    eventually(lambda: is_linked(first) and is_linked(second), "they have found each other")
    first.propose(second.member, "INV-1")
    settled_alike([first, second], 1)


def test_node_told_not_to_look_around_is_not_found(firms: tuple[Firm, Firm], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COHONG_DISCOVERY", "127.0.0.1")
    first, second = firms
    first.options, second.options = NOWHERE, (*NOWHERE, "--no-discovery")
    found_network(first, second)
    # Three rounds of dialling later; the first one goes on looking, and would find the second if that announced itself.
    eventually(lambda: second.ask("sync.status").peers[0].next_try_in_ms > 1_500, "it has tried in vain")
    assert not is_linked(first) and not is_linked(second)


def test_what_is_chosen_holds_at_once_and_after_a_restart(firms: tuple[Firm, Firm]) -> None:
    first, second = firms
    found_network(first, second)
    eventually(lambda: is_linked(second), "it is connected directly")
    with pytest.raises(ApiError) as refused:
        second.ask("reach.set", proxy="http://me:secret@127.0.0.1:9", discovery=True)
    assert (refused.value.code, refused.value.detail) == (ApiErrorCode.BAD_ADDRESS, "proxy")
    second.ask("reach.set", proxy="socks5://127.0.0.1:9", discovery=False)
    eventually(lambda: not is_linked(second) and why(second) == "proxy-failed", "nobody answers at the proxy")
    second.stop()
    second.start(unlock=True)
    assert second.ask("reach.status") == ReachView(proxy="socks5://127.0.0.1:9", discovery=False)
    eventually(lambda: why(second) == "proxy-failed", "it still goes through the proxy")
    second.ask("reach.set", proxy="", discovery=False)
    eventually(lambda: is_linked(second), "it is connected directly again")
