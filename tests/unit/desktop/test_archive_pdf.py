"""What a PDF/A validator once found wrong with our papers stays right: `make pdfa` asks the validator itself."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
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
NO_GLYPH = re.compile("<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*> Tj")


def written(name: str, tmp_path: Path) -> PdfReader:
    path = tmp_path / "paper.pdf"
    assert PAPERS[name](str(path), Formats("en"))
    return PdfReader(path, strict=True)


def title_and_day(pdf: PdfReader) -> tuple[str, datetime | None]:
    """Return what the information dictionary says."""
    assert pdf.metadata is not None
    return pdf.metadata.title or "", pdf.metadata.creation_date


def xmp_of(pdf: PdfReader) -> bytes:
    metadata: Any = pdf.root_object["/Metadata"]
    return bytes(metadata.get_data())


@pytest.mark.parametrize("name", PAPERS)
def test_both_descriptions_of_a_paper_say_the_same(name: str, tmp_path: Path, app: QApplication) -> None:
    pdf = written(name, tmp_path)
    xmp = ElementTree.fromstring(xmp_of(pdf))
    moment = next(value for each in xmp.iter() for key, value in each.items() if key.endswith("CreateDate"))
    said = (xmp.findtext(f".//{DC}title/{RDF}Alt/{RDF}li"), datetime.fromisoformat(moment))
    assert said == title_and_day(pdf)
    assert pdf.metadata is not None and pdf.metadata.author is None


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_painted_that_pdf_a_forbids(name: str, tmp_path: Path, app: QApplication) -> None:
    pdf = written(name, tmp_path)
    assert b'pdfaid:part="1" pdfaid:conformance="B"' in xmp_of(pdf)
    assert "/OutputIntents" in pdf.root_object and pdf.pdf_header == "%PDF-1.4"
    assert len(pdf.pages) == (3 if name == "set-off" else 2)
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        assert not {"/CSpcmyk", "/PCSpcmyk"} & resources["/ColorSpace"].keys()
        for named in resources["/ExtGState"].values():
            state = named.get_object()
            assert (state.get("/ca", 1), state.get("/CA", 1), state.get("/SMask", "/None")) == (1, 1, "/None")
        contents = page.get_contents()
        assert contents is not None
        painted = contents.get_data().decode("latin-1")
        assert max(float(number) for number in re.findall(r"(?<![\w<.])\d+\.?\d*", painted)) <= NUMBER_MAX
        assert "Tj" in painted and not NO_GLYPH.search(painted), "no glyph of a font"
        for font in resources["/Font"].values():
            assert "/FontFile2" in font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"], "embedded"


def test_names_figures_and_signs_can_be_found_in_a_paper(tmp_path: Path, app: QApplication) -> None:
    text = "".join("".join(page.extract_text().split()) for page in written("report-disputed", tmp_path).pages)
    assert "珠江五金（香港）有限公司PearlHardware" in text
    assert "HKD35,918.00" in text and "·indispute" in text
    assert "1–30dayslate" in text and "signed30Jun202609:30UTC." in text
    assert f"alsointhecode:{read_signed(disputed(), '').sha256}" in text
    assert {char for char in text if unicodedata.normalize("NFKC", char) != char} <= set("（）…")


def test_any_title_comes_back(tmp_path: Path, app: QApplication) -> None:
    def paint(writer: QPdfWriter, painter: QPainter) -> bool:
        painter.drawText(100, 100, "A page")
        return True

    for title in ("", STRANGE.replace("\n", " "), "不" * 500):
        path = tmp_path / "paper.pdf"
        assert write_archive_pdf(str(path), peer_text(title, 999), paint, dots_per_inch=300)
        assert title_and_day(PdfReader(path, strict=True))[0] == peer_text(title, 999)


def test_a_page_that_cannot_be_painted_leaves_no_file(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "paper.pdf"
    assert not write_archive_pdf(str(path), "Title", lambda writer, painter: False, dots_per_inch=300)
    assert not path.exists()


def test_what_no_font_has_is_written_out(app: QApplication) -> None:
    font = paper_font(9)
    assert drawable("Crates 明珠 \U000f0000 ☎\ufe0f", font) == "Crates 明珠 ⟨U+F0000⟩ ☎\ufe0f"
