"""`python -m cohong.node.analyst`: the process that answers questions about all trade of the book, one after another.

A process of its own, as for an audit: reading a million obligations takes seconds, and the node answers meanwhile. It
stays, for what it has read serves many questions; the node ends it when nobody has asked for a while. It opens the
ledger for reading and nothing else. Each line of its input is JSON: first where the ledger is, then questions.
"""

import json
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from cohong.api.errors import ApiErrorCode
from cohong.ledger.debtor_lines import DebtorLines
from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable
from cohong.ledger.reader import StillReader
from cohong.node.card_grade import card_grade
from cohong.node.reporter import NICE
from cohong.node.trade_book import TradeBook
from cohong.primitives.ids import MemberId

GRADED_LINES_MAX: Final = 20_000
"""Obligations of one member up to which its grade is counted for a list: 0.7 s of this process."""


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
            _say({"found": answer(book, reader, json.loads(line))})
    except (LedgerUnavailable, LedgerDamaged) as error:
        _say({"error": ApiErrorCode.PROFILE_DAMAGED, "detail": str(error)})


def answer(book: TradeBook, reader: StillReader, question: dict[str, Any]) -> Any:
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
        case "grades":
            return {"grades": list(_grades(reader, **question))}
        case other:
            raise AssertionError(f"no such question: {other}")


def _grades(reader: StillReader, *, members: Sequence[str], today: str, synced_days: float) -> Iterator[Any]:
    """Return the grade of each of these in brief, without reading any other trade."""
    lines = DebtorLines(reader)
    for member in members:
        with reader.connection.snapshot():
            found = card_grade(
                lines, MemberId(bytes.fromhex(member)), today=today, synced_days=synced_days, lines_max=GRADED_LINES_MAX
            )
        yield {name: getattr(found, name) for name in found.__struct_fields__}


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
