"""Whom a dropped file is about, and what is said of one that is broken, too large, hostile or about nobody."""

from __future__ import annotations

import io
import json
import os
import zlib
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPdfWriter

from cohong.desktop import member_files
from cohong.desktop.member_files import (
    Found,
    Problem,
    Source,
    found_in_file,
    found_in_picture,
    found_in_text,
    found_on_screens,
)
from cohong.desktop.vcard import names_in_vcard

ID, OTHER = "3f2a" * 16, "99b1" * 16
NETWORK = "00" * 32


def code_png(text: str, *, scale: int = 4, dark: str = "black", light: str = "white") -> bytes:
    buffer = io.BytesIO()
    segno.make_qr(text).save(buffer, kind="png", scale=scale, dark=dark, light=light)
    return buffer.getvalue()


def found_in(tmp_path: Path, exact: bytes, name: str = "dropped") -> Found:
    path = tmp_path / name
    path.write_bytes(exact)
    return found_in_file(str(path), NETWORK)


@pytest.mark.parametrize(
    "text", [ID, f"cohong:{ID}", f"cohong:{ID.upper()}", f"{ID[:32]} {ID[32:]}", f"https://x.example/{ID}"]
)
def test_a_code_with_an_id_names_its_member(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, code_png(text)) == Found(source=Source.CODE, members=(ID,))


def test_a_code_is_read_turned_small_large_and_light_on_dark(tmp_path: Path) -> None:
    sheet = QImage(1600, 1200, QImage.Format.Format_RGB32)
    sheet.fill(0xFFDDCCBB)
    painter = QPainter(sheet)
    painter.translate(700, 300)
    painter.rotate(21)
    painter.drawImage(0, 0, QImage.fromData(code_png(ID)))
    painter.end()
    assert found_in_picture(sheet).members == (ID,)
    assert found_in_picture(sheet.scaled(9_000, 6_750)).members == (ID,)
    assert found_in(tmp_path, code_png(ID, dark="white", light="black")).members == (ID,)


def test_of_several_codes_the_one_that_names_somebody_counts(tmp_path: Path) -> None:
    sheet = QImage(900, 500, QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    painter.drawImage(20, 20, QImage.fromData(code_png("https://elsewhere.example/")))
    painter.drawImage(450, 20, QImage.fromData(code_png(ID)))
    painter.end()
    assert found_in_picture(sheet).members == (ID,)


def test_of_several_screens_the_one_that_names_somebody_counts() -> None:
    plain = QImage(300, 200, QImage.Format.Format_RGB32)
    plain.fill(0xFFFFFFFF)
    link, named, code = (QImage.fromData(code_png(text)) for text in ("https://elsewhere.example/", "Pearl", ID))
    assert found_on_screens([plain, link, named, code]).members == (ID,)
    assert found_on_screens([link, named]).names == ("Pearl",)
    assert found_on_screens([plain, link]).problem is Problem.LINK
    assert found_on_screens([plain, plain]).problem is Problem.NO_CODE_ON_SCREEN
    assert found_on_screens([]).problem is Problem.NO_SCREEN


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pearl Components", Found(names=("Pearl Components",))),
        ("cohong:join?genesis=abc&at=" + ID, Found(problem=Problem.INVITATION)),
        (f"cohong:report?sha256={ID}&network={OTHER}", Found(problem=Problem.PRINTED_REPORT)),
        ("https://elsewhere.example/x", Found(problem=Problem.LINK, says="https://elsewhere.example/x")),
        ("javascript:alert(1)", Found(problem=Problem.LINK, says="javascript:alert(1)")),
        ("", Found(problem=Problem.NO_NAME)),
        (f"{ID} and {OTHER}, {ID}", Found(members=(ID, OTHER))),
        (ID + "0", Found(names=(ID + "0",))),
    ],
)
def test_text_is_told_apart(text: str, found: Found) -> None:
    assert found_in_text(text) == found


@pytest.mark.parametrize(
    ("card", "names"),
    [
        ("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Wong\r\nORG:Pearl Ltd;Sales\r\nEND:VCARD", ["Pearl Ltd", "Ada Wong"]),
        ("BEGIN:VCARD\nORG;CHARSET=utf-8:Lo\n tus\\, Ltd\\; Co\nEND:VCARD", ["Lotus, Ltd; Co"]),
        ("BEGIN:VCARD\nitem1.ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E6=B5=B7=\n=E6=B8=AF\nEND:VCARD", ["海港"]),
        ("BEGIN:VCARD\nFN:\nEND:VCARD", []),
    ],
)  # fmt: skip
def test_a_vcard_gives_the_firm_and_then_the_person(card: str, names: list[str]) -> None:
    assert names_in_vcard(card) == names
    assert found_in_text(card).names == tuple(names)


def test_a_vcard_with_an_id_names_its_member(tmp_path: Path) -> None:
    card = f"BEGIN:VCARD\nFN:Ada\nNOTE:cohong:{ID}\nEND:VCARD"
    assert found_in(tmp_path, card.encode(), "ada.vcf").members == (ID,)


def test_a_report_names_its_subject(tmp_path: Path) -> None:
    document = {"credentialSubject": {"report": {"member": ID, "network": {"id": OTHER}}}}
    assert found_in(tmp_path, json.dumps(document).encode()) == Found(source=Source.REPORT, members=(ID,))


@pytest.mark.parametrize(
    ("exact", "name", "problem"),
    [
        (b"{" * 200_000, "x.json", Problem.UNKNOWN_KIND),
        (b'{"a":' * 50_000, "x.json", Problem.UNKNOWN_KIND),
        (b"{}", "x.json", Problem.UNKNOWN_KIND),
        (b'{"credentialSubject": {"report": {"member": 7}}}', "x.json", Problem.NO_NAME),
        (b"\x89PNG\r\n\x1a\n rubbish", "x.png", Problem.BROKEN_PICTURE),
        (code_png(ID)[:90], "x.png", Problem.BROKEN_PICTURE),
        (b"\xff\xd8\xff" + bytes(500), "x.jpg", Problem.BROKEN_PICTURE),
        (b"BM" + bytes(100), "x.bmp", Problem.BROKEN_PICTURE),
        (b"%PDF-1.7\nnothing", "x.pdf", Problem.NO_CODE_IN_PDF),
        (b"\xa7\x01\x02", "x.receipt", Problem.BAD_RECEIPT),
        (b"", "x.receipt", Problem.BAD_RECEIPT),
        (bytes(range(256)), "x.bin", Problem.UNKNOWN_KIND),
        (b"a\0b", "x.txt", Problem.UNKNOWN_KIND),
        (b"", "x.txt", Problem.NO_NAME),
        (b"a" * 300_000, "x.txt", Problem.UNKNOWN_KIND),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "x.svg", None),
    ],
)  # fmt: skip
def test_what_names_nobody_says_why(tmp_path: Path, exact: bytes, name: str, problem: Problem | None) -> None:
    assert found_in(tmp_path, exact, name).problem is problem


def test_a_picture_that_would_fill_the_memory_is_not_decoded(tmp_path: Path) -> None:
    huge = bytearray(code_png(ID))
    huge[16:24] = (200_000).to_bytes(4, "big") * 2
    assert found_in(tmp_path, bytes(huge), "bomb.png").problem is Problem.BROKEN_PICTURE


def test_large_files_folders_and_pipes_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert found_in_file(str(tmp_path / "pipe"), NETWORK).problem is Problem.UNREADABLE
    assert found_in_file(str(tmp_path), NETWORK).problem is Problem.UNREADABLE
    assert found_in_file(str(tmp_path / "missing"), NETWORK).problem is Problem.UNREADABLE
    monkeypatch.setattr(member_files, "FILE_BYTES_MAX", 10)
    assert found_in(tmp_path, b"a" * 10).problem is None
    assert found_in(tmp_path, b"a" * 11).problem is Problem.TOO_LARGE


def test_a_code_on_a_page_of_a_pdf_is_found(tmp_path: Path, qapp: QGuiApplication) -> None:
    path = tmp_path / "page.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(150)
    writer.setPageMargins(QMarginsF(10, 10, 10, 10))
    painter = QPainter(writer)
    painter.drawImage(QRect(100, 100, 300, 300), QImage.fromData(code_png(ID)))
    painter.end()
    assert found_in_file(str(path), NETWORK) == Found(source=Source.CODE, members=(ID,))


def test_a_link_that_stands_in_a_pdf_is_found(tmp_path: Path) -> None:
    exact = f"%PDF-1.7\n1 0 obj << /URI (cohong:{ID}) >> endobj".encode()
    assert found_in(tmp_path, exact).members == (ID,)


def test_a_pdf_that_would_inflate_without_end_is_given_up(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(30_000_000), 9)
    kind = "/Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode"
    pictures = [
        f"{side} 0 obj << {kind} /Width {side} /Height {side} >> stream\n".encode() + bomb + b"\nendstream endobj\n"
        for side in (9_999, 40)
    ]
    assert found_in(tmp_path, b"%PDF-1.7\n" + b"".join(pictures)).problem is Problem.NO_CODE_IN_PDF
