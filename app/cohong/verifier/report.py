"""Check a business credit report: who signed it, and which of its lines the voters of the network bear out.

A report is a Verifiable Credential (`credential`) whose evidence has records of the network's book with the way to the
block that anchored them (`receipt`). What is found out here, and what is not:

 1. The issuer's key has signed the document as it is.
 2. Each record in it is anchored in the network that you name.
 3. Each line that these records are about says what they say (`obligation`). A line that goes beyond them, or has none,
    is the issuer's word. A line that contradicts them makes the whole report worth nothing.

That no obligation is missing, no file can prove: what is left out leaves no trace. The sums over the lines are not
computed here; `cohong verify` does that by the published rules (docs/reputation.md).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from cohong.verifier.canonical import ID_BYTES, ReceiptRefused, require, typed
from cohong.verifier.credential import member_of, read_json, verify_credential
from cohong.verifier.obligation import ProvenObligation, proven_obligations
from cohong.verifier.receipt import Proof, Way, verify_place, verify_way

KIND: Final = "BusinessCreditReport"
EVIDENCE: Final = "AnchoredRecords"
VERSION: Final = 1
STATE_MARKS: Final = ("defaulted", "cured", "written-off", "recovered")

Standing: TypeAlias = Literal["proven", "beyond", "word"]
"""How a line stands: all its figures follow from proven records, they go beyond these, or there are none."""


@dataclass(frozen=True, slots=True)
class LineProof:
    """What is proven of one line; `obligation` is None where it has no records."""

    id: bytes
    standing: Standing
    obligation: ProvenObligation | None


@dataclass(frozen=True, slots=True)
class ReportProof:
    """What a report proves.

    Attributes:
        report: as it was read: what the issuer says.
        issuer, subject: members' ids; the first has signed.
        created: when, by the issuer's clock.
        issuer_is_author: whether one of the proven records is the issuer's: it has been a member then.
        way: to the block that the records are anchored by; None without any.
        disputes: how many disputes in the lines are proven, of how many.
    """

    report: dict[str, object]
    issuer: bytes
    subject: bytes
    created: str
    network: bytes
    issuer_is_author: bool
    way: Way | None
    records: int
    lines: tuple[LineProof, ...]
    disputes: tuple[int, int]


def is_report(exact: bytes) -> bool:
    """Return whether bytes look like a report, and not like a receipt: they begin as JSON."""
    return exact.lstrip()[:1] == b"{"


def verify_report(report_bytes: bytes, network: bytes, known_block: bytes | None = None) -> ReportProof:
    """Return what a report proves; takes the same as `verify_receipt`.

    Raises:
        ReceiptRefused: it is not signed as it is, is of another network, or contradicts its own records.
    """
    document = read_json(report_bytes)
    issuer = verify_credential(document)
    require(KIND in typed(document["type"], list, "type"), "report", "type")
    about: dict[str, object] = typed(document.get("credentialSubject"), dict, "credentialSubject")
    subject = member_of(about.get("id"))
    report: dict[str, object] = typed(about.get("report"), dict, "report")
    require(report.get("version") == VERSION, "version")
    require(_id(report.get("member"), "member") == subject, "report", "member")
    named: dict[str, object] = typed(report.get("network"), dict, "network")
    require(_id(named.get("id"), "network") == network, "other-network")
    way, proofs = _evidence(document.get("evidence", []), network, known_block)
    proof = typed(document["proof"], dict, "proof")
    lines: list[dict[str, object]] = [typed(line, dict, "line") for line in typed(report.get("lines"), list, "lines")]
    return ReportProof(
        report, issuer, subject, typed(proof["created"], str, "created"), network,
        any(each.author == issuer for each in proofs), way, len(proofs), _lines(lines, proofs, subject),
        _disputes(lines, proofs),
    )  # fmt: skip


def _evidence(value: object, network: bytes, known_block: bytes | None) -> tuple[Way | None, list[Proof]]:
    items = typed(value, list, "evidence")
    require(len(items) <= 1, "report", "evidence")
    if not items:
        # Without records there is nothing that a block could bear out.
        return None, []
    [evidence] = items
    fields: dict[str, object] = typed(evidence, dict, "evidence")
    require(fields.get("type") == [EVIDENCE], "report", "evidence")
    way = verify_way(_bytes(fields.get("way")), network, known_block)
    records = typed(fields.get("records"), list, "evidence")
    return way, [verify_place(_bytes(record), way) for record in records]


def _lines(lines: Iterable[Mapping[str, object]], proofs: list[Proof], subject: bytes) -> tuple[LineProof, ...]:
    try:
        proven = proven_obligations(proofs)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ReceiptRefused("body", str(error)) from error
    found = tuple(_line(line, proven, subject) for line in lines)
    require(len({line.id for line in found}) == len(found), "line", "twice")
    return found


def _line(line: Mapping[str, object], proven: Mapping[bytes, ProvenObligation], subject: bytes) -> LineProof:
    identity = _id(line.get("obligation"), "line")
    obligation = proven.get(identity)
    if obligation is None:
        return LineProof(identity, "word", None)
    terms = (obligation.debtor, obligation.creditor, obligation.currency, obligation.issued, obligation.grace_days)
    stated_terms = (
        subject, _id(line.get("creditor"), "line"), line.get("currency"), line.get("issued"), line.get("grace_days")
    )  # fmt: skip
    require(terms == stated_terms, "line", identity.hex())
    is_proven = _figures(obligation) == _stated_figures(line) and obligation.state not in ("proposed", "declined")
    return LineProof(identity, "proven" if is_proven else "beyond", obligation)


def _figures(proven: ProvenObligation) -> tuple[object, ...]:
    marks = {*({proven.state} & set(STATE_MARKS)), *({"restructured"} if proven.is_restructured else ())}
    return (
        str(proven.amount_minor - proven.assigned_minor), proven.due, str(proven.paid_minor), proven.paid_on,
        str(proven.written_off_minor), marks,
    )  # fmt: skip


def _stated_figures(line: Mapping[str, object]) -> tuple[object, ...]:
    marks = {mark for mark in typed(line.get("marks"), list, "line") if mark in (*STATE_MARKS, "restructured")}
    names = ("amount_minor", "due", "paid_minor", "paid_on", "written_off_minor")
    return (*(line.get(name) for name in names), marks)


def _disputes(lines: Iterable[Mapping[str, object]], proofs: Iterable[Proof]) -> tuple[int, int]:
    """Return how many disputes say what their proven record says, and how many there are."""
    opened = {proof.entry: proof for proof in proofs if proof.kind == "dispute.open" and proof.body is not None}
    proven = stated = 0
    for line in lines:
        for each in typed(line.get("disputes", []), list, "disputes"):
            dispute: dict[str, object] = typed(each, dict, "disputes")
            identity, stated = _id(dispute.get("dispute"), "disputes"), stated + 1
            if identity in opened:
                said = cast("dict[str, object]", opened[identity].body).get("says")
                same = said == dispute.get("says") and opened[identity].author == _id(dispute.get("opener"), "disputes")
                require(same, "line", identity.hex())
                proven += 1
    return proven, stated


def _id(value: object, what: str) -> bytes:
    try:
        exact = bytes.fromhex(typed(value, str, what))
    except ValueError as error:
        raise ReceiptRefused("form", what) from error
    require(len(exact) == ID_BYTES and exact.hex() == value, "form", what)
    return exact


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(typed(value, str, "evidence"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ReceiptRefused("form", "evidence") from error
