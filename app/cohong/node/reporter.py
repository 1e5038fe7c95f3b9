"""`python -m cohong.node.reporter`: the process that computes the report about a member with very many obligations.

A process of its own, as for an audit: the report about one with 50,000 takes seconds, and the node answers meanwhile.
It opens the ledger for reading and nothing else.
"""

import json
import os
import resource
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from cohong.api.errors import ApiErrorCode
from cohong.ledger.debtor_lines import DebtorLines
from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable
from cohong.ledger.reader import StillReader
from cohong.node.limits import suggestions
from cohong.node.payment_report import payment_report
from cohong.node.watch_list import look_at_member
from cohong.primitives.ids import MemberId

NICE: Final = 5
"""The node and the window come first."""


def main() -> None:
    """Compute the report named on the input, and print it."""
    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.read())
    try:
        with StillReader.open(Path(asked["ledger"]), bytes.fromhex(asked["key"])) as reader:
            report = _found(DebtorLines(reader), asked)
    except (LedgerUnavailable, LedgerDamaged) as error:
        _say({"error": ApiErrorCode.PROFILE_DAMAGED, "detail": str(error)})
    else:
        _say({"found": report})


def _found(lines: DebtorLines, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the report; or what is asked for instead: the figures of the watch list, or a limit."""
    member = MemberId(bytes.fromhex(asked["member"]))
    if asked.get("watched"):
        return asdict(look_at_member(lines, member, today=asked["today"]))
    if "limit" in asked:
        return suggestions(lines, member, today=asked["today"], **asked["limit"])
    how = {name: asked[name] for name in ("today", "synced_days", "lines_max")}
    return payment_report(lines, member, **how)


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
