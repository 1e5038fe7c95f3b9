"""What a PDF/A validator once found wrong with our papers stays right: `make pdfa` asks the validator itself."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from tests.unit.desktop.credit_reports import disputed
from tests.unit.desktop.papers import PAPERS, STRANGE

from cohong.desktop.archive_pdf import write_archive_pdf
from cohong.desktop.credit_paper import read_signed
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.paper_pages import drawable, paper_font

DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NUMBER_MAX = 32_767


@dataclass(frozen=True)
class Pdf:
    """A file of Qt's, as far as its objects lie open."""

    exact: bytes

    @property
    def objects(self) -> dict[int, bytes]:
        """What the table says where the objects are, by number."""
        table = self.exact[int(self.exact.split(b"startxref\n")[-1].split()[0]) :]
        assert table.startswith(b"xref\n")
        offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", table)]
        return {number: self.exact[offset:] for number, offset in enumerate(offsets, 1)}

    @property
    def title(self) -> str:
        """The title in the information dictionary."""
        return bytes.fromhex(self._said(rb"/Title <feff([0-9a-f]*)>")).decode("utf-16-be")

    @property
    def created(self) -> str:
        """Year to second, in the information dictionary."""
        return self._said(rb"/CreationDate \(D:(\d{14})Z\)")

    @property
    def xmp(self) -> ElementTree.Element:
        return ElementTree.fromstring(self._said(rb"<\?xpacket begin.*?\?>\n(.*?)\n<\?xpacket end"))

    @property
    def painted(self) -> list[str]:
        """What is painted on each page: streams that begin as every page of Qt's does."""
        streams = re.findall(rb"/FlateDecode\n>>\nstream\n(.*?)\nendstream", self.exact, re.S)
        return [text for text in (zlib.decompress(each).decode("latin-1") for each in streams) if "/GSa gs" in text]

    @property
    def text(self) -> str:
        """What can be found in the file or copied from it, glyph by glyph, without blanks."""
        objects, said = self.objects, []
        characters: dict[str, list[str]] = {}
        for page in self.painted:
            for number, codes in re.findall(r"/F(\d+) \S+ Tf|<([0-9A-F]+)> Tj", page):
                if number:
                    font = number
                    characters.setdefault(font, _characters(objects, int(number)))
                said += [characters[font][int(code, 16)] for code in re.findall(r"....", codes)]
        return "".join("".join(said).split())

    def _said(self, pattern: bytes) -> str:
        found = re.search(pattern, self.exact, re.S)
        assert found is not None
        return found[1].decode()


def _characters(objects: dict[int, bytes], font: int) -> list[str]:
    """Return the characters of a font's glyphs; the first stands for none."""
    listed = re.search(rb"/ToUnicode (\d+) 0 R", objects[font])
    assert listed is not None
    ranges = objects[int(listed[1])].split(b"endcmap")[0]
    blocks = re.findall(rb"\[([^\]]*)\]", ranges)
    return ["", *(chr(int(each[1:-1], 16)) for block in blocks for each in block.split())]


def written(name: str, tmp_path: Path) -> Pdf:
    path = tmp_path / "paper.pdf"
    assert PAPERS[name](str(path), Formats("en"))
    return Pdf(path.read_bytes())


@pytest.mark.parametrize("name", PAPERS)
def test_both_descriptions_of_a_paper_say_the_same(name: str, tmp_path: Path, app: QApplication) -> None:
    pdf = written(name, tmp_path)
    assert pdf.xmp.findtext(f".//{DC}title/{RDF}Alt/{RDF}li") == pdf.title
    moment = next(value for each in pdf.xmp.iter() for key, value in each.items() if key.endswith("CreateDate"))
    assert re.sub(r"\D", "", moment.removesuffix("+00:00")) == pdf.created
    assert b"/Author" not in pdf.exact


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_painted_that_pdf_a_forbids(name: str, tmp_path: Path, app: QApplication) -> None:
    pdf = written(name, tmp_path)
    assert b'pdfaid:part="1" pdfaid:conformance="B"' in pdf.exact and b"/OutputIntents" in pdf.exact
    assert b"/CSpcmyk /DeviceCMYK\n>>" not in pdf.exact and b"/PCSpcmyk" not in pdf.exact
    assert set(re.findall(rb"/(?:ca|CA|SMask) [^\n>]*", pdf.exact)) == {b"/ca 1.0", b"/CA 1.0", b"/SMask /None"}
    pages = pdf.painted
    assert len(pages) == (3 if name == "set-off" else 2)
    for page in pages:
        assert max(float(number) for number in re.findall(r"(?<![\w<.])\d+\.?\d*", page)) <= NUMBER_MAX
        assert "Tj" in page and not re.search("<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*> Tj", page), "no glyph of a font"


def test_names_figures_and_signs_can_be_found_in_a_paper(tmp_path: Path, app: QApplication) -> None:
    text = written("report-disputed", tmp_path).text
    assert "珠江五金（香港）有限公司PearlHardware" in text
    assert "HKD35,918.00" in text and "·indispute" in text
    assert "1–30dayslate" in text and "signed30Jun202609:30UTC." in text
    assert f"alsointhecode:{read_signed(disputed(), '').sha256}" in text
    assert {char for char in text if unicodedata.normalize("NFKC", char) != char} <= set("（）…")


def test_objects_are_where_the_table_says_though_the_title_is_long(tmp_path: Path, app: QApplication) -> None:
    def paint(writer: QPdfWriter, painter: QPainter) -> bool:
        painter.drawText(100, 100, "A page")
        return True

    for title in ("", STRANGE.replace("\n", " "), "不" * 500):
        path = tmp_path / "paper.pdf"
        assert write_archive_pdf(str(path), peer_text(title, 999), paint, dots_per_inch=300)
        pdf = Pdf(path.read_bytes())
        assert len(pdf.objects) > 10
        assert all(text.startswith(b"%d 0 obj\n" % number) for number, text in pdf.objects.items())
        assert pdf.title == peer_text(title, 999)


def test_a_page_that_cannot_be_painted_leaves_no_file(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "paper.pdf"
    assert not write_archive_pdf(str(path), "Title", lambda writer, painter: False, dots_per_inch=300)
    assert not path.exists()


def test_what_no_font_has_is_written_out(app: QApplication) -> None:
    font = paper_font(9)
    assert drawable("Crates 明珠 \U000f0000 ☎\ufe0f", font) == "Crates 明珠 ⟨U+F0000⟩ ☎\ufe0f"
