"""What stands on the credit report's paper, in words: read from the signed file, the same for PDF and HTML.

Nothing is asked of a node: whoever has the file can have its paper, in any language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

from PySide6.QtCore import QObject

from cohong.api.framing import decode_result
from cohong.api.views import PaymentReport
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.motion_wording import name_text
from cohong.insight.payment_report import inexact, line_of
from cohong.insight.trade_lines import Mark, Outcome, standing_of

LINES_ON_PAPER: Final = 26
SAYS_CHARS_MAX: Final = 160
LARGEST_ON_PAPER: Final = 5


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A report as it was signed; names are not yet safe to show."""

    report: PaymentReport
    lines: tuple[Mapping[str, Any], ...]
    lines_left_out: int
    records: int
    names: Mapping[str, str]
    subject_name: str
    issuer: str
    issuer_did: str
    issuer_name: str
    network: str
    network_name: str
    block: Mapping[str, Any] | None
    created: str
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One invoice on paper, with what is said in disputes about it."""

    cells: tuple[str, ...]
    disputes: tuple[str, ...]
    order: tuple[int, int]


def read_signed(json_bytes: bytes, file_name: str) -> SignedFile:
    """Return what a report that this machine's own node has just signed says; `file_name` is where the file is.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    document = json.loads(json_bytes)
    about = document["credentialSubject"]
    plain = inexact(about["report"])
    names = plain["names"]
    for each in plain["facts"]["largest"]:
        each["name"] = names.get(each["creditor"], "")
    view = {name: plain[name] for name in PaymentReport.__struct_fields__ if name in plain}
    report: PaymentReport = decode_result("check.report", json.dumps(view).encode())
    did = document["issuer"]["id"]
    return SignedFile(
        report=report,
        lines=tuple(plain["lines"]),
        lines_left_out=plain["lines_left_out"],
        records=sum(len(each["records"]) for each in document.get("evidence", ())),
        names=names,
        subject_name=about["name"],
        issuer=plain["member"] if did == about["id"] else "",
        issuer_did=did,
        issuer_name=document["issuer"]["name"],
        network=plain["network"]["id"],
        network_name=plain["network"]["name"],
        block=plain["block"],
        created=document["proof"]["created"],
        sha256=sha256(json_bytes).hexdigest(),
        file_name=file_name,
    )


class PaperWords(QObject):
    """Words what a signed file says, beside what `ReportWords` does."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def title(self) -> str:
        return self.tr("Business credit report")

    def subject(self, file: SignedFile) -> str:
        return name_text(file.subject_name, file.report.member)

    def issued(self, file: SignedFile) -> str:
        """Return who says all this, and when it was signed."""
        day, clock = file.created[:10], file.created[11:16]
        when = f"{self._formats.day(day)} {clock} UTC"
        if file.issuer:
            words = self.tr("Issued by the member itself from its own copy of the book, signed {when}.")
            return words.format(when=when)
        words = self.tr("Issued by {name} from its copy of the book, signed {when}.")
        return words.format(name=name_text(file.issuer_name, file.issuer_did), when=when)

    def network(self, file: SignedFile) -> str:
        return self.tr("Network {name}").format(name=peer_text(file.network_name, 60))

    def block(self, file: SignedFile) -> str:
        """Return the newest block, by which the records are proven."""
        if file.block is None:
            return self.tr("The network has no block yet: nothing is proven beyond the signature.")
        words = self.tr("Newest block {height} of {day}: {id}")
        day = self._formats.day(file.block["time"][:10])
        return words.format(height=self._formats.count(file.block["height"]), day=day, id=file.block["id"])

    def headings(self) -> dict[str, str]:
        """Return the headings of the parts, by a word for each."""
        return {
            "reasons": self.tr("Why this grade"),
            "changes": self.tr("What would change it"),
            "months": self.tr("Invoices by month due"),
            "trend": self.tr("Chance of payment within terms, by quarter"),
            "sums": self.tr("Open and overdue, by age"),
            "largest": self.tr("Largest counterparties"),
            "missing": self.tr("What is missing"),
            "lines": self.tr("Invoices and disputes"),
            "check": self.tr("How to check this report"),
        }

    def bands(self) -> tuple[str, ...]:
        """Return how late the parts of a month's bar are."""
        return (
            self.tr("on time"), self.tr("1–30 days late"), self.tr("31–60"), self.tr("61–90"),
            self.tr("over 90 days late"),
        )  # fmt: skip

    def sum_headers(self) -> tuple[str, ...]:
        return (
            self.tr("Currency"), self.tr("Open"), self.tr("not due"), self.tr("1–30 days"), self.tr("31–60"),
            self.tr("61–90"), self.tr("over 90"), self.tr("Highest credit"),
        )  # fmt: skip

    def sums(self, file: SignedFile) -> list[tuple[str, ...]]:
        """Return a row a currency, ageing included."""
        amount = self._formats.amount
        return [
            (
                each.currency,
                *(amount(each.currency, minor) for minor in (each.open_minor, *each.ageing_minor, each.highest_minor)),
            )
            for each in file.report.facts.currencies
        ]

    def largest(self, file: SignedFile) -> list[tuple[str, str, float]]:
        """Return name, share in words and share of those that weigh most."""
        return [
            (name_text(each.name, each.creditor), self._formats.percent(round(each.share * 10_000), 10_000), each.share)
            for each in file.report.facts.largest[:LARGEST_ON_PAPER]
        ]

    # Invoices

    def line_headers(self) -> tuple[str, ...]:
        return (
            self.tr("Issued"), self.tr("Due"), self.tr("Creditor"), self.tr("Amount"), self.tr("Paid"),
            self.tr("How it stands"),
        )  # fmt: skip

    def lines(self, file: SignedFile) -> list[PaperLine]:
        """Return the invoices that have room: in dispute first, then overdue, then as in the file."""
        found = sorted((self._line(line, file) for line in file.lines), key=lambda line: line.order)
        return found[:LINES_ON_PAPER]

    def more_lines(self, file: SignedFile, shown: int) -> str:
        """Return how many invoices are not on the paper; empty for none."""
        more = len(file.lines) + file.lines_left_out - shown
        return self.tr("%n more invoice(s) count as well; the signed file has them.", "", more) if more > 0 else ""

    def _line(self, line: Mapping[str, Any], file: SignedFile) -> PaperLine:
        formats, currency = self._formats, line["currency"]
        trade = line_of(line)
        standing = standing_of(trade, date.fromisoformat(file.report.as_of).toordinal())
        is_disputed = Mark.DISPUTED in trade.marks
        cells = (
            formats.table_day(line["issued"]),
            formats.table_day(line["due"]),
            name_text(file.names.get(line["creditor"], ""), line["creditor"]),
            formats.money(currency, line["amount_minor"]),
            formats.amount(currency, line["paid_minor"]) if line["paid_minor"] else "–",
            self._stands(standing.outcome, standing.days_late, trade.marks, is_open=standing.outstanding_minor > 0),
        )
        disputes = tuple(self._dispute(each, file) for each in line.get("disputes", ()))
        return PaperLine(cells, disputes, (0 if disputes else 1, 0 if standing.is_overdue or is_disputed else 1))

    def _stands(self, outcome: Outcome, days: int, marks: frozenset[Mark], *, is_open: bool) -> str:
        match outcome:
            case Outcome.LOST:
                words = self.tr("given up")
            case Outcome.PENDING:
                words = self.tr("open")
            case Outcome.ON_TIME:
                words = self.tr("paid within terms")
            case Outcome.LATE if is_open:
                words = self.tr("overdue by %n day(s)", "", days)
            case Outcome.LATE:
                words = self.tr("paid %n day(s) late", "", days)
        also = [
            *([self.tr("in dispute")] if Mark.DISPUTED in marks else []),
            *([self.tr("in default")] if Mark.DEFAULTED in marks else []),
            *([self.tr("restructured")] if Mark.RESTRUCTURED in marks else []),
        ]
        return " · ".join([words, *also])

    def _dispute(self, dispute: Mapping[str, Any], file: SignedFile) -> str:
        outcome = {
            "open": self.tr("still open"),
            "resolved": self.tr("resolved"),
            "withdrawn": self.tr("withdrawn"),
            "upheld": self.tr("upheld by the voters"),
            "dismissed": self.tr("dismissed by the voters"),
        }.get(dispute["outcome"], self.tr("refused"))
        words = self.tr("Dispute of {day} by {who}, {outcome}: “{says}”").format(
            day=self._formats.day(dispute["time"][:10]), who=self._who(dispute["opener"], file), outcome=outcome,
            says=peer_text(dispute["says"], SAYS_CHARS_MAX),
        )  # fmt: skip
        answers = [
            self.tr("{who} answers: “{says}”").format(
                who=self._who(each["author"], file), says=peer_text(each["says"], SAYS_CHARS_MAX)
            )
            for each in dispute["answers"]
        ]
        return " ".join([words, *answers])

    def _who(self, member: str, file: SignedFile) -> str:
        if member == file.report.member:
            return self.tr("the member itself")
        return name_text(file.names.get(member, ""), member)

    # Foot

    def check(self, file: SignedFile) -> list[str]:
        """Return how a reader makes sure of it."""
        name = peer_text(file.file_name, 60)
        return [
            self.tr(
                "This paper is a reading of a signed file, {file}, which comes with it. The file counts: a W3C "
                "Verifiable Credential with %n signed record(s) that its invoices rest on.",
                "",
                file.records,
            ).format(file=name),
            self.tr("Anybody checks it offline with: cohong verify {file} --network {id}").format(
                file=name, id=file.network
            ),
            self.tr("SHA-256 of the file, also in the code: {hash}").format(hash=file.sha256),
            self.tr("Signed by {did}").format(did=file.issuer_did),
            self.block(file),
            self.tr(
                "No file can prove that no invoice is missing. What the records say was checked by the voters of the "
                "network by the rules of its book, not against the world."
            ),
        ]

    def page(self, number: int, count: int) -> str:
        return self.tr("Page {number} of {count}").format(number=number, count=count)


def qr_text(file: SignedFile) -> str:
    """Return what the code on the paper says: which file, of which network."""
    return f"cohong:report?sha256={file.sha256}&network={file.network}"
