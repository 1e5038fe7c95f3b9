"""What the demonstration takes from its surroundings and gives back: a folder, and how signals are meant."""

import contextlib
import os
import shlex
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cohong.cli.demo.network import PASSPHRASE
from cohong.cli.demo.processes import ENDING_SIGNALS
from cohong.cli.output import say

STATE_FOLDER: Final = "state"
"""Below the demonstration's folder: what its nodes take for the user's state folder."""


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What was asked for.

    Attributes:
        headless: no window; the trade flows as fast as it can, and the end comes by itself.
        invoices: a file that the first firm imports; None for sample trade.
        folder: where the profiles go; None for a temporary folder.
    """

    peers: int
    headless: bool
    invoices: Path | None
    currency: str
    as_json: bool
    kill_one: bool
    folder: Path | None
    keep: bool
    seed: int


@contextmanager
def demo_folder(options: DemoOptions) -> Iterator[Path]:
    """Give the profiles a folder of their own, 0700, and remove it in the end unless it is to be kept."""
    if options.folder is None:
        folder = Path(tempfile.mkdtemp(prefix="cohong-demo-"))
    else:
        folder = options.folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        if options.keep:
            say(f"Kept: {folder} (passphrase of all profiles: {PASSPHRASE})")
            first = shlex.quote(os.fspath(profile_dir_of(folder, 0)))
            say(f"Start a node of it, here and now: cohong profile unlock --profile {first}")
        elif options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            _empty(folder, options.peers)


def profile_dir_of(folder: Path, place: int) -> Path:
    return folder / f"firm-{place + 1}"


def _empty(folder: Path, peers: int) -> None:
    """Remove what the demonstration has made in a folder of the user's choice, and the folder if nothing is left."""
    for profile_dir in (profile_dir_of(folder, place) for place in range(peers)):
        shutil.rmtree(profile_dir, ignore_errors=True)
        profile_dir.with_suffix(".log").unlink(missing_ok=True)
    shutil.rmtree(folder / STATE_FOLDER, ignore_errors=True)
    (folder / "desktop.log").unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder.rmdir()


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end the demonstration as Ctrl-C does; restore what was before."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in ENDING_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
