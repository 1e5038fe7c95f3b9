"""UBL invoices, made on the spot from what differs."""

from __future__ import annotations

NAMESPACES = (
    'xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" '
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)


def party(name: str = "", *, legal: str = "", scheme: str = "", endpoint: str = "", country: str = "") -> str:
    """Return a cac:Party."""
    return (
        "<cac:Party>"
        + (f'<cbc:EndpointID schemeID="0088">{endpoint}</cbc:EndpointID>' if endpoint else "")
        + f"<cac:PartyName><cbc:Name>{name} (trading)</cbc:Name></cac:PartyName>" * bool(name)
        + "<cac:PostalAddress><cac:Country><cbc:IdentificationCode>"
        + f"{country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity>"
        + (f"<cbc:RegistrationName>{name}</cbc:RegistrationName>" if name else "")
        + (f'<cbc:CompanyID schemeID="{scheme}">{legal}</cbc:CompanyID>' if legal else "")
        + "</cac:PartyLegalEntity></cac:Party>"
    )


def invoice(
    number: str = "00017",
    *,
    issued: str = "2026-01-05",
    due: str = "<cbc:DueDate>2026-02-04</cbc:DueDate>",
    currency: str = "HKD",
    amount: str = "1200.50",
    amount_currency: str = "",
    kind: str = "380",
    note: str = "Ten crates",
    seller: str = party("Harbour Trading Ltd"),
    customer: str = party("Pearl Components Ltd", legal="C1"),
    more: str = "",
    root: str = "Invoice",
    prolog: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
) -> str:
    """Return a document. `due` and `more` are XML; the rest is text."""
    return (
        f"{prolog}<{root} {NAMESPACES.format(root=root)}><cbc:ID>{number}</cbc:ID>"
        f"<cbc:IssueDate>{issued}</cbc:IssueDate>{due}<cbc:InvoiceTypeCode>{kind}</cbc:InvoiceTypeCode>"
        f"<cbc:Note>{note}</cbc:Note><cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>"
        f"<cac:AccountingSupplierParty>{seller}</cac:AccountingSupplierParty>"
        f"<cac:AccountingCustomerParty>{customer}</cac:AccountingCustomerParty>{more}<cac:LegalMonetaryTotal>"
        f'<cbc:PayableAmount currencyID="{amount_currency or currency}">{amount}</cbc:PayableAmount>'
        f"</cac:LegalMonetaryTotal><cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note>a line</cbc:Note></cac:InvoiceLine>"
        f"</{root}>"
    )
