"""`python -m cohong.node.analyst`: the process that answers questions about all trade of the book, one after another.

A process of its own, as for an audit: reading a million obligations takes seconds, and the node answers meanwhile. It
stays, for what it has read serves many questions; the node ends it when nobody has asked for a while. It opens the
ledger for reading and nothing else. Each line of its input is JSON: first where the ledger is, then questions.
"""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

from cohong.api.errors import ApiErrorCode
from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable
from cohong.ledger.reader import StillReader
from cohong.node.reporter import NICE
from cohong.node.trade_book import TradeBook


def main() -> None:
    """Answer the questions on the input, each with a line."""
    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    opened = json.loads(sys.stdin.buffer.readline())
    try:
        reader = StillReader(Path(opened["ledger"]), bytes.fromhex(opened["key"]))
        book = TradeBook(reader)
        for line in sys.stdin.buffer:
            _say({"found": answer(book, json.loads(line))})
    except (LedgerUnavailable, LedgerDamaged) as error:
        _say({"error": ApiErrorCode.PROFILE_DAMAGED, "detail": str(error)})


def answer(book: TradeBook, question: dict[str, Any]) -> Any:
    """Return the answer to one question: what is asked, with its parameters by name."""
    match question.pop("ask"):
        case "trust":
            return book.trust(**question)
        case "experience":
            return book.experience(**question)
        case "fit":
            return book.fit(**question)
        case "rings":
            return book.rings(**question)
        case other:
            raise AssertionError(f"no such question: {other}")


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
