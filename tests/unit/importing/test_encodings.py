"""Encodings: told by marks, by strict decoding and by which characters come out."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from tests.unit.importing.conftest import MakeFile

from cohong.importing.file_format import AssumptionCode, Confidence, EvidenceCode, FileFormat
from cohong.importing.invoices import ImportOptions, ImportRefused, InvoiceRow, RefusalCode, inspect, read_invoices

HEADER = "customerID,customerName,invoiceNumber,InvoiceDate,InvoiceAmount"
SIMPLIFIED = "广州市长兴贸易有限公司"
TRADITIONAL = "香港永發貿易有限公司"


def _csv(name: str, *, header: str = HEADER, rows: int = 3) -> str:
    return header + "\n" + "".join(f"C{row},{name},{row:05d},2013-01-02,12.50\n" for row in range(rows))


def _names(path: Path, options: ImportOptions | None = None) -> set[str]:
    rows = list(read_invoices(path, options or ImportOptions()))
    assert all(isinstance(row, InvoiceRow) for row in rows)
    return {row.customer_name for row in rows if isinstance(row, InvoiceRow)}


def _seen(file_format: FileFormat) -> tuple[str, Confidence, list[EvidenceCode]]:
    found = file_format.encoding
    return found.value, found.confidence, [one.code for one in found.evidence]


@pytest.mark.parametrize(
    ("encoding", "mark", "name", "value", "confidence", "code"),
    [
        ("ascii", b"", "Acme", "utf-8", Confidence.CERTAIN, EvidenceCode.ALL_ASCII),
        ("utf-8", b"", SIMPLIFIED, "utf-8", Confidence.CERTAIN, EvidenceCode.VALID_UTF8),
        ("utf-8", codecs.BOM_UTF8, TRADITIONAL, "utf-8", Confidence.CERTAIN, EvidenceCode.BYTE_ORDER_MARK),
        (
            "utf-16-le",
            codecs.BOM_UTF16_LE,
            TRADITIONAL,
            "utf-16-le",
            Confidence.CERTAIN,
            EvidenceCode.BYTE_ORDER_MARK,
        ),
        (
            "utf-16-be",
            codecs.BOM_UTF16_BE,
            SIMPLIFIED,
            "utf-16-be",
            Confidence.CERTAIN,
            EvidenceCode.BYTE_ORDER_MARK,
        ),
        ("utf-16-le", b"", TRADITIONAL, "utf-16-le", Confidence.LIKELY, EvidenceCode.ZERO_BYTES),
        ("utf-16-be", b"", SIMPLIFIED, "utf-16-be", Confidence.LIKELY, EvidenceCode.ZERO_BYTES),
        ("gb18030", b"", SIMPLIFIED, "gb18030", Confidence.LIKELY, EvidenceCode.COMMON_CHARACTERS),
        ("big5hkscs", b"", TRADITIONAL, "big5hkscs", Confidence.LIKELY, EvidenceCode.COMMON_CHARACTERS),
    ],
)
def test_an_encoding_is_detected_and_says_what_it_rests_on(
    make_file: MakeFile,
    encoding: str,
    mark: bytes,
    name: str,
    value: str,
    confidence: Confidence,
    code: EvidenceCode,
) -> None:
    path = make_file(mark + _csv(name).encode(encoding))
    assert _seen(inspect(path, ImportOptions())) == (value, confidence, [code])
    assert _names(path) == {name}


@pytest.mark.parametrize(
    ("encoding", "header", "name"),
    [
        ("gb18030", "客户编号,客户名称,发票号码,开票日期,价税合计", "陈"),
        ("big5hkscs", "客戶編號,客戶名稱,發票號碼,發票日期,金額", "陳"),
    ],
)
def test_known_headers_decide_where_the_rest_is_too_short(
    make_file: MakeFile, encoding: str, header: str, name: str
) -> None:
    path = make_file(_csv(name, header=header), encoding=encoding)
    assert _seen(inspect(path, ImportOptions())) == (encoding, Confidence.CERTAIN, [EvidenceCode.KNOWN_HEADERS])
    assert _names(path) == {name}


def test_characters_of_hong_kong_that_big5_lacks_are_read(make_file: MakeFile) -> None:
    name = TRADITIONAL + "深水埗邨嘅鰂魚涌"
    assert _names(make_file(_csv(name), encoding="big5hkscs")) == {name}


def test_western_letters_are_not_taken_for_chinese_and_the_guess_is_said(make_file: MakeFile) -> None:
    path = make_file(_csv("Müller & Söhne Großhandel Köln, bezüglich Käufe".replace(",", "")), encoding="cp1252")
    found = inspect(path, ImportOptions())
    assert _seen(found) == ("cp1252", Confidence.ASSUMED, [EvidenceCode.CHARSET_NORMALIZER])
    assert AssumptionCode.ENCODING in {said.code for said in found.assumptions}


def test_an_encoding_that_shows_only_far_down_is_found(make_file: MakeFile) -> None:
    text = _csv("Acme", rows=60_000) + f"D1,{SIMPLIFIED},99999,2013-01-02,12.50\n"
    path = make_file(text, encoding="gb18030")
    assert path.stat().st_size > 1024 * 1024
    assert _names(path) == {"Acme", SIMPLIFIED}


def test_a_few_damaged_bytes_cost_their_rows_and_not_the_file(make_file: MakeFile) -> None:
    good = _csv(SIMPLIFIED).encode()
    bad = b"D1," + SIMPLIFIED.encode()[:-1] + b",777,2013-01-02,12.50\n"
    path = make_file(good + bad)
    found = inspect(path, ImportOptions())
    assert _seen(found) == ("utf-8", Confidence.LIKELY, [EvidenceCode.DAMAGED_CHARACTERS])
    reasons = [getattr(row, "reason", "good") for row in read_invoices(path, ImportOptions())]
    assert reasons == ["good", "good", "good", "unreadable_text"]


def test_the_callers_encoding_is_used(make_file: MakeFile) -> None:
    path = make_file(_csv("é"), encoding="latin-1")
    found = inspect(path, ImportOptions(encoding="latin-1"))
    assert _seen(found) == ("iso8859-1", Confidence.GIVEN, [EvidenceCode.OPTION])
    assert _names(path, ImportOptions(encoding="latin-1")) == {"é"}


def test_an_encoding_that_the_file_is_not_in_is_refused_with_figures(make_file: MakeFile) -> None:
    with pytest.raises(ImportRefused) as refusal:
        inspect(make_file(_csv(SIMPLIFIED), encoding="gb18030"), ImportOptions(encoding="utf-8"))
    assert refusal.value.code is RefusalCode.UNREADABLE_ENCODING
    assert refusal.value.detail["encoding"] == "utf-8"
    assert 0 < refusal.value.detail["damaged"] <= refusal.value.detail["characters"]


def test_utf_32_is_refused(make_file: MakeFile) -> None:
    with pytest.raises(ImportRefused) as refusal:
        inspect(make_file(_csv("Acme"), encoding="utf-32"), ImportOptions())
    assert (refusal.value.code, refusal.value.detail) == (RefusalCode.UNREADABLE_ENCODING, {"encoding": "utf-32"})


@pytest.mark.parametrize("encoding", ["utf-7000", "rot13", "base64", "", "a\0b"])
def test_what_is_no_text_encoding_is_a_bad_option(make_file: MakeFile, encoding: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        inspect(make_file(_csv("Acme")), ImportOptions(encoding=encoding))
    assert refusal.value.code is RefusalCode.BAD_OPTION
