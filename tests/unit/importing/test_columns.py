"""Columns: known names in two languages, rank, and what the caller says."""

from __future__ import annotations

import pytest

from cohong.importing.column_names import NAMES, normalised
from cohong.importing.columns import map_columns
from cohong.importing.file_format import Confidence, Detection, Field
from cohong.importing.layout import Layout
from cohong.importing.refusals import ImportRefused, RefusalCode


def _layout(*headers: str, header_line: int = 1) -> Layout:
    nothing = Detection("", Confidence.CERTAIN, ())
    return Layout(nothing, nothing, header_line, headers, header_line + 1, len(headers), len(headers))


def _mapped(*headers: str, **chosen: str) -> dict[str, str]:
    columns = map_columns(_layout(*headers), chosen)
    return {field.value: headers[choice.index] for field, choice in columns.items()}


REST = ("customerID", "invoiceNumber", "InvoiceDate", "InvoiceAmount")


@pytest.mark.parametrize(
    ("field", "header"),
    [
        (Field.NUMBER, "invoiceNumber"),
        (Field.NUMBER, "Invoice No."),
        (Field.NUMBER, "INVOICE_NO"),
        (Field.NUMBER, "Invoice #"),
        (Field.NUMBER, "發票號碼"),
        (Field.NUMBER, "发票号码"),
        (Field.CUSTOMER, "customerID"),
        (Field.CUSTOMER, "Customer Code"),
        (Field.CUSTOMER, "购方单位代号"),
        (Field.CUSTOMER, "客戶編號"),
        (Field.CUSTOMER, "销方单位代号"),
        (Field.ISSUED, "InvoiceDate"),
        (Field.ISSUED, "invoice_date"),
        (Field.ISSUED, "开票日期"),
        (Field.ISSUED, "發票日期"),
        (Field.DUE, "DueDate"),
        (Field.DUE, "到期日"),
        (Field.AMOUNT, "InvoiceAmount"),
        (Field.AMOUNT, "价税合计"),
        (Field.AMOUNT, "金額"),
        (Field.AMOUNT, "Amount (HKD)"),
        (Field.SETTLED, "SettledDate"),
        (Field.SETTLED, "付款日期"),
        (Field.STATUS, "发票状态"),
        (Field.CURRENCY, "Currency Code"),
        (Field.CURRENCY, "幣種"),
        (Field.TERMS_DAYS, "Payment Terms"),
        (Field.TERMS_DAYS, "账期"),
        (Field.DESCRIPTION, "摘要"),
        (Field.CUSTOMER_NAME, "购方名称"),
    ],
)
def test_common_names_are_known(field: Field, header: str) -> None:
    rest = [
        name for name, known in zip(REST, ("customer", "number", "issued", "amount"), strict=True) if known != field
    ]
    assert _mapped(header, *rest)[field] == header


def test_every_known_name_is_written_as_it_is_compared() -> None:
    wrong = [name for names in NAMES.values() for name in names if normalised(name) != name]
    assert wrong == []


def test_the_amount_with_tax_beats_the_amount_without_and_the_other_is_listed() -> None:
    headers = ("金额", "购方单位代号", "发票号码", "开票日期", "价税合计")
    choice = map_columns(_layout(*headers), None)[Field.AMOUNT]
    assert (choice.header, choice.index, choice.others, choice.given) == ("价税合计", 4, ("金额",), False)


def test_a_customer_column_is_the_name_beside_a_code_and_the_customer_without_one() -> None:
    with_code = _mapped("Customer", *REST)
    assert (with_code["customer"], with_code["customer_name"]) == ("customerID", "Customer")
    without = _mapped("Customer", *REST[1:])
    assert without["customer"] == "Customer"
    assert "customer_name" not in without


def test_the_first_of_two_equal_headers_is_used() -> None:
    columns = map_columns(_layout("Amount", *REST[:3], "Amount"), None)
    assert (columns[Field.AMOUNT].index, columns[Field.AMOUNT].others) == (0, ("Amount",))


@pytest.mark.parametrize("wanted", ["Beta", "beta", "BETA ", "2", "#2"])
def test_the_caller_chooses_by_header_or_number(wanted: str) -> None:
    assert _mapped(*REST[:1], "Beta", *REST[1:], number=wanted)["number"] == "Beta"


def test_a_number_sign_means_the_column_even_where_a_header_is_a_number() -> None:
    headers = ("3", "x", "y", *REST)
    assert _mapped(*headers, description="3")["description"] == "3"
    assert map_columns(_layout(*headers), {"description": "#3"})[Field.DESCRIPTION].index == 2


def test_the_caller_may_leave_a_field_out() -> None:
    assert "due" not in _mapped(*REST, "DueDate", due="")


def test_a_column_that_the_caller_took_is_not_taken_again() -> None:
    mapped = _mapped(*REST, "Amount", description="InvoiceAmount")
    assert (mapped["description"], mapped["amount"]) == ("InvoiceAmount", "Amount")


def test_missing_columns_are_refused_with_what_was_seen() -> None:
    with pytest.raises(ImportRefused) as refusal:
        _mapped("customerID", "colour", "InvoiceAmount")
    assert (refusal.value.code, refusal.value.detail) == (
        RefusalCode.NO_COLUMN,
        {
            "fields": ["number", "issued"],
            "headers": ["customerID", "colour", "InvoiceAmount"],
            "header_present": True,
        },
    )


@pytest.mark.parametrize("wanted", ["Gamma", "0", "#0", "5", "#99999999999", "²"])
def test_a_column_that_is_not_there_is_refused(wanted: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        _mapped(*REST, number=wanted)
    assert (refusal.value.code, refusal.value.detail["wanted"]) == (RefusalCode.NO_SUCH_COLUMN, wanted)


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ImportRefused) as refusal:
        _mapped(*REST, colour="customerID")
    assert refusal.value.code is RefusalCode.BAD_OPTION
