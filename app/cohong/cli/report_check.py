"""The check of a credit report that `cohong verify` makes, without node and profile."""

from cohong.cli.credit_report_words import proof_facts, proof_values, proven_sentences, word_sentences
from cohong.cli.output import print_facts, print_line
from cohong.cli.receipt_words import steps_sentences
from cohong.cli.session import Session
from cohong.insight.payment_report import differences
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.report import ReportProof, verify_report


def check_report(session: Session, report_bytes: bytes, network: bytes, known_block: bytes | None) -> None:
    """Check signature and records, compute the figures anew, and say what is proven and what is the issuer's word.

    Raises:
        ReceiptRefused: it proves nothing.
    """
    proof = verify_report(report_bytes, network, known_block)
    recomputed = proof.report.get("lines_left_out") == 0
    try:
        unlike = differences(proof.report) if recomputed else []
        values = proof_values(proof, recomputed=recomputed)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReceiptRefused("report", str(error)) from error
    if unlike:
        raise ReceiptRefused("figures", ", ".join(unlike[:3]))
    session.answer(values, lambda: _tell(proof, recomputed=recomputed))


def _tell(proof: ReportProof, *, recomputed: bool) -> None:
    print_line("Genuine: the report is as its issuer has signed it.")
    print_facts(proof_facts(proof))
    print_line("\nProven:")
    for sentence in proven_sentences(proof, recomputed=recomputed):
        print_line(f"  {sentence}")
    if proof.way is not None:
        print_line("\nHow the records are:")
        for sentence in steps_sentences(proof.way.start, proof.way.steps):
            print_line(f"  {sentence}")
    print_line("\nOnly the issuer's word:")
    for sentence in word_sentences(proof, recomputed=recomputed):
        print_line(f"  {sentence}")
