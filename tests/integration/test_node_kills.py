"""Nodes killed at random moments while records flow: nothing acknowledged is lost, nothing is written twice.

COHONG_KILLS says how many kills: 50 in every run, 10,000 now and then. Each fifty have a network of their own, and a
seed of their own: COHONG_KILLS_SEED plus their number. It fixes what is drawn; what that meets depends on the machine.
"""

from __future__ import annotations

import math
import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.integration.firms import PATIENCE_S, STEP_S, Firm, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.cli.node_client import NodeClient, NodeNotReachableError

KILLS = int(os.environ.get("COHONG_KILLS", "50"))
SEED = int(os.environ.get("COHONG_KILLS_SEED", "4717"))
KILLS_A_NETWORK = 50
FIRMS = 3
ALIVE_S_MAX, DEAD_S_MAX, START_S_MAX = 1.0, 0.3, 0.8
CUT_OFF_STARTS = 0.2
"""How many starts are cut off themselves; these are not counted as kills."""

WRITE_PAUSE_S_MAX = 0.02
NETWORKS = [min(KILLS_A_NETWORK, KILLS - first) for first in range(0, KILLS, KILLS_A_NETWORK)]

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def firms(node_folder: Path, seed: int) -> Iterator[list[Firm]]:
    folder = node_folder / f"seed-{seed}"
    folder.mkdir()
    made = found(folder, FIRMS)
    yield made
    for firm in made:
        firm.stop()


@pytest.mark.parametrize(("seed", "kills"), [(SEED + number, kills) for number, kills in enumerate(NETWORKS)])
def test_killed_nodes_lose_nothing_and_fork_nothing(firms: list[Firm], seed: int, kills: int) -> None:
    stop, share = threading.Event(), math.ceil(kills / FIRMS)
    with ThreadPoolExecutor() as pool:
        writers = [
            pool.submit(
                write_until_told, stop, firm, firms[number - 1].member, random.Random(f"{seed}-writes-{number}")
            )
            for number, firm in enumerate(firms)
        ]
        killers = [
            pool.submit(kill_and_restart, firm, min(share, kills - number * share), random.Random(f"{seed}-{number}"))
            for number, firm in enumerate(firms)
        ]
        try:
            cut_off = sum(killer.result() for killer in killers)
        finally:
            stop.set()
        acknowledged = [subject for writer in writers for subject in writer.result()]

    print(f"seed {seed}: {kills} kills, {cut_off} starts cut off, {len(acknowledged)} records acknowledged")
    assert len(set(acknowledged)) == len(acknowledged)
    settled_alike(firms, len(acknowledged))
    for firm in firms:
        assert firm.ask("book.digest").records == len(acknowledged), "each key has one record, whatever was cut off"
    # One digest means one state: what the first has, the others have.
    with NodeClient.connect(firms[0].profile) as client:
        assert {client.ask("book.record", object=subject).row.state for subject in acknowledged} == {"proposed"}


def kill_and_restart(firm: Firm, kills: int, chance: random.Random) -> int:
    """Kill a node so many times, each time once it has been unlocked; returns how many starts were cut off besides."""
    cut_off = 0
    for _ in range(kills):
        time.sleep(chance.uniform(0.0, ALIVE_S_MAX))
        firm.kill()
        time.sleep(chance.uniform(0.0, DEAD_S_MAX))
        if chance.random() < CUT_OFF_STARTS:
            firm.launch(unlock=True)
            time.sleep(chance.uniform(0.0, START_S_MAX))
            firm.kill()
            cut_off += 1
        firm.start(unlock=True)
    return cut_off


def write_until_told(stop: threading.Event, firm: Firm, debtor: str, chance: random.Random) -> list[str]:
    """Write one record after another through a node that comes and goes; returns the obligations acknowledged."""
    acknowledged: list[str] = []
    while not stop.is_set():
        acknowledged.append(write(firm, debtor, f"{firm.folder.name}-{len(acknowledged)}"))
        time.sleep(chance.uniform(0.0, WRITE_PAUSE_S_MAX))
    return acknowledged


def write(firm: Firm, debtor: str, reference: str) -> str:
    """Write a record, asking again until it is acknowledged.

    A request that was cut off may have been carried out: its key makes asking again harmless. A node that comes back is
    locked at first. It never catches up with itself: nothing of its own was lost that could be.
    """
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return firm.propose(debtor, reference, key=reference)
        except NodeNotReachableError:
            pass
        except ApiError as error:
            if error.code is not ApiErrorCode.LOCKED:
                raise
        assert time.monotonic() < deadline, f"{firm.folder.name} has not come back"
        time.sleep(STEP_S / 5)
