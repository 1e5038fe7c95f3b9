"""The credit report on paper: two pages, in each language, from the signed file alone; peers' words are only words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from tests.unit.desktop.credit_reports import SAMPLES, disputed, good, signed_report

from cohong.desktop.credit_charts import Rect, Text, month_bars, score_steps
from cohong.desktop.credit_files import main
from cohong.desktop.credit_html import credit_html
from cohong.desktop.credit_paper import PaperWords, qr_text, read_signed
from cohong.desktop.credit_pdf import Sheet, write_credit_pdf
from cohong.desktop.formatting import Formats

FORMATS = Formats("en")
FOREIGN = '<script>alert("x")</script><img src=http://example.com onerror=x>"\'&\u202e'


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_kind_of_report_has_two_pages_of_pdf_a(name: str, tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "report.pdf"
    assert write_credit_pdf(str(path), read_signed(SAMPLES[name](), "report.json"), FORMATS)
    exact = path.read_bytes()
    assert b'pdfaid:part="1" pdfaid:conformance="B"' in exact
    assert len(re.findall(rb"/Type\s*/Page\b", exact)) == 2
    assert b"/JavaScript" not in exact and b"/EmbeddedFile" not in exact


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_html_is_whole_and_asks_for_nothing(name: str, app: QApplication) -> None:
    found = credit_html(read_signed(SAMPLES[name](), "report.json"), FORMATS, "en")
    assert "<script" not in found and "http://" not in found.replace("http-equiv", "")
    assert "url(" not in found and "@import" not in found and "src=" not in found


def test_a_strangers_words_are_escaped_and_made_visible(app: QApplication) -> None:
    file = read_signed(disputed(says=FOREIGN), "report.json")
    found = credit_html(file, FORMATS, "en")
    assert "<script" not in found and "<img" not in found and "\u202e" not in found
    assert "&lt;script&gt;alert(&quot;x&quot;)" in found
    named = credit_html(read_signed(signed_report([], name=FOREIGN), FOREIGN), FORMATS, "en")
    assert "<script" not in named and "<img" not in named and "\u202e" not in named


def test_the_paper_refers_to_the_signed_file(app: QApplication) -> None:
    signed = good()
    file, words = read_signed(signed, "pearl.json"), PaperWords(FORMATS)
    assert qr_text(file) == f"cohong:report?sha256={sha256(signed).hexdigest()}&network={'4e' * 32}"
    told = " ".join(words.check(file))
    assert "pearl.json" in told and file.sha256 in told and file.issuer_did in told


def test_disputes_stand_beside_their_invoice_and_come_first(app: QApplication) -> None:
    words, file = PaperWords(FORMATS), read_signed(disputed(), "report.json")
    lines = words.lines(file)
    assert [bool(line.disputes) for line in lines[:4]] == [True, True, True, False]
    assert "Half of the crates were broken" in lines[0].disputes[0] and "answers: “The crates" in lines[0].disputes[0]
    assert lines[0].cells[-1] == "overdue by 44 day(s) · in dispute"


def test_charts_stay_inside_their_frame(app: QApplication) -> None:
    report = read_signed(good(), "report.json").report
    frame = QRectF(0, 0, 250, 150)
    for shapes in (month_bars(report.months, FORMATS, 250, 150), score_steps(report.over_time, FORMATS, 250, 150)):
        rects = [QRectF(each.x, each.y, each.width, each.height) for each in shapes if isinstance(each, Rect)]
        assert rects and all(frame.contains(rect) for rect in rects)


def test_the_score_over_time_has_its_events_with_a_key_and_in_words(app: QApplication) -> None:
    file = read_signed(disputed(), "report.json")
    found = credit_html(file, FORMATS, "en")
    assert "dispute opened" in found and 'class=sign viewBox="-3 -3 6 6"' in found
    assert 'aria-label="In ' in found and "3 dispute(s) opened" in found
    texts = [each.text for each in score_steps(file.report.over_time, FORMATS, 250, 150) if isinstance(each, Text)]
    assert texts.count("3") == 1


def test_a_word_longer_than_its_line_goes_on_below(app: QApplication) -> None:
    page = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    sheet = Sheet(painter)
    line, lines = (sheet.text(words, 0, 0, 40) for words in ("W", f"said: {'W' * 150}"))
    painter.end()
    assert lines > 3 * line


def test_the_process_writes_paper_and_signed_file_and_replaces_nothing(tmp_path: Path) -> None:
    signed, paper = good(), tmp_path / "report.html"
    command = [sys.executable, "-m", "cohong.desktop.credit_files", str(paper), "--language", "zh_HK"]

    def run() -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(command, input=signed, capture_output=True, check=False, timeout=100)

    assert run().returncode == 0
    assert (tmp_path / "report.json").read_bytes() == signed
    assert "商業信貸報告" in paper.read_text(encoding="utf-8")
    assert json.loads(signed)["proof"]["cryptosuite"] == "eddsa-jcs-2022"
    paper.unlink()
    again = run()
    assert (again.returncode, again.stderr.decode().strip()) == (1, "report.json is there already")
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere" / "report.pdf")]) == 1
    assert capsys.readouterr().err == "No such file or directory\n"
