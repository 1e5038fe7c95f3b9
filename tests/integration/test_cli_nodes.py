"""Two firms that use nothing but a shell: profiles, a network, a payment; and what goes wrong on the way."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cohong.cli.main import exit_code_after

pytestmark = pytest.mark.timeout(180)

PASSPHRASE = "a harbour in the morning"
ENDED_WITHIN_S = 10.0
CHANGE_WITHIN_S = 30.0


@dataclass
class Shell:
    """A firm's shell: its profile, and the node that it runs itself."""

    profile: Path
    port: int
    node: subprocess.Popen[str] | None = field(default=None)

    def run(self, *arguments: str, given: str = "") -> tuple[int, Any, str]:
        """Return exit code, answer and what was said on stderr, all with --json."""
        out, err = io.StringIO(), io.StringIO()
        before, sys.stdin = sys.stdin, io.StringIO(given)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = exit_code_after([*arguments, "--json", "--profile", os.fspath(self.profile)])
        finally:
            sys.stdin = before
        return code, json.loads(out.getvalue()) if out.getvalue() else None, err.getvalue()

    def ok(self, *arguments: str, given: str = "") -> Any:
        """Return the answer of a command that must be carried out."""
        code, answer, said = self.run(*arguments, given=given)
        assert code == 0, said
        return answer

    def start_node(self) -> None:
        """Run the node in the foreground of a terminal of its own."""
        command = [sys.executable, "-m", "cohong", "node", "run", "--profile", os.fspath(self.profile)]
        self.node = subprocess.Popen(
            [*command, "--listen", f"127.0.0.1:{self.port}", "--exit-with-stdin"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_until(lambda: self.run("profile", "show")[0] == 0, 30)


def wait_until(holds: Callable[[], bool], timeout_s: float) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def shells(folders: Path) -> Iterator[list[Shell]]:
    made = [Shell(folders / name, free_port()) for name in ("seller", "buyer")]
    yield made
    for shell in made:
        shell.run("node", "stop")
        if shell.node is not None:
            shell.node.kill()
            shell.node.wait()


def test_two_firms_trade_from_the_shell(shells: list[Shell], tmp_path: Path) -> None:
    seller, buyer = shells
    members = []
    for shell in shells:
        shell.start_node()
        made = shell.ok("profile", "create", "--passphrase-stdin", "--name", "Firm", given=PASSPHRASE + "\n")
        assert len(made["words"]) == 24
        members.append(made["member"])

    founder = f"{members[1]}@127.0.0.1:{buyer.port}"
    made = seller.ok("network", "create", "--name", "Test", "--member", founder, "--final", "majority")
    invitation = tmp_path / "invitation"
    invitation.write_text(made["invitation"])
    assert buyer.ok("network", "join", f"@{invitation}")["network"] == made["network"]
    wait_until(lambda: seller.ok("node", "status")["peers_connected"] == 1, CHANGE_WITHIN_S)

    terms = ["--amount", "1234.50", "--currency", "HKD", "--issued", "2026-01-02", "--due", "2026-02-01"]
    until = ["--valid-until", "2199-12-31"]
    written = seller.ok("record", "propose", "--debtor", members[1], *terms, *until, "--reference", "007")
    obligation = written["object"]
    wait_until(lambda: buyer.ok("book", "list", "--filter", "to-answer")["total"] == 1, CHANGE_WITHIN_S)
    assert buyer.ok("today")["proposals"] == 1
    buyer.ok("record", "accept", obligation)
    wait_until(lambda: bool(_row(buyer, obligation)["state"] in ("active", "overdue")), CHANGE_WITHIN_S)

    paid = ["--value-date", "2026-02-10"]
    wait_until(lambda: buyer.run("record", "claim", obligation, *paid)[0] == 0, CHANGE_WITHIN_S)
    wait_until(lambda: _row(seller, obligation)["open_claim_minor"] == 123450, CHANGE_WITHIN_S)
    seller.ok("record", "receipt", obligation, *paid, "--amount", "1000")
    wait_until(lambda: _row(buyer, obligation)["outstanding_minor"] == 23450, CHANGE_WITHIN_S)

    too_much = ["record", "receipt", obligation, *paid, "--amount", "234.51"]
    wait_until(lambda: seller.run(*too_much)[1]["detail"] == "exceeds-outstanding", CHANGE_WITHIN_S)
    assert seller.run(*too_much)[0] == 1
    seller.ok("record", "receipt", obligation, *paid)
    wait_until(lambda: _row(buyer, obligation)["state"] == "settled", CHANGE_WITHIN_S)

    wait_until(lambda: _digest(seller) == _digest(buyer), CHANGE_WITHIN_S)
    facts = seller.ok("check", "member", members[1])
    assert (facts["invoices"], facts["settled"], facts["mean_days_late_milli"]) == (1, 1, 9000)


def _row(shell: Shell, obligation: str) -> dict[str, Any]:
    row: dict[str, Any] = shell.ok("book", "show", obligation)["row"]
    return row


def _digest(shell: Shell) -> tuple[str, int]:
    digest = shell.ok("book", "digest")
    return digest["digest"], digest["final"]


def test_life_of_a_profile(shells: list[Shell]) -> None:
    shell = shells[0]
    assert shell.run("profile", "unlock", "--passphrase-stdin", given=PASSPHRASE + "\n")[0] == 1
    weak = shell.run("profile", "create", "--passphrase-stdin", given="short\n")
    assert (weak[0], weak[1]["error"]) == (1, "weak-passphrase")
    made = shell.ok("profile", "create", "--passphrase-stdin", given=PASSPHRASE + "\n")
    again = shell.run("profile", "create", "--passphrase-stdin", given=PASSPHRASE + "\n")
    assert (again[0], again[1]["error"]) == (1, "profile-exists")
    assert shell.run("book", "counts")[1]["error"] == "no-network"
    assert shell.ok("profile", "lock")["state"] == "locked"
    assert shell.run("members")[1]["error"] == "locked"
    wrong = shell.run("profile", "unlock", "--passphrase-stdin", given="another harbour by night\n")
    assert (wrong[0], wrong[1]["error"]) == (1, "wrong-passphrase")
    assert shell.ok("profile", "unlock", "--passphrase-stdin", given=PASSPHRASE + "\n")["member"] == made["member"]

    changed = "a harbour in the evening"
    shell.ok("profile", "passphrase", "--passphrase-stdin", given=f"{PASSPHRASE}\n{changed}\n")
    shell.ok("node", "stop")
    wait_until(lambda: shell.run("node", "status")[0] == 3, ENDED_WITHIN_S)
    code, answer, said = shell.run("profile", "unlock", "--passphrase-stdin", given=f"{changed}\n")
    assert (code, answer["member"]) == (0, made["member"])
    assert "Started a node" in said
    shell.ok("node", "stop")
    wait_until(lambda: shell.run("node", "status")[0] == 3, ENDED_WITHIN_S)
    words = shell.profile.parent / "words"
    words.write_text(" ".join(made["words"]))
    assert shell.ok("profile", "unlock", "--words-file", os.fspath(words))["member"] == made["member"]


def test_second_node_on_a_profile_is_refused_and_the_first_goes_on(shells: list[Shell]) -> None:
    shell = shells[0]
    shell.start_node()
    second = subprocess.run(
        [sys.executable, "-m", "cohong", "node", "run", "--profile", os.fspath(shell.profile)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 1
    assert "another node" in second.stderr
    assert "Traceback" not in second.stderr
    assert shell.ok("profile", "show")["state"] == "none"


def test_port_in_use_is_said_and_nothing_is_lost(shells: list[Shell]) -> None:
    shell = shells[0]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", shell.port))
        taken.listen()
        shell.start_node()
        member = shell.ok("profile", "create", "--passphrase-stdin", given=PASSPHRASE + "\n")["member"]
        code, answer, _said = shell.run("network", "create", "--name", "Test", "--member", "ab" * 32)
        assert (code, answer["error"]) == (1, "port-in-use")
        assert shell.run("node", "status")[1]["network"] == ""
    # With the port free again the same request is carried out.
    assert shell.ok("network", "create", "--name", "Test", "--member", "ab" * 32)["name"] == "Test"
    assert shell.ok("profile", "show")["member"] == member


def test_node_ends_when_its_terminal_does(shells: list[Shell]) -> None:
    shell = shells[0]
    shell.start_node()
    assert shell.node is not None
    assert shell.node.stdin is not None
    shell.node.stdin.close()
    assert shell.node.wait(ENDED_WITHIN_S) == 0
    assert shell.run("node", "status")[0] == 3
