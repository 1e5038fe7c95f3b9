"""`cohong receipt` and `cohong verify`: a record's proof in a file, and the check of one without node and profile."""

from pathlib import Path
from typing import Annotated, Final

import typer

from cohong.api.views import ReceiptMade
from cohong.cli.arguments import parse_id
from cohong.cli.output import moment, print_facts, print_line
from cohong.cli.receipt_words import limits_of, proof_facts, proof_values, way_sentences
from cohong.cli.report_check import check_report
from cohong.cli.session import session_of
from cohong.verifier.credential import CREDENTIAL_BYTES_MAX
from cohong.verifier.receipt import Proof, verify_receipt
from cohong.verifier.report import is_report

SUFFIX: Final = ".receipt"


def receipt(
    context: typer.Context,
    record: Annotated[str, typer.Argument(help="The record's id; an obligation's id is that of its proposal.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The new file; left out: named by the id.")
    ] = None,
    without_body: Annotated[bool, typer.Option("--without-body", help="Leave out what the record says.")] = False,
    newest: Annotated[
        bool, typer.Option("--newest", help="RECORD is an obligation: take the record that moved it last.")
    ] = False,
    from_block: Annotated[
        str, typer.Option(metavar="BLOCK", help="A block that the reader knows: start from it, not from the founding.")
    ] = "",
) -> None:
    """Write a file that proves to anybody that a record is anchored; `cohong verify` checks it."""
    session = session_of(context)
    identity = parse_id(record)
    file = output or Path(f"{identity[:16]}{SUFFIX}")
    if file.exists():
        raise typer.BadParameter(f"{file} exists already; name a new file")
    made: ReceiptMade = session.ask(
        "receipt.make",
        **{"object" if newest else "entry": identity},
        with_body=not without_body,
        from_block=parse_id(from_block) if from_block else "",
    )
    receipt_bytes = bytes.fromhex(made.receipt)
    try:
        with file.open("xb") as opened:
            opened.write(receipt_bytes)
    except OSError as error:
        raise typer.BadParameter(f"{file} can't be written: {error}") from error
    shown = {"file": str(file), "bytes": len(receipt_bytes), "entry": made.entry, "kind": made.kind}
    shown |= {"network": made.network, "height": made.height, "time_ms": made.time_ms}
    session.answer(shown, lambda: _tell_made(made, file, len(receipt_bytes)))


def _tell_made(made: ReceiptMade, file: Path, size: int) -> None:
    print_line(f"{file}: {made.kind}, anchored by block {made.height} of {moment(made.time_ms)}; {size:,} bytes.")
    print_line(f"Whoever has it can check it with: cohong verify {file.name} --network {made.network}")


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The receipt, or the credit report as .json.")],
    network: Annotated[str, typer.Option(metavar="ID", help="The network's id, from a source that you trust.")],
    block: Annotated[str, typer.Option(metavar="ID", help="A newer block of it that you know to be genuine.")] = "",
) -> None:
    """Check a receipt or a credit report: no node, no profile, no connection. Says what it proves and what not.

    Exit codes: 0 proven, 1 refused with a reason, 2 used wrongly.
    """
    try:
        with file.open("rb") as opened:
            exact = opened.read(CREDENTIAL_BYTES_MAX + 1)
    except OSError as error:
        raise typer.BadParameter(f"{file} can't be read: {error.strerror}") from error
    known = bytes.fromhex(parse_id(block)) if block else None
    if is_report(exact):
        check_report(session_of(context), exact, bytes.fromhex(parse_id(network)), known)
        return
    proof = verify_receipt(exact, bytes.fromhex(parse_id(network)), known)
    session_of(context).answer(proof_values(proof), lambda: _tell_proof(proof))


def _tell_proof(proof: Proof) -> None:
    print_line("Proven: the voters of this network have made this record part of its book for good.")
    print_facts(proof_facts(proof))
    print_line("\nHow:")
    for sentence in way_sentences(proof):
        print_line(f"  {sentence}")
    print_line("\nIt does not say:")
    for sentence in limits_of(proof):
        print_line(f"  {sentence}")
