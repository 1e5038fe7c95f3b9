"""One UBL 2.1 invoice out of its bytes: the texts that an import needs, or what is wrong with the document.

The bytes come from strangers. A document type, an entity or a reference to another file ends the reading, so do
nesting and size beyond the limits; nothing is kept but the wanted texts, each cut. Elements are known by the two
namespaces of the standard, whatever prefixes a document gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, Final
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # it has no stubs of its own
from defusedxml.expatreader import DefusedExpatParser  # type: ignore[import-untyped]  # as above

from cohong.book.identifiers import is_hkbr, is_lei, is_uscc
from cohong.importing.file_format import Field
from cohong.importing.limits import (
    DESCRIPTION_CHARACTERS_MAX,
    DOCUMENT_BYTES_MAX,
    DOCUMENT_DEPTH_MAX,
    RAW_CELL_CHARACTERS_KEPT,
    VALUE_CHARACTERS_SHOWN,
)
from cohong.importing.rows_found import RowReason

_UBL: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
_PREFIXES: Final = {f"{_UBL}CommonBasicComponents-2": "cbc", f"{_UBL}CommonAggregateComponents-2": "cac"}
_INVOICE: Final = (f"{_UBL}Invoice-2", "Invoice")
_CREDIT_NOTE: Final = (f"{_UBL}CreditNote-2", "CreditNote")

_NUMBER: Final = "cbc:ID"
_TYPE: Final = "cbc:InvoiceTypeCode"
_ISSUED: Final = "cbc:IssueDate"
_DUE: Final = "cbc:DueDate"
_NOTE: Final = "cbc:Note"
_CURRENCY: Final = "cbc:DocumentCurrencyCode"
_PAYABLE: Final = "cac:LegalMonetaryTotal/cbc:PayableAmount"
_OTHER_DUE: Final = ("cac:PaymentMeans/cbc:PaymentDueDate", "cac:PaymentTerms/cbc:PaymentDueDate")
_TERMS: Final = "cac:PaymentTerms/cac:SettlementPeriod/cbc:DurationMeasure"
_SELLER: Final = "cac:AccountingSupplierParty"
_CUSTOMER: Final = "cac:AccountingCustomerParty"
_PARTY_IDS: Final = (
    "cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
    "cac:Party/cac:PartyIdentification/cbc:ID",
    "cac:Party/cac:PartyTaxScheme/cbc:CompanyID",
    "cac:Party/cbc:EndpointID",
)
_PARTY_NAMES: Final = ("cac:Party/cac:PartyLegalEntity/cbc:RegistrationName", "cac:Party/cac:PartyName/cbc:Name")
_COUNTRY: Final = "cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode"
_WANTED: Final = frozenset((
    _NUMBER, _TYPE, _ISSUED, _DUE, _NOTE, _CURRENCY, _PAYABLE, *_OTHER_DUE, _TERMS,
    *(f"{party}/{path}" for party in (_SELLER, _CUSTOMER) for path in (*_PARTY_IDS, *_PARTY_NAMES, _COUNTRY)),
))  # fmt: skip
_ON_THE_WAY: Final = frozenset(path[:place] for path in _WANTED for place in range(len(path)) if path[place] == "/")

COLUMNS: Final[dict[Field, str]] = {
    Field.FILE: "file",
    Field.CUSTOMER: _CUSTOMER,
    Field.CUSTOMER_NAME: "cbc:RegistrationName",
    Field.NUMBER: _NUMBER,
    Field.ISSUED: _ISSUED,
    Field.DUE: _DUE,
    Field.AMOUNT: "cbc:PayableAmount",
    Field.CURRENCY: _CURRENCY,
    Field.TERMS_DAYS: "cbc:DurationMeasure",
    Field.DESCRIPTION: _NOTE,
    Field.SELLER: _SELLER,
}
"""The cells of a document's row and the elements that they are read from, in order."""

# The day may have a zone; it is the day on the invoice all the same.
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_IN_DAYS: Final = frozenset(("DAY", "D"))
_HKBR_SCHEME: Final = re.compile(r"hk.?br|\bbr\b|brn", re.IGNORECASE)
_NOT_TAKEN: Final = {
    **dict.fromkeys("81 83 261 262 296 308 381 396 420 458 532".split(), RowReason.CREDIT_NOTE),
    "384": RowReason.CORRECTED_INVOICE,
    "325": RowReason.PRO_FORMA,
}
"""Codes of UNTDID 1001 for documents that are no new claim."""
_CHUNK_BYTES: Final = 64 * 1024
_ATTRIBUTES: Final = ("currencyID", "schemeID", "unitCode")
_SAME_MAX: Final = 32
"""How many of one element are kept."""


class DocumentFault(Exception):
    """The document is no invoice that can be taken.

    Attributes:
        element: At fault; empty if it is the document as a whole.
        value: What stands there, or where the reading ended.
    """

    def __init__(self, reason: RowReason, element: str = "", value: str = "") -> None:
        super().__init__(f"{reason} {element}")
        self.reason = reason
        self.element = element
        self.value = value[:VALUE_CHARACTERS_SHOWN]


@dataclass(frozen=True, slots=True)
class _Text:
    """Of one element, with the one attribute that may stand beside it: a currency, a scheme or a unit."""

    text: str
    beside: str


_Texts = dict[str, list[_Text]]


def cells_of(source: IO[bytes], file: str) -> list[str]:
    """Return the cells of the invoice, as in COLUMNS; what the rows' rules judge is left to them.

    Raises:
        DocumentFault: It is no UBL invoice, is not safely read, or says a thing in two ways.
        OSError: The source fails.
    """
    texts = _texts_of(source)
    kind = _only(texts, _TYPE)
    if kind in _NOT_TAKEN:
        raise DocumentFault(_NOT_TAKEN[kind], _TYPE, kind)
    seller, seller_name = _party(texts, _SELLER)
    customer, customer_name = _party(texts, _CUSTOMER)
    cells = {
        Field.CUSTOMER: customer or customer_name,
        Field.CUSTOMER_NAME: customer_name,
        Field.NUMBER: _only(texts, _NUMBER),
        Field.ISSUED: _day(_only(texts, _ISSUED), _ISSUED),
        Field.DUE: _due(texts),
        Field.AMOUNT: _amount(texts),
        Field.CURRENCY: _only(texts, _CURRENCY),
        Field.TERMS_DAYS: _terms(texts),
        Field.DESCRIPTION: next(_values(texts, _NOTE), "")[:DESCRIPTION_CHARACTERS_MAX],
        Field.SELLER: seller_name or seller,
        Field.FILE: file,
    }
    return [cells[field] for field in COLUMNS]


# Out of the bytes


class _Reader(ContentHandler):
    """Keeps the wanted texts of a document as its elements come and go.

    Attributes:
        texts: By path below the root.
        has_begun: The root has been seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: _Texts = {}
        self.has_begun = False
        self._paths: list[str] = []
        self._beside = ""
        self._pieces: list[str] | None = None

    def startElementNS(  # noqa: N802 the name that the parser calls
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        """Take the beginning of an element."""
        if not self.has_begun:
            self._begin(name)
            return
        if len(self._paths) >= DOCUMENT_DEPTH_MAX:
            raise DocumentFault(RowReason.DOCUMENT_TOO_LARGE, name[1], f"{DOCUMENT_DEPTH_MAX}")
        path = self._path(name)
        self._paths.append(path)
        self._pieces = None
        if path in _WANTED:
            self._pieces = []
            self._beside = next((attrs[None, key] for key in _ATTRIBUTES if (None, key) in attrs), "")

    def _begin(self, name: tuple[str | None, str]) -> None:
        if name == _CREDIT_NOTE:
            raise DocumentFault(RowReason.CREDIT_NOTE, "CreditNote")
        if name != _INVOICE:
            raise DocumentFault(RowReason.NOT_UBL, name[1], name[0] or "")
        self.has_begun = True
        self._paths.append("")

    def _path(self, name: tuple[str | None, str]) -> str:
        """Return the path of an element below the one that is open; empty if nothing wanted lies there."""
        above, prefix = self._paths[-1], _PREFIXES.get(name[0] or "")
        if prefix is None or (len(self._paths) > 1 and not above):
            return ""
        path = f"{above}/{prefix}:{name[1]}" if above else f"{prefix}:{name[1]}"
        return path if path in _WANTED or path in _ON_THE_WAY else ""

    def characters(self, content: str) -> None:
        """Take a piece of text; more than a cell shows is let go."""
        if self._pieces is not None and len(self._pieces) < RAW_CELL_CHARACTERS_KEPT:
            self._pieces.append(content[: 2 * RAW_CELL_CHARACTERS_KEPT])

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802 as above
        """Take the end of an element."""
        path = self._paths.pop()
        if self._pieces is not None and len(found := self.texts.setdefault(path, [])) < _SAME_MAX:
            text = "".join(self._pieces).strip()[: 2 * RAW_CELL_CHARACTERS_KEPT]
            found.append(_Text(text, self._beside.strip()[:VALUE_CHARACTERS_SHOWN]))
        self._pieces = None


def _texts_of(source: IO[bytes]) -> _Texts:
    reader = _Reader()
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(reader)
    read = 0
    try:
        while chunk := source.read(_CHUNK_BYTES):
            read += len(chunk)
            if read > DOCUMENT_BYTES_MAX:
                raise DocumentFault(RowReason.DOCUMENT_TOO_LARGE, "", f"{DOCUMENT_BYTES_MAX}")
            parser.feed(chunk)
        parser.close()
    except DefusedXmlException as error:
        raise DocumentFault(RowReason.XML_FORBIDDEN, "", "DOCTYPE") from error
    except (SAXParseException, LookupError, ValueError) as error:
        # The last two: an encoding that the parser does not know.
        if not reader.has_begun:
            raise DocumentFault(RowReason.NOT_UBL) from error
        raise DocumentFault(RowReason.XML_DAMAGED, "", _place(error)) from error
    return reader.texts


def _place(error: Any) -> str:
    line = error.getLineNumber() if isinstance(error, SAXParseException) else 0
    return f"{line}"


# Out of the texts


def _values(texts: _Texts, path: str) -> Iterator[str]:
    return (found.text for found in texts.get(path, ()) if found.text)


def _only(texts: _Texts, *paths: str) -> str:
    """Return the one text of an element, empty if there is none."""
    values = list(dict.fromkeys(value for path in paths for value in _values(texts, path)))
    if len(values) > 1:
        raise DocumentFault(RowReason.SEVERAL_VALUES, paths[0].rpartition("/")[2], " · ".join(values))
    return values[0] if values else ""


def _day(text: str, element: str) -> str:
    found = _DAY.fullmatch(text)
    if text and found is None:
        raise DocumentFault(RowReason.NOT_A_DATE, element, text)
    return found[1] if found else ""


def _due(texts: _Texts) -> str:
    """Return the day on which all of it is due: the invoice's own, else that of its means or terms of payment."""
    due = _only(texts, _DUE)
    return _day(due, _DUE) if due else _day(_only(texts, *_OTHER_DUE), _OTHER_DUE[0].rpartition("/")[2])


def _terms(texts: _Texts) -> str:
    in_days = {found.text for found in texts.get(_TERMS, ()) if found.beside.upper() in _IN_DAYS}
    return in_days.pop() if len(in_days) == 1 else ""


def _amount(texts: _Texts) -> str:
    """Return the amount, with its currency in front where that is not the document's."""
    amount = _only(texts, _PAYABLE)
    if amount and _DECIMAL.fullmatch(amount) is None:
        raise DocumentFault(RowReason.NOT_PLAIN_NUMBER, "cbc:PayableAmount", amount)
    amount = amount.removesuffix(".")
    beside = next((found.beside for found in texts.get(_PAYABLE, ()) if found.text), "")
    return f"{beside} {amount}" if amount and beside and beside != _only(texts, _CURRENCY) else amount


def _party(texts: _Texts, party: str) -> tuple[str, str]:
    """Return a party's best known number, as members state theirs, and its name; each empty if there is none."""
    numbers = [found for path in _PARTY_IDS for found in texts.get(f"{party}/{path}", ()) if found.text]
    is_of_hong_kong = "HK" in {value.upper() for value in _values(texts, f"{party}/{_COUNTRY}")}
    name = next((value for path in _PARTY_NAMES for value in _values(texts, f"{party}/{path}")), "")
    for recognise in (_lei, _uscc, _hkbr):
        for number in numbers:
            found = recognise(number, is_of_hong_kong)
            if found:
                return found, name
    return (numbers[0].text if numbers else ""), name


def _lei(number: _Text, _: bool) -> str:
    text = _bare(number)
    return text if is_lei(text) else ""


def _uscc(number: _Text, _: bool) -> str:
    text = _bare(number)
    return text if is_uscc(text) else ""


def _hkbr(number: _Text, is_of_hong_kong: bool) -> str:
    """Return a business registration number, of which certificates print more than its eight digits."""
    text = _bare(number).partition("-")[0]
    return text if is_hkbr(text) and (is_of_hong_kong or _HKBR_SCHEME.search(number.beside)) else ""


def _bare(number: _Text) -> str:
    """Return a number without the scheme that some write in front of it (`0199:5493…`)."""
    return number.text.rpartition(":")[2].strip().upper()
