"""Feeds carried in a file between real nodes: the same state as by the network, whatever becomes of the file."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import BundleContents, BundleStatus

pytestmark = pytest.mark.timeout(240)

RECORDS = 40
MANY = 2_000


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    """Two firms that have traded while the third was away; it is started by the test, without them."""
    firms = found(node_folder, 3)
    seller, buyer, away = firms
    seller.propose(buyer.member, "BEFORE")
    settled_alike(firms, 1)
    away.stop()
    for number in range(RECORDS):
        seller.propose(buyer.member, f"INV-{number}")
    # Two votes for each, so that all that is missing is the third one's.
    eventually(lambda: seller.ask("book.digest").confirmed == RECORDS + 1, "a majority")
    yield firms
    for firm in firms:
        firm.stop()


@pytest.fixture(scope="module")
def bundle(firms: list[Firm], node_folder: Path) -> Path:
    """A bundle of all that the seller holds."""
    path = node_folder / "all.cohong"
    status = ended(firms[0], firms[0].ask("bundle.export", path=os.fspath(path)))
    assert (status.state, status.whole, status.done, status.size) == ("done", True, status.entries, path.stat().st_size)
    return path


@pytest.fixture(scope="module")
def stranger(node_folder: Path) -> Iterator[Firm]:
    """A firm of another network."""
    (node_folder / "elsewhere").mkdir()
    firms = found(node_folder / "elsewhere", 1)
    yield firms[0]
    firms[0].stop()


def ended(firm: Firm, status: BundleStatus) -> BundleStatus:
    """Return how an export or import has ended."""
    deadline = time.monotonic() + 60
    while status.state == "running":
        assert time.monotonic() < deadline
        time.sleep(0.05)
        status = firm.ask("bundle.status", id=status.id)
    return status


def import_into(firm: Firm, path: Path) -> BundleStatus:
    return ended(firm, firm.ask("bundle.import", path=os.fspath(path)))


def refusal(firm: Firm, method: str, **values: object) -> tuple[ApiErrorCode, str]:
    with pytest.raises(ApiError) as caught:
        firm.ask(method, **values)
    return caught.value.code, caught.value.detail


def command(firm: Firm, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "cohong", "--profile", os.fspath(firm.profile), *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)


def test_a_bundle_shows_its_maker_and_contents_before_it_is_taken_in(firms: list[Firm], bundle: Path) -> None:
    seller, buyer, _ = firms
    shown: BundleContents = buyer.ask("bundle.show", path=os.fspath(bundle))
    assert (shown.maker, shown.is_member, shown.for_me, shown.whole, shown.damaged) == (
        seller.member, True, True, True, [],
    )  # fmt: skip
    assert {reader.member for reader in shown.readers} == {firm.member for firm in firms}
    assert sum(feed.last_seq - feed.first_seq + 1 for feed in shown.feeds) == shown.entries > RECORDS
    printed = command(buyer, "bundle", "show", os.fspath(bundle))
    assert (printed.returncode, seller.member in printed.stdout) == (0, True)


def test_a_file_that_is_there_is_not_replaced_unasked(firms: list[Firm], node_folder: Path) -> None:
    path = node_folder / "mine.txt"
    path.write_text("mine")
    assert refusal(firms[0], "bundle.export", path=os.fspath(path)) == (ApiErrorCode.BUNDLE_REFUSED, "exists")
    assert path.read_text() == "mine"
    assert ended(firms[0], firms[0].ask("bundle.export", path=os.fspath(path), replace=True)).state == "done"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"path": "/nowhere/at/all"}, (ApiErrorCode.BUNDLE_REFUSED, "not_found")),
        ({"path": "/proc/bundle"}, (ApiErrorCode.BUNDLE_REFUSED, "not_found")),
        ({"path": "/tmp/x", "since": "yesterday"}, (ApiErrorCode.BAD_REQUEST, "since")),
        ({"path": "/tmp/x", "readers": ["00"]}, (ApiErrorCode.UNKNOWN_MEMBER, "00")),
        ({"path": "/tmp/x", "feeds": ["zz"]}, (ApiErrorCode.UNKNOWN_MEMBER, "zz")),
    ],
)
def test_an_export_that_cannot_be_is_refused_at_once(
    firms: list[Firm], values: dict[str, Any], code: tuple[ApiErrorCode, str]
) -> None:
    assert refusal(firms[0], "bundle.export", **values) == code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda whole: b"", "not-a-bundle"),
        (lambda whole: b"number;amount\n" * 100, "not-a-bundle"),
        (lambda whole: whole[:500], "header-damaged"),
    ],
)
def test_what_is_no_bundle_is_refused(firms: list[Firm], bundle: Path, tmp_path: Path, make: Any, code: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(make(bundle.read_bytes()))
    assert refusal(firms[1], "bundle.import", path=os.fspath(path)) == (ApiErrorCode.BUNDLE_REFUSED, code)


def test_a_folder_or_a_pipe_is_no_bundle(firms: list[Firm], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        assert refusal(firms[1], "bundle.import", path=os.fspath(path)) == (ApiErrorCode.BUNDLE_REFUSED, "not_a_file")


def test_another_network_refuses_it(stranger: Firm, bundle: Path) -> None:
    for method in ("bundle.show", "bundle.import"):
        assert refusal(stranger, method, path=os.fspath(bundle)) == (ApiErrorCode.BUNDLE_REFUSED, "wrong-network")


def test_only_chosen_readers_can_open_it(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer, away = firms
    path = os.fspath(tmp_path / "for-one")
    ended(seller, seller.ask("bundle.export", path=path, readers=[away.member]))
    assert not buyer.ask("bundle.show", path=path).for_me
    assert refusal(buyer, "bundle.import", path=path) == (ApiErrorCode.BUNDLE_REFUSED, "not-for-you")
    assert seller.ask("bundle.show", path=path).for_me


def test_only_chosen_feeds_go_in(firms: list[Firm], tmp_path: Path) -> None:
    seller, buyer, _ = firms
    path = os.fspath(tmp_path / "one-feed")
    status = ended(seller, seller.ask("bundle.export", path=path, feeds=[seller.member]))
    shown = buyer.ask("bundle.show", path=path)
    assert ([feed.member for feed in shown.feeds], shown.entries) == ([seller.member], status.done)
    assert ended(seller, seller.ask("bundle.export", path=path, since="2199-01-01", replace=True)).done == 0


def test_a_damaged_bundle_gives_its_good_parts_and_a_good_copy_the_rest(
    firms: list[Firm], bundle: Path, tmp_path: Path
) -> None:
    seller, buyer, away = firms
    seller.stop()
    buyer.stop()
    away.start(unlock=True)
    before = away.ask("book.digest")
    broken = bytearray(bundle.read_bytes())
    broken[len(broken) // 2] ^= 1
    (tmp_path / "broken").write_bytes(broken)
    first = import_into(away, tmp_path / "broken")
    assert (first.state, first.whole, len(first.damaged)) == ("done", False, 1)

    again = command(away, "bundle", "import", os.fspath(bundle), "--json")
    assert again.returncode == 0, again.stderr
    second = import_into(away, bundle)
    assert (second.fresh, second.refused, second.waiting, second.known) == (0, 0, 0, second.entries)
    assert before.confirmed == 1
    # With the two others' votes, which came in the file, its own makes them final.
    eventually(lambda: away.ask("book.digest").final == RECORDS + 1, "its own vote")

    for firm in (seller, buyer):
        firm.start(unlock=True)
    settled_alike(firms, RECORDS + 1)


def test_the_command_line_says_what_is_wrong_and_ends_with_1(firms: list[Firm], bundle: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    cut.write_bytes(bundle.read_bytes()[:-2_000])
    took_some = command(firms[1], "bundle", "import", os.fspath(cut))
    assert (took_some.returncode, "issing" in took_some.stdout) == (1, True)
    none = command(firms[1], "bundle", "import", os.fspath(tmp_path / "none"))
    assert (none.returncode, none.stderr) == (1, "There is no such file or folder.\n")


def test_an_unknown_job_is_said_to_be_unknown(firms: list[Firm]) -> None:
    assert refusal(firms[1], "bundle.status", id="00") == (ApiErrorCode.UNKNOWN_JOB, "00")
    assert refusal(firms[1], "bundle.cancel", id="00") == (ApiErrorCode.UNKNOWN_JOB, "00")


def test_an_import_that_is_killed_half_way_keeps_what_it_had_and_is_done_again(node_folder: Path) -> None:
    (node_folder / "killed").mkdir()
    firms = found(node_folder / "killed", 3)
    seller, buyer, away = firms
    try:
        away.stop()
        for first in range(0, MANY, 200):
            seller.ask(
                "record.write_many", records=[_proposal(seller, buyer, number) for number in range(first, first + 200)]
            )
        eventually(lambda: seller.ask("node.status").confirmed >= MANY, "a majority of two")
        path = node_folder / "killed" / "all.cohong"
        made = ended(seller, seller.ask("bundle.export", path=os.fspath(path)))
        for firm in (seller, buyer):
            firm.stop()
        away.start(unlock=True)
        before = away.ask("node.status").entries
        job = away.ask("bundle.import", path=os.fspath(path)).id
        eventually(lambda: away.ask("bundle.status", id=job).done > 0, "some of it is in", every_s=0.005)
        away.kill()
        away.start(unlock=True)
        kept = away.ask("node.status").entries
        assert before < kept < made.entries, "what was taken in stays"
        again = import_into(away, path)
        assert (again.state, again.whole, again.refused) == ("done", True, 0)
        assert before < again.known < made.entries and again.known + again.fresh == made.entries
        assert away.ask("node.status").confirmed == MANY
        assert away.ask("forks.list") == []
    finally:
        for firm in firms:
            firm.stop()


def _proposal(creditor: Firm, debtor: Firm, number: int) -> dict[str, Any]:
    fields = {
        "debtor": debtor.member, "creditor": creditor.member, "amount": 10_000 + number, "currency": "HKD",
        "issued": "2026-09-01", "due": "2026-10-01", "grace_days": 0, "reference": f"MANY-{number}",
        "description": "", "assignable": True, "nettable": True, "valid_until": "2099-12-31",
    }  # fmt: skip
    return {"kind": "credit.propose", "fields": fields}
