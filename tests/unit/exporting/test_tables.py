"""Tables in both kinds of file: exact amounts, texts that stay texts, sheets that go on, memory that stays."""

from __future__ import annotations

import csv
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cohong.exporting import xlsx_table
from cohong.exporting.tables import Amount, Cell, Day, open_table

HEADERS = ("reference", "amount", "day", "count")
TRICKS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=x",
    "https://example.com",
    "001",
    "陳大文",
    "a\x01b",
    "<b>&",
)


def _write(path: Path, rows: list[tuple[Cell, ...]]) -> Path:
    folder = path.parent / "meanwhile"
    folder.mkdir()
    with open_table(path, "Book", HEADERS, folder) as table:
        for row in rows:
            table.write(row)
    return path


def _csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _cells(path: Path, sheet: int = 1) -> list[list[tuple[str, str]]]:
    """Return type and text of the cells of a sheet; `n` is a number."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    assert not list(root.iter(f"{_NS}f")), "no formula"
    assert not list(root.iter(f"{_NS}hyperlink"))
    return [[_cell(cell) for cell in row] for row in root.iter(f"{_NS}row")]


def _cell(cell: ElementTree.Element) -> tuple[str, str]:
    text = "".join(part.text or "" for part in cell.iter() if part.tag in (f"{_NS}v", f"{_NS}t"))
    return cell.get("t", "n"), text


def test_csv_has_exact_decimals_iso_days_and_no_formula(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("a", Amount(10**15, "HKD"), Day("2026-01-05"), 3),
        ("b", Amount(-5, "JPY"), Day("2026-02-28"), 0),
        *((trick, Amount(1234, "KWD"), Day("2026-01-05"), 1) for trick in TRICKS),
    ]
    path = _write(tmp_path / "book.csv", rows)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    found = _csv(path)
    assert found[:3] == [
        list(HEADERS),
        ["a", "10000000000000.00", "2026-01-05", "3"],
        ["b", "-5", "2026-02-28", "0"],
    ]
    texts = [row[0] for row in found[3:]]
    guarded = ["'=1+1", "+1", "-1", "'@SUM(A1)", "'\t=1", "'\r=1", "''=x", "https://example.com", "001"]
    assert texts == [*guarded, "陳大文", "a\x01b", "<b>&"]


def test_xlsx_has_numbers_that_add_up_and_texts_that_are_texts(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("a", Amount(14770318, "HKD"), Day("2026-01-05"), 3),
        ("b", Amount(999_999_999_999_999, "HKD"), Day("1970-01-01"), 0),
        ("c", Amount(10**15, "HKD"), Day("2100-12-31"), 0),
        ("d", Amount(-5, "JPY"), Day("2026-02-28"), 0),
        *((trick, Amount(1234, "KWD"), Day("2026-01-05"), 1) for trick in TRICKS),
    ]
    found = _cells(_write(tmp_path / "book.xlsx", rows))
    assert [text for _, text in found[0]] == list(HEADERS)
    assert found[1] == [("inlineStr", "a"), ("n", "147703.18"), ("n", "46027"), ("n", "3")]
    assert found[2][1] == ("n", "9999999999999.99")
    assert found[3][1] == ("inlineStr", "10000000000000.00")
    assert found[4][1] == ("n", "-5")
    shown = [trick.replace("\x01", "_x0001_").replace("\r", "_x000D_") for trick in TRICKS]
    assert [row[0] for row in found[5:]] == [("inlineStr", text) for text in shown]
    assert {row[1] for row in found[5:]} == {("n", "1.234")}


def test_a_full_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_table, "SHEET_ROWS_MAX", 3)
    rows: list[tuple[Cell, ...]] = [(str(number), 1, 1, 1) for number in range(7)]
    path = _write(tmp_path / "book.xlsx", rows)
    sheets = [[row[0][1] for row in _cells(path, sheet)[1:]] for sheet in (1, 2, 3)]
    assert sheets == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    with zipfile.ZipFile(path) as archive:
        assert b'name="Book 3"' in archive.read("xl/workbook.xml")


def test_a_table_that_fails_is_not_complete(tmp_path: Path) -> None:
    folder = tmp_path / "meanwhile"
    folder.mkdir()
    with pytest.raises(RuntimeError), open_table(tmp_path / "a.xlsx", "Book", HEADERS, folder):
        raise RuntimeError
    assert not (tmp_path / "a.xlsx").exists()


_MANY = """
import sys
from pathlib import Path
from cohong.exporting.tables import Amount, Day, open_table
path = Path(sys.argv[1])
with open_table(path, "Book", ["a", "b", "c"], path.parent) as table:
    for number in range(int(sys.argv[2])):
        table.write([f"INV-{number:07}", Amount(number, "HKD"), Day("2026-01-05")])
lines = Path("/proc/self/status").read_text().splitlines()
print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")))
"""


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, suffix: str) -> None:
    few, many = (
        int(subprocess.check_output([sys.executable, "-c", _MANY, str(tmp_path / f"{count}{suffix}"), str(count)]))
        for count in (1_000, 60_000)
    )
    assert many - few < 4_096, f"{few} KiB, {many} KiB"
