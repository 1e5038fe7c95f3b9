"""A disk that is full: nothing is half-applied, it is said, and with room again the node goes on by itself."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode

pytestmark = pytest.mark.timeout(180)

DISK_BYTES = 12 * 1024 * 1024
WRITES_MAX = 400
SAID_FOR_S = 1.0


@dataclass
class Disk:
    """How a firm's disk is made to take nothing, and how it is made to take something again."""

    fill: Callable[[Firm], None]
    free: Callable[[Firm], None]
    outlives_the_node: bool


def _set_limit(firm: Firm, size: int) -> None:
    assert firm.process is not None
    resource.prlimit(firm.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _limit_to_what_is_there(firm: Firm) -> None:
    _set_limit(firm, (firm.profile / "ledger.db-wal").stat().st_size)


def _fill_up(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"\0" * size)


LIMITED = Disk(_limit_to_what_is_there, lambda firm: _set_limit(firm, resource.RLIM_INFINITY), outlives_the_node=False)
SMALL = Disk(
    lambda firm: _fill_up(firm.profile), lambda firm: (firm.profile / "filler").unlink(), outlives_the_node=True
)


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Have a small file system of its own at `folder`, which is empty as yet."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES},mode=700", "cohong-test", os.fspath(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small file system cannot be mounted here: that takes root")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", os.fspath(folder)], capture_output=True, check=False)


@contextlib.contextmanager
def two_firms(folder: Path) -> Iterator[list[Firm]]:
    firms = found(folder, 2)
    try:
        yield firms
    finally:
        for firm in firms:
            firm.stop()


@pytest.fixture
def disk(request: pytest.FixtureRequest, node_folder: Path) -> Iterator[tuple[Disk, list[Firm]]]:
    """A way to fill the disk of the first of two firms, and the firms."""
    folder = node_folder / str(request.param)
    folder.mkdir()
    with contextlib.ExitStack() as stack:
        if request.param == "small-disk":
            stack.enter_context(small_disk(folder / "firm-0" / "profile"))
        yield (SMALL if request.param == "small-disk" else LIMITED), stack.enter_context(two_firms(folder))


def refusal(firm: Firm, debtor: str) -> ApiErrorCode:
    with pytest.raises(ApiError) as refused:
        firm.propose(debtor, "REFUSED")
    return refused.value.code


def write_until_refused(firm: Firm, debtor: str) -> list[str]:
    """Return the obligations that were acknowledged before the disk refused."""
    acknowledged = []
    for number in range(WRITES_MAX):
        try:
            acknowledged.append(firm.propose(debtor, f"UNTIL-{number}", description="x" * 400))
        except ApiError as error:
            assert error.code == ApiErrorCode.DISK_FULL
            return acknowledged
    pytest.fail("the disk never refused")


@pytest.mark.parametrize("disk", ["small-disk", "size-limit"], indirect=True)
def test_full_disk_is_said_and_survived(disk: tuple[Disk, list[Firm]]) -> None:
    way, (seller, buyer) = disk
    kept = [seller.propose(buyer.member, "BEFORE")]
    settled_alike([seller, buyer], 1)

    way.fill(seller)
    kept += write_until_refused(seller, buyer.member)
    for _ in range(2):
        assert seller.ask("node.status").disk_full
        time.sleep(SAID_FOR_S / 2)  # it is said for as long as it lasts
    assert refusal(seller, buyer.member) == ApiErrorCode.DISK_FULL
    elsewhere = buyer.propose(seller.member, "MEANWHILE", creditor=buyer.member)
    assert seller.ask("book.digest").records == len(kept)
    if way.outlives_the_node:
        seller.kill()
        seller.start(unlock=True)
        assert refusal(seller, buyer.member) == ApiErrorCode.DISK_FULL
        assert seller.ask("book.digest").records == len(kept)
        assert [seller.state(subject) for subject in kept] == ["proposed"] * len(kept)

    way.free(seller)
    eventually(lambda: not seller.ask("node.status").disk_full, "room again")
    kept += [elsewhere, seller.propose(buyer.member, "AFTER")]
    settled_alike([seller, buyer], len(kept))
    for firm in (seller, buyer):
        assert firm.ask("book.digest").records == len(kept)
        assert [firm.state(subject) for subject in kept] == ["proposed"] * len(kept)


def test_entry_whose_head_finds_no_room_stays_here_until_there_is(node_folder: Path) -> None:
    heads = Path(os.environ["XDG_STATE_HOME"]) / "cohong"
    (node_folder / "heads").mkdir()
    with small_disk(heads), two_firms(node_folder / "heads") as (seller, buyer):
        seller.propose(buyer.member, "BEFORE")
        settled_alike([seller, buyer], 1)

        _fill_up(heads)
        kept = seller.propose(buyer.member, "KEPT")
        eventually(lambda: seller.ask("node.status").disk_full, "said that nothing can be written")
        assert refusal(seller, buyer.member) == ApiErrorCode.DISK_FULL
        seller.kill()
        seller.start(unlock=True)
        assert not seller.ask("node.status").catching_up
        assert seller.state(kept) == "proposed"
        assert buyer.ask("book.digest").records == 1

        (heads / "filler").unlink()
        settled_alike([seller, buyer], 2)
        seller.propose(buyer.member, "AFTER")
        settled_alike([seller, buyer], 3)
        assert not seller.ask("node.status").disk_full
