"""Starting a node, and ending it: what else may be in its way, and what it leaves behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.integration.firms import PASSPHRASE, Firm

from cohong.api.endpoint import socket_path
from cohong.api.errors import ApiError, ApiErrorCode

pytestmark = pytest.mark.timeout(120)

ENDED_WITHIN_S = 3.0


@pytest.fixture(scope="module")
def firm(node_folder: Path) -> Iterator[Firm]:
    """A firm in a network of its own, stopped: each test starts it as it needs it."""
    made = Firm(node_folder / "firm")
    made.create()
    made.ask("network.create", name="Alone", founders=[])
    made.stop()
    yield made
    made.stop()


@pytest.fixture
def running(firm: Firm) -> Iterator[Firm]:
    firm.start()
    yield firm
    firm.stop()


def start_another(profile: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cohong.node", "--profile", os.fspath(profile), "--log-level", "error", *flags]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def refusal(firm: Firm, method: str, **values: object) -> ApiErrorCode:
    with pytest.raises(ApiError) as refused:
        firm.ask(method, **values)
    return refused.value.code


def test_second_start_on_a_profile_is_refused_in_one_sentence(running: Firm) -> None:
    ended = start_another(running.profile, "--listen", "127.0.0.1:0")
    assert (ended.returncode, ended.stderr) == (
        1,
        f"cohong node: another node has this profile open: {running.profile}\n",
    )
    assert running.ask("profile.status").state == "locked"


def test_live_socket_is_not_taken_away_even_if_the_profile_has_lost_its_lock(running: Firm) -> None:
    (running.profile / "lock").unlink()
    ended = start_another(running.profile, "--listen", "127.0.0.1:0")
    assert ended.returncode == 1
    assert ended.stderr.startswith("cohong node: another node serves this profile's socket")
    assert running.ask("profile.status").state == "locked"


def test_socket_that_a_killed_node_left_is_replaced(firm: Firm) -> None:
    firm.start()
    firm.kill()
    assert socket_path(firm.profile).exists()
    firm.start()
    assert firm.ask("profile.status").state == "locked"
    firm.stop()


def test_port_in_use_is_said_and_the_profile_can_be_unlocked_once_it_is_free(running: Firm) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", running.port))
        other.listen()
        assert refusal(running, "profile.unlock", passphrase=PASSPHRASE) == ApiErrorCode.PORT_IN_USE
        assert running.ask("profile.status").state == "locked"
        assert refusal(running, "node.status") == ApiErrorCode.LOCKED
    assert running.ask("profile.unlock", passphrase=PASSPHRASE).state == "unlocked"
    assert running.ask("node.status").network_name == "Alone"


def test_node_that_cannot_listen_where_it_was_told_ends_with_a_sentence(firm: Firm) -> None:
    secret = firm.folder / "passphrase"
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = f"127.0.0.1:{other.getsockname()[1]}"
        ended = start_another(firm.profile, "--listen", taken, "--passphrase-file", os.fspath(secret))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("cohong node: port-in-use")
    elsewhere = start_another(firm.profile, "--listen", "192.0.2.1:4717", "--passphrase-file", os.fspath(secret))
    assert (elsewhere.returncode, elsewhere.stderr.count("\n")) == (1, 1)
    assert elsewhere.stderr.startswith("cohong node: bad-address: 192.0.2.1:4717")


def test_node_given_a_wrong_passphrase_ends_with_a_sentence(firm: Firm) -> None:
    secret = firm.folder / "wrong"
    secret.write_text("a harbour in the evening")
    ended = start_another(firm.profile, "--listen", "127.0.0.1:0", "--passphrase-file", os.fspath(secret))
    assert (ended.returncode, ended.stderr) == (1, "cohong node: wrong-passphrase\n")
    missing = start_another(firm.profile, "--passphrase-file", os.fspath(firm.folder / "none"))
    assert (missing.returncode, missing.stderr) == (
        1,
        f"cohong node: No such file or directory: {firm.folder / 'none'}\n",
    )


@pytest.mark.parametrize("name", ["slots", "ledger.db"])
@pytest.mark.parametrize(
    "damage", [lambda good: good[: len(good) // 2], lambda good: bytes(len(good))], ids=["cut-off", "zeros"]
)
def test_node_with_a_damaged_file_ends_with_a_sentence_and_leaves_it(
    firm: Firm, name: str, damage: Callable[[bytes], bytes]
) -> None:
    file, secret = firm.profile / name, firm.folder / "passphrase"
    good = file.read_bytes()
    file.write_bytes(damage(good))
    ended = start_another(firm.profile, "--listen", "127.0.0.1:0", "--passphrase-file", os.fspath(secret))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("cohong node: profile-damaged: ")
    assert file.read_bytes() == damage(good)
    file.write_bytes(good)
    firm.start(unlock=True)
    assert firm.ask("node.status").network_name == "Alone"
    firm.stop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_the_node_in_good_order(firm: Firm, number: signal.Signals) -> None:
    firm.start(unlock=True)
    assert firm.process is not None
    began = time.monotonic()
    firm.process.send_signal(number)
    assert firm.process.wait(10) == 0
    assert time.monotonic() - began < ENDED_WITHIN_S
    assert not socket_path(firm.profile).exists()


def test_copy_of_a_profile_is_not_opened_while_the_first_is(running: Firm) -> None:
    running.ask("profile.unlock", passphrase=PASSPHRASE)
    copy = Firm(running.folder.parent / "copy")
    copy.folder.mkdir()
    shutil.copytree(running.profile, copy.profile)
    copy.start()
    assert refusal(copy, "profile.unlock", passphrase=PASSPHRASE) == ApiErrorCode.PROFILE_IN_USE
    running.stop()
    assert copy.ask("profile.unlock", passphrase=PASSPHRASE).state == "unlocked"
    copy.stop()


def test_changed_passphrase_takes_the_place_of_the_old_one(node_folder: Path) -> None:
    firm = Firm(node_folder / "changing")
    firm.start()
    words = firm.ask("profile.create", passphrase=PASSPHRASE, name="Firm").words
    new = "a harbour late in the evening"
    assert refusal(firm, "profile.passphrase", old=PASSPHRASE, new="too short") == ApiErrorCode.WEAK_PASSPHRASE
    assert refusal(firm, "profile.passphrase", old=new, new=new) == ApiErrorCode.WRONG_PASSPHRASE
    firm.ask("profile.passphrase", old=PASSPHRASE, new=new)
    firm.ask("profile.lock")
    assert refusal(firm, "profile.unlock", passphrase=PASSPHRASE) == ApiErrorCode.WRONG_PASSPHRASE
    assert firm.ask("profile.unlock", passphrase=new).state == "unlocked"
    firm.ask("profile.lock")
    assert firm.ask("profile.unlock", words=words).state == "unlocked"
    firm.stop()
