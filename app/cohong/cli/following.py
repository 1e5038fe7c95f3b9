"""Following something that the node does in the background: how far it is on the terminal, until it is done."""

import sys
import time
from collections.abc import Callable, Collection
from typing import Final, TypeVar

import typer

from cohong.api.views import AuditStatus, BundleStatus, ExportStatus, ImportStatus
from cohong.cli.node_client import NodeClient
from cohong.cli.output import say

POLL_S: Final = 0.2
INTERRUPTED: Final = 130
"""The exit code after Ctrl-C."""

S = TypeVar("S", AuditStatus, BundleStatus, ExportStatus, ImportStatus)


def watched(ask: Callable[[], S], status: S, words: Callable[[S], str], running: Collection[str] = ("running",)) -> S:
    """Return how something ended.

    Args:
        ask: how it stands now.
        words: how far it is; empty for nothing to say yet.
        running: the states in which it goes on.
    """
    told = False
    while status.state in running:
        said = words(status)
        if said and sys.stderr.isatty():
            sys.stderr.write(f"\r{said} ")
            sys.stderr.flush()
            told = True
        time.sleep(POLL_S)
        status = ask()
    if told:
        say("")
    return status


def followed(
    node: NodeClient, status: S, words: Callable[[S], str], *, job: str, stopped: str = "Stopped.", **which: str
) -> S:
    """Return how a job ended; Ctrl-C stops it, and the program.

    Args:
        words: as in `watched`.
        job: what its requests begin with: `export` for `export.status` and `export.cancel`.
        stopped: what is said of one that was stopped.
        which: its id, where there can be several.
    """
    try:
        return watched(lambda: node.ask(f"{job}.status", **which), status, words)
    except KeyboardInterrupt:
        node.ask(f"{job}.cancel", **which)
        say(f"\n{stopped}")
        raise typer.Exit(INTERRUPTED) from None
