"""`python -m cohong.node.auditor`: the process in which the node has its book counted again.

A process of its own, since counting would hold the node's interpreter for minutes, and its memory for good; and started
by the node, since only the node has the key while the profile is open. It opens the ledger for reading only.
"""

import json
import os
import resource
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Final

from cohong.api.errors import ApiErrorCode
from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable
from cohong.ledger.whole_book import WholeBook
from cohong.node.audit import Findings, audit
from cohong.primitives.charter import decode_lineage
from cohong.primitives.ids import MemberId

TELL_EVERY_S: Final = 0.25
NICE: Final = 5
"""The node and the window come first."""


def main() -> None:
    """Count the book named on the input again, and print what was found."""
    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.read())
    genesis = decode_lineage(bytes.fromhex(asked["genesis"]))
    teller = _Teller()
    try:
        with WholeBook.open(Path(asked["ledger"]), bytes.fromhex(asked["key"])) as book:
            found = audit(book, genesis, MemberId(bytes.fromhex(asked["me"])), time.time_ns() // 1_000_000, teller.tell)
    except (LedgerUnavailable, LedgerDamaged) as error:
        _say({"error": ApiErrorCode.PROFILE_DAMAGED, "detail": str(error)})
        return
    _say({"found": _plain(found), "memory": _memory_bytes()})


class _Teller:
    def __init__(self) -> None:
        self._told = 0.0

    def tell(self, doing: str, done: int, total: int) -> None:
        """Say how far it is, not too often."""
        if time.monotonic() - self._told >= TELL_EVERY_S:
            self._told = time.monotonic()
            _say({"doing": doing, "done": done, "total": total})


def _memory_bytes() -> int:
    """Return the most memory that this process had; `getrusage` would count what its parent had when it was forked."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def _plain(found: Findings) -> dict[str, object]:
    plain = asdict(found)
    for difference in plain["differences"]:
        for name in ("entry", "author"):
            difference[name] = difference[name].hex()
    return plain


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
