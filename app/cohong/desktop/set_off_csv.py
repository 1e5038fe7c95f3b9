"""The set-off statement as CSV: UTF-8 with a byte order mark, plain amounts, and never a formula."""

from __future__ import annotations

import csv
import io
from typing import Final

from cohong.desktop.set_off_paper import Paper
from cohong.primitives.money import format_plain
from cohong.primitives.spreadsheet_text import harmless

HEADERS: Final = (
    "reference", "debtor name", "debtor id", "creditor name", "creditor id", "currency", "before", "set off", "left",
    "object", "round", "result",
)  # fmt: skip
"""In English in every language, as in the node's own exports: programs read them."""


def set_off_csv(paper: Paper) -> bytes:
    """Return the statement's lines as a file. Excel reads Chinese as something else where the mark is missing."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    for line in paper.lines:
        names = (line.reference, line.debtor_name, line.debtor, line.holder_name, line.holder, line.currency)
        amounts = (line.before_minor, line.set_off_minor, line.left_minor)
        writer.writerow([
            *map(harmless, names), *(format_plain(minor, line.currency) for minor in amounts),
            line.object, paper.round, paper.entry,
        ])  # fmt: skip
    return text.getvalue().encode("utf-8-sig", errors="replace")
