"""The set-off statement on paper: A4 pages with header and foot, made of plain text alone.

It says what the other side's book-keeper needs: who is concerned, what was owed before and is left, and by which entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPaintDevice, QPainter, QPdfWriter

from cohong.api.views import RoundView, SetOff, SetOffStatement
from cohong.desktop.archive_pdf import write_archive_pdf
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.paper_pages import Bands, Pages, Row, width_part

DOTS_PER_INCH: Final = 300
MARGINS_MM: Final = (16.0, 14.0, 16.0, 14.0)
_POINTS: Final = 8.5
_FIGURES: Final = frozenset({2, 3, 4})


@dataclass(frozen=True, slots=True)
class Paper:
    """One participant's statement.

    Attributes:
        name: of the participant, safe to show.
        entry: id of the result.
        lines: the obligations that it took part with, those that it owed first.
        parties: (name, id) of everybody in the lines, the participant first; names are safe to show.
    """

    network: str
    round: str
    entry: str
    time_ms: int
    currency: str
    coordinator: str
    member: str
    name: str
    lines: tuple[SetOff, ...]
    parties: tuple[tuple[str, str], ...]

    @property
    def owed_by(self) -> list[SetOff]:
        """What the participant owed."""
        return [line for line in self.lines if line.debtor == self.member]

    @property
    def owed_to(self) -> list[SetOff]:
        """What the participant was owed."""
        return [line for line in self.lines if line.holder == self.member]

    @property
    def as_debtor_minor(self) -> int:
        """What the participant owes less."""
        return sum(line.set_off_minor for line in self.owed_by)

    @property
    def as_holder_minor(self) -> int:
        """What the participant is owed less: as much."""
        return sum(line.set_off_minor for line in self.owed_to)


def paper_of(
    round_: RoundView, statement: SetOffStatement, lines: Sequence[SetOff], member: str, *, network: str
) -> Paper:
    """Return the statement of `member`, who took part in the round with some of `lines`."""
    own = [line for line in lines if member in (line.debtor, line.holder)]
    own.sort(key=lambda line: (line.debtor != member, line.reference, line.object))
    names = {line.debtor: line.debtor_name for line in own} | {line.holder: line.holder_name for line in own}
    parties = sorted(((name_text(name, key), key) for key, name in names.items()), key=lambda item: item[1] != member)
    return Paper(
        network=peer_text(network),
        round=round_.id,
        entry=statement.entry,
        time_ms=statement.time_ms,
        currency=statement.currency,
        coordinator=name_text(statement.coordinator_name, statement.coordinator),
        member=member,
        name=name_text(names.get(member, ""), member),
        lines=tuple(own),
        parties=tuple(parties),
    )


def write_pdf(path: str, paper: Paper, formats: Formats, *, check: str) -> bool:
    """Write the statement as a PDF; returns whether the file is there."""

    def paint(writer: QPdfWriter, painter: QPainter) -> bool:
        room = QRectF(0, 0, writer.width(), writer.height())
        pages = pages_of(paper, formats, check=check, device=writer, room=room)
        for number in range(pages.count):
            if number and not writer.newPage():
                return False
            pages.paint(painter, number)
        return True

    return write_archive_pdf(path, _title(paper), paint, dots_per_inch=DOTS_PER_INCH, margins_mm=MARGINS_MM)


def pages_of(paper: Paper, formats: Formats, *, check: str, device: QPaintDevice, room: QRectF) -> Pages:
    """Return the statement laid out for a device, whose pages have `room` inside the margins.

    Args:
        check: what this machine has found when it computed the result anew, in words.
    """
    translate = QCoreApplication.translate
    lines = [_cells(line, paper, formats) for line in paper.lines]
    sums = [_sums(part, formats) for part in (paper.owed_by, paper.owed_to)]
    figures = [text for cells in (*lines, *sums) for text in cells[-3:]]
    figure = width_part([*figures, translate("Statement", "Before")], _POINTS, device=device, room=room)
    rest = 1.0 - 3 * figure
    rows = [*_rows(paper, formats, check, (rest * 0.42, rest * 0.58, figure, figure, figure))]
    bands = Bands(
        _title(paper),
        _moment(paper.time_ms, formats),
        translate("Statement", "Result {entry}").format(entry=paper.entry),
    )
    return Pages(rows, bands, translate("Statement", "Page {number} of {count}"), device=device, room=room)


def _rows(paper: Paper, formats: Formats, check: str, widths: tuple[float, ...]) -> Iterator[Row]:
    translate = QCoreApplication.translate
    money = formats.money
    yield Row((translate("Statement", "Set-off statement"),), points=18, bold=True)
    yield Row((paper.name,), points=12, bold=True)
    facts = [
        (translate("Statement", "Network"), paper.network),
        (translate("Statement", "Coordinator of the round"), paper.coordinator),
        (translate("Statement", "Result written"), _moment(paper.time_ms, formats)),
        (translate("Statement", "Round"), paper.round),
        (translate("Statement", "Entry of the result"), paper.entry),
    ]
    for number, fact in enumerate(facts):
        yield Row(fact, (0.24, 0.76), before_pt=0 if number else 6)
    debts = translate("Statement", "What {who} owed").format(who=paper.name)
    claims = translate("Statement", "What {who} was owed").format(who=paper.name)
    yield from _table(debts, translate("Statement", "Creditor"), paper.owed_by, paper, formats, widths)
    yield from _table(claims, translate("Statement", "Debtor"), paper.owed_to, paper, formats, widths)
    words = translate("Statement", "{who} owes {less} less, and is owed {owed} less: on balance nothing has changed.")
    less, owed = money(paper.currency, paper.as_debtor_minor), money(paper.currency, paper.as_holder_minor)
    yield Row((words.format(who=paper.name, less=less, owed=owed),), bold=True, before_pt=14)
    yield Row((check,), before_pt=2)
    yield Row((translate("Statement", "Parties"),), points=11, bold=True, before_pt=14, keeps=True)
    both, points = (0.34, 0.66), 8.0
    head = Row(
        (translate("Statement", "Name"), translate("Statement", "Member ID")), both, points, bold=True, sunken=True,
        lined=True, keeps=True,
    )  # fmt: skip
    yield head
    for party in paper.parties:
        yield Row(party, both, points, lined=True, head=head)
    note = translate(
        "Statement",
        "Amounts are in {currency}. Every member's book holds the result under the entry above, signed by the voters "
        "of the network; a receipt of that entry proves it to anybody.",
    )
    yield Row((note.format(currency=paper.currency),), points=8, pale=True, before_pt=12)


def _table(
    title: str, other: str, lines: Sequence[SetOff], paper: Paper, formats: Formats, widths: tuple[float, ...]
) -> Iterator[Row]:
    """One side's lines with their sums; nothing where there are none."""
    if not lines:
        return
    translate = QCoreApplication.translate
    yield Row((title,), points=11, bold=True, before_pt=14, keeps=True)
    headers = (
        translate("Statement", "Reference"), other, translate("Statement", "Before"), translate("Statement", "Set off"),
        translate("Statement", "Left"),
    )  # fmt: skip
    head = Row(headers, widths, _POINTS, bold=True, sunken=True, lined=True, right=_FIGURES, keeps=True)
    yield head
    for line in lines:
        yield Row(_cells(line, paper, formats), widths, _POINTS, lined=True, right=_FIGURES, head=head)
    total = translate("Statement", "Total, {currency}").format(currency=paper.currency)
    sums = ("", total, *_sums(lines, formats))
    yield Row(sums, widths, _POINTS, bold=True, lined=True, right=_FIGURES, head=head)


def _cells(line: SetOff, paper: Paper, formats: Formats) -> tuple[str, ...]:
    other = (
        name_text(line.holder_name, line.holder) if line.debtor == paper.member
        else name_text(line.debtor_name, line.debtor)
    )  # fmt: skip
    amounts = (line.before_minor, line.set_off_minor, line.left_minor)
    return (peer_text(line.reference), other, *(formats.amount(line.currency, minor) for minor in amounts))


def _sums(lines: Sequence[SetOff], formats: Formats) -> tuple[str, ...]:
    if not lines:
        return ()
    totals = (
        sum(line.before_minor for line in lines),
        sum(line.set_off_minor for line in lines),
        sum(line.left_minor for line in lines),
    )
    return tuple(formats.amount(lines[0].currency, minor) for minor in totals)


def _moment(time_ms: int, formats: Formats) -> str:
    """With year and offset: paper is read later, and elsewhere."""
    moment = datetime.fromtimestamp(time_ms / 1000, UTC).astimezone()
    return f"{formats.day(moment.date().isoformat())} {moment:%H:%M} (UTC{moment:%z})"


def _title(paper: Paper) -> str:
    words = QCoreApplication.translate("Statement", "Set-off statement of {who}, {network}")
    return words.format(who=paper.name, network=paper.network)
