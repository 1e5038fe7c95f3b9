"""Whole files that are refused, each with its own code and figures."""

from __future__ import annotations

import gzip
import os
import time
import tracemalloc
from pathlib import Path

import pytest
from tests.unit.importing.conftest import MakeFile

from cohong.importing import encodings, limits, row_evidence, stored_file
from cohong.importing.invoices import ImportOptions, ImportRefused, RefusalCode, dry_run, inspect, read_invoices

GOOD = "customerID,invoiceNumber,InvoiceDate,InvoiceAmount\nA,1,2013-01-02,12.50\n"


def _refusal(path: Path, options: ImportOptions | None = None) -> ImportRefused:
    with pytest.raises(ImportRefused) as refusal:
        dry_run(path, options or ImportOptions())
    return refusal.value


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path / "no.csv")
    assert (refusal.code, refusal.detail) == (RefusalCode.NOT_FOUND, {"path": str(tmp_path / "no.csv")})


def test_a_directory_without_documents_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _refusal(tmp_path).code is RefusalCode.NO_DOCUMENTS
    assert _refusal(tmp_path / "pipe").code is RefusalCode.NOT_A_FILE


def test_a_path_that_no_system_accepts(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "a\0b").code is RefusalCode.READ_FAILED
    assert _refusal(tmp_path / ("a" * 5000)).code is RefusalCode.READ_FAILED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(make_file: MakeFile) -> None:
    path = make_file(GOOD)
    path.chmod(0)
    assert _refusal(path).code is RefusalCode.PERMISSION


def test_an_error_of_permission_is_told_apart(make_file: MakeFile) -> None:
    # Root is let through by the system, so what is tested here is only what becomes of the error.
    with pytest.raises(ImportRefused) as refusal, stored_file.refusing_system_errors(make_file(GOOD)):
        raise PermissionError(13, "denied")
    assert refusal.value.code is RefusalCode.PERMISSION


@pytest.mark.parametrize("content", [b"", b"\n\n \r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\0", b"   ", b",,\n,,\n"])
def test_a_file_with_nothing_in_it(make_file: MakeFile, content: bytes) -> None:
    assert _refusal(make_file(content)).code is RefusalCode.EMPTY
    assert _refusal(make_file(gzip.compress(content, mtime=0))).code is RefusalCode.EMPTY


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml", "xlsx"),
        (b"PK\x03\x04\x14\0\0\0\0\0invoices.csv", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "xls"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"SQLite format 3\0" + b"\0" * 100, "sqlite"),
        (b"<html><table><tr><td>1</td></tr></table>", "html"),
        (b'<?xml version="1.0"?><a/>', "xml"),
        (b'[{"number": 1}]', "json"),
        (bytes(range(256)) * 8, "binary"),
        (gzip.compress(b"%PDF-1.7\n", mtime=0), "pdf"),
        (gzip.compress(gzip.compress(GOOD.encode(), mtime=0), mtime=0), "gzip"),
    ],
)
def test_what_is_no_text_is_named_by_its_first_bytes(make_file: MakeFile, content: bytes, kind: str) -> None:
    refusal = _refusal(make_file(content))
    assert (refusal.code, refusal.detail) == (RefusalCode.NOT_CSV, {"kind": kind})


def test_a_single_zero_byte_makes_no_binary_file(make_file: MakeFile) -> None:
    run = dry_run(make_file(GOOD + "B\0,2,2013-01-02,5\n"), ImportOptions())
    assert (run.good, run.problems[0].reason, run.problems[0].column) == (1, "control_character", "customerID")


def test_a_file_above_the_stored_limit_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as out:
        out.write(GOOD.encode())
        out.truncate(limits.STORED_BYTES_MAX + 1)
    refusal = _refusal(path)
    assert (refusal.code, refusal.detail) == (
        RefusalCode.TOO_LARGE,
        {"bytes": limits.STORED_BYTES_MAX + 1, "limit_bytes": limits.STORED_BYTES_MAX, "measure": "stored"},
    )


def test_a_gzip_bomb_is_stopped_while_it_unpacks(make_file: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_file, "UNPACKED_BYTES_MAX", 300_000)
    rows = GOOD + "A,2,2013-01-02,12.50\n" * 100_000
    # Two members: the size at the end of the file is only that of the second.
    path = make_file(gzip.compress(rows.encode(), mtime=0) + gzip.compress(b"B,3,2013-01-02,1\n", mtime=0))
    refusal = _refusal(path)
    assert (refusal.code, refusal.detail["measure"]) == (RefusalCode.TOO_LARGE, "unpacked")
    assert refusal.detail["bytes"] < 300_000 + encodings._CHUNK_BYTES


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"\0" * 1024, RefusalCode.NOT_CSV),
        (b"a" * 1024, RefusalCode.LINE_TOO_LONG),
        (b"a," * 512, RefusalCode.TOO_MANY_COLUMNS),
    ],
)
def test_a_gzip_bomb_without_lines_is_not_unpacked(make_file: MakeFile, line: bytes, code: RefusalCode) -> None:
    path = make_file(gzip.compress(line * 1024 * 100, mtime=0))
    begun = time.perf_counter()
    assert _refusal(path).code is code
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize("damage", ["cut", "checksum", "middle", "tail"])
def test_a_damaged_gzip_file(make_file: MakeFile, damage: str) -> None:
    packed = bytearray(gzip.compress((GOOD + "".join(f"A,{n},2013-01-02,{n}\n" for n in range(2, 9999))).encode()))
    if damage == "cut":
        del packed[-20:]
    elif damage == "checksum":
        packed[-6] ^= 1
    elif damage == "middle":
        packed[len(packed) // 2] ^= 0xFF
    else:
        packed += b"rubbish"
    assert _refusal(make_file(bytes(packed))).code is RefusalCode.GZIP_DAMAGED


def test_a_packed_file_is_read_like_an_unpacked_one(make_file: MakeFile) -> None:
    plain = list(read_invoices(make_file(GOOD), ImportOptions()))
    packed = make_file(GOOD, packed=True, name="packed.csv.gz")
    assert list(read_invoices(packed, ImportOptions())) == plain
    assert inspect(packed, ImportOptions()).gzip


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_million_columns_are_refused_at_once_and_in_little_memory(make_file: MakeFile, delimiter: str) -> None:
    path = make_file(delimiter.join(["a"] * 1_000_000) + "\n")
    tracemalloc.start()
    begun = time.perf_counter()
    refusal = _refusal(path)
    seconds, (_, peak) = time.perf_counter() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (refusal.code, refusal.detail["line"], refusal.detail["limit"]) == (RefusalCode.TOO_MANY_COLUMNS, 1, 256)
    assert refusal.detail["columns"] > 256
    assert seconds < 1
    assert peak < 16 * 1024 * 1024


def test_a_line_that_never_ends(make_file: MakeFile) -> None:
    refusal = _refusal(make_file(GOOD + "x" * 70_000 + "\n"))
    assert (refusal.code, refusal.detail) == (RefusalCode.LINE_TOO_LONG, {"line": 3, "limit": 65_536})


def test_too_many_columns_far_down(make_file: MakeFile) -> None:
    refusal = _refusal(make_file(GOOD * 300 + "," * 300 + "\n"))
    assert (refusal.code, refusal.detail["line"], refusal.detail["columns"]) == (
        RefusalCode.TOO_MANY_COLUMNS,
        601,
        301,
    )


def test_too_many_rows(make_file: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_evidence, "ROWS_MAX", 3)
    rows = "A,2,2013-01-02,1\nA,3,2013-01-02,1\n"
    assert dry_run(make_file(GOOD + rows), ImportOptions()).rows == 3
    refusal = _refusal(make_file(GOOD + rows + "A,4,2013-01-02,1\n"))
    assert (refusal.code, refusal.detail) == (RefusalCode.TOO_MANY_ROWS, {"limit": 3})


def test_a_file_that_changes_while_it_is_read(make_file: MakeFile) -> None:
    path = make_file(GOOD)
    rows = read_invoices(path, ImportOptions())
    next(rows)
    with path.open("a") as out:
        out.write("B,2,2013-01-02,1\n")
    with pytest.raises(ImportRefused) as refusal:
        list(rows)
    assert refusal.value.code is RefusalCode.CHANGED_WHILE_READING


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (ImportOptions(currency="RMB"), "currency"),
        (ImportOptions(terms_days=-1), "terms_days"),
        (ImportOptions(terms_days=3651), "terms_days"),
        (ImportOptions(delimiter="x"), "delimiter"),
        (ImportOptions(date_order="ydm"), "date_order"),
        (ImportOptions(decimal_mark="'"), "decimal_mark"),
    ],
)
def test_options_that_no_file_could_satisfy(make_file: MakeFile, options: ImportOptions, option: str) -> None:
    refusal = _refusal(make_file(GOOD), options)
    assert (refusal.code, refusal.detail["option"]) == (RefusalCode.BAD_OPTION, option)


def test_progress_goes_up_to_the_whole_and_may_stop_the_reading(make_file: MakeFile) -> None:
    path = make_file(GOOD + "".join(f"A,{number},2013-01-02,5\n" for number in range(2, 9000)))
    seen: list[tuple[int, int]] = []
    dry_run(path, ImportOptions(), progress=lambda done, whole: seen.append((done, whole)))
    assert seen == sorted(seen)
    assert {whole for _, whole in seen} == {3 * path.stat().st_size}
    assert len(seen) >= 8
    assert seen[-1][0] <= seen[-1][1]

    class StoppedError(Exception):
        pass

    def stop(done: int, whole: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        dry_run(path, ImportOptions(), progress=stop)
