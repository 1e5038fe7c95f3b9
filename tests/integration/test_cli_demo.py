"""The demonstration with real nodes: it ends by itself with figures that add up, and leaves no process behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(180)

ENDED_WITHIN_S = 5.0
GONE_WITHIN_S = 20.0
INVOICES = """\
customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate
C-3,0000000007,1/2/2013,2/1/2013,55.94,1/15/2013
C-1,0000000008,1/13/2013,2/12/2013,61.74,2/18/2013
C-2,0000000009,1/14/2013,2/13/2013,100.00,2/23/2013
C-1,0000000010,1/15/2013,2/14/2013,0.32,
"""


@pytest.fixture
def invoices(tmp_path: Path) -> Path:
    path = tmp_path / "invoices.csv"
    path.write_text(INVOICES)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "demo"
    yield folder
    for pid in _nodes_of(folder):
        os.kill(pid, signal.SIGKILL)


def _nodes_of(folder: Path) -> list[int]:
    """Process ids of all programs that serve a profile below `folder`."""
    wanted = os.fsencode(folder)
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if wanted in (entry / "cmdline").read_bytes() and int(entry.name) != os.getpid():
                    found.append(int(entry.name))
            except OSError:
                continue
    return found


def _demo(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "cohong", "demo", "--headless", "--dir", os.fspath(folder), *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def _wait_until(holds: Callable[[], bool], timeout_s: float) -> bool:
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_file_of_invoices_is_traded_to_the_end(invoices: Path, folder: Path) -> None:
    demo = _demo(folder, "--peers", "3", "--invoices", os.fspath(invoices), "--json")
    out, err = demo.communicate(timeout=150)
    assert demo.returncode == 0, err
    assert out.count("\n") == 1
    figures: dict[str, Any] = json.loads(out)
    wanted = {
        "peers": 3,
        "invoices": 4,
        "records": 3 * 4 + 2,
        "confirmed": 14,
        "final": 14,
        "rejected": 0,
        "forks": 0,
        "settled": 3,
        "late": 2,
        "mean_days_late": 5.333,
        "total": "218.00",
    }
    assert {name: figures[name] for name in wanted} == wanted
    assert len(figures["digests"]) == 3
    assert len(set(figures["digests"])) == 1
    assert set(figures["seconds"]) == {"setup", "import", "trade", "final", "all"}
    assert _nodes_of(folder) == []
    assert not folder.exists()


def test_interrupt_ends_everything_in_time(folder: Path) -> None:
    demo = _demo(folder, "--peers", "2")
    assert _wait_until(lambda: len(_nodes_of(folder)) >= 3, 60)
    started = time.monotonic()
    demo.send_signal(signal.SIGINT)
    demo.communicate(timeout=30)
    assert time.monotonic() - started < ENDED_WITHIN_S
    assert _nodes_of(folder) == []


def test_killed_demonstration_leaves_no_node(folder: Path) -> None:
    demo = _demo(folder, "--peers", "2")
    assert _wait_until(lambda: len(_nodes_of(folder)) >= 3, 60)
    demo.kill()
    demo.communicate(timeout=30)
    # A node that is still loading looks at its input when it has loaded.
    assert _wait_until(lambda: not _nodes_of(folder), GONE_WITHIN_S)


def test_file_that_is_no_csv_is_refused_with_a_reason(tmp_path: Path, folder: Path) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    demo = _demo(folder, "--peers", "2", "--invoices", os.fspath(picture), "--json")
    out, _err = demo.communicate(timeout=120)
    assert demo.returncode == 1
    assert json.loads(out)["error"] == "file-refused"
    assert _nodes_of(folder) == []
