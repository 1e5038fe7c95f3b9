"""Invoices written in any encoding, delimiter, date order and decimal mark are read back exactly."""

from __future__ import annotations

import csv
import gzip
import io
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cohong.importing.invoices import ImportOptions, InvoiceRow, read_invoices
from cohong.primitives.money import AMOUNT_MINOR_MAX, minor_digits
from cohong.primitives.spreadsheet_text import harmless

SIMPLIFIED = "广州市深圳前海长兴贸易有限公司实业集团股份东莞佛山电子科技进出口"
TRADITIONAL = "香港永發貿易有限公司實業集團股份九龍新界電子科技進出口"
NAMES = {
    "utf-8": SIMPLIFIED + TRADITIONAL + "éßø ",
    "utf-8-sig": TRADITIONAL + "' &",
    "utf-16": SIMPLIFIED,
    "utf-16-le": TRADITIONAL,
    "utf-16-be": SIMPLIFIED,
    "gb18030": SIMPLIFIED,
    "big5hkscs": TRADITIONAL,
    "ascii": "Acme & Co. Ltd",
}
HEADERS = {
    "gb18030": ("客户编号", "客户名称", "发票号码", "开票日期", "到期日", "价税合计", "币种", "付款日期", "备注"),
    "big5hkscs": ("客戶編號", "客戶名稱", "發票號碼", "發票日期", "到期日", "發票金額", "幣種", "付款日期", "備註"),
}
ENGLISH = (
    "customer_id",
    "customer_name",
    "invoice_number",
    "invoice_date",
    "due_date",
    "invoice_amount",
    "currency",
    "settled_date",
    "description",
)
DATES = {
    "dmy": ("{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d}.{m}.{y}"),
    "mdy": ("{m}/{d}/{y}", "{m:02}-{d:02}-{y}"),
    "ymd": ("{y}-{m:02}-{d:02}", "{y}{m:02}{d:02}", "{y}/{m}/{d}", "{y}-{m:02}-{d:02} 00:00:00"),
}
GROUPS = {".": ("", ",", " ", "'"), ",": ("", ".", " ", "\u00a0")}


@dataclass(frozen=True)
class Style:
    encoding: str
    delimiter: str
    date_order: str
    date_form: str
    decimal_mark: str
    group: str
    line_end: str
    packed: bool


@st.composite
def styles(draw: st.DrawFn) -> Style:
    encoding = draw(st.sampled_from(sorted(NAMES)))
    date_order = draw(st.sampled_from(sorted(DATES)))
    mark = draw(st.sampled_from(sorted(GROUPS)))
    # Big5 has no no-break space.
    groups = [group for group in GROUPS[mark] if group.isascii() or encoding not in ("big5hkscs", "ascii")]
    return Style(
        encoding,
        draw(st.sampled_from([",", ";", "\t", "|"])),
        date_order,
        draw(st.sampled_from(DATES[date_order])),
        mark,
        draw(st.sampled_from(groups)),
        draw(st.sampled_from(["\n", "\r\n"])),
        draw(st.booleans()),
    )


DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))
PRINTABLE = st.characters(min_codepoint=0x20, max_codepoint=0x7E)


@st.composite
def invoices(draw: st.DrawFn, encoding: str) -> list[InvoiceRow]:
    rows = []
    for line in range(draw(st.integers(1, 12))):
        issued = draw(DAYS)
        room = (date(2100, 12, 31) - issued).days
        due = issued + timedelta(draw(st.integers(0, min(400, room))))
        settled = draw(st.none() | st.integers(0, min(900, room)))
        description = draw(st.text(PRINTABLE | st.sampled_from("\n"), max_size=40)).strip()
        rows.append(
            InvoiceRow(
                line=0,
                customer=f"C{draw(st.integers(0, 30)):03d}",
                customer_name=draw(st.text(st.sampled_from(NAMES[encoding]), min_size=4, max_size=20)).strip(),
                number=f"{draw(st.integers(0, 9999)):0{draw(st.integers(1, 12))}d}-{line}",
                issued=issued.isoformat(),
                due=due.isoformat(),
                amount_minor=draw(st.integers(1, 10**6) | st.integers(1, AMOUNT_MINOR_MAX)),
                currency=draw(st.sampled_from(["HKD", "CNY", "EUR", "JPY", "KWD"])),
                settled=None if settled is None else (issued + timedelta(settled)).isoformat(),
                description=description if description not in ("-", "--") else "",
            )
        )
    return rows


def _day(day: str | None, style: Style) -> str:
    if day is None:
        return ""
    year, month, of_month = (int(part) for part in day.split("-"))
    return style.date_form.format(y=year, m=month, d=of_month)


def _amount(row: InvoiceRow, style: Style) -> str:
    assert row.currency is not None
    digits = minor_digits(row.currency)
    whole, rest = divmod(row.amount_minor, 10**digits)
    return f"{whole:,}".replace(",", style.group) + (f"{style.decimal_mark}{rest:0{digits}d}" if digits else "")


def _written(rows: list[InvoiceRow], style: Style) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=style.delimiter, lineterminator=style.line_end)
    writer.writerow(HEADERS.get(style.encoding, ENGLISH))
    for row in rows:
        writer.writerow(
            [
                *map(harmless, (row.customer, row.customer_name, row.number)),
                _day(row.issued, style),
                _day(row.due, style),
                _amount(row, style),
                row.currency,
                _day(row.settled, style),
                harmless(row.description),
            ]
        )
    stored = out.getvalue().encode(style.encoding)
    return gzip.compress(stored) if style.packed else stored


def _read(stored: bytes, options: ImportOptions) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "invoices.csv"
        path.write_bytes(stored)
        return [replace(row, line=0) for row in read_invoices(path, options)]


@given(st.data(), styles())
def test_told_the_order_and_the_mark_everything_comes_back(data: st.DataObject, style: Style) -> None:
    rows = data.draw(invoices(style.encoding))
    options = ImportOptions(date_order=style.date_order, decimal_mark=style.decimal_mark)
    assert _read(_written(rows, style), options) == rows


@given(st.data(), styles())
@settings(max_examples=100)
def test_with_one_row_that_proves_them_nothing_need_be_told(data: st.DataObject, style: Style) -> None:
    rows = data.draw(invoices(style.encoding))
    proof = replace(
        rows[0],
        number="proof",
        issued="2013-01-23",
        due="2013-02-24",
        amount_minor=123456,
        currency="HKD",
        settled=None,
    )
    many = [*rows, *(replace(proof, number=f"proof{copy}") for copy in range(len(rows) * 2))]
    assert _read(_written(many, style), ImportOptions()) == many
