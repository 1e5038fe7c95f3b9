"""Hosts of our own on this machine: network namespaces on two bridges, with a trunk between them that can be cut.

It takes root and iproute2; whoever asks on a machine without them is told to skip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PREFIX = f"ch{os.getpid() % 10_000}"


def run(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


def reason_to_skip() -> str:
    """Return why there can be no hosts here; empty if there can."""
    if os.geteuid() != 0:
        return "only root makes network namespaces"
    if shutil.which("ip") is None:
        return "there is no iproute2"
    name = f"{PREFIX}-try"
    # To make one is not to get into it: for that its own mounts are made, which a chroot or a container may refuse.
    tries = (["ip", "netns", "add", name], ["ip", "netns", "exec", name, "ip", "link", "set", "lo", "up"])
    works = all(subprocess.run(words, check=False, capture_output=True).returncode == 0 for words in tries)
    subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)
    return "" if works else "this machine lets nobody into a network namespace"


@dataclass(frozen=True)
class Host:
    """A namespace with one address."""

    name: str
    address: str

    @property
    def prefix(self) -> tuple[str, ...]:
        """What goes in front of a command that is to run on this host."""
        return ("ip", "netns", "exec", self.name)


@contextmanager
def two_sides(left: int, right: int) -> Iterator[list[Host]]:
    """Have so many hosts on either side of a trunk."""
    hosts = [Host(f"{PREFIX}-{number}", f"10.77.{os.getpid() % 250}.{number + 1}") for number in range(left + right)]
    try:
        for side in ("a", "b"):
            run("link", "add", f"{PREFIX}{side}", "type", "bridge")
            run("link", "set", f"{PREFIX}{side}", "up")
        run("link", "add", f"{PREFIX}ta", "type", "veth", "peer", "name", f"{PREFIX}tb")
        for side in ("a", "b"):
            run("link", "set", f"{PREFIX}t{side}", "master", f"{PREFIX}{side}", "up")
        # The test itself stands on the left side.
        run("addr", "add", f"10.77.{os.getpid() % 250}.254/24", "dev", f"{PREFIX}a")
        for number, host in enumerate(hosts):
            _plug_in(host, number, f"{PREFIX}{'a' if number < left else 'b'}")
        yield hosts
    finally:
        for host in hosts:
            subprocess.run(["ip", "netns", "del", host.name], check=False, capture_output=True)
        for name in ("ta", "a", "b"):
            subprocess.run(["ip", "link", "del", f"{PREFIX}{name}"], check=False, capture_output=True)


def _plug_in(host: Host, number: int, bridge: str) -> None:
    outer, inner = f"{PREFIX}v{number}", f"{PREFIX}n{number}"
    run("netns", "add", host.name)
    run("link", "add", outer, "type", "veth", "peer", "name", inner)
    run("link", "set", inner, "netns", host.name)
    run("link", "set", outer, "master", bridge, "up")
    run("-n", host.name, "addr", "add", f"{host.address}/24", "dev", inner)
    run("-n", host.name, "link", "set", inner, "up")
    run("-n", host.name, "link", "set", "lo", "up")


def cut() -> None:
    """Cut the trunk: the two sides no longer reach each other."""
    run("link", "set", f"{PREFIX}ta", "down")


def mend() -> None:
    """Join the two sides again."""
    run("link", "set", f"{PREFIX}ta", "up")
