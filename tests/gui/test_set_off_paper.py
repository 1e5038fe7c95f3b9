"""The set-off statement on paper and as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from tests.unit.desktop.set_offs import ENTRY, a_round, a_statement, key, line

from cohong.api.views import SetOff
from cohong.desktop.formatting import Formats
from cohong.desktop.paper_pages import Pages
from cohong.desktop.set_off_csv import HEADERS, set_off_csv
from cohong.desktop.set_off_paper import Paper, pages_of, paper_of, write_pdf
from cohong.desktop.theme.theme import Theme

EN = Formats("en")
A4 = (794, 1123)
LINES = [
    line("Bob", "Ann", 700, 700, reference="=1+1"),
    line("Ann", "明珠電子", 900, 700, reference="INV-2"),
    line("明珠電子", "Bob", 800, 700),
]


def paper(lines: list[SetOff], member: str = "Ann") -> Paper:
    return paper_of(a_round(), a_statement(2_100), lines, key(member), network="Pearl River")


def page(pages: Pages, number: int) -> QImage:
    image = QImage(*A4, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    pages.paint(painter, number)
    painter.end()
    return image


def laid_out(lines: list[SetOff]) -> Pages:
    image = QImage(*A4, QImage.Format.Format_RGB32)
    return pages_of(paper(lines), EN, check="Checked.", device=image, room=QRectF(60, 60, 674, 1003))


def test_a_statement_has_the_lines_of_its_participant_and_adds_up() -> None:
    shown = paper(LINES)
    assert [item.reference for item in shown.lines] == ["INV-2", "=1+1"], "what it owed first"
    assert (shown.as_debtor_minor, shown.as_holder_minor) == (700, 700)
    assert [name for name, _ in shown.parties] == ["Ann", "Bob", "明珠電子"]


def test_the_csv_has_plain_amounts_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(set_off_csv(paper(LINES)).decode("utf-8-sig"))))
    assert rows[0] == list(HEADERS)
    assert rows[1][:2] == ["INV-2", "Ann"] and rows[1][5:9] == ["HKD", "9.00", "7.00", "2.00"]
    assert rows[2][0] == "'=1+1" and rows[2][-1] == ENTRY


def test_a_pdf_is_written_or_it_is_said_that_it_cannot(theme: Theme, tmp_path: Path) -> None:
    assert write_pdf(str(tmp_path / "statement.pdf"), paper(LINES), EN, check="Checked.")
    written = (tmp_path / "statement.pdf").read_bytes()
    assert written.startswith(b"%PDF-") and len(written) > 5_000
    assert not write_pdf(str(tmp_path / "no folder" / "statement.pdf"), paper(LINES), EN, check="")


def test_many_lines_go_on_on_further_pages_each_row_whole(theme: Theme) -> None:
    assert laid_out(LINES).count == 1
    pages = laid_out([line("Ann", "Bob", 100 + number, 50, reference=f"INV-{number:03d}") for number in range(120)])
    assert pages.count >= 3
    shown = [[row.cells[0] for row, _ in part] for part in pages._pages]
    assert [part[0] for part in shown[1:3]] == ["Reference", "Reference"], "the head stands again"
    invoices = [cell for part in shown for cell in part if cell.startswith("INV-")]
    assert invoices == [f"INV-{number:03d}" for number in range(120)]
    bottoms = [top + pages._height(row) for part in pages._pages for row, top in part]
    assert max(bottoms) <= pages._inside.height()
    assert page(pages, 0) != page(pages, 1)


def test_paper_is_white_and_its_ink_dark_in_the_dark_theme_too(theme: Theme) -> None:
    theme.choose(choice="light")
    light = page(laid_out(LINES), 0)
    theme.choose(choice="dark")
    assert page(laid_out(LINES), 0) == light
