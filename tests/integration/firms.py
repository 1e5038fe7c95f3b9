"""Firms with real nodes on loopback, for tests that ask them through their API sockets."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from tests.forked_node import ForkedNode

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.cli.node_client import NodeClient, NodeNotReachableError

PASSPHRASE: Final = "a harbour in the morning"
PATIENCE_S: Final = 40.0
STEP_S: Final = 0.1
NOT_HERE_YET: Final = (ApiErrorCode.UNKNOWN_OBJECT, ApiErrorCode.UNKNOWN_ENTRY)
OWED: Final = (("active", "final"), ("overdue", "final"))


def eventually(holds: Callable[[], bool], what: str, *, every_s: float = STEP_S) -> None:
    """Wait until something holds; the processes under test set the pace, and what it is of may still have to come."""
    deadline = time.monotonic() + PATIENCE_S
    while not _holds_by_now(holds):
        assert time.monotonic() < deadline, f"in vain: {what}"
        time.sleep(every_s)


def _holds_by_now(holds: Callable[[], bool]) -> bool:
    try:
        return holds()
    except ApiError as error:
        if error.code not in NOT_HERE_YET:
            raise
        return False


def everywhere(firms: Sequence[Firm], holds: Callable[[Firm], bool], what: str) -> None:
    """Wait until something holds at every firm."""
    for firm in firms:
        eventually(lambda firm=firm: holds(firm), f"{what}, at {firm.folder.name}")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults


def set_clock(firm: Firm, fast_ms: int) -> None:
    """Set the clock of a firm's machine, whose node looks it up in a file; whole at any moment that it may read it."""
    new = firm.folder / "clock.new"
    new.write_text(str(fast_ms))
    new.replace(firm.folder / "clock")


def with_clock(firm: Firm, fast_ms: int = 0) -> Firm:
    """Give a firm's machine, whose node does not run, a clock that can be set."""
    firm.folder.mkdir(exist_ok=True)
    set_clock(firm, fast_ms)
    firm.options = ("--shift-clock-by-file", str(firm.folder / "clock"))
    return firm


def free_port() -> int:
    """Return a port that nobody listens on: a node that comes back is looked for where it was."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Firm:
    """A profile, and the node process that serves it.

    Attributes:
        prefix: what goes in front of the command, to run it on a host of its own.
        state_home: where its machine keeps the head files; empty for the machine of the tests.
    """

    folder: Path
    member: str = ""
    port: int = field(default_factory=free_port)
    address: str = "127.0.0.1"
    prefix: tuple[str, ...] = ()
    words: list[str] = field(default_factory=list, repr=False)
    process: ForkedNode | subprocess.Popen[bytes] | None = field(default=None, repr=False)
    options: tuple[str, ...] = ()
    state_home: str = ""

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    def start(self, *, unlock: bool = False) -> None:
        """Start the node and wait until it answers; with `unlock`, opened with the passphrase."""
        self.launch(unlock=unlock)
        eventually(lambda: self._is_ready(unlocked=unlock), f"{self.folder.name} answers; see {self.folder / 'log'}")

    def launch(self, *, unlock: bool = False) -> None:
        """Start the node's process."""
        self.folder.mkdir(exist_ok=True)
        passphrase_file = self.folder / "passphrase"
        passphrase_file.write_text(PASSPHRASE)
        arguments = ["--profile", str(self.profile), "--listen", f"{self.address}:{self.port}", *self.options]
        if unlock:
            arguments += ["--passphrase-file", str(passphrase_file)]
        with (self.folder / "log").open("ab") as log:
            self.process = self._run([*arguments, "--exit-with-stdin"], log)

    def _run(self, arguments: list[str], log: IO[bytes]) -> ForkedNode | subprocess.Popen[bytes]:
        environment = {**os.environ, "XDG_STATE_HOME": self.state_home or os.environ["XDG_STATE_HOME"]}
        if not self.prefix:
            return ForkedNode(arguments, output=log.fileno(), environment=environment)
        command = [*self.prefix, sys.executable, "-m", "cohong.node", *arguments]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log, env=environment)

    def _is_ready(self, *, unlocked: bool) -> bool:
        assert self.process is None or self.process.poll() is None, (self.folder / "log").read_text()
        try:
            state = self.ask("profile.status").state
        except NodeNotReachableError:
            return False
        return bool(state == "unlocked" or not unlocked)

    def ask(self, method: str, **values: object) -> Any:
        with NodeClient.connect(self.profile) as client:
            return client.ask(method, **values)

    def create(self) -> None:
        """Start the node and make its profile; it has no name, which the node would tell in a record of its own."""
        self.start()
        made = self.ask("profile.create", passphrase=PASSPHRASE, name="")
        self.member, self.words = made.member, made.words

    def kill(self) -> None:
        """End the node as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> None:
        """End the node in good order."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    def propose(self, debtor: str, reference: str, amount: int = 10_000, *, key: str = "", **changes: object) -> str:
        """Propose that `debtor` owes this firm, at most once for each `key`; returns the obligation's id."""
        terms = {
            "debtor": debtor, "creditor": self.member, "amount": amount, "currency": "HKD", "issued": "2026-09-01",
            "due": "2026-10-01", "grace_days": 0, "reference": reference, "description": "", "assignable": True,
            "nettable": True, "valid_until": "2099-12-31", **changes,
        }  # fmt: skip
        return str(self.ask("record.write", kind="credit.propose", fields=terms, key=key).object)

    def write(self, kind: str, subject: str = "", **fields: object) -> str:
        """Sign one record about something; returns the entry's id."""
        return str(self.ask("record.write", kind=kind, object=subject, fields=fields).entry)

    def refused(self, kind: str, subject: str, **fields: object) -> str:
        """Return why a record is not signed."""
        try:
            self.write(kind, subject, **fields)
        except ApiError as error:
            return error.detail if error.code is ApiErrorCode.RULE else str(error.code)
        raise AssertionError(f"{kind} was signed")

    def details(self, subject: str) -> Any:
        return self.ask("book.record", object=subject)

    def may(self, subject: str) -> list[str]:
        """Return which kinds of records it may write about something, none as long as it is not there."""
        try:
            return list(self.details(subject).actions)
        except ApiError:
            return []

    def level(self, subject: str) -> str:
        return str(self.details(subject).row.level)

    def state(self, subject: str) -> str:
        return str(self.details(subject).row.state)


def found(folder: Path, count: int, *, absent: tuple[str, ...] = ()) -> list[Firm]:
    """Start `count` firms in one network; `absent` are further founders without a node."""
    return found_by([Firm(folder / f"firm-{number}") for number in range(count)], absent=absent)


def found_by(firms: list[Firm], *, absent: tuple[str, ...] = ()) -> list[Firm]:
    """Start these firms in one network; `absent` are further founders without a node."""
    count = len(firms)
    for firm in firms:
        firm.create()
    founders = [{"member": member} for member in (*(firm.member for firm in firms[1:]), *absent)]
    made = firms[0].ask("network.create", name="Test trade", founders=founders)
    for firm in firms[1:]:
        firm.ask("network.join", invitation=made.invitation)
    for firm in firms:
        eventually(lambda firm=firm: firm.ask("node.status").peers_connected == count - 1, "all connected")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    return firms


def newcomer(firm: Firm, name: str, invitation: str) -> Firm:
    """Start a firm's node with a new profile, and have it ask to join."""
    firm.create()
    firm.ask("network.join", invitation=invitation, name=name)
    return firm


def join_of(firm: Firm, name: str) -> str:
    """Return the id of somebody's join, as a member sees it; empty while it is not there."""
    joins = [item.join for item in firm.ask("chain.status").joins if item.name == name]
    return str(joins[0]) if joins else ""


def carry(firms: list[Firm], **question: object) -> str:
    """Put a question as the first firm, vote for it as all of them; returns the motion once a block has listed it."""
    motion = str(firms[0].ask("motion.put", **{"reason": "as agreed", **question}).entry)
    for firm in firms:
        eventually(lambda firm=firm: _state_of(firm, motion) != "", "the motion is there")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        _vote_for(firm, motion)
    for firm in firms:
        eventually(lambda firm=firm: _state_of(firm, motion) == "done", "the motion is carried out")  # type: ignore[misc]  # likewise
    return motion


def _vote_for(firm: Firm, motion: str) -> None:
    try:
        firm.ask("motion.vote", motion=motion, yes=True)
    except ApiError as error:
        # More than half have said yes, and the block has listed it already.
        assert error.detail == "motion-ended", error


def _state_of(firm: Firm, motion: str) -> str:
    return next((str(item.state) for item in firm.ask("motion.list") if item.motion == motion), "")


def admit(voters: list[Firm], name: str, *, vote: bool = False) -> None:
    """Have the voters make somebody who has asked to join a member, with a vote if wished."""
    for firm in voters:
        eventually(lambda firm=firm: join_of(firm, name) != "", "the join is known to all")  # type: ignore[misc]  # likewise
    join = join_of(voters[0], name)
    carry(voters, ask="admit", join=join, reason="known to us for years")
    if vote:
        member = next(item.member for item in voters[0].ask("chain.status").joins if item.join == join)
        carry(voters, ask="voter", member=member, vote=True)


def owed(creditor: Firm, debtor: Firm, firms: Sequence[Firm], reference: str, **terms: object) -> str:
    """Have something owed: proposed and accepted, everywhere final; returns the obligation."""
    subject = creditor.propose(debtor.member, reference, **terms)  # type: ignore[arg-type]  # by name, as they are
    eventually(lambda: "credit.accept" in debtor.may(subject), "the debtor may accept")
    debtor.write("credit.accept", subject)
    everywhere(firms, lambda firm: (firm.state(subject), firm.level(subject)) in OWED, "it is owed")
    return subject


def settled_alike(firms: list[Firm], records: int, *, forks: int = 0) -> None:
    """Wait until every firm shows this many final records and the same state digest."""

    def holds() -> bool:
        digests = [firm.ask("book.digest") for firm in firms]
        return len({item.digest for item in digests}) == 1 and all(item.final >= records for item in digests)

    eventually(holds, f"{records} final records and one digest")
    assert all(len(firm.ask("forks.list")) == forks for firm in firms)
