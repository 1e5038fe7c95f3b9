"""`python -m cohong.node.exporter`: the process in which the node has a table written to a file.

A process of its own, as for an audit: a Book of a million lines takes a minute, and what it shows is one moment of it.
It opens the ledger for reading and nothing else.
"""

import errno
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Final

from cohong.api.errors import ApiErrorCode
from cohong.exporting.tables import open_table
from cohong.ledger.errors import EntryDamaged, LedgerDamaged, LedgerUnavailable
from cohong.ledger.reader import StillReader
from cohong.node.export_tables import (
    BOOK_HEADERS,
    LOOKUP_HEADERS,
    STATEMENT_HEADERS,
    write_book,
    write_lookups,
    write_statement,
)
from cohong.primitives.ids import MemberId

TELL_EVERY_S: Final = 0.25
NICE: Final = 5
"""The node and the window come first."""
WRITERS: Final = {
    "book": ("Book", BOOK_HEADERS, write_book),
    "statement": ("Statement", STATEMENT_HEADERS, write_statement),
    "lookups": ("Look-ups", LOOKUP_HEADERS, write_lookups),
}
NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main() -> None:
    """Write the table named on the input, and print what it came to."""
    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.read())
    path, me = Path(asked["path"]), MemberId(bytes.fromhex(asked["me"]))
    title, headers, write = WRITERS[asked["doing"]]
    try:
        with (
            StillReader.open(Path(asked["ledger"]), bytes.fromhex(asked["key"])) as reader,
            open_table(path, title, headers, path.parent) as table,
        ):
            found = write(table, reader, me, asked, _Teller().tell)
    except (LedgerUnavailable, LedgerDamaged) as error:
        _say({"error": ApiErrorCode.PROFILE_DAMAGED, "detail": str(error)})
    except EntryDamaged:
        _say({"error": ApiErrorCode.BUNDLE_REFUSED, "detail": "entry-damaged"})
    except OSError as error:
        detail = "no_space" if error.errno in NO_ROOM else "io_failed"
        _say({"error": ApiErrorCode.BUNDLE_REFUSED, "detail": detail})
    else:
        _say({"found": found})


class _Teller:
    def __init__(self) -> None:
        self._told = 0.0

    def tell(self, done: int, total: int) -> None:
        """Say how far it is, not too often."""
        if time.monotonic() - self._told >= TELL_EVERY_S:
            self._told = time.monotonic()
            _say({"done": done, "total": total})


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
