"""What a credit report proves and what is only its issuer's word, in sentences and as plain values."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from cohong.cli.output import moment
from cohong.verifier.report import ReportProof

_STANDINGS: Final = ("proven", "beyond", "word")


def proof_facts(proof: ReportProof) -> list[tuple[str, str]]:
    """Return what the report is, as names and values."""
    report: dict[str, Any] = proof.report
    names = report.get("names", {})
    score, confidence = report["score"], report["confidence"]
    return [
        ("About", f"{proof.subject.hex()} {names.get(proof.subject.hex(), '')}".rstrip()),
        ("Signed by", "itself" if proof.issuer == proof.subject else proof.issuer.hex()),
        ("Signed at", f"{proof.created} by the issuer's clock; as of {report['as_of']}"),
        ("Network", f"{report['network']['name']} ({proof.network.hex()})"),
        ("Grade", f"{score['grade'] or 'none: thin file'}; {score['points']} of 100 points"),
        ("How sure", str(confidence["sureness"])),
    ]


def proven_sentences(proof: ReportProof, *, recomputed: bool) -> Iterator[str]:
    """Yield what holds whatever the issuer says."""
    yield "The issuer has signed all of it; no sign was changed since."
    if proof.way is not None:
        last = proof.way.last
        yield (
            f"{proof.records:,} signed records in it are part of the network's book for good, by block {last.height} "
            f"of {moment(last.time_ms)}."
        )
    if proof.issuer_is_author:
        yield "The issuer was a member of the network: one of these records is its own."
    counts = _counts(proof)
    if counts["proven"]:
        yield f"{_invoices(counts['proven'])} of {len(proof.lines):,}: every figure follows from these records."
    proven, stated = proof.disputes
    if proven:
        yield f"{proven:,} of {stated:,} disputes: what it says is what its record says."
    if recomputed:
        yield "Facts, points and grade follow from the invoices in it by the published rules; they were computed anew."


def word_sentences(proof: ReportProof, *, recomputed: bool) -> Iterator[str]:
    """Yield what the issuer says and nobody can check with this file alone."""
    counts = _counts(proof)
    yield "That no invoice is missing: what somebody leaves out leaves no trace in a file."
    if counts["beyond"]:
        yield (
            f"{_invoices(counts['beyond'])}: what has happened since the last proven record of it, such as a payment "
            "that no block has yet."
        )
    if counts["word"]:
        yield f"{_invoices(counts['word'])} without a record in the file."
    if not recomputed:
        left = proof.report.get("lines_left_out")
        yield f"Facts, points and grade: {left:,} more invoices that they rest on are not in the file."
    if proof.way is None or not proof.issuer_is_author:
        yield "That the issuer is a member of the network: no record in the file is its own."
    yield "Names: members call themselves what they like. The id is the key that signs."
    yield "What came after the report was signed."
    yield "That what the records say is true of the world: the voters checked them by the rules of the book."


def proof_values(proof: ReportProof, *, recomputed: bool) -> dict[str, Any]:
    """Return what is proven and what not as plain values."""
    counts = _counts(proof)
    report: dict[str, Any] = proof.report
    return {
        "proven": True,
        "kind": "credit-report",
        "network": proof.network.hex(),
        "issuer": proof.issuer.hex(),
        "subject": proof.subject.hex(),
        "created": proof.created,
        "as_of": report["as_of"],
        "grade": report["score"]["grade"],
        "points": report["score"]["points"],
        "records": proof.records,
        "block": proof.way.last.id.hex() if proof.way is not None else None,
        "height": proof.way.last.height if proof.way is not None else None,
        "issuer_is_author": proof.issuer_is_author,
        "lines": {standing: counts[standing] for standing in _STANDINGS} | {"all": len(proof.lines)},
        "disputes": {"proven": proof.disputes[0], "all": proof.disputes[1]},
        "recomputed": recomputed,
        "only_its_word": list(word_sentences(proof, recomputed=recomputed)),
    }


def _counts(proof: ReportProof) -> Counter[str]:
    return Counter(line.standing for line in proof.lines)


def _invoices(count: int) -> str:
    return "1 invoice" if count == 1 else f"{count:,} invoices"
