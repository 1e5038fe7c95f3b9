"""What the shell shows: one line of JSON, or tables for a person.

Names and texts come from other members. They are shown as plain text: markup means nothing in them, and
whatever would move the cursor, colour the terminal or turn the direction of writing is shown as its code.
"""

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cohong.api.framing import json_text
from cohong.cli.table_fit import fitted, without_empty
from cohong.primitives.money import format_plain

SHOWN_CHARS_MAX = 200


def print_json(value: object) -> None:
    """Print a view or plain value as one line of JSON."""
    sys.stdout.write(json_text(value) + "\n")
    sys.stdout.flush()


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[str] = ()) -> None:
    """Print rows under their column names, without rows nothing; columns named in `right` are aligned to the right.

    Where they are wider than the terminal, empty columns are left out, and cells broken at blanks, those of `right`
    last; where words would be broken all the same, each row stands by itself, a line for each of its cells.
    """
    cells = [[shown(cell) for cell in row] for row in rows]
    if not cells:
        return
    aligned = [column in right for column in columns]
    screen = console()
    widths = fitted(columns, cells, [True] * len(columns), screen.width)
    if widths is None:
        kept = without_empty(columns, cells)
        columns, aligned = [columns[place] for place in kept], [aligned[place] for place in kept]
        cells = [[row[place] for place in kept] for row in cells]
        none = [False] * len(columns)
        widths = fitted(columns, cells, aligned, screen.width) or fitted(columns, cells, none, screen.width)
    if widths is None:
        _print_apart(columns, cells)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, to_the_right, width in zip(columns, aligned, widths, strict=True):
        table.add_column(column, justify="right" if to_the_right else "left", width=width, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    screen.print(table)


def _print_apart(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    for number, row in enumerate(rows):
        if number:
            print_line("")
        print_facts((column, cell) for column, cell in zip(columns, row, strict=True) if cell)


def print_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Print names and values, one pair a line. An id is broken only where it has no room beside the longest word."""
    cells = [(name, shown(value)) for name, value in facts]
    screen, pair = console(), ("", "")
    widths = fitted(pair, cells, [True, False], screen.width) or fitted(pair, cells, [False, False], screen.width)
    name_width, value_width = widths or (None, None)
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", width=name_width)
    table.add_column(width=value_width, overflow="fold")
    for name, value in cells:
        table.add_row(name, Text(value))
    screen.print(table)


def print_line(text: str) -> None:
    """Print a sentence on stdout."""
    console().print(Text(shown(text, chars_max=4000)), soft_wrap=True)


def say(text: str) -> None:
    """Say something to the person on stderr, out of the way of what a program reads from stdout."""
    sys.stderr.write(shown(text, chars_max=4000) + "\n")
    sys.stderr.flush()


def console() -> Console:
    """Return a console on stdout; without a terminal it is wide enough for ids to stay on one line."""
    return Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 200)


def shown(text: str, *, chars_max: int = SHOWN_CHARS_MAX) -> str:
    """Return a stranger's text as it may go to a terminal."""
    safe = "".join(char if char.isprintable() or char == "\n" else f"<{ord(char):04X}>" for char in text)
    return safe if len(safe) <= chars_max else safe[: chars_max - 1] + "…"


def money(minor: int, currency: str) -> str:
    """Return an amount for a person: `HKD 147,703.18`."""
    plain = format_plain(minor, currency)
    sign, figures = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, point, decimals = figures.partition(".")
    return f"{currency} {sign}{int(whole):,}{point}{decimals}"


def moment(time_ms: int) -> str:
    """Return a time of UTC in the machine's own zone; a dash for 0, which stands for never."""
    if not time_ms:
        return "–"
    return datetime.fromtimestamp(time_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def short_id(identity: str) -> str:
    """Return enough of an id to tell two apart in a table."""
    return identity[:12]


def thousandths(milli: int) -> str:
    """Return a mean for a person: `4.250`; a dash for one of nothing, which is below 0."""
    return "–" if milli < 0 else f"{milli // 1000}.{milli % 1000:03}"
