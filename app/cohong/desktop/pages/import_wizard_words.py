"""What was found out about a file, in words: the format, how sure that is and why, and what is wrong with rows."""

from __future__ import annotations

import json
from typing import Any, Final

from PySide6.QtCore import QObject

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop import wording
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.importing.invoices import Assumption, AssumptionCode, Confidence, Detection, EvidenceCode, Field

ENCODING_NAMES: Final = {
    "utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GB18030",
    "big5hkscs": "Big5", "cp1252": "Windows-1252", "ascii": "ASCII",
}  # fmt: skip
DELIMITER_NAMES: Final = {",": ",", ";": ";", "\t": "Tab", "|": "|"}


class ImportWords(QObject):
    """Puts codes of the importing package into words."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats

    def field(self, field: Field) -> str:
        """Return what a field of an invoice is called."""
        return {
            Field.CUSTOMER: self.tr("Customer"), Field.CUSTOMER_NAME: self.tr("Customer's name"),
            Field.NUMBER: self.tr("Invoice number"), Field.ISSUED: self.tr("Issued"), Field.DUE: self.tr("Due"),
            Field.AMOUNT: self.tr("Amount"), Field.CURRENCY: self.tr("Currency"), Field.SETTLED: self.tr("Paid on"),
            Field.DESCRIPTION: self.tr("Description"), Field.STATUS: self.tr("Status"),
            Field.TERMS_DAYS: self.tr("Days of credit"), Field.SELLER: self.tr("Seller"), Field.FILE: self.tr("File"),
        }[field]  # fmt: skip

    def confidence(self, confidence: Confidence) -> tuple[str, str]:
        """Return how sure a detection is, and the meaning whose colours it takes."""
        return {
            Confidence.GIVEN: (self.tr("chosen"), "accent"),
            Confidence.CERTAIN: (self.tr("certain"), "good"),
            Confidence.LIKELY: (self.tr("likely"), "info"),
            Confidence.CONFLICTING: (self.tr("contradictory"), "danger"),
            Confidence.ASSUMED: (self.tr("assumed"), "warning"),
        }[confidence]

    def date_order(self, order: str) -> str:
        """Return an order of day, month and year."""
        return {
            "dmy": self.tr("day/month/year"), "mdy": self.tr("month/day/year"), "ymd": self.tr("year-month-day"),
        }.get(order, order)  # fmt: skip

    def decimal_mark(self, mark: str) -> str:
        """Return a decimal mark by an example."""
        return "1,234.56" if mark == "." else "1.234,56"

    def why(self, detection: Detection) -> str:
        """Return what a detection rests on, empty if there is nothing worth saying."""
        for evidence in detection.evidence:
            words = self._evidence(evidence.code, evidence.values)
            if words:
                return words
        return ""

    def _evidence(self, code: EvidenceCode, values: dict[str, str | int | list[str]]) -> str:
        shown = {
            key: listed(peer_text(item, 24) for item in value[:4])
            if isinstance(value, list)
            else peer_text(str(value), 32)
            for key, value in values.items()
        }
        words = {
            EvidenceCode.STANDARD: self.tr("the standard says so"),
            EvidenceCode.BYTE_ORDER_MARK: self.tr("the file says so in its first bytes"),
            EvidenceCode.ALL_ASCII: self.tr("only plain letters"),
            EvidenceCode.VALID_UTF8: self.tr("{characters} characters, all valid"),
            EvidenceCode.DAMAGED_CHARACTERS: self.tr("{damaged} of {characters} characters are damaged"),
            EvidenceCode.ZERO_BYTES: self.tr("every other byte is zero"),
            EvidenceCode.KNOWN_HEADERS: self.tr("these headers make sense: {headers}"),
            EvidenceCode.COMMON_CHARACTERS: self.tr("{share_percent} % common Chinese characters"),
            EvidenceCode.SEP_LINE: self.tr("the first line says so"),
            EvidenceCode.CONSISTENT_COLUMNS: self.tr("{columns} columns in {share_percent} % of the lines"),
            EvidenceCode.SINGLE_COLUMN: self.tr("only one column was found"),
            EvidenceCode.FIRST_ROW_UNLIKE_OTHERS: self.tr("the first row is unlike the others"),
            EvidenceCode.FIRST_ROW_LIKE_OTHERS: self.tr("the first row is like the others"),
            EvidenceCode.FIRST_PLACE_OVER_12: self.tr("because {value} is in line {line}"),
            EvidenceCode.SECOND_PLACE_OVER_12: self.tr("because {value} is in line {line}"),
            EvidenceCode.YEAR_FIRST: self.tr("because {value} is in line {line}"),
            EvidenceCode.SAME_AS_COLUMN: self.tr("as in the column {header}"),
            EvidenceCode.DATES_AMBIGUOUS: self.tr("{value} in line {line} could be read both ways"),
            EvidenceCode.POINT_BEFORE_DECIMALS: self.tr("because {value} is in line {line}"),
            EvidenceCode.COMMA_BEFORE_DECIMALS: self.tr("because {value} is in line {line}"),
            EvidenceCode.THREE_DIGITS_AFTER_MARK: self.tr("{value} in line {line} could be read both ways"),
            EvidenceCode.WHOLE_NUMBERS: self.tr("all amounts are whole"),
            EvidenceCode.CURRENCY_COLUMN: self.tr("from the column {header}: {currencies}"),
            EvidenceCode.CURRENCY_IN_HEADER: self.tr("from the header {header}"),
            EvidenceCode.CURRENCY_IN_CELLS: self.tr("because {value} is in line {line}"),
            EvidenceCode.NO_CURRENCY: self.tr("the file names none"),
        }.get(code, "")
        return words.format(**shown) if words else ""

    def assumption(self, assumption: Assumption) -> str:
        """Return what was taken for granted and should be looked at; empty for what the form shows anyway."""
        shown = {key: peer_text(str(value), 40) for key, value in assumption.values.items()}
        words = {
            AssumptionCode.DUE_BY_DEFAULT_TERMS: self.tr(
                "Rows without a due date: {rows}. They are taken as due {terms_days} days after they were issued."
            ),
            AssumptionCode.DATE_ORDER_CONFLICT: self.tr(
                "{count} dates in {header} contradict the order, such as {value} in line {line}."
            ),
            AssumptionCode.TWO_DIGIT_YEARS: self.tr(
                "Years have two digits, such as {value} in line {line}: 70 to 99 are read as 19…, the rest as 20…"
            ),
            AssumptionCode.DECIMAL_MARK_CONFLICT: self.tr(
                "{count} amounts contradict the decimal mark, such as {value} in line {line}."
            ),
            AssumptionCode.ENCODING_DAMAGED: self.tr("{damaged} characters could not be read."),
            AssumptionCode.CUSTOMER_BY_NAME: self.tr(
                "The file has no customer codes: customers are told apart by {header}."
            ),
            AssumptionCode.COUNTERPARTY_IS_SELLER: self.tr(
                "The column {header} is about sellers. These look like invoices that you received; they would go in "
                "as owed to you."
            ),
            AssumptionCode.SELLERS: self.tr("Invoices by {sellers}. They go in as owed to you."),
            AssumptionCode.NUMBERS_MAY_LACK_ZEROS: self.tr(
                "{shorter} invoice numbers are shorter than the usual {usual_length} characters: a spreadsheet "
                "may have dropped leading zeros."
            ),
        }.get(assumption.code, "")
        return words.format(**shown) if words else ""

    def problem(self, reason: str, number: str = "") -> str:
        """Return what is wrong with a row; `number` is that of the invoice which it is like."""
        own = self._payment_problems() | {
            "unknown_counterparty": self.tr("No member stands for this customer"),
            "other_seller": self.tr("The seller is another member. Only they can enter it"),
            "own_purchase": self.tr("This customer is you. The seller enters it, and you accept it"),
            "conflicts_with_record": self.tr("A record has this number with other terms"),
            "currency_not_allowed": self.tr("This network does not use that currency"),
            "refused_by_rules": self.tr("The rules of the book refuse it"),
            "interrupted": self.tr("The import was interrupted"),
        }
        if reason == "payment_refused":
            return wording.reason_text(number)
        found = own.get(reason, "").replace("{number}", peer_text(number, 40))
        return found or wording.row_problem_text(reason, number)

    def _payment_problems(self) -> dict[str, str]:
        return {
            "payment_unmatched": self.tr("No invoice number, and no one open invoice of that member with this amount"),
            "payment_ambiguous": self.tr("It could be for more than one invoice: {number}"),
            "overpayment": self.tr("More than is left of invoice {number}"),
            "invoice_not_open": self.tr("Nothing is left of invoice {number}"),
            "invoice_in_other_currency": self.tr("Invoice {number} is in another currency"),
            "invoice_of_other_party": self.tr("Invoice {number} is with another member than the file says"),
            "payment_recorded": self.tr("A payment of this day and amount is recorded for {number} already"),
        }

    def payment_field(self, field: Field) -> str:
        """Return what a field of a payment is called where its column is chosen."""
        return {
            Field.SETTLED: self.tr("Day"), Field.AMOUNT: self.tr("Amount"), Field.MONEY_IN: self.tr("Received"),
            Field.MONEY_OUT: self.tr("Paid"), Field.CURRENCY: self.tr("Currency"), Field.NUMBER: self.tr("Reference"),
            Field.DESCRIPTION: self.tr("Description"), Field.CUSTOMER_NAME: self.tr("Counterparty"),
            Field.CUSTOMER: self.tr("Account"),
        }[field]  # fmt: skip

    def payment_column(self, name: str, header: str) -> str:
        """Return which field of a payment is read from the column with this header."""
        field = {
            "date": self.tr("day"), "amount": self.tr("amount"), "money_in": self.tr("received"),
            "money_out": self.tr("paid"), "currency": self.tr("currency"), "reference": self.tr("reference"),
            "description": self.tr("description"), "account": self.tr("account"),
            "counterparty": self.tr("counterparty"),
        }.get(name, name)  # fmt: skip
        return self.tr("{field} from “{header}”").format(field=field, header=header)

    def failure(self, code: str) -> str:
        """Return why an import stopped."""
        if code in wording.FILE_REFUSALS:
            return wording.file_refusal_text(code)
        known = {error.value for error in ApiErrorCode}
        return wording.error_text(ApiError(ApiErrorCode(code))) if code in known else self.problem(code)

    def error(self, error: ApiError) -> str:
        """Return why the node refused the import; its detail names the file's refusal."""
        if error.code is not ApiErrorCode.FILE_REFUSED:
            return wording.error_text(error)
        return wording.file_refusal_text(refusal_code(error.detail))


def refusal_code(detail: str) -> str:
    """Return the refusal's code from an error's detail, which is a JSON object or the code itself."""
    figures = refusal_figures(detail)
    return str(figures.get("code", "")) if figures else detail


def refusal_figures(detail: str) -> dict[str, Any]:
    """Return the refusal's code and figures from an error's detail, nothing if it is the code itself."""
    try:
        found = json.loads(detail)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
